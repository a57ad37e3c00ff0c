//! A marker in the secret places of a response.

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
    let mut found = None;
    for index in 0..MOST {
        let among = random.one_in(4);
        let replace = |text: &str| match among || text.contains(' ') {
            true => format!("{text} {marker}, {text}"),
            false => marker.to_owned(),
        };
        let Some(with_one) = with_string(&body, index, &replace) else { break };
        let with_marker = response.with_body(in_wire_of(text, &with_one)?);
        if keeps(&with_marker) {
            (body, found) = (with_one, Some(with_marker));
        }
    }
    found
}

/// The tree with its string of a number replaced; `None` where it has no such string.
pub fn with_string(body: &Json, wanted: usize, replace: &dyn Fn(&str) -> String) -> Option<Json> {
    let mut seen = 0;
    let tree = body.clone().mapped(&mut |_, value| {
        let Json::String(text) = value else { return value };
        seen += 1;
        Json::String(if seen == wanted + 1 { replace(&text) } else { text })
    });
    (seen > wanted).then_some(tree)
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
