//! Nhost.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `nhost`: a session of Nhost Auth.
///
/// A sign-in has the session in `session`; a refresh is the session itself. A sign-in that needs a second factor has
/// `mfa` instead, with status 200.
///
/// ```json
/// {"session":{"accessToken":"EXAMPLE.EXAMPLE.EXAMPLE","accessTokenExpiresIn":900,
///  "refreshTokenId":"11111111-2222-3333-4444-555555555555","refreshToken":"EXAMPLE-REFRESH",
///  "user":{"id":"66666666-7777-8888-9999-000000000000"}},"mfa":null}
/// ```
///
/// Source: nhost/nhost, nhost-js 4.3.0 `src/auth/client.d.ts` (Session, SignInEmailPasswordResponse, ErrorResponse).
pub static NHOST: Dialect = Dialect::bare("nhost", "Nhost", Evidence::Tested)
    .with_quirks("camelCase; the session may be in session; mfa asks for a second factor, with status 200")
    .detected_by(&["accessTokenExpiresIn+refreshTokenId", "mfa+session"])
    .access_token(paths!["session/accessToken", "accessToken"])
    .refresh_token(paths!["session/refreshToken", "refreshToken"])
    .subject(paths!["session/user/id", "user/id"])
    .expires_at(&[TimeRule::seconds(paths!["session/accessTokenExpiresIn", "accessTokenExpiresIn"])])
    .errors(&ErrorShape::RFC6749.challenge_when(paths!["mfa"]).remedies(&[
        ("invalid-email-password", Remedy::Reauthenticate),
        ("invalid-refresh-token", Remedy::Reauthenticate),
        ("invalid-request", Remedy::FixRequest),
        ("unverified-user", Remedy::Interact),
    ]));
