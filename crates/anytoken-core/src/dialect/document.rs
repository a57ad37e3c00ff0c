//! The encoded body: a tree of references to a token, rendered into one buffer.

use std::collections::BTreeSet;

use super::Names;
use super::field_set::FieldSet;
use crate::error::JsonKind;
use crate::input::{Body, BodyText, TEXT, form};
use crate::json::{self, DEEPEST, Node, Tree};
use crate::model::{Extras, Field, Scopes};
use crate::secret::SecretBuf;
use crate::span::Span;
use crate::value::Stamp;

/// The fields and extras of a token at their places in a body.
pub(super) struct Document<'w> {
    root: Value<'w>,
    /// The members that are sent as headers, which are decoded before all others.
    headers: Vec<(&'static str, Member<'w>)>,
    /// About the length of its JSON: without escapes that it needs, and with the white space in an extra.
    size: usize,
    /// True if an extra was replaced by a field, or does not fit into a form.
    pub(super) lost_extra: bool,
}

/// A value to encode.
enum Value<'w> {
    /// A value that has not been set.
    Hole,
    /// A field, or a constant of the format.
    Leaf(Leaf<'w>),
    /// The raw JSON of an extra.
    Extra(&'w str),
    Object(Vec<Member<'w>>),
    Array(Vec<Self>),
    /// JSON in a string.
    Folded(Box<Self>),
}

/// A member of an object, in which those of the format come before the extras.
struct Member<'w> {
    name: &'w str,
    /// True if the name is a part of an extra as it was sent, with its escapes.
    is_raw: bool,
    /// True if it was put: a field or a constant is in it.
    is_own: bool,
    /// The index of the member among the extras of its object.
    index: u32,
    value: Value<'w>,
}

/// A value of the format.
pub(super) struct Leaf<'w> {
    pub(super) text: LeafText<'w>,
    /// The field that is decoded from it; `None` for a constant.
    pub(super) field: Option<Field>,
}

/// The text of a leaf, which only references the texts of the token.
pub(super) enum LeafText<'w> {
    /// A string.
    Text(&'w str),
    /// JSON that the format states.
    Json(&'static str),
    /// An instant, and true if it is a string.
    Time(Stamp, bool),
    /// Scopes in one string with a separator, or in an array.
    Scopes(Scopes<'w>, Option<char>),
}

/// The values that a leaf takes the place of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Replaces {
    /// No value.
    Nothing,
    /// An extra of the same JSON, and an empty element, which only keeps the index of one that was decoded.
    Same,
    /// Every value that is not a field.
    Extras,
}

impl<'w> Document<'w> {
    /// Creates a document of extras alone, apart from those that are left out; those of a list are its elements.
    pub(super) fn new(extras: Option<Extras<'w>>, left_out: &BTreeSet<u32>, is_list: bool) -> Self {
        // Most formats have at most eight members for fields.
        let room = extras.map_or(0, Extras::len).saturating_add(8);
        let (mut members, mut size) = (Vec::with_capacity(room), 2_usize);
        for (index, (name, extra)) in (0..u32::MAX).zip(extras.into_iter().flatten()) {
            if left_out.contains(&index) {
                continue;
            }
            let json = extra.expose_json();
            size = size.saturating_add(json.len()).saturating_add(size_of_name(name));
            members.push(Member { name, is_raw: false, is_own: false, index, value: Value::Extra(json) });
        }
        let root = if is_list {
            Value::Array(members.into_iter().map(|member| member.value).collect())
        } else {
            Value::Object(members)
        };
        Self { root, headers: Vec::new(), size, lost_extra: false }
    }

    /// Moves a value to a path, and returns true unless another value is in the way; `*` is the element of an index.
    pub(super) fn put(
        &mut self,
        mut path: Names,
        element: usize,
        leaf: &mut Option<Leaf<'w>>,
        replaces: Replaces,
    ) -> bool {
        let Self { root, size, lost_extra, .. } = self;
        Put { element, leaf, replaces, size, lost: lost_extra }.at(root, &mut path, false)
    }

    /// Moves the members that hold extras as well behind those of the format, where the extras were sent.
    pub(super) fn settle(&mut self) {
        self.root.settle();
    }

    /// Replaces the value at a path by a string of its JSON.
    pub(super) fn fold(&mut self, path: &'static str) {
        let mut value = &mut self.root;
        for name in Names::new(path) {
            let Value::Object(members) = value else { return };
            match members.iter_mut().find(|member| member.is(name)) {
                Some(member) => value = &mut member.value,
                None => return,
            }
        }
        *value = Value::Folded(Box::new(std::mem::replace(value, Value::Hole)));
    }

    /// Moves the texts of some names into headers.
    pub(super) fn take_headers(&mut self, names: &[&'static str]) {
        let Value::Object(members) = &mut self.root else { return };
        for name in names {
            let index = members.iter().position(|member| member.is(name) && member.value.is_text());
            self.headers.extend(index.map(|index| (*name, members.remove(index))));
        }
    }

    /// Removes the members that a form cannot hold, which holds only strings.
    pub(super) fn keep_texts(&mut self) {
        let Value::Object(members) = &mut self.root else { return };
        let before = members.len();
        members.retain(|member| member.value.is_text());
        self.lost_extra |= members.len() < before;
    }

    /// Returns the headers.
    pub(super) fn headers(&self) -> Vec<(&'static str, SecretBuf)> {
        self.headers.iter().map(|(name, member)| (*name, member.value.to_plain())).collect()
    }

    /// Renders the document as JSON.
    pub(super) fn to_json(&self) -> SecretBuf {
        let mut json = SecretBuf::with_capacity(self.size);
        self.root.render(&mut json);
        json
    }

    /// Renders the bare text, as JSON or plain, if the document has no other member.
    pub(super) fn to_bare(&self, as_json: bool) -> Option<SecretBuf> {
        let Value::Object(members) = &self.root else { return None };
        let [member] = members.as_slice() else { return None };
        let is_bare = member.is(TEXT) && member.value.is_text();
        is_bare.then(|| if as_json { member.value.to_json() } else { member.value.to_plain() })
    }

    /// Renders the document as a form.
    pub(super) fn to_form(&self) -> SecretBuf {
        let Value::Object(members) = &self.root else { return SecretBuf::default() };
        let mut out = SecretBuf::with_capacity(self.size);
        for (index, member) in members.iter().enumerate() {
            let mut name = SecretBuf::default();
            member.render_name(&mut name);
            out.put(if index > 0 { "&" } else { "" });
            form::encode(plain(name.expose()).expose(), &mut |piece| out.put(piece));
            out.put("=");
            form::encode(member.value.to_plain().expose(), &mut |piece| out.put(piece));
        }
        out
    }
}

/// A leaf on its way to its place.
struct Put<'p, 'w> {
    element: usize,
    leaf: &'p mut Option<Leaf<'w>>,
    replaces: Replaces,
    size: &'p mut usize,
    lost: &'p mut bool,
}

impl<'w> Put<'_, 'w> {
    /// Sets the value at the rest of a path.
    fn at(&mut self, here: &mut Value<'w>, path: &mut Names, is_element: bool) -> bool {
        let Some(name) = path.next() else { return self.set(here, is_element) };
        let index = if name == "*" { Some(self.element) } else { name.parse().ok() };
        if let Value::Extra(json) = here
            && let Some(opened) = Value::opened(json)
        {
            *here = opened;
        }
        // The member of an object with free names, which are kept as extras.
        if name == "*"
            && let Value::Object(members) = here
            && let Ok(index) = u32::try_from(self.element)
            && let Some(member) = members.iter_mut().find(|member| !member.is_own && member.index == index)
        {
            return self.at(&mut member.value, path, false);
        }
        let holds = match here {
            Value::Object(_) => index.is_none(),
            Value::Array(_) => index.is_some(),
            _ => false,
        };
        if !holds {
            if !matches!(here, Value::Hole) && !self.clear(here, is_element) {
                return false;
            }
            *here = if index.is_some() { Value::Array(Vec::new()) } else { Value::Object(Vec::new()) };
        }
        match (here, index) {
            (Value::Object(members), None) => self.at_name(members, name, path),
            (Value::Array(elements), Some(index)) => self.at_index(elements, index, path),
            _ => false,
        }
    }

    fn at_index(&mut self, elements: &mut Vec<Value<'w>>, index: usize, path: &mut Names) -> bool {
        while elements.len() <= index {
            elements.push(Value::Hole);
            *self.size = self.size.saturating_add("null,".len());
        }
        elements.get_mut(index).is_some_and(|element| self.at(element, path, true))
    }

    fn at_name(&mut self, members: &mut Vec<Member<'w>>, name: &'static str, path: &mut Names) -> bool {
        let Some(at) = members.iter().position(|member| member.is(name)) else {
            *self.size = self.size.saturating_add(size_of_name(name));
            let at = self.place_in(members);
            let value = Value::Hole;
            members.insert(at, Member { name, is_raw: false, is_own: true, index: u32::MAX, value });
            return members.get_mut(at).is_some_and(|member| self.at(&mut member.value, path, false));
        };
        let Some(member) = members.get_mut(at) else { return false };
        let is_set = self.at(&mut member.value, path, false);
        if is_set && !member.is_own && self.replaces != Replaces::Nothing {
            let moved = Member { name, is_raw: false, is_own: true, ..members.remove(at) };
            members.insert(self.place_in(members), moved);
        }
        is_set
    }

    /// Returns the place of a new member: that of a field is before the extras, and that of a constant is the last.
    fn place_in(&self, members: &[Member<'w>]) -> usize {
        match self.replaces {
            Replaces::Nothing => members.len(),
            Replaces::Same | Replaces::Extras => members.partition_point(|member| member.is_own),
        }
    }

    fn set(&mut self, here: &mut Value<'w>, is_element: bool) -> bool {
        if let (Value::Extra(json), Some(leaf)) = (&*here, &*self.leaf)
            && self.replaces != Replaces::Nothing
            && leaf.text.is_json(json)
        {
            *here = Value::Hole;
        }
        let is_free = matches!(here, Value::Hole) || self.clear(here, is_element);
        if is_free && let Some(leaf) = self.leaf.take() {
            *self.size = self.size.saturating_add(leaf.text.size());
            *here = Value::Leaf(leaf);
        }
        is_free
    }

    /// Removes a value that is in the way, if that is allowed.
    fn clear(&mut self, here: &mut Value<'w>, is_element: bool) -> bool {
        let is_empty = here.is_empty();
        let is_cleared = match self.replaces {
            Replaces::Nothing => false,
            Replaces::Same => is_empty && is_element,
            Replaces::Extras => is_empty || !here.has_leaf(),
        };
        if is_cleared {
            *self.lost |= !is_empty;
            *here = Value::Hole;
        }
        is_cleared
    }
}

impl<'w> Value<'w> {
    /// Splits the JSON of an object or array; `None` for any other.
    fn opened(json: &'w str) -> Option<Self> {
        let (mut members, mut indices) = (Vec::new(), 0..u32::MAX);
        let split = json::split(json, Span::new(0, json.len()), DEEPEST, &mut |member: json::Member| {
            members.push(Member {
                name: member.name.of(json),
                is_raw: true,
                is_own: false,
                index: indices.next().unwrap_or(u32::MAX),
                value: Value::Extra(member.value.of(json)),
            });
        });
        match split.ok()? {
            JsonKind::Object => Some(Self::Object(members)),
            _ => Some(Self::Array(members.into_iter().map(|element| element.value).collect())),
        }
    }

    fn settle(&mut self) {
        match self {
            Self::Object(members) => {
                if members.iter().any(|member| member.is_own && member.value.has_extra()) {
                    members.sort_by_key(Member::rank);
                }
                members.iter_mut().for_each(|member| member.value.settle());
            }
            Self::Array(elements) => elements.iter_mut().for_each(Self::settle),
            Self::Hole | Self::Leaf(_) | Self::Extra(_) | Self::Folded(_) => {}
        }
    }

    /// Returns the members of an object, and the elements of an array.
    fn parts(&self) -> (&[Member<'w>], &[Self]) {
        match self {
            Self::Object(members) => (members, &[]),
            Self::Array(elements) => (&[], elements),
            _ => (&[], &[]),
        }
    }

    fn children(&self) -> impl Iterator<Item = &Self> {
        let (members, elements) = self.parts();
        members.iter().map(|member| &member.value).chain(elements)
    }

    /// Returns true if a part of it is an extra.
    fn has_extra(&self) -> bool {
        matches!(self, Self::Extra(_)) || self.children().any(Self::has_extra)
    }

    /// Returns true if a part of it is a field or a constant.
    fn has_leaf(&self) -> bool {
        matches!(self, Self::Leaf(_) | Self::Folded(_)) || self.children().any(Self::has_leaf)
    }

    /// Returns true if it states nothing.
    fn is_empty(&self) -> bool {
        match self {
            Self::Hole | Self::Extra("null" | "false" | "\"\"") => true,
            Self::Extra(json) => Self::opened(json).is_some_and(|opened| opened.is_empty()),
            Self::Object(_) | Self::Array(_) => self.children().next().is_none(),
            Self::Leaf(_) | Self::Folded(_) => false,
        }
    }

    fn is_text(&self) -> bool {
        match self {
            Self::Leaf(leaf) => !matches!(leaf.text, LeafText::Scopes(_, None)),
            Self::Extra(json) => json.starts_with('"'),
            _ => false,
        }
    }

    /// Renders the text of a string without quotes and escapes.
    fn to_plain(&self) -> SecretBuf {
        plain(self.to_json().expose())
    }

    fn to_json(&self) -> SecretBuf {
        let mut json = SecretBuf::default();
        self.render(&mut json);
        json
    }

    fn render(&self, out: &mut SecretBuf) {
        match self {
            Self::Hole => out.put("null"),
            Self::Leaf(leaf) => leaf.text.render(out),
            Self::Extra(json) => json::compact(json, &mut |piece| out.put(piece)),
            Self::Object(members) => out.list(['{', '}'], members.iter(), |out, member| member.render(out)),
            Self::Array(elements) => out.list(['[', ']'], elements.iter(), |out, value| value.render(out)),
            Self::Folded(inner) => out.quote(inner.to_json().expose()),
        }
    }
}

impl LeafText<'_> {
    /// Returns about the length of its JSON.
    fn size(&self) -> usize {
        let text = match self {
            Self::Text(text) => text.len(),
            Self::Json(json) => return json.len(),
            Self::Time(..) => Stamp::LONGEST,
            Self::Scopes(scopes, _) => scopes.size(),
        };
        text.saturating_add(2)
    }

    fn is_json(&self, json: &str) -> bool {
        let mut out = SecretBuf::default();
        self.render(&mut out);
        out.expose() == json
    }

    fn render(&self, out: &mut SecretBuf) {
        match self {
            Self::Text(text) => out.quote(text),
            Self::Json(json) => out.put(json),
            Self::Time(stamp, false) => out.put(stamp.as_str()),
            Self::Time(stamp, true) => out.quote(stamp.as_str()),
            Self::Scopes(scopes, None) => out.list(['[', ']'], scopes.iter(), SecretBuf::quote),
            Self::Scopes(scopes, Some(separator)) => {
                out.put_char('"');
                for (index, scope) in scopes.iter().enumerate() {
                    if index > 0 {
                        out.put_char(*separator);
                    }
                    json::escape(scope, &mut |piece| out.put(piece));
                }
                out.put_char('"');
            }
        }
    }
}

/// Returns the text of a JSON string, or other JSON as it is.
fn plain(json: &str) -> SecretBuf {
    let inside = json.strip_prefix('"').and_then(|json| json.strip_suffix('"')).unwrap_or(json);
    let mut text = SecretBuf::with_capacity(inside.len());
    text.unescape(inside, Span::new(0, inside.len()));
    text
}

/// Returns the length of a name in JSON, with two quotes, a colon and a comma.
fn size_of_name(name: &str) -> usize {
    name.len().saturating_add(4)
}

impl Member<'_> {
    fn is(&self, name: &str) -> bool {
        match self.name {
            escaped if self.is_raw && escaped.contains('\\') => {
                json::unescape(escaped).eq(name.chars().map(Ok))
            }
            text => json::bytes::are_equal(text.as_bytes(), name.as_bytes()),
        }
    }

    /// Returns its position in a settled object.
    fn rank(&self) -> u32 {
        if self.is_own && !self.value.has_extra() { 0 } else { self.index.saturating_add(1) }
    }

    fn render(&self, out: &mut SecretBuf) {
        self.render_name(out);
        out.put_char(':');
        self.value.render(out);
    }

    fn render_name(&self, out: &mut SecretBuf) {
        if self.is_raw {
            ["\"", self.name, "\""].into_iter().for_each(|piece| out.put(piece));
        } else {
            out.quote(self.name);
        }
    }
}

/// The use that a decoder made of a document.
#[derive(Default)]
pub(super) struct Usage {
    /// The extras from which something was decoded.
    pub(super) consumed: Vec<u32>,
    /// The other extras that the decoder looked at.
    pub(super) consulted: Vec<u32>,
    /// The fields that were not decoded from their member.
    pub(super) unread: FieldSet,
    /// True if the extras turn the body into one of another shape, so that none of them is known by its place.
    pub(super) is_reshaped: bool,
}

impl Document<'_> {
    /// Compares the document with the tree that a decoder has left in its body.
    pub(super) fn usage(&self, body: &Body<'_>) -> Usage {
        let (text, tree) = (body.text.as_str(), &body.tree);
        // A body that was not rewritten has the members of the document.
        let is_rewritten = matches!(body.text, BodyText::Owned(_));
        let is_same = |member: Option<&Member<'_>>, node: &Node| {
            !is_rewritten || member.is_none_or(|member| member.is(&node.name(text)))
        };
        let mut usage = Usage::default();
        let (members, elements) = self.root.parts();
        let members = self.headers.iter().map(|(_, member)| member).chain(members);
        let members = members.map(|member| (Some(member), &member.value));
        let mut nodes = tree.members().iter();
        for (member, value) in members.chain(elements.iter().map(|value| (None, value))) {
            let node = nodes.next();
            let extra = value.use_of_extras(node, tree, &mut usage.unread);
            let Some(node) = node.filter(|node| is_same(member, node)) else {
                usage.is_reshaped = true;
                continue;
            };
            // The elements of a list are encoded together or not at all.
            let index = member.map_or(0, |member| member.index);
            match extra {
                Some(Use::Consumed) => usage.consumed.push(index),
                Some(Use::Untouched) if node.is_consulted() => usage.consulted.push(index),
                _ => {}
            }
        }
        usage.is_reshaped |= nodes.next().is_some();
        usage
    }
}

/// The use that a decoder made of the extras in a value.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    Untouched,
    Consumed,
}

impl Value<'_> {
    /// Returns the use of the extras in it, `None` if it has none, and collects the fields in it that were not decoded.
    fn use_of_extras(&self, node: Option<&Node>, tree: &Tree, unread: &mut FieldSet) -> Option<Use> {
        match self {
            Self::Hole => None,
            Self::Leaf(leaf) => {
                let field = leaf.field.filter(|_| !node.is_some_and(|node| tree.fully_consumed(node)));
                field.into_iter().for_each(|field| unread.insert(field));
                None
            }
            Self::Extra(_) => match node {
                Some(node) if !tree.is_untouched(node) => Some(Use::Consumed),
                _ => Some(Use::Untouched),
            },
            Self::Folded(inner) => inner.use_of_extras(node, tree, unread),
            Self::Object(_) | Self::Array(_) => {
                let mut inside = node.into_iter().flat_map(|node| tree.children(node));
                let uses = self.children().map(|inner| inner.use_of_extras(inside.next(), tree, unread));
                // The least is none at all.
                let most = uses.fold(None, Option::max);
                most.map(|most| if node.is_some_and(Node::is_consumed) { Use::Consumed } else { most })
            }
        }
    }
}
