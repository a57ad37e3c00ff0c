//! The JSON object that a form or XML is converted to.

use super::source_map::SourceMap;
use crate::json::{Member, Node};
use crate::secret::SecretBuf;

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
        self.nodes.push(Node::new(self.text.expose(), member));
    }

    /// Ends the object.
    pub(super) fn close(mut self) -> Self {
        self.text.put("}");
        self
    }
}
