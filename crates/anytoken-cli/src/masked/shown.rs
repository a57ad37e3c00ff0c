//! What of a body may be shown.

use std::borrow::Cow;

use anytoken::{Decoded, Extras, NoteKind, Outcome, Refusal, Token, TokenType};
use time::UtcDateTime;

use crate::{instant, known};

/// What of a body may be shown: names that are known, and values that the answer to it says in any case.
///
/// Of a body that was not understood that is no value at all.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    decoded: Option<&'a Decoded>,
    /// When the response arrived, in seconds since 1970.
    at: i64,
    /// Whether everything is shown.
    pub(super) reveal: bool,
}

impl<'a> Shown<'a> {
    /// Of a body that was not understood, or that nobody reads.
    pub(crate) fn unread() -> Self {
        Self { decoded: None, at: 0, reveal: false }
    }

    /// Of the body that was decoded, and arrived at `at`.
    pub(crate) fn read(decoded: &'a Decoded, at: UtcDateTime) -> Self {
        Self { decoded: Some(decoded), at: at.unix_timestamp(), reveal: false }
    }

    /// Everything, where `reveal` says so.
    pub(crate) fn or_all(self, reveal: bool) -> Self {
        Self { reveal, ..self }
    }

    /// What is shown of a name: of one that a standard or a format knows all, of an extra what its list shows.
    pub(super) fn name<'n>(&self, name: &'n str) -> Option<Cow<'n, str>>
    where
        'a: 'n,
    {
        if known::has_name(name) {
            return Some(Cow::Borrowed(name));
        }
        let of_extra = |extras: Extras<'a>| {
            let place = extras.iter().position(|(other, _)| other == name)?;
            // That it is not known is clear already.
            extras.shown(|_| false).nth(place).map(|(shown, _)| shown)
        };
        self.extras().find_map(of_extra)
    }

    /// What is shown of the value of a member: mostly nothing.
    pub(super) fn value<'v>(&self, name: &str, value: &'v str) -> Option<Cow<'v, str>> {
        let is_extra =
            |extras: Extras<'_>| extras.get_all(name).any(|extra| !extra.as_json().starts_with(['{', '[']));
        if self.extras().any(is_extra) || self.tokens().any(|token| is_secret(token, value)) {
            return None;
        }
        let described = self.refusal().and_then(|refusal| described(refusal, value));
        let said = || self.tokens().any(|token| is_said(token, value)) || self.is_time(value);
        described.or_else(|| said().then_some(Cow::Borrowed(value)))
    }

    /// Whether a value is one of the instants, in the ways in which members say them: seconds or milliseconds, since
    /// 1970 or since the response arrived, or RFC 3339.
    fn is_time(&self, value: &str) -> bool {
        let value = value.trim_ascii();
        if let Some(rfc3339) = instant::rfc3339(value) {
            return self.instants().any(|instant| instant == rfc3339.unix_timestamp());
        }
        let Ok(number) = value.parse::<i64>() else { return false };
        let from = |start: i64| [start.saturating_add(number), start.saturating_add(number / 1000)];
        let starts =
            || self.tokens().filter_map(|token| token.lifetime().issued_at).map(UtcDateTime::unix_timestamp);
        let readings = || starts().chain([0, self.at]).flat_map(from);
        self.instants().any(|instant| readings().any(|reading| reading == instant))
    }

    /// The instants of all tokens, and the ends that lost to them.
    fn instants(&self) -> impl Iterator<Item = i64> {
        let notes = self.decoded.into_iter().flat_map(|decoded| &decoded.notes);
        let differences = notes.filter_map(|note| match note.kind {
            NoteKind::EndsDiffer { seconds } => Some(seconds),
            _ => None,
        });
        self.tokens().flat_map(move |token| {
            let life = token.lifetime();
            let end = life.expires.at();
            let stated = [
                life.issued_at,
                life.not_before,
                life.refresh_at,
                end,
                life.extended_expires_at,
                life.refresh_token_expires.at(),
            ];
            let lost = differences
                .clone()
                .filter_map(move |seconds| Some(end?.unix_timestamp().saturating_add(seconds)));
            stated.into_iter().flatten().map(UtcDateTime::unix_timestamp).chain(lost)
        })
    }

    fn tokens(&self) -> impl Iterator<Item = &'a Token> {
        let granted = self.decoded.and_then(|decoded| match &decoded.outcome {
            Outcome::Granted(token) => Some(token),
            Outcome::Refused(_) => None,
        });
        granted.into_iter().chain(self.decoded.into_iter().flat_map(|decoded| &decoded.related))
    }

    fn refusal(&self) -> Option<&'a Refusal> {
        self.decoded.and_then(|decoded| match &decoded.outcome {
            Outcome::Granted(_) => None,
            Outcome::Refused(refusal) => Some(refusal),
        })
    }

    fn extras(&self) -> impl Iterator<Item = Extras<'a>> {
        self.tokens().map(Token::extras).chain(self.refusal().map(Refusal::extras))
    }
}

fn is_secret(token: &Token, value: &str) -> bool {
    let secrets = [token.access_token(), token.refresh_token(), token.id_token()];
    secrets.into_iter().flatten().any(|secret| secret.expose() == value)
}

/// Whether a value is a text that may be shown of a token.
fn is_said(token: &Token, value: &str) -> bool {
    let texts =
        [token.token_type().map(TokenType::as_sent), token.resource(), token.client_id(), token.subject()];
    let is_separator = |c: char| c.is_ascii_whitespace() || ",+;".contains(c);
    texts.contains(&Some(value))
        || token.scopes().is_some_and(|scopes| {
            scopes.contains(value)
                || value
                    .split(is_separator)
                    .filter(|scope| !scope.is_empty())
                    .all(|scope| scopes.contains(scope))
        })
}

/// What is shown of a value that a refusal says, too.
fn described<'v>(refusal: &Refusal, value: &'v str) -> Option<Cow<'v, str>> {
    let wait = refusal.retry_after().map(|wait| wait.as_secs());
    if [refusal.code(), refusal.uri()].contains(&Some(value))
        || (wait.is_some() && value.parse().ok() == wait)
    {
        return Some(Cow::Borrowed(value));
    }
    let is_description = refusal.description() == Some(value);
    refusal.masked_description().filter(|_| is_description).map(|masked| Cow::Owned(masked.to_string()))
}
