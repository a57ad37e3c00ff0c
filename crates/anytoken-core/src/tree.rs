//! The members of a body, those within others only where somebody asks for them.

use std::ops::Range;

use crate::path::{Key, escaped_key, key};
use crate::scan::{self, DEEPEST, Member};
use crate::{Error, ErrorKind, JsonKind, Path, Result, Span, json};

/// The index of a node in its tree.
pub(crate) type Id = usize;

/// The members of a text, as places in it.
#[derive(Default)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    /// The nodes of the top level come first; so many.
    top: usize,
    index: Index,
}

#[derive(Clone, Copy)]
pub(crate) struct Node {
    pub(crate) member: Member,
    /// Its members, as a range of nodes, once it was opened.
    opened: Span,
    /// What a look at the name tells; equal for equal names.
    key: Key,
    /// Whether a slot or a time was read from it.
    taken: bool,
}

impl Tree {
    /// The members of the object or array at a place of a text, about so many.
    pub(crate) fn split(text: &str, place: Span, levels: u32, expected: usize) -> Result<(Self, JsonKind)> {
        let mut nodes = Vec::with_capacity(expected.max(16));
        let mut escaped = false;
        let kind = scan::split(text, place, levels, |member| {
            escaped |= member.name_escaped;
            push(text, &mut nodes, member);
        })
        .map_err(|stop| Error::new(stop.kind).with_offset(stop.at))?;
        let broken = |node: &&Node| node.member.name_escaped && node.name_cannot_be_read(text);
        if escaped && let Some(node) = nodes.iter().find(broken) {
            return Err(Error::new(ErrorKind::Syntax).with_offset(node.member.name.start()));
        }
        let top = nodes.len();
        let index = Index::of(&nodes);
        Ok((Self { nodes, top, index }, kind))
    }

    pub(crate) fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// The node at a path from another, or from the top.
    ///
    /// A name on the path that occurs twice is an error.
    pub(crate) fn find(&mut self, text: &str, from: Option<Id>, path: &Path) -> Result<Option<Id>> {
        let (name, key, behind) = path.split();
        let found = match (from, self.index.look(key)) {
            (None, Look::Nowhere) => None,
            (None, Look::At(id)) => self.nodes.get(id).filter(|node| node.is(text, name, key)).map(|_| id),
            (None, Look::Anywhere) => self.find_name(text, self.top(), name, key, path)?,
            (Some(id), _) => match self.open(text, id)? {
                Some((start, end)) => self.find_name(text, start..end, name, key, path)?,
                None => None,
            },
        };
        match (found, behind) {
            (Some(id), Some(behind)) => self.find_behind(text, id, behind, path),
            (found, _) => Ok(found),
        }
    }

    fn find_behind(&mut self, text: &str, from: Id, names: &str, path: &Path) -> Result<Option<Id>> {
        let mut here = from;
        for name in names.split('/') {
            let Some((start, end)) = self.open(text, here)? else { return Ok(None) };
            match self.find_name(text, start..end, name, key(name.as_bytes()), path)? {
                Some(id) => here = id,
                None => return Ok(None),
            }
        }
        Ok(Some(here))
    }

    /// The one node of a name among some that stand side by side, or of an index.
    fn find_name(
        &self,
        text: &str,
        nodes: Range<Id>,
        name: &str,
        key: Key,
        path: &Path,
    ) -> Result<Option<Id>> {
        let (start, end) = (nodes.start, nodes.end);
        let members = self.nodes.get(nodes).unwrap_or(&[]);
        if members.first().is_some_and(|node| !node.is_named()) {
            let id = name.parse().ok().and_then(|index: usize| start.checked_add(index));
            return Ok(id.filter(|id| *id < end));
        }
        let named = |node: &Node| node.is(text, name, key);
        let Some(first) = members.iter().position(named) else { return Ok(None) };
        let behind = members.get(first.saturating_add(1)..).unwrap_or(&[]);
        if let Some(second) = behind.iter().find(|node| named(node)) {
            let at = second.member.name.start();
            return Err(Error::new(ErrorKind::Duplicate).with_field(path.as_str()).with_offset(at));
        }
        Ok(start.checked_add(first))
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
        scan::split(text, place, DEEPEST, |member| push(text, nodes, member))
            .map_err(|stop| Error::new(stop.kind).with_offset(stop.at))?;
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(id) {
            node.opened = Span::new(start, end);
        }
        Ok(Some((start, end)))
    }

    /// The nodes of the top level.
    pub(crate) fn top(&self) -> Range<Id> {
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
        !node.taken && (!node.opened.is_some() || self.inside(node).iter().all(|inner| self.whole(inner)))
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
        if node.taken || !node.opened.is_some() {
            return node.taken;
        }
        let inside = self.inside(node);
        !inside.is_empty() && inside.iter().all(|inner| self.gone(inner))
    }

    fn inside(&self, node: &Node) -> &[Node] {
        self.nodes.get(node.opened.range()).unwrap_or(&[])
    }
}

/// Where at the top level a name can be, by its key.
///
/// It is empty where there are no names, or too many: then a name can be anywhere.
#[derive(Default)]
struct Index(Option<[u8; Self::PLACES]>);

enum Look {
    Nowhere,
    /// At this node, if anywhere.
    At(Id),
    Anywhere,
}

impl Index {
    const PLACES: usize = 128;
    /// More than one node has a key of this place.
    const SEVERAL: u8 = u8::MAX;

    fn of(nodes: &[Node]) -> Self {
        if nodes.len() >= usize::from(Self::SEVERAL) {
            return Self(None);
        }
        let mut places = [0; Self::PLACES];
        for (node, number) in nodes.iter().zip(1..=Self::SEVERAL) {
            if !node.is_named() {
                return Self(None);
            }
            if let Some(place) = places.get_mut(Self::place(node.key)) {
                *place = if *place == 0 { number } else { Self::SEVERAL };
            }
        }
        Self(Some(places))
    }

    fn look(&self, key: Key) -> Look {
        let number = self.0.as_ref().and_then(|places| places.get(Self::place(key)));
        match number.copied() {
            Some(0) => Look::Nowhere,
            None | Some(Self::SEVERAL) => Look::Anywhere,
            Some(number) => Look::At(usize::from(number).saturating_sub(1)),
        }
    }

    fn place(key: Key) -> usize {
        usize::from(key ^ key >> 7) & 127
    }
}

/// Adds a node; the index grows by half, so that a body of many small members is not held many times over.
fn push(text: &str, nodes: &mut Vec<Node>, member: Member) {
    if nodes.len() == nodes.capacity() {
        nodes.reserve_exact(nodes.len().max(16) >> 1);
    }
    nodes.push(Node::new(text, member));
}

impl Node {
    fn new(text: &str, member: Member) -> Self {
        let name = member.name.of(text);
        let key = if member.name_escaped { escaped_key(name) } else { key(name.as_bytes()) };
        Self { member, opened: Span::NONE, key, taken: false }
    }

    /// A settled member: its name as text, its value as raw JSON.
    pub(crate) fn extra(name: Span, value: Span) -> Self {
        let kind = JsonKind::Null;
        let member = Member { name, value, kind, name_escaped: false, escaped: false };
        Self { member, opened: Span::NONE, key: 0, taken: false }
    }

    /// The key of its name.
    pub(crate) fn key(&self) -> Key {
        self.key
    }

    /// Whether it is a member and not an element: no name stands at the very beginning of a text.
    fn is_named(&self) -> bool {
        self.member.name != Span::default()
    }

    /// Whether it has this name, of this key.
    pub(crate) fn is(&self, text: &str, name: &str, key: Key) -> bool {
        self.key == key
            && if self.member.name_escaped {
                json::unescape(self.member.name.of(text)).eq(name.chars().map(Ok))
            } else {
                text.as_bytes().get(self.member.name.range()) == Some(name.as_bytes())
            }
    }

    fn name_cannot_be_read(&self, text: &str) -> bool {
        json::unescape(self.member.name.of(text)).any(|c| c.is_err())
    }
}
