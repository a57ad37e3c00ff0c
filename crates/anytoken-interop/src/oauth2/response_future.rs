//! The future of an asynchronous client's response.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use oauth2::HttpResponse;

use super::grant::Grant;
use super::rewriting::Rewriting;

/// The future of an asynchronous [`Normalizing`](super::Normalizing); `Send` if the client's own future is.
///
/// It is a type of its own because the associated type of a trait cannot name an `async` block.
#[must_use = "a future does nothing unless it is polled"]
pub struct ResponseFuture<F> {
    inner: Pin<Box<F>>,
    rewriting: Rewriting,
    /// `None` if the request is not a token request.
    grant: Option<Grant>,
}

impl<F> ResponseFuture<F> {
    pub(super) fn new(inner: F, rewriting: Rewriting, grant: Option<Grant>) -> Self {
        Self { inner: Box::pin(inner), rewriting, grant }
    }
}

impl<F: Future<Output = Result<HttpResponse, E>>, E> Future for ResponseFuture<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let (rewriting, grant) = (self.rewriting, self.grant);
        self.inner.as_mut().poll(context).map_ok(|response| rewriting.rewrite(response, grant))
    }
}

impl<F> fmt::Debug for ResponseFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}
