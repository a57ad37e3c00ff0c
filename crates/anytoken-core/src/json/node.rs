//! A member or an element.

use std::borrow::Cow;

use super::path::{NameHash, escaped_name_hash, key};
use super::scan::{Member, Written};
use super::{bytes, string};
use crate::error::JsonKind;
use crate::span::Span;

#[derive(Clone, Copy)]
pub(crate) struct Node {
    pub(crate) member: Member,
    /// The range of its members, once they have been split.
    pub(super) children: Span,
    /// The hash of the name.
    pub(super) key: NameHash,
    /// The previous node of the same bucket, counted from one; at the top level only.
    pub(super) before: u32,
    /// True if a field was decoded from it.
    pub(super) consumed: bool,
    /// True if the decoder looked at it; at the top level only.
    pub(super) consulted: bool,
}

impl Node {
    #[inline(always)]
    pub(super) fn new(text: &str, member: Member) -> Self {
        let key = if member.name_escaped {
            escaped_name_hash(text, member.name)
        } else {
            key(text.as_bytes().get(member.name.range()).unwrap_or(&[]))
        };
        Self { member, children: Span::NONE, key, before: 0, consumed: false, consulted: false }
    }

    /// Creates an extra with its name as text and its value as raw JSON.
    pub(crate) fn extra(name: Span, value: Span) -> Self {
        let kind = JsonKind::Null;
        let member = Member { name, value, kind, name_escaped: false, string: Written::Plain };
        Self { member, children: Span::NONE, key: 0, before: 0, consumed: false, consulted: false }
    }

    pub(crate) fn is_consumed(&self) -> bool {
        self.consumed
    }

    pub(crate) fn is_consulted(&self) -> bool {
        self.consulted
    }

    /// Returns true if no field was decoded from it.
    pub(crate) fn is_extra(&self) -> bool {
        !self.consumed
    }

    /// Returns the hash of its name.
    pub(crate) fn key(&self) -> NameHash {
        self.key
    }

    /// Returns true if it is a member and not an element, whose name is the empty span at the start of a text.
    pub(crate) fn is_named(&self) -> bool {
        self.member.name != Span::default()
    }

    /// Returns true if it has this name, of this hash.
    #[inline]
    pub(crate) fn is(&self, text: &str, name: &[u8], key: NameHash) -> bool {
        self.key == key
            && if self.member.name_escaped {
                self.is_escaped(text, name)
            } else {
                self.is_plainly(text, name)
            }
    }

    #[inline(always)]
    pub(super) fn is_plainly(&self, text: &str, name: &[u8]) -> bool {
        text.as_bytes().get(self.member.name.range()).is_some_and(|own| bytes::are_same(own, name))
    }

    #[cold]
    fn is_escaped(&self, text: &str, name: &[u8]) -> bool {
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

    pub(super) fn name_cannot_be_read(&self, text: &str) -> bool {
        string::unescape(self.member.name.of(text)).any(|c| c.is_err())
    }
}
