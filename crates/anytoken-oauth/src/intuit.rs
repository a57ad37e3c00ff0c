//! Intuit.

use anytoken_core::dialect::{Dialect, Evidence, Special, TimeRule, paths};

/// `quickbooks`: Intuit's token endpoint, for QuickBooks Online.
///
/// Both lifetimes are perhaps strings. `realmId`, the company, is in the redirect and not in the body.
///
/// ```json
/// {"id_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":3600,"token_type":"bearer","x_refresh_token_expires_in":8726400,
///  "refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: intuit/oauth-jsclient `README.md`, `test/mocks/authResponse.json`.
pub static QUICKBOOKS: Dialect = Dialect::oauth2("quickbooks", "Intuit", Evidence::Tested)
    .with_quirks("the refresh token's lifetime is in x_refresh_token_expires_in")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["x_refresh_token_expires_in"])]);

/// `intuit-oauth-jsclient-token`: the token that Intuit's JavaScript client stores.
///
/// `expires_in` and `x_refresh_token_expires_in` are instants here, not lifetimes.
///
/// ```json
/// {"realmId":"1234567890","token_type":"bearer","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH",
///  "expires_in":1767229200000,"x_refresh_token_expires_in":1775952000000,"latency":60000}
/// ```
///
/// Source: intuit/oauth-jsclient `test/mocks/authResponse.json`, `src/access-token/Token.js`.
pub static INTUIT_OAUTH_JSCLIENT_TOKEN: Dialect =
    Dialect::oauth2("intuit-oauth-jsclient-token", "Intuit", Evidence::Tested)
        .with_quirks("both expiries are in milliseconds since 1970; 0 means unknown")
        .expires_at(&[TimeRule::epoch_milliseconds(paths!["expires_in"]).when(&[("0", Special::Unknown)])])
        .refresh_token_expires_at(&[TimeRule::epoch_milliseconds(paths!["x_refresh_token_expires_in"])
            .when(&[("0", Special::Unknown)])]);
