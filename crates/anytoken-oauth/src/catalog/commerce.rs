//! Shops and marketplaces.

use anytoken_core::{Adapter, Dialect, Time, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&TAOBAO_TOP];

/// `taobao-top`: `taobao.top.auth.token.create` of the Taobao Open Platform.
///
/// The token is an object inside a JSON string inside an envelope. Absolute ends are in milliseconds, beside
/// lifetimes in seconds. A refresh token whose lifetime is 0 cannot be used.
///
/// ```json
/// {"top_auth_token_create_response":{"token_result":
///  "{\"access_token\":\"EXAMPLE-ACCESS\",\"expires_in\":86400,\"expire_time\":1767312000000,\"re_expires_in\":0}"}}
/// ```
///
/// Source: public code that decodes `token_result` a second time; captured bodies with `refresh_token_valid_time`.
pub static TAOBAO_TOP: Dialect = Dialect {
    id: "taobao-top",
    vendor: "Taobao",
    quirks: "JSON in a string in an envelope; absolute ends in milliseconds; 0 ends the refresh token",
    marks: &["top_auth_token_create_response"],
    at: "top_auth_token_create_response/token_result",
    folded: "top_auth_token_create_response/token_result",
    id_token: &[],
    scope: &[],
    subject: paths!["taobao_open_uid"],
    expires: &[Time::epoch_milliseconds(paths!["expire_time"]), Time::seconds(paths!["expires_in"])],
    refresh_token_expires: &[
        Time::epoch_milliseconds(paths!["refresh_token_valid_time"]),
        Time::seconds(paths!["re_expires_in"]),
    ],
    zero_ends_refresh_token: true,
    ..Dialect::STANDARD
};
