//! Mutt.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `mutt-oauth2`: the token file of `mutt_oauth2.py`.
///
/// The expiry is local time without a time zone, and so unknown. Until the first authorization the tokens are empty
/// texts. `client_secret` is the secret of the client.
///
/// ```json
/// {"registration":"google","authflow":"authcode","email":"user@example.com","access_token":"EXAMPLE-ACCESS",
///  "access_token_expiration":"2026-01-01T01:00:00.123456","refresh_token":"EXAMPLE-REFRESH",
///  "client_id":"EXAMPLE-CLIENT","client_secret":"EXAMPLE-SECRET"}
/// ```
///
/// Source: neomutt/neomutt `contrib/oauth2/mutt_oauth2.py`.
pub static MUTT_OAUTH2: Dialect = Dialect::bare("mutt-oauth2", "Mutt", Evidence::Recorded)
    .with_quirks("the expiry is local time without a zone; the client's secret is beside the token")
    .detected_by(&["authflow+registration"])
    .access_token(paths!["access_token"])
    .refresh_token(paths!["refresh_token"])
    .client_id(paths!["client_id"])
    .expires_at(&[TimeRule::rfc3339(paths!["access_token_expiration"])]);
