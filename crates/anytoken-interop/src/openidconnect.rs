//! Every provider for [`openidconnect`], by the same [`Normalizing`](crate::oauth2::Normalizing), and ID tokens.
//!
//! ```
//! use anytoken_interop::oauth2::{Normalizing, to_reply};
//! use openidconnect::core::CoreTokenResponse;
//! use openidconnect::{OAuth2TokenResponse, TokenResponse};
//! use time::UtcDateTime;
//!
//! // Affinidi documents an ID token that is a number, which openidconnect could not read.
//! let at = UtcDateTime::UNIX_EPOCH;
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","id_token":0,"expires_in":3600}"#;
//! let received = anytoken::Received::new(body, at);
//! let token = anytoken::decode_as("affinidi-consumer-auth", received)?.into_token()?;
//! let reply: CoreTokenResponse = to_reply(&token, at)?;
//! assert_eq!(reply.access_token().secret(), "EXAMPLE-ACCESS");
//! assert!(reply.id_token().is_none());
//! # Ok::<(), anytoken::Failure>(())
//! ```

use anytoken::{Error, ErrorKind, Result, Slot, Token};
use openidconnect::{
    AdditionalClaims, GenderClaim, IdToken, JweContentEncryptionAlgorithm, JwsSigningAlgorithm,
};

/// The ID token, to be verified by `claims`; `None` where there is none.
///
/// # Errors
///
/// `Invalid`, where it is none that openidconnect can read.
///
/// ```
/// use anytoken_interop::openidconnect::id_token;
/// use openidconnect::core::CoreIdToken;
///
/// let token = anytoken::Token::builder("oauth2").id_token("EXAMPLE").build()?;
/// let read: anytoken::Result<Option<CoreIdToken>> = id_token(&token);
/// assert_eq!(read.err().unwrap().to_string(), "oauth2: a member cannot be read: id_token");
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
    let read = |text: &str| text.parse().map_err(|_| invalid().with_field(Slot::IdToken.as_str()));
    token.id_token().map(|secret| read(secret.expose())).transpose()
}
