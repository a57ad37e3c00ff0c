//! The eight laws of DESIGN.md, each a function that panics where the law is broken.
//!
//! Messages say in plain words what is broken, and name the law, the format, the slot; they hold no value of a body or
//! token.

mod faithful;
mod silent;

use anytoken::{
    Adapter, Decoded, Encoded, ErrorKind, Expiry, Lifetime, Outcome, REGISTRY, Slot, State, Token,
};
use time::{Duration, UtcDateTime};

use crate::json::{Json, Wire};
use crate::random::Random;
use crate::response::read;
use crate::slots::{canonical, stored, without_extras};
use crate::{Response, Slots, mutation};

pub use faithful::faithful;
pub use silent::{may_show, printed, silent, silent_about, silent_planted};

/// Every law that needs nothing but a response: what the fuzz targets call.
pub fn all(adapter: Option<&'static dyn Adapter>, response: &Response, seed: u64) {
    let decoded = calm(adapter, response);
    silent(adapter, response);
    silent_planted(adapter, response, seed);
    let Some(decoded) = decoded else { return };
    if let Outcome::Granted(token) = decoded.outcome {
        let own = adapter.or_else(|| REGISTRY.get(token.format().as_str()));
        let own = own.unwrap_or_else(|| panic!("same meaning (agreed): {} is no format", token.format()));
        monotone(&Slots::of(&token).lifetime, response.at);
        settled(own, &token, response.at);
        faithful(own, response);
        for token in std::iter::once(&token).chain(&decoded.related) {
            kept(token, Some(own), response.at);
        }
        agreed(own, response, seed);
        let others: Vec<_> = REGISTRY.iter().collect();
        let mut random = Random::new(seed);
        translatable(&token, *random.pick(&others), response.at);
    }
}

/// Law 1, but for the memory: no bytes make it panic, and a borrowed and an owned body are read alike.
pub fn calm(adapter: Option<&dyn Adapter>, response: &Response) -> Option<Decoded> {
    let borrowed = read(adapter, response.received());
    let owned = read(adapter, response.owned());
    match (borrowed, owned) {
        (Ok(borrowed), Ok(owned)) => {
            let notes = borrowed.notes == owned.notes && borrowed.related == owned.related;
            let outcome = match (&borrowed.outcome, &owned.outcome) {
                (Outcome::Granted(a), Outcome::Granted(b)) => a == b && canonical(a) == canonical(b),
                (Outcome::Refused(a), Outcome::Refused(b)) => {
                    (a.code(), a.description(), a.uri(), a.remedy(), a.retry_after())
                        == (b.code(), b.description(), b.uri(), b.remedy(), b.retry_after())
                        && a.extras().iter().eq(b.extras().iter())
                }
                _ => false,
            };
            assert!(notes && outcome, "no panic (calm): an owned body is read otherwise{}", of(adapter));
            Some(borrowed)
        }
        (Err(borrowed), Err(owned)) => {
            assert_eq!(borrowed, owned, "no panic (calm): an owned body fails otherwise");
            None
        }
        _ => panic!("no panic (calm): an owned body has another outcome{}", of(adapter)),
    }
}

/// Law 3: what is written is read and written again the same, byte for byte. `None` where there is no room.
pub fn settled(adapter: &dyn Adapter, token: &Token, at: UtcDateTime) -> Option<Encoded> {
    let id = adapter.id();
    let once = match adapter.write(token, at) {
        Ok(encoded) => encoded,
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Unusable, "round-trip (settled): {id} fails to write");
            return None;
        }
    };
    let response = Response::of(&once, at);
    let again = granted(adapter, &response, "round-trip (settled): what is written");
    let twice = adapter
        .write(&again, at)
        .unwrap_or_else(|_| panic!("round-trip (settled): {id} does not write what it read"));
    assert!(
        once.body.expose() == twice.body.expose(),
        "round-trip (settled): {id} writes another body the second time"
    );
    let headers = |encoded: &Encoded| Response::of(encoded, at).headers;
    assert!(
        headers(&once) == headers(&twice),
        "round-trip (settled): {id} writes other headers the second time"
    );
    assert_eq!(twice.dropped, [], "round-trip (settled): {id} drops something of what it wrote itself");
    Some(once)
}

/// The format of which the whole body is the token: no member is anything, and to say it in another way is to say another.
pub const WHOLE: &str = "conjur";

/// Law 5: a granted body that says the same in another way has the same slots.
pub fn agreed(adapter: &dyn Adapter, response: &Response, seed: u64) {
    let id = adapter.id();
    if id == WHOLE {
        return;
    }
    let token = granted(adapter, response, "same meaning (agreed): the body");
    let slots = Slots::of(&token);
    let random = &mut Random::new(seed);
    let check = |what: &str, body: String| {
        let mutated = response.with_body(body);
        let other = granted(adapter, &mutated, &format!("same meaning (agreed): the body {what}"));
        assert_eq!(
            slots.differences(&Slots::of(&other)),
            [],
            "same meaning (agreed): {id} reads other slots {what}"
        );
    };
    let Some(text) = response.text() else { return };
    let Some(body) = Json::of_body(text) else { return };
    match Wire::of(text) {
        Wire::Json if matches!(&body, Json::Array(elements) if elements.is_empty()) => return,
        Wire::Json => {}
        Wire::Form => {
            check("with its pairs reordered and escaped", mutation::form_reordered(text, random));
            return;
        }
        Wire::Xml | Wire::Text => return,
    }
    check("without its wrapping", body.to_text());
    check("with its members shuffled", mutation::shuffled(&body, random));
    check("with other white space", mutation::spaced(&body, random));
    check("with escapes", mutation::escaped(&body, random));
    check("with reserved members", mutation::extended(&body, random));
    // A token, its type and a scope must be text; a number there means something else.
    let decisive: Vec<String> = slots
        .secrets()
        .chain(slots.scopes.iter().flatten().map(String::as_str))
        .chain(slots.token_type.as_deref())
        .map(str::to_owned)
        .collect();
    let is_decisive = |text: &str| decisive.iter().any(|slot| slot.contains(text.trim()));
    let keeps = |name: &str, value: &Json| {
        name.contains("scope")
            || name.contains("token") && !name.contains("expires")
            || value.text().is_some_and(is_decisive)
    };
    for body in mutation::retyped(&body, &keeps) {
        check("with a number as text, or a text as a number", body);
    }
}

/// Law 6: what another format cannot hold is named, nothing else is missing, and no extra goes over.
pub fn translatable(token: &Token, to: &dyn Adapter, at: UtcDateTime) {
    let (from, id) = (token.format().as_str(), to.id());
    let Some(encoded) = settled(to, token, at) else { return };
    let response = Response::of(&encoded, at);
    let again = granted(to, &response, "conversion (translatable): what is written");
    let (before, after) = (token.lifetime(), again.lifetime());
    assert!(
        !grows(before.expires, after.expires),
        "conversion (translatable): {from} to {id} writes a later end"
    );
    let grown = grows(before.refresh_token_expires, after.refresh_token_expires);
    assert!(!grown, "conversion (translatable): {from} to {id} writes a later end of the refresh token");
    let lost = Slots::of(token).differences(&Slots::of(&again));
    let unsaid: Vec<_> = lost.iter().filter(|slot| !encoded.dropped.contains(slot)).collect();
    assert!(
        unsaid.is_empty(),
        "conversion (translatable): {from} to {id} loses {unsaid:?} and does not say so"
    );
    let kept = |slot: &&Slot| **slot != Slot::Extras && !lost.contains(slot);
    let kept: Vec<_> = encoded.dropped.iter().filter(kept).collect();
    assert!(
        kept.is_empty(),
        "conversion (translatable): {from} to {id} says that {kept:?} is dropped, and it is there"
    );
    if from == id {
        return;
    }
    assert_eq!(
        encoded.dropped.contains(&Slot::Extras),
        !token.extras().is_empty(),
        "conversion (translatable): {from} to {id}: extras are dropped when there are any, and only then"
    );
    let bare = without_extras(token);
    if Slots::of(&bare) != Slots::of(token) {
        // The canonical form has lost something: `kept` says so.
        return;
    }
    let bare = to.write(&bare, at);
    let bare = bare
        .unwrap_or_else(|_| panic!("conversion (translatable): {id} does not write a token without extras"));
    assert!(
        bare.body.expose() == encoded.body.expose(),
        "conversion (translatable): {from} to {id} takes an extra over"
    );
}

/// Whether an end is later than another one was, or never where that was not.
fn grows(before: Expiry, after: Expiry) -> bool {
    match (before, after) {
        (Expiry::Never, _) | (_, Expiry::Unstated) => false,
        (_, Expiry::Never) => true,
        (Expiry::At(before), Expiry::At(after)) => after > before,
        // A vendor documents how long a token lasts of which it states no end: the loss of "not known" is named.
        (Expiry::Unstated, Expiry::At(_)) => false,
    }
}

/// Law 7: a token that has ended stays ended, at its end it has, and a leeway changes nothing that is stored.
pub fn monotone(lifetime: &Lifetime, at: UtcDateTime) {
    let before = *lifetime;
    let instants = [lifetime.not_before, lifetime.expires.at(), lifetime.refresh_at, Some(at)];
    let mut nows: Vec<_> = instants
        .into_iter()
        .flatten()
        .flat_map(|instant| {
            [-86_400, -61, -60, -1, 0, 1, 60, 86_400]
                .map(|offset| instant.checked_add(Duration::seconds(offset)))
        })
        .flatten()
        .chain([UtcDateTime::MIN, UtcDateTime::UNIX_EPOCH, UtcDateTime::MAX])
        .collect();
    nows.sort_unstable();
    for leeway in [Duration::ZERO, Duration::seconds(60), Duration::MAX, Duration::MIN, Duration::seconds(-1)]
    {
        let states: Vec<_> = nows.iter().map(|now| lifetime.state_at(*now, leeway)).collect();
        for (index, pair) in states.windows(2).enumerate() {
            let back = matches!(
                pair,
                [State::Expired, State::Valid | State::NotYetValid] | [State::Valid, State::NotYetValid]
            );
            assert!(!back, "expiry (monotone): {pair:?} at instant {index} of a growing clock");
        }
    }
    if let Expiry::At(end) = lifetime.expires
        && lifetime.not_before.is_none_or(|begin| begin <= end)
    {
        assert_eq!(
            lifetime.state_at(end, Duration::ZERO),
            State::Expired,
            "expiry (monotone): an equal instant is expired"
        );
    }
    assert_eq!(*lifetime, before, "expiry (monotone): nothing is stored");
}

/// Law 8: a token that was stored and read back is equal, and its format encodes it to the same bytes.
pub fn kept(token: &Token, own: Option<&dyn Adapter>, at: UtcDateTime) {
    let text = canonical(token);
    let format = token.format();
    let again = stored(&text)
        .unwrap_or_else(|| panic!("storage (kept): the stored form of {format} does not read back"));
    let differences = Slots::of(token).differences(&Slots::of(&again));
    assert_eq!(differences, [], "storage (kept): {format} loses a slot");
    assert!(again == *token, "storage (kept): a stored token of {format} is not equal to what was stored");
    assert!(canonical(&again) == text, "storage (kept): the stored form of {format} reads back as another");
    let Some(own) = own else { return };
    match (own.write(token, at), own.write(&again, at)) {
        (Ok(before), Ok(after)) => {
            assert!(
                before.body.expose() == after.body.expose(),
                "storage (kept): {format} encodes a stored token to other bytes"
            );
            let headers = |encoded: &Encoded| Response::of(encoded, at).headers;
            assert!(
                headers(&before) == headers(&after),
                "storage (kept): {format} encodes a stored token to other headers"
            );
            assert_eq!(
                before.dropped, after.dropped,
                "storage (kept): {format} drops something else of a stored token"
            );
        }
        (Err(before), Err(after)) => {
            assert_eq!(before, after, "storage (kept): {format} refuses a stored token otherwise")
        }
        _ => panic!("storage (kept): {format} encodes either the token or what was stored of it"),
    }
}

/// The token of a response that must be one.
pub fn granted(adapter: &dyn Adapter, response: &Response, what: &str) -> Token {
    let id = adapter.id();
    match response.read(Some(adapter)) {
        Ok(Decoded { outcome: Outcome::Granted(token), .. }) => token,
        Ok(_) => panic!("{what} is a refusal in {id}"),
        Err(error) => panic!("{what} is not understood: {error}"),
    }
}

fn of(adapter: Option<&dyn Adapter>) -> String {
    adapter.map_or_else(String::new, |adapter| format!(" by {}", adapter.id()))
}
