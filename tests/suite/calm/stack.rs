//! A stack of 64 KiB is enough, whatever the body is.

use std::thread;

use anytoken::{Dialect, Received, StoredToken};
use anytoken_tests::response::AT;

/// Adapters whose slots stand deeper than the body is.
static FOLDED: Dialect = Dialect { id: "folded", folded: "a", at: "a", ..Dialect::OAUTH2 };
static WITHIN: Dialect = Dialect { id: "within", at: "a/a/a/a/a/a/a/a/*", ..Dialect::OAUTH2 };

fn on_a_small_stack(run: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(64 << 10).spawn(run).expect("a thread");
    thread.join().expect("the stack is large enough");
}

/// Reads in every way, and does with a token what can be done with it.
fn read(body: &str) {
    for dialect in [&Dialect::OAUTH2, &FOLDED, &WITHIN] {
        for status in [200, 400] {
            let received = Received::new(body.as_bytes(), AT).with_status(status);
            let Ok(decoded) = dialect.decode(received) else { continue };
            drop(format!("{decoded:?}"));
            let Ok(token) = decoded.clone().into_token() else { continue };
            drop(dialect.decode(Received::owned(body.into(), AT)));
            drop(anytoken::write(token.format().as_str(), &token, AT));
            let stored = serde_json::to_string(&token.exposed()).expect("the canonical form");
            let again: StoredToken = serde_json::from_str(&stored).expect("the canonical form");
            assert!(again.into_token() == token);
        }
    }
    drop(anytoken::decode(Received::new(body.as_bytes(), AT)));
}

#[test]
fn a_mebibyte_of_brackets_is_read_on_64_kib() {
    for piece in ["[", "{\"a\":", "{\"a\":[", "<a>", "<a a=\"a\">", "<!DOCTYPE a [", "a(", "\"{\\\"a\\\":"] {
        let mebibyte = piece.repeat((1 << 20) / piece.len());
        on_a_small_stack(move || {
            let read = Dialect::OAUTH2.decode(Received::new(mebibyte.as_bytes(), AT));
            assert!(read.is_err(), "{piece} is no token");
            let refused = Dialect::OAUTH2.decode(Received::new(mebibyte.as_bytes(), AT).with_status(400));
            assert!(refused.is_ok(), "{piece} is a refusal by its status");
        });
        let behind = format!("{{\"access_token\":\"a\",\"a\":{}", piece.repeat((1 << 14) / piece.len()));
        on_a_small_stack(move || read(&behind));
    }
}

#[test]
fn the_deepest_body_is_read_on_64_kib() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(127), close.repeat(127));
        let body = format!("{{\"access_token\":\"a\",\"refresh_token\":\"\",\"a\":{deep}}}");
        on_a_small_stack(move || {
            assert!(Dialect::OAUTH2.decode(Received::new(body.as_bytes(), AT)).is_ok());
            read(&body);
        });
    }
    let body = format!("<a>{}<access_token>a</access_token>{}</a>", "<a>".repeat(126), "</a>".repeat(126));
    on_a_small_stack(move || read(&body));
}
