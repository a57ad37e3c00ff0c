//! Encoding a token into the format that it was decoded from.

use anytoken::{Response, registry};
use anytoken_tests::recorded::AT;

use super::{struct_of, token_of};
use crate::answers::{Kept, Made, Show};
use crate::contestants::{Contestant, REFERENCE, Side};
use crate::inputs::Input;
use crate::structs::{Hand, with_struct};

pub(super) fn of(input: &'static Input) -> Vec<Contestant> {
    let reference = with_struct!(input.shape, Struct => {
        Contestant::new(REFERENCE, Side::Reference, move || {
            let read: Struct = struct_of(input);
            move |show: Show<'_>| {
                let Some(text) = read.to_json() else { return false };
                show(Made::text(&text, &text));
                true
            }
        })
    });
    let ours = Contestant::new("ours", Side::Ours, move || {
        let token = token_of(input);
        let adapter = registry().get(input.format).expect("the format is known");
        move |show: Show<'_>| {
            let Ok(encoded) = adapter.encode(&token, AT) else { return false };
            show(Made::text(&encoded, encoded.body.expose()));
            true
        }
    });
    vec![reference, ours]
}

/// Returns true if two texts decode to one token and one expiry.
pub(super) fn agree(input: &Input, one: &Kept, other: &Kept) -> bool {
    let decoded = |kept: &Kept| {
        let Kept::Text(text) = kept else { return None };
        let token = registry().decode_as(input.format, Response::new(text.as_bytes(), AT)).ok()?;
        let token = token.into_token().ok()?;
        Some((token.credential().expose().to_owned(), token.validity().expires))
    };
    decoded(one).is_some_and(|token| decoded(other) == Some(token))
}
