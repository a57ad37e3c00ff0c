//! Every response of the corpus reads to what it means.

use std::collections::BTreeSet;

use anytoken::{Adapter, Outcome, REGISTRY, Token};
use anytoken_tests::Slots;
use anytoken_tests::corpus::{CORPUS, Case, Meaning, cases};
use anytoken_tests::json::Json;
use anytoken_tests::slots::extras;

use crate::every_case;

#[test]
fn every_case_reads_to_its_expectation() {
    every_case(cases(), |(case, _)| case, |(case, adapter)| reads(case, *adapter));
}

#[test]
fn every_format_has_two_bodies_of_its_own_and_every_file_a_format() {
    let formats: BTreeSet<_> = REGISTRY.iter().map(|adapter| adapter.id().to_owned()).collect();
    let files: BTreeSet<_> = CORPUS.keys().cloned().collect();
    let without_file: Vec<_> = formats.difference(&files).collect();
    let without_format: Vec<_> = files.difference(&formats).collect();
    assert!(without_file.is_empty(), "formats without a file: {without_file:?}");
    assert!(without_format.is_empty(), "files without a format: {without_format:?}");
    for (name, cases) in CORPUS.iter() {
        assert!(cases.len() >= 2, "{name} has fewer than two bodies");
        for case in cases {
            assert_eq!(&case.format, name, "{} stands in another format's file", case.id);
        }
    }
}

#[test]
fn no_two_cases_have_one_id() {
    let mut ids = BTreeSet::new();
    for case in CORPUS.values().flatten() {
        assert!(ids.insert(&case.id), "{} stands twice in the corpus", case.id);
    }
}

#[test]
fn no_two_formats_have_one_id_and_each_names_its_vendor() {
    let mut ids = BTreeSet::new();
    for adapter in REGISTRY.iter() {
        let id = adapter.id();
        assert!(ids.insert(id), "{id} stands twice in the registry");
        let kebab = id.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        assert!(kebab, "{id} is not in kebab-case");
        assert!(!adapter.vendor().trim().is_empty(), "{id} has no vendor");
        assert!(REGISTRY.get(id).is_some_and(|found| found.id() == id), "{id} is not found by its id");
    }
    assert!(REGISTRY.get("no-such-format").is_none());
}

pub(crate) fn reads(case: &Case, adapter: &dyn Adapter) {
    let read = case.response.read(Some(adapter));
    match &case.meaning {
        Meaning::Token { slots, extras: expected, related } => {
            let decoded = read.unwrap_or_else(|error| panic!("not understood: {error}"));
            let Outcome::Granted(token) = &decoded.outcome else { panic!("refused: {:?}", decoded.outcome) };
            assert_eq!(token.format().as_str(), case.format);
            same(&Slots::of(token), slots, "the token");
            let names = |tokens: usize| format!("{tokens} related tokens");
            assert_eq!(names(decoded.related.len()), names(related.len()));
            for (found, expected) in decoded.related.iter().zip(related) {
                same(&Slots::of(found), expected, "a related token");
            }
            let granted = token.credential();
            let access = slots.access_token.as_deref().or(slots.id_token.as_deref());
            assert_eq!(Some(granted.expose()), access.or(slots.refresh_token.as_deref()), "the credential");
            if let Some(expected) = expected {
                let found = extras(token, matches!(expected, Json::Array(_))).settled().to_text();
                assert_eq!(found, expected.clone().settled().to_text(), "the extras");
            }
            same_extras(token);
        }
        Meaning::Error { code, description, uri, remedy } => {
            let decoded = read.unwrap_or_else(|error| panic!("not understood: {error}"));
            let Outcome::Refused(refusal) = &decoded.outcome else {
                panic!("granted: {:?}", decoded.outcome)
            };
            let found = (refusal.code(), refusal.description(), refusal.uri());
            assert_eq!(
                found,
                (code.as_deref(), description.as_deref(), uri.as_deref()),
                "code, description, URI"
            );
            if let Some(remedy) = remedy {
                assert_eq!(refusal.remedy().as_str(), remedy, "the remedy");
            }
            assert_eq!(refusal.status(), case.response.status);
            assert_eq!(refusal.format().as_str(), case.format);
            assert!(decoded.related.is_empty(), "a refusal has no related tokens");
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

/// The bodies of the corpus hold no secret, so that values may be shown here.
fn same(found: &Slots, expected: &Slots, what: &str) {
    let differences = found.differences(expected);
    assert!(
        differences.is_empty(),
        "{what} differs in {differences:?}:\n  type {:?} for {:?}, scopes {:?} for {:?}, resource {:?} for {:?}, client {:?} for {:?}, \
         subject {:?} for {:?},\n  found {:?}\n  for   {:?}",
        found.token_type,
        expected.token_type,
        found.scopes,
        expected.scopes,
        found.resource,
        expected.resource,
        found.client_id,
        expected.client_id,
        found.subject,
        expected.subject,
        found.lifetime,
        expected.lifetime
    );
}

/// `get`, `get_all`, `len` and `iter` tell of the same extras.
fn same_extras(token: &Token) {
    let all = token.extras();
    assert_eq!(all.iter().count(), all.len());
    assert_eq!(all.is_empty(), all.iter().next().is_none());
    for (name, extra) in all.iter() {
        assert!(all.get_all(name).any(|other| other == extra), "{name} is not among all of its name");
        let first = all.iter().find(|(other, _)| *other == name).map(|(_, extra)| extra.as_json());
        assert_eq!(all.get(name).map(|extra| extra.as_json()), first, "{name} is not the first of its name");
    }
}
