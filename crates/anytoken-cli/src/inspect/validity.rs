//! The validity of a token.

use anytoken::{Expiry, State, Token};
use time::format_description::well_known::Rfc3339;
use time::{Duration, UtcDateTime};

use super::bar::{Bar, Mark};
use super::span;
use crate::page::{INDENT, Page, Tone};

/// Width of an instant's name.
const NAME: usize = 15;

/// Prints the state of a token at `now`, draws its validity, and lists its instants.
pub(super) fn report(page: &mut Page, token: &Token, at: UtcDateTime, now: UtcDateTime) {
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
        State::Valid => format!("valid: expires {}", until(validity.expires.at())),
        State::Expired => format!("expired {}", until(validity.expires.at())),
        State::Unknown => "unknown: may expire at any time".to_owned(),
        State::NeverExpires => "never expires, according to the vendor".to_owned(),
    };
    page.row("validity", tone, &if due { format!("{text}; time to refresh") } else { text });

    let begin = validity.issued_at.map_or(("received", at, '['), |at| ("issued", at, '['));
    let known = [
        Some(begin),
        validity.not_before.filter(|begins| *begins != begin.1).map(|at| ("starts", at, '|')),
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
    let mut lines = Bar { marks, now: now.unix_timestamp(), end }.draw(columns).into_iter();
    page.line(0, Tone::Plain, "");
    if let Some(bar) = lines.next() {
        page.line(INDENT, tone, &bar);
    }
    lines.for_each(|names| page.line(INDENT, Tone::Plain, &names));
    page.line(0, Tone::Plain, "");

    instants.push(("now", now, '*'));
    instants.sort_by_key(|(_, at, _)| *at);
    for (name, at, sign) in instants {
        list(page, sign, name, &with_distance(at, now));
    }
    match validity.refresh_token_expires {
        Expiry::At(at) => list(page, ' ', "refresh token", &with_distance(at, now)),
        Expiry::Never => list(page, ' ', "refresh token", "never expires, according to the vendor"),
        Expiry::Unknown => {}
    }
}

fn list(page: &mut Page, sign: char, name: &str, text: &str) {
    page.line(INDENT, Tone::Plain, &format!("{sign} {name:NAME$}{text}"));
}

/// Formats an instant and its distance from now.
fn with_distance(at: UtcDateTime, now: UtcDateTime) -> String {
    let text = at.format(&Rfc3339).unwrap_or_default();
    if at == now { text } else { format!("{text}  {}", distance(now, at)) }
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
