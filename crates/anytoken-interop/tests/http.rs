//! Responses and headers of `http`.

use std::time::Duration;

use anytoken::dialect::{Dialect, Evidence, paths};
use anytoken::{Remedy, Token};
use anytoken_interop::http::{authorization, response, response_from_owned, response_from_parts, with_head};
use http::{HeaderValue, Response};
use time::UtcDateTime;

const AT: UtcDateTime = UtcDateTime::UNIX_EPOCH;

#[test]
fn status_and_headers_are_kept() -> Result<(), Box<dyn std::error::Error>> {
    let sent = || {
        Response::builder()
            .status(503)
            .header("content-type", "application/json")
            .header("date", "Thu, 01 Jan 2026 00:00:00 GMT")
            .header("retry-after", "7")
            .header("x-subject-token", "EXAMPLE-HEADER")
            .header("x-odd", HeaderValue::from_bytes(b"\xff").unwrap_or(HeaderValue::from_static("")))
            .body(br#"{"error":"temporarily_unavailable"}"#.to_vec())
    };
    let (borrowed, owned) = (sent()?, sent()?);
    let (parts, body) = sent()?.into_parts();
    for response in [
        response(&borrowed, AT),
        response_from_parts(&parts, &body, AT),
        response_from_owned(owned, AT),
        with_head(anytoken::Response::new(&body, AT), parts.status, &parts.headers),
        with_head(anytoken::Response::from_vec(body.clone(), AT), parts.status, &parts.headers),
    ] {
        assert_eq!(response.status(), Some(503));
        assert_eq!(response.header("Content-Type"), Some("application/json"));
        assert_eq!(response.header("Date"), Some("Thu, 01 Jan 2026 00:00:00 GMT"));
        assert_eq!(response.header("X-Subject-Token"), Some("EXAMPLE-HEADER"));
        assert_eq!(response.header("X-Odd"), None);
        assert!(!format!("{response:?}").contains("EXAMPLE"));
        let error_response = anytoken::decode(response)?.into_token().err().ok_or("a token")?;
        assert_eq!(error_response.remedy(), Remedy::Retry);
        assert_eq!(error_response.retry_after(), Some(Duration::from_secs(7)));
    }
    Ok(())
}

/// A vendor that sends its token in a header.
static ACME: Dialect = Dialect::oauth2("acme", "Acme", Evidence::Documented)
    .headers(&["x-subject-token"])
    .access_token(paths!["x-subject-token"]);

#[test]
fn token_in_a_header_is_decoded() -> Result<(), Box<dyn std::error::Error>> {
    let sent = Response::builder().status(201).header("X-Subject-Token", "EXAMPLE-ACCESS").body("{}")?;
    let token = ACME.decode(response(&sent, AT))?.into_token()?;
    assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
    Ok(())
}

#[test]
fn header_is_sensitive_and_has_the_scheme() -> anytoken::Result<()> {
    let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").token_type("dpop").build()?;
    let header = authorization(&token)?;
    assert_eq!(header, "DPoP EXAMPLE-ACCESS");
    assert_eq!(format!("{header:?}"), "Sensitive");

    let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").token_type("mac").build()?;
    let error = authorization(&token).err().map(|error| error.to_string());
    assert_eq!(
        error.as_deref(),
        Some("oauth2: the token cannot be used this way: its type needs more than the token in the header")
    );
    Ok(())
}
