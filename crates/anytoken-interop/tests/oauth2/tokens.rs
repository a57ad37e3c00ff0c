//! Tokens as responses of `oauth2`, both ways.

use std::time::Duration;

use anytoken::{Expiry, Lifetime, Received, Token};
use anytoken_interop::oauth2::{Granted, from_reply, to_reply};
use oauth2::basic::{BasicTokenResponse, BasicTokenType};
use oauth2::{EmptyExtraTokenFields, ExtraTokenFields, Scope, TokenResponse};
use serde::{Deserialize, Serialize};
use time::UtcDateTime;

use crate::client::{Outcome, clock};

#[derive(Debug, Serialize, Deserialize)]
struct Tenant {
    tenant: String,
}

impl ExtraTokenFields for Tenant {}

#[test]
fn a_whole_token_reads_from_nothing_else_and_quotes_nothing() -> Outcome {
    for body in [
        r#""EXAMPLE-SECRET""#,
        r#"{"access_token":"EXAMPLE-SECRET","token_type":"bearer"}"#,
        r#"{"received_at":"EXAMPLE-SECRET","token":{"v":1,"format":"oauth2","access_token":"A"}}"#,
        r#"{"received_at":"2026-01-01T00:00:00Z","token":{"v":1,"format":"oauth2","id_token":"EXAMPLE-SECRET"}}"#,
    ] {
        let error = serde_json::from_str::<Granted>(body).err().ok_or("no error")?;
        assert_eq!(error.to_string(), "invalid granted token");
    }
    Ok(())
}

#[test]
fn a_token_goes_there_and_back() -> Outcome {
    let lifetime = |seconds| {
        let mut lifetime = Lifetime::default();
        lifetime.expires = UtcDateTime::from_unix_timestamp(seconds).map_or(Expiry::Unstated, Expiry::At);
        lifetime
    };
    let token = Token::builder("rfc6749")
        .access_token("EXAMPLE-ACCESS")
        .refresh_token("EXAMPLE-REFRESH")
        .token_type("mac")
        .scopes(["a", "b"])
        .lifetime(lifetime(1_767_225_660))
        .build()?;
    let reply: BasicTokenResponse = to_reply(&token, clock())?;
    assert_eq!(reply.token_type(), &BasicTokenType::Mac);
    assert_eq!(reply.expires_in(), Some(Duration::from_secs(60)));
    assert_eq!(from_reply(&reply, clock())?, token);

    // The instant of receipt is one of whole seconds, as every instant of a token is.
    let granted = Granted::new(token.clone(), clock() + time::Duration::milliseconds(999))?;
    assert_eq!(granted.received_at(), clock());

    // What is read later ends later: the instant is the caller's to know.
    let later = clock() + time::Duration::HOUR;
    assert_eq!(from_reply(&reply, later)?.lifetime().expires, Expiry::At(later + time::Duration::MINUTE));
    Ok(())
}

#[test]
fn a_token_without_a_place_in_oauth2_is_unusable() -> Outcome {
    let token = Token::builder("oauth2").id_token("EXAMPLE-ID").build()?;
    let error = to_reply::<EmptyExtraTokenFields, BasicTokenType>(&token, clock()).err().ok_or("no error")?;
    assert_eq!(error.to_string(), "oauth2: the token cannot be used this way: access_token");
    let error = Granted::new(token, clock()).err().ok_or("no error")?;
    assert_eq!(error.to_string(), "oauth2: the token cannot be used this way: access_token");

    let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
    let error = to_reply::<Tenant, BasicTokenType>(&token, clock()).err().ok_or("no error")?;
    assert_eq!(error.to_string(), "oauth2: a member cannot be read");
    Ok(())
}

#[test]
fn a_scope_with_a_blank_is_not_two_others() -> Outcome {
    let token = Token::builder("oauth2").access_token("A").scopes(["a", "b c"]).build()?;
    let reply: BasicTokenResponse = to_reply(&token, clock())?;
    assert_eq!(reply.scopes(), Some(&vec![Scope::new("a".to_owned())]));
    Ok(())
}

#[test]
fn a_type_is_the_same_whole_and_plain() -> Outcome {
    for (format, sent, kind) in [
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
        let token = anytoken::decode_as(format, Received::new(sent.as_bytes(), clock()))?.into_token()?;
        let reply: BasicTokenResponse = to_reply(&token, clock())?;
        assert_eq!(reply.token_type(), &kind);
        assert_eq!(Granted::new(token, clock())?.token_type(), &kind);
    }
    Ok(())
}
