//! JSON text as a tree of spans.
//!
//! [`scan`] splits a text into members in one strict pass, [`tree`] keeps them and finds one by its [`path`], and
//! [`string`] escapes and unescapes. What is fast because it is clever is in this room: [`stops`], [`bytes`] and
//! [`index`].

pub(crate) mod bytes;
#[cfg(test)]
pub(crate) mod differential;
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
pub(crate) use self::scan::{DEEPEST, DEEPEST_STORED, LONGEST, Member, StringForm, split};
pub(crate) use self::stops::{Form, Stops, Xml};
pub(crate) use self::string::{LoneSurrogate, Piece, Pieces, compact, escape, hex, quote, unescape};
pub(crate) use self::tree::{Id, Tree, push};
pub(crate) use self::walk::{Event, walk};
