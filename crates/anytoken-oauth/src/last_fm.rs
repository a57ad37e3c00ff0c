//! Last.fm.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, Special, TimeRule, paths};

/// `lastfm`: `auth.getSession` and `auth.getMobileSession` of Last.fm.
///
/// The key signs each request. The body is XML unless the request asks for JSON.
///
/// ```json
/// {"session":{"subscriber":0,"name":"example","key":"EXAMPLE-KEY"}}
/// ```
///
/// Source: last.fm, "auth.getSession", "Authentication", "REST Requests".
pub static LASTFM: Dialect = Dialect::bare("lastfm", "Last.fm", Evidence::Documented)
    .with_quirks("XML or JSON; the token is a session's key and never expires; error codes are numbers")
    .detected_by(&["session/subscriber+session/key"])
    .envelope("session")
    .access_token(paths!["key"])
    .subject(paths!["name"])
    .expires_at(&[TimeRule::words(paths![]).when_absent(Special::Never)])
    .authorization(Authorization::None)
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["error", "error/code"])
            .description(paths!["message", "error/#text"])
            .remedies(&[
                ("2", Remedy::FixRequest),
                ("3", Remedy::FixRequest),
                ("4", Remedy::Reauthenticate),
                ("5", Remedy::FixRequest),
                ("6", Remedy::FixRequest),
                ("7", Remedy::FixRequest),
                ("8", Remedy::Retry),
                ("9", Remedy::Reauthenticate),
                ("10", Remedy::FixClient),
                ("11", Remedy::Retry),
                ("13", Remedy::FixRequest),
                ("14", Remedy::Pending),
                ("15", Remedy::Reauthenticate),
                ("16", Remedy::Retry),
                ("26", Remedy::FixClient),
                ("29", Remedy::Retry),
            ]),
    );
