//! Other crates, by the feature `rivals`. sonic-rs takes its instructions from the target that it is compiled for.

use std::hint::black_box;

use oauth2::TokenResponse;
use oauth2::basic::{BasicErrorResponse, BasicTokenResponse};
use openidconnect::core::CoreTokenResponse;
use simd_json::prelude::ValueAsScalar;
use simd_json::prelude::ValueObjectAccess;
use sonic_rs::{JsonContainerTrait, JsonValueTrait};

use super::hand::say;
use super::shapes::{Entra, Escaped, Imds, Keycloak, Named, Plain, Refusal, Rfc6749, Slack};
use super::{Contestant, Ends, Tell};
use crate::inputs::Shape;

macro_rules! structs {
    ($struct:ident) => {
        vec![
            Contestant::of_slice("simd-json, struct", |body, tell| {
                say(simd_json::from_slice::<$struct<String>>(&mut body.to_vec()).ok(), tell)
            }),
            Contestant::of_slice("sonic-rs, struct", |body, tell| {
                say(sonic_rs::from_slice::<$struct<String>>(body).ok(), tell)
            }),
        ]
    };
}

pub(crate) fn of(shape: Shape) -> Vec<Contestant> {
    let mut all = match shape {
        Shape::Imds => structs!(Imds),
        Shape::Rfc6749 => structs!(Rfc6749),
        Shape::Entra => structs!(Entra),
        Shape::Keycloak => structs!(Keycloak),
        Shape::Slack => structs!(Slack),
        Shape::Named => structs!(Named),
        Shape::Escaped => structs!(Escaped),
        Shape::Plain => structs!(Plain),
        Shape::Refusal => structs!(Refusal),
        Shape::Form => return Vec::new(),
    };
    if shape == Shape::Refusal {
        all.push(Contestant::of_slice("oauth2 BasicErrorResponse", oauth2_error));
        return all;
    }
    all.push(Contestant::of_slice("simd-json, value", simd_json_value));
    all.push(Contestant::of_slice("sonic-rs, value", sonic_rs_value));
    all.push(Contestant::of_slice("oauth2 BasicTokenResponse", |body, tell| {
        tokens(serde_json::from_slice::<BasicTokenResponse>(body).ok(), tell)
    }));
    all.push(Contestant::of_slice("openidconnect CoreTokenResponse", |body, tell| {
        tokens(serde_json::from_slice::<CoreTokenResponse>(body).ok(), tell)
    }));
    all
}

fn tokens(read: Option<impl TokenResponse>, tell: Tell<'_>) -> bool {
    let Some(read) = read else { return false };
    black_box((read.scopes(), read.refresh_token()));
    let ends = read.expires_in().and_then(|lifetime| lifetime.as_secs().try_into().ok());
    tell(read.access_token().secret(), ends.map_or(Ends::Unstated, Ends::In));
    true
}

fn oauth2_error(body: &[u8], tell: Tell<'_>) -> bool {
    let Ok(read) = serde_json::from_slice::<BasicErrorResponse>(body) else { return false };
    black_box((read.error_description(), read.error_uri()));
    tell(read.error().as_ref(), Ends::Unstated);
    true
}

fn simd_json_value(body: &[u8], tell: Tell<'_>) -> bool {
    let Ok(read) = simd_json::to_owned_value(&mut body.to_vec()) else { return false };
    let Some(token) = read.get("access_token").and_then(|token| token.as_str()) else { return false };
    let ends = read.get("expires_in").map_or(Ends::Unstated, |ends| match (ends.as_i64(), ends.as_str()) {
        (Some(seconds), _) => Ends::In(seconds),
        (None, Some(text)) => Ends::InText(text),
        (None, None) => Ends::Unstated,
    });
    tell(token, ends);
    true
}

fn sonic_rs_value(body: &[u8], tell: Tell<'_>) -> bool {
    let Ok(read) = sonic_rs::from_slice::<sonic_rs::Value>(body) else { return false };
    let Some(object) = read.as_object() else { return false };
    let Some(token) = object.get(&"access_token").and_then(|token| token.as_str()) else { return false };
    let ends =
        object.get(&"expires_in").map_or(Ends::Unstated, |ends| match (ends.as_i64(), ends.as_str()) {
            (Some(seconds), _) => Ends::In(seconds),
            (None, Some(text)) => Ends::InText(text),
            (None, None) => Ends::Unstated,
        });
    tell(token, ends);
    true
}
