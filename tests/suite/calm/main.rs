//! Law 1: decoding takes at most three times the body and 64 bytes a member, and grows linearly.

mod counting;
mod encoding;
mod large;
mod stack;
mod twice;
mod work;

use anytoken::{Limits, Response, registry};
use anytoken_tests::corpus::cases;
use anytoken_tests::recorded::AT;

use crate::counting::{Cost, cost};
use crate::large::{Large, large};

/// An upper bound of the members of a body on all levels.
fn members(body: &[u8]) -> usize {
    let json = body.iter().filter(|byte| b",{[".contains(byte)).count();
    let form = body.iter().filter(|byte| **byte == b'&').count();
    let xml = body.iter().filter(|byte| b"<=".contains(byte)).count();
    1 + match body.trim_ascii_start().first() {
        Some(b'<') => xml,
        Some(b'{' | b'[') => json,
        _ => form.max(json),
    }
}

/// The memory of a note, an error, the index of a small body.
const CONSTANT: usize = 2048;

fn bound(body: &[u8]) -> usize {
    3 * body.len() + 64 * members(body) + CONSTANT
}

fn all_ways(body: &[u8]) -> [(&'static str, Cost); 4] {
    let taken = body.to_vec();
    // The limit on scopes would end the work early.
    let limits = Limits::default().with_scopes(usize::MAX);
    [
        ("borrowed", cost(|| drop(anytoken::decode(Response::new(body, AT))))),
        ("owned", cost(|| drop(anytoken::decode(Response::from_vec(taken, AT))))),
        ("rejected", cost(|| drop(anytoken::decode(Response::new(body, AT).with_status(400))))),
        ("unlimited", cost(|| drop(anytoken::decode(Response::new(body, AT).with_limits(limits))))),
    ]
}

#[test]
fn decoding_the_corpus_needs_little_memory() {
    for (case, adapter) in cases() {
        let body = &case.response.body;
        for by_format in [true, false] {
            let response = case.response.response();
            let Cost { peak, .. } = cost(|| {
                drop(if by_format {
                    adapter.decode_body(anytoken::dialect::Body::split(response))
                } else {
                    anytoken::decode(response)
                });
            });
            assert!(
                peak <= bound(body),
                "{}: {peak} bytes for {} of {} members",
                case.id,
                body.len(),
                members(body)
            );
        }
    }
}

#[test]
fn memory_is_at_most_3_bodies_and_64_bytes_a_member() {
    let mut failed = Vec::new();
    // Build the registry's tables before counting.
    assert!(registry().get("oauth2").is_some());
    for (what, make) in large() {
        for size in [1 << 12, 66_000] {
            let body = make(size).into_bytes();
            for (way, Cost { peak, .. }) in all_ways(&body) {
                if peak > bound(&body) {
                    let (length, members) = (body.len(), members(&body));
                    failed.push(format!(
                        "{what}, {way}: {peak} bytes for {length} of {members} members, at most {}",
                        bound(&body)
                    ));
                }
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Returns true if the cost of a body `times` as large is at most twice `times` the cost.
fn grows_linearly(times: usize, less: usize, more: usize, slack: usize) -> bool {
    more <= 2 * times * less.max(slack)
}

#[test]
fn allocations_grow_linearly_with_the_body() {
    let mut failed = Vec::new();
    for (what, make) in large() {
        let once = all_ways(make(4_096).as_bytes());
        for times in [2, 4, 8] {
            for ((way, less), (_, more)) in once.iter().zip(all_ways(make(times * 4_096).as_bytes())) {
                if !grows_linearly(times, less.bytes, more.bytes, 512) {
                    failed.push(format!(
                        "{what}, {way}: {} bytes, then {} for {times} times the body",
                        less.bytes, more.bytes
                    ));
                }
                if !grows_linearly(times, less.times, more.times, 8) {
                    failed.push(format!(
                        "{what}, {way}: {} allocations, then {} for {times} times the body",
                        less.times, more.times
                    ));
                }
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Things that fit a hundred thousand times into a megabyte, and a body with `n` of them.
const MANY: [Large; 6] = [
    ("members", |n| format!("{{\"access_token\":\"a\"{}}}", ",\"b\":1".repeat(n))),
    ("members with escapes", |n| format!("{{\"access_token\":\"a\"{}}}", ",\"\\n\":1".repeat(n))),
    ("elements", |n| format!("{{\"access_token\":\"a\",\"b\":[{}1]}}", "{},".repeat(n))),
    ("scopes", |n| format!("{{\"access_token\":\"a\",\"scope\":\"{}\"}}", "a ".repeat(n))),
    ("pairs", |n| format!("access_token=a{}", "&b=c".repeat(n))),
    ("elements of XML", |n| format!("<o><access_token>a</access_token>{}</o>", "<b/>".repeat(n))),
];

#[test]
fn eight_times_the_members_cost_eight_times_as_much() {
    let mut failed = Vec::new();
    for (what, make) in MANY {
        let costs = [12_500, 25_000, 50_000, 100_000].map(|count| {
            let body = make(count).into_bytes();
            let limits = Limits::default().with_body(usize::MAX).with_scopes(usize::MAX);
            let response = Response::new(&body, AT).with_limits(limits);
            let taken = cost(|| assert!(anytoken::decode(response).is_ok(), "{count} {what} decode"));
            assert!(
                taken.peak <= bound(&body),
                "{count} {what}: {} bytes, at most {}",
                taken.peak,
                bound(&body)
            );
            taken
        });
        for (times, more) in [2, 4, 8].into_iter().zip(&costs[1..]) {
            let less = costs[0];
            let linear = grows_linearly(times, less.bytes, more.bytes, 512)
                && grows_linearly(times, less.times, more.times, 8);
            if !linear {
                failed.push(format!(
                    "{what}: {} bytes for {times} times as many as take {}",
                    more.bytes, less.bytes
                ));
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
