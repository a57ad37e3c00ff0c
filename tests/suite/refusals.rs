//! What makes a response a refusal.

use anytoken::{Decoded, Dialect, Outcome, Path, Refusals, paths};
use anytoken_tests::Response;

/// A flag that is a word, and a sign that may be a number.
static FLAGGED: Dialect = Dialect {
    id: "flagged",
    success: Some((Path::new("status"), &["\"OK\"", "0"])),
    refusal: Refusals { signs: paths!["errcode"], code: paths!["errcode"], ..Refusals::STANDARD },
    ..Dialect::STANDARD
};

fn is_refused(members: &str) -> bool {
    let body = format!("{{\"access_token\":\"EXAMPLE\",{members}}}");
    match Response::new(body).read(Some(&FLAGGED)) {
        Ok(Decoded { outcome, .. }) => matches!(outcome, Outcome::Refused(_)),
        Err(error) => panic!("{members} is not understood: {error}"),
    }
}

#[test]
fn a_flag_says_what_it_says_with_escapes_or_without() {
    for good in [
        r#""status":"OK""#,
        r#""status":"\u004fK""#,
        r#""status":"\u004F\u004b""#,
        r#""status":0"#,
        r#""status":"0""#,
        r#""status":"\u0030""#,
        r#""status":null"#,
    ] {
        assert!(!is_refused(good), "{good}");
    }
    for bad in [
        r#""status":"NO""#,
        r#""status":"\u004eO""#,
        r#""status":"ok""#,
        r#""status":"\"OK\"""#,
        r#""status":1"#,
        r#""status":false"#,
    ] {
        assert!(is_refused(bad), "{bad}");
    }
}

#[test]
fn a_sign_that_is_empty_or_zero_is_none() {
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
        assert!(!is_refused(&format!("\"errcode\":{none}")), "{none}");
    }
    for sign in ["1", "-1", "true", r#""40029""#, r#""\u0031""#, r#""00""#, "[0]", r#"{"code":0}"#] {
        assert!(is_refused(&format!("\"errcode\":{sign}")), "{sign}");
    }
}

#[test]
fn a_server_says_how_long_to_wait() {
    let wait = |header: Option<&str>, body: &str| {
        let mut response = Response::new(body).status(429);
        response.headers.extend(header.map(|value| ("Retry-After".to_owned(), value.to_owned())));
        match response.read(Some(&Dialect::OAUTH2)).map(|decoded| decoded.outcome) {
            Ok(Outcome::Refused(refusal)) => refusal.retry_after().map(|wait| wait.as_secs()),
            other => panic!("{header:?} and {body} are {other:?}"),
        }
    };
    let slow_down = r#"{"error":"slow_down","interval":5}"#;
    let refused = r#"{"error":"invalid_request"}"#;
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
        // With a body that is understood and with one that is not.
        assert_eq!(wait(Some(header), refused), seconds, "{header}");
        assert_eq!(wait(Some(header), "Too many requests"), seconds, "{header}");
    }
    assert_eq!(wait(None, slow_down), Some(5));
    assert_eq!(wait(None, refused), None);
    assert_eq!(wait(Some("30"), slow_down), Some(30), "the header is the later word");
    assert_eq!(wait(Some("soon"), slow_down), Some(5));
}
