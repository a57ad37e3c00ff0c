//! Responses that are passed on unchanged.

use std::time::Duration;

use anytoken_interop::oauth2::Normalizing;
use oauth2::basic::BasicClient;
use oauth2::{
    AccessToken, ClientId, DeviceAuthorizationUrl, IntrospectionUrl, StandardDeviceAuthorizationResponse,
    SyncHttpClient, TokenIntrospectionResponse,
};

use crate::client::{TestResult, body, client, normalizing, response, returning};

#[test]
fn undecodable_response_is_unchanged() -> TestResult {
    for (status, body_sent) in [
        (200, "<html>Sign in</html>"),
        (200, r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"soon"}"#),
        (200, r#"{"refresh":"EXAMPLE"}"#),
        // RFC 6749 has neither ID tokens without an access token nor error responses without a code.
        (200, r#"{"id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}"#),
        (418, "short and stout"),
    ] {
        let response = response(&normalizing(status, body_sent))?;
        assert_eq!(response.status(), status);
        assert_eq!(
            response.headers().get("content-type").map(http::HeaderValue::as_bytes),
            Some(&b"text/plain"[..])
        );
        assert_eq!(body(response)?, body_sent);
    }
    Ok(())
}

#[test]
fn other_responses_are_unchanged() -> TestResult {
    let sent = r#"{"device_code":"EXAMPLE-DEVICE","user_code":"EXAMPLE","verification_uri":"https://example.com/","expires_in":900,"access_token":"EXAMPLE-ACCESS"}"#;
    let http = Normalizing::new(returning(200, "application/json", sent));
    let device = BasicClient::new(ClientId::new("example".to_owned())).set_device_authorization_url(
        DeviceAuthorizationUrl::new("https://login.example.com/device".to_owned())?,
    );
    let details: StandardDeviceAuthorizationResponse = device.exchange_device_code().request(&http)?;
    assert_eq!(details.expires_in(), Duration::from_secs(900));

    for request in [
        http::Request::get("https://login.example.com/token?grant_type=a").body(Vec::new())?,
        http::Request::get("https://login.example.com/token").body(b"grant_type=a".to_vec())?,
        http::Request::post("https://login.example.com/introspect").body(b"token=grant_type".to_vec())?,
    ] {
        let response = http.call(request)?;
        assert_eq!(response.headers().get("content-length").map(|length| length.len()), Some(3));
        assert_eq!(body(response)?, sent);
    }
    Ok(())
}

#[test]
fn introspection_is_unchanged() -> TestResult {
    let http = Normalizing::new(returning(200, "application/json", r#"{"active":true,"scope":"a"}"#));
    let client =
        client()?.set_introspection_url(IntrospectionUrl::new("https://login.example.com/i".to_owned())?);
    let introspection = client.introspect(&AccessToken::new("EXAMPLE-ACCESS".to_owned())).request(&http)?;
    assert!(introspection.active());
    Ok(())
}
