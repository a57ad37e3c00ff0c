//! A device that polls until somebody has answered (RFC 8628), by the remedies alone: `cargo run --example refusals`.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::time::Duration;

use anytoken::{Failure, Received, Refusal, Remedy, Token, decode_as};
use time::UtcDateTime;

fn main() -> Result<(), Failure> {
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
    assert!(matches!(denied, Err(Failure::Refused(refusal)) if refusal.code() == Some("access_denied")));
    Ok(())
}

/// Asks until there is a token, or no use in asking.
fn poll(
    answers: &mut dyn Iterator<Item = (u16, &'static str)>,
    mut wait: impl FnMut(Duration),
) -> Result<Token, Failure> {
    let mut interval = Duration::from_secs(5);
    loop {
        // Stands for your HTTP client.
        let (status, body) = answers.next().unwrap_or((400, r#"{"error":"expired_token"}"#));
        let received = Received::new(body.as_bytes(), UtcDateTime::UNIX_EPOCH).with_status(status);
        let refusal = match decode_as("rfc6749", received)?.into_token() {
            Ok(token) => return Ok(token),
            Err(refusal) => refusal,
        };
        // Its `Display` masks what may be a secret.
        println!("{refusal}: {}", refusal.remedy().as_str());
        match next(&refusal, interval) {
            Some((pause, every)) => {
                wait(pause);
                interval = every;
            }
            None => return Err(refusal.into()),
        }
    }
}

/// How long to wait for the next request, and between those that follow.
fn next(refusal: &Refusal, interval: Duration) -> Option<(Duration, Duration)> {
    match refusal.remedy() {
        Remedy::Pending => Some((interval, interval)),
        Remedy::SlowDown => {
            let slower = interval.saturating_add(Duration::from_secs(5));
            Some((slower, slower))
        }
        Remedy::Retry => Some((refusal.retry_after().unwrap_or(interval.saturating_mul(2)), interval)),
        _ => None,
    }
}

#[test]
fn runs() -> Result<(), Failure> {
    main()
}
