//! Secrets, borrowed and owned: comparison in constant time, wiping, and masking of texts that may contain one.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use subtle::ConstantTimeEq;

use crate::json::{self, bytes};
use crate::span::Span;
use crate::value::{EndName, letters_of};

/// A borrowed secret: the text of a credential.
///
/// `Debug` is redacted, there is neither `Display` nor `Serialize`, and two secrets are compared in constant
/// time. [`expose`](Self::expose) is the only way to the text.
///
/// ```compile_fail
/// # extern crate anytoken_core as anytoken;
/// fn show(secret: anytoken::Secret<'_>) -> String {
///     secret.to_string() // a secret has no `Display`
/// }
/// ```
#[derive(Clone, Copy)]
pub struct Secret<'a>(&'a str);

impl<'a> Secret<'a> {
    /// Borrows a text that is a secret.
    pub fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// Returns the text. Keep it out of logs.
    pub fn expose(self) -> &'a str {
        self.0
    }
}

impl PartialEq for Secret<'_> {
    fn eq(&self, other: &Self) -> bool {
        same(self.0, other.0)
    }
}

impl Eq for Secret<'_> {}

impl fmt::Debug for Secret<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

/// Compares two secret texts in a time that depends only on their lengths.
#[inline(never)]
pub(crate) fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && bytes::differences(a.as_bytes(), b.as_bytes()).ct_eq(&0).into()
}

/// Returns true if a text can be an access, refresh or ID token: one or more of 0x20–0x7E (RFC 6749 A.12).
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty() && bytes::are_visible(text.as_bytes())
}

/// Returns true if quoted visible ASCII is certainly a token: too long for a placeholder, and not an error message.
///
/// Nearly all tokens pass; any other text takes the slow path of [`is_token`] and [`is_placeholder`]. A text without
/// spaces at its ends is not shortened by trimming, and one whose second byte is not `r` does not start with `error:`.
#[inline(always)]
pub(crate) fn is_token_fast(quoted: &[u8]) -> bool {
    match quoted {
        [_, first, second, middle @ .., last, _] => {
            middle.len() >= LONGEST_PLACEHOLDER && *first != b' ' && *second != b'r' && *last != b' '
        }
        _ => false,
    }
}

/// Returns true if the inside of a string with escapes of visible ASCII is certainly a token.
///
/// An escape takes at most six bytes, and does not stand for a space.
#[inline(never)]
pub(crate) fn is_escaped_token_fast(inside: &str) -> bool {
    let mut first = json::unescape(inside).map_while(Result::ok);
    inside.len() > LONGEST_PLACEHOLDER.saturating_mul(6)
        && inside.trim_ascii().len() == inside.len()
        && !ERROR.chars().all(|c| first.next() == Some(c))
}

/// The replacement of a masked text.
pub(crate) const MASK: &str = "***";

/// The words that some languages and vendors print for an absent value, and the one that stands for a masked value.
const PLACEHOLDERS: [&str; 6] = ["null", "undefined", "None", "not_supported", "not_available", MASK];

/// The length of the longest of these words.
const LONGEST_PLACEHOLDER: usize = 13;

/// The beginning of an error message in place of a token.
const ERROR: &str = "error:";

/// Returns true if a text stands in for an absent token: whitespace, a placeholder word, or an error message.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let text = text.trim_ascii();
    text.len() <= LONGEST_PLACEHOLDER && (text.is_empty() || PLACEHOLDERS.contains(&text))
        || text.starts_with(ERROR)
}

/// Displays a text of the server with its control characters escaped as in JSON except newlines, since they would act on
/// a terminal.
pub(crate) struct EscapeControls<'a>(pub(crate) &'a str);

impl fmt::Display for EscapeControls<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let acts = |c: char| c.is_control() && c != '\n';
        // Only the last character of a piece can act on a terminal.
        self.0.split_inclusive(acts).try_for_each(|piece| {
            match piece.chars().next_back().filter(|c| acts(*c)) {
                Some(last) => write!(f, "{}\\u{:04x}", piece.trim_end_matches(last), u32::from(last)),
                None => f.write_str(piece),
            }
        })
    }
}

/// Displays the beginning of a text that may contain secrets.
///
/// Two kinds of runs of 20 or more characters are masked, even if only a part of them would be shown: those of the
/// characters of bearer tokens (RFC 6750), and those of all that tokens have if letters and digits are mixed in them, such
/// as `id|secret`. They are not in most URLs, in times, and in words with a colon between them.
pub(crate) struct Masked<'a> {
    pub(crate) text: &'a str,
    /// The number of bytes to show.
    pub(crate) shown: usize,
    /// True for a name of the server's own: it may be long, and only a run in which letters and digits are mixed is masked.
    pub(crate) is_name: bool,
}

impl<'a> Masked<'a> {
    /// The length of the shortest run that is masked.
    const SHORTEST: usize = 20;

    /// Masks a code or a type: a text if it is a sentence, and else a name.
    pub(crate) fn word(text: &'a str, shown: usize) -> Self {
        Self { text, shown, is_name: !text.contains(|c: char| c.is_ascii_whitespace()) }
    }

    /// Returns true if no run of a text can be masked, and no character acts on a terminal.
    pub(crate) fn shows_whole(text: &str) -> bool {
        !is_long(text) && bytes::are_visible(text.as_bytes())
    }

    /// Returns the pieces of the text, with true for each that is masked.
    fn pieces(&self) -> impl Iterator<Item = (&'a str, bool)> {
        runs(self.text, is_token_char).flat_map(move |run| {
            let is_secret = is_long(run) && run.starts_with(is_token_char) && is_mixed(run);
            let is_in_run = if is_secret { is_token_char } else { is_bearer_char };
            let is_masked = move |piece: &str| {
                (is_secret || !self.is_name) && is_long(piece) && piece.starts_with(is_in_run)
            };
            runs(run, is_in_run).map(move |piece| (piece, is_masked(piece)))
        })
    }
}

impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if Self::shows_whole(self.text) {
            return f.write_str(beginning(self.text, self.shown));
        }
        let mut budget = self.shown;
        for (piece, is_masked) in self.pieces() {
            match (budget, is_masked) {
                (0, _) => break,
                (_, true) => f.write_str(MASK)?,
                (_, false) => EscapeControls(beginning(piece, budget)).fmt(f)?,
            }
            budget = budget.saturating_sub(piece.len());
        }
        Ok(())
    }
}

/// Displays a URI with its query masked.
pub(crate) struct MaskedUri<'a>(pub(crate) &'a str);

impl fmt::Display for MaskedUri<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (page, mask) = self.0.split_once('?').map_or((self.0, ""), |(page, _)| (page, "?***"));
        EscapeControls(page).fmt(f)?;
        f.write_str(mask)
    }
}

/// Splits a text into runs of characters that all are in a class or all are not.
fn runs(text: &str, is_in_class: fn(char) -> bool) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_run = rest.starts_with(is_in_class);
        let end = rest.find(|c| is_in_class(c) != is_run).unwrap_or(rest.len());
        let (run, tail) = rest.split_at_checked(end).filter(|(run, _)| !run.is_empty())?;
        rest = tail;
        Some(run)
    })
}

fn is_long(run: &str) -> bool {
    run.len() >= Masked::SHORTEST
}

/// Returns true if a bearer token can contain a character (RFC 6750 §2.1).
fn is_bearer_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._~+/=-".contains(c)
}

/// Returns true if tokens contain a character: those of RFC 6749 (Appendix A.12) without a blank, quotes, brackets, `\`,
/// and the signs that separate the pairs of lists and queries.
fn is_token_char(c: char) -> bool {
    is_bearer_char(c) || "!#$%*:@^|".contains(c)
}

/// Returns true if letters and digits are mixed in a text: it is not made of words with at most 2 digits behind, and
/// numbers of at most 12.
fn is_mixed(text: &str) -> bool {
    let is_word = |piece: &str| {
        let letters = piece.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = piece.len().saturating_sub(letters.len());
        letters.bytes().all(|byte| byte.is_ascii_alphabetic())
            && digits <= if letters.is_empty() { 12 } else { 2 }
    };
    // `T` and `Z` are the signs of times.
    !text.split(|c: char| !c.is_ascii_alphanumeric() || matches!(c, 'T' | 'Z')).all(is_word)
}

/// Returns a member name that is safe to show: `***#` and its position if it may be a secret and is not known.
///
/// A secret can be a name, since a text may be mistaken for a form.
pub fn shown_name(name: &str, position: usize, is_known: impl Fn(&str) -> bool) -> Cow<'_, str> {
    if may_be_secret(name) && !is_known(name) {
        Cow::Owned(format!("***#{position}"))
    } else {
        Cow::Borrowed(name)
    }
}

/// Returns true if a name may be a secret: it has a long run of token characters, is not made of words and is not
/// known.
pub(crate) fn may_be_secret(name: &str) -> bool {
    // A space may be the `+` of base64 that was decoded as a form.
    let has_run = || is_long(name) && name.split(|c| c != ' ' && !is_token_char(c)).any(is_long);
    // A server's own `***#1` must not look like a masked name.
    name.starts_with("***#") || has_run() && !is_made_of_words(name) && !is_known_name(name)
}

/// Returns true if a name is made of lower-case words of up to 15 letters and 2 digits, and numbers of up to 7 digits.
fn is_made_of_words(name: &str) -> bool {
    const LONGEST: usize = 64;
    let is_word = |piece: &str| {
        let letters = piece.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = piece.len().saturating_sub(letters.len());
        let max_digits = if letters.is_empty() { 7 } else { 2 };
        letters.len() <= 15 && digits <= max_digits && letters.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    name.len() <= LONGEST && name.split(['_', '-', '.', ':', '/']).all(is_word)
}

/// Returns true if a name is one of an expiry or of the canonical form, in any spelling.
///
/// These are the only long names that are known without a format.
fn is_known_name(name: &str) -> bool {
    let is_canonical = |known: &[u8]| letters_of(name.as_bytes()).eq(known.iter().copied());
    EndName::of(name).is_some()
        || is_canonical(b"extendedexpiresat")
        || is_canonical(b"refreshtokenneverexpires")
}

/// Returns at most this many of the first bytes of a text, up to a character boundary.
pub(crate) fn beginning(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or("")
}

/// An owned secret text, whose whole buffer is wiped when it is dropped.
///
/// A buffer that has to grow is wiped as well, so that no copy of a secret remains in freed memory. `Debug` is redacted
/// and there is no `Display`; [`expose`](Self::expose) is the only way to the text.
#[derive(Default)]
pub struct SecretBuf(String);

impl SecretBuf {
    /// Creates an empty buffer with room for `capacity` bytes.
    pub fn with_capacity(capacity: usize) -> Self {
        Self(String::with_capacity(capacity))
    }

    /// Copies a text into a buffer with room for `room` more bytes.
    pub(crate) fn with_room(text: &str, room: usize) -> Self {
        let mut buffer = Self::with_capacity(text.len().saturating_add(room));
        buffer.0.push_str(text);
        buffer
    }

    /// Copies the text of a JSON string, given without its quotes.
    pub(crate) fn unescaped(inside: &str, escaped: bool) -> Result<Self, json::LoneSurrogate> {
        if !escaped {
            return Ok(Self::from(inside));
        }
        // A character is never longer than its escape.
        let mut text = Self::with_capacity(inside.len());
        if text.unescape(inside, Span::new(0, inside.len())) { Ok(text) } else { Err(json::LoneSurrogate) }
    }

    /// Returns the text. It is a secret: keep it out of logs.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Returns the text, which is not wiped any more.
    fn into_text(mut self) -> String {
        std::mem::take(&mut self.0)
    }

    /// Returns the length of the text in bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns true if the text is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Appends a text and returns its span.
    ///
    /// If the text does not fit, the buffer is moved to a larger one and wiped.
    pub fn push(&mut self, text: &str) -> Span {
        if self.room() < text.len() {
            self.grow(text.len());
        }
        let start = self.0.len();
        self.0.push_str(text);
        Span::new(start, self.0.len())
    }

    /// Appends a text, as [`push`](Self::push) does, without returning its span.
    pub(crate) fn put(&mut self, text: &str) {
        self.push(text);
    }

    /// Wipes the text, and keeps its room for the next one.
    pub fn clear(&mut self) {
        let mut bytes = std::mem::take(&mut self.0).into_bytes();
        let used = bytes.len();
        bytes.clear();
        bytes.resize(used, 0);
        zeroize::optimization_barrier(&bytes);
        bytes.clear();
        self.0 = String::from_utf8(bytes).unwrap_or_default();
    }

    /// Inserts a text at an offset, which is that of a character.
    pub(crate) fn insert(&mut self, at: usize, text: &str) {
        if self.room() < text.len() {
            self.grow(text.len());
        }
        if self.0.is_char_boundary(at) {
            self.0.insert_str(at, text);
        }
    }

    /// Appends a text as a JSON string.
    pub fn quote(&mut self, text: &str) {
        self.put_char('"');
        json::escape(text, &mut |piece| self.put(piece));
        self.put_char('"');
    }

    /// Appends items in brackets, with commas between them.
    pub(crate) fn list<T>(
        &mut self,
        [open, close]: [char; 2],
        items: impl Iterator<Item = T>,
        put: impl Fn(&mut Self, T),
    ) {
        self.put_char(open);
        for (index, item) in items.enumerate() {
            if index > 0 {
                self.put_char(',');
            }
            put(self, item);
        }
        self.put_char(close);
    }

    /// Appends the unescaped text of the JSON string at a span of a text, without its quotes.
    ///
    /// Returns false if an escape is invalid, and appends the text before it. The unescaped text is never longer than
    /// the escaped one.
    pub(crate) fn unescape(&mut self, text: &str, inside: Span) -> bool {
        let mut pieces = json::Pieces::new(inside.start(), inside.end());
        while let Some(piece) = pieces.next(text.as_bytes()) {
            match piece {
                Ok(json::Piece::Run(start, end)) => self.put(text.get(start..end).unwrap_or("")),
                Ok(json::Piece::Char(c)) => self.put_char(c),
                Err(json::LoneSurrogate) => return false,
            }
        }
        true
    }

    /// Appends the unescaped text of a JSON string that is in the buffer itself, and returns its span.
    pub(crate) fn unescape_within(&mut self, inside: Span) -> Span {
        let (start, mut pieces) = (self.len(), json::Pieces::new(inside.start(), inside.end()));
        while let Some(Ok(piece)) = pieces.next(self.0.as_bytes()) {
            match piece {
                json::Piece::Run(start, end) => self.put_within(start..end),
                json::Piece::Char(c) => self.put_char(c),
            }
        }
        Span::new(start, self.len())
    }

    /// Appends a part of the text itself.
    fn put_within(&mut self, range: Range<usize>) {
        if self.room() < range.len() {
            self.grow(range.len());
        }
        if self.0.is_char_boundary(range.start) && self.0.is_char_boundary(range.end) {
            self.0.extend_from_within(range);
        }
    }

    /// Appends a character.
    #[inline(always)]
    pub(crate) fn put_char(&mut self, c: char) {
        if self.room() < c.len_utf8() {
            self.grow(c.len_utf8());
        }
        self.0.push(c);
    }

    /// Moves the text to a larger buffer, with room for `more` bytes at least, and wipes the smaller one.
    #[cold]
    fn grow(&mut self, more: usize) {
        let half = self.0.capacity().saturating_add(self.0.capacity() >> 1);
        let mut larger = Self::with_capacity(self.0.len().saturating_add(more).max(half));
        larger.0.push_str(&self.0);
        *self = larger;
    }

    /// Truncates the text; the rest of it is wiped with the buffer.
    pub(crate) fn truncate(&mut self, end: usize) {
        if self.0.is_char_boundary(end) {
            self.0.truncate(end);
        }
    }

    /// Returns the number of bytes that can be appended without growing.
    pub(crate) fn room(&self) -> usize {
        self.0.capacity().saturating_sub(self.0.len())
    }

    /// Returns the text at a span.
    pub(crate) fn at(&self, span: Span) -> &str {
        span.of(&self.0)
    }
}

/// Returns the text of a scanned JSON string, given without its quotes, in a buffer that the caller wipes.
///
/// `None` if it has a lone surrogate.
pub fn json_text(inside: &str) -> Option<String> {
    SecretBuf::unescaped(inside, true).ok().map(SecretBuf::into_text)
}

impl From<String> for SecretBuf {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for SecretBuf {
    fn from(text: &str) -> Self {
        Self::with_room(text, 0)
    }
}

impl TryFrom<SecretBytes> for SecretBuf {
    type Error = usize;

    /// Takes the bytes over as text. If they are not UTF-8, they are wiped, and the error is the offset of the first
    /// invalid one.
    fn try_from(mut bytes: SecretBytes) -> Result<Self, usize> {
        String::from_utf8(std::mem::take(&mut bytes.0)).map(Self).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            wipe(&mut error.into_bytes());
            at
        })
    }
}

impl Clone for SecretBuf {
    fn clone(&self) -> Self {
        Self::from(self.expose())
    }
}

impl Drop for SecretBuf {
    fn drop(&mut self) {
        wipe(&mut std::mem::take(&mut self.0).into_bytes());
    }
}

impl PartialEq for SecretBuf {
    /// Compares in constant time: the time depends only on the lengths.
    fn eq(&self, other: &Self) -> bool {
        same(self.expose(), other.expose())
    }
}

impl Eq for SecretBuf {}

impl fmt::Debug for SecretBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

/// A caller's bytes, wiped when they are dropped.
#[derive(Clone)]
pub(crate) struct SecretBytes(Vec<u8>);

impl SecretBytes {
    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for SecretBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Drop for SecretBytes {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

/// Overwrites the whole allocation, including unused capacity.
///
/// `resize` compiles to `memset`, and the barrier keeps it from being removed. That has the effect of a volatile store
/// for each byte, at a fraction of the cost.
fn wipe(bytes: &mut Vec<u8>) {
    bytes.clear();
    bytes.resize(bytes.capacity(), 0);
    zeroize::optimization_barrier(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str, shown: usize) -> String {
        Masked { text, shown, is_name: false }.to_string()
    }

    #[test]
    fn long_runs_are_masked() {
        assert_eq!(
            masked("é EXAMPLE-REFRESH-0001, no: XAMPLE-REFRESH-0001", 99),
            "é ***, no: XAMPLE-REFRESH-0001"
        );
        assert_eq!(masked("a\r\u{1b}[2J\nb", 99), "a\\u000d\\u001b[2J\nb");
        assert_eq!(masked("", 99), "");
    }

    #[test]
    fn runs_of_all_characters_of_tokens_are_masked_if_they_are_mixed() {
        for secret in [
            "Kq7ZrVb2X|Lm9TnPd4HsYc3G",
            "Kq7Z%72Vb2X%4cm9TnPd4H",
            "client-1:Lm9TnPd4HsYc3G",
            "00D5e!Kq7ZrVb2XwLm9Tn",
            "Kq7ZrVb2X*Lm9TnPd4H@Yc3",
            "$2b$10$Kq7ZrVb2XwLm9Tn",
        ] {
            assert_eq!(masked(&format!("tok '{secret}', no"), 99), "tok '***', no");
        }
        for text in [
            "at 2026-01-01T00:00:00.123456789Z or 2026-01-01T00:00:00+01:00:",
            "https://a.example:8080/b1?code=AADSTS7&state=x",
            "urn:acme:grant-type:jwt-bearer",
            "arn:aws:iam::123456789012:user/u",
            "Mail to first.last@acme.example: 100% down!",
            "grant_type=password&user=u1&error=invalid_grant;code:E7,SOAP-ENV:Client.BadLogin",
        ] {
            assert_eq!(masked(text, 99), text);
        }
    }

    #[test]
    fn truncated_run_is_masked() {
        assert_eq!(masked("ab EXAMPLE-REFRESH-0001", 8), "ab ***");
        assert_eq!(masked("ab EXAMPLE é", 6), "ab EXA");
        assert_eq!(masked("ab é", 4), "ab ");
        assert_eq!(masked("ab EXAMPLE-REFRESH-0001", 2), "ab");
        assert_eq!(masked("ab EXAMPLE-REFRESH-0001", 0), "");
    }

    #[test]
    fn secrets_compare_and_are_not_shown() {
        let secret = Secret::new("EXAMPLE-1");
        assert!(secret == Secret::new("EXAMPLE-1") && secret != Secret::new("EXAMPLE-2"));
        assert!(secret != Secret::new("EXAMPLE-") && secret != Secret::new(""));
        assert_eq!(format!("{secret:?}"), "***");
    }

    #[test]
    fn tokens_are_visible_ascii() {
        assert!(
            is_token("a b~") && !is_token("") && !is_token("a\r\nb") && !is_token("é") && !is_token("\u{7f}")
        );
        assert!(is_placeholder(" ") && is_placeholder("null") && !is_placeholder("nullx"));
    }

    #[test]
    fn fast_check_passes_only_long_tokens() {
        for (quoted, expected) in [
            (r#""EXAMPLE-ACCESS-1""#, true),
            (r#""EXAMPLE-ACCESS""#, false),
            (r#"" XAMPLE-ACCESS-1""#, false),
            (r#""EXAMPLE-ACCESS- ""#, false),
            (r#""error: EXAMPLE-1""#, false),
            (r#""""#, false),
        ] {
            assert_eq!(is_token_fast(quoted.as_bytes()), expected, "{quoted}");
            assert!(!expected || !is_placeholder(quoted.trim_matches('"')), "{quoted}");
        }
    }

    #[test]
    fn fast_check_of_escapes_passes_only_long_tokens() {
        let text = |start: &str, end: &str| format!("{start}{}{end}", "\\/".repeat(40));
        for (inside, expected) in [
            (text("", ""), true),
            (text(r"\u0065x", ""), true),
            (text(r"\u0065rror\u003a", ""), false),
            (text(" ", ""), false),
            (text("", " "), false),
            (r"\u006e\u0075\u006c\u006c".to_owned(), false),
            (r"\u0045".repeat(13), false),
        ] {
            assert_eq!(is_escaped_token_fast(&inside), expected, "{inside}");
        }
    }

    #[test]
    fn only_empty_texts_and_spans_are_empty() {
        assert!(Span::new(1, 1).is_empty() && !Span::new(1, 2).is_empty());
        assert!(SecretBuf::with_capacity(8).is_empty() && !SecretBuf::from("a").is_empty());
        assert_eq!((Span::new(1, 3).len(), SecretBuf::from("ab").len()), (2, 2));
    }

    #[test]
    fn room_stays_without_its_text() {
        let mut text = SecretBuf::with_capacity(100);
        text.push("EXAMPLE");
        text.clear();
        assert_eq!((text.expose(), text.room()), ("", 100));
    }

    #[test]
    fn push_keeps_the_text_before_it() {
        let mut text = SecretBuf::from("a");
        let spans = ["bc", "", "é", &"d".repeat(100)].map(|piece| text.push(piece));
        assert_eq!(text.expose(), format!("abcé{}", "d".repeat(100)));
        assert_eq!(spans.map(Span::range), [1..3, 3..3, 3..5, 5..105]);
        assert_eq!(spans.map(|span| text.at(span).len()), [2, 0, 2, 100]);
        // An offset within a character truncates nothing.
        text.truncate(4);
        assert_eq!(text.len(), 105);
        text.truncate(3);
        assert_eq!(text.expose(), "abc");
    }
}
