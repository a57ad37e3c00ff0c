//! A secret, borrowed.

use std::borrow::Cow;
use std::fmt;

use subtle::ConstantTimeEq;

use crate::bytes;

/// The text of something that grants access.
///
/// `Debug` is redacted, there is neither `Display` nor `Serialize`, and two secrets are compared in constant
/// time. [`expose`](Self::expose) is the one way to the text.
///
/// ```compile_fail
/// fn show(secret: anytoken_core::Secret<'_>) -> String {
///     secret.to_string() // a secret has no `Display`
/// }
/// ```
#[derive(Clone, Copy)]
pub struct Secret<'a>(&'a str);

impl<'a> Secret<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// The text. Keep it out of logs.
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
        f.write_str("***")
    }
}

/// Compares two secret texts; only their lengths show in the time that it takes.
pub(crate) fn same(a: &str, b: &str) -> bool {
    a.as_bytes().ct_eq(b.as_bytes()).into()
}

/// Whether a text can be an access, refresh or ID token: RFC 6749 A.12, one or more of 0x20–0x7E.
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty() && bytes::are_visible(text.as_bytes())
}

/// Whether visible ASCII in quotes is a token at first sight, as nearly all are: too long for [`WORDS`], and no message
/// of failure.
#[inline(always)]
pub(crate) fn is_plainly_token(quoted: &[u8]) -> bool {
    match quoted {
        [_, first, second, middle @ .., last, _] => {
            middle.len() >= LONGEST && *first != b' ' && *second != b'r' && *last != b' '
        }
        _ => false,
    }
}

/// The words that some languages print for nothing.
const WORDS: [&str; 5] = ["null", "undefined", "None", "not_supported", "not_available"];

/// The length of the longest of them.
const LONGEST: usize = 13;

/// Whether a text stands for no token: blank, a word for nothing, or a message of failure.
pub(crate) fn is_no_token(text: &str) -> bool {
    let text = text.trim_ascii();
    text.len() <= LONGEST && (text.is_empty() || WORDS.contains(&text)) || text.starts_with("error:")
}

/// Shows a text of the server's: control characters, which would paint on a terminal, are escaped.
pub(crate) struct Harmless<'a>(pub(crate) &'a str);

impl fmt::Display for Harmless<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '\n' => f.write_str("\n"),
            c if c.is_control() => write!(f, "{}", c.escape_default()),
            c => write!(f, "{c}"),
        })
    }
}

/// Shows the beginning of a text that may hold secrets: every run of 20 and more characters that tokens are made
/// of is masked, one that goes on behind what is shown as well.
pub(crate) struct Masked<'a> {
    pub(crate) text: &'a str,
    /// How many bytes are shown.
    pub(crate) shown: usize,
}

impl Masked<'_> {
    const SHORTEST: usize = 20;
}

impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.text;
        let mut left = self.shown;
        while left > 0 && !rest.is_empty() {
            let run = rest.find(|c| !is_of_token(c)).unwrap_or(rest.len());
            let (run, behind) = rest.split_at(run);
            let gap = behind.find(is_of_token).unwrap_or(behind.len());
            let (gap, behind) = behind.split_at(gap);
            f.write_str(if run.len() < Self::SHORTEST { beginning(run, left) } else { "***" })?;
            left = left.saturating_sub(run.len());
            Harmless(beginning(gap, left)).fmt(f)?;
            left = left.saturating_sub(gap.len());
            rest = behind;
        }
        Ok(())
    }
}

/// Whether a character is one that tokens are made of.
fn is_of_token(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._~+/=-".contains(c)
}

/// A name of the server's as it may be shown: `***#` and its place among its siblings where it may be a secret, as the
/// name of a form's pair is that was no form, unless it is known.
pub(crate) fn shown_name(name: &str, place: usize, is_known: impl Fn(&str) -> bool) -> Cow<'_, str> {
    if may_be_secret(name) && !is_known(name) {
        Cow::Owned(format!("***#{place}"))
    } else {
        Cow::Borrowed(name)
    }
}

/// Whether a name may be a secret: it has a long run of token characters, and is neither made of words nor an end's.
pub(crate) fn may_be_secret(name: &str) -> bool {
    // A blank may be the `+` of base64 that was read as a form.
    let has_run = || {
        name.len() >= Masked::SHORTEST
            && name.split(|c| c != ' ' && !is_of_token(c)).any(|run| run.len() >= Masked::SHORTEST)
    };
    // A server's own `***#1` must not pass for another name.
    name.starts_with("***#") || has_run() && !is_of_words(name) && !is_end(name)
}

/// Whether a name is made of lower-case words of up to fifteen letters, and numbers of up to seven digits.
fn is_of_words(name: &str) -> bool {
    const LONGEST: usize = 64;
    let is_word = |piece: &str| {
        let word = piece.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = piece.len().saturating_sub(word.len());
        let most = if word.is_empty() { 7 } else { 2 };
        word.len() <= 15 && digits <= most && word.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    name.len() <= LONGEST && name.split(['_', '-', '.', ':', '/', ' ']).all(is_word)
}

/// Whether a name is one that many vendors give an end, in any spelling: of the names that are known without a format
/// no others are long.
fn is_end(name: &str) -> bool {
    const OF: [&str; 8] =
        ["", "token", "access", "accesstoken", "authtoken", "apitoken", "refresh", "refreshtoken"];
    const ENDS: [&str; 20] = [
        "expiresin",
        "expiresinsec",
        "expiresinseconds",
        "expiresat",
        "expireson",
        "expires",
        "expiry",
        "expirydate",
        "expirytime",
        "expirytimestamp",
        "expiration",
        "expirationtime",
        "expirationdate",
        "expirationdatetime",
        "expirationtimestamp",
        "expiretime",
        "expiredat",
        "expire",
        "validuntil",
        "neverexpires",
    ];
    let letters = name.bytes().filter(|byte| !b"_-".contains(byte)).map(|byte| byte.to_ascii_lowercase());
    OF.iter().any(|of| ENDS.iter().any(|end| letters.clone().eq(of.bytes().chain(end.bytes()))))
}

/// The first bytes of a text, up to the end of a character.
pub(crate) fn beginning(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str, shown: usize) -> String {
        Masked { text, shown }.to_string()
    }

    #[test]
    fn long_runs_are_masked() {
        assert_eq!(
            masked("é EXAMPLE-REFRESH-0001, no: XAMPLE-REFRESH-0001", 99),
            "é ***, no: XAMPLE-REFRESH-0001"
        );
        assert_eq!(masked("a\r\u{1b}[2J\nb", 99), "a\\r\\u{1b}[2J\nb");
        assert_eq!(masked("", 99), "");
    }

    #[test]
    fn a_run_that_is_cut_is_masked() {
        assert_eq!(masked("ab EXAMPLE-REFRESH-0001", 8), "ab ***");
        assert_eq!(masked("ab EXAMPLE é", 6), "ab EXA");
        assert_eq!(masked("ab é", 4), "ab ");
        assert_eq!(masked("ab EXAMPLE-REFRESH-0001", 2), "ab");
        assert_eq!(masked("ab EXAMPLE-REFRESH-0001", 0), "");
    }

    #[test]
    fn secrets_are_compared_and_not_shown() {
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
        assert!(is_no_token(" ") && is_no_token("null") && !is_no_token("nullx"));
    }

    #[test]
    fn a_token_at_first_sight_is_long_and_no_message() {
        for (quoted, expected) in [
            (r#""EXAMPLE-ACCESS-1""#, true),
            (r#""EXAMPLE-ACCESS""#, false),
            (r#"" XAMPLE-ACCESS-1""#, false),
            (r#""EXAMPLE-ACCESS- ""#, false),
            (r#""error: EXAMPLE-1""#, false),
            (r#""""#, false),
        ] {
            assert_eq!(is_plainly_token(quoted.as_bytes()), expected, "{quoted}");
            assert!(!expected || !is_no_token(quoted.trim_matches('"')), "{quoted}");
        }
    }
}
