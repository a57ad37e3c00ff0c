//! The token formats of Google, Google Cloud and Firebase.
//!
//! The token endpoint is close to RFC 6749; the APIs around it (IAM, Firebase, the command line) have their own names,
//! and distinguish access tokens from ID tokens by them:
//!
//! ```
//! use anytoken_core::{CredentialKind, Expiry, Response};
//! use anytoken_google::FIREBASE_IDENTITY_TOOLKIT;
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
//! let body = br#"{"localId":"EXAMPLE-USER","idToken":"EXAMPLE.EXAMPLE.EXAMPLE","expiresIn":"3600"}"#;
//! let token = FIREBASE_IDENTITY_TOOLKIT.decode(Response::new(body, at))?.into_token()?;
//! assert_eq!(token.credential_kind(), CredentialKind::Id);
//! assert_eq!(token.validity().expires, Expiry::At(at + Duration::hours(1)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// The rest is made by `cargo xtask update`.

mod firebase;
mod generate_access_token_response;
mod oauth;
mod saved;
mod services;
mod tools;

use anytoken_core::Adapter;

pub use self::firebase::*;
pub use self::generate_access_token_response::*;
pub use self::oauth::*;
pub use self::saved::*;
pub use self::services::*;
pub use self::tools::*;

/// Every adapter of this crate.
pub const ADAPTERS: &[&dyn Adapter] = &[
    &ADC_AUTHORIZED_USER,
    &ADC_EXECUTABLE,
    &AGENT_IDENTITY,
    &AUTH_NODEJS,
    &AUTH_PYTHON,
    &BACKUPDR_TOKEN,
    &CES_CHAT_TOKEN,
    &CLASP_CREDENTIALS,
    &COLAB_RUNTIME,
    &DEVELOPER_CONNECT,
    &FIREBASE_APP_CHECK,
    &FIREBASE_CLI_CONFIG,
    &FIREBASE_IDENTITY_TOOLKIT,
    &FIREBASE_INSTALLATIONS,
    &FIREBASE_SECURETOKEN,
    &GCE_METADATA,
    &GCLOUD,
    &GEMINI_LIVE_AUTH_TOKEN,
    &GEMINI_MCP_TOKENS,
    &IAM_CREDENTIALS,
    &OAUTH2,
    &OAUTH2CLIENT,
    &STS,
];
