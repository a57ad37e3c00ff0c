//! A response with its envelope, from the command line or from a line of a batch.

use anytoken::{Decoded, Error, ErrorKind, Limits, REGISTRY, Received};
use time::UtcDateTime;

use crate::args::ResponseArgs;
use crate::buffer::Buffer;
use crate::input;
use crate::json_text::Text;
use crate::output::Stop;

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
            Some(format) => anytoken::decode_as(format.as_str(), received),
            None => anytoken::decode(received),
        }
    }
}

impl ResponseArgs {
    /// Reads the body and decodes the response, which arrived at `at`.
    ///
    /// A format that nobody knows is an error before anything is read.
    pub(crate) fn decode(&self, at: UtcDateTime) -> Result<anytoken::Result<Decoded>, Stop> {
        let headers = self.header.iter().map(|header| named(header)).collect::<Result<_, _>>()?;
        if self.format.as_ref().is_some_and(|id| REGISTRY.get(id).is_none()) {
            return Ok(Err(Error::new(ErrorKind::UnknownFormat).with_field("format")));
        }
        let body = input::read(self.file.as_deref(), Limits::default().body)?;
        let response = Response {
            format: self.format.as_deref().map(Text::Borrowed),
            at,
            status: self.status,
            content_type: self.content_type.as_deref().map(Text::Borrowed),
            headers,
            body: Body::Owned(body),
        };
        Ok(response.decode())
    }

    /// When the response arrived: by the command line, or else by the clock.
    pub(crate) fn at(&self) -> UtcDateTime {
        self.received_at.unwrap_or_else(UtcDateTime::now)
    }
}

/// Name and value of a header; one that is none is not repeated, as it may hold a secret.
fn named(header: &str) -> Result<(Text<'_>, Text<'_>), Stop> {
    let (name, value) = header
        .split_once(':')
        .filter(|(name, _)| !name.trim_ascii().is_empty())
        .ok_or_else(|| Stop::Failed("a --header has no name and ':', as in 'Retry-After: 5'".to_owned()))?;
    Ok((Text::Borrowed(name.trim_ascii()), Text::Borrowed(value.trim_ascii())))
}
