//! Tokens for the AWS SDK.
#![cfg(unix)]

use std::error::Error;
use std::time::{Duration, SystemTime};

use anytoken::Token;
use anytoken_interop::aws_credential_types::token;
use anytoken_interop::{Refreshing, Source};
use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};
use pollster::block_on;

type TestResult = Result<(), Box<dyn Error>>;

#[test]
fn provider_returns_token_and_expiry() -> TestResult {
    let source =
        Source::command("echo", [r#"{"accessToken":"EXAMPLE-ACCESS","expiresAt":"2100-01-01T00:00:00Z"}"#]);
    let provider = SharedTokenProvider::new(Refreshing::new(source));
    let provided = block_on(provider.provide_token())?;
    assert_eq!(provided.token(), "EXAMPLE-ACCESS");
    assert_eq!(provided.expiration(), Some(SystemTime::UNIX_EPOCH + Duration::from_secs(4_102_444_800)));
    assert!(!format!("{provided:?} {provider:?}").contains("EXAMPLE"));
    Ok(())
}

#[test]
fn unknown_expiry_is_none() -> TestResult {
    let built = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
    assert_eq!(token(&built)?.expiration(), None);
    Ok(())
}

#[test]
fn failure_is_a_provider_error() -> TestResult {
    for text in [r#"{"access_token":"EXAMPLE-ACCESS","token_type":"mac"}"#, "EXAMPLE"] {
        let provider = Refreshing::new(Source::command("echo", [text]));
        let error = block_on(provider.provide_token()).err().ok_or("a token")?;
        assert!(matches!(error, aws_credential_types::provider::error::TokenError::ProviderError(_)));
        assert!(!format!("{error} {error:?}").contains("EXAMPLE"));
    }
    Ok(())
}
