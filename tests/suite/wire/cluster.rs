//! `TokenRequest` and `ExecCredential` of Kubernetes.

use anytoken::TokenError;
use anytoken::cluster::{
    ExecCredential, ExecCredentialStatus, KUBERNETES_EXEC_CREDENTIAL, KUBERNETES_TOKEN_REQUEST, TokenRequest,
    TokenRequestStatus,
};
use anytoken_tests::recorded::AT;
use serde_json::{from_str, to_string};
use time::Duration;

use super::{Outcomes, comes_to_what_its_adapter_comes_to, is_read_from_everywhere};

const ENDS_AT_ONE: &str = r#""expirationTimestamp":"2026-01-01T01:00:00Z""#;

#[test]
fn token_request_decodes_as_its_adapter() -> Outcomes {
    let odd = [
        r#"{"status":{"token":"EXAMPLE-ACCESS","token":"EXAMPLE-OTHER"}}"#,
        r#"{"status":{"token":"EXAMPLE-ACCESS","a":1,"a":[2.50]},"spec":{"audiences":["a","b"]}}"#,
        r#"{"sta\u0074us":{"tok\u0065n":"EXAMPLE-\u0041CCESS","\u0000\"\u00e9":"\u00e9"}}"#,
    ];
    let templates = [
        "{@}",
        r#"{"status":{@}}"#,
        r#"{"status":{@,"token":"EXAMPLE-ACCESS"}}"#,
        r#"{@,"status":{"token":"EXAMPLE-ACCESS"}}"#,
        r#"{"kind":"Status","status":"TokenError","reason":"Unauthorized",@}"#,
    ];
    let members = [
        "kind",
        "apiVersion",
        "status",
        "token",
        "expirationTimestamp",
        // Members without a field in the struct that the adapter decodes.
        "spec",
        "reason",
        "message",
        "code",
    ];
    let decode = TokenRequest::decode;
    comes_to_what_its_adapter_comes_to(&KUBERNETES_TOKEN_REQUEST, decode, &odd, &templates, &members)
}

#[test]
fn exec_credential_decodes_as_its_adapter() -> Outcomes {
    let templates = [
        "{@}",
        r#"{"status":{@}}"#,
        r#"{"status":{@,"token":"EXAMPLE-ACCESS"}}"#,
        r#"{@,"status":{"token":"EXAMPLE-ACCESS"}}"#,
        r#"{"error":"invalid_request",@}"#,
    ];
    let members = [
        "kind",
        "apiVersion",
        "status",
        "expirationTimestamp",
        "token",
        "clientCertificateData",
        "clientKeyData",
        // Members without a field in the struct.
        "spec",
        "error",
    ];
    let decode = ExecCredential::decode;
    comes_to_what_its_adapter_comes_to(&KUBERNETES_EXEC_CREDENTIAL, decode, &[], &templates, &members)
}

#[test]
fn undecodable_nested_value_is_encoded_as_sent() -> Outcomes {
    for sent in [
        r#"{"status":null}"#,
        r#"{"status":"TokenError","reason":"NotFound"}"#,
        r#"{"status":{}}"#,
        r#"{"status":{"token":"EXAMPLE-ACCESS","expirationTimestamp":"2026-01-01T01:00:00.5Z","a":[2.50]}}"#,
        r#"{"status":{"token":5,"expirationTimestamp":null}}"#,
        r#"{"status":{"token":"EXAMPLE-A","token":"EXAMPLE-B"}}"#,
        r#"{"status":{"expirationTimestamp":"2026-01-01 01:00:00"}}"#,
    ] {
        assert_eq!(to_string(&from_str::<TokenRequest>(sent)?)?, sent);
    }
    let sent = r#"{"status":{"expirationTimestamp":"2026-01-01T02:00:00+01:00","token":"EXAMPLE"}}"#;
    let serialized = format!(r#"{{"status":{{"token":"EXAMPLE",{ENDS_AT_ONE}}}}}"#);
    assert_eq!(to_string(&from_str::<TokenRequest>(sent)?)?, serialized);
    Ok(())
}

#[test]
fn changed_nested_field_replaces_the_sent_value() -> Outcomes {
    let body = r#"{"status":{"token":"EXAMPLE-OLD","expirationTimestamp":"2026-01-01T01:00:00.5Z","a":1},"spec":{}}"#;
    let mut request: TokenRequest = from_str(body)?;
    status_of(&mut request)?.token = Some("EXAMPLE-NEW".into());
    let serialized = r#"{"status":{"token":"EXAMPLE-NEW","expirationTimestamp":"2026-01-01T01:00:00.5Z","a":1},"spec":{}}"#;
    assert_eq!(to_string(&request)?, serialized);
    status_of(&mut request)?.expiration_timestamp = Some(AT + Duration::HOUR + Duration::MILLISECOND);
    assert_eq!(
        to_string(&request)?,
        format!(r#"{{"status":{{"token":"EXAMPLE-NEW",{ENDS_AT_ONE},"a":1}},"spec":{{}}}}"#)
    );
    let token = request.into_token(AT)?;
    assert_eq!(token.access_token().map(|token| token.expose()), Some("EXAMPLE-NEW"));
    assert_eq!(token.validity().expires.at(), Some(AT + Duration::HOUR));
    Ok(())
}

fn status_of(request: &mut TokenRequest) -> Result<&mut TokenRequestStatus, &'static str> {
    request.status.as_mut().ok_or("no status")
}

#[test]
fn api_status_is_an_error_response() -> Outcomes {
    let body = r#"{"kind":"Status","status":"TokenError","message":"Unauthorized","reason":"Unauthorized","code":401}"#;
    let request: TokenRequest = from_str(body)?;
    assert_eq!(request.status, None);
    match request.into_token(AT) {
        Err(TokenError::ErrorResponse(error_response)) => {
            assert_eq!(
                error_response.to_string(),
                "kubernetes-token-request: error response: Unauthorized: Unauthorized"
            );
        }
        other => assert!(other.is_err(), "a token"),
    }
    Ok(())
}

#[test]
fn structs_deserialize_from_every_source() -> Outcomes {
    let status =
        r#"{"expirationTimestamp":1767229200,"n":12345678901234567890,"token":"EXAMPLE\u002dACCESS"}"#;
    is_read_from_everywhere::<TokenRequestStatus>(status)?;
    is_read_from_everywhere::<ExecCredentialStatus>(status)?;
    let body = format!(r#"{{"kind":"\u0041","n":1.0,"status":{status}}}"#);
    is_read_from_everywhere::<TokenRequest>(&body)?;
    is_read_from_everywhere::<ExecCredential>(&body)
}

#[test]
fn debug_shows_no_secret() -> Outcomes {
    let body = r#"{"kind":"EXAMPLE-KIND","apiVersion":"EXAMPLE-VERSION","spec":"EXAMPLE-SPEC","status":{
        "token":"EXAMPLE-ACCESS","clientKeyData":"EXAMPLE-KEY","expirationTimestamp":"2026-01-01T01:00:00Z","a":"EXAMPLE-A"}}"#;
    assert_eq!(
        format!("{:?}", from_str::<ExecCredential>(body)?),
        concat!(
            "ExecCredential { kind: Some(***), api_version: Some(***), status: Some(ExecCredentialStatus { ",
            "expiration_timestamp: Some(2026-01-01 1:00:00.0 +00), token: Some(***), client_certificate_data: None, ",
            r#"client_key_data: Some(***), unknown: {"a"} }), unknown: {"spec"} }"#,
        )
    );
    Ok(())
}

#[test]
fn errors_do_not_quote_the_response() {
    for (body, message) in [
        (r#"["EXAMPLE-ACCESS"]"#, "invalid TokenRequest at line 1 column 1"),
        (r#"{"apiVersion":"v1","api\u0056ersion":"v1"}"#, "duplicate field `apiVersion` at line 1 column 42"),
        (r#"{"status":{"token":EXAMPLE}}"#, "expected value at line 1 column 20"),
    ] {
        let error = from_str::<TokenRequest>(body).err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some(message), "{body}");
    }
}
