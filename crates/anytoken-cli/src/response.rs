//! Decoding of a response from the command line or from a line of a batch.

use anytoken::{Decoded, Response};
use time::UtcDateTime;

use crate::args::ResponseArgs;
use crate::buffer::Buffer;
use crate::json_text::Text;
use crate::known;
use crate::output::{Output, Stop};
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

impl ResponseArgs {
    /// Reads the input, or nothing if the format is unknown.
    pub(crate) fn read(&self, output: &mut Output<'_>) -> Result<Buffer, Stop> {
        if self.format.as_ref().is_some_and(|id| known::formats().get(id).is_none()) {
            return Ok(Buffer::default());
        }
        self.sent.read(output)
    }

    /// Returns the id of `--format`, or else that of `--dialect`.
    pub(crate) fn asked(&self) -> Option<&str> {
        self.format.as_deref().or(known::own_id())
    }

    /// Decodes a response that arrived at `at`, in the given format or in the detected one.
    pub(crate) fn decode(
        &self,
        format: Option<&str>,
        sent: &Sent<'_>,
        at: UtcDateTime,
    ) -> anytoken::Result<Decoded> {
        let response = sent.response(at);
        match format {
            Some(format) => known::formats().decode_as(format, response),
            None => known::formats().decode(response),
        }
    }

    /// Returns the arrival of the response: `--received-at`, or else now.
    pub(crate) fn at(&self) -> UtcDateTime {
        self.received_at.unwrap_or_else(UtcDateTime::now)
    }
}
