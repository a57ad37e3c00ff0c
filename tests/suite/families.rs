//! Any selection of the families: its formats decode their examples, and the formats of the others are unknown.
//!
//! A test of the crate `anytoken`, so that it is built with the features that are asked for and no others.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its case fails"
)]

use std::fs;
use std::path::Path;

use anytoken::time::UtcDateTime;
use anytoken::time::format_description::well_known::Rfc3339;
use anytoken::{ErrorKind, Outcome, Response, StoredToken, decode_as, families, registry};
use serde_json::{Value, from_str, to_value};

#[test]
fn families_are_those_of_the_features() {
    let names: Vec<_> = families().iter().map(|family| family.name()).collect();
    let selected = [
        ("anytoken-oauth", cfg!(feature = "oauth")),
        ("anytoken-azure", cfg!(feature = "azure")),
        ("anytoken-google", cfg!(feature = "google")),
        ("anytoken-aws", cfg!(feature = "aws")),
        ("anytoken-cluster", cfg!(feature = "cluster")),
        ("anytoken-asia", cfg!(feature = "asia")),
        ("anytoken-affinidi", cfg!(feature = "affinidi")),
    ];
    let selected: Vec<_> = selected.iter().filter(|(_, is_on)| *is_on).map(|(name, _)| *name).collect();
    assert_eq!(names, selected);
}

#[test]
fn formats_decode_their_examples_and_others_are_unknown() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut decoded = 0;
    for file in fs::read_dir(corpus).expect("the corpus") {
        for line in fs::read_to_string(file.expect("a file").path()).expect("a text").lines() {
            let case: Value = from_str(line).expect("a case");
            let id = case["format"].as_str().expect("a format");
            if registry().get(id).is_some() {
                is_decoded_as_expected(id, &case);
                decoded += 1;
            } else {
                let error = decode_as(id, response(&case)).expect_err("an unknown format");
                assert_eq!(error.kind(), ErrorKind::UnknownFormat, "{id}");
            }
        }
    }
    let formats: usize = families().iter().map(|family| family.adapters().count()).sum();
    assert!(decoded >= formats, "{decoded} examples of {formats} formats");
}

fn is_decoded_as_expected(id: &str, case: &Value) {
    let (outcome, members) = match decode_as(id, response(case)).map(|decoded| decoded.outcome) {
        Ok(Outcome::Token(token)) => ("token", to_value(StoredToken::expose(token)).expect("JSON")),
        Ok(Outcome::ErrorResponse(_)) => ("error", case["expect"].clone()),
        Err(_) => ("invalid", case["expect"].clone()),
    };
    assert_eq!(outcome, case["outcome"], "{}", case["id"]);
    for (name, expected) in case["expect"].as_object().expect("fields") {
        assert_eq!(&members[name], expected, "{}: {name}", case["id"]);
    }
}

fn response(case: &Value) -> Response<'_> {
    let at = case["received_at"].as_str().and_then(|at| UtcDateTime::parse(at, &Rfc3339).ok());
    let body = case["body"].as_str().expect("a body");
    let mut response = Response::new(body.as_bytes(), at.expect("an instant"));
    if let Some(status) = case["status"].as_u64() {
        response = response.with_status(u16::try_from(status).expect("a status"));
    }
    if let Some(content_type) = case["content_type"].as_str() {
        response = response.with_content_type(content_type);
    }
    let headers = case["headers"].as_object().into_iter().flatten();
    response.with_headers(headers.map(|(name, value)| (name.as_str(), value.as_str().unwrap_or_default())))
}
