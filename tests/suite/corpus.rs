//! Every response of the corpus decodes to its meaning.

use std::collections::BTreeSet;

use anytoken::{Adapter, Evidence, Field, Outcome, Token, registry};
use anytoken_tests::Fields;
use anytoken_tests::corpus::{CORPUS, Case, Meaning, cases};
use anytoken_tests::fields::extras;
use anytoken_tests::json::Json;

use crate::every_case;

#[test]
fn every_case_decodes_as_expected() {
    every_case(cases(), |(case, _)| case, |(case, adapter)| reads(case, *adapter));
}

#[test]
fn every_format_has_two_cases_and_every_file_a_format() {
    let formats: BTreeSet<_> = registry().iter().map(|adapter| adapter.id().to_owned()).collect();
    let files: BTreeSet<_> = CORPUS.keys().cloned().collect();
    let without_file: Vec<_> = formats.difference(&files).collect();
    let without_format: Vec<_> = files.difference(&formats).collect();
    assert!(without_file.is_empty(), "formats without a file: {without_file:?}");
    assert!(without_format.is_empty(), "files without a format: {without_format:?}");
    for (name, cases) in CORPUS.iter() {
        assert!(cases.len() >= 2, "{name} has fewer than two bodies");
        for case in cases {
            assert_eq!(&case.format, name, "{} is in another format's file", case.id);
        }
    }
}

#[test]
fn case_ids_are_unique() {
    let mut ids = BTreeSet::new();
    for case in CORPUS.values().flatten() {
        assert!(ids.insert(&case.id), "{} is twice in the corpus", case.id);
    }
}

#[test]
fn recorded_formats_have_recorded_responses_and_no_others_have_any() {
    let mut wrong = Vec::new();
    for adapter in registry().iter() {
        let cases = CORPUS.get(adapter.id()).map(Vec::as_slice).unwrap_or_default();
        let mut recorded = cases.iter().filter(|case| case.recorded.is_some()).peekable();
        let is_right = match adapter.evidence() {
            // The evidence is that of the tokens: an error response alone does not make it.
            Evidence::Recorded => recorded.any(|case| !matches!(case.meaning, Meaning::Error { .. })),
            _ => recorded.peek().is_none(),
        };
        if !is_right {
            wrong.push(adapter.id());
        }
    }
    assert!(wrong.is_empty(), "the evidence and the corpus disagree: {wrong:?}");
}

#[test]
fn format_ids_are_unique_and_name_a_vendor() {
    let mut ids = BTreeSet::new();
    for adapter in registry().iter() {
        let id = adapter.id();
        assert!(ids.insert(id), "{id} is twice in the registry");
        let kebab = id.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        assert!(kebab, "{id} is not in kebab-case");
        assert!(!adapter.vendor().trim().is_empty(), "{id} has no vendor");
        assert!(registry().get(id).is_some_and(|found| found.id() == id), "{id} is not found by its id");
    }
    assert!(registry().get("no-such-format").is_none());
}

pub(crate) fn reads(case: &Case, adapter: &dyn Adapter) {
    let read = case.response.read(Some(adapter));
    match &case.meaning {
        Meaning::Token { fields, extras: expected, related } => {
            let decoded = read.unwrap_or_else(|error| panic!("not understood: {error}"));
            let Outcome::Token(token) = &decoded.outcome else {
                panic!("an error response: {:?}", decoded.outcome)
            };
            assert_eq!(token.format().as_str(), case.format);
            same(&Fields::of(token), fields, "the token");
            let names = |tokens: usize| format!("{tokens} related tokens");
            assert_eq!(names(decoded.related.len()), names(related.len()));
            for (found, expected) in decoded.related.iter().zip(related) {
                same(&Fields::of(found), expected, "a related token");
            }
            let credential = token.credential();
            let access = fields.text(Field::AccessToken).or(fields.text(Field::IdToken));
            assert_eq!(
                Some(credential.expose()),
                access.or(fields.text(Field::RefreshToken)),
                "the credential"
            );
            if let Some(expected) = expected {
                let found = extras(token, matches!(expected, Json::Array(_))).settled().to_text();
                assert_eq!(found, expected.clone().settled().to_text(), "the extras");
            }
            same_extras(token);
        }
        Meaning::Error { code, description, uri, remedy } => {
            let decoded = read.unwrap_or_else(|error| panic!("not understood: {error}"));
            let Outcome::ErrorResponse(error_response) = &decoded.outcome else {
                panic!("a token: {:?}", decoded.outcome)
            };
            let found = (error_response.code(), error_response.description(), error_response.uri());
            assert_eq!(
                found,
                (code.as_deref(), description.as_deref(), uri.as_deref()),
                "code, description, URI"
            );
            if let Some(remedy) = remedy {
                assert_eq!(error_response.remedy().as_str(), remedy, "the remedy");
            }
            assert_eq!(error_response.status(), case.response.status);
            assert_eq!(error_response.format().as_str(), case.format);
            assert!(decoded.related.is_empty(), "an error response has no related tokens");
        }
        Meaning::Invalid { kind, field } => {
            let error = match read {
                Err(error) => error,
                Ok(decoded) => panic!("understood: {:?}", decoded.outcome),
            };
            assert_eq!(error.kind().as_str(), kind, "the kind ({error})");
            if field.is_some() {
                assert_eq!(error.field(), field.as_deref(), "the field ({error})");
            }
        }
    }
}

/// Compares values, and may show them: the corpus holds no secret.
fn same(found: &Fields, expected: &Fields, what: &str) {
    let differences = found.differences(expected);
    assert!(
        differences.is_empty(),
        "{what} differs; found\n{}for\n{}",
        found.print(&differences),
        expected.print(&differences)
    );
}

/// Checks that `get`, `get_all`, `len` and `iter` agree on the extras.
fn same_extras(token: &Token) {
    let all = token.extras();
    assert_eq!(all.iter().count(), all.len());
    assert_eq!(all.is_empty(), all.iter().next().is_none());
    for (name, extra) in all.iter() {
        assert!(all.get_all(name).any(|other| other == extra), "{name} is not among all of its name");
        let first = all.iter().find(|(other, _)| *other == name).map(|(_, extra)| extra.expose_json());
        assert_eq!(
            all.get(name).map(|extra| extra.expose_json()),
            first,
            "{name} is not the first of its name"
        );
    }
}
