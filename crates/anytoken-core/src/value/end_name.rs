//! The names that people give to the expiry of a token.

use std::ops::Range;

use wide::{CmpEq, i8x32};

/// The meaning of a member's name that states an expiry, compared without case, `_` and `-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EndName {
    pub(crate) kind: EndKind,
    /// True if it is the expiry of the refresh token.
    pub(crate) is_refresh: bool,
    /// True if the name says which token it is about, as `access_token_expires_at` does.
    pub(crate) has_subject: bool,
}

/// The kind of value that a name promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EndKind {
    /// A lifetime: `expires_in`.
    Lifetime,
    /// A lifetime whose name states that it is in seconds.
    LifetimeInSeconds,
    /// An instant, under one of its two standard names: `expires_at` and `expires_on`.
    Instant,
    /// An instant, under any other name.
    OtherInstant,
    /// A lifetime or an instant: `expires`.
    Either,
}

/// The length of the longest name of an expiry, without `_` and `-`.
const LONGEST: usize = "refreshtokenexpirationtimestamp".len();

/// The names of the refresh token, and those of the access token, each before its own beginnings.
const SUBJECTS: [(&str, bool); 7] = [
    ("refreshtoken", true),
    ("refresh", true),
    ("accesstoken", false),
    ("access", false),
    ("authtoken", false),
    ("apitoken", false),
    ("token", false),
];

impl EndName {
    /// Returns words of which every name begins with one.
    #[cfg(test)]
    pub(crate) fn beginnings() -> impl Iterator<Item = &'static str> {
        SUBJECTS.iter().map(|(subject, _)| *subject).chain(["expir", "validuntil"])
    }

    /// Returns the meaning of a name, `None` if it is not known as that of an expiry.
    pub(crate) fn of(name: &str) -> Option<Self> {
        // Fast path: behind the first `x`, which no subject has, is a `p`.
        let x = name.bytes().position(|byte| matches!(byte, b'x' | b'X'));
        let next = x.and_then(|x| name.as_bytes().get(x.wrapping_add(1)));
        if x.is_some() && !matches!(next, Some(b'p' | b'P' | b'_' | b'-')) {
            return None;
        }
        Self::of_letters(Letters::of(name)?.as_bytes())
    }

    /// Returns the meaning of a name, given its letters.
    pub(crate) fn of_letters(letters: &[u8]) -> Option<Self> {
        // Nearly all subjects begin with another letter.
        let may_be = |(word, _): &&(&str, bool)| word.as_bytes().first() == letters.first();
        let subject = SUBJECTS.iter().filter(may_be).find_map(|(word, is_refresh)| {
            let end = letters.strip_prefix(word.as_bytes()).filter(|end| !end.is_empty());
            end.map(|end| (end, *is_refresh))
        });
        let (end, is_refresh) = subject.unwrap_or((letters, false));
        Some(Self { kind: EndKind::of(end)?, is_refresh, has_subject: subject.is_some() })
    }
}

/// Returns true if two names are the same as people compare them.
#[inline(never)]
pub(crate) fn is_spelling(name: &[u8], other: &[u8]) -> bool {
    letters_of(name).eq(letters_of(other))
}

/// Returns the letters of a name as people compare them: in lower case, without `_` and `-`.
pub(crate) fn letters_of(name: &[u8]) -> impl Iterator<Item = u8> {
    let letters = name.iter().filter(|byte| !matches!(byte, b'_' | b'-'));
    letters.map(|byte| byte.to_ascii_lowercase())
}

/// The letters of a name, at most as many as the longest name of an expiry has.
pub(crate) struct Letters {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Letters {
    /// Gathers the letters of a name; `None` if they are more.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let mut letters = Self { bytes: [0; LONGEST], length: 0 };
        for byte in name.bytes() {
            let is_sign = matches!(byte, b'_' | b'-');
            match letters.bytes.get_mut(letters.length) {
                // A sign is overwritten by the next letter.
                Some(letter) => *letter = byte.to_ascii_lowercase(),
                None if is_sign => {}
                None => return None,
            }
            letters.length = letters.length.wrapping_add(usize::from(!is_sign));
        }
        Some(letters)
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or(&[])
    }
}

impl EndKind {
    fn of(letters: &[u8]) -> Option<Self> {
        Some(match letters {
            b"expiresin" => Self::Lifetime,
            b"expiresinsec" | b"expiresinseconds" => Self::LifetimeInSeconds,
            b"expiresat" | b"expireson" => Self::Instant,
            b"expires" => Self::Either,
            b"expiry"
            | b"expirydate"
            | b"expirytime"
            | b"expirytimestamp"
            | b"expiration"
            | b"expirationtime"
            | b"expirationdate"
            | b"expirationdatetime"
            | b"expirationtimestamp"
            | b"expiretime"
            | b"expiredat"
            | b"expire"
            | b"validuntil" => Self::OtherInstant,
            _ => return None,
        })
    }
}

/// Returns true if a name holds `expir` in any case.
pub(crate) fn mentions_expiry(name: &str) -> bool {
    memchr::memchr2_iter(b'x', b'X', name.as_bytes()).any(|x| {
        let word = x.checked_sub(1).and_then(|start| name.as_bytes().get(start..start.checked_add(5)?));
        word.is_some_and(|word| word.eq_ignore_ascii_case(b"expir"))
    })
}

/// Returns false for nearly all names that do not hold `expir`, given their range in a text.
///
/// It looks at 32 bytes of the text at once, of which nearly every name has fewer, and for that at some after the name
/// as well; at the end of a text, at some before it.
#[inline(always)]
pub(crate) fn may_mention_expiry(text: &[u8], name: Range<usize>) -> bool {
    const LANES: usize = 32;
    let start = text.len().checked_sub(LANES).map(|last| last.min(name.start));
    let Some(bytes) = start.and_then(|start| text.get(start..)?.first_chunk::<LANES>()) else { return true };
    let lower = i8x32::new(bytes.map(u8::cast_signed)) | i8x32::splat(0x20);
    let places = |letter: u8| lower.cmp_eq(i8x32::splat(letter.cast_signed())).move_mask().cast_unsigned();
    // Most names have no `x`.
    let x = places(b'x');
    name.end.wrapping_sub(name.start) > LANES
        || x != 0 && x & places(b'e').wrapping_shl(1) & places(b'p').wrapping_shr(1) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every subject, with true if it is the refresh token, and every name after it.
    const NAMES: [(&str, bool); 8] = [
        ("", false),
        ("token", false),
        ("access", false),
        ("accesstoken", false),
        ("authtoken", false),
        ("apitoken", false),
        ("refresh", true),
        ("refreshtoken", true),
    ];

    #[test]
    fn every_name_is_known_after_every_subject() {
        use EndKind::{Either, Instant, Lifetime, LifetimeInSeconds, OtherInstant};
        for (subject, is_refresh) in NAMES {
            for (end, kind) in [
                ("expiresin", Lifetime),
                ("expiresinsec", LifetimeInSeconds),
                ("expiresinseconds", LifetimeInSeconds),
                ("expiresat", Instant),
                ("expireson", Instant),
                ("expires", Either),
                ("expiry", OtherInstant),
                ("expirydate", OtherInstant),
                ("expirytime", OtherInstant),
                ("expirytimestamp", OtherInstant),
                ("expiration", OtherInstant),
                ("expirationtime", OtherInstant),
                ("expirationdate", OtherInstant),
                ("expirationdatetime", OtherInstant),
                ("expirationtimestamp", OtherInstant),
                ("expiretime", OtherInstant),
                ("expiredat", OtherInstant),
                ("expire", OtherInstant),
                ("validuntil", OtherInstant),
            ] {
                let name = format!("{subject}{end}");
                let known = EndName { kind, is_refresh, has_subject: !subject.is_empty() };
                assert_eq!(EndName::of(&name), Some(known), "{name}");
                assert_eq!(EndName::of(&name.to_uppercase()), Some(known), "{name}");
                let spaced: String = name.chars().flat_map(|letter| [letter, '_', '-']).collect();
                assert_eq!(EndName::of(&spaced), Some(known), "{spaced}");
                assert!(mentions_expiry(&name) || end == "validuntil", "{name}");
            }
        }
    }

    /// Holds the fast test against the plain one.
    #[test]
    fn no_mention_of_an_expiry_is_overlooked() {
        let pieces =
            ["", "a", "x_", "next", "an_id_of_seventeen", "refresh_token", "EXP", "expires_in", "isExpired"];
        for (before, word) in pieces.iter().flat_map(|before| pieces.map(|word| (before, word))) {
            for (after, value) in
                pieces.iter().flat_map(|after| ["", "x", "0123456789abcdef"].map(|value| (after, value)))
            {
                let name = format!("{before}{word}{after}");
                let text = format!("{{\"{name}\":\"{value}\"}}");
                let range = 2..name.len().saturating_add(2);
                assert!(may_mention_expiry(text.as_bytes(), range) || !mentions_expiry(&name), "{text}");
            }
        }
        let text = r#"{"access_token":"EXAMPLE","next":"x","fixture":"exp","id":"0123456789abcdef0123456789abcdef"}"#;
        for name in ["access_token", "id"] {
            let start = text.find(name).unwrap_or(0);
            assert!(!may_mention_expiry(text.as_bytes(), start..start.saturating_add(name.len())), "{name}");
        }
    }

    #[test]
    fn other_names_are_no_expiry() {
        for name in [
            "",
            "_",
            "token",
            "refresh_token",
            "access_token",
            "expired",
            "expires_in_ms",
            "expires at",
            "ext_expires_in",
            "id_token_expires_in",
            "user_expires_at",
            "expires_at\u{17f}",
            "refresh_token_refresh_expires_in",
            "refreshtokenexpirationtimestamps",
            "timeout",
            "never_expires",
        ] {
            assert_eq!(EndName::of(name), None, "{name}");
        }
        assert!(
            mentions_expiry("isExpired") && mentions_expiry("never_EXPIRes") && !mentions_expiry("exp_ir")
        );
    }
}
