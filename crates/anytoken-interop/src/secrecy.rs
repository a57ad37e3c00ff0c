//! Secrets as [`SecretString`].
//!
//! The other way needs no joint: whatever takes a token as `&str` takes `expose_secret()`.

use anytoken::{Result, Secret, Token};
use secrecy::SecretString;

/// The text of a token, in memory of its own.
///
/// ```
/// use anytoken::Token;
/// use anytoken_interop::secrecy::secret_string;
/// use secrecy::{ExposeSecret, SecretString};
///
/// let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
/// let secret: Option<SecretString> = token.access_token().map(secret_string);
/// assert_eq!(secret.unwrap().expose_secret(), "EXAMPLE-ACCESS");
/// # Ok::<(), anytoken::Error>(())
/// ```
pub fn secret_string(secret: Secret<'_>) -> SecretString {
    SecretString::from(secret.expose())
}

/// The value of an `Authorization` header.
///
/// # Errors
///
/// Those of [`Token::authorization`].
pub fn authorization(token: &Token) -> Result<SecretString> {
    token.authorization().map(|value| SecretString::from(value.expose()))
}
