//! Names of members as people spell them.

use std::ops::{BitOr, BitOrAssign};

use crate::value::{self, EndName, Letters};

/// The name of an access token.
pub(super) const ACCESS_TOKEN: &str = "accesstoken";

/// The name of an ID token.
pub(super) const ID_TOKEN: &str = "idtoken";

/// What a name says: a set.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Meaning(u32);

/// The meanings of a whole name, compared without case, `_` and `-`.
impl Meaning {
    /// An access token, by the name of the standard.
    pub(super) const ACCESS_TOKEN: Self = Self(1);
    /// An access token, by another name that says so.
    pub(super) const STRONG: Self = Self(1 << 1);
    /// An access token, by a name of other tokens too.
    pub(super) const WEAK: Self = Self(1 << 2);
    pub(super) const REFRESH_TOKEN: Self = Self(1 << 3);
    pub(super) const ID_TOKEN: Self = Self(1 << 4);
    pub(super) const TOKEN_TYPE: Self = Self(1 << 5);
    /// An expiry.
    pub(super) const END: Self = Self(1 << 6);
    /// A step through which a token with a weak name is read without a witness.
    pub(super) const STEP: Self = Self(1 << 7);
    /// A step to an object that says how the request went.
    pub(super) const REPORT: Self = Self(1 << 8);
    /// `status`.
    pub(super) const STATUS: Self = Self(1 << 9);
    /// A member whose text may be a word for a failure.
    pub(super) const RESULT: Self = Self(1 << 10);
    /// A member whose text is a word about what comes next.
    pub(super) const STATE: Self = Self(1 << 11);
    /// A member whose text is a word about what a token serves for.
    pub(super) const USE: Self = Self(1 << 12);
    /// A member whose text may be the kind of a token.
    pub(super) const TOKEN_KIND: Self = Self(1 << 13);
    /// `kind`, which is that of a resource of Kubernetes beside [`API_VERSION`](Self::API_VERSION).
    pub(super) const KIND: Self = Self(1 << 14);
    pub(super) const API_VERSION: Self = Self(1 << 15);
    /// A key that signs requests: the token beside it does nothing alone.
    pub(super) const SIGNING_KEY: Self = Self(1 << 16);
    /// A member that states an error.
    pub(super) const ERROR: Self = Self(1 << 17);
    /// A code, which may state a success.
    pub(super) const CODE: Self = Self(1 << 18);
    /// A flag of success.
    pub(super) const SUCCESS: Self = Self(1 << 19);
    /// `active`.
    pub(super) const ACTIVE: Self = Self(1 << 20);

    /// Returns the meanings of a whole name.
    pub(super) fn of(name: &str) -> Self {
        let Some(letters) = Letters::of(name) else { return Self::default() };
        match letters.as_bytes() {
            b"accesstoken" => Self::ACCESS_TOKEN,
            b"bearertoken" | b"accessjwt" => Self::STRONG,
            b"token" | b"authtoken" | b"sessiontoken" | b"apitoken" | b"newtoken" | b"jwt" => Self::WEAK,
            b"refreshtoken" | b"refreshjwt" => Self::REFRESH_TOKEN,
            b"idtoken" => Self::ID_TOKEN,
            b"tokentype" => Self::TOKEN_TYPE | Self::TOKEN_KIND,
            b"tokenkind" | b"tokenuse" | b"name" => Self::TOKEN_KIND,
            b"data" | b"response" | b"body" | b"auth" | b"session" | b"login" | b"tokens"
            | b"credentials" | b"user" => Self::STEP,
            b"meta" | b"header" | b"head" => Self::REPORT,
            b"status" => Self::STATUS | Self::RESULT | Self::REPORT | Self::STATE,
            b"result" => Self::RESULT | Self::REPORT | Self::STATE | Self::STEP,
            b"state" => Self::STATE,
            b"type" => Self::USE | Self::STATE | Self::TOKEN_KIND,
            b"purpose" | b"action" | b"typename" | b"stage" | b"flow" => Self::USE | Self::STATE,
            b"kind" => Self::KIND | Self::TOKEN_KIND,
            b"apiversion" => Self::API_VERSION,
            b"accesskeyid" | b"secretaccesskey" | b"accesskeysecret" | b"tmpsecretid" | b"tmpsecretkey"
            | b"secretkey" | b"tokensecret" => Self::SIGNING_KEY,
            b"error" | b"errors" | b"oauthproblem" | b"errorcode" | b"errcode" | b"errno" => Self::ERROR,
            b"code" | b"statuscode" | b"responsecode" | b"retcode" => Self::CODE,
            b"success" | b"ok" | b"issuccess" | b"successful" => Self::SUCCESS,
            b"active" => Self::ACTIVE,
            letters if EndName::of_letters(letters).is_some() => Self::END,
            _ => Self::default(),
        }
    }
}

/// The meanings of the words in a name or a text.
///
/// Each word begins at a capital, behind a sign, or where digits and letters meet. Words that follow each other are tried
/// together too: `requires_two_factor` says `twofactor`.
impl Meaning {
    /// A token that serves for one other thing.
    pub(super) const OTHER_USE: Self = Self(1 << 21);
    /// A second factor.
    pub(super) const SECOND_FACTOR: Self = Self(1 << 22);
    /// A second factor that is still to come, beside a word for one.
    pub(super) const TO_COME: Self = Self(1 << 23);
    /// What comes next.
    pub(super) const NEXT: Self = Self(1 << 24);
    pub(super) const ACCESS: Self = Self(1 << 25);
    pub(super) const REFRESH: Self = Self(1 << 26);
    /// A kind of token that is no access token.
    pub(super) const OTHER_KIND: Self = Self(1 << 27);
    /// A text that looks like a token, by the last word of its name.
    pub(super) const LOOKS_LIKE_TOKEN: Self = Self(1 << 28);

    /// Returns the meanings of the words of a name.
    pub(super) fn said_by(name: &str) -> Self {
        let (mut said, bytes) = (Self::default(), name.as_bytes());
        for start in starts_of(bytes) {
            let [first, second] = [start, start.saturating_add(1)].map(|at| bytes.get(at).copied());
            // Fast path: nearly all words differ in the second letter, unless a sign is before it.
            let second = second.filter(|second| class_of(*second) != SIGN);
            let may_be = |(word, _): &&(&str, Self)| {
                second.is_none_or(|second| word.as_bytes().get(1) == Some(&second.to_ascii_lowercase()))
            };
            for (word, meaning) in words_with(first.unwrap_or(0)).iter().filter(may_be) {
                match end_of(bytes, start, word) {
                    Some(end) if end == bytes.len() => said |= *meaning,
                    Some(_) => said |= meaning.without(Self::LOOKS_LIKE_TOKEN),
                    None => {}
                }
            }
        }
        said
    }

    /// Returns true if it has one of some meanings.
    pub(super) fn has(self, meanings: Self) -> bool {
        self.0 & meanings.0 != 0
    }

    fn without(self, meanings: Self) -> Self {
        Self(self.0 & !meanings.0)
    }
}

impl BitOr for Meaning {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Meaning {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// Returns the words with a meaning that begin with a letter.
fn words_with(first: u8) -> &'static [(&'static str, Meaning)] {
    const OTHER_USE: Meaning = Meaning::OTHER_USE;
    const SECOND_FACTOR: Meaning = Meaning::SECOND_FACTOR;
    const TO_COME: Meaning = Meaning::TO_COME;
    const LAST: Meaning = Meaning::LOOKS_LIKE_TOKEN;
    match first.to_ascii_lowercase() {
        b'2' => &[("2fa", SECOND_FACTOR)],
        b'a' => &[("access", Meaning(Meaning::ACCESS.0 | LAST.0))],
        b'c' => &[
            ("csrf", OTHER_USE),
            ("captcha", OTHER_USE),
            ("card", OTHER_USE),
            ("cursor", OTHER_USE),
            ("challenge", SECOND_FACTOR),
        ],
        b'd' => &[("device", OTHER_USE)],
        b'i' => &[("invite", OTHER_USE), ("invitation", OTHER_USE), ("idtoken", Meaning::OTHER_KIND)],
        b'j' => &[("jwt", LAST)],
        b'k' => &[("key", LAST)],
        b'm' => &[("mfa", SECOND_FACTOR)],
        b'n' => &[("nonce", OTHER_USE), ("next", Meaning::NEXT), ("needed", TO_COME)],
        b'o' => &[("otp", SECOND_FACTOR)],
        b'p' => &[("push", OTHER_USE), ("payment", OTHER_USE), ("pending", TO_COME), ("password", LAST)],
        b'r' => &[
            ("refresh", Meaning::REFRESH),
            ("refreshtoken", Meaning::OTHER_KIND),
            ("reset", OTHER_USE),
            ("registration", OTHER_USE),
            ("required", TO_COME),
            ("requires", TO_COME),
        ],
        b's' => &[
            ("sid", LAST),
            ("session", LAST),
            ("sessionid", LAST),
            ("secret", LAST),
            ("step", Meaning::NEXT),
            ("secondfactor", SECOND_FACTOR),
        ],
        b't' => &[("token", LAST), ("ticket", LAST), ("totp", SECOND_FACTOR), ("twofactor", SECOND_FACTOR)],
        b'v' => &[("verify", OTHER_USE), ("verification", OTHER_USE)],
        b'w' => &[("webhook", OTHER_USE)],
        b'x' => &[("xsrf", OTHER_USE)],
        _ => &[],
    }
}

/// The first letters of all names that are compared in any spelling: those of tokens, their types, scopes and expiries.
const BEGINNINGS: [&[u8; 3]; 9] = [b"acc", b"api", b"aut", b"exp", b"idt", b"ref", b"sco", b"tok", b"val"];

/// For each first letter, in either case, the sets of the second letters and of the third.
static NEXT: [[u32; 2]; 256] = next_letters();

/// Returns false for nearly all names that are no spelling of a name with a meaning, by their first three letters.
#[inline(always)]
pub(super) fn may_be_spelling(name: &[u8]) -> bool {
    let Some([first, second, third]) = name.first_chunk() else { return false };
    let [seconds, thirds] = NEXT.get(usize::from(*first)).copied().unwrap_or_default();
    seconds & bit(*second) != 0 && thirds & bit(*third) != 0
}

/// Fills the table: a sign may be before any letter.
// The indices are bytes.
#[allow(clippy::indexing_slicing, clippy::as_conversions)]
const fn next_letters() -> [[u32; 2]; 256] {
    const SIGNS: u32 = bit(b'_') | bit(b'-');
    let (mut next, mut rest) = ([[0; 2]; 256], BEGINNINGS.as_slice());
    while let [[first, second, third], tail @ ..] = rest {
        let [seconds, thirds] = next[*first as usize];
        let sets = [seconds | bit(*second) | SIGNS, thirds | bit(*second) | bit(*third) | SIGNS];
        (next[*first as usize], next[first.to_ascii_uppercase() as usize]) = (sets, sets);
        rest = tail;
    }
    (next[b'_' as usize], next[b'-' as usize]) = ([u32::MAX; 2], [u32::MAX; 2]);
    next
}

/// Returns the set of one letter, by its lowest five bits, which do not depend on its case.
const fn bit(letter: u8) -> u32 {
    #[allow(clippy::as_conversions)]
    let place = (letter & 31) as u32;
    1_u32.wrapping_shl(place)
}

/// Returns true if a name is a word without regard to case, `_` and `-`.
pub(super) fn is_spelling(name: &str, word: &str) -> bool {
    value::is_spelling(name.as_bytes(), word.as_bytes())
}

/// Returns true if a name is that of an access token in any spelling.
pub(crate) fn is_access_token_name(name: &str) -> bool {
    // Fast path: nearly all are spelled as in the standard, or in camel case.
    match name.len().checked_sub(ACCESS_TOKEN.len()) {
        None => false,
        Some(0) => name.eq_ignore_ascii_case(ACCESS_TOKEN),
        Some(1) if name == "access_token" => true,
        Some(_) => {
            matches!(name.as_bytes(), [b'a' | b'A' | b'_' | b'-', ..]) && is_spelling(name, ACCESS_TOKEN)
        }
    }
}

/// Returns true if a text says one of some words, or several of one of them, as a name says those of a [`Meaning`].
pub(super) fn says(text: &str, words: &[&str]) -> bool {
    let text = text.as_bytes();
    starts_of(text).any(|start| words.iter().any(|word| end_of(text, start, word).is_some()))
}

/// Returns the offsets at which the words of a name begin.
fn starts_of(name: &[u8]) -> impl Iterator<Item = usize> {
    let mut before = SIGN;
    let begins = move |(at, byte): (usize, &u8)| {
        let (last, here) = (before, class_of(*byte));
        before = here;
        begins_word(last, here).then_some(at)
    };
    name.iter().enumerate().filter_map(begins)
}

/// A byte that is ASCII, and neither a letter nor a digit.
const SIGN: u8 = 1;
const CAPITAL: u8 = 2;
const DIGIT: u8 = 4;

/// The class of each byte.
static CLASSES: [u8; 256] = classes();

// The index is a byte.
#[allow(clippy::indexing_slicing, clippy::as_conversions)]
const fn classes() -> [u8; 256] {
    let (mut classes, mut byte) = ([0; 256], 0_u8);
    while byte.is_ascii() {
        classes[byte as usize] = match byte {
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' => DIGIT,
            b'a'..=b'z' => 0,
            _ => SIGN,
        };
        byte = byte.wrapping_add(1);
    }
    classes
}

fn class_of(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(0)
}

/// Returns true if a word begins at a byte, given the classes of the byte before it and of itself.
fn begins_word(before: u8, here: u8) -> bool {
    here & SIGN == 0 && ((before & SIGN) | (here & CAPITAL) | ((before ^ here) & DIGIT)) != 0
}

/// Returns the offset behind a word that begins at an offset of a name, and behind the `s` of its plural.
fn end_of(name: &[u8], start: usize, word: &str) -> Option<usize> {
    let (mut at, mut last) = (start, SIGN);
    for letter in word.bytes() {
        let mut byte = *name.get(at)?;
        while class_of(byte) == SIGN {
            at = at.saturating_add(1);
            byte = *name.get(at)?;
        }
        if byte.to_ascii_lowercase() != letter {
            return None;
        }
        (at, last) = (at.saturating_add(1), class_of(byte));
    }
    let is_end = |end: usize, last: u8| {
        name.get(end).map(|byte| class_of(*byte)).is_none_or(|here| here == SIGN || begins_word(last, here))
    };
    let plural = at.saturating_add(1);
    if is_end(at, last) {
        Some(at)
    } else {
        Some(plural).filter(|plural| name.get(at) == Some(&b's') && is_end(*plural, 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::EndName;

    #[test]
    fn every_spelling_begins_as_one() {
        let words = ["scope", "scopes", ACCESS_TOKEN, "idtoken", "tokentype", "refreshtoken", "refreshjwt"]
            .into_iter();
        for word in words.chain(EndName::beginnings()) {
            for sign in ["", "_", "-"] {
                let spaced: String =
                    word.chars().flat_map(|letter| [sign.to_owned(), letter.to_string()]).collect();
                for name in [word, &spaced, spaced.trim_start_matches(sign), &format!("{sign}{word}")] {
                    assert!(may_be_spelling(name.as_bytes()), "{name}");
                    assert!(may_be_spelling(name.to_uppercase().as_bytes()), "{name}");
                }
            }
        }
        for name in
            ["", "id", "ext_expires_in", "session_state", "not-before-policy", "x_id", "custom_1", "member"]
        {
            assert!(!may_be_spelling(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn words_are_listed_by_their_first_letter() {
        for first in 0..=u8::MAX {
            assert!(
                words_with(first)
                    .iter()
                    .all(|(word, _)| word.bytes().next() == Some(first.to_ascii_lowercase()))
            );
        }
    }

    #[test]
    fn name_is_a_spelling_of_a_word() {
        for name in ["expiresat", "expires_at", "expires-at", "expiresAt", "ExpiresAt", "EXPIRES_AT"] {
            assert!(is_spelling(name, "expiresat"), "{name}");
        }
        for name in ["", "expires", "expires at", "expires.at", "expires_att", "expires_at\u{17f}"] {
            assert!(!is_spelling(name, "expiresat"), "{name}");
        }
    }

    #[test]
    fn name_says_its_words_and_those_that_follow_each_other() {
        for (name, word) in [
            ("requires_two_factor", "twofactor"),
            ("requiresTwoFactor", "twofactor"),
            ("two-factor", "twofactor"),
            ("MFARequired", "mfa"),
            ("mfa_token", "mfa"),
            ("enable2fa", "2fa"),
            ("2FAEnabled", "2fa"),
            ("otp1", "otp"),
            ("devices", "device"),
            ("device", "device"),
            ("next step: MFA", "mfa"),
        ] {
            assert!(says(name, &["none", word]), "{name} {word}");
        }
        for (name, word) in [
            ("hotproduct", "otp"),
            ("scorecard", "card"),
            ("cardinal", "card"),
            ("two_factors_of", "factorsof2"),
            ("mf_ab", "mfa"),
            ("", "mfa"),
            ("presets", "reset"),
            ("émfa", "mfa"),
        ] {
            assert!(!says(name, &[word]), "{name} {word}");
        }
        for (name, is_last) in [("oidcToken", true), ("session_id", true), ("token_type", false), ("", false)]
        {
            assert_eq!(Meaning::said_by(name).has(Meaning::LOOKS_LIKE_TOKEN), is_last, "{name}");
        }
    }
}
