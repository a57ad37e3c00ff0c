//! Plants a marker in the secret places of a response.

use std::ops::Range;

use anytoken::Adapter;

use crate::Recorded;
use crate::json::{Json, Wire};
use crate::laws::may_show;
use crate::markup::document;
use crate::random::Random;
use crate::recorded::Kind;
use crate::secrets::shown_plain;

/// The largest number of strings of a body that are tried.
const MOST: usize = 64;

/// Puts a marker into a range of numbered places of a body.
type Plant<'a> = &'a dyn Fn(&Json, &Range<usize>) -> Json;

/// Plants a marker in every secret place; `None` if there is no such place, or the body is not text.
///
/// A string is a secret place when the response keeps its outcome with the marker in it and may not show it: tokens,
/// extras, descriptions, and every string of a body that is not understood. The marker goes between the words of a
/// sentence, and at times beside a single word. Names are places too; every third is tried. A body that cannot be
/// parsed gets the marker at a random offset.
pub fn planted(
    adapter: Option<&dyn Adapter>,
    response: &Recorded,
    marker: &str,
    seed: u64,
) -> Option<Recorded> {
    let text = response.text()?;
    let random = &mut Random::new(seed);
    let kind = Kind::of(&response.read(adapter));
    let keeps = |planted: &Recorded| {
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
    let renamed: Vec<bool> = (0..MOST).map(|_| random.one_in(3)).collect();
    let rename = |index: usize, name: &str| match (renamed[index], among[index]) {
        (true, true) => format!("{name}{marker}"),
        (true, false) => marker.to_owned(),
        (false, _) => name.to_owned(),
    };
    let in_strings = |body: &Json, places: &Range<usize>| with_strings(body, places, &replace);
    let in_names = |body: &Json, places: &Range<usize>| with_names(body, places, &rename);
    let ways: [(usize, Plant<'_>); 2] = [(body.strings(), &in_strings), (body.names().len(), &in_names)];
    let mut found = None;
    for (places, with_marker_in) in ways {
        // All places at once; then each half, if not all of them are secret.
        let places = places.min(MOST);
        let mut untried = Vec::from_iter((places > 0).then_some(0..places));
        while let Some(places) = untried.pop() {
            let with_more = with_marker_in(&body, &places);
            let with_marker = response.with_body(in_wire_of(text, &with_more)?);
            if with_more == body {
                // This range has no name to try.
            } else if keeps(&with_marker) {
                (body, found) = (with_more, Some(with_marker));
            } else if places.len() > 1 {
                let middle = places.start + places.len() / 2;
                untried.extend([middle..places.end, places.start..middle]);
            }
        }
    }
    found
}

/// Replaces the string of a number; `None` if there is no such string.
pub fn with_string(body: &Json, wanted: usize, replace: &dyn Fn(&str) -> String) -> Option<Json> {
    let place = wanted..wanted + 1;
    (wanted < body.strings()).then(|| with_strings(body, &place, &|_, text| replace(text)))
}

/// Replaces the strings whose numbers are in a range.
fn with_strings(body: &Json, wanted: &Range<usize>, replace: &dyn Fn(usize, &str) -> String) -> Json {
    let mut number = 0;
    body.clone().mapped(&mut |_, value| {
        let Json::String(text) = value else { return value };
        number += 1;
        Json::String(if wanted.contains(&(number - 1)) { replace(number - 1, &text) } else { text })
    })
}

/// Replaces the names whose numbers are in a range.
fn with_names(body: &Json, wanted: &Range<usize>, replace: &dyn Fn(usize, &str) -> String) -> Json {
    let mut number = 0;
    body.clone().renamed(&mut |name| {
        number += 1;
        if wanted.contains(&(number - 1)) { replace(number - 1, &name) } else { name }
    })
}

/// Writes a tree in the encoding of another text.
fn in_wire_of(text: &str, body: &Json) -> Option<String> {
    match Wire::of(text) {
        Wire::Json => Some(body.to_text()),
        Wire::Xml => document(body),
        Wire::Form => body.to_form(),
        Wire::Text => body.get("#text").and_then(Json::text).map(str::to_owned),
    }
}
