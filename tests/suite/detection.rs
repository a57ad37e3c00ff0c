//! The format of a response is detected by its own member names, or not at all.

use std::collections::BTreeMap;

use anytoken::{Decoded, ErrorKind, Expiry, Field, FieldKind, Note, NoteKind, Outcome, registry};
use anytoken_tests::corpus::{cases, granted};
use anytoken_tests::json::Json;
use anytoken_tests::{Fields, Recorded};

use crate::{every, every_case};

/// Bodies whose expiry is `Unknown` without the name of their format.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("azure-imds/expires-on-dashes-without-zone-is-utc", "only the format knows that the zone is UTC"),
    ("azure-imds/expires-on-slashes-without-zone-is-utc", "only the format knows that the zone is UTC"),
    ("entra-v2/expires-on-dashes", "only the format knows that the zone is UTC"),
    ("entra-v2/expires-on-slashes", "only the format knows that the zone is UTC"),
    ("github/app-that-opted-out-of-expiry", "only the format knows that an absent lifetime means never"),
    ("github/form-by-default", "only the format knows that an absent lifetime means never"),
    ("github/form-labelled-json", "only the format knows that an absent lifetime means never"),
    ("github/json", "only the format knows that an absent lifetime means never"),
    ("github/scope-with-blanks", "only the format knows that an absent lifetime means never"),
    ("github/xml", "only the format knows that an absent lifetime means never"),
];

#[test]
fn signatures_are_unique() {
    let mut claimed = BTreeMap::new();
    for adapter in registry().iter() {
        // Detection searches for the first name of a signature of two.
        for signature in adapter.signature().iter().filter_map(|signature| signature.split('+').next()) {
            let other = claimed.insert(signature, adapter.id());
            assert_eq!(other, None, "{signature} is claimed by {} as well", adapter.id());
        }
    }
}

#[test]
fn signature_detects_its_format() {
    for adapter in registry().iter() {
        for signature in adapter.signature() {
            for body in
                [with_signature(signature, &|name| name.to_owned()), with_signature(signature, &escaped)]
            {
                assert_eq!(detected(body), adapter.id(), "by {signature}");
            }
        }
    }
}

/// Returns the format that a body is decoded as, whether or not it is understood.
fn detected(body: String) -> String {
    match Recorded::new(body).read(None) {
        Ok(Decoded { outcome: Outcome::Token(token), .. }) => token.format().as_str().to_owned(),
        Ok(Decoded { outcome: Outcome::ErrorResponse(error_response), .. }) => {
            error_response.format().as_str().to_owned()
        }
        Err(error) => error.format().map_or_else(String::new, |format| format.as_str().to_owned()),
    }
}

/// Returns a body with the names of a signature.
fn with_signature(signature: &str, name: &dyn Fn(&str) -> String) -> String {
    let members: Vec<_> =
        signature.split('+').map(|part| format!("\"{}\":\"EXAMPLE\"", name(part))).collect();
    format!("{{{}}}", members.join(","))
}

#[test]
fn half_a_signature_detects_nothing() {
    let halves =
        registry().iter().flat_map(|adapter| adapter.signature()).filter(|signature| signature.contains('+'));
    for half in halves.flat_map(|signature| signature.split('+')) {
        let body = format!("{{\"access_token\":\"EXAMPLE\",\"{half}\":\"EXAMPLE\",\"{half}\":\"EXAMPLE\"}}");
        assert_eq!(detected(body), "oauth2", "{half}");
    }
}

fn escaped(name: &str) -> String {
    name.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect()
}

#[test]
fn signatures_of_two_formats_are_ambiguous() {
    let with_signature: Vec<_> =
        registry().iter().filter_map(|adapter| adapter.signature().first()).collect();
    for (index, one) in with_signature.iter().enumerate() {
        for other in with_signature.iter().skip(index + 1) {
            let (one_too, other_too) = (one.replace('+', "\":1,\""), other.replace('+', "\":1,\""));
            let body = format!("{{\"{one_too}\":1,\"access_token\":\"EXAMPLE\",\"{other_too}\":1}}");
            let error = Recorded::new(body).read(None).map(|_| ()).expect_err("two signatures are ambiguous");
            assert_eq!(error.kind(), ErrorKind::Ambiguous, "{one} and {other}");
        }
    }
}

#[test]
fn corpus_has_each_signature_in_its_format_only() {
    let tops: Vec<_> =
        cases().filter_map(|(case, _)| Some((&case.format, Json::of_body(case.response.text()?)?))).collect();
    let signatures = registry()
        .iter()
        .flat_map(|adapter| adapter.signature().iter().map(move |signature| (adapter, *signature)));
    every(
        signatures,
        |(adapter, signature)| format!("{signature} of {}", adapter.id()),
        |(adapter, signature)| {
            let has = |body: &Json| signature.split('+').all(|name| body.get(name).is_some());
            let seen = tops.iter().any(|(format, body)| *format == adapter.id() && has(body));
            assert!(seen, "no body of the corpus has it");
            let foreign = tops.iter().find(|(format, body)| *format != adapter.id() && has(body));
            assert_eq!(foreign.map(|(format, _)| format.as_str()), None, "another format has it as well");
        },
    );
}

#[test]
fn detection_is_right_or_an_error() {
    let excepted = |id: &str| EXCEPTIONS.iter().any(|(excepted, _)| *excepted == id);
    let decidable = granted().filter(|(case, _)| !case.undecidable);
    every_case(
        decidable,
        |(case, _)| case,
        |(case, _)| {
            let Ok(decoded) = case.response.read(None) else { return };
            let says_so = |note: &Note| matches!(note.kind, NoteKind::UnreadEnd | NoteKind::UnitUnknown);
            let is_noted = decoded.notes.iter().any(says_so);
            let Outcome::Token(token) = decoded.outcome else {
                panic!("a token is taken for an error response")
            };
            let (found, expected) = (Fields::of(&token), case.fields());
            let differences = found.differences(expected);
            let is_other = |field: &Field| {
                // A token in an object of its own may be left to the format, beside one that is assumed.
                let is_left = token.is_assumed() && found.text(*field).is_none();
                field.kind() == FieldKind::Secret && !is_left
            };
            let of_secrets = differences.iter().any(is_other);
            assert!(!of_secrets, "{} gives other tokens", token.format());
            // Without its format an expiry may be lost, and the token then says that it is assumed, or the notes say it.
            let is_lost = found.expires() == Expiry::Unknown && (is_noted || token.is_assumed());
            let end = if excepted(&case.id) { Expiry::Unknown } else { expected.expires() };
            assert!(is_lost || found.expires() == end, "{} gives another expiry", token.format());
        },
    );
}

#[test]
fn exceptions_are_in_the_corpus() {
    for (id, _) in EXCEPTIONS {
        assert!(granted().any(|(case, _)| case.id == *id), "{id} is not in the corpus");
    }
}

#[test]
fn body_without_signature_is_oauth2() {
    let token = anytoken::decode(Recorded::new("{\"access_token\":\"EXAMPLE\"}").response());
    let token = token.ok().and_then(|decoded| decoded.into_token().ok()).expect("a token");
    assert_eq!(token.format().as_str(), "oauth2");
}

#[test]
fn alias_finds_its_format() {
    for (alias, id) in [("token-alone", "bare-token"), ("jupyterhub-token", "jupyterhub")] {
        assert_eq!(registry().get(alias).map(|adapter| adapter.id()), Some(id));
    }
}

#[test]
fn alias_is_no_other_id() {
    for adapter in registry() {
        for alias in adapter.aliases() {
            assert_eq!(registry().get(alias).map(|found| found.id()), Some(adapter.id()), "{alias}");
            assert!(registry().iter().all(|other| other.id() != *alias), "{alias}");
        }
    }
}
