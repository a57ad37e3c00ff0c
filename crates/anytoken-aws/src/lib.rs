//! The token formats of Amazon Web Services.
//!
//! This crate has formats of single tokens only. Most credentials of AWS are three secrets, which sign a request
//! together and make no header; they are not tokens.
//!
//! ```
//! use anytoken_aws::ECR;
//! use anytoken_core::Response;
//! use time::UtcDateTime;
//!
//! let body = br#"{"authorizationData":[{"authorizationToken":"RVhBTVBMRQ==","expiresAt":1767268800.5,
//!     "proxyEndpoint":"https://registry.example.com"}]}"#;
//! let token = ECR.decode(Response::new(body, UtcDateTime::UNIX_EPOCH))?.into_token()?;
//! assert_eq!(token.resource(), Some("https://registry.example.com"));
//! assert_eq!(token.authorization()?.expose(), "Basic RVhBTVBMRQ==");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod cognito;
mod create_token_response;
mod services;
mod sso;
mod tools;

use anytoken_core::dialect::{ErrorShape, paths};
use anytoken_core::{Adapter, Remedy};

pub use cognito::*;
pub use create_token_response::CreateTokenResponse;
pub use services::*;
pub use sso::*;
pub use tools::*;

/// Every adapter of this crate, by file.
pub const ADAPTERS: &[&[&dyn Adapter]] =
    &[cognito::ADAPTERS, services::ADAPTERS, sso::ADAPTERS, tools::ADAPTERS];

/// The error responses of AWS's JSON protocols, which name an exception, perhaps in a namespace.
///
/// A service may name it in a header only: then a message is all that there is.
const EXCEPTIONS: ErrorShape = ErrorShape {
    signs: paths!["__type", "message", "Message"],
    code: paths!["__type"],
    description: paths!["message", "Message"],
    remedies: &[
        ("ExpiredTokenException", Remedy::Reauthenticate),
        ("UnrecognizedClientException", Remedy::FixClient),
        ("ValidationException", Remedy::FixRequest),
        ("InvalidParameterException", Remedy::FixRequest),
        ("ThrottlingException", Remedy::Retry),
        ("InternalServerException", Remedy::Retry),
        ("ServerException", Remedy::Retry),
        ("ServiceUnavailableException", Remedy::Retry),
    ],
    ..ErrorShape::STANDARD
};
