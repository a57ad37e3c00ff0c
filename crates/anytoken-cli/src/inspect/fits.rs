//! Formats that may be that of a response of which none was detected.

use anytoken::{Adapter, Decoded, Error, ErrorKind, Expiry, Field, FieldKind, FieldValue, Outcome, Token};
use time::UtcDateTime;

use crate::instant;
use crate::known::{self, FALLBACK};
use crate::page::{Page, Tone};
use crate::sent::Sent;

/// The most formats that are named: if more fit equally well, the body does not tell them apart.
const MOST: usize = 5;

/// The size of the largest body for which formats are tried, in bytes. All of them are, which takes hundreds of times as
/// long as decoding the body; nearly all token responses are smaller.
const LARGEST: usize = 16 * 1024;

/// Prints the formats that leave the least of a response unread, and the fields that each decodes otherwise.
///
/// For a body that is too large nothing is printed.
pub(super) fn report(page: &mut Page, decoded: &Result<Decoded, Error>, sent: &Sent<'_>, at: UtcDateTime) {
    let fallback = match decoded {
        Ok(Decoded { outcome: Outcome::Token(token), .. }) if *token.format() == FALLBACK => Some(token),
        Err(error) if may_need_a_format(error.kind()) => None,
        _ => return,
    };
    if sent.body.len() > LARGEST {
        return;
    }
    let fits = known::formats().fits(sent.response(at));
    // The fallback may fit as well as any.
    let is_fallback = |(adapter, _): &(&dyn Adapter, Token)| adapter.id() == FALLBACK;
    if fits.len() > MOST || fits.iter().any(is_fallback) {
        return;
    }
    if fits.is_empty() {
        return;
    }
    let differ = if fallback.is_some() { "and what each decodes otherwise" } else { "and what each decodes" };
    page.row("may be", Tone::Odd, &format!("the formats that fit best, {differ}; choose one with --format:"));
    let mut rows: Vec<(String, String)> = Vec::new();
    for (adapter, token) in &fits {
        let (name, fields) = (format!("{} ({})", adapter.id(), adapter.vendor()), fields(token, fallback));
        match rows.iter_mut().find(|(_, known)| *known == fields) {
            Some((names, _)) => names.push_str(&format!(", {name}")),
            None => rows.push((name, fields)),
        }
    }
    for (names, fields) in rows {
        page.row("", Tone::Odd, &format!("{names}: {fields}"));
    }
}

/// Returns true if a format may decode what has no meaning without one.
fn may_need_a_format(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::Missing | ErrorKind::Text | ErrorKind::Shape | ErrorKind::Ambiguous | ErrorKind::Invalid
    )
}

/// Lists the fields that a format decodes otherwise than the fallback. No text of the response is in them.
fn fields(token: &Token, fallback: Option<&Token>) -> String {
    let differs = |field: &&Field| {
        field.kind() != FieldKind::Extras
            && fallback.is_none_or(|other| other.get(**field) != token.get(**field))
    };
    let fields = Field::ALL.iter().filter(differs).filter_map(|field| match token.get(*field) {
        Some(FieldValue::Time(Expiry::At(at))) => Some(format!("{field} {}", instant::text(at))),
        Some(FieldValue::Time(_)) => Some(format!("{field} never")),
        Some(_) => Some(field.to_string()),
        None => fallback.and_then(|other| other.get(*field)).map(|_| format!("no {field}")),
    });
    fields.collect::<Vec<_>>().join(", ")
}
