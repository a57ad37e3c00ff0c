//! The work of decoding: instructions if valgrind is installed, else time.

use std::hint::black_box;
use std::time::Instant;

use anytoken::{Limits, Response};
use anytoken_tests::callgrind::{can_count, under_callgrind};
use anytoken_tests::recorded::AT;

use crate::large::{Large, large};

/// Bytes of the smaller body; the other is eight times as large.
const ONCE: usize = 512;

fn measured() -> impl Iterator<Item = (Large, usize)> {
    large().into_iter().flat_map(|large| [1, 8].map(|times| (large, times)))
}

/// The one function whose instructions count.
#[inline(never)]
fn measured_reading(body: &[u8]) {
    let limits = Limits::default().with_scopes(usize::MAX);
    drop(black_box(anytoken::decode(Response::new(black_box(body), AT).with_limits(limits))));
}

/// Instructions or nanoseconds of each decoding.
fn work() -> Vec<u64> {
    if can_count() {
        let words =
            ["--exact", "work::served_to_callgrind", "--ignored", "--test-threads=1"].map(str::to_owned);
        return under_callgrind("measured_reading", &words, &["--dump-after=*measured_reading*"]);
    }
    let once = |body: &str| {
        let start = Instant::now();
        measured_reading(body.as_bytes());
        u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX)
    };
    let least = |((_, make), times): (Large, usize)| {
        let body = make(times * ONCE * 16);
        (0..3).map(|_| once(&body)).min().unwrap_or(0)
    };
    measured().map(least).collect()
}

/// The constant part of a decoding: ten thousand instructions, or a hundred microseconds.
const SLACK: [u64; 2] = [10_000, 100_000];

#[test]
fn decoding_time_is_linear_in_the_body() {
    let work = work();
    let slack = SLACK[usize::from(!can_count())];
    let all: Vec<_> = measured().collect();
    // Callgrind writes one more profile at the end.
    assert!([all.len(), all.len() + 1].contains(&work.len()), "{} decodings of {}", work.len(), all.len());
    let mut failed = Vec::new();
    for (((what, _), times), index) in all.iter().zip(0..) {
        let (less, more) = (work[index / 2 * 2], work[index]);
        assert!(more > 0, "{what} is counted");
        if more > 2 * *times as u64 * less.max(slack) {
            failed.push(format!("{what}: {less}, then {more} for {times} times the body"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
#[ignore = "what callgrind counts"]
fn served_to_callgrind() {
    // Build the registry's tables before counting.
    assert!(anytoken::decode(Response::new(b"{\"access_token\":\"a\"}", AT)).is_ok());
    for ((_, make), times) in measured() {
        measured_reading(make(times * ONCE).as_bytes());
    }
}
