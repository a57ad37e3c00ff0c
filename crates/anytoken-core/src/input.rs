//! From the bytes of a response to a body: JSON text, its tree, and the map to the bytes as they were received.
//!
//! Every rewrite happens here, before a dialect decodes the body: forms, XML, JSON in a string, headers, numbered
//! members.

mod body;
#[cfg(test)]
mod differential;
pub(crate) mod form;
mod object;
mod response;
mod rewrite;
mod source_map;
mod xml;

pub(crate) use self::body::BodyText;
pub use self::body::{Body, is_form};
pub use self::response::{Limits, Response};
pub use self::rewrite::{BodyMember, Part};
pub(crate) use self::source_map::SourceMap;
pub(crate) use self::xml::TEXT;
