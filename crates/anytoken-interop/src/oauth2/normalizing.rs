//! An HTTP client whose token endpoint speaks RFC 6749.

use anytoken::{Adapter, Body, Decoded, ErrorKind, Outcome, REGISTRY, Result};
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use http::{HeaderValue, Method, StatusCode};
use oauth2::{AsyncHttpClient, HttpRequest, HttpResponse, SyncHttpClient};
use time::UtcDateTime;
use zeroize::Zeroize;

use super::granted;
use super::plain;
use super::reply::Reply;
use crate::clock::{Clock, SYSTEM};
use crate::http::received_parts;

/// An HTTP client, whichever oauth2 takes, that rewrites the replies to token requests.
///
/// A request is one for a token when it posts a `grant_type`; the replies to all others, device authorizations,
/// introspections and key sets among them, pass as they are. A reply is rewritten so:
///
/// - A granted access token has status 200 and JSON of RFC 6749: `access_token`, `token_type` (`bearer` where
///   nothing is said), `expires_in` counted from the receipt to the end, `refresh_token`, `id_token`, `scope`. What
///   else a response says of a token follows as `refresh_token_expires_in`, `refresh_in`, `ext_expires_in`,
///   `issued_at`, `not_before`, `resource`, `client_id`, `subject`, and then come the extras, as they were sent, but
///   for those of such a name. An empty `scope` says that none was granted; oauth2 reads one scope without a name.
/// - A refusal has status 400 and `error`, `error_description`, `error_uri`, and its extras. The code is the
///   vendor's, but that a device is told to go on in the words of RFC 8628, which its flow waits for. A refusal
///   without a code has the one that says what to do about it. Long runs of token characters in the description are
///   masked, for oauth2 prints it.
/// - What is not understood, or has no place in RFC 6749, passes as it was.
///
/// The bodies that were received are wiped. The one that is handed on is oauth2's.
///
/// ```
/// use anytoken_interop::oauth2::Normalizing;
/// use oauth2::basic::{BasicClient, BasicErrorResponseType};
/// use oauth2::{AuthorizationCode, ClientId, HttpRequest, HttpResponse, RequestTokenError, TokenUrl};
///
/// // GitHub refuses with status 200, and answers with a form.
/// let http = |_: HttpRequest| Ok::<_, std::io::Error>(HttpResponse::new("error=bad_verification_code".into()));
/// let http = Normalizing::new(http).with_format("github")?;
/// let client = BasicClient::new(ClientId::new("example".into()))
///     .set_token_uri(TokenUrl::new("https://login.example.com/token".into())?);
/// match client.exchange_code(AuthorizationCode::new("EXAMPLE-CODE".into())).request(&http) {
///     Err(RequestTokenError::ServerResponse(refusal)) => {
///         assert_eq!(refusal.error(), &BasicErrorResponseType::Extension("bad_verification_code".into()));
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

/// How replies are read and written.
#[derive(Clone, Copy)]
pub(super) struct Rewriting {
    adapter: Option<&'static dyn Adapter>,
    clock: Clock,
    whole: bool,
}

impl<C> Normalizing<C> {
    /// A client whose replies are rewritten.
    pub fn new(client: C) -> Self {
        Self { client, rewriting: Rewriting { adapter: None, clock: SYSTEM, whole: false } }
    }

    /// Names the format of the replies, which is detected otherwise.
    ///
    /// # Errors
    ///
    /// `UnknownFormat`.
    pub fn with_format(mut self, id: &str) -> Result<Self> {
        self.rewriting.adapter = Some(REGISTRY.get(id).ok_or(ErrorKind::UnknownFormat)?);
        Ok(self)
    }

    /// Names a format of one's own.
    #[must_use]
    pub fn with_adapter(mut self, adapter: &'static dyn Adapter) -> Self {
        self.rewriting.adapter = Some(adapter);
        self
    }

    /// Reads the instant of receipt from another clock than the system's.
    #[must_use]
    pub fn with_clock(mut self, clock: fn() -> UtcDateTime) -> Self {
        self.rewriting.clock = clock;
        self
    }

    /// Writes granted tokens whole, for a [`GrantedClient`](super::GrantedClient), and not as RFC 6749 has them.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.rewriting.whole = true;
        self
    }
}

impl<C: SyncHttpClient> SyncHttpClient for Normalizing<C> {
    type Error = C::Error;

    fn call(&self, request: HttpRequest) -> Result<HttpResponse, C::Error> {
        let grant = Grant::of(&request);
        let response = self.client.call(request)?;
        Ok(match grant {
            Some(grant) => self.rewriting.rewrite(response, grant),
            None => response,
        })
    }
}

impl<'c, C: AsyncHttpClient<'c>> AsyncHttpClient<'c> for Normalizing<C> {
    type Error = C::Error;
    type Future = Reply<C::Future>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        let grant = Grant::of(&request).map(|grant| (self.rewriting, grant));
        Reply::new(self.client.call(request), grant)
    }
}

/// The grant of a request that a token endpoint answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Grant {
    /// A device's: it asks until somebody has answered.
    Device,
    /// Any other.
    Other,
}

impl Grant {
    /// The grant that a request asks by; `None` where it asks for no token.
    fn of(request: &HttpRequest) -> Option<Self> {
        let mut parameters = request.body().split(|byte| *byte == b'&');
        let grant = parameters.find_map(|parameter| parameter.strip_prefix(b"grant_type="))?;
        let is_device = grant.ends_with(b"%3Agrant-type%3Adevice_code");
        (request.method() == Method::POST).then_some(if is_device { Self::Device } else { Self::Other })
    }
}

impl Rewriting {
    /// The reply as RFC 6749 has it; as it was, where that cannot be said.
    pub(super) fn rewrite(self, response: HttpResponse, grant: Grant) -> HttpResponse {
        let at = (self.clock)();
        let (mut parts, mut body) = response.into_parts();
        let received = received_parts(&parts, &body, at);
        let decoded = match self.adapter {
            Some(adapter) => adapter.read(Body::split(received)),
            None => anytoken::decode(received),
        };
        let Some((status, json)) = decoded.ok().and_then(|decoded| self.written(&decoded, at, grant)) else {
            return HttpResponse::from_parts(parts, body);
        };
        body.zeroize();
        parts.status = status;
        for stale in [CONTENT_ENCODING, CONTENT_LENGTH, TRANSFER_ENCODING] {
            parts.headers.remove(stale);
        }
        parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        HttpResponse::from_parts(parts, json)
    }

    fn written(self, decoded: &Decoded, at: UtcDateTime, grant: Grant) -> Option<(StatusCode, Vec<u8>)> {
        match &decoded.outcome {
            Outcome::Granted(token) if self.whole => Some((StatusCode::OK, granted::json(token, at)?)),
            Outcome::Granted(token) => Some((StatusCode::OK, plain::granted(token, at)?)),
            Outcome::Refused(refusal) => Some((StatusCode::BAD_REQUEST, plain::refused(refusal, grant)?)),
        }
    }
}

impl<C> std::fmt::Debug for Normalizing<C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Normalizing")
            .field("format", &self.rewriting.adapter.map(Adapter::id))
            .field("whole", &self.rewriting.whole)
            .finish_non_exhaustive()
    }
}
