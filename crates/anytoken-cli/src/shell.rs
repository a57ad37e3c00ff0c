//! A token as lines that a POSIX shell reads.

use anytoken::{Slot, Token, TokenType};
use time::format_description::well_known::Rfc3339;

use crate::buffer::Buffer;

/// Reads what stands before the name of each variable: letters, digits and `_`, and no digit first.
pub(crate) fn prefix(text: &str) -> Result<String, &'static str> {
    let of_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if text.bytes().all(of_name) && !text.starts_with(|c: char| c.is_ascii_digit()) {
        Ok(text.to_owned())
    } else {
        Err("give letters, digits and _, as in AZURE_")
    }
}

/// Appends a line of `export` for each slot that the token has, by the names of the canonical form; says which of
/// them no variable can hold.
///
/// A secret is masked unless it is to be revealed. Scopes have a blank between them.
pub(crate) fn write(token: &Token, prefix: &str, reveal: bool, into: &mut Buffer) -> Vec<Slot> {
    let mut unfit = Vec::new();
    let mut put = |slot: Slot, value: &[&str]| {
        // No variable of the environment holds the character that ends it.
        if value.iter().any(|piece| piece.contains('\0')) {
            unfit.push(slot);
        } else {
            into.push(format!("export {prefix}{}='", slot.as_str().to_uppercase()).as_bytes());
            value.iter().for_each(|piece| quote(piece, into));
            into.push(b"'\n");
        }
    };
    for (slot, secret) in [
        (Slot::AccessToken, token.access_token()),
        (Slot::RefreshToken, token.refresh_token()),
        (Slot::IdToken, token.id_token()),
    ] {
        if let Some(secret) = secret {
            put(slot, &[if reveal { secret.expose() } else { "***" }]);
        }
    }
    for (slot, text) in [
        (Slot::TokenType, token.token_type().map(TokenType::as_str)),
        (Slot::Resource, token.resource()),
        (Slot::ClientId, token.client_id()),
        (Slot::Subject, token.subject()),
    ] {
        if let Some(text) = text {
            put(slot, &[text]);
        }
    }
    if let Some(scopes) = token.scopes() {
        let blanks = std::iter::once("").chain(std::iter::repeat(" "));
        put(Slot::Scopes, &blanks.zip(scopes.iter()).flat_map(<[&str; 2]>::from).collect::<Vec<_>>());
    }
    let life = token.lifetime();
    for (slot, at) in [
        (Slot::IssuedAt, life.issued_at),
        (Slot::NotBefore, life.not_before),
        (Slot::RefreshAt, life.refresh_at),
        (Slot::Expires, life.expires.at()),
        (Slot::ExtendedExpires, life.extended_expires_at),
        (Slot::RefreshTokenExpires, life.refresh_token_expires.at()),
    ] {
        if let Some(text) = at.and_then(|at| at.format(&Rfc3339).ok()) {
            put(slot, &[&text]);
        }
    }
    unfit
}

/// Appends what stands between two `'`.
fn quote(text: &str, into: &mut Buffer) {
    for (index, piece) in text.split('\'').enumerate() {
        into.push(if index > 0 { br"'\''" } else { b"" });
        into.push(piece.as_bytes());
    }
}
