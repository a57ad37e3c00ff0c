//! Dates in the forms that token endpoints send: ISO 8601, the form of the USA, HTTP, .NET, and fourteen digits.

use time::{Date, Duration, Month, Time, UtcDateTime, UtcOffset};

/// The result of parsing a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParsedDate {
    /// An instant, truncated to the second.
    At(UtcDateTime),
    /// A local time without a zone.
    NoZone,
    /// The first day of the year 1, which Go and .NET send for a date that is not set.
    Zero,
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

/// Parses RFC 3339 and no other form; a zero date may have any form.
pub(crate) fn rfc3339(text: &str) -> Option<ParsedDate> {
    let dated = parse(text, None)?;
    let is_rfc3339 = text.contains(['T', 't']) && !text.starts_with(|c: char| c.is_ascii_alphabetic());
    match dated {
        ParsedDate::At(_) if is_rfc3339 => Some(dated),
        ParsedDate::Zero => Some(dated),
        ParsedDate::At(_) | ParsedDate::NoZone => None,
    }
}

/// The digits of a date and time without separators.
pub(crate) const COMPACT_LENGTH: usize = "20260131235959".len();

/// Parses fourteen digits that form a date and time: `20260131235959`. One without a zone is in `zone`.
///
/// A number of fewer digits that is padded with zeros is no date: its year would be before 1000.
pub(crate) fn compact(text: &str, zone: Option<UtcOffset>) -> Option<ParsedDate> {
    if text.len() != COMPACT_LENGTH {
        return None;
    }
    let mut cursor = Cursor(text);
    let date = date(cursor.digits(4, 4)?, cursor.digits(2, 2)?, cursor.digits(2, 2)?)?;
    let clock = (cursor.digits(2, 2)?, cursor.digits(2, 2)?, cursor.digits(2, 2)?);
    let dated = cursor.zoned(date, Clock::new(clock)?, zone)?;
    (date.year() >= 1000 || dated == ParsedDate::Zero).then_some(dated)
}

/// Returns true if an instant, in seconds since 1970, is on the first day of the year 1.
pub(crate) fn is_zero(seconds: i64) -> bool {
    UtcDateTime::from_unix_timestamp(seconds).is_ok_and(|at| at.date() == ZERO)
}

/// The first day of the year 1.
const ZERO: Date = match Date::from_calendar_date(1, Month::January, 1) {
    Ok(date) => date,
    Err(_) => Date::MIN,
};

/// The part of a text that has not been parsed yet.
///
/// A method that returns `None` may have parsed a part of its form.
struct Cursor<'a>(&'a str);

impl Cursor<'_> {
    /// Parses `2026-01-31T23:59:59.1234567Z`, also with a space for the `T`, without leading zeros or without the zone, or
    /// `2026-01-31`.
    fn iso(&mut self, separator: char, zone: Option<UtcOffset>) -> Option<ParsedDate> {
        let year = self.digits(4, 4)?;
        self.skip(separator)?;
        let month = self.digits(1, 2)?;
        self.skip(separator)?;
        let date = date(year, month, self.digits(1, 2)?)?;
        if self.0.is_empty() {
            return at(date, Clock::MIDNIGHT, zone.unwrap_or(UtcOffset::UTC));
        }
        self.skip('T').or_else(|| self.skip('t')).or_else(|| self.skip(' '))?;
        let clock = self.clock()?;
        self.zoned(date, Clock::new(clock)?, zone)
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
        self.zoned(date, Clock::new((hour, minute, second))?, zone)
    }

    /// Parses `Sun, 06 Nov 1994 08:49:37 GMT`; the weekday may be wrong.
    fn http(&mut self) -> Option<ParsedDate> {
        const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        if !DAYS.iter().any(|day| self.skip_word(day)) || !self.skip_word(", ") {
            return None;
        }
        let day = self.digits(1, 2)?;
        self.skip(' ')?;
        let month = (1..).zip(MONTHS).find_map(|(number, name)| self.skip_word(name).then_some(number))?;
        self.skip(' ')?;
        let date = date(self.digits(4, 4)?, month, day)?;
        self.skip(' ')?;
        let clock = self.clock()?;
        self.skip_word(" GMT").then_some(())?;
        at(date, Clock::new(clock)?, UtcOffset::UTC)
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
        if is_zero(seconds) {
            return Some(ParsedDate::Zero);
        }
        UtcDateTime::from_unix_timestamp(seconds).ok().map(ParsedDate::At)
    }

    /// Parses `23:59:59` as hour, minute and second, and skips a fraction of the second.
    fn clock(&mut self) -> Option<(u16, u16, u16)> {
        let hour = self.digits(1, 2)?;
        self.skip(':')?;
        let minute = self.digits(2, 2)?;
        self.skip(':')?;
        let second = self.digits(2, 2)?;
        if self.skip('.').is_some() {
            let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
            self.0 = self.0.get(digits..).filter(|_| digits > 0)?;
        }
        Some((hour, minute, second))
    }

    /// Parses the zone that follows a date and time, and returns their instant; without a zone they are in the given
    /// one.
    fn zoned(&mut self, date: Date, clock: Clock, zone: Option<UtcOffset>) -> Option<ParsedDate> {
        let zone = if self.0.is_empty() { zone } else { Some(self.zone()?) };
        match zone {
            Some(zone) => at(date, clock, zone),
            None if date == ZERO => Some(ParsedDate::Zero),
            None => Some(ParsedDate::NoZone),
        }
    }

    /// Parses `Z`, `UTC`, `GMT`, `+01:00`, `+0100` or `UTC+01:00`, after an optional space; the abbreviation behind an
    /// offset, as in Go's `+0100 CET`, does not affect the instant.
    fn zone(&mut self) -> Option<UtcOffset> {
        self.skip(' ');
        if self.skip_word("Z") || self.skip_word("z") {
            return Some(UtcOffset::UTC);
        }
        // Python names a zone without a name of its own by its offset: `UTC+08:00`.
        let is_named = self.skip_word("UTC") || self.skip_word("GMT");
        if is_named && !self.0.starts_with(['+', '-']) {
            return Some(UtcOffset::UTC);
        }
        let sign = if self.skip('-').is_some() { -1_i8 } else { self.skip('+').map(|()| 1)? };
        let hours = self.digits(2, 2)?;
        self.skip(':');
        let minutes = self.digits(2, 2)?;
        if hours > 23 {
            return None;
        }
        if !is_named && self.skip(' ').is_some() {
            self.abbreviation()?;
        }
        let signed = |n: u16| i8::try_from(n).ok()?.checked_mul(sign);
        UtcOffset::from_hms(signed(hours)?, signed(minutes)?, 0).ok()
    }

    /// Parses the abbreviation of a zone: three to five capitals, or the hours of one that has none, as in `-0300 -03`.
    fn abbreviation(&mut self) -> Option<()> {
        if self.skip('+').or_else(|| self.skip('-')).is_some() {
            return self.digits(2, 4).map(|_| ());
        }
        let capitals = self.0.bytes().take_while(u8::is_ascii_uppercase).count();
        self.0 = self.0.get(capitals..).filter(|_| (3..=5).contains(&capitals))?;
        Some(())
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

/// A time of day.
#[derive(Clone, Copy)]
struct Clock {
    time: Time,
    /// True in a leap second, whose time is that of the second before it, as instants are truncated.
    is_leap: bool,
}

impl Clock {
    const MIDNIGHT: Self = Self { time: Time::MIDNIGHT, is_leap: false };

    fn new((hour, minute, second): (u16, u16, u16)) -> Option<Self> {
        let small = |n: u16| u8::try_from(n).ok();
        let is_leap = second == 60;
        let time = Time::from_hms(small(hour)?, small(minute)?, small(if is_leap { 59 } else { second })?);
        Some(Self { time: time.ok()?, is_leap })
    }
}

/// Returns the instant of a date and time in a zone, unless it is out of range.
///
/// A leap second is the last of a month in UTC.
fn at(date: Date, clock: Clock, zone: UtcOffset) -> Option<ParsedDate> {
    if date == ZERO {
        return Some(ParsedDate::Zero);
    }
    let offset = Duration::seconds(i64::from(zone.whole_seconds()));
    let at = UtcDateTime::new(date, clock.time).checked_sub(offset)?;
    let ends_month = || {
        let next = at.checked_add(Duration::SECOND)?;
        Some(next.day() == 1 && next.time() == Time::MIDNIGHT)
    };
    if at.date() == ZERO {
        return Some(ParsedDate::Zero);
    }
    (!clock.is_leap || ends_month()?).then_some(ParsedDate::At(at))
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
            ParsedDate::NoZone | ParsedDate::Zero => None,
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
            "2026-02-01T07:59:59UTC+08:00",
            "2026-01-31 18:29:59 GMT-0530",
            "2026-01-31T23:59:60Z",
            "2026-02-01T05:29:60+05:30",
            "2026-1-31T23:59:59 GMT",
            "2026/1/31 23:59:59 UTC",
            "2026-01-31T23:59:59 +0000",
            "2026/01/31 23:59:59 +0000",
            "2026-01-31 23:59:59 +0000 UTC",
            "2026-01-31 23:59:59.123456789 +0000 UTC",
            "2026-02-01 00:59:59 +0100 CET",
            "2026-01-31 20:59:59 -0300 -03",
            "2026-02-01T07:59:59UTC+08:00",
            "2026-01-31T18:29:59GMT-0530",
            "01/31/2026 23:59:59 +00:00",
            "1/31/2026 11:59:59 PM +00:00",
            "1/31/2026 23:59:59 PM +00:00",
            "Sat, 31 Jan 2026 23:59:59 GMT",
            "Mon, 31 Jan 2026 23:59:59 GMT",
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
            "2026-001-31T00:00:00Z",
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
            "2026-01-31T00:00:00UTC 08:00",
            "2026-01-31T00:00:00UTCGMT",
            "2026-01-31T00:00:00Z+08:00",
            "2026-01-31 00:00:00 +0000 UTC m=+0.1",
            "2026-01-31 00:00:00 +0000 utc",
            "2026-01-31 00:00:00 +0000 UT",
            "2026-01-31 00:00:00 +0000 UNIVERSAL",
            "2026-01-31 00:00:00 -0300 -3",
            "2026-01-31 00:00:00 UTC+0000 UTC",
            "1/2/-2026 00:00:00 +00:00",
            "9999-12-31T23:59:59-23:00",
            "Sat, 31 Foo 2026 23:59:59 GMT",
            "2026-01-31T23:58:60Z",
            "2026-01-30T23:59:60Z",
            "2026-01-31T23:59:60+01:00",
            "2026-01-31T23:59:61Z",
            "Noon, 31 Jan 2026 23:59:59 GMT",
        ] {
            assert_eq!(parse(text, None), None, "{text}");
        }
    }

    #[test]
    fn one_digit_is_enough_for_a_month_a_day_and_an_hour() {
        for (short, long) in [
            ("2026-1-2T3:04:05Z", "2026-01-02T03:04:05Z"),
            ("2026/1/2 3:04:05 +0000", "2026-01-02T03:04:05Z"),
            ("1/2/2026 3:04:05 AM +00:00", "2026-01-02T03:04:05Z"),
            ("Fri, 2 Jan 2026 3:04:05 GMT", "2026-01-02T03:04:05Z"),
            ("2026-1-2", "2026-01-02"),
        ] {
            assert!(unix(short).is_some() && unix(short) == unix(long), "{short}");
        }
    }

    #[test]
    fn fourteen_digits_form_a_date_without_a_zone() {
        assert_eq!(compact("20260131235959", None), Some(ParsedDate::NoZone));
        let utc = compact("20260131235959", Some(UtcOffset::UTC));
        assert!(matches!(utc, Some(ParsedDate::At(at)) if at.unix_timestamp() == 1_769_903_999));
        assert_eq!(compact("00010101000000", None), Some(ParsedDate::Zero));
        for text in ["20261331235959", "20260131245959", "2026013123595", "00001231235959", "01701231000000"]
        {
            assert_eq!(compact(text, None), None, "{text}");
        }
    }

    #[test]
    fn first_day_of_the_year_1_is_a_zero_date_in_every_form() {
        for text in [
            "0001-01-01T00:00:00Z",
            "0001-01-01T00:00:00",
            "0001-01-01 00:00:00.0000000",
            "0001-01-01T00:00:00+08:00",
            "0000-12-31T16:00:00-08:00",
            "0001-01-01",
            "0001/01/01 00:00:00 +0000",
            "1/1/0001 12:00:00 AM",
            "1/1/0001 12:00:00 AM +00:00",
            "Mon, 01 Jan 0001 00:00:00 GMT",
            "/Date(-62135596800000)/",
        ] {
            assert_eq!(parse(text, None), Some(ParsedDate::Zero), "{text}");
            assert_eq!(rfc3339(text), Some(ParsedDate::Zero), "{text}");
        }
        assert!(is_zero(-62_135_596_800) && !is_zero(0) && !is_zero(i64::MIN));
    }

    #[test]
    fn only_rfc3339_is_a_date_in_a_relative_field() {
        assert!(rfc3339("2026-01-31T23:59:59Z").is_some());
        for text in
            ["2026-01-31 23:59:59Z", "2026-01-31", "Sat, 31 Jan 2026 23:59:59 GMT", "2026-01-31T23:59:59"]
        {
            assert_eq!(rfc3339(text), None, "{text}");
        }
    }
}
