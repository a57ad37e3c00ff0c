//! Work on all cores, for a test that runs alone.

use std::panic::resume_unwind;
use std::thread;

/// Maps every item, and keeps their order. A panic goes on in the caller.
pub fn map<T: Sync, R: Send>(items: &[T], map: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let each = items.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let parts = items.chunks(each).map(|part| scope.spawn(|| part.iter().map(&map).collect::<Vec<_>>()));
        let parts: Vec<_> = parts.collect();
        let mapped =
            parts.into_iter().flat_map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic)));
        mapped.collect()
    })
}
