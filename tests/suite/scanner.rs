//! The splitter accepts what `serde_json` accepts, and nothing else.

use anytoken::ErrorKind;
use anytoken_tests::Response;
use anytoken_tests::json::{Json, Members};
use anytoken_tests::mutation::broken;
use anytoken_tests::random::Random;
use anytoken_tests::strategies::{body, config, value};
use proptest::prelude::*;

/// Whether the library takes a text for an object; `None` where that is not what is asked.
fn is_object(text: &str) -> Option<bool> {
    if !text.trim_ascii_start().starts_with('{') {
        return None;
    }
    let kind = Response::new(text).read(Some(&anytoken::Dialect::OAUTH2)).err().map(|error| error.kind());
    if kind == Some(ErrorKind::NotUtf8) {
        return None;
    }
    Some(!matches!(kind, Some(ErrorKind::Syntax | ErrorKind::Limit | ErrorKind::Shape)))
}

/// Whether `serde_json` does. It has no limit of depth where it reads raw values.
fn serde_does(text: &str) -> bool {
    depth(text) <= 128 && serde_json::from_str::<Members<'_>>(text).is_ok()
}

fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut inside, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            b'{' | b'[' if !inside => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !inside => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// A limit on numbers or scopes is no question of syntax.
fn limits_apply(text: &str) -> bool {
    Json::parse(text).is_some_and(|body| {
        let mut long = false;
        let _ = body.mapped(&mut |_, value| {
            long |= matches!(&value, Json::Number(text) | Json::String(text) if text.len() > 32);
            value
        });
        long
    })
}

fn agree(text: &str) {
    let Some(found) = is_object(text) else { return };
    if found != serde_does(text) && !(serde_does(text) && limits_apply(text)) {
        panic!("serde_json says {}, the library {found}, of {text:?}", serde_does(text));
    }
}

#[test]
fn depth_of_128_is_the_last() {
    for inner in ["[", "{\"a\":"] {
        let close = if inner == "[" { "]" } else { "}" };
        for levels in [126, 127, 128, 129] {
            let text = format!("{{\"a\":{}1{}}}", inner.repeat(levels), close.repeat(levels));
            assert_eq!(is_object(&text), Some(levels < 128), "{levels} levels of {inner}");
            agree(&text);
        }
    }
}

#[test]
fn odd_texts_are_judged_alike() {
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
        agree(text);
    }
}

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn any_object_is_judged_alike(text in value(), seed: u64) {
        let text = format!("{{\"a\":{text}}}");
        agree(&text);
        if let Ok(text) = String::from_utf8(broken(text.as_bytes(), &mut Random::new(seed))) {
            agree(&text);
        }
    }

    #[test]
    fn any_body_is_judged_alike(text in body(), seed: u64) {
        agree(&text);
        if let Ok(text) = String::from_utf8(broken(text.as_bytes(), &mut Random::new(seed))) {
            agree(&text);
        }
    }

    #[test]
    fn any_tokens_of_json_are_judged_alike(text in "\\{([ \\{\\}\\[\\]:,]|\"a\"|\"\\\\u00e9\"|1|-|e|\\.|0|null|true|\"|\\\\){0,16}\\}?") {
        agree(&text);
    }
}
