//! A member or an element.

use std::borrow::Cow;

use crate::path::{Key, escaped_key, key};
use crate::scan::{Member, Written};
use crate::{JsonKind, Span, bytes, json};

#[derive(Clone, Copy)]
pub(crate) struct Node {
    pub(crate) member: Member,
    /// Its members, as a range of nodes, once it was opened.
    pub(super) opened: Span,
    /// What a look at the name tells; equal for equal names.
    pub(super) key: Key,
    /// The node before it whose key has the same place, counted from one; of the top level only.
    pub(super) before: u32,
    /// Whether a slot or a time was read from it.
    pub(super) taken: bool,
}

impl Node {
    #[inline(always)]
    pub(super) fn new(text: &str, member: Member) -> Self {
        let key = if member.name_escaped {
            escaped_key(text, member.name)
        } else {
            key(text.as_bytes().get(member.name.range()).unwrap_or(&[]))
        };
        Self { member, opened: Span::NONE, key, before: 0, taken: false }
    }

    /// A settled member: its name as text, its value as raw JSON.
    pub(crate) fn extra(name: Span, value: Span) -> Self {
        let kind = JsonKind::Null;
        let member = Member { name, value, kind, name_escaped: false, string: Written::Plain };
        Self { member, opened: Span::NONE, key: 0, before: 0, taken: false }
    }

    /// Whether nothing was read from it.
    pub(crate) fn is_extra(&self) -> bool {
        !self.taken
    }

    /// The key of its name.
    pub(crate) fn key(&self) -> Key {
        self.key
    }

    /// Whether it is a member and not an element: no name stands at the very beginning of a text.
    pub(crate) fn is_named(&self) -> bool {
        self.member.name != Span::default()
    }

    /// Whether it has this name, of this key.
    #[inline]
    pub(crate) fn is(&self, text: &str, name: &[u8], key: Key) -> bool {
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
        json::unescape(self.member.name.of(text)).eq(name.chars().map(Ok))
    }

    /// Its name, as far as escapes name characters.
    pub(crate) fn name<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let sent = self.member.name.of(text);
        if self.member.name_escaped {
            json::unescape(sent).map_while(Result::ok).collect()
        } else {
            Cow::Borrowed(sent)
        }
    }

    pub(super) fn name_cannot_be_read(&self, text: &str) -> bool {
        json::unescape(self.member.name.of(text)).any(|c| c.is_err())
    }
}
