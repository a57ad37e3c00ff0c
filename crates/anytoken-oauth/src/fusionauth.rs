//! FusionAuth.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `fusionauth-oauth2`: FusionAuth's token endpoint.
///
/// `userId` is in camelCase among names in snake_case. `refresh_token_id` is an id, not a token. `error_reason` is more
/// precise than the code, and is kept.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_id":"11111111-2222-3333-4444-555555555555","scope":"openid offline_access","token_type":"Bearer",
///  "userId":"66666666-7777-8888-9999-000000000000"}
/// ```
///
/// Source: FusionAuth/fusionauth-openapi `openapi.yaml` (AccessToken, OAuthError, OAuthErrorType, OAuthErrorReason).
pub static FUSIONAUTH_OAUTH2: Dialect =
    Dialect::oauth2("fusionauth-oauth2", "FusionAuth", Evidence::Documented)
        .with_quirks("the subject is in userId; error_reason explains the error code")
        .detected_by(&["refresh_token_id"])
        .subject(paths!["userId"])
        .errors(&ErrorShape::RFC6749.remedies(&[
            ("two_factor_required", Remedy::Interact),
            ("change_password_required", Remedy::Interact),
        ]));

/// `fusionauth-login-api`: FusionAuth's own login, and the refresh of its JWT.
///
/// A refresh states no expiry. A success without a token asks for a second factor (`twoFactorId`) or a new password
/// (`changePasswordId`).
///
/// ```json
/// {"refreshToken":"EXAMPLE-REFRESH","refreshTokenId":"11111111-2222-3333-4444-555555555555",
///  "token":"EXAMPLE.EXAMPLE.EXAMPLE","tokenExpirationInstant":1767229200000,
///  "user":{"id":"66666666-7777-8888-9999-000000000000"}}
/// ```
///
/// Source: FusionAuth/fusionauth-openapi `openapi.yaml` (LoginResponse, JWTRefreshResponse, ZonedDateTime, Errors).
pub static FUSIONAUTH_LOGIN_API: Dialect =
    Dialect::bare("fusionauth-login-api", "FusionAuth", Evidence::Documented)
        .with_quirks(
            "camelCase; the expiry is in milliseconds since 1970; a login may ask for a further step",
        )
        .detected_by(&["tokenExpirationInstant", "refreshTokenId+token"])
        .access_token(paths!["token"])
        .refresh_token(paths!["refreshToken"])
        .subject(paths!["user/id"])
        .expires_at(&[TimeRule::epoch_milliseconds(paths!["tokenExpirationInstant"])])
        .errors(
            &ErrorShape::RFC6749
                .error_when(paths!["generalErrors", "fieldErrors"])
                .challenge_when(paths!["twoFactorId", "changePasswordId"])
                .code(paths!["generalErrors/0/code", "changePasswordReason"])
                .description(paths!["generalErrors/0/message"]),
        );
