//! Vendors near the standard, by what they are.

pub(crate) mod chat;
pub(crate) mod code;
pub(crate) mod commerce;
pub(crate) mod identity;

pub use self::{chat::*, code::*, commerce::*, identity::*};
