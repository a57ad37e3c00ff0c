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

use anytoken_core::Entry;

pub use self::firebase::*;
pub use self::generate_access_token_response::*;
pub use self::oauth::*;
pub use self::saved::*;
pub use self::services::*;
pub use self::tools::*;

/// Every format of this crate.
pub const ENTRIES: &[Entry] = &[
    ADC_AUTHORIZED_USER.entry(),
    ADC_EXECUTABLE.entry(),
    AGENT_IDENTITY.entry(),
    AUTH_NODEJS.entry(),
    AUTH_PYTHON.entry(),
    BACKUPDR_TOKEN.entry(),
    CES_CHAT_TOKEN.entry(),
    CLASP_CREDENTIALS.entry(),
    COLAB_RUNTIME.entry(),
    DEVELOPER_CONNECT.entry(),
    FIREBASE_APP_CHECK.entry(),
    FIREBASE_CLI_CONFIG.entry(),
    FIREBASE_IDENTITY_TOOLKIT.entry(),
    FIREBASE_INSTALLATIONS.entry(),
    FIREBASE_SECURETOKEN.entry(),
    GCE_METADATA.entry(),
    GCLOUD.entry(),
    GEMINI_LIVE_AUTH_TOKEN.entry(),
    GEMINI_MCP_TOKENS.entry(),
    IAM_CREDENTIALS.entry(),
    OAUTH2.entry(),
    OAUTH2CLIENT.entry(),
    STS.entry(),
];
