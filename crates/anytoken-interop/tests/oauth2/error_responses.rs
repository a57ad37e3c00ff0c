//! Normalized error responses.

use std::cell::RefCell;
use std::time::Duration;

use anytoken::Remedy;
use anytoken::dialect::{Dialect, ErrorShape, Evidence, paths};
use anytoken_interop::oauth2::Normalizing;
use oauth2::basic::BasicErrorResponseType;
use oauth2::{StandardDeviceAuthorizationResponse, SyncHttpClient, TokenResponse};

use crate::client::{TestResult, body, client, error_response, normalizing, returning};

#[test]
fn error_with_status_200_is_an_error_response() -> TestResult {
    let http =
        normalizing(200, "error=bad_verification_code&error_description=Wrong.&error_uri=https%3A%2F%2Fe%2F");
    let error_response = error_response(&http.with_format("github")?)?;
    assert_eq!(
        error_response.error(),
        &BasicErrorResponseType::Extension("bad_verification_code".to_owned())
    );
    assert_eq!(error_response.error_description().map(String::as_str), Some("Wrong."));
    assert_eq!(error_response.error_uri().map(String::as_str), Some("https://e/"));
    Ok(())
}

/// A vendor with its own codes, and some error responses without a code.
static ACME: Dialect = Dialect::oauth2("acme", "Acme", Evidence::Documented).errors(
    &ErrorShape::RFC6749.error_when(paths!["advice"]).subcode(paths!["advice"]).remedies(&[
        ("wait", Remedy::Pending),
        ("too_fast", Remedy::SlowDown),
        ("again", Remedy::Retry),
        ("login", Remedy::Reauthenticate),
        ("request", Remedy::FixRequest),
        ("client", Remedy::FixClient),
        ("person", Remedy::Interact),
    ]),
);

#[test]
fn missing_code_comes_from_the_remedy() -> TestResult {
    for (sent, code) in [
        (r#"{"advice":"wait"}"#, "authorization_pending"),
        (r#"{"advice":"too_fast"}"#, "slow_down"),
        (r#"{"advice":"again"}"#, "temporarily_unavailable"),
        (r#"{"advice":"login"}"#, "invalid_grant"),
        (r#"{"advice":"request"}"#, "invalid_request"),
        (r#"{"advice":"client"}"#, "invalid_client"),
        (r#"{"advice":"person"}"#, "interaction_required"),
    ] {
        let error_response = error_response(&normalizing(200, sent).with_adapter(&ACME))?;
        assert_eq!(error_response.error().as_ref(), code);
    }
    let error_response = error_response(&normalizing(503, "<html>Come back later</html>"))?;
    assert_eq!(error_response.error().as_ref(), "temporarily_unavailable");
    Ok(())
}

#[test]
fn secret_in_description_is_masked() -> TestResult {
    let body = r#"{"errors":[{"errorType":"invalid_grant","message":"Refresh token invalid: EXAMPLE-REFRESH-TOKEN-0001"}]}"#;
    let error_response = error_response(&normalizing(401, body))?;
    assert_eq!(error_response.error(), &BasicErrorResponseType::InvalidGrant);
    assert_eq!(error_response.error_description().map(String::as_str), Some("Refresh token invalid: ***"));
    Ok(())
}

#[test]
fn device_keeps_polling_on_vendor_codes() -> TestResult {
    let responses =
        RefCell::new(vec![r#"{"access_token":"A"}"#, r#"{"error":"too_fast"}"#, r#"{"error":"wait"}"#]);
    let http = |request| returning(200, "text/plain", responses.borrow_mut().pop().unwrap_or(""))(request);
    let http = Normalizing::new(http).with_adapter(&ACME);
    let pauses = RefCell::new(Vec::new());
    let pause = |pause: Duration| pauses.borrow_mut().push(pause.as_secs());
    let token = client()?.exchange_device_access_token(&device()?).request(&http, pause, None)?;
    assert_eq!(token.access_token().secret(), "A");
    assert_eq!(*pauses.borrow(), [5, 10]);
    Ok(())
}

#[test]
fn device_gets_standard_code_and_vendor_text() -> TestResult {
    let rewritten = |request_body: &str, sent| -> TestResult<String> {
        let request = http::Request::post("https://login.example.com/token").body(request_body.into())?;
        body(normalizing(200, sent).with_adapter(&ACME).call(request)?)
    };
    let device = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code";
    let wait = r#"{"error":"wait"}"#;
    assert_eq!(rewritten(device, wait)?, r#"{"error":"authorization_pending","error_description":"wait"}"#);
    assert_eq!(rewritten("grant_type=other", wait)?, wait);
    let described = r#"{"error":"wait","error_description":"Later."}"#;
    assert_eq!(
        rewritten(device, described)?,
        r#"{"error":"authorization_pending","error_description":"Later."}"#
    );
    Ok(())
}

#[test]
fn device_gets_other_vendor_codes() -> TestResult {
    let http = normalizing(200, r#"{"error":"access_denied"}"#);
    let result = client()?.exchange_device_access_token(&device()?).request(&http, |_| (), None);
    let error = result.err().map(|error| error.to_string());
    assert_eq!(error.as_deref(), Some("Server returned error response: access_denied"));
    Ok(())
}

fn device() -> Result<StandardDeviceAuthorizationResponse, serde_json::Error> {
    serde_json::from_str(
        r#"{"device_code":"EXAMPLE-DEVICE","user_code":"EXAMPLE","verification_uri":"https://example.com/","expires_in":900}"#,
    )
}
