//! Detection of error responses, and their fields.

use anytoken::dialect::{Dialect, ErrorShape, Evidence, paths};
use anytoken::{Decoded, Outcome};
use anytoken_tests::Recorded;

/// A flag that is a word, and a sign that may be a number.
static FLAGGED: Dialect = Dialect::oauth2("flagged", "IETF", Evidence::Documented)
    .ok_when("status", &["\"OK\"", "0"])
    .errors(ErrorShape::RFC6749.error_when(paths!["errcode"]).code(paths!["errcode"]));

fn is_error_response(members: &str) -> bool {
    let body = format!("{{\"access_token\":\"EXAMPLE\",{members}}}");
    match Recorded::new(body).read(Some(&FLAGGED)) {
        Ok(Decoded { outcome, .. }) => matches!(outcome, Outcome::ErrorResponse(_)),
        Err(error) => panic!("{members} is not understood: {error}"),
    }
}

#[test]
fn escapes_do_not_change_a_success_flag() {
    for good in [
        r#""status":"OK""#,
        r#""status":"\u004fK""#,
        r#""status":"\u004F\u004b""#,
        r#""status":0"#,
        r#""status":"0""#,
        r#""status":"\u0030""#,
        r#""status":null"#,
    ] {
        assert!(!is_error_response(good), "{good}");
    }
    for bad in [
        r#""status":"NO""#,
        r#""status":"\u004eO""#,
        r#""status":"ok""#,
        r#""status":"\"OK\"""#,
        r#""status":1"#,
        r#""status":false"#,
    ] {
        assert!(is_error_response(bad), "{bad}");
    }
}

#[test]
fn empty_or_zero_error_sign_is_ignored() {
    for none in [
        "null",
        "false",
        "0",
        r#""0""#,
        r#""\u0030""#,
        r#""""#,
        r#"" ""#,
        r#""\u0020""#,
        r#""\t""#,
        "[ ]",
        "{}",
    ] {
        assert!(!is_error_response(&format!("\"errcode\":{none}")), "{none}");
    }
    for sign in ["1", "-1", "true", r#""40029""#, r#""\u0031""#, r#""00""#, "[0]", r#"{"code":0}"#] {
        assert!(is_error_response(&format!("\"errcode\":{sign}")), "{sign}");
    }
}

#[test]
fn retry_after_is_decoded() {
    let wait = |header: Option<&str>, body: &str| {
        let mut response = Recorded::new(body).status(429);
        response.headers.extend(header.map(|value| ("Retry-After".to_owned(), value.to_owned())));
        match response.read(Some(&Dialect::OAUTH2)).map(|decoded| decoded.outcome) {
            Ok(Outcome::ErrorResponse(error_response)) => {
                error_response.retry_after().map(|wait| wait.as_secs())
            }
            other => panic!("{header:?} and {body} are {other:?}"),
        }
    };
    let slow_down = r#"{"error":"slow_down","interval":5}"#;
    let no_interval = r#"{"error":"invalid_request"}"#;
    for (header, seconds) in [
        ("30", Some(30)),
        (" 30 ", Some(30)),
        ("0", Some(0)),
        ("Thu, 01 Jan 2026 00:02:00 GMT", Some(120)),
        ("Wed, 31 Dec 2025 23:59:59 GMT", Some(0)),
        ("soon", None),
        ("-1", None),
        ("1.5", None),
        ("", None),
    ] {
        // With a body that decodes and one that does not.
        assert_eq!(wait(Some(header), no_interval), seconds, "{header}");
        assert_eq!(wait(Some(header), "Too many requests"), seconds, "{header}");
    }
    assert_eq!(wait(None, slow_down), Some(5));
    assert_eq!(wait(None, no_interval), None);
    assert_eq!(wait(Some("30"), slow_down), Some(30), "the header wins");
    assert_eq!(wait(Some("soon"), slow_down), Some(5));
}
