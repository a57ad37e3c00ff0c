//! OAuth 2.0 and its relatives, and the vendors near the standard.
//!
//! [`OAUTH2`] reads every response without a signature, as leniently as possible without guessing:
//!
//! ```
//! use anytoken_core::{Expiry, Response};
//! use anytoken_oauth::OAUTH2;
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
//! for body in [
//!     r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#,
//!     r#"{"accessToken":"EXAMPLE-ACCESS","expiresIn":"3.6e3"}"#,
//!     "access_token=EXAMPLE-ACCESS&expires=3600",
//! ] {
//!     let token = OAUTH2.decode(Response::new(body.as_bytes(), at))?.into_token()?;
//!     assert_eq!(token.validity().expires, Expiry::At(at + Duration::hours(1)));
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod catalog;
mod standard;

use anytoken_core::Adapter;

pub use catalog::*;
pub use standard::*;

/// Every adapter of this crate, by file.
pub const ADAPTERS: &[&[&dyn Adapter]] = &[
    standard::ADAPTERS,
    identity::ADAPTERS,
    server::ADAPTERS,
    enterprise::ADAPTERS,
    customer::ADAPTERS,
    gateway::ADAPTERS,
    health::ADAPTERS,
    code::ADAPTERS,
    developer::ADAPTERS,
    ai::ADAPTERS,
    cloud::ADAPTERS,
    chat::ADAPTERS,
    collaboration::ADAPTERS,
    meeting::ADAPTERS,
    storage::ADAPTERS,
    business::ADAPTERS,
    accounting::ADAPTERS,
    marketing::ADAPTERS,
    insight::ADAPTERS,
    payment::ADAPTERS,
    banking::ADAPTERS,
    shop::ADAPTERS,
    shopify::ADAPTERS,
    marketplace::ADAPTERS,
    logistics::ADAPTERS,
    social::ADAPTERS,
    tiktok::ADAPTERS,
    community::ADAPTERS,
    media::ADAPTERS,
    fitness::ADAPTERS,
    games::ADAPTERS,
    consumer::ADAPTERS,
    portal::ADAPTERS,
    device::ADAPTERS,
    home::ADAPTERS,
];
