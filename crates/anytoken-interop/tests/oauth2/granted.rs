//! Tokens, however they are sent.

use std::io;
use std::time::Duration;

use anytoken::Received;
use anytoken_interop::oauth2::{Granted, GrantedClient, Normalizing};
use oauth2::basic::BasicTokenType;
use oauth2::{
    AsyncHttpClient, ClientId, ExtraTokenFields, HttpResponse, Scope, StandardTokenResponse, TokenResponse,
    TokenUrl,
};
use pollster::block_on;
use serde::{Deserialize, Serialize};

use crate::client::{Outcome, Refused, body, client, clock, granted, normalizing, reply};

#[test]
fn numbers_in_strings_a_201_and_no_token_type_are_read() -> Outcome {
    let token =
        granted(&normalizing(201, r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","scope":"a b"}"#))?;
    assert_eq!(token.access_token().secret(), "EXAMPLE-ACCESS");
    assert_eq!(token.token_type(), &BasicTokenType::Bearer);
    assert_eq!(token.expires_in(), Some(Duration::from_secs(3600)));
    assert_eq!(token.scopes(), Some(&vec![Scope::new("a".to_owned()), Scope::new("b".to_owned())]));
    assert!(token.refresh_token().is_none());
    Ok(())
}

#[test]
fn a_reply_that_is_plain_stays_what_it_is() -> Outcome {
    let plain = r#"{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH","scope":"a b","n":1.50}"#;
    assert_eq!(body(reply(&normalizing(200, plain))?)?, plain);
    let refusal = r#"{"error":"invalid_grant","error_description":"No.","error_uri":"https://example.com/","trace":"1"}"#;
    assert_eq!(body(reply(&normalizing(400, refusal))?)?, refusal);
    Ok(())
}

#[test]
fn the_envelope_fits_the_new_body() -> Outcome {
    let reply = reply(&normalizing(201, "access_token=EXAMPLE-ACCESS"))?;
    assert_eq!(reply.status(), 200);
    assert_eq!(
        reply.headers().get("content-type").map(http::HeaderValue::as_bytes),
        Some(&b"application/json"[..])
    );
    assert_eq!(reply.headers().get("content-length"), None);
    assert_eq!(body(reply)?, r#"{"access_token":"EXAMPLE-ACCESS","token_type":"bearer"}"#);
    Ok(())
}

#[test]
fn forms_are_read() -> Outcome {
    let http = normalizing(200, "access_token=EXAMPLE-ACCESS&scope=repo%2Cgist&token_type=bearer")
        .with_format("github")?;
    let token = granted(&http)?;
    assert_eq!(token.access_token().secret(), "EXAMPLE-ACCESS");
    assert_eq!(token.scopes().map(Vec::len), Some(2));
    assert_eq!(token.expires_in(), None);
    Ok(())
}

#[test]
fn envelopes_are_opened() -> Outcome {
    let http = normalizing(
        200,
        r#"{"top_auth_token_create_response":{"token_result":"{\"access_token\":\"EXAMPLE-ACCESS\",\"expires_in\":60}"}}"#,
    );
    let token = granted(&http.with_format("taobao-top")?)?;
    assert_eq!(token.access_token().secret(), "EXAMPLE-ACCESS");
    assert_eq!(token.expires_in(), Some(Duration::from_secs(60)));
    Ok(())
}

#[test]
fn an_absolute_end_is_counted_from_the_receipt() -> Outcome {
    let left = |body| granted(&normalizing(200, body)).map(|token| token.expires_in());
    assert_eq!(left(r#"{"access_token":"A","expires_on":"1767225660"}"#)?, Some(Duration::from_secs(60)));
    assert_eq!(left(r#"{"access_token":"A","expires_on":"1767225599"}"#)?, Some(Duration::ZERO));
    assert_eq!(left(r#"{"access_token":"A","expires_in":-5}"#)?, Some(Duration::ZERO));
    assert_eq!(left(r#"{"access_token":"A","expires_in":0}"#)?, Some(Duration::ZERO));
    assert_eq!(left(r#"{"access_token":"A","expires_in":-1}"#)?, None);
    assert_eq!(left(r#"{"access_token":"A","expires_in":null}"#)?, None);
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
fn extras_and_the_other_slots_are_extra_fields() -> Outcome {
    let http = normalizing(
        200,
        r#"{"access_token":"A","tenant":"example","n":18446744073709551615,"resource":"https://example.com/","msi_res_id":"example","refresh_token":"","scope":5,"ext_expires_in":"60","not_before":"1767225000"}"#,
    );
    let reply = reply(&http)?;
    let token: StandardTokenResponse<Extra, BasicTokenType> = serde_json::from_slice(reply.body())?;
    assert_eq!(token.extra_fields().tenant, "example");
    assert_eq!(token.extra_fields().n, u64::MAX);
    assert_eq!(token.extra_fields().resource.as_deref(), Some("https://example.com/"));
    // What was no slot under a name of RFC 6749 is none here either.
    assert!(token.refresh_token().is_none() && token.scopes().is_none());
    assert_eq!(
        body(reply)?,
        r#"{"access_token":"A","token_type":"bearer","ext_expires_in":60,"not_before":1767225000,"resource":"https://example.com/","tenant":"example","n":18446744073709551615,"msi_res_id":"example"}"#
    );
    Ok(())
}

#[test]
fn an_extra_does_not_stand_in_for_a_slot() -> Outcome {
    let sent = r#"{"access_token":"A","user_id":"example","subject":"another","expires_in":60}"#;
    let reply = reply(&normalizing(200, sent).with_format("microsoft-account")?)?;
    assert_eq!(
        body(reply)?,
        r#"{"access_token":"A","token_type":"bearer","expires_in":60,"subject":"example"}"#
    );
    Ok(())
}

#[test]
fn the_scheme_of_a_format_is_its_type() -> Outcome {
    let http = normalizing(200, r#"{"token":"EXAMPLE-EMBED","expiration":"2026-01-01T01:00:00Z"}"#);
    let token = granted(&http.with_format("power-bi-embed-token")?)?;
    assert_eq!(token.token_type(), &BasicTokenType::Extension("embedtoken".to_owned()));
    assert_eq!(token.expires_in(), Some(Duration::from_secs(3600)));
    Ok(())
}

#[test]
fn the_future_of_an_async_client_is_send() -> Outcome {
    fn send<T: Send>(value: T) -> T {
        value
    }
    let http = Normalizing::new(|_| {
        std::future::ready(Ok::<_, io::Error>(HttpResponse::new("access_token=A".into())))
    });
    let request = http::Request::post("https://login.example.com/").body(b"grant_type=a".to_vec())?;
    let reply = block_on(send(AsyncHttpClient::call(&http, request)))?;
    assert_eq!(body(reply)?, r#"{"access_token":"A","token_type":"bearer"}"#);

    let untouched = http::Request::post("https://login.example.com/").body(b"token=a".to_vec())?;
    let reply = block_on(AsyncHttpClient::call(&http, untouched))?;
    assert_eq!(body(reply)?, "access_token=A");
    let client = client()?;
    let asked = send(client.exchange_client_credentials().request_async(&http));
    assert_eq!(block_on(asked)?.access_token().secret(), "A");
    Ok(())
}

#[test]
fn a_format_that_nobody_knows_is_an_error() -> Outcome {
    let error = normalizing(200, "").with_format("example").err().ok_or("no error")?;
    assert_eq!(error.to_string(), "no adapter has this id");
    Ok(())
}

#[test]
fn a_client_of_whole_tokens_loses_nothing() -> Outcome {
    let body = r#"{"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":"60","scope":"a b","token_type":"Bearer","client_id":"7","msi_res_id":"example"}"#;
    let whole = GrantedClient::<_, _, _, _, _>::new(ClientId::new("example".to_owned()))
        .set_token_uri(TokenUrl::new("https://login.example.com/token".to_owned())?);
    let token = whole.exchange_client_credentials().request(&normalizing(200, body).whole())?;
    let expected = anytoken::decode(Received::new(body.as_bytes(), clock()))?.into_token()?;
    assert_eq!(token.token(), &expected);
    assert_eq!(token.received_at(), clock());
    assert_eq!(token.expires_in(), Some(Duration::from_secs(60)));
    assert_eq!(token.access_token().secret(), "EXAMPLE-ACCESS");
    assert_eq!(token.refresh_token().map(|secret| secret.secret().as_str()), Some("EXAMPLE-REFRESH"));
    assert_eq!(token.token_type(), &BasicTokenType::Bearer);
    assert_eq!(token.scopes().map(Vec::len), Some(2));
    assert_eq!(token.into_token(), expected);

    let refused = whole
        .exchange_client_credentials()
        .request(&normalizing(200, r#"{"error":"invalid_grant"}"#).whole());
    assert!(matches!(refused, Err(Refused::ServerResponse(_))));
    Ok(())
}

#[test]
fn nothing_shows_a_secret() -> Outcome {
    let http = normalizing(
        200,
        r#"{"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","x":"EXAMPLE-X"}"#,
    );
    let reply = reply(&http)?;
    let token = anytoken::decode(Received::new(reply.body(), clock()))?.into_token()?;
    let shown = format!("{http:?} {:?}", Granted::new(token, clock())?);
    assert!(!shown.contains("EXAMPLE"), "{shown}");
    assert_eq!(
        format!("{:?}", http.with_format("github")?),
        r#"Normalizing { format: Some("github"), whole: false, .. }"#
    );
    Ok(())
}
