//! The token formats of Affinidi, and of Ory, whose servers Affinidi uses.
//!
//! ```
//! use anytoken_affinidi::CONSUMER_AUTH;
//! use anytoken_core::{NoteKind, Outcome, Response};
//! use time::UtcDateTime;
//!
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600,"id_token":0,"token_type":"bearer"}"#;
//! let decoded = CONSUMER_AUTH.decode(Response::new(body, UtcDateTime::UNIX_EPOCH))?;
//! assert_eq!(decoded.notes[0].kind, NoteKind::WrongType);
//! let token = decoded.into_token()?;
//! assert_eq!(token.id_token(), None);
//! assert_eq!(token.extras().get("id_token").unwrap().expose_json(), "0");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// The rest is made by `cargo xtask update`.

mod consumer_auth;
mod consumer_auth_token_endpoint_output;
mod login;
mod ory;

use anytoken_core::Entry;

pub use self::consumer_auth::*;
pub use self::consumer_auth_token_endpoint_output::*;
pub use self::login::*;
pub use self::ory::*;

/// Every format of this crate.
pub const ENTRIES: &[Entry] = &[
    CONSUMER_AUTH.entry(),
    ELEMENTS_AUTH.entry(),
    HYDRA.entry(),
    IOTA.entry(),
    KRATOS_SESSION.entry(),
    LOGIN.entry(),
    OATHKEEPER.entry(),
    PROJECT_SCOPED_TOKEN.entry(),
];
