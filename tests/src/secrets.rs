//! Finds secrets in a text, in any encoding in which bytes are printed.

use std::cell::OnceCell;

use crate::random::Random;

/// The number of consecutive bytes of a secret that count as shown.
pub const WINDOW: usize = 6;

/// Returns a marker to plant: 24 token characters that occur nowhere else.
pub fn marker(seed: u64) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~+/=-:|%!@*$^#";
    let mut random = Random::new(seed ^ 0x6D61_726B_6572);
    (0..24).map(|_| char::from(*random.pick(ALPHABET))).collect()
}

/// Returns true if a bearer token has a character.
pub fn is_bearer_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._~+/=-".contains(c)
}

/// Returns true if any token has a character.
pub fn is_token_char(c: char) -> bool {
    is_bearer_char(c) || ":|%!@*$^#".contains(c)
}

/// Returns true if a run of token characters mixes letters and digits: without the letters of times, a letter is behind a
/// digit, or more than two digits are behind a letter, or more than twelve follow each other.
pub fn is_mixed(run: &str) -> bool {
    run.split(['T', 'Z']).any(|part| {
        let (mut digits, mut after_letter) = (0, false);
        part.chars().any(|c| {
            let mixes = c.is_ascii_alphabetic() && digits > 0;
            digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
            after_letter = c.is_ascii_alphabetic() || after_letter && digits > 0;
            mixes || digits > if after_letter { 2 } else { 12 }
        })
    })
}

/// Returns true if the name of a member, a pair or an element may be a secret: it has twenty token characters in a row,
/// and is neither made of lower-case words and short numbers nor a usual name of an expiry.
pub fn may_be_secret(name: &str) -> bool {
    let mut run = 0;
    let is_long = name.chars().any(|c| {
        run = if c == ' ' || is_token_char(c) { run + 1 } else { 0 };
        run == 20
    });
    let is_word = |piece: &str| {
        let letters = piece.bytes().take_while(u8::is_ascii_lowercase).count();
        let digits = piece.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
        let is_right = if letters == 0 { digits <= 7 } else { letters <= 15 && digits <= 2 };
        is_right && letters + digits == piece.len()
    };
    let is_words = name.len() <= 64 && name.split(['_', '-', '.', ':', '/']).all(is_word);
    is_long && !is_words && !name.to_lowercase().contains("expir")
}

/// Returns the encoding in which a text shows a window of a secret; `None` if it does not.
pub fn shown(text: &str, secret: &str) -> Option<&'static str> {
    Printed::of(text).shows(secret, &|_| false)
}

/// Returns true if a text shows a window of a secret without any encoding.
pub fn shown_plain(text: &str, secret: &str) -> bool {
    shows_in(text.as_bytes(), secret, &|_| false)
}

/// A printed text with all decodings of it.
pub struct Printed<'a> {
    text: &'a str,
    decoded: OnceCell<Vec<(&'static str, Vec<u8>)>>,
}

impl<'a> Printed<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { text, decoded: OnceCell::new() }
    }

    /// Returns true if it contains a text in any encoding.
    pub fn holds(&self, text: &str) -> bool {
        self.text.contains(text) || self.decoded().iter().any(|(_, view)| contains(view, text.as_bytes()))
    }

    /// Returns the encoding in which it shows a window of a secret; `None` if it does not.
    ///
    /// Windows that `allowed` accepts do not count. A secret shorter than a window has none.
    pub fn shows(&self, secret: &str, allowed: &dyn Fn(&str) -> bool) -> Option<&'static str> {
        if shows_in(self.text.as_bytes(), secret, allowed) {
            return Some("plain");
        }
        let mut views = self.decoded().iter();
        views.find_map(|(way, view)| shows_in(view, secret, allowed).then_some(*way))
    }

    fn decoded(&self) -> &[(&'static str, Vec<u8>)] {
        self.decoded.get_or_init(|| {
            let once = unescaped(self.text);
            let mut decoded = vec![
                ("as decimal bytes", listed(self.text, 10)),
                ("as bytes in hex", listed(self.text, 16)),
                ("in hex", of_runs(self.text, 4, &HEX)),
                ("in base64", of_runs(self.text, 6, &BASE64)),
                ("escaped twice", unescaped(&once).into_bytes()),
                ("escaped", once.into_bytes()),
            ];
            decoded.retain(|(_, view)| view.len() >= WINDOW);
            decoded
        })
    }
}

fn contains(text: &[u8], piece: &[u8]) -> bool {
    memchr::memmem::find(text, piece).is_some()
}

/// Returns true if a text has a window of a secret that may not be shown.
///
/// Every window has a piece of four bytes at an offset that is a multiple of three; most texts have no such piece.
fn shows_in(text: &[u8], secret: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let shows = |at: usize| {
        let window = secret.get(at..at + WINDOW);
        window.is_some_and(|window| contains(text, window.as_bytes()) && !allowed(window))
    };
    (0..secret.len()).step_by(3).any(|at| {
        let absent = secret.as_bytes().get(at..at + 4).is_some_and(|piece| !contains(text, piece));
        !absent && (at.saturating_sub(2)..=at).any(shows)
    })
}

/// Decodes every escape of JSON, Rust, URLs and XML; empty if there is none.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '%', '&']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let (code, behind) = escape(from).unwrap_or((u32::from(from.as_bytes()[0]), &from[1..]));
        out.extend(char::from_u32(code));
        rest = behind;
    }
    if rest.len() == text.len() { String::new() } else { out + rest }
}

/// Decodes the escape at the start, and returns its character and the rest.
fn escape(text: &str) -> Option<(u32, &str)> {
    let counted = |prefix: &str, digits: usize| text.strip_prefix(prefix)?.split_at_checked(digits);
    let closed = |prefix: &str, end: char| text.strip_prefix(prefix)?.split_once(end);
    let number = |found: Option<(&'_ str, &'_ str)>, radix| {
        let (digits, behind) = found?;
        Some((u32::from_str_radix(digits, radix).ok()?, behind.len()))
    };
    let found = number(counted("%", 2), 16)
        .or_else(|| number(counted("\\x", 2), 16))
        .or_else(|| number(counted("\\u", 4), 16))
        .or_else(|| number(closed("\\u{", '}'), 16))
        .or_else(|| number(closed("&#x", ';'), 16))
        .or_else(|| number(closed("&#", ';'), 10))
        // Any other character after a backslash is itself.
        .or_else(|| {
            text.strip_prefix('\\')?.chars().next().map(|c| (c.into(), text.len() - 1 - c.len_utf8()))
        });
    found.map(|(code, behind)| (code, &text[text.len() - behind..]))
}

/// Decodes the bytes that a text lists as numbers; anything else becomes a [`GAP`].
fn listed(text: &str, radix: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte.is_ascii_alphanumeric()) {
        let (gap, behind) = rest.split_at(at);
        let end = behind.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(behind.len());
        let (number, behind) = behind.split_at(end);
        let goes_on = gap.bytes().all(|byte| byte.is_ascii_whitespace() || b",;:".contains(&byte));
        bytes.extend((!goes_on).then_some(GAP));
        let digits = if radix == 16 { number.strip_prefix("0x").unwrap_or(number) } else { number };
        let byte = if digits.len() <= 3 { u8::from_str_radix(digits, radix).ok() } else { None };
        bytes.push(byte.unwrap_or(GAP));
        rest = behind;
    }
    bytes
}

/// Decodes the runs of digits of `bits` bits, from every offset in a run.
fn of_runs(text: &str, bits: u32, digits: &[u8; 256]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let shortest = WINDOW * 8 / bits as usize;
    let digits = |run: &[u8]| -> Vec<_> { run.iter().map(|byte| digits[usize::from(*byte)]).collect() };
    for run in digits(text.as_bytes()).split(|digit| *digit == NO_DIGIT).filter(|run| run.len() >= shortest) {
        // Bytes align again after two digits of hex, and after four of base64.
        for start in 0..if bits == 4 { 2 } else { 4 } {
            let (mut value, mut filled) = (0_u32, 0);
            for digit in &run[start..] {
                value = value << bits | u32::from(*digit);
                filled += bits;
                if filled >= 8 {
                    filled -= 8;
                    bytes.push((value >> filled) as u8);
                }
            }
            bytes.push(GAP);
        }
    }
    bytes
}

/// A byte that no text has.
const GAP: u8 = u8::MAX;

const NO_DIGIT: u8 = u8::MAX;

/// The value of each digit of hex.
const HEX: [u8; 256] = values(&[(b"0123456789abcdef", 0), (b"ABCDEF", 10)]);

/// The value of each digit of base64, of either alphabet.
const BASE64: [u8; 256] =
    values(&[(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 0), (b"-_", 62)]);

const fn values(digits: &[(&[u8], u8)]) -> [u8; 256] {
    let mut values = [NO_DIGIT; 256];
    let mut list = 0;
    while list < digits.len() {
        let (names, first) = digits[list];
        let mut index = 0;
        while index < names.len() {
            values[names[index] as usize] = first + index as u8;
            index += 1;
        }
        list += 1;
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "Zq7Xw2Vb9Nk4";

    #[test]
    fn every_encoding_of_a_secret_is_found() {
        for (text, way) in [
            ("a Zq7Xw2 b", "plain"),
            ("Vb9Nk4", "plain"),
            ("[90, 113, 55, 88, 119, 50]", "as decimal bytes"),
            ("[90,113,55,88,119,50]", "as decimal bytes"),
            ("[\n    90,\n    113,\n    55,\n    88,\n    119,\n    50,\n]", "as decimal bytes"),
            ("5A 71 37 58 77 32", "as bytes in hex"),
            ("[0x5a, 0x71, 0x37, 0x58, 0x77, 0x32]", "as bytes in hex"),
            ("5A7137587732", "in hex"),
            ("f5a7137587732", "in hex"),
            ("%5a%71%37%58%77%32", "escaped"),
            ("Zq%37Xw2", "escaped"),
            ("\\u005a\\u0071\\u0037\\u0058\\u0077\\u0032", "escaped"),
            ("Zq7\\u{58}w2", "escaped"),
            ("Zq7\\x58w2", "escaped"),
            ("&#90;&#x71;7Xw2", "escaped"),
            ("Zq7\\Xw2", "escaped"),
            ("Zq7\\\\u0058w2", "escaped twice"),
            ("WnE3WHcy", "in base64"),
            ("IFpxN1h3Mg==", "in base64"),
            ("ICBacTdYdzI=", "in base64"),
            ("aWnE3WHcy", "in base64"),
        ] {
            assert_eq!(shown(text, SECRET), Some(way), "{text}");
        }
    }

    #[test]
    fn shorter_runs_than_a_window_are_ignored() {
        for text in [
            "",
            "Zq7Xw and 2Vb9N",
            "90, 113, 55, 88, 119",
            "5A71375877",
            "WnE3WH",
            "90, 113, x, 55, 88, 119, 50",
        ] {
            assert_eq!(shown(text, SECRET), None, "{text}");
        }
        assert_eq!(shown("Zq7Xw", "Zq7Xw"), None);
    }

    #[test]
    fn allowed_text_is_ignored() {
        let printed = Printed::of("Zq7Xw2 WnE3WHcy");
        assert_eq!(printed.shows(SECRET, &|window| window == "Zq7Xw2"), None);
        assert_eq!(printed.shows(SECRET, &|window| window == "q7Xw2V"), Some("plain"));
    }

    #[test]
    fn every_window_is_searched() {
        for secret in [SECRET, "Zq7Xw2V", "aéb😀cdefgh"] {
            for at in (0..secret.len()).filter(|at| secret.get(*at..at + WINDOW).is_some()) {
                let text = format!("<{}>", &secret[at..at + WINDOW]);
                assert_eq!(shown(&text, secret), Some("plain"), "{text}");
            }
        }
    }

    #[test]
    fn markers_differ() {
        assert_eq!(marker(1).len(), 24);
        assert_ne!(marker(1), marker(2));
    }
}
