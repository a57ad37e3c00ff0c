//! `GenerateAccessTokenResponse` of Google.

use anytoken::google::{GenerateAccessTokenResponse, IAM_CREDENTIALS};
use anytoken_tests::recorded::AT;
use serde_json::{from_str, to_string};
use time::{Duration, UtcDateTime};

use super::{Outcomes, comes_to_what_its_adapter_comes_to, is_read_from_everywhere};

#[test]
fn struct_decodes_as_its_adapter() -> Outcomes {
    let templates = [
        "{@}",
        r#"{@,"accessToken":"EXAMPLE-ACCESS"}"#,
        r#"{"error":{"code":403,"status":"PERMISSION_DENIED"},@}"#,
    ];
    // The last two have no field in the struct.
    let members = ["accessToken", "expireTime", "token", "error"];
    let decode = GenerateAccessTokenResponse::decode;
    comes_to_what_its_adapter_comes_to(&IAM_CREDENTIALS, decode, &[], &templates, &members)
}

#[test]
fn expiry_is_encoded_as_rfc_3339_unless_sent_otherwise() -> Outcomes {
    for (sent, end, serialized) in [
        (r#""2026-01-01T00:00:00Z""#, Some(AT), r#""2026-01-01T00:00:00Z""#),
        (r#""2026-01-01T00:00:00.000Z""#, Some(AT), r#""2026-01-01T00:00:00Z""#),
        (r#""2025-12-31T23:00:00-01:00""#, Some(AT), r#""2026-01-01T00:00:00Z""#),
        ("1767225600", Some(AT), r#""2026-01-01T00:00:00Z""#),
        (r#""2026-01-01T00:00:00.123456789Z""#, Some(AT), r#""2026-01-01T00:00:00.123456789Z""#),
        (r#""1970-01-01T00:00:00Z""#, Some(UtcDateTime::UNIX_EPOCH), r#""1970-01-01T00:00:00Z""#),
        // A date without a zone is not an instant.
        (r#""2026-01-01T00:00:00""#, None, r#""2026-01-01T00:00:00""#),
        (r#""soon""#, None, r#""soon""#),
        ("null", None, "null"),
    ] {
        let response: GenerateAccessTokenResponse = from_str(&format!(r#"{{"expireTime":{sent}}}"#))?;
        assert_eq!(response.expire_time, end, "{sent}");
        assert_eq!(to_string(&response)?, format!(r#"{{"expireTime":{serialized}}}"#));
    }
    let expire_time = Some(AT + Duration::MILLISECOND);
    let response = GenerateAccessTokenResponse { expire_time, ..GenerateAccessTokenResponse::default() };
    assert_eq!(to_string(&response)?, r#"{"expireTime":"2026-01-01T00:00:00Z"}"#);
    Ok(())
}

#[test]
fn struct_deserializes_from_every_source() -> Outcomes {
    is_read_from_everywhere::<GenerateAccessTokenResponse>(
        r#"{"accessToken":"EXAMPLE\u002dACCESS","expireTime":"2026-01-01T01:00:00Z"}"#,
    )
}
