//! JSON text as a tree of spans.
//!
//! [`scan`] splits a text into members in one strict pass, [`tree`] keeps them and finds one by its [`path`], and
//! [`string`] escapes and unescapes. What is fast because it is clever is in this room: [`stops`], [`bytes`] and
//! [`index`].

pub(crate) mod bytes;
#[cfg(test)]
mod differential;
mod index;
mod node;
mod path;
mod scan;
mod stops;
mod string;
mod tree;
mod walk;

pub(crate) use self::node::Node;
pub use self::path::{FieldPath, FieldPaths};
pub(crate) use self::path::{MULTIPLIER, NameHash, NameSet, is_same, name_hash};
pub use self::scan::json_members;
pub(crate) use self::scan::{DEEPEST, DEEPEST_STORED, Member, StringForm, split};
pub(crate) use self::string::{LoneSurrogate, compact, decode_escape, escape, quote, unescape};
pub(crate) use self::tree::{Id, Tree};
pub(crate) use self::walk::{Event, walk};
