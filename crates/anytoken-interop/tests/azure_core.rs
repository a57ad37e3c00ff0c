//! Tokens for the Azure SDK.
#![cfg(unix)]

use std::error::Error;
use std::sync::Arc;

use anytoken::{Response, Token};
use anytoken_interop::azure_core::access_token;
use anytoken_interop::{Refreshing, Source};
use azure_core::credentials::TokenCredential;
use azure_core::error::ErrorKind;
use pollster::block_on;
use time::UtcDateTime;

type TestResult = Result<(), Box<dyn Error>>;

fn token(format: &str, body: &str) -> Result<Token, anytoken::TokenError> {
    Ok(anytoken::decode_as(format, Response::new(body.as_bytes(), UtcDateTime::UNIX_EPOCH))?.into_token()?)
}

#[test]
fn missing_expiry_is_not_invented() -> TestResult {
    for (format, body) in [
        ("rfc6749", r#"{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer"}"#),
        // GitHub documents that it never expires.
        ("github", r#"{"access_token":"EXAMPLE-ACCESS","token_type":"bearer"}"#),
    ] {
        let error = access_token(&token(format, body)?).err().ok_or("a token")?;
        assert_eq!((error.kind(), error.field()), (anytoken::ErrorKind::Unusable, Some("expires_at")));
    }
    Ok(())
}

#[test]
fn other_token_types_are_rejected() -> TestResult {
    for body in [
        r#"{"access_token":"EXAMPLE-ACCESS","token_type":"DPoP","expires_in":60}"#,
        r#"{"access_token":"EXAMPLE-ACCESS","token_type":"N_A","expires_in":60}"#,
        r#"{"id_token":"EXAMPLE-ID","expires_in":60}"#,
    ] {
        assert!(access_token(&token("rfc6749", body)?).is_err(), "{body}");
    }
    Ok(())
}

#[test]
fn client_gets_the_token_of_its_scopes() -> TestResult {
    let script = r#"echo "{\"accessToken\":\"EXAMPLE-$1\",\"expires_on\":4102444800}""#;
    let source = Source::command("sh", ["-c", script, "sh", "{scopes}"]).with_format("azure-cli")?;
    let credential: Arc<dyn TokenCredential> = Arc::new(Refreshing::new(source));
    let access_token = block_on(credential.get_token(&["https://vault.azure.net/.default"], None))?;
    assert_eq!(access_token.token.secret(), "EXAMPLE-https://vault.azure.net/.default");
    assert_eq!(access_token.expires_on.unix_timestamp(), 4_102_444_800);
    assert!(!format!("{access_token:?} {credential:?}").contains("EXAMPLE"));
    Ok(())
}

#[test]
fn failure_is_a_credential_error() -> TestResult {
    for script in ["exit 1", r#"echo '{"access_token":"EXAMPLE-ACCESS"}'"#] {
        let credential = Refreshing::new(Source::command("sh", ["-c", script]));
        let error = block_on(credential.get_token(&[], None)).err().ok_or("a token")?;
        assert_eq!(error.kind(), &ErrorKind::Credential);
        assert!(!format!("{error} {error:?}").contains("EXAMPLE"));
    }
    Ok(())
}
