//! Properties of types: their size, the auto traits that they have, the traits that they must not have.

use std::fmt;

use anytoken::{
    Decoded, Encoded, Error, ErrorResponse, Extra, Extras, Note, Outcome, Registry, Response, Secret,
    SecretBuf, Span, StoredToken, Token, TokenError, Validity,
};
use serde::Serialize;

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
            ("Token", 248),
            ("ErrorResponse", 120),
            ("Decoded", 296),
            ("Error", 8),
            ("TokenError", 16),
            ("Validity", 72),
            ("Note", 40),
            ("Span", 8),
            ("Secret", 16),
            ("SecretBuf", 24),
        ]
    );
}
