//! The laws, over the corpus and at random.

use std::collections::BTreeMap;

use anytoken::{Adapter, Decoded, Outcome, Registry, registry};
use anytoken_tests::corpus::{Case, cases, granted};
use anytoken_tests::fields::canonical;
use anytoken_tests::mutation::broken;
use anytoken_tests::random::Random;
use anytoken_tests::recorded::AT;
use anytoken_tests::strategies::{body, config, format_id, instant, seed, token};
use anytoken_tests::{Recorded, laws};
use proptest::prelude::*;
use time::Duration;

use crate::{every, every_case, shown};

/// Decodes the token of a case; `None` if it is not one, which another test reports.
fn token_of(response: &Recorded, adapter: &dyn Adapter) -> Option<anytoken::Token> {
    match response.read(Some(adapter)) {
        Ok(Decoded { outcome: Outcome::Token(token), .. }) => Some(token),
        _ => None,
    }
}

/// Pairs each case with some formats: the cases of one format share all formats, so that no pair of formats is missing.
///
/// `ANYTOKEN_SEED` changes which case gets which format; with `ANYTOKEN_PAIRS=all` each case gets every format.
fn paired(
    cases: impl Iterator<Item = (&'static Case, &'static dyn Adapter)>,
) -> impl Iterator<Item = (&'static Case, &'static dyn Adapter, Vec<&'static dyn Adapter>)> {
    let whole = std::env::var("ANYTOKEN_PAIRS").is_ok_and(|pairs| pairs == "all");
    let mut of_format: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (case, adapter) in cases {
        of_format.entry(&case.format).or_default().push((case, adapter));
    }
    let mut random = Random::new(seed());
    of_format.into_values().flat_map(move |cases| {
        let (count, turn) = (cases.len(), random.below(cases.len()));
        cases.into_iter().enumerate().map(move |(index, (case, adapter))| {
            let others = registry().iter().enumerate();
            let others = others.filter(move |(other, _)| whole || (other + turn) % count == index);
            (case, adapter, others.map(|(_, other)| other).collect())
        })
    })
}

#[test]
fn corpus_is_calm_in_every_format() {
    every_case(
        paired(cases()),
        |(case, ..)| case,
        |(case, own, others)| {
            laws::calm(None, &case.response);
            laws::calm(Some(*own), &case.response);
            for other in others {
                laws::calm(Some(*other), &case.response);
            }
        },
    );
}

#[test]
fn corpus_is_silent() {
    every_case(
        cases(),
        |(case, _)| case,
        |(case, adapter)| {
            laws::silent(Some(*adapter), &case.response);
            laws::silent(None, &case.response);
        },
    );
}

#[test]
fn corpus_is_settled() {
    every_case(
        granted(),
        |(case, _)| case,
        |(case, adapter)| {
            let Some(token) = token_of(&case.response, *adapter) else { return };
            for later in [0, 1, 3_600, 86_400 * 400] {
                let at = case.response.at + Duration::seconds(later);
                assert!(
                    laws::settled(*adapter, &token, at).is_some(),
                    "round-trip (settled): its own format cannot hold the token"
                );
            }
        },
    );
}

#[test]
fn corpus_is_faithful() {
    every_case(
        granted(),
        |(case, _)| case,
        |(case, adapter)| {
            if token_of(&case.response, *adapter).is_some() {
                laws::faithful(*adapter, &case.response);
            }
        },
    );
}

#[test]
fn corpus_is_agreed() {
    every_case(
        granted(),
        |(case, _)| case,
        |(case, adapter)| {
            if token_of(&case.response, *adapter).is_some() {
                for seed in 0..4 {
                    laws::agreed(*adapter, &case.response, seed);
                }
            }
        },
    );
}

#[test]
fn corpus_is_translatable_into_every_format() {
    every_case(
        paired(granted()),
        |(case, ..)| case,
        |(case, own, others)| {
            let Some(token) = token_of(&case.response, *own) else { return };
            every(
                others,
                |to| format!("to {}, {}", to.id(), shown(**to, &token, case.response.at)),
                |to| laws::translatable(&token, **to, case.response.at),
            );
        },
    );
}

#[test]
fn corpus_is_monotone() {
    every_case(
        granted(),
        |(case, _)| case,
        |(case, adapter)| {
            if let Some(token) = token_of(&case.response, *adapter) {
                laws::monotone(&token.validity(), case.response.at);
            }
        },
    );
}

#[test]
fn registry_order_does_not_matter() {
    let mut families: Vec<Vec<_>> =
        anytoken::families().iter().map(|family| family.adapters().collect()).collect();
    families.reverse();
    let reversed: Vec<&[&dyn Adapter]> = families.iter().map(Vec::as_slice).collect();
    let backwards: Vec<&'static dyn Adapter> = {
        let mut all: Vec<_> = registry().iter().collect();
        all.reverse();
        all
    };
    for registry in [Registry::new(&reversed), Registry::new(&[&backwards])] {
        every_case(
            cases(),
            |(case, _)| case,
            |(case, _)| {
                let (here, there) =
                    (anytoken::decode(case.response.response()), registry.decode(case.response.response()));
                assert!(
                    same(&here, &there),
                    "same meaning (agreed): another order of the registry decodes differently"
                );
            },
        );
    }
}

fn same(one: &anytoken::Result<Decoded>, other: &anytoken::Result<Decoded>) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => match (&one.outcome, &other.outcome) {
            (Outcome::Token(a), Outcome::Token(b)) => a == b && one.related == other.related,
            (Outcome::ErrorResponse(a), Outcome::ErrorResponse(b)) => {
                a.code() == b.code() && a.format() == b.format()
            }
            _ => false,
        },
        (Err(one), Err(other)) => one == other,
        _ => false,
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_body_obeys_the_laws(body in body(), id in format_id(), detected: bool, seed: u64) {
        let adapter = registry().get(&id).filter(|_| !detected);
        laws::all(adapter, &Recorded::new(body), seed);
    }

    #[test]
    fn any_broken_body_is_calm_and_silent(body in body(), id in format_id(), status in 100_u16..600, seed: u64) {
        let bytes = broken(body.as_bytes(), &mut Random::new(seed));
        let adapter = registry().get(&id);
        for response in [Recorded::new(bytes.clone()), Recorded::new(bytes).status(status)] {
            laws::calm(adapter, &response);
            laws::silent(adapter, &response);
        }
    }

    #[test]
    fn any_token_is_settled_and_translatable(token in token(), to in format_id(), at in instant()) {
        if let Some(to) = registry().get(&to) {
            laws::translatable(&token, to, at);
            laws::translatable(&token, to, AT);
        }
        if let Some(own) = registry().get(token.format().as_str()) {
            laws::settled(own, &token, at);
        }
    }

    #[test]
    fn any_token_is_monotone(token in token(), at in instant()) {
        laws::monotone(&token.validity(), at);
    }

    #[test]
    fn any_token_is_kept(token in token()) {
        laws::kept(&token, registry().get(token.format().as_str()), AT);
    }

    #[test]
    fn fraction_of_a_second_changes_nothing(token in token(), at in instant(), nanosecond in 0_u32..1_000_000_000) {
        let Some(own) = registry().get(token.format().as_str()) else { return Ok(()) };
        let later = at.replace_nanosecond(nanosecond).expect("a nanosecond of a second");
        let (cut, whole) = (own.encode(&token, later), own.encode(&token, at));
        prop_assert_eq!(cut.is_ok(), whole.is_ok());
        if let (Ok(cut), Ok(whole)) = (cut, whole) {
            prop_assert!(cut.body.expose() == whole.body.expose());
            let response = Recorded::of(&whole, at);
            let (a, b) = (response.read(Some(own)), response.clone().at(later).read(Some(own)));
            let text = |read: anytoken::Result<Decoded>| read.ok().and_then(|decoded| decoded.into_token().ok()).map(|token| canonical(&token));
            prop_assert!(text(a) == text(b));
        }
    }
}
