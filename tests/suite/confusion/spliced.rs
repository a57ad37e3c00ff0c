//! An error beside a token is an error response in every order of the members.

use anytoken::{Adapter, Decoded, ErrorResponse, NoteKind, Outcome, registry};
use anytoken_tests::Recorded;
use anytoken_tests::corpus::{Case, cases};
use anytoken_tests::json::Json;
use anytoken_tests::random::Random;
use anytoken_tests::recorded::Kind;

use crate::every;

const TOKEN: [(&str, &str); 3] =
    [("access_token", "\"EXAMPLE\""), ("token_type", "\"Bearer\""), ("expires_in", "3600")];

/// Every order of some items.
fn orders<T: Clone>(items: &[T]) -> Vec<Vec<T>> {
    if items.is_empty() {
        return vec![Vec::new()];
    }
    let with_first = |first: usize| {
        let mut rest = items.to_vec();
        let item = rest.remove(first);
        orders(&rest).into_iter().map(move |order| [vec![item.clone()], order].concat())
    };
    (0..items.len()).flat_map(with_first).collect()
}

fn json(members: &[(&str, &str)]) -> String {
    let members = members.iter().map(|(name, value)| format!("\"{name}\":{value}"));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

fn form(members: &[(&str, &str)]) -> String {
    let pairs = members.iter().map(|(name, value)| format!("{name}={}", value.trim_matches('"')));
    pairs.collect::<Vec<_>>().join("&")
}

fn error_response(decoded: Decoded) -> Option<(ErrorResponse, bool)> {
    let noted = decoded.notes.iter().any(|note| note.kind == NoteKind::TokenBesideError);
    match decoded.outcome {
        Outcome::ErrorResponse(error_response) => Some((error_response, noted)),
        Outcome::Token(_) => None,
    }
}

#[test]
fn error_beside_token_is_an_error_response() {
    let error = [("error", "\"invalid_grant\""), ("error_description", "\"no\"")];
    let all = orders(&[&TOKEN[..], &error].concat());
    assert_eq!(all.len(), 120);
    for members in all {
        for body in [json(&members), form(&members)] {
            for response in [Recorded::new(body.clone()), Recorded::new(body.clone()).status(200)] {
                let decoded = response.read(None).expect("an error response");
                let (error_response, noted) =
                    error_response(decoded).unwrap_or_else(|| panic!("{body} is taken for a token"));
                assert_eq!(
                    (error_response.code(), error_response.description()),
                    (Some("invalid_grant"), Some("no")),
                    "{body}"
                );
                assert!(noted, "{body}: the token beside it is not noted");
            }
        }
    }
}

#[test]
fn empty_error_beside_token_is_ignored() {
    for value in ["null", "\"\"", "\" \"", "false", "[]", "{}", "0", "\"0\""] {
        for members in orders(&[&TOKEN[..], &[("error", value), ("error_description", value)]].concat()) {
            let body = json(&members);
            let kind = Kind::of(&Recorded::new(body.clone()).read(None));
            assert_eq!(kind, Kind::Granted, "{body}");
        }
    }
}

/// Merges the members of one body into another, whose members win if both have one of a name.
fn spliced(token: &Json, error: &Json, random: &mut Random, order: usize) -> Option<String> {
    let (Json::Object(token), Json::Object(error)) = (token, error) else { return None };
    let beside = token.iter().filter(|(name, _)| !error.iter().any(|(other, _)| other == name));
    let mut members: Vec<_> = match order % 2 {
        0 => beside.chain(error).cloned().collect(),
        _ => error.iter().chain(beside).cloned().collect(),
    };
    match order / 2 {
        0 => {}
        1 => members.reverse(),
        _ => random.shuffle(&mut members),
    }
    Some(Json::Object(members).to_text())
}

/// The tree of a body of JSON.
fn tree(case: &Case) -> Option<Json> {
    case.response.text().filter(|text| text.starts_with('{')).and_then(Json::of_body)
}

#[test]
fn corpus_error_beside_token_is_an_error_response() {
    let of = |adapter: &dyn Adapter, kind: Kind| -> Vec<&'static Case> {
        let of_format = cases().filter(|(case, _)| case.format == adapter.id());
        of_format
            .filter(|(case, own)| Kind::of(&case.response.read(Some(*own))) == kind)
            .map(|(case, _)| case)
            .collect()
    };
    let pairs = registry().iter().flat_map(|adapter| {
        let (tokens, errors) = (of(adapter, Kind::Granted), of(adapter, Kind::Refused));
        let pairs: Vec<_> = tokens
            .iter()
            .take(3)
            .flat_map(|token| errors.iter().take(6).map(|error| (*token, *error)))
            .collect();
        pairs.into_iter().map(move |(token, error)| (adapter, token, error))
    });
    let pairs: Vec<_> = pairs.collect();
    assert!(pairs.len() > 50, "few formats have tokens and error responses: {}", pairs.len());
    every(
        &pairs,
        |(_, token, error)| format!("{} in {}", error.id, token.id),
        |(adapter, token, error)| {
            let (Some(token), Some(errors)) = (tree(token), tree(error)) else { return };
            let alone =
                error.response.read(Some(*adapter)).ok().and_then(error_response).expect("an error response");
            for order in 0..8 {
                let Some(body) = spliced(&token, &errors, &mut Random::new(order), order as usize) else {
                    return;
                };
                let response = error.response.with_body(body);
                let (error_response, _) = response
                    .read(Some(*adapter))
                    .ok()
                    .and_then(error_response)
                    .expect("a token, or an error");
                assert_eq!(error_response.code(), alone.0.code(), "in order {order}");
            }
        },
    );
}
