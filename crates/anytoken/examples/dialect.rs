//! A format of your own, at build time and read from a file: `cargo run --example dialect`.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use anytoken::{Dialect, Path, Received, Refusals, Remedy, Time, paths, registry_with};
use time::UtcDateTime;

/// What `dialect.json` beside this file says.
static ACME: Dialect = Dialect {
    id: "acme",
    vendor: "Acme",
    quirks: "an envelope; milliseconds; code 0 means success",
    marks: &["acmeSession"],
    at: "data",
    access_token: paths!["accessToken"],
    refresh_token: paths!["refreshToken"],
    expires: &[Time::milliseconds(paths!["expiresIn"])],
    scope_separators: &[','],
    success: Some((Path::new("code"), &["0"])),
    refusal: Refusals {
        code: paths!["code"],
        description: paths!["msg"],
        remedies: &[("1042", Remedy::Reauthenticate)],
        ..Refusals::STANDARD
    },
    ..Dialect::STANDARD
};

const TOKEN: &str = r#"{"code":0,"acmeSession":"EXAMPLE","data":{"accessToken":"EXAMPLE-ACCESS","expiresIn":60000,"scope":"a,b"}}"#;
const REFUSAL: &str = r#"{"code":1042,"msg":"the session has ended"}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let described = Dialect::from_json(include_str!("dialect.json"))?;
    let mut written = Vec::new();
    for acme in [&ACME, described] {
        let at = UtcDateTime::UNIX_EPOCH;
        let formats = registry_with(&[acme]);
        // Detected by its mark, beside all formats that the program knows.
        let token = formats.decode(Received::new(TOKEN.as_bytes(), at))?.into_token()?;
        println!("{token:?}");
        assert_eq!(token.format(), &"acme");

        let answer = formats.decode_as("acme", Received::new(REFUSAL.as_bytes(), at))?.into_token();
        assert!(answer.is_err_and(|refusal| refusal.remedy() == Remedy::Reauthenticate));

        // Written by the same entry, a member that no slot was read from at its place.
        written.push(formats.write("acme", &token, at)?.body.expose().to_owned());
    }
    assert_eq!(written.first(), written.last());
    assert!(written.iter().all(|body| body.contains(r#""acmeSession":"EXAMPLE""#)));
    Ok(())
}

#[test]
fn runs() -> Result<(), Box<dyn Error>> {
    main()
}
