//! A single response: status, headers, body.

use std::path::Path;

use anytoken::{Limits, Response};
use time::UtcDateTime;

use crate::args::SentArgs;
use crate::buffer::Buffer;
use crate::input::{self, Input};
use crate::output::{Output, Stop};

/// A response with the status and headers of the command line and of its own head.
pub(crate) struct Sent<'a> {
    pub(crate) status: Option<u16>,
    /// Names and values; the first of a name counts.
    pub(crate) headers: Vec<(&'a str, &'a str)>,
    /// True if the headers are known, so that a missing one was not sent.
    pub(crate) has_headers: bool,
    pub(crate) body: &'a [u8],
}

/// The most bytes of the head, in addition to those of the body.
const LONGEST_HEAD: usize = 1 << 16;

impl SentArgs {
    /// Checks the headers of the command line and reads the input.
    pub(crate) fn read(&self, file: Option<&Path>, output: &mut Output<'_>) -> Result<Input, Stop> {
        self.headers()?;
        input::read(file, Limits::default().body.saturating_add(LONGEST_HEAD), output)
    }

    /// Returns the response in the input. Status and headers of the command line override its own.
    pub(crate) fn sent<'a>(&'a self, read: &'a Buffer) -> Result<Sent<'a>, Stop> {
        let mut sent = Sent::of(read.as_slice());
        sent.status = self.status.or(sent.status);
        let mut headers = self.headers()?;
        headers.append(&mut sent.headers);
        sent.has_headers |= !self.header.is_empty();
        Ok(Sent { headers, ..sent })
    }

    fn headers(&self) -> Result<Vec<(&str, &str)>, Stop> {
        let content_type = self.content_type.iter().map(|value| Ok(("content-type", value.as_str())));
        content_type.chain(self.header.iter().map(|header| split_header(header))).collect()
    }
}

impl<'a> Sent<'a> {
    /// Splits the input, which has a head if it comes from `curl -i`.
    ///
    /// A further head is one only behind a head that curl answers with another request or waits behind: else the body itself
    /// begins like a head, and whoever wrote it would choose the status.
    fn of(read: &'a [u8]) -> Self {
        let mut sent = Self { status: None, headers: Vec::new(), has_headers: false, body: read };
        while let Some((head, body)) = sent.awaits_head().then(|| head(sent.body)).flatten() {
            let mut lines = head.lines();
            let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|n| n.parse().ok());
            sent.status = status.filter(|status| (100..=999).contains(status));
            sent.headers = lines.filter_map(|line| split_header(line).ok()).collect();
            sent.has_headers = true;
            sent.body = body;
        }
        sent
    }

    /// Returns true before the first head, and behind one to which no body belongs: of an interim response, a redirection, a
    /// request for credentials, or the tunnel of a proxy.
    fn awaits_head(&self) -> bool {
        let has = |name| self.header(name).is_some();
        match self.status {
            None => !self.has_headers,
            Some(100..=199) => true,
            Some(300..=399) => has("location"),
            Some(401) => has("www-authenticate"),
            Some(407) => has("proxy-authenticate"),
            Some(200) => !["content-length", "content-type", "transfer-encoding"].into_iter().any(has),
            Some(_) => false,
        }
    }

    /// Returns the response that arrived at `at`.
    pub(crate) fn response(&self, at: UtcDateTime) -> Response<'a> {
        let response = Response::new(self.body, at);
        let response = self.status.into_iter().fold(response, Response::with_status);
        self.headers.iter().fold(response, |response, (name, value)| response.with_header(*name, *value))
    }

    /// Returns the value of a header; its name is case-insensitive.
    pub(crate) fn header(&self, name: &str) -> Option<&'a str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
    }
}

/// Splits a head from the rest of the input.
fn head(text: &[u8]) -> Option<(&str, &[u8])> {
    if !text.starts_with(b"HTTP/") {
        return None;
    }
    let mut length = 0_usize;
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        length = length.saturating_add(line.len());
        if line.trim_ascii().is_empty() {
            let (head, body) = text.split_at_checked(length)?;
            return Some((std::str::from_utf8(head).ok()?.trim_ascii_end(), body));
        }
    }
    None
}

/// Splits a header into name and value. The error does not repeat it, as it may hold a secret.
fn split_header(header: &str) -> Result<(&str, &str), Stop> {
    let (name, value) = header
        .split_once(':')
        .filter(|(name, _)| !name.trim_ascii().is_empty())
        .ok_or_else(|| Stop::Failed("--header must be 'Name: value', such as 'Retry-After: 5'".to_owned()))?;
    Ok((name.trim_ascii(), value.trim_ascii()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn body_alone_has_no_head() {
        for text in ["", "{}", "HTTP/1.1 200 OK\r\nno end: of it\r\n", "\nHTTP/1.1 200\n\n{}"] {
            let sent = Sent::of(text.as_bytes());
            assert_eq!((sent.status, sent.headers.len(), sent.body), (None, 0, text.as_bytes()));
        }
    }

    #[test]
    fn last_head_belongs_to_the_body() {
        let last = "HTTP/2 400 \r\nContent-Type: text/plain\r\na:b: c\r\nnone\r\n\r\n";
        for before in [
            "",
            "HTTP/1.1 100 Continue\r\n\r\n",
            "HTTP/1.1 200 Connection established\r\nVia: a\r\n\r\n",
            "HTTP/1.1 307 Temporary Redirect\r\nLocation: /b\r\nContent-Length: 9\r\n\r\n",
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest\r\n\r\n",
            "HTTP/1.1 407 \r\nProxy-Authenticate: NTLM\r\n\r\nHTTP/1.0 200 OK\r\n\r\n",
        ] {
            let text = format!("{before}{last}\r\n{{}}");
            let sent = Sent::of(text.as_bytes());
            assert_eq!((sent.status, sent.body), (Some(400), &b"\r\n{}"[..]), "{before}");
            assert_eq!(sent.headers, [("Content-Type", "text/plain"), ("a", "b: c")]);
            assert_eq!((sent.header("content-type"), sent.header("b")), (Some("text/plain"), None));
        }
        let bare = Sent::of(b"HTTP/1.0 700000\n\n");
        assert_eq!((bare.status, bare.body), (None, &b""[..]));
    }

    #[test]
    fn body_that_begins_like_a_head_is_a_body() {
        let body = "HTTP/1.1 200 OK\r\n\r\n{\"access_token\":\"EXAMPLE\"}";
        for head in [
            "HTTP/1.1 400 Bad Request",
            "HTTP/1.1 401 Unauthorized",
            "HTTP/1.1 302 Found",
            "HTTP/1.1 502 Bad Gateway\r\nLocation: /",
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain",
            "HTTP/1.1 700000",
        ] {
            let text = format!("{head}\r\n\r\n{body}");
            assert_eq!(Sent::of(text.as_bytes()).body, body.as_bytes(), "{head}");
        }
    }
}
