//! Tokens for the AWS SDK: its [`Token`](AwsToken), and [`ProvideToken`] for [`Refreshing`].
//!
//! The SDK caches a token until its expiry, and a token without an expiry for as long as it is configured to.
//!
//! ```
//! use anytoken_interop::{Refreshing, Source};
//! use aws_credential_types::provider::token::SharedTokenProvider;
//!
//! let source = Source::file("token.json").received_when_modified();
//! let provider = SharedTokenProvider::new(Refreshing::new(source));
//! ```

use anytoken::{Result, Token};
use aws_credential_types::Token as AwsToken;
use aws_credential_types::provider::error::TokenError;
use aws_credential_types::provider::future;
use aws_credential_types::provider::token::ProvideToken;

use crate::Refreshing;
use crate::bearer::bearer;
use crate::system_time::system_time;

/// Converts a token. If it never expires or its expiry is unknown, the result has no expiry.
///
/// # Errors
///
/// `Unusable` if it is not a bearer token.
///
/// ```
/// use anytoken::Response;
/// use anytoken_interop::aws_credential_types::token;
/// use std::time::{Duration, SystemTime};
/// use time::UtcDateTime;
///
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#;
/// let decoded = anytoken::decode(Response::new(body, UtcDateTime::UNIX_EPOCH))?.into_token()?;
/// let token = token(&decoded)?;
/// assert_eq!(token.token(), "EXAMPLE-ACCESS");
/// assert_eq!(token.expiration(), Some(SystemTime::UNIX_EPOCH + Duration::from_secs(3600)));
/// # Ok::<(), anytoken::TokenError>(())
/// ```
pub fn token(token: &Token) -> Result<AwsToken> {
    let expiry = token.validity().expires.at().and_then(system_time);
    Ok(AwsToken::new(bearer(token)?.expose(), expiry))
}

impl ProvideToken for Refreshing {
    fn provide_token<'a>(&'a self) -> future::ProvideToken<'a>
    where
        Self: 'a,
    {
        future::ProvideToken::new(async {
            let source_token = self.token(&[]).await.map_err(TokenError::provider_error)?;
            token(&source_token).map_err(TokenError::provider_error)
        })
    }
}
