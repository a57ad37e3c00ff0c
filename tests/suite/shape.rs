//! What types are: their size, what they can be sent through, what they cannot be turned into.

use std::fmt;

use anytoken::{
    Decoded, Encoded, Error, Extra, Extras, Failure, Lifetime, Note, Outcome, Received, Refusal, Registry,
    Secret, Span, StoredToken, Token, Wiped,
};
use serde::Serialize;

/// Fails to compile where the type has the trait: then two impls fit, and none is chosen.
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
    Wiped: fmt::Display,
    Wiped: Serialize,
    Wiped: AsRef<str>,
    Wiped: std::ops::Deref,
    Extra<'static>: fmt::Display,
    Extra<'static>: Serialize,
    Extras<'static>: Serialize,
    StoredToken: Serialize,
    Refusal: Serialize,
    Decoded: Serialize,
}

const fn everywhere<T: Send + Sync + 'static>() {}

#[test]
fn everything_can_be_sent_and_shared() {
    everywhere::<Token>();
    everywhere::<Refusal>();
    everywhere::<Decoded>();
    everywhere::<Outcome>();
    everywhere::<Error>();
    everywhere::<Failure>();
    everywhere::<Registry>();
    everywhere::<Received<'static>>();
    everywhere::<Encoded>();
    everywhere::<StoredToken>();
}

#[test]
#[cfg(target_pointer_width = "64")]
fn sizes_are_these() {
    let sizes = [
        ("Token", size_of::<Token>()),
        ("Refusal", size_of::<Refusal>()),
        ("Decoded", size_of::<Decoded>()),
        ("Error", size_of::<Error>()),
        ("Failure", size_of::<Failure>()),
        ("Lifetime", size_of::<Lifetime>()),
        ("Note", size_of::<Note>()),
        ("Span", size_of::<Span>()),
        ("Secret", size_of::<Secret<'_>>()),
        ("Wiped", size_of::<Wiped>()),
    ];
    assert_eq!(
        sizes,
        [
            ("Token", 248),
            ("Refusal", 120),
            ("Decoded", 296),
            ("Error", 8),
            ("Failure", 16),
            ("Lifetime", 72),
            ("Note", 40),
            ("Span", 8),
            ("Secret", 16),
            ("Wiped", 24),
        ]
    );
}
