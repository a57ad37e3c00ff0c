//! authentik.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence};

/// `authentik`: authentik's token endpoint.
///
/// ```json
/// {"error":"invalid_grant","error_description":"The provided authorization grant is invalid."}
/// ```
///
/// Source: goauthentik/authentik `authentik/providers/oauth2/errors.py`.
pub static AUTHENTIK: Dialect = Dialect::oauth2("authentik", "authentik", Evidence::Documented)
    .with_quirks("some error codes contain spaces")
    .errors(
        &ErrorShape::RFC6749
            .remedies(&[("Client ID Error", Remedy::FixClient), ("Redirect URI Error", Remedy::FixRequest)]),
    );
