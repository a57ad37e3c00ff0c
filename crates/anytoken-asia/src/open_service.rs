//! Alibaba's open service.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape};

/// The base of AliExpress and Lazada, which share a gateway: `code` is `0` or a word, and tokens make no header.
pub(crate) const OPEN_SERVICE: Dialect = Dialect::RFC6749
    .authorization(Authorization::None)
    .ok_when("code", &["\"0\""])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("InvalidCode", Remedy::Reauthenticate),
        ("IllegalRefreshToken", Remedy::Reauthenticate),
        ("IllegalAccessToken", Remedy::Reauthenticate),
        ("MissingParameter", Remedy::FixRequest),
        ("IncompleteSignature", Remedy::FixRequest),
        ("AppCallLimit", Remedy::Retry),
    ]));
