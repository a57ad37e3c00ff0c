//! Error responses with a number in `errcode`.

use anytoken_core::dialect::{ErrorShape, paths};

/// Error responses with `errcode` and `errmsg`, mostly with status 200.
pub(crate) const ERRCODE: ErrorShape = ErrorShape::RFC6749.error_when(paths!["errcode"]);
