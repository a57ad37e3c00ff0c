//! bKash.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `bkash`: the grant of a token at bKash's tokenized checkout.
///
/// The access token is in `id_token`. `statusCode` is `0000`, or the code of an error response; older versions do not
/// send it.
///
/// ```json
/// {"statusCode":"0000","statusMessage":"Successful","id_token":"EXAMPLE-ACCESS","token_type":"Bearer",
///  "expires_in":3600,"refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: karim-007/laravel-bkash-tokenize issue 7, and the documents of public clients.
pub static BKASH: Dialect = Dialect::oauth2("bkash", "bKash", Evidence::Tested)
    .with_quirks("the access token is in id_token; statusCode 0000 means success")
    .access_token(paths!["id_token"])
    .id_token(paths![])
    .ok_when("statusCode", &["\"0000\""])
    .errors(&ErrorShape::RFC6749.description(paths!["statusMessage"]));
