//! The token formats of software that runs in a cluster: Kubernetes, secret stores, registries, OpenStack, proxies.
//!
//! Their envelopes also contain the request, and other expiries than the token's:
//!
//! ```
//! use anytoken_cluster::VAULT;
//! use anytoken_core::{Expiry, Response};
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
//! let body = br#"{"lease_duration":0,"auth":{"client_token":"EXAMPLE-ACCESS","lease_duration":3600}}"#;
//! let token = VAULT.decode(Response::new(body, at))?.into_token()?;
//! assert_eq!(token.validity().expires, Expiry::At(at + Duration::hours(1)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod exec_credential;
mod kubernetes;
mod openstack;
mod proxies;
mod registries;
mod token_request;
mod vaults;

use anytoken_core::Adapter;

pub use exec_credential::{ExecCredential, ExecCredentialStatus};
pub use kubernetes::*;
pub use openstack::*;
pub use proxies::*;
pub use registries::*;
pub use token_request::{TokenRequest, TokenRequestStatus};
pub use vaults::*;

/// Every adapter of this crate, by file.
pub const ADAPTERS: &[&[&dyn Adapter]] =
    &[kubernetes::ADAPTERS, openstack::ADAPTERS, proxies::ADAPTERS, registries::ADAPTERS, vaults::ADAPTERS];
