//! Ably.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `ably-token`: `requestToken` of Ably.
///
/// `clientId` is the user that the token identifies, not an OAuth client. `capability` is JSON in a string. The header
/// of a request has the Base64 of the token.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","keyName":"EXAMPLE.KEY","issued":1767225600000,"expires":1767229200000,
///  "capability":"{\"*\":[\"*\"]}","clientId":"EXAMPLE-USER"}
/// ```
///
/// Source: ably/ably-js 2.28.0 `ably.d.ts` (TokenDetails, ErrorInfo).
pub static ABLY_TOKEN: Dialect = Dialect::bare("ably-token", "Ably", Evidence::Tested)
    .with_quirks("issued and expires are in milliseconds since 1970; clientId is the subject")
    .detected_by(&["capability+issued"])
    .access_token(paths!["token"])
    .subject(paths!["clientId"])
    .issued_at(&[TimeRule::epoch_milliseconds(paths!["issued"])])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["expires"])])
    .authorization(Authorization::None)
    .errors(&ErrorShape::RFC6749.uri(paths!["error/href"]).remedies(&[
        ("40101", Remedy::FixClient),
        ("40140", Remedy::Reauthenticate),
        ("40141", Remedy::Reauthenticate),
        ("40142", Remedy::Reauthenticate),
    ]));
