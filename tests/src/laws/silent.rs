//! Law 2: nothing secret is shown.

use std::fmt::Debug;

use anytoken::{Adapter, Decoded, Extra, Extras, Failure, Outcome, REGISTRY};

use super::of;
use crate::json::{Json, quoted};
use crate::planted::planted;
use crate::secrets::{Printed, marker, may_be_secret};
use crate::{Response, Slots};

/// Law 2: whatever is printed shows no secret of the token that was read, nor any of a body that was not.
pub fn silent(adapter: Option<&dyn Adapter>, response: &Response) {
    let result = response.read(adapter);
    let allowed = may_show(&result);
    let allowed = Printed::of(&allowed);
    let secrets: Vec<_> = match &result {
        Ok(decoded) => match &decoded.outcome {
            Outcome::Granted(token) => {
                let tokens = std::iter::once(token).chain(&decoded.related);
                tokens.flat_map(secrets_of).collect()
            }
            Outcome::Refused(refusal) => refusal.extras().iter().flat_map(secrets_of_extra).collect(),
        },
        Err(_) => response.text().map(values).unwrap_or_default(),
    };
    let may = |window: &str| {
        // Digits are those of instants; blanks and signs are those that are printed around words.
        let plain = window.bytes().filter(u8::is_ascii_alphabetic).count() < 5;
        let word = window.trim_matches(|c: char| c.is_ascii_punctuation() || c.is_ascii_whitespace());
        plain || allowed.holds(word) || skeleton().contains(word)
    };
    let text = printed(&result);
    let printed = Printed::of(&text);
    for secret in secrets {
        // Long secrets are looked for by their beginning: the cost is theirs times the text's.
        let end = (0..=64.min(secret.len())).rev().find(|end| secret.is_char_boundary(*end)).unwrap_or(0);
        if let Some(way) = printed.shows(&secret[..end], &may) {
            panic!("no secret shown (silent): a secret is shown{}, {way}", of(adapter));
        }
    }
}

/// Law 2 with a marker in every secret place of the response.
pub fn silent_planted(adapter: Option<&dyn Adapter>, response: &Response, seed: u64) {
    let marker = marker(seed);
    if let Some(response) = planted(adapter, response, &marker, seed) {
        silent_about(adapter, &response, &marker, "all secret places");
    }
}

/// Law 2 with a marker somewhere in the body: it is shown only as a part of what may be.
pub fn silent_about(adapter: Option<&dyn Adapter>, response: &Response, marker: &str, place: &str) {
    assert_eq!(marker.len(), 24, "a marker has 24 characters");
    let result = response.read(adapter);
    let allowed = may_show(&result);
    let allowed = Printed::of(&allowed);
    if let Some(way) = Printed::of(&printed(&result)).shows(marker, &|window| allowed.holds(window)) {
        panic!("no secret shown (silent): the marker in {place} is shown{}, {way}", of(adapter));
    }
}

/// What a result may show of its response: one text a line, plain, as `Debug` has it, and as JSON has it.
pub fn may_show(result: &anytoken::Result<Decoded>) -> String {
    let mut texts: Vec<String> = Vec::new();
    match result {
        Ok(decoded) => {
            let token = match &decoded.outcome {
                Outcome::Granted(token) => Some(token),
                Outcome::Refused(refusal) => {
                    texts.extend([refusal.code(), refusal.uri()].into_iter().flatten().map(str::to_owned));
                    texts.push(harmless(refusal.description().unwrap_or_default()));
                    texts.extend(names(refusal.extras()));
                    None
                }
            };
            for token in token.into_iter().chain(&decoded.related) {
                texts.extend(Slots::of(token).shown().map(str::to_owned));
                texts.extend(token.token_type().map(|kind| kind.as_sent().to_owned()));
                texts.extend(names(token.extras()));
            }
            texts.extend(decoded.notes.iter().map(|note| note.field.to_owned()));
        }
        Err(error) => texts.extend(error.field().map(str::to_owned)),
    }
    texts.iter().map(|text| format!("{text}\n{text:?}\n{}\n", quoted(text))).collect()
}

/// The names of extras, but for those that may be a secret.
fn names(extras: Extras<'_>) -> impl Iterator<Item = String> {
    extras.iter().map(|(name, _)| name.to_owned()).filter(|name| !may_be_secret(name))
}

/// A description without its runs of 20 and more characters that tokens are made of.
fn harmless(description: &str) -> String {
    let of_token = |c: char| c.is_ascii_alphanumeric() || "._~+/=-".contains(c);
    let mut text = String::new();
    let mut rest = description;
    while !rest.is_empty() {
        let run = rest.find(|c| !of_token(c)).unwrap_or(rest.len());
        // Where a description was cut nobody knows how long the run is.
        let cut = run == rest.len() && description.len() > 4090;
        text += if run < 20 && !cut { &rest[..run] } else { "***" };
        let gap = rest[run..].find(of_token).unwrap_or(rest.len() - run);
        text += &rest[run..run + gap];
        rest = &rest[run + gap..];
    }
    text
}

/// The texts of a token that are secret.
fn secrets_of(token: &anytoken::Token) -> Vec<String> {
    let mut texts: Vec<_> = Slots::of(token).secrets().map(str::to_owned).collect();
    texts.extend(token.extras().iter().flat_map(secrets_of_extra));
    texts
}

/// The texts of an extra that are secret: its values, and names that may be a secret.
fn secrets_of_extra((name, extra): (&str, Extra<'_>)) -> Vec<String> {
    let mut texts = values(extra.as_json());
    texts.extend(may_be_secret(name).then(|| name.to_owned()));
    texts
}

/// The texts of all strings and numbers of a body, and names that may be a secret; the body itself where it is no tree.
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

/// All that a result prints.
pub fn printed(result: &anytoken::Result<Decoded>) -> String {
    let mut out = debug(result);
    match result {
        Ok(decoded) => match &decoded.outcome {
            Outcome::Granted(token) => {
                for token in std::iter::once(token).chain(&decoded.related) {
                    out += &debug(&(token.exposed(), token.redacted(), token.credential()));
                    out += &debug(&token.extras().iter().map(|(_, extra)| extra).collect::<Vec<_>>());
                    out += &debug(&(token.authorization(), token.scopes(), token.token_type()));
                    out += &debug(&anytoken::write(token.format().as_str(), token, crate::response::AT));
                    let redacted = serde_json::to_string(&token.redacted());
                    out += &redacted.unwrap_or_else(|error| error.to_string());
                }
            }
            Outcome::Refused(refusal) => {
                let failure = Failure::from(refusal.clone());
                out += &debug(&(refusal.extras(), &failure));
                out += &format!("{refusal}\n{refusal:#}\n{failure}\n{failure:#}\n{}", chain(&failure));
            }
        },
        Err(error) => {
            let failure = Failure::from(error.clone());
            out += &debug(&failure);
            out += &format!("{error}\n{error:#}\n{failure}\n{}{}", chain(error), chain(&failure));
        }
    }
    out
}

fn debug(value: &dyn Debug) -> String {
    format!("{value:?}\n{value:#?}\n")
}

/// An error's sources, each as it is printed.
fn chain(error: &dyn std::error::Error) -> String {
    let sources = std::iter::successors(error.source(), |source| source.source());
    sources.map(|source| format!("{source} {source:#} {source:?} {source:#?}\n")).collect()
}

/// What is printed whatever is read: names of fields and words of errors.
fn skeleton() -> &'static str {
    use std::sync::LazyLock;
    static SKELETON: LazyLock<String> = LazyLock::new(|| {
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
        texts.join("\n")
    });
    &SKELETON
}
