//! The token formats of Amazon Web Services.
//!
//! This crate has formats of single tokens only. Most credentials of AWS are three secrets, which sign a request
//! together and make no header; they are not tokens.
//!
//! ```
//! use anytoken_aws::ECR;
//! use anytoken_core::Response;
//! use time::UtcDateTime;
//!
//! let body = br#"{"authorizationData":[{"authorizationToken":"RVhBTVBMRQ==","expiresAt":1767268800.5,
//!     "proxyEndpoint":"https://registry.example.com"}]}"#;
//! let token = ECR.decode(Response::new(body, UtcDateTime::UNIX_EPOCH))?.into_token()?;
//! assert_eq!(token.resource(), Some("https://registry.example.com"));
//! assert_eq!(token.authorization()?.expose(), "Basic RVhBTVBMRQ==");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// The rest is made by `cargo xtask update`.

mod bedrock;
mod cognito;
mod create_token_response;
mod exceptions;
mod services;
mod signin;
mod sso;
mod sts;
mod tools;

use anytoken_core::Entry;

pub use self::bedrock::*;
pub use self::cognito::*;
pub use self::create_token_response::*;
pub use self::services::*;
pub use self::signin::*;
pub use self::sso::*;
pub use self::sts::*;
pub use self::tools::*;

/// Every format of this crate.
pub const ENTRIES: &[Entry] = &[
    BEDROCK_AGENTCORE.entry(),
    CODEARTIFACT.entry(),
    COGNITO_IDENTITY.entry(),
    COGNITO_IDP.entry(),
    COGNITO_OAUTH2.entry(),
    CONNECT_FEDERATION.entry(),
    ECR.entry(),
    ECR_PUBLIC.entry(),
    EKS.entry(),
    IAM_SERVICE_CREDENTIAL.entry(),
    IVS_CHAT_TOKEN.entry(),
    MWAA_TOKEN.entry(),
    SIGNIN.entry(),
    SPARK_SESSION.entry(),
    SSO_CACHE.entry(),
    SSO_OIDC.entry(),
    STS_WEB_IDENTITY.entry(),
    WORKMAIL_IMPERSONATION.entry(),
];
