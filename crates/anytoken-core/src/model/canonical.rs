//! The canonical form of a token, in both directions: a JSON object with a member for each field.

#[cfg(test)]
mod tests;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use std::convert::Infallible;
use std::fmt;
use time::UtcDateTime;

use super::builder::checked;
use super::extras::{ExtraIndex, ExtraSpans, Extras};
use super::field::{Field, FieldIndex, TextField, Texts, TimeField};
use super::scopes::{LIST_SEPARATOR, Scopes};
use super::store::Store;
use super::token::{FieldValue, Token};
use super::token_type::{TokenType, TokenTypeKind};
use super::validity::{Expiry, Validity};
use crate::error::{Detail, Error, ErrorKind, JsonKind, Result};
use crate::json::{self, DEEPEST, DEEPEST_STORED, Member, split};
use crate::secret::{MASK, SecretBuf};
use crate::span::Span;
use crate::value::{ParsedDate, Stamp, date};

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
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::Token;
    ///
    /// let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").subject("u-1").build()?;
    /// let text = serde_json::to_string(&token.redacted())?;
    /// assert_eq!(text, r#"{"v":1,"format":"oauth2","access_token":"***","subject":"u-1"}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// A token itself does not serialize:
    ///
    /// ```compile_fail
    /// # extern crate anytoken_core as anytoken;
    /// fn log(token: &anytoken::Token) -> String {
    ///     serde_json::to_string(token).unwrap()
    /// }
    /// ```
    pub fn redacted(&self) -> Canonical<'_> {
        Canonical { token: self, exposed: false }
    }
}

impl Canonical<'_> {
    /// Returns the canonical form as JSON, in a buffer that is wiped.
    ///
    /// It is the text that `serde_json` serializes, at a fraction of the cost, and no copy of a secret stays in memory.
    pub fn to_json(self) -> SecretBuf {
        // The names and values of a body take about as much as those of the canonical form.
        let mut out = SecretBuf::with_capacity(self.token.store.buffer.len().saturating_add(256));
        self.append_to(&mut out);
        out
    }

    /// Appends the canonical form as JSON to a buffer, such as that of a longer text.
    pub fn append_to(self, out: &mut SecretBuf) {
        out.put("{\"v\":1");
        let Ok(()) = self.members::<Infallible>(|key, value| {
            out.put(key);
            value.render(out);
            Ok(())
        });
        out.put("}");
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

    /// Reads the canonical form from JSON, as deserializing from `serde_json` does, at a fraction of the cost.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::{StoredToken, Token};
    ///
    /// let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
    /// let json = token.exposed().to_json();
    /// assert_eq!(StoredToken::from_json(json.expose())?.into_token(), token);
    /// assert_eq!(StoredToken::from_json("{}").unwrap_err().to_string(), "invalid value: v is not 1");
    /// # Ok::<(), anytoken::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `Invalid` with the name of the first member that is invalid or occurs twice, as its reason; with the
    /// [field](Error::field) of the first masked secret for a [redacted](Token::redacted) form.
    pub fn from_json(json: &str) -> Result<Self> {
        token(json).map(Self).map_err(|Flaw { masked, what }| {
            let error = Error::new(ErrorKind::Invalid).with_detail(Detail::Reason(what));
            masked.into_iter().fold(error, |error, field| error.with_field(field.as_str()))
        })
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
        token(json.expose())
            .map(Self)
            .map_err(|flaw| D::Error::custom(format_args!("invalid token in canonical form: {flaw}")))
    }
}

/// The member that holds the extras.
const EXTRAS: &str = Field::Extras.as_str();

/// The error of a missing or unknown version.
const NO_VERSION: &str = "v is not 1";

/// The error of a text that is no JSON object.
const NO_OBJECT: &str = "not an object";

impl Serialize for Canonical<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("v", &1)?;
        self.members(|key, value| {
            let name = key.strip_prefix(",\"").and_then(|name| name.strip_suffix("\":"));
            map.serialize_entry(name.unwrap_or(key), &value)
        })?;
        map.end()
    }
}

/// The reason why a text is no token in canonical form.
struct Flaw {
    /// The secret that is masked.
    masked: Option<TextField>,
    /// The member, or a sentence.
    what: &'static str,
}

impl From<&'static str> for Flaw {
    fn from(what: &'static str) -> Self {
        Self { masked: None, what }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.masked.map_or(Ok(()), |field| write!(f, "{}: ", field.as_str()))?;
        f.write_str(self.what)
    }
}

/// Reads a token in canonical form.
fn token(json: &str) -> Result<Token, Flaw> {
    Form::read(json)?.token(json)
}

/// The value of a member of the canonical form.
enum Value<'a> {
    True,
    Number(u32),
    Text(&'a str),
    /// A text without characters that JSON escapes.
    Plain(&'a str),
    Instant(Stamp),
    /// A type as it is displayed.
    Displayed(TokenType<'a>),
    Scopes(Scopes<'a>),
    Extras(Extras<'a>),
    /// Extras without their values.
    Masked(Extras<'a>),
}

impl<'a> Canonical<'a> {
    /// Passes on the members after the version, in order: each name as it is written between two members, and its value.
    fn members<E>(self, mut put: impl FnMut(&'static str, Value<'a>) -> Result<(), E>) -> Result<(), E> {
        let Self { token, exposed } = self;
        put(r#","format":"#, Value::Text(token.format().as_str()))?;
        for field in Field::ALL {
            match field {
                Field::TokenType if token.is_assumed() => put(r#","assumed":"#, Value::True)?,
                Field::Extras if exposed => {
                    let numbers = [(r#","place":"#, token.place.into()), (r#","element":"#, token.object)];
                    let mut numbers = numbers.into_iter().filter(|(_, number)| *number > 0);
                    numbers.try_for_each(|(key, number)| put(key, Value::Number(number)))?;
                }
                _ => {}
            }
            if let Some(value) = token.get(*field) {
                let (key, value) = self.member(*field, value);
                put(key, value)?;
            }
            if *field == Field::TokenType {
                let sent = token.token_type().filter(|sent| exposed && sent.raw() != sent.as_str());
                sent.map_or(Ok(()), |sent| put(r#","token_type_sent":"#, Value::Text(sent.raw())))?;
                let scheme = token.text(TextField::Scheme);
                scheme.map_or(Ok(()), |scheme| put(r#","scheme":"#, Value::Text(scheme)))?;
            }
        }
        Ok(())
    }

    /// Returns the key and value of a field.
    #[inline]
    fn member(self, field: Field, value: FieldValue<'a>) -> (&'static str, Value<'a>) {
        let value = match value {
            FieldValue::Secret(secret) if self.exposed => Value::Text(secret.expose()),
            FieldValue::Secret(_) => Value::Plain(MASK),
            // Another type may be a secret that was sent in its place.
            FieldValue::Text(text) => match self.token.token_type() {
                Some(sent) if field == Field::TokenType && !self.exposed && !sent.is_shown_whole() => {
                    Value::Displayed(sent)
                }
                _ => Value::Text(text),
            },
            FieldValue::Scopes(scopes) => Value::Scopes(scopes),
            FieldValue::Time(Expiry::At(at)) => Value::Instant(Stamp::rfc3339(at)),
            FieldValue::Time(_) if field == Field::Expires => return (r#","never_expires":"#, Value::True),
            FieldValue::Time(_) => return (r#","refresh_token_never_expires":"#, Value::True),
            FieldValue::Extras(extras) if self.exposed => Value::Extras(extras),
            FieldValue::Extras(extras) => Value::Masked(extras),
        };
        (field.key(), value)
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::True => serializer.serialize_bool(true),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Text(text) | Self::Plain(text) => serializer.serialize_str(text),
            Self::Instant(instant) => serializer.serialize_str(instant.as_str()),
            Self::Displayed(token_type) => serializer.collect_str(token_type),
            Self::Scopes(scopes) => serializer.collect_seq(scopes.iter()),
            Self::Masked(extras) => {
                serializer.collect_map(extras.shown(|_| false).map(|(name, _)| (name, MASK)))
            }
            Self::Extras(extras) => {
                let mut map = serializer.serialize_map(None)?;
                for (name, extra) in extras.iter() {
                    // Without whitespace, so that the canonical form fits on one line.
                    let json = extra.compact();
                    let raw: &RawValue = serde_json::from_str(json.expose()).map_err(S::Error::custom)?;
                    map.serialize_entry(name, raw)?;
                }
                map.end()
            }
        }
    }
}

impl Value<'_> {
    /// Appends the value as JSON.
    fn render(&self, out: &mut SecretBuf) {
        match self {
            Self::True => out.put("true"),
            Self::Number(number) => out.put(&number.to_string()),
            Self::Text(text) => out.quote(text),
            Self::Plain(text) => ["\"", text, "\""].into_iter().for_each(|piece| out.put(piece)),
            Self::Instant(instant) => Value::Plain(instant.as_str()).render(out),
            Self::Displayed(token_type) => out.quote(&token_type.to_string()),
            Self::Scopes(scopes) => out.list(['[', ']'], scopes.iter(), SecretBuf::quote),
            Self::Masked(extras) => out.list(['{', '}'], extras.shown(|_| false), |out, (name, _)| {
                out.quote(&name);
                out.put(":\"***\"");
            }),
            Self::Extras(extras) => out.list(['{', '}'], extras.iter(), |out, (name, extra)| {
                out.quote(name);
                out.put_char(':');
                json::compact(extra.expose_json(), &mut |piece| out.put(piece));
            }),
        }
    }
}

/// The members of a canonical form, as spans of it.
#[derive(Default)]
struct Form {
    version: Option<()>,
    format: Option<Member>,
    /// The strings, and the array of scopes.
    texts: Texts<Option<Member>>,
    token_type_sent: Option<Member>,
    validity: Validity,
    place: Option<u8>,
    element: Option<u32>,
    assumed: Option<bool>,
    extras: Option<Member>,
}

impl Form {
    /// Reads the members in order; the error is the first that is invalid or occurs twice.
    fn read(json: &str) -> Result<Self, &'static str> {
        let (mut form, mut first_error) = (Self::default(), Ok(()));
        let kind = split(json, Span::new(0, json.len()), DEEPEST_STORED, &mut |member| {
            if first_error.is_ok() {
                first_error = form.member(json, member);
            }
        });
        match kind {
            Ok(JsonKind::Object) => first_error.map(|()| form),
            // Only extras are deeply nested.
            Err(error) if error.kind == ErrorKind::Limit => Err(EXTRAS),
            _ => Err(NO_OBJECT),
        }
    }

    /// Reads a member, unless it is unknown.
    fn member(&mut self, json: &str, member: Member) -> Result<(), &'static str> {
        let value = member.value.of(json);
        let is_string = member.kind == JsonKind::String;
        let is_string = is_string && is_valid(json, member.value.inside(), member.is_escaped());
        let string = Some(member).filter(|_| is_string);
        let unescaped;
        let name = if member.name_escaped {
            unescaped = SecretBuf::unescaped(member.name.of(json), true).map_err(|_| NO_OBJECT)?;
            unescaped.expose()
        } else {
            member.name.of(json)
        };
        let (name, is_set) = match name {
            "v" if value != "1" => return Err(NO_VERSION),
            "v" => ("v", set(&mut self.version, Some(()))),
            "format" => ("format", set(&mut self.format, string)),
            "token_type_sent" => ("token_type_sent", set(&mut self.token_type_sent, string)),
            "scheme" => ("scheme", set(&mut self.texts[TextField::Scheme], string)),
            "place" => ("place", set(&mut self.place, value.parse().ok())),
            "element" => ("element", set(&mut self.element, value.parse().ok())),
            "assumed" => ("assumed", set(&mut self.assumed, value.parse().ok())),
            "never_expires" => ("never_expires", self.never(TimeField::Expires, value)),
            "refresh_token_never_expires" => {
                ("refresh_token_never_expires", self.never(TimeField::RefreshTokenExpires, value))
            }
            name => {
                let Some(field) = Field::of(name) else { return Ok(()) };
                let is_set = match field.index() {
                    FieldIndex::Text(TextField::Scopes) => {
                        let list = Some(member).filter(|list| list.kind == JsonKind::Array);
                        set(&mut self.texts[TextField::Scopes], list)
                    }
                    FieldIndex::Text(text) => set(&mut self.texts[text], string),
                    FieldIndex::Time(time) => {
                        string.and_then(|at| instant(json, at)).is_some_and(|at| self.time(time, at))
                    }
                    FieldIndex::Extras => {
                        set(&mut self.extras, Some(member).filter(|extras| extras.kind == JsonKind::Object))
                    }
                };
                (field.as_str(), is_set)
            }
        };
        if is_set { Ok(()) } else { Err(name) }
    }

    /// Sets a time, and returns false if it is set already.
    fn time(&mut self, field: TimeField, time: Expiry) -> bool {
        let is_free = self.validity.get(field) == Expiry::Unknown;
        self.validity.set(field, time);
        is_free
    }

    fn never(&mut self, field: TimeField, value: &str) -> bool {
        value == "false" || value == "true" && self.time(field, Expiry::Never)
    }

    /// Builds the token, which passes the checks of one that is built.
    fn token(self, json: &str) -> Result<Token, Flaw> {
        self.version.ok_or(NO_VERSION)?;
        let format = self.format.ok_or("format")?;
        let extras = self.extras.map_or(Some(Vec::new()), |extras| members(json, extras)).ok_or(EXTRAS)?;
        let texts = self.texts.0.into_iter().chain([self.format, self.token_type_sent]).flatten();
        let texts = texts.filter(|text| text.is_escaped() || text.kind == JsonKind::Array);
        let names = extras.iter().filter(|extra| extra.name_escaped).map(|extra| extra.name);
        let added = texts.map(|text| text.value).chain(names).map(Span::len);
        let mut buffer = SecretBuf::with_room(json, added.fold(0, usize::saturating_add));

        let mut spans = Texts::of(|_| Span::NONE);
        for field in TextField::ALL {
            spans[field] = match self.texts[field] {
                Some(list) if list.kind == JsonKind::Array => {
                    joined(json, list, &mut buffer).ok_or(Field::Scopes.as_str())?
                }
                Some(text) => unescaped(text, &mut buffer),
                None => Span::NONE,
            };
        }
        let spans_of = |extra: &Member| {
            let name = if extra.name_escaped { buffer.unescape_within(extra.name) } else { extra.name };
            ExtraSpans { name, value: extra.value }
        };
        let extras = ExtraIndex::of(extras.iter().map(spans_of), extras.len());
        let format = unescaped(format, &mut buffer);
        let kind_of = |text| TokenTypeKind::of(buffer.at(text).as_bytes());
        let kind = Some(spans[TextField::TokenType]).filter(|text| text.is_some()).map(kind_of);
        if let Some(sent) = self.token_type_sent {
            let sent = unescaped(sent, &mut buffer);
            let kind = kind.ok_or(Field::TokenType.as_str())?;
            spans[TextField::TokenType] = sent;
            // A vendor's own word may mean any type; a standard type means itself. A type without a canonical spelling
            // has only the one that was sent.
            let sent = TokenTypeKind::of(buffer.at(sent).as_bytes());
            if kind == TokenTypeKind::Other || ![kind, TokenTypeKind::Other].contains(&sent) {
                return Err("token_type_sent".into());
            }
        }

        let texts = Texts::of(|field| spans[field].is_some().then(|| buffer.at(spans[field])));
        let is_masked = |field: &TextField| field.is_secret() && texts[*field] == Some(MASK);
        let times = checked(buffer.at(format), &texts, &self.validity).map_err(|(_, what)| {
            match TextField::ALL.iter().copied().find(is_masked) {
                Some(masked) => Flaw { masked: Some(masked), what: "it is masked: store the exposed form" },
                None => what.into(),
            }
        })?;
        let object = self.element.unwrap_or(0);
        // Each element before that of the token takes at least a byte of the extras.
        let most = self.extras.map_or(0, |extras| extras.value.len());
        if usize::try_from(object).map_or(true, |object| object > most) {
            return Err("element".into());
        }
        Ok(Token {
            format: buffer.at(format).to_owned().into(),
            texts: spans,
            kind: kind.unwrap_or(TokenTypeKind::Other),
            separators: LIST_SEPARATOR,
            times,
            place: self.place.unwrap_or(0),
            object,
            assumed: self.assumed.unwrap_or(false),
            store: Store::new(buffer, extras),
        })
    }
}

/// Sets a value that is not set yet, and returns true if it is set.
fn set<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let is_free = slot.is_none();
    *slot = value;
    is_free && slot.is_some()
}

/// Returns true if each escape of a scanned string stands for a character.
fn is_valid(json: &str, inside: Span, is_escaped: bool) -> bool {
    !is_escaped || json::unescape(inside.of(json)).all(|c| c.is_ok())
}

fn instant(json: &str, text: Member) -> Option<Expiry> {
    let inside = text.value.inside().of(json);
    let parsed = match text.is_escaped() {
        true => date::rfc3339(SecretBuf::unescaped(inside, true).ok()?.expose()),
        false => date::rfc3339(inside),
    };
    match parsed? {
        ParsedDate::At(at) => UtcDateTime::from_unix_timestamp(at).ok().map(Expiry::At),
        ParsedDate::NoZone | ParsedDate::Zero => None,
    }
}

/// Returns the span of a string's text in a buffer that begins with its source.
fn unescaped(text: Member, buffer: &mut SecretBuf) -> Span {
    let inside = text.value.inside();
    if text.is_escaped() { buffer.unescape_within(inside) } else { inside }
}

/// Appends an array of scopes as one text; `None` if it is none of strings, or one contains the separator.
fn joined(json: &str, list: Member, buffer: &mut SecretBuf) -> Option<Span> {
    let start = buffer.len();
    let mut is_each_valid = true;
    let scanned = split(json, list.value, DEEPEST, &mut |scope: Member| {
        let inside = scope.value.inside();
        let can_be_one = |c| matches!(c, Ok(c) if !LIST_SEPARATOR.contains(&c));
        let is_valid = !scope.is_escaped() || json::unescape(inside.of(json)).all(can_be_one);
        is_each_valid &= scope.kind == JsonKind::String && is_valid;
        if is_each_valid {
            buffer.put(if buffer.len() > start { "\0" } else { "" });
            buffer.unescape(json, inside);
        }
    });
    (scanned.is_ok() && is_each_valid).then(|| Span::new(start, buffer.len()))
}

/// Splits an object of extras; `None` if a name is invalid.
fn members(json: &str, extras: Member) -> Option<Vec<Member>> {
    let (mut count, mut is_each_valid) = (0_usize, true);
    split(json, extras.value, DEEPEST, &mut |_| count = count.saturating_add(1)).ok()?;
    let mut members = Vec::with_capacity(count);
    let scanned = split(json, extras.value, DEEPEST, &mut |extra: Member| {
        is_each_valid &= is_valid(json, extra.name, extra.name_escaped);
        members.push(extra);
    });
    (scanned.is_ok() && is_each_valid).then_some(members)
}
