//! Rewriting of a body that has been split, so that the fields of a format are members: JSON in a string, headers, bare
//! text, numbered members.

use super::body::{Body, BodyText, strip_prefixes};
use super::source_map::SourceMap;
use super::xml::TEXT;
use crate::error::{Error, ErrorKind, JsonKind, Result};
use crate::json::{self, FieldPath, Node, Tree};
use crate::secret::{SecretBuf, is_placeholder};
use crate::span::Span;

impl Body<'_> {
    /// Replaces the string at `path` by the JSON object that it contains.
    ///
    /// A string that contains anything else is left unchanged.
    pub(crate) fn expand_json_string(&mut self, path: &'static str) -> Result<()> {
        let found = self.find(None, &FieldPath::new(path))?;
        let member = found.and_then(|id| self.tree.node(id)).map(|node| node.member);
        let Some(member) = member.filter(|member| member.kind == JsonKind::String) else { return Ok(()) };
        let text = self.text.as_str();
        let Ok(inside) = SecretBuf::unescaped(member.value.inside().of(text), member.is_escaped()) else {
            return Ok(());
        };
        let inner = Span::new(0, inside.len());
        if !matches!(Tree::split(inside.expose(), inner, self.limits.levels, 0), Ok((_, JsonKind::Object))) {
            return Ok(());
        }
        let (before, after) = (Span::new(0, member.value.start()), Span::new(member.value.end(), text.len()));
        let mut expanded = SecretBuf::with_capacity(text.len());
        let mut source_map = SourceMap::default();
        source_map.add_verbatim(0, self.source_map.source_span(before).start());
        source_map
            .add(expanded.push(before.of(text)).end(), self.source_map.source_span(member.value).start());
        expanded.put(inside.expose());
        source_map.add_verbatim(expanded.len(), self.source_map.source_span(after).start());
        expanded.put(after.of(text));
        self.reparse(expanded, source_map)
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
            for (index, (name, value)) in sent.iter().enumerate() {
                out(if index > 0 { "," } else { "{" });
                json::quote(name, out);
                out(":");
                json::quote(value, out);
            }
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
            self.set_object(&[(TEXT, text.expose())]);
        }
    }

    /// Wraps a JSON body that has all of these members in an object, as the text of its member `#text`.
    #[cold]
    pub(crate) fn wrap_json(&mut self, names: &[&'static str]) -> Result<()> {
        let mut has_all = true;
        for name in names {
            has_all &= self.find(None, &FieldPath::new(name))?.is_some();
        }
        if has_all {
            let text = std::mem::replace(&mut self.text, BodyText::Borrowed(""));
            let json = strip_prefixes(text.as_str()).of(text.as_str()).trim_ascii_end();
            self.set_object(&[(TEXT, json)]);
        }
        Ok(())
    }

    /// Replaces the body by an object of strings that are found in its text.
    ///
    /// An adapter calls this for a body whose fields are not members of an object. `found` receives the text of the
    /// body; if it returns `None`, the body is left unchanged.
    pub fn reread<const N: usize>(
        mut self,
        found: impl for<'t> Fn(&'t str) -> Option<[(&'static str, &'t str); N]>,
    ) -> Self {
        let text = std::mem::replace(&mut self.text, BodyText::Borrowed(""));
        match found(text.as_str()) {
            Some(members) => self.set_object(&members),
            None => self.text = text,
        }
        self
    }

    /// Replaces the body by an object of these strings.
    fn set_object(&mut self, members: &[(&'static str, &str)]) {
        let write = |out: &mut dyn FnMut(&str)| {
            out("{");
            for (index, (name, value)) in members.iter().enumerate() {
                out(if index > 0 { "," } else { "" });
                json::quote(name, out);
                out(":");
                json::quote(value, out);
            }
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
        let (tree, _) = Tree::split(text.expose(), content, self.limits.levels, 0)?;
        self.tree = tree;
        self.text = BodyText::Owned(text);
        self.source_map = source_map;
        Ok(())
    }
}

impl Body<'_> {
    /// Moves the members whose names end with a number into an array, in the order of their numbers.
    ///
    /// A body without such members, or with a member of the array's name, is left unchanged.
    pub(crate) fn collect_numbered(&mut self, numbered: &Numbered) -> Result<()> {
        let text = self.text.as_str();
        let (mut elements, mut rest) = (Vec::new(), Vec::new());
        for node in self.tree.members() {
            let member = node.member;
            match numbered.number_of(text, node) {
                Some(number) => elements.push((number, member)),
                None if node.name(text) == numbered.list => return Ok(()),
                None => rest.push(Span::new(member.name.outside().start(), member.value.end())),
            }
        }
        if elements.is_empty() {
            return Ok(());
        }
        elements.sort_by_key(|(number, _)| *number);
        let twice = elements.windows(2).find_map(|pair| match pair {
            [(first, _), (second, member)] if first == second => Some(member.name.start()),
            _ => None,
        });
        if let Some(at) = twice {
            return Err(Error::new(ErrorKind::Duplicate).with_field(numbered.before).with_offset(at));
        }
        // A piece that is copied from the text comes with its span.
        let write = |out: &mut dyn FnMut(&str, Option<Span>)| {
            out("{", None);
            for member in &rest {
                out(member.of(text), Some(*member));
                out(",", None);
            }
            json::quote(numbered.list, &mut |piece| out(piece, None));
            for (index, (number, member)) in elements.iter().enumerate() {
                out(if index > 0 { ",{" } else { ":[{" }, None);
                json::quote(numbered.number, &mut |piece| out(piece, None));
                out(":", None);
                out(&number.to_string(), None);
                out(",", None);
                json::quote(numbered.value, &mut |piece| out(piece, None));
                out(":", None);
                out(member.value.of(text), Some(member.value));
                out("}", None);
            }
            out("]}", None);
        };
        let mut size = 0_usize;
        write(&mut |piece, _| size = size.saturating_add(piece.len()));
        let (mut object, mut source_map) = (SecretBuf::with_capacity(size), SourceMap::default());
        write(&mut |piece, copied| {
            if let Some(copied) = copied {
                source_map.add_verbatim(object.len(), self.source_map.source_span(copied).start());
            }
            object.put(piece);
        });
        self.reparse(object, source_map)
    }
}

/// Members whose names end with a number, such as `access_token_123`.
///
/// They are decoded as the elements of an array, in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// The part of the name before the number.
    pub before: &'static str,
    /// The name of the array.
    pub list: &'static str,
    /// The member of an element that holds the number.
    pub number: &'static str,
    /// The member of an element that holds the value.
    pub value: &'static str,
}

impl Numbered {
    /// Returns the number in a name, if it has one.
    pub(crate) fn number(&self, name: &str) -> Option<u64> {
        let digits = name.strip_prefix(self.before)?;
        digits.parse().ok().filter(|number: &u64| number.to_string() == digits)
    }

    /// Returns the number in the name of a member whose value can be a token.
    pub(crate) fn number_of(&self, text: &str, node: &Node) -> Option<u64> {
        let number = self.number(&node.name(text))?;
        let member = Some(node.member).filter(|member| member.kind == JsonKind::String)?;
        let token = SecretBuf::unescaped(member.value.inside().of(text), member.is_escaped()).ok()?;
        (!is_placeholder(token.expose())).then_some(number)
    }
}
