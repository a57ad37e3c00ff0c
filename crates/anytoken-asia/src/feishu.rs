//! Feishu.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Place, TimeRule, paths};

/// `feishu-tenant`: the token of an app in one company.
///
/// An error response has status 200 or 400.
///
/// ```json
/// {"code":0,"msg":"ok","tenant_access_token":"EXAMPLE-ACCESS","expire":7200}
/// ```
///
/// Source: open.feishu.cn, "Get tenant_access_token of a custom app", "Common error codes".
pub static FEISHU_TENANT: Dialect = Dialect::like(&TENANT, "feishu-tenant", Evidence::Documented)
    .with_quirks("the token is in tenant_access_token, its lifetime in expire; code 0 means success");

/// `feishu-app`: the token of an app itself.
///
/// The company's token, in `tenant_access_token`, is related to the app's. `expire` is the lifetime of both.
///
/// ```json
/// {"app_access_token":"EXAMPLE-ACCESS","code":0,"expire":7140,"msg":"ok","tenant_access_token":"EXAMPLE-TENANT"}
/// ```
///
/// Source: open.feishu.cn, "Get app_access_token of a custom app".
pub static FEISHU_APP: Dialect = Dialect::like(&TENANT, "feishu-app", Evidence::Documented)
    .with_quirks("the company's token is beside the app's; the lifetime is in expire; code 0 means success")
    .detected_by(&["app_access_token"])
    .related(&[Place::like(&TENANT)])
    .access_token(paths!["app_access_token"]);

/// `feishu-user-v1`: a user's token, `authen/v1`.
///
/// Older responses have the user's profile beside the token.
///
/// ```json
/// {"code":0,"msg":"success","data":{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":7140,
///  "name":"example","open_id":"example","refresh_expires_in":2591940,"refresh_token":"EXAMPLE-REFRESH"}}
/// ```
///
/// Source: open.feishu.cn, "Get user_access_token (authen/v1)"; pennersr/django-allauth
/// `tests/apps/socialaccount/providers/feishu/tests.py`.
pub static FEISHU_USER_V1: Dialect = Dialect::like(&FEISHU, "feishu-user-v1", Evidence::Tested)
    .with_quirks("an envelope; code 0 means success; refresh_expires_in")
    .envelope("data")
    .subject(paths!["open_id"])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_expires_in"])]);

/// `feishu-user-v2`: a user's token, `authen/v2/oauth/token`.
///
/// `code` is 0 beside a token. An error response has a number in `code` and the word of RFC 6749 in `error`.
///
/// ```json
/// {"code":0,"access_token":"EXAMPLE-ACCESS","expires_in":7200,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":604800,"scope":"auth:user.id:read offline_access","token_type":"Bearer"}
/// ```
///
/// Source: open.feishu.cn, "Get user_access_token", "Refresh user_access_token".
pub static FEISHU_USER_V2: Dialect = Dialect::like(&FEISHU, "feishu-user-v2", Evidence::Documented)
    .with_quirks("code 0 means success; refresh_token_expires_in")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])])
    .errors(&NUMBERS);

/// `feishu-passport`: a user's token of `passport.feishu.cn/suite/passport/oauth/token`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":7140,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_expires_in":2591940}
/// ```
///
/// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `test/…/Feishu/bundle.json`.
pub static FEISHU_PASSPORT: Dialect = Dialect::oauth2("feishu-passport", "Feishu", Evidence::Tested)
    .with_quirks("the refresh token's lifetime is in refresh_expires_in")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_expires_in"])]);

/// A company's token, which apps get beside their own.
const TENANT: Dialect = Dialect::BARE
    .by("Feishu")
    .access_token(paths!["tenant_access_token"])
    .expires_at(&[TimeRule::seconds(paths!["expire"])])
    .ok_when("code", &["0"])
    .errors(&NUMBERS);

/// The base of users' tokens: the names of RFC 6749, and a `code`.
const FEISHU: Dialect = Dialect::RFC6749.by("Feishu").ok_when("code", &["0"]).errors(&NUMBERS);

/// The Open Platform's error responses, whose codes are numbers.
const NUMBERS: ErrorShape = ErrorShape::RFC6749.remedies(&[
    ("10003", Remedy::FixRequest),
    ("10014", Remedy::FixClient),
    ("20003", Remedy::Reauthenticate),
    ("20004", Remedy::Reauthenticate),
    ("20026", Remedy::Reauthenticate),
    ("20037", Remedy::Reauthenticate),
    ("20050", Remedy::Retry),
]);
