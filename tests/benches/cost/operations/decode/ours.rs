//! Our ways to decode.

use std::hint::black_box;
use std::sync::LazyLock;

use anytoken::dialect::{Dialect, Evidence};
use anytoken::{Adapter, Decoded, Outcome, Registry, Response, Result, registry};
use anytoken_tests::recorded::AT;

use crate::answers::{End, Made, Show};
use crate::contestants::{Contestant, Side};
use crate::inputs::{Input, Role};
use crate::operations::shown;

/// Every format, and made-up ones with a signature each, 400 in all.
static MANY: LazyLock<Registry> = LazyLock::new(|| {
    let made_up: Vec<&'static dyn Adapter> = (registry().iter().count()..400).map(made_up).collect();
    let ours: Vec<_> = registry().iter().collect();
    Registry::new(&[&ours, &made_up])
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
    let ten: Vec<_> = IDS.iter().filter_map(|id| registry().get(id)).collect();
    assert_eq!(ten.len(), IDS.len(), "a format is not in the registry");
    Registry::new(&[&ten])
});

/// Makes a format that differs from the standard by its signature only. It lives as long as the program.
fn made_up(index: usize) -> &'static dyn Adapter {
    let text = |text: String| -> &'static str { text.leak() };
    Box::leak(Box::new(
        Dialect::oauth2(text(format!("example-{index}")), "Example", Evidence::Documented)
            .detected_by(vec![text(format!("example_member_{index}"))].leak()),
    ))
}

pub(super) const DETECTED: &str = "ours, detected";

/// Leaves out contestants that detect the format if detection cannot find it.
pub(super) fn of(input: &'static Input) -> Vec<Contestant> {
    let body: &'static [u8] = &input.body;
    let named = |name, id: &'static str| {
        Contestant::reading(name, Side::Ours, body, move |body, show| {
            show_decoded(&MANY.decode_as(id, Response::new(body, AT)), show)
        })
    };
    let mut all = Vec::from([named("ours, named", input.format)]);
    let Some(found) = &input.found else { return all };
    all.extend([
        Contestant::reading(DETECTED, Side::Ours, body, detected),
        Contestant::owning("ours, owned body", Side::Ours, body, |body, show| {
            show_decoded(&MANY.decode(Response::from_vec(body, AT)), show)
        }),
        Contestant::reading("ours, everything read", Side::Ours, body, |body, show| {
            let decoded = MANY.decode(Response::new(body, AT));
            read_everything(&decoded);
            show_decoded(&decoded, show)
        }),
    ]);
    if found != input.format {
        all.push(named("ours, named as found", found));
    }
    if input.role != Role::Corpus && TEN.get(found).is_some() {
        all.push(Contestant::reading("ours, detected among ten", Side::Ours, body, |body, show| {
            show_decoded(&TEN.decode(Response::new(body, AT)), show)
        }));
    }
    all
}

/// Detected among 400 formats.
pub(crate) fn detected(body: &[u8], show: Show<'_>) -> bool {
    show_decoded(&MANY.decode(Response::new(body, AT)), show)
}

/// The format that detection finds, where it finds one.
pub(crate) fn found_as(body: &[u8]) -> Option<String> {
    match MANY.decode(Response::new(body, AT)).ok()?.outcome {
        Outcome::Token(token) => Some(token.format().as_str().to_owned()),
        Outcome::ErrorResponse(error_response) => Some(error_response.format().as_str().to_owned()),
    }
}

pub(in crate::operations) fn show_decoded(decoded: &Result<Decoded>, show: Show<'_>) -> bool {
    match decoded.as_ref().map(|decoded| &decoded.outcome) {
        Ok(Outcome::Token(token)) => show(shown(token, token)),
        Ok(Outcome::ErrorResponse(error_response)) => {
            show(Made::token(error_response, error_response.code().unwrap_or(""), End::Unknown));
        }
        Err(_) => return false,
    }
    true
}

/// Every field, scope, extra and note, once.
fn read_everything(decoded: &Result<Decoded>) {
    let Ok(decoded) = decoded else { return };
    black_box(&decoded.notes);
    let extras = match &decoded.outcome {
        Outcome::Token(token) => {
            let secrets = [token.access_token(), token.refresh_token(), token.id_token()];
            black_box(secrets.map(|secret| secret.map_or(0, |secret| secret.expose().len())));
            black_box(
                [token.resource(), token.api_url(), token.client_id(), token.subject()]
                    .map(|text| text.map_or(0, str::len)),
            );
            black_box((token.token_type(), token.credential_kind(), token.validity()));
            token.scopes().into_iter().flat_map(|scopes| scopes.iter()).for_each(|scope| {
                black_box(scope);
            });
            token.extras()
        }
        Outcome::ErrorResponse(error_response) => {
            black_box((
                error_response.code(),
                error_response.description(),
                error_response.uri(),
                error_response.remedy(),
            ));
            error_response.extras()
        }
    };
    for (name, extra) in extras.iter() {
        black_box((name, extra.expose_json()));
    }
    for token in &decoded.related {
        black_box((token.credential().expose().len(), token.validity()));
    }
}
