//! Literals and numbers: where they end, and whether they are what they should be.

use super::{At, Scanned, byte, narrow, next, rest, syntax};

/// A literal or a number; what is behind.
#[inline(always)]
pub(super) fn plain(bytes: &[u8], at: At) -> Scanned<At> {
    if !matches!(byte(bytes, at), b'1'..=b'9') {
        return rare(bytes, at);
    }
    // Nearly all are whole and positive.
    let mut behind = next(at);
    while byte(bytes, behind).is_ascii_digit() {
        behind = next(behind);
    }
    if matches!(byte(bytes, behind), b'.' | b'e' | b'E') { rare(bytes, at) } else { Ok(behind) }
}

/// A literal, or a number of any form.
#[inline(never)]
pub(super) fn rare(bytes: &[u8], at: At) -> Scanned<At> {
    match byte(bytes, at) {
        b't' => literal(bytes, at, b"true"),
        b'f' => literal(bytes, next(at), b"alse"),
        b'n' => literal(bytes, at, b"null"),
        _ => number(bytes, at),
    }
}

fn number(bytes: &[u8], mut at: At) -> Scanned<At> {
    if byte(bytes, at) == b'-' {
        at = next(at);
    }
    at = if byte(bytes, at) == b'0' { next(at) } else { digits(bytes, at)? };
    if byte(bytes, at) == b'.' {
        at = digits(bytes, next(at))?;
    }
    if matches!(byte(bytes, at), b'e' | b'E') {
        at = next(at);
        if matches!(byte(bytes, at), b'+' | b'-') {
            at = next(at);
        }
        at = digits(bytes, at)?;
    }
    Ok(at)
}

/// One digit or more.
#[inline]
fn digits(bytes: &[u8], from: At) -> Scanned<At> {
    let mut at = from;
    while byte(bytes, at).is_ascii_digit() {
        at = next(at);
    }
    if at == from { syntax(at) } else { Ok(at) }
}

#[inline]
fn literal(bytes: &[u8], at: At, word: &'static [u8; 4]) -> Scanned<At> {
    if rest(bytes, at).first_chunk() == Some(word) {
        Ok(at.wrapping_add(4))
    } else {
        no_literal(bytes, at, word)
    }
}

#[cold]
fn no_literal(bytes: &[u8], at: At, word: &'static [u8; 4]) -> Scanned<At> {
    let same = word.iter().zip(rest(bytes, at)).take_while(|(letter, byte)| letter == byte);
    syntax(at.wrapping_add(narrow(same.count())))
}
