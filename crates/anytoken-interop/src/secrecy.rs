//! Secrets as [`SecretString`].
//!
//! The other direction needs no conversion: pass `expose_secret()` where a `&str` is expected.

use anytoken::{Result, Secret, Token};
use secrecy::SecretString;

/// Copies a secret.
///
/// ```
/// use anytoken::Token;
/// use anytoken_interop::secrecy::secret;
/// use secrecy::{ExposeSecret, SecretString};
///
/// let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
/// let secret: Option<SecretString> = token.access_token().map(secret);
/// assert_eq!(secret.unwrap().expose_secret(), "EXAMPLE-ACCESS");
/// # Ok::<(), anytoken::Error>(())
/// ```
pub fn secret(secret: Secret<'_>) -> SecretString {
    SecretString::from(secret.expose())
}

/// The value of the `Authorization` header.
///
/// # Errors
///
/// Those of [`Token::authorization`].
pub fn authorization(token: &Token) -> Result<SecretString> {
    token.authorization().map(|value| SecretString::from(value.expose()))
}
