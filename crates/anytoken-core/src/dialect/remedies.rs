//! The remedies of codes that mean the same everywhere, and of statuses.

use super::names::says;
use super::reason_phrase::{is_reason_phrase, is_status_line};
use super::value::is_success;
use crate::model::Remedy;
use crate::value::Words;

/// Returns the remedy of a code that means the same everywhere, without regard to case, `_` and `-`.
pub(super) fn of_code(code: &str) -> Option<Remedy> {
    CODES.get(WORDS.find(code.as_bytes())?).map(|(_, remedy)| *remedy)
}

/// Returns the remedy of an HTTP status, with the code, which has no remedy, and the description.
///
/// A code or description makes 500 unknown, unless it only repeats the status or says that a retry can help: a wrong key
/// that is answered with 500 must not be retried forever.
pub(super) fn of_status(status: u16, texts: [Option<&str>; 2]) -> Option<Remedy> {
    match status {
        500 if !texts.into_iter().flatten().all(allows_retry) => None,
        408 | 425 | 429 | 500..=599 => Some(Remedy::Retry),
        _ => None,
    }
}

/// Returns true if a text says no more than the status 500, or that the server's state is the cause.
fn allows_retry(text: &str) -> bool {
    let text = text.trim_ascii();
    let is_status = text == "500" || is_reason_phrase(text, 500) || is_status_line(text);
    is_status || text.is_empty() || is_success(text) || says(text, &TRANSIENT)
}

/// The words for a cause that passes, as words of [`says`].
const TRANSIENT: [&str; 10] = [
    "internalerror",
    "overloaded",
    "servererror",
    "temporarily",
    "timedout",
    "timeout",
    "tryagain",
    "trylater",
    "unavailable",
    "unexpectederror",
];

static WORDS: Words<Remedy, { CODES.len() }> = Words::new(&CODES);

/// The codes that mean the same everywhere, as words of [`Words`].
const CODES: [(&str, Remedy); 63] = [
    // RFC 6749 and OAuth 2.0 Multiple Response Types.
    ("temporarily_unavailable", Remedy::Retry),
    ("server_error", Remedy::Retry),
    ("invalid_grant", Remedy::Reauthenticate),
    ("invalid_request", Remedy::FixRequest),
    ("invalid_scope", Remedy::FixRequest),
    ("unsupported_grant_type", Remedy::FixRequest),
    ("unsupported_response_type", Remedy::FixRequest),
    ("invalid_client", Remedy::FixClient),
    ("unauthorized_client", Remedy::FixClient),
    // RFC 6750, 7591, 8628, 8707, 9396, 9449 and 9470.
    ("invalid_token", Remedy::Reauthenticate),
    ("invalid_redirect_uri", Remedy::FixRequest),
    ("authorization_pending", Remedy::Pending),
    ("slow_down", Remedy::SlowDown),
    ("expired_token", Remedy::Reauthenticate),
    ("invalid_target", Remedy::FixRequest),
    ("invalid_authorization_details", Remedy::FixRequest),
    ("invalid_dpop_proof", Remedy::FixRequest),
    ("use_dpop_nonce", Remedy::Retry),
    ("insufficient_user_authentication", Remedy::Interact),
    // OpenID Connect, CIBA, OpenID for Verifiable Credential Issuance and UMA 2.0.
    ("interaction_required", Remedy::Interact),
    ("login_required", Remedy::Interact),
    ("consent_required", Remedy::Interact),
    ("account_selection_required", Remedy::Interact),
    ("unmet_authentication_requirements", Remedy::Interact),
    ("expired_login_hint_token", Remedy::FixRequest),
    ("unknown_user_id", Remedy::FixRequest),
    ("invalid_binding_message", Remedy::FixRequest),
    ("invalid_nonce", Remedy::Retry),
    ("need_info", Remedy::Interact),
    ("request_submitted", Remedy::Pending),
    // OAuth 2.0 for First-Party Applications and Attestation-Based Client Authentication.
    ("insufficient_authorization", Remedy::Interact),
    ("redirect_to_web", Remedy::Interact),
    ("invalid_session", Remedy::Reauthenticate),
    ("use_attestation_challenge", Remedy::Retry),
    ("use_fresh_attestation", Remedy::Retry),
    ("invalid_client_attestation", Remedy::FixClient),
    // GNAP.
    ("too_fast", Remedy::SlowDown),
    // Berlin Group.
    ("token_invalid", Remedy::Reauthenticate),
    ("token_unknown", Remedy::Reauthenticate),
    ("consent_expired", Remedy::Reauthenticate),
    ("consent_invalid", Remedy::Reauthenticate),
    ("format_error", Remedy::FixRequest),
    ("access_exceeded", Remedy::Retry),
    // Words of many servers.
    ("bad_verification_code", Remedy::Reauthenticate),
    ("bad_refresh_token", Remedy::Reauthenticate),
    ("invalid_refresh_token", Remedy::Reauthenticate),
    ("refresh_token_expired", Remedy::Reauthenticate),
    ("refresh_token_reused", Remedy::Reauthenticate),
    ("refresh_token_invalidated", Remedy::Reauthenticate),
    ("refresh_token_not_found", Remedy::Reauthenticate),
    ("token_expired", Remedy::Reauthenticate),
    ("token_not_valid", Remedy::Reauthenticate),
    ("token_revoked", Remedy::Reauthenticate),
    ("auth_code_expired", Remedy::Reauthenticate),
    ("user_credentials_changed", Remedy::Reauthenticate),
    ("incorrect_username_or_password", Remedy::Reauthenticate),
    ("incorrect_client_credentials", Remedy::FixClient),
    ("login_failed", Remedy::FixClient),
    ("mfa_required", Remedy::Interact),
    ("internal_error", Remedy::Retry),
    ("internal_server_error", Remedy::Retry),
    ("rate_exceeded", Remedy::Retry),
    ("service_unavailable", Remedy::Retry),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_found_once() {
        for (index, (code, _)) in CODES.iter().enumerate() {
            assert_eq!(WORDS.find(code.as_bytes()), Some(index), "{code}");
        }
    }
}
