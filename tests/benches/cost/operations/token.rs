//! Operations on a decoded token.

use std::hint::black_box;

use super::{shown, struct_of, token_of};
use crate::answers::{Made, Show};
use crate::contestants::{Contestant, REFERENCE, Side};
use crate::inputs::Input;
use crate::structs::{Hand, with_struct};

pub(super) fn clone(input: &'static Input) -> Vec<Contestant> {
    let reference = with_struct!(input.shape, Struct => {
        Contestant::new(REFERENCE, Side::Reference, move || {
            let read: Struct = struct_of(input);
            move |show: Show<'_>| {
                let copy = black_box(&read).clone();
                show(Made::token(&copy, copy.text(), copy.end()));
                true
            }
        })
    });
    let ours = Contestant::new("ours", Side::Ours, move || {
        let token = token_of(input);
        move |show: Show<'_>| {
            let copy = black_box(&token).clone();
            show(shown(&copy, &copy));
            true
        }
    });
    vec![reference, ours]
}

/// Compares two equal ones, each of a response of its own.
pub(super) fn compare(input: &'static Input) -> Vec<Contestant> {
    let reference = with_struct!(input.shape, Struct => {
        Contestant::new(REFERENCE, Side::Reference, move || {
            let (one, other): (Struct, Struct) = (struct_of(input), struct_of(input));
            move |show: Show<'_>| {
                show(Made::equal(black_box(&one) == black_box(&other)));
                true
            }
        })
    });
    let ours = Contestant::new("ours", Side::Ours, move || {
        let (one, other) = (token_of(input), token_of(input));
        move |show: Show<'_>| {
            show(Made::equal(black_box(&one) == black_box(&other)));
            true
        }
    });
    vec![reference, ours]
}

/// A token whose type no header can carry has none.
pub(super) fn authorization(input: &'static Input) -> Vec<Contestant> {
    if token_of(input).authorization().is_err() {
        return Vec::new();
    }
    let reference = with_struct!(input.shape, Struct => {
        Contestant::new(REFERENCE, Side::Reference, move || {
            let read: Struct = struct_of(input);
            move |show: Show<'_>| {
                let text = format!("Bearer {}", black_box(&read).text());
                show(Made::text(&text, &text));
                true
            }
        })
    });
    let ours = Contestant::new("ours", Side::Ours, move || {
        let token = token_of(input);
        move |show: Show<'_>| {
            let Ok(text) = black_box(&token).authorization() else { return false };
            show(Made::text(&text, text.expose()));
            true
        }
    });
    vec![reference, ours]
}
