//! An HTTP client that normalizes token responses to RFC 6749.

use anytoken::{Adapter, ErrorKind, Result, registry};
use oauth2::{AsyncHttpClient, HttpRequest, HttpResponse, SyncHttpClient};
use time::UtcDateTime;

use super::grant::Grant;
use super::response_future::ResponseFuture;
use super::rewriting::Rewriting;
use crate::clock::SYSTEM;

/// Wraps any HTTP client that oauth2 accepts, and rewrites the responses to token requests.
///
/// A token request is one that posts a `grant_type`. All other responses, such as those to device authorizations,
/// introspections and key sets, are passed on unchanged. A token response is rewritten as follows:
///
/// - A response with an access token becomes status 200 and JSON as in RFC 6749: `access_token`, `token_type` (`bearer`
///   if absent), `expires_in` counted from the arrival, `refresh_token`, `id_token`, `scope`. Then come the other fields
///   that the token has, as `refresh_token_expires_in`, `refresh_in`, `ext_expires_in`, `issued_at`, `not_before`,
///   `resource`, `client_id`, `subject`, and the extras as sent, except those with the name of a field. An empty `scope`
///   means that no scope was granted; oauth2 reads it as one scope with an empty name.
/// - An error response becomes status 400 with `error`, `error_description`, `error_uri` and its extras. The code is the
///   vendor's, except in the device flow, which waits for the codes of RFC 8628. An error response without a code gets
///   the one that matches its remedy. Long runs of token characters in the description are masked, because oauth2
///   prints it.
/// - A response that cannot be understood, or expressed in RFC 6749, is passed on unchanged.
///
/// The original bodies are wiped. The rewritten body belongs to oauth2.
///
/// ```
/// use anytoken_interop::oauth2::Normalizing;
/// use oauth2::basic::{BasicClient, BasicErrorResponseType};
/// use oauth2::{AuthorizationCode, ClientId, HttpRequest, HttpResponse, RequestTokenError, TokenUrl};
///
/// // GitHub sends error responses with status 200, as a form.
/// let http = |_: HttpRequest| Ok::<_, std::io::Error>(HttpResponse::new("error=bad_verification_code".into()));
/// let http = Normalizing::new(http).with_format("github")?;
/// let client = BasicClient::new(ClientId::new("example".into()))
///     .set_token_uri(TokenUrl::new("https://login.example.com/token".into())?);
/// match client.exchange_code(AuthorizationCode::new("EXAMPLE-CODE".into())).request(&http) {
///     Err(RequestTokenError::ServerResponse(error_response)) => {
///         assert_eq!(error_response.error(), &BasicErrorResponseType::Extension("bad_verification_code".into()));
///     }
///     other => unreachable!("{other:?}"),
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Normalizing<C> {
    client: C,
    rewriting: Rewriting,
}

impl<C> Normalizing<C> {
    /// Wraps a client; the format of responses is detected.
    pub fn new(client: C) -> Self {
        Self { client, rewriting: Rewriting { adapter: None, clock: SYSTEM, full_tokens: false } }
    }

    /// Names the format of the responses instead of detecting it.
    ///
    /// # Errors
    ///
    /// `UnknownFormat` if no format has this id.
    pub fn with_format(mut self, id: &str) -> Result<Self> {
        self.rewriting.adapter = Some(registry().get(id).ok_or(ErrorKind::UnknownFormat)?);
        Ok(self)
    }

    /// Decodes the responses with your own adapter.
    #[must_use]
    pub fn with_adapter(mut self, adapter: &'static dyn Adapter) -> Self {
        self.rewriting.adapter = Some(adapter);
        self
    }

    /// Takes the instant of arrival from this clock instead of the system's.
    #[must_use]
    pub fn with_clock(mut self, clock: fn() -> UtcDateTime) -> Self {
        self.rewriting.clock = clock;
        self
    }

    /// Writes full tokens, for a [`FullTokenClient`](super::FullTokenClient), instead of RFC 6749.
    #[must_use]
    pub fn full_tokens(mut self) -> Self {
        self.rewriting.full_tokens = true;
        self
    }
}

impl<C: SyncHttpClient> SyncHttpClient for Normalizing<C> {
    type Error = C::Error;

    fn call(&self, request: HttpRequest) -> Result<HttpResponse, C::Error> {
        let grant = Grant::of(&request);
        Ok(self.rewriting.rewrite(self.client.call(request)?, grant))
    }
}

impl<'c, C: AsyncHttpClient<'c>> AsyncHttpClient<'c> for Normalizing<C> {
    type Error = C::Error;
    type Future = ResponseFuture<C::Future>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        let grant = Grant::of(&request);
        ResponseFuture::new(self.client.call(request), self.rewriting, grant)
    }
}

impl<C> std::fmt::Debug for Normalizing<C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Normalizing")
            .field("format", &self.rewriting.adapter.map(Adapter::id))
            .field("full_tokens", &self.rewriting.full_tokens)
            .finish_non_exhaustive()
    }
}
