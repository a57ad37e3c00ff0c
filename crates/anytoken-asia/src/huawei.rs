//! Huawei.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `huawei`: HUAWEI ID and Push Kit.
///
/// Slashes in the token are escaped. `error` is 1101 for nearly every cause; `sub_error` is the cause, such as 12304
/// for a wrong client secret.
///
/// ```json
/// {"sub_error":12304,"error_description":"invalid client_secret","error":1101}
/// ```
///
/// Source: developer.huawei.com, "OAuth 2.0 client credentials", "Obtaining an app-level access token".
pub static HUAWEI: Dialect = Dialect::oauth2("huawei", "Huawei", Evidence::Documented)
    .with_quirks("error responses have two numbers: error, and sub_error, which is more exact")
    .errors(
        &ErrorShape::RFC6749
            .subcode(paths!["sub_error"])
            .remedies(&[("20411", Remedy::Pending), ("12304", Remedy::FixClient)]),
    );
