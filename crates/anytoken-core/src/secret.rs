//! Borrowed secrets, and masking.

use std::borrow::Cow;
use std::fmt;

use subtle::ConstantTimeEq;

use crate::bytes;

/// A borrowed secret: the text of a credential.
///
/// `Debug` is redacted, there is neither `Display` nor `Serialize`, and two secrets are compared in constant
/// time. [`expose`](Self::expose) is the only way to the text.
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
        f.write_str("***")
    }
}

/// Compares two secret texts in a time that depends only on their lengths.
pub(crate) fn same(a: &str, b: &str) -> bool {
    a.as_bytes().ct_eq(b.as_bytes()).into()
}

/// Returns true if a text can be an access, refresh or ID token: one or more of 0x20–0x7E (RFC 6749 A.12).
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty() && bytes::are_visible(text.as_bytes())
}

/// Returns true if quoted visible ASCII is certainly a token: too long for a placeholder, and not an error message.
///
/// Nearly all tokens pass; any other text takes the slow path of [`is_token`] and [`is_placeholder`].
#[inline(always)]
pub(crate) fn is_token_fast(quoted: &[u8]) -> bool {
    match quoted {
        [_, first, second, middle @ .., last, _] => {
            middle.len() >= LONGEST && *first != b' ' && *second != b'r' && *last != b' '
        }
        _ => false,
    }
}

/// The words that some languages and vendors print for an absent value.
const WORDS: [&str; 5] = ["null", "undefined", "None", "not_supported", "not_available"];

/// The length of the longest placeholder.
const LONGEST: usize = 13;

/// Returns true if a text takes the place of an absent token: blank, a placeholder, or an error message.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let text = text.trim_ascii();
    text.len() <= LONGEST && (text.is_empty() || WORDS.contains(&text)) || text.starts_with("error:")
}

/// Displays a text of the server with its control characters escaped, since they would act on a terminal.
pub(crate) struct EscapeControls<'a>(pub(crate) &'a str);

impl fmt::Display for EscapeControls<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '\n' => f.write_str("\n"),
            c if c.is_control() => write!(f, "{}", c.escape_default()),
            c => write!(f, "{c}"),
        })
    }
}

/// Displays the beginning of a text that may contain secrets.
///
/// Every run of 20 or more token characters is masked, even if only a part of it would be shown.
pub(crate) struct Masked<'a> {
    pub(crate) text: &'a str,
    /// The number of bytes to show.
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
            let run = rest.find(|c| !is_token_char(c)).unwrap_or(rest.len());
            let (run, behind) = rest.split_at(run);
            let gap = behind.find(is_token_char).unwrap_or(behind.len());
            let (gap, behind) = behind.split_at(gap);
            f.write_str(if run.len() < Self::SHORTEST { beginning(run, left) } else { "***" })?;
            left = left.saturating_sub(run.len());
            EscapeControls(beginning(gap, left)).fmt(f)?;
            left = left.saturating_sub(gap.len());
            rest = behind;
        }
        Ok(())
    }
}

/// Returns true if a token can contain a character.
fn is_token_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._~+/=-".contains(c)
}

/// Returns a member name that is safe to show: `***#` and its position if it may be a secret and is not known.
///
/// A text that was mistaken for a form can turn a secret into a name.
pub(crate) fn shown_name(name: &str, place: usize, is_known: impl Fn(&str) -> bool) -> Cow<'_, str> {
    if may_be_secret(name) && !is_known(name) {
        Cow::Owned(format!("***#{place}"))
    } else {
        Cow::Borrowed(name)
    }
}

/// Returns true if a name may be a secret: it has a long run of token characters, is not made of words and is not a
/// known name of an expiry.
pub(crate) fn may_be_secret(name: &str) -> bool {
    // A blank may be the `+` of base64 that was read as a form.
    let has_run = || {
        name.len() >= Masked::SHORTEST
            && name.split(|c| c != ' ' && !is_token_char(c)).any(|run| run.len() >= Masked::SHORTEST)
    };
    // A server's own `***#1` must not be taken for a masked name.
    name.starts_with("***#") || has_run() && !is_made_of_words(name) && !is_expiry_name(name)
}

/// Returns true if a name is made of lower-case words of up to 15 letters and numbers of up to 7 digits.
fn is_made_of_words(name: &str) -> bool {
    const LONGEST: usize = 64;
    let is_word = |piece: &str| {
        let word = piece.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = piece.len().saturating_sub(word.len());
        let most = if word.is_empty() { 7 } else { 2 };
        word.len() <= 15 && digits <= most && word.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    name.len() <= LONGEST && name.split(['_', '-', '.', ':', '/', ' ']).all(is_word)
}

/// Returns true if a name is a common name of an expiry, in any spelling.
///
/// These are the only long names that are known without a format.
fn is_expiry_name(name: &str) -> bool {
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

/// Returns the first bytes of a text, up to a character boundary.
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
}
