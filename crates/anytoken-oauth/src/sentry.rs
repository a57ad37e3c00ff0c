//! Sentry.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `sentry`: the authorization of an integration's installation.
///
/// The response has status 201.
///
/// ```json
/// {"id":"38","token":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH","dateCreated":"2026-01-01T00:00:00.870Z",
///  "expiresAt":"2026-01-01T08:00:00.870Z","state":null,"application":null}
/// ```
///
/// Source: getsentry/sentry-docs `public-integration.mdx`; getsentry/sentry
/// `src/sentry/api/serializers/models/apitoken.py` (scopes), `sentry_app_authorizations.py`.
pub static SENTRY: Dialect = Dialect::bare("sentry", "Sentry", Evidence::Documented)
    .with_quirks("camelCase; expiries are dates; no token type; error responses have detail")
    .access_token(paths!["token"])
    .refresh_token(paths!["refreshToken"])
    .scopes(paths!["scopes"])
    .scopes_separated_by(&[])
    .issued_at(&[TimeRule::rfc3339(paths!["dateCreated"])])
    .expires_at(&[TimeRule::rfc3339(paths!["expiresAt"])]);
