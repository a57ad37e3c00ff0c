//! Tokens in Google Cloud's libraries.
#![cfg(unix)]

use std::error::Error;

use anytoken_interop::google_cloud_auth::Provider;
use anytoken_interop::{Renewing, Source};
use google_cloud_auth::credentials::{AccessTokenCredentials, CacheableResource, Credentials};
use http::{Extensions, HeaderValue};
use pollster::block_on;

type Outcome = Result<(), Box<dyn Error>>;

fn provider(script: &str) -> Provider {
    Provider::new(Renewing::new(Source::command("sh", ["-c", script])))
}

const ENDING: &str = r#"echo '{"access_token":"EXAMPLE-ACCESS","expires_on":4102444800}'"#;

#[test]
fn headers_are_sensitive_and_tagged() -> Outcome {
    let provider = provider(ENDING).with_quota_project(HeaderValue::from_static("example"));
    let credentials = Credentials::from(provider);
    assert_eq!(block_on(credentials.universe_domain()), None);
    let given = block_on(credentials.headers(Extensions::new()))?;
    let CacheableResource::New { entity_tag, data } = given else { return Err("nothing is given".into()) };
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
fn another_token_has_another_tag() -> Outcome {
    // Without an end it is read each time, and `$$` is another each time.
    let credentials = Credentials::from(provider(r#"echo "{\"access_token\":\"EXAMPLE-$$\"}""#));
    let mut extensions = Extensions::new();
    for _ in 0..2 {
        let given = block_on(credentials.headers(extensions.clone()))?;
        let CacheableResource::New { entity_tag, .. } = given else { return Err("it is the same".into()) };
        extensions.insert(entity_tag);
    }
    Ok(())
}

#[test]
fn the_same_token_read_anew_has_the_same_tag() -> Outcome {
    let credentials = Credentials::from(provider(r#"echo '{"access_token":"EXAMPLE-ACCESS"}'"#));
    let given = block_on(credentials.headers(Extensions::new()))?;
    let CacheableResource::New { entity_tag, .. } = given else { return Err("nothing is given".into()) };
    let mut extensions = Extensions::new();
    extensions.insert(entity_tag);
    assert_eq!(block_on(credentials.headers(extensions))?, CacheableResource::NotModified);
    Ok(())
}

#[test]
fn the_access_token_is_given_by_itself() -> Outcome {
    let credentials = AccessTokenCredentials::from(provider(ENDING));
    assert_eq!(block_on(credentials.access_token())?.token, "EXAMPLE-ACCESS");
    Ok(())
}

#[test]
fn a_command_is_told_the_scope_of_the_cloud() -> Outcome {
    let script = r#"echo "{\"access_token\":\"$1\"}""#;
    let tokens = Renewing::new(Source::command("sh", ["-c", script, "sh", "{scopes}"]));
    let credentials = AccessTokenCredentials::from(Provider::new(tokens));
    let given = block_on(credentials.access_token())?;
    assert_eq!(given.token, "https://www.googleapis.com/auth/cloud-platform");
    Ok(())
}

#[test]
fn failures_say_whether_to_try_again_and_nothing_of_the_token() -> Outcome {
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
