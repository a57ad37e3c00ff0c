//! Work that waits, away from a task that must not.

use std::thread;

use futures_channel::oneshot;

use super::SourceError;

/// Does the work in a thread of its own, whatever runtime polls.
pub(super) async fn elsewhere<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, SourceError> + Send + 'static,
) -> Result<T, SourceError> {
    let (done, answer) = oneshot::channel();
    let thread = thread::Builder::new().name("anytoken-source".to_owned());
    let spawned = thread.spawn(move || {
        // Nobody waits any more where this fails.
        let _ = done.send(work());
    });
    spawned.map_err(|error| SourceError::unread(error.kind()))?;
    answer.await.unwrap_or_else(|_| Err(SourceError::lost()))
}
