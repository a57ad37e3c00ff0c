//! The members of a body, those within others only where somebody asks for them.

use crate::scan::{self, DEEPEST, Member};
use crate::{Error, ErrorKind, JsonKind, Result, Span, json};

/// The index of a node in its tree.
pub(crate) type Id = usize;

/// The members of a text, as places in it.
#[derive(Default)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    /// The nodes of the top level come first; so many.
    top: usize,
}

#[derive(Clone, Copy)]
pub(crate) struct Node {
    pub(crate) member: Member,
    /// Its members: from, and up to, these nodes, once it was opened.
    opened: Option<(u32, u32)>,
    /// Whether a slot or a time was read from it.
    taken: bool,
}

impl Tree {
    /// The members of the object or array at a place of a text.
    pub(crate) fn split(text: &str, place: Span, levels: u32) -> Result<(Self, JsonKind)> {
        let mut nodes = Vec::with_capacity(16);
        let kind = scan::split(text, place, levels, |member| nodes.push(Node::new(member)))
            .map_err(|stop| Error::new(stop.kind).with_offset(stop.at))?;
        let broken = |node: &&Node| node.member.name_escaped && node.name_cannot_be_read(text);
        if let Some(node) = nodes.iter().find(broken) {
            return Err(Error::new(ErrorKind::Syntax).with_offset(node.member.name.start()));
        }
        let top = nodes.len();
        Ok((Self { nodes, top }, kind))
    }

    pub(crate) fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// The node at a path from another, or from the top; `/` stands between names, and a number is an index.
    ///
    /// A name on the path that occurs twice is an error.
    pub(crate) fn find(&mut self, text: &str, from: Option<Id>, path: &'static str) -> Result<Option<Id>> {
        let mut here = from;
        for name in path.split('/') {
            let (start, end) = match here {
                None => (0, self.top),
                Some(id) => match self.open(text, id)? {
                    Some(range) => range,
                    None => return Ok(None),
                },
            };
            let inside_array = self.nodes.get(start).is_some_and(|node| !node.is_named());
            let found = if inside_array {
                name.parse().ok().and_then(|index: usize| start.checked_add(index)).filter(|id| *id < end)
            } else {
                let named = |id: &Id| self.nodes.get(*id).is_some_and(|node| node.has_name(text, name));
                let mut hits = (start..end).filter(named);
                let first = hits.next();
                if let Some(second) = hits.next().and_then(|id| self.nodes.get(id)) {
                    let at = second.member.name.start();
                    return Err(Error::new(ErrorKind::Duplicate).with_field(path).with_offset(at));
                }
                first
            };
            match found {
                Some(id) => here = Some(id),
                None => return Ok(None),
            }
        }
        Ok(here)
    }

    /// The range of a container's members; `None` for any other value.
    pub(crate) fn open(&mut self, text: &str, id: Id) -> Result<Option<(Id, Id)>> {
        let Some(node) = self.nodes.get(id) else { return Ok(None) };
        if !matches!(node.member.kind, JsonKind::Object | JsonKind::Array) {
            return Ok(None);
        }
        let wide = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        if let Some((start, end)) = node.opened {
            return Ok(Some((wide(start), wide(end))));
        }
        let (start, place) = (self.nodes.len(), node.member.value);
        let nodes = &mut self.nodes;
        scan::split(text, place, DEEPEST, |member| nodes.push(Node::new(member)))
            .map_err(|stop| Error::new(stop.kind).with_offset(stop.at))?;
        let end = self.nodes.len();
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        if let Some(node) = self.nodes.get_mut(id) {
            node.opened = Some((narrow(start), narrow(end)));
        }
        Ok(Some((start, end)))
    }

    /// The nodes of the top level.
    pub(crate) fn top(&self) -> std::ops::Range<Id> {
        0..self.top
    }

    /// Whether the top level is an array.
    pub(crate) fn is_list(&self) -> bool {
        self.nodes.first().is_some_and(|node| self.top > 0 && !node.is_named())
    }

    /// Marks a node as read: it is no extra.
    pub(crate) fn take(&mut self, id: Id) {
        if let Some(node) = self.nodes.get_mut(id) {
            node.taken = true;
        }
    }

    /// The nodes of the top level that have anything left of them.
    pub(crate) fn left(&self) -> impl Iterator<Item = (Id, &Node)> {
        self.nodes.iter().take(self.top).enumerate().filter(|(_, node)| !self.gone(node))
    }

    /// Whether a node is what was sent, down to the last member.
    pub(crate) fn whole(&self, node: &Node) -> bool {
        !node.taken && self.inside(node).iter().all(|inner| self.whole(inner))
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

    /// The index alone: the nodes of the top level that have anything left, each settled by `settle`.
    pub(crate) fn into_extras(mut self, mut settle: impl FnMut(&Self, &mut Node)) -> Vec<Node> {
        let mut kept = 0;
        for id in 0..self.top {
            let Some(mut node) = self.nodes.get(id).copied() else { break };
            if !self.gone(&node) {
                settle(&self, &mut node);
                if let Some(slot) = self.nodes.get_mut(kept) {
                    *slot = Node::extra(node.member.name, node.member.value);
                    kept = kept.saturating_add(1);
                }
            }
        }
        self.nodes.truncate(kept);
        self.nodes
    }

    /// The members of a node that was opened.
    pub(crate) fn left_inside<'t>(&'t self, node: &Node) -> impl Iterator<Item = &'t Node> {
        self.inside(node).iter()
    }

    /// Whether nothing is left of a node.
    pub(crate) fn gone(&self, node: &Node) -> bool {
        let inside = self.inside(node);
        node.taken || (!inside.is_empty() && inside.iter().all(|inner| self.gone(inner)))
    }

    fn inside(&self, node: &Node) -> &[Node] {
        let wide = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        node.opened.and_then(|(start, end)| self.nodes.get(wide(start)..wide(end))).unwrap_or(&[])
    }
}

impl Node {
    fn new(member: Member) -> Self {
        Self { member, opened: None, taken: false }
    }

    /// A settled member: its name as text, its value as raw JSON.
    pub(crate) fn extra(name: Span, value: Span) -> Self {
        let kind = JsonKind::Null;
        Self::new(Member { name, value, kind, name_escaped: false, escaped: false })
    }

    /// Whether it is a member and not an element: no name stands at the very beginning of a text.
    fn is_named(&self) -> bool {
        self.member.name != Span::default()
    }

    fn has_name(&self, text: &str, name: &str) -> bool {
        let sent = self.member.name.of(text);
        if self.member.name_escaped { json::unescape(sent).eq(name.chars().map(Ok)) } else { sent == name }
    }

    fn name_cannot_be_read(&self, text: &str) -> bool {
        json::unescape(self.member.name.of(text)).any(|c| c.is_err())
    }
}
