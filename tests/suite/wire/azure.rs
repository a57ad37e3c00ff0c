//! `IdentityTokenResponse`: the vendor's schema, and the adapter behind it.

use anytoken::TokenError;
use anytoken::azure::{IMDS, IdentityTokenResponse};
use anytoken_tests::recorded::AT;
use serde_json::{from_str, to_string};
use time::UtcDateTime;

use super::{Outcomes, comes_to_what_its_adapter_comes_to, is_read_from_everywhere, values};

const MEMBERS: &[&str] = &[
    "access_token",
    "client_id",
    "expires_in",
    "expires_on",
    "ext_expires_in",
    "msi_res_id",
    "not_before",
    "object_id",
    "resource",
    "token_type",
    // Members without a field in the struct that the adapter decodes.
    "refresh_token",
    "id_token",
    "scope",
    "error",
    "error_description",
    "error_uri",
    "interval",
    "tenant",
];

#[test]
fn struct_decodes_as_its_adapter() -> Outcomes {
    let odd = [
        "{}",
        r#" {"access_token" : "EXAMPLE-ACCESS" , "a":1,"a":[2.50],"a":1e400} "#,
        r#"{"error":"invalid_request","error":"invalid_scope"}"#,
        r#"{"access_token":"EXAMPLE-ACCESS","scope":"a","scope":"b"}"#,
        r#"{"error":{"code":"x","message":"y"},"access_token":"EXAMPLE-ACCESS"}"#,
        r#"{"access\u005ftoken":"EXAMPLE-ACCESS","exp\u0069res_in":3600,"\u0000\"\u00e9":"\u00e9"}"#,
        r#"{"access_token":"EXAMPLE-ACCESS","access\u002ftoken":1,"":2}"#,
    ];
    let templates =
        [r#"{@}"#, r#"{@,"access_token":"EXAMPLE-ACCESS"}"#, r#"{"a":1,"error":"invalid_request",@}"#];
    comes_to_what_its_adapter_comes_to(&IMDS, IdentityTokenResponse::decode, &odd, &templates, MEMBERS)?;

    let ends = values().map(|end| format!(r#"{{"expires_on":{end},"access_token":"EXAMPLE-ACCESS",@}}"#));
    let ends: Vec<_> = ends.collect();
    let ends: Vec<_> = ends.iter().map(String::as_str).collect();
    comes_to_what_its_adapter_comes_to(&IMDS, IdentityTokenResponse::decode, &[], &ends, &["expires_in"])
}

#[test]
fn encoded_struct_follows_the_schema() -> Outcomes {
    for (sent, serialized) in [
        ("{}", "{}"),
        (
            r#"{"token_type":"Bearer","expires_in":3600,"ext_expires_in":7.2e3,"access_token":"EXAMPLE-ACCESS"}"#,
            r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","ext_expires_in":"7200","token_type":"Bearer"}"#,
        ),
        (
            r#"{"client_id":12345678901234567890,"object_id":1.50,"resource":7}"#,
            r#"{"client_id":"12345678901234567890","object_id":"1.50","resource":"7"}"#,
        ),
        (r#"{"expires_in":" 3600 ","not_before":0}"#, r#"{"expires_in":"3600","not_before":0}"#),
        (
            r#"{"not_before":"2026-01-01T01:00:00.0000000+01:00","expires_on":1767311999000}"#,
            r#"{"expires_on":"1767311999","not_before":"1767225600"}"#,
        ),
        (r#"{"msi_res_id":"\/subscriptions\/1"}"#, r#"{"msi_res_id":"/subscriptions/1"}"#),
    ] {
        assert_eq!(to_string(&from_str::<IdentityTokenResponse>(sent)?)?, serialized);
    }
    Ok(())
}

#[test]
fn undecodable_value_is_encoded_as_sent() -> Outcomes {
    for sent in [
        r#"{"expires_in":"3599.9"}"#,
        r#"{"expires_in":3599.90}"#,
        r#"{"expires_in":null,"expires_on":"soon","token_type":5,"access_token":true}"#,
        r#"{"expires_in":"","expires_on":{"at": 1},"client_id":["a"]}"#,
        r#"{"expires_on":"2026-01-01T00:00:00.1234567Z"}"#,
        r#"{"expires_on":"2026-01-01T00:59:60Z"}"#,
        r#"{"expires_on":1767225600123}"#,
        r#"{"expires_on":"\/Date(1767225600123)\/"}"#,
        r#"{"expires_on":" /Date(1767225600123)/ "}"#,
        r#"{"expires_in":"00000000000000000000000000000000003600"}"#,
        r#"{"access_token":"\ud800"}"#,
        r#"{"b":12345678901234567890.10,"a":{"z": [1e400]},"b":"\u0041"}"#,
    ] {
        assert_eq!(to_string(&from_str::<IdentityTokenResponse>(sent)?)?, sent);
    }
    Ok(())
}

#[test]
fn field_accepts_every_documented_form() -> Outcomes {
    for (json, seconds) in [
        ("3600", Some(3600)),
        (r#""3600""#, Some(3600)),
        (r#"" +3.6e3 ""#, Some(3600)),
        (r#""3599.9""#, Some(3599)),
        (r#""                                  3600""#, Some(3600)),
        ("-1", Some(-1)),
        ("-0.5", Some(-1)),
        ("9223372036854775807", Some(i64::MAX)),
        ("9223372036854775808", None),
        ("null", None),
        (r#""""#, None),
        (r#""3600s""#, None),
        (r#""2026-01-01T00:00:00Z""#, None),
        ("true", None),
    ] {
        let response: IdentityTokenResponse = from_str(&format!(r#"{{"expires_in":{json}}}"#))?;
        assert_eq!(response.expires_in, seconds, "{json}");
    }
    for (json, instant) in [
        ("1767225600", Some(AT)),
        (r#""1767225600.9""#, Some(AT)),
        ("1767225600999", Some(AT)),
        (r#""2026-01-01T00:00:00.1234567Z""#, Some(AT)),
        (r#""2026-01-01T01:00:00+01:00""#, Some(AT)),
        (r#""01/01/2026 00:00:00""#, Some(AT)),
        (r#""2026-01-01 00:00:00""#, Some(AT)),
        (r#""\/Date(1767225600000)\/""#, Some(AT)),
        (r#""1970-01-01T00:00:00Z""#, Some(UtcDateTime::UNIX_EPOCH)),
        (r#""1969-12-31T23:59:59Z""#, None),
        ("999999999", None),
        ("100000000000000", None),
        (r#""soon""#, None),
        ("null", None),
    ] {
        let response: IdentityTokenResponse = from_str(&format!(r#"{{"expires_on":{json}}}"#))?;
        assert_eq!(response.expires_on, instant, "{json}");
    }
    Ok(())
}

#[test]
fn changed_field_replaces_the_sent_value() -> Outcomes {
    let body =
        r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3599.9","ext_expires_in":60,"expires_on":"soon"}"#;
    let mut response: IdentityTokenResponse = from_str(body)?;
    response.expires_in = Some(7200);
    response.ext_expires_in = None;
    response.expires_on = Some(AT);
    assert_eq!(
        to_string(&response)?,
        r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"7200","expires_on":"1767225600"}"#
    );
    let token = response.into_token(AT)?;
    assert_eq!(token.validity().expires.at(), Some(AT));
    assert_eq!(token.validity().extended_expires_at, None);
    assert!(token.extras().is_empty());
    Ok(())
}

#[test]
fn new_response_can_be_encoded() -> Outcomes {
    let response = IdentityTokenResponse {
        access_token: Some("EXAMPLE-ACCESS".into()),
        expires_in: Some(86_399),
        expires_on: Some(AT + time::Duration::seconds(86_399) + time::Duration::MILLISECOND),
        not_before: Some(UtcDateTime::UNIX_EPOCH),
        msi_res_id: Some("/subscriptions/\"1\"".into()),
        ..IdentityTokenResponse::default()
    };
    assert_eq!(
        to_string(&response)?,
        concat!(
            r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"86399","expires_on":"1767311999","#,
            r#""msi_res_id":"/subscriptions/\"1\"","not_before":"1970-01-01T00:00:00Z"}"#,
        )
    );
    let token = response.into_token(AT)?;
    assert_eq!(token.validity().not_before, Some(UtcDateTime::UNIX_EPOCH));
    assert_eq!(
        token.extras().get("msi_res_id").map(|id| id.expose_json()),
        Some(r#""/subscriptions/\"1\"""#)
    );
    Ok(())
}

#[test]
fn error_response_keeps_the_words_of_the_server() -> Outcomes {
    let body = r#"{"error":"invalid_resource","error_description":"no such resource","access_token":null}"#;
    let response: IdentityTokenResponse = from_str(body)?;
    assert_eq!(response.unknown.len(), 3);
    match response.into_token(UtcDateTime::UNIX_EPOCH) {
        Err(TokenError::ErrorResponse(error_response)) => {
            assert_eq!(
                error_response.to_string(),
                "azure-imds: error response: invalid_resource: no such resource"
            );
        }
        other => assert!(other.is_err(), "a token"),
    }
    let empty = IdentityTokenResponse::default().into_token(UtcDateTime::UNIX_EPOCH);
    assert_eq!(
        empty.map_err(|error| error.to_string()).err().as_deref(),
        Some("azure-imds: no token in the response: access_token")
    );
    Ok(())
}

#[test]
fn struct_deserializes_from_every_source() -> Outcomes {
    is_read_from_everywhere::<IdentityTokenResponse>(
        r#"{"access_token":"EXAMPLE\u002dACCESS","expires_in":3600,"n":12345678901234567890}"#,
    )
}

#[test]
fn null_and_empty_differ_from_absent() -> Outcomes {
    let read = from_str::<IdentityTokenResponse>;
    assert_ne!(read(r#"{"expires_in":null}"#)?, read("{}")?);
    assert_ne!(read(r#"{"expires_in":"3599.9"}"#)?, read(r#"{"expires_in":"3599"}"#)?);
    assert_ne!(read(r#"{"a":1}"#)?, read(r#"{"a":2}"#)?);
    assert_ne!(read(r#"{"a":1}"#)?, read(r#"{"b":1}"#)?);
    assert_ne!(read(r#"{"a":1}"#)?, read(r#"{"a":1,"a":1}"#)?);
    assert_ne!(read(r#"{"access_token":"EXAMPLE-A"}"#)?, read(r#"{"access_token":"EXAMPLE-B"}"#)?);
    assert_eq!(read(r#"{"expires_in":3600}"#)?, read(r#"{"expires_in":"3600"}"#)?);
    Ok(())
}

#[test]
fn errors_do_not_quote_the_response() {
    for (body, message) in [
        (r#""EXAMPLE-ACCESS""#, "invalid IdentityTokenResponse at line 1 column 16"),
        (r#"["EXAMPLE-ACCESS"]"#, "invalid IdentityTokenResponse at line 1 column 1"),
        ("1234567890", "invalid IdentityTokenResponse at line 1 column 10"),
        ("-1", "invalid IdentityTokenResponse at line 1 column 2"),
        ("1.5", "invalid IdentityTokenResponse at line 1 column 3"),
        ("true", "invalid IdentityTokenResponse at line 1 column 4"),
        ("null", "invalid IdentityTokenResponse at line 1 column 4"),
        (r#"{"expires_in":1,"expires_in":null}"#, "duplicate field `expires_in` at line 1 column 34"),
        (r#"{"resource":null,"res\u006furce":null}"#, "duplicate field `resource` at line 1 column 38"),
        (r#"{"access_token":"EXAMPLE-ACCESS"#, "EOF while parsing a string at line 1 column 31"),
        (r#"{"access_token":EXAMPLE}"#, "expected value at line 1 column 17"),
        ("", "EOF while parsing a value at line 1 column 0"),
    ] {
        let error = from_str::<IdentityTokenResponse>(body).err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some(message), "{body}");
    }
}

#[test]
fn debug_shows_no_secret() -> Outcomes {
    let body = r#"{"access_token":"EXAMPLE-ACCESS","msi_res_id":"EXAMPLE-ID","client_id":1,"expires_in":60.5,
        "expires_on":"1767225600","refresh_token":"EXAMPLE-REFRESH","tenant":"EXAMPLE-TENANT"}"#;
    let response: IdentityTokenResponse = from_str(body)?;
    assert_eq!(
        format!("{response:?}"),
        concat!(
            r#"IdentityTokenResponse { access_token: Some(***), client_id: Some("1"), expires_in: Some(60), "#,
            "expires_on: Some(2026-01-01 0:00:00.0 +00), ext_expires_in: None, msi_res_id: Some(***), ",
            "not_before: None, object_id: None, resource: None, token_type: None, ",
            r#"unknown: {"expires_in", "refresh_token", "tenant"} }"#,
        )
    );
    Ok(())
}
