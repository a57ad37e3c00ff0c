//! A token as lines for a POSIX shell.

use anytoken::{Field, FieldKind, FieldValue, Token};

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

/// Appends a line for each field but the extras: `export` if the token has it, and else `unset`, so that nothing of the
/// token before stays. A variable is named as in the canonical form. Returns the fields that no variable can hold.
///
/// Scopes are separated by spaces.
pub(crate) fn write(token: &Token, prefix: &str, into: &mut Buffer) -> Vec<Field> {
    let mut unfit = Vec::new();
    let mut put = |field: Field, value: Option<&[&str]>| {
        let name = format!("{prefix}{}", field.as_str().to_uppercase());
        // A NUL ends a variable of the environment.
        let fit = value.filter(|pieces| pieces.iter().all(|piece| !piece.contains('\0')));
        if value.is_some() && fit.is_none() {
            unfit.push(field);
        }
        match fit {
            Some(pieces) => {
                into.push(format!("export {name}='").as_bytes());
                pieces.iter().for_each(|piece| quote(piece, into));
                into.push(b"'\n");
            }
            // Without `-v` a shell may unset a function of that name.
            None => into.push(format!("unset -v {name}\n").as_bytes()),
        }
    };
    for field in Field::ALL.iter().filter(|field| field.kind() != FieldKind::Extras) {
        match token.get(*field) {
            Some(FieldValue::Secret(secret)) => put(*field, Some(&[secret.expose()])),
            Some(FieldValue::Text(text)) => put(*field, Some(&[text])),
            Some(FieldValue::Scopes(scopes)) => {
                let separators = std::iter::once("").chain(std::iter::repeat(" "));
                put(*field, Some(&separators.zip(scopes).flat_map(<[&str; 2]>::from).collect::<Vec<_>>()));
            }
            Some(FieldValue::Time(time)) => match time.at() {
                Some(at) => put(*field, Some(&[&instant::text(at)])),
                None => put(*field, None),
            },
            _ => put(*field, None),
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
