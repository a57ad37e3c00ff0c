//! The JSON Schemas describe what the library and the command line print, and the corpus for other clients.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::Cursor;

use anytoken::guide::canonical::SCHEMA;
use anytoken::{Outcome, Token, registry};
use anytoken_cli::Streams;
use anytoken_tests::corpus::CORPUS;
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;
use xtask::conformance::{Options, cases, write_requests};

/// Compiles a schema, or the part of it at a place.
fn compiled(schemas: &mut Schemas, schema: &str, place: &str) -> SchemaIndex {
    let schema = serde_json::from_str(schema).expect("the schema is JSON");
    let mut compiler = Compiler::new();
    compiler.add_resource("schema.json", schema).expect("the schema is a resource");
    compiler.compile(&format!("schema.json{place}"), schemas).expect("the schema is valid")
}

#[test]
fn every_token_is_as_the_schema_says() {
    let mut schemas = Schemas::new();
    let schema = compiled(&mut schemas, SCHEMA, "");
    let mut count = 0;
    for case in CORPUS.values().flatten() {
        let Ok(decoded) = case.response.read(registry().get(&case.format)) else { continue };
        let Outcome::Token(token) = decoded.outcome else { continue };
        for token in std::iter::once(&token).chain(&decoded.related) {
            for view in [Token::exposed, Token::redacted] {
                let json = serde_json::to_value(view(token)).expect("a token is JSON");
                let valid = schemas.validate(&json, schema);
                assert!(valid.is_ok(), "{}: {}", case.id, valid.unwrap_err());
                count += 1;
            }
        }
    }
    assert!(count > 1000, "{count} tokens");
}

#[test]
fn every_line_of_normalize_is_as_the_schema_says() {
    let mut schemas = Schemas::new();
    let schema = compiled(&mut schemas, SCHEMA, "#/$defs/answer");
    let mut requests = Vec::new();
    write_requests(&mut requests, &cases(), Options::default()).expect("a vector takes everything");
    requests.extend(b"not an envelope\n");
    let (mut answers, mut errors) = (Vec::new(), Vec::new());
    let streams = Streams {
        stdin: Box::new(Cursor::new(requests)),
        stdout: &mut answers,
        stderr: &mut errors,
        terminals: [false; 3],
        modified: None,
    };
    anytoken_cli::run(["anytoken", "normalize", "--batch"].map(OsString::from), streams);
    let mut outcomes = BTreeSet::new();
    for line in answers.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let answer: Value = serde_json::from_slice(line).expect("an answer is JSON");
        let valid = schemas.validate(&answer, schema);
        assert!(valid.is_ok(), "{answer}: {}", valid.unwrap_err());
        outcomes.insert(answer["outcome"].to_string());
    }
    assert_eq!(outcomes.len(), 3, "{outcomes:?}");
}

#[test]
fn every_case_is_as_the_schema_says() {
    let mut schemas = Schemas::new();
    let schema = compiled(&mut schemas, include_str!("../../../tests/conformance/schema.json"), "");
    for case in cases() {
        let line = serde_json::to_value(&case).expect("a case is JSON");
        let valid = schemas.validate(&line, schema);
        assert!(valid.is_ok(), "{}: {}", case.id, valid.unwrap_err());
    }
}
