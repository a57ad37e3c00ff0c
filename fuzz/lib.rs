//! The fuzz targets: bytes into the laws of `anytoken-tests`.

use anytoken::{Adapter, REGISTRY};
use anytoken_tests::json::Json;
use anytoken_tests::response::AT;
use anytoken_tests::slots::stored;
use anytoken_tests::{Response, laws, oracles};
use time::UtcDateTime;
use time::format_description::well_known::Rfc3339;

/// A body, detected, of a response that succeeded and of one that failed, and what readers of other makes find in it.
pub fn decode(data: &[u8]) {
    std::str::from_utf8(data).into_iter().for_each(oracles::all);
    laws::all(None, &Response::new(data), seed(data));
    let refused = Response::new(data).status(400);
    laws::calm(None, &refused);
    laws::silent(None, &refused);
    laws::silent_planted(None, &refused, seed(data));
}

/// The id of a format, a line break, and a body.
pub fn decode_as(data: &[u8]) {
    let (adapter, body) = named(data);
    laws::all(Some(adapter), &Response::new(body), seed(data));
}

/// The id of a format, a line break, and a token in canonical form to be written in that format.
pub fn write(data: &[u8]) {
    let (adapter, text) = named(data);
    let Some(token) = std::str::from_utf8(text).ok().and_then(stored) else { return };
    laws::monotone(token.lifetime(), AT);
    laws::translatable(&token, adapter, AT);
    if let Ok(encoded) = adapter.write(&token, AT) {
        laws::silent_planted(Some(adapter), &Response::of(&encoded, AT), seed(data));
    }
    let own = REGISTRY.get(token.format().as_str());
    laws::kept(&token, own, AT);
    if let Some(own) = own {
        laws::settled(own, &token, AT);
    }
}

/// Lines as the command line takes them: each is a response of its own.
pub fn batch(data: &[u8]) {
    for line in data.split(|byte| *byte == b'\n').take(64) {
        let Some(line) = std::str::from_utf8(line).ok().and_then(Json::parse) else { continue };
        let text = |name| line.get(name).and_then(Json::text);
        let Some(body) = line.get("body") else { continue };
        let body = body.text().map_or_else(|| body.to_text(), str::to_owned);
        let at = text("received_at").and_then(|at| UtcDateTime::parse(at, &Rfc3339).ok()).unwrap_or(AT);
        let mut response = Response::new(body).at(at);
        if let Some(Json::Number(status)) = line.get("status") {
            response.status = status.parse().ok();
        }
        if let Some(content_type) = text("content_type") {
            response.headers.push(("content-type".to_owned(), content_type.to_owned()));
        }
        if let Some(Json::Object(headers)) = line.get("headers") {
            let headers =
                headers.iter().filter_map(|(name, value)| Some((name.clone(), value.text()?.to_owned())));
            response.headers.extend(headers);
        }
        let adapter = match text("format") {
            Some(id) => REGISTRY.get(id),
            None => None,
        };
        laws::calm(adapter, &response);
        laws::silent(adapter, &response);
        laws::silent_planted(adapter, &response, seed(data));
    }
}

/// The format that the first line names; any, by the line's bytes, where it names none.
fn named(data: &[u8]) -> (&'static dyn Adapter, &[u8]) {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let (line, rest) = data.split_at(end);
    let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    let known = std::str::from_utf8(line).ok().and_then(|id| REGISTRY.get(id));
    let adapter = known.unwrap_or_else(|| {
        let adapters: Vec<_> = REGISTRY.iter().collect();
        adapters[seed(line) as usize % adapters.len()]
    });
    (adapter, rest)
}

/// A number by the bytes (FNV-1a): the same bytes are tried the same way.
fn seed(data: &[u8]) -> u64 {
    data.iter()
        .fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}
