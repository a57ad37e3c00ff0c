//! A member that is read and stands twice is an error, however the second one is written.

use std::cell::{Cell, RefCell};

use anytoken::{Adapter, ErrorKind, Outcome, Token};
use anytoken_tests::corpus::granted;
use anytoken_tests::json::Json;
use anytoken_tests::laws::WHOLE;
use anytoken_tests::mutation::RESERVED;
use anytoken_tests::{Response, Slots};

use super::edited;
use crate::every_case;

fn token(response: &Response, adapter: &dyn Adapter) -> Result<Token, Option<ErrorKind>> {
    match response.read(Some(adapter)) {
        Ok(decoded) => match decoded.outcome {
            Outcome::Granted(token) => Ok(token),
            Outcome::Refused(_) => Err(None),
        },
        Err(error) => Err(Some(error.kind())),
    }
}

/// A name of nothing but escapes, to stand in JSON as it is.
fn escaped(name: &str) -> String {
    name.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect()
}

/// A mark that stands for an escaped name until the tree is text.
const MARK: &str = "x_anytoken_doubled";

#[test]
fn a_member_that_is_read_is_not_read_twice() {
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
            let slots = Slots::of(&whole);
            for index in 0.. {
                let rename = |members: &mut Vec<(String, Json)>, at: usize| {
                    members[at].0 = format!("{RESERVED}{index}")
                };
                let Some(without) = edited(&tree, index, &rename) else { break };
                let without = token(&case.response.with_body(without.to_text()), *adapter);
                let decides = without.map_or(true, |token| Slots::of(&token) != slots);
                for before in [true, false] {
                    let name = RefCell::new(String::new());
                    let double = |members: &mut Vec<(String, Json)>, at: usize| {
                        *name.borrow_mut() = members[at].0.clone();
                        let other = match &members[at].1 {
                            Json::String(text) => Json::String(format!("{text}EXAMPLE")),
                            value => value.clone(),
                        };
                        members.insert(if before { 0 } else { members.len() }, (MARK.to_owned(), other));
                    };
                    let doubled = edited(&tree, index, &double).expect("it was there").to_text();
                    let doubled = doubled.replace(MARK, &escaped(&name.borrow()));
                    let name = name.borrow();
                    match token(&case.response.with_body(doubled), *adapter) {
                        Err(kind) => {
                            assert_eq!(kind, Some(ErrorKind::Duplicate), "{name} is an error of another kind")
                        }
                        Ok(_) if decides => panic!("{name} is read, and may stand twice"),
                        Ok(token) => {
                            assert!(Slots::of(&token) == slots, "{name} is not read, and changes a slot")
                        }
                    }
                    read.set(read.get() + usize::from(decides));
                }
            }
        },
    );
    assert!(read.get() > 1_000, "members are read: {}", read.get());
}

#[test]
fn a_pair_of_a_form_is_not_read_twice() {
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
                let kind = Response::new(body.clone()).read(None).map(|_| ()).map_err(|error| error.kind());
                assert_eq!(kind, Err(ErrorKind::Duplicate), "{body}");
            }
        }
    }
}

#[test]
fn an_element_of_xml_is_not_read_twice() {
    for second in ["<access_token>a</access_token>", "<x:access_token>a</x:access_token>", "<access_token/>"]
    {
        let body = format!("<o><access_token>EXAMPLE</access_token>{second}</o>");
        let kind = Response::new(body.clone()).read(None).map(|_| ()).map_err(|error| error.kind());
        assert_eq!(kind, Err(ErrorKind::Duplicate), "{body}");
    }
}
