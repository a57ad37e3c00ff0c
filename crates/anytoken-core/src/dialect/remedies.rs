//! The remedies of codes that mean the same everywhere, and of statuses.

use super::names::{is_spelling, says};
use super::reason_phrase::{is_reason_phrase, is_status_line};
use super::value::is_success;
use crate::model::Remedy;

/// Returns the remedy of a code that means the same everywhere, without regard to case, `_` and `-`.
pub(super) fn of_code(code: &str) -> Option<Remedy> {
    CODES.iter().find(|(word, _)| is_spelling(code, word)).map(|(_, remedy)| *remedy)
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

/// The codes that mean the same everywhere, as words of [`is_spelling`].
const CODES: [(&str, Remedy); 63] = [
    // RFC 6749 and OAuth 2.0 Multiple Response Types.
    ("temporarilyunavailable", Remedy::Retry),
    ("servererror", Remedy::Retry),
    ("invalidgrant", Remedy::Reauthenticate),
    ("invalidrequest", Remedy::FixRequest),
    ("invalidscope", Remedy::FixRequest),
    ("unsupportedgranttype", Remedy::FixRequest),
    ("unsupportedresponsetype", Remedy::FixRequest),
    ("invalidclient", Remedy::FixClient),
    ("unauthorizedclient", Remedy::FixClient),
    // RFC 6750, 7591, 8628, 8707, 9396, 9449 and 9470.
    ("invalidtoken", Remedy::Reauthenticate),
    ("invalidredirecturi", Remedy::FixRequest),
    ("authorizationpending", Remedy::Pending),
    ("slowdown", Remedy::SlowDown),
    ("expiredtoken", Remedy::Reauthenticate),
    ("invalidtarget", Remedy::FixRequest),
    ("invalidauthorizationdetails", Remedy::FixRequest),
    ("invaliddpopproof", Remedy::FixRequest),
    ("usedpopnonce", Remedy::Retry),
    ("insufficientuserauthentication", Remedy::Interact),
    // OpenID Connect, CIBA, OpenID for Verifiable Credential Issuance and UMA 2.0.
    ("interactionrequired", Remedy::Interact),
    ("loginrequired", Remedy::Interact),
    ("consentrequired", Remedy::Interact),
    ("accountselectionrequired", Remedy::Interact),
    ("unmetauthenticationrequirements", Remedy::Interact),
    ("expiredloginhinttoken", Remedy::FixRequest),
    ("unknownuserid", Remedy::FixRequest),
    ("invalidbindingmessage", Remedy::FixRequest),
    ("invalidnonce", Remedy::Retry),
    ("needinfo", Remedy::Interact),
    ("requestsubmitted", Remedy::Pending),
    // OAuth 2.0 for First-Party Applications and Attestation-Based Client Authentication.
    ("insufficientauthorization", Remedy::Interact),
    ("redirecttoweb", Remedy::Interact),
    ("invalidsession", Remedy::Reauthenticate),
    ("useattestationchallenge", Remedy::Retry),
    ("usefreshattestation", Remedy::Retry),
    ("invalidclientattestation", Remedy::FixClient),
    // GNAP.
    ("toofast", Remedy::SlowDown),
    // Berlin Group.
    ("tokeninvalid", Remedy::Reauthenticate),
    ("tokenunknown", Remedy::Reauthenticate),
    ("consentexpired", Remedy::Reauthenticate),
    ("consentinvalid", Remedy::Reauthenticate),
    ("formaterror", Remedy::FixRequest),
    ("accessexceeded", Remedy::Retry),
    // Words of many servers.
    ("badverificationcode", Remedy::Reauthenticate),
    ("badrefreshtoken", Remedy::Reauthenticate),
    ("invalidrefreshtoken", Remedy::Reauthenticate),
    ("refreshtokenexpired", Remedy::Reauthenticate),
    ("refreshtokenreused", Remedy::Reauthenticate),
    ("refreshtokeninvalidated", Remedy::Reauthenticate),
    ("refreshtokennotfound", Remedy::Reauthenticate),
    ("tokenexpired", Remedy::Reauthenticate),
    ("tokennotvalid", Remedy::Reauthenticate),
    ("tokenrevoked", Remedy::Reauthenticate),
    ("authcodeexpired", Remedy::Reauthenticate),
    ("usercredentialschanged", Remedy::Reauthenticate),
    ("incorrectusernameorpassword", Remedy::Reauthenticate),
    ("incorrectclientcredentials", Remedy::FixClient),
    ("loginfailed", Remedy::FixClient),
    ("mfarequired", Remedy::Interact),
    ("internalerror", Remedy::Retry),
    ("internalservererror", Remedy::Retry),
    ("rateexceeded", Remedy::Retry),
    ("serviceunavailable", Remedy::Retry),
];
