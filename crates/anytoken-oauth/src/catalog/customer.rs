//! Where applications keep their customers.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &SUPABASE_GOTRUE,
    &FUSIONAUTH_OAUTH2,
    &FUSIONAUTH_LOGIN_API,
    &KINDE,
    &CLERK_OAUTH,
    &WORKOS_USER_MANAGEMENT,
    &WORKOS_SSO,
    &WORKOS_PIPES,
    &WORKOS_WIDGETS,
    &STYTCH_M2M,
    &STYTCH,
];

/// `supabase-gotrue`: Supabase Auth, once GoTrue.
///
/// An absolute expiry beside the lifetime, and the whole `user`, of whom `created_at` is the account's.
/// `provider_token` and `provider_refresh_token` are a third party's; `weak_password` is a warning in a success. Error
/// responses have three shapes: `code` is the status as a number beside `error_code`, or the code itself, or there are
/// RFC 6749's names.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3600,"expires_at":1767229200,
///  "refresh_token":"EXAMPLE-REFRESH","user":{"id":"11111111-2222-3333-4444-555555555555"},
///  "provider_token":"EXAMPLE-PROVIDER-ACCESS","provider_refresh_token":"EXAMPLE-PROVIDER-REFRESH"}
/// ```
///
/// Source: supabase/auth `internal/tokens/service.go`, `internal/api/apierrors/apierrors.go`, `errorcode.go`.
pub static SUPABASE_GOTRUE: Dialect = Dialect {
    id: "supabase-gotrue",
    vendor: "Supabase",
    quirks: "an absolute expiry beside the lifetime; a third party's tokens; three shapes of errors",
    signature: &["provider_token", "provider_refresh_token", "weak_password"],
    subject: paths!["user/id"],
    expires: &[TimeRule::epoch(paths!["expires_at"]), TimeRule::seconds(paths!["expires_in"])],
    errors: ErrorShape {
        signs: paths!["error", "error_code", "code"],
        code: paths!["error_code", "error", "code"],
        description: paths!["msg", "message", "error_description"],
        remedies: &[
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
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `fusionauth-oauth2`: FusionAuth's token endpoint.
///
/// `userId` in camelCase among names in snake_case; `refresh_token_id` is an id. `error_reason` is the more exact word
/// beside the code, and kept.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_id":"11111111-2222-3333-4444-555555555555","scope":"openid offline_access","token_type":"Bearer",
///  "userId":"66666666-7777-8888-9999-000000000000"}
/// ```
///
/// Source: FusionAuth/fusionauth-openapi `openapi.yaml` (AccessToken, OAuthError, OAuthErrorType, OAuthErrorReason).
pub static FUSIONAUTH_OAUTH2: Dialect = Dialect {
    id: "fusionauth-oauth2",
    vendor: "FusionAuth",
    quirks: "the subject in userId; error_reason beside the code",
    signature: &["refresh_token_id"],
    subject: paths!["userId"],
    errors: ErrorShape {
        remedies: &[
            ("two_factor_required", Remedy::Interact),
            ("change_password_required", Remedy::Interact),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `fusionauth-login-api`: FusionAuth's own login, and the refresh of its JWT.
///
/// The expiry is an instant in milliseconds, and not stated by a refresh. A success without a token asks for another
/// step: a second factor (`twoFactorId`), or another password (`changePasswordId`).
///
/// ```json
/// {"refreshToken":"EXAMPLE-REFRESH","refreshTokenId":"11111111-2222-3333-4444-555555555555",
///  "token":"EXAMPLE.EXAMPLE.EXAMPLE","tokenExpirationInstant":1767229200000,
///  "user":{"id":"66666666-7777-8888-9999-000000000000"}}
/// ```
///
/// Source: FusionAuth/fusionauth-openapi `openapi.yaml` (LoginResponse, JWTRefreshResponse, ZonedDateTime, Errors).
pub static FUSIONAUTH_LOGIN_API: Dialect = Dialect {
    id: "fusionauth-login-api",
    vendor: "FusionAuth",
    quirks: "the expiry is an instant in milliseconds",
    signature: &["tokenExpirationInstant", "refreshTokenId"],
    access_token: paths!["token"],
    refresh_token: paths!["refreshToken"],
    subject: paths!["user/id"],
    expires: &[TimeRule::epoch_milliseconds(paths!["tokenExpirationInstant"])],
    errors: ErrorShape {
        signs: paths!["generalErrors", "fieldErrors"],
        steps: paths!["twoFactorId", "changePasswordId"],
        code: paths!["generalErrors/0/code", "changePasswordReason"],
        description: paths!["generalErrors/0/message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `kinde`: Kinde.
///
/// A lifetime is not always sent.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":86400,"scope":"openid","token_type":"bearer"}
/// ```
///
/// Source: kinde-oss/documentation, "Device authorization flow", "Refresh tokens".
pub static KINDE: Dialect = Dialect {
    id: "kinde",
    vendor: "Kinde",
    quirks: "an empty scope means unknown",
    empty_scope_says_nothing: true,
    ..Dialect::STANDARD
};

/// `clerk-oauth`: Clerk as an OAuth provider.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":7200,"id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refresh_token":"EXAMPLE-REFRESH","scope":"openid email profile","token_type":"bearer"}
/// ```
///
/// Source: clerk/clerk-docs `docs/guides/configure/auth-strategies/oauth/scoped-access.mdx`.
pub static CLERK_OAUTH: Dialect = Dialect { id: "clerk-oauth", vendor: "Clerk", ..Dialect::STANDARD };

/// `workos-user-management`: the sign-in of WorkOS.
///
/// No type and no expiry. `oauth_tokens` are those of the provider behind it, with their own expiry; they are kept.
/// Another step is asked for by an error response, with a `pending_authentication_token`.
///
/// ```json
/// {"user":{"object":"user","id":"user_example"},"organization_id":"org_example","access_token":"EXAMPLE-ACCESS",
///  "refresh_token":"EXAMPLE-REFRESH","authentication_method":"GoogleOAuth",
///  "oauth_tokens":{"access_token":"EXAMPLE-PROVIDER","expires_at":1767229200,"scopes":["email"]}}
/// ```
///
/// Source: workos/workos-node `src/user-management/interfaces/authentication-response.interface.ts`,
/// `oauth-tokens.interface.ts`; workos.com, "Authentication errors".
pub static WORKOS_USER_MANAGEMENT: Dialect = Dialect {
    id: "workos-user-management",
    quirks: "no type; no expiry; the provider's tokens in oauth_tokens",
    subject: paths!["user/id"],
    ..WORKOS
};

/// `workos-sso`: single sign-on by WorkOS.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","profile":{"object":"profile","id":"prof_example"},
///  "oauth_tokens":{"access_token":"EXAMPLE-PROVIDER","expires_at":1767229200,"scopes":["email"]}}
/// ```
///
/// Source: workos/workos-node `src/sso/sso.spec.ts`.
pub static WORKOS_SSO: Dialect = Dialect {
    id: "workos-sso",
    quirks: "no type; no expiry; the provider's tokens in oauth_tokens",
    subject: paths!["profile/id"],
    ..WORKOS
};

/// `workos-pipes`: the token of an account that a user connected.
///
/// The token is within an object of the same name. `active` is the flag: an error response comes with status 200, and
/// an `error` beside an active token is ignored.
///
/// ```json
/// {"active":true,"access_token":{"object":"access_token","access_token":"EXAMPLE-ACCESS",
///  "expires_at":"2026-01-01T01:00:00.000Z","scopes":["repo"],"missing_scopes":[]}}
/// ```
///
/// Source: workos/workos-node `src/pipes/fixtures/data-integration-access-token-response.json`,
/// `get-access-token-not-installed.json`; workos.com, "Pipes".
pub static WORKOS_PIPES: Dialect = Dialect {
    id: "workos-pipes",
    quirks: "access_token is an object; active is the flag; errors with status 200",
    at: "access_token",
    access_token: paths!["access_token"],
    refresh_token: paths![],
    id_token: paths![],
    token_type: paths![],
    scope: paths!["scopes"],
    expires: &[TimeRule::rfc3339(paths!["expires_at"])],
    success: Some((FieldPath::new("active"), &["true"])),
    errors: ErrorShape { signs: paths![], ..WORKOS.errors },
    ..WORKOS
};

/// `workos-widgets`: the token of a widget, and nothing beside it.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: workos/workos-node `src/widgets/fixtures/widget-session-token-response.json`, `get-token-error.json`.
pub static WORKOS_WIDGETS: Dialect = Dialect {
    id: "workos-widgets",
    vendor: "WorkOS",
    quirks: "only token",
    access_token: paths!["token"],
    errors: WORKOS.errors,
    ..Dialect::BARE
};

/// `stytch-m2m`: Stytch's tokens for machines.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":3600,"token_type":"bearer"}
/// ```
///
/// Source: stytchauth/stytch-node `types/lib/b2c/m2m.d.ts` (TokenResponse).
pub static STYTCH_M2M: Dialect =
    Dialect { id: "stytch-m2m", vendor: "Stytch", errors: STYTCH.errors, ..Dialect::STANDARD };

/// `stytch`: the error responses of Stytch's API.
///
/// A session comes as an opaque token and as a JWT of equal rank: which of them is the token is the caller's choice,
/// and neither is read. The names of an error response are Stytch's own, or RFC 6749's with `status_code` and
/// `request_id` beside them.
///
/// ```json
/// {"status_code":401,"request_id":"request-id-example","error_type":"unauthorized_credentials",
///  "error_message":"Unauthorized credentials.","error_url":"https://example.com/docs/api/errors/401"}
/// ```
///
/// Source: stytchauth/stytch-node `lib/shared/errors.ts` (StytchErrorJSON, OAuth2ErrorJSON); stytch.com, "Errors".
pub static STYTCH: Dialect = Dialect {
    id: "stytch",
    vendor: "Stytch",
    quirks: "error responses only: error_type, error_message, error_url",
    signature: &["error_url"],
    errors: ErrorShape {
        signs: paths!["error_type", "error"],
        code: paths!["error_type", "error"],
        description: paths!["error_message", "error_description"],
        uri: paths!["error_url", "error_uri"],
        remedies: &[
            ("unauthorized_credentials", Remedy::FixClient),
            ("session_not_found", Remedy::Reauthenticate),
            ("too_many_requests", Remedy::Retry),
            ("internal_server_error", Remedy::Retry),
            ("captcha_required", Remedy::Interact),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// The base of the WorkOS formats.
const WORKOS: Dialect = Dialect {
    vendor: "WorkOS",
    errors: ErrorShape {
        signs: paths!["error", "code"],
        code: paths!["error", "code"],
        description: paths!["error_description", "message"],
        remedies: &[
            ("needs_reauthorization", Remedy::Reauthenticate),
            ("email_verification_required", Remedy::Interact),
            ("mfa_challenge", Remedy::Interact),
            ("mfa_enrollment", Remedy::Interact),
            ("not_installed", Remedy::Interact),
            ("organization_selection_required", Remedy::Interact),
            ("sso_required", Remedy::Interact),
            ("entity_not_found", Remedy::FixRequest),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};
