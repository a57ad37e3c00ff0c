//! A node of the tree: a member or an element, with its state in decoding.

use std::borrow::Cow;

use super::path::{NameHash, escaped_name_hash, name_hash};
use super::scan::Member;
use super::{bytes, string};
use crate::span::Span;

/// A member of an object or an element of an array.
#[derive(Clone, Copy)]
pub(crate) struct Node {
    pub(crate) member: Member,
    /// The ids of the nodes within it; none until it is opened.
    pub(super) children: Span,
    /// The hash of the name.
    pub(super) hash: NameHash,
    /// The previous node of the same bucket, counted from one, zero for none; set at the top level only.
    pub(super) previous: u32,
    /// What the decoder has done with it.
    pub(super) state: State,
    /// True if its name is free: it says something, even if all values within it are consumed.
    pub(super) keeps_name: bool,
}

/// The state of a node in decoding, from the least to the most.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    Unread,
    /// The decoder looked at it.
    Consulted,
    /// A field was decoded from it.
    Consumed,
}

// The nodes are most of the memory that decoding takes.
const _: () = assert!(size_of::<Node>() == 36);

impl Node {
    #[inline(always)]
    pub(crate) fn new(text: &str, member: Member) -> Self {
        let hash = if member.name_escaped {
            escaped_name_hash(text, member.name)
        } else {
            name_hash(text.as_bytes().get(member.name.range()).unwrap_or(&[]))
        };
        Self { member, children: Span::NONE, hash, previous: 0, state: State::Unread, keeps_name: false }
    }

    pub(crate) fn is_consumed(&self) -> bool {
        self.state == State::Consumed
    }

    /// Returns true if the decoder looked at it, whether or not it took it.
    pub(crate) fn is_consulted(&self) -> bool {
        self.state >= State::Consulted
    }

    /// Returns the hash of its name.
    pub(crate) fn hash(&self) -> NameHash {
        self.hash
    }

    /// Returns true if it is a member; the name of an element is the empty span at the start of a text.
    pub(crate) fn is_named(&self) -> bool {
        self.member.name != Span::default()
    }

    /// Returns true if it has this name, whose hash is given.
    #[inline]
    pub(crate) fn has_name(&self, text: &str, name: &[u8], hash: NameHash) -> bool {
        self.hash == hash
            && if self.member.name_escaped {
                self.has_escaped_name(text, name)
            } else {
                self.has_plain_name(text, name)
            }
    }

    /// Returns true if another node has the same name.
    pub(super) fn has_name_of(&self, text: &str, other: &Self) -> bool {
        string::unescape(self.member.name.of(text)).eq(string::unescape(other.member.name.of(text)))
    }

    /// Returns true if its name, in which there are no escapes, is this one.
    #[inline(always)]
    pub(super) fn has_plain_name(&self, text: &str, name: &[u8]) -> bool {
        text.as_bytes().get(self.member.name.range()).is_some_and(|own| bytes::are_equal(own, name))
    }

    #[cold]
    fn has_escaped_name(&self, text: &str, name: &[u8]) -> bool {
        let name = std::str::from_utf8(name).unwrap_or("");
        string::unescape(self.member.name.of(text)).eq(name.chars().map(Ok))
    }

    /// Returns its name, up to the first invalid escape.
    pub(crate) fn name<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let sent = self.member.name.of(text);
        if self.member.name_escaped {
            string::unescape(sent).map_while(Result::ok).collect()
        } else {
            Cow::Borrowed(sent)
        }
    }

    /// Returns true if its name has an escape that stands for no character.
    pub(super) fn has_invalid_name(&self, text: &str) -> bool {
        string::unescape(self.member.name.of(text)).any(|c| c.is_err())
    }
}
