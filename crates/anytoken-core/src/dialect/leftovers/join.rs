//! Merging of extras and fields.

use std::ops::Range;

use super::Leftovers;
use crate::JsonKind;
use crate::dialect::out::{Name, OutValue};
use crate::tree::{Id, Node};

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
        let inside = self.tree.unread_inside(node);
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
