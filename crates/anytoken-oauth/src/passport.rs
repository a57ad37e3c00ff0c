//! Laravel Passport and the PHP League's OAuth server, on which it is built.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// The base of tokens by that server. Its older versions send `message` instead of `error_description`.
pub(crate) const PASSPORT: Dialect = Dialect::RFC6749;

/// `laravel-passport`: Laravel Passport, and other hosts of the PHP League's server.
///
/// `hint` says what is wrong with a token or a code. Until version 8 of the server a dead refresh token is
/// `invalid_request` with status 401, and since then `invalid_grant`.
///
/// ```json
/// {"token_type":"Bearer","expires_in":31536000,"access_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: thephpleague/oauth2-server `src/Exception/OAuthServerException.php`; plug-and-pay/sdk-php pull request 121.
pub static LARAVEL_PASSPORT: Dialect = Dialect::like(&PASSPORT, "laravel-passport", Evidence::Tested)
    .by("Laravel")
    .with_quirks("a dead refresh token is invalid_request in older versions; hint says more than the code")
    .errors(&ErrorShape::RFC6749.subcode(paths!["hint"]).remedies(&[
        ("Cannot decrypt the refresh token", Remedy::Reauthenticate),
        ("Token has been revoked", Remedy::Reauthenticate),
        ("Token has expired", Remedy::Reauthenticate),
    ]));
