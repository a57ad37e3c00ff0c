//! The reply of an asynchronous client.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use oauth2::HttpResponse;

use super::normalizing::{Grant, Rewriting};

/// The reply that an asynchronous [`Normalizing`](super::Normalizing) waits for; `Send` where the client's own is.
///
/// It has a name because an `async` block could not be the future of a client of any lifetime.
#[must_use = "a future does nothing unless it is polled"]
pub struct Reply<F> {
    waited_for: Pin<Box<F>>,
    /// How a reply to this grant is rewritten.
    grant: Option<(Rewriting, Grant)>,
}

impl<F> Reply<F> {
    pub(super) fn new(waited_for: F, grant: Option<(Rewriting, Grant)>) -> Self {
        Self { waited_for: Box::pin(waited_for), grant }
    }
}

impl<F: Future<Output = Result<HttpResponse, E>>, E> Future for Reply<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let grant = self.grant;
        self.waited_for.as_mut().poll(context).map_ok(|response| match grant {
            Some((rewriting, grant)) => rewriting.rewrite(response, grant),
            None => response,
        })
    }
}

impl<F> fmt::Debug for Reply<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply").finish_non_exhaustive()
    }
}
