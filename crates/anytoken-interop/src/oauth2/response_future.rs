//! The future of an asynchronous client's response.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use oauth2::HttpResponse;

use super::normalizing::{Grant, Rewriting};

/// The future of an asynchronous [`Normalizing`](super::Normalizing); `Send` if the client's own future is.
///
/// It is a named type because an `async` block cannot be the future of a client with any lifetime.
#[must_use = "a future does nothing unless it is polled"]
pub struct ResponseFuture<F> {
    inner: Pin<Box<F>>,
    /// How to rewrite the response; `None` if it is not a token response.
    grant: Option<(Rewriting, Grant)>,
}

impl<F> ResponseFuture<F> {
    pub(super) fn new(inner: F, grant: Option<(Rewriting, Grant)>) -> Self {
        Self { inner: Box::pin(inner), grant }
    }
}

impl<F: Future<Output = Result<HttpResponse, E>>, E> Future for ResponseFuture<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let grant = self.grant;
        self.inner.as_mut().poll(context).map_ok(|response| match grant {
            Some((rewriting, grant)) => rewriting.rewrite(response, grant),
            None => response,
        })
    }
}

impl<F> fmt::Debug for ResponseFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}
