//! The tables of a registry: a hash table of all names, and a filter for the names of members.
//!
//! They are made by `const` functions: for the formats of a program when it is compiled, for those that are added when it
//! runs. They hold hashes and positions; the names themselves are compared where an adapter has them.

use crate::adapter::{Adapter, Entry};
use crate::dialect::Dialect;
use crate::error::JsonKind;
use crate::json::{MULTIPLIER, NameHash, Node, name_hash};
use crate::signature::Signature;

/// The adapters of some families, and the tables that find them, made when the program is compiled.
///
/// `ADAPTERS` and `KEYS` are the [`sizes`](Self::sizes) of the same families.
pub struct Tables<const ADAPTERS: usize, const KEYS: usize> {
    pub(super) adapters: [&'static dyn Adapter; ADAPTERS],
    pub(super) keys: [Key; KEYS],
    pub(super) index: Index,
}

impl Tables<0, 0> {
    /// Returns the numbers of adapters and of keys of some families.
    pub const fn sizes(families: &[&[Entry]]) -> (usize, usize) {
        let index = Index::new(families, &mut [], &mut []);
        // Each counts what is in memory.
        #[allow(clippy::as_conversions)]
        let sizes = (index.adapters as usize, index.keys as usize);
        sizes
    }
}

impl<const ADAPTERS: usize, const KEYS: usize> Tables<ADAPTERS, KEYS> {
    /// Creates the tables of some families.
    pub const fn new(families: &[&[Entry]]) -> Self {
        let (mut adapters, mut keys) = ([NO_ADAPTER; ADAPTERS], [Key::NONE; KEYS]);
        let index = Index::new(families, &mut adapters, &mut keys);
        Self { adapters, keys, index }
    }
}

/// The adapter at a place that is not filled.
pub(super) const NO_ADAPTER: &dyn Adapter = &Dialect::OAUTH2;

/// A name of an adapter, by its hash.
#[derive(Clone, Copy)]
pub(super) struct Key {
    /// The hash of the name, mixed with that of its object.
    pub(super) hash: NameHash,
    pub(super) role: Role,
    /// The lengths of the object and the name of its signature.
    pub(super) lengths: [u8; 2],
    /// The position of the adapter.
    pub(super) adapter: u32,
    /// The next key of the same bucket, counted from one; zero for none.
    next: u32,
}

/// The meaning of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// An id or an alias.
    Id,
    /// The first name of the signature at this position.
    Signature(u16),
    /// The object that has the names of the signature at this position.
    Object(u16),
}

impl Key {
    pub(super) const NONE: Self = Self { hash: 0, role: Role::Id, lengths: [0; 2], adapter: 0, next: 0 };
}

/// The number of buckets: about as many as there are keys.
const BUCKETS: usize = 1 << 10;

/// The number of words of 64 bits that hold a bit for each hash.
const WORDS: usize = 1 << 10;

/// A hash table over a list of keys, and two filters of a bit for each of 65,536 hashes.
///
/// Most names of a body are in no signature. Of the 652 other names in the corpus, 78 pass the first filter, which costs
/// four instructions, and two of them the second.
pub(super) struct Index {
    adapters: u32,
    keys: u32,
    /// The last key of each bucket, counted from one; zero for none.
    buckets: [u32; BUCKETS],
    /// A bit for the hash of each name that a member of the top level may have.
    filter: [u64; WORDS],
    /// A bit for the hash of each of them that is in a signature, mixed with its first two bytes.
    mixed: [u64; WORDS],
}

impl Index {
    /// Lists the adapters and the keys of some families, as many as there is room for, and indexes them.
    pub(super) const fn new(
        families: &[&[Entry]],
        mut adapters: &mut [&'static dyn Adapter],
        mut keys: &mut [Key],
    ) -> Self {
        let mut index =
            Self { adapters: 0, keys: 0, buckets: [0; BUCKETS], filter: [0; WORDS], mixed: [0; WORDS] };
        let mut rest = families;
        while let [family, tail @ ..] = rest {
            let mut entries = *family;
            while let [entry, tail @ ..] = entries {
                if let [adapter, free @ ..] = adapters {
                    *adapter = entry.adapter;
                    adapters = free;
                }
                keys = index.add(entry, keys);
                index.adapters = index.adapters.wrapping_add(1);
                entries = tail;
            }
            rest = tail;
        }
        index
    }

    /// Adds the names of an entry, and returns the keys that are left.
    const fn add<'k>(&mut self, entry: &Entry, free: &'k mut [Key]) -> &'k mut [Key] {
        let mut free = self.insert(name_hash(entry.id.as_bytes()), Role::Id, [0; 2], free);
        let mut aliases = entry.aliases;
        while let [alias, tail @ ..] = aliases {
            free = self.insert(name_hash(alias.as_bytes()), Role::Id, [0; 2], free);
            aliases = tail;
        }
        let (mut texts, mut position) = (entry.signature, 0_u16);
        while let [text, tail @ ..] = texts {
            if let Some(signature) = Signature::parse(text) {
                let (object, name) = (signature.object.as_bytes(), signature.name.as_bytes());
                let (hash, lengths) = (name_hash(name), signature.lengths());
                let role = Role::Signature(position);
                free = self.insert(within(name_hash(object), hash), role, lengths, free);
                if object.is_empty() {
                    set(&mut self.filter, hash);
                    set(&mut self.mixed, mixed(hash, first_two(name)));
                } else {
                    set(&mut self.filter, name_hash(object));
                    free = self.insert(name_hash(object), Role::Object(position), lengths, free);
                }
            }
            (texts, position) = (tail, position.wrapping_add(1));
        }
        free
    }

    /// Adds a key, and returns the keys that are left.
    const fn insert<'k>(
        &mut self,
        hash: NameHash,
        role: Role,
        lengths: [u8; 2],
        free: &'k mut [Key],
    ) -> &'k mut [Key] {
        self.keys = self.keys.wrapping_add(1);
        let [key, free @ ..] = free else { return free };
        // A bucket is less than their number.
        #[allow(clippy::indexing_slicing)]
        let last = &mut self.buckets[bucket(hash)];
        *key = Key { hash, role, lengths, adapter: self.adapters, next: *last };
        *last = self.keys;
        free
    }

    /// Returns the keys of a hash, the last first.
    pub(super) fn find<'k>(&self, keys: &'k [Key], hash: NameHash) -> impl Iterator<Item = &'k Key> {
        let mut number = self.buckets.get(bucket(hash)).copied().unwrap_or(0);
        std::iter::from_fn(move || {
            loop {
                // Zero is no key.
                let key = keys.get(usize::try_from(number).ok()?.wrapping_sub(1))?;
                number = key.next;
                if key.hash == hash {
                    return Some(key);
                }
            }
        })
    }

    /// Returns true if a member of the top level may be in a signature, or may be an object in which one is.
    #[inline(always)]
    pub(super) fn may_have(&self, node: &Node, text: &str) -> bool {
        has(&self.filter, node.hash())
            && (node.member.kind == JsonKind::Object || node.member.name_escaped || {
                // Behind a name there is a quote at least.
                let name = text.as_bytes().get(node.member.name.start()..);
                let two = name.and_then(|name| name.first_chunk()).copied().unwrap_or_default();
                has(&self.mixed, mixed(node.hash(), two))
            })
    }
}

/// Returns true if a filter has the bit of a hash.
#[inline(always)]
fn has(filter: &[u64; WORDS], hash: NameHash) -> bool {
    filter.get(word(hash)).is_some_and(|word| word & bit(hash) != 0)
}

/// Sets the bit of a hash in a filter.
const fn set(filter: &mut [u64; WORDS], hash: NameHash) {
    // A word is less than their number.
    #[allow(clippy::indexing_slicing)]
    let word = &mut filter[word(hash)];
    *word |= bit(hash);
}

/// Returns the hash of a name in an object, given the hashes of both; that of the top level is zero.
pub(super) const fn within(object: NameHash, name: NameHash) -> NameHash {
    object.wrapping_mul(MULTIPLIER) ^ name
}

/// Mixes the first two bytes of a name into its hash, which has the last two.
#[inline(always)]
const fn mixed(hash: NameHash, two: [u8; 2]) -> NameHash {
    hash ^ NameHash::from_le_bytes(two).wrapping_mul(MULTIPLIER)
}

/// Returns the first two bytes of a name as it is sent, with a quote behind it.
const fn first_two(name: &[u8]) -> [u8; 2] {
    match name {
        [first, second, ..] => [*first, *second],
        [first] => [*first, b'"'],
        [] => [b'"', 0],
    }
}

/// Returns the bucket of a hash, by the highest bits of a product.
const fn bucket(hash: NameHash) -> usize {
    word(hash.wrapping_mul(MULTIPLIER))
}

/// Returns the word of a hash in the filter.
const fn word(hash: NameHash) -> usize {
    // The ten highest bits are well within the range.
    #[allow(clippy::as_conversions)]
    let word = (hash >> 6) as usize;
    word
}

/// Returns the bit of a hash in its word.
const fn bit(hash: NameHash) -> u64 {
    1 << (hash & 63)
}

/// An index is cloned into a box only.
impl ToOwned for Index {
    type Owned = Box<Self>;

    fn to_owned(&self) -> Box<Self> {
        Box::new(Self { ..*self })
    }
}
