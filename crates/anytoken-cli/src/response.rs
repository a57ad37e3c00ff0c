//! A response with its envelope, from the command line or from a line of a batch.

use anytoken::{Decoded, Received};
use time::UtcDateTime;

use crate::args::ResponseArgs;
use crate::buffer::Buffer;
use crate::json_text::Text;
use crate::known;
use crate::output::{Output, Stop};
use crate::sent::Sent;

/// What is passed to the library.
pub(crate) struct Response<'a> {
    pub(crate) format: Option<Text<'a>>,
    pub(crate) at: UtcDateTime,
    pub(crate) status: Option<u16>,
    pub(crate) content_type: Option<Text<'a>>,
    pub(crate) headers: Vec<(Text<'a>, Text<'a>)>,
    pub(crate) body: Body<'a>,
}

/// A body: where it stands, or in a wiped place of its own.
pub(crate) enum Body<'a> {
    Borrowed(&'a [u8]),
    Owned(Buffer),
}

impl Response<'_> {
    /// Reads the response in its format, or in the one that its members tell.
    pub(crate) fn decode(self) -> anytoken::Result<Decoded> {
        let Self { format, at, status, content_type, headers, body } = self;
        let mut received = match body {
            Body::Borrowed(bytes) => Received::new(bytes, at),
            Body::Owned(bytes) => Received::owned(bytes.into_bytes(), at),
        };
        if let Some(status) = status {
            received = received.with_status(status);
        }
        if let Some(content_type) = &content_type {
            received = received.with_content_type(content_type.as_str());
        }
        for (name, value) in &headers {
            received = received.with_header(name.as_str(), value.as_str());
        }
        match &format {
            Some(format) => known::formats().decode_as(format.as_str(), received),
            None => known::formats().decode(received),
        }
    }
}

impl ResponseArgs {
    /// Reads what was sent; nothing of it where the format is one that nobody knows.
    pub(crate) fn read(&self, output: &mut Output<'_>) -> Result<Buffer, Stop> {
        if self.format.as_ref().is_some_and(|id| known::formats().get(id).is_none()) {
            return Ok(Buffer::default());
        }
        self.sent.read(output)
    }

    /// The format that was asked for, by its id or by its description.
    pub(crate) fn asked(&self) -> Option<&str> {
        self.format.as_deref().or(known::own())
    }

    /// Decodes what was read, which arrived at `at`, in a format or in the one that its members tell.
    pub(crate) fn decode(
        &self,
        format: Option<&str>,
        sent: &Sent<'_>,
        at: UtcDateTime,
    ) -> anytoken::Result<Decoded> {
        let headers = sent.headers.iter().map(|(name, value)| (Text::Borrowed(name), Text::Borrowed(value)));
        let response = Response {
            format: format.map(Text::Borrowed),
            at,
            status: sent.status,
            content_type: None,
            headers: headers.collect(),
            body: Body::Borrowed(sent.body),
        };
        response.decode()
    }

    /// When the response arrived: by the command line, or else by the clock.
    pub(crate) fn at(&self) -> UtcDateTime {
        self.received_at.unwrap_or_else(UtcDateTime::now)
    }
}
