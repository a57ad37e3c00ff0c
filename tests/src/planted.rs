//! A marker in the secret places of a response.

use std::ops::Range;

use anytoken::Adapter;

use crate::Response;
use crate::json::{Json, Wire};
use crate::laws::may_show;
use crate::markup::document;
use crate::random::Random;
use crate::response::Kind;
use crate::secrets::shown_plain;

/// So many strings of a body are tried at most.
const MOST: usize = 64;

/// The response with a marker in every place that is secret; `None` where it has no such place, or is no text.
///
/// A string is a secret place when the response keeps its outcome with the marker in it and may not show it: tokens,
/// extras, descriptions, and every string of a body that is not understood. Where there are words the marker stands
/// among them, and now and then elsewhere. A body that is no tree has the marker in the midst of it.
pub fn planted(
    adapter: Option<&dyn Adapter>,
    response: &Response,
    marker: &str,
    seed: u64,
) -> Option<Response> {
    let text = response.text()?;
    let random = &mut Random::new(seed);
    let kind = Kind::of(&response.read(adapter));
    let keeps = |planted: &Response| {
        let result = planted.read(adapter);
        Kind::of(&result) == kind && !shown_plain(&may_show(&result), marker)
    };
    let Some(mut body) = Json::of_body(text).filter(|body| !body.is_empty()) else {
        let places: Vec<_> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        let (before, behind) = text.split_at(*random.pick(&places));
        return Some(response.with_body(format!("{before}{marker}{behind}"))).filter(keeps);
    };
    let among: Vec<bool> = (0..MOST).map(|_| random.one_in(4)).collect();
    let replace = |index: usize, text: &str| match among[index] || text.contains(' ') {
        true => format!("{text} {marker}, {text}"),
        false => marker.to_owned(),
    };
    // Many places at once, and one half after the other where not all of them are secret.
    let mut found = None;
    let strings = body.strings().min(MOST);
    let mut untried = Vec::from_iter((strings > 0).then_some(0..strings));
    while let Some(places) = untried.pop() {
        let with_more = with_strings(&body, &places, &replace);
        let with_marker = response.with_body(in_wire_of(text, &with_more)?);
        if keeps(&with_marker) {
            (body, found) = (with_more, Some(with_marker));
        } else if places.len() > 1 {
            let middle = places.start + places.len() / 2;
            untried.extend([middle..places.end, places.start..middle]);
        }
    }
    found
}

/// The tree with its string of a number replaced; `None` where it has no such string.
pub fn with_string(body: &Json, wanted: usize, replace: &dyn Fn(&str) -> String) -> Option<Json> {
    let place = wanted..wanted + 1;
    (wanted < body.strings()).then(|| with_strings(body, &place, &|_, text| replace(text)))
}

/// The tree with some of its strings replaced, by their numbers.
fn with_strings(body: &Json, wanted: &Range<usize>, replace: &dyn Fn(usize, &str) -> String) -> Json {
    let mut number = 0;
    body.clone().mapped(&mut |_, value| {
        let Json::String(text) = value else { return value };
        number += 1;
        Json::String(if wanted.contains(&(number - 1)) { replace(number - 1, &text) } else { text })
    })
}

/// A tree as text, on the wire that another text is on.
fn in_wire_of(text: &str, body: &Json) -> Option<String> {
    match Wire::of(text) {
        Wire::Json => Some(body.to_text()),
        Wire::Xml => document(body),
        Wire::Form => body.to_form(),
        Wire::Text => body.get("#text").and_then(Json::text).map(str::to_owned),
    }
}
