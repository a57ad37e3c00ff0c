//! Storing a token in the canonical form, and reading it back.

use anytoken::StoredToken;

use super::{shown, token_of};
use crate::answers::{End, Made, Show};
use crate::contestants::{Contestant, REFERENCE, Side};
use crate::inputs::Input;
use crate::structs::Canonical;

pub(super) fn out(input: &'static Input) -> Vec<Contestant> {
    let ours = Contestant::new("ours", Side::Ours, move || {
        let token = token_of(input);
        move |show: Show<'_>| {
            let text = token.exposed().to_json();
            show(Made::text(&text, text.expose()));
            true
        }
    });
    let by_serde = Contestant::new("ours, by serde", Side::Ours, move || {
        let token = token_of(input);
        move |show: Show<'_>| {
            let Ok(text) = serde_json::to_string(&token.exposed()) else { return false };
            show(Made::text(&text, &text));
            true
        }
    });
    vec![written_by_hand(input), ours, by_serde]
}

pub(super) fn redacted(input: &'static Input) -> Vec<Contestant> {
    let ours = Contestant::new("ours", Side::Ours, move || {
        let token = token_of(input);
        move |show: Show<'_>| {
            let text = token.redacted().to_json();
            show(Made::text(&text, text.expose()));
            true
        }
    });
    vec![written_by_hand(input), ours]
}

pub(super) fn back(input: &'static Input) -> Vec<Contestant> {
    let reference = Contestant::new(REFERENCE, Side::Reference, move || {
        let stored = stored(input);
        move |show: Show<'_>| {
            let Ok(read) = serde_json::from_str::<Canonical>(&stored) else { return false };
            show(Made::token(&read, read.access_token(), read.expires_at.map_or(End::Unknown, End::At)));
            true
        }
    });
    let ours = Contestant::new("ours", Side::Ours, move || {
        let stored = stored(input);
        move |show: Show<'_>| {
            let Ok(read) = StoredToken::from_json(&stored) else { return false };
            let token = read.into_token();
            show(shown(&token, &token));
            true
        }
    });
    let by_serde = Contestant::new("ours, by serde", Side::Ours, move || {
        let stored = stored(input);
        move |show: Show<'_>| {
            let Ok(read) = serde_json::from_str::<StoredToken>(&stored) else { return false };
            let token = read.into_token();
            show(shown(&token, &token));
            true
        }
    });
    vec![reference, ours, by_serde]
}

fn written_by_hand(input: &'static Input) -> Contestant {
    Contestant::new(REFERENCE, Side::Reference, move || {
        let read = serde_json::from_str::<Canonical>(&stored(input));
        let read = read.expect("the struct reads the canonical form");
        move |show: Show<'_>| {
            let Ok(text) = serde_json::to_string(&read) else { return false };
            show(Made::text(&text, &text));
            true
        }
    })
}

fn stored(input: &Input) -> String {
    serde_json::to_string(&token_of(input).exposed()).expect("a token has a canonical form")
}
