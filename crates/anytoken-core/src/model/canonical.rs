//! The canonical form of a token.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use time::{UtcDateTime, format_description::well_known::Rfc3339};

use super::extras::Extras;
use super::field::TextField;
use super::scopes::Scopes;
use super::token::Token;
use super::token_type::TokenType;
use super::validity::Expiry;
use crate::secret::Secret;

/// A token with its secrets, serialized in the canonical form that [`StoredToken`](crate::StoredToken) deserializes.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// # use anytoken::{StoredToken, Token};
/// let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
/// let text = serde_json::to_string(&token.exposed())?;
/// assert_eq!(text, r#"{"v":1,"format":"oauth2","access_token":"EXAMPLE-ACCESS"}"#);
/// let stored: StoredToken = serde_json::from_str(&text)?;
/// assert_eq!(stored.into_token(), token);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Exposed<'a>(&'a Token);

/// A token without its secrets, serialized in canonical form.
///
/// Each secret and each extra is `"***"`. The name of an extra that may be a secret is `***#` and its position.
#[derive(Clone, Copy)]
pub struct Redacted<'a>(&'a Token);

impl Token {
    /// Returns a view that serializes the token with its secrets.
    pub fn exposed(&self) -> Exposed<'_> {
        Exposed(self)
    }

    /// Returns a view that serializes the token without its secrets, for logs.
    ///
    /// ```compile_fail
    /// # extern crate anytoken_core as anytoken;
    /// fn log(token: &anytoken::Token) -> String {
    ///     serde_json::to_string(token).unwrap() // a token itself is not `Serialize`
    /// }
    /// ```
    pub fn redacted(&self) -> Redacted<'_> {
        Redacted(self)
    }
}

impl Serialize for Exposed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        canonical(self.0, serializer, true)
    }
}

impl Serialize for Redacted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        canonical(self.0, serializer, false)
    }
}

impl std::fmt::Debug for Exposed<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::fmt::Debug for Redacted<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

fn canonical<S: Serializer>(token: &Token, serializer: S, exposed: bool) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let life = token.validity();
    map.serialize_entry("v", &1)?;
    map.serialize_entry("format", token.format().as_str())?;
    entry_secret(&mut map, "access_token", token.access_token(), exposed)?;
    entry(&mut map, "token_type", token.token_type().map(TokenType::as_str))?;
    if exposed {
        // The server's own spelling, which its format encodes again.
        let other = token.token_type().filter(|sent| sent.raw() != sent.as_str());
        entry(&mut map, "token_type_sent", other.map(TokenType::raw))?;
    }
    entry(&mut map, "scheme", token.text(TextField::Scheme))?;
    entry(&mut map, "issued_at", life.issued_at.map(Instant))?;
    entry(&mut map, "not_before", life.not_before.map(Instant))?;
    entry(&mut map, "refresh_at", life.refresh_at.map(Instant))?;
    entry(&mut map, "expires_at", life.expires.at().map(Instant))?;
    entry(&mut map, "never_expires", (life.expires == Expiry::Never).then_some(true))?;
    entry(&mut map, "extended_expires_at", life.extended_expires_at.map(Instant))?;
    entry_secret(&mut map, "refresh_token", token.refresh_token(), exposed)?;
    entry(&mut map, "refresh_token_expires_at", life.refresh_token_expires.at().map(Instant))?;
    entry(
        &mut map,
        "refresh_token_never_expires",
        (life.refresh_token_expires == Expiry::Never).then_some(true),
    )?;
    entry_secret(&mut map, "id_token", token.id_token(), exposed)?;
    entry(&mut map, "scopes", token.scopes().map(List))?;
    entry(&mut map, "resource", token.resource())?;
    entry(&mut map, "client_id", token.client_id())?;
    entry(&mut map, "subject", token.subject())?;
    if exposed {
        let (place, element) = token.place;
        entry(&mut map, "place", (place > 0).then_some(place))?;
        entry(&mut map, "element", (element > 0).then_some(element))?;
    }
    entry(
        &mut map,
        "extras",
        Some(token.extras()).filter(|extras| !extras.is_empty()).map(|e| Members(e, exposed)),
    )?;
    map.end()
}

fn entry<M: SerializeMap>(
    map: &mut M,
    name: &'static str,
    value: Option<impl Serialize>,
) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(name, &value))
}

fn entry_secret<M: SerializeMap>(
    map: &mut M,
    name: &'static str,
    secret: Option<Secret<'_>>,
    exposed: bool,
) -> Result<(), M::Error> {
    entry(map, name, secret.map(|secret| if exposed { secret.expose() } else { "***" }))
}

/// An instant as RFC 3339.
struct Instant(UtcDateTime);

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.0.format(&Rfc3339).map_err(serde::ser::Error::custom)?;
        serializer.serialize_str(&text)
    }
}

/// Scopes as an array.
struct List<'a>(Scopes<'a>);

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter())
    }
}

/// Extras as an object.
struct Members<'a>(Extras<'a>, bool);

impl Serialize for Members<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(extras, exposed) = *self;
        let mut map = serializer.serialize_map(Some(extras.len()))?;
        if !exposed {
            extras.shown(|_| false).try_for_each(|(name, _)| map.serialize_entry(&name, "***"))?;
            return map.end();
        }
        for (name, extra) in extras.iter() {
            // Without whitespace, so that the canonical form fits on one line.
            let json = extra.compact();
            let raw: &RawValue = serde_json::from_str(json.expose()).map_err(serde::ser::Error::custom)?;
            map.serialize_entry(name, raw)?;
        }
        map.end()
    }
}
