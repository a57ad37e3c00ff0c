//! Law 4: nothing is lost.

use anytoken::{Adapter, Slot, Token};

use super::{WHOLE, granted};
use crate::json::{Json, Leaves, Wire};
use crate::slots::extras;
use crate::{Response, Slots};

/// Law 4: a granted body that is written again in its format has lost nothing.
pub fn faithful(adapter: &dyn Adapter, response: &Response) {
    let id = adapter.id();
    let token = granted(adapter, response, "nothing lost (faithful): the body");
    let encoded = adapter.write(&token, response.at);
    let encoded =
        encoded.unwrap_or_else(|_| panic!("nothing lost (faithful): {id} does not write what it read"));
    let sent_as_json = response.text().is_some_and(|text| Wire::of(text) == Wire::Json);
    if encoded.content_type.contains("form") && sent_as_json && encoded.dropped == [Slot::Extras] {
        // A format whose wire is a form has no room for the JSON that it reads all the same, and says so.
        return;
    }
    assert_eq!(encoded.dropped, [], "nothing lost (faithful): {id} drops something of its own");
    let second = Response { status: response.status, ..Response::of(&encoded, response.at) };
    let again = granted(adapter, &second, "nothing lost (faithful): what is written");

    let (slots, slots_again) = (Slots::of(&token), Slots::of(&again));
    assert_eq!(slots.differences(&slots_again), [], "nothing lost (faithful): {id} reads other slots");
    let is_list = |body: Option<&str>| matches!(body.and_then(Json::of_body), Some(Json::Array(_)));
    let left = extras(&token, is_list(response.text()));
    let left_again = extras(&again, is_list(second.text()));
    let related = response.read(Some(adapter)).map(|decoded| decoded.related).unwrap_or_default();
    // What a format always sends may be added, nothing may be gone.
    let missing = beyond(&left.leaves(), &left_again.leaves());
    let added = missing.keys().filter(|(path, value)| !value.is_empty() || !path.contains('['));
    assert_eq!(added.count(), 0, "nothing lost (faithful): {id} loses extras");

    let Some(sent) = response.text().and_then(Json::of_body).filter(|_| id != WHOLE) else { return };
    let Some(mut written) = Json::of_body(encoded.body.expose()) else {
        panic!("nothing lost (faithful): {id} writes what is no tree")
    };
    if let Json::Object(members) = &mut written {
        // A header that is read as a member is one.
        let headers = encoded.headers.iter();
        members
            .extend(headers.map(|(name, text)| ((*name).to_owned(), Json::String(text.expose().to_owned()))));
    }
    let tokens: Vec<_> = std::iter::once(&token).chain(&related).map(Known::of).collect();
    let as_sent = conserved(&sent.leaves(), &written.leaves(), &left.leaves(), &tokens);
    // Only the format knows which string it unfolds; the extras have what is left of it as an object.
    let unfolded = |tree: Json| tree.unfolded().leaves();
    let conserved =
        as_sent.or_else(|_| conserved(&unfolded(sent), &unfolded(written), &unfolded(left), &tokens));
    conserved.unwrap_or_else(|what| panic!("nothing lost (faithful): {id} {what}"));
}

/// What a token is known to say.
struct Known {
    slots: Slots,
    sent_type: Option<String>,
}

impl Known {
    fn of(token: &Token) -> Self {
        Self { slots: Slots::of(token), sent_type: token.token_type().map(|kind| kind.as_sent().to_owned()) }
    }

    /// Whether a slot may have been read from a string.
    fn is_text(&self, text: &str) -> bool {
        let slots = &self.slots;
        let scopes: Vec<&str> = slots.scopes.iter().flatten().map(String::as_str).collect();
        let mut words = text
            .split(|c: char| c.is_ascii_whitespace() || ",;+".contains(c))
            .filter(|word| !word.is_empty());
        let of_scopes =
            slots.scopes.is_some() && words.all(|word| scopes.iter().any(|scope| scope.contains(word)));
        of_scopes
            || slots.secrets().chain(slots.shown()).any(|slot| slot == text)
            || self.sent_type.as_deref() == Some(text)
            || (slots.states_a_time() && is_time(text))
    }

    /// Whether a slot may have been read from a number.
    fn is_number(&self, text: &str) -> bool {
        self.slots.states_a_time() || self.slots.shown().any(|slot| slot == text)
    }
}

/// Whether a text may state an instant or a lifetime.
fn is_time(text: &str) -> bool {
    let text = text.trim();
    let begins = text.starts_with(|c: char| c.is_ascii_digit() || "+-/".contains(c));
    let of_week = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].iter().any(|day| text.starts_with(day));
    (begins || of_week) && text.contains(|c: char| c.is_ascii_digit())
}

/// Whether all that was left is written at its place, and all else was read.
fn conserved(sent: &Leaves, written: &Leaves, left: &Leaves, tokens: &[Known]) -> Result<(), String> {
    // An element that was taken leaves an empty one at its index.
    let vacant = |path: &str, value: &Json| {
        let taken = value.is_empty()
            && path.contains('[')
            && written.keys().any(|(other, _)| other.starts_with(path));
        path.is_empty() || taken
    };
    let lost = beyond(left, written);
    if let Some((path, _)) = lost.keys().find(|(path, value)| !vacant(path, value)) {
        return Err(format!("does not write an extra at its place: {}", shape(path)));
    }
    for (path, value) in beyond(sent, left).keys() {
        let read = match value {
            Json::String(text) => tokens.iter().any(|known| known.is_text(text)),
            Json::Number(text) => tokens.iter().any(|known| known.is_number(text)),
            Json::Array(elements) => {
                elements.is_empty() && tokens.iter().any(|known| known.slots.scopes.is_some())
            }
            _ => false,
        };
        if !read {
            return Err(format!("keeps a member neither as an extra nor as a slot: {}", shape(path)));
        }
    }
    Ok(())
}

/// The names of a path, of which those of a body's own are not secret but long.
fn shape(path: &str) -> String {
    path.chars().take(60).collect()
}

/// What is in one more often than in the other.
fn beyond(one: &Leaves, other: &Leaves) -> Leaves {
    let more = |(leaf, count): (&(String, Json), &usize)| {
        let rest = count.saturating_sub(other.get(leaf).copied().unwrap_or(0));
        (rest > 0).then(|| (leaf.clone(), rest))
    };
    one.iter().filter_map(more).collect()
}
