//! Joints between [`anytoken`] and the crates that tokens are used with.
//!
//! Each joint is a feature of the name of the crate that it joins; none is on by itself, and nothing of them is in
//! the dependencies of `anytoken`.
//!
//! | feature | what it joins |
//! | --- | --- |
//! | `oauth2` | an HTTP client that has every provider answer as RFC 6749 has it; tokens as `TokenResponse`, both ways |
//! | `openidconnect` | the same for `CoreClient`; ID tokens, to be verified |
//! | `azure_core` | `AccessToken`, `TokenCredential` |
//! | `google-cloud-auth` | `CredentialsProvider` |
//! | `aws-credential-types` | `ProvideToken` |
//! | `object_store` | `CredentialProvider` for Azure and Google Cloud |
//! | `source` | tokens of a file, a variable of the environment, a command: what the four above stand on |
//! | `http` | responses to be decoded, the `Authorization` header |
//! | `secrecy` | `SecretString` |
//! | `chrono`, `jiff` | instants and durations |
//! | `serde` | fields of a struct of one's own |
//!
//! What a joint hands to another crate is wiped as far as that crate wipes it. What the joints themselves hold is
//! wiped, and in no `Debug` and no error.
//!
//! ```
//! # #[cfg(feature = "http")] {
//! use time::UtcDateTime;
//!
//! let response = http::Response::new(r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","token_type":"Bearer"}"#);
//! let received = anytoken_interop::http::received(&response, UtcDateTime::UNIX_EPOCH);
//! let token = anytoken::decode_as("azure-imds", received)?.into_token()?;
//! let header = anytoken_interop::http::authorization(&token)?;
//! assert_eq!(header, "Bearer EXAMPLE-ACCESS");
//! assert!(header.is_sensitive());
//! # }
//! # Ok::<(), anytoken::Failure>(())
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
pub use crate::source::{Renewing, Source, SourceError};
