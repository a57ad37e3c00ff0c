//! Values of members, as slots see them.

use crate::body::plain;
use crate::scan::Member;
use crate::store::Piece;
use crate::wiped::Wiped;
use crate::{JsonKind, scopes};

/// The piece of a string.
pub(super) fn piece(member: Member) -> Piece {
    let inside = member.value.inside();
    if member.is_escaped() { Piece::Escaped(inside) } else { Piece::Plain(inside) }
}

/// Whether a member is as good as absent: `null`, `""`, `false`, `[]`, `{}`.
#[inline]
pub(super) fn is_empty(text: &str, member: Member) -> bool {
    match member.kind {
        JsonKind::Null => true,
        JsonKind::Bool => member.value.len() == "false".len(),
        JsonKind::String => member.value.len() == "\"\"".len(),
        JsonKind::Number => false,
        JsonKind::Array | JsonKind::Object => member.value.inside().of(text).trim_ascii().is_empty(),
    }
}

/// Whether an element of an array is a scope: a string, or a number.
pub(super) fn is_scope(text: &str, member: Member) -> bool {
    match member.kind {
        JsonKind::Number => true,
        JsonKind::String => content(text, member).is_some_and(|text| !text.as_str().contains(scopes::LISTED)),
        _ => false,
    }
}

/// Whether a sign of a refusal is one: not empty, not blank, and no zero.
pub(super) fn is_sign(text: &str, member: Member) -> bool {
    let said = said(text, member);
    !is_empty(text, member) && said.as_str() != "0" && !said.as_str().trim_ascii().is_empty()
}

/// Whether a flag of success says no: it is there, and none of the good values, be it a string or not.
pub(super) fn is_failure(text: &str, member: Member, good: &[&str]) -> bool {
    let said = said(text, member);
    member.kind != JsonKind::Null && !good.iter().any(|good| good.trim_matches('"') == said.as_str())
}

/// What a member says: the text of a string, the JSON of anything else.
fn said(text: &str, member: Member) -> Content<'_> {
    content(text, member).unwrap_or(Content::Sent(member.value.of(text)))
}

/// The text of a string: the body's own, or an unescaped copy that is wiped.
pub(super) enum Content<'a> {
    Sent(&'a str),
    Unescaped(Wiped),
}

impl Content<'_> {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Sent(text) => text,
            Self::Unescaped(text) => text.expose(),
        }
    }
}

/// The text of a string; `None` for any other type, and where an escape names no character.
pub(super) fn content(text: &str, member: Member) -> Option<Content<'_>> {
    if member.kind != JsonKind::String {
        return None;
    }
    let inside = member.value.inside().of(text);
    if !member.is_escaped() {
        return Some(Content::Sent(inside));
    }
    plain(inside, true).ok().map(Content::Unescaped)
}
