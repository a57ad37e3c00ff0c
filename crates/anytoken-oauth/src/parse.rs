//! Parse.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

/// `parse-server`: a login at Parse Server.
///
/// The response is the user, whose creation is `createdAt`. The token goes into the header `X-Parse-Session-Token`. An
/// error response has its text in `error`.
///
/// ```json
/// {"objectId":"EXAMPLE-USER","username":"example","createdAt":"2026-01-01T00:00:00.000Z",
///  "sessionToken":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: docs.parseplatform.org, "REST API Guide", "Logging In", "Error Codes"; parse-community/parse-server `spec`;
/// recorded from parse-server 9.10.0.
pub static PARSE_SERVER: Dialect = Dialect::bare("parse-server", "Parse", Evidence::Recorded)
    .with_quirks(
        "the token is in sessionToken; the subject is objectId; no expiry; the error text is in error",
    )
    .detected_by(&["objectId+sessionToken"])
    .access_token(paths!["sessionToken"])
    .subject(paths!["objectId"])
    .authorization(Authorization::None)
    .errors(&ErrorShape::RFC6749.code(paths!["code"]).description(paths!["error"]).remedies(&[
        ("1", Remedy::Retry),
        // Of a login: a wrong user name or password.
        ("101", Remedy::Reauthenticate),
        ("124", Remedy::Retry),
        ("155", Remedy::Retry),
        ("205", Remedy::Interact),
        ("209", Remedy::Reauthenticate),
    ]));
