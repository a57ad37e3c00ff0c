//! The registry of adapters, which finds one by its id, or by its signature in a body.

mod tables;

use std::borrow::Cow;
use std::fmt;
use std::iter::Copied;
use std::slice;

use time::UtcDateTime;

pub use self::tables::Tables;
use self::tables::{Index, Key, NO_ADAPTER, Role, within};
use crate::adapter::{Adapter, Encoded, Entry};
use crate::dialect::{Dialect, can_be_token, is_access_token_name};
use crate::error::{Detail, Error, ErrorKind, JsonKind, Result};
use crate::format::Format;
use crate::input::{Body, Response};
use crate::json::{DEEPEST, Id, NameHash, Node, Tree, bytes, name_hash};
use crate::model::{Decoded, Extra, Outcome, TextField, Token};
use crate::secret::{is_placeholder, may_be_secret, same};
use crate::signature::Signature;
use crate::span::Span;
use crate::suggestion::nearest;

/// A list of adapters with tables that find one by id and by signature.
///
/// The cost of a lookup does not depend on the number of adapters, and their order does not affect detection. A
/// signature that two adapters share detects neither. If two adapters have the same id or alias, the first is used.
pub struct Registry {
    adapters: Cow<'static, [&'static dyn Adapter]>,
    keys: Cow<'static, [Key]>,
    index: Cow<'static, Index>,
}

impl Registry {
    /// Creates a registry of the adapters of some families.
    pub fn new(families: &[&[&'static dyn Adapter]]) -> Self {
        let entries: Vec<_> = families.concat().into_iter().map(Entry::of).collect();
        let families = [entries.as_slice()];
        let (adapters, keys) = Tables::sizes(&families);
        let (mut adapters, mut keys) = (vec![NO_ADAPTER; adapters], vec![Key::NONE; keys]);
        let index = Box::new(Index::new(&families, &mut adapters, &mut keys));
        Self { adapters: adapters.into(), keys: keys.into(), index: Cow::Owned(index) }
    }

    /// Returns the registry of tables that were made when the program was compiled.
    pub const fn of<const ADAPTERS: usize, const KEYS: usize>(
        tables: &'static Tables<ADAPTERS, KEYS>,
    ) -> Self {
        Self {
            adapters: Cow::Borrowed(&tables.adapters),
            keys: Cow::Borrowed(&tables.keys),
            index: Cow::Borrowed(&tables.index),
        }
    }

    /// Returns the adapters, in the order of their families.
    #[doc(alias = "formats")]
    pub fn iter(&self) -> Adapters<'_> {
        Adapters(self.adapters.iter().copied())
    }

    /// Returns the adapter of an id or an alias.
    pub fn get(&self, id: &str) -> Option<&'static dyn Adapter> {
        let has_id = |adapter: &dyn Adapter| adapter.id() == id || adapter.aliases().contains(&id);
        let keys = self.keys(name_hash(id.as_bytes())).filter(|key| key.role == Role::Id);
        let found = keys.filter(|key| self.adapter(key.adapter).is_some_and(has_id));
        self.adapter(found.map(|key| key.adapter).min()?)
    }

    /// Returns the keys of a hash.
    fn keys(&self, hash: NameHash) -> impl Iterator<Item = &Key> {
        self.index.find(&self.keys, hash)
    }

    fn adapter(&self, position: u32) -> Option<&'static dyn Adapter> {
        self.adapters.get(usize::try_from(position).ok()?).copied()
    }

    /// Returns the signature of a key.
    fn signature(&self, key: &Key) -> Option<Signature> {
        let (Role::Signature(position) | Role::Object(position)) = key.role else { return None };
        let text = self.adapter(key.adapter)?.signature().get(usize::from(position))?;
        Signature::of_lengths(text, key.lengths)
    }

    /// Returns the known id that is nearest to a mistyped one, if one is near.
    pub fn suggest(&self, id: &str) -> Option<&'static str> {
        nearest(
            id,
            self.iter()
                .flat_map(|adapter| [adapter.id()].into_iter().chain(adapter.aliases().iter().copied())),
        )
    }

    /// Returns the error of an id that no adapter has.
    #[cold]
    fn unknown(&self, id: &str) -> Error {
        let asked = is_shown(id).then(|| Format::from(id.to_owned()));
        Error::new(ErrorKind::UnknownFormat)
            .with_field("format")
            .with_detail(Detail::UnknownFormat(asked, self.suggest(id)))
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
        let (index, text): (&Index, _) = (&self.index, body.text.as_str());
        let first = body.nodes().iter().position(|node| index.may_have(node, text));
        if let Some(first) = first
            && let Some((adapter, object)) = self.detect(&mut body, first)?
        {
            return self.decode_detected(body, adapter, object);
        }
        self.decode_generic(&mut body)
    }

    /// Decodes a body that has the signature of an adapter, in an object or at the top.
    #[inline(always)]
    fn decode_detected(
        &self,
        body: Body<'_>,
        adapter: &'static dyn Adapter,
        object: &'static str,
    ) -> Result<Decoded> {
        let tokens = AccessTokens::of(&body, adapter);
        let mut other = tokens.has_other.then(|| body.copy());
        let decoded = adapter.decode_body(body);
        match (&decoded, &mut other) {
            (Err(error), Some(other)) if error.kind() == ErrorKind::Missing => self.decode_generic(other),
            (Ok(decoded), _) if leaves_token(decoded, object, &tokens) => Err(ambiguous_token()),
            _ => decoded,
        }
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
        let Some(member) = error.hint().map(str::to_owned) else { return error };
        let name = member.split('/').next().unwrap_or_default();
        let is_other = |adapter: &&dyn Adapter| error.format().is_none_or(|format| *format != adapter.id());
        let formats = self.iter().filter(|adapter| adapter.claims(name)).filter(is_other);
        let mut formats: Vec<_> =
            formats.map(|adapter| Format::from_static(adapter.id())).take(MOST + 1).collect();
        if formats.len() > MOST {
            return error;
        }
        formats.sort_unstable();
        error.with_detail(Detail::Hint(member, formats))
    }

    /// Encodes a token in a named format.
    ///
    /// # Errors
    ///
    /// `UnknownFormat`, or an error of the adapter.
    pub fn encode(&self, id: &str, token: &Token, at: impl Into<UtcDateTime>) -> Result<Encoded> {
        self.get(id).ok_or_else(|| self.unknown(id))?.encode(token, at.into())
    }

    /// Returns the adapter whose signature is among the members from `first` on, or else in one of them, and the name of
    /// the object that has it.
    #[inline(never)]
    fn detect(&self, body: &mut Body<'_>, first: Id) -> Result<Option<Detected>> {
        let mut matches = Matches::default();
        let text = body.text.as_str();
        let object = Object { name: "", hash: 0, members: body.nodes() };
        let members = object.members.get(first..).unwrap_or(&[]);
        for node in members.iter().filter(|node| self.index.may_have(node, text)) {
            self.add_match(&mut matches, &object, node, text);
        }
        if matches.found.is_none()
            && members.iter().any(|node| self.object(node, text).is_some())
            && !body.nodes().iter().any(|node| is_access_token(node, text))
            && !Dialect::OAUTH2.has_token_at_top(body)
        {
            self.add_matches_within(&mut matches, body, first)?;
        }
        if matches.is_ambiguous {
            return Err(Error::new(ErrorKind::Ambiguous));
        }
        Ok(matches.found.and_then(|(position, object)| Some((self.adapter(position)?, object))))
    }

    /// Returns the name of an object in which signatures are, if a member of the top level is one.
    fn object(&self, node: &Node, text: &str) -> Option<&'static str> {
        if node.member.kind != JsonKind::Object {
            return None;
        }
        let objects = self.keys(node.hash()).filter(|key| matches!(key.role, Role::Object(_)));
        let mut names = objects.filter_map(|key| Some(self.signature(key)?.object));
        names.find(|name| node.has_name(text, name.as_bytes(), node.hash()))
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
            let Some(node) = body.tree.node(id) else { continue };
            let (hash, Some(name)) = (node.hash(), self.object(node, text)) else { continue };
            let Some((start, end)) = body.tree.open(text, id)? else { continue };
            let object = Object { name, hash, members: body.tree.nodes_in(&(start..end)) };
            matches.unpaired.clear();
            for node in object.members {
                self.add_match(matches, &object, node, text);
            }
        }
        Ok(())
    }

    /// Adds the adapter whose signature a member of an object is, alone or with another member.
    #[inline(never)]
    fn add_match<'r>(&'r self, matches: &mut Matches<'r>, object: &Object<'_>, node: &Node, text: &str) {
        let has_name = |node: &Node, name: &str, hash| node.has_name(text, name.as_bytes(), hash);
        let hash = within(object.hash, node.hash());
        for key in self.keys(hash).filter(|key| is_signature(key)) {
            if matches.is_ambiguous || matches.found.is_some_and(|(adapter, _)| adapter == key.adapter) {
                continue;
            }
            let Some(signature) = self.signature(key) else { continue };
            if !bytes::are_equal(signature.object.as_bytes(), object.name.as_bytes())
                || !has_name(node, signature.name, node.hash())
                || matches.unpaired.iter().any(|unpaired| std::ptr::eq(*unpaired, key))
                || self.keys(hash).any(|other| self.is_shared(signature, key, other))
            {
                continue;
            }
            let partner = signature.partner;
            let partner_hash = name_hash(partner.as_bytes());
            let is_partner = |node: &Node| has_name(node, partner, partner_hash);
            if partner.is_empty() || object.members.iter().any(is_partner) {
                matches.is_ambiguous |= matches.found.is_some();
                matches.found = Some((key.adapter, signature.object));
            } else {
                matches.unpaired.push(key);
            }
        }
    }

    /// Returns true if the signature of a key is also that of another adapter's.
    fn is_shared(&self, signature: Signature, key: &Key, other: &Key) -> bool {
        key.adapter != other.adapter && is_signature(other) && self.signature(other) == Some(signature)
    }
}

fn is_signature(key: &Key) -> bool {
    matches!(key.role, Role::Signature(_))
}

/// An adapter, and the object that has its signature: empty for the top level.
type Detected = (&'static dyn Adapter, &'static str);

/// An object of a body in which signatures are looked for.
struct Object<'b> {
    /// Its name; empty for the top level.
    name: &'static str,
    /// The hash of its name.
    hash: NameHash,
    members: &'b [Node],
}

/// The members of the top level that have the name of an access token, in any spelling.
struct AccessTokens {
    count: usize,
    /// The value of the last.
    last: Span,
    /// True if one of them can be a token, and the format of the signature does not have its name.
    has_other: bool,
}

impl AccessTokens {
    /// Finds them in a body that has the signature of an adapter.
    fn of(body: &Body<'_>, adapter: &dyn Adapter) -> Self {
        let text = body.text.as_str();
        let mut tokens = Self { count: 0, last: Span::NONE, has_other: false };
        for node in body.nodes().iter().filter(|node| may_be_access_token(node, text)) {
            let name = node.name(text);
            if is_access_token_name(&name) {
                tokens.count = tokens.count.saturating_add(1);
                tokens.last = node.member.value;
                // The text of a token is long: it is looked at last.
                tokens.has_other |= !adapter.claims(&name) && can_be_token(text, node.member);
            }
        }
        tokens
    }
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
    let Ok((tree, _)) = Tree::split(json, Span::new(0, json.len()), DEEPEST) else { return false };
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
    /// The position of an adapter, and the object that has its signature.
    found: Option<(u32, &'static str)>,
    /// True if another adapter matches as well.
    is_ambiguous: bool,
    /// The pairs of which one name was found in an object without the other.
    unpaired: Vec<&'r Key>,
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
