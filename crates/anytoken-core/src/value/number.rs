//! Exact decimal numbers, parsed from their text without floating point.

use std::ops::Range;

/// A decimal number: `digits × 10^exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    digits: i128,
    exponent: i32,
}

impl Number {
    /// Parses sign, digits, fraction and exponent, surrounded by optional whitespace.
    ///
    /// Returns `None` for any other text, or more than 38 significant digits.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(integer) = integer(text.as_bytes()) {
            return Some(Self { digits: integer.into(), exponent: 0 });
        }
        let text = text.trim_ascii();
        let (negative, unsigned) = match text.as_bytes().first()? {
            b'-' => (true, text.get(1..)?),
            b'+' => (false, text.get(1..)?),
            _ => (false, text),
        };
        // Most words are told here.
        if !unsigned.starts_with(|first: char| first.is_ascii_digit()) {
            return None;
        }
        let (decimal, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((decimal, exponent)) => (decimal, parse_exponent(exponent)?),
            None => (unsigned, 0),
        };
        let (integer, fraction) = match decimal.split_once('.') {
            Some((integer, fraction)) if is_digits(fraction) => (integer, fraction),
            Some(_) => return None,
            None => (decimal, ""),
        };
        if !is_digits(integer) {
            return None;
        }
        let digits = integer.bytes().chain(fraction.bytes()).map(|byte| byte.wrapping_sub(b'0'));
        let digits = if unsigned.len() <= SHORT {
            digits.fold(0_i64, |number, digit| number.wrapping_mul(10).wrapping_add(digit.into())).into()
        } else {
            let mut all = digits.map(i128::from);
            all.try_fold(0_i128, |number, digit| number.checked_mul(10)?.checked_add(digit))?
        };
        let exponent = exponent.checked_sub(i32::try_from(fraction.len()).ok()?)?;
        Some(Self { digits: if negative { digits.checked_neg()? } else { digits }, exponent })
    }

    /// Returns the number times `10^shift`, rounded down to an integer; `None` if it is out of range.
    pub fn floor(self, shift: i32) -> Option<i64> {
        let exponent = self.exponent.checked_add(shift)?;
        if exponent == 0 {
            return i64::try_from(self.digits).ok();
        }
        if self.digits == 0 {
            return Some(0);
        }
        let scaled = match 10_i128.checked_pow(exponent.unsigned_abs()) {
            Some(power) if exponent < 0 => self.digits.checked_div_euclid(power)?,
            Some(power) => self.digits.checked_mul(power)?,
            // The exponent is so small that the number rounds to zero or minus one.
            None if exponent < 0 => self.digits.signum().min(0),
            None => return None,
        };
        i64::try_from(scaled).ok()
    }

    /// Returns true if the number is exactly this integer.
    pub fn is(self, integer: i64) -> bool {
        let mut reduced = self;
        while reduced.exponent < 0 && reduced.digits.checked_rem(10) == Some(0) && reduced.digits != 0 {
            reduced.digits = reduced.digits.checked_div(10).unwrap_or(0);
            reduced.exponent = reduced.exponent.saturating_add(1);
        }
        (reduced.exponent >= 0 || reduced.digits == 0) && reduced.floor(0) == Some(integer)
    }
}

/// The length of a number that always fits into 64 bits.
const SHORT: usize = 18;

/// Parses one to eighteen digits and nothing else, like nearly all numbers.
#[inline]
fn integer(text: &[u8]) -> Option<i64> {
    if text.is_empty() || text.len() > SHORT {
        return None;
    }
    let (mut number, mut rest) = (0_i64, text);
    while let Some((eight, tail)) = rest.split_first_chunk() {
        number = number.wrapping_mul(100_000_000).wrapping_add(eight_digits(digit_values(*eight))?);
        rest = tail;
    }
    for byte in rest {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number.wrapping_mul(10).wrapping_add(digit.into());
    }
    Some(number)
}

/// Parses the digits in a range of a text.
///
/// One to eight digits are loaded with the bytes before them as one number, which costs less than a loop: `3600` in
/// `{"expires_in":3600}` as `in":3600`, in which the first four bytes become leading zeros.
#[inline(always)]
pub(crate) fn integer_at(text: &[u8], range: Range<usize>) -> Option<i64> {
    let before = 8_usize.wrapping_sub(range.len());
    match text.get(..range.end)?.last_chunk() {
        Some(eight) if before < 8 => {
            // The first byte is the lowest, so that a shift to the right removes the bytes before the digits.
            let bits = u32::try_from(before).ok()?.wrapping_mul(8);
            eight_digits(digit_values(*eight).wrapping_shr(bits).wrapping_shl(bits))
        }
        _ => integer(text.get(range)?),
    }
}

/// Returns the values of eight digits, each in a byte, the first in the lowest.
#[inline]
fn digit_values(text: [u8; 8]) -> u64 {
    u64::from_le_bytes(text) ^ 0x3030_3030_3030_3030
}

/// Returns the number of eight digits, given as by [`digit_values`]; `None` if one of them exceeds 9.
///
/// Each of three steps combines all neighbours at once: `12345678` becomes 12, 34, 56, 78, then 1234, 5678, then the
/// number.
#[inline]
fn eight_digits(digits: u64) -> Option<i64> {
    // Adding 0x76 sets the highest bit of a byte from 10 to 0x7F; a larger byte has it already.
    if (digits.wrapping_add(0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 != 0 {
        return None;
    }
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8) & 0x00FF_00FF_00FF_00FF;
    let fours = pairs.wrapping_mul(100).wrapping_add(pairs >> 16) & 0x0000_FFFF_0000_FFFF;
    let eight = fours.wrapping_mul(10_000).wrapping_add(fours >> 32) & 0xFFFF_FFFF;
    i64::try_from(eight).ok()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Parses an exponent; a huge one is clamped to a value that is still out of range.
fn parse_exponent(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !is_digits(digits) {
        return None;
    }
    let size = digits.parse::<i32>().unwrap_or(i32::MAX).min(100_000);
    Some(if text.starts_with('-') { size.saturating_neg() } else { size })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn floor(text: &str) -> Option<i64> {
        Number::parse(text)?.floor(0)
    }

    #[test]
    fn fractions_are_rounded_down() {
        for (text, integer) in [
            ("3600", 3600),
            (" 3600 ", 3600),
            ("+3.6e3", 3600),
            ("3599.9999999999999999", 3599),
            ("-0.5", -1),
            ("-103", -103),
            ("36000e-1", 3600),
            ("1e-400", 0),
            ("-1e-400", -1),
            ("0e400", 0),
            ("9223372036854775807", i64::MAX),
            ("00012", 12),
        ] {
            assert_eq!(floor(text), Some(integer), "{text}");
        }
        assert_eq!(Number::parse("1448875853241.9").and_then(|n| n.floor(-3)), Some(1_448_875_853));
    }

    #[test]
    fn fast_path_parses_eighteen_digits() {
        for text in ["0", "9", "3600", "12345678", "0123456789", "99999999", "999999999999999999"] {
            assert_eq!(integer(text.as_bytes()), text.parse().ok(), "{text}");
        }
        for text in ["", "-1", "1:", "/1", "1234567:", "1234567/", "1000000000000000000"] {
            assert_eq!(integer(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn bytes_beside_a_number_are_ignored() {
        for body in
            ["3600", "7", "{\"expires_in\":3600}", "x12345678", "x86399y", "{\"a\":1767311999}", "1234567:9"]
        {
            for start in 0..=body.len() {
                for end in start..=body.len() {
                    let range = start..end;
                    let alone = body.as_bytes().get(range.clone()).and_then(integer);
                    assert_eq!(integer_at(body.as_bytes(), range), alone, "{body} {start} {end}");
                }
            }
        }
    }

    #[test]
    fn invalid_numbers_are_none() {
        for text in [
            "", " ", "soon", "3600s", "3,600", "1e", "1.", ".5", "e5", "0x10", "1_000", "NaN", "٣", "--1",
            "1e5.0",
        ] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
        for text in ["1e400", "9223372036854775808", "-9223372036854775809"] {
            assert_eq!(floor(text), None, "{text}");
        }
    }

    #[test]
    fn only_minus_one_is_minus_one() {
        for text in ["-1", "-1.0", "-10e-1", "-1e0", "-0.1e1"] {
            assert!(Number::parse(text).is_some_and(|n| n.is(-1)), "{text}");
        }
        for text in ["-0.5", "-1.5", "1", "0", "-10"] {
            assert!(!Number::parse(text).is_some_and(|n| n.is(-1)), "{text}");
        }
        assert!(Number::parse("0.000").is_some_and(|n| n.is(0)));
    }
}
