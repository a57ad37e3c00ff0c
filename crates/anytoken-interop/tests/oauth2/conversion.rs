//! Tokens to and from response types of `oauth2`.

use std::time::Duration;

use anytoken::{ErrorKind, Expiry, Response, Token, Validity};
use anytoken_interop::oauth2::{FullToken, from_response, to_response};
use oauth2::basic::{BasicTokenResponse, BasicTokenType};
use oauth2::{EmptyExtraTokenFields, ExtraTokenFields, Scope, TokenResponse};
use serde::{Deserialize, Serialize};
use time::UtcDateTime;

use crate::client::{TestResult, clock};

#[derive(Debug, Serialize, Deserialize)]
struct Tenant {
    tenant: String,
}

impl ExtraTokenFields for Tenant {}

#[test]
fn invalid_full_token_is_an_error_without_a_value() -> TestResult {
    for body in [
        r#""EXAMPLE-SECRET""#,
        r#"{"access_token":"EXAMPLE-SECRET","token_type":"bearer"}"#,
        r#"{"received_at":"EXAMPLE-SECRET","token":{"v":1,"format":"oauth2","access_token":"A"}}"#,
        r#"{"received_at":"2026-01-01T00:00:00Z","token":{"v":1,"format":"oauth2","id_token":"EXAMPLE-SECRET"}}"#,
    ] {
        let error = serde_json::from_str::<FullToken>(body).err().ok_or("no error")?;
        assert_eq!(error.to_string(), "invalid token");
    }
    Ok(())
}

#[test]
fn token_round_trips() -> TestResult {
    let validity = |seconds| {
        let mut validity = Validity::default();
        validity.expires = UtcDateTime::from_unix_timestamp(seconds).map_or(Expiry::Unknown, Expiry::At);
        validity
    };
    let token = Token::builder("rfc6749")
        .access_token("EXAMPLE-ACCESS")
        .refresh_token("EXAMPLE-REFRESH")
        .token_type("mac")
        .scopes(["a", "b"])
        .validity(validity(1_767_225_660))
        .build()?;
    let response: BasicTokenResponse = to_response(&token, clock())?;
    assert_eq!(response.token_type(), &BasicTokenType::Mac);
    assert_eq!(response.expires_in(), Some(Duration::from_secs(60)));
    assert_eq!(from_response(&response, clock())?, token);

    // The instant of arrival is in whole seconds, like every instant of a token.
    let full = FullToken::new(token.clone(), clock() + time::Duration::milliseconds(999))?;
    assert_eq!(full.received_at(), clock());

    // A later arrival means a later expiry.
    let later = clock() + time::Duration::HOUR;
    assert_eq!(
        from_response(&response, later)?.validity().expires,
        Expiry::At(later + time::Duration::MINUTE)
    );
    Ok(())
}

#[test]
fn token_that_oauth2_cannot_hold_is_unusable() -> TestResult {
    let token = Token::builder("oauth2").id_token("EXAMPLE-ID").build()?;
    let error =
        to_response::<EmptyExtraTokenFields, BasicTokenType>(&token, clock()).err().ok_or("no error")?;
    assert_eq!((error.kind(), error.field()), (ErrorKind::Unusable, Some("access_token")));
    let error = FullToken::new(token, clock()).err().ok_or("no error")?;
    assert_eq!((error.kind(), error.field()), (ErrorKind::Unusable, Some("access_token")));

    let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
    let error = to_response::<Tenant, BasicTokenType>(&token, clock()).err().ok_or("no error")?;
    assert_eq!(error.kind(), ErrorKind::Invalid);
    Ok(())
}

#[test]
fn scope_with_a_space_is_dropped() -> TestResult {
    let token = Token::builder("oauth2").access_token("A").scopes(["a", "b c"]).build()?;
    let response: BasicTokenResponse = to_response(&token, clock())?;
    assert_eq!(response.scopes(), Some(&vec![Scope::new("a".to_owned())]));
    Ok(())
}

#[test]
fn both_conversions_agree_on_the_token_type() -> TestResult {
    for (format, sent, token_type) in [
        ("oauth2", r#"{"access_token":"A"}"#, BasicTokenType::Bearer),
        ("oauth2", r#"{"access_token":"A","token_type":"BEARER"}"#, BasicTokenType::Bearer),
        ("oauth2", r#"{"access_token":"A","token_type":"Mac"}"#, BasicTokenType::Mac),
        (
            "oauth2",
            r#"{"access_token":"A","token_type":"dPoP"}"#,
            BasicTokenType::Extension("dpop".to_owned()),
        ),
        ("power-bi-embed-token", r#"{"token":"A"}"#, BasicTokenType::Extension("embedtoken".to_owned())),
    ] {
        let token = anytoken::decode_as(format, Response::new(sent.as_bytes(), clock()))?.into_token()?;
        let response: BasicTokenResponse = to_response(&token, clock())?;
        assert_eq!(response.token_type(), &token_type);
        assert_eq!(FullToken::new(token, clock())?.token_type(), &token_type);
    }
    Ok(())
}
