//! Rewriting of a body that has been split, so that the fields of a format are members: JSON in a string, headers, bare
//! text, numbered members.

use std::borrow::Cow;
use std::fmt;

use super::body::{Body, BodyText, strip_prefixes};
use super::source_map::SourceMap;
use super::xml::TEXT;
use crate::error::{JsonKind, Result};
use crate::json::{self, DEEPEST, FieldPath, Node, Tree, bytes};
use crate::secret::{SecretBuf, is_placeholder};
use crate::span::Span;

impl Body<'_> {
    /// Replaces the string at `path` by the JSON object that it contains, which is put behind the text.
    ///
    /// A string that contains anything else is left unchanged.
    pub(crate) fn expand_json_string(&mut self, path: &'static str) -> Result<()> {
        let found = self.find(None, &FieldPath::new(path))?;
        let Some((id, node)) = found.and_then(|id| Some((id, self.tree.node(id)?))) else { return Ok(()) };
        let (value, start) = (node.member.value, self.text.as_str().len());
        if node.member.kind != JsonKind::String {
            return Ok(());
        }
        let mut text = SecretBuf::with_room(self.text.as_str(), value.len());
        if !text.unescape(self.text.as_str(), value.inside()) {
            return Ok(());
        }
        // The object is within those that the path leads through.
        let steps = bytes::sum(path.as_bytes(), |byte| u8::from(byte == b'/')).saturating_add(1);
        let around = u32::try_from(steps).unwrap_or(u32::MAX);
        let levels = self.limits.levels.min(DEEPEST).saturating_sub(around);
        let expanded = self.tree.expand(text.expose(), id, Span::new(start, text.len()), levels);
        if expanded.map_err(|error| error.with_offset(value.start()))? {
            self.source_map.append(start, value.start());
            self.text = BodyText::Owned(text);
        }
        Ok(())
    }

    /// Replaces a list of exactly one object by that object.
    #[inline(always)]
    pub(crate) fn unwrap_only_element(&mut self) -> Result<()> {
        if self.tree.is_list() { self.unwrap_element() } else { Ok(()) }
    }

    #[cold]
    fn unwrap_element(&mut self) -> Result<()> {
        let [element] = self.nodes() else { return Ok(()) };
        let value = element.member.value;
        let mut source_map = SourceMap::default();
        source_map.add_verbatim(0, self.source_map.source_span(value).start());
        self.is_element = true;
        self.reparse(SecretBuf::from(value.of(self.text.as_str())), source_map)
    }

    /// Returns the first header of a name, compared case-insensitively.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
    }

    /// Inserts the headers of these names as the first members of the object.
    pub(crate) fn insert_headers(&mut self, names: &[&'static str]) -> Result<()> {
        let sent: Vec<_> = names.iter().filter_map(|name| Some((*name, self.header(name)?))).collect();
        if sent.is_empty() || self.tree.is_list() {
            return Ok(());
        }
        let text = self.text.as_str();
        let content = strip_prefixes(text);
        let brace = text.get(content.start()..).and_then(|text| text.find('{')).unwrap_or(0);
        let inside = Span::new(content.start().saturating_add(brace).saturating_add(1), text.len());
        let empty = self.tree.members().is_empty();
        let write = |out: &mut dyn FnMut(&str)| {
            open_object(&sent, out);
            out(if empty { "" } else { "," });
        };
        let mut size = inside.len();
        write(&mut |piece| size = size.saturating_add(piece.len()));
        let mut object = SecretBuf::with_capacity(size);
        write(&mut |piece| object.put(piece));
        let mut source_map = SourceMap::default();
        source_map.add(0, self.source_map.source_span(content).start());
        source_map.add_verbatim(object.len(), self.source_map.source_span(inside).start());
        object.put(inside.of(text));
        self.reparse(object, source_map)
    }

    /// Wraps a body that is bare text or one JSON string in an object, as the member `#text`.
    ///
    /// An empty text is left unchanged, and if `as_token` is set, a text with whitespace as well, since it is not a
    /// token.
    #[cold]
    pub(crate) fn wrap_bare_text(&mut self, as_token: bool) {
        let is_wrapped = |text: &str| !(text.is_empty() || as_token && text.contains(char::is_whitespace));
        if let Some(text) = self.bare_text().filter(|text| is_wrapped(text.expose())) {
            self.set_strings(&[(TEXT, text.expose())]);
        }
    }

    /// Replaces a JSON body that has all of these members by an object whose member `#text` is its text.
    ///
    /// # Errors
    ///
    /// `Duplicate` if one of the members occurs twice.
    #[cold]
    pub fn wrap_json(&mut self, names: &[&'static str]) -> Result<()> {
        let mut has_all = true;
        for name in names {
            has_all &= self.find(None, &FieldPath::new(name))?.is_some();
        }
        if has_all {
            let text = std::mem::replace(&mut self.text, BodyText::Borrowed(""));
            let json = strip_prefixes(text.as_str()).of(text.as_str()).trim_ascii_end();
            self.set_strings(&[(TEXT, json)]);
        }
        Ok(())
    }

    /// Replaces the body by an object of strings that are found in its text.
    ///
    /// An adapter calls this for a body whose fields are not members of an object. `found` receives the text of the
    /// body; if it returns `None`, the body is left unchanged.
    pub fn reread<const N: usize>(
        &mut self,
        found: impl for<'t> Fn(&'t str) -> Option<[(&'static str, &'t str); N]>,
    ) {
        let text = std::mem::replace(&mut self.text, BodyText::Borrowed(""));
        match found(text.as_str()) {
            Some(members) => self.set_strings(&members),
            None => self.text = text,
        }
    }

    /// Replaces the body by an object of these strings.
    fn set_strings(&mut self, members: &[(&'static str, &str)]) {
        let write = |out: &mut dyn FnMut(&str)| {
            open_object(members, out);
            out("}");
        };
        // Room for the object and for the unescaped values.
        let mut size = members.iter().map(|(_, value)| value.len()).fold(0, usize::saturating_add);
        write(&mut |piece| size = size.saturating_add(piece.len()));
        let mut object = SecretBuf::with_capacity(size);
        write(&mut |piece| object.put(piece));
        let mut source_map = SourceMap::default();
        source_map.add(0, 0);
        self.broken = self.reparse(object, source_map).err();
    }

    /// Replaces the text and splits it again.
    pub(super) fn reparse(&mut self, text: SecretBuf, source_map: SourceMap) -> Result<()> {
        let content = strip_prefixes(text.expose());
        let (tree, _) = Tree::split(text.expose(), content, self.limits.levels)?;
        self.tree = tree;
        self.text = BodyText::Owned(text);
        self.source_map = source_map;
        Ok(())
    }
}

/// Writes an object of strings, up to its last member.
fn open_object(members: &[(&'static str, &str)], out: &mut dyn FnMut(&str)) {
    out("{");
    for (index, (name, value)) in members.iter().enumerate() {
        out(if index > 0 { "," } else { "" });
        json::quote(name, out);
        out(":");
        json::quote(value, out);
    }
}

/// A member of the top level of a [`Body`].
#[derive(Clone, Copy)]
pub struct BodyMember<'b> {
    body: &'b Body<'b>,
    node: &'b Node,
}

impl<'b> BodyMember<'b> {
    /// Returns the name, without escapes.
    pub fn name(&self) -> Cow<'b, str> {
        self.node.name(self.body.text.as_str())
    }

    /// Returns the text of the value if it is a string that can be a token.
    pub fn token(&self) -> Option<SecretBuf> {
        let member = Some(self.node.member).filter(|member| member.kind == JsonKind::String)?;
        let inside = member.value.inside().of(self.body.text.as_str());
        let text = SecretBuf::unescaped(inside, member.is_escaped()).ok()?;
        (!is_placeholder(text.expose())).then_some(text)
    }

    /// Returns the offset of the name in the body as it was received.
    pub fn offset(&self) -> usize {
        self.body.source_span(self.node.member.name).start()
    }
}

impl fmt::Debug for BodyMember<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BodyMember").field("offset", &self.offset()).finish_non_exhaustive()
    }
}

/// A piece of a body that an adapter [rebuilds](Body::rebuild).
#[derive(Clone, Copy, Debug)]
pub enum Part<'p> {
    /// JSON of the adapter.
    Json(&'p str),
    /// A member as it was sent, by its index: name, colon and value.
    Member(usize),
    /// The value of a member as it was sent, by its index.
    Value(usize),
}

impl Body<'_> {
    /// Returns the members of the top level.
    pub fn members(&self) -> impl Iterator<Item = BodyMember<'_>> {
        self.nodes().iter().map(|node| BodyMember { body: self, node })
    }

    /// Replaces the body by JSON that is built of its members, so that offsets in errors remain those of the body as it
    /// was received.
    ///
    /// `write` passes on the parts in their order. It is called twice, first for their size.
    ///
    /// # Errors
    ///
    /// `Syntax` if the parts are not one object.
    pub fn rebuild(&mut self, write: impl Fn(&mut dyn FnMut(Part<'_>))) -> Result<()> {
        let text = self.text.as_str();
        let member = |index: usize| self.nodes().get(index).map(|node| node.member);
        let copied = |part: Part<'_>| match part {
            Part::Json(_) => None,
            Part::Member(index) => {
                member(index).map(|member| Span::new(member.name.outside().start(), member.value.end()))
            }
            Part::Value(index) => member(index).map(|member| member.value),
        };
        let mut size: usize = 0;
        write(&mut |part| {
            let len =
                if let Part::Json(json) = part { json.len() } else { copied(part).map_or(0, Span::len) };
            size = size.saturating_add(len);
        });
        let (mut object, mut source_map) = (SecretBuf::with_capacity(size), SourceMap::default());
        write(&mut |part| {
            if let Part::Json(json) = part {
                object.put(json);
            } else if let Some(span) = copied(part) {
                source_map.add_verbatim(object.len(), self.source_map.source_span(span).start());
                object.put(span.of(text));
            }
        });
        self.reparse(object, source_map)
    }
}
