//! Kakao.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `kakao`: Kakao Login.
///
/// A refresh token comes with a refreshed token only if the old one has less than a month to live. An error response
/// has an `error_code`, such as `KOE320`, which says more than `error`; its text repeats the authorization code.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":21599,
///  "scope":"account_email profile_nickname","refresh_token_expires_in":5183999}
/// ```
///
/// Source: developers.kakao.com, "Kakao Login REST API", "Troubleshooting".
pub static KAKAO: Dialect = Dialect::oauth2("kakao", "Kakao", Evidence::Documented)
    .with_quirks("refresh_token_expires_in; a new refresh token only near the old one's expiry")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])]);
