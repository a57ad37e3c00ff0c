//! Chainguard.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `octo-sts`: Octo STS, which exchanges an ID token for a token of a GitHub App's installation.
///
/// The code of an error response is that of gRPC.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: octo-sts/app `pkg/octosts/octosts.go`.
pub static OCTO_STS: Dialect = Dialect::bare("octo-sts", "Chainguard", Evidence::Tested)
    .with_quirks("the token is in token, alone; no expiry; the error code is gRPC's number")
    .access_token(paths!["token"])
    .errors(&ErrorShape::RFC6749.code(paths!["code"]).remedies(&[
        ("3", Remedy::FixRequest),
        ("5", Remedy::FixClient),
        ("7", Remedy::FixClient),
        ("8", Remedy::Retry),
        ("14", Remedy::Retry),
        ("16", Remedy::Reauthenticate),
    ]));
