//! Responses to decode, and the `Authorization` header of a token.

use anytoken::{Error, ErrorKind, Response, Result, Token};
use http::response::Parts;
use http::{HeaderMap, HeaderValue, StatusCode};
use time::UtcDateTime;

/// Borrows the body of a response that arrived at `at`.
///
/// The response keeps its status and its headers, except headers whose value is not visible ASCII.
///
/// ```
/// use anytoken::Remedy;
/// use anytoken_interop::http::response;
/// use std::time::Duration;
/// use time::UtcDateTime;
///
/// let http = http::Response::builder()
///     .status(429)
///     .header("Retry-After", "30")
///     .body(r#"{"error":"temporarily_unavailable"}"#)?;
/// let decoded = anytoken::decode(response(&http, UtcDateTime::UNIX_EPOCH))?;
/// let error_response = decoded.into_token().err().unwrap();
/// assert_eq!(error_response.remedy(), Remedy::Retry);
/// assert_eq!(error_response.retry_after(), Some(Duration::from_secs(30)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn response<B: AsRef<[u8]>>(response: &http::Response<B>, at: UtcDateTime) -> Response<'_> {
    with_head(Response::new(response.body().as_ref(), at), response.status(), response.headers())
}

/// Borrows the body of a response that was split into parts.
pub fn response_from_parts<'a>(parts: &'a Parts, body: &'a [u8], at: UtcDateTime) -> Response<'a> {
    with_head(Response::new(body, at), parts.status, &parts.headers)
}

/// Takes over a response: its body becomes the token's buffer and is always wiped.
///
/// ```
/// use anytoken_interop::http::response_from_owned;
/// use time::UtcDateTime;
///
/// let response = http::Response::new(b"access_token=EXAMPLE-ACCESS&token_type=bearer".to_vec());
/// let token = anytoken::decode(response_from_owned(response, UtcDateTime::UNIX_EPOCH))?.into_token()?;
/// assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
/// # Ok::<(), anytoken::TokenError>(())
/// ```
pub fn response_from_owned(response: http::Response<Vec<u8>>, at: UtcDateTime) -> Response<'static> {
    let (parts, body) = response.into_parts();
    let response = Response::from_vec(body, at).with_status(parts.status.as_u16());
    visible(&parts.headers)
        .fold(response, |response, (name, value)| response.with_header(name.to_owned(), value.to_owned()))
}

/// Adds the status and the headers to a response whose body was read apart from them.
///
/// It keeps the headers that [`response`] keeps. reqwest consumes its response when it reads the body, so take
/// `response.status()` and `response.headers().clone()` before you call `response.bytes()`.
///
/// ```
/// use anytoken::Response;
/// use anytoken_interop::http::with_head;
/// use http::{HeaderMap, HeaderValue, StatusCode};
/// use std::time::Duration;
/// use time::UtcDateTime;
///
/// // Your HTTP client returns these.
/// let status = StatusCode::TOO_MANY_REQUESTS;
/// let headers = HeaderMap::from_iter([(http::header::RETRY_AFTER, HeaderValue::from_static("30"))]);
/// let body = br#"{"error":"temporarily_unavailable"}"#;
///
/// let response = with_head(Response::new(body, UtcDateTime::UNIX_EPOCH), status, &headers);
/// let error_response = anytoken::decode(response)?.into_token().err().unwrap();
/// assert_eq!(error_response.retry_after(), Some(Duration::from_secs(30)));
/// # Ok::<(), anytoken::Error>(())
/// ```
pub fn with_head<'a>(response: Response<'a>, status: StatusCode, headers: &'a HeaderMap) -> Response<'a> {
    let response = response.with_status(status.as_u16());
    visible(headers).fold(response, |response, (name, value)| response.with_header(name, value))
}

/// The value of the `Authorization` header, marked as sensitive.
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

/// The headers whose value is visible ASCII.
fn visible(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    headers.iter().filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)))
}
