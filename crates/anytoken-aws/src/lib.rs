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

use anytoken_core::Adapter;

pub use self::bedrock::*;
pub use self::cognito::*;
pub use self::create_token_response::*;
pub use self::services::*;
pub use self::signin::*;
pub use self::sso::*;
pub use self::sts::*;
pub use self::tools::*;

/// Every adapter of this crate.
pub const ADAPTERS: &[&dyn Adapter] = &[
    &BEDROCK_AGENTCORE,
    &CODEARTIFACT,
    &COGNITO_IDENTITY,
    &COGNITO_IDP,
    &COGNITO_OAUTH2,
    &CONNECT_FEDERATION,
    &ECR,
    &ECR_PUBLIC,
    &EKS,
    &IAM_SERVICE_CREDENTIAL,
    &IVS_CHAT_TOKEN,
    &MWAA_TOKEN,
    &SIGNIN,
    &SPARK_SESSION,
    &SSO_CACHE,
    &SSO_OIDC,
    &STS_WEB_IDENTITY,
    &WORKMAIL_IMPERSONATION,
];
