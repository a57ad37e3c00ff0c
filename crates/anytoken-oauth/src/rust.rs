//! The Rust project.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `cargo-credential-provider`: the output of a credential provider of Cargo.
///
/// It is a `Result` as serde writes it. The token alone is the header. `expiration` is there if `cache` is `expires`.
///
/// ```json
/// {"Ok":{"kind":"get","token":"EXAMPLE-ACCESS","cache":"expires","expiration":1767229200,
///  "operation_independent":true}}
/// ```
///
/// Source: rust-lang/cargo, cargo-credential 0.4.11 `src/lib.rs` (CredentialResponse, CacheControl), `src/error.rs`.
pub static CARGO_CREDENTIAL_PROVIDER: Dialect =
    Dialect::bare("cargo-credential-provider", "Rust", Evidence::Recorded)
        .with_quirks(
            "the token is in Ok and alone in the header; the expiry is an epoch; error responses are in Err",
        )
        .detected_by(&["Err", "Ok/operation_independent"])
        .envelope("Ok")
        .access_token(paths!["token"])
        .expires_at(&[TimeRule::epoch(paths!["expiration"])])
        .authorization(Authorization::Bare)
        .errors(&ErrorShape::RFC6749.error_when(paths!["Err"]).code(paths!["Err/kind"]).remedies(&[
            ("not-found", Remedy::Reauthenticate),
            ("operation-not-supported", Remedy::FixRequest),
            ("url-not-supported", Remedy::FixRequest),
        ]));

/// `crates-io-trusted-publishing`: crates.io's exchange of a CI's ID token, for trusted publishing.
///
/// The token alone is the header. It is valid for 30 minutes, which the response does not state.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: rust-lang/crates.io `src/controllers/trustpub/tokens/exchange/mod.rs`.
pub static CRATES_IO_TRUSTED_PUBLISHING: Dialect =
    Dialect::bare("crates-io-trusted-publishing", "Rust Foundation", Evidence::Tested)
        .with_quirks(
            "the token is in token, alone, and alone in the header; no expiry; error responses have no code",
        )
        .access_token(paths!["token"])
        .authorization(Authorization::Bare);
