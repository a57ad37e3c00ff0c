//! Tokens and refusals as RFC 6749 §5 has them.

use std::borrow::Cow;
use std::fmt;
use std::io;

use anytoken::{Extras, Refusal, Remedy, Scopes, Secret, Token};
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use time::UtcDateTime;

use super::normalizing::Grant;

/// The JSON of a token that was received at `at`; `None` where no access token was granted.
pub(super) fn granted(token: &Token, at: UtcDateTime) -> Option<Vec<u8>> {
    token.access_token()?;
    json(&Granted { token, at })
}

/// The JSON of a refusal; `None` where neither the server nor its remedy has a word for it.
pub(super) fn refused(refusal: &Refusal, grant: Grant) -> Option<Vec<u8>> {
    json(&Refused { refusal, code: code(refusal, grant)? })
}

/// The JSON of a value, in a buffer of its size from the start: one that grows leaves secrets behind.
pub(super) fn json(value: &impl Serialize) -> Option<Vec<u8>> {
    let mut size = Size(0);
    serde_json::to_writer(&mut size, value).ok()?;
    let mut json = Vec::with_capacity(size.0);
    serde_json::to_writer(&mut json, value).ok()?;
    Some(json)
}

/// The whole seconds from the receipt to an end; none are left where it has passed.
pub(super) fn seconds_left(at: UtcDateTime, end: UtcDateTime) -> u64 {
    u64::try_from(end.unix_timestamp().saturating_sub(at.unix_timestamp())).unwrap_or(0)
}

struct Granted<'a> {
    token: &'a Token,
    at: UtcDateTime,
}

/// The members of RFC 6749 and OpenID Connect: an extra of such a name has been no slot and is none.
const STANDARD: [&str; 6] =
    ["access_token", "token_type", "expires_in", "refresh_token", "id_token", "scope"];

impl<'a> Serialize for Granted<'a> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let token = self.token;
        let life = token.lifetime();
        let left = |end: Option<UtcDateTime>| end.map(|end| Value::Seconds(seconds_left(self.at, end)));
        let instant = |at: Option<UtcDateTime>| at.map(|at| Value::Epoch(at.unix_timestamp()));
        let text = |secret: Secret<'a>| Value::Text(secret.expose());
        let token_type = token_type(token);
        let slots = [
            ("access_token", token.access_token().map(text)),
            ("token_type", Some(Value::Text(&token_type))),
            ("expires_in", left(life.expires.at())),
            ("refresh_token", token.refresh_token().map(text)),
            ("id_token", token.id_token().map(text)),
            ("scope", token.scopes().map(Value::Scopes)),
            ("refresh_token_expires_in", left(life.refresh_token_expires.at())),
            ("refresh_in", left(life.refresh_at)),
            ("ext_expires_in", left(life.extended_expires_at)),
            ("issued_at", instant(life.issued_at)),
            ("not_before", instant(life.not_before)),
            ("resource", token.resource().map(Value::Text)),
            ("client_id", token.client_id().map(Value::Text)),
            ("subject", token.subject().map(Value::Text)),
        ];
        let is_taken = |name: &str| {
            STANDARD.contains(&name) || slots.iter().any(|(slot, value)| *slot == name && value.is_some())
        };
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in &slots {
            if let Some(value) = value {
                map.serialize_entry(name, value)?;
            }
        }
        extras(&mut map, token.extras(), is_taken)?;
        map.end()
    }
}

/// The type, in its canonical spelling; where none is said, the scheme that the token's format uses it by.
pub(super) fn token_type(token: &Token) -> Cow<'_, str> {
    if let Some(token_type) = token.token_type() {
        return Cow::Borrowed(token_type.as_str());
    }
    let authorization = token.authorization().ok();
    match authorization.as_ref().and_then(|value| value.expose().split_once(' ')) {
        Some((scheme, _)) if scheme != "Bearer" => Cow::Owned(scheme.to_owned()),
        _ => Cow::Borrowed("bearer"),
    }
}

enum Value<'a> {
    Text(&'a str),
    Seconds(u64),
    Epoch(i64),
    Scopes(Scopes<'a>),
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Seconds(seconds) => serializer.serialize_u64(*seconds),
            Self::Epoch(seconds) => serializer.serialize_i64(*seconds),
            Self::Scopes(scopes) => serializer.collect_str(&Blanks(*scopes)),
        }
    }
}

/// Scopes with blanks between them. One that has a blank itself would be read as two others, and is left out.
struct Blanks<'a>(Scopes<'a>);

impl fmt::Display for Blanks<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        for scope in self.0.iter().filter(|scope| !scope.contains(' ')) {
            write!(f, "{between}{scope}")?;
            between = " ";
        }
        Ok(())
    }
}

struct Refused<'a> {
    refusal: &'a Refusal,
    code: &'a str,
}

impl Serialize for Refused<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const NAMES: [&str; 3] = ["error", "error_description", "error_uri"];
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("error", self.code)?;
        match (self.refusal.masked_description(), self.refusal.code()) {
            (Some(description), _) => map.serialize_entry("error_description", &Shown(description))?,
            (None, Some(code)) if code != self.code => map.serialize_entry("error_description", code)?,
            _ => {}
        }
        if let Some(uri) = self.refusal.uri() {
            map.serialize_entry("error_uri", uri)?;
        }
        extras(&mut map, self.refusal.extras(), |name| NAMES.contains(&name))?;
        map.end()
    }
}

/// What RFC 6749 and RFC 8628 call a refusal: the vendor's code, but for the two that a device goes on after.
fn code(refusal: &Refusal, grant: Grant) -> Option<&str> {
    match (refusal.remedy(), refusal.code()) {
        (Remedy::Pending, _) if grant == Grant::Device => Some("authorization_pending"),
        (Remedy::SlowDown, _) if grant == Grant::Device => Some("slow_down"),
        (_, Some(code)) => Some(code),
        (Remedy::Pending, None) => Some("authorization_pending"),
        (Remedy::SlowDown, None) => Some("slow_down"),
        (Remedy::Retry, None) => Some("temporarily_unavailable"),
        (Remedy::Reauthenticate, None) => Some("invalid_grant"),
        (Remedy::FixRequest, None) => Some("invalid_request"),
        (Remedy::FixClient, None) => Some("invalid_client"),
        (Remedy::Interact, None) => Some("interaction_required"),
        _ => None,
    }
}

/// What is displayed, as a string.
struct Shown<T>(T);

impl<T: fmt::Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Writes extras as they were sent, but for those whose names are taken.
fn extras<M: SerializeMap>(
    map: &mut M,
    extras: Extras<'_>,
    is_taken: impl Fn(&str) -> bool,
) -> Result<(), M::Error> {
    for (name, extra) in extras.iter().filter(|(name, _)| !is_taken(name)) {
        let json: &RawValue =
            serde_json::from_str(extra.as_json()).map_err(|_| M::Error::custom("invalid extra"))?;
        map.serialize_entry(name, json)?;
    }
    Ok(())
}

/// Counts what would be written.
struct Size(usize);

impl io::Write for Size {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.saturating_add(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
