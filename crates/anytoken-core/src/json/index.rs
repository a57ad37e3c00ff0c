//! The index of the member names at the top level: a hash table in an array of 64 bytes.
//!
//! Each member is in one of 64 buckets, chosen by the hash of its name. The table holds the last member of each bucket,
//! and each node the one before it. In this object, two names share bucket 38:
//!
//! ```text
//! {"access_token": …, "ext_expires_in": …, "refresh_token": …}
//!
//! number   name             bucket   previous
//! 1        access_token     12       0
//! 2        ext_expires_in   38       0
//! 3        refresh_token    38       2
//!
//! last[12] = 1, last[38] = 3, all others 0; names = bits 12 and 38
//! ```
//!
//! `refresh_token` is node 3: its hash is equal, and that of node 2, the only other one in the bucket, is not. A
//! dialect asks for many names that a body lacks; such a name costs one test of a bit in `names`, unless it shares its
//! bucket with a name that is present.

use super::node::Node;
use super::path::{self, NameHash, NameSet};

/// A hash table of the names at the top level.
///
/// A number refers to a node and counts from one, so that zero is none and a new table is all zeros. The nodes of a
/// bucket form a linked list through `previous`.
#[derive(Clone)]
pub(super) struct Index {
    /// The set of the names that are present.
    names: NameSet,
    /// The number of the last node of each bucket.
    last: [u8; 64],
    /// The table that replaces `last` for an object of 255 or more members.
    overflow: Option<Box<Overflow>>,
}

/// A hash table of many names.
#[derive(Clone)]
struct Overflow {
    /// The number of the last node of each bucket; the number of buckets is a power of two.
    last: Vec<u32>,
}

/// The largest number of buckets, which bounds the table to 16 KiB. Of 100,000 members, about 25 are in each bucket.
const MAX_BUCKETS: usize = 4096;

impl Default for Index {
    fn default() -> Self {
        Self { names: 0, last: [0; 64], overflow: None }
    }
}

impl Index {
    /// The number in every bucket if the overflow table is used, or if the nodes are elements, which have no names.
    pub(super) const OVERFLOW: u8 = u8::MAX;

    /// Builds the table, and links each node to the previous one of its bucket.
    pub(super) fn build(&mut self, nodes: &mut [Node]) {
        if nodes.len() >= Self::OVERFLOW.into() {
            return self.build_overflow(nodes);
        }
        let (mut number, mut rest) = (0_u8, nodes);
        while let [node, tail @ ..] = rest {
            number = number.wrapping_add(1);
            let bucket = path::bucket(node.hash);
            self.names |= path::bit(bucket);
            if let Some(last) = self.last.get_mut(usize::from(bucket)) {
                node.previous = std::mem::replace(last, number).into();
            }
            rest = tail;
        }
    }

    #[cold]
    fn build_overflow(&mut self, nodes: &mut [Node]) {
        // So many names fill nearly every bucket.
        self.fill_all();
        let mut overflow = Overflow { last: vec![0; nodes.len().next_power_of_two().min(MAX_BUCKETS)] };
        for (node, number) in nodes.iter_mut().zip(1..) {
            let bucket = overflow.bucket(node.hash);
            if let Some(last) = overflow.last.get_mut(bucket) {
                node.previous = std::mem::replace(last, number);
            }
        }
        self.overflow = Some(Box::new(overflow));
    }

    /// Adds all names to the set, and refers every bucket to the slow path.
    pub(super) fn fill_all(&mut self) {
        (self.names, self.last) = (NameSet::MAX, [Self::OVERFLOW; 64]);
    }

    /// Returns true if none of these names is present.
    #[inline(always)]
    pub(super) fn lacks(&self, names: NameSet) -> bool {
        self.names & names == 0
    }

    /// Returns the number of the last node of a bucket, zero for none.
    #[inline(always)]
    pub(super) fn last(&self, bucket: u8) -> u8 {
        self.last.get(usize::from(bucket & 63)).copied().unwrap_or(0)
    }

    /// Returns the number of the last node in the bucket of a hash in the overflow table, zero for none.
    pub(super) fn last_in_overflow(&self, hash: NameHash) -> u32 {
        self.overflow
            .as_ref()
            .and_then(|overflow| overflow.last.get(overflow.bucket(hash)))
            .copied()
            .unwrap_or(0)
    }
}

impl Overflow {
    fn bucket(&self, hash: NameHash) -> usize {
        usize::from(hash) & self.last.len().wrapping_sub(1)
    }
}
