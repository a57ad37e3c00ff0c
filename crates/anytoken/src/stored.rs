//! Tokens as fields of your own serde types: `#[serde(with = "anytoken::stored")]`.
//!
//! The field serializes with its secrets, as a [`StoredToken`] does.
//!
//! ```
//! use anytoken::Token;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Session {
//!     user: String,
//!     #[serde(with = "anytoken::stored")]
//!     token: Token,
//! }
//!
//! let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
//! let json = serde_json::to_string(&Session { user: "u-1".to_owned(), token: token.clone() })?;
//! let session: Session = serde_json::from_str(&json)?;
//! assert_eq!(session.token, token);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{StoredToken, Token};

/// Serializes a token with its secrets.
///
/// # Errors
///
/// That of the serializer.
pub fn serialize<S: Serializer>(token: &Token, serializer: S) -> Result<S::Ok, S::Error> {
    token.exposed().serialize(serializer)
}

/// Deserializes a token from its canonical form.
///
/// # Errors
///
/// That of the deserializer, and what is wrong with the canonical form; no value is in it.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Token, D::Error> {
    StoredToken::deserialize(deserializer).map(StoredToken::into_token)
}
