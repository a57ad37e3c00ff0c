//! The envelope of ByteDance's open platforms.

use anytoken_core::dialect::{Authorization, Dialect};

/// The token is in `data`, and a `code` other than 0 makes an error response. The token does not go into an
/// `Authorization` header.
pub(crate) const ENVELOPE: Dialect =
    Dialect::RFC6749.by("TikTok").envelope("data").authorization(Authorization::None).ok_when("code", &["0"]);
