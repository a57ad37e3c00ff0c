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

use anytoken_core::Entry;

pub use self::app_service::*;
pub use self::aspnet::*;
pub use self::entra::*;
pub use self::identity_token_response::*;
pub use self::imds::*;
pub use self::msal::*;
pub use self::playfab::*;
pub use self::services::*;
pub use self::tools::*;

/// Every format of this crate.
pub const ENTRIES: &[Entry] = &[
    ADFS.entry(),
    AKS_WORKLOAD_IDENTITY.entry(),
    APP_SERVICE.entry(),
    APP_SERVICE_2017.entry(),
    ARC.entry(),
    ASPNETCORE_IDENTITY_API.entry(),
    ASPNET_OWIN.entry(),
    AZD.entry(),
    AZURE_CLI.entry(),
    AZURE_POWERSHELL.entry(),
    B2C.entry(),
    CLOUD_SHELL.entry(),
    COMMUNICATION_IDENTITY.entry(),
    CONTAINER_REGISTRY.entry(),
    DEVOPS_OAUTH.entry(),
    DEVOPS_PAT.entry(),
    DIRECT_LINE.entry(),
    ENTRA_NATIVE_AUTH.entry(),
    ENTRA_V1.entry(),
    ENTRA_V2.entry(),
    IMDS.entry(),
    IMDS_V2.entry(),
    MANAGED_APP_LIST_TOKENS.entry(),
    MICROSOFT_ACCOUNT.entry(),
    ML.entry(),
    MSAL_ANDROID_BROKER.entry(),
    MSAL_CACHE.entry(),
    MSAL_CACHE_FILE.entry(),
    PIPELINES_OIDC.entry(),
    PLAYFAB.entry(),
    POWER_BI_EMBED_TOKEN.entry(),
    SERVICE_FABRIC.entry(),
];
