//! Dates in the forms that token endpoints send: ISO 8601, the form of the USA, HTTP and .NET.

use time::{Date, Duration, Month, Time, UtcDateTime, UtcOffset};

/// The result of parsing a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParsedDate {
    /// An instant, truncated to the second.
    At(UtcDateTime),
    /// A local time without a zone.
    NoZone,
}

/// Parses a date in any of the forms; one without a zone is in `zone`.
///
/// The first characters decide the form, so that at most one is tried.
pub(crate) fn parse(text: &str, zone: Option<UtcOffset>) -> Option<ParsedDate> {
    let text = text.trim_ascii();
    let mut cursor = Cursor(text);
    let dated = match text.as_bytes() {
        [b'/', b'D', ..] => cursor.dot_net(),
        [b'A'..=b'Z', ..] => cursor.http(),
        [_, _, _, _, b'-', ..] => cursor.iso('-', zone),
        [a, b, c, d, b'/', ..] if [a, b, c, d].iter().all(|c| c.is_ascii_digit()) => cursor.iso('/', zone),
        _ => cursor.us(zone),
    }?;
    cursor.0.is_empty().then_some(dated)
}

/// Parses RFC 3339 and no other form.
pub(crate) fn rfc3339(text: &str) -> Option<UtcDateTime> {
    match parse(text, None)? {
        ParsedDate::At(at)
            if text.contains(['T', 't']) && !text.starts_with(|c: char| c.is_ascii_alphabetic()) =>
        {
            Some(at)
        }
        _ => None,
    }
}

/// The part of a text that has not been parsed yet.
///
/// A method that returns `None` may have parsed a part of its form.
struct Cursor<'a>(&'a str);

impl Cursor<'_> {
    /// Parses `2026-01-31T23:59:59.1234567Z`, also with a space for the `T` or without the zone, or `2026-01-31`.
    fn iso(&mut self, separator: char, zone: Option<UtcOffset>) -> Option<ParsedDate> {
        let year = self.digits(4, 4)?;
        self.skip(separator)?;
        let month = self.digits(2, 2)?;
        self.skip(separator)?;
        let date = date(year, month, self.digits(2, 2)?)?;
        if self.0.is_empty() {
            return at(date, Time::MIDNIGHT, zone.unwrap_or(UtcOffset::UTC));
        }
        self.skip('T').or_else(|| self.skip('t')).or_else(|| self.skip(' '))?;
        let clock = self.clock()?;
        self.zoned(date, time(clock)?, zone)
    }

    /// Parses `1/31/2026 11:59:59 PM +00:00`; leading zeros, `AM` or `PM`, and the zone are optional.
    fn us(&mut self, zone: Option<UtcOffset>) -> Option<ParsedDate> {
        let month = self.digits(1, 2)?;
        self.skip('/')?;
        let day = self.digits(1, 2)?;
        self.skip('/')?;
        let date = date(self.digits(4, 4)?, month, day)?;
        self.skip(' ')?;
        let (hour, minute, second) = self.clock()?;
        let hour = match (self.skip_word(" AM"), hour) {
            (true, 12) => 0,
            (true, 13..) => return None,
            (true, _) => hour,
            // Hour 0 with PM is noon, as in `09/14/2017 00:00:00 PM +00:00` of Microsoft's documentation.
            (false, 0..12) if self.skip_word(" PM") => hour.checked_add(12)?,
            (false, _) => {
                self.skip_word(" PM");
                hour
            }
        };
        self.zoned(date, time((hour, minute, second))?, zone)
    }

    /// Parses `Sun, 06 Nov 1994 08:49:37 GMT`.
    fn http(&mut self) -> Option<ParsedDate> {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let (_, rest) = self.0.split_once(", ")?;
        self.0 = rest;
        let day = self.digits(2, 2)?;
        self.skip(' ')?;
        let month = (1..).zip(MONTHS).find_map(|(number, name)| self.skip_word(name).then_some(number))?;
        self.skip(' ')?;
        let date = date(self.digits(4, 4)?, month, day)?;
        self.skip(' ')?;
        let clock = self.clock()?;
        self.skip_word(" GMT").then_some(())?;
        at(date, time(clock)?, UtcOffset::UTC)
    }

    /// Parses `/Date(1767225600000)/`, in milliseconds since 1970; an offset after them does not affect the instant.
    fn dot_net(&mut self) -> Option<ParsedDate> {
        let inside = self.0.strip_prefix("/Date(")?.strip_suffix(")/")?;
        self.0 = "";
        let end = inside.get(1..)?.find(['+', '-']).and_then(|at| at.checked_add(1)).unwrap_or(inside.len());
        let (milliseconds, offset) = inside.split_at_checked(end)?;
        if !offset.is_empty() && Cursor(offset).zone().is_none() {
            return None;
        }
        let seconds = milliseconds.parse::<i64>().ok()?.div_euclid(1000);
        UtcDateTime::from_unix_timestamp(seconds).ok().map(ParsedDate::At)
    }

    /// Parses `23:59:59` as hour, minute and second, and skips a fraction of the second.
    fn clock(&mut self) -> Option<(u8, u8, u8)> {
        let hour = self.digits(1, 2)?;
        self.skip(':')?;
        let minute = self.digits(2, 2)?;
        self.skip(':')?;
        let second = self.digits(2, 2)?;
        if self.skip('.').is_some() {
            let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
            self.0 = self.0.get(digits..).filter(|_| digits > 0)?;
        }
        Some((u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, u8::try_from(second).ok()?))
    }

    /// Parses the zone that follows a date and time, and returns their instant; without a zone they are in the given
    /// one.
    fn zoned(&mut self, date: Date, time: Time, zone: Option<UtcOffset>) -> Option<ParsedDate> {
        if self.0.is_empty() {
            return zone.map_or(Some(ParsedDate::NoZone), |zone| at(date, time, zone));
        }
        let zone = self.zone()?;
        at(date, time, zone)
    }

    /// Parses `Z`, `UTC`, `GMT`, `+01:00` or `+0100`, after an optional space.
    fn zone(&mut self) -> Option<UtcOffset> {
        self.skip(' ');
        if ["Z", "z", "UTC", "GMT"].iter().any(|word| self.skip_word(word)) {
            return Some(UtcOffset::UTC);
        }
        let sign = if self.skip('-').is_some() { -1_i8 } else { self.skip('+').map(|()| 1)? };
        let hours = self.digits(2, 2)?;
        self.skip(':');
        let minutes = self.digits(2, 2)?;
        if hours > 23 {
            return None;
        }
        let signed = |n: u16| i8::try_from(n).ok()?.checked_mul(sign);
        UtcOffset::from_hms(signed(hours)?, signed(minutes)?, 0).ok()
    }

    /// Parses a number of `min` to `max` digits; `max` is at most four, so that the number fits.
    fn digits(&mut self, min: usize, max: usize) -> Option<u16> {
        let (mut number, mut count) = (0_u16, 0_usize);
        for digit in self.0.bytes().take(max).map(|byte| byte.wrapping_sub(b'0')) {
            if digit > 9 {
                break;
            }
            number = number.wrapping_mul(10).wrapping_add(digit.into());
            count = count.wrapping_add(1);
        }
        self.0 = self.0.get(count..).filter(|_| count >= min)?;
        Some(number)
    }

    /// Skips a character, if it is the next one.
    fn skip(&mut self, c: char) -> Option<()> {
        self.0 = self.0.strip_prefix(c)?;
        Some(())
    }

    /// Skips a word and returns true, if it comes next.
    fn skip_word(&mut self, word: &str) -> bool {
        let rest = self.0.strip_prefix(word);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }
}

fn date(year: u16, month: u16, day: u16) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok()
}

/// Returns a time; a leap second becomes the second before it, as instants are truncated.
fn time((hour, minute, second): (u8, u8, u8)) -> Option<Time> {
    let second = if (minute, second) == (59, 60) { 59 } else { second };
    Time::from_hms(hour, minute, second).ok()
}

/// Returns the instant of a date and time in a zone, unless it is out of range.
fn at(date: Date, time: Time, zone: UtcOffset) -> Option<ParsedDate> {
    let offset = Duration::seconds(i64::from(zone.whole_seconds()));
    UtcDateTime::new(date, time).checked_sub(offset).map(ParsedDate::At)
}

/// Returns the whole seconds from one instant to a later one.
pub(crate) fn seconds_between(start: UtcDateTime, end: UtcDateTime) -> i64 {
    end.unix_timestamp().saturating_sub(start.unix_timestamp())
}

/// Truncates an instant to the second.
pub(crate) fn truncate_to_second(at: UtcDateTime) -> UtcDateTime {
    at.replace_nanosecond(0).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unix(text: &str) -> Option<i64> {
        match parse(text, None)? {
            ParsedDate::At(at) => Some(at.unix_timestamp()),
            ParsedDate::NoZone => None,
        }
    }

    #[test]
    fn every_form_parses_to_the_same_instant() {
        for text in [
            "2026-01-31T23:59:59Z",
            "2026-01-31t23:59:59.9999999z",
            "2026-01-31 23:59:59Z",
            "2026-02-01T00:59:59+01:00",
            "2026-01-31T18:29:59-0530",
            "2026-01-31T23:59:59UTC",
            "2026-01-31T23:59:60Z",
            "2026/01/31 23:59:59 +0000",
            "01/31/2026 23:59:59 +00:00",
            "1/31/2026 11:59:59 PM +00:00",
            "1/31/2026 23:59:59 PM +00:00",
            "Sat, 31 Jan 2026 23:59:59 GMT",
            "/Date(1769903999000)/",
            "/Date(1769903999999+0100)/",
            "2026-02-01T23:58:59+23:59",
            "2026-01-31T00:00:59-23:59",
        ] {
            assert_eq!(unix(text), Some(1_769_903_999), "{text}");
        }
    }

    #[test]
    fn am_and_pm_are_halves_of_the_day() {
        let noon = unix("2017-09-14T12:00:00Z");
        for text in
            ["09/14/2017 00:00:00 PM +00:00", "9/14/2017 0:00:00 PM +00:00", "9/14/2017 12:00:00 PM +00:00"]
        {
            assert_eq!(unix(text), noon, "{text}");
        }
        for text in ["9/14/2017 12:00:00 AM +00:00", "9/14/2017 0:00:00 AM +00:00", "2017-09-14"] {
            assert_eq!(unix(text), unix("2017-09-14T00:00:00Z"), "{text}");
        }
    }

    #[test]
    fn date_without_zone_uses_the_given_one() {
        for text in ["2026-01-31 23:59:59", "2026-01-31T23:59:59.123456", "1/31/2026 11:59:59 PM"] {
            assert_eq!(parse(text, None), Some(ParsedDate::NoZone), "{text}");
            let east = parse(text, UtcOffset::from_hms(8, 0, 0).ok());
            assert!(
                matches!(east, Some(ParsedDate::At(at)) if at.unix_timestamp() == 1_769_875_199),
                "{text}"
            );
        }
    }

    #[test]
    fn invalid_dates_are_none() {
        for text in [
            "",
            "soon",
            "N/A",
            "2026-02-30T00:00:00Z",
            "2026-01-31T24:00:00Z",
            "2026-1-31T00:00:00Z",
            "2026-01-31T00:00:00Z ago",
            "2026-01-31T00:00:00.Z",
            "13/31/2026 00:00:00 +00:00",
            "26-01-31",
            "1/31/2026 13:00:00 AM +00:00",
            "/Date(soon)/",
            "/Date()/",
            "/Date(1+x)/",
            "2026-01-31T00:00:00+24:00",
            "2026-01-31T00:00:00+25:00",
            "1/2/-2026 00:00:00 +00:00",
            "9999-12-31T23:59:59-23:00",
            "Sat, 31 Foo 2026 23:59:59 GMT",
            "2026-01-31T23:58:60Z",
        ] {
            assert_eq!(parse(text, None), None, "{text}");
        }
    }
}
