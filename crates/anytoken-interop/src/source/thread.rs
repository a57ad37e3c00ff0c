//! Blocking work in a thread of its own.

use std::thread;

use futures_channel::oneshot;

use super::error::SourceError;

/// Runs blocking work in a new thread, so that it works on any runtime.
pub(super) async fn in_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, SourceError> + Send + 'static,
) -> Result<T, SourceError> {
    let (sender, receiver) = oneshot::channel();
    let thread = thread::Builder::new().name("anytoken-source".to_owned());
    let spawned = thread.spawn(move || {
        // Sending fails if the caller no longer waits.
        let _ = sender.send(work());
    });
    spawned.map_err(|error| SourceError::io(error.kind()))?;
    receiver.await.unwrap_or_else(|_| Err(SourceError::panicked()))
}
