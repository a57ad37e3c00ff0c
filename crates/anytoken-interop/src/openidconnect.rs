//! Every provider for [`openidconnect`], through [`Normalizing`](crate::oauth2::Normalizing), and ID tokens.
//!
//! ```
//! use anytoken_interop::oauth2::{Normalizing, to_response};
//! use openidconnect::core::CoreTokenResponse;
//! use openidconnect::{OAuth2TokenResponse, TokenResponse};
//! use time::UtcDateTime;
//!
//! // Affinidi documents an ID token that is a number; openidconnect alone would reject it.
//! let at = UtcDateTime::UNIX_EPOCH;
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","id_token":0,"expires_in":3600}"#;
//! let response = anytoken::Response::new(body, at);
//! let token = anytoken::decode_as("affinidi-consumer-auth", response)?.into_token()?;
//! let response: CoreTokenResponse = to_response(&token, at)?;
//! assert_eq!(response.access_token().secret(), "EXAMPLE-ACCESS");
//! assert!(response.id_token().is_none());
//! # Ok::<(), anytoken::TokenError>(())
//! ```

use anytoken::{Error, ErrorKind, Field, Result, Token};
use openidconnect::{
    AdditionalClaims, GenderClaim, IdToken, JweContentEncryptionAlgorithm, JwsSigningAlgorithm,
};

/// The ID token, to be verified by its `claims`; `None` if the token has none.
///
/// # Errors
///
/// `Invalid` if openidconnect cannot parse it.
///
/// ```
/// use anytoken_interop::openidconnect::id_token;
/// use openidconnect::core::CoreIdToken;
///
/// let token = anytoken::Token::builder("oauth2").id_token("EXAMPLE").build()?;
/// let read: anytoken::Result<Option<CoreIdToken>> = id_token(&token);
/// assert_eq!(read.err().unwrap().field(), Some("id_token"));
/// # Ok::<(), anytoken::Error>(())
/// ```
pub fn id_token<AC, GC, JE, JS>(token: &Token) -> Result<Option<IdToken<AC, GC, JE, JS>>>
where
    AC: AdditionalClaims,
    GC: GenderClaim,
    JE: JweContentEncryptionAlgorithm<KeyType = JS::KeyType>,
    JS: JwsSigningAlgorithm,
{
    let invalid = || Error::new(ErrorKind::Invalid).with_format(token.format().clone());
    let read = |text: &str| text.parse().map_err(|_| invalid().with_field(Field::IdToken.as_str()));
    token.id_token().map(|secret| read(secret.expose())).transpose()
}
