//! The life of a token.

use anytoken::{Expiry, State, Token};
use time::format_description::well_known::Rfc3339;
use time::{Duration, UtcDateTime};

use super::bar::{Bar, Mark};
use super::span;
use crate::page::{INDENT, Page, Tone};

/// Columns of a name before its instant.
const NAME: usize = 15;

/// Says how a token stands at `now`, draws its life, and lists its instants.
pub(super) fn report(page: &mut Page, token: &Token, at: UtcDateTime, now: UtcDateTime) {
    let life = token.lifetime();
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
    let said = match state {
        State::NotYetValid => format!("not valid yet: it begins {}", until(life.not_before)),
        State::Valid => format!("valid: it ends {}", until(life.expires.at())),
        State::Expired => format!("expired: it ended {}", until(life.expires.at())),
        State::Unknown => "no end is stated: it may end at any time".to_owned(),
        State::NeverExpires => "it does not end, by the vendor's word".to_owned(),
    };
    page.row("life", tone, &if due { format!("{said}; it is time to refresh it") } else { said });

    let begin = life.issued_at.map_or(("received", at, '['), |at| ("issued", at, '['));
    let stated = [
        Some(begin),
        life.not_before.filter(|begins| *begins != begin.1).map(|at| ("begins", at, '|')),
        life.refresh_at.map(|at| ("refresh", at, '|')),
        life.expires.at().map(|at| ("end", at, ']')),
        life.extended_expires_at.map(|at| ("extended", at, ')')),
    ];
    let mut instants: Vec<_> = stated.into_iter().flatten().collect();
    let end = match life.expires {
        Expiry::At(_) => None,
        Expiry::Unstated => Some('?'),
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
        list(page, sign, name, &stamped(at, now));
    }
    match life.refresh_token_expires {
        Expiry::At(at) => list(page, ' ', "refresh token", &stamped(at, now)),
        Expiry::Never => list(page, ' ', "refresh token", "does not end, by the vendor's word"),
        Expiry::Unstated => {}
    }
}

fn list(page: &mut Page, sign: char, name: &str, what: &str) {
    page.line(INDENT, Tone::Plain, &format!("{sign} {name:NAME$}{what}"));
}

/// An instant, and how far it is from now.
fn stamped(at: UtcDateTime, now: UtcDateTime) -> String {
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
