//! A stack of 64 KiB is enough for any body.

use std::thread;

use anytoken::dialect::{Dialect, Evidence};
use anytoken::{Response, StoredToken};
use anytoken_tests::recorded::AT;

/// Adapters whose fields are deeper than the body.
static FOLDED: Dialect =
    Dialect::like(&Dialect::OAUTH2, "folded", Evidence::Documented).json_string("a").envelope("a");
static WITHIN: Dialect =
    Dialect::like(&Dialect::OAUTH2, "within", Evidence::Documented).envelope("a/a/a/a/a/a/a/a/*");

fn on_a_small_stack(run: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(64 << 10).spawn(run).expect("a thread");
    thread.join().expect("the stack is large enough");
}

/// Decodes in every way, and calls the methods of each token.
fn read(body: &str) {
    for dialect in [&Dialect::OAUTH2, &FOLDED, &WITHIN] {
        for status in [200, 400] {
            let response = Response::new(body.as_bytes(), AT).with_status(status);
            let Ok(decoded) = dialect.decode(response) else { continue };
            drop(format!("{decoded:?}"));
            let Ok(token) = decoded.clone().into_token() else { continue };
            drop(dialect.decode(Response::from_vec(body.into(), AT)));
            drop(anytoken::encode(token.format().as_str(), &token, AT));
            let stored = serde_json::to_string(&token.exposed()).expect("the canonical form");
            let again: StoredToken = serde_json::from_str(&stored).expect("the canonical form");
            assert!(again.into_token() == token);
        }
    }
    drop(anytoken::decode(Response::new(body.as_bytes(), AT)));
}

#[test]
fn mebibyte_of_brackets_fits_a_64_kib_stack() {
    for piece in ["[", "{\"a\":", "{\"a\":[", "<a>", "<a a=\"a\">", "<!DOCTYPE a [", "a(", "\"{\\\"a\\\":"] {
        let mebibyte = piece.repeat((1 << 20) / piece.len());
        on_a_small_stack(move || {
            let read = Dialect::OAUTH2.decode(Response::new(mebibyte.as_bytes(), AT));
            assert!(read.is_err(), "{piece} is not a token");
            let rejected = Dialect::OAUTH2.decode(Response::new(mebibyte.as_bytes(), AT).with_status(400));
            assert!(rejected.is_ok(), "{piece} is an error response by its status");
        });
        let behind = format!("{{\"access_token\":\"a\",\"a\":{}", piece.repeat((1 << 14) / piece.len()));
        on_a_small_stack(move || read(&behind));
    }
}

#[test]
fn deepest_body_fits_a_64_kib_stack() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(127), close.repeat(127));
        let body = format!("{{\"access_token\":\"a\",\"refresh_token\":\"\",\"a\":{deep}}}");
        on_a_small_stack(move || {
            assert!(Dialect::OAUTH2.decode(Response::new(body.as_bytes(), AT)).is_ok());
            read(&body);
        });
    }
    let body = format!("<a>{}<access_token>a</access_token>{}</a>", "<a>".repeat(126), "</a>".repeat(126));
    on_a_small_stack(move || read(&body));
}
