//! Bilibili.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

use crate::errcode::ERRCODE;

/// `bilibili`: the Open Platform.
///
/// `ttl` is not a lifetime, and `message` is `0` beside a token. An error response has status 200, a negative code and
/// no `data`.
///
/// ```json
/// {"code":0,"message":"0","ttl":1,"data":{"access_token":"EXAMPLE-ACCESS","expires_in":1769817600,
///  "refresh_token":"EXAMPLE-REFRESH"}}
/// ```
///
/// Source: openhome.bilibili.com, account authorization, as in casdoor/casdoor `idp/bilibili.go`;
/// SocialSisterYi/bilibili-API-collect `docs/misc/errcode.md`.
pub static BILIBILI: Dialect = Dialect::oauth2("bilibili", "Bilibili", Evidence::Unverified)
    .with_quirks("an envelope; expires_in is an epoch; code 0 means success")
    .envelope("data")
    .expires_at(&[TimeRule::epoch(paths!["expires_in"])])
    .ok_when("code", &["0"])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("-101", Remedy::Reauthenticate),
        ("-400", Remedy::FixRequest),
        ("-658", Remedy::Reauthenticate),
    ]));

/// `bilibili-minigame`: the token of a mini game.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":7200}
/// ```
///
/// Source: miniapp.bilibili.com, small games, "getAccessToken".
pub static BILIBILI_MINIGAME: Dialect =
    Dialect::oauth2("bilibili-minigame", "Bilibili", Evidence::Documented)
        .with_quirks("error responses have errcode, with status 200")
        .errors(&ERRCODE.remedies(&[("40013", Remedy::FixClient)]));
