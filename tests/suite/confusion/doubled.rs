//! A duplicate of a member that is decoded is an error, in any spelling of the second one.

use std::cell::{Cell, RefCell};

use anytoken::{Adapter, ErrorKind, Outcome, Token};
use anytoken_tests::corpus::granted;
use anytoken_tests::json::Json;
use anytoken_tests::laws::{KEYED, WHOLE};
use anytoken_tests::mutation::RESERVED;
use anytoken_tests::{Fields, Recorded};

use super::edited;
use crate::every_case;

fn token(response: &Recorded, adapter: &dyn Adapter) -> Result<Token, Option<ErrorKind>> {
    match response.read(Some(adapter)) {
        Ok(decoded) => match decoded.outcome {
            Outcome::Token(token) => Ok(token),
            Outcome::ErrorResponse(_) => Err(None),
        },
        Err(error) => Err(Some(error.kind())),
    }
}

/// Spells a name in escapes, as raw JSON.
fn escaped(name: &str) -> String {
    name.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect()
}

/// A placeholder for an escaped name until the tree is text.
const PLACEHOLDER: &str = "x_anytoken_doubled";

#[test]
fn duplicate_member_is_an_error() {
    let read = Cell::new(0);
    every_case(
        granted().filter(|(case, _)| case.format != WHOLE),
        |(case, _)| case,
        |(case, adapter)| {
            let Some(text) = case.response.text().filter(|text| text.trim_start().starts_with(['{', '[']))
            else {
                return;
            };
            let (Some(tree), Ok(whole)) = (Json::of_body(text), token(&case.response, *adapter)) else {
                return;
            };
            let fields = Fields::of(&whole);
            for index in 0.. {
                let rename = |members: &mut Vec<(String, Json)>, at: usize| {
                    members[at].0 = format!("{RESERVED}{index}")
                };
                let Some(without) = edited(&tree, index, &rename) else { break };
                let without = token(&case.response.with_body(without.to_text()), *adapter);
                let decides = without.map_or(true, |token| Fields::of(&token) != fields);
                for before in [true, false] {
                    let name = RefCell::new(String::new());
                    let double = |members: &mut Vec<(String, Json)>, at: usize| {
                        *name.borrow_mut() = members[at].0.clone();
                        let other = match &members[at].1 {
                            Json::String(text) => Json::String(format!("{text}EXAMPLE")),
                            value => value.clone(),
                        };
                        members
                            .insert(if before { 0 } else { members.len() }, (PLACEHOLDER.to_owned(), other));
                    };
                    let doubled = edited(&tree, index, &double).expect("it was there").to_text();
                    let doubled = doubled.replace(PLACEHOLDER, &escaped(&name.borrow()));
                    let name = name.borrow();
                    match token(&case.response.with_body(doubled), *adapter) {
                        // A path through the only member of an object leads nowhere if there are two.
                        Err(Some(ErrorKind::Missing)) if KEYED.contains(&adapter.id()) => {}
                        Err(kind) => {
                            assert_eq!(kind, Some(ErrorKind::Duplicate), "{name} is an error of another kind")
                        }
                        Ok(_) if decides => panic!("{name} is decoded in spite of a duplicate"),
                        Ok(token) => {
                            assert!(Fields::of(&token) == fields, "{name} is unused but changes a field")
                        }
                    }
                    read.set(read.get() + usize::from(decides));
                }
            }
        },
    );
    assert!(read.get() > 1_000, "few duplicates are errors: {}", read.get());
}

#[test]
fn duplicate_form_pair_is_an_error() {
    for (name, value) in
        [("access_token", "EXAMPLE"), ("token_type", "mac"), ("expires_in", "7200"), ("scope", "admin")]
    {
        for second in [
            name.to_owned(),
            name.bytes().map(|byte| format!("%{byte:02x}")).collect(),
            name.bytes().map(|byte| format!("%{byte:02X}")).collect(),
            name.replace('e', "%65"),
            name.replace('_', "%5F"),
        ] {
            let form = "access_token=EXAMPLE&token_type=bearer&expires_in=3600&scope=read";
            for body in [
                format!("{form}&{second}={value}"),
                format!("{second}={value}&{form}"),
                format!("{form}&&{second}={value}&"),
            ] {
                let kind = Recorded::new(body.clone()).read(None).map(|_| ()).map_err(|error| error.kind());
                assert_eq!(kind, Err(ErrorKind::Duplicate), "{body}");
            }
        }
    }
}

#[test]
fn repeated_xml_element_is_a_list_and_a_duplicate_elsewhere() {
    for second in ["<access_token>a</access_token>", "<x:access_token>a</x:access_token>", "<access_token/>"]
    {
        for (between, expected) in [("", ErrorKind::Invalid), ("<a/>", ErrorKind::Duplicate)] {
            let body = format!("<o><access_token>EXAMPLE</access_token>{between}{second}</o>");
            let kind = Recorded::new(body.clone()).read(None).map(|_| ()).map_err(|error| error.kind());
            assert_eq!(kind, Err(expected), "{body}");
        }
    }
}
