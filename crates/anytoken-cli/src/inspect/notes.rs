//! Notes on a response, and their places in the body.

use anytoken::{Note, NoteKind};

use crate::masked::{Masked, Shown};
use crate::page::{Page, Tone};
use crate::span;

/// Prints each note with its place in the body.
pub(super) fn report(page: &mut Page, body: &[u8], shown: Shown<'_>, notes: &[Note]) {
    let masked = Masked::new(body, shown);
    for note in notes {
        page.line(0, Tone::Plain, "");
        page.row("note", Tone::Odd, &sentence(note));
        if !note.field.is_empty() {
            page.point(&masked, note.at.start(), Tone::Odd);
        }
    }
}

/// Returns the sentence of a note, with a difference in words.
fn sentence(note: &Note) -> String {
    match note.kind {
        NoteKind::EndsDiffer { seconds } => {
            let (field, by) = (&note.field, span::words(seconds.unsigned_abs()));
            format!("{field} disagrees by {by} with the expiry that is used")
        }
        _ => note.to_string(),
    }
}
