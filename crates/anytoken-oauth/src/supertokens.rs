//! SuperTokens.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `supertokens-core`: a session of the SuperTokens core.
///
/// `status` is `OK`, or the code of an error response, whose HTTP status is 200.
///
/// ```json
/// {"session":{"handle":"example","userId":"example-user","tenantId":"public"},
///  "accessToken":{"token":"EXAMPLE-ACCESS","expiry":1767229200000,"createdTime":1767225600000},
///  "refreshToken":{"token":"EXAMPLE-REFRESH","expiry":1775865600000,"createdTime":1767225600000},"status":"OK"}
/// ```
///
/// Source: supertokens/supertokens-core `SessionInformationHolder.java`, `TokenInfo.java`, `SessionAPI.java`,
/// `RefreshSessionAPI.java`.
pub static SUPERTOKENS_CORE: Dialect = Dialect::bare("supertokens-core", "SuperTokens", Evidence::Documented)
    .with_quirks("tokens are objects; times are in milliseconds; error responses have their code in status")
    .detected_by(&["antiCsrfToken", "idRefreshToken", "session/userDataInJWT"])
    .access_token(paths!["accessToken/token"])
    .refresh_token(paths!["refreshToken/token"])
    .subject(paths!["session/userId"])
    .issued_at(&[TimeRule::epoch_milliseconds(paths!["accessToken/createdTime"])])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["accessToken/expiry"])])
    .refresh_token_expires_at(&[TimeRule::epoch_milliseconds(paths!["refreshToken/expiry"])])
    .ok_when("status", &["\"OK\""])
    .errors(&ErrorShape::RFC6749.code(paths!["status"]).remedies(&[
        ("TOKEN_THEFT_DETECTED", Remedy::Reauthenticate),
        ("UNAUTHORISED", Remedy::Reauthenticate),
    ]));
