//! All adapters, and the choice among them.

use std::collections::HashMap;

use crate::{Adapter, Body, Decoded, Dialect, Error, ErrorKind, Received, Result, Token, json};

/// A list of adapters, with the tables that find one by id and by mark.
///
/// Looking up costs the same however many adapters there are, and their order says nothing.
pub struct Registry {
    adapters: Vec<&'static dyn Adapter>,
    ids: HashMap<&'static str, usize>,
    marks: HashMap<&'static str, usize>,
}

impl Registry {
    /// The registry of some families.
    ///
    /// A mark that two adapters claim marks neither, and of two adapters with one id the first holds.
    pub fn new(families: &[&[&'static dyn Adapter]]) -> Self {
        let adapters: Vec<_> = families.iter().flat_map(|family| family.iter().copied()).collect();
        let mut ids = HashMap::new();
        let mut marks = HashMap::new();
        let mut claimed_twice = Vec::new();
        for (index, adapter) in adapters.iter().enumerate() {
            ids.entry(adapter.id()).or_insert(index);
            for mark in adapter.marks() {
                if marks.insert(*mark, index).is_some() {
                    claimed_twice.push(*mark);
                }
            }
        }
        for mark in claimed_twice {
            marks.remove(mark);
        }
        Self { adapters, ids, marks }
    }

    /// The adapters, in the order of their families.
    pub fn iter(&self) -> impl Iterator<Item = &'static dyn Adapter> {
        self.adapters.iter().copied()
    }

    /// The adapter of an id.
    pub fn get(&self, id: &str) -> Option<&'static dyn Adapter> {
        self.ids.get(id).and_then(|index| self.adapters.get(*index)).copied()
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
        for (name, escaped) in body.names() {
            let marked = if escaped { self.marked_escaped(name) } else { self.marks.get(name).copied() };
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

    fn marked_escaped(&self, name: &str) -> Option<usize> {
        let same = |mark: &str| json::unescape(name).eq(mark.chars().map(Ok));
        self.marks.iter().find(|(mark, _)| same(mark)).map(|(_, index)| *index)
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
