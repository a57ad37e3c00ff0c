//! A response as the laws take it.

use anytoken::{Adapter, Body, Decoded, Encoded, Outcome, Received, Result};
use time::UtcDateTime;

/// When test responses arrive: 2026-01-01.
pub const AT: UtcDateTime = match UtcDateTime::from_unix_timestamp(1_767_225_600) {
    Ok(at) => at,
    Err(_) => panic!("an instant"),
};

/// A body with its envelope.
#[derive(Clone)]
pub struct Response {
    pub body: Vec<u8>,
    pub at: UtcDateTime,
    pub status: Option<u16>,
    pub headers: Vec<(String, String)>,
}

impl Response {
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

    /// What an adapter wrote, as it would arrive.
    pub fn of(encoded: &Encoded, at: UtcDateTime) -> Self {
        let headers =
            encoded.headers.iter().map(|(name, value)| ((*name).to_owned(), value.expose().to_owned()));
        Self { headers: headers.collect(), ..Self::new(encoded.body.expose()).at(at) }
    }

    /// The same envelope around another body.
    pub fn with_body(&self, body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), ..self.clone() }
    }

    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.body).ok()
    }

    pub fn received(&self) -> Received<'_> {
        self.envelope(Received::new(&self.body, self.at))
    }

    pub fn owned(&self) -> Received<'static> {
        self.envelope(Received::owned(self.body.clone(), self.at))
    }

    fn envelope<'a>(&self, mut received: Received<'a>) -> Received<'a> {
        if let Some(status) = self.status {
            received = received.with_status(status);
        }
        for (name, value) in &self.headers {
            received = received.with_header(name.clone(), value.clone());
        }
        received
    }

    /// Reads the response by an adapter, or by detection.
    pub fn read(&self, adapter: Option<&dyn Adapter>) -> Result<Decoded> {
        read(adapter, self.received())
    }
}

/// Reads by an adapter, or by detection.
pub fn read(adapter: Option<&dyn Adapter>, received: Received<'_>) -> Result<Decoded> {
    match adapter {
        Some(adapter) => adapter.read(Body::split(received)),
        None => anytoken::decode(received),
    }
}

/// Which of the three outcomes a result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Granted,
    Refused,
    NotUnderstood,
}

impl Kind {
    pub fn of(result: &Result<Decoded>) -> Self {
        match result.as_ref().map(|decoded| &decoded.outcome) {
            Ok(Outcome::Granted(_)) => Self::Granted,
            Ok(Outcome::Refused(_)) => Self::Refused,
            Err(_) => Self::NotUnderstood,
        }
    }
}
