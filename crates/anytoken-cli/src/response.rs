//! Decoding of a response from the command line or from a line of a batch.

use std::path::Path;

use anytoken::{Decoded, ErrorKind, Expiry, Outcome, Remedy, Response, Validity};
use time::{Duration, UtcDateTime};

use crate::args::ResponseArgs;
use crate::arrival::{Arrival, Source, by_date};
use crate::buffer::Buffer;
use crate::envelope;
use crate::har::{Har, Place};
use crate::input::Input;
use crate::json_text::Text;
use crate::known;
use crate::output::{Output, Stop};
use crate::piped;
use crate::place;
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
    /// Decodes the response in its format, or in the detected one. Fields are named without the objects around them.
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
        // An answer is no error response, but whoever sends one as such says so by the status.
        if self.format.is_none()
            && sent.status.is_none_or(|status| status < 400)
            && let Some(decoded) = piped::decode(sent.body)
        {
            return Ok(Read { sent, decoded, arrival: None });
        }
        if self.format.is_none() && envelope::is_line(sent.body) {
            return Ok(Read { sent, decoded: Err(ErrorKind::Missing.into()), arrival: None });
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
        mut each: impl FnMut(&Place, Read<'_>) -> Result<(), Stop>,
    ) -> Result<Option<String>, Stop> {
        let mut has_token = false;
        let entries = har.each(|exchange| {
            let (sent, arrival) = (exchange.sent(self.sent.status), exchange.arrival(self.received_at, now));
            let decoded = decode(self.asked(), &sent, arrival.at);
            let answers_for_token = match decoded.as_ref().map(|decoded| &decoded.outcome) {
                Ok(Outcome::Token(_)) => true,
                Ok(Outcome::ErrorResponse(_)) => is_of_token_endpoint(self.asked(), &sent, arrival.at),
                Err(_) => false,
            };
            if answers_for_token || exchange.asks_for_token {
                has_token = true;
                each(&exchange.place, Read { sent, decoded, arrival: Some(arrival) })?;
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
    /// Names the fields of notes and of an error with the objects around them, for people.
    pub(crate) fn with_envelopes(self) -> Self {
        let path = |field: &str, at| place::path(self.sent.body, field, at);
        let decoded = match self.decoded {
            Ok(mut decoded) => {
                for note in &mut decoded.notes {
                    if let Some(path) = path(&note.field, note.at.start()) {
                        note.field = path.into();
                    }
                }
                Ok(decoded)
            }
            Err(error) => {
                let path = error.field().zip(error.offset()).and_then(|(field, at)| path(field, at));
                Err(match path {
                    Some(path) => error.with_field(path),
                    None => error,
                })
            }
        };
        Self { decoded, ..self }
    }

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

/// Returns true if the body of an error response, without its status, has a code that speaks of a grant, a client or a
/// user: other servers than those of tokens send the rest, too.
fn is_of_token_endpoint(asked: Option<&str>, sent: &Sent<'_>, at: UtcDateTime) -> bool {
    let body = Sent { status: None, headers: Vec::new(), ..*sent };
    match decode(asked, &body, at).map(|decoded| decoded.outcome) {
        Ok(Outcome::ErrorResponse(response)) => {
            !matches!(response.remedy(), Remedy::Retry | Remedy::FixRequest | Remedy::Unknown)
        }
        _ => false,
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
