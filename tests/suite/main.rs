//! The test suite: every format, on the corpus and on random input.

mod built;
mod confusion;
mod corpus;
mod described;
mod detection;
mod encoded;
mod entities;
mod error_responses;
mod errors;
mod exact;
mod examples_in_docs;
mod expiries;
mod first_contact_tokens;
mod foreign;
mod fuzz_replay;
mod guide;
mod laws;
mod limits;
mod members;
mod packages;
mod readme;
mod rooms;
mod scanner;
mod shape;
mod silence;
mod sources;
mod stored;
mod wire;
mod words;

use std::panic::{AssertUnwindSafe, catch_unwind};

use anytoken::{Adapter, Encoded, Token, registry};
use anytoken_tests::corpus::Case;
use time::UtcDateTime;

/// Tries every item, and fails with every failure on a line, so that one defect does not hide the next.
fn every<T>(items: impl IntoIterator<Item = T>, name: impl Fn(&T) -> String, test: impl Fn(&T)) {
    try_all(items, |item, panic| format!("{}: {panic}", name(item)), test);
}

/// Tries every case. The corpus holds no secret, so a failure shows the body and its encoding.
fn every_case<T>(items: impl IntoIterator<Item = T>, case: impl Fn(&T) -> &Case, test: impl Fn(&T)) {
    let failure = |item: &T, panic: &str| {
        let Case { id, format, response, .. } = case(item);
        let adapter = registry().get(format);
        let token = adapter.and_then(|own| response.read(Some(own)).ok()?.into_token().ok());
        let encoded = adapter.zip(token).map(|(own, token)| shown(own, &token, response.at));
        let encoded = encoded.map_or_else(String::new, |encoded| format!("\n  encoded: {encoded}"));
        format!("{id}: {panic}\n  its body: {}{encoded}", response.text().unwrap_or("not UTF-8"))
    };
    try_all(items, failure, test);
}

/// Encodes a token of the corpus, for a failure.
fn shown(adapter: &dyn Adapter, token: &Token, at: UtcDateTime) -> String {
    let Encoded { body, dropped, .. } = match adapter.encode(token, at) {
        Ok(encoded) => encoded,
        Err(error) => return error.to_string(),
    };
    let dropped = if dropped.is_empty() { String::new() } else { format!(", without {dropped:?}") };
    format!("{}{dropped}", body.expose())
}

fn try_all<T>(items: impl IntoIterator<Item = T>, failure: impl Fn(&T, &str) -> String, test: impl Fn(&T)) {
    let mut failed = Vec::new();
    let mut tried = 0;
    for item in items {
        tried += 1;
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| test(&item))) {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic");
            failed.push(failure(&item, text));
        }
    }
    assert!(tried > 0, "nothing to try");
    assert!(failed.is_empty(), "{} of {tried} failed:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn failed_case_is_shown_with_its_encoding() {
    let github = Case::find("github/form-by-default");
    let failed = catch_unwind(AssertUnwindSafe(|| {
        every_case([github], |(case, _)| case, |_| panic!("round-trip (settled): github forgets"));
    }));
    let text = failed.expect_err("a panic").downcast::<String>().expect("a text");
    assert_eq!(
        *text,
        "1 of 1 failed:\n\
         github/form-by-default: round-trip (settled): github forgets\n  \
           its body: access_token=EXAMPLE-USER-0001&scope=repo%2Cuser%3Aemail&token_type=bearer\n  \
           encoded: {\"access_token\":\"EXAMPLE-USER-0001\",\"token_type\":\"bearer\",\"scope\":\"repo,user:email\"}"
    );
}
