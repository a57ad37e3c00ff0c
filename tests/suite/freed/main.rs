//! Law 2, in memory: no freed block holds a part of a secret.

mod bodies;
mod unwinding;
#[path = "../watching.rs"]
mod watching;
mod wire;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use anytoken::dialect::Body;
use anytoken::{
    Adapter, ErrorKind, ErrorResponse, Limits, Outcome, Response, SecretBuf, Token, TokenError, registry,
};
use anytoken_tests::corpus::cases;
use anytoken_tests::planted::planted;
use anytoken_tests::recorded::AT;
use anytoken_tests::{Recorded, parallel};
use serde_json::value::RawValue;
use time::Duration;

use crate::bodies::bodies;
use crate::watching::{MARKER, leaks};

/// A watched response, and the adapter that decodes it.
struct Watched<'a> {
    what: &'a str,
    adapter: &'a dyn Adapter,
    response: &'a Recorded,
    /// The formats that its token is encoded in.
    others: Vec<&'static dyn Adapter>,
}

impl Watched<'_> {
    fn check<T>(&self, way: &str, run: impl FnOnce() -> T) {
        let leaks = leaks(run);
        assert_eq!(leaks, 0, "{}, {}: blocks that leak when {way}", self.what, self.adapter.id());
    }

    /// Calls everything that a response offers.
    fn all_ways(&self) {
        self.bodies();
        let Ok(decoded) = self.adapter.decode_body(Body::split(self.response.response())) else { return };
        self.check("printed", || format!("{decoded:?} {decoded:#?}"));
        self.check("cloned", || decoded.clone());
        let clone = decoded.clone();
        self.check("dropped after its clone", || drop(clone));
        for related in decoded.related.clone() {
            self.token(related);
        }
        self.check("losing related tokens", || decoded.clone().into_token());
        match decoded.outcome {
            Outcome::Token(token) => self.token(token),
            Outcome::ErrorResponse(error_response) => self.error_response(error_response),
        }
    }

    /// Takes every path of a body, borrowed and owned.
    fn bodies(&self) {
        let Self { adapter, response, .. } = self;
        let read = |response: Response<'_>| adapter.decode_body(Body::split(response));
        self.check("borrowed", || read(response.response()));
        self.check("rejected by its status", || read(response.response().with_status(400)));
        self.check("detected", || anytoken::decode(response.response()));
        let owned = || {
            // A buffer that is larger than its body must be wiped to its end.
            let mut body = Vec::with_capacity(response.body.len() * 2 + MARKER.len());
            body.extend_from_slice(&response.body);
            body.extend_from_slice(MARKER.as_bytes());
            body.truncate(response.body.len());
            Response::from_vec(body, response.at)
        };
        let tight = || Response::from_vec(response.body.as_slice().into(), response.at);
        let small = Limits::default().with_body(response.body.len() / 2);
        let all: [&dyn Fn() -> Response<'static>; 2] = [&owned, &tight];
        for response in all {
            let taken = response();
            self.check("owned", || read(taken));
            let taken = response();
            self.check("owned and rejected", || read(taken.with_status(503)));
            let taken = response();
            self.check("owned and detected", || anytoken::decode(taken));
            let taken = response();
            self.check("owned, of an unknown format", || anytoken::decode_as("no-such-format", taken));
            let taken = response();
            self.check("owned and too large", || read(taken.with_limits(small)));
            let taken = response();
            self.check("owned and lent", || read((&taken).into()));
            let taken = response();
            self.check("owned and never read", || drop(taken));
            let taken = response();
            self.check("owned and only split", || drop(Body::split(taken)));
        }
    }

    fn token(&self, token: Token) {
        self.check("encoded", || self.adapter.encode(&token, AT));
        for other in &self.others {
            self.check("encoded in another format", || other.encode(&token, AT + Duration::MINUTE));
        }
        if let Ok(encoded) = self.adapter.encode(&token, AT) {
            self.check("an encoding is cloned", || encoded.clone());
            self.check("an encoding is dropped", || drop(encoded));
        }
        self.check("authorizing", || token.authorization());
        self.check("compared", || token == token.clone());
        self.check("read as an extra", || {
            token.extras().iter().all(|(_, extra)| extra.expose::<&RawValue>().is_ok())
        });
        for fresh in [
            "{\"access_token\":\"EXAMPLE\"}",
            "{\"access_token\":\"EXAMPLE\",\"refresh_token\":\"EXAMPLE\",\"scope\":\"a\"}",
        ] {
            let fresh = anytoken::decode(Response::new(fresh.as_bytes(), AT)).expect("a token");
            let fresh = fresh.into_token().expect("a token");
            let (one, other, again) = (token.clone(), token.clone(), fresh.clone());
            self.check("refreshed", || one.refreshed_with(fresh));
            self.check("refreshing", || again.refreshed_with(other));
        }
        self.check("dropped", || drop(token));
    }

    fn error_response(&self, error_response: ErrorResponse) {
        self.check("an error response is cloned", || error_response.clone());
        self.check("an error response is printed", || format!("{error_response} {error_response:?}"));
        let clone = error_response.clone();
        self.check("an error response becomes a token error", || TokenError::from(clone));
        self.check("an error response is dropped", || drop(error_response));
    }
}

/// Runs all, and fails with every failure on a line.
fn all_ways<'a>(all: impl Iterator<Item = Watched<'a>>) {
    // Build the registry's tables before watching.
    assert!(registry().get("oauth2").is_some());
    let failure = |one: &Watched<'_>| {
        let panic = catch_unwind(AssertUnwindSafe(|| one.all_ways())).err()?;
        Some(panic.downcast_ref::<String>().cloned().unwrap_or_default())
    };
    let failed: Vec<_> = parallel::map(&all.collect::<Vec<_>>(), failure).into_iter().flatten().collect();
    assert!(failed.is_empty(), "{} failed:\n{}", failed.len(), failed.join("\n"));
}

/// Cycles through all formats.
fn formats() -> impl Iterator<Item = &'static dyn Adapter> {
    registry().iter().collect::<Vec<_>>().into_iter().cycle()
}

/// Encodes each token in sixteen formats, the next one in the next sixteen.
#[test]
fn no_freed_block_holds_a_secret() {
    let bodies: Vec<_> =
        bodies().into_iter().map(|body| (body.what, body.dialect, Recorded::new(body.bytes))).collect();
    let mut others = formats();
    all_ways(bodies.iter().map(|(what, adapter, response)| {
        let others = others.by_ref().take(16).collect();
        Watched { what, adapter: *adapter, response, others }
    }));
}

/// Encodes each token in eight formats, the next one in the next eight.
#[test]
fn no_freed_block_of_the_corpus_holds_a_secret() {
    let planted = cases().filter_map(|(case, adapter)| {
        // By its name, so that no other case decides where the marker is.
        let seed = case.id.bytes().fold(0, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(byte.into()));
        Some((&case.id, adapter, planted(Some(adapter), &case.response, MARKER, seed)?))
    });
    let planted: Vec<_> = planted.collect();
    assert!(planted.len() > 300, "the corpus has places for secrets");
    let mut others = formats();
    all_ways(planted.iter().map(|(what, adapter, response)| {
        let others = others.by_ref().take(8).collect();
        Watched { what, adapter: *adapter, response, others }
    }));
}

#[test]
fn bodies_decode_as_their_names_say() {
    let mut kinds = BTreeSet::new();
    for body in bodies() {
        let kind = Recorded::new(body.bytes).read(Some(body.dialect)).map_err(|error| error.kind()).err();
        assert_eq!(kind, body.kind, "{}", body.what);
        kinds.extend(kind.map(ErrorKind::as_str));
    }
    // The last two are errors of a caller: `owned, of an unknown format`, and `authorizing` and `encoded`.
    let all =
        "ambiguous compressed duplicate empty form html invalid limit missing not_utf8 shape syntax text xml";
    assert_eq!(kinds.into_iter().collect::<Vec<_>>().join(" "), all);
}

#[test]
fn built_token_leaves_no_secret() {
    let raw: Box<RawValue> = serde_json::from_str(&format!("\"{MARKER}\"")).expect("a string");
    let built = |id: &'static str, access: &'static str| {
        leaks(|| Token::builder(id).access_token(access).refresh_token(MARKER).extra("x", &raw).build())
    };
    assert_eq!(built("oauth2", MARKER), 0, "a token");
    assert_eq!(built("oauth2", "null"), 0, "none");
}

#[test]
fn growing_or_cloned_secret_buf_leaves_no_secret() {
    let mut text = SecretBuf::with_capacity(MARKER.len());
    text.push(MARKER);
    assert_eq!(leaks(|| text.push(&" ".repeat(99))), 0, "grown");
    assert_eq!(leaks(|| text.clone()), 0, "cloned");
    assert_eq!(leaks(|| drop(text)), 0, "dropped");
    let taken = MARKER.to_owned();
    assert_eq!(leaks(|| SecretBuf::from(taken)), 0, "taken over");
}
