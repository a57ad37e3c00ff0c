//! The format of a response is known by its own names, or not at all.

use std::collections::BTreeMap;

use anytoken::{Decoded, ErrorKind, Expiry, Outcome, REGISTRY};
use anytoken_tests::corpus::{cases, granted};
use anytoken_tests::json::Json;
use anytoken_tests::{Response, Slots};

use crate::{every, every_case};

/// Bodies that lose their end without their format's name. The end is `Unstated` then, never another one.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("azure-imds/expires-on-dashes-without-zone-is-utc", "that the zone is UTC is the format's word"),
    ("azure-imds/expires-on-slashes-without-zone-is-utc", "that the zone is UTC is the format's word"),
    ("entra-v2/expires-on-dashes", "that the zone is UTC is the format's word"),
    ("entra-v2/expires-on-slashes", "that the zone is UTC is the format's word"),
    ("github/app-that-opted-out-of-expiry", "that silence means no end is the format's word"),
    ("github/form-by-default", "that silence means no end is the format's word"),
    ("github/form-labelled-json", "that silence means no end is the format's word"),
    ("github/json", "that silence means no end is the format's word"),
    ("github/scope-with-blanks", "that silence means no end is the format's word"),
    ("github/xml", "that silence means no end is the format's word"),
];

#[test]
fn no_mark_is_claimed_twice() {
    let mut claimed = BTreeMap::new();
    for adapter in REGISTRY.iter() {
        // Of two names that mark together the first is looked for.
        for mark in adapter.marks().iter().filter_map(|mark| mark.split('+').next()) {
            let other = claimed.insert(mark, adapter.id());
            assert_eq!(other, None, "{mark} is claimed by {} as well", adapter.id());
        }
    }
}

#[test]
fn a_mark_leads_to_its_format() {
    for adapter in REGISTRY.iter() {
        for mark in adapter.marks() {
            for body in [marked(mark, &|name| name.to_owned()), marked(mark, &escaped)] {
                let found = match Response::new(body).read(None) {
                    Ok(Decoded { outcome: Outcome::Granted(token), .. }) => {
                        token.format().as_str().to_owned()
                    }
                    Ok(Decoded { outcome: Outcome::Refused(refusal), .. }) => {
                        refusal.format().as_str().to_owned()
                    }
                    Err(error) => {
                        error.format().map_or_else(String::new, |format| format.as_str().to_owned())
                    }
                };
                assert_eq!(found, adapter.id(), "by {mark}");
            }
        }
    }
}

/// A body with the names of a mark.
fn marked(mark: &str, name: &dyn Fn(&str) -> String) -> String {
    let members: Vec<_> = mark.split('+').map(|part| format!("\"{}\":\"EXAMPLE\"", name(part))).collect();
    format!("{{{}}}", members.join(","))
}

#[test]
fn half_a_mark_marks_nothing() {
    let halves = REGISTRY.iter().flat_map(|adapter| adapter.marks()).filter(|mark| mark.contains('+'));
    for half in halves.flat_map(|mark| mark.split('+')) {
        let body = format!("{{\"access_token\":\"EXAMPLE\",\"{half}\":\"EXAMPLE\",\"{half}\":\"EXAMPLE\"}}");
        let token = Response::new(body).read(None).ok().and_then(|decoded| decoded.into_token().ok());
        assert_eq!(
            token.map(|token| token.format().as_str().to_owned()).as_deref(),
            Some("oauth2"),
            "{half}"
        );
    }
}

fn escaped(name: &str) -> String {
    name.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect()
}

#[test]
fn marks_of_two_formats_are_ambiguous() {
    let marked: Vec<_> = REGISTRY.iter().filter_map(|adapter| adapter.marks().first()).collect();
    for (index, one) in marked.iter().enumerate() {
        for other in marked.iter().skip(index + 1) {
            let (one_too, other_too) = (one.replace('+', "\":1,\""), other.replace('+', "\":1,\""));
            let body = format!("{{\"{one_too}\":1,\"access_token\":\"EXAMPLE\",\"{other_too}\":1}}");
            let error = Response::new(body).read(None).map(|_| ()).expect_err("two marks tell nothing");
            assert_eq!(error.kind(), ErrorKind::Ambiguous, "{one} and {other}");
        }
    }
}

#[test]
fn a_mark_stands_in_a_body_of_its_format() {
    let tops: Vec<_> =
        cases().filter_map(|(case, _)| Some((&case.format, Json::of_body(case.response.text()?)?))).collect();
    let marks = REGISTRY.iter().flat_map(|adapter| adapter.marks().iter().map(move |mark| (adapter, *mark)));
    every(
        marks,
        |(adapter, mark)| format!("{mark} of {}", adapter.id()),
        |(adapter, mark)| {
            let has = |body: &Json| mark.split('+').all(|name| body.get(name).is_some());
            let seen = tops.iter().any(|(format, body)| *format == adapter.id() && has(body));
            assert!(seen, "no body of the corpus has it");
            let foreign = tops.iter().find(|(format, body)| *format != adapter.id() && has(body));
            assert_eq!(foreign.map(|(format, _)| format.as_str()), None, "another format has it as well");
        },
    );
}

#[test]
fn a_body_without_its_formats_name_is_read_rightly_or_not_at_all() {
    let excepted = |id: &str| EXCEPTIONS.iter().any(|(excepted, _)| *excepted == id);
    let decidable = granted().filter(|(case, _)| !case.undecidable);
    every_case(
        decidable,
        |(case, _)| case,
        |(case, _)| {
            let Ok(decoded) = case.response.read(None) else { return };
            let Outcome::Granted(token) = decoded.outcome else { panic!("a token is taken for a refusal") };
            let (found, expected) = (Slots::of(&token), case.slots());
            let secrets = (&found.access_token, &found.refresh_token, &found.id_token)
                == (&expected.access_token, &expected.refresh_token, &expected.id_token);
            assert!(secrets, "{} gives other tokens", token.format());
            let end = if excepted(&case.id) { Expiry::Unstated } else { expected.lifetime.expires };
            assert_eq!(found.lifetime.expires, end, "{} gives another end", token.format());
        },
    );
}

#[test]
fn every_exception_is_one() {
    for (id, _) in EXCEPTIONS {
        assert!(granted().any(|(case, _)| case.id == *id), "{id} is not in the corpus");
    }
}

#[test]
fn a_body_without_a_mark_is_oauth2() {
    let token = anytoken::decode(Response::new("{\"access_token\":\"EXAMPLE\"}").received());
    let token = token.ok().and_then(|decoded| decoded.into_token().ok()).expect("a token");
    assert_eq!(token.format().as_str(), "oauth2");
}
