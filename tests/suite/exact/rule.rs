//! A second implementation of the rule of numbers and times: slow, over integers of any size, from the text alone.

use num_bigint::BigInt;
use num_bigint::Sign;

/// The last second of 9999.
const LAST: i64 = 253_402_300_799;

/// The unit of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Seconds from receipt; an instant from 10^9 on.
    Seconds,
    /// Milliseconds from receipt.
    Milliseconds,
    /// Seconds since 1970, or milliseconds from 10^11 on.
    Epoch,
    /// Milliseconds since 1970.
    EpochMilliseconds,
    /// Seconds from receipt below 10^9, an instant from there on.
    BySize,
}

/// The meaning of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    /// No statement: the member is blank or minus one.
    Nothing,
    /// A lifetime of zero seconds.
    Zero,
    /// The instant zero.
    ZeroInstant,
    /// The first day of the year 1.
    ZeroDate,
    /// A date without a zone.
    NoZone,
    /// An instant, in seconds since 1970.
    At(i64),
}

/// Returns the meaning of a text in a unit, received at `at`; `None` if it has none.
pub(crate) fn says(text: &str, unit: Unit, at: i64) -> Option<Says> {
    let text = text.trim_matches([' ', '\t', '\n', '\r', '\u{c}']);
    if text.is_empty() {
        return Some(Says::Nothing);
    }
    let without_unit = UNITS.iter().find_map(|unit| text.strip_suffix(unit));
    let is_relative = matches!(unit, Unit::Seconds | Unit::Milliseconds | Unit::BySize);
    let text = without_unit.filter(|_| is_relative).map_or(text, |number| number.trim_end_matches(' '));
    if text.len() > 32 {
        return None;
    }
    let number = Exact::of(text)?;
    let lifetime = |unit: &Exact| {
        if number.is(0) {
            return Some(Says::Zero);
        }
        if number.is(-1) {
            return Some(Says::Nothing);
        }
        stated(BigInt::from(at) + unit.floor())
    };
    let unset = || match number.floor() {
        _ if number.is(0) => Some(Says::ZeroInstant),
        _ if number.is(-1) => Some(Says::Nothing),
        whole => [whole, number.thousandth().floor()].iter().any(is_of_the_year_1).then_some(Says::ZeroDate),
    };
    let epoch = || match number.floor() {
        whole if whole < power(9) => unset(),
        whole if whole < power(11) => stated(whole),
        whole if whole < power(13) => stated(number.thousandth().floor()),
        _ => None,
    };
    match unit {
        _ if is_relative && without_unit.is_some() => lifetime(&number),
        Unit::Seconds | Unit::BySize | Unit::Epoch if date(text).is_some() => date(text),
        Unit::Seconds | Unit::BySize if number.floor() < power(9) => lifetime(&number),
        Unit::Milliseconds => lifetime(&number.thousandth()),
        Unit::Seconds | Unit::BySize | Unit::Epoch => epoch(),
        Unit::EpochMilliseconds if number.floor() < power(9) => unset(),
        Unit::EpochMilliseconds => {
            Some(number.thousandth().floor()).filter(|seconds| *seconds >= power(9)).and_then(stated)
        }
    }
}

/// The units that a text may state.
const UNITS: [&str; 5] = ["seconds", "second", "secs", "sec", "s"];

/// Returns true if seconds since 1970 are on the first day of the year 1.
fn is_of_the_year_1(seconds: &BigInt) -> bool {
    let start = BigInt::from(-719_162_i64 * 86_400);
    *seconds >= start && *seconds < start + 86_400
}

/// Returns the meaning of fourteen digits that are a date and time.
fn date(text: &str) -> Option<Says> {
    if text.len() != 14 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |from: usize, to: usize| text[from..to].parse::<u32>().ok();
    let (year, month, day) = (number(0, 4)?, number(4, 6)?, number(6, 8)?);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    let is_time = number(8, 10)? < 24 && number(10, 12)? < 60 && number(12, 14)? <= 60;
    match (year, month, day) {
        _ if !is_time || day == 0 || day > days => None,
        (1, 1, 1) => Some(Says::ZeroDate),
        (1000.., ..) => Some(Says::NoZone),
        _ => None,
    }
}

/// Returns the instant if a token may state it.
fn stated(seconds: BigInt) -> Option<Says> {
    let seconds = i64::try_from(seconds).ok()?;
    (0..=LAST).contains(&seconds).then_some(Says::At(seconds))
}

fn power(of_ten: u32) -> BigInt {
    BigInt::from(10).pow(of_ten)
}

/// A quotient of two integers, the divisor a power of ten.
struct Exact {
    dividend: BigInt,
    divisor: BigInt,
}

impl Exact {
    /// Parses `[+-] digits [. digits] [e [+-] digits]`.
    fn of(text: &str) -> Option<Self> {
        let (sign, rest) = signed(text);
        let (whole, rest) = digits(rest)?;
        let (fraction, rest) = match rest.strip_prefix('.') {
            Some(rest) => digits(rest)?,
            None => ("", rest),
        };
        let exponent = match rest.strip_prefix(['e', 'E']) {
            Some(rest) => {
                let (sign, rest) = signed(rest);
                let (digits, rest) = digits(rest)?;
                integer(digits).filter(|_| rest.is_empty())? * sign
            }
            None if rest.is_empty() => BigInt::ZERO,
            None => return None,
        };
        // With so few digits any exponent beyond a hundred gives zero, or too much.
        let exponent = exponent.clamp(BigInt::from(-100), BigInt::from(100));
        let exponent = i32::try_from(exponent).ok()? - i32::try_from(fraction.len()).ok()?;
        let size = power(exponent.unsigned_abs());
        let all = integer(&format!("{whole}{fraction}"))? * sign;
        Some(if exponent < 0 {
            Self { dividend: all, divisor: size }
        } else {
            Self { dividend: all * size, divisor: BigInt::from(1) }
        })
    }

    fn thousandth(&self) -> Self {
        Self { dividend: self.dividend.clone(), divisor: &self.divisor * 1000 }
    }

    /// Rounds down to an integer.
    fn floor(&self) -> BigInt {
        let (quotient, rest) = (&self.dividend / &self.divisor, &self.dividend % &self.divisor);
        if rest.sign() == Sign::Minus { quotient - 1 } else { quotient }
    }

    fn is(&self, whole: i64) -> bool {
        self.dividend == &self.divisor * whole
    }
}

fn signed(text: &str) -> (i32, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// Splits off the leading digits, at least one.
fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

fn integer(digits: &str) -> Option<BigInt> {
    BigInt::parse_bytes(digits.as_bytes(), 10)
}
