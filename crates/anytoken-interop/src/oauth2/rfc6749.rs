//! Tokens and error responses encoded as in RFC 6749 §5.

use std::borrow::Cow;
use std::fmt;

use anytoken::{ErrorResponse, Extras, Field, FieldValue, Remedy, Scopes, Token};
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use time::UtcDateTime;

use super::grant::Grant;
use super::json;

/// The JSON of a token that arrived at `at`; `None` if it has no access token.
pub(super) fn token(token: &Token, at: UtcDateTime) -> Option<Vec<u8>> {
    token.access_token()?;
    json::to_vec(&TokenBody { token, at })
}

/// The JSON of an error response; `None` if it has neither a code nor a known remedy.
pub(super) fn error_response(error_response: &ErrorResponse, grant: Grant) -> Option<Vec<u8>> {
    json::to_vec(&ErrorBody { error_response, code: code(error_response, grant)? })
}

/// The whole seconds from the arrival to an expiry; 0 if it has passed.
pub(super) fn seconds_left(at: UtcDateTime, expiry: UtcDateTime) -> u64 {
    u64::try_from(expiry.unix_timestamp().saturating_sub(at.unix_timestamp())).unwrap_or(0)
}

struct TokenBody<'a> {
    token: &'a Token,
    at: UtcDateTime,
}

/// The members of RFC 6749 and OpenID Connect.
///
/// An extra with one of these names was not decoded as the field. It is left out, as oauth2 would read it as the field.
const STANDARD: [&str; 6] =
    ["access_token", "token_type", "expires_in", "refresh_token", "id_token", "scope"];

impl<'a> Serialize for TokenBody<'a> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let token = self.token;
        let mut map = serializer.serialize_map(None)?;
        for field in Field::ALL {
            if let Some(value) = value(token, *field, self.at) {
                map.serialize_entry(member(*field), &value)?;
            }
        }
        let is_field = |name: &str| {
            let field = Field::ALL.iter().find(|field| member(**field) == name);
            field.is_some_and(|field| value(token, *field, self.at).is_some())
        };
        let is_taken = |name: &str| STANDARD.contains(&name) || is_field(name);
        extras(&mut map, token.extras(), is_taken)?;
        map.end()
    }
}

/// Returns the member of a field.
fn member(field: Field) -> &'static str {
    match field {
        Field::Expires => "expires_in",
        Field::ExtendedExpires => "ext_expires_in",
        Field::RefreshAt => "refresh_in",
        Field::RefreshTokenExpires => "refresh_token_expires_in",
        Field::Scopes => "scope",
        field => field.as_str(),
    }
}

/// Returns the value of a member; `None` if the token has none, and for the extras.
fn value(token: &Token, field: Field, at: UtcDateTime) -> Option<Value<'_>> {
    if field == Field::TokenType {
        return Some(Value::TokenType(token_type(token)));
    }
    match token.get(field)? {
        FieldValue::Secret(secret) => Some(Value::Text(secret.expose())),
        FieldValue::Text(text) => Some(Value::Text(text)),
        FieldValue::Scopes(scopes) => Some(Value::Scopes(scopes)),
        FieldValue::Time(time) if matches!(field, Field::IssuedAt | Field::NotBefore) => {
            Some(Value::Epoch(time.at()?.unix_timestamp()))
        }
        FieldValue::Time(time) => Some(Value::Seconds(seconds_left(at, time.at()?))),
        _ => None,
    }
}

/// The token type in its canonical spelling; if absent, the authorization scheme of the token's format.
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
    TokenType(Cow<'a, str>),
    Seconds(u64),
    Epoch(i64),
    Scopes(Scopes<'a>),
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::TokenType(text) => serializer.serialize_str(text),
            Self::Seconds(seconds) => serializer.serialize_u64(*seconds),
            Self::Epoch(seconds) => serializer.serialize_i64(*seconds),
            Self::Scopes(scopes) => serializer.collect_str(&SpaceSeparated(*scopes)),
        }
    }
}

/// Scopes separated by spaces, without those that contain a space themselves.
struct SpaceSeparated<'a>(Scopes<'a>);

impl fmt::Display for SpaceSeparated<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for scope in self.0.iter().filter(|scope| !scope.contains(' ')) {
            write!(f, "{separator}{scope}")?;
            separator = " ";
        }
        Ok(())
    }
}

struct ErrorBody<'a> {
    error_response: &'a ErrorResponse,
    code: &'a str,
}

impl Serialize for ErrorBody<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const NAMES: [&str; 3] = ["error", "error_description", "error_uri"];
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("error", self.code)?;
        if let Some(description) = self.error_response.masked_description() {
            map.serialize_entry("error_description", &Displayed(description))?;
        } else if let Some(code) = self.error_response.masked_code()
            && self.error_response.code() != Some(self.code)
        {
            map.serialize_entry("error_description", &Displayed(code))?;
        }
        if let Some(uri) = self.error_response.masked_uri() {
            map.serialize_entry("error_uri", &Displayed(uri))?;
        }
        extras(&mut map, self.error_response.extras(), |name| NAMES.contains(&name))?;
        map.end()
    }
}

/// The vendor's code, or one that matches the remedy.
///
/// In the device flow, the codes of RFC 8628 replace the vendor's, as the client keeps polling for no others.
fn code(error_response: &ErrorResponse, grant: Grant) -> Option<&str> {
    match (error_response.remedy(), error_response.code()) {
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

/// Serializes a value as the string that it displays.
struct Displayed<T>(T);

impl<T: fmt::Display> Serialize for Displayed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Writes extras as sent, except those whose names are taken.
fn extras<M: SerializeMap>(
    map: &mut M,
    extras: Extras<'_>,
    is_taken: impl Fn(&str) -> bool,
) -> Result<(), M::Error> {
    for (name, extra) in extras.iter().filter(|(name, _)| !is_taken(name)) {
        let json: &RawValue =
            serde_json::from_str(extra.expose_json()).map_err(|_| M::Error::custom("invalid extra"))?;
        map.serialize_entry(name, json)?;
    }
    Ok(())
}
