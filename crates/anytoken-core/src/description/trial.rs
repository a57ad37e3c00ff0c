//! A trial of a dialect: what it writes, it reads.

use time::{Duration, UtcDateTime};

use super::Fault;
use crate::{Decoded, Dialect, Encoded, Expiry, Lifetime, Outcome, Received, Slot, Token};

/// When the token of the trial is written and read: an instant that every encoding can state.
const AT: i64 = 1_767_225_600;

/// Writes tokens and reads them back: the same token each time, the same text again, and nothing beside it.
pub(super) fn hold(dialect: &'static Dialect) -> Result<(), Fault> {
    let nowhere = || fault(Slot::AccessToken, "has no path, and neither has id_token");
    let at = UtcDateTime::from_unix_timestamp(AT).map_err(|_| nowhere())?;
    let mut held = false;
    for token in tokens(at) {
        // No dialect has room for all that is granted.
        let Ok(written) = dialect.write_for_trial(&token, at) else { continue };
        held = true;
        if written.dropped.contains(&Slot::Extras) {
            return Err(Fault { member: "fixed".to_owned(), what: "has no room in what is written" });
        }
        let again = read(dialect, &written, at).ok_or_else(|| Fault {
            member: String::new(),
            what: "what it writes, it does not read as one token: members contradict each other",
        })?;
        let lost = |slot: &Slot| !written.dropped.contains(slot) && !same(*slot, &token, &again);
        if let Some(slot) = SLOTS.into_iter().find(lost) {
            return Err(fault(
                slot,
                "what is written there is not read back: another member stands in the way",
            ));
        }
    }
    if held { Ok(()) } else { Err(nowhere()) }
}

fn fault(slot: Slot, what: &'static str) -> Fault {
    Fault { member: member(slot).to_owned(), what }
}

/// One token with every slot, and those that have little, each with every end; all of another format, so that nothing
/// comes back only because it was sent.
fn tokens(at: UtcDateTime) -> impl Iterator<Item = Token> {
    let hours = move |hours| at.checked_add(Duration::hours(hours));
    let end = move |count| hours(count).map_or(Expiry::Unstated, Expiry::At);
    let builder = || Token::builder("trial");
    let full = Lifetime {
        issued_at: Some(at),
        not_before: Some(at),
        refresh_at: hours(1),
        expires: end(2),
        extended_expires_at: hours(3),
        refresh_token_expires: end(4),
    };
    let ends = [Expiry::Unstated, Expiry::Never, Expiry::At(at), end(1)];
    let lifetimes = ends.into_iter().map(|end| Lifetime {
        expires: end,
        refresh_token_expires: end,
        ..Lifetime::default()
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
        .lifetime(full);
    let few = lifetimes.flat_map(move |lifetime| {
        [
            builder().access_token("EXAMPLE-ACCESS").refresh_token("EXAMPLE-REFRESH"),
            builder().access_token("EXAMPLE-ACCESS"),
            builder().id_token("EXAMPLE-ID"),
            builder().refresh_token("EXAMPLE-REFRESH"),
        ]
        .map(|token| token.lifetime(lifetime))
    });
    std::iter::once(all).chain(few).filter_map(|token| token.build().ok())
}

/// The one token of what was written, which is written the same again.
fn read(dialect: &'static Dialect, written: &Encoded, at: UtcDateTime) -> Option<Token> {
    let received = |encoded: &Encoded| {
        let mut received =
            Received::new(encoded.body.expose().as_bytes(), at).with_content_type(encoded.content_type);
        for (name, value) in &encoded.headers {
            received = received.with_header(*name, value.expose());
        }
        dialect.decode(received)
    };
    match received(written).ok()? {
        Decoded { outcome: Outcome::Granted(token), related, .. } if related.is_empty() => {
            let again = dialect.write_for_trial(&token, at).ok()?;
            (again.body.expose() == written.body.expose() && again.dropped.is_empty()).then_some(token)
        }
        _ => None,
    }
}

const SLOTS: [Slot; 14] = [
    Slot::AccessToken,
    Slot::RefreshToken,
    Slot::IdToken,
    Slot::TokenType,
    Slot::Scopes,
    Slot::Resource,
    Slot::ClientId,
    Slot::Subject,
    Slot::IssuedAt,
    Slot::NotBefore,
    Slot::RefreshAt,
    Slot::Expires,
    Slot::ExtendedExpires,
    Slot::RefreshTokenExpires,
];

/// Whether two tokens have the same in a slot.
fn same(slot: Slot, token: &Token, other: &Token) -> bool {
    let (life, other_life) = (token.lifetime(), other.lifetime());
    match slot {
        Slot::AccessToken => token.access_token() == other.access_token(),
        Slot::RefreshToken => token.refresh_token() == other.refresh_token(),
        Slot::IdToken => token.id_token() == other.id_token(),
        Slot::TokenType => {
            token.token_type().map(|sent| sent.kind()) == other.token_type().map(|sent| sent.kind())
        }
        Slot::Scopes => token.scopes() == other.scopes(),
        Slot::Resource => token.resource() == other.resource(),
        Slot::ClientId => token.client_id() == other.client_id(),
        Slot::Subject => token.subject() == other.subject(),
        Slot::IssuedAt => life.issued_at == other_life.issued_at,
        Slot::NotBefore => life.not_before == other_life.not_before,
        Slot::RefreshAt => life.refresh_at == other_life.refresh_at,
        Slot::Expires => life.expires == other_life.expires,
        Slot::ExtendedExpires => life.extended_expires_at == other_life.extended_expires_at,
        Slot::RefreshTokenExpires => life.refresh_token_expires == other_life.refresh_token_expires,
        Slot::Extras => true,
    }
}

/// The member of a description that a slot is read by.
fn member(slot: Slot) -> &'static str {
    match slot {
        Slot::Scopes => "scope",
        Slot::IssuedAt => "issued",
        Slot::RefreshAt => "refresh",
        Slot::Expires => "expires",
        Slot::ExtendedExpires => "extended_expires",
        Slot::RefreshTokenExpires => "refresh_token_expires",
        other => other.as_str(),
    }
}
