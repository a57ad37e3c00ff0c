//! The JSON object that a form or XML is converted to.

use super::source_map::SourceMap;
use crate::json::{self, Member, Node, StringForm, bytes};
use crate::secret::SecretBuf;
use crate::span::Span;

/// An object that is written member by member, with what splitting its text would yield.
pub(super) struct Object {
    pub(super) text: SecretBuf,
    pub(super) nodes: Vec<Node>,
    pub(super) source_map: SourceMap,
}

impl Object {
    /// Begins an object with room for so many bytes and members.
    pub(super) fn new(size: usize, members: usize) -> Self {
        let mut text = SecretBuf::with_capacity(size);
        text.put("{");
        Self { text, nodes: Vec::with_capacity(members), source_map: SourceMap::with_capacity(members) }
    }

    /// Begins a member, whose offset in the source is given, and returns the offset of its name in the text.
    pub(super) fn start_member(&mut self, source: usize) -> usize {
        let comma = if self.nodes.is_empty() { 0 } else { 1 };
        self.source_map.add(self.text.len().saturating_add(comma), source);
        self.text.push(if comma == 0 { "\"" } else { ",\"" }).end()
    }

    /// Adds a member that has been written.
    pub(super) fn end_member(&mut self, member: Member) {
        json::push(&mut self.nodes, Node::new(self.text.expose(), member));
    }

    /// Writes a text as a string, and returns its form; a plain one is known to be visible ASCII without escapes.
    pub(super) fn string(&mut self, text: &str, is_plain: bool) -> StringForm {
        let start = self.text.len();
        if is_plain {
            self.text.put("\"");
            self.text.put(text);
            self.text.put("\"");
            return StringForm::Visible;
        }
        json::quote(text, &mut |piece| self.text.put(piece));
        let quoted = Span::new(start, self.text.len()).of(self.text.expose());
        StringForm::of(bytes::are_visible(text.as_bytes()), quoted.contains('\\'))
    }

    /// Inserts a text at an offset that is in the last member.
    pub(super) fn insert(&mut self, at: usize, text: &str) {
        self.text.insert(at, text);
        self.source_map.shift(at, text.len());
    }

    /// Ends the object.
    pub(super) fn close(mut self) -> Self {
        self.text.put("}");
        self
    }
}
