//! An allocator that counts.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// Counts the memory that a thread holds.
struct Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
    static ASKED: Cell<Cost> = const { Cell::new(Cost { peak: 0, bytes: 0, times: 0 }) };
}

fn count(bytes: isize) {
    // A thread that ends has no cells; its counts are not needed.
    let _ = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        let _ = PEAK.try_with(|peak| peak.set(peak.get().max(held.get())));
    });
    let _ = ASKED.try_with(|asked| {
        let Cost { peak, bytes: all, times } = asked.get();
        let asks = usize::from(bytes > 0);
        asked.set(Cost { peak, bytes: all + bytes.max(0).unsigned_abs(), times: times + asks });
    });
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

/// The memory that a run takes, beyond what was held before.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// The largest number of bytes held at once.
    pub(crate) peak: usize,
    /// The sum of all bytes allocated.
    pub(crate) bytes: usize,
    /// The number of allocations.
    pub(crate) times: usize,
}

pub(crate) fn cost(run: impl FnOnce()) -> Cost {
    let (held, asked) = (HELD.get(), ASKED.get());
    PEAK.set(held);
    run();
    let now = ASKED.get();
    Cost {
        peak: (PEAK.get() - held).unsigned_abs(),
        bytes: now.bytes - asked.bytes,
        times: now.times - asked.times,
    }
}
