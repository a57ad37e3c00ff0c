//! Law 4: nothing is lost.

use anytoken::{Adapter, Field, Token};

use super::{WHOLE, granted};
use crate::fields::extras;
use crate::json::{Json, Leaves, Wire};
use crate::{Fields, Recorded};

/// Law 4: a token that is encoded in its own format loses nothing of its body.
pub fn faithful(adapter: &dyn Adapter, response: &Recorded) {
    let id = adapter.id();
    let token = granted(adapter, response, "nothing lost (faithful): the body");
    let encoded = adapter.encode(&token, response.at);
    let encoded = encoded
        .unwrap_or_else(|_| panic!("nothing lost (faithful): {id} does not encode the token it decoded"));
    let sent_as_json = response.text().is_some_and(|text| Wire::of(text) == Wire::Json);
    if encoded.content_type.contains("form") && sent_as_json && encoded.dropped == [Field::Extras] {
        // A format that encodes forms but also decodes JSON has no room for nested extras, and says so.
        return;
    }
    if token.is_assumed() && encoded.dropped == [Field::Extras] {
        // The token moves to the top, where a member of its envelope may say something about it.
        return;
    }
    assert_eq!(encoded.dropped, [], "nothing lost (faithful): {id} drops something of its own");
    let second = Recorded { status: response.status, ..Recorded::of(&encoded, response.at) };
    let again = granted(adapter, &second, "nothing lost (faithful): the encoded body");

    let (fields, fields_again) = (Fields::of(&token), Fields::of(&again));
    assert_eq!(fields.differences(&fields_again), [], "nothing lost (faithful): {id} decodes other fields");
    // The generic reading takes the only object of a list for the top.
    let top = |body: Option<&str>| match body.and_then(Json::of_body) {
        Some(Json::Array(mut elements)) if id == "oauth2" && elements.len() == 1 => elements.pop(),
        body => body,
    };
    let is_list = |body: Option<&str>| matches!(top(body), Some(Json::Array(_)));
    let left = extras(&token, is_list(response.text()));
    let left_again = extras(&again, is_list(second.text()));
    let related = response.read(Some(adapter)).map(|decoded| decoded.related).unwrap_or_default();
    // Fixed members may be added, nothing may be lost.
    let missing = beyond(&left.leaves(), &left_again.leaves());
    let added = missing.keys().filter(|(path, value)| !value.is_empty() || !path.contains('['));
    assert_eq!(added.count(), 0, "nothing lost (faithful): {id} loses extras");

    let Some(sent) = top(response.text()).filter(|_| id != WHOLE) else { return };
    let Some(mut encoded_tree) = Json::of_body(encoded.body.expose()) else {
        panic!("nothing lost (faithful): {id} encodes a body that cannot be parsed")
    };
    if let Json::Object(members) = &mut encoded_tree {
        // A header may be decoded like a member.
        let headers = encoded.headers.iter();
        members
            .extend(headers.map(|(name, text)| ((*name).to_owned(), Json::String(text.expose().to_owned()))));
    }
    let tokens: Vec<_> = std::iter::once(&token).chain(&related).map(Known::of).collect();
    let as_sent = conserved(&sent.leaves(), &encoded_tree.leaves(), &left.leaves(), &tokens);
    // Only the format knows which string it unfolds; the extras hold the rest of it as an object.
    let unfolded = |tree: Json| tree.unfolded().leaves();
    let conserved =
        as_sent.or_else(|_| conserved(&unfolded(sent), &unfolded(encoded_tree), &unfolded(left), &tokens));
    conserved.unwrap_or_else(|what| panic!("nothing lost (faithful): {id} {what}"));
}

/// The values that a token was decoded from.
struct Known {
    fields: Fields,
    sent_type: Option<String>,
}

impl Known {
    fn of(token: &Token) -> Self {
        Self { fields: Fields::of(token), sent_type: token.token_type().map(|kind| kind.raw().to_owned()) }
    }

    /// Returns true if a field may come from this string.
    fn is_text(&self, text: &str) -> bool {
        let fields = &self.fields;
        let scopes = fields.scopes();
        let mut words = text
            .split(|c: char| c.is_ascii_whitespace() || ",;+".contains(c))
            .filter(|word| !word.is_empty());
        let of_scopes =
            scopes.is_some_and(|scopes| words.all(|word| scopes.iter().any(|scope| scope.contains(word))));
        of_scopes
            || fields.secrets().chain(fields.shown()).any(|field| field == text)
            || self.sent_type.as_deref() == Some(text)
            || (fields.states_a_time() && is_time(text))
    }

    /// Returns true if a field may come from this number.
    fn is_number(&self, text: &str) -> bool {
        self.fields.states_a_time() || self.fields.shown().any(|field| field == text)
    }
}

/// Returns true if a text may state an instant or a lifetime.
fn is_time(text: &str) -> bool {
    let text = text.trim();
    let begins = text.starts_with(|c: char| c.is_ascii_digit() || "+-/".contains(c));
    let of_week = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].iter().any(|day| text.starts_with(day));
    (begins || of_week) && text.contains(|c: char| c.is_ascii_digit())
}

/// Checks that every leftover is encoded at its place, and that every other member is in a field.
fn conserved(sent: &Leaves, encoded_tree: &Leaves, left: &Leaves, tokens: &[Known]) -> Result<(), String> {
    // A value that was decoded leaves an empty one at its index or its free name.
    let vacant = |path: &str, value: &Json| {
        let taken = value.is_empty() && encoded_tree.keys().any(|(other, _)| other.starts_with(path));
        path.is_empty() || taken
    };
    let lost = beyond(left, encoded_tree);
    if let Some((path, _)) = lost.keys().find(|(path, value)| !vacant(path, value)) {
        return Err(format!("does not encode an extra at its place: {}", shape(path)));
    }
    for (path, value) in beyond(sent, left).keys() {
        let read = match value {
            Json::String(text) => tokens.iter().any(|known| known.is_text(text)),
            Json::Number(text) => tokens.iter().any(|known| known.is_number(text)),
            Json::Array(elements) => {
                elements.is_empty() && tokens.iter().any(|known| known.fields.scopes().is_some())
            }
            _ => false,
        };
        if !read {
            return Err(format!("keeps a member neither as an extra nor as a field: {}", shape(path)));
        }
    }
    Ok(())
}

/// Shortens a path, as names in a body may be long.
fn shape(path: &str) -> String {
    path.chars().take(60).collect()
}

/// Returns the leaves that `one` has more often than `other`.
fn beyond(one: &Leaves, other: &Leaves) -> Leaves {
    let more = |(leaf, count): (&(String, Json), &usize)| {
        let rest = count.saturating_sub(other.get(leaf).copied().unwrap_or(0));
        (rest > 0).then(|| (leaf.clone(), rest))
    };
    one.iter().filter_map(more).collect()
}
