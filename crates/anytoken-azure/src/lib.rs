//! The token formats of Microsoft Azure and Entra.
//!
//! Managed identity alone has nine of them. Each is a constant that reads like the list of its quirks:
//!
//! ```
//! use anytoken_azure::IMDS;
//! use anytoken_core::{Expiry, Response};
//! use time::UtcDateTime;
//!
//! let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_on":"1767311999","token_type":"Bearer"}"#;
//! let token = IMDS.decode(Response::new(body, at))?.into_token()?;
//! assert_eq!(token.validity().expires, Expiry::At(UtcDateTime::from_unix_timestamp(1_767_311_999)?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod app_service;
mod entra;
mod identity_token_response;
mod imds;
mod msal;
mod services;
mod tools;

use anytoken_core::Adapter;

pub use app_service::*;
pub use entra::*;
pub use identity_token_response::IdentityTokenResponse;
pub use imds::*;
pub use msal::*;
pub use services::*;
pub use tools::*;

/// Every adapter of this crate, by file.
pub const ADAPTERS: &[&[&dyn Adapter]] = &[
    app_service::ADAPTERS,
    entra::ADAPTERS,
    imds::ADAPTERS,
    msal::ADAPTERS,
    services::ADAPTERS,
    tools::ADAPTERS,
];
