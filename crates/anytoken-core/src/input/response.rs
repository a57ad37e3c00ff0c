//! Token responses.

use std::borrow::Cow;
use time::UtcDateTime;

use crate::json::DEEPEST;
use crate::secret::SecretBytes;
use crate::value::truncate_to_second;

/// A token response: the body, the instant at which it arrived, and the HTTP status and headers if they are known.
///
/// Lifetimes count from `at`, since the library never reads a clock. `at` is truncated to the second.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// use anytoken::Response;
/// use time::UtcDateTime;
///
/// let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
/// let response = Response::new(br#"{"access_token":"EXAMPLE-ACCESS"}"#, at)
///     .with_status(200)
///     .with_content_type("application/json");
/// assert_eq!(response.at(), at);
/// # Ok::<(), time::error::ComponentRange>(())
/// ```
pub struct Response<'a> {
    pub(crate) source: Source<'a>,
    pub(crate) limits: Limits,
    at: UtcDateTime,
    status: Option<u16>,
    pub(crate) headers: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

pub(crate) enum Source<'a> {
    Borrowed(&'a [u8]),
    Owned(SecretBytes),
}

/// The limits on the size of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the body; 1 MiB by default.
    pub body: usize,
    /// Levels of nested objects and arrays; 128 by default and at most.
    pub levels: u32,
    /// Characters of a number that is decoded as a time; 32 by default.
    pub number: usize,
    /// Scopes of a token; 1,024 by default.
    pub scopes: usize,
    /// Tokens of one response; 64 by default.
    pub tokens: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { body: 1 << 20, levels: DEEPEST, number: 32, scopes: 1024, tokens: 64 }
    }
}

impl<'a> Response<'a> {
    /// Borrows the body and copies it once.
    pub fn new(body: &'a [u8], at: UtcDateTime) -> Self {
        Self::of(Source::Borrowed(body), at)
    }

    /// Takes the body over: it becomes the token's buffer, and is wiped in every case.
    pub fn from_vec(body: Vec<u8>, at: UtcDateTime) -> Self {
        Self::of(Source::Owned(body.into()), at)
    }

    fn of(source: Source<'a>, at: UtcDateTime) -> Self {
        Self {
            source,
            limits: Limits::default(),
            at: truncate_to_second(at),
            status: None,
            headers: Vec::new(),
        }
    }

    /// Sets the HTTP status; 400 and above make the response an error response.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Sets the media type. It does not affect decoding, since servers often send a wrong one.
    #[must_use]
    pub fn with_content_type(self, content_type: impl Into<Cow<'a, str>>) -> Self {
        self.with_header("content-type", content_type)
    }

    /// Adds a header, such as `Retry-After`.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<Cow<'a, str>>, value: impl Into<Cow<'a, str>>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Replaces the default limits.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Returns the instant at which the response arrived, in whole seconds.
    pub fn at(&self) -> UtcDateTime {
        self.at
    }

    /// Returns the HTTP status, if it is known.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// Returns the first header of a name, compared case-insensitively.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_ref())
    }

    /// Returns the body as it was received.
    pub(crate) fn body(&self) -> &[u8] {
        match &self.source {
            Source::Borrowed(body) => body,
            Source::Owned(body) => body.as_slice(),
        }
    }
}

/// Borrows a response, so that `decode(&response)` leaves the body with the caller.
impl<'a> From<&'a Response<'_>> for Response<'a> {
    fn from(response: &'a Response<'_>) -> Self {
        let headers = response.headers.iter().map(|(k, v)| (Cow::from(k.as_ref()), Cow::from(v.as_ref())));
        Self {
            source: Source::Borrowed(response.body()),
            limits: response.limits,
            at: response.at,
            status: response.status,
            headers: headers.collect(),
        }
    }
}

impl std::fmt::Debug for Response<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Response").field("at", &self.at).field("status", &self.status).finish_non_exhaustive()
    }
}
