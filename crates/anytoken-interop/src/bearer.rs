//! The access token for crates that prepend `Bearer` themselves.

use anytoken::{Error, ErrorKind, Field, Result, Secret, Token};

/// The access token; `Unusable` if it is not a bearer token.
pub(crate) fn bearer(token: &Token) -> Result<Secret<'_>> {
    let unusable = || Error::new(ErrorKind::Unusable).with_format(token.format().clone());
    let value = token.authorization()?;
    if !value.expose().starts_with("Bearer ") {
        return Err(unusable().with_field(Field::TokenType.as_str()));
    }
    token.access_token().ok_or_else(unusable)
}
