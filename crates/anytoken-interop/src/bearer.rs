//! A token for those who put `Bearer` before it themselves.

use anytoken::{Error, ErrorKind, Result, Secret, Slot, Token};

/// The access token.
///
/// `Unusable` where it is used in another way.
pub(crate) fn bearer(token: &Token) -> Result<Secret<'_>> {
    let unusable = || Error::new(ErrorKind::Unusable).with_format(token.format().clone());
    let value = token.authorization()?;
    if !value.expose().starts_with("Bearer ") {
        return Err(unusable().with_field(Slot::TokenType.as_str()));
    }
    token.access_token().ok_or_else(unusable)
}
