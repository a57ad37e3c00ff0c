//! An allocator that searches every freed block for a marker.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// The marker: 24 different characters.
pub(crate) const MARKER: &str = "Zq7Xw2Vb9Nk4Jd6Rf8Tg3Hy5";
/// The number of consecutive characters that count as a leak.
const WINDOW: usize = 6;
/// The number of consecutive characters that a block other than text may have. Parts of a struct that are not filled,
/// such as an absent instant, hold old bytes of the stack, which cannot be wiped.
const HOLE: usize = 16;

/// Searches every block that the watched thread frees.
struct Watching;

thread_local! {
    static WATCHED: Cell<bool> = const { Cell::new(false) };
    static LEAKS: Cell<usize> = const { Cell::new(0) };
    static FREED: Cell<usize> = const { Cell::new(0) };
}

fn look(block: &[u8], align: usize) {
    if !WATCHED.try_with(Cell::get).unwrap_or(false) {
        return;
    }
    let _ = FREED.try_with(|freed| freed.set(freed.get() + 1));
    let least = if align == 1 { WINDOW } else { HOLE + 1 };
    // A cheap check first: most offsets do not begin two characters of the marker.
    let begins = |pair: &[u8]| {
        let follows = FOLLOWS[usize::from(pair[0])];
        follows != 0 && (follows == pair[1] || ESCAPES[usize::from(pair[1])]) || ESCAPES[usize::from(pair[0])]
    };
    if block.windows(2).enumerate().any(|(at, pair)| begins(pair) && run(&block[at..]) >= least) {
        let _ = LEAKS.try_with(|found| found.set(found.get() + 1));
    }
}

/// The next character of the marker for each byte; zero after the last one and for all other bytes.
static FOLLOWS: [u8; 256] = {
    let (marker, mut follows, mut at) = (MARKER.as_bytes(), [0; 256], 1);
    while at < marker.len() {
        follows[marker[at - 1] as usize] = marker[at];
        at += 1;
    }
    follows
};

/// The bytes that begin an escape.
static ESCAPES: [bool; 256] = {
    let mut escapes = [false; 256];
    escapes[b'\\' as usize] = true;
    escapes[b'%' as usize] = true;
    escapes[b'&' as usize] = true;
    escapes
};

/// Counts the characters of the marker, plain or escaped, at the start of a block.
fn run(block: &[u8]) -> usize {
    let Some((first, mut rest)) = character(block) else { return 0 };
    // The characters of the marker differ, so the first one gives the offset of the run.
    let Some(at) = MARKER.bytes().position(|byte| byte == first) else { return 0 };
    let goes_on = MARKER.bytes().skip(at + 1).take_while(|byte| match character(rest) {
        Some((found, behind)) => {
            rest = behind;
            found == *byte
        }
        None => false,
    });
    1 + goes_on.count()
}

/// Decodes the first character of a block, plain or as JSON, forms and XML escape it, and returns the rest.
fn character(block: &[u8]) -> Option<(u8, &[u8])> {
    let escaped = |prefix: &[u8], digits: usize, radix: u8, end: &[u8]| {
        let (number, behind) = block.strip_prefix(prefix)?.split_at_checked(digits)?;
        let digit = |byte: u8| char::from(byte).to_digit(radix.into());
        let code = number.iter().try_fold(0, |code, byte| Some(code * u32::from(radix) + digit(*byte)?))?;
        Some((u8::try_from(code).ok()?, behind.strip_prefix(end)?))
    };
    match block.first()? {
        b'\\' => escaped(b"\\u", 4, 16, b""),
        b'%' => escaped(b"%", 2, 16, b""),
        b'&' => (1..=3).find_map(|digits| {
            escaped(b"&#x", digits, 16, b";").or_else(|| escaped(b"&#", digits, 10, b";"))
        }),
        byte => Some((*byte, &block[1..])),
    }
}

// SAFETY: every call goes to the system's allocator as it came; searching allocates nothing, and blocks are searched
// while they are still the caller's. Blocks are given out zeroed, so that all of their bytes may be read.
unsafe impl GlobalAlloc for Watching {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the block has this size, and was initialized whole when it was given out.
        look(unsafe { std::slice::from_raw_parts(block, layout.size()) }, layout.align());
        // SAFETY: the block is the system's, of this layout.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // A block that moves is freed, and searched like any other.
        // SAFETY: the size is that of a valid layout by the contract of `realloc`.
        let larger = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !larger.is_null() {
            // SAFETY: both blocks are as long as what is copied, and they are not the same.
            unsafe {
                std::ptr::copy_nonoverlapping(block, larger, layout.size().min(size));
                self.dealloc(block, layout);
            }
        }
        larger
    }
}

#[global_allocator]
static ALLOCATOR: Watching = Watching;

/// Counts the blocks that `run` frees with a piece of the marker in them. Its result is dropped within the watch.
pub(crate) fn leaks<T>(run: impl FnOnce() -> T) -> usize {
    let (leaks, ended) = watched(|| drop(run()));
    assert!(ended, "a panic under watch");
    leaks
}

/// Counts the leaks of a panic after `run`, while the stack unwinds and drops its result.
pub(crate) fn leaks_of_panic<T>(run: impl FnOnce() -> T) -> usize {
    let (leaks, ended) = watched(|| {
        let _held = run();
        // Unlike `panic!` it prints nothing and takes no backtrace.
        resume_unwind(Box::new(()));
    });
    assert!(!ended, "no panic under watch");
    leaks
}

/// Returns the number of blocks that the last watched run has freed.
pub(crate) fn freed() -> usize {
    FREED.get()
}

fn watched(run: impl FnOnce()) -> (usize, bool) {
    LEAKS.set(0);
    FREED.set(0);
    WATCHED.set(true);
    let result = catch_unwind(AssertUnwindSafe(run));
    WATCHED.set(false);
    (LEAKS.get(), result.is_ok())
}

#[test]
fn leak_is_found() {
    assert_eq!(leaks(|| String::from(MARKER)), 1);
    assert_eq!(leaks_of_panic(|| String::from(MARKER)), 1);
    assert_eq!(leaks(|| String::from(&MARKER[9..15])), 1);
    let grown = || {
        let mut text = String::with_capacity(8);
        text.push_str(&MARKER[..8]);
        text.push_str("                        ");
        text.clear();
        text.push_str(&" ".repeat(24));
        text
    };
    assert_eq!(leaks(grown), 1, "the block before it grew");
    assert_eq!(leaks(|| String::from("nothing")), 0);
    let words = |text: &str| {
        let words = text.as_bytes().chunks_exact(8).map(|word| word.try_into().map(u64::from_ne_bytes));
        words.collect::<Result<Vec<_>, _>>().expect("words of eight bytes")
    };
    assert_eq!(leaks(|| words(MARKER)), 1, "more than a hole");
    assert_eq!(leaks(|| words(&MARKER[..16])), 0, "a hole");
    assert!(freed() > 0);
}

#[test]
fn escaped_leak_is_found() {
    for text in [
        "\\u005aq\\u0037Xw\\u0032",
        "\\u005A\\u0071\\u0037\\u0058\\u0077\\u0032",
        "Zq%37Xw2",
        "&#90;&#x71;7Xw&#50;",
        "..Rf8Tg%33..",
    ] {
        assert_eq!(leaks(|| String::from(text)), 1, "{text}");
    }
    for text in ["Zq7Xw", "Zq7Xw%41", "Zq7Xw\\u0132", "Zq7Xw&#50", "Tg3Hy5Zq7Xw"] {
        let expected = usize::from(text.contains("Tg3Hy5"));
        assert_eq!(leaks(|| String::from(text)), expected, "{text}");
    }
}
