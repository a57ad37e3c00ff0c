//! Law 2: nothing secret is shown.

use std::error::Error as _;

use anytoken::{Adapter, Decoded, Failure, Outcome, REGISTRY};

use super::of;
use crate::json::Json;
use crate::secrets::{WINDOW, shown_beyond};
use crate::{Response, Slots};

/// Law 2: whatever is printed shows no secret of the token that was read, nor any of a body that was not.
pub fn silent(adapter: Option<&dyn Adapter>, response: &Response) {
    let result = response.read(adapter);
    let printed = printed(&result);
    let mut allowed = skeleton();
    let mut secrets = Vec::new();
    match &result {
        Ok(decoded) => {
            let tokens: Vec<_> = match &decoded.outcome {
                Outcome::Granted(token) => std::iter::once(token).chain(&decoded.related).collect(),
                Outcome::Refused(refusal) => {
                    allowed.extend([refusal.code(), refusal.uri()].into_iter().flatten().map(str::to_owned));
                    allowed.extend(refusal.masked_description().map(|text| text.to_string()));
                    allowed.extend(refusal.extras().iter().map(|(name, _)| name.to_owned()));
                    secrets.extend(refusal.extras().iter().flat_map(|(_, extra)| values(extra.as_json())));
                    Vec::new()
                }
            };
            for token in tokens {
                let slots = Slots::of(token);
                allowed.extend(slots.shown().map(str::to_owned));
                allowed.extend(token.token_type().map(|kind| kind.as_sent().to_owned()));
                allowed.extend(token.extras().iter().map(|(name, _)| name.to_owned()));
                secrets.extend(slots.secrets().map(str::to_owned));
                secrets.extend(token.extras().iter().flat_map(|(_, extra)| values(extra.as_json())));
            }
            allowed.extend(decoded.notes.iter().map(|note| note.field.to_owned()));
        }
        Err(error) => {
            allowed.extend(error.field().map(str::to_owned));
            secrets.extend(response.text().map(values).unwrap_or_default());
        }
    }
    // What may be shown is printed with escapes, too.
    let debug: Vec<_> = allowed.iter().map(|text| format!("{text:?}")).collect();
    allowed.extend(debug);
    let may = |window: &str| {
        // Digits are those of instants; blanks and signs are those that `Debug` puts between fields.
        let plain = window.bytes().filter(u8::is_ascii_alphabetic).count() < 5;
        plain || allowed.iter().any(|text| text.contains(window))
    };
    for secret in secrets {
        // Long secrets are looked for by their beginning: the cost is a window's times the text's.
        let end = (0..=64.min(secret.len())).rev().find(|end| secret.is_char_boundary(*end)).unwrap_or(0);
        if let Some(way) = shown_beyond(&printed, &secret[..end], &may) {
            panic!("silent: a secret is shown{}, {way}", of(adapter));
        }
    }
}

/// The texts of all strings and numbers of a body; the body itself where it is no tree.
fn values(body: &str) -> Vec<String> {
    let Some(tree) = Json::of_body(body).or_else(|| Json::parse(body)) else { return vec![body.to_owned()] };
    let leaf = |((_, value), _): ((String, Json), usize)| match value {
        Json::String(text) | Json::Number(text) | Json::Lone(text) => Some(text),
        _ => None,
    };
    tree.leaves().into_iter().filter_map(leaf).collect()
}

/// Law 2 with a marker: it is in the body, and is not shown unless it is in a place that may be.
pub fn silent_about(adapter: Option<&dyn Adapter>, response: &Response, marker: &str, place: &str) {
    assert_eq!(marker.len(), 24, "a marker has 24 characters");
    let result = response.read(adapter);
    let may_show = match &result {
        Ok(decoded) => match &decoded.outcome {
            Outcome::Granted(token) => std::iter::once(token)
                .chain(&decoded.related)
                .any(|token| Slots::of(token).shown().any(|text| holds(text, marker))),
            Outcome::Refused(refusal) => {
                [refusal.code(), refusal.uri()].into_iter().flatten().any(|text| holds(text, marker))
            }
        },
        Err(_) => false,
    };
    if may_show {
        return;
    }
    if let Some(way) = shown_beyond(&printed(&result), marker, &|_| false) {
        panic!("silent: the marker in {place} is shown{}, {way}", of(adapter));
    }
}

fn holds(text: &str, marker: &str) -> bool {
    (0..=marker.len() - WINDOW).any(|at| text.contains(&marker[at..at + WINDOW]))
}

/// All that a result prints.
pub fn printed(result: &anytoken::Result<Decoded>) -> String {
    let mut out = format!("{result:?}\n{result:#?}\n");
    let mut put = |text: String| out += &(text + "\n");
    match result {
        Ok(decoded) => match &decoded.outcome {
            Outcome::Granted(token) => {
                for token in std::iter::once(token).chain(&decoded.related) {
                    put(format!("{token:?}\n{:?}\n{:?}", token.exposed(), token.redacted()));
                    put(format!("{:?}\n{:?}", token.extras(), token.credential()));
                    put(serde_json::to_string(&token.redacted()).unwrap_or_else(|error| error.to_string()));
                    put(format!("{:?}", token.authorization()));
                    let encoded = anytoken::write(token.format().as_str(), token, crate::response::AT);
                    put(format!("{encoded:?}"));
                }
            }
            Outcome::Refused(refusal) => {
                put(format!("{refusal}\n{:?}", refusal.extras()));
                let failure = Failure::from(refusal.clone());
                put(format!("{failure}\n{failure:?}\n{failure:#?}"));
                put(failure.source().map_or_else(String::new, |source| format!("{source} {source:?}")));
            }
        },
        Err(error) => {
            put(format!("{error}"));
            let mut source = error.source();
            while let Some(inner) = source {
                put(format!("{inner} {inner:?}"));
                source = inner.source();
            }
        }
    }
    out
}

/// What is printed whatever is read: names of fields and words of errors.
fn skeleton() -> Vec<String> {
    use std::sync::LazyLock;
    static SKELETON: LazyLock<Vec<String>> = LazyLock::new(|| {
        let long = "{\"access_token\":\"~\",\"refresh_token\":\"~\",\"id_token\":\"~\",\"token_type\":\"bearer\",\"expires_in\":1,\"scope\":\"~\",\"~\":1}";
        let mut texts = vec![
            printed(&Response::new(long).read(None)),
            printed(&Response::new("{\"error\":\"~\"}").status(400).read(None)),
            "refresh_token_expires_at extended_expires_at not_before issued_at never_expires subject resource".to_owned(),
            "Retry SlowDown Pending Reauthenticate FixRequest FixClient Interact Unknown EndsDiffer WrongType MinusOne \
             InstantForLifetime NoZone TokenBesideRefusal NoCode seconds kind field start end Expires AccessToken \
             RefreshToken IdToken TokenType Scopes Resource ClientId Subject IssuedAt NotBefore RefreshAt \
             ExtendedExpires RefreshTokenExpires Extras dropped headers content_type application/json \
             application/x-www-form-urlencoded"
                .to_owned(),
        ];
        for adapter in REGISTRY.iter() {
            texts.push(adapter.id().to_owned());
            // Fields of errors and notes are paths of the format.
            texts.push(format!("{adapter:?}", adapter = adapter.marks()));
        }
        for body in [
            "",
            "x",
            "<html>",
            "<a",
            "{",
            "{}",
            "[]",
            "{\"access_token\":1}",
            "{\"access_token\":\"a\",\"accessToken\":\"b\"}",
        ] {
            texts.push(printed(&Response::new(body).read(None)));
        }
        for kind in [
            "Empty NotUtf8 Compressed Html Xml Text Syntax Shape Missing Duplicate Invalid Ambiguous Limit UnknownFormat Unusable",
            "Null Bool Number String Array Object null a boolean a number a string an array an object",
        ] {
            texts.push(kind.to_owned());
        }
        texts
    });
    SKELETON.clone()
}
