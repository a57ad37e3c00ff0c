//! Law 1: reading takes no more memory than thrice the body and 64 bytes a member, and grows as the body does.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use anytoken::{REGISTRY, Received};
use anytoken_tests::corpus::cases;
use anytoken_tests::response::AT;

/// Counts what a thread holds.
struct Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
    static TOTAL: Cell<isize> = const { Cell::new(0) };
}

fn count(bytes: isize) {
    // A thread that ends has no cells any more, and nobody asks for them.
    let _ = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        let _ = PEAK.try_with(|peak| peak.set(peak.get().max(held.get())));
    });
    let _ = TOTAL.try_with(|total| total.set(total.get() + bytes.max(0)));
}

// SAFETY: every call goes to the system's allocator as it came; counting allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size().cast_signed());
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        count(-layout.size().cast_signed());
        // SAFETY: the block is the system's, of this layout.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size.cast_signed() - layout.size().cast_signed());
        // SAFETY: the block is the system's, of this layout.
        unsafe { System.realloc(block, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// What reading holds at most, and asks for in all, beyond what was there.
fn cost(read: impl FnOnce()) -> (usize, usize) {
    let (before, total) = (HELD.get(), TOTAL.get());
    PEAK.set(before);
    read();
    ((PEAK.get() - before).unsigned_abs(), (TOTAL.get() - total).unsigned_abs())
}

/// At least as many members as a body has, on all levels.
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

/// What a note, an error, the index of a small body take.
const CONSTANT: usize = 2048;

fn bound(body: &[u8]) -> usize {
    3 * body.len() + 64 * members(body) + CONSTANT
}

/// What a body is nothing but, and such a body of about a size.
type Large = (&'static str, fn(usize) -> String);

fn large() -> Vec<Large> {
    vec![
        ("a long token", |n| format!("{{\"access_token\":\"{}\"}}", "a".repeat(n))),
        ("a long token with escapes", |n| format!("{{\"access_token\":\"{}\"}}", "\\u0061".repeat(n / 6))),
        ("a long token of slashes", |n| format!("{{\"access_token\":\"{}\"}}", "\\/".repeat(n / 2))),
        ("a long refresh and id token", |n| {
            format!(
                "{{\"access_token\":\"a\",\"refresh_token\":\"{0}\",\"id_token\":\"{0}\"}}",
                "\\u0061".repeat(n / 12)
            )
        }),
        ("a long extra", |n| format!("{{\"access_token\":\"a\",\"b\":\"{}\"}}", "c".repeat(n))),
        ("a long name with escapes", |n| format!("{{\"access_token\":\"a\",\"{}\":1}}", "\\n".repeat(n / 2))),
        ("many members", |n| format!("{{\"access_token\":\"a\"{}}}", ",\"\":1".repeat(n / 5))),
        ("many members with escapes", |n| {
            format!("{{\"access_token\":\"a\"{}}}", ",\"\\n\":1".repeat(n / 7))
        }),
        ("many scopes in an array", |n| {
            format!("{{\"access_token\":\"a\",\"scope\":[{}1]}}", "1,".repeat(n / 2))
        }),
        ("many numbers in an extra", |n| {
            format!("{{\"access_token\":\"a\",\"b\":[{}1]}}", "1,".repeat(n / 2))
        }),
        ("many elements at the top", |n| format!("[{}1]", "1,".repeat(n / 2))),
        ("many objects at the top", |n| format!("[{}{{}}]", "{},".repeat(n / 3))),
        ("many tokens at the top", |n| format!("[{}{{}}]", "{\"access_token\":\"a\"},".repeat(n / 21))),
        ("many errors", |n| format!("{{\"errors\":[{}1]}}", "1,".repeat(n / 2))),
        ("a long refusal", |n| {
            format!("{{\"error\":\"a\",\"error_description\":\"{}\"}}", "\\n".repeat(n / 2))
        }),
        ("a long form", |n| format!("access_token={}", "a".repeat(n))),
        ("a long form with escapes", |n| format!("access_token={}", "%61".repeat(n / 3))),
        ("a long form of control characters", |n| format!("access_token=a&b={}", "%01".repeat(n / 3))),
        ("a long form of bare control characters", |n| format!("access_token=a&b={}", "\u{1}".repeat(n))),
        ("a long form of quotes", |n| format!("access_token=a&b={}", "\"".repeat(n))),
        ("a form of many pairs", |n| format!("access_token=a{}", "&b=c".repeat(n / 4))),
        ("a form of many bare names", |n| format!("access_token=a{}", "&b".repeat(n / 2))),
        ("a form of many ampersands", |n| format!("access_token=a{}", "&".repeat(n))),
        ("long XML", |n| format!("<o><access_token>{}</access_token></o>", "a".repeat(n))),
        ("long XML with entities", |n| {
            format!("<o><access_token>{}</access_token></o>", "&#97;".repeat(n / 5))
        }),
        ("XML of many elements", |n| {
            format!("<o><access_token>a</access_token>{}</o>", "<b/>".repeat(n / 4))
        }),
        ("XML of many attributes", |n| {
            let attributes: String = (0..n / 12).map(|index| format!(" a{index}=\"\"")).collect();
            format!("<o><access_token>a</access_token><b{attributes}/></o>")
        }),
        ("XML of many comments", |n| {
            format!("<o><access_token>a</access_token>{}</o>", "<!---->".repeat(n / 7))
        }),
        ("XML of control characters", |n| {
            format!("<o><access_token>a</access_token><b>{}</b></o>", "\u{1}".repeat(n))
        }),
        ("plain text", |n| "a ".repeat(n / 2)),
        ("broken JSON", |n| format!("{{\"access_token\":\"a\"{}", ",\"\":1".repeat(n / 5))),
        ("blanks", |n| format!("{}{{\"access_token\":\"a\"}}", " ".repeat(n))),
    ]
}

fn all_ways(body: &[u8]) -> Vec<(&'static str, usize, usize)> {
    let taken = body.to_vec();
    let (borrowed, first) = cost(|| drop(anytoken::decode(Received::new(body, AT))));
    let (owned, second) = cost(|| drop(anytoken::decode(Received::owned(taken, AT))));
    let (refused, third) = cost(|| drop(anytoken::decode(Received::new(body, AT).with_status(400))));
    vec![("borrowed", borrowed, first), ("owned", owned, second), ("refused", refused, third)]
}

#[test]
fn reading_the_corpus_holds_little() {
    for (case, adapter) in cases() {
        let body = &case.response.body;
        for by_format in [true, false] {
            let received = case.response.received();
            let (peak, _) = cost(|| {
                drop(if by_format {
                    adapter.read(anytoken::Body::split(received))
                } else {
                    anytoken::decode(received)
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
fn reading_large_bodies_holds_thrice_the_body_and_64_bytes_a_member() {
    let mut failed = Vec::new();
    // The registry's tables are made once and for all.
    assert!(REGISTRY.get("oauth2").is_some());
    for (what, make) in large() {
        for size in [1 << 12, 40_000, 66_000] {
            let body = make(size).into_bytes();
            for (way, peak, _) in all_ways(&body) {
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

#[test]
fn reading_grows_as_the_body_does() {
    let mut failed = Vec::new();
    for (what, make) in large() {
        let totals: Vec<_> = [1, 2, 4, 8].map(|times| all_ways(make(times * 4_096).as_bytes())).into();
        for pair in totals.windows(2) {
            for ((way, _, less), (_, _, more)) in pair[0].iter().zip(&pair[1]) {
                // Buffers that double make steps, never more than one.
                if *more > 4 * less + 16_384 {
                    failed.push(format!("{what}, {way}: {less} bytes, then {more} for twice the body"));
                }
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Allocations say nothing of loops: the time for eight times the body is nearer to eightfold than to the square.
#[test]
fn reading_takes_as_long_as_the_body_is() {
    let mut failed = Vec::new();
    for (what, make) in large() {
        let took = |size| {
            let body = make(size);
            let once = || {
                let start = std::time::Instant::now();
                drop(anytoken::decode(Received::new(body.as_bytes(), AT)));
                start.elapsed().as_nanos()
            };
            (0..3).map(|_| once()).min().unwrap_or(0)
        };
        let (little, much) = (took(8_192), took(65_536));
        if much > 32 * little + 2_000_000 {
            failed.push(format!(
                "{what}: {} us, then {} us for eight times the body",
                little / 1000,
                much / 1000
            ));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
