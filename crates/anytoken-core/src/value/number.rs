//! Exact decimal numbers, parsed from their text without floating point.

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
        let (is_negative, unsigned) = signed(text.trim_ascii().as_bytes());
        let (whole, rest) = split_digits(unsigned)?;
        let (fraction, rest) = match rest {
            [b'.', rest @ ..] => split_digits(rest)?,
            _ => (&[][..], rest),
        };
        let exponent = match rest {
            [] => 0,
            [b'e' | b'E', exponent @ ..] => parse_exponent(exponent)?,
            _ => return None,
        };
        let mut values = whole.iter().chain(fraction).map(|digit| i128::from(digit & 0xF));
        let digits = values.try_fold(0_i128, |number, digit| number.checked_mul(10)?.checked_add(digit))?;
        let exponent = exponent.checked_sub(i32::try_from(fraction.len()).ok()?)?;
        Some(Self { digits: if is_negative { digits.checked_neg()? } else { digits }, exponent })
    }

    /// Returns the number times `10^shift`, rounded down to an integer; `None` if it is out of range.
    pub fn floor(self, shift: i32) -> Option<i64> {
        let exponent = self.exponent.checked_add(shift)?;
        if exponent == 0 || self.digits == 0 {
            return i64::try_from(self.digits).ok();
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
        let negated = Self { digits: self.digits.saturating_neg(), ..self };
        // Rounded down and rounded up.
        self.floor(0) == Some(integer) && negated.floor(0) == integer.checked_neg()
    }
}

/// The length of a number that always fits into 64 bits.
const SHORT: usize = 18;

/// Parses one to eighteen digits and nothing else, like nearly all numbers.
#[inline]
pub(crate) fn integer(text: &[u8]) -> Option<i64> {
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

/// Returns true for a minus, and the text after the sign.
fn signed(text: &[u8]) -> (bool, &[u8]) {
    match text {
        [sign @ (b'+' | b'-'), rest @ ..] => (*sign == b'-', rest),
        _ => (false, text),
    }
}

/// Splits a text behind its digits; `None` if it begins with none.
fn split_digits(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    text.split_at_checked(count).filter(|_| count > 0)
}

/// Parses an exponent; a huge one is clamped to a value that is still out of range.
fn parse_exponent(text: &[u8]) -> Option<i32> {
    let (is_negative, digits) = signed(text);
    let Some((digits, [])) = split_digits(digits) else { return None };
    let size = std::str::from_utf8(digits).ok()?.parse::<i32>().unwrap_or(i32::MAX).min(100_000);
    Some(if is_negative { size.saturating_neg() } else { size })
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
