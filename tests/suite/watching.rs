//! An allocator that looks at what is freed.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What is planted: 24 characters.
pub(crate) const MARKER: &str = "Zq7Xw2Vb9Nk4Jd6Rf8Tg3Hy5";
/// So many of them in a row are a leak.
const WINDOW: usize = 6;

/// Looks at every block that the watched thread frees.
struct Watching;

thread_local! {
    static WATCHED: Cell<bool> = const { Cell::new(false) };
    static LEAKS: Cell<usize> = const { Cell::new(0) };
    static FREED: Cell<usize> = const { Cell::new(0) };
}

fn look(block: &[u8]) {
    if !WATCHED.try_with(Cell::get).unwrap_or(false) {
        return;
    }
    let _ = FREED.try_with(|freed| freed.set(freed.get() + 1));
    let marker = MARKER.as_bytes();
    let leaks = block.windows(WINDOW).any(|window| {
        // Each character stands once in the marker, so that the first says where the window would be.
        let at = marker.iter().position(|byte| *byte == window[0]);
        at.is_some_and(|at| marker[at..].starts_with(window))
    });
    if leaks {
        let _ = LEAKS.try_with(|found| found.set(found.get() + 1));
    }
}

// SAFETY: every call goes to the system's allocator as it came; looking allocates nothing, and blocks are looked at
// while they are still the caller's. Blocks are given out zeroed, so that all of their bytes may be read.
unsafe impl GlobalAlloc for Watching {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the block has this size, and was initialized whole when it was given out.
        look(unsafe { std::slice::from_raw_parts(block, layout.size()) });
        // SAFETY: the block is the system's, of this layout.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // A block that moves is freed: it is looked at as any other.
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

/// How many of the blocks that `run` frees hold a piece of the marker. What it returns is dropped within.
pub(crate) fn leaks<T>(run: impl FnOnce() -> T) -> usize {
    LEAKS.set(0);
    FREED.set(0);
    WATCHED.set(true);
    let result = catch_unwind(AssertUnwindSafe(|| drop(run())));
    WATCHED.set(false);
    assert!(result.is_ok(), "a panic under watch");
    LEAKS.get()
}

/// How many blocks the last watched run has freed.
pub(crate) fn freed() -> usize {
    FREED.get()
}
