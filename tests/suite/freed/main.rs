//! Law 2, in memory: no block that was freed holds anything of a secret.

mod bodies;
mod unwinding;
#[path = "../watching.rs"]
mod watching;
mod wire;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use anytoken::{
    Adapter, Body, ErrorKind, Failure, Limits, Outcome, REGISTRY, Received, Refusal, Token, Wiped,
};
use anytoken_tests::Response;
use anytoken_tests::corpus::cases;
use anytoken_tests::json::{Json, Wire};
use anytoken_tests::planted::{planted, planted_in_strings};
use anytoken_tests::response::AT;
use serde_json::value::RawValue;
use time::Duration;

use crate::bodies::bodies;
use crate::watching::{MARKER, leaks};

/// A response under watch, and the adapter that reads it.
struct Watched<'a> {
    what: &'a str,
    adapter: &'a dyn Adapter,
    response: &'a Response,
    /// The formats that its token is written in.
    others: Vec<&'static dyn Adapter>,
}

impl Watched<'_> {
    fn check<T>(&self, way: &str, run: impl FnOnce() -> T) {
        let leaks = leaks(run);
        assert_eq!(leaks, 0, "{}, {}: blocks that leak when {way}", self.what, self.adapter.id());
    }

    /// Everything that can be done with the response.
    fn all_ways(&self) {
        self.received();
        let Ok(decoded) = self.adapter.read(Body::split(self.response.received())) else { return };
        self.check("printed", || format!("{decoded:?} {decoded:#?}"));
        self.check("cloned", || decoded.clone());
        let clone = decoded.clone();
        self.check("dropped after its clone", || drop(clone));
        for related in decoded.related.clone() {
            self.token(related);
        }
        self.check("losing related tokens", || decoded.clone().into_token());
        match decoded.outcome {
            Outcome::Granted(token) => self.token(token),
            Outcome::Refused(refusal) => self.refusal(refusal),
        }
    }

    /// Every path of a body, borrowed or taken over.
    fn received(&self) {
        let Self { adapter, response, .. } = self;
        let read = |received: Received<'_>| adapter.read(Body::split(received));
        self.check("borrowed", || read(response.received()));
        self.check("refused by its status", || read(response.received().with_status(400)));
        self.check("detected", || anytoken::decode(response.received()));
        let owned = || {
            // A buffer larger than its body is wiped to its end.
            let mut body = Vec::with_capacity(response.body.len() * 2 + MARKER.len());
            body.extend_from_slice(&response.body);
            body.extend_from_slice(MARKER.as_bytes());
            body.truncate(response.body.len());
            Received::owned(body, response.at)
        };
        let tight = || Received::owned(response.body.as_slice().into(), response.at);
        let small = Limits { body: response.body.len() / 2, ..Limits::default() };
        let all: [&dyn Fn() -> Received<'static>; 2] = [&owned, &tight];
        for received in all {
            let taken = received();
            self.check("owned", || read(taken));
            let taken = received();
            self.check("owned and refused", || read(taken.with_status(503)));
            let taken = received();
            self.check("owned and detected", || anytoken::decode(taken));
            let taken = received();
            self.check("owned, of an unknown format", || anytoken::decode_as("no-such-format", taken));
            let taken = received();
            self.check("owned and too large", || read(taken.with_limits(small)));
            let taken = received();
            self.check("owned and lent", || read((&taken).into()));
            let taken = received();
            self.check("owned and never read", || drop(taken));
            let taken = received();
            self.check("owned and only split", || drop(Body::split(taken)));
        }
    }

    fn token(&self, token: Token) {
        self.check("written", || self.adapter.write(&token, AT));
        for other in &self.others {
            self.check("written in another format", || other.write(&token, AT + Duration::MINUTE));
        }
        if let Ok(encoded) = self.adapter.write(&token, AT) {
            self.check("what is written is cloned", || encoded.clone());
            self.check("what is written is dropped", || drop(encoded));
        }
        self.check("authorizing", || token.authorization());
        self.check("compared", || token == token.clone());
        self.check("read as an extra", || {
            token.extras().iter().all(|(_, extra)| extra.read::<&RawValue>().is_ok())
        });
        for fresh in [
            "{\"access_token\":\"EXAMPLE\"}",
            "{\"access_token\":\"EXAMPLE\",\"refresh_token\":\"EXAMPLE\",\"scope\":\"a\"}",
        ] {
            let fresh = anytoken::decode(Received::new(fresh.as_bytes(), AT)).expect("a token");
            let fresh = fresh.into_token().expect("a token");
            let (one, other, again) = (token.clone(), token.clone(), fresh.clone());
            self.check("renewed", || one.renewed_by(fresh));
            self.check("renewing", || again.renewed_by(other));
        }
        self.check("dropped", || drop(token));
    }

    fn refusal(&self, refusal: Refusal) {
        self.check("a refusal is cloned", || refusal.clone());
        self.check("a refusal is told", || format!("{refusal} {refusal:?}"));
        let clone = refusal.clone();
        self.check("a refusal is a failure", || Failure::from(clone));
        self.check("a refusal is dropped", || drop(refusal));
    }
}

/// Fails with all that failed, each on a line.
fn all_ways<'a>(all: impl Iterator<Item = Watched<'a>>) {
    // The registry's tables are made once and for all, and none of them is freed.
    assert!(REGISTRY.get("oauth2").is_some());
    let mut failed = Vec::new();
    for one in all {
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| one.all_ways())) {
            failed.push(panic.downcast_ref::<String>().cloned().unwrap_or_default());
        }
    }
    assert!(failed.is_empty(), "{} failed:\n{}", failed.len(), failed.join("\n"));
}

/// Every format, over and over.
fn formats() -> impl Iterator<Item = &'static dyn Adapter> {
    REGISTRY.iter().collect::<Vec<_>>().into_iter().cycle()
}

/// Each token is written in sixteen formats, the next one in the next sixteen.
#[test]
fn no_freed_block_holds_a_secret() {
    let bodies: Vec<_> =
        bodies().into_iter().map(|body| (body.what, body.dialect, Response::new(body.bytes))).collect();
    let mut others = formats();
    all_ways(bodies.iter().map(|(what, adapter, response)| {
        let others = others.by_ref().take(16).collect();
        Watched { what, adapter: *adapter, response, others }
    }));
}

/// Each token is written in eight formats, the next one in the next eight.
#[test]
fn no_body_of_the_corpus_leaves_a_secret() {
    let planted = cases().filter_map(|(case, adapter)| {
        // The XML reader keeps the names of open elements in memory of its own: there the marker is in strings, and markup
        // that is no tree has none.
        let text = case.response.text()?;
        let is_xml = Wire::of(text) == Wire::Xml;
        if is_xml && Json::of_body(text).is_none() {
            return None;
        }
        let plant = if is_xml { planted_in_strings } else { planted };
        // By its name, so that no other case decides where the marker is.
        let seed = case.id.bytes().fold(0, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(byte.into()));
        Some((&case.id, adapter, plant(Some(adapter), &case.response, MARKER, seed)?))
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
fn each_body_is_what_it_is_called() {
    let mut kinds = BTreeSet::new();
    for body in bodies() {
        let kind = Response::new(body.bytes).read(Some(body.dialect)).map_err(|error| error.kind()).err();
        assert_eq!(kind, body.kind, "{}", body.what);
        kinds.extend(kind.map(ErrorKind::as_str));
    }
    // The last two are errors of a caller: `owned, of an unknown format`, and `authorizing` and `written`.
    let all =
        "ambiguous compressed duplicate empty html invalid limit missing not_utf8 shape syntax text xml";
    assert_eq!(kinds.into_iter().collect::<Vec<_>>().join(" "), all);
}

#[test]
fn a_token_that_is_built_leaves_no_secret() {
    let raw: Box<RawValue> = serde_json::from_str(&format!("\"{MARKER}\"")).expect("a string");
    let built = |id: &'static str, access: &'static str| {
        leaks(|| Token::builder(id).access_token(access).refresh_token(MARKER).extra("x", &raw).build())
    };
    assert_eq!(built("oauth2", MARKER), 0, "a token");
    assert_eq!(built("oauth2", "null"), 0, "none");
}

#[test]
fn a_wiped_text_that_grows_or_is_cloned_leaves_no_secret() {
    let mut text = Wiped::with_capacity(MARKER.len());
    text.push(MARKER);
    assert_eq!(leaks(|| text.push(&" ".repeat(99))), 0, "grown");
    assert_eq!(leaks(|| text.clone()), 0, "cloned");
    assert_eq!(leaks(|| drop(text)), 0, "dropped");
    let taken = MARKER.to_owned();
    assert_eq!(leaks(|| Wiped::from(taken)), 0, "taken over");
}
