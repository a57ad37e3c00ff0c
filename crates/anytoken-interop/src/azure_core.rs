//! Tokens for the Azure SDK: [`AccessToken`], and [`TokenCredential`] for [`Renewing`].
//!
//! ```
//! use anytoken_interop::{Renewing, Source};
//! use azure_core::credentials::TokenCredential;
//! use std::sync::Arc;
//!
//! // Each client asks for scopes of its own, and the command is told them.
//! let source = Source::command("az", ["account", "get-access-token", "--scope", "{scopes}"]);
//! let credential: Arc<dyn TokenCredential> = Arc::new(Renewing::new(source.with_format("azure-cli")?));
//! # Ok::<(), anytoken::Error>(())
//! ```

use anytoken::{Error, ErrorKind, Result, Slot, Token};
use azure_core::credentials::{AccessToken, Secret, TokenCredential, TokenRequestOptions};

use crate::Renewing;
use crate::bearer::bearer;

/// The token as the SDK has it.
///
/// # Errors
///
/// `Unusable`: for a token that is no bearer token, and for one of which nobody says when it ends, or which never
/// does. The SDK needs an end, and none is invented.
///
/// ```
/// use anytoken::Received;
/// use anytoken_interop::azure_core::access_token;
/// use time::{Duration, UtcDateTime};
///
/// let at = UtcDateTime::UNIX_EPOCH;
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","token_type":"Bearer"}"#;
/// let token = anytoken::decode_as("azure-imds", Received::new(body, at))?.into_token()?;
/// let access_token = access_token(&token)?;
/// assert_eq!(access_token.token.secret(), "EXAMPLE-ACCESS");
/// assert_eq!(access_token.expires_on, at + Duration::hours(1));
/// # Ok::<(), anytoken::Failure>(())
/// ```
pub fn access_token(token: &Token) -> Result<AccessToken> {
    let secret = Secret::new(bearer(token)?.expose().to_owned());
    let no_end = || Error::new(ErrorKind::Unusable).with_format(token.format().clone());
    let end = token.lifetime().expires.at();
    let end = end.ok_or_else(|| no_end().with_field(Slot::Expires.as_str()))?;
    Ok(AccessToken::new(secret, end.into()))
}

#[async_trait::async_trait]
impl TokenCredential for Renewing {
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
