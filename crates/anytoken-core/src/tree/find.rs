//! Finding a node by a path.

use std::ops::Range;

use super::index::Index;
use super::{Id, Node, Tree};
use crate::field_path::{NameHash, NameSet, key};
use crate::{Error, ErrorKind, FieldPath, Result};

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

    /// Finds the node of the top level with the first name of a path.
    #[inline(always)]
    fn find_at_top(&self, text: &str, path: &FieldPath) -> Result<Option<Id>> {
        match self.number_at_top(text, path) {
            Self::NOT_UNIQUE => self.find_name(text, self.top(), path.first(), path.key(), path),
            number => Ok(id(number)),
        }
    }

    /// Not resolvable here: escaped names, duplicates and array indices take the slow path.
    const NOT_UNIQUE: u32 = u32::MAX;

    /// Returns the number of the top-level node with the first name of a path, zero for none.
    #[inline(never)]
    fn number_at_top(&self, text: &str, path: &FieldPath) -> u32 {
        match self.index.last(path.bucket()) {
            Index::OVERFLOW => self.number_among_many(text, path),
            last => self.number_from(last.into(), text, path),
        }
    }

    /// Returns the number among 255 or more nodes, or elements.
    #[cold]
    #[inline(never)]
    fn number_among_many(&self, text: &str, path: &FieldPath) -> u32 {
        if self.is_list {
            return Self::NOT_UNIQUE;
        }
        self.number_from(self.index.last_of_many(path.key()), text, path)
    }

    /// Returns the number, following the linked list of a bucket from a node on.
    #[inline(always)]
    fn number_from(&self, mut number: u32, text: &str, path: &FieldPath) -> u32 {
        while let Some(node) = self.numbered(number) {
            if node.key == path.key() {
                return match node.member.name_escaped {
                    _ if self.has_hash(node.before, node.key) => self.number_among_alike(number, text, path),
                    true => Self::NOT_UNIQUE,
                    false if node.is_plainly(text, path.first()) => number,
                    false => 0,
                };
            }
            number = node.before;
        }
        0
    }

    /// Returns true if the linked list from a node on has a node of this hash.
    #[inline(always)]
    fn has_hash(&self, mut number: u32, key: NameHash) -> bool {
        while let Some(node) = self.numbered(number) {
            if node.key == key {
                return true;
            }
            number = node.before;
        }
        false
    }

    /// Returns the number if several nodes have the hash of the name.
    #[cold]
    #[inline(never)]
    fn number_among_alike(&self, mut number: u32, text: &str, path: &FieldPath) -> u32 {
        let mut found = 0;
        while let Some(node) = self.numbered(number) {
            if node.key == path.key() && (node.member.name_escaped || node.is_plainly(text, path.first())) {
                found = if found > 0 || node.member.name_escaped { Self::NOT_UNIQUE } else { number };
            }
            number = node.before;
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
            None => self.find_at_top(text, path)?,
            Some(id) => match self.open(text, id)? {
                Some((start, end)) => self.find_name(text, start..end, path.first(), path.key(), path)?,
                None => None,
            },
        };
        match found {
            Some(id) if !path.is_one_name() => self.find_behind(text, id, path),
            found => Ok(found),
        }
    }

    fn find_behind(&mut self, text: &str, from: Id, path: &FieldPath) -> Result<Option<Id>> {
        let mut here = from;
        for name in path.behind().unwrap_or("").split('/').map(str::as_bytes) {
            let Some((start, end)) = self.open(text, here)? else { return Ok(None) };
            match self.find_name(text, start..end, name, key(name), path)? {
                Some(id) => here = id,
                None => return Ok(None),
            }
        }
        Ok(Some(here))
    }

    /// Finds the node of a name or index in a range.
    fn find_name(
        &self,
        text: &str,
        nodes: Range<Id>,
        name: &[u8],
        key: NameHash,
        path: &FieldPath,
    ) -> Result<Option<Id>> {
        let (start, end) = (nodes.start, nodes.end);
        let members = self.nodes.get(nodes).unwrap_or(&[]);
        if members.first().is_some_and(|node| !node.is_named()) {
            if name == b"*" {
                return Ok(Some(start).filter(|_| members.len() == 1));
            }
            let index = std::str::from_utf8(name).ok().and_then(|name| name.parse().ok());
            let id = index.and_then(|index: usize| start.checked_add(index));
            return Ok(id.filter(|id| *id < end));
        }
        let mut found = None;
        for (node, id) in members.iter().zip(start..) {
            if node.is(text, name, key) {
                match found {
                    None => found = Some(id),
                    Some(_) if self.takes_first => {}
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

fn duplicate(path: &FieldPath, second: &Node) -> Error {
    Error::new(ErrorKind::Duplicate).with_field(path.as_str()).with_offset(second.member.name.start())
}
