//! Tokens for the Azure SDK: [`AccessToken`], and [`TokenCredential`] for [`Refreshing`].
//!
//! ```
//! use anytoken_interop::{Refreshing, Source};
//! use azure_core::credentials::TokenCredential;
//! use std::sync::Arc;
//!
//! // Each client requests its own scopes, which become an argument of the command.
//! let source = Source::command("az", ["account", "get-access-token", "--scope", "{scopes}"]);
//! let credential: Arc<dyn TokenCredential> = Arc::new(Refreshing::new(source.with_format("azure-cli")?));
//! # Ok::<(), anytoken::Error>(())
//! ```

use anytoken::{Error, ErrorKind, Field, Result, Token};
use azure_core::credentials::{AccessToken, Secret, TokenCredential, TokenRequestOptions};

use crate::Refreshing;
use crate::bearer::bearer;

/// Converts a token.
///
/// # Errors
///
/// `Unusable` if it is not a bearer token, or if it never expires or its expiry is unknown: the SDK needs an instant,
/// and this function does not invent one.
///
/// ```
/// use anytoken::Response;
/// use anytoken_interop::azure_core::access_token;
/// use time::{Duration, UtcDateTime};
///
/// let at = UtcDateTime::UNIX_EPOCH;
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","token_type":"Bearer"}"#;
/// let token = anytoken::decode_as("azure-imds", Response::new(body, at))?.into_token()?;
/// let access_token = access_token(&token)?;
/// assert_eq!(access_token.token.secret(), "EXAMPLE-ACCESS");
/// assert_eq!(access_token.expires_on, at + Duration::hours(1));
/// # Ok::<(), anytoken::TokenError>(())
/// ```
pub fn access_token(token: &Token) -> Result<AccessToken> {
    let secret = Secret::new(bearer(token)?.expose().to_owned());
    let no_expiry = || Error::new(ErrorKind::Unusable).with_format(token.format().clone());
    let expiry = token.validity().expires.at();
    let expiry = expiry.ok_or_else(|| no_expiry().with_field(Field::Expires.as_str()))?;
    Ok(AccessToken::new(secret, expiry.into()))
}

#[async_trait::async_trait]
impl TokenCredential for Refreshing {
    async fn get_token(
        &self,
        scopes: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        let credential = azure_core::error::ErrorKind::Credential;
        let token =
            self.token(scopes).await.map_err(|error| azure_core::Error::new(credential.clone(), error))?;
        access_token(&token).map_err(|error| azure_core::Error::new(credential, error))
    }
}
