//! Errors with a message beside the code.

use anytoken_core::dialect::{ErrorShape, paths};

/// Error responses of an API that says what is wrong in `message`.
pub(crate) const MESSAGE: ErrorShape =
    ErrorShape::RFC6749.description(paths!["error_description", "error/message", "message"]);
