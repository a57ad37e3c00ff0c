//! The exceptions of the AWS JSON protocol.

use anytoken_core::Remedy;
use anytoken_core::dialect::{ErrorShape, paths};

/// The error responses of AWS's JSON protocols, which name an exception, perhaps in a namespace.
///
/// A service may name it in a header only: then a message is all that there is.
pub(crate) const EXCEPTIONS: ErrorShape = ErrorShape::RFC6749
    .error_when(paths!["__type", "message", "Message"])
    .code(paths!["__type"])
    .code_begins_after("#")
    .remedies(&[
        ("ExpiredTokenException", Remedy::Reauthenticate),
        ("UnrecognizedClientException", Remedy::FixClient),
        ("ValidationException", Remedy::FixRequest),
        ("InvalidParameterException", Remedy::FixRequest),
        ("ThrottlingException", Remedy::Retry),
        ("TooManyRequestsException", Remedy::Retry),
        ("InternalErrorException", Remedy::Retry),
        ("InternalServerException", Remedy::Retry),
        ("ServerException", Remedy::Retry),
        ("ServiceUnavailableException", Remedy::Retry),
    ]);
