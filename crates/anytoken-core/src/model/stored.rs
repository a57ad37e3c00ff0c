//! Deserialization of the canonical form.

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::fmt;
use time::{OffsetDateTime, UtcDateTime, format_description::well_known::Rfc3339};

use super::field::TextField;
use super::token::Token;
use super::token_type::TokenTypeKind;
use super::validity::{Expiry, Validity};
use crate::error::JsonKind;
use crate::json::{DEEPEST, Member, split};
use crate::secret::SecretBuf;
use crate::span::Span;

/// A token in a store: it serializes with its secrets, in the canonical form of [`Token::exposed`], and deserializes from
/// it.
///
/// It deserializes from JSON only, since extras are kept as raw JSON. The token passes the same checks as one from a
/// server, so that a tampered store yields no token that a response could not. Unknown members are ignored, and errors
/// contain no value.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// use anytoken::{StoredToken, Token};
///
/// let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
/// let json = serde_json::to_string(&StoredToken::expose(token.clone()))?;
/// let stored: StoredToken = serde_json::from_str(&json)?;
/// assert_eq!(stored.into_token(), token);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredToken(Token);

impl StoredToken {
    /// Wraps a token, so that it serializes with its secrets.
    pub fn expose(token: Token) -> Self {
        Self(token)
    }

    /// Returns the token.
    pub fn into_token(self) -> Token {
        self.0
    }
}

impl From<StoredToken> for Token {
    fn from(stored: StoredToken) -> Self {
        stored.0
    }
}

impl From<Token> for StoredToken {
    fn from(token: Token) -> Self {
        Self::expose(token)
    }
}

impl AsRef<Token> for StoredToken {
    fn as_ref(&self) -> &Token {
        &self.0
    }
}

impl Serialize for StoredToken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.exposed().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for StoredToken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Raw::deserialize(deserializer)?;
        let members = members(json.0.expose());
        let members = members.as_deref().ok_or("not an object");
        let token = members.and_then(Fields::of).and_then(|fields| fields.token());
        token
            .map(Self)
            .map_err(|what| D::Error::custom(format_args!("invalid token in canonical form: {what}")))
    }
}

#[derive(Default)]
struct Fields<'a> {
    /// The members that have been deserialized.
    seen: Vec<&'static str>,
    format: Option<SecretBuf>,
    texts: Vec<(&'static str, SecretBuf)>,
    scopes: Option<Vec<SecretBuf>>,
    validity: Validity,
    place: (u8, u32),
    extras: Option<&'a str>,
}

/// The members that are texts.
const TEXTS: [&str; 9] = [
    "access_token",
    "token_type",
    "token_type_sent",
    "scheme",
    "refresh_token",
    "id_token",
    "resource",
    "client_id",
    "subject",
];

/// All other members.
const OTHERS: [&str; 14] = [
    "v",
    "format",
    "scopes",
    "issued_at",
    "not_before",
    "refresh_at",
    "expires_at",
    "never_expires",
    "extended_expires_at",
    "refresh_token_expires_at",
    "refresh_token_never_expires",
    "place",
    "element",
    "extras",
];

/// Returns the known member of a name.
fn known(name: &str) -> Option<&'static str> {
    TEXTS.into_iter().chain(OTHERS).find(|known| *known == name)
}

/// The error for a missing or unknown version.
const NO_VERSION: &str = "v is not 1";

impl<'a> Fields<'a> {
    fn of(members: &'a [(String, Raw)]) -> Result<Self, &'static str> {
        let mut fields = Self::default();
        for (name, json) in members {
            let Some(name) = known(name) else { continue };
            if fields.seen.contains(&name) {
                return Err(name);
            }
            fields.seen.push(name);
            fields.read(name, json.0.expose()).ok_or(if name == "v" { NO_VERSION } else { name })?;
        }
        Ok(fields)
    }

    /// Deserializes a member from its raw JSON; `None` if it is invalid.
    fn read(&mut self, name: &'static str, json: &'a str) -> Option<()> {
        if TEXTS.contains(&name) {
            self.texts.push((name, string(json)?));
            return Some(());
        }
        let life = &mut self.validity;
        match name {
            "v" if json != "1" => return None,
            "format" => self.format = Some(string(json)?),
            "scopes" => self.scopes = Some(strings(json)?),
            "issued_at" => life.issued_at = Some(instant(json)?),
            "not_before" => life.not_before = Some(instant(json)?),
            "refresh_at" => life.refresh_at = Some(instant(json)?),
            "extended_expires_at" => life.extended_expires_at = Some(instant(json)?),
            "expires_at" => stated(&mut life.expires, Expiry::At(instant(json)?))?,
            "refresh_token_expires_at" => {
                stated(&mut life.refresh_token_expires, Expiry::At(instant(json)?))?;
            }
            "never_expires" if truth(json)? => stated(&mut life.expires, Expiry::Never)?,
            "refresh_token_never_expires" if truth(json)? => {
                stated(&mut life.refresh_token_expires, Expiry::Never)?;
            }
            "place" => self.place.0 = json.parse().ok()?,
            "element" => self.place.1 = json.parse().ok()?,
            "extras" => self.extras = Some(json),
            _ => {}
        }
        Some(())
    }

    fn token(&self) -> Result<Token, &'static str> {
        if !self.seen.contains(&"v") {
            return Err(NO_VERSION);
        }
        let format = self.format.as_ref().ok_or("format")?.expose().to_owned();
        let mut builder = Token::builder(format).validity(self.validity).place(self.place);
        for (name, text) in &self.texts {
            let text = text.expose();
            builder = match *name {
                "access_token" => builder.access_token(text),
                "refresh_token" => builder.refresh_token(text),
                "id_token" => builder.id_token(text),
                "scheme" => builder.set(TextField::Scheme, text),
                "resource" => builder.resource(text),
                "client_id" => builder.client_id(text),
                "subject" => builder.subject(text),
                _ => builder,
            };
        }
        let text = |name| self.texts.iter().find(|(known, _)| *known == name).map(|(_, text)| text.expose());
        builder = match (text("token_type"), text("token_type_sent")) {
            (None, None) => builder,
            (Some(canonical), None) => builder.token_type(canonical),
            (None, Some(_)) => return Err("token_type"),
            // A type without a canonical spelling has only the one that was sent.
            (Some(canonical), Some(sent)) => {
                let [kind, sent_kind] = [canonical, sent].map(|text| TokenTypeKind::of(text.as_bytes()));
                // A vendor's own word may mean any type; a standard type means itself.
                if kind == TokenTypeKind::Other || ![kind, TokenTypeKind::Other].contains(&sent_kind) {
                    return Err("token_type_sent");
                }
                builder.token_type(sent).token_type_kind(kind)
            }
        };
        if let Some(scopes) = &self.scopes {
            builder = builder.scopes(scopes.iter().map(SecretBuf::expose));
        }
        let json = self.extras.unwrap_or("{}");
        let extras = parts(json, JsonKind::Object).ok_or("extras")?;
        let name = |member: &Member| SecretBuf::unescaped(member.name.of(json), member.name_escaped);
        let names: Result<Vec<SecretBuf>, _> = extras.iter().map(name).collect();
        let names = names.map_err(|_| "extras")?;
        for (name, member) in names.iter().zip(&extras) {
            builder = builder.extra_json(name.expose(), member.value.of(json));
        }
        builder.build().map_err(|error| error.field().and_then(known).unwrap_or("no token"))
    }
}

/// Sets an expiry that is unknown; returns `None` if it is known already.
fn stated(end: &mut Expiry, says: Expiry) -> Option<()> {
    (*end == Expiry::Unknown).then(|| *end = says)
}

// The first byte is checked before deserializing, since serde's error for another type quotes the value.

fn members(json: &str) -> Option<Vec<(String, Raw)>> {
    let Members(members) = serde_json::from_str(json.starts_with('{').then_some(json)?).ok()?;
    Some(members)
}

fn strings(json: &str) -> Option<Vec<SecretBuf>> {
    parts(json, JsonKind::Array)?.iter().map(|element| string(element.value.of(json))).collect()
}

/// Splits an object or array within the limit of depth; `None` for any other JSON.
fn parts(json: &str, kind: JsonKind) -> Option<Vec<Member>> {
    let mut parts = Vec::new();
    let found = split(json, Span::new(0, json.len()), DEEPEST, &mut |part| parts.push(part)).ok()?;
    (found == kind).then_some(parts)
}

fn truth(json: &str) -> Option<bool> {
    match json {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

fn string(json: &str) -> Option<SecretBuf> {
    let inside = json.strip_prefix('"')?.strip_suffix('"')?;
    SecretBuf::unescaped(inside, inside.contains('\\')).ok()
}

fn instant(json: &str) -> Option<UtcDateTime> {
    // Not by `UtcDateTime::parse` of time 0.3.55, which panics on some instants.
    OffsetDateTime::parse(string(json)?.expose(), &Rfc3339).ok()?.checked_to_utc()
}

/// Raw JSON, wiped when it is dropped.
struct Raw(SecretBuf);

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Box::<RawValue>::deserialize(deserializer)?;
        Ok(Self(SecretBuf::from(String::from(Box::<str>::from(json)))))
    }
}

/// The members of an object, in order.
struct Members(Vec<(String, Raw)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object)
    }
}
