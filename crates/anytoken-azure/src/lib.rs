//! The token formats of Microsoft Azure and Entra.
//!
//! Managed identity alone has nine of them. Each is a constant that reads like the list of its quirks:
//!
//! ```
//! use anytoken_azure::IMDS;
//! use anytoken_core::{Expiry, Received};
//! use time::UtcDateTime;
//!
//! let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_on":"1767311999","token_type":"Bearer"}"#;
//! let token = IMDS.decode(Received::new(body, at))?.into_token()?;
//! assert_eq!(token.lifetime().expires, Expiry::At(UtcDateTime::from_unix_timestamp(1_767_311_999)?));
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

pub use app_service::{APP_SERVICE, APP_SERVICE_2017, MANAGED_APP_LIST_TOKENS, SERVICE_FABRIC};
pub use entra::{ADFS, AKS_WORKLOAD_IDENTITY, B2C, ENTRA_V1, ENTRA_V2, MICROSOFT_ACCOUNT};
pub use identity_token_response::IdentityTokenResponse;
pub use imds::{ARC, CLOUD_SHELL, IMDS, IMDS_V2, ML};
pub use msal::{MSAL_ANDROID_BROKER, MSAL_CACHE, MsalCache};
pub use services::{CONTAINER_REGISTRY, DEVOPS_OAUTH, POWER_BI_EMBED_TOKEN};
pub use tools::{AZD, AZURE_CLI};

/// Every adapter of the family.
pub const ADAPTERS: &[&dyn Adapter] = &[
    &IMDS,
    &IMDS_V2,
    &ARC,
    &CLOUD_SHELL,
    &ML,
    &APP_SERVICE,
    &APP_SERVICE_2017,
    &SERVICE_FABRIC,
    &MANAGED_APP_LIST_TOKENS,
    &ENTRA_V1,
    &ENTRA_V2,
    &AKS_WORKLOAD_IDENTITY,
    &B2C,
    &MICROSOFT_ACCOUNT,
    &ADFS,
    &AZURE_CLI,
    &AZD,
    &MSAL_CACHE,
    &MSAL_ANDROID_BROKER,
    &CONTAINER_REGISTRY,
    &POWER_BI_EMBED_TOKEN,
    &DEVOPS_OAUTH,
];
