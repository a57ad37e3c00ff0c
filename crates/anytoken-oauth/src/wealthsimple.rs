//! Wealthsimple.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `wealthsimple-trade`: a login at Wealthsimple Trade.
///
/// The tokens and the expiry are in the headers `X-Access-Token`, `X-Refresh-Token` and `X-Access-Token-Expires`; the body
/// is the user.
///
/// ```json
/// {"object":"user","email":"user@example.com"}
/// ```
///
/// Source: ahmedsakr/wstrade-api issue 52.
pub static WEALTHSIMPLE_TRADE: Dialect =
    Dialect::bare("wealthsimple-trade", "Wealthsimple", Evidence::Tested)
        .with_quirks("the tokens and the expiry are in headers")
        .headers(&["x-access-token", "x-refresh-token", "x-access-token-expires"])
        .access_token(paths!["x-access-token"])
        .refresh_token(paths!["x-refresh-token"])
        .expires_at(&[TimeRule::epoch(paths!["x-access-token-expires"]).text()]);
