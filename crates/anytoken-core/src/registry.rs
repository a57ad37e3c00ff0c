//! All adapters, and the choice among them.

use crate::path::{Key, key};
use crate::tree::Node;
use crate::{Adapter, Body, Decoded, Dialect, Error, ErrorKind, Received, Result, Token};

/// A list of adapters, with the tables that find one by id and by mark.
///
/// Looking up costs the same however many adapters there are, and their order says nothing.
pub struct Registry {
    adapters: Vec<&'static dyn Adapter>,
    ids: Table,
    marks: Table,
}

impl Registry {
    /// The registry of some families.
    ///
    /// A mark that two adapters claim marks neither, and of two adapters with one id the first holds.
    pub fn new(families: &[&[&'static dyn Adapter]]) -> Self {
        let adapters: Vec<_> = families.iter().flat_map(|family| family.iter().copied()).collect();
        let mut ids: Vec<(&'static str, usize)> = Vec::new();
        let mut marks: Vec<(&'static str, usize)> = Vec::new();
        for (index, adapter) in adapters.iter().enumerate() {
            if !ids.iter().any(|(id, _)| *id == adapter.id()) {
                ids.push((adapter.id(), index));
            }
            marks.extend(adapter.marks().iter().map(|mark| (*mark, index)));
        }
        let alone = |mark: &(&str, usize)| !marks.iter().any(|other| other.0 == mark.0 && other.1 != mark.1);
        let marks = marks.iter().copied().filter(alone);
        Self { adapters, ids: Table::new(ids.into_iter()), marks: Table::new(marks) }
    }

    /// The adapters, in the order of their families.
    pub fn iter(&self) -> impl Iterator<Item = &'static dyn Adapter> {
        self.adapters.iter().copied()
    }

    /// The adapter of an id.
    pub fn get(&self, id: &str) -> Option<&'static dyn Adapter> {
        self.ids
            .find(key(id.as_bytes()), |known| known == id)
            .and_then(|entry| self.adapters.get(entry.adapter))
            .copied()
    }

    /// Reads a response of a named format.
    ///
    /// # Errors
    ///
    /// `UnknownFormat`, and every error of the adapter.
    pub fn decode_as<'a>(&self, id: &str, received: impl Into<Received<'a>>) -> Result<Decoded> {
        let received = received.into();
        self.get(id).ok_or_else(unknown)?.read(Body::split(received))
    }

    /// Reads a response whose format its own members tell.
    ///
    /// Only names count that no other format has, alone or together. A body without one is read as `oauth2`.
    ///
    /// # Errors
    ///
    /// `Ambiguous`, when the body has the marks of two formats, and every error of the adapter.
    pub fn decode<'a>(&self, received: impl Into<Received<'a>>) -> Result<Decoded> {
        let (mut body, source) = Body::empty(received.into());
        body.take_in(source);
        // Most names are no mark of any format, and most bodies have no mark.
        let marked = body.members().iter().position(|node| self.may_mark(node, &body));
        if let Some(first) = marked
            && let Some(adapter) = self.detect(&body, first)?
        {
            return adapter.read(body);
        }
        Dialect::OAUTH2.read_in_place(&mut body)
    }

    /// Writes a token in a named format.
    ///
    /// # Errors
    ///
    /// `UnknownFormat`, and every error of the adapter.
    pub fn write(&self, id: &str, token: &Token, at: time::UtcDateTime) -> Result<crate::Encoded> {
        self.get(id).ok_or_else(unknown)?.write(token, at)
    }

    /// Whether a member may be a mark; of hardly any other one it is said.
    #[inline(always)]
    fn may_mark(&self, node: &Node, body: &Body<'_>) -> bool {
        !self.marks.lacks(node.key()) && !self.marks.lacks_closer(node, body.text.as_str())
    }

    /// The adapter that is marked by the members from one on.
    #[inline(never)]
    fn detect(&self, body: &Body<'_>, first: usize) -> Result<Option<&'static dyn Adapter>> {
        let mut marked = Marked::default();
        let members = body.members().get(first..).unwrap_or(&[]);
        for node in members.iter().filter(|node| self.may_mark(node, body)) {
            self.add_marked(&mut marked, body, node);
        }
        if marked.twice {
            return Err(Error::new(ErrorKind::Ambiguous));
        }
        Ok(marked.adapter.and_then(|index| self.adapters.get(index)).copied())
    }

    /// Adds the adapter that a member marks, alone or with another one.
    #[inline(never)]
    fn add_marked(&self, marked: &mut Marked, body: &Body<'_>, node: &Node) {
        let is = |node: &Node, name: &str, key| node.is(body.text.as_str(), name.as_bytes(), key);
        let Some(mark) = self.marks.find(node.key(), |mark| is(node, mark, node.key())) else { return };
        if marked.adapter == Some(mark.adapter) || marked.halves.contains(&mark.adapter) {
            return;
        }
        let beside = key(mark.beside.as_bytes());
        if mark.beside.is_empty() || body.members().iter().any(|node| is(node, mark.beside, beside)) {
            marked.twice |= marked.adapter.is_some();
            marked.adapter = Some(mark.adapter);
        } else {
            marked.halves.push(mark.adapter);
        }
    }
}

/// The adapters whose marks a body has.
#[derive(Default)]
struct Marked {
    adapter: Option<usize>,
    /// Whether there is another one.
    twice: bool,
    /// Those of which one name of two is there.
    halves: Vec<usize>,
}

/// Adapters by name, behind filters that hardly any other name passes.
struct Table {
    /// A bit for the key of each name.
    filter: Box<[u64; WORDS]>,
    /// A bit for the key and one byte more of each name.
    close: Box<[u64; WORDS]>,
    /// How many names stand before those of each word of the filter.
    before: Box<[u16; WORDS]>,
    /// The names by their keys.
    entries: Vec<Entry>,
}

/// An adapter under a name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    key: Key,
    name: &'static str,
    /// The name that has to stand beside it; empty for none.
    beside: &'static str,
    adapter: usize,
}

/// The words that have a bit for each key.
const WORDS: usize = 1 << 10;

impl Table {
    fn new(names: impl Iterator<Item = (&'static str, usize)>) -> Self {
        let entry = |(mark, adapter): (&'static str, usize)| {
            let (name, beside) = mark.split_once('+').unwrap_or((mark, ""));
            Entry { key: key(name.as_bytes()), name, beside, adapter }
        };
        let mut entries: Vec<_> = names.map(entry).collect();
        entries.sort_unstable();
        let (mut filter, mut close) = (Box::new([0; WORDS]), Box::new([0; WORDS]));
        let mut before = Box::new([0; WORDS]);
        for Entry { key, name, .. } in &entries {
            add(&mut filter, *key);
            add(&mut close, closer(*key, name.as_bytes()));
        }
        for (word, number) in before.iter_mut().enumerate() {
            let count = entries.partition_point(|entry| usize::from(entry.key >> 6) < word);
            *number = u16::try_from(count).unwrap_or(u16::MAX);
        }
        Self { filter, close, before, entries }
    }

    /// Whether no name has this key.
    #[inline]
    fn lacks(&self, key: Key) -> bool {
        lacks(&self.filter, key)
    }

    /// Whether no name has the key of this one, looked at closer.
    #[inline]
    fn lacks_closer(&self, node: &Node, text: &str) -> bool {
        let name = text.as_bytes().get(node.member.name.range()).unwrap_or(&[]);
        !node.member.name_escaped && lacks(&self.close, closer(node.key(), name))
    }

    /// The adapter of a name of which the key and a way to compare it are known.
    fn find(&self, key: Key, is: impl Fn(&str) -> bool) -> Option<&Entry> {
        let before = self.before.get(usize::from(key >> 6)).copied().map_or(0, usize::from);
        // As many keys at least stand between: those whose bits are lower.
        let lower = (word(&self.filter, key) & bit(key).wrapping_sub(1)).count_ones();
        let from = before.saturating_add(usize::try_from(lower).unwrap_or(0));
        let mut entries = self.entries.get(from..)?.iter().take_while(|entry| entry.key <= key);
        entries.find(|entry| entry.key == key && is(entry.name))
    }
}

/// The key of a name with a byte worked in that it does not hold: one from its first half.
#[inline]
fn closer(key: Key, name: &[u8]) -> Key {
    let byte = name.get(name.len() >> 2).copied().unwrap_or(0);
    key ^ Key::from(byte).wrapping_mul(0x9B53)
}

#[inline]
fn lacks(filter: &[u64; WORDS], key: Key) -> bool {
    word(filter, key) & bit(key) == 0
}

#[inline]
fn word(filter: &[u64; WORDS], key: Key) -> u64 {
    filter.get(usize::from(key >> 6)).copied().unwrap_or(0)
}

fn add(filter: &mut [u64; WORDS], key: Key) {
    if let Some(word) = filter.get_mut(usize::from(key >> 6)) {
        *word |= bit(key);
    }
}

fn bit(key: Key) -> u64 {
    1_u64.wrapping_shl((key & 63).into())
}

fn unknown() -> Error {
    Error::new(ErrorKind::UnknownFormat).with_field("format")
}

impl std::fmt::Debug for Registry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.adapters.iter().map(|adapter| adapter.id())).finish()
    }
}
