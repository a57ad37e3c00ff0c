//! The encoded body: a tree of references to a token, rendered into one buffer.

use super::field_set::FieldSet;
use crate::error::JsonKind;
use crate::input::{Body, BodyText, TEXT, form};
use crate::json::{self, DEEPEST, Member, Node, Tree};
use crate::model::{Extra, Field, Scopes};
use crate::secret::SecretBuf;
use crate::span::Span;

/// The fields and extras of a token at their places in a body.
pub(super) struct Document<'w> {
    root: Value<'w>,
    /// The members that are sent as headers, which are decoded before all others.
    headers: Vec<(&'static str, Name<'w>, Value<'w>)>,
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
    Object(Box<Object<'w>>),
    Array(Vec<Self>),
    /// JSON in a string.
    Folded(Box<Self>),
}

/// The members of an object: those of the format come before the extras.
#[derive(Default)]
struct Object<'w> {
    fields: Vec<(Name<'w>, Value<'w>)>,
    extras: Vec<(Name<'w>, Value<'w>)>,
}

/// The name of a member.
#[derive(Clone, Copy)]
struct Name<'w> {
    text: &'w str,
    /// True if the text is a part of an extra as it was sent, with its escapes.
    is_raw: bool,
    /// The index of the member among the extras of its object.
    index: u32,
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
    /// JSON that is not secret: a number, a date, a constant.
    Json(String),
    /// Scopes in one string.
    Joined(Scopes<'w>, char),
    /// Scopes in an array.
    List(Scopes<'w>),
}

impl<'w> Document<'w> {
    /// Creates a document of extras alone, numbered in the order of their token; those of a list are its elements.
    pub(super) fn new(extras: impl Iterator<Item = (u32, (&'w str, Extra<'w>))>, is_list: bool) -> Self {
        let extras = extras.map(|(index, (name, extra))| {
            (Name { text: name, is_raw: false, index }, Value::Extra(extra.expose_json()))
        });
        let root = if is_list {
            Value::Array(extras.map(|(_, extra)| extra).collect())
        } else {
            // Most formats have at most eight members for fields.
            Value::Object(Box::new(Object { fields: Vec::with_capacity(8), extras: extras.collect() }))
        };
        Self { root, headers: Vec::new(), lost_extra: false }
    }

    /// Moves a value to a path, and returns true unless another value is in the way; `*` is the element of an index.
    ///
    /// With `replaces`, an extra in the way is replaced.
    pub(super) fn put(
        &mut self,
        path: Path<'_>,
        element: usize,
        leaf: &mut Option<Leaf<'w>>,
        replaces: bool,
    ) -> bool {
        let mut put = Put { element, leaf, replaces, lost: &mut self.lost_extra };
        put.at(&mut self.root, path, false)
    }

    /// Moves the members that hold extras as well behind those of the format, where the extras were sent.
    pub(super) fn settle(&mut self) {
        self.root.settle();
    }

    /// Adds a constant behind all other members unless a value is there.
    pub(super) fn put_fixed(&mut self, path: &'static str, json: &'static str) {
        put_fixed(&mut self.root, &mut path.split('/'), json);
    }

    /// Replaces the value at a path by a string of its JSON.
    pub(super) fn fold(&mut self, path: &'static str) {
        let mut value = &mut self.root;
        for name in path.split('/') {
            match value.member(name) {
                Some(inner) => value = inner,
                None => return,
            }
        }
        *value = Value::Folded(Box::new(std::mem::replace(value, Value::Hole)));
    }

    /// Moves the texts of some names into headers.
    pub(super) fn take_headers(&mut self, names: &[&'static str]) {
        let Value::Object(object) = &mut self.root else { return };
        for name in names {
            let taken = [&mut object.fields, &mut object.extras].into_iter().find_map(|members| {
                let index = members.iter().position(|(key, value)| key.is(name) && value.is_text())?;
                Some(members.remove(index))
            });
            self.headers.extend(taken.map(|(key, value)| (*name, key, value)));
        }
    }

    /// Removes the members that a form cannot hold, which holds only strings.
    pub(super) fn keep_texts(&mut self) {
        let Value::Object(object) = &mut self.root else { return };
        for members in [&mut object.fields, &mut object.extras] {
            let before = members.len();
            members.retain(|(_, value)| value.is_text());
            self.lost_extra |= members.len() < before;
        }
    }

    /// Returns the headers.
    pub(super) fn headers(&self) -> Vec<(&'static str, SecretBuf)> {
        self.headers.iter().map(|(name, _, value)| (*name, value.to_plain())).collect()
    }

    /// Renders the document as JSON.
    pub(super) fn to_json(&self) -> SecretBuf {
        self.root.to_json()
    }

    /// Renders the bare text, as JSON or plain, if the document has no other member.
    pub(super) fn to_bare(&self, as_json: bool) -> Option<SecretBuf> {
        let Value::Object(object) = &self.root else { return None };
        let mut members = object.members();
        let (name, text) = members.next()?;
        let is_bare = name.is(TEXT) && text.is_text() && members.next().is_none();
        is_bare.then(|| if as_json { text.to_json() } else { text.to_plain() })
    }

    /// Renders the document as a form.
    pub(super) fn to_form(&self) -> SecretBuf {
        let Value::Object(object) = &self.root else { return SecretBuf::default() };
        let mut out = SecretBuf::with_capacity(self.root.size());
        for (index, (name, value)) in object.members().enumerate() {
            out.put(if index > 0 { "&" } else { "" });
            form::encode(name.to_plain().expose(), &mut |piece| out.put(piece));
            out.put("=");
            form::encode(value.to_plain().expose(), &mut |piece| out.put(piece));
        }
        out
    }
}

/// A value on its way to its place.
struct Put<'p, 'w> {
    element: usize,
    leaf: &'p mut Option<Leaf<'w>>,
    replaces: bool,
    lost: &'p mut bool,
}

/// The names on a path.
pub(super) type Path<'p> = &'p mut dyn Iterator<Item = &'static str>;

impl<'w> Put<'_, 'w> {
    /// Sets the value at the rest of a path.
    fn at(&mut self, here: &mut Value<'w>, path: Path<'_>, is_element: bool) -> bool {
        let Some(name) = path.next() else { return self.set(here, is_element) };
        let index = if name == "*" { Some(self.element) } else { name.parse().ok() };
        if let Value::Extra(json) = here {
            match Value::opened(json) {
                Some(opened) => *here = opened,
                None if self.clear(here, is_element) => {}
                None => return false,
            }
        }
        // The member of an object with free names, which are kept as extras.
        if name == "*"
            && let Value::Object(object) = here
            && let Some((_, member)) =
                object.extras.iter_mut().find(|(key, _)| u32::try_from(self.element) == Ok(key.index))
        {
            return self.at(member, path, false);
        }
        match index {
            Some(index) => self.at_index(here, index, path),
            None => self.at_name(here, name, path),
        }
    }

    fn at_index(&mut self, here: &mut Value<'w>, index: usize, path: Path<'_>) -> bool {
        if matches!(here, Value::Hole) {
            *here = Value::Array(Vec::new());
        }
        let Value::Array(elements) = here else {
            return self.clear(here, false) && self.at_index(here, index, path);
        };
        while elements.len() <= index {
            elements.push(Value::Hole);
        }
        elements.get_mut(index).is_some_and(|element| self.at(element, path, true))
    }

    fn at_name(&mut self, here: &mut Value<'w>, name: &'static str, path: Path<'_>) -> bool {
        if matches!(here, Value::Hole) {
            *here = Value::Object(Box::default());
        }
        let Value::Object(object) = here else {
            return self.clear(here, false) && self.at_name(here, name, path);
        };
        let Object { fields, extras } = &mut **object;
        if let Some((_, field)) = fields.iter_mut().find(|(key, _)| key.is(name)) {
            return self.at(field, path, false);
        }
        let Some(index) = extras.iter().position(|(key, _)| key.is(name)) else {
            fields.push((Name::own(name), Value::Hole));
            return fields.last_mut().is_some_and(|(_, field)| self.at(field, path, false));
        };
        let is_set = extras.get_mut(index).is_some_and(|(_, extra)| self.at(extra, path, false));
        if is_set {
            let (key, value) = extras.remove(index);
            fields.push((Name { index: key.index, ..Name::own(name) }, value));
        }
        is_set
    }

    fn set(&mut self, here: &mut Value<'w>, is_element: bool) -> bool {
        if let (Value::Extra(json), Some(leaf)) = (&*here, &*self.leaf)
            && leaf.text.is_json(json)
        {
            *here = Value::Hole;
        }
        let is_free = matches!(here, Value::Hole) || self.clear(here, is_element);
        if is_free && let Some(leaf) = self.leaf.take() {
            *here = Value::Leaf(leaf);
        }
        is_free
    }

    /// Removes a value that is in the way, if that is allowed.
    ///
    /// An empty element only keeps the index of one that was decoded.
    fn clear(&mut self, here: &mut Value<'w>, is_element: bool) -> bool {
        if !here.is_empty() {
            if !self.replaces || here.has_leaf() {
                return false;
            }
            *self.lost = true;
        } else if !self.replaces && !is_element {
            return false;
        }
        *here = Value::Hole;
        true
    }
}

fn put_fixed<'w>(here: &mut Value<'w>, path: Path<'_>, json: &'static str) {
    let Some(name) = path.next() else {
        if matches!(here, Value::Hole) {
            *here = Value::Leaf(Leaf { text: LeafText::Json(json.to_owned()), field: None });
        }
        return;
    };
    if let Value::Extra(json) = here
        && let Some(opened) = Value::opened(json)
    {
        *here = opened;
    }
    if matches!(here, Value::Hole) {
        *here = Value::Object(Box::default());
    }
    if let Some(inner) = here.member(name) {
        return put_fixed(inner, path, json);
    }
    if let Value::Object(object) = here {
        object.extras.push((Name::own(name), Value::Hole));
        if let Some((_, inner)) = object.extras.last_mut() {
            put_fixed(inner, path, json);
        }
    }
}

impl<'w> Value<'w> {
    /// Splits the JSON of an object or array; `None` for any other.
    fn opened(json: &'w str) -> Option<Self> {
        let is_object = json.starts_with('{');
        let (mut members, mut elements) = (Vec::new(), Vec::new());
        let mut indices = 0..u32::MAX;
        let split = json::split(json, Span::new(0, json.len()), DEEPEST, &mut |member: Member| {
            let value = Value::Extra(member.value.of(json));
            if is_object {
                let index = indices.next().unwrap_or(u32::MAX);
                members.push((Name { text: member.name.of(json), is_raw: true, index }, value));
            } else {
                elements.push(value);
            }
        });
        match split.ok()? {
            JsonKind::Object => Some(Self::Object(Box::new(Object { fields: Vec::new(), extras: members }))),
            _ => Some(Self::Array(elements)),
        }
    }

    fn settle(&mut self) {
        match self {
            Self::Object(object) => {
                let Object { fields, extras } = &mut **object;
                fields.iter_mut().for_each(|(_, field)| field.settle());
                let merged: Vec<_> = fields.extract_if(.., |(_, field)| field.has_extra()).collect();
                for member in merged {
                    let place = extras.partition_point(|(extra, _)| extra.index < member.0.index);
                    extras.insert(place, member);
                }
            }
            Self::Array(elements) => elements.iter_mut().for_each(Self::settle),
            _ => {}
        }
    }

    fn member(&mut self, name: &str) -> Option<&mut Self> {
        let Self::Object(object) = self else { return None };
        let Object { fields, extras } = &mut **object;
        fields.iter_mut().chain(extras).find(|(key, _)| key.is(name)).map(|(_, value)| value)
    }

    fn children(&self) -> impl Iterator<Item = &Self> {
        let (members, elements) = match self {
            Self::Object(object) => (Some(object.members().map(|(_, value)| value)), None),
            Self::Array(elements) => (None, Some(elements.iter())),
            _ => (None, None),
        };
        members.into_iter().flatten().chain(elements.into_iter().flatten())
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
            Self::Hole => true,
            Self::Extra("null" | "false" | "\"\"") => true,
            Self::Extra(json) => Self::opened(json).is_some_and(|opened| opened.is_empty()),
            Self::Object(_) | Self::Array(_) => self.children().next().is_none(),
            Self::Leaf(_) | Self::Folded(_) => false,
        }
    }

    fn is_text(&self) -> bool {
        match self {
            Self::Leaf(leaf) => !matches!(leaf.text, LeafText::List(_)),
            Self::Extra(json) => json.starts_with('"'),
            _ => false,
        }
    }

    /// Renders the text of a string without quotes and escapes.
    fn to_plain(&self) -> SecretBuf {
        let mut out = SecretBuf::with_capacity(self.size());
        match self {
            Self::Leaf(leaf) => match &leaf.text {
                LeafText::Text(text) => out.put(text),
                LeafText::Json(json) => out.put(json.trim_matches('"')),
                LeafText::Joined(scopes, separator) => join(*scopes, *separator, &mut |piece| out.put(piece)),
                LeafText::List(_) => {}
            },
            Self::Extra(json) => {
                let inside = json.strip_prefix('"').and_then(|json| json.strip_suffix('"')).unwrap_or(json);
                out.unescape(inside, Span::new(0, inside.len()));
            }
            _ => {}
        }
        out
    }

    fn to_json(&self) -> SecretBuf {
        let mut json = SecretBuf::with_capacity(self.size());
        self.render(&mut json);
        json
    }

    /// Returns about the length of its JSON: without escapes that it needs, and with the white space in an extra.
    fn size(&self) -> usize {
        let members = match self {
            Self::Hole => return "null".len(),
            Self::Leaf(leaf) => return leaf.text.size(),
            Self::Extra(json) => return json.len(),
            Self::Folded(inner) => return inner.size().saturating_add(2),
            Self::Array(elements) => elements.len(),
            // A member has two quotes, a colon and a comma.
            Self::Object(object) => {
                let name = |(name, _): &(Name<'_>, Self)| name.text.len().saturating_add(4);
                object.members().map(name).fold(0, usize::saturating_add)
            }
        };
        // Two brackets, and a comma less.
        let brackets = if members > 0 { 1 } else { 2 };
        self.children().map(Self::size).fold(members.saturating_add(brackets), usize::saturating_add)
    }

    fn render(&self, out: &mut SecretBuf) {
        match self {
            Self::Hole => out.put("null"),
            Self::Leaf(leaf) => leaf.text.render(out),
            Self::Extra(json) => json::compact(json, &mut |piece| out.put(piece)),
            Self::Object(object) => out.list(["{", "}"], object.members(), |out, (name, value)| {
                name.render(out);
                out.put(":");
                value.render(out);
            }),
            Self::Array(elements) => out.list(["[", "]"], elements.iter(), |out, value| value.render(out)),
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
            Self::Joined(scopes, _) | Self::List(scopes) => scopes.size(),
        };
        text.saturating_add(2)
    }

    fn is_json(&self, json: &str) -> bool {
        let mut out = SecretBuf::with_capacity(self.size());
        self.render(&mut out);
        out.expose() == json
    }

    fn render(&self, out: &mut SecretBuf) {
        match self {
            Self::Text(text) => out.quote(text),
            Self::Json(json) => out.put(json),
            Self::Joined(scopes, separator) => {
                out.put("\"");
                join(*scopes, *separator, &mut |piece| json::escape(piece, &mut |piece| out.put(piece)));
                out.put("\"");
            }
            Self::List(scopes) => out.list(["[", "]"], scopes.iter(), SecretBuf::quote),
        }
    }
}

impl<'w> Object<'w> {
    fn members(&self) -> impl Iterator<Item = &(Name<'w>, Value<'w>)> {
        self.fields.iter().chain(&self.extras)
    }
}

impl<'w> Name<'w> {
    /// Creates a name of the format.
    fn own(text: &'w str) -> Self {
        Self { text, is_raw: false, index: u32::MAX }
    }

    fn is(self, name: &str) -> bool {
        match self.text {
            escaped if self.is_raw && escaped.contains('\\') => {
                json::unescape(escaped).eq(name.chars().map(Ok))
            }
            text => text == name,
        }
    }

    fn render(self, out: &mut SecretBuf) {
        if !self.is_raw {
            return out.quote(self.text);
        }
        out.put("\"");
        out.put(self.text);
        out.put("\"");
    }

    fn to_plain(self) -> SecretBuf {
        let mut out = SecretBuf::with_capacity(self.text.len());
        if self.is_raw {
            out.unescape(self.text, Span::new(0, self.text.len()));
        } else {
            out.put(self.text);
        }
        out
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
        let is_same = |name: Option<Name<'_>>, node: &Node| {
            !is_rewritten || name.is_none_or(|name| name.is(&node.name(text)))
        };
        let mut usage = Usage::default();
        let headers = self.headers.iter().map(|(_, name, value)| (Some(*name), value));
        let (members, elements) = match &self.root {
            Value::Object(object) => (Some(object.members()), None),
            root => (None, Some(root.children())),
        };
        let members = members.into_iter().flatten().map(|(name, value)| (Some(*name), value));
        let elements = elements.into_iter().flatten().map(|value| (None, value));
        let mut nodes = tree.members().iter();
        for (name, value) in headers.chain(members).chain(elements) {
            let node = nodes.next();
            value.collect_unread(node, tree, &mut usage.unread);
            let Some(node) = node.filter(|node| is_same(name, node)) else {
                usage.is_reshaped = true;
                continue;
            };
            if !value.has_extra() {
                continue;
            }
            // The elements of a list are encoded together or not at all.
            let index = name.map_or(0, |name| name.index);
            if value.is_consumed(node, tree) {
                usage.consumed.push(index);
            } else if node.is_consulted() {
                usage.consulted.push(index);
            }
        }
        usage.is_reshaped |= nodes.next().is_some();
        usage
    }
}

impl Value<'_> {
    /// Returns true if something was decoded from an extra in it.
    fn is_consumed(&self, node: &Node, tree: &Tree) -> bool {
        match self {
            Self::Extra(_) => !tree.is_untouched(node),
            Self::Object(_) | Self::Array(_) => {
                node.is_consumed() && self.has_extra()
                    || self
                        .children()
                        .zip(tree.children(node))
                        .any(|(inner, node)| inner.is_consumed(node, tree))
            }
            Self::Folded(inner) => inner.is_consumed(node, tree),
            Self::Hole | Self::Leaf(_) => false,
        }
    }

    /// Collects the fields in it that were not decoded.
    fn collect_unread(&self, node: Option<&Node>, tree: &Tree, unread: &mut FieldSet) {
        match self {
            Self::Leaf(leaf) if !node.is_some_and(|node| tree.fully_consumed(node)) => {
                leaf.field.into_iter().for_each(|field| unread.insert(field));
            }
            Self::Object(_) | Self::Array(_) => {
                let mut inside = node.into_iter().flat_map(|node| tree.children(node));
                self.children().for_each(|inner| inner.collect_unread(inside.next(), tree, unread));
            }
            Self::Folded(inner) => inner.collect_unread(node, tree, unread),
            Self::Hole | Self::Leaf(_) | Self::Extra(_) => {}
        }
    }
}

fn join(scopes: Scopes<'_>, separator: char, out: &mut dyn FnMut(&str)) {
    for (index, scope) in scopes.iter().enumerate() {
        if index > 0 {
            out(separator.encode_utf8(&mut [0; 4]));
        }
        out(scope);
    }
}
