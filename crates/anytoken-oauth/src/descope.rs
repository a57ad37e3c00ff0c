//! Descope.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `descope`: a session of Descope.
///
/// The expiries of the tokens are in the JWTs only. `E062503` means that nobody has opened the link yet.
///
/// ```json
/// {"sessionJwt":"EXAMPLE.EXAMPLE.EXAMPLE","refreshJwt":"EXAMPLE.EXAMPLE.REFRESH","cookieDomain":"","cookiePath":"/",
///  "cookieMaxAge":2591999,"cookieExpiration":1769817599,"user":{"userId":"U0EXAMPLE"},"firstSeen":false}
/// ```
///
/// Source: descope/go-sdk `descope/types.go`; docs.descope.com, "Errors and Troubleshooting"; descope/swift-sdk, its
/// error codes.
pub static DESCOPE: Dialect = Dialect::bare("descope", "Descope", Evidence::Documented)
    .with_quirks("the tokens are in sessionJwt and refreshJwt; the only expiry is that of a cookie")
    .detected_by(&["sessionJwt"])
    .access_token(paths!["sessionJwt"])
    .refresh_token(paths!["refreshJwt"])
    .subject(paths!["user/userId"])
    .errors(&ErrorShape::RFC6749.error_when(paths!["errorCode"]).remedies(&[
        ("E062503", Remedy::Pending),
        ("E061102", Remedy::Interact),
        ("E061103", Remedy::Reauthenticate),
        ("E062802", Remedy::FixClient),
        ("E062803", Remedy::FixClient),
        ("E011001", Remedy::FixRequest),
        ("E011002", Remedy::FixRequest),
        ("E011003", Remedy::FixRequest),
        ("E011004", Remedy::FixRequest),
    ]));
