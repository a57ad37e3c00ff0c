//! `ConsumerAuthTokenEndpointOutput`: the vendor's schema, and the adapter behind it.

use anytoken::TokenError;
use anytoken::affinidi::{CONSUMER_AUTH, ConsumerAuthTokenEndpointOutput};
use serde_json::{from_str, to_string};
use time::UtcDateTime;

use super::{Outcomes, comes_to_what_its_adapter_comes_to, is_read_from_everywhere};

const MEMBERS: &[&str] = &[
    "access_token",
    "expires_in",
    "id_token",
    "refresh_token",
    "scope",
    "token_type",
    // Members without a field in the struct that the adapter decodes.
    "name",
    "message",
    "error",
    "error_description",
    "httpStatusCode",
    "interval",
];

#[test]
fn struct_decodes_as_its_adapter() -> Outcomes {
    let odd = [
        "{}",
        r#"{"id_token":"EXAMPLE.EXAMPLE.EXAMPLE","scope":""}"#,
        r#"{"refresh_token":"EXAMPLE-REFRESH"}"#,
        r#"{"name":"InvalidParameterError","message":"Invalid parameter: ${param}.","httpStatusCode":400,"details":[]}"#,
        r#"{"access_token":"EXAMPLE-ACCESS","details":[],"details":[1]}"#,
    ];
    let templates =
        [r#"{@}"#, r#"{@,"access_token":"EXAMPLE-ACCESS"}"#, r#"{"a":1,"name":"UnauthorizedError",@}"#];
    let decode = ConsumerAuthTokenEndpointOutput::decode;
    comes_to_what_its_adapter_comes_to(&CONSUMER_AUTH, decode, &odd, &templates, MEMBERS)
}

#[test]
fn id_token_is_a_string_or_kept_as_sent() -> Outcomes {
    for (json, field, unknown) in [
        (r#""EXAMPLE.EXAMPLE.EXAMPLE""#, Some("EXAMPLE.EXAMPLE.EXAMPLE"), None),
        ("0", None, Some("0")),
        ("12345678901234567890", None, Some("12345678901234567890")),
        ("null", None, Some("null")),
        (r#"{"a": 1}"#, None, Some(r#"{"a": 1}"#)),
    ] {
        let body = format!(r#"{{"access_token":"EXAMPLE-ACCESS","id_token":{json}}}"#);
        let output: ConsumerAuthTokenEndpointOutput = from_str(&body)?;
        assert_eq!(output.id_token.as_ref().map(|token| token.expose()), field);
        assert_eq!(output.unknown.get("id_token").map(|json| json.expose()), unknown);
        assert_eq!(to_string(&output)?, body);
        let token = output.into_token(UtcDateTime::UNIX_EPOCH)?;
        assert_eq!(token.access_token().map(|token| token.expose()), Some("EXAMPLE-ACCESS"));
        assert_eq!(token.id_token().map(|token| token.expose()), field);
    }
    Ok(())
}

#[test]
fn lifetime_is_encoded_as_a_number() -> Outcomes {
    for (sent, serialized) in [
        (r#"{"expires_in":3600}"#, r#"{"expires_in":3600}"#),
        (r#"{"expires_in":"3600"}"#, r#"{"expires_in":3600}"#),
        (r#"{"expires_in":" 3.6e3 "}"#, r#"{"expires_in":3600}"#),
        (r#"{"expires_in":"-1"}"#, r#"{"expires_in":-1}"#),
        (r#"{"expires_in":3599.9}"#, r#"{"expires_in":3599.9}"#),
        (r#"{"expires_in":"soon"}"#, r#"{"expires_in":"soon"}"#),
        (r#"{"expires_in":null}"#, r#"{"expires_in":null}"#),
    ] {
        assert_eq!(to_string(&from_str::<ConsumerAuthTokenEndpointOutput>(sent)?)?, serialized);
    }
    Ok(())
}

#[test]
fn api_error_is_an_error_response() -> Outcomes {
    let body =
        r#"{"name":"UnauthorizedError","message":"Unauthorized","httpStatusCode":403,"traceId":"EXAMPLE"}"#;
    let output: ConsumerAuthTokenEndpointOutput = from_str(body)?;
    assert_eq!(to_string(&output)?, body);
    match output.into_token(UtcDateTime::UNIX_EPOCH) {
        Err(TokenError::ErrorResponse(error_response)) => {
            assert_eq!(
                error_response.to_string(),
                "affinidi-consumer-auth: error response: UnauthorizedError: Unauthorized"
            );
            assert_eq!(
                error_response.extras().get("httpStatusCode").map(|code| code.expose_json()),
                Some("403")
            );
        }
        other => assert!(other.is_err(), "a token"),
    }
    Ok(())
}

#[test]
fn struct_deserializes_from_every_source() -> Outcomes {
    is_read_from_everywhere::<ConsumerAuthTokenEndpointOutput>(
        r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","scope":"openid","traceId":null}"#,
    )
}

#[test]
fn debug_shows_no_secret() -> Outcomes {
    let body = r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600,"id_token":"EXAMPLE-ID",
        "refresh_token":"EXAMPLE-REFRESH","scope":"openid","token_type":"bearer","traceId":"EXAMPLE-TRACE"}"#;
    assert_eq!(
        format!("{:?}", from_str::<ConsumerAuthTokenEndpointOutput>(body)?),
        concat!(
            "ConsumerAuthTokenEndpointOutput { access_token: Some(***), expires_in: Some(3600), ",
            r#"id_token: Some(***), refresh_token: Some(***), scope: Some("openid"), "#,
            r#"token_type: Some("bearer"), unknown: {"traceId"} }"#,
        )
    );
    Ok(())
}
