//! HAR files: the requests and responses of a browser's session.

use std::iter::Peekable;

use time::{Duration, UtcDateTime};

use crate::arrival::{Arrival, Source, by_date};
use crate::envelope;
use crate::input::without_mark;
use crate::instant;
use crate::json_text::Text;
use crate::masked::{MASK, is_plain};
use crate::members;
use crate::output::Stop;
use crate::response::Body;
use crate::sent::Sent;

/// The largest HAR file: 256 MiB.
pub(crate) const LARGEST: usize = 256 << 20;

/// Returns true if an input begins like a HAR file.
pub(crate) fn is_har(input: &[u8]) -> bool {
    begins_like_har(input) == Some(true)
}

/// Returns true if an input that begins with some bytes begins like a HAR file, with `{"log":{` and a member of its own;
/// `None` if more bytes are needed to say it.
pub(crate) fn begins_like_har(bytes: &[u8]) -> Option<bool> {
    const MEMBERS: [&[u8]; 6] =
        [b"version\"", b"creator\"", b"browser\"", b"pages\"", b"entries\"", b"comment\""];
    let bytes = without_mark(bytes);
    let mut bytes = bytes.iter().copied().peekable();
    for token in [&b"{"[..], b"\"log\"", b":", b"{", b"\""] {
        skip_blanks(&mut bytes);
        for expected in token {
            if bytes.next()? != *expected {
                return Some(false);
            }
        }
    }
    let rest: Vec<_> = bytes.take(MEMBERS.map(<[u8]>::len).into_iter().max().unwrap_or_default()).collect();
    if MEMBERS.iter().any(|member| rest.starts_with(member)) {
        return Some(true);
    }
    if MEMBERS.iter().any(|member| member.starts_with(&rest)) { None } else { Some(false) }
}

fn skip_blanks(bytes: &mut Peekable<impl Iterator<Item = u8>>) {
    while bytes.next_if(u8::is_ascii_whitespace).is_some() {}
}

/// The list of entries of a HAR file.
pub(crate) struct Har<'a>(&'a str);

/// A request and its response, of which only what a token response needs is held.
pub(crate) struct Exchange<'a> {
    pub(crate) place: Place,
    /// True if the request asks for a token, so that its response is shown whatever it holds.
    pub(crate) asks_for_token: bool,
    arrival: Option<UtcDateTime>,
    status: Option<u16>,
    headers: Vec<(Text<'a>, Text<'a>)>,
    body: Body<'a>,
}

/// Where a response is in its file, and where it comes from.
pub(crate) struct Place {
    /// The number of the entry, from 1.
    pub(crate) entry: usize,
    pub(crate) host: String,
    pub(crate) path: String,
}

impl<'a> Har<'a> {
    /// Splits a file.
    pub(crate) fn split(file: &'a [u8]) -> Result<Self, Stop> {
        let failed = |message: &str| Stop::Unread(format!("the HAR file {message}"));
        if file.len() > LARGEST {
            return Err(failed("is larger than 256 MiB"));
        }
        let text = std::str::from_utf8(without_mark(file)).map_err(|_| failed("is not UTF-8"))?;
        let [log] =
            members::named(text, ["log"]).ok_or_else(|| failed("is not valid JSON: is it cut off?"))?;
        let [entries] = log.and_then(|log| members::named(log, ["entries"])).unwrap_or_default();
        let entries = entries.filter(|entries| entries.starts_with('['));
        entries.map(Self).ok_or_else(|| failed("has no list log/entries"))
    }

    /// Passes on the exchanges that have a response, one at a time, until that fails; returns the number of entries.
    pub(crate) fn each(
        &self,
        mut each: impl FnMut(&Exchange<'a>) -> Result<(), Stop>,
    ) -> Result<usize, Stop> {
        let (mut number, mut result) = (0_usize, Ok(()));
        members::elements(self.0, |entry| {
            number = number.saturating_add(1);
            if let (Ok(()), Some(exchange)) = (&result, Exchange::read(number, entry)) {
                result = each(&exchange);
            }
        });
        result.map(|()| number)
    }
}

/// The most headers of a response that are looked at.
const MOST_HEADERS: usize = 256;

impl<'a> Exchange<'a> {
    fn read(number: usize, entry: &'a str) -> Option<Self> {
        let [request, response, started, time] =
            members::named(entry, ["request", "response", "startedDateTime", "time"])?;
        let [url, posted] = members::named(request?, ["url", "postData"])?;
        let [status, headers, content] = members::named(response?, ["status", "headers", "content"])?;
        let [text, encoding] = members::named(content?, ["text", "encoding"])?;
        let mut known = Vec::new();
        members::elements(headers.unwrap_or("[]"), |raw| {
            if known.len() < MOST_HEADERS {
                known.extend(header(raw));
            }
        });
        let is_base64 =
            encoding.and_then(Text::of_json).is_some_and(|encoding| encoding.as_str() == "base64");
        let body = text.and_then(|text| if is_base64 { envelope::bytes(text) } else { envelope::body(text) });
        Some(Self {
            place: Place::new(number, url.and_then(Text::of_json).as_ref().map_or("", Text::as_str)),
            asks_for_token: [url, posted].into_iter().flatten().any(|text| text.contains("grant_type")),
            arrival: arrival(started, time),
            status: status?.parse().ok().filter(|status| (100..=999).contains(status)),
            headers: known,
            body: body.unwrap_or(Body::Borrowed(b"")),
        })
    }

    /// Returns the response, with the status of the command line instead of its own if there is one.
    pub(crate) fn sent(&self, status: Option<u16>) -> Sent<'_> {
        Sent {
            status: status.or(self.status),
            headers: self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect(),
            has_headers: true,
            body: self.body.as_slice(),
        }
    }

    /// Returns the arrival of the response: what the file says, else what the response itself says.
    pub(crate) fn arrival(&self, option: Option<UtcDateTime>, now: UtcDateTime) -> Arrival {
        let date = self.sent(None).header("date").and_then(by_date);
        Arrival::new(option, self.arrival.map(|at| (at, Source::Har)).into_iter().chain(date), now)
    }
}

/// Returns the end of an exchange: its start and the milliseconds that it took.
fn arrival(started: Option<&str>, time: Option<&str>) -> Option<UtcDateTime> {
    let started = instant::rfc3339(Text::of_json(started?)?.as_str())?;
    let milliseconds: f64 = time.and_then(|time| time.parse().ok()).unwrap_or_default();
    started.checked_add(Duration::checked_seconds_f64(milliseconds.max(0.0) / 1000.0)?)
}

fn header(raw: &str) -> Option<(Text<'_>, Text<'_>)> {
    let [name, value] = members::named(raw, ["name", "value"])?;
    Some((Text::of_json(name?)?, Text::of_json(value?)?))
}

impl Place {
    /// Keeps the host and path of a URL: a query, a fragment and a user name may hold secrets, and long parts of a path too.
    fn new(entry: usize, url: &str) -> Self {
        let (_, rest) = url.split_once("://").unwrap_or_default();
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let host = authority.rsplit('@').next().unwrap_or_default();
        let is_host = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));
        let path = path.split('/').flat_map(|part| ["/", if is_plain(part) { part } else { MASK }]);
        Self { entry, host: if is_host { host } else { MASK }.to_owned(), path: path.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn har_is_known_by_its_first_bytes() {
        for (bytes, is_har) in [
            ("{\"log\":{\"entries\"", Some(true)),
            ("\u{feff} {\r\n\t\"log\" : { \"version\"", Some(true)),
            ("{\"log\":{", None),
            ("{\"log\":{\"vers", None),
            ("{\"log\":{\"versions\"", Some(false)),
            ("{\"log\":{\"level\"", Some(false)),
            ("{\"log\":{}", Some(false)),
            ("{ \"lo", None),
            ("", None),
            ("{\"log\":[", Some(false)),
            ("{\"login\":{", Some(false)),
            ("{\"id\":1}", Some(false)),
            ("HTTP/1.1", Some(false)),
        ] {
            assert_eq!(begins_like_har(bytes.as_bytes()), is_har, "{bytes}");
        }
    }

    #[test]
    fn place_has_no_secret_of_the_url() {
        for (url, host, path) in [
            (
                "https://login.example.com/oauth2/v2.0/token?code=EXAMPLE",
                "login.example.com",
                "/oauth2/v2.0/token",
            ),
            ("https://user:EXAMPLE@example.com:8443/token#EXAMPLE", "example.com:8443", "/token"),
            ("https://example.com/bot123456:EXAMPLE-TOKEN-0001/get", "example.com", "/***/get"),
            (
                "https://example.com/a/session-token-exchange-endpoint",
                "example.com",
                "/a/session-token-exchange-endpoint",
            ),
            ("https://example.com", "example.com", "/"),
            ("https://EXAMPLE TOKEN/", "***", "/"),
            ("EXAMPLE-TOKEN", "", "/"),
        ] {
            let place = Place::new(1, url);
            assert_eq!((place.host.as_str(), place.path.as_str()), (host, path), "{url}");
        }
    }

    #[test]
    fn arrival_is_the_end_of_the_exchange() {
        let at = |started, time| arrival(Some(started), Some(time)).map(UtcDateTime::unix_timestamp);
        assert_eq!(at("\"2026-01-01T01:00:00.900+01:00\"", "1200.5"), Some(1_767_225_602));
        assert_eq!(at("\"2026-01-01T00:00:00Z\"", "-1"), Some(1_767_225_600));
        for (started, time) in [("\"today\"", "1"), ("\"2026-01-01T00:00:00Z\"", "1e400")] {
            assert_eq!(at(started, time), None);
        }
    }
}
