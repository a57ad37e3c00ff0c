//! Supabase.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `supabase-gotrue`: Supabase Auth, once GoTrue.
///
/// `user` is the whole account; `created_at` in it is the account's. `provider_token` and `provider_refresh_token` are
/// a third party's. `weak_password` is a warning beside a token. Error responses have three shapes: `code` is the
/// status as a number beside `error_code`, or the code itself, or there are RFC 6749's names.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3600,"expires_at":1767229200,
///  "refresh_token":"EXAMPLE-REFRESH","user":{"id":"11111111-2222-3333-4444-555555555555"},
///  "provider_token":"EXAMPLE-PROVIDER-ACCESS","provider_refresh_token":"EXAMPLE-PROVIDER-REFRESH"}
/// ```
///
/// Source: supabase/auth `internal/tokens/service.go`, `internal/api/apierrors/apierrors.go`, `errorcode.go`.
pub static SUPABASE_GOTRUE: Dialect = Dialect::oauth2("supabase-gotrue", "Supabase", Evidence::Recorded)
    .with_quirks(
        "an absolute expiry beside the lifetime; a third party's tokens; error responses have three shapes",
    )
    .detected_by(&["provider_token", "provider_refresh_token", "weak_password"])
    .subject(paths!["user/id"])
    .expires_at(&[TimeRule::epoch(paths!["expires_at"]), TimeRule::seconds(paths!["expires_in"])])
    .errors(
        &ErrorShape::RFC6749.error_when(paths!["error_code", "code"]).code(paths!["error_code"]).remedies(&[
            ("conflict", Remedy::Retry),
            ("hook_timeout", Remedy::Retry),
            ("over_email_send_rate_limit", Remedy::Retry),
            ("over_request_rate_limit", Remedy::Retry),
            ("over_sms_send_rate_limit", Remedy::Retry),
            ("request_timeout", Remedy::Retry),
            ("bad_jwt", Remedy::Reauthenticate),
            ("flow_state_expired", Remedy::Reauthenticate),
            ("flow_state_not_found", Remedy::Reauthenticate),
            ("invalid_credentials", Remedy::Reauthenticate),
            ("otp_expired", Remedy::Reauthenticate),
            ("refresh_token_already_used", Remedy::Reauthenticate),
            ("refresh_token_not_found", Remedy::Reauthenticate),
            ("session_expired", Remedy::Reauthenticate),
            ("session_not_found", Remedy::Reauthenticate),
            ("bad_code_verifier", Remedy::FixRequest),
            ("bad_json", Remedy::FixRequest),
            ("validation_failed", Remedy::FixRequest),
            ("captcha_failed", Remedy::Interact),
            ("email_not_confirmed", Remedy::Interact),
            ("insufficient_aal", Remedy::Interact),
            ("phone_not_confirmed", Remedy::Interact),
            ("reauthentication_needed", Remedy::Interact),
        ]),
    );
