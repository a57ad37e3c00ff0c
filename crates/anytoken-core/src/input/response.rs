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
#[derive(Clone)]
pub struct Response<'a> {
    pub(crate) source: Source<'a>,
    pub(crate) limits: Limits,
    at: UtcDateTime,
    status: Option<u16>,
    pub(crate) headers: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

#[derive(Clone)]
pub(crate) enum Source<'a> {
    Borrowed(&'a [u8]),
    Owned(SecretBytes),
}

/// The limits on the size of a response.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// use anytoken::Limits;
///
/// let limits = Limits::default().with_body(16 << 20);
/// assert_eq!((limits.body, limits.levels), (16 << 20, 128));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
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

impl Limits {
    /// Sets the limit on the bytes of the body.
    #[must_use]
    pub const fn with_body(mut self, bytes: usize) -> Self {
        self.body = bytes;
        self
    }

    /// Sets the limit on the levels of nested objects and arrays.
    #[must_use]
    pub const fn with_levels(mut self, levels: u32) -> Self {
        self.levels = levels;
        self
    }

    /// Sets the limit on the characters of a number.
    #[must_use]
    pub const fn with_number(mut self, characters: usize) -> Self {
        self.number = characters;
        self
    }

    /// Sets the limit on the scopes of a token.
    #[must_use]
    pub const fn with_scopes(mut self, scopes: usize) -> Self {
        self.scopes = scopes;
        self
    }

    /// Sets the limit on the tokens of one response.
    #[must_use]
    pub const fn with_tokens(mut self, tokens: usize) -> Self {
        self.tokens = tokens;
        self
    }
}

impl<'a> Response<'a> {
    /// Borrows the body, which arrived at `at`, and copies it once.
    ///
    /// `at` is a `UtcDateTime`, a `SystemTime` or an `OffsetDateTime`.
    pub fn new(body: &'a [u8], at: impl Into<UtcDateTime>) -> Self {
        Self::of(Source::Borrowed(body), at.into())
    }

    /// Takes over the body, which arrived at `at`: it becomes the token's buffer, and is wiped in every case.
    pub fn from_vec(body: Vec<u8>, at: impl Into<UtcDateTime>) -> Self {
        Self::of(Source::Owned(body.into()), at.into())
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

    /// Adds several headers.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use std::time::SystemTime;
    ///
    /// use anytoken::Response;
    ///
    /// let head = [("Content-Type", "application/json"), ("Retry-After", "30")];
    /// let response = Response::new(b"{}", SystemTime::now()).with_headers(head);
    /// assert_eq!(response.header("retry-after"), Some("30"));
    /// ```
    #[must_use]
    pub fn with_headers<K, V>(mut self, headers: impl IntoIterator<Item = (K, V)>) -> Self
    where
        K: Into<Cow<'a, str>>,
        V: Into<Cow<'a, str>>,
    {
        self.headers.extend(headers.into_iter().map(|(name, value)| (name.into(), value.into())));
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
