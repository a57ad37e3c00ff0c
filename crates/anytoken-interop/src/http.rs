//! Responses to be decoded, and the header that a token is used in.

use anytoken::{Error, ErrorKind, Received, Result, Token};
use http::response::Parts;
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use time::UtcDateTime;

/// A response whose body stays where it is, as it was received at `at`.
///
/// Status and headers go along: Content-Type, Date, Retry-After, and those that some formats have a token in. A
/// header that is no visible ASCII is left out.
///
/// ```
/// use anytoken::Remedy;
/// use anytoken_interop::http::received;
/// use std::time::Duration;
/// use time::UtcDateTime;
///
/// let response = http::Response::builder()
///     .status(429)
///     .header("Retry-After", "30")
///     .body(r#"{"error":"temporarily_unavailable"}"#)?;
/// let decoded = anytoken::decode(received(&response, UtcDateTime::UNIX_EPOCH))?;
/// let refusal = decoded.into_token().err().unwrap();
/// assert_eq!(refusal.remedy(), Remedy::Retry);
/// assert_eq!(refusal.retry_after(), Some(Duration::from_secs(30)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn received<B: AsRef<[u8]>>(response: &Response<B>, at: UtcDateTime) -> Received<'_> {
    in_envelope(Received::new(response.body().as_ref(), at), response.status(), response.headers())
}

/// The same of a response that has been taken apart.
pub fn received_parts<'a>(parts: &'a Parts, body: &'a [u8], at: UtcDateTime) -> Received<'a> {
    in_envelope(Received::new(body, at), parts.status, &parts.headers)
}

/// The same of a response that is taken over: its body becomes the token's buffer, and is wiped on every path.
///
/// ```
/// use anytoken_interop::http::received_owned;
/// use time::UtcDateTime;
///
/// let response = http::Response::new(b"access_token=EXAMPLE-ACCESS&token_type=bearer".to_vec());
/// let token = anytoken::decode(received_owned(response, UtcDateTime::UNIX_EPOCH))?.into_token()?;
/// assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
/// # Ok::<(), anytoken::Failure>(())
/// ```
pub fn received_owned(response: Response<Vec<u8>>, at: UtcDateTime) -> Received<'static> {
    let (parts, body) = response.into_parts();
    let received = Received::owned(body, at).with_status(parts.status.as_u16());
    visible(&parts.headers)
        .fold(received, |received, (name, value)| received.with_header(name.to_owned(), value.to_owned()))
}

/// The value of an `Authorization` header, marked as sensitive.
///
/// # Errors
///
/// Those of [`Token::authorization`].
///
/// ```
/// use anytoken::Token;
/// use anytoken_interop::http::authorization;
///
/// let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
/// let request = http::Request::get("https://example.com/").header("Authorization", authorization(&token)?);
/// assert!(!format!("{request:?}").contains("EXAMPLE-ACCESS"));
/// # Ok::<(), anytoken::Error>(())
/// ```
pub fn authorization(token: &Token) -> Result<HeaderValue> {
    let value = token.authorization()?;
    let mut header = HeaderValue::from_str(value.expose())
        .map_err(|_| Error::new(ErrorKind::Unusable).with_format(token.format().clone()))?;
    header.set_sensitive(true);
    Ok(header)
}

fn in_envelope<'a>(received: Received<'a>, status: StatusCode, headers: &'a HeaderMap) -> Received<'a> {
    let received = received.with_status(status.as_u16());
    visible(headers).fold(received, |received, (name, value)| received.with_header(name, value))
}

fn visible(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    headers.iter().filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)))
}
