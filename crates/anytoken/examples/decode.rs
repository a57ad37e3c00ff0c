//! Decodes responses with and without naming their format: `cargo run -p anytoken --example decode`.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "an example shows what it does, at instants of its own"
)]

use anytoken::{CredentialKind, Expiry, Response, Token, TokenError, decode, decode_as};
use time::{Duration, UtcDateTime};

fn main() -> Result<(), TokenError> {
    let at = UtcDateTime::now(); // when the response arrived

    // The provider is known.
    let body =
        br#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","resource":"https://vault.example.com/"}"#;
    let imds = decode_as("azure-imds", Response::new(body, at).with_status(200))?.into_token()?;
    show(&imds);
    assert_eq!(imds.validity().expires.at(), whole_second(at + Duration::hours(1)));

    // It is not, but `bot_user_id` is the signature of one format.
    let body = br#"{"ok":true,"access_token":"EXAMPLE-BOT","token_type":"bot","scope":"commands,chat:write","bot_user_id":"U0"}"#;
    let slack = decode(Response::new(body, at))?.into_token()?;
    show(&slack);
    assert_eq!((slack.format().as_str(), slack.validity().expires), ("slack", Expiry::Never));
    assert!(slack.scopes().is_some_and(|scopes| scopes.contains("chat:write")));

    // There is no signature: the generic format decodes it, here from a form.
    let form = decode(Response::new(b"access_token=EXAMPLE-ACCESS&expires_in=60", at))?.into_token()?;
    show(&form);
    assert_eq!((form.format().as_str(), form.credential_kind()), ("oauth2", CredentialKind::Access));
    Ok(())
}

/// Prints the token. `Debug` shows no secret.
fn show(token: &Token) {
    println!("{token:#?}");
}

/// Truncates an instant to whole seconds, as a token's instants are.
fn whole_second(at: UtcDateTime) -> Option<UtcDateTime> {
    at.replace_nanosecond(0).ok()
}

#[test]
fn runs() -> Result<(), TokenError> {
    main()
}
