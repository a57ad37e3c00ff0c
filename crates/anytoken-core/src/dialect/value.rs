//! Values of members, as fields see them.

use crate::error::JsonKind;
use crate::json::Member;
use crate::model::{Piece, scopes::LIST_SEPARATOR};
use crate::secret::{SecretBuf, is_placeholder, is_token};
use crate::span::Span;
use crate::value::Number;

/// Returns the source of a string.
pub(super) fn piece(member: Member) -> Piece {
    let inside = member.value.inside();
    if member.is_escaped() { Piece::Escaped(inside) } else { Piece::Plain(inside) }
}

/// Returns true if a member counts as absent: `null`, `""`, `false`, `[]`, `{}`.
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

/// Returns true if an element of an array is a scope: a string or a number.
pub(super) fn is_scope(text: &str, member: Member) -> bool {
    match member.kind {
        JsonKind::Number => true,
        JsonKind::String => content(text, member).is_some_and(|text| !text.as_str().contains(LIST_SEPARATOR)),
        _ => false,
    }
}

/// Returns true if a member is a text that can be a token.
pub(crate) fn can_be_token(text: &str, member: Member) -> bool {
    content(text, member).is_some_and(|text| is_token(text.as_str()) && !is_placeholder(text.as_str()))
}

/// Returns true if a member that makes an error response is neither empty, blank, zero nor a word for no error.
pub(super) fn is_present(text: &str, member: Member) -> bool {
    !is_empty(text, member) && !is_none(text_or_json(text, member).as_str().trim_ascii())
}

/// Returns true if a member is a string that is not blank.
pub(super) fn is_words(text: &str, member: Member) -> bool {
    let inside = member.value.inside();
    let says = |words: &str| words.bytes().any(|byte| !byte.is_ascii_whitespace());
    match member.is_escaped() {
        _ if member.kind != JsonKind::String => false,
        true => unescape(inside.of(text)).is_some_and(|words| says(words.as_str())),
        false => says(inside.of(text)),
    }
}

/// Returns true if a word is zero or says that there is no error.
pub(super) fn is_none(word: &str) -> bool {
    const WORDS: [&str; 7] = ["", "0", "null", "none", "false", "success", "ok"];
    word.len() <= "success".len() && WORDS.iter().any(|none| word.eq_ignore_ascii_case(none))
}

/// Returns true if a member that asks for a further step is present: neither `null`, `false` nor blank.
pub(super) fn is_step(text: &str, member: Member) -> bool {
    let value = text_or_json(text, member);
    !["", "null", "false"].contains(&value.as_str().trim_ascii())
}

/// Returns true if the text of a code is a word of success, or that of an HTTP status below 300, or noughts.
pub(super) fn is_success(code: &str) -> bool {
    const WORDS: [&str; 6] = ["success", "successful", "succeeded", "ok", "none", "null"];
    let is_nought = Number::parse(code).is_some_and(|number| number.is(0));
    let is_status =
        || code.len() >= 3 && code.starts_with('2') && code.bytes().all(|byte| byte.is_ascii_digit());
    is_nought || is_status() || WORDS.iter().any(|word| code.eq_ignore_ascii_case(word))
}

/// Returns true if a success flag is present and has none of the good values, whether quoted or not.
pub(super) fn is_failure(text: &str, member: Member, good: &[&str]) -> bool {
    let value = text_or_json(text, member);
    member.kind != JsonKind::Null && !good.iter().any(|good| good.trim_matches('"') == value.as_str())
}

/// Returns the text of a string, or the JSON of any other value.
#[inline(always)]
pub(super) fn text_or_json(text: &str, member: Member) -> Content<'_> {
    content(text, member).unwrap_or_else(|| Content::Sent(member.value.of(text)))
}

/// The text of a string: a part of the body, or an unescaped copy.
pub(super) enum Content<'a> {
    Sent(&'a str),
    Unescaped(SecretBuf),
}

impl Content<'_> {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Sent(text) => text,
            Self::Unescaped(text) => text.expose(),
        }
    }
}

/// Returns the name of a member; up to its first invalid escape, if it has one.
#[inline]
pub(super) fn name(text: &str, member: Member) -> Content<'_> {
    let sent = member.name.of(text);
    if !member.name_escaped {
        return Content::Sent(sent);
    }
    let mut name = SecretBuf::with_capacity(sent.len());
    name.unescape(text, member.name);
    Content::Unescaped(name)
}

/// Returns the text of a string; `None` for any other type and for an invalid escape.
#[inline(always)]
pub(super) fn content(text: &str, member: Member) -> Option<Content<'_>> {
    if member.kind != JsonKind::String {
        return None;
    }
    unescaped(member.value.inside().of(text), member.is_escaped())
}

/// Returns the text of the string at a span.
pub(super) fn string(text: &str, value: Span) -> Option<Content<'_>> {
    let inside = value.inside().of(text);
    unescaped(inside, inside.contains('\\'))
}

#[inline(always)]
fn unescaped(inside: &str, is_escaped: bool) -> Option<Content<'_>> {
    if is_escaped { unescape(inside) } else { Some(Content::Sent(inside)) }
}

#[cold]
#[inline(never)]
fn unescape(inside: &str) -> Option<Content<'_>> {
    SecretBuf::unescaped(inside, true).ok().map(Content::Unescaped)
}
