//! Forms, as JSON text.

use percent_encoding::percent_decode;

use crate::wiped::{Wiped, WipedBytes};
use crate::{Error, ErrorKind, Result, Span, body::Origin, json};

/// Writes the form at a place of a text as one JSON object of strings.
pub(crate) fn to_json(text: &str, place: Span) -> Result<(Wiped, Origin)> {
    let mut object = Wiped::with_capacity(place.len().saturating_mul(2).saturating_add(16));
    let mut origin = Origin::default();
    let mut start = place.start();
    object.push("{");
    for pair in place.of(text).split('&') {
        let source = Span::new(start, start.saturating_add(pair.len()));
        start = source.end().saturating_add(1);
        if pair.is_empty() {
            continue;
        }
        if object.len() > 1 {
            object.push(",");
        }
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let from = object.len();
        for (part, behind) in [(name, ":"), (value, "")] {
            let decoded =
                decode(part).map_err(|_| Error::new(ErrorKind::NotUtf8).with_offset(source.start()))?;
            json::quote(decoded.expose(), &mut |piece| object.put(piece));
            object.push(behind);
        }
        origin.add(Span::new(from, object.len()), source);
    }
    object.push("}");
    Ok((object, origin))
}

/// A name or value, decoded by the URL standard; bytes that are no UTF-8 are an error, never replaced.
fn decode(part: &str) -> Result<Wiped, usize> {
    let mut bytes = Vec::with_capacity(part.len());
    for (index, run) in part.split('+').enumerate() {
        if index > 0 {
            bytes.push(b' ');
        }
        bytes.extend(percent_decode(run.as_bytes()));
    }
    WipedBytes::from(bytes).try_into()
}

/// Hands out a name or value, encoded by the URL standard.
pub(crate) fn encode(part: &str, out: &mut dyn FnMut(&str)) {
    form_urlencoded::byte_serialize(part.as_bytes()).for_each(out);
}
