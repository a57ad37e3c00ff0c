//! Normalized tokens.

use std::io;
use std::time::Duration;

use anytoken::{ErrorKind, Response};
use anytoken_interop::oauth2::{FullToken, FullTokenClient, Normalizing};
use oauth2::basic::BasicTokenType;
use oauth2::{
    AsyncHttpClient, ClientId, ExtraTokenFields, HttpResponse, Scope, StandardTokenResponse, TokenResponse,
    TokenUrl,
};
use pollster::block_on;
use serde::{Deserialize, Serialize};

use crate::client::{RequestError, TestResult, body, client, clock, normalizing, response, token};

#[test]
fn string_numbers_status_201_and_no_type_are_accepted() -> TestResult {
    let token =
        token(&normalizing(201, r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","scope":"a b"}"#))?;
    assert_eq!(token.access_token().secret(), "EXAMPLE-ACCESS");
    assert_eq!(token.token_type(), &BasicTokenType::Bearer);
    assert_eq!(token.expires_in(), Some(Duration::from_secs(3600)));
    assert_eq!(token.scopes(), Some(&vec![Scope::new("a".to_owned()), Scope::new("b".to_owned())]));
    assert!(token.refresh_token().is_none());
    Ok(())
}

#[test]
fn standard_response_is_unchanged() -> TestResult {
    let standard = r#"{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH","scope":"a b","n":1.50}"#;
    assert_eq!(body(response(&normalizing(200, standard))?)?, standard);
    let error_response = r#"{"error":"invalid_grant","error_description":"No.","error_uri":"https://example.com/","trace":"1"}"#;
    assert_eq!(body(response(&normalizing(400, error_response))?)?, error_response);
    Ok(())
}

#[test]
fn status_and_headers_match_the_new_body() -> TestResult {
    let response = response(&normalizing(201, "access_token=EXAMPLE-ACCESS"))?;
    assert_eq!(response.status(), 200);
    assert_eq!(
        response.headers().get("content-type").map(http::HeaderValue::as_bytes),
        Some(&b"application/json"[..])
    );
    assert_eq!(response.headers().get("content-length"), None);
    assert_eq!(body(response)?, r#"{"access_token":"EXAMPLE-ACCESS","token_type":"bearer"}"#);
    Ok(())
}

#[test]
fn form_is_decoded() -> TestResult {
    let http = normalizing(200, "access_token=EXAMPLE-ACCESS&scope=repo%2Cgist&token_type=bearer")
        .with_format("github")?;
    let token = token(&http)?;
    assert_eq!(token.access_token().secret(), "EXAMPLE-ACCESS");
    assert_eq!(token.scopes().map(Vec::len), Some(2));
    assert_eq!(token.expires_in(), None);
    Ok(())
}

#[test]
fn envelope_is_decoded() -> TestResult {
    let http = normalizing(
        200,
        r#"{"top_auth_token_create_response":{"token_result":"{\"access_token\":\"EXAMPLE-ACCESS\",\"expires_in\":60}"}}"#,
    );
    let token = token(&http.with_format("taobao-top")?)?;
    assert_eq!(token.access_token().secret(), "EXAMPLE-ACCESS");
    assert_eq!(token.expires_in(), Some(Duration::from_secs(60)));
    Ok(())
}

#[test]
fn absolute_expiry_counts_from_arrival() -> TestResult {
    let expires_in = |body| token(&normalizing(200, body)).map(|token| token.expires_in());
    assert_eq!(
        expires_in(r#"{"access_token":"A","expires_on":"1767225660"}"#)?,
        Some(Duration::from_secs(60))
    );
    assert_eq!(expires_in(r#"{"access_token":"A","expires_on":"1767225599"}"#)?, Some(Duration::ZERO));
    assert_eq!(expires_in(r#"{"access_token":"A","expires_in":-5}"#)?, Some(Duration::ZERO));
    assert_eq!(expires_in(r#"{"access_token":"A","expires_in":0}"#)?, Some(Duration::ZERO));
    assert_eq!(expires_in(r#"{"access_token":"A","expires_in":-1}"#)?, None);
    assert_eq!(expires_in(r#"{"access_token":"A","expires_in":null}"#)?, None);
    Ok(())
}

#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
struct Extra {
    tenant: String,
    n: u64,
    resource: Option<String>,
    refresh_token_expires_in: Option<u64>,
    subject: Option<String>,
}

impl ExtraTokenFields for Extra {}

#[test]
fn extras_and_other_fields_become_extra_fields() -> TestResult {
    let http = normalizing(
        200,
        r#"{"access_token":"A","tenant":"example","n":18446744073709551615,"resource":"https://example.com/","msi_res_id":"example","refresh_token":"","scope":5,"ext_expires_in":"60","not_before":"1767225000"}"#,
    );
    let response = response(&http)?;
    let token: StandardTokenResponse<Extra, BasicTokenType> = serde_json::from_slice(response.body())?;
    assert_eq!(token.extra_fields().tenant, "example");
    assert_eq!(token.extra_fields().n, u64::MAX);
    assert_eq!(token.extra_fields().resource.as_deref(), Some("https://example.com/"));
    // Extras with a name of RFC 6749 are left out.
    assert!(token.refresh_token().is_none() && token.scopes().is_none());
    assert_eq!(
        body(response)?,
        r#"{"access_token":"A","token_type":"bearer","not_before":1767225000,"ext_expires_in":60,"resource":"https://example.com/","tenant":"example","n":18446744073709551615,"msi_res_id":"example"}"#
    );
    Ok(())
}

#[test]
fn extra_does_not_replace_a_field() -> TestResult {
    let sent = r#"{"access_token":"A","user_id":"example","subject":"another","expires_in":60}"#;
    let response = response(&normalizing(200, sent).with_format("microsoft-account")?)?;
    assert_eq!(
        body(response)?,
        r#"{"access_token":"A","token_type":"bearer","expires_in":60,"subject":"example"}"#
    );
    Ok(())
}

#[test]
fn scheme_of_the_format_is_the_token_type() -> TestResult {
    let http = normalizing(200, r#"{"token":"EXAMPLE-EMBED","expiration":"2026-01-01T01:00:00Z"}"#);
    let token = token(&http.with_format("power-bi-embed-token")?)?;
    assert_eq!(token.token_type(), &BasicTokenType::Extension("embedtoken".to_owned()));
    assert_eq!(token.expires_in(), Some(Duration::from_secs(3600)));
    Ok(())
}

#[test]
fn future_of_async_client_is_send() -> TestResult {
    fn send<T: Send>(value: T) -> T {
        value
    }
    let http = Normalizing::new(|_| {
        std::future::ready(Ok::<_, io::Error>(HttpResponse::new("access_token=A".into())))
    });
    let request = http::Request::post("https://login.example.com/").body(b"grant_type=a".to_vec())?;
    let response = block_on(send(AsyncHttpClient::call(&http, request)))?;
    assert_eq!(body(response)?, r#"{"access_token":"A","token_type":"bearer"}"#);

    let other = http::Request::post("https://login.example.com/").body(b"token=a".to_vec())?;
    let response = block_on(AsyncHttpClient::call(&http, other))?;
    assert_eq!(body(response)?, "access_token=A");
    let client = client()?;
    let future = send(client.exchange_client_credentials().request_async(&http));
    assert_eq!(block_on(future)?.access_token().secret(), "A");
    Ok(())
}

#[test]
fn unknown_format_is_an_error() -> TestResult {
    let error = normalizing(200, "").with_format("example").err().ok_or("no error")?;
    assert_eq!(error.kind(), ErrorKind::UnknownFormat);
    Ok(())
}

#[test]
fn full_token_client_loses_nothing() -> TestResult {
    let body = r#"{"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":"60","scope":"a b","token_type":"Bearer","client_id":"7","msi_res_id":"example"}"#;
    let client = FullTokenClient::<_, _, _, _, _>::new(ClientId::new("example".to_owned()))
        .set_token_uri(TokenUrl::new("https://login.example.com/token".to_owned())?);
    let token = client.exchange_client_credentials().request(&normalizing(200, body).full_tokens())?;
    let expected = anytoken::decode(Response::new(body.as_bytes(), clock()))?.into_token()?;
    assert_eq!(token.token(), &expected);
    assert_eq!(token.received_at(), clock());
    assert_eq!(token.expires_in(), Some(Duration::from_secs(60)));
    assert_eq!(token.access_token().secret(), "EXAMPLE-ACCESS");
    assert_eq!(token.refresh_token().map(|secret| secret.secret().as_str()), Some("EXAMPLE-REFRESH"));
    assert_eq!(token.token_type(), &BasicTokenType::Bearer);
    assert_eq!(token.scopes().map(Vec::len), Some(2));
    assert_eq!(token.into_token(), expected);

    let rejected = client
        .exchange_client_credentials()
        .request(&normalizing(200, r#"{"error":"invalid_grant"}"#).full_tokens());
    assert!(matches!(rejected, Err(RequestError::ServerResponse(_))));
    Ok(())
}

#[test]
fn debug_shows_no_secret() -> TestResult {
    let http = normalizing(
        200,
        r#"{"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","x":"EXAMPLE-X"}"#,
    );
    let response = response(&http)?;
    let token = anytoken::decode(Response::new(response.body(), clock()))?.into_token()?;
    let shown = format!("{http:?} {:?}", FullToken::new(token, clock())?);
    assert!(!shown.contains("EXAMPLE"), "{shown}");
    assert_eq!(
        format!("{:?}", http.with_format("github")?),
        r#"Normalizing { format: Some("github"), full_tokens: false, .. }"#
    );
    Ok(())
}
