//! Tokens for the AWS SDK: its [`Token`](AwsToken), and [`ProvideToken`] for [`Renewing`].
//!
//! The SDK's own cache decides when a token is asked for again, by its end; one without an end it keeps as long as
//! it is set up to.
//!
//! ```
//! use anytoken_interop::{Renewing, Source};
//! use aws_credential_types::provider::token::SharedTokenProvider;
//!
//! let source = Source::file("token.json").received_when_modified();
//! let provider = SharedTokenProvider::new(Renewing::new(source));
//! ```

use anytoken::{Result, Token};
use aws_credential_types::Token as AwsToken;
use aws_credential_types::provider::error::TokenError;
use aws_credential_types::provider::future;
use aws_credential_types::provider::token::ProvideToken;

use crate::Renewing;
use crate::bearer::bearer;
use crate::system_time::system_time;

/// The token as the SDK has it; without an end where none is stated.
///
/// # Errors
///
/// `Unusable`, for a token that is no bearer token.
///
/// ```
/// use anytoken::Received;
/// use anytoken_interop::aws_credential_types::token;
/// use std::time::{Duration, SystemTime};
/// use time::UtcDateTime;
///
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#;
/// let granted = anytoken::decode(Received::new(body, UtcDateTime::UNIX_EPOCH))?.into_token()?;
/// let token = token(&granted)?;
/// assert_eq!(token.token(), "EXAMPLE-ACCESS");
/// assert_eq!(token.expiration(), Some(SystemTime::UNIX_EPOCH + Duration::from_secs(3600)));
/// # Ok::<(), anytoken::Failure>(())
/// ```
pub fn token(token: &Token) -> Result<AwsToken> {
    let end = token.lifetime().expires.at().and_then(system_time);
    Ok(AwsToken::new(bearer(token)?.expose(), end))
}

impl ProvideToken for Renewing {
    fn provide_token<'a>(&'a self) -> future::ProvideToken<'a>
    where
        Self: 'a,
    {
        future::ProvideToken::new(async {
            let granted = self.token(&[]).await.map_err(TokenError::provider_error)?;
            token(&granted).map_err(TokenError::provider_error)
        })
    }
}
