//! The validity of a token.

use anytoken::{Expiry, State, Token};
use time::{Duration, UtcDateTime};

use super::bar::{Bar, Mark};
use crate::arrival::{Arrival, Source};
use crate::instant;
use crate::page::{INDENT, Page, Tone};
use crate::span;

/// Width of an instant's name.
const NAME: usize = 15;

/// When a token was received, and when it is looked at.
#[derive(Clone, Copy)]
pub(super) struct Received {
    /// `None` for a token that `normalize` printed.
    pub(super) arrival: Option<Arrival>,
    /// True if the validity counts from the arrival.
    pub(super) counts: bool,
    pub(super) now: UtcDateTime,
}

/// Prints the state of a token, draws its validity, and lists its instants.
pub(super) fn report(page: &mut Page, token: &Token, received: Received) {
    let Received { arrival, counts, now } = received;
    let validity = token.validity();
    let state = token.state_at(now, Duration::ZERO);
    let due = matches!(state, State::Valid | State::Unknown | State::NeverExpires)
        && token.should_refresh_at(now, Duration::ZERO);
    let tone = match state {
        State::Expired => Tone::Bad,
        State::NotYetValid | State::Unknown => Tone::Odd,
        State::Valid | State::NeverExpires if due => Tone::Odd,
        State::Valid | State::NeverExpires => Tone::Good,
    };
    let until =
        |instant: Option<UtcDateTime>| instant.map_or_else(String::new, |instant| distance(now, instant));
    let text = match state {
        State::NotYetValid => format!("not yet valid: starts {}", until(validity.not_before)),
        State::Valid => {
            // The time of a file is later than the arrival if the file is a copy.
            let is_latest = counts && arrival.is_some_and(|arrival| arrival.source == Source::File);
            let latest = if is_latest { " at the latest" } else { "" };
            format!("valid: expires {}{latest}", until(validity.expires.at()))
        }
        State::Expired if arrival.is_some_and(|arrival| validity.expires.at() == Some(arrival.at)) => {
            "expired on arrival: its lifetime is 0".to_owned()
        }
        State::Expired => format!("expired {}", until(validity.expires.at())),
        State::Unknown => "unknown: may expire at any time".to_owned(),
        State::NeverExpires => "never expires, according to the vendor".to_owned(),
    };
    page.row("validity", tone, &if due { format!("{text}; time to refresh") } else { text });

    let received = arrival.map(|arrival| ("received", arrival.at, '['));
    let begin = validity.issued_at.map(|at| ("issued", at, '[')).or(received);
    let known = [
        begin,
        validity
            .not_before
            .filter(|begins| begin.is_none_or(|(_, at, _)| *begins != at))
            .map(|at| ("starts", at, '|')),
        validity.refresh_at.map(|at| ("refresh", at, '|')),
        validity.expires.at().map(|at| ("expires", at, ']')),
        validity.extended_expires_at.map(|at| ("extended", at, ')')),
    ];
    let mut instants: Vec<_> = known.into_iter().flatten().collect();
    let end = match validity.expires {
        Expiry::At(_) => None,
        Expiry::Unknown => Some('?'),
        Expiry::Never => Some('>'),
    };
    let marks =
        instants.iter().map(|(name, at, sign)| Mark { name, at: at.unix_timestamp(), sign: *sign }).collect();
    let columns = page.width().saturating_sub(INDENT.saturating_mul(2));
    page.line(0, Tone::Plain, "");
    // Without a begin there is no length to draw.
    if begin.is_some() {
        let mut lines = Bar { marks, now: now.unix_timestamp(), end }.draw(columns).into_iter();
        if let Some(bar) = lines.next() {
            page.line(INDENT, tone, &bar);
        }
        lines.for_each(|names| page.line(INDENT, Tone::Plain, &names));
        page.line(0, Tone::Plain, "");
    }

    instants.push(("now", now, '*'));
    instants.sort_by_key(|(_, at, _)| *at);
    for (name, at, sign) in instants {
        let source = arrival.filter(|_| name == "received").map_or("", |arrival| arrival.source.words());
        list(page, sign, name, &with_distance(at, now, source));
    }
    match validity.refresh_token_expires {
        Expiry::At(at) => list(page, ' ', "refresh token", &with_distance(at, now, "")),
        Expiry::Never => {
            list(page, ' ', "refresh token", &["never expires, according to the vendor".to_owned()]);
        }
        Expiry::Unknown => {}
    }
}

/// Prints an instant; what does not fit behind it goes on a line of its own.
fn list(page: &mut Page, sign: char, name: &str, words: &[String]) {
    let start = format!("{sign} {name:NAME$}");
    let whole = format!("{start}{}", words.join("  "));
    if whole.chars().count().saturating_add(INDENT) <= page.width() {
        page.line(INDENT, Tone::Plain, &whole);
        return;
    }
    let mut lines = words.iter();
    let first = lines.next().map_or("", String::as_str);
    if start.len().saturating_add(first.len()).saturating_add(INDENT) <= page.width() {
        page.line(INDENT, Tone::Plain, &format!("{start}{first}"));
    } else {
        page.line(INDENT, Tone::Plain, start.trim_end());
        page.line(INDENT.saturating_mul(2), Tone::Plain, first);
    }
    lines.for_each(|words| page.line(INDENT.saturating_mul(2), Tone::Plain, words));
}

/// Formats an instant, its distance from now, and how it is known.
fn with_distance(at: UtcDateTime, now: UtcDateTime, source: &str) -> Vec<String> {
    let text = instant::text(at);
    let distance = if at == now { String::new() } else { distance(now, at) };
    let comma = if distance.is_empty() || source.is_empty() { "" } else { ", " };
    let words = format!("{distance}{comma}{source}");
    if words.is_empty() { vec![text] } else { vec![text, words] }
}

fn distance(now: UtcDateTime, to: UtcDateTime) -> String {
    let seconds = to.unix_timestamp().saturating_sub(now.unix_timestamp());
    let words = span::words(seconds.unsigned_abs());
    match seconds {
        0 => "now".to_owned(),
        1.. => format!("in {words}"),
        _ => format!("{words} ago"),
    }
}
