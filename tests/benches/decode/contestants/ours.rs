//! Ours.

use std::hint::black_box;
use std::sync::LazyLock;

use anytoken::{Adapter, Decoded, Dialect, FAMILIES, Outcome, REGISTRY, Received, Registry, Result};
use anytoken_tests::response::AT;

use super::{Contestant, Ends, Tell};
use crate::inputs::Input;

/// Every format, and made-up ones with a mark each, 400 in all.
static MANY: LazyLock<Registry> = LazyLock::new(|| {
    let made_up: Vec<&'static dyn Adapter> = (REGISTRY.iter().count()..400).map(made_up).collect();
    let families = FAMILIES.iter().flat_map(|(_, files)| files.iter().copied());
    let families: Vec<_> = families.chain([made_up.as_slice()]).collect();
    Registry::new(&families)
});

/// Ten formats, those of the inputs among them.
static TEN: LazyLock<Registry> = LazyLock::new(|| {
    const IDS: [&str; 10] = [
        "oauth2",
        "rfc6749",
        "azure-imds",
        "azure-app-service",
        "entra-v2",
        "github",
        "slack",
        "affinidi-consumer-auth",
        "affinidi-login",
        "ory-hydra",
    ];
    let ten: Vec<_> = IDS.iter().filter_map(|id| REGISTRY.get(id)).collect();
    assert_eq!(ten.len(), IDS.len(), "a format is not in the registry");
    Registry::new(&[&ten])
});

/// A format that departs from the standard by its mark only. It lives as long as the program.
fn made_up(index: usize) -> &'static dyn Adapter {
    let text = |text: String| -> &'static str { text.leak() };
    Box::leak(Box::new(Dialect {
        id: text(format!("example-{index}")),
        vendor: "Example",
        marks: vec![text(format!("example_member_{index}"))].leak(),
        ..Dialect::STANDARD
    }))
}

pub(crate) fn of(input: &Input) -> Vec<Contestant> {
    // What building it leaves of the heap is the same for all, as with the others: `found_as` builds them.
    LazyLock::force(&TEN);
    let named = |name, id: String| {
        Contestant::of_slice(name, move |body, tell| say(&MANY.decode_as(&id, Received::new(body, AT)), tell))
    };
    let mut all = vec![
        named("ours, named", input.format.to_owned()),
        Contestant::of_slice("ours, detected", detected),
        Contestant::of_slice("ours, detected among ten", |body, tell| {
            say(&TEN.decode(Received::new(body, AT)), tell)
        }),
        Contestant::of_owned("ours, owned body", |body, tell| {
            say(&MANY.decode(Received::owned(body, AT)), tell)
        }),
        Contestant::of_slice("ours, everything read", |body, tell| {
            let decoded = MANY.decode(Received::new(body, AT));
            read_everything(&decoded);
            say(&decoded, tell)
        }),
    ];
    let found = found_as(&input.body);
    if found != input.format {
        all.push(named("ours, named as found", found));
    }
    all
}

/// Detected among 400 formats.
pub(crate) fn detected(body: &[u8], tell: Tell<'_>) -> bool {
    say(&MANY.decode(Received::new(body, AT)), tell)
}

/// The format that detection finds.
pub(crate) fn found_as(body: &[u8]) -> String {
    match MANY.decode(Received::new(body, AT)).map(|decoded| decoded.outcome) {
        Ok(Outcome::Granted(token)) => token.format().as_str().to_owned(),
        Ok(Outcome::Refused(refusal)) => refusal.format().as_str().to_owned(),
        Err(error) => panic!("{error}"),
    }
}

fn say(decoded: &Result<Decoded>, tell: Tell<'_>) -> bool {
    match decoded.as_ref().map(|decoded| &decoded.outcome) {
        Ok(Outcome::Granted(token)) => {
            let end = token.lifetime().expires.at().map_or(Ends::Unstated, Ends::At);
            tell(token.credential().expose(), end);
            true
        }
        Ok(Outcome::Refused(refusal)) => {
            tell(refusal.code().unwrap_or(""), Ends::Unstated);
            true
        }
        Err(_) => false,
    }
}

/// Every slot, scope, extra and note, once.
fn read_everything(decoded: &Result<Decoded>) {
    let Ok(decoded) = decoded else { return };
    black_box(&decoded.notes);
    let extras = match &decoded.outcome {
        Outcome::Granted(token) => {
            let secrets = [token.access_token(), token.refresh_token(), token.id_token()];
            black_box(secrets.map(|secret| secret.map_or(0, |secret| secret.expose().len())));
            black_box(
                [token.resource(), token.client_id(), token.subject()].map(|text| text.map_or(0, str::len)),
            );
            black_box((token.token_type(), token.grants(), token.lifetime()));
            token.scopes().into_iter().flat_map(|scopes| scopes.iter()).for_each(|scope| {
                black_box(scope);
            });
            token.extras()
        }
        Outcome::Refused(refusal) => {
            black_box((refusal.code(), refusal.description(), refusal.uri(), refusal.remedy()));
            refusal.extras()
        }
    };
    for (name, extra) in extras.iter() {
        black_box((name, extra.as_json()));
    }
    for token in &decoded.related {
        black_box((token.credential().expose().len(), token.lifetime()));
    }
}
