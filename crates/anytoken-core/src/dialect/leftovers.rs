//! The extras of a token that is encoded, and their conflicts with its fields.

use std::ops::Range;

use super::document::{Name, OutValue, rendered};
use super::time_rule::{TimeRule, TimeValue};
use super::value::{Content, content, is_empty, is_failure, is_present, is_scope};
use super::{Dialect, Never};
use crate::error::{JsonKind, Result};
use crate::input::Numbered;
use crate::json::{self, DEEPEST, FieldPath, FieldPaths, Id, Member, Node, Tree};
use crate::model::{NoteKind, TextField, Token};
use crate::secret::{SecretBuf, is_placeholder, is_token, same};
use crate::span::Span;

/// The extras of a token, as a tree of one object or list.
pub(super) struct Leftovers {
    text: SecretBuf,
    tree: Tree,
    /// The index of the object that the token is encoded into, if its place is a list.
    object: usize,
    /// True if an extra is dropped because it would be decoded into a field.
    pub(super) lost: bool,
    /// True if an extra makes the expiry unknown.
    pub(super) unknown_end: bool,
}

/// The result of decoding an extra at a path of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reads {
    /// Nothing: the next path is decoded.
    Nothing,
    /// An unknown expiry: no further path is decoded.
    Unknown,
    /// A value of the field, or an error.
    Value,
}

/// The objects of a place to search: a list has several, any other place one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Objects {
    /// The object that the token is encoded into.
    Own,
    /// All other objects.
    Others,
    /// All objects.
    All,
}

impl Leftovers {
    /// Splits the extras of a token, if it has any.
    pub(super) fn of(token: &Token, object: usize, is_list: bool) -> Option<Self> {
        if token.extras().is_empty() {
            return None;
        }
        let text = rendered(|out| {
            out(if is_list { "[" } else { "{" });
            for (index, (name, extra)) in token.extras().iter().enumerate() {
                out(if index > 0 { "," } else { "" });
                if !is_list {
                    json::quote(name, out);
                    out(":");
                }
                json::compact(extra.expose_json(), out);
            }
            out(if is_list { "]" } else { "}" });
        });
        let place = Span::new(0, text.len());
        // Extras were at the top of a body within the limits, so they are within the limits as well.
        let (tree, _) = Tree::split(text.expose(), place, DEEPEST, token.extras().len()).ok()?;
        Some(Self { text, tree, object, lost: false, unknown_end: false })
    }

    /// Returns the index of the path at which a text is encoded: the first without an empty extra.
    ///
    /// Drops the extras that would be decoded instead.
    pub(super) fn path_of_text(
        &mut self,
        place: &Dialect,
        field: TextField,
        paths: FieldPaths,
        stated: bool,
    ) -> usize {
        if field == TextField::Scopes {
            paths.into_iter().for_each(|path| self.check_each(place, path));
        }
        let reads = |this: &Self, member| {
            if this.reads_as_text(place, field, member) { Reads::Value } else { Reads::Nothing }
        };
        let free = self.path(place, paths.list(), stated, reads);
        if let (None, true, Some(path)) = (free, stated, paths.first()) {
            self.drop_at(place, path);
        }
        free.unwrap_or(0)
    }

    /// Drops the extras at a path unless they are empty.
    fn drop_at(&mut self, place: &Dialect, path: &FieldPath) {
        for id in self.all(place, path, Objects::Own) {
            let member = self.tree.node(id).map(|node| node.member);
            if member.is_some_and(|member| !is_empty(self.text.expose(), member)) {
                self.drop_extra(id);
            }
        }
    }

    /// Returns the index of the path at which a time is encoded; `None` if an extra makes it unknown.
    pub(super) fn path_of_time(
        &mut self,
        place: &Dialect,
        time: &TimeRule,
        never: &[Never],
        stated: bool,
        zero_says: bool,
    ) -> Option<usize> {
        let reads = |this: &Self, member: Member| match this.time_value(time, member) {
            Some(TimeValue::Nothing) => Reads::Nothing,
            Some(TimeValue::Unknown(NoteKind::MinusOne)) if never.contains(&Never::MinusOne) => Reads::Value,
            Some(TimeValue::Unknown(_)) => Reads::Unknown,
            Some(TimeValue::Zero) if !zero_says => Reads::Unknown,
            Some(TimeValue::Zero | TimeValue::At { .. }) | None => Reads::Value,
        };
        self.path(place, time.paths(), stated, reads)
    }

    fn path(
        &mut self,
        place: &Dialect,
        paths: &'static [FieldPath],
        stated: bool,
        reads: impl Fn(&Self, Member) -> Reads,
    ) -> Option<usize> {
        let mut free = None;
        for (index, path) in paths.iter().enumerate() {
            let mut taken = false;
            for id in self.all(place, path, Objects::Own) {
                let Some(node) = self.tree.node(id) else { continue };
                let (member, is_element) = (node.member, !node.is_named());
                match reads(self, member) {
                    Reads::Value if stated && free.is_some() => {}
                    Reads::Value => self.drop_extra(id),
                    // An empty element keeps the index of a consumed one.
                    Reads::Nothing => taken = !(is_element && is_empty(self.text.expose(), member)),
                    Reads::Unknown if stated && free.is_some() => {}
                    Reads::Unknown => {
                        self.unknown_end = true;
                        return None;
                    }
                }
            }
            if !taken && free.is_none() {
                free = Some(index);
            }
        }
        free
    }

    /// Drops extras that would be decoded as a scope in each element of an array.
    fn check_each(&mut self, place: &Dialect, path: &FieldPath) {
        let Some((list, behind)) = path.each() else { return };
        for list in self.all(place, &list, Objects::Own) {
            let each = self.tree.each(self.text.expose(), list, &behind).ok().flatten().unwrap_or_default();
            let reads =
                |id: &Id| self.tree.node(*id).is_some_and(|node| is_scope(self.text.expose(), node.member));
            if each.iter().all(reads) {
                each.into_iter().for_each(|id| self.drop_extra(id));
            }
        }
    }

    /// Drops a word that would mean that the token never expires.
    pub(super) fn check_word(&mut self, place: &Dialect, path: &FieldPath, word: &str) {
        for id in self.all(place, path, Objects::Own) {
            let member = self.tree.node(id).map(|node| node.member);
            let text = member.and_then(|member| content(self.text.expose(), member));
            if text.is_some_and(|text| text.as_str() == word) {
                self.drop_extra(id);
            }
        }
    }

    /// Drops numbered members that would be gathered into an array.
    pub(super) fn check_numbered(&mut self, place: &Dialect, numbered: &Numbered) {
        let text = self.text.expose();
        let top = || self.tree.top().filter_map(|id| Some((id, self.tree.node(id)?)));
        if place.at.split('/').next() == Some(numbered.list)
            || top().any(|(_, node)| node.name(text) == numbered.list)
        {
            return;
        }
        let read: Vec<Id> =
            top().filter(|(_, node)| numbered.number_of(text, node).is_some()).map(|(id, _)| id).collect();
        read.into_iter().for_each(|id| self.drop_extra(id));
    }

    /// Drops a null that would mean that the token never expires.
    pub(super) fn check_null(&mut self, place: &Dialect, times: &[TimeRule]) {
        for path in times.iter().flat_map(TimeRule::paths) {
            for id in self.all(place, path, Objects::Own) {
                if self.tree.node(id).is_some_and(|node| node.member.kind == JsonKind::Null) {
                    self.drop_extra(id);
                }
            }
        }
    }

    /// Returns true if an extra hints at an expiry; drops the extra if the absence of an expiry has a meaning.
    pub(super) fn check_hints(&mut self, place: &Dialect, absence_counts: bool) -> bool {
        let Ok(hints) = self.try_hints(place) else { return false };
        if absence_counts {
            hints.iter().for_each(|id| self.drop_extra(*id));
        }
        !absence_counts && !hints.is_empty()
    }

    fn try_hints(&mut self, place: &Dialect) -> Result<Vec<Id>> {
        let text = self.text.expose();
        let (root, elements) = place.roots(text, &mut self.tree)?;
        let own = root.into_iter().chain(elements.map(Some)).nth(self.object);
        let mut hints = own.map_or(Ok(Vec::new()), |root| place.hints(text, &mut self.tree, root))?;
        hints.retain(|id| self.tree.node(*id).is_some_and(|node| !self.tree.fully_consumed(node)));
        Ok(hints)
    }

    /// Takes the empty extras at a path.
    pub(super) fn clear_path(&mut self, place: &Dialect, path: &FieldPath) {
        for id in self.all(place, path, Objects::Own) {
            self.tree.consume(id);
        }
    }

    /// Drops extras that would make another token, or an error response.
    pub(super) fn check_outcome(&mut self, dialect: &Dialect, place: &Dialect) {
        for other in dialect.places() {
            if other.last_resort && !std::ptr::eq(other, place) {
                continue;
            }
            let objects = if std::ptr::eq(other, place) { Objects::Others } else { Objects::All };
            for (field, paths) in tokens_of(other) {
                // An invalid refresh token is an error even where it is not a granted credential.
                let grants = field != TextField::RefreshToken || other.refresh_token_is_grant;
                for id in
                    paths.into_iter().flat_map(|path| self.all(other, path, objects)).collect::<Vec<_>>()
                {
                    let reads =
                        |member| self.reads_as_token(field, member) && (grants || !self.can_be_token(member));
                    if self.tree.node(id).is_some_and(|node| reads(node.member)) {
                        self.drop_extra(id);
                    }
                }
            }
        }
        if let Err(_duplicate) = self.check_error_response(dialect) {
            self.drop_all();
        }
    }

    /// Drops extras that would be a second token for the same field.
    pub(super) fn drop_duplicates(&mut self, place: &Dialect, token: &Token) {
        if !place.one_of_each {
            return;
        }
        for (field, paths) in tokens_of(place) {
            for id in
                paths.into_iter().flat_map(|path| self.all(place, path, Objects::Own)).collect::<Vec<_>>()
            {
                let text = self.text.expose();
                let member = self.tree.node(id).map(|node| node.member);
                let twin = member.filter(|member| self.reads_as_token(field, *member));
                let differs = |twin: &str| token.text(field).is_some_and(|token| !same(token, twin));
                if twin.is_some_and(|twin| content(text, twin).is_none_or(|twin| differs(twin.as_str()))) {
                    self.drop_extra(id);
                }
            }
        }
    }

    fn check_error_response(&mut self, dialect: &Dialect) -> Result<()> {
        for path in dialect.errors.signs.into_iter().chain(dialect.errors.steps) {
            let Some(id) = self.tree.find(self.text.expose(), None, path)? else { continue };
            if self.tree.node(id).is_some_and(|node| is_present(self.text.expose(), node.member)) {
                self.drop_extra(id);
            }
        }
        if let Some((path, good)) = dialect.success
            && let Some(id) = self.tree.find(self.text.expose(), None, &path)?
        {
            let text = self.text.expose();
            if self.tree.node(id).is_some_and(|node| is_failure(text, node.member, good)) {
                self.drop_extra(id);
            }
        }
        Ok(())
    }

    fn drop_extra(&mut self, id: Id) {
        self.tree.consume(id);
        self.lost = true;
    }

    /// Drops all extras: a body in which a decoded member occurs twice is an error.
    fn drop_all(&mut self) {
        self.tree.top().for_each(|id| self.tree.consume(id));
        self.lost = true;
    }

    /// Finds a path in some of the objects of a place.
    fn all(&mut self, place: &Dialect, path: &FieldPath, objects: Objects) -> Vec<Id> {
        match self.try_all(place, path, objects) {
            Ok(found) => found,
            Err(_duplicate) => {
                self.drop_all();
                Vec::new()
            }
        }
    }

    fn try_all(&mut self, place: &Dialect, path: &FieldPath, objects: Objects) -> Result<Vec<Id>> {
        let text = self.text.expose();
        let (root, elements) = place.roots(text, &mut self.tree)?;
        let roots = root.into_iter().chain(elements.map(Some));
        let mut found = Vec::new();
        for (index, root) in roots.enumerate() {
            let own = index == self.object;
            if objects == Objects::All || own == (objects == Objects::Own) {
                found.extend(self.tree.find(text, root, path)?);
            }
        }
        Ok(found)
    }
}

/// Returns the paths of the tokens of a place.
fn tokens_of(place: &Dialect) -> [(TextField, FieldPaths); 3] {
    [
        (TextField::AccessToken, place.access_token),
        (TextField::RefreshToken, place.refresh_token),
        (TextField::IdToken, place.id_token),
    ]
}

impl Leftovers {
    /// Splits the extras that a field is encoded into.
    pub(in crate::dialect) fn open(&mut self, root: &OutValue<'_>) {
        self.open_nodes(self.tree.top(), root);
    }

    fn open_nodes(&mut self, nodes: Range<Id>, written: &OutValue<'_>) {
        for (index, id) in nodes.enumerate() {
            let Some(node) = self.tree.node(id).copied() else { continue };
            let name = Name::Sent(node.member.name.outside().of(self.text.expose()));
            let into = match written {
                OutValue::Object(members) => {
                    members.iter().find(|(own, _)| name.is_own(*own)).map(|(_, value)| value)
                }
                OutValue::Array(elements) => elements.get(index),
                _ => None,
            };
            if let Some(into) = into.filter(|into| joins(&node, into))
                && let Ok(Some((from, to))) = self.tree.open(self.text.expose(), id)
            {
                self.open_nodes(from..to, into);
            }
        }
    }

    /// Adds the extras to the encoded fields, and returns true if all of them fit.
    ///
    /// The extras that a field is encoded into have been opened.
    pub(in crate::dialect) fn join<'w>(&'w self, root: &mut OutValue<'w>) -> bool {
        match root {
            OutValue::Object(members) => self.join_members(self.tree.unread().map(|(_, node)| node), members),
            OutValue::Array(elements) => self.join_elements(self.tree.members().iter(), elements),
            _ => false,
        }
    }

    fn join_members<'w>(
        &'w self,
        nodes: impl Iterator<Item = &'w Node>,
        members: &mut Vec<(Name<'w>, OutValue<'w>)>,
    ) -> bool {
        let text = self.text.expose();
        // Fields come first, all extras after them in the order in which they were sent.
        let mut sent = Vec::new();
        let mut complete = true;
        for node in nodes {
            let name = Name::Sent(node.member.name.outside().of(text));
            match members.iter().position(|(own, _)| name.is_own(*own)) {
                // It adds nothing, and is no extra once that is decoded.
                Some(_) if self.tree.is_hollow(node) => {}
                Some(index) if members.get(index).is_some_and(|(_, value)| joins(node, value)) => {
                    let (own, mut value) = members.remove(index);
                    complete &= self.join_value(node, &mut value);
                    sent.push((own, value));
                }
                Some(_) => complete = false,
                None => sent.push((name, OutValue::Extra { text, tree: &self.tree, node })),
            }
        }
        members.append(&mut sent);
        complete
    }

    fn join_value<'w>(&'w self, node: &'w Node, value: &mut OutValue<'w>) -> bool {
        let inside = self.tree.children(node).iter();
        match value {
            OutValue::Object(members) if node.member.kind == JsonKind::Object => {
                self.join_members(inside.filter(|node| !self.tree.fully_consumed(node)), members)
            }
            OutValue::Array(elements) if node.member.kind == JsonKind::Array => {
                self.join_elements(inside, elements)
            }
            _ => false,
        }
    }

    fn join_elements<'w>(
        &'w self,
        nodes: impl Iterator<Item = &'w Node>,
        elements: &mut Vec<OutValue<'w>>,
    ) -> bool {
        let mut complete = true;
        for (index, node) in nodes.enumerate() {
            let extra = OutValue::Extra { text: self.text.expose(), tree: &self.tree, node };
            match elements.get_mut(index) {
                Some(element @ OutValue::Hole) => *element = extra,
                Some(_) if self.tree.fully_consumed(node) => {}
                Some(element) => complete &= self.join_value(node, element),
                None => elements.push(extra),
            }
        }
        complete
    }
}

/// Returns true if the members of an extra can be added to a value.
fn joins(node: &Node, value: &OutValue<'_>) -> bool {
    matches!(
        (node.member.kind, value),
        (JsonKind::Object, OutValue::Object(_)) | (JsonKind::Array, OutValue::Array(_))
    )
}

impl Leftovers {
    /// Decodes the time of a member, as far as it does not depend on the instant of receipt.
    pub(super) fn time_value(&self, time: &TimeRule, member: Member) -> Option<TimeValue> {
        let text = self.text.expose();
        match member.kind {
            JsonKind::Null => Some(TimeValue::Nothing),
            JsonKind::Number => time.read(member.value.of(text), 0, usize::MAX).ok(),
            JsonKind::String => time.read(content(text, member)?.as_str(), 0, usize::MAX).ok(),
            _ => None,
        }
    }

    /// Returns true if a member would be decoded into a text field, or be an error.
    pub(super) fn reads_as_text(&self, place: &Dialect, field: TextField, member: Member) -> bool {
        let words = content(self.text.expose(), member);
        let words = words.as_ref().map(Content::as_str);
        let blank = words.is_some_and(|words| words.trim_ascii().is_empty());
        match field {
            TextField::AccessToken | TextField::RefreshToken | TextField::IdToken => {
                self.reads_as_token(field, member)
            }
            TextField::TokenType if place.token_types.is_empty() => {
                !is_empty(self.text.expose(), member) && !blank
            }
            TextField::TokenType => words.is_some_and(|words| place.is_token_type(words)),
            TextField::Scopes if place.empty_scope_says_nothing && blank => false,
            TextField::Scopes => self.reads_as_scopes(member),
            _ if member.kind == JsonKind::Number => true,
            _ => words.is_some() && !blank,
        }
    }

    fn reads_as_scopes(&self, member: Member) -> bool {
        let text = self.text.expose();
        match member.kind {
            // An invalid escape is an error.
            JsonKind::String => content(text, member).is_none() || is_scope(text, member),
            JsonKind::Array => {
                let elements = Tree::split(text, member.value, DEEPEST, 0);
                elements.is_ok_and(|(list, _)| list.unread().all(|(_, node)| is_scope(text, node.member)))
            }
            _ => false,
        }
    }

    /// Returns true if a member would be decoded as a token, or be an error.
    pub(super) fn reads_as_token(&self, field: TextField, member: Member) -> bool {
        let text = self.text.expose();
        let is_read = field != TextField::IdToken || member.kind == JsonKind::String;
        is_read
            && !is_empty(text, member)
            && content(text, member).is_none_or(|text| !is_placeholder(text.as_str()))
    }

    pub(super) fn can_be_token(&self, member: Member) -> bool {
        content(self.text.expose(), member).is_some_and(|text| is_token(text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::value::RawValue;

    use super::Dialect;
    use crate::adapter::Adapter;
    use crate::model::{Field, Token};

    fn written(extras: &[(&str, &str)]) -> (String, Vec<Field>) {
        let raw: Vec<(&str, Box<RawValue>)> = extras
            .iter()
            .filter_map(|(name, json)| Some((*name, RawValue::from_string((*json).to_owned()).ok()?)))
            .collect();
        let mut builder = Token::builder("oauth2").access_token("EXAMPLE").scopes([]);
        for (name, json) in &raw {
            builder = builder.extra(name, json);
        }
        let encoded =
            builder.build().and_then(|token| Dialect::OAUTH2.encode(&token, ::time::UtcDateTime::UNIX_EPOCH));
        encoded.map(|encoded| (encoded.body.expose().to_owned(), encoded.dropped)).unwrap_or_default()
    }

    #[test]
    fn extra_that_would_be_decoded_is_dropped() {
        let bare = r#"{"access_token":"EXAMPLE","scope":""}"#.to_owned();
        for extra in [
            ("refresh_token", "\"EXAMPLE-2\""),
            ("accessToken", "\"EXAMPLE-2\""),
            ("expires_in", "60"),
            ("expires_at", "\"soon\""),
            ("error", "{\"code\":1}"),
            ("token_type", "5"),
        ] {
            assert_eq!(written(&[extra]), (bare.clone(), vec![Field::Extras]), "{extra:?}");
        }
    }

    #[test]
    fn extra_without_effect_is_kept() {
        for (name, json) in [
            ("refresh_token", "\"\""),
            ("accessToken", "\"EXAMPLE\""),
            ("expires_in", "-1"),
            ("expires_at", "null"),
            ("error", "false"),
            ("id_token", "0"),
            ("n", "1.50"),
        ] {
            let body = format!(r#"{{"access_token":"EXAMPLE","scope":"","{name}":{json}}}"#);
            assert_eq!(written(&[(name, json)]), (body, vec![]), "{name}");
        }
    }
}
