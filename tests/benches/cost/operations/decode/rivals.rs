//! Other crates, by the feature `rivals`. sonic-rs takes its instructions from the target that it is compiled for.

use std::hint::black_box;

use oauth2::TokenResponse;
use oauth2::basic::{BasicErrorResponse, BasicTokenResponse};
use openidconnect::core::CoreTokenResponse;
use simd_json::prelude::ValueAsScalar;
use simd_json::prelude::ValueObjectAccess;
use sonic_rs::{JsonContainerTrait, JsonValueTrait};

use super::hand::show_struct;
use crate::answers::{End, Made, Show};
use crate::contestants::{Contestant, Side};
use crate::inputs::{Input, Shape};
use crate::structs::{
    AwsSso, Dates, Entra, ErrorResponse, Escaped, Imds, Keycloak, Kubernetes, Linked, Named, Plain, Rfc6749,
    Salesforce, Slack,
};

macro_rules! structs {
    ($input:ident, $struct:ident) => {
        vec![
            Contestant::reading("simd-json, struct", Side::Others, &$input.body, |body, show| {
                show_struct(simd_json::from_slice::<$struct<String>>(&mut body.to_vec()).ok(), show)
            }),
            Contestant::reading("sonic-rs, struct", Side::Others, &$input.body, |body, show| {
                show_struct(sonic_rs::from_slice::<$struct<String>>(body).ok(), show)
            }),
        ]
    };
}

pub(super) fn of(input: &'static Input) -> Vec<Contestant> {
    let mut all = match input.shape {
        Shape::Imds => structs!(input, Imds),
        Shape::Rfc6749 => structs!(input, Rfc6749),
        Shape::Dates => structs!(input, Dates),
        Shape::Entra => structs!(input, Entra),
        Shape::Keycloak => structs!(input, Keycloak),
        Shape::Slack => structs!(input, Slack),
        Shape::Salesforce => structs!(input, Salesforce),
        Shape::AwsSso => structs!(input, AwsSso),
        Shape::Kubernetes => structs!(input, Kubernetes),
        Shape::Linked => structs!(input, Linked),
        Shape::Named => structs!(input, Named),
        Shape::Escaped => structs!(input, Escaped),
        Shape::Plain => structs!(input, Plain),
        Shape::ErrorResponse => structs!(input, ErrorResponse),
        Shape::Form | Shape::Xml | Shape::Taobao | Shape::Wide => Vec::new(),
    };
    let other = |name, read: fn(&'static [u8], Show<'_>) -> bool| {
        Contestant::reading(name, Side::Others, &input.body, read)
    };
    if input.shape == Shape::ErrorResponse {
        all.push(other("oauth2 BasicErrorResponse", oauth2_error));
    }
    if input.shape.is_standard() {
        all.extend([
            other("simd-json, value", simd_json_value),
            other("sonic-rs, value", sonic_rs_value),
            other("oauth2 BasicTokenResponse", |body, show| {
                tokens(serde_json::from_slice::<BasicTokenResponse>(body).ok(), show)
            }),
            other("openidconnect CoreTokenResponse", |body, show| {
                tokens(serde_json::from_slice::<CoreTokenResponse>(body).ok(), show)
            }),
        ]);
    }
    all
}

fn tokens(read: Option<impl TokenResponse>, show: Show<'_>) -> bool {
    let Some(read) = read else { return false };
    black_box((read.scopes(), read.refresh_token()));
    let ends = read.expires_in().and_then(|lifetime| lifetime.as_secs().try_into().ok());
    show(Made::token(&read, read.access_token().secret(), ends.map_or(End::Unknown, End::In)));
    true
}

fn oauth2_error(body: &[u8], show: Show<'_>) -> bool {
    let Ok(read) = serde_json::from_slice::<BasicErrorResponse>(body) else { return false };
    black_box((read.error_description(), read.error_uri()));
    show(Made::token(&read, read.error().as_ref(), End::Unknown));
    true
}

fn simd_json_value(body: &[u8], show: Show<'_>) -> bool {
    let Ok(read) = simd_json::to_owned_value(&mut body.to_vec()) else { return false };
    let Some(token) = read.get("access_token").and_then(|token| token.as_str()) else { return false };
    let ends = read.get("expires_in").map_or(End::Unknown, |ends| match (ends.as_i64(), ends.as_str()) {
        (Some(seconds), _) => End::In(seconds),
        (None, Some(text)) => End::InText(text),
        (None, None) => End::Unknown,
    });
    show(Made::token(&read, token, ends));
    true
}

fn sonic_rs_value(body: &[u8], show: Show<'_>) -> bool {
    let Ok(read) = sonic_rs::from_slice::<sonic_rs::Value>(body) else { return false };
    let Some(object) = read.as_object() else { return false };
    let Some(token) = object.get(&"access_token").and_then(|token| token.as_str()) else { return false };
    let ends = object.get(&"expires_in").map_or(End::Unknown, |ends| match (ends.as_i64(), ends.as_str()) {
        (Some(seconds), _) => End::In(seconds),
        (None, Some(text)) => End::InText(text),
        (None, None) => End::Unknown,
    });
    show(Made::token(&read, token, ends));
    true
}
