//! The header that carries a token.

use anytoken::{Result, Secret, SecretBuf, Token};

use crate::masked::MASK;

/// Returns the line of an `Authorization` header, with the token masked unless it is revealed.
pub(crate) fn authorization(token: &Token, reveal: bool) -> Result<SecretBuf> {
    const NAME: &str = "Authorization: ";
    let value = token.authorization()?;
    let value = value.expose();
    let access_token = token.access_token().map(Secret::expose).unwrap_or_default();
    // What is before the token is the scheme: some tokens stand alone.
    let scheme = value.strip_suffix(access_token).unwrap_or_default();
    let shown = if reveal { [value, ""] } else { [scheme, MASK] };
    let mut line =
        SecretBuf::with_capacity(NAME.len().saturating_add(value.len()).saturating_add(MASK.len()));
    for piece in std::iter::once(NAME).chain(shown) {
        line.push(piece);
    }
    Ok(line)
}
