//! Adds a format of your own, at build time and from a file: `cargo run -p anytoken --example dialect`.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use anytoken::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};
use anytoken::{Remedy, Response, registry_with};
use time::UtcDateTime;

/// The same dialect as `dialect.json` beside this file.
static ACME: Dialect = Dialect::oauth2("acme", "Acme", Evidence::Documented)
    .with_quirks("an envelope; milliseconds; code 0 means success")
    .detected_by(&["acmeSession"])
    .envelope("data")
    .access_token(paths!["accessToken"])
    .refresh_token(paths!["refreshToken"])
    .expires_at(&[TimeRule::milliseconds(paths!["expiresIn"])])
    .scopes_separated_by(&[','])
    .ok_when("code", &["0"])
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["code"])
            .description(paths!["msg"])
            .remedies(&[("1042", Remedy::Reauthenticate)]),
    );

const TOKEN: &str = r#"{"code":0,"acmeSession":"EXAMPLE","data":{"accessToken":"EXAMPLE-ACCESS","expiresIn":60000,"scope":"a,b"}}"#;
const ERROR_RESPONSE: &str = r#"{"code":1042,"msg":"the session has ended"}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let described = Dialect::from_json(include_str!("dialect.json"))?;
    let mut encoded = Vec::new();
    for acme in [&ACME, described] {
        let at = UtcDateTime::UNIX_EPOCH;
        let formats = registry_with(&[acme]);
        // It is detected by its signature, beside all other formats.
        let token = formats.decode(Response::new(TOKEN.as_bytes(), at))?.into_token()?;
        println!("{token:?}");
        assert_eq!(token.format(), &"acme");

        let outcome = formats.decode_as("acme", Response::new(ERROR_RESPONSE.as_bytes(), at))?.into_token();
        assert!(outcome.is_err_and(|error_response| error_response.remedy() == Remedy::Reauthenticate));

        // The same dialect encodes it, with each extra at its place.
        encoded.push(formats.encode("acme", &token, at)?.body.expose().to_owned());
    }
    assert_eq!(encoded.first(), encoded.last());
    assert!(encoded.iter().all(|body| body.contains(r#""acmeSession":"EXAMPLE""#)));
    Ok(())
}

#[test]
fn runs() -> Result<(), Box<dyn Error>> {
    main()
}
