//! Tokens for `object_store`.
#![cfg(unix)]

use std::error::Error;
use std::sync::Arc;

use anytoken_interop::object_store::{Azure, Gcp};
use anytoken_interop::{Refreshing, Source};
use object_store::azure::{AzureCredential, AzureCredentialProvider};
use object_store::gcp::GcpCredentialProvider;
use pollster::block_on;

type TestResult = Result<(), Box<dyn Error>>;

fn tokens(text: &str) -> Refreshing {
    Refreshing::new(Source::command("echo", [text]))
}

const TOKEN: &str = r#"{"access_token":"EXAMPLE-ACCESS","expires_on":"4102444800"}"#;

#[test]
fn azure_and_google_get_bearer_tokens() -> TestResult {
    let azure: AzureCredentialProvider = Arc::new(Azure(tokens(TOKEN)));
    let credential = block_on(azure.get_credential())?;
    assert_eq!(*credential, AzureCredential::BearerToken("EXAMPLE-ACCESS".to_owned()));
    let gcp: GcpCredentialProvider = Arc::new(Gcp(tokens(TOKEN)));
    let credential = block_on(gcp.get_credential())?;
    assert_eq!(credential.bearer, "EXAMPLE-ACCESS");
    assert!(!format!("{azure:?} {gcp:?}").contains("EXAMPLE"));
    Ok(())
}

#[test]
fn command_gets_the_scope() -> TestResult {
    let script = r#"echo "{\"access_token\":\"$1\",\"expires_on\":4102444800}""#;
    let tokens = Refreshing::new(Source::command("sh", ["-c", script, "sh", "{scopes}"]));
    let azure: AzureCredentialProvider = Arc::new(Azure(tokens.clone()));
    let credential = block_on(azure.get_credential())?;
    assert_eq!(*credential, AzureCredential::BearerToken("https://storage.azure.com/.default".to_owned()));
    let gcp: GcpCredentialProvider = Arc::new(Gcp(tokens));
    let credential = block_on(gcp.get_credential())?;
    assert_eq!(credential.bearer, "https://www.googleapis.com/auth/devstorage.read_write");
    Ok(())
}

#[test]
fn failure_shows_no_token() -> TestResult {
    for text in [r#"{"access_token":"EXAMPLE-ACCESS","token_type":"mac"}"#, "EXAMPLE"] {
        let azure = block_on(object_store::client::CredentialProvider::get_credential(&Azure(tokens(text))));
        let gcp = block_on(object_store::client::CredentialProvider::get_credential(&Gcp(tokens(text))));
        let (azure, gcp) = (azure.err().ok_or("a token")?, gcp.err().ok_or("a token")?);
        assert!(!format!("{azure} {azure:?} {gcp} {gcp:?}").contains("EXAMPLE"));
    }
    Ok(())
}
