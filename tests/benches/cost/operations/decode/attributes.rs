//! One struct for all bodies, as serde's attributes make it, and a tree.

use std::collections::HashMap;
use std::hint::black_box;

use serde::Deserialize;
use serde_json::Value;
use serde_with::{As, DisplayFromStr, PickFirst, Same};

use crate::answers::{End, Made, Show};
use crate::contestants::{Contestant, Side};

#[derive(Deserialize)]
struct Flattened {
    access_token: String,
    token_type: Option<String>,
    expires_in: Option<Value>,
    refresh_token: Option<String>,
    id_token: Option<String>,
    scope: Option<String>,
    #[serde(flatten)]
    rest: HashMap<String, Value>,
}

/// Numbers that may be strings, by `PickFirst`.
#[derive(Deserialize)]
struct Picked {
    access_token: String,
    token_type: Option<String>,
    refresh_token: Option<String>,
    id_token: Option<String>,
    scope: Option<String>,
    #[serde(default, with = "As::<Option<PickFirst<(Same, DisplayFromStr)>>>")]
    expires_in: Option<i64>,
    #[serde(default, with = "As::<Option<PickFirst<(Same, DisplayFromStr)>>>")]
    expires_on: Option<i64>,
}

pub(super) fn of(body: &'static [u8]) -> Vec<Contestant> {
    vec![
        Contestant::reading("struct with flatten", Side::Others, body, flattened),
        Contestant::reading("serde_json::Value", Side::Others, body, value),
        Contestant::reading("serde_with PickFirst", Side::Others, body, picked),
    ]
}

fn flattened(body: &[u8], show: Show<'_>) -> bool {
    let Ok(read) = serde_json::from_slice::<Flattened>(body) else { return false };
    black_box((&read.token_type, &read.refresh_token, &read.id_token, &read.scope, &read.rest));
    show(Made::token(&read, &read.access_token, read.expires_in.as_ref().map_or(End::Unknown, ends)));
    true
}

fn value(body: &[u8], show: Show<'_>) -> bool {
    let Ok(read) = serde_json::from_slice::<Value>(body) else { return false };
    let Some(token) = read["access_token"].as_str() else { return false };
    show(Made::token(&read, token, ends(&read["expires_in"])));
    true
}

fn picked(body: &[u8], show: Show<'_>) -> bool {
    let Ok(read) = serde_json::from_slice::<Picked>(body) else { return false };
    black_box((&read.token_type, &read.refresh_token, &read.id_token, &read.scope, &read.expires_on));
    show(Made::token(&read, &read.access_token, read.expires_in.map_or(End::Unknown, End::In)));
    true
}

fn ends(value: &Value) -> End<'_> {
    match (value.as_i64(), value.as_str()) {
        (Some(seconds), _) => End::In(seconds),
        (None, Some(text)) => End::InText(text),
        (None, None) => End::Unknown,
    }
}
