//! One corrupt byte gives no other token and no later expiry.

use anytoken::{Decoded, Expiry, Outcome};
use anytoken_tests::Fields;
use anytoken_tests::corpus::cases;
use anytoken_tests::json::Json;

use super::rule::{Says, Unit, says};

/// The members of the three bodies that state a time, with their units.
const TIMES: [(&str, Unit); 6] = [
    ("expires_in", Unit::Seconds),
    ("expires_on", Unit::Epoch),
    ("expires_at", Unit::Epoch),
    ("expired_at", Unit::Epoch),
    ("expires", Unit::BySize),
    ("not_before", Unit::Epoch),
];

/// Replaces every byte of a body by each other byte.
fn every_corruption(body: &[u8]) -> impl Iterator<Item = (usize, Vec<u8>)> {
    (0..body.len()).flat_map(move |at| {
        (0..=u8::MAX).filter(move |byte| *byte != body[at]).map(move |byte| {
            let mut corrupted = body.to_vec();
            corrupted[at] = byte;
            (at, corrupted)
        })
    })
}

fn never_wrong(id: &str) {
    let (case, adapter) = cases().find(|(case, _)| case.id == id).expect("a case of the corpus");
    let whole = case.response.text().and_then(Json::of_body).expect("a tree");
    let end = end_of(case.response.read(Some(adapter)).ok()).expect("a token");
    assert!(matches!(end, Expiry::At(_)), "{id} states no expiry");
    let (at, is_generic) = (case.response.at.unix_timestamp(), case.format == "oauth2");
    let mut read = 0;
    for (place, body) in every_corruption(&case.response.body) {
        let response = case.response.with_body(body);
        let Ok(decoded) = response.read(Some(adapter)) else { continue };
        let what = format!("{id}, byte {place} made {}", response.body[place]);
        let Outcome::Token(token) = &decoded.outcome else { panic!("{what}: an error response") };
        read += 1;
        let tree = response
            .text()
            .and_then(Json::of_body)
            .unwrap_or_else(|| panic!("{what}: decoded, but not a tree"));
        let strings = strings(&tree);
        let tokens: Vec<_> = Fields::of(token).secrets().map(str::to_owned).collect();
        assert!(
            tokens.iter().all(|token| strings.contains(token)),
            "{what}: a token that is not in the bytes"
        );
        let stated: Vec<_> =
            times(&tree, is_generic).into_iter().filter_map(|(text, unit)| says(&text, unit, at)).collect();
        match end_of(Some(decoded)).expect("a token") {
            Expiry::Never => panic!("{what}: never expires"),
            Expiry::Unknown => {}
            Expiry::At(found) => {
                let found = found.unix_timestamp();
                let is_stated =
                    stated.contains(&Says::At(found)) || (stated.contains(&Says::Zero) && found == at);
                assert!(is_stated, "{what}: an expiry that no member states");
                // Only a change in the members of a time may change the expiry.
                let later = end.at().is_some_and(|end| found > end.unix_timestamp());
                assert!(
                    !later || times(&tree, is_generic) != times(&whole, is_generic),
                    "{what}: a later expiry"
                );
            }
        }
    }
    assert!(read > 1_000, "few corrupt bodies decode: {read}");
}

fn end_of(decoded: Option<Decoded>) -> Option<Expiry> {
    Some(decoded?.into_token().ok()?.validity().expires)
}

/// Returns all strings of a tree.
fn strings(tree: &Json) -> Vec<String> {
    tree.leaves().into_keys().filter_map(|(_, value)| value.text().map(str::to_owned)).collect()
}

/// Returns the values of the top-level members that state a time.
///
/// The generic reading knows a name in any spelling.
fn times(tree: &Json, is_generic: bool) -> Vec<(String, Unit)> {
    let Json::Object(members) = tree else { return Vec::new() };
    let letters = |name: &str| name.replace(['_', '-'], "").to_lowercase();
    let of = |(name, value): &(String, Json)| {
        let is_name = |known: &str| known == name || is_generic && letters(known) == letters(name);
        let (_, unit) = TIMES.into_iter().find(|(known, _)| is_name(known))?;
        match value {
            Json::String(text) | Json::Number(text) => Some((text.clone(), unit)),
            _ => None,
        }
    };
    members.iter().filter_map(of).collect()
}

#[test]
fn corrupt_json_numbers_give_no_wrong_expiry() {
    never_wrong("oauth2/json");
}

#[test]
fn corrupt_json_strings_give_no_wrong_expiry() {
    never_wrong("entra-v1/client-credentials-strings");
}

#[test]
fn corrupt_form_gives_no_wrong_expiry() {
    never_wrong("oauth2/form");
}
