//! The token formats of East and Southeast Asia: platforms whose responses have envelopes, numbers for words and error
//! responses with status 200.
//!
//! [`BILIBILI`] calls an instant `expires_in`, and sends error responses with status 200:
//!
//! ```
//! use anytoken_asia::BILIBILI;
//! use anytoken_core::{Expiry, Outcome, Remedy, Response};
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
//! let body = br#"{"code":0,"message":"0","data":{"access_token":"EXAMPLE-ACCESS","expires_in":1769817600}}"#;
//! let token = BILIBILI.decode(Response::new(body, at))?.into_token()?;
//! assert_eq!(token.validity().expires, Expiry::At(at + Duration::days(30)));
//!
//! let body = br#"{"code":-400,"message":"EXAMPLE","ttl":1}"#;
//! let Outcome::ErrorResponse(error_response) = BILIBILI.decode(Response::new(body, at).with_status(200))?.outcome else {
//!     unreachable!()
//! };
//! assert_eq!(error_response.remedy(), Remedy::FixRequest);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod accounts;
mod alibaba;
mod bytedance;
mod commerce;
mod japan;
mod korea;
mod social;
mod southeast;
mod tencent;

use anytoken_core::Adapter;

pub use accounts::*;
pub use alibaba::*;
pub use bytedance::*;
pub use commerce::*;
pub use japan::*;
pub use korea::*;
pub use social::*;
pub use southeast::*;
pub use tencent::*;

/// Every adapter of this crate, by file.
pub const ADAPTERS: &[&[&dyn Adapter]] = &[
    tencent::ADAPTERS,
    alibaba::ADAPTERS,
    bytedance::ADAPTERS,
    social::ADAPTERS,
    accounts::ADAPTERS,
    commerce::ADAPTERS,
    japan::ADAPTERS,
    korea::ADAPTERS,
    southeast::ADAPTERS,
];
