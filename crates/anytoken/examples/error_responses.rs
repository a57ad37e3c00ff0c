//! Polls for a token as a device does (RFC 8628), guided by remedies alone:
//! `cargo run -p anytoken --example error_responses`.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::time::Duration;

use anytoken::{ErrorResponse, Remedy, Response, Token, TokenError, decode_as};
use time::UtcDateTime;

fn main() -> Result<(), TokenError> {
    let answers: [(u16, &str); 5] = [
        (400, r#"{"error":"authorization_pending"}"#),
        (400, r#"{"error":"slow_down"}"#),
        (503, "<html>Service Unavailable</html>"),
        (400, r#"{"error":"authorization_pending"}"#),
        (200, r#"{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer"}"#),
    ];
    let mut waited = Vec::new();
    let token = poll(&mut answers.into_iter(), |wait| waited.push(wait.as_secs()))?;
    assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
    assert_eq!(waited, [5, 10, 20, 10]);

    let denied = poll(&mut [(400, r#"{"error":"access_denied"}"#)].into_iter(), |_| {});
    assert!(
        matches!(denied, Err(TokenError::ErrorResponse(error_response)) if error_response.code() == Some("access_denied"))
    );
    Ok(())
}

/// Polls until there is a token, or an error response that ends the flow.
fn poll(
    answers: &mut dyn Iterator<Item = (u16, &'static str)>,
    mut wait: impl FnMut(Duration),
) -> Result<Token, TokenError> {
    let mut interval = Duration::from_secs(5);
    loop {
        // Your HTTP client would be here.
        let (status, body) = answers.next().unwrap_or((400, r#"{"error":"expired_token"}"#));
        let response = Response::new(body.as_bytes(), UtcDateTime::UNIX_EPOCH).with_status(status);
        let error_response = match decode_as("rfc6749", response)?.into_token() {
            Ok(token) => return Ok(token),
            Err(error_response) => error_response,
        };
        // `Display` masks everything that may be a secret.
        println!("{error_response}: {}", error_response.remedy().as_str());
        match next(&error_response, interval) {
            Some((pause, every)) => {
                wait(pause);
                interval = every;
            }
            None => return Err(error_response.into()),
        }
    }
}

/// Returns the pause before the next request, and the interval from then on.
fn next(error_response: &ErrorResponse, interval: Duration) -> Option<(Duration, Duration)> {
    match error_response.remedy() {
        Remedy::Pending => Some((interval, interval)),
        Remedy::SlowDown => {
            let slower = interval.saturating_add(Duration::from_secs(5));
            Some((slower, slower))
        }
        Remedy::Retry => Some((error_response.retry_after().unwrap_or(interval.saturating_mul(2)), interval)),
        _ => None,
    }
}

#[test]
fn runs() -> Result<(), TokenError> {
    main()
}
