//! The index of the names at the top level.

use super::node::Node;
use super::path::{self, NameHash, NameSet};

/// A hash table of the names at the top level.
///
/// It is kept inline, in 64 bytes. The nodes of a bucket form a linked list through `previous`.
pub(super) struct Index {
    /// The set of names that are present.
    names: NameSet,
    /// The last node of each bucket, counted from one.
    last: [u8; 64],
    /// The overflow table for objects with 255 or more members.
    many: Option<Box<Many>>,
}

/// A table of a power of two of buckets, with the last node of each, counted from one.
struct Many {
    last: Vec<u32>,
}

/// The largest number of buckets.
const MOST: usize = 4096;

impl Default for Index {
    fn default() -> Self {
        Self { names: 0, last: [0; 64], many: None }
    }
}

impl Index {
    /// The number that refers to the overflow table, or to the elements of a list, which have no names.
    pub(super) const OVERFLOW: u8 = u8::MAX;

    /// Builds the table, linking each node to the one before it in its bucket.
    pub(super) fn build(&mut self, nodes: &mut [Node]) {
        if nodes.len() >= Self::OVERFLOW.into() {
            return self.build_many(nodes);
        }
        let (mut number, mut rest) = (0_u8, nodes);
        while let [node, behind @ ..] = rest {
            number = number.wrapping_add(1);
            let bucket = path::bucket(node.hash);
            self.names |= path::bit(bucket);
            if let Some(last) = self.last.get_mut(usize::from(bucket)) {
                node.previous = std::mem::replace(last, number).into();
            }
            rest = behind;
        }
    }

    #[cold]
    fn build_many(&mut self, nodes: &mut [Node]) {
        // So many names fill nearly every bucket.
        self.fill_all();
        let mut many = Many { last: vec![0; nodes.len().next_power_of_two().min(MOST)] };
        for (node, number) in nodes.iter_mut().zip(1..) {
            let bucket = many.bucket(node.hash);
            if let Some(last) = many.last.get_mut(bucket) {
                node.previous = std::mem::replace(last, number);
            }
        }
        self.many = Some(Box::new(many));
    }

    /// Fills the set, and refers every bucket to the slow path.
    pub(super) fn fill_all(&mut self) {
        (self.names, self.last) = (NameSet::MAX, [Self::OVERFLOW; 64]);
    }

    /// Returns true if none of these names is present.
    #[inline(always)]
    pub(super) fn lacks(&self, names: NameSet) -> bool {
        self.names & names == 0
    }

    /// Returns the last node of a bucket, counted from one; zero for none.
    #[inline(always)]
    pub(super) fn last(&self, bucket: u8) -> u8 {
        self.last.get(usize::from(bucket & 63)).copied().unwrap_or(0)
    }

    /// Returns the last node of a bucket of the overflow table, counted from one; zero for none.
    pub(super) fn last_of_many(&self, hash: NameHash) -> u32 {
        self.many.as_ref().and_then(|many| many.last.get(many.bucket(hash))).copied().unwrap_or(0)
    }
}

impl Many {
    fn bucket(&self, hash: NameHash) -> usize {
        usize::from(hash) & self.last.len().wrapping_sub(1)
    }
}
