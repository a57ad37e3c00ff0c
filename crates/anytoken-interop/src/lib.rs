//! Conversions between [`anytoken`] and the crates that use tokens.
//!
//! Each crate has a feature of its name. None is on by default, and `anytoken` itself depends on none of these crates.
//!
//! | feature | what it adds |
//! | --- | --- |
//! | `oauth2` | an HTTP client that makes every provider's responses follow RFC 6749; tokens to and from `TokenResponse` |
//! | `openidconnect` | that client for `CoreClient`; ID tokens, to be verified |
//! | `azure_core` | `AccessToken`, `TokenCredential` |
//! | `google-cloud-auth` | `CredentialsProvider` |
//! | `aws-credential-types` | `ProvideToken` |
//! | `object_store` | `CredentialProvider` for Azure and Google Cloud |
//! | `source` | tokens from a file, an environment variable or a command, cached until they are due for a refresh; the four above build on it |
//! | `http` | responses to decode, also from reqwest; the `Authorization` header |
//! | `secrecy` | `SecretString` |
//! | `chrono`, `jiff` | instants and durations |
//! | `serde` | fields of your own structs |
//!
//! This crate wipes every secret that it holds, and shows none in `Debug` or an error. A secret handed to another crate
//! is wiped only if that crate does so.
//!
//! ```
//! # #[cfg(feature = "http")] {
//! use time::UtcDateTime;
//!
//! let response = http::Response::new(r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","token_type":"Bearer"}"#);
//! let response = anytoken_interop::http::response(&response, UtcDateTime::UNIX_EPOCH);
//! let token = anytoken::decode_as("azure-imds", response)?.into_token()?;
//! let header = anytoken_interop::http::authorization(&token)?;
//! assert_eq!(header, "Bearer EXAMPLE-ACCESS");
//! assert!(header.is_sensitive());
//! # }
//! # Ok::<(), anytoken::TokenError>(())
//! ```

#[cfg(feature = "aws-credential-types")]
pub mod aws_credential_types;
#[cfg(feature = "azure_core")]
pub mod azure_core;
#[cfg(any(
    feature = "aws-credential-types",
    feature = "azure_core",
    feature = "google-cloud-auth",
    feature = "object_store"
))]
mod bearer;
#[cfg(feature = "chrono")]
pub mod chrono;
#[cfg(any(feature = "oauth2", feature = "source"))]
mod clock;
#[cfg(feature = "google-cloud-auth")]
pub mod google_cloud_auth;
#[cfg(feature = "http")]
pub mod http;
#[cfg(feature = "jiff")]
pub mod jiff;
#[cfg(feature = "oauth2")]
pub mod oauth2;
#[cfg(feature = "object_store")]
pub mod object_store;
#[cfg(feature = "openidconnect")]
pub mod openidconnect;
#[cfg(feature = "secrecy")]
pub mod secrecy;
#[cfg(feature = "serde")]
pub mod serde;
#[cfg(feature = "source")]
mod source;
#[cfg(any(feature = "serde", feature = "source"))]
mod system_time;

#[cfg(feature = "source")]
pub use crate::source::{Refreshing, Source, SourceError};
