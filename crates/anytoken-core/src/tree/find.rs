//! Finding a node by a path.

use std::ops::Range;

use super::index::Index;
use super::{Id, Node, Tree};
use crate::path::{Key, Names, key};
use crate::{Error, ErrorKind, Path, Result};

impl Tree {
    /// The node at a path from another, or from the top.
    ///
    /// A name on the path that occurs twice is an error.
    #[inline(always)]
    pub(crate) fn find(&mut self, text: &str, from: Option<Id>, path: &Path) -> Result<Option<Id>> {
        if self.lacks(from, path.names()) {
            Ok(None)
        } else if from.is_none() && path.is_one_name() {
            self.find_at_top(text, path)
        } else {
            self.find_along(text, from, path)
        }
    }

    /// Whether none of these names can be there.
    #[inline(always)]
    pub(crate) fn lacks(&self, from: Option<Id>, names: Names) -> bool {
        from.is_none() && self.index.lacks(names)
    }

    /// The one node of the top level whose name is that which a path begins with.
    #[inline(always)]
    fn find_at_top(&self, text: &str, path: &Path) -> Result<Option<Id>> {
        match self.number_at_top(text, path) {
            Self::UNTOLD => self.find_name(text, self.top(), path.first(), path.key(), path),
            number => Ok(id(number)),
        }
    }

    /// No number: a closer look is needed, at names with escapes, at which of two is the second, at indices.
    const UNTOLD: u32 = u32::MAX;

    /// The number of the one node of the top level whose name is that which a path begins with, zero for none.
    #[inline(never)]
    fn number_at_top(&self, text: &str, path: &Path) -> u32 {
        match self.index.last(path.place()) {
            Index::CLOSER => self.number_among_many(text, path),
            last => self.number_from(last.into(), text, path),
        }
    }

    /// The same where the nodes are many, or elements.
    #[cold]
    #[inline(never)]
    fn number_among_many(&self, text: &str, path: &Path) -> u32 {
        if self.is_list {
            return Self::UNTOLD;
        }
        self.number_from(self.index.last_of_many(path.key()), text, path)
    }

    /// The same from a node on to those before it.
    #[inline(always)]
    fn number_from(&self, mut number: u32, text: &str, path: &Path) -> u32 {
        while let Some(node) = self.numbered(number) {
            if node.key == path.key() {
                return match node.member.name_escaped {
                    _ if self.has_key(node.before, node.key) => self.number_among_alike(number, text, path),
                    true => Self::UNTOLD,
                    false if node.is_plainly(text, path.first()) => number,
                    false => 0,
                };
            }
            number = node.before;
        }
        0
    }

    /// Whether a node of this key stands on the way from one to those before it.
    #[inline(always)]
    fn has_key(&self, mut number: u32, key: Key) -> bool {
        while let Some(node) = self.numbered(number) {
            if node.key == key {
                return true;
            }
            number = node.before;
        }
        false
    }

    /// The same where several nodes have the key of the name.
    #[cold]
    #[inline(never)]
    fn number_among_alike(&self, mut number: u32, text: &str, path: &Path) -> u32 {
        let mut found = 0;
        while let Some(node) = self.numbered(number) {
            if node.key == path.key() && (node.member.name_escaped || node.is_plainly(text, path.first())) {
                found = if found > 0 || node.member.name_escaped { Self::UNTOLD } else { number };
            }
            number = node.before;
        }
        found
    }

    /// The node of a number that counts from one.
    #[inline(always)]
    fn numbered(&self, number: u32) -> Option<&Node> {
        self.nodes.get(id(number)?)
    }

    #[inline(never)]
    fn find_along(&mut self, text: &str, from: Option<Id>, path: &Path) -> Result<Option<Id>> {
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

    fn find_behind(&mut self, text: &str, from: Id, path: &Path) -> Result<Option<Id>> {
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

    /// The one node of a name among some that stand side by side, or of an index.
    fn find_name(
        &self,
        text: &str,
        nodes: Range<Id>,
        name: &[u8],
        key: Key,
        path: &Path,
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
                    Some(_) => return Err(twice(path, node)),
                }
            }
        }
        Ok(found)
    }
}

/// The node of a number that counts from one.
#[inline(always)]
fn id(number: u32) -> Option<Id> {
    usize::try_from(number).ok()?.checked_sub(1)
}

fn twice(path: &Path, second: &Node) -> Error {
    Error::new(ErrorKind::Duplicate).with_field(path.as_str()).with_offset(second.member.name.start())
}
