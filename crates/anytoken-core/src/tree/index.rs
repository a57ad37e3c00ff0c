//! Where at the top level a name can be.

use super::{Id, Node};
use crate::path::Key;

/// Where at the top level a name can be, by its key.
pub(super) struct Index {
    /// For each place the number of the one node whose key has it.
    places: [u8; Self::PLACES],
    /// Where there are many nodes.
    chains: Option<Box<Chains>>,
}

/// Nodes with the same key, one behind the other, by their numbers.
struct Chains {
    /// The first of each key.
    first: Vec<u32>,
    /// Behind each node the next one.
    next: Vec<u32>,
}

impl Default for Index {
    fn default() -> Self {
        Self { places: [0; Self::PLACES], chains: None }
    }
}

impl Index {
    const PLACES: usize = 64;
    /// More than one node has a key of this place, or one with a number that is too large.
    const SEVERAL: u8 = u8::MAX;
    const CHAINS: usize = 4096;
    /// From here on nodes are chained.
    pub(super) const MANY: usize = 200;

    #[inline]
    pub(super) fn add(&mut self, key: Key, number: usize) {
        if let Some(place) = self.places.get_mut(Self::place(key)) {
            let number = u8::try_from(number).unwrap_or(Self::SEVERAL);
            *place = if *place == 0 { number } else { Self::SEVERAL };
        }
    }

    /// Elements have no names: each may be what an index means.
    pub(super) fn of_elements() -> Self {
        Self { places: [Self::SEVERAL; Self::PLACES], chains: None }
    }

    /// Whether no name has this key.
    #[inline]
    pub(super) fn lacks(&self, key: Key) -> bool {
        self.places.get(Self::place(key)) == Some(&0)
    }

    /// The one node that may have a name of this key.
    pub(super) fn one(&self, key: Key) -> Option<Id> {
        let number = self.places.get(Self::place(key)).filter(|number| **number != Self::SEVERAL)?;
        usize::from(*number).checked_sub(1)
    }

    /// So many nodes that to go through them for each name would take long are chained by key.
    pub(super) fn chain(&mut self, nodes: &[Node]) {
        let (mut first, mut next) = (vec![0; Self::CHAINS], vec![0; nodes.len()]);
        for ((id, node), behind) in nodes.iter().enumerate().zip(&mut next).rev() {
            if let Some(head) = first.get_mut(usize::from(node.key) % Self::CHAINS) {
                let number = u32::try_from(id.saturating_add(1)).unwrap_or(0);
                *behind = std::mem::replace(head, number);
            }
        }
        self.chains = Some(Box::new(Chains { first, next }));
    }

    /// The nodes whose names may have this key, in their order, where they are chained.
    pub(super) fn chained(&self, key: Key) -> Option<impl Iterator<Item = Id>> {
        let Chains { first, next } = &**self.chains.as_ref()?;
        let id = |number: u32| usize::try_from(number).ok()?.checked_sub(1);
        let first = first.get(usize::from(key) % Self::CHAINS).copied().and_then(id);
        Some(std::iter::successors(first, move |here| next.get(*here).copied().and_then(id)))
    }

    #[inline]
    fn place(key: Key) -> usize {
        usize::from(key.wrapping_mul(0x9B53) >> 10) % Self::PLACES
    }
}
