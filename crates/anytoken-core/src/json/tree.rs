//! The tree of a body's members.
//!
//! The top level is split at once, and a nested object or array when a path leads into it. Decoding a field consumes
//! its node; the nodes that remain are the extras.

use std::cell::Cell;
use std::ops::Range;

use super::index::Index;
use super::node::{Node, State};
use super::path::{FieldPath, NameHash, NameSet, name_hash};
use super::scan::{self, DEEPEST, Member, ScanError, Sink, StringForm};
use crate::error::{Error, ErrorKind, JsonKind, Result};
use crate::span::Span;

/// The index of a node in its tree.
pub(crate) type Id = usize;

/// The members of a text as nodes, in one list: those of the top level first, then those of each opened container.
///
/// A dropped tree leaves its list to the next one of the same thread, so that the nodes of most bodies are not allocated.
#[derive(Clone, Default)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    /// The number of nodes of the top level, which come first.
    top: usize,
    /// The number of those that are consumed.
    consumed: usize,
    index: Index,
    /// True if a name has escapes or a container was opened, so that an extra may differ from the text.
    altered: bool,
    /// True if the top level is an array.
    is_list: bool,
    /// True if the first of several members of the same name is found.
    prefers_first: bool,
}

impl Tree {
    /// Splits the object or array at a span of a text.
    pub(crate) fn split(text: &str, span: Span, levels: u32) -> Result<(Self, JsonKind)> {
        let mut tree = Self::default();
        let kind = tree.fill(text, span, levels)?;
        Ok((tree, kind))
    }

    /// Splits the object or array at a span of a text into this empty tree, in place, since a tree is expensive to
    /// move.
    pub(crate) fn fill(&mut self, text: &str, span: Span, levels: u32) -> Result<JsonKind> {
        let mut nodes = LIST.try_with(Cell::take).unwrap_or_default();
        nodes.reserve_exact(16);
        let mut top = Top { text, nodes, escaped: false };
        let split = scan::split(text, span, levels.min(DEEPEST), &mut top);
        let Top { mut nodes, escaped, .. } = top;
        let kind = split.map_err(scan_error)?;
        let is_invalid = |node: &&Node| node.member.name_escaped && node.has_invalid_name(text);
        if escaped && let Some(node) = nodes.iter().find(is_invalid) {
            return Err(Error::new(ErrorKind::Syntax).with_offset(node.member.name.start()));
        }
        self.is_list = kind == JsonKind::Array;
        if self.is_list {
            self.index.fill_all();
        } else {
            self.index.build(&mut nodes);
        }
        (self.top, self.nodes, self.altered) = (nodes.len(), nodes, escaped);
        Ok(kind)
    }

    /// Takes the members of an object into this empty tree, without splitting its text.
    pub(crate) fn fill_from(&mut self, mut nodes: Vec<Node>) {
        self.index.build(&mut nodes);
        self.altered = nodes.iter().any(|node| node.member.name_escaped);
        (self.top, self.nodes) = (nodes.len(), nodes);
    }

    pub(crate) fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// Opens an object or array, unless it is open already, and returns the range of its nodes; `None` for any other
    /// value.
    pub(crate) fn open(&mut self, text: &str, id: Id) -> Result<Option<(Id, Id)>> {
        let Some(node) = self.nodes.get(id) else { return Ok(None) };
        if !matches!(node.member.kind, JsonKind::Object | JsonKind::Array) {
            return Ok(None);
        }
        if node.children.is_some() {
            return Ok(Some((node.children.start(), node.children.end())));
        }
        let (start, value) = (self.nodes.len(), node.member.value);
        let nodes = &mut self.nodes;
        // The scan of the whole text has checked the depth.
        scan::split(text, value, DEEPEST, &mut |member| push(nodes, Node::new(text, member)))
            .map_err(scan_error)?;
        self.altered = true;
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(id) {
            node.children = Span::new(start, end);
        }
        Ok(Some((start, end)))
    }

    /// Replaces a string by the object at a span of the text, which may be behind all other members.
    ///
    /// Returns false, and leaves the string, if the text at the span is not an object. More than `levels` levels are an
    /// error.
    pub(crate) fn expand(&mut self, text: &str, id: Id, object: Span, levels: u32) -> Result<bool> {
        let (start, nodes) = (self.nodes.len(), &mut self.nodes);
        let split = scan::split(text, object, levels, &mut |member| push(nodes, Node::new(text, member)));
        let is_valid = |node: &Node| !node.member.name_escaped || !node.has_invalid_name(text);
        let is_object = split == Ok(JsonKind::Object) && nodes.iter().skip(start).all(is_valid);
        let Some(end) = Some(nodes.len()).filter(|_| is_object) else {
            nodes.truncate(start);
            let too_deep = split.err().filter(|error| error.kind == ErrorKind::Limit);
            return too_deep.map_or(Ok(false), |error| Err(scan_error(error)));
        };
        self.altered = true;
        if let Some(node) = self.nodes.get_mut(id) {
            (node.member.value, node.member.kind, node.member.form) =
                (object, JsonKind::Object, StringForm::Plain);
            node.children = Span::new(start, end);
        }
        Ok(true)
    }

    /// Finds a path in each element of an array, and returns the range of copies of the nodes.
    ///
    /// Returns `None` if the value is not an array, is empty, or an element lacks the path.
    pub(crate) fn copy_each(&mut self, text: &str, list: Id, path: &FieldPath) -> Result<Option<(Id, Id)>> {
        let Some(found) = self.each(text, list, path)? else { return Ok(None) };
        let start = self.nodes.len();
        for id in found {
            self.nodes.extend(self.nodes.get(id).copied());
        }
        Ok(Some((start, self.nodes.len())))
    }

    /// Consumes the node at a path in each element of an array.
    pub(crate) fn consume_each(&mut self, text: &str, list: Id, path: &FieldPath) -> Result<()> {
        self.each(text, list, path)?.into_iter().flatten().for_each(|id| self.consume(id));
        Ok(())
    }

    /// Finds a path in each element of an array.
    ///
    /// Returns `None` if the value is not an array, is empty, or an element lacks the path.
    fn each(&mut self, text: &str, list: Id, path: &FieldPath) -> Result<Option<Vec<Id>>> {
        let Some((from, to)) = self.open(text, list)?.filter(|(from, to)| from < to) else { return Ok(None) };
        (from..to).map(|element| self.find(text, Some(element), path)).collect()
    }

    /// Returns the ids of the top level.
    pub(crate) fn top(&self) -> Range<Id> {
        0..self.top
    }

    /// Returns true if the top level is an array.
    pub(crate) fn is_list(&self) -> bool {
        self.is_list
    }

    /// Makes the first of several members of the same name the one that is found.
    pub(crate) fn prefer_first(&mut self) {
        self.prefers_first = true;
    }

    /// Marks a node as consumed: a field was decoded from it, and it is not an extra.
    pub(crate) fn consume(&mut self, id: Id) {
        if let Some(node) = self.nodes.get_mut(id) {
            let is_counted = id < self.top && !node.is_consumed();
            self.consumed = self.consumed.wrapping_add(usize::from(is_counted));
            node.state = State::Consumed;
        }
    }

    /// Keeps a member of a free name as an extra, even if all values within it are consumed.
    pub(crate) fn keep_name(&mut self, id: Id) {
        if let Some(node) = self.nodes.get_mut(id) {
            node.keeps_name = node.is_named();
        }
    }

    /// Returns the second of two nodes of the same name in a range.
    pub(crate) fn repeated(&self, text: &str, nodes: Range<Id>) -> Option<&Node> {
        let mut named: Vec<_> = self.nodes.get(nodes)?.iter().filter(|node| node.is_named()).collect();
        // A stable sort: of equal names the first stays the first.
        named.sort_by_key(|node| node.hash);
        let is_same = |pair: &&[&Node]| matches!(pair, [a, b] if a.hash == b.hash && a.has_name_of(text, b));
        named.windows(2).find(is_same)?.last().copied()
    }

    /// Returns the nodes of a range, consumed or not.
    #[inline(always)]
    pub(crate) fn nodes_in(&self, range: &Range<Id>) -> &[Node] {
        self.nodes.get(range.clone()).unwrap_or(&[])
    }

    /// Returns the nodes of the top level, consumed or not.
    pub(crate) fn members(&self) -> &[Node] {
        self.nodes.get(..self.top).unwrap_or(&[])
    }

    /// Returns the number of nodes of the top level from which nothing was decoded.
    pub(crate) fn unconsumed(&self) -> usize {
        self.top.wrapping_sub(self.consumed)
    }

    /// Returns the nodes of the top level that are not fully consumed.
    ///
    /// If any element of a list is among them, all elements are returned, since an element is identified by its index.
    pub(crate) fn unread(&self) -> impl Iterator<Item = (Id, &Node)> {
        let keeps_all = self.is_list() && self.members().iter().any(|node| !self.fully_consumed(node));
        self.members().iter().enumerate().filter(move |(_, node)| keeps_all || !self.fully_consumed(node))
    }

    /// Returns true if neither a node nor any node within it is consumed.
    #[inline]
    pub(crate) fn is_untouched(&self, node: &Node) -> bool {
        !node.is_consumed() && (!node.children.is_some() || self.are_children_untouched(node))
    }

    fn are_children_untouched(&self, node: &Node) -> bool {
        self.children(node).iter().all(|child| self.is_untouched(child))
    }

    /// Returns true if the text at a node's span is what [`pruned`](Self::pruned) writes: it is untouched, and no string
    /// in it was expanded.
    #[inline]
    pub(crate) fn is_whole(&self, node: &Node) -> bool {
        !node.is_consumed() && (!node.children.is_some() || self.are_children_whole(node))
    }

    fn are_children_whole(&self, node: &Node) -> bool {
        let value = node.member.value.range();
        let is_inside = |child: &Node| value.contains(&child.member.value.start());
        self.children(node).iter().all(|child| is_inside(child) && self.is_whole(child))
    }

    /// Writes the raw JSON of a node without what is consumed within it.
    pub(crate) fn pruned(&self, text: &str, node: &Node, out: &mut dyn FnMut(&str)) {
        if self.is_whole(node) {
            return out(node.member.value.of(text));
        }
        let object = node.member.kind == JsonKind::Object;
        out(if object { "{" } else { "[" });
        let mut first = true;
        for child in self.children(node) {
            let consumed = self.fully_consumed(child);
            // Elements keep their index, so an empty value replaces a consumed one.
            if consumed && object {
                continue;
            }
            if !std::mem::take(&mut first) {
                out(",");
            }
            if object {
                out(child.member.name.outside().of(text));
                out(":");
            }
            match child.member.kind {
                JsonKind::Object if consumed => out("{}"),
                JsonKind::Array if consumed => out("[]"),
                _ if consumed => out("null"),
                _ => self.pruned(text, child, out),
            }
        }
        out(if object { "}" } else { "]" });
    }

    /// Returns true if the text holds every extra verbatim.
    pub(crate) fn is_verbatim(&self) -> bool {
        !self.altered
    }

    /// Returns the nodes within an opened node, consumed or not.
    pub(crate) fn children(&self, node: &Node) -> &[Node] {
        self.nodes.get(node.children.range()).unwrap_or(&[])
    }

    /// Returns true if a node, or everything within it, is consumed; an opened node without children is not, nor is one
    /// of a free name.
    #[inline]
    pub(crate) fn fully_consumed(&self, node: &Node) -> bool {
        node.is_consumed() || !node.keeps_name && node.children.is_some() && self.are_children_consumed(node)
    }

    fn are_children_consumed(&self, node: &Node) -> bool {
        let children = self.children(node);
        !children.is_empty() && children.iter().all(|child| self.fully_consumed(child))
    }
}

thread_local! {
    /// The empty list of a tree that was dropped.
    static LIST: Cell<Vec<Node>> = const { Cell::new(Vec::new()) };
}

/// The capacity of the longest list that is left to the next tree.
const LONGEST_LIST: usize = 64;

impl Drop for Tree {
    fn drop(&mut self) {
        if (1..=LONGEST_LIST).contains(&self.nodes.capacity()) {
            self.nodes.clear();
            let list = std::mem::take(&mut self.nodes);
            // While a thread ends, there is no next tree.
            _ = LIST.try_with(|left| left.set(list));
        }
    }
}

/// The receiver of the members of the top level.
struct Top<'t> {
    text: &'t str,
    nodes: Vec<Node>,
    /// True if a name has escapes.
    escaped: bool,
}

impl Sink for Top<'_> {
    #[inline(always)]
    fn member(&mut self, member: Member) {
        self.escaped |= member.name_escaped;
        push(&mut self.nodes, Node::new(self.text, member));
    }
}

/// Adds a node, growing the list by half to limit the memory of a body with many small members.
#[inline(always)]
pub(crate) fn push(nodes: &mut Vec<Node>, node: Node) {
    if nodes.len() == nodes.capacity() {
        grow(nodes);
    }
    nodes.push(node);
}

#[cold]
fn grow(nodes: &mut Vec<Node>) {
    nodes.reserve_exact(nodes.len().max(16) >> 1);
}

impl Tree {
    /// Finds the node at a path, from another node or from the top.
    ///
    /// A name on the path that occurs twice is an error.
    #[inline(always)]
    pub(crate) fn find(&mut self, text: &str, from: Option<Id>, path: &FieldPath) -> Result<Option<Id>> {
        if self.lacks(from, path.names()) {
            Ok(None)
        } else if from.is_none() && path.is_one_name() {
            self.find_at_top(text, path)
        } else {
            self.find_along(text, from, path)
        }
    }

    /// Returns true if none of these names is present at the top level.
    #[inline(always)]
    pub(crate) fn lacks(&self, from: Option<Id>, names: NameSet) -> bool {
        from.is_none() && self.index.lacks(names)
    }

    /// Finds the node of the top level that has the first name of a path.
    #[inline(always)]
    fn find_at_top(&mut self, text: &str, path: &FieldPath) -> Result<Option<Id>> {
        let found = match self.number_at_top(text, path) {
            Self::NOT_UNIQUE => self.find_name(text, self.top(), path.first_name(), path.hash(), path)?,
            number => id(number),
        };
        found.into_iter().for_each(|id| self.consult(id));
        Ok(found)
    }

    /// Notes that the decoder has looked at a node, whether or not it takes it.
    #[inline(always)]
    pub(crate) fn consult(&mut self, id: Id) {
        if let Some(node) = self.nodes.get_mut(id) {
            node.state = node.state.max(State::Consulted);
        }
    }

    /// The number of a name that a hash cannot decide: escaped names, duplicates and array indices take the slow path.
    const NOT_UNIQUE: u32 = u32::MAX;

    /// Returns the number of the top-level node with the first name of a path, zero for none.
    #[inline(never)]
    fn number_at_top(&self, text: &str, path: &FieldPath) -> u32 {
        match self.index.last(path.bucket()) {
            Index::OVERFLOW => self.number_among_many(text, path),
            last => self.number_from(last.into(), text, path),
        }
    }

    /// Returns the number among 255 or more members, or among elements, which have no names.
    #[cold]
    #[inline(never)]
    fn number_among_many(&self, text: &str, path: &FieldPath) -> u32 {
        if self.is_list {
            return Self::NOT_UNIQUE;
        }
        self.number_from(self.index.last_in_overflow(path.hash()), text, path)
    }

    /// Returns the number found in the linked list of a bucket from a node on, zero for none.
    ///
    /// If no other node of the list has the hash, one comparison decides.
    #[inline(always)]
    fn number_from(&self, mut number: u32, text: &str, path: &FieldPath) -> u32 {
        while let Some(node) = self.numbered(number) {
            if node.hash == path.hash() {
                return match node.member.name_escaped {
                    _ if self.has_hash(node.previous, node.hash) => {
                        self.number_among_same_hash(number, text, path)
                    }
                    true => Self::NOT_UNIQUE,
                    false if node.has_plain_name(text, path.first_name()) => number,
                    false => 0,
                };
            }
            number = node.previous;
        }
        0
    }

    /// Returns true if the linked list from a node on has a node of this hash.
    #[inline(always)]
    fn has_hash(&self, mut number: u32, hash: NameHash) -> bool {
        while let Some(node) = self.numbered(number) {
            if node.hash == hash {
                return true;
            }
            number = node.previous;
        }
        false
    }

    /// Returns the number if several nodes of the list have the hash of the name, zero for none.
    #[cold]
    #[inline(never)]
    fn number_among_same_hash(&self, mut number: u32, text: &str, path: &FieldPath) -> u32 {
        let mut found = 0;
        while let Some(node) = self.numbered(number) {
            if node.hash == path.hash()
                && (node.member.name_escaped || node.has_plain_name(text, path.first_name()))
            {
                found = if found > 0 || node.member.name_escaped { Self::NOT_UNIQUE } else { number };
            }
            number = node.previous;
        }
        found
    }

    /// Returns the node of a number, which counts from one.
    #[inline(always)]
    fn numbered(&self, number: u32) -> Option<&Node> {
        self.nodes.get(id(number)?)
    }

    #[inline(never)]
    fn find_along(&mut self, text: &str, from: Option<Id>, path: &FieldPath) -> Result<Option<Id>> {
        let found = match from.filter(|_| !path.is_from_top()) {
            None if path.is_wild() => {
                let found = self.find_name(text, self.top(), path.first_name(), path.hash(), path)?;
                found.into_iter().for_each(|id| self.consult(id));
                found
            }
            None => self.find_at_top(text, path)?,
            Some(id) => match self.open(text, id)? {
                Some((start, end)) => {
                    self.find_name(text, start..end, path.first_name(), path.hash(), path)?
                }
                None => None,
            },
        };
        let found = match found {
            Some(id) if path.after_first().is_some() => self.find_rest(text, id, path)?,
            found => found,
        };
        found.into_iter().for_each(|id| self.consult(id));
        Ok(found)
    }

    fn find_rest(&mut self, text: &str, from: Id, path: &FieldPath) -> Result<Option<Id>> {
        let mut here = from;
        for name in path.after_first().unwrap_or("").split('/').map(str::as_bytes) {
            let Some((start, end)) = self.open(text, here)? else { return Ok(None) };
            match self.find_name(text, start..end, name, name_hash(name), path)? {
                Some(id) => here = id,
                None => return Ok(None),
            }
        }
        Ok(Some(here))
    }

    /// Finds the node that has a name or an index in a range.
    fn find_name(
        &self,
        text: &str,
        nodes: Range<Id>,
        name: &[u8],
        hash: NameHash,
        path: &FieldPath,
    ) -> Result<Option<Id>> {
        let (start, end) = (nodes.start, nodes.end);
        let members = self.nodes.get(nodes).unwrap_or(&[]);
        if name == b"*" {
            return Ok(Some(start).filter(|_| members.len() == 1));
        }
        if members.first().is_some_and(|node| !node.is_named()) {
            let index = std::str::from_utf8(name).ok().and_then(|name| name.parse().ok());
            let id = index.and_then(|index: usize| start.checked_add(index));
            return Ok(id.filter(|id| *id < end));
        }
        let mut found = None;
        for (node, id) in members.iter().zip(start..) {
            if node.has_name(text, name, hash) {
                match found {
                    None => found = Some(id),
                    Some(_) if self.prefers_first => {}
                    Some(_) => return Err(duplicate(path, node)),
                }
            }
        }
        Ok(found)
    }
}

/// Returns the id of a number, which counts from one.
#[inline(always)]
fn id(number: u32) -> Option<Id> {
    usize::try_from(number).ok()?.checked_sub(1)
}

#[cold]
fn scan_error(error: ScanError) -> Error {
    Error::new(error.kind).with_offset(error.at)
}

fn duplicate(path: &FieldPath, second: &Node) -> Error {
    Error::new(ErrorKind::Duplicate).with_field(path.as_str()).with_offset(second.member.name.start())
}
