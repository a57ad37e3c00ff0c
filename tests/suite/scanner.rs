//! The scanner agrees with `serde_json`, and the form decoder with `form_urlencoded`.

use anytoken::ErrorKind;
use anytoken::dialect::Dialect;
use anytoken_tests::Recorded;
use anytoken_tests::corpus::cases;
use anytoken_tests::mutation::broken;
use anytoken_tests::oracles::{self, json};
use anytoken_tests::random::Random;
use anytoken_tests::strategies::{body, config, value};
use proptest::prelude::*;

use crate::every_case;

#[test]
fn depth_limit_is_128() {
    for inner in ["[", "{\"a\":"] {
        let close = if inner == "[" { "]" } else { "}" };
        for levels in [126, 127, 128, 129] {
            let text = format!("{{\"a\":{}1{}}}", inner.repeat(levels), close.repeat(levels));
            let error = Recorded::new(&*text).read(Some(&Dialect::OAUTH2)).expect_err("no token").kind();
            let expected = if levels < 128 { ErrorKind::Missing } else { ErrorKind::Limit };
            assert_eq!(error, expected, "{levels} levels of {inner}");
            json(&text);
        }
    }
}

#[test]
fn odd_texts_agree_with_serde_json() {
    for text in [
        r#"{"\ud800":1}"#,
        r#"{"a":"\ud800"}"#,
        r#"{"a":{"\ud800":1}}"#,
        r#"{"\ud83d\ude00":1}"#,
        r#"{"a":1}x"#,
        r#"{"a":1} "#,
        r#"{"a":01}"#,
        r#"{"a":-}"#,
        r#"{"a":-0}"#,
        r#"{"a":1.}"#,
        r#"{"a":.5}"#,
        r#"{"a":1e}"#,
        r#"{"a":1e+}"#,
        r#"{"a":1E-0}"#,
        r#"{"a":+1}"#,
        r#"{"a":1,}"#,
        r#"{,}"#,
        "{}",
        "{",
        "{\"a\"}",
        r#"{"a":}"#,
        r#"{a:1}"#,
        r#"{'a':1}"#,
        r#"{"a":tru}"#,
        r#"{"a":nul}"#,
        r#"{"a":NaN}"#,
        r#"{"a":[}"#,
        r#"{"a":[1,]}"#,
        r#"{"a":[,1]}"#,
        r#"{"a":{]}"#,
        r#"{"a":"\x"}"#,
        r#"{"a":"\u12"}"#,
        r#"{"a":"\u12G4"}"#,
        "{\"a\":\"\t\"}",
        "{\"a\":\"\u{7f}\"}",
        "{\"a\u{1}\":1}",
        "{\u{a0}\"a\":1}",
        "{\u{c}\"a\":1}",
        "{\"a\":1}\u{0}",
        "{\"a\" : 1 \t\r\n}",
        r#"{"a":1}{"b":2}"#,
        r#"{"a":1 "b":2}"#,
        r#"{"a":"b}"#,
        r#"{"a":"\"}"#,
        r#"{"":0}"#,
        "{\"a\":/**/1}",
        r#"{"a":truefalse}"#,
        r#"{"a":1true}"#,
        r#"{"a":"x""y"}"#,
        r#"{"a":"1234567\"89"}"#,
        r#"{"a":"12345678\u0000"}"#,
        "{\"a\":\"12345678901234567890123456789012\n\"}",
    ] {
        json(text);
    }
}

#[test]
fn string_bytes_are_checked_at_every_offset() {
    for length in [1, 15, 16, 17, 63, 64, 65, 79, 80, 81, 200] {
        for at in 0..length {
            for odd in ['\u{0}', '\u{1f}', ' ', '"', '\\', '~', '\u{7f}', 'é'] {
                let text: String = (0..length).map(|index| if index == at { odd } else { 'a' }).collect();
                json(&format!("{{\"a\":\"{text}\"}}"));
                json(&format!("{{\"a{text}\":1}}"));
            }
        }
    }
}

#[test]
fn broken_literal_error_has_its_offset() {
    for (value, within) in [
        ("nul]", 3),
        ("nulL", 3),
        ("nil", 1),
        ("tru}", 3),
        ("tRue", 1),
        ("fals", 4),
        ("falze", 3),
        ("trueish", 4),
        ("1.", 2),
        ("1.5e+", 5),
        ("-", 1),
        (r#""\u12G4""#, 5),
        (r#""\x""#, 2),
    ] {
        let error =
            Recorded::new(format!("{{\"a\":{value}}}")).read(Some(&Dialect::OAUTH2)).expect_err(value);
        assert_eq!((error.kind(), error.offset()), (ErrorKind::Syntax, Some(5 + within)), "{value}");
    }
}

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn any_object_agrees_with_serde_json(text in value(), seed: u64) {
        let text = format!("{{\"a\":{text}}}");
        json(&text);
        if let Ok(text) = String::from_utf8(broken(text.as_bytes(), &mut Random::new(seed))) {
            json(&text);
        }
    }

    #[test]
    fn any_body_agrees_with_serde_json(text in body(), seed: u64) {
        json(&text);
        if let Ok(text) = String::from_utf8(broken(text.as_bytes(), &mut Random::new(seed))) {
            json(&text);
        }
    }

    #[test]
    fn any_json_tokens_agree_with_serde_json(text in "\\{([ \\{\\}\\[\\]:,]|\"a\"|\"\\\\u00e9\"|1|-|e|\\.|0|null|true|\"|\\\\){0,16}\\}?") {
        json(&text);
    }
    #[test]
    fn any_form_agrees_with_form_urlencoded(text in "([a-z=&+%]|%[0-9A-Fa-f]{2}|%C3%A9|\\PC|\\s){0,24}") {
        oracles::form(&text);
    }
}

#[test]
fn corpus_agrees_with_other_readers() {
    every_case(
        cases(),
        |(case, _)| case,
        |(case, _)| case.response.text().into_iter().for_each(oracles::all),
    );
}
