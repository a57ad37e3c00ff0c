//! One struct for all bodies, as serde's attributes make it, and a tree.

use std::collections::HashMap;
use std::hint::black_box;

use serde::Deserialize;
use serde_json::Value;
use serde_with::{DisplayFromStr, PickFirst, serde_as};

use super::{Contestant, Ends, Tell};

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
#[serde_as]
#[derive(Deserialize)]
struct Picked {
    access_token: String,
    token_type: Option<String>,
    refresh_token: Option<String>,
    id_token: Option<String>,
    scope: Option<String>,
    #[serde_as(as = "Option<PickFirst<(_, DisplayFromStr)>>")]
    #[serde(default)]
    expires_in: Option<i64>,
    #[serde_as(as = "Option<PickFirst<(_, DisplayFromStr)>>")]
    #[serde(default)]
    expires_on: Option<i64>,
}

pub(crate) fn all() -> Vec<Contestant> {
    vec![
        Contestant::of_slice("struct with flatten", flattened),
        Contestant::of_slice("serde_json::Value", value),
        Contestant::of_slice("serde_with PickFirst", picked),
    ]
}

fn flattened(body: &[u8], tell: Tell<'_>) -> bool {
    let Ok(read) = serde_json::from_slice::<Flattened>(body) else { return false };
    black_box((&read.token_type, &read.refresh_token, &read.id_token, &read.scope, &read.rest));
    tell(&read.access_token, read.expires_in.as_ref().map_or(Ends::Unstated, ends));
    true
}

fn value(body: &[u8], tell: Tell<'_>) -> bool {
    let Ok(read) = serde_json::from_slice::<Value>(body) else { return false };
    let Some(token) = read["access_token"].as_str() else { return false };
    tell(token, ends(&read["expires_in"]));
    true
}

fn picked(body: &[u8], tell: Tell<'_>) -> bool {
    let Ok(read) = serde_json::from_slice::<Picked>(body) else { return false };
    black_box((&read.token_type, &read.refresh_token, &read.id_token, &read.scope, &read.expires_on));
    tell(&read.access_token, read.expires_in.map_or(Ends::Unstated, Ends::In));
    true
}

fn ends(value: &Value) -> Ends<'_> {
    match (value.as_i64(), value.as_str()) {
        (Some(seconds), _) => Ends::In(seconds),
        (None, Some(text)) => Ends::InText(text),
        (None, None) => Ends::Unstated,
    }
}
