//! A panic of the program while it holds secrets.

use std::io::{self, Write};
use std::panic::resume_unwind;

use anytoken::dialect::{Body, Dialect};
use anytoken::{Adapter, Decoded, Encoded, Evidence, Response, Result, Token};
use anytoken_tests::Recorded;
use anytoken_tests::recorded::AT;
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
        .decode(Response::new(body.as_bytes(), AT))
        .expect("a token")
        .into_token()
        .expect("a token")
}

#[test]
fn unwinding_wipes_every_value() {
    for body in bodies() {
        let response = Recorded::new(body.bytes);
        let read = |response| body.dialect.decode_body(Body::split(response));
        let (owned, split, read_owned) = (response.owned(), response.owned(), response.owned());
        for (way, leaks) in [
            ("a response", leaks_of_panic(|| owned)),
            ("a split one", leaks_of_panic(|| Body::split(split))),
            ("one that was read", leaks_of_panic(|| read(read_owned))),
            ("one that was lent", leaks_of_panic(|| read(response.response()))),
            ("a rejected one", leaks_of_panic(|| read(response.response().with_status(400)))),
            (
                "a token or an error response",
                leaks_of_panic(|| read(response.response()).map(Decoded::into_token)),
            ),
        ] {
            assert_eq!(leaks, 0, "{} held as {way}", body.what);
        }
    }
    let token = token();
    assert_eq!(leaks_of_panic(|| token.clone()), 0, "a clone");
    assert_eq!(leaks_of_panic(|| token.authorization()), 0, "a header");
    assert_eq!(leaks_of_panic(|| Dialect::OAUTH2.encode(&token, AT)), 0, "an encoding");
    let fresh = Token::builder("oauth2").access_token("EXAMPLE").build().expect("a token");
    assert_eq!(leaks_of_panic(|| token.refreshed_with(fresh)), 0, "a refreshed token");
}

/// A custom adapter that panics while it decodes or encodes.
struct Failing;

impl Adapter for Failing {
    fn id(&self) -> &str {
        "failing"
    }

    fn vendor(&self) -> &str {
        "nobody"
    }

    fn evidence(&self) -> Evidence {
        Evidence::Unverified
    }

    fn decode_body(&self, mut body: Body<'_>) -> Result<Decoded> {
        let _held = body.text_at("access_token");
        resume_unwind(Box::new(()))
    }

    fn encode(&self, token: &Token, at: UtcDateTime) -> Result<Encoded> {
        let _held = Dialect::OAUTH2.encode(token, at);
        resume_unwind(Box::new(()))
    }
}

#[test]
fn panicking_adapter_leaves_no_secret() {
    for body in bodies() {
        let response = Recorded::new(body.bytes);
        let owned = response.owned();
        assert_eq!(leaks_of_panic(|| Failing.decode_body(Body::split(owned))), 0, "{}, owned", body.what);
        assert_eq!(
            leaks_of_panic(|| Failing.decode_body(Body::split(response.response()))),
            0,
            "{}",
            body.what
        );
    }
    let token = token();
    assert_eq!(leaks_of_panic(|| Failing.encode(&token, AT)), 0, "encoded");
}

/// A custom type that panics while it is deserialized.
struct Unreadable;

impl<'de> Deserialize<'de> for Unreadable {
    fn deserialize<D: Deserializer<'de>>(_: D) -> std::result::Result<Self, D::Error> {
        resume_unwind(Box::new(()))
    }
}

/// A custom writer that panics once it is full.
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
fn panic_in_serde_leaves_no_secret() {
    let token = token();
    let extra = token.extras().get("y").expect("an extra");
    assert_eq!(leaks_of_panic(|| extra.expose::<Unreadable>().is_ok()), 0, "an extra");
    let length = serde_json::to_string(&token.exposed()).expect("JSON").len();
    for room in 0..length {
        assert_eq!(leaks_of_panic(|| serde_json::to_writer(Full(room), &token.exposed())), 0, "{room} bytes");
    }
}
