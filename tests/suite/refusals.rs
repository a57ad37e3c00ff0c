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
