//! Properties of types: their size, the auto traits that they have, the traits that they must not have.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::time::SystemTime;

use anytoken::{
    Adapter, Decoded, Encoded, Error, ErrorResponse, Extra, Extras, Format, Note, Outcome, Registry,
    Response, Secret, SecretBuf, Span, State, StoredToken, Token, TokenError, Validity,
};
use serde::Serialize;
use time::{Duration, OffsetDateTime, UtcDateTime};

/// Fails to compile if the type has the trait: then two impls apply.
macro_rules! assert_not {
    ($($type:ty : $trait:path),* $(,)?) => {$(
        const _: () = {
            trait Ambiguous<A> {
                fn some() {}
            }
            impl<T: ?Sized> Ambiguous<()> for T {}
            struct Has;
            impl<T: ?Sized + $trait> Ambiguous<Has> for T {}
            let _ = <$type as Ambiguous<_>>::some;
        };
    )*};
}

assert_not! {
    Secret<'static>: fmt::Display,
    Secret<'static>: Serialize,
    Secret<'static>: AsRef<str>,
    Secret<'static>: std::ops::Deref,
    Token: fmt::Display,
    Token: Serialize,
    SecretBuf: fmt::Display,
    SecretBuf: Serialize,
    SecretBuf: AsRef<str>,
    SecretBuf: std::ops::Deref,
    Extra<'static>: fmt::Display,
    Extra<'static>: Serialize,
    Extras<'static>: Serialize,
    ErrorResponse: Serialize,
    Decoded: Serialize,
}

const fn everywhere<T: Send + Sync + 'static>() {}

#[test]
fn public_types_are_send_and_sync() {
    everywhere::<Token>();
    everywhere::<ErrorResponse>();
    everywhere::<Decoded>();
    everywhere::<Outcome>();
    everywhere::<Error>();
    everywhere::<TokenError>();
    everywhere::<Registry>();
    everywhere::<Response<'static>>();
    everywhere::<Encoded>();
    everywhere::<StoredToken>();
}

#[test]
#[cfg(target_pointer_width = "64")]
fn type_sizes_are_known() {
    let sizes = [
        ("Token", size_of::<Token>()),
        ("ErrorResponse", size_of::<ErrorResponse>()),
        ("Decoded", size_of::<Decoded>()),
        ("Error", size_of::<Error>()),
        ("TokenError", size_of::<TokenError>()),
        ("Validity", size_of::<Validity>()),
        ("Note", size_of::<Note>()),
        ("Span", size_of::<Span>()),
        ("Secret", size_of::<Secret<'_>>()),
        ("SecretBuf", size_of::<SecretBuf>()),
    ];
    assert_eq!(
        sizes,
        [
            ("Token", 224),
            ("ErrorResponse", 120),
            ("Decoded", 272),
            ("Error", 8),
            ("TokenError", 16),
            ("Validity", 72),
            ("Note", 48),
            ("Span", 8),
            ("Secret", 16),
            ("SecretBuf", 24),
        ]
    );
}

#[test]
fn arrival_is_any_kind_of_instant() {
    let body = br#"{"access_token":"EXAMPLE","expires_in":60}"#;
    let seconds = 1_767_225_600;
    let at = UtcDateTime::from_unix_timestamp(seconds).expect("an instant");
    let system = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_767_225_600);
    let offset = OffsetDateTime::from_unix_timestamp(seconds).expect("an instant");
    let token = |response| anytoken::token(response).expect("a token");
    let expected = token(Response::new(body, at));
    assert_eq!(token(Response::new(body, system)), expected);
    assert_eq!(token(Response::from_vec(body.to_vec(), offset)), expected);
    assert_eq!(expected.expires_at(), Some(at + Duration::MINUTE));
    assert_eq!(expected.state_at(system, Duration::ZERO), State::Valid);
    assert!(expected.should_refresh_at(offset, Duration::MINUTE));
    assert_eq!(anytoken::encode("rfc6749", &expected, system), anytoken::encode("rfc6749", &expected, at));
}

#[test]
fn collections_are_iterated_and_searched() {
    let registry = anytoken::registry();
    let ids: Vec<&str> = registry.into_iter().map(Adapter::id).collect();
    assert_eq!(ids.len(), registry.iter().count());
    let families: usize = anytoken::families().iter().map(|family| family.adapters().count()).sum();
    assert_eq!(families, ids.len());
    let by_format = BTreeMap::from([(Format::from("slack"), 1)]);
    assert_eq!(by_format.get("slack"), Some(&1));
    let by_hash = HashMap::from([(Format::from("slack"), 1)]);
    assert_eq!(by_hash.get("slack"), Some(&1));
}

#[test]
fn results_compare_and_clone() {
    let granted = Response::new(br#"{"ok":true,"access_token":"EXAMPLE-BOT","scope":"a","authed_user":{"id":"U1","access_token":"EXAMPLE-USER","scope":"b","token_type":"user"}}"#, UtcDateTime::UNIX_EPOCH);
    let rejected =
        Response::new(br#"{"ok":false,"error":"invalid_code","example":1}"#, UtcDateTime::UNIX_EPOCH);
    let decode = |response: &Response<'_>| anytoken::decode_as("slack", response.clone()).expect("slack");
    assert_eq!(decode(&granted), decode(&granted));
    assert_eq!(decode(&rejected), decode(&rejected));
    assert_ne!(decode(&granted), decode(&rejected));
    let other = Response::new(br#"{"ok":false,"error":"invalid_code","example":2}"#, UtcDateTime::UNIX_EPOCH);
    assert_ne!(decode(&rejected), decode(&other), "an extra differs");
    let tokens = decode(&granted).into_tokens().expect("tokens");
    let exposed: Vec<&str> = tokens.iter().map(|token| token.credential().expose()).collect();
    assert_eq!(exposed, ["EXAMPLE-BOT", "EXAMPLE-USER"]);
    assert!(decode(&rejected).into_tokens().is_err());
}
