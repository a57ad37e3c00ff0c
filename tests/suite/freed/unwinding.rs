//! A panic of the program's own, with secrets in its hands.

use std::io::{self, Write};
use std::panic::resume_unwind;

use anytoken::{Adapter, Body, Decoded, Dialect, Encoded, Received, Result, Token};
use anytoken_tests::Response;
use anytoken_tests::response::AT;
use serde::de::{Deserialize, Deserializer};
use time::UtcDateTime;

use crate::bodies::bodies;
use crate::watching::{MARKER, leaks_of_panic};

fn token() -> Token {
    let body = format!(
        "{{\"access_token\":\"{MARKER}\",\"x\":\"{MARKER}\",\"y\":{{\"z\": \"\\u005a{}\"}}}}",
        &MARKER[1..]
    );
    Dialect::OAUTH2
        .decode(Received::new(body.as_bytes(), AT))
        .expect("a token")
        .into_token()
        .expect("a token")
}

#[test]
fn whatever_is_held_is_wiped() {
    for body in bodies() {
        let response = Response::new(body.bytes);
        let read = |received| body.dialect.read(Body::split(received));
        let (owned, split, read_owned) = (response.owned(), response.owned(), response.owned());
        for (way, leaks) in [
            ("a response", leaks_of_panic(|| owned)),
            ("a split one", leaks_of_panic(|| Body::split(split))),
            ("one that was read", leaks_of_panic(|| read(read_owned))),
            ("one that was lent", leaks_of_panic(|| read(response.received()))),
            ("a refused one", leaks_of_panic(|| read(response.received().with_status(400)))),
            ("a token or a refusal", leaks_of_panic(|| read(response.received()).map(Decoded::into_token))),
        ] {
            assert_eq!(leaks, 0, "{} held as {way}", body.what);
        }
    }
    let token = token();
    assert_eq!(leaks_of_panic(|| token.clone()), 0, "a clone");
    assert_eq!(leaks_of_panic(|| token.authorization()), 0, "a header");
    assert_eq!(leaks_of_panic(|| Dialect::OAUTH2.write(&token, AT)), 0, "what is written");
    let fresh = Token::builder("oauth2").access_token("EXAMPLE").build().expect("a token");
    assert_eq!(leaks_of_panic(|| token.renewed_by(fresh)), 0, "a renewed token");
}

/// An adapter of somebody else's, which fails in the midst of a response.
struct Failing;

impl Adapter for Failing {
    fn id(&self) -> &str {
        "failing"
    }

    fn vendor(&self) -> &str {
        "nobody"
    }

    fn read(&self, mut body: Body<'_>) -> Result<Decoded> {
        let _held = body.text_at("access_token");
        resume_unwind(Box::new(()))
    }

    fn write(&self, token: &Token, at: UtcDateTime) -> Result<Encoded> {
        let _held = Dialect::OAUTH2.write(token, at);
        resume_unwind(Box::new(()))
    }
}

#[test]
fn an_adapter_that_panics_leaves_no_secret() {
    for body in bodies() {
        let response = Response::new(body.bytes);
        let owned = response.owned();
        assert_eq!(leaks_of_panic(|| Failing.read(Body::split(owned))), 0, "{}, owned", body.what);
        assert_eq!(leaks_of_panic(|| Failing.read(Body::split(response.received()))), 0, "{}", body.what);
    }
    let token = token();
    assert_eq!(leaks_of_panic(|| Failing.write(&token, AT)), 0, "written");
}

/// A type of somebody else's, which fails when it is read.
struct Unreadable;

impl<'de> Deserialize<'de> for Unreadable {
    fn deserialize<D: Deserializer<'de>>(_: D) -> std::result::Result<Self, D::Error> {
        resume_unwind(Box::new(()))
    }
}

/// A writer of somebody else's, which fails at its last byte but so many.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).unwrap_or_else(|| resume_unwind(Box::new(())));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn reading_and_writing_that_panics_leaves_no_secret() {
    let token = token();
    let extra = token.extras().get("y").expect("an extra");
    assert_eq!(leaks_of_panic(|| extra.read::<Unreadable>().is_ok()), 0, "an extra");
    let length = serde_json::to_string(&token.exposed()).expect("JSON").len();
    for room in 0..length {
        assert_eq!(leaks_of_panic(|| serde_json::to_writer(Full(room), &token.exposed())), 0, "{room} bytes");
    }
}
