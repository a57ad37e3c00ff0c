//! Rules for showing parts of a body.

use std::borrow::Cow;

use anytoken::{Decoded, ErrorResponse, Extras, Field, FieldValue, NoteKind, Outcome, Token, TokenType};
use time::UtcDateTime;

use crate::{instant, known};

/// The parts of a body that may be shown: known names, and values that the answer shows too.
///
/// No value of an invalid body is shown.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    decoded: Option<&'a Decoded>,
    /// When the response arrived, in seconds since 1970.
    at: i64,
    /// True to show everything.
    pub(super) reveal: bool,
}

impl<'a> Shown<'a> {
    /// The rules for a body that is invalid or was not decoded.
    pub(crate) fn undecoded() -> Self {
        Self { decoded: None, at: 0, reveal: false }
    }

    /// The rules for a body that was decoded and arrived at `at`.
    pub(crate) fn decoded(decoded: &'a Decoded, at: UtcDateTime) -> Self {
        Self { decoded: Some(decoded), at: at.unix_timestamp(), reveal: false }
    }

    /// Shows everything if `reveal` is set.
    pub(crate) fn or_all(self, reveal: bool) -> Self {
        Self { reveal, ..self }
    }

    /// Returns the part of a name that is shown: all of a known one, and of an extra as much as in the list.
    pub(super) fn name<'n>(&self, name: &'n str) -> Option<Cow<'n, str>>
    where
        'a: 'n,
    {
        if known::has_name(name) {
            return Some(Cow::Borrowed(name));
        }
        let of_extra = |extras: Extras<'a>| {
            let place = extras.iter().position(|(other, _)| other == name)?;
            // The name is not known, as checked above.
            extras.shown(|_| false).nth(place).map(|(shown, _)| shown)
        };
        self.extras().find_map(of_extra)
    }

    /// Returns the part of a member's value that is shown, which is mostly none.
    pub(super) fn value<'v>(&self, name: &str, value: &'v str) -> Option<Cow<'v, str>> {
        let is_extra = |extras: Extras<'_>| {
            extras.get_all(name).any(|extra| !extra.expose_json().starts_with(['{', '[']))
        };
        if self.extras().any(is_extra) || self.tokens().any(|token| is_secret(token, value)) {
            return None;
        }
        let of_error = self.error_response().and_then(|error_response| shown_of_error(error_response, value));
        let is_shown = || self.tokens().any(|token| is_text_of(token, value)) || self.is_time(value);
        of_error.or_else(|| is_shown().then_some(Cow::Borrowed(value)))
    }

    /// Returns true if a value is one of the instants: in RFC 3339, or in seconds or milliseconds since 1970, issue or
    /// arrival.
    fn is_time(&self, value: &str) -> bool {
        let value = value.trim_ascii();
        if let Some(rfc3339) = instant::rfc3339(value) {
            return self.instants().any(|instant| instant == rfc3339.unix_timestamp());
        }
        let Ok(number) = value.parse::<i64>() else { return false };
        let from = |start: i64| [start.saturating_add(number), start.saturating_add(number / 1000)];
        let starts =
            || self.tokens().filter_map(|token| token.validity().issued_at).map(UtcDateTime::unix_timestamp);
        let readings = || starts().chain([0, self.at]).flat_map(from);
        self.instants().any(|instant| readings().any(|reading| reading == instant))
    }

    /// The instants of all tokens, and the expiries that absolute ones replaced.
    fn instants(&self) -> impl Iterator<Item = i64> {
        let notes = self.decoded.into_iter().flat_map(|decoded| &decoded.notes);
        let differences = notes.filter_map(|note| match note.kind {
            NoteKind::EndsDiffer { seconds } => Some(seconds),
            _ => None,
        });
        self.tokens().flat_map(move |token| {
            let expiry = token.expires_at();
            let known = Field::ALL.iter().filter_map(|field| match token.get(*field)? {
                FieldValue::Time(time) => time.at(),
                _ => None,
            });
            let replaced = differences
                .clone()
                .filter_map(move |seconds| Some(expiry?.unix_timestamp().saturating_add(seconds)));
            known.map(UtcDateTime::unix_timestamp).chain(replaced)
        })
    }

    fn tokens(&self) -> impl Iterator<Item = &'a Token> {
        let token = self.decoded.and_then(|decoded| match &decoded.outcome {
            Outcome::Token(token) => Some(token),
            Outcome::ErrorResponse(_) => None,
        });
        token.into_iter().chain(self.decoded.into_iter().flat_map(|decoded| &decoded.related))
    }

    fn error_response(&self) -> Option<&'a ErrorResponse> {
        self.decoded.and_then(|decoded| match &decoded.outcome {
            Outcome::Token(_) => None,
            Outcome::ErrorResponse(error_response) => Some(error_response),
        })
    }

    fn extras(&self) -> impl Iterator<Item = Extras<'a>> {
        self.tokens().map(Token::extras).chain(self.error_response().map(ErrorResponse::extras))
    }
}

fn is_secret(token: &Token, value: &str) -> bool {
    let is_value = |field: &Field| match token.get(*field) {
        Some(FieldValue::Secret(secret)) => secret.expose() == value,
        _ => false,
    };
    Field::ALL.iter().any(is_value)
}

/// Returns true if a value is one of a token's texts that may be shown.
fn is_text_of(token: &Token, value: &str) -> bool {
    let is_separator = |c: char| c.is_ascii_whitespace() || ",+;".contains(c);
    let is_value = |field: &Field| match token.get(*field) {
        Some(FieldValue::Text(text)) => text == value && *field != Field::TokenType,
        Some(FieldValue::Scopes(scopes)) => {
            let mut words = value.split(is_separator).filter(|scope| !scope.is_empty());
            scopes.contains(value) || words.all(|scope| scopes.contains(scope))
        }
        _ => false,
    };
    // Only the text of an unknown type may be masked.
    let is_type = |sent: TokenType<'_>| sent.raw() == value && sent.to_string() == sent.as_str();
    token.token_type().is_some_and(is_type) || Field::ALL.iter().any(is_value)
}

/// Returns the part of a value that is shown because the error response has it.
fn shown_of_error<'v>(error_response: &ErrorResponse, value: &'v str) -> Option<Cow<'v, str>> {
    let wait = error_response.retry_after().map(|wait| wait.as_secs());
    if wait.is_some() && value.parse().ok() == wait {
        return Some(Cow::Borrowed(value));
    }
    if error_response.uri() == Some(value) {
        return error_response.masked_uri().map(|masked| Cow::Owned(masked.to_string()));
    }
    if error_response.code() == Some(value) {
        return error_response.masked_code().map(|masked| Cow::Owned(masked.to_string()));
    }
    let is_description = error_response.description() == Some(value);
    error_response
        .masked_description()
        .filter(|_| is_description)
        .map(|masked| Cow::Owned(masked.to_string()))
}
