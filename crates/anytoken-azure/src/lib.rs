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

// The rest is made by `cargo xtask update`.

mod app_service;
mod aspnet;
mod entra;
mod identity_token_response;
mod imds;
mod msal;
mod playfab;
mod services;
mod tools;

use anytoken_core::Adapter;

pub use self::app_service::*;
pub use self::aspnet::*;
pub use self::entra::*;
pub use self::identity_token_response::*;
pub use self::imds::*;
pub use self::msal::*;
pub use self::playfab::*;
pub use self::services::*;
pub use self::tools::*;

/// Every adapter of this crate.
pub const ADAPTERS: &[&dyn Adapter] = &[
    &ADFS,
    &AKS_WORKLOAD_IDENTITY,
    &APP_SERVICE,
    &APP_SERVICE_2017,
    &ARC,
    &ASPNETCORE_IDENTITY_API,
    &ASPNET_OWIN,
    &AZD,
    &AZURE_CLI,
    &AZURE_POWERSHELL,
    &B2C,
    &CLOUD_SHELL,
    &COMMUNICATION_IDENTITY,
    &CONTAINER_REGISTRY,
    &DEVOPS_OAUTH,
    &DEVOPS_PAT,
    &DIRECT_LINE,
    &ENTRA_NATIVE_AUTH,
    &ENTRA_V1,
    &ENTRA_V2,
    &IMDS,
    &IMDS_V2,
    &MANAGED_APP_LIST_TOKENS,
    &MICROSOFT_ACCOUNT,
    &ML,
    &MSAL_ANDROID_BROKER,
    &MSAL_CACHE,
    &MSAL_CACHE_FILE,
    &PIPELINES_OIDC,
    &PLAYFAB,
    &POWER_BI_EMBED_TOKEN,
    &SERVICE_FABRIC,
];
