//! All adapters, and the choice among them.

use crate::path::{Key, key};
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
        Self { adapters, ids: Table::new(ids.iter().copied()), marks: Table::new(marks) }
    }

    /// The adapters, in the order of their families.
    pub fn iter(&self) -> impl Iterator<Item = &'static dyn Adapter> {
        self.adapters.iter().copied()
    }

    /// The adapter of an id.
    pub fn get(&self, id: &str) -> Option<&'static dyn Adapter> {
        self.ids
            .find(key(id.as_bytes()), |known| known == id)
            .and_then(|index| self.adapters.get(index))
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
    /// Only names count that no other format has. A body without one is read as `oauth2`.
    ///
    /// # Errors
    ///
    /// `Ambiguous`, when the body has the marks of two formats, and every error of the adapter.
    pub fn decode<'a>(&self, received: impl Into<Received<'a>>) -> Result<Decoded> {
        let body = Body::split(received);
        match self.detect(&body)? {
            Some(adapter) => adapter.read(body),
            None => Dialect::OAUTH2.read(body),
        }
    }

    /// Writes a token in a named format.
    ///
    /// # Errors
    ///
    /// `UnknownFormat`, and every error of the adapter.
    pub fn write(&self, id: &str, token: &Token, at: time::UtcDateTime) -> Result<crate::Encoded> {
        self.get(id).ok_or_else(unknown)?.write(token, at)
    }

    fn detect(&self, body: &Body<'_>) -> Result<Option<&'static dyn Adapter>> {
        let mut found = None;
        for node in body.members() {
            let marked = self.marks.find(node.key(), |mark| node.is(body.text.as_str(), mark, node.key()));
            match (found, marked) {
                (Some(first), Some(second)) if first != second => {
                    return Err(Error::new(ErrorKind::Ambiguous));
                }
                (None, Some(_)) => found = marked,
                _ => {}
            }
        }
        Ok(found.and_then(|index| self.adapters.get(index)).copied())
    }
}

/// Adapters by name, in a table of which three quarters are empty.
struct Table(Vec<Option<(&'static str, usize)>>);

impl Table {
    fn new(entries: impl Iterator<Item = (&'static str, usize)> + Clone) -> Self {
        let size = entries.clone().count().saturating_mul(4).next_power_of_two();
        let mut table = Self(vec![None; size]);
        for entry in entries {
            let free =
                table.probe(key(entry.0.as_bytes())).find(|slot| matches!(table.0.get(*slot), Some(None)));
            if let Some(slot) = free.and_then(|slot| table.0.get_mut(slot)) {
                *slot = Some(entry);
            }
        }
        table
    }

    /// The adapter of a name of which the key and a way to compare it are known.
    fn find(&self, key: Key, is: impl Fn(&str) -> bool) -> Option<usize> {
        for slot in self.probe(key) {
            let (known, index) = (*self.0.get(slot)?)?;
            if is(known) {
                return Some(index);
            }
        }
        None
    }

    /// Where a name with this key may stand, one slot after the other.
    fn probe(&self, key: Key) -> impl Iterator<Item = usize> + use<> {
        let mask = self.0.len().wrapping_sub(1);
        let first = usize::from(key).wrapping_mul(0x9E37_79B1) >> 7;
        (0..=mask).map(move |step| first.wrapping_add(step) & mask)
    }
}

fn unknown() -> Error {
    Error::new(ErrorKind::UnknownFormat).with_field("format")
}

impl std::fmt::Debug for Registry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.adapters.iter().map(|adapter| adapter.id())).finish()
    }
}
