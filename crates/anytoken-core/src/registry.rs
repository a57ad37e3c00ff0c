//! The registry of adapters, which finds one by its id, or by its signature in a body.

use std::collections::BTreeSet;
use std::fmt;
use std::iter::Copied;
use std::slice;

use time::UtcDateTime;

use crate::adapter::{Adapter, Encoded};
use crate::dialect::{Dialect, can_be_token, is_access_token_name};
use crate::error::{Error, ErrorKind, JsonKind, Result};
use crate::format::Format;
use crate::input::{Body, Response};
use crate::json::{DEEPEST, Id, MULTIPLIER, NameHash, Node, Tree, name_hash};
use crate::model::{Decoded, Extra, Outcome, TextField, Token};
use crate::secret::{is_placeholder, may_be_secret, same};
use crate::signature::Signature;
use crate::span::Span;
use crate::suggestion::nearest;

/// A list of adapters with tables that find one by id and by signature.
///
/// The cost of a lookup does not depend on the number of adapters, and their order does not affect detection.
pub struct Registry {
    adapters: Vec<&'static dyn Adapter>,
    /// True for each adapter that decodes the access token of the standard.
    claim_access_token: Vec<bool>,
    ids: Table,
    /// The signatures, and the objects of the top level in which some of them are.
    signatures: Table,
}

impl Registry {
    /// Creates a registry of the adapters of some families.
    ///
    /// A signature that two adapters share detects neither. If two adapters have the same id or alias, the first is used.
    pub fn new(families: &[&[&'static dyn Adapter]]) -> Self {
        let adapters: Vec<_> = families.iter().flat_map(|family| family.iter().copied()).collect();
        let mut ids: Vec<(&'static str, usize)> = Vec::new();
        let mut signatures: Vec<(Signature, usize)> = Vec::new();
        for (index, adapter) in adapters.iter().enumerate() {
            let names = std::iter::once(adapter.id()).chain(adapter.aliases().iter().copied());
            ids.extend(names.map(|id| (id, index)));
            let texts = adapter.signature().iter();
            signatures.extend(texts.filter_map(|text| Some((Signature::parse(text)?, index))));
        }
        // The first of the adapters of an id.
        ids.sort_unstable();
        ids.dedup_by_key(|(id, _)| *id);
        let ids = ids.into_iter().map(|(id, index)| (Signature::name(id), Some(index)));
        signatures.sort_unstable();
        let is_of_one = |equal: &&[(Signature, usize)]| {
            equal.first().map(|(_, first)| first) == equal.last().map(|(_, last)| last)
        };
        let unique = signatures.chunk_by(|one, other| one.0 == other.0).filter(is_of_one).flatten();
        let unique = unique.map(|(signature, index)| (*signature, Some(*index)));
        let objects: BTreeSet<_> = signatures.iter().map(|(signature, _)| signature.object).collect();
        let objects = objects.into_iter().filter(|name| !name.is_empty());
        let objects = objects.map(|name| (Signature::name(name), None));
        let signatures = Table::new(unique.chain(objects));
        let claim_access_token = adapters.iter().map(|adapter| adapter.claims(ACCESS_TOKEN)).collect();
        Self { ids: Table::new(ids), signatures, claim_access_token, adapters }
    }

    /// Returns the adapters, in the order of their families.
    #[doc(alias = "formats")]
    pub fn iter(&self) -> Adapters<'_> {
        Adapters(self.adapters.iter().copied())
    }

    /// Returns the adapter of an id or an alias.
    pub fn get(&self, id: &str) -> Option<&'static dyn Adapter> {
        self.ids
            .find(name_hash(id.as_bytes()), |entry| entry.signature.name == id)
            .and_then(|entry| self.adapter(entry))
    }

    fn adapter(&self, entry: &Entry) -> Option<&'static dyn Adapter> {
        self.adapters.get(entry.adapter?).copied()
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
    /// A signature consists of names that no other format has, alone or together. One in an object of the top level
    /// counts only if the top level has no signature, and neither an access token nor an ID token of the standard. A
    /// body without a signature is decoded as `oauth2`, and so is one in which the format of its signature finds no
    /// token, if an access token is at the top under a name that this format does not have.
    ///
    /// # Errors
    ///
    /// `Ambiguous` if the body has the signatures of two formats, or that of one which leaves an `access_token`, in any
    /// spelling, beside it unread; else an error of the adapter.
    pub fn decode<'a>(&self, response: impl Into<Response<'a>>) -> Result<Decoded> {
        let (mut body, source) = Body::empty(response.into());
        body.fill(source);
        // Fast path: most names are in no signature, and most bodies have no signature.
        let first = body.nodes().iter().position(|node| self.may_detect(node, &body));
        if let Some(first) = first
            && let Some((index, object)) = self.detect(&mut body, first)?
            && let Some(adapter) = self.adapters.get(index)
        {
            let tokens = self.access_tokens(index, &body);
            let other = tokens.has_other.then(|| body.copy());
            return match (adapter.decode_body(body), other) {
                (Err(error), Some(other)) if error.kind() == ErrorKind::Missing => {
                    body = other;
                    self.decode_generic(&mut body)
                }
                (Ok(decoded), _) if leaves_token(&decoded, object, &tokens) => Err(ambiguous_token()),
                (decoded, _) => decoded,
            };
        }
        self.decode_generic(&mut body)
    }

    /// Returns the access tokens of the top level, beside the signature of a format.
    fn access_tokens(&self, index: usize, body: &Body<'_>) -> AccessTokens {
        let text = body.text.as_str();
        let claims = |name: &str| match name {
            ACCESS_TOKEN => self.claim_access_token.get(index) == Some(&true),
            _ => self.adapters.get(index).is_some_and(|adapter| adapter.claims(name)),
        };
        let mut tokens = AccessTokens { count: 0, last: Span::NONE, has_other: false };
        for node in body.nodes().iter().filter(|node| may_be_access_token(node, text)) {
            let name = node.name(text);
            if is_access_token_name(&name) {
                tokens.count = tokens.count.saturating_add(1);
                tokens.last = node.member.value;
                // The text of a token is long: it is looked at last.
                tokens.has_other |= !claims(&name) && can_be_token(text, node.member);
            }
        }
        tokens
    }

    fn decode_generic(&self, body: &mut Body<'_>) -> Result<Decoded> {
        Dialect::OAUTH2.read_in_place(body).map_err(|error| self.with_formats(error))
    }

    /// Returns the formats that decode a response to a token and leave the least of it unread, each with its answer.
    ///
    /// A format that fits may still be the wrong one: this is a hint for people, and never an answer. The body is split
    /// once, but every format is tried: the cost is that of some hundred decodings.
    #[doc(hidden)]
    pub fn fits(&self, response: Response<'_>) -> Vec<(&'static dyn Adapter, Token)> {
        let body = Body::split(response);
        let (mut least, mut fits) = (usize::MAX, Vec::new());
        for adapter in self {
            let Ok(decoded) = adapter.decode_body(body.copy()) else { continue };
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

    /// Returns true if a member of the top level may be in a signature, or may be an object in which one is; false
    /// positives are rare.
    #[inline(always)]
    fn may_detect(&self, node: &Node, body: &Body<'_>) -> bool {
        !self.signatures.lacks(node.hash())
            && (is_object(node) || !self.signatures.lacks_mixed(node, body.text.as_str()))
    }

    /// Returns the adapter whose signature is among the members from `first` on, or else in one of them.
    #[inline(never)]
    fn detect(&self, body: &mut Body<'_>, first: usize) -> Result<Option<Detected>> {
        let mut matches = Matches::default();
        let object = Object { name: "", hash: 0, members: body.nodes() };
        let members = object.members.get(first..).unwrap_or(&[]);
        for node in members.iter().filter(|node| self.may_detect(node, body)) {
            self.add_match(&mut matches, &object, node, body.text.as_str());
        }
        let may_be_within = |node: &Node| is_object(node) && !self.signatures.lacks(node.hash());
        if matches.entry.is_none()
            && members.iter().any(may_be_within)
            && !body.nodes().iter().any(|node| is_access_token(node, body.text.as_str()))
            && !Dialect::OAUTH2.has_token_at_top(body)
        {
            self.add_matches_within(&mut matches, body, first)?;
        }
        self.detected(&matches)
    }

    /// Adds the adapters whose signatures are in the objects from `first` on.
    #[cold]
    #[inline(never)]
    fn add_matches_within<'r>(
        &'r self,
        matches: &mut Matches<'r>,
        body: &mut Body<'_>,
        first: Id,
    ) -> Result<()> {
        let text = body.text.as_str();
        for id in body.tree.top().skip(first) {
            let Some(node) = body.tree.node(id).filter(|node| is_object(node)) else { continue };
            let hash = node.hash();
            let is = |entry: &Entry| {
                entry.adapter.is_none() && node.has_name(text, entry.signature.name.as_bytes(), hash)
            };
            let Some(found) = self.signatures.find(hash, is) else { continue };
            let Some((start, end)) = body.tree.open(text, id)? else { continue };
            let members = body.tree.nodes_in(&(start..end));
            let object = Object { name: found.signature.name, hash, members };
            matches.unpaired.clear();
            for node in members.iter().filter(|node| !self.signatures.lacks(within(hash, node.hash()))) {
                self.add_match(matches, &object, node, text);
            }
        }
        Ok(())
    }

    /// Returns the only adapter that matches.
    fn detected(&self, matches: &Matches<'_>) -> Result<Option<Detected>> {
        if matches.is_ambiguous {
            return Err(Error::new(ErrorKind::Ambiguous));
        }
        Ok(matches.entry.and_then(|entry| Some((entry.adapter?, entry.signature.object))))
    }

    /// Adds the adapter whose signature a member of an object is, alone or with another member.
    #[inline(never)]
    fn add_match<'r>(&'r self, matches: &mut Matches<'r>, object: &Object<'_>, node: &Node, text: &str) {
        let has_name = |node: &Node, name: &str, hash| node.has_name(text, name.as_bytes(), hash);
        let is = |entry: &Entry| {
            entry.adapter.is_some()
                && entry.signature.object == object.name
                && has_name(node, entry.signature.name, node.hash())
        };
        let Some(found) = self.signatures.find(within(object.hash, node.hash()), is) else { return };
        let is_known = |entry: &&Entry| std::ptr::eq(*entry, found);
        if matches.entry.is_some_and(|entry| entry.adapter == found.adapter)
            || matches.unpaired.iter().any(is_known)
        {
            return;
        }
        let partner = found.signature.partner;
        let hash = name_hash(partner.as_bytes());
        if partner.is_empty() || object.members.iter().any(|node| has_name(node, partner, hash)) {
            matches.is_ambiguous |= matches.entry.is_some();
            matches.entry = Some(found);
        } else {
            matches.unpaired.push(found);
        }
    }
}

/// The index of an adapter, and the object that has its signature: empty for the top level.
type Detected = (usize, &'static str);

/// An object of a body in which signatures are looked for.
struct Object<'b> {
    /// Its name; empty for the top level.
    name: &'static str,
    /// The hash of its name.
    hash: NameHash,
    members: &'b [Node],
}

fn is_object(node: &Node) -> bool {
    node.member.kind == JsonKind::Object
}

/// The members of the top level that have the name of an access token, in any spelling.
struct AccessTokens {
    count: usize,
    /// The value of the last.
    last: Span,
    /// True if one of them can be a token, and the format of the signature does not have its name.
    has_other: bool,
}

/// Returns the hash of a name in an object, given the hashes of both; that of the top level is zero.
fn within(object: NameHash, name: NameHash) -> NameHash {
    object.wrapping_mul(MULTIPLIER) ^ name
}

/// The member of an access token in the standard.
const ACCESS_TOKEN: &str = "access_token";

/// Returns false for nearly all members that are no access token: those whose name begins with another letter.
#[inline(always)]
fn may_be_access_token(node: &Node, text: &str) -> bool {
    let first = text.as_bytes().get(node.member.name.start());
    node.member.name_escaped || matches!(first, Some(b'a' | b'A' | b'_' | b'-'))
}

/// Returns true if a member is an access token by its name, in any spelling, and by its text.
fn is_access_token(node: &Node, text: &str) -> bool {
    is_access_token_name(&node.name(text)) && can_be_token(text, node.member)
}

/// Returns true if a format leaves a complete access token unread in the object that has its signature: nobody says
/// which of the two is meant.
fn leaves_token(decoded: &Decoded, object: &str, tokens: &AccessTokens) -> bool {
    let Outcome::Token(token) = &decoded.outcome else { return false };
    let is_left = |value: &str| {
        let text = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
        text.is_some_and(|text| !is_placeholder(text) && !same(text, token.credential().expose()))
    };
    if object.is_empty() {
        // Fast path: nearly always the only one has been read where it is.
        if tokens.count == 0
            || tokens.count == 1 && token.texts[TextField::AccessToken] == tokens.last.inside()
        {
            return false;
        }
        let mut extras = token.extras().iter();
        return extras.any(|(name, extra)| is_access_token_name(name) && is_left(extra.expose_json()));
    }
    let Some(json) = token.extras().get(object).map(Extra::expose_json) else { return false };
    let Ok((tree, _)) = Tree::split(json, Span::new(0, json.len()), DEEPEST, 0) else { return false };
    let mut members = tree.members().iter();
    members.any(|node| is_access_token(node, json) && is_left(node.member.value.of(json)))
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

/// The signatures that a body has.
#[derive(Default)]
struct Matches<'r> {
    entry: Option<&'r Entry>,
    /// True if another adapter matches as well.
    is_ambiguous: bool,
    /// The pairs of which one name was found in an object without the other.
    unpaired: Vec<&'r Entry>,
}

/// The adapters by a name: an id, or a name of a signature.
///
/// Most names of a body are in no signature. They are rejected by two filters of a bit for each of 65,536 hashes: of
/// the 652 other names in the corpus, 89 pass the first and 10 of them the second. The names that pass are looked up.
struct Table {
    /// A bit for the hash of each name.
    filter: Box<[u64; WORDS]>,
    /// A bit for the hash of each name of an adapter at the top level, mixed with one more byte of it.
    mixed: Box<[u64; WORDS]>,
    /// For each word of `filter`, the number of entries with a hash in the words before it.
    preceding: Box<[u16; WORDS]>,
    /// The entries, sorted by hash.
    entries: Vec<Entry>,
}

/// An adapter under a name or a signature.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// The hash of the name, mixed with that of its object.
    hash: NameHash,
    signature: Signature,
    /// `None` for an object in which signatures are.
    adapter: Option<usize>,
}

/// The number of words of 64 bits that hold a bit for each hash.
const WORDS: usize = 1 << 10;

impl Table {
    fn new(signatures: impl Iterator<Item = (Signature, Option<usize>)>) -> Self {
        let entry = |(signature, adapter): (Signature, Option<usize>)| {
            let [object, name] = [signature.object, signature.name].map(|name| name_hash(name.as_bytes()));
            Entry { hash: within(object, name), signature, adapter }
        };
        let mut entries: Vec<_> = signatures.map(entry).collect();
        entries.sort_unstable();
        let (mut filter, mut mixed) = (Box::new([0; WORDS]), Box::new([0; WORDS]));
        let mut preceding = Box::new([0; WORDS]);
        for Entry { hash, signature, adapter } in &entries {
            add(&mut filter, *hash);
            if adapter.is_some() && signature.object.is_empty() {
                add(&mut mixed, mix(*hash, signature.name.as_bytes()));
            }
        }
        for (word, number) in preceding.iter_mut().enumerate() {
            let count = entries.partition_point(|entry| usize::from(entry.hash >> 6) < word);
            *number = u16::try_from(count).unwrap_or(u16::MAX);
        }
        Self { filter, mixed, preceding, entries }
    }

    /// Returns all names.
    fn names(&self) -> impl Iterator<Item = &'static str> {
        self.entries.iter().map(|entry| entry.signature.name)
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

    /// Finds an entry by its hash and a comparison.
    fn find(&self, hash: NameHash, is: impl Fn(&Entry) -> bool) -> Option<&Entry> {
        let preceding = self.preceding.get(usize::from(hash >> 6)).copied().map_or(0, usize::from);
        // Each lower bit of its word is the hash of one entry before it, or of several, so the search starts at it or
        // before.
        let lower = (word(&self.filter, hash) & bit(hash).wrapping_sub(1)).count_ones();
        let from = preceding.saturating_add(usize::try_from(lower).unwrap_or(0));
        let mut entries = self.entries.get(from..)?.iter().take_while(|entry| entry.hash <= hash);
        entries.find(|entry| entry.hash == hash && is(entry))
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
