//! Replays the seeds of the fuzz targets.

use std::panic::resume_unwind;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use anytoken_tests::corpus::cases;
use anytoken_tests::mutation::{broken, mutated};
use anytoken_tests::random::Random;
use anytoken_tests::seeds;
use anytoken_tests::strategies::config;

// The package of the fuzz targets has it as its library.
#[allow(unreachable_pub)]
#[path = "../../fuzz/lib.rs"]
mod targets;

fn replay(target: &str, run: fn(&[u8])) {
    let lines = (1..).zip(seeds::of(target));
    crate::every(lines, |(line, _)| format!("{target}.txt:{line}"), |(_, seed)| in_time(run, seed.clone()));
}

/// Runs a target on bytes, and fails if it does not end in time.
fn in_time(run: fn(&[u8]), data: Vec<u8>) {
    const LIMIT: Duration = Duration::from_secs(120);
    let (sender, end) = channel();
    let thread = std::thread::spawn(move || {
        run(&data);
        // The receiver is gone if the target took too long.
        let _ = sender.send(());
    });
    assert_ne!(end.recv_timeout(LIMIT), Err(RecvTimeoutError::Timeout), "does not end within {LIMIT:?}");
    thread.join().unwrap_or_else(|panic| resume_unwind(panic));
}

#[test]
fn seeds_of_decode_obey_the_laws() {
    replay("decode", targets::decode);
}

#[test]
fn seeds_of_decode_as_obey_the_laws() {
    replay("decode_as", targets::decode_as);
}

#[test]
fn seeds_of_encode_obey_the_laws() {
    replay("encode", targets::encode);
}

#[test]
fn seeds_of_batch_obey_the_laws() {
    replay("batch", targets::batch);
}

#[test]
fn any_seed_round_trips_through_its_line() {
    let bytes: Vec<u8> = (0..=u8::MAX).collect();
    for seed in [&bytes[..], br"\n\\x20\", b" a ", b"", b"\r\n", "é\u{2028}".as_bytes()] {
        let line = seeds::escaped(seed);
        assert!(line.bytes().all(|byte| matches!(byte, b' '..=b'~')) && line.trim_end() == line, "{line}");
        assert_eq!(seeds::unescaped(&line).as_deref(), Some(seed));
    }
    for line in [r"\", r"\x2", r"\xgg", r"\q"] {
        assert_eq!(seeds::unescaped(line), None, "{line}");
    }
}

#[test]
fn seeds_of_inspect_obey_the_laws() {
    replay("inspect", targets::inspect);
}

#[test]
fn seeds_of_check_obey_the_laws() {
    replay("check", targets::check);
}

#[test]
fn seeds_of_har_obey_the_laws() {
    replay("har", targets::har);
}

#[test]
fn seeds_of_head_obey_the_laws() {
    replay("head", targets::head);
}

#[test]
fn seeds_of_dialect_obey_the_laws() {
    replay("dialect", targets::dialect);
}

/// Tries a thousand mutated or broken bodies of the corpus, times `ANYTOKEN_CASES`.
#[test]
fn commands_end_on_mutations_of_the_corpus() {
    let all: Vec<_> = cases().collect();
    crate::every(
        0..u64::from(config(1_000).cases),
        |index| format!("mutation {index}"),
        |index| {
            let random = &mut Random::new(*index ^ 0x636F_6D6D);
            let (case, _) = *random.pick(&all);
            let body = mutated(&case.response, random).body;
            let body = if random.one_in(2) { body } else { broken(&body, random) };
            in_time(targets::inspect, body.clone());
            in_time(targets::check, body);
        },
    );
}
