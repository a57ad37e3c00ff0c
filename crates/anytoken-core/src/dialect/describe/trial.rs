//! Verification of a dialect: encoded tokens must decode.

use time::{Duration, UtcDateTime};

use super::super::Dialect;
use super::super::describe::Fault;
use crate::adapter::Encoded;
use crate::input::Response;
use crate::model::{Decoded, Expiry, Field, Outcome, Token, Validity};

/// The instant at which tokens are encoded and decoded, which every encoding can state.
const AT: i64 = 1_767_225_600;

/// Encodes tokens and decodes them to the same tokens, which encode to the same text.
pub(super) fn verify(dialect: &'static Dialect) -> Result<(), Fault> {
    let unheld = || fault(Field::AccessToken, "one of access_token and id_token needs a path");
    let at = UtcDateTime::from_unix_timestamp(AT).map_err(|_| unheld())?;
    let mut held = false;
    for token in tokens(at) {
        // No dialect can hold every kind of credential.
        let Ok(written) = dialect.encode_unchecked(&token, at) else { continue };
        held = true;
        if written.dropped.contains(&Field::Extras) {
            return Err(Fault {
                member: "fixed".to_owned(),
                what: "fixed members do not fit into the encoded response",
            });
        }
        let again = read(dialect, &written, at).ok_or_else(|| Fault {
            member: String::new(),
            what: "a token encoded in this dialect does not decode: two fields conflict",
        })?;
        let lost = |field: &Field| !written.dropped.contains(field) && !same(*field, &token, &again);
        if let Some(field) = FIELDS.into_iter().find(lost) {
            return Err(fault(field, "value encoded here is shadowed by another field"));
        }
    }
    if held { Ok(()) } else { Err(unheld()) }
}

fn fault(field: Field, what: &'static str) -> Fault {
    Fault { member: member(field).to_owned(), what }
}

/// Returns a token with all fields, and tokens with few, each with every expiry.
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
    let lifetimes = ends.into_iter().map(|end| Validity {
        expires: end,
        refresh_token_expires: end,
        ..Validity::default()
    });
    let all = builder()
        .access_token("EXAMPLE-ACCESS")
        .id_token("EXAMPLE-ID")
        .refresh_token("EXAMPLE-REFRESH")
        .token_type("Bearer")
        .scopes(["EXAMPLE-A", "EXAMPLE-B"])
        .resource("EXAMPLE-RESOURCE")
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

/// Decodes the only token of an encoded response, if it encodes to the same text.
fn read(dialect: &'static Dialect, written: &Encoded, at: UtcDateTime) -> Option<Token> {
    let response = |encoded: &Encoded| {
        let mut response =
            Response::new(encoded.body.expose().as_bytes(), at).with_content_type(encoded.content_type);
        for (name, value) in &encoded.headers {
            response = response.with_header(*name, value.expose());
        }
        dialect.decode(response)
    };
    match response(written).ok()? {
        Decoded { outcome: Outcome::Token(token), related, .. } if related.is_empty() => {
            let again = dialect.encode_unchecked(&token, at).ok()?;
            (again.body.expose() == written.body.expose() && again.dropped.is_empty()).then_some(token)
        }
        _ => None,
    }
}

const FIELDS: [Field; 14] = [
    Field::AccessToken,
    Field::RefreshToken,
    Field::IdToken,
    Field::TokenType,
    Field::Scopes,
    Field::Resource,
    Field::ClientId,
    Field::Subject,
    Field::IssuedAt,
    Field::NotBefore,
    Field::RefreshAt,
    Field::Expires,
    Field::ExtendedExpires,
    Field::RefreshTokenExpires,
];

/// Returns true if a field is the same in two tokens.
fn same(field: Field, token: &Token, other: &Token) -> bool {
    let (life, other_life) = (token.validity(), other.validity());
    match field {
        Field::AccessToken => token.access_token() == other.access_token(),
        Field::RefreshToken => token.refresh_token() == other.refresh_token(),
        Field::IdToken => token.id_token() == other.id_token(),
        Field::TokenType => {
            token.token_type().map(|sent| sent.kind()) == other.token_type().map(|sent| sent.kind())
        }
        Field::Scopes => token.scopes() == other.scopes(),
        Field::Resource => token.resource() == other.resource(),
        Field::ClientId => token.client_id() == other.client_id(),
        Field::Subject => token.subject() == other.subject(),
        Field::IssuedAt => life.issued_at == other_life.issued_at,
        Field::NotBefore => life.not_before == other_life.not_before,
        Field::RefreshAt => life.refresh_at == other_life.refresh_at,
        Field::Expires => life.expires == other_life.expires,
        Field::ExtendedExpires => life.extended_expires_at == other_life.extended_expires_at,
        Field::RefreshTokenExpires => life.refresh_token_expires == other_life.refresh_token_expires,
        Field::Extras => true,
    }
}

/// Returns the member of a description for a field.
fn member(field: Field) -> &'static str {
    match field {
        Field::Scopes => "scope",
        Field::IssuedAt => "issued",
        Field::RefreshAt => "refresh",
        Field::Expires => "expires",
        Field::ExtendedExpires => "extended_expires",
        Field::RefreshTokenExpires => "refresh_token_expires",
        other => other.as_str(),
    }
}
