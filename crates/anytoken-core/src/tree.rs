//! The members of a body, those within others only where somebody asks for them.

mod find;
mod index;
mod node;

use std::ops::Range;

use self::index::Index;
pub(crate) use self::node::Node;
use crate::scan::{self, DEEPEST, Each, Member};
use crate::{Error, ErrorKind, JsonKind, Path, Result, Span};

/// The index of a node in its tree.
pub(crate) type Id = usize;

/// The members of a text, as places in it.
#[derive(Default)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    /// The nodes of the top level come first; so many.
    top: usize,
    index: Index,
    /// Whether a name has escapes, or a member was opened: then not all extras stand in the text as they are.
    altered: bool,
    /// Whether the top level is an array.
    is_list: bool,
    /// Whether of a name that stands twice the first is meant.
    takes_first: bool,
}

impl Tree {
    /// The members of the object or array at a place of a text, about so many.
    pub(crate) fn split(text: &str, place: Span, levels: u32, expected: usize) -> Result<(Self, JsonKind)> {
        let mut tree = Self::default();
        let kind = tree.fill(text, place, levels, expected)?;
        Ok((tree, kind))
    }

    /// The same for a tree that is in its place already.
    pub(crate) fn fill(&mut self, text: &str, place: Span, levels: u32, expected: usize) -> Result<JsonKind> {
        // Where the number is known when the program is built, nothing is left to be checked.
        let nodes = if expected <= 16 { Vec::with_capacity(16) } else { Vec::with_capacity(expected) };
        let mut top = Top { text, nodes, escaped: false };
        let split = scan::split(text, place, levels, &mut top);
        let Top { mut nodes, escaped, .. } = top;
        let kind = split.map_err(|stop| Error::new(stop.kind).with_offset(stop.at))?;
        let broken = |node: &&Node| node.member.name_escaped && node.name_cannot_be_read(text);
        if escaped && let Some(node) = nodes.iter().find(broken) {
            return Err(Error::new(ErrorKind::Syntax).with_offset(node.member.name.start()));
        }
        self.is_list = kind == JsonKind::Array;
        if self.is_list {
            self.index.lacks_nothing();
        } else {
            self.index.settle(&mut nodes);
        }
        (self.top, self.nodes, self.altered) = (nodes.len(), nodes, escaped);
        Ok(kind)
    }

    pub(crate) fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// The range of a container's members; `None` for any other value.
    pub(crate) fn open(&mut self, text: &str, id: Id) -> Result<Option<(Id, Id)>> {
        let Some(node) = self.nodes.get(id) else { return Ok(None) };
        if !matches!(node.member.kind, JsonKind::Object | JsonKind::Array) {
            return Ok(None);
        }
        if node.opened.is_some() {
            return Ok(Some((node.opened.start(), node.opened.end())));
        }
        let (start, place) = (self.nodes.len(), node.member.value);
        let nodes = &mut self.nodes;
        scan::split(text, place, DEEPEST, &mut |member| push(nodes, Node::new(text, member)))
            .map_err(|stop| Error::new(stop.kind).with_offset(stop.at))?;
        self.altered = true;
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(id) {
            node.opened = Span::new(start, end);
        }
        Ok(Some((start, end)))
    }

    /// What a path leads to from each element of an array, as nodes side by side.
    ///
    /// `None` where it is no array, and where an element does not have it.
    pub(crate) fn gather(&mut self, text: &str, list: Id, path: &Path) -> Result<Option<(Id, Id)>> {
        let Some(found) = self.each(text, list, path)? else { return Ok(None) };
        let start = self.nodes.len();
        for id in found {
            self.nodes.extend(self.nodes.get(id).copied());
        }
        Ok(Some((start, self.nodes.len())))
    }

    /// Marks as read what was gathered.
    pub(crate) fn take_gathered(&mut self, list: Id, path: &Path, text: &str) -> Result<()> {
        self.each(text, list, path)?.into_iter().flatten().for_each(|id| self.take(id));
        Ok(())
    }

    /// What a path leads to from each element of an array; `None` as for [`gather`](Self::gather).
    pub(crate) fn each(&mut self, text: &str, list: Id, path: &Path) -> Result<Option<Vec<Id>>> {
        let Some((from, to)) = self.open(text, list)?.filter(|(from, to)| from < to) else { return Ok(None) };
        (from..to).map(|element| self.find(text, Some(element), path)).collect()
    }

    /// The nodes of the top level.
    pub(crate) fn top(&self) -> Range<Id> {
        0..self.top
    }

    /// Whether the top level is an array.
    pub(crate) fn is_list(&self) -> bool {
        self.is_list
    }

    /// From here on the first is meant of a name that stands twice, as in a list of XML elements.
    pub(crate) fn take_first(&mut self) {
        self.takes_first = true;
    }

    /// Marks a node as read: it is no extra.
    pub(crate) fn take(&mut self, id: Id) {
        if let Some(node) = self.nodes.get_mut(id) {
            node.taken = true;
        }
    }

    /// The members of the top level, read or not.
    pub(crate) fn members(&self) -> &[Node] {
        self.nodes.get(..self.top).unwrap_or(&[])
    }

    /// The nodes of the top level that have anything left of them; of a list all, for they have no names but their
    /// places.
    pub(crate) fn left(&self) -> impl Iterator<Item = (Id, &Node)> {
        let keeps_all = self.is_list() && self.members().iter().any(|node| !self.gone(node));
        self.members().iter().enumerate().filter(move |(_, node)| keeps_all || !self.gone(node))
    }

    /// Whether a node is what was sent, down to the last member.
    #[inline]
    pub(crate) fn whole(&self, node: &Node) -> bool {
        !node.taken && (!node.opened.is_some() || self.is_whole_inside(node))
    }

    fn is_whole_inside(&self, node: &Node) -> bool {
        self.inside(node).iter().all(|inner| self.whole(inner))
    }

    /// Hands out the raw JSON of a node without what was taken of it.
    pub(crate) fn pruned(&self, text: &str, node: &Node, out: &mut dyn FnMut(&str)) {
        if self.whole(node) {
            return out(node.member.value.of(text));
        }
        let object = node.member.kind == JsonKind::Object;
        out(if object { "{" } else { "[" });
        let mut first = true;
        for inner in self.inside(node) {
            let gone = self.gone(inner);
            // Elements keep their index: an empty value stands for one that is gone.
            if gone && object {
                continue;
            }
            if !std::mem::take(&mut first) {
                out(",");
            }
            if object {
                out(inner.member.name.outside().of(text));
                out(":");
            }
            match inner.member.kind {
                JsonKind::Object if gone => out("{}"),
                JsonKind::Array if gone => out("[]"),
                _ if gone => out("null"),
                _ => self.pruned(text, inner, out),
            }
        }
        out(if object { "}" } else { "]" });
    }

    /// Whether each node of the top level is gone or stands in the text as an extra does.
    pub(crate) fn stands(&self) -> bool {
        !self.altered
    }

    /// Takes out the nodes of a tree that [`stands`](Self::stands): those that are left are its extras.
    pub(crate) fn take_nodes(&mut self) -> Vec<Node> {
        std::mem::take(&mut self.nodes)
    }

    /// Takes out the nodes of the top level that have anything left, each settled by `settle`.
    pub(crate) fn take_extras(&mut self, mut settle: impl FnMut(&Self, &mut Node)) -> Vec<Node> {
        let mut kept = 0;
        let keeps_all = self.is_list && self.left().next().is_some();
        for id in 0..self.top {
            let Some(mut node) = self.nodes.get(id).copied() else { break };
            if keeps_all || !self.gone(&node) {
                settle(self, &mut node);
                if let Some(slot) = self.nodes.get_mut(kept) {
                    *slot = Node::extra(node.member.name, node.member.value);
                    kept = kept.saturating_add(1);
                }
            }
        }
        let mut nodes = std::mem::take(&mut self.nodes);
        nodes.truncate(kept);
        nodes
    }

    /// The members of a node that was opened.
    pub(crate) fn left_inside<'t>(&'t self, node: &Node) -> impl Iterator<Item = &'t Node> {
        self.inside(node).iter()
    }

    /// Whether nothing is left of a node.
    #[inline]
    pub(crate) fn gone(&self, node: &Node) -> bool {
        node.taken || node.opened.is_some() && self.is_gone_inside(node)
    }

    /// Whether a node was opened and has no members.
    pub(crate) fn is_hollow(&self, node: &Node) -> bool {
        node.opened.is_some() && self.inside(node).is_empty()
    }

    fn is_gone_inside(&self, node: &Node) -> bool {
        let inside = self.inside(node);
        !inside.is_empty() && inside.iter().all(|inner| self.gone(inner))
    }

    fn inside(&self, node: &Node) -> &[Node] {
        self.nodes.get(node.opened.range()).unwrap_or(&[])
    }
}

/// The members of the top level, as they come.
struct Top<'t> {
    text: &'t str,
    nodes: Vec<Node>,
    /// Whether a name has escapes.
    escaped: bool,
}

impl Each for Top<'_> {
    #[inline(always)]
    fn member(&mut self, member: Member) {
        self.escaped |= member.name_escaped;
        push(&mut self.nodes, Node::new(self.text, member));
    }
}

/// Adds a node; the list grows by half, so that a body of many small members is not held many times over.
#[inline(always)]
fn push(nodes: &mut Vec<Node>, node: Node) {
    if nodes.len() == nodes.capacity() {
        grow(nodes);
    }
    nodes.push(node);
}

#[cold]
fn grow(nodes: &mut Vec<Node>) {
    nodes.reserve_exact(nodes.len().max(16) >> 1);
}
