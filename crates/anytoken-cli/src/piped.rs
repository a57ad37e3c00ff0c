//! Answers of `normalize` as input: a pipe from one command into another.

use anytoken::{Decoded, Error, ErrorKind, Outcome, Result, StoredToken, Token};

use crate::input::without_mark;
use crate::members;

/// Decodes the token of an answer, or a token in canonical form; `None` for anything else.
///
/// The error response of an answer is decoded like any other.
pub(crate) fn decode(body: &[u8]) -> Option<Result<Decoded>> {
    let text = std::str::from_utf8(without_mark(body)).ok()?;
    // Nearly all other bodies end here.
    if !text.contains("\"v\"") {
        return None;
    }
    let [outcome, token, related, format, v] =
        members::named(text, ["outcome", "token", "related", "format", "v"])?;
    match (outcome, token, format, v) {
        (Some("\"token\""), Some(token), ..) => Some(tokens(token, related)),
        (None, _, Some(_), Some(_)) => Some(tokens(text, None)),
        _ => None,
    }
}

/// Decodes a token, and the list of related ones.
fn tokens(primary: &str, related: Option<&str>) -> Result<Decoded> {
    let mut decoded = Decoded::new(Outcome::Token(token(primary)?));
    let mut rest = Vec::new();
    if related.is_some_and(|list| !members::elements(list, |element| rest.push(token(element)))) {
        return Err(Error::new(ErrorKind::Invalid).with_field("related"));
    }
    decoded.related = rest.into_iter().collect::<Result<_>>()?;
    Ok(decoded)
}

fn token(text: &str) -> Result<Token> {
    let stored = StoredToken::from_json(text).map_err(|error| match error.field() {
        // Only the error of a masked token has a field.
        Some(_) => ErrorKind::Unusable.into(),
        None => error,
    })?;
    Ok(stored.into_token())
}
