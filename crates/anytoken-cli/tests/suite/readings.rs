//! Readings for which no standard says a word: what the decoder has decided stays so.

use serde_json::json;

use crate::run::{AT, run};

/// Answers a response in a format, without the braces around the answer.
fn answer(format: &str, body: &str, retry_after: Option<&str>) -> String {
    let headers = json!(retry_after.map(|seconds| json!({"Retry-After": seconds})));
    let line = json!({"format": format, "headers": headers, "body": body}).to_string();
    let run = run(&["normalize", "--batch", "--reveal", AT], line);
    run.stdout.trim_end().to_owned()
}

/// The expiry of a token in the generic reading, by one member; `None` if there is none, or the kind of the error.
fn expiry(member: &str) -> Result<Option<String>, String> {
    let answer = answer("oauth2", &format!(r#"{{"access_token":"a",{member}}}"#), None);
    let text = |name| {
        let (_, rest) = answer.split_once(&format!(r#""{name}":""#))?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    if answer.contains(r#""outcome":"token""#) {
        Ok(text("expires_at"))
    } else {
        Err(text("kind").unwrap_or_default())
    }
}

#[test]
fn token_that_says_error_is_none() {
    let outcome = |token: &str| answer("oauth2", &json!({"access_token": token}).to_string(), None);
    assert!(outcome("error:EXAMPLE").contains(r#""kind":"missing""#));
    for token in ["ERROR:EXAMPLE", "Error EXAMPLE", "errors:EXAMPLE"] {
        assert!(outcome(token).contains(r#""outcome":"token""#), "{token}");
    }
}

#[test]
fn word_of_success_is_no_error() {
    for (error, is_error) in [
        (r#""error":"0""#, false),
        (r#""error":0"#, false),
        (r#""error":"false""#, false),
        (r#""error":"None""#, false),
        (r#""error":"null""#, false),
        (r#""error":"OK""#, false),
        (r#""error":"Success""#, false),
        (r#""error":" ""#, false),
        (r#""error":[]"#, false),
        (r#""error":"00""#, true),
        (r#""error":true"#, true),
        (r#""errors":"EXAMPLE""#, true),
        (r#""errors":{"EXAMPLE":1}"#, true),
    ] {
        let answer = answer("oauth2", &format!(r#"{{"access_token":"a",{error}}}"#), None);
        assert_eq!(answer.contains(r#""outcome":"error""#), is_error, "{error}: {answer}");
    }
}

#[test]
fn date_may_be_written_in_other_ways_that_are_one_instant() {
    for (date, instant) in [
        ("2026-01-01T01:00:00+0000", "2026-01-01T01:00:00Z"),
        ("2026-01-01T01:00:00 UTC", "2026-01-01T01:00:00Z"),
        ("2026-01-01T01:00:00 +01:00", "2026-01-01T00:00:00Z"),
        ("2026-01-01t01:00:00z", "2026-01-01T01:00:00Z"),
        ("2026-1-1T1:00:00Z", "2026-01-01T01:00:00Z"),
        ("/Date(1767229200000)/", "2026-01-01T01:00:00Z"),
        // It is a Thursday.
        ("Mon, 01 Jan 2026 01:00:00 GMT", "2026-01-01T01:00:00Z"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
        ("01/01/2026 13:00:00 PM +00:00", "2026-01-01T13:00:00Z"),
    ] {
        assert_eq!(expiry(&format!(r#""expires_at":"{date}""#)), Ok(Some(instant.to_owned())), "{date}");
    }
    for date in ["2026-01-01T1:0:0Z", "2026-01-01T23:59:60Z", "2026-01-01T25:00:00Z"] {
        assert_eq!(expiry(&format!(r#""expires_at":"{date}""#)), Err("invalid".to_owned()), "{date}");
    }
}

#[test]
fn number_may_have_a_sign_and_zeros_but_nothing_else() {
    for (number, instant) in
        [("+3600", "01:00:00"), ("007", "00:00:07"), (" 3600 ", "01:00:00"), ("3.6e3", "01:00:00")]
    {
        let expected = Ok(Some(format!("2026-01-01T{instant}Z")));
        assert_eq!(expiry(&format!(r#""expires_in":"{number}""#)), expected, "{number}");
    }
    // The blanks around do not count for the length.
    let longest = format!(" {}3600 ", "0".repeat(28));
    assert_eq!(expiry(&format!(r#""expires_in":"{longest}""#)), Ok(Some("2026-01-01T01:00:00Z".to_owned())));
    assert_eq!(expiry(&format!(r#""expires_in":"0{}""#, longest.trim())), Err("limit".to_owned()));
    for number in [".5", "5.", "0x10", "３６００", "1_000", "+-1"] {
        assert_eq!(expiry(&format!(r#""expires_in":"{number}""#)), Err("invalid".to_owned()), "{number}");
    }
}

#[test]
fn only_minus_one_is_unknown_and_only_zero_is_absent() {
    assert_eq!(expiry(r#""expires_in":-0.99"#), Ok(Some("2025-12-31T23:59:59Z".to_owned())));
    assert_eq!(expiry(r#""expires_in":-1.0"#), Ok(None));
    let extended =
        |number| answer("entra-v2", &format!(r#"{{"access_token":"a","ext_expires_in":{number}}}"#), None);
    assert!(extended("0.0036").contains(r#""extended_expires_at":"2026-01-01T00:00:00Z""#));
    assert!(!extended("0").contains("extended_expires_at"));
}

#[test]
fn xml_is_read_by_formats_that_say_json() {
    for format in ["oauth2", "azure-imds"] {
        let answer = answer(format, "<a><access_token>EXAMPLE</access_token></a>", None);
        assert!(answer.contains(r#""access_token":"EXAMPLE""#), "{answer}");
    }
}

#[test]
fn member_of_error_responses_may_stand_twice_beside_a_token() {
    let answer =
        answer("oauth2", r#"{"access_token":"a","error_description":"b","error_description":"c"}"#, None);
    assert!(answer.contains(r#""extras":{"error_description":"b","error_description":"c"}"#), "{answer}");
}

#[test]
fn local_date_of_the_year_0_has_no_zone() {
    let answer = answer("oauth2", r#"{"access_token":"a","expires_at":"0000-01-01 00:00:00"}"#, None);
    assert!(answer.contains(r#""notes":[{"kind":"no_zone","field":"expires_at""#), "{answer}");
}

#[test]
fn longer_wait_counts() {
    for (interval, header, seconds) in [(9, "5", 9), (4, "5", 5)] {
        let answer =
            answer("oauth2", &format!(r#"{{"error":"slow_down","interval":{interval}}}"#), Some(header));
        assert!(answer.contains(&format!(r#""retry_after":{seconds}}}"#)), "{answer}");
    }
}

#[test]
fn token_type_is_read_beside_every_token() {
    for (format, body) in [
        ("matrix", r#"{"access_token":"a","token_type":"DPoP"}"#),
        ("docker-hub", r#"{"token":"a","token_type":"DPoP"}"#),
    ] {
        let answer = answer(format, body, None);
        assert!(answer.contains(r#""token_type":"DPoP""#), "{answer}");
    }
}
