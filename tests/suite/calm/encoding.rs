//! The work and the memory of encoding tokens with many extras, of which none may conflict with a field.

use std::hint::black_box;

use anytoken::dialect::Body;
use anytoken::{Adapter, Expiry, Limits, Response, Token, Validity, registry};
use anytoken_tests::callgrind::{can_count, under_callgrind};
use anytoken_tests::recorded::AT;
use serde_json::value::RawValue;

use crate::counting::{Cost, cost};

/// The number of extras, which take a mebibyte.
const COUNT: usize = 10_000;

/// The number of extras when instructions are counted: valgrind takes long, and a ratio needs no more.
const COUNTED: usize = 2_500;

/// A kind of conflict, the format, and the name and the JSON of each extra.
type Conflict = (&'static str, &'static str, fn(usize) -> (String, String));

const CONFLICTS: [Conflict; 9] = [
    ("none", "oauth2", |n| (format!("x{n}"), text(n))),
    ("the name of a field", "oauth2", |n| (FIELDS[n % FIELDS.len()].to_owned(), text(n))),
    ("the name of one field", "oauth2", |_| ("refresh_token".to_owned(), "5".to_owned() + &" ".repeat(80))),
    ("an empty member that occurs twice", "oauth2", |n| {
        (format!("{}_token", ["id", "refresh"][n % 2]), empty())
    }),
    ("two spellings of a token", "oauth2", |n| (["refreshToken", "accessToken"][n % 2].to_owned(), text(n))),
    ("an error", "oauth2", |n| (["error", "errcode", "errors"][n % 3].to_owned(), text(n))),
    ("the hint at an expiry", "github", |n| (format!("expiry_{n}"), text(n))),
    ("a numbered token", "vk", |n| (format!("access_token_{n}"), text(n))),
    ("another token", "slack", |n| ("authed_user".to_owned(), format!("{{\"access_token\":{}}}", text(n)))),
];

const FIELDS: [&str; 8] =
    ["refresh_token", "id_token", "token_type", "scope", "expires_in", "expires_at", "error", "refreshToken"];

/// A string that no other has, of eighty bytes.
fn text(n: usize) -> String {
    format!("\"EXAMPLE-{n:070}\"")
}

fn empty() -> String {
    format!("[{}]", " ".repeat(80))
}

/// Builds a token with these extras, a body with the same members, and one with members that are all unknown.
fn subject((_, format, extra): Conflict, count: usize) -> (&'static dyn Adapter, Token, [String; 2]) {
    let extras: Vec<(String, Box<RawValue>)> = (0..count)
        .map(extra)
        .map(|(name, json)| (name, RawValue::from_string(json).expect("JSON")))
        .collect();
    let mut validity = Validity::default();
    // Without a lifetime, a token of these formats never expires.
    validity.expires = if ["github", "slack"].contains(&format) { Expiry::Never } else { Expiry::Unknown };
    let mut builder = Token::builder(format).access_token("EXAMPLE").validity(validity);
    for (name, json) in &extras {
        builder = builder.extra(name, json);
    }
    let body = |name: fn(usize, &str) -> String| {
        let members = extras.iter().enumerate();
        let members = members.map(|(n, (sent, json))| format!(",\"{}\":{json}", name(n, sent)));
        format!("{{\"access_token\":\"EXAMPLE\"{}}}", members.collect::<String>())
    };
    let bodies = [body(|_, name| name.to_owned()), body(|n, _| format!("x{n}"))];
    let adapter = registry().get(format).expect("a format");
    (adapter, builder.build().expect("a token"), bodies)
}

/// The one function whose instructions count.
#[inline(never)]
fn measured_coding(code: &dyn Fn()) {
    black_box(code)();
}

/// Decodes a body, whatever comes of it.
fn decode(adapter: &dyn Adapter, body: &str) {
    let limits = Limits::default().with_body(usize::MAX);
    let response = Response::new(body.as_bytes(), AT).with_limits(limits);
    drop(black_box(adapter.decode_body(Body::split(response))));
}

fn encode(adapter: &dyn Adapter, token: &Token) {
    assert!(black_box(adapter.encode(token, AT)).is_ok());
}

/// Encodes each token, after two bodies of its size have been decoded.
fn measured() {
    for conflict in CONFLICTS {
        let (adapter, token, bodies) = subject(conflict, COUNTED);
        bodies.iter().for_each(|body| measured_coding(&|| decode(adapter, body)));
        measured_coding(&|| encode(adapter, &token));
    }
}

#[test]
fn conflicting_extras_cost_at_most_eight_decodes() {
    if !can_count() {
        println!("valgrind is not here: no instructions are counted");
        return;
    }
    let words =
        ["--exact", "encoding::served_to_callgrind", "--ignored", "--test-threads=1"].map(str::to_owned);
    let work = under_callgrind("measured_coding", &words, &["--dump-after=*measured_coding*"]);
    // Callgrind writes one more profile at the end.
    assert!([3 * CONFLICTS.len(), 3 * CONFLICTS.len() + 1].contains(&work.len()), "{} calls", work.len());
    let mut failed = Vec::new();
    for ((conflict, ..), work) in CONFLICTS.iter().zip(work.chunks(3)) {
        let &[conflicting, unknown, encoding] = work else { panic!("two decodings and an encoding") };
        let decoding = conflicting.max(unknown);
        assert!(decoding > 0 && encoding > 0, "{conflict} is counted");
        if encoding > 8 * decoding {
            failed.push(format!("{conflict}: {encoding} for encoding, {decoding} for decoding"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
#[ignore = "what callgrind counts"]
fn served_to_callgrind() {
    // Build the registry's tables before counting.
    assert!(anytoken::decode(Response::new(b"{\"access_token\":\"a\"}", AT)).is_ok());
    measured();
}

#[test]
fn encoding_needs_at_most_3_bodies_and_128_bytes_a_member() {
    let mut failed = Vec::new();
    for conflict in CONFLICTS {
        let (adapter, token, [body, _]) = subject(conflict, COUNT);
        let Cost { peak, .. } = cost(|| encode(adapter, &token));
        let bound = 3 * body.len() + 128 * COUNT + crate::CONSTANT;
        if peak > bound {
            failed.push(format!("{}: {peak} bytes, at most {bound}", conflict.0));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn conflicting_extras_are_left_out() {
    for conflict in CONFLICTS {
        let (adapter, token, _) = subject(conflict, COUNT);
        let encoded = adapter.encode(&token, AT).expect("a body");
        let is_kept = conflict.0 == "none";
        assert_eq!(encoded.dropped.is_empty(), is_kept, "{}", conflict.0);
        assert_eq!(encoded.body.len() > 1 << 19, is_kept, "{}", conflict.0);
    }
}
