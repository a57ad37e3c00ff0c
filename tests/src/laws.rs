//! The eight laws of DESIGN.md, each a function that panics if the law is broken.
//!
//! Messages state in plain words what is broken, and name the law, the format and the field, but no value.

mod faithful;
mod silent;

use anytoken::{
    Adapter, Decoded, Encoded, ErrorKind, Expiry, Field, Outcome, State, Token, Validity, registry,
};
use time::{Duration, UtcDateTime};

use crate::fields::{canonical, stored, without_extras};
use crate::json::{Json, Wire};
use crate::random::Random;
use crate::recorded::read;
use crate::{Fields, Recorded, mutation};

pub use faithful::faithful;
pub use silent::{may_show, printed, silent, silent_about, silent_planted};

/// Checks every law that needs only a response. The fuzz targets call it.
pub fn all(adapter: Option<&'static dyn Adapter>, response: &Recorded, seed: u64) {
    let decoded = calm(adapter, response);
    silent(adapter, response);
    silent_planted(adapter, response, seed);
    let Some(decoded) = decoded else { return };
    if let Outcome::Token(token) = decoded.outcome {
        let own = adapter.or_else(|| registry().get(token.format().as_str()));
        let own = own.unwrap_or_else(|| panic!("same meaning (agreed): unknown format {}", token.format()));
        monotone(&token.validity(), response.at);
        settled(own, &token, response.at);
        faithful(own, response);
        for token in std::iter::once(&token).chain(&decoded.related) {
            kept(token, Some(own), response.at);
        }
        agreed(own, response, seed);
        let others: Vec<_> = registry().iter().collect();
        let mut random = Random::new(seed);
        translatable(&token, *random.pick(&others), response.at);
    }
}

/// Law 1, apart from memory: no input panics, and a borrowed and an owned body decode alike.
pub fn calm(adapter: Option<&dyn Adapter>, response: &Recorded) -> Option<Decoded> {
    let borrowed = read(adapter, response.response());
    let owned = read(adapter, response.owned());
    match (borrowed, owned) {
        (Ok(borrowed), Ok(owned)) => {
            let notes = borrowed.notes == owned.notes && borrowed.related == owned.related;
            let outcome = match (&borrowed.outcome, &owned.outcome) {
                (Outcome::Token(a), Outcome::Token(b)) => a == b && canonical(a) == canonical(b),
                (Outcome::ErrorResponse(a), Outcome::ErrorResponse(b)) => {
                    (a.code(), a.description(), a.uri(), a.remedy(), a.retry_after())
                        == (b.code(), b.description(), b.uri(), b.remedy(), b.retry_after())
                        && a.extras().iter().eq(b.extras().iter())
                }
                _ => false,
            };
            assert!(notes && outcome, "no panic (calm): an owned body decodes differently{}", of(adapter));
            Some(borrowed)
        }
        (Err(borrowed), Err(owned)) => {
            assert_eq!(borrowed, owned, "no panic (calm): an owned body has another error");
            None
        }
        _ => panic!("no panic (calm): an owned body has another outcome{}", of(adapter)),
    }
}

/// Law 3: an encoded token decodes, and encodes again to the same bytes. `None` if the format cannot hold the token.
pub fn settled(adapter: &dyn Adapter, token: &Token, at: UtcDateTime) -> Option<Encoded> {
    let id = adapter.id();
    let once = match adapter.encode(token, at) {
        Ok(encoded) => encoded,
        Err(error) => {
            assert_eq!(
                error.kind(),
                ErrorKind::Unusable,
                "round-trip (settled): {id} has another error than `Unusable`"
            );
            return None;
        }
    };
    let response = Recorded::of(&once, at);
    let again = granted(adapter, &response, "round-trip (settled): the encoded body");
    let twice = adapter
        .encode(&again, at)
        .unwrap_or_else(|_| panic!("round-trip (settled): {id} does not encode the token it decoded"));
    assert!(
        once.body.expose() == twice.body.expose(),
        "round-trip (settled): {id} encodes another body the second time"
    );
    let headers = |encoded: &Encoded| Recorded::of(encoded, at).headers;
    assert!(
        headers(&once) == headers(&twice),
        "round-trip (settled): {id} encodes other headers the second time"
    );
    assert_eq!(twice.dropped, [], "round-trip (settled): {id} drops something of its own encoding");
    Some(once)
}

/// The format whose whole body is the token, so that another spelling is another token.
pub const WHOLE: &str = "conjur";

/// The formats with a token for each member of an object: the first is the token, so that another order or a further
/// member has another meaning.
pub const KEYED: &[&str] = &[
    "clasp-credentials",
    "claude-code-credentials",
    "grok-auth",
    "opencode-auth",
    "pulumi-credentials",
    "terraform-cli-credentials",
];

/// Law 5: a token body in another spelling of the same meaning has the same fields.
pub fn agreed(adapter: &dyn Adapter, response: &Recorded, seed: u64) {
    let id = adapter.id();
    if id == WHOLE {
        return;
    }
    let token = granted(adapter, response, "same meaning (agreed): the body");
    let fields = Fields::of(&token);
    let random = &mut Random::new(seed);
    let check = |what: &str, body: String| {
        let mutated = response.with_body(body);
        let other = granted(adapter, &mutated, &format!("same meaning (agreed): the body {what}"));
        assert_eq!(
            fields.differences(&Fields::of(&other)),
            [],
            "same meaning (agreed): {id} decodes other fields {what}"
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
    check("with other white space", mutation::spaced(&body, random));
    check("with escapes", mutation::escaped(&body, random));
    if !KEYED.contains(&id) {
        check("with its members shuffled", mutation::shuffled(&body, random));
        check("with reserved members", mutation::extended(&body, random));
    }
    // A token, its type and a scope must be strings; a number there has another meaning.
    let decisive: Vec<String> = fields
        .secrets()
        .chain(fields.scopes().into_iter().flatten().map(String::as_str))
        .chain(fields.text(Field::TokenType))
        .map(str::to_owned)
        .collect();
    let is_decisive = |text: &str| decisive.iter().any(|field| field.contains(text.trim()));
    let keeps = |name: &str, value: &Json| {
        name.contains("scope")
            || name.contains("token") && !name.contains("expires")
            || value.text().is_some_and(is_decisive)
    };
    for body in mutation::retyped(&body, &keeps) {
        check("with a number as text, or a text as a number", body);
    }
}

/// Law 6: a conversion names every field that it drops, loses nothing else, and takes no extra over.
pub fn translatable(token: &Token, to: &dyn Adapter, at: UtcDateTime) {
    let (from, id) = (token.format().as_str(), to.id());
    let Some(encoded) = settled(to, token, at) else { return };
    let response = Recorded::of(&encoded, at);
    let again = granted(to, &response, "conversion (translatable): the encoded body");
    let (before, after) = (token.validity(), again.validity());
    assert!(
        !grows(before.expires, after.expires),
        "conversion (translatable): {from} to {id} gives a later expiry"
    );
    let grown = grows(before.refresh_token_expires, after.refresh_token_expires);
    assert!(!grown, "conversion (translatable): {from} to {id} gives the refresh token a later expiry");
    let lost = Fields::of(token).differences(&Fields::of(&again));
    let unsaid: Vec<_> = lost.iter().filter(|field| !encoded.dropped.contains(field)).collect();
    assert!(
        unsaid.is_empty(),
        "conversion (translatable): {from} to {id} loses {unsaid:?} without naming them as dropped"
    );
    let kept = |field: &&Field| **field != Field::Extras && !lost.contains(field);
    let kept: Vec<_> = encoded.dropped.iter().filter(kept).collect();
    assert!(
        kept.is_empty(),
        "conversion (translatable): {from} to {id} names {kept:?} as dropped but encodes them"
    );
    if from == id {
        return;
    }
    assert_eq!(
        encoded.dropped.contains(&Field::Extras),
        !token.extras().is_empty(),
        "conversion (translatable): {from} to {id}: `dropped` names extras exactly if there are any"
    );
    let bare = without_extras(token);
    if Fields::of(&bare) != Fields::of(token) {
        // The canonical form has lost something, which `kept` reports.
        return;
    }
    let bare = to.encode(&bare, at);
    let bare = bare
        .unwrap_or_else(|_| panic!("conversion (translatable): {id} does not encode a token without extras"));
    assert!(
        bare.body.expose() == encoded.body.expose(),
        "conversion (translatable): {from} to {id} takes an extra over"
    );
}

/// Returns true if an expiry became later, or became never.
fn grows(before: Expiry, after: Expiry) -> bool {
    match (before, after) {
        (Expiry::Never, _) | (_, Expiry::Unknown) => false,
        (_, Expiry::Never) => true,
        (Expiry::At(before), Expiry::At(after)) => after > before,
        // A vendor documents how long a token lasts although the response states no expiry; `dropped` names the change.
        (Expiry::Unknown, Expiry::At(_)) => false,
    }
}

/// Law 7: an expired token stays expired, a token is expired at its expiry, and a leeway changes no stored value.
pub fn monotone(lifetime: &Validity, at: UtcDateTime) {
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
            assert!(!back, "expiry (monotone): {pair:?} goes back at instant {index}");
        }
    }
    if let Expiry::At(end) = lifetime.expires
        && lifetime.not_before.is_none_or(|begin| begin <= end)
    {
        assert_eq!(
            lifetime.state_at(end, Duration::ZERO),
            State::Expired,
            "expiry (monotone): not expired at its expiry"
        );
    }
    assert_eq!(*lifetime, before, "expiry (monotone): the validity changed");
}

/// Law 8: a token that was stored and read back is equal, and its format encodes it to the same bytes.
pub fn kept(token: &Token, own: Option<&dyn Adapter>, at: UtcDateTime) {
    let text = canonical(token);
    let format = token.format();
    let again = stored(&text)
        .unwrap_or_else(|| panic!("storage (kept): the stored form of {format} does not read back"));
    let differences = Fields::of(token).differences(&Fields::of(&again));
    assert_eq!(differences, [], "storage (kept): {format} loses a field");
    assert!(again == *token, "storage (kept): a stored token of {format} is not equal to the original");
    assert!(canonical(&again) == text, "storage (kept): the stored form of {format} reads back differently");
    let Some(own) = own else { return };
    match (own.encode(token, at), own.encode(&again, at)) {
        (Ok(before), Ok(after)) => {
            assert!(
                before.body.expose() == after.body.expose(),
                "storage (kept): {format} encodes a stored token to other bytes"
            );
            let headers = |encoded: &Encoded| Recorded::of(encoded, at).headers;
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
            assert_eq!(before, after, "storage (kept): {format} rejects a stored token with another error")
        }
        _ => panic!("storage (kept): {format} encodes only one of the token and its stored copy"),
    }
}

/// Decodes a response that must be a token.
pub fn granted(adapter: &dyn Adapter, response: &Recorded, what: &str) -> Token {
    let id = adapter.id();
    match response.read(Some(adapter)) {
        Ok(Decoded { outcome: Outcome::Token(token), .. }) => token,
        Ok(_) => panic!("{what} is an error response in {id}"),
        Err(error) => panic!("{what} is not understood: {error}"),
    }
}

fn of(adapter: Option<&dyn Adapter>) -> String {
    adapter.map_or_else(String::new, |adapter| format!(" by {}", adapter.id()))
}
