//! A response as it came.

use std::borrow::Cow;

use time::UtcDateTime;

use crate::wiped::WipedBytes;

/// A response: the body, the instant at which it arrived, and what is known of its envelope.
///
/// Lifetimes count from `at`; the library never reads a clock. `at` is cut to the whole second.
///
/// ```
/// use anytoken_core::Received;
/// use time::UtcDateTime;
///
/// let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
/// let received = Received::new(br#"{"access_token":"EXAMPLE-ACCESS"}"#, at)
///     .with_status(200)
///     .with_content_type("application/json");
/// assert_eq!(received.at(), at);
/// # Ok::<(), time::error::ComponentRange>(())
/// ```
pub struct Received<'a> {
    pub(crate) source: Source<'a>,
    pub(crate) limits: Limits,
    at: UtcDateTime,
    status: Option<u16>,
    pub(crate) headers: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

pub(crate) enum Source<'a> {
    Borrowed(&'a [u8]),
    Owned(WipedBytes),
}

/// How large a response may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the body: 1 MiB.
    pub body: usize,
    /// Levels of objects and arrays: 128, which is also the most that can be asked for.
    pub levels: u32,
    /// Characters of a number that is read as a time: 32.
    pub number: usize,
    /// Scopes: 1,024.
    pub scopes: usize,
    /// Tokens of one response: 64.
    pub tokens: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 1 << 20,
            levels: crate::scan::DEEPEST,
            number: 32,
            scopes: crate::scopes::MOST,
            tokens: 64,
        }
    }
}

impl<'a> Received<'a> {
    /// A response whose body stays with the caller: what is needed of it is copied, once.
    pub fn new(body: &'a [u8], at: UtcDateTime) -> Self {
        Self::of(Source::Borrowed(body), at)
    }

    /// A response whose body is taken over: it becomes the token's buffer, and is wiped on every path.
    pub fn owned(body: Vec<u8>, at: UtcDateTime) -> Self {
        Self::of(Source::Owned(body.into()), at)
    }

    fn of(source: Source<'a>, at: UtcDateTime) -> Self {
        Self { source, limits: Limits::default(), at: cut(at), status: None, headers: Vec::new() }
    }

    /// The HTTP status: from 400 up the response is a refusal.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// The media type. The body itself decides how it is read, as servers name its type wrongly.
    #[must_use]
    pub fn with_content_type(self, content_type: impl Into<Cow<'a, str>>) -> Self {
        self.with_header("content-type", content_type)
    }

    /// A header of the response; `Retry-After` says when to ask again.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<Cow<'a, str>>, value: impl Into<Cow<'a, str>>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Other limits than the default ones.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// When the response arrived, in whole seconds.
    pub fn at(&self) -> UtcDateTime {
        self.at
    }

    /// The HTTP status, where it is known.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// The first header of a name, compared without case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_ref())
    }

    /// The body as it came.
    pub(crate) fn body(&self) -> &[u8] {
        match &self.source {
            Source::Borrowed(body) => body,
            Source::Owned(body) => body.as_slice(),
        }
    }
}

/// A view: `decode(&received)` leaves the body with the caller.
impl<'a> From<&'a Received<'_>> for Received<'a> {
    fn from(received: &'a Received<'_>) -> Self {
        let headers = received.headers.iter().map(|(k, v)| (Cow::from(k.as_ref()), Cow::from(v.as_ref())));
        Self {
            source: Source::Borrowed(received.body()),
            limits: received.limits,
            at: received.at,
            status: received.status,
            headers: headers.collect(),
        }
    }
}

impl std::fmt::Debug for Received<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Received").field("at", &self.at).field("status", &self.status).finish_non_exhaustive()
    }
}

/// An instant, cut to the whole second.
pub(crate) fn cut(at: UtcDateTime) -> UtcDateTime {
    at.replace_nanosecond(0).unwrap_or(at)
}
