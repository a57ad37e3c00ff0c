//! Korea Investment & Securities.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

use crate::korea::KOREA;

/// `korea-investment`: `oauth2/tokenP` of Korea Investment & Securities.
///
/// The date is in Korea's time. A request within six hours of the last one returns the same token with its date, one
/// within a minute an error response.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","access_token_token_expired":"2026-01-02 09:00:00","token_type":"Bearer",
///  "expires_in":86400}
/// ```
///
/// Source: apiportal.koreainvestment.com, "접근토큰발급(P)"; several public clients; `EGW00123` from clients only.
pub static KOREA_INVESTMENT: Dialect =
    Dialect::oauth2("korea-investment", "Korea Investment", Evidence::Tested)
        .with_quirks("the expiry is also a date in Korea's time; a token a minute")
        .detected_by(&["access_token_token_expired"])
        .expires_at(&[
            TimeRule::rfc3339(paths!["access_token_token_expired"]).zone(KOREA),
            TimeRule::seconds(paths!["expires_in"]),
        ])
        .errors(
            &ErrorShape::RFC6749
                .remedies(&[("EGW00123", Remedy::Reauthenticate), ("EGW00133", Remedy::Retry)]),
        );
