//! Extras and slots in one tree.

use std::ops::Range;

use super::Left;
use crate::JsonKind;
use crate::dialect::out::{Name, Out};
use crate::tree::{Id, Node};

impl Left {
    /// Opens whatever something is written into.
    pub(in crate::dialect) fn open(&mut self, root: &Out<'_>) {
        self.open_nodes(self.tree.top(), root);
    }

    fn open_nodes(&mut self, nodes: Range<Id>, written: &Out<'_>) {
        for (index, id) in nodes.enumerate() {
            let Some(node) = self.tree.node(id).copied() else { continue };
            let name = Name::Sent(node.member.name.outside().of(self.text.expose()));
            let into = match written {
                Out::Object(members) => {
                    members.iter().find(|(own, _)| name.is_own(*own)).map(|(_, value)| value)
                }
                Out::Array(elements) => elements.get(index),
                _ => None,
            };
            if let Some(into) = into.filter(|into| joins(&node, into))
                && let Ok(Some((from, to))) = self.tree.open(self.text.expose(), id)
            {
                self.open_nodes(from..to, into);
            }
        }
    }

    /// Adds what is left to what is written; whether all of it found its place.
    ///
    /// What something is written into has been opened.
    pub(in crate::dialect) fn join<'w>(&'w self, root: &mut Out<'w>) -> bool {
        match root {
            Out::Object(members) => self.join_members(self.tree.left().map(|(_, node)| node), members),
            Out::Array(elements) => self.join_elements(self.tree.members().iter(), elements),
            _ => false,
        }
    }

    fn join_members<'w>(
        &'w self,
        nodes: impl Iterator<Item = &'w Node>,
        members: &mut Vec<(Name<'w>, Out<'w>)>,
    ) -> bool {
        let text = self.text.expose();
        // What is written alone comes first, all others in the order in which they were sent.
        let mut sent = Vec::new();
        let mut whole = true;
        for node in nodes {
            let name = Name::Sent(node.member.name.outside().of(text));
            match members.iter().position(|(own, _)| name.is_own(*own)) {
                // It adds nothing, and is no extra once that is decoded.
                Some(_) if self.tree.is_hollow(node) => {}
                Some(index) if members.get(index).is_some_and(|(_, value)| joins(node, value)) => {
                    let (own, mut value) = members.remove(index);
                    whole &= self.join_value(node, &mut value);
                    sent.push((own, value));
                }
                Some(_) => whole = false,
                None => sent.push((name, Out::Extra { text, tree: &self.tree, node })),
            }
        }
        members.append(&mut sent);
        whole
    }

    fn join_value<'w>(&'w self, node: &'w Node, value: &mut Out<'w>) -> bool {
        let inside = self.tree.left_inside(node);
        match value {
            Out::Object(members) if node.member.kind == JsonKind::Object => {
                self.join_members(inside.filter(|node| !self.tree.gone(node)), members)
            }
            Out::Array(elements) if node.member.kind == JsonKind::Array => {
                self.join_elements(inside, elements)
            }
            _ => false,
        }
    }

    fn join_elements<'w>(
        &'w self,
        nodes: impl Iterator<Item = &'w Node>,
        elements: &mut Vec<Out<'w>>,
    ) -> bool {
        let mut whole = true;
        for (index, node) in nodes.enumerate() {
            let extra = Out::Extra { text: self.text.expose(), tree: &self.tree, node };
            match elements.get_mut(index) {
                Some(element @ Out::Vacant) => *element = extra,
                Some(_) if self.tree.gone(node) => {}
                Some(element) => whole &= self.join_value(node, element),
                None => elements.push(extra),
            }
        }
        whole
    }
}

/// Whether a value has room for what is left of one.
fn joins(node: &Node, value: &Out<'_>) -> bool {
    matches!((node.member.kind, value), (JsonKind::Object, Out::Object(_)) | (JsonKind::Array, Out::Array(_)))
}
