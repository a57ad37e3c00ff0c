//! Alibaba's Qwen.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `qwen-code-credentials`: the file `oauth_creds.json` of Qwen Code.
///
/// `resource_url` is the host of the API, without a scheme.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","refresh_token":"EXAMPLE-REFRESH",
///  "resource_url":"api.example.com","expiry_date":1767229200000}
/// ```
///
/// Source: qwen-code 0.15.10 `cli.js`.
pub static QWEN_CODE_CREDENTIALS: Dialect =
    Dialect::oauth2("qwen-code-credentials", "Alibaba", Evidence::Recorded)
        .with_quirks(
            "a file; the expiry is in milliseconds since 1970, in expiry_date; resource_url is a host",
        )
        .detected_by(&["resource_url+expiry_date"])
        .api_url(paths!["resource_url"])
        .expires_at(&[TimeRule::epoch_milliseconds(paths!["expiry_date"])]);
