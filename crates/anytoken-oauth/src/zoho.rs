//! Zoho.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `zoho`: Zoho's accounts server.
///
/// Beside `expires_in_sec`, `expires_in` is in milliseconds; alone it is in seconds. `api_domain` is the host to call.
/// Most error responses have status 200.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","api_domain":"https://www.zohoapis.com",
///  "token_type":"Bearer","expires_in":3600}
/// ```
///
/// Source: zoho.com, "Generate Access and Refresh Tokens" of Writer's API; error responses: asciisd/zoho issue #6,
/// Weble/ZohoBooksApi issue #84, and from memory.
pub static ZOHO: Dialect = Dialect::oauth2("zoho", "Zoho", Evidence::Documented)
    .with_quirks("expires_in is in milliseconds beside expires_in_sec; error responses have status 200")
    .detected_by(&["expires_in_sec"])
    .api_url(paths!["api_domain"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in_sec", "expires_in"])])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("invalid_code", Remedy::Reauthenticate),
        ("invalid_client_secret", Remedy::FixClient),
        ("Access Denied", Remedy::Retry),
    ]));

/// `zoho-mail360`: Zoho Mail360.
///
/// ```json
/// {"status":{"code":200,"description":"success"},"data":{"access_token":"EXAMPLE-ACCESS","expires_in_sec":3600}}
/// ```
///
/// Source: zoho.com, "Generate access token" of Mail360's API; error responses as in Zoho Mail's API, from memory.
pub static ZOHO_MAIL360: Dialect = Dialect::bare("zoho-mail360", "Zoho", Evidence::Unverified)
    .with_quirks("an envelope of status and data; the lifetime is expires_in_sec")
    .envelope("data")
    .access_token(paths!["access_token"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in_sec"])])
    .ok_when("status/code", &["200"])
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["data/errorCode", "error", "error/code", "status/code"])
            .description(paths!["status/description"]),
    );
