//! The registry of adapters, which finds one by its id, or by the signature among the members of a body.

use std::fmt;
use std::iter::Copied;
use std::slice;

use time::UtcDateTime;

use crate::adapter::{Adapter, Encoded};
use crate::dialect::Dialect;
use crate::error::{Error, ErrorKind, Result};
use crate::format::Format;
use crate::input::{Body, Response};
use crate::json::{MULTIPLIER, NameHash, Node, name_hash};
use crate::model::{Decoded, Outcome, Token};
use crate::secret::{is_placeholder, may_be_secret, same};
use crate::suggestion::nearest;

/// A list of adapters with tables that find one by id and by signature.
///
/// The cost of a lookup does not depend on the number of adapters, and their order does not affect detection.
pub struct Registry {
    adapters: Vec<&'static dyn Adapter>,
    ids: Table,
    signatures: Table,
}

impl Registry {
    /// Creates a registry of the adapters of some families.
    ///
    /// A signature that two adapters share detects neither. If two adapters have the same id or alias, the first is used.
    pub fn new(families: &[&[&'static dyn Adapter]]) -> Self {
        let adapters: Vec<_> = families.iter().flat_map(|family| family.iter().copied()).collect();
        let mut ids: Vec<(&'static str, usize)> = Vec::new();
        let mut signatures: Vec<(&'static str, usize)> = Vec::new();
        for (index, adapter) in adapters.iter().enumerate() {
            let names = std::iter::once(adapter.id()).chain(adapter.aliases().iter().copied());
            ids.extend(names.map(|id| (id, index)));
            signatures.extend(adapter.signature().iter().map(|name| (*name, index)));
        }
        // The first of the adapters of an id.
        ids.sort_unstable();
        ids.dedup_by_key(|(id, _)| *id);
        signatures.sort_unstable();
        let is_of_one = |of_name: &&[(&str, usize)]| {
            of_name.first().map(|(_, first)| first) == of_name.last().map(|(_, last)| last)
        };
        let of_names = signatures.chunk_by(|one, other| one.0 == other.0);
        let signatures = of_names.filter(is_of_one).flatten().copied();
        Self { adapters, ids: Table::new(ids.into_iter()), signatures: Table::new(signatures) }
    }

    /// Returns the adapters, in the order of their families.
    #[doc(alias = "formats")]
    pub fn iter(&self) -> Adapters<'_> {
        Adapters(self.adapters.iter().copied())
    }

    /// Returns the adapter of an id or an alias.
    pub fn get(&self, id: &str) -> Option<&'static dyn Adapter> {
        self.ids
            .find(name_hash(id.as_bytes()), |known| known == id)
            .and_then(|entry| self.adapters.get(entry.adapter))
            .copied()
    }

    /// Returns the known id that is nearest to a mistyped one, if one is near.
    pub fn suggest(&self, id: &str) -> Option<&'static str> {
        nearest(id, self.ids.names())
    }

    /// Returns the error of an id that no adapter has.
    #[cold]
    fn unknown(&self, id: &str) -> Error {
        let asked = is_shown(id).then(|| Format::from(id.to_owned()));
        Error::new(ErrorKind::UnknownFormat).with_field("format").with_asked(asked, self.suggest(id))
    }

    /// Decodes a response of a named format.
    ///
    /// # Errors
    ///
    /// `UnknownFormat`, or an error of the adapter.
    pub fn decode_as<'a>(&self, id: &str, response: impl Into<Response<'a>>) -> Result<Decoded> {
        let response = response.into();
        let adapter = self.get(id).ok_or_else(|| self.unknown(id))?;
        adapter.decode_body(Body::split(response)).map_err(|error| self.with_formats(error))
    }

    /// Detects the format of a response by its signature, and decodes it.
    ///
    /// A signature consists of names that no other format has, alone or together. A body without a signature is decoded
    /// as `oauth2`.
    ///
    /// # Errors
    ///
    /// `Ambiguous` if the body has the signatures of two formats, or that of one which leaves a standard access token
    /// beside it unread; else an error of the adapter.
    pub fn decode<'a>(&self, response: impl Into<Response<'a>>) -> Result<Decoded> {
        let (mut body, source) = Body::empty(response.into());
        body.fill(source);
        // Fast path: most names are in no signature, and most bodies have no signature.
        let first = body.nodes().iter().position(|node| self.may_be_signature(node, &body));
        if let Some(first) = first
            && let Some(adapter) = self.detect(&body, first)?
        {
            let decoded = adapter.decode_body(body);
            return if decoded.as_ref().is_ok_and(leaves_token) { Err(ambiguous_token()) } else { decoded };
        }
        Dialect::OAUTH2.read_in_place(&mut body).map_err(|error| self.with_formats(error))
    }

    /// Returns the formats that decode a response to a token and leave the least of it unread, each with its answer.
    ///
    /// Every format is tried. A format that fits may still be the wrong one: this is a hint for people, and never an answer.
    #[doc(hidden)]
    pub fn fits(&self, response: &Response<'_>) -> Vec<(&'static dyn Adapter, Token)> {
        let (mut least, mut fits) = (usize::MAX, Vec::new());
        for adapter in self {
            let Ok(decoded) = adapter.decode_body(Body::split(response.clone())) else { continue };
            let Outcome::Token(token) = decoded.outcome else { continue };
            let unread = unread(&token);
            if unread < least {
                fits.clear();
                least = unread;
            }
            if unread == least {
                fits.push((adapter, token));
            }
        }
        fits
    }

    /// Adds to an error with a hint the formats that decode a member of its name, if they are few.
    #[cold]
    fn with_formats(&self, error: Error) -> Error {
        const MOST: usize = 3;
        let Some(name) = error.hint().and_then(|hint| hint.split('/').next()) else { return error };
        let is_other = |adapter: &&dyn Adapter| error.format().is_none_or(|format| *format != adapter.id());
        let formats = self.iter().filter(|adapter| adapter.claims(name)).filter(is_other);
        let mut formats: Vec<_> =
            formats.map(|adapter| Format::from_static(adapter.id())).take(MOST + 1).collect();
        if formats.len() > MOST {
            return error;
        }
        formats.sort_unstable();
        error.with_hinted_formats(formats)
    }

    /// Encodes a token in a named format.
    ///
    /// # Errors
    ///
    /// `UnknownFormat`, or an error of the adapter.
    pub fn encode(&self, id: &str, token: &Token, at: impl Into<UtcDateTime>) -> Result<Encoded> {
        self.get(id).ok_or_else(|| self.unknown(id))?.encode(token, at.into())
    }

    /// Returns true if a member may be in a signature; false positives are rare.
    #[inline(always)]
    fn may_be_signature(&self, node: &Node, body: &Body<'_>) -> bool {
        !self.signatures.lacks(node.hash()) && !self.signatures.lacks_mixed(node, body.text.as_str())
    }

    /// Returns the adapter whose signature is among the members from `first` on.
    #[inline(never)]
    fn detect(&self, body: &Body<'_>, first: usize) -> Result<Option<&'static dyn Adapter>> {
        let mut matches = Matches::default();
        let members = body.nodes().get(first..).unwrap_or(&[]);
        for node in members.iter().filter(|node| self.may_be_signature(node, body)) {
            self.add_match(&mut matches, body, node);
        }
        if matches.ambiguous {
            return Err(Error::new(ErrorKind::Ambiguous));
        }
        Ok(matches.adapter.and_then(|index| self.adapters.get(index)).copied())
    }

    /// Adds the adapter whose signature a member is, alone or with another member.
    #[inline(never)]
    fn add_match(&self, matches: &mut Matches, body: &Body<'_>, node: &Node) {
        let is = |node: &Node, name: &str, hash| node.has_name(body.text.as_str(), name.as_bytes(), hash);
        let Some(found) = self.signatures.find(node.hash(), |name| is(node, name, node.hash())) else {
            return;
        };
        if matches.adapter == Some(found.adapter) || matches.unpaired.contains(&found.adapter) {
            return;
        }
        let partner = name_hash(found.partner.as_bytes());
        if found.partner.is_empty() || body.nodes().iter().any(|node| is(node, found.partner, partner)) {
            matches.ambiguous |= matches.adapter.is_some();
            matches.adapter = Some(found.adapter);
        } else {
            matches.unpaired.push(found.adapter);
        }
    }
}

/// The member of an access token in the standard.
const ACCESS_TOKEN: &str = "access_token";

/// Returns true if a detected format leaves a complete standard token unread: nobody says which of the two is meant.
fn leaves_token(decoded: &Decoded) -> bool {
    let Outcome::Token(token) = &decoded.outcome else { return false };
    let Some(left) = token.extras().get(ACCESS_TOKEN) else { return false };
    let text = left.expose_json().strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    text.is_some_and(|text| !is_placeholder(text) && !same(text, token.credential().expose()))
}

/// Returns the bytes of a response that no field was decoded from.
fn unread(token: &Token) -> usize {
    let sizes =
        token.extras().iter().map(|(name, extra)| name.len().saturating_add(extra.expose_json().len()));
    sizes.fold(0, usize::saturating_add)
}

#[cold]
fn ambiguous_token() -> Error {
    Error::new(ErrorKind::Ambiguous).with_field(ACCESS_TOKEN)
}

/// The adapters whose signatures a body has.
#[derive(Default)]
struct Matches {
    adapter: Option<usize>,
    /// True if another adapter matches as well.
    ambiguous: bool,
    /// The adapters for which one name of a pair was found without the other.
    unpaired: Vec<usize>,
}

/// The adapters by a name: an id, or a name of a signature.
///
/// Most names of a body are in no signature. They are rejected by two filters of a bit for each of 65,536 hashes: of
/// the 435 other names in the corpus, 19 pass the first and 5 of them the second. The names that pass are looked up.
struct Table {
    /// A bit for the hash of each name.
    filter: Box<[u64; WORDS]>,
    /// A bit for the hash of each name, mixed with one more byte of it.
    mixed: Box<[u64; WORDS]>,
    /// For each word of `filter`, the number of entries with a hash in the words before it.
    preceding: Box<[u16; WORDS]>,
    /// The entries, sorted by hash.
    entries: Vec<Entry>,
}

/// An adapter under a name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    hash: NameHash,
    name: &'static str,
    /// The other name of a pair; empty for a single name.
    partner: &'static str,
    adapter: usize,
}

/// The number of words of 64 bits that hold a bit for each hash.
const WORDS: usize = 1 << 10;

impl Table {
    fn new(names: impl Iterator<Item = (&'static str, usize)>) -> Self {
        let entry = |(signature, adapter): (&'static str, usize)| {
            let (name, partner) = signature.split_once('+').unwrap_or((signature, ""));
            Entry { hash: name_hash(name.as_bytes()), name, partner, adapter }
        };
        let mut entries: Vec<_> = names.map(entry).collect();
        entries.sort_unstable();
        let (mut filter, mut mixed) = (Box::new([0; WORDS]), Box::new([0; WORDS]));
        let mut preceding = Box::new([0; WORDS]);
        for Entry { hash, name, .. } in &entries {
            add(&mut filter, *hash);
            add(&mut mixed, mix(*hash, name.as_bytes()));
        }
        for (word, number) in preceding.iter_mut().enumerate() {
            let count = entries.partition_point(|entry| usize::from(entry.hash >> 6) < word);
            *number = u16::try_from(count).unwrap_or(u16::MAX);
        }
        Self { filter, mixed, preceding, entries }
    }

    /// Returns all names.
    fn names(&self) -> impl Iterator<Item = &'static str> {
        self.entries.iter().map(|entry| entry.name)
    }

    /// Returns true if no name has this hash.
    #[inline]
    fn lacks(&self, hash: NameHash) -> bool {
        lacks(&self.filter, hash)
    }

    /// Returns true if no name has the hash and the additional byte of this node.
    #[inline]
    fn lacks_mixed(&self, node: &Node, text: &str) -> bool {
        let name = text.as_bytes().get(node.member.name.range()).unwrap_or(&[]);
        !node.member.name_escaped && lacks(&self.mixed, mix(node.hash(), name))
    }

    /// Finds the entry of a name by its hash and a comparison.
    fn find(&self, hash: NameHash, is: impl Fn(&str) -> bool) -> Option<&Entry> {
        let preceding = self.preceding.get(usize::from(hash >> 6)).copied().map_or(0, usize::from);
        // Each lower bit of its word is the hash of one entry before it, or of several, so the search starts at it or
        // before.
        let lower = (word(&self.filter, hash) & bit(hash).wrapping_sub(1)).count_ones();
        let from = preceding.saturating_add(usize::try_from(lower).unwrap_or(0));
        let mut entries = self.entries.get(from..)?.iter().take_while(|entry| entry.hash <= hash);
        entries.find(|entry| entry.hash == hash && is(entry.name))
    }
}

/// Mixes a byte from the first half of a name into its hash.
#[inline]
fn mix(hash: NameHash, name: &[u8]) -> NameHash {
    let byte = name.get(name.len() >> 2).copied().unwrap_or(0);
    hash ^ NameHash::from(byte).wrapping_mul(MULTIPLIER)
}

#[inline]
fn lacks(filter: &[u64; WORDS], hash: NameHash) -> bool {
    word(filter, hash) & bit(hash) == 0
}

#[inline]
fn word(filter: &[u64; WORDS], hash: NameHash) -> u64 {
    filter.get(usize::from(hash >> 6)).copied().unwrap_or(0)
}

fn add(filter: &mut [u64; WORDS], hash: NameHash) {
    if let Some(word) = filter.get_mut(usize::from(hash >> 6)) {
        *word |= bit(hash);
    }
}

fn bit(hash: NameHash) -> u64 {
    1_u64.wrapping_shl((hash & 63).into())
}

/// An iterator over the adapters of a registry.
#[derive(Clone)]
pub struct Adapters<'r>(Copied<slice::Iter<'r, &'static dyn Adapter>>);

impl Iterator for Adapters<'_> {
    type Item = &'static dyn Adapter;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<'r> IntoIterator for &'r Registry {
    type Item = &'static dyn Adapter;
    type IntoIter = Adapters<'r>;

    fn into_iter(self) -> Adapters<'r> {
        self.iter()
    }
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|adapter| adapter.id())).finish()
    }
}

/// Returns true if an unknown id can be shown, since it is not a secret that was passed by mistake.
fn is_shown(id: &str) -> bool {
    const LONGEST: usize = 40;
    Format::is_id(id) && id.len() <= LONGEST && !may_be_secret(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_format_names_the_id_and_a_suggestion() {
        let registry = Registry::new(&[&[&Dialect::OAUTH2]]);
        let shown = |id| registry.unknown(id).to_string();
        assert_eq!(shown("oaut2"), r#"unknown format "oaut2"; did you mean "oauth2"?"#);
        assert_eq!(shown("no-such-format"), r#"unknown format "no-such-format""#);
        assert_eq!(shown("OAuth"), r#"unknown format; did you mean "oauth2"?"#);
    }

    #[test]
    fn unknown_format_hides_an_id_that_may_be_a_secret() {
        let long = "example-".repeat(5) + "format";
        for id in ["EXAMPLE-ACCESS", "example1a2b3c4d5e6f7a8b9c0d", &long] {
            let error = Registry::new(&[]).unknown(id);
            assert_eq!(error.to_string(), "unknown format");
            assert!(!format!("{error:?}").contains(id), "{id}");
        }
    }
}
