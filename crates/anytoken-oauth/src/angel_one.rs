//! Angel One.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `angel-one-smartapi`: a login at SmartAPI.
///
/// The success flag is `status` in a login, and `success` where a token is rejected. `feedToken` is a further token.
///
/// ```json
/// {"status":true,"message":"SUCCESS","errorcode":"","data":{"jwtToken":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refreshToken":"EXAMPLE.EXAMPLE.EXAMPLE","feedToken":"EXAMPLE.EXAMPLE.EXAMPLE"}}
/// ```
///
/// Source: smartapi.angelone.in, "User"; reports of users of its clients.
pub static ANGEL_ONE_SMARTAPI: Dialect =
    Dialect::bare("angel-one-smartapi", "Angel One", Evidence::Documented)
        .with_quirks("the token is in data/jwtToken; no expiry; the error code is in errorcode or errorCode")
        .detected_by(&["data/feedToken+data/jwtToken"])
        .access_token(paths!["data/jwtToken"])
        .refresh_token(paths!["data/refreshToken"])
        .errors(&ErrorShape::RFC6749.remedies(&[
            ("AG8001", Remedy::Reauthenticate),
            ("AG8002", Remedy::Reauthenticate),
            ("AB8050", Remedy::Reauthenticate),
            ("AB8051", Remedy::Reauthenticate),
        ]));
