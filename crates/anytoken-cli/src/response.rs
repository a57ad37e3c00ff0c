//! Decoding of a response from the command line or from a line of a batch.

use std::path::Path;

use anytoken::{Decoded, Expiry, Outcome, Response, Validity};
use time::{Duration, UtcDateTime};

use crate::args::ResponseArgs;
use crate::arrival::{Arrival, Source, by_date};
use crate::buffer::Buffer;
use crate::har::{Har, Place};
use crate::input::Input;
use crate::json_text::Text;
use crate::known;
use crate::output::{Output, Stop};
use crate::piped;
use crate::sent::Sent;

/// The arguments of a call to the library.
pub(crate) struct DecodeRequest<'a> {
    pub(crate) format: Option<Text<'a>>,
    pub(crate) at: UtcDateTime,
    pub(crate) status: Option<u16>,
    pub(crate) content_type: Option<Text<'a>>,
    pub(crate) headers: Vec<(Text<'a>, Text<'a>)>,
    pub(crate) body: Body<'a>,
}

/// A body: borrowed, or in a wiped buffer.
pub(crate) enum Body<'a> {
    Borrowed(&'a [u8]),
    Owned(Buffer),
}

impl DecodeRequest<'_> {
    /// Decodes the response in its format, or in the detected one.
    pub(crate) fn decode(self) -> anytoken::Result<Decoded> {
        let Self { format, at, status, content_type, headers, body } = self;
        let mut response = match body {
            Body::Borrowed(bytes) => Response::new(bytes, at),
            Body::Owned(bytes) => Response::from_vec(bytes.into_bytes(), at),
        };
        if let Some(status) = status {
            response = response.with_status(status);
        }
        if let Some(content_type) = &content_type {
            response = response.with_content_type(content_type.as_str());
        }
        for (name, value) in &headers {
            response = response.with_header(name.as_str(), value.as_str());
        }
        match &format {
            Some(format) => known::formats().decode_as(format.as_str(), response),
            None => known::formats().decode(response),
        }
    }
}

impl Body<'_> {
    pub(crate) fn as_slice(&self) -> &[u8] {
        match self {
            Self::Borrowed(bytes) => bytes,
            Self::Owned(bytes) => bytes.as_slice(),
        }
    }
}

/// A single response that was decoded.
pub(crate) struct Read<'a> {
    pub(crate) sent: Sent<'a>,
    pub(crate) decoded: anytoken::Result<Decoded>,
    /// `None` for a token that `normalize` printed: its instants are absolute.
    pub(crate) arrival: Option<Arrival>,
}

impl ResponseArgs {
    /// Reads an input, or nothing if the format is unknown.
    pub(crate) fn input(&self, file: Option<&Path>, output: &mut Output<'_>) -> Result<Input, Stop> {
        if self.format.as_ref().is_some_and(|id| known::formats().get(id).is_none()) {
            return Ok(Input { bytes: Buffer::default(), modified: None });
        }
        self.sent.read(file, output)
    }

    /// Decodes the response in an input, in a format or in the detected one.
    ///
    /// It arrived `now` if nothing says when.
    pub(crate) fn read<'a>(
        &'a self,
        input: &'a Input,
        asked: Option<&str>,
        now: UtcDateTime,
    ) -> Result<Read<'a>, Stop> {
        let sent = self.sent.sent(&input.bytes)?;
        if self.format.is_none()
            && let Some(decoded) = piped::decode(sent.body)
        {
            return Ok(Read { sent, decoded, arrival: None });
        }
        let date = sent.header("date").and_then(by_date);
        let said = date.into_iter().chain(input.modified.map(|at| (at, Source::File)));
        let arrival = Arrival::new(self.received_at, said, now);
        let decoded = decode(asked, &sent, arrival.at);
        Ok(Read { sent, decoded, arrival: Some(arrival) })
    }

    /// Decodes the token responses of a HAR file, and passes each on with its place. If there is none, returns a message
    /// that says so.
    pub(crate) fn read_har(
        &self,
        har: &Har<'_>,
        now: UtcDateTime,
        mut each: impl FnMut(&Place, &Read<'_>) -> Result<(), Stop>,
    ) -> Result<Option<String>, Stop> {
        let mut has_token = false;
        let entries = har.each(|exchange| {
            let (sent, arrival) = (exchange.sent(self.sent.status), exchange.arrival(self.received_at, now));
            let decoded = decode(self.asked(), &sent, arrival.at);
            let is_token = decoded.as_ref().is_ok_and(|decoded| matches!(decoded.outcome, Outcome::Token(_)));
            if is_token || exchange.asks_for_token {
                has_token = true;
                each(&exchange.place, &Read { sent, decoded, arrival: Some(arrival) })?;
            }
            Ok(())
        })?;
        let message = || format!("none of the HAR file's {entries} entries is a token response");
        Ok((!has_token).then(message))
    }

    /// Returns the id of `--format`, or else that of `--dialect`.
    pub(crate) fn asked(&self) -> Option<&str> {
        self.format.as_deref().or(known::own_id())
    }
}

impl Read<'_> {
    /// Returns true if the expiry of the token, or its time of refresh, counts from the arrival: if it moves with it.
    ///
    /// That of the refresh token may move alone.
    pub(crate) fn counts_from_arrival(&self, asked: Option<&str>) -> bool {
        fn validity(decoded: &anytoken::Result<Decoded>) -> Option<(Expiry, Option<UtcDateTime>)> {
            match decoded {
                Ok(Decoded { outcome: Outcome::Token(token), .. }) => {
                    let Validity { expires, refresh_at, .. } = token.validity();
                    Some((expires, refresh_at))
                }
                _ => None,
            }
        }
        self.arrival.is_some_and(|arrival| {
            let later = arrival.at.checked_add(Duration::SECOND).unwrap_or(arrival.at);
            validity(&decode(asked, &self.sent, later)) != validity(&self.decoded)
        })
    }
}

/// Decodes a response that arrived at `at`, in a format or in the detected one.
fn decode(format: Option<&str>, sent: &Sent<'_>, at: UtcDateTime) -> anytoken::Result<Decoded> {
    let response = sent.response(at);
    match format {
        Some(format) => known::formats().decode_as(format, response),
        None => known::formats().decode(response),
    }
}
