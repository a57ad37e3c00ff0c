//! Kiwoom.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

use crate::korea::KOREA;

/// `kiwoom-rest`: `oauth2/token` of Kiwoom's REST API.
///
/// `expires_dt` is fourteen digits in Korea's time. An error response has status 200.
///
/// ```json
/// {"expires_dt":"20260102090000","return_msg":"EXAMPLE","token_type":"bearer","return_code":0,
///  "token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: several public clients, one of which states the zone.
pub static KIWOOM_REST: Dialect = Dialect::bare("kiwoom-rest", "Kiwoom", Evidence::Tested)
    .with_quirks(
        "the token is in token; the expiry is fourteen digits in Korea's time; return_code 0 means success",
    )
    .detected_by(&["expires_dt+return_code"])
    .access_token(paths!["token"])
    .token_type(paths!["token_type"])
    .expires_at(&[TimeRule::rfc3339(paths!["expires_dt"]).zone(KOREA)])
    .ok_when("return_code", &["0"])
    .errors(&ErrorShape::RFC6749.code(paths!["return_code"]).description(paths!["return_msg"]));
