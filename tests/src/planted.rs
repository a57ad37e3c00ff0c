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

/// Puts a marker in places of a body that are counted.
type Plant<'a> = &'a dyn Fn(&Json, &Range<usize>) -> Json;

/// The response with a marker in every place that is secret; `None` where it has no such place, or is no text.
///
/// A string is a secret place when the response keeps its outcome with the marker in it and may not show it: tokens,
/// extras, descriptions, and every string of a body that is not understood. Where there are words the marker stands
/// among them, and now and then elsewhere. So is a name, of which every third is tried. A body that is no tree has the
/// marker in the midst of it.
pub fn planted(
    adapter: Option<&dyn Adapter>,
    response: &Response,
    marker: &str,
    seed: u64,
) -> Option<Response> {
    plant(adapter, response, marker, seed, true)
}

/// The response with a marker in every string that is secret, and in no name.
pub fn planted_in_strings(
    adapter: Option<&dyn Adapter>,
    response: &Response,
    marker: &str,
    seed: u64,
) -> Option<Response> {
    plant(adapter, response, marker, seed, false)
}

fn plant(
    adapter: Option<&dyn Adapter>,
    response: &Response,
    marker: &str,
    seed: u64,
    into_names: bool,
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
    let renamed: Vec<bool> = (0..MOST).map(|_| random.one_in(3)).collect();
    let rename = |index: usize, name: &str| match (renamed[index], among[index]) {
        (true, true) => format!("{name}{marker}"),
        (true, false) => marker.to_owned(),
        (false, _) => name.to_owned(),
    };
    let in_strings = |body: &Json, places: &Range<usize>| with_strings(body, places, &replace);
    let in_names = |body: &Json, places: &Range<usize>| with_names(body, places, &rename);
    let names = if into_names { body.names().len() } else { 0 };
    let ways: [(usize, Plant<'_>); 2] = [(body.strings(), &in_strings), (names, &in_names)];
    let mut found = None;
    for (places, with_marker_in) in ways {
        // Many places at once, and one half after the other where not all of them are secret.
        let places = places.min(MOST);
        let mut untried = Vec::from_iter((places > 0).then_some(0..places));
        while let Some(places) = untried.pop() {
            let with_more = with_marker_in(&body, &places);
            let with_marker = response.with_body(in_wire_of(text, &with_more)?);
            if with_more == body {
                // No name is tried.
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

/// The tree with some of its names replaced, by their numbers.
fn with_names(body: &Json, wanted: &Range<usize>, replace: &dyn Fn(usize, &str) -> String) -> Json {
    let mut number = 0;
    body.clone().renamed(&mut |name| {
        number += 1;
        if wanted.contains(&(number - 1)) { replace(number - 1, &name) } else { name }
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
