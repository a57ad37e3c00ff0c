//! Error responses with `message`.

use anytoken_core::dialect::{ErrorShape, paths};

/// RFC 6749's error responses, with the description in `message` if it is nowhere else.
pub(crate) const MESSAGE: ErrorShape =
    ErrorShape::RFC6749.description(paths!["error_description", "error/message", "message"]);
