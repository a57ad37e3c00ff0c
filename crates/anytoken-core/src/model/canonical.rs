//! The canonical form of a token, in both directions: a JSON object with a member for each field.

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use std::fmt;
use time::{OffsetDateTime, UtcDateTime, format_description::well_known::Rfc3339};

use super::extras::Extras;
use super::field::{Field, FieldIndex, TextField, Texts, TimeField};
use super::scopes::Scopes;
use super::token::{FieldValue, Token};
use super::token_type::{TokenType, TokenTypeKind};
use super::validity::{Expiry, Validity};
use crate::error::{ErrorKind, JsonKind};
use crate::json::{DEEPEST, DEEPEST_STORED, Member, split};
use crate::secret::SecretBuf;
use crate::span::Span;

/// A view of a token that serializes in the canonical form, with or without its secrets.
///
/// It is made by [`Token::exposed`] or [`Token::redacted`].
#[derive(Clone, Copy)]
pub struct Canonical<'a> {
    token: &'a Token,
    exposed: bool,
}

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

impl Token {
    /// Returns a view that serializes the token with its secrets.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::Token;
    ///
    /// let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
    /// let text = serde_json::to_string(&token.exposed())?;
    /// assert_eq!(text, r#"{"v":1,"format":"oauth2","access_token":"EXAMPLE-ACCESS"}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn exposed(&self) -> Canonical<'_> {
        Canonical { token: self, exposed: true }
    }

    /// Returns a view that serializes the token without its secrets, for logs.
    ///
    /// Each secret and each extra is `"***"`. The name of an extra that may be a secret is `***#` and its position.
    ///
    /// ```compile_fail
    /// # extern crate anytoken_core as anytoken;
    /// fn log(token: &anytoken::Token) -> String {
    ///     serde_json::to_string(token).unwrap() // a token itself is not `Serialize`
    /// }
    /// ```
    pub fn redacted(&self) -> Canonical<'_> {
        Canonical { token: self, exposed: false }
    }
}

impl fmt::Debug for Canonical<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.token.fmt(f)
    }
}

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
        let json: Box<str> = Box::<RawValue>::deserialize(deserializer)?.into();
        let json = SecretBuf::from(String::from(json));
        let token = Form::read(json.expose()).and_then(|form| form.token());
        token
            .map(Self)
            .map_err(|what| D::Error::custom(format_args!("invalid token in canonical form: {what}")))
    }
}

/// The members that are not fields, in any order.
const OTHERS: [&str; 9] = [
    "v",
    "format",
    "token_type_sent",
    "scheme",
    NEVER_EXPIRES,
    REFRESH_TOKEN_NEVER_EXPIRES,
    "place",
    "element",
    ASSUMED,
];

/// The member that says that the access token was assumed.
const ASSUMED: &str = "assumed";

/// The member that replaces an expiry which is [`Expiry::Never`].
const NEVER_EXPIRES: &str = "never_expires";

/// The member that replaces the expiry of a refresh token which is [`Expiry::Never`].
const REFRESH_TOKEN_NEVER_EXPIRES: &str = "refresh_token_never_expires";

/// The error of a missing or unknown version.
const NO_VERSION: &str = "v is not 1";

impl Serialize for Canonical<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let token = self.token;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("v", &1)?;
        map.serialize_entry("format", token.format().as_str())?;
        for field in Field::ALL {
            match field {
                Field::TokenType => self.token_type(&mut map)?,
                Field::Extras => self.extras(&mut map)?,
                field if token.has(*field) => self.field(&mut map, *field)?,
                _ => {}
            }
        }
        map.end()
    }
}

impl Canonical<'_> {
    fn field<M: SerializeMap>(&self, map: &mut M, field: Field) -> Result<(), M::Error> {
        let name = field.as_str();
        match self.token.get(field) {
            None => Ok(()),
            Some(FieldValue::Secret(secret)) => {
                map.serialize_entry(name, if self.exposed { secret.expose() } else { "***" })
            }
            Some(FieldValue::Text(text)) => map.serialize_entry(name, text),
            Some(FieldValue::Scopes(scopes)) => map.serialize_entry(name, &List(scopes)),
            Some(FieldValue::Time(Expiry::At(at))) => map.serialize_entry(name, &Instant(at)),
            Some(FieldValue::Time(_)) if field == Field::Expires => map.serialize_entry(NEVER_EXPIRES, &true),
            Some(FieldValue::Time(_)) => map.serialize_entry(REFRESH_TOKEN_NEVER_EXPIRES, &true),
            Some(FieldValue::Extras(extras)) => map.serialize_entry(name, &Members(extras, self.exposed)),
        }
    }

    /// Writes whether the access token was assumed, and its type with the parts of the token that belong to it.
    fn token_type<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        if self.token.is_assumed() {
            map.serialize_entry(ASSUMED, &true)?;
        }
        match self.token.token_type() {
            // Another type may be a secret that was sent in its place.
            Some(sent) if !self.exposed && sent.kind() == TokenTypeKind::Other => {
                map.serialize_entry(Field::TokenType.as_str(), &Displayed(sent))?
            }
            _ => self.field(map, Field::TokenType)?,
        }
        // The server's own spelling, which its format encodes again.
        let sent = self.token.token_type().filter(|sent| self.exposed && sent.raw() != sent.as_str());
        if let Some(sent) = sent {
            map.serialize_entry("token_type_sent", sent.raw())?;
        }
        let scheme = self.token.text(TextField::Scheme);
        scheme.map_or(Ok(()), |scheme| map.serialize_entry("scheme", scheme))
    }

    /// Writes the extras, and the place in the response that they were at.
    fn extras<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let Token { place, object: element, .. } = *self.token;
        if self.exposed && place > 0 {
            map.serialize_entry("place", &place)?;
        }
        if self.exposed && element > 0 {
            map.serialize_entry("element", &element)?;
        }
        self.field(map, Field::Extras)
    }
}

/// A type as it is displayed.
struct Displayed<'a>(TokenType<'a>);

impl Serialize for Displayed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// An instant as RFC 3339.
struct Instant(UtcDateTime);

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.0.format(&Rfc3339).map_err(S::Error::custom)?;
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

/// Extras as an object, with or without their values.
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
            let raw: &RawValue = serde_json::from_str(json.expose()).map_err(S::Error::custom)?;
            map.serialize_entry(name, raw)?;
        }
        map.end()
    }
}

/// The members of a canonical form that have been read. All text is wiped.
struct Form<'a> {
    json: &'a str,
    seen: Vec<&'static str>,
    format: Option<SecretBuf>,
    texts: Texts<Option<SecretBuf>>,
    token_type_sent: Option<SecretBuf>,
    scopes: Option<Vec<SecretBuf>>,
    validity: Validity,
    place: (u8, u32),
    assumed: bool,
    extras: Vec<(SecretBuf, &'a str)>,
}

impl<'a> Form<'a> {
    /// Reads the members in order; the error is the first that is invalid or occurs twice.
    fn read(json: &'a str) -> Result<Self, &'static str> {
        let mut form = Self {
            json,
            seen: Vec::new(),
            format: None,
            texts: Texts::of(|_| None),
            token_type_sent: None,
            scopes: None,
            validity: Validity::default(),
            place: (0, 0),
            assumed: false,
            extras: Vec::new(),
        };
        let mut members = Vec::new();
        let whole = Span::new(0, json.len());
        match split(json, whole, DEEPEST_STORED, &mut |member| members.push(member)) {
            Ok(JsonKind::Object) => {}
            // Only extras are deeply nested.
            Err(stop) if stop.kind == ErrorKind::Limit => return Err(Field::Extras.as_str()),
            _ => return Err("not an object"),
        }
        for member in members {
            let name = form.name(member).ok_or("not an object")?;
            let Some(name) = known(name.expose()) else { continue };
            if form.seen.contains(&name) {
                return Err(name);
            }
            form.seen.push(name);
            form.member(name, member).ok_or(if name == "v" { NO_VERSION } else { name })?;
        }
        Ok(form)
    }

    /// Reads a known member; `None` if it is invalid.
    fn member(&mut self, name: &'static str, member: Member) -> Option<()> {
        let json = member.value.of(self.json);
        match name {
            "v" if json != "1" => return None,
            "v" => {}
            "format" => self.format = Some(self.string(member)?),
            "token_type_sent" => self.token_type_sent = Some(self.string(member)?),
            "scheme" => self.texts[TextField::Scheme] = Some(self.string(member)?),
            NEVER_EXPIRES => self.never(TimeField::Expires, json)?,
            REFRESH_TOKEN_NEVER_EXPIRES => self.never(TimeField::RefreshTokenExpires, json)?,
            "place" => self.place.0 = json.parse().ok()?,
            "element" => self.place.1 = json.parse().ok()?,
            ASSUMED => self.assumed = json.parse().ok()?,
            field => match field.parse::<Field>().ok()?.index() {
                FieldIndex::Text(TextField::Scopes) => {
                    let scopes = self.parts(member, JsonKind::Array)?;
                    self.scopes =
                        Some(scopes.into_iter().map(|scope| self.string(scope)).collect::<Option<_>>()?);
                }
                FieldIndex::Text(text) => self.texts[text] = Some(self.string(member)?),
                FieldIndex::Time(time) => self.time(time, Expiry::At(self.instant(member)?))?,
                FieldIndex::Extras => {
                    let extras = self.parts(member, JsonKind::Object)?;
                    let extra = |extra: Member| Some((self.name(extra)?, extra.value.of(self.json)));
                    self.extras = extras.into_iter().map(extra).collect::<Option<_>>()?;
                }
            },
        }
        Some(())
    }

    /// Sets a time; `None` if it is set already.
    fn time(&mut self, field: TimeField, time: Expiry) -> Option<()> {
        (self.validity.get(field) == Expiry::Unknown).then(|| self.validity.set(field, time))
    }

    fn never(&mut self, field: TimeField, json: &str) -> Option<()> {
        match json {
            "true" => self.time(field, Expiry::Never),
            "false" => Some(()),
            _ => None,
        }
    }

    fn name(&self, member: Member) -> Option<SecretBuf> {
        SecretBuf::unescaped(member.name.of(self.json), member.name_escaped).ok()
    }

    fn string(&self, member: Member) -> Option<SecretBuf> {
        let inside = (member.kind == JsonKind::String).then(|| member.value.inside().of(self.json))?;
        SecretBuf::unescaped(inside, member.is_escaped()).ok()
    }

    fn instant(&self, member: Member) -> Option<UtcDateTime> {
        // Not by `UtcDateTime::parse` of time 0.3.55, which panics on some instants.
        OffsetDateTime::parse(self.string(member)?.expose(), &Rfc3339).ok()?.checked_to_utc()
    }

    /// Splits an array or object; `None` for any other value.
    fn parts(&self, member: Member, kind: JsonKind) -> Option<Vec<Member>> {
        let mut parts = Vec::new();
        let found = split(self.json, member.value, DEEPEST, &mut |part| parts.push(part)).ok()?;
        (found == kind).then_some(parts)
    }

    fn token(&self) -> Result<Token, &'static str> {
        if !self.seen.contains(&"v") {
            return Err(NO_VERSION);
        }
        let format = self.format.as_ref().ok_or("format")?.expose().to_owned();
        let mut builder =
            Token::builder(format).validity(self.validity).place(self.place).assumed(self.assumed);
        for field in TextField::ALL {
            if let Some(text) = &self.texts[field] {
                builder = builder.set(field, text.expose());
            }
        }
        match (&self.texts[TextField::TokenType], &self.token_type_sent) {
            (_, None) => {}
            (None, Some(_)) => return Err(Field::TokenType.as_str()),
            // A type without a canonical spelling has only the one that was sent.
            (Some(canonical), Some(sent)) => {
                let [kind, sent_kind] =
                    [canonical, sent].map(|text| TokenTypeKind::of(text.expose().as_bytes()));
                // A vendor's own word may mean any type; a standard type means itself.
                if kind == TokenTypeKind::Other || ![kind, TokenTypeKind::Other].contains(&sent_kind) {
                    return Err("token_type_sent");
                }
                builder = builder.token_type(sent.expose()).token_type_kind(kind);
            }
        }
        if let Some(scopes) = &self.scopes {
            builder = builder.scopes(scopes.iter().map(SecretBuf::expose));
        }
        for (name, json) in &self.extras {
            builder = builder.extra_json(name.expose(), json);
        }
        builder.build().map_err(|error| error.field().and_then(known).unwrap_or("no token"))
    }
}

/// Returns the known member of a name.
fn known(name: &str) -> Option<&'static str> {
    Field::ALL.iter().map(|field| field.as_str()).chain(OTHERS).find(|known| *known == name)
}
