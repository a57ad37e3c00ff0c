//! The names that people give to the expiry of a token.

use std::ops::Range;

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

/// The shortest and the longest name of an expiry, without `_` and `-`.
const LENGTHS: (usize, usize) = ("expire".len(), "refreshtokenexpirationtimestamp".len());

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
    /// Returns false for nearly all names that are not known, by four of their bytes.
    #[inline(always)]
    pub(crate) fn may_be(name: &[u8]) -> bool {
        const FIRST: u32 = bits(b"aertv_-");
        const SECOND: u32 = bits(b"acepoux_-");
        const THIRD: u32 = bits(b"cfiklpt_-");
        const LAST: u32 = bits(b"celnpsty_-");
        let [first, second, third, .., last] = name else { return false };
        if name.len() < LENGTHS.0 {
            return false;
        }
        let is_in = |set: u32, byte: &u8| set.wrapping_shr(u32::from(*byte & 31));
        is_in(FIRST, first) & is_in(SECOND, second) & is_in(THIRD, third) & is_in(LAST, last) & 1 == 1
    }

    /// Returns the meaning of a name, `None` if it is not known as that of an expiry.
    pub(crate) fn of(name: &str) -> Option<Self> {
        if !Self::may_be(name.as_bytes()) {
            return None;
        }
        let (mut letters, mut length) = ([0_u8; LENGTHS.1], 0_usize);
        for byte in name.bytes().filter(|byte| !matches!(byte, b'_' | b'-')) {
            *letters.get_mut(length)? = byte.to_ascii_lowercase();
            length = length.wrapping_add(1);
        }
        let letters = std::str::from_utf8(letters.get(..length)?).ok()?;
        let subject = SUBJECTS.iter().find_map(|(word, is_refresh)| {
            letters.strip_prefix(word).filter(|end| !end.is_empty()).map(|end| (end, *is_refresh))
        });
        let (end, is_refresh) = subject.unwrap_or((letters, false));
        Some(Self { kind: EndKind::of(end)?, is_refresh, has_subject: subject.is_some() })
    }
}

impl EndKind {
    fn of(letters: &str) -> Option<Self> {
        Some(match letters {
            "expiresin" => Self::Lifetime,
            "expiresinsec" | "expiresinseconds" => Self::LifetimeInSeconds,
            "expiresat" | "expireson" => Self::Instant,
            "expires" => Self::Either,
            "expiry"
            | "expirydate"
            | "expirytime"
            | "expirytimestamp"
            | "expiration"
            | "expirationtime"
            | "expirationdate"
            | "expirationdatetime"
            | "expirationtimestamp"
            | "expiretime"
            | "expiredat"
            | "expire"
            | "validuntil" => Self::OtherInstant,
            _ => return None,
        })
    }
}

/// Returns a set of letters, each by its lowest five bits, in which case does not count.
const fn bits(letters: &[u8]) -> u32 {
    let (mut set, mut rest) = (0_u32, letters);
    while let [letter, tail @ ..] = rest {
        // Five bits are well within the range.
        #[allow(clippy::as_conversions)]
        let bit = (*letter & 31) as u32;
        set |= 1_u32.wrapping_shl(bit);
        rest = tail;
    }
    set
}

/// Returns true if a name holds `expir` in any case.
pub(crate) fn mentions_expiry(name: &str) -> bool {
    memchr::memchr2_iter(b'x', b'X', name.as_bytes()).any(|x| {
        let word = x.checked_sub(1).and_then(|start| name.as_bytes().get(start..start.checked_add(5)?));
        word.is_some_and(|word| word.eq_ignore_ascii_case(b"expir"))
    })
}

/// Returns false for nearly all names that do not hold `expir`: those without `xp`.
///
/// It looks at eight bytes of the text at once, and for that at some after the name as well.
#[inline(always)]
pub(crate) fn may_mention_expiry(text: &[u8], name: Range<usize>) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let mut at = name.start;
    while at < name.end {
        let Some(eight) = text.get(at..).and_then(<[u8]>::first_chunk) else { return true };
        let lower = u64::from_le_bytes(*eight) | ONES.wrapping_mul(0x20);
        // A byte that is the letter becomes zero, and borrows from its highest bit.
        let marked = |letter: u8| {
            let zero = lower ^ ONES.wrapping_mul(letter.into());
            zero.wrapping_sub(ONES) & !zero & ONES.wrapping_mul(0x80)
        };
        if marked(b'x') & marked(b'p').wrapping_shr(8) != 0 {
            return true;
        }
        // The last byte is the first of the next eight, as a pair may begin with it.
        at = at.wrapping_add(7);
    }
    false
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
                assert!(may_mention_expiry(name.as_bytes(), 0..name.len()) || end == "validuntil", "{name}");
            }
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
