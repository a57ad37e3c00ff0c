//! A token response as a test has it.

use anytoken::dialect::Body;
use anytoken::{Adapter, Decoded, Encoded, Outcome, Response, Result};
use time::UtcDateTime;

/// The instant at which test responses arrive: 2026-01-01.
pub const AT: UtcDateTime = match UtcDateTime::from_unix_timestamp(1_767_225_600) {
    Ok(at) => at,
    Err(_) => panic!("an instant"),
};

/// A token response in owned parts that a test can change: body, instant, status and headers.
#[derive(Clone)]
pub struct Recorded {
    pub body: Vec<u8>,
    pub at: UtcDateTime,
    pub status: Option<u16>,
    pub headers: Vec<(String, String)>,
}

impl Recorded {
    pub fn new(body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), at: AT, status: None, headers: Vec::new() }
    }

    #[must_use]
    pub fn at(mut self, at: UtcDateTime) -> Self {
        self.at = at;
        self
    }

    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Returns an encoded token as the response that a client would get.
    pub fn of(encoded: &Encoded, at: UtcDateTime) -> Self {
        let headers =
            encoded.headers.iter().map(|(name, value)| ((*name).to_owned(), value.expose().to_owned()));
        Self { headers: headers.collect(), ..Self::new(encoded.body.expose()).at(at) }
    }

    /// Replaces the body, and keeps the instant, status and headers.
    pub fn with_body(&self, body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), ..self.clone() }
    }

    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.body).ok()
    }

    pub fn response(&self) -> Response<'_> {
        self.envelope(Response::new(&self.body, self.at))
    }

    pub fn owned(&self) -> Response<'static> {
        self.envelope(Response::from_vec(self.body.clone(), self.at))
    }

    fn envelope<'a>(&self, mut response: Response<'a>) -> Response<'a> {
        if let Some(status) = self.status {
            response = response.with_status(status);
        }
        for (name, value) in &self.headers {
            response = response.with_header(name.clone(), value.clone());
        }
        response
    }

    /// Decodes the response by an adapter, or by detection.
    pub fn read(&self, adapter: Option<&dyn Adapter>) -> Result<Decoded> {
        read(adapter, self.response())
    }
}

/// Decodes a response by an adapter, or by detection.
pub fn read(adapter: Option<&dyn Adapter>, response: Response<'_>) -> Result<Decoded> {
    match adapter {
        Some(adapter) => adapter.decode_body(Body::split(response)),
        None => anytoken::decode(response),
    }
}

/// The three kinds of outcome of a decoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Granted,
    Refused,
    NotUnderstood,
}

impl Kind {
    pub fn of(result: &Result<Decoded>) -> Self {
        match result.as_ref().map(|decoded| &decoded.outcome) {
            Ok(Outcome::Token(_)) => Self::Granted,
            Ok(Outcome::ErrorResponse(_)) => Self::Refused,
            Err(_) => Self::NotUnderstood,
        }
    }
}
