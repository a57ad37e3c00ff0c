//! The seeds of the fuzz targets, replayed.

use anytoken_tests::seeds;

// In the fuzz workspace it is a library.
#[allow(unreachable_pub)]
#[path = "../../fuzz/lib.rs"]
mod targets;

fn replay(target: &str, run: fn(&[u8])) {
    let lines = (1..).zip(seeds::of(target));
    crate::every(lines, |(line, _)| format!("{target}.txt:{line}"), |(_, seed)| run(seed));
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
fn seeds_of_write_obey_the_laws() {
    replay("write", targets::write);
}

#[test]
fn seeds_of_batch_obey_the_laws() {
    replay("batch", targets::batch);
}

#[test]
fn any_seed_is_kept_by_its_line() {
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
