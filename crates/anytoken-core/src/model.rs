//! What users hold: the token and its parts, the error response, and what decoding returns.

mod builder;
mod canonical;
mod decoded;
mod error_response;
mod evidence;
mod extras;
mod field;
mod note;
mod remedy;
pub(crate) mod scopes;
mod store;
mod token;
mod token_type;
mod validity;

pub use self::builder::TokenBuilder;
pub use self::canonical::{Canonical, StoredToken};
pub use self::decoded::{Decoded, Outcome, TokenError};
pub use self::error_response::ErrorResponse;
pub use self::evidence::Evidence;
pub use self::extras::{Extra, Extras, ExtrasIter};
pub use self::field::{Field, FieldKind};
pub(crate) use self::field::{FieldIndex, TextField, Texts, TimeField};
pub use self::note::{Note, NoteKind};
pub use self::remedy::Remedy;
pub use self::scopes::{Scopes, ScopesIter};
pub(crate) use self::store::{Piece, Pieces, Store};
pub use self::token::{CredentialKind, FieldValue, Token};
pub(crate) use self::token_type::is_scheme;
pub use self::token_type::{TokenType, TokenTypeKind};
pub(crate) use self::validity::Times;
pub use self::validity::{Expiry, State, Validity};
