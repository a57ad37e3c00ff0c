//! Stores a token, reads it back and refreshes it in time: `cargo run -p anytoken --example refresh`.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "an example shows what it does, at instants of its own"
)]

use std::error::Error;

use anytoken::{Response, StoredToken, Token, TokenError, decode_as};
use time::{Duration, UtcDateTime};

/// How long before its expiry a token is refreshed.
const MARGIN: Duration = Duration::minutes(5);

fn main() -> Result<(), Box<dyn Error>> {
    let at = UtcDateTime::UNIX_EPOCH;
    let first =
        r#"{"access_token":"EXAMPLE-1","refresh_token":"EXAMPLE-R","expires_in":3600,"scope":"read"}"#;
    let token = decode_as("rfc6749", Response::new(first.as_bytes(), at))?.into_token()?;

    // The canonical form contains secrets: encrypt it, or keep it in a keyring.
    let stored = serde_json::to_string(&token.exposed())?;
    let token = serde_json::from_str::<StoredToken>(&stored)?.into_token();

    let soon = at + Duration::minutes(30);
    let token = refreshed_if_due(token, soon)?;
    println!("{token:?}");
    assert_eq!(token.credential().expose(), "EXAMPLE-1");

    let late = at + Duration::minutes(56);
    let token = refreshed_if_due(token, late)?;
    println!("{token:?}");
    assert_eq!(token.credential().expose(), "EXAMPLE-2");
    assert_eq!(token.refresh_token().map(|token| token.expose()), Some("EXAMPLE-R"));
    assert_eq!(token.validity().expires.at(), Some(late + Duration::hours(1)));
    Ok(())
}

/// Returns the token, refreshed if it is time.
fn refreshed_if_due(token: Token, now: UtcDateTime) -> Result<Token, TokenError> {
    if !token.should_refresh_at(now, MARGIN) {
        return Ok(token);
    }
    let body = request(&token);
    let fresh = decode_as("rfc6749", Response::from_vec(body, now).with_status(200))?.into_token()?;
    Ok(token.refreshed_with(fresh))
}

/// Sends the refresh token, as your HTTP client would. The server sends none back.
fn request(token: &Token) -> Vec<u8> {
    let refresh_token = token.refresh_token().map(|token| token.expose().to_owned());
    assert_eq!(refresh_token.as_deref(), Some("EXAMPLE-R"));
    br#"{"access_token":"EXAMPLE-2","expires_in":3600}"#.to_vec()
}

#[test]
fn runs() -> Result<(), Box<dyn Error>> {
    main()
}
