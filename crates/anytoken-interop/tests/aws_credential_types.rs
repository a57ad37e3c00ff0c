//! Tokens in the AWS SDK.
#![cfg(unix)]

use std::error::Error;
use std::time::{Duration, SystemTime};

use anytoken::Token;
use anytoken_interop::aws_credential_types::token;
use anytoken_interop::{Renewing, Source};
use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};
use pollster::block_on;

type Outcome = Result<(), Box<dyn Error>>;

#[test]
fn a_provider_gives_the_token_and_its_end() -> Outcome {
    let source =
        Source::command("echo", [r#"{"accessToken":"EXAMPLE-ACCESS","expiresAt":"2100-01-01T00:00:00Z"}"#]);
    let provider = SharedTokenProvider::new(Renewing::new(source));
    let given = block_on(provider.provide_token())?;
    assert_eq!(given.token(), "EXAMPLE-ACCESS");
    assert_eq!(given.expiration(), Some(SystemTime::UNIX_EPOCH + Duration::from_secs(4_102_444_800)));
    assert!(!format!("{given:?} {provider:?}").contains("EXAMPLE"));
    Ok(())
}

#[test]
fn a_token_without_an_end_has_none() -> Outcome {
    let granted = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
    assert_eq!(token(&granted)?.expiration(), None);
    Ok(())
}

#[test]
fn a_failure_is_the_providers() -> Outcome {
    for text in [r#"{"access_token":"EXAMPLE-ACCESS","token_type":"mac"}"#, "EXAMPLE"] {
        let provider = Renewing::new(Source::command("echo", [text]));
        let error = block_on(provider.provide_token()).err().ok_or("a token")?;
        assert!(matches!(error, aws_credential_types::provider::error::TokenError::ProviderError(_)));
        assert!(!format!("{error} {error:?}").contains("EXAMPLE"));
    }
    Ok(())
}
