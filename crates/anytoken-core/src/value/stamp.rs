//! An instant as text.

use time::UtcDateTime;

/// An instant as a date or a number.
#[derive(Clone, Copy)]
pub(crate) struct Stamp {
    text: [u8; Self::LONGEST],
    /// The text begins here, and goes to the end.
    start: usize,
}

/// Dates, of instants in the years 0 to 9999.
impl Stamp {
    /// Writes an instant in RFC 3339, in UTC and whole seconds: `2026-01-31T23:59:59Z`.
    #[inline(always)]
    pub(crate) fn rfc3339(at: UtcDateTime) -> Self {
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = digits(at);
        Self::of([a, b, c, d, b'-', e, f, b'-', g, h, b'T', i, j, b':', k, l, b':', m, n, b'Z'])
    }

    /// Writes an instant with the month first: `01/31/2026 23:59:59 +00:00`.
    pub(crate) fn month_first(at: UtcDateTime) -> Self {
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = digits(at);
        Self::of([
            e, f, b'/', g, h, b'/', a, b, c, d, b' ', i, j, b':', k, l, b':', m, n, b' ', b'+', b'0', b'0',
            b':', b'0', b'0',
        ])
    }

    #[inline(always)]
    fn of<const N: usize>(date: [u8; N]) -> Self {
        let mut text = [0; Self::LONGEST];
        if let Some(end) = text.last_chunk_mut() {
            *end = date;
        }
        Self { text, start: Self::LONGEST.saturating_sub(N) }
    }
}

impl Stamp {
    /// The length of the longest text.
    pub(crate) const LONGEST: usize = 26;

    /// Writes a number.
    pub(crate) fn number(number: i64) -> Self {
        let (mut text, mut start, mut rest) = ([b'-'; Self::LONGEST], Self::LONGEST, number.unsigned_abs());
        for digit in text.iter_mut().rev() {
            (*digit, rest) = (b'0'.wrapping_add(u8::try_from(rest % 10).unwrap_or(0)), rest / 10);
            start = start.wrapping_sub(1);
            if rest == 0 {
                break;
            }
        }
        Self { text, start: start.saturating_sub(usize::from(number < 0)) }
    }

    pub(crate) fn as_str(&self) -> &str {
        self.text.get(self.start..).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default()
    }
}

/// Returns the digits of a date: four of the year, and two each of the month, the day, the hour, the minute and the second.
#[inline(always)]
fn digits(at: UtcDateTime) -> [u8; 14] {
    let (year, month, day) = at.to_calendar_date();
    let (hour, minute, second) = at.as_hms();
    let year = u16::try_from(year).unwrap_or(0);
    let [century, year] = [year / 100, year % 100].map(|part| u8::try_from(part).unwrap_or(0));
    let mut digits = [0; 14];
    let (pairs, _) = digits.as_chunks_mut();
    for (pair, part) in pairs.iter_mut().zip([century, year, month.into(), day, hour, minute, second]) {
        *pair = [b'0'.wrapping_add(part / 10), b'0'.wrapping_add(part % 10)];
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::Duration;
    use time::format_description::{parse_borrowed, well_known::Rfc3339};

    #[test]
    fn every_day_is_written_as_by_a_formatter() {
        let month_first = "[month]/[day]/[year] [hour]:[minute]:[second] +00:00";
        let month_first = parse_borrowed::<2>(month_first).ok();
        for day in 0..=2_932_896_i64 {
            let at = UtcDateTime::UNIX_EPOCH + Duration::seconds(day * 86_400 + (day * 7919) % 86_400);
            assert_eq!(Some(Stamp::rfc3339(at).as_str()), at.format(&Rfc3339).ok().as_deref());
            // The digits are those of RFC 3339, so that every hundredth day is enough.
            if day % 100 == 0 {
                let formatted = month_first.as_ref().and_then(|form| at.format(form).ok());
                assert_eq!(Some(Stamp::month_first(at).as_str()), formatted.as_deref());
            }
        }
    }

    #[test]
    fn numbers_are_written_as_by_the_standard_library() {
        let powers = (0..19).map(|power| 10_i64.pow(power));
        let numbers = powers.flat_map(|number| [number, number - 1, -number, 1 - number]);
        for number in numbers.chain([i64::MIN, i64::MAX]) {
            assert_eq!(Stamp::number(number).as_str(), number.to_string());
        }
    }
}
