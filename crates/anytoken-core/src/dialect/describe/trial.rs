//! Verification of a dialect: encoded tokens must decode.

use time::{Duration, UtcDateTime};

use super::super::describe::Fault;
use super::super::encode::{Attempt, attempt};
use super::super::{Dialect, ErrorShape};
use crate::adapter::Encoded;
use crate::input::Response;
use crate::json::FieldPaths;
use crate::model::{Decoded, Expiry, Field, FieldIndex, FieldKind, Outcome, Token, Validity};

/// The instant at which tokens are encoded and decoded, which every encoding can state.
const AT: i64 = 1_767_225_600;

/// Encodes tokens and decodes them to the same tokens, which encode to the same text.
pub(super) fn verify(dialect: &'static Dialect) -> Result<(), Fault> {
    if let Some(fault) = shown_secret(dialect) {
        return Err(fault);
    }
    let unheld = || fault(Field::AccessToken, "one of access_token and id_token needs a path");
    let at = UtcDateTime::from_unix_timestamp(AT).map_err(|_| unheld())?;
    let mut held = false;
    for token in tokens(at) {
        // No dialect can hold every kind of credential.
        let Ok(Attempt { encoded, decoded, shadowed }) = attempt(dialect, None, &token, at) else { continue };
        held = true;
        if encoded.dropped.contains(&Field::Extras) {
            return Err(fault_at(
                "constant_members",
                "constant members do not fit into the encoded response",
            ));
        }
        if let Some(field) = shadowed.iter().find(|field| encoded.dropped.contains(field)) {
            return Err(fault(field, "value encoded here is shadowed by another field"));
        }
        if decoded.is_none() || !is_settled(dialect, &encoded, at) {
            return Err(fault_at("", "a token encoded in this dialect does not decode: two fields conflict"));
        }
    }
    if held { Ok(()) } else { Err(unheld()) }
}

/// Returns the fault of a member that is shown although it is that of a secret.
fn shown_secret(dialect: &Dialect) -> Option<Fault> {
    let texts = dialect.places().flat_map(|place| {
        let texts = Field::ALL.iter().filter_map(|field| match field.index() {
            FieldIndex::Text(text) => Some((*field, place.text_paths(text))),
            FieldIndex::Time(_) | FieldIndex::Extras => None,
        });
        texts.flat_map(move |(field, paths)| {
            paths.into_iter().map(move |path| (field, place.path(*path).collect::<Vec<_>>()))
        })
    });
    let (secrets, shown): (Vec<_>, Vec<_>) = texts.partition(|(field, _)| field.kind() == FieldKind::Secret);
    let lists: [fn(&ErrorShape) -> FieldPaths; 4] =
        [|shape| shape.code, |shape| shape.subcode, |shape| shape.description, |shape| shape.uri];
    let errors = lists.into_iter().flat_map(|list| list(dialect.errors));
    let shown = shown.into_iter().map(|(field, path)| (field.as_str(), path));
    let shown = shown.chain(errors.map(|path| ("errors", path.as_str().split('/').collect())));
    let is_secret = |path: &Vec<&str>| secrets.iter().any(|(_, secret)| secret == path);
    let (member, _) = shown.into_iter().find(|(_, path)| is_secret(path))?;
    Some(fault_at(member, "has the path of a secret, and is shown"))
}

fn fault(field: Field, what: &'static str) -> Fault {
    fault_at(field.as_str(), what)
}

fn fault_at(member: &str, what: &'static str) -> Fault {
    Fault { member: member.to_owned(), what: what.into(), suggestion: None, at: None }
}

/// Returns a token with all fields, and tokens with few, each with every expiry and with two that differ.
///
/// They have another format, so that no value is preserved only because it was sent.
fn tokens(at: UtcDateTime) -> impl Iterator<Item = Token> {
    let hours = move |hours| at.checked_add(Duration::hours(hours));
    let end = move |count| hours(count).map_or(Expiry::Unknown, Expiry::At);
    let builder = || Token::builder("trial");
    let full = Validity {
        issued_at: Some(at),
        not_before: Some(at),
        refresh_at: hours(1),
        expires: end(2),
        extended_expires_at: hours(3),
        refresh_token_expires: end(4),
    };
    let ends = [Expiry::Unknown, Expiry::Never, Expiry::At(at), end(1)];
    let pairs = ends.map(|end| (end, end)).into_iter().chain([(end(2), Expiry::At(at))]);
    let lifetimes = pairs.map(|(expires, refresh_token_expires)| Validity {
        expires,
        refresh_token_expires,
        ..Validity::default()
    });
    let all = builder()
        .access_token("EXAMPLE-ACCESS")
        .id_token("EXAMPLE-ID")
        .refresh_token("EXAMPLE-REFRESH")
        .token_type("Bearer")
        .scopes(["EXAMPLE-A", "EXAMPLE-B"])
        .resource("EXAMPLE-RESOURCE")
        .api_url("EXAMPLE-API")
        .client_id("EXAMPLE-CLIENT")
        .subject("EXAMPLE-SUBJECT")
        .validity(full);
    let few = lifetimes.flat_map(move |validity| {
        [
            builder().access_token("EXAMPLE-ACCESS").refresh_token("EXAMPLE-REFRESH"),
            builder().access_token("EXAMPLE-ACCESS"),
            builder().id_token("EXAMPLE-ID"),
            builder().refresh_token("EXAMPLE-REFRESH"),
        ]
        .map(|token| token.validity(validity))
    });
    std::iter::once(all).chain(few).filter_map(|token| token.build().ok())
}

/// Returns true if an encoded response decodes to one token, which encodes to the same text.
fn is_settled(dialect: &'static Dialect, encoded: &Encoded, at: UtcDateTime) -> bool {
    let mut response =
        Response::new(encoded.body.expose().as_bytes(), at).with_content_type(encoded.content_type);
    for (name, value) in &encoded.headers {
        response = response.with_header(*name, value.expose());
    }
    let Ok(Decoded { outcome: Outcome::Token(token), related, .. }) = dialect.decode(response) else {
        return false;
    };
    let again = attempt(dialect, None, &token, at);
    related.is_empty()
        && again.is_ok_and(|again| {
            again.encoded.body.expose() == encoded.body.expose() && again.encoded.dropped.is_empty()
        })
}
