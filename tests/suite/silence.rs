//! No secret is shown, wherever it is planted.

use anytoken::{Adapter, REGISTRY};
use anytoken_tests::corpus::cases;
use anytoken_tests::json::Json;
use anytoken_tests::mutation::{broken, escaped, extended, shuffled};
use anytoken_tests::random::Random;
use anytoken_tests::secrets::marker;
use anytoken_tests::strategies::{body, config, format_id};
use anytoken_tests::{Response, laws};
use proptest::prelude::*;

use crate::every;

/// The body with a marker in the place of its string of a number, or in the midst of it; the path's last name.
fn planted(body: &Json, wanted: usize, marker: &str, whole: bool) -> Option<(Json, String)> {
    let (mut seen, mut place) = (0, None);
    let planted = body.clone().mapped(&mut |name, value| {
        let Json::String(text) = value else { return value };
        seen += 1;
        if seen != wanted + 1 {
            return Json::String(text);
        }
        place = Some(name.to_owned());
        Json::String(if whole { marker.to_owned() } else { format!("{text} {marker} {text}") })
    });
    place.map(|place| (planted, place))
}

#[test]
fn a_marker_in_any_string_of_the_corpus_is_not_shown() {
    every(
        cases(),
        |(case, _)| case.id.clone(),
        |(case, adapter)| {
            let Some(body) = case.response.text().and_then(Json::of_body) else { return };
            for whole in [true, false] {
                let mut index = 0;
                while let Some((body, place)) = planted(&body, index, &marker(index as u64), whole) {
                    let response = case.response.with_body(body.to_text());
                    laws::silent_about(Some(*adapter), &response, &marker(index as u64), &place);
                    laws::silent_about(None, &response, &marker(index as u64), &place);
                    index += 1;
                }
            }
        },
    );
}

#[test]
fn a_marker_in_the_text_of_any_form_or_xml_is_not_shown() {
    for (place, body) in [
        ("a form", "access_token=MARKER&token_type=bearer"),
        ("a form's extra", "access_token=EXAMPLE&x=MARKER"),
        ("a form's refresh token", "access_token=EXAMPLE&refresh_token=MARKER%20"),
        ("a form that is none", "MARKER"),
        ("a fragment", "#access_token=MARKER&expires_in=soon"),
        ("XML", "<OAuth><access_token>MARKER</access_token></OAuth>"),
        ("an attribute", "<OAuth><access_token a=\"MARKER\">EXAMPLE</access_token></OAuth>"),
        ("an entity", "<OAuth><access_token>&MARKER;</access_token></OAuth>"),
        ("broken XML", "<OAuth><access_token>MARKER"),
        ("an element's name", "<MARKER>"),
        ("a page", "<html>MARKER</html>"),
        ("a call", "callback({\"access_token\":\"MARKER\"})"),
        ("a broken call", "callback({\"access_token\":\"MARKER\"})x"),
    ] {
        let marker = marker(1);
        let body = body.replace("MARKER", &marker);
        for status in [None, Some(400)] {
            let response = Response { status, ..Response::new(body.clone()) };
            laws::silent_about(None, &response, &marker, place);
            for adapter in REGISTRY.iter() {
                laws::silent_about(Some(adapter), &response, &marker, place);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn a_marker_in_any_body_is_not_shown(body in body(), id in format_id(), detected: bool, status in prop_oneof![Just(200_u16), 400..600_u16], index in 0..8_usize, seed: u64) {
        let marker = marker(seed);
        let adapter: Option<&dyn Adapter> = REGISTRY.get(&id).filter(|_| !detected).map(|adapter| adapter as _);
        let random = &mut Random::new(seed);
        let Some(body) = Json::of_body(&body) else { return Ok(()) };
        let Some((body, place)) = planted(&body, index, &marker, seed % 2 == 0) else { return Ok(()) };
        let text = match seed % 3 {
            0 => escaped(&body, random),
            1 => extended(&body, random),
            _ => shuffled(&body, random),
        };
        laws::silent_about(adapter, &Response::new(text.clone()).status(status), &marker, &place);
        // A broken marker in a description may be short enough to be shown, so that only what is secret is looked for.
        laws::silent(adapter, &Response::new(broken(text.as_bytes(), random)));
    }
}
