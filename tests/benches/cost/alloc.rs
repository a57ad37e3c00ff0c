//! Counted allocations.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicIsize, AtomicUsize, Ordering};

use crate::contestants::Call;
use crate::pool::{self, Pool};

/// The pool's blocks in a process that counts instructions, else the system's; counted while [`count`] runs. Otherwise
/// counting costs a load and a branch, the same for all.
pub(crate) struct Counting;

/// The heap of a process that counts instructions.
pub(crate) static POOL: Pool = Pool::new();

/// The heap use of a call.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Allocated {
    /// The number of allocations and reallocations.
    pub(crate) times: usize,
    /// The bytes of the result while it lives: its size and its heap.
    pub(crate) held: usize,
}

static COUNTS: AtomicBool = AtomicBool::new(false);
static TIMES: AtomicUsize = AtomicUsize::new(0);
static LIVE: AtomicIsize = AtomicIsize::new(0);

/// Counts the allocations of a call, one thread at a time; `None` if the contestant cannot do it.
pub(crate) fn count(call: &Call) -> Option<Allocated> {
    TIMES.store(0, Ordering::Relaxed);
    LIVE.store(0, Ordering::Relaxed);
    let mut held = 0;
    COUNTS.store(true, Ordering::Relaxed);
    // An owned body was allocated before the call and is held after it.
    let given = call.given();
    let before = TIMES.load(Ordering::Relaxed);
    let can = call.run(given, &mut |made| {
        held = LIVE.load(Ordering::Relaxed).unsigned_abs() + made.size;
    });
    COUNTS.store(false, Ordering::Relaxed);
    can.then(|| Allocated { times: TIMES.load(Ordering::Relaxed) - before, held })
}

#[inline]
fn note(times: usize, grown: isize) {
    if COUNTS.load(Ordering::Relaxed) {
        TIMES.fetch_add(times, Ordering::Relaxed);
        LIVE.fetch_add(grown, Ordering::Relaxed);
    }
}

// SAFETY: a block is the pool's or the system's, and goes back to where it came from; counting allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        note(1, layout.size() as isize);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { block_of(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        note(0, -(layout.size() as isize));
        // SAFETY: the block is the pool's or the system's, of this layout.
        unsafe { if POOL.has(block) { POOL.give_back(block, layout) } else { System.dealloc(block, layout) } }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        note(1, size as isize - layout.size() as isize);
        if !POOL.has(block) {
            // SAFETY: the block is the system's, of this layout.
            return unsafe { System.realloc(block, layout, size) };
        }
        // SAFETY: the caller keeps the contract of `realloc`: the size is not too large for the alignment.
        let other = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        if pool::size(other) == pool::size(layout) {
            return block;
        }
        // SAFETY: the size is not zero; the blocks are apart, and each holds the smaller of the sizes.
        unsafe {
            let moved = block_of(other);
            if !moved.is_null() {
                moved.copy_from_nonoverlapping(block, layout.size().min(size));
                POOL.give_back(block, layout);
            }
            moved
        }
    }
}

/// # Safety
///
/// The size of the layout is not zero.
#[inline]
unsafe fn block_of(layout: Layout) -> *mut u8 {
    let block = POOL.take(layout);
    // SAFETY: the caller keeps the contract of `alloc`.
    if block.is_null() { unsafe { System.alloc(layout) } } else { block }
}
