//! Feathers.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `feathers`: an authentication at a server that is built with Feathers.
///
/// The claims of the token are in `authentication`. An error response has its code in `name`; `code` is the HTTP
/// status.
///
/// ```json
/// {"accessToken":"EXAMPLE.EXAMPLE.EXAMPLE","authentication":{"strategy":"local",
///  "payload":{"iat":1767225600,"exp":1767312000,"sub":"1"}},"user":{"email":"user@example.com","id":1}}
/// ```
///
/// Source: recorded from @feathersjs/authentication 5.0.50.
pub static FEATHERS: Dialect = Dialect::bare("feathers", "Feathers", Evidence::Recorded)
    .with_quirks("camelCase; the token's claims are beside it; the error code is in name")
    .detected_by(&["user+authentication", "className+code"])
    .access_token(paths!["accessToken"])
    .subject(paths!["user/id"])
    .issued_at(&[TimeRule::epoch(paths!["authentication/payload/iat"])])
    .expires_at(&[TimeRule::epoch(paths!["authentication/payload/exp"])])
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["name"])
            .remedies(&[("NotAuthenticated", Remedy::Reauthenticate), ("BadRequest", Remedy::FixRequest)]),
    );
