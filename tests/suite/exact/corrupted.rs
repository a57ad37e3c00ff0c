//! One wrong byte makes no other token and no later end.

use anytoken::{Decoded, Expiry, Outcome};
use anytoken_tests::Slots;
use anytoken_tests::corpus::cases;
use anytoken_tests::json::Json;

use super::rule::{Says, Unit, says};

/// What members of this name state, wherever the three bodies have them.
const TIMES: [(&str, Unit); 8] = [
    ("expires_in", Unit::Seconds),
    ("expiresIn", Unit::Seconds),
    ("expires_on", Unit::Epoch),
    ("expires_at", Unit::Epoch),
    ("expiresOn", Unit::Epoch),
    ("expiresAt", Unit::Epoch),
    ("expires", Unit::BySize),
    ("not_before", Unit::Epoch),
];

/// Every byte of a body, made each other byte.
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
    assert!(matches!(end, Expiry::At(_)), "{id} states an end");
    let at = case.response.at.unix_timestamp();
    let mut read = 0;
    for (place, body) in every_corruption(&case.response.body) {
        let response = case.response.with_body(body);
        let Ok(decoded) = response.read(Some(adapter)) else { continue };
        let what = format!("{id}, byte {place} made {}", response.body[place]);
        let Outcome::Granted(token) = &decoded.outcome else { panic!("{what}: a refusal") };
        read += 1;
        let tree =
            response.text().and_then(Json::of_body).unwrap_or_else(|| panic!("{what}: read, and no tree"));
        let strings = strings(&tree);
        let tokens: Vec<_> = Slots::of(token).secrets().map(str::to_owned).collect();
        assert!(
            tokens.iter().all(|token| strings.contains(token)),
            "{what}: a token that is not in the bytes"
        );
        let stated: Vec<_> =
            times(&tree).into_iter().filter_map(|(text, unit)| says(&text, unit, at)).collect();
        match end_of(Some(decoded)).expect("a token") {
            Expiry::Never => panic!("{what}: no end at all"),
            Expiry::Unstated => {}
            Expiry::At(found) => {
                let found = found.unix_timestamp();
                let is_stated =
                    stated.contains(&Says::At(found)) || (stated.contains(&Says::Zero) && found == at);
                assert!(is_stated, "{what}: an end that no member states");
                // Later is only what the members of a time say otherwise than before.
                let later = end.at().is_some_and(|end| found > end.unix_timestamp());
                assert!(!later || times(&tree) != times(&whole), "{what}: a later end");
            }
        }
    }
    assert!(read > 1_000, "many are read all the same: {read}");
}

fn end_of(decoded: Option<Decoded>) -> Option<Expiry> {
    Some(decoded?.into_token().ok()?.lifetime().expires)
}

/// All strings of a tree.
fn strings(tree: &Json) -> Vec<String> {
    tree.leaves().into_keys().filter_map(|(_, value)| value.text().map(str::to_owned)).collect()
}

/// The texts of the members of the top level that state a time.
fn times(tree: &Json) -> Vec<(String, Unit)> {
    let of = |(name, unit): (&str, Unit)| match tree.get(name)? {
        Json::String(text) | Json::Number(text) => Some((text.clone(), unit)),
        _ => None,
    };
    TIMES.into_iter().filter_map(of).collect()
}

#[test]
fn no_wrong_byte_of_json_with_numbers_is_a_wrong_answer() {
    never_wrong("oauth2/json");
}

#[test]
fn no_wrong_byte_of_json_with_strings_is_a_wrong_answer() {
    never_wrong("entra-v1/client-credentials-strings");
}

#[test]
fn no_wrong_byte_of_a_form_is_a_wrong_answer() {
    never_wrong("oauth2/form");
}
