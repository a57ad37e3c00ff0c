//! No output shows a secret, wherever it is planted.

use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

use anytoken::{Adapter, Decoded, Outcome, TokenError, registry};
use anytoken_tests::corpus::{Case, cases};
use anytoken_tests::json::Json;
use anytoken_tests::mutation::{broken, escaped, extended, mutated, shuffled};
use anytoken_tests::planted::{planted, with_string};
use anytoken_tests::random::Random;
use anytoken_tests::recorded::Kind;
use anytoken_tests::secrets::{marker, shown};
use anytoken_tests::strategies::{body, config, format_id};
use anytoken_tests::{Recorded, laws};
use proptest::prelude::*;

use crate::every;

/// A case with a marker in all of its secret places; it is decoded by its own format and by detection.
struct Planted {
    case: &'static Case,
    adapter: Option<&'static dyn Adapter>,
    response: Recorded,
    marker: String,
}

fn all_planted() -> Vec<Planted> {
    let both = cases().flat_map(|(case, adapter)| [(case, Some(adapter)), (case, None)]);
    let planted = (0..).zip(both).filter_map(|(seed, (case, adapter))| {
        let marker = marker(seed);
        let response = planted(adapter, &case.response, &marker, seed)?;
        Some(Planted { case, adapter, response, marker })
    });
    planted.collect()
}

#[test]
fn marker_in_every_secret_of_the_corpus_is_not_shown() {
    let all = all_planted();
    let of = |kind| all.iter().filter(|one| Kind::of(&one.response.read(one.adapter)) == kind).count();
    assert!(of(Kind::Granted) > 200 && of(Kind::Refused) > 50 && of(Kind::NotUnderstood) > 10);
    every(
        &all,
        |one| one.case.id.clone(),
        |one| {
            let is_json = one.response.text().is_some_and(|text| text.starts_with(['{', '[']));
            if let Some(decoded) = one.response.read(one.adapter).ok().filter(|_| is_json) {
                assert!(is_in(&decoded, &one.marker), "the marker is not where it was planted");
            }
            laws::silent_about(one.adapter, &one.response, &one.marker, "all secret places");
        },
    );
}

/// Returns true if a secret of a token or an error response holds the marker.
fn is_in(decoded: &Decoded, marker: &str) -> bool {
    let (tokens, error_response) = match &decoded.outcome {
        Outcome::Token(token) => (Some(token), None),
        Outcome::ErrorResponse(error_response) => (None, Some(error_response)),
    };
    let tokens: Vec<_> = tokens.into_iter().chain(&decoded.related).collect();
    let secrets =
        tokens.iter().flat_map(|token| [token.access_token(), token.refresh_token(), token.id_token()]);
    let mut texts: Vec<_> = secrets.flatten().map(|secret| secret.expose()).collect();
    texts.extend(tokens.iter().filter_map(|token| Some(token.token_type()?.raw())));
    let extras = tokens.iter().flat_map(|token| token.extras().iter());
    texts.extend(extras.flat_map(|(name, extra)| [name, extra.expose_json()]));
    if let Some(error_response) = error_response {
        if error_response.code().is_none()
            && error_response.description().is_none()
            && error_response.extras().is_empty()
        {
            // Nothing is kept of a body that is not understood.
            return true;
        }
        let words = [error_response.code(), error_response.description(), error_response.uri()];
        texts.extend(words.into_iter().flatten());
        texts.extend(error_response.extras().iter().flat_map(|(name, extra)| [name, extra.expose_json()]));
    }
    texts.iter().any(|text| text.contains(marker))
}

#[test]
fn name_that_may_be_a_secret_is_not_shown() {
    let shown = |name: &str| {
        let body = Json::Object(
            ["access_token", name].map(|name| (name.to_owned(), Json::String("a".to_owned()))).into(),
        );
        let token =
            anytoken::decode_as("rfc6749", Recorded::new(body.to_text()).response()).expect("a token");
        format!("{:?}", token.into_token().expect("a token").extras())
    };
    for name in [
        "",
        "trace_id",
        "X-Request-Id",
        "an eye: 眼",
        "EXAMPLE-SECRET-0001",
        "urn:ietf:params:oauth:token-type:jwt",
        "refresh_token_expires_in_seconds",
        "refreshTokenExpiresAt",
        "Access-Token-Expiration-Time",
        "0000001-0000002-0000003",
        "abcdefghijklmno12_abcdefghijklmno12",
    ] {
        assert_eq!(shown(name), format!("{{{name:?}: ***}}"));
    }
    for name in [
        "EXAMPLE-SECRET-00001",
        "a EXAMPLE-SECRET-00001 b",
        "abcdefghijklmnop_abcd",
        "abc123_abcdefghijklmno",
        "nobodyKnowsThisMember",
        "RVhBTVBMRS1TRUNSRVQtMDAwMQ==",
        "0000001-00000000000002",
        "***#2",
        &"word_".repeat(13),
    ] {
        assert_eq!(shown(name), r##"{"***#1": ***}"##, "{name}");
    }
}

/// Tries one case of each outcome only, as the backtrace of a panic is slow.
#[test]
fn panic_over_a_result_does_not_show_it() {
    let all = all_planted();
    for kind in [Kind::Granted, Kind::Refused, Kind::NotUnderstood] {
        let one =
            all.iter().find(|one| Kind::of(&one.response.read(one.adapter)) == kind).expect("such a case");
        let read = || one.response.read(one.adapter);
        let token = read().map_err(TokenError::from).and_then(|decoded| Ok(decoded.into_token()?));
        let said = match read() {
            Ok(decoded) => [message(read()), message(token), message(decoded.into_token())],
            Err(error) => [message(read()), message(token), message::<(), _>(Err(error))],
        };
        for text in said {
            assert_eq!(shown(&text, &one.marker), None, "a panic shows the marker");
        }
    }
}

/// Returns the panic message of a program that unwraps the wrong variant.
fn message<T: Debug, E: Debug>(result: Result<T, E>) -> String {
    let unwrapped = catch_unwind(AssertUnwindSafe(|| match result {
        Ok(_) => drop(result.expect_err("an error")),
        Err(_) => drop(result.expect("a token")),
    }));
    let panic = unwrapped.expect_err("the other of the two");
    panic.downcast_ref::<String>().cloned().expect("a panic that says something")
}

/// Tries four thousand mutations, times `ANYTOKEN_CASES`.
#[test]
fn marker_in_corpus_mutations_is_not_shown() {
    let all = all_planted();
    let outcomes = std::cell::Cell::new([0_u32; 3]);
    every(
        0..u64::from(config(4_000).cases),
        |index| format!("mutation {index}"),
        |index| {
            let random = &mut Random::new(*index ^ 0x7369_6C65_6E74);
            let one = &all[*index as usize % all.len()];
            let mut response = mutated(&one.response, random);
            if random.one_in(4) {
                response.status = Some(*random.pick(&[200, 400, 401, 503]));
            }
            let others: Vec<_> = registry().iter().collect();
            let adapter = if random.one_in(4) { Some(*random.pick(&others)) } else { one.adapter };
            laws::silent_about(adapter, &response, &one.marker, &one.case.id);
            let mut counts = outcomes.get();
            counts[Kind::of(&response.read(adapter)) as usize] += 1;
            outcomes.set(counts);
        },
    );
    assert!(outcomes.get().iter().all(|count| *count > 400), "every outcome is met often: {outcomes:?}");
}

/// Puts a marker in place of the string of a number, or in the middle of it.
fn with_marker(body: &Json, wanted: usize, marker: &str, whole: bool) -> Option<Json> {
    with_string(body, wanted, &|text| {
        if whole { marker.to_owned() } else { format!("{text} {marker} {text}") }
    })
}

#[test]
fn marker_in_any_string_of_the_corpus_is_not_shown() {
    every(
        cases(),
        |(case, _)| case.id.clone(),
        |(case, adapter)| {
            let Some(body) = case.response.text().and_then(Json::of_body) else { return };
            for index in 0.. {
                let (marker, place) = (marker(index), format!("string {index}"));
                let with_marker = |whole| with_marker(&body, index as usize, &marker, whole);
                let (Some(whole), Some(among)) = (with_marker(true), with_marker(false)) else { break };
                let response = |body: Json| case.response.with_body(body.to_text());
                laws::silent_about(Some(*adapter), &response(whole), &marker, &place);
                laws::silent_about(None, &response(among), &marker, &place);
            }
        },
    );
}

#[test]
fn marker_in_form_or_xml_is_not_shown() {
    for (place, body) in [
        ("base64", "MARKER="),
        ("base64 of one byte at its end", "MARKER==\r\n"),
        ("base64 in a fragment", "#MARKER="),
        ("base64 beside a pair", "MARKER==&access_token=EXAMPLE"),
        ("the name of a pair", "access_token=EXAMPLE&MARKER=1"),
        ("the name of a pair without a value", "access_token=EXAMPLE&MARKER"),
        ("the name of a pair that is encoded", "access_token=EXAMPLE&%2F%2fMARKER=1"),
        ("a member's name", r#"{"access_token":"EXAMPLE","MARKER":1,"x":{"MARKER":[{"MARKER":2}]}}"#),
        ("a member's name that is read", r#"{"access_token":"EXAMPLE","expires_in":"soon","MARKER":1}"#),
        ("an element's name beside others", "<a><access_token>EXAMPLE</access_token><MARKER>1</MARKER></a>"),
        ("an attribute's name", "<a><access_token>EXAMPLE</access_token><b MARKER='1'/></a>"),
        ("an attribute's name at the root", "<a MARKER='1'><access_token>EXAMPLE</access_token></a>"),
        ("the root's name", "<MARKER>EXAMPLE</MARKER>"),
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
        // XML names allow no punctuation.
        let marker = marker(1).replace(|c: char| !c.is_ascii_alphanumeric(), "x");
        let body = body.replace("MARKER", &marker);
        for status in [None, Some(400)] {
            let response = Recorded { status, ..Recorded::new(body.clone()) };
            laws::silent_about(None, &response, &marker, place);
            for adapter in registry().iter() {
                laws::silent_about(Some(adapter), &response, &marker, place);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn marker_in_any_body_is_not_shown(body in body(), id in format_id(), detected: bool, status in prop_oneof![Just(200_u16), 400..600_u16], index in 0..8_usize, seed: u64) {
        let marker = marker(seed);
        let adapter: Option<&dyn Adapter> = registry().get(&id).filter(|_| !detected).map(|adapter| adapter as _);
        let random = &mut Random::new(seed);
        let Some(body) = Json::of_body(&body) else { return Ok(()) };
        let Some(body) = with_marker(&body, index, &marker, seed % 2 == 0) else { return Ok(()) };
        let text = match seed % 3 {
            0 => escaped(&body, random),
            1 => extended(&body, random),
            _ => shuffled(&body, random),
        };
        let place = format!("string {index}");
        laws::silent_about(adapter, &Recorded::new(text.clone()).status(status), &marker, &place);
        let broken = Recorded::new(broken(text.as_bytes(), random)).status(status);
        laws::silent_about(adapter, &broken, &marker, &place);
        laws::silent(adapter, &broken);
    }
}
