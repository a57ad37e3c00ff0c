//! Any response, with and without its format's name: `cargo run --example decode`.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "an example shows what it does, at instants of its own"
)]

use anytoken::{Expiry, Failure, Grants, Received, Token, decode, decode_as};
use time::{Duration, UtcDateTime};

fn main() -> Result<(), Failure> {
    let at = UtcDateTime::now(); // when the response arrived

    // Who was asked is known.
    let body =
        br#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","resource":"https://vault.example.com/"}"#;
    let imds = decode_as("azure-imds", Received::new(body, at).with_status(200))?.into_token()?;
    show(&imds);
    assert_eq!(imds.lifetime().expires.at(), cut(at + Duration::hours(1)));

    // It is not: a member that no other format has tells it.
    let body = br#"{"ok":true,"access_token":"EXAMPLE-BOT","token_type":"bot","scope":"commands,chat:write","bot_user_id":"U0"}"#;
    let slack = decode(Received::new(body, at))?.into_token()?;
    show(&slack);
    assert_eq!((slack.format().as_str(), slack.lifetime().expires), ("slack", Expiry::Never));
    assert!(slack.scopes().is_some_and(|scopes| scopes.contains("chat:write")));

    // Or nothing does, and the generic reader takes it, be it a form.
    let form = decode(Received::new(b"access_token=EXAMPLE-ACCESS&expires_in=60", at))?.into_token()?;
    show(&form);
    assert_eq!((form.format().as_str(), form.grants()), ("oauth2", Grants::Access));
    Ok(())
}

/// What may be printed is: no secret is among it.
fn show(token: &Token) {
    println!("{token:#?}");
}

/// Instants of a token are in whole seconds.
fn cut(at: UtcDateTime) -> Option<UtcDateTime> {
    at.replace_nanosecond(0).ok()
}

#[test]
fn runs() -> Result<(), Failure> {
    main()
}
