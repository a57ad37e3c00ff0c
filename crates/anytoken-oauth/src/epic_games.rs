//! Epic Games.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `epic-eos`: the Auth interface of Epic Online Services.
///
/// ```json
/// {"scope":"basic_profile","token_type":"bearer","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH",
///  "expires_in":7200,"expires_at":"2026-01-01T02:00:00.549Z","refresh_expires_in":28800,
///  "refresh_expires_at":"2026-01-01T08:00:00.549Z","account_id":"example","client_id":"example",
///  "application_id":"example"}
/// ```
///
/// Source: dev.epicgames.com, "Web APIs", "Auth Interface".
pub static EPIC_EOS: Dialect = Dialect::like(&EPIC, "epic-eos", Evidence::Documented)
    .with_quirks("both tokens have a lifetime and an instant; the subject is in account_id")
    .refresh_token_expires_at(&[
        TimeRule::rfc3339(paths!["refresh_expires_at"]),
        TimeRule::seconds(paths!["refresh_expires_in"]),
    ]);

/// `epic-account`: Epic's account service.
///
/// Scopes are an array. `auth_time` is when the person signed in. An error response has Epic's own code beside that of
/// RFC 6749, or alone.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":28800,"expires_at":"2026-01-01T08:00:00.000Z","token_type":"bearer",
///  "refresh_token":"EXAMPLE-REFRESH","refresh_expires":115200,"refresh_expires_at":"2026-01-02T08:00:00.000Z",
///  "account_id":"example","client_id":"example","scope":[],"auth_time":"2026-01-01T00:00:00.000Z"}
/// ```
///
/// Source: public emulators and descriptions of the account service.
pub static EPIC_ACCOUNT: Dialect = Dialect::like(&EPIC, "epic-account", Evidence::Unverified)
    .with_quirks("both tokens have a lifetime and an instant; Epic's own error code is in errorCode")
    .refresh_token_expires_at(&[
        TimeRule::rfc3339(paths!["refresh_expires_at"]),
        TimeRule::seconds(paths!["refresh_expires"]),
    ])
    .errors(&ErrorShape::RFC6749.error_when(paths!["errorCode"]).remedies(&[
        ("errors.com.epicgames.account.auth_token.invalid_refresh_token", Remedy::Reauthenticate),
        ("errors.com.epicgames.account.oauth.authorization_code_not_found", Remedy::Reauthenticate),
        ("errors.com.epicgames.account.oauth.authorization_pending", Remedy::Pending),
        ("errors.com.epicgames.account.oauth.exchange_code_not_found", Remedy::Reauthenticate),
        ("errors.com.epicgames.oauth.scope_consent_required", Remedy::Interact),
    ]));

/// The members that both services of Epic Games send.
const EPIC: Dialect = Dialect::RFC6749
    .by("Epic Games")
    .client_id(paths!["client_id"])
    .subject(paths!["account_id"])
    .expires_at(&[TimeRule::rfc3339(paths!["expires_at"]), TimeRule::seconds(paths!["expires_in"])]);
