//! Tokens for Google Cloud's libraries.
#![cfg(unix)]

use std::error::Error;

use anytoken_interop::google_cloud_auth::Provider;
use anytoken_interop::{Refreshing, Source};
use google_cloud_auth::credentials::{AccessTokenCredentials, CacheableResource, Credentials};
use http::{Extensions, HeaderValue};
use pollster::block_on;

type TestResult = Result<(), Box<dyn Error>>;

fn provider(script: &str) -> Provider {
    Provider::new(Refreshing::new(Source::command("sh", ["-c", script])))
}

const TOKEN: &str = r#"echo '{"access_token":"EXAMPLE-ACCESS","expires_on":4102444800}'"#;

#[test]
fn headers_are_sensitive_and_have_a_tag() -> TestResult {
    let provider = provider(TOKEN).with_quota_project(HeaderValue::from_static("example"));
    let credentials = Credentials::from(provider);
    assert_eq!(block_on(credentials.universe_domain()), None);
    let headers = block_on(credentials.headers(Extensions::new()))?;
    let CacheableResource::New { entity_tag, data } = headers else { return Err("not modified".into()) };
    let authorization = data.get("authorization").ok_or("no header")?;
    assert_eq!(authorization, "Bearer EXAMPLE-ACCESS");
    assert!(authorization.is_sensitive());
    assert_eq!(data.get("x-goog-user-project"), Some(&HeaderValue::from_static("example")));

    let mut extensions = Extensions::new();
    extensions.insert(entity_tag);
    let again = block_on(credentials.headers(extensions))?;
    assert_eq!(again, CacheableResource::NotModified);
    Ok(())
}

#[test]
fn new_token_has_a_new_tag() -> TestResult {
    // Without an expiry it is read each time, and `$$` differs each time.
    let credentials = Credentials::from(provider(r#"echo "{\"access_token\":\"EXAMPLE-$$\"}""#));
    let mut extensions = Extensions::new();
    for _ in 0..2 {
        let headers = block_on(credentials.headers(extensions.clone()))?;
        let CacheableResource::New { entity_tag, .. } = headers else { return Err("not modified".into()) };
        extensions.insert(entity_tag);
    }
    Ok(())
}

#[test]
fn equal_token_keeps_its_tag() -> TestResult {
    let credentials = Credentials::from(provider(r#"echo '{"access_token":"EXAMPLE-ACCESS"}'"#));
    let headers = block_on(credentials.headers(Extensions::new()))?;
    let CacheableResource::New { entity_tag, .. } = headers else { return Err("not modified".into()) };
    let mut extensions = Extensions::new();
    extensions.insert(entity_tag);
    assert_eq!(block_on(credentials.headers(extensions))?, CacheableResource::NotModified);
    Ok(())
}

#[test]
fn access_token_is_returned() -> TestResult {
    let credentials = AccessTokenCredentials::from(provider(TOKEN));
    assert_eq!(block_on(credentials.access_token())?.token, "EXAMPLE-ACCESS");
    Ok(())
}

#[test]
fn command_gets_the_scope() -> TestResult {
    let script = r#"echo "{\"access_token\":\"$1\"}""#;
    let tokens = Refreshing::new(Source::command("sh", ["-c", script, "sh", "{scopes}"]));
    let credentials = AccessTokenCredentials::from(Provider::new(tokens));
    let access_token = block_on(credentials.access_token())?;
    assert_eq!(access_token.token, "https://www.googleapis.com/auth/cloud-platform");
    Ok(())
}

#[test]
fn failure_is_transient_or_not_and_shows_no_token() -> TestResult {
    for (script, transient) in [
        ("exit 1", true),
        ("echo EXAMPLE", false),
        (r#"echo '{"access_token":"EXAMPLE-ACCESS","token_type":"N_A"}'"#, false),
    ] {
        let credentials = Credentials::from(provider(script));
        let error = block_on(credentials.headers(Extensions::new())).err().ok_or("headers")?;
        assert_eq!(error.is_transient(), transient, "{script}");
        assert!(!format!("{error} {error:?} {credentials:?}").contains("EXAMPLE"));
    }
    Ok(())
}
