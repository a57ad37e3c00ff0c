//! Yapily.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `yapily-consent`: a consent, whose token grants access to an account.
///
/// Until the user has authorized it there is no token: its status is then the code of an error response, as it is once
/// the consent has ended. `reconfirmBy` is when the user must be asked again, not an expiry. The token is sent in the
/// header `Consent`.
///
/// ```json
/// {"meta":{"tracingId":"EXAMPLE"},"data":{"id":"EXAMPLE-ID","userUuid":"EXAMPLE-USER","status":"AUTHORIZED",
///  "createdAt":"2026-01-01T00:00:00Z","featureScope":["ACCOUNTS"],"consentToken":"EXAMPLE.EXAMPLE.EXAMPLE"}}
/// ```
///
/// Source: docs.yapily.com, "Get consent", "Understanding Consents"; other values of `status` from clients.
pub static YAPILY_CONSENT: Dialect = Dialect::bare("yapily-consent", "Yapily", Evidence::Documented)
    .with_quirks("an envelope; no expiry; a consent without authorization is an error with status 200")
    .detected_by(&["data/consentToken+data/institutionId", "data/featureScope+data/institutionId"])
    .envelope("data")
    .access_token(paths!["consentToken"])
    .scopes(paths!["featureScope"])
    .subject(paths!["userUuid"])
    .issued_at(&[TimeRule::rfc3339(paths!["createdAt"])])
    .authorization(Authorization::None)
    .ok_when("data/status", &["\"AUTHORIZED\"", "\"CONSUMED\"", "\"PRE_AUTHORIZED\""])
    .errors(&ErrorShape::RFC6749.code(paths!["data/status"]).remedies(&[
        ("AWAITING_AUTHORIZATION", Remedy::Pending),
        ("AWAITING_DECOUPLED_AUTHORIZATION", Remedy::Pending),
        ("AWAITING_DECOUPLED_PRE_AUTHORIZATION", Remedy::Pending),
        ("AWAITING_FURTHER_AUTHORIZATION", Remedy::Pending),
        ("AWAITING_PRE_AUTHORIZATION", Remedy::Pending),
        ("AWAITING_RE_AUTHORIZATION", Remedy::Interact),
        ("AWAITING_SCA_CODE", Remedy::Interact),
        ("AWAITING_SCA_METHOD", Remedy::Interact),
        ("EXPIRED", Remedy::Reauthenticate),
        ("FAILED", Remedy::Reauthenticate),
        ("INVALID", Remedy::Reauthenticate),
        ("REJECTED", Remedy::Reauthenticate),
        ("REVOKED", Remedy::Reauthenticate),
    ]));
