//! What was odd, and where.

use anytoken::{Note, NoteKind};

use super::span;
use crate::masked::Masked;
use crate::page::{Page, Tone};

/// Says what was odd, with the place of each in the body.
pub(super) fn report(page: &mut Page, body: &Masked<'_>, notes: &[Note]) {
    for note in notes {
        page.line(0, Tone::Plain, "");
        page.row("note", Tone::Odd, &sentence(note));
        if !note.field.is_empty() {
            page.point(body, note.at.start(), Tone::Odd);
        }
    }
}

fn sentence(note: &Note) -> String {
    let field = note.field;
    match note.kind {
        NoteKind::EndsDiffer { seconds } => {
            let side = if seconds < 0 { "before" } else { "after" };
            let by = span::words(seconds.unsigned_abs());
            format!("{field} ends {by} {side} the absolute end, which holds")
        }
        NoteKind::WrongType => {
            format!("{field} has a type that cannot hold its meaning; it is among the extras")
        }
        NoteKind::MinusOne => format!("{field} is -1: the end is not known"),
        NoteKind::InstantForLifetime => {
            format!("{field} is too large for a lifetime: it was read as an instant")
        }
        NoteKind::NoZone => {
            format!("{field} is a date without a zone, and says nothing; it is among the extras")
        }
        NoteKind::TokenBesideRefusal => "a token stands beside the refusal, which holds".to_owned(),
        NoteKind::NoCode => "no code says no: it is the status that does".to_owned(),
        other => format!("{field} {}", other.as_str()),
    }
}
