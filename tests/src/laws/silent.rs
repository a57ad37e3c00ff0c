//! Law 2: no output shows a secret.

use std::fmt::Debug;

use anytoken::{Adapter, Decoded, ErrorKind, Extra, Extras, Outcome, TokenError, registry};

use super::of;
use crate::json::{Json, quoted};
use crate::planted::planted;
use crate::secrets::{Printed, is_bearer_char, is_mixed, is_token_char, marker, may_be_secret};
use crate::{Fields, Recorded};

/// Law 2: no output shows a secret of the token, or of a body that does not decode.
pub fn silent(adapter: Option<&dyn Adapter>, response: &Recorded) {
    let result = response.read(adapter);
    let allowed = may_show(&result);
    let allowed = Printed::of(&allowed);
    let secrets: Vec<_> = match &result {
        Ok(decoded) => match &decoded.outcome {
            Outcome::Token(token) => {
                let tokens = std::iter::once(token).chain(&decoded.related);
                tokens.flat_map(secrets_of).collect()
            }
            Outcome::ErrorResponse(error_response) => {
                error_response.extras().iter().flat_map(secrets_of_extra).collect()
            }
        },
        Err(_) => response.text().map(values).unwrap_or_default(),
    };
    let may = |window: &str| {
        // Digits may come from instants, blanks and punctuation from the text around values.
        let plain = window.bytes().filter(u8::is_ascii_alphabetic).count() < 5;
        let word = window.trim_matches(|c: char| c.is_ascii_punctuation() || c.is_ascii_whitespace());
        let in_id = adapter.is_some_and(|adapter| adapter.id().contains(word));
        plain || in_id || allowed.holds(word) || skeleton().contains(word)
    };
    let text = printed(&result);
    let printed = Printed::of(&text);
    for secret in secrets {
        // Only the start of a long secret is searched: the cost is its length times that of the text.
        let end = (0..=64.min(secret.len())).rev().find(|end| secret.is_char_boundary(*end)).unwrap_or(0);
        if let Some(way) = printed.shows(&secret[..end], &may) {
            panic!("no secret shown (silent): a secret is shown{}, {way}", of(adapter));
        }
    }
}

/// Law 2 with a marker in every secret place of the response.
pub fn silent_planted(adapter: Option<&dyn Adapter>, response: &Recorded, seed: u64) {
    let marker = marker(seed);
    if let Some(response) = planted(adapter, response, &marker, seed) {
        silent_about(adapter, &response, &marker, "all secret places");
    }
}

/// Law 2 with a marker somewhere in the body: only text that may be shown contains it.
pub fn silent_about(adapter: Option<&dyn Adapter>, response: &Recorded, marker: &str, place: &str) {
    assert_eq!(marker.len(), 24, "a marker has 24 characters");
    let result = response.read(adapter);
    let allowed = may_show(&result);
    let allowed = Printed::of(&allowed);
    if let Some(way) = Printed::of(&printed(&result)).shows(marker, &|window| allowed.holds(window)) {
        panic!("no secret shown (silent): the marker in {place} is shown{}, {way}", of(adapter));
    }
}

/// Returns the texts of a response that may be shown: each on a line, plain, by `Debug`, and as JSON.
pub fn may_show(result: &anytoken::Result<Decoded>) -> String {
    let mut texts: Vec<String> = Vec::new();
    match result {
        Ok(decoded) => {
            let token = match &decoded.outcome {
                Outcome::Token(token) => Some(token),
                Outcome::ErrorResponse(error_response) => {
                    texts.extend(error_response.code().map(harmless_word));
                    texts.extend(
                        error_response.uri().and_then(|uri| uri.split('?').next()).map(str::to_owned),
                    );
                    texts.push(harmless(error_response.description().unwrap_or_default()));
                    texts.extend(names(error_response.extras()));
                    None
                }
            };
            for token in token.into_iter().chain(&decoded.related) {
                texts.extend(Fields::of(token).shown().map(str::to_owned));
                let words = token.token_type().into_iter().flat_map(|kind| [kind.raw(), kind.as_str()]);
                texts.extend(words.map(harmless_word));
                texts.extend(names(token.extras()));
            }
            texts.extend(decoded.notes.iter().map(|note| note.field.to_string()));
        }
        Err(error) => texts.extend([error.field(), error.hint()].into_iter().flatten().map(str::to_owned)),
    }
    texts.iter().map(|text| format!("{text}\n{text:?}\n{}\n", quoted(text))).collect()
}

/// Returns the names of extras, without those that may be a secret.
fn names(extras: Extras<'_>) -> impl Iterator<Item = String> {
    extras.iter().map(|(name, _)| name.to_owned()).filter(|name| !may_be_secret(name))
}

/// Masks the runs of 20 and more characters in a description: those of all tokens that mix letters and digits, and those of
/// bearer tokens.
fn harmless(description: &str) -> String {
    let is_cut = description.len() > 4090;
    let mixed = with_masked(description, is_cut, is_token_char, is_mixed);
    with_masked(&mixed, is_cut, is_bearer_char, |_| true)
}

/// Masks a code or a type: a sentence as a description, and in a word the runs that mix letters and digits.
fn harmless_word(text: &str) -> String {
    if text.contains(|c: char| c.is_ascii_whitespace()) {
        return harmless(text);
    }
    with_masked(text, false, is_token_char, is_mixed)
}

/// Masks the long runs of characters of a class that are secret.
fn with_masked(text: &str, is_cut: bool, is_in_run: fn(char) -> bool, is_secret: fn(&str) -> bool) -> String {
    let mut masked = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c| !is_in_run(c)).unwrap_or(rest.len());
        let run = &rest[..end];
        // The length of a run is unknown if the description was cut there.
        let is_unknown = end == rest.len() && is_cut;
        masked += if is_unknown || end >= 20 && is_secret(run) { "***" } else { run };
        let gap = rest[end..].find(is_in_run).unwrap_or(rest.len() - end);
        masked += &rest[end..end + gap];
        rest = &rest[end + gap..];
    }
    masked
}

/// Returns the secret texts of a token.
fn secrets_of(token: &anytoken::Token) -> Vec<String> {
    let mut texts: Vec<_> = Fields::of(token).secrets().map(str::to_owned).collect();
    texts.extend(token.extras().iter().flat_map(secrets_of_extra));
    texts
}

/// Returns the secret texts of an extra: its values, and names that may be a secret.
fn secrets_of_extra((name, extra): (&str, Extra<'_>)) -> Vec<String> {
    let mut texts = values(extra.expose_json());
    texts.extend(may_be_secret(name).then(|| name.to_owned()));
    texts
}

/// Returns all strings and numbers of a body, and names that may be a secret; the body itself if it cannot be parsed.
fn values(body: &str) -> Vec<String> {
    let Some(tree) = Json::of_body(body).or_else(|| Json::parse(body)) else { return vec![body.to_owned()] };
    let leaf = |((_, value), _): ((String, Json), usize)| match value {
        Json::String(text) | Json::Number(text) | Json::Lone(text) => Some(text),
        _ => None,
    };
    let mut names = tree.names();
    names.retain(|name| may_be_secret(name));
    names.extend(tree.leaves().into_iter().filter_map(leaf));
    names
}

/// Returns all output that a result can print.
pub fn printed(result: &anytoken::Result<Decoded>) -> String {
    let mut out = debug(result);
    match result {
        Ok(decoded) => match &decoded.outcome {
            Outcome::Token(token) => {
                for token in std::iter::once(token).chain(&decoded.related) {
                    out += &debug(&(token.exposed(), token.redacted(), token.credential()));
                    out += &debug(&token.extras().iter().map(|(_, extra)| extra).collect::<Vec<_>>());
                    out += &debug(&(token.authorization(), token.scopes(), token.token_type()));
                    out += &debug(&anytoken::encode(token.format().as_str(), token, crate::recorded::AT));
                    let redacted = serde_json::to_string(&token.redacted());
                    out += &redacted.unwrap_or_else(|error| error.to_string());
                }
            }
            Outcome::ErrorResponse(error_response) => {
                let token_error = TokenError::from(error_response.clone());
                out += &debug(&(error_response.extras(), &token_error));
                out += &format!(
                    "{error_response}\n{error_response:#}\n{token_error}\n{token_error:#}\n{}",
                    chain(&token_error)
                );
            }
        },
        Err(error) => {
            let token_error = TokenError::from(error.clone());
            out += &debug(&token_error);
            out += &format!("{error}\n{error:#}\n{token_error}\n{}{}", chain(error), chain(&token_error));
        }
    }
    out
}

fn debug(value: &dyn Debug) -> String {
    format!("{value:?}\n{value:#?}\n")
}

/// Prints the sources of an error.
fn chain(error: &dyn std::error::Error) -> String {
    let sources = std::iter::successors(error.source(), |source| source.source());
    sources.map(|source| format!("{source} {source:#} {source:?} {source:#?}\n")).collect()
}

/// Returns the text that is printed for any response: field names and error messages.
fn skeleton() -> &'static str {
    use std::sync::LazyLock;
    static SKELETON: LazyLock<String> = LazyLock::new(|| {
        let long = "{\"access_token\":\"~\",\"refresh_token\":\"~\",\"id_token\":\"~\",\"token_type\":\"bearer\",\"expires_in\":1,\"scope\":\"~\",\"~\":1}";
        let mut texts = vec![
            printed(&Recorded::new(long).read(None)),
            printed(&Recorded::new("{\"error\":\"~\"}").status(400).read(None)),
            "refresh_token_expires_at extended_expires_at not_before issued_at never_expires subject resource".to_owned(),
            "Retry SlowDown Pending Reauthenticate FixRequest FixClient Interact Unknown EndsDiffer WrongType MinusOne \
             InstantForLifetime NoZone ZeroDate UnitUnknown UnreadEnd TokenBesideError NoCode LongWait seconds kind field start end Expires AccessToken \
             RefreshToken IdToken TokenType Scopes Resource ClientId Subject IssuedAt NotBefore RefreshAt \
             ExtendedExpires RefreshTokenExpires Extras dropped headers content_type application/json \
             application/x-www-form-urlencoded"
                .to_owned(),
        ];
        for adapter in registry().iter() {
            texts.push(adapter.id().to_owned());
            // Errors and notes name fields by the paths of the format.
            texts.push(format!("{adapter:?}", adapter = adapter.signature()));
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
            // An error with a hint.
            "{\"sessionId\":\"EXAMPLE-1\"}",
        ] {
            texts.push(printed(&Recorded::new(body).read(None)));
        }
        let kinds = "empty not_utf8 compressed html xml form text syntax shape missing duplicate invalid ambiguous limit \
                     unknown_format unusable";
        for kind in kinds.split(' ') {
            let kind: ErrorKind = kind.parse().expect("a kind");
            texts.push(printed(&Err(kind.into())));
        }
        texts.push(
            "Null Bool Number String Array Object null a boolean a number a string an array an object"
                .to_owned(),
        );
        texts.join("\n")
    });
    &SKELETON
}
