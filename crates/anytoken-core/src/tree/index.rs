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
    many: Option<Box<Many>>,
}

/// For each of a power of two of places the last node, counted from one.
struct Many {
    last: Vec<u32>,
}

/// So many places at most.
const MOST: usize = 4096;

impl Default for Index {
    fn default() -> Self {
        Self { names: 0, last: [0; 64], many: None }
    }
}

impl Index {
    /// Instead of a number: nodes are more than a byte can count, or elements, which have no names.
    pub(super) const CLOSER: u8 = u8::MAX;

    /// Has every node in its place, each with the number of the one before it there.
    pub(super) fn settle(&mut self, nodes: &mut [Node]) {
        if nodes.len() >= Self::CLOSER.into() {
            return self.settle_many(nodes);
        }
        let (mut number, mut rest) = (0_u8, nodes);
        while let [node, behind @ ..] = rest {
            number = number.wrapping_add(1);
            let place = path::place(node.key);
            self.names |= path::names(place);
            if let Some(last) = self.last.get_mut(usize::from(place)) {
                node.before = std::mem::replace(last, number).into();
            }
            rest = behind;
        }
    }

    #[cold]
    fn settle_many(&mut self, nodes: &mut [Node]) {
        // Nearly every set of names meets so many.
        self.lacks_nothing();
        let mut many = Many { last: vec![0; nodes.len().next_power_of_two().min(MOST)] };
        for (node, number) in nodes.iter_mut().zip(1..) {
            let place = many.place(node.key);
            if let Some(last) = many.last.get_mut(place) {
                node.before = std::mem::replace(last, number);
            }
        }
        self.many = Some(Box::new(many));
    }

    /// Every name may be there, and a closer look is needed at each.
    pub(super) fn lacks_nothing(&mut self) {
        (self.names, self.last) = (Names::MAX, [Self::CLOSER; 64]);
    }

    /// Whether none of these names is there.
    #[inline(always)]
    pub(super) fn lacks(&self, names: Names) -> bool {
        self.names & names == 0
    }

    /// The last node whose name may be at a place, counted from one; zero where there is none.
    #[inline(always)]
    pub(super) fn last(&self, place: u8) -> u8 {
        self.last.get(usize::from(place & 63)).copied().unwrap_or(0)
    }

    /// The same of more nodes than a byte can count.
    pub(super) fn last_of_many(&self, key: Key) -> u32 {
        self.many.as_ref().and_then(|many| many.last.get(many.place(key))).copied().unwrap_or(0)
    }
}

impl Many {
    fn place(&self, key: Key) -> usize {
        usize::from(key) & self.last.len().wrapping_sub(1)
    }
}
