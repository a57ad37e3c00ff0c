//! A token as `export` lines for a POSIX shell.

use anytoken::{Field, FieldValue, Token};

use crate::buffer::Buffer;
use crate::instant;

/// Parses the prefix of the variables: letters, digits and `_`, with no digit first.
pub(crate) fn prefix(text: &str) -> Result<String, &'static str> {
    let of_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if text.bytes().all(of_name) && !text.starts_with(|c: char| c.is_ascii_digit()) {
        Ok(text.to_owned())
    } else {
        Err("expected letters, digits and _, with no digit first, such as AZURE_")
    }
}

/// Appends an `export` line for each field of the token, named as in the canonical form. Returns the fields that no
/// variable can hold.
///
/// Scopes are separated by spaces.
pub(crate) fn write(token: &Token, prefix: &str, into: &mut Buffer) -> Vec<Field> {
    let mut unfit = Vec::new();
    let mut put = |field: Field, value: &[&str]| {
        // A NUL ends a variable of the environment.
        if value.iter().any(|piece| piece.contains('\0')) {
            unfit.push(field);
        } else {
            into.push(format!("export {prefix}{}='", field.as_str().to_uppercase()).as_bytes());
            value.iter().for_each(|piece| quote(piece, into));
            into.push(b"'\n");
        }
    };
    for field in Field::ALL {
        match token.get(*field) {
            Some(FieldValue::Secret(secret)) => put(*field, &[secret.expose()]),
            Some(FieldValue::Text(text)) => put(*field, &[text]),
            Some(FieldValue::Scopes(scopes)) => {
                let separators = std::iter::once("").chain(std::iter::repeat(" "));
                put(*field, &separators.zip(scopes).flat_map(<[&str; 2]>::from).collect::<Vec<_>>());
            }
            Some(FieldValue::Time(time)) => {
                if let Some(at) = time.at() {
                    put(*field, &[&instant::text(at)]);
                }
            }
            _ => {}
        }
    }
    unfit
}

/// Appends a text for use between single quotes.
fn quote(text: &str, into: &mut Buffer) {
    for (index, piece) in text.split('\'').enumerate() {
        into.push(if index > 0 { br"'\''" } else { b"" });
        into.push(piece.as_bytes());
    }
}
