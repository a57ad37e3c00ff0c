//! `GenerateAccessTokenResponse` of Google.

use anytoken::google::{GenerateAccessTokenResponse, IAM_CREDENTIALS};
use anytoken_tests::response::AT;
use serde_json::{from_str, to_string};
use time::{Duration, UtcDateTime};

use super::{Outcomes, comes_to_what_its_adapter_comes_to, is_read_from_everywhere};

#[test]
fn the_struct_comes_to_what_its_adapter_comes_to() -> Outcomes {
    let templates = [
        "{@}",
        r#"{@,"accessToken":"EXAMPLE-ACCESS"}"#,
        r#"{"error":{"code":403,"status":"PERMISSION_DENIED"},@}"#,
    ];
    // The last two have no field.
    let members = ["accessToken", "expireTime", "token", "error"];
    let decode = GenerateAccessTokenResponse::decode;
    comes_to_what_its_adapter_comes_to(&IAM_CREDENTIALS, decode, &[], &templates, &members)
}

#[test]
fn an_end_is_written_as_rfc_3339_unless_more_was_sent() -> Outcomes {
    for (sent, end, written) in [
        (r#""2026-01-01T00:00:00Z""#, Some(AT), r#""2026-01-01T00:00:00Z""#),
        (r#""2026-01-01T00:00:00.000Z""#, Some(AT), r#""2026-01-01T00:00:00Z""#),
        (r#""2025-12-31T23:00:00-01:00""#, Some(AT), r#""2026-01-01T00:00:00Z""#),
        ("1767225600", Some(AT), r#""2026-01-01T00:00:00Z""#),
        (r#""2026-01-01T00:00:00.123456789Z""#, Some(AT), r#""2026-01-01T00:00:00.123456789Z""#),
        (r#""1970-01-01T00:00:00Z""#, Some(UtcDateTime::UNIX_EPOCH), r#""1970-01-01T00:00:00Z""#),
        // A date without a zone says nothing.
        (r#""2026-01-01T00:00:00""#, None, r#""2026-01-01T00:00:00""#),
        (r#""soon""#, None, r#""soon""#),
        ("null", None, "null"),
    ] {
        let response: GenerateAccessTokenResponse = from_str(&format!(r#"{{"expireTime":{sent}}}"#))?;
        assert_eq!(response.expire_time, end, "{sent}");
        assert_eq!(to_string(&response)?, format!(r#"{{"expireTime":{written}}}"#));
    }
    let expire_time = Some(AT + Duration::MILLISECOND);
    let response = GenerateAccessTokenResponse { expire_time, ..GenerateAccessTokenResponse::default() };
    assert_eq!(to_string(&response)?, r#"{"expireTime":"2026-01-01T00:00:00Z"}"#);
    Ok(())
}

#[test]
fn serde_json_reads_it_from_everywhere() -> Outcomes {
    is_read_from_everywhere::<GenerateAccessTokenResponse>(
        r#"{"accessToken":"EXAMPLE\u002dACCESS","expireTime":"2026-01-01T01:00:00Z"}"#,
    )
}
