//! Where at the top level a name can be.

use super::Node;
use crate::path::{self, Key, Names};

/// Where at the top level a name can be, by the place of its key.
///
/// It is small, for it moves with the body. From a node on there is a way to those before it that have the same place.
pub(super) struct Index {
    /// The names that are there.
    names: Names,
    /// For each place the last node, counted from one.
    last: [u8; 64],
    /// The same of more nodes than a byte can count.
    last_of_many: Option<Box<[u32; MANY]>>,
}

/// The places for many nodes.
const MANY: usize = 4096;

impl Default for Index {
    fn default() -> Self {
        Self { names: 0, last: [0; 64], last_of_many: None }
    }
}

impl Index {
    /// Adds the name of a key, by the number of its node; the number of the node before it.
    #[inline(always)]
    pub(super) fn add(&mut self, key: Key, number: usize) -> u32 {
        self.names |= path::names(key);
        match (self.last.get_mut(usize::from(path::place(key))), u8::try_from(number)) {
            (Some(last), Ok(number)) => std::mem::replace(last, number).into(),
            _ => 0,
        }
    }

    /// Has everything in its place, once all nodes are there.
    pub(super) fn settle(&mut self, nodes: &mut [Node]) {
        if nodes.len() <= u8::MAX.into() {
            return;
        }
        let mut last = Box::new([0; MANY]);
        for (node, number) in nodes.iter_mut().zip(1..) {
            if let Some(last) = last.get_mut(usize::from(node.key) % MANY) {
                node.before = std::mem::replace(last, number);
            }
        }
        self.last_of_many = Some(last);
    }

    /// Elements have no names: each may be what an index means.
    pub(super) fn lacks_nothing(&mut self) {
        self.names = Names::MAX;
    }

    /// Whether none of these names is there.
    #[inline(always)]
    pub(super) fn lacks(&self, names: Names) -> bool {
        self.names & names == 0
    }

    /// The last node whose name may have this key, counted from one; zero where there is none.
    #[inline(always)]
    pub(super) fn last(&self, key: Key) -> u32 {
        match &self.last_of_many {
            None => self.last.get(usize::from(path::place(key))).copied().unwrap_or(0).into(),
            Some(last) => last.get(usize::from(key) % MANY).copied().unwrap_or(0),
        }
    }
}
