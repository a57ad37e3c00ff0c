//! Dates in the forms that token endpoints send: ISO 8601, the form of the USA, HTTP, .NET, and fourteen digits.

use time::{Date, Month, Time, UtcDateTime, UtcOffset};

/// The result of parsing a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParsedDate {
    /// An instant in seconds since 1970, rounded down.
    At(i64),
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
    let mut cursor = Cursor(text.as_bytes());
    let dated = match text.as_bytes() {
        [b'/', b'D', ..] => return dot_net(text),
        [b'A'..=b'Z', ..] => cursor.http(),
        [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', separator @ (b'-' | b'/'), ..] => {
            cursor.iso(*separator, zone)
        }
        _ => cursor.us(zone),
    }?;
    cursor.0.is_empty().then_some(dated)
}

/// Fast path: parses `2026-01-31T23:59:59Z`, as nearly all dates are written; `None` for any other form.
///
/// One comparison with a pattern costs a third of the cursor, which goes from part to part.
#[inline]
pub(crate) fn plain(text: &str) -> Option<ParsedDate> {
    let [a, b, c, d, b'-', e, f, b'-', g, h, b'T', i, j, b':', k, l, b':', m, n, b'Z'] = *text.as_bytes()
    else {
        return None;
    };
    let pairs = [[a, b], [c, d], [e, f], [g, h], [i, j], [k, l], [m, n]];
    let is_date = pairs.iter().flatten().all(u8::is_ascii_digit);
    let [century, year, month, day, hour, minute, second] = pairs.map(number_of);
    let day = day_of(year_of(century, year), month, day);
    instant(day.filter(|_| is_date)?, [hour, minute, second], Some(0))
}

/// Parses RFC 3339 and no other form; a zero date may have any form.
pub(crate) fn rfc3339(text: &str) -> Option<ParsedDate> {
    let text = text.trim_ascii_start();
    let time = text.trim_start_matches(|c: char| c == '-' || c.is_ascii_digit());
    let is_rfc3339 = time.len() < text.len() && time.starts_with(['T', 't']);
    parse(text, None).filter(|date| match date {
        ParsedDate::At(_) => is_rfc3339,
        ParsedDate::NoZone => false,
        ParsedDate::Zero => true,
    })
}

/// The digits of a date and time without separators.
pub(crate) const COMPACT_LENGTH: usize = "20260131235959".len();

/// Parses fourteen digits that form a date and time: `20260131235959`. One without a zone is in `zone`.
///
/// A number of fewer digits that is padded with zeros is no date: its year would be before 1000.
pub(crate) fn compact(text: &str, zone: Option<UtcOffset>) -> Option<ParsedDate> {
    let mut cursor = Cursor(text.as_bytes());
    let day = day_of(cursor.year()?, cursor.two_digits()?, cursor.two_digits()?)?;
    let clock = [cursor.two_digits()?, cursor.two_digits()?, cursor.two_digits()?];
    let is_whole = cursor.0.is_empty();
    let dated = cursor.zoned(day, clock, zone).filter(|_| is_whole)?;
    (text.as_bytes().first() != Some(&b'0') || dated == ParsedDate::Zero).then_some(dated)
}

/// Parses `/Date(1767225600000)/`, in milliseconds since 1970; an offset after them does not affect the instant.
fn dot_net(text: &str) -> Option<ParsedDate> {
    let inside = text.strip_prefix("/Date(")?.strip_suffix(")/")?;
    let end = inside.get(1..)?.find(['+', '-']).map_or(inside.len(), |at| at.saturating_add(1));
    let (milliseconds, offset) = inside.split_at_checked(end)?;
    let mut offset = Cursor(offset.as_bytes());
    let is_valid = offset.0.is_empty() || offset.zone().is_some() && offset.0.is_empty();
    at(milliseconds.parse::<i64>().ok().filter(|_| is_valid)?.div_euclid(1000))
}

/// The part of a text that has not been parsed yet.
///
/// A method that returns `None` may have parsed a part of its form.
struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    /// Parses `2026-01-31T23:59:59.1234567Z`, also with a space for the `T`, without leading zeros or without the zone, or
    /// `2026-01-31`.
    fn iso(&mut self, separator: u8, zone: Option<UtcOffset>) -> Option<ParsedDate> {
        let year = self.year()?;
        self.skip(separator)?;
        let month = self.digits()?;
        self.skip(separator)?;
        let day = day_of(year, month, self.digits()?)?;
        if self.0.is_empty() {
            return instant(day, [0; 3], Some(zone.map_or(0, seconds_of)));
        }
        self.skip(b'T').or_else(|| self.skip(b't')).or_else(|| self.skip(b' '))?;
        let clock = self.clock()?;
        self.zoned(day, clock, zone)
    }

    /// Parses `1/31/2026 11:59:59 PM +00:00`; leading zeros, `AM` or `PM`, and the zone are optional.
    fn us(&mut self, zone: Option<UtcOffset>) -> Option<ParsedDate> {
        let month = self.digits()?;
        self.skip(b'/')?;
        let day = self.digits()?;
        self.skip(b'/')?;
        let day = day_of(self.year()?, month, day)?;
        self.skip(b' ')?;
        let [hour, minute, second] = self.clock()?;
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
        self.zoned(day, [hour, minute, second], zone)
    }

    /// Parses `Sun, 06 Nov 1994 08:49:37 GMT`; the weekday may be wrong.
    fn http(&mut self) -> Option<ParsedDate> {
        const DAYS: [&str; 7] = ["Mon, ", "Tue, ", "Wed, ", "Thu, ", "Fri, ", "Sat, ", "Sun, "];
        const MONTHS: [&str; 12] =
            ["Jan ", "Feb ", "Mar ", "Apr ", "May ", "Jun ", "Jul ", "Aug ", "Sep ", "Oct ", "Nov ", "Dec "];
        DAYS.iter().find(|day| self.skip_word(day))?;
        let day = self.digits()?;
        self.skip(b' ')?;
        let month = (1..).zip(MONTHS).find_map(|(number, name)| self.skip_word(name).then_some(number))?;
        let day = day_of(self.year()?, month, day)?;
        self.skip(b' ')?;
        let clock = self.clock()?;
        self.skip_word(" GMT").then(|| instant(day, clock, Some(0)))?
    }

    /// Parses `23:59:59` as hour, minute and second, and skips a fraction of the second.
    fn clock(&mut self) -> Option<[u8; 3]> {
        let hour = self.digits()?;
        self.skip(b':')?;
        let minute = self.two_digits()?;
        self.skip(b':')?;
        let second = self.two_digits()?;
        if self.skip(b'.').is_some() {
            let digits = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
            self.0 = self.0.get(digits..).filter(|_| digits > 0)?;
        }
        Some([hour, minute, second])
    }

    /// Parses the zone that follows a date and time, and returns their instant; without a zone they are in the given
    /// one.
    fn zoned(&mut self, day: i64, clock: [u8; 3], zone: Option<UtcOffset>) -> Option<ParsedDate> {
        let offset = if self.0.is_empty() { zone.map(seconds_of) } else { Some(self.zone()?) };
        instant(day, clock, offset)
    }

    /// Parses `Z`, `UTC`, `GMT`, `+01:00`, `+0100` or `UTC+01:00`, after an optional space, into seconds; the
    /// abbreviation behind an offset, as in Go's `+0100 CET`, does not affect the instant.
    fn zone(&mut self) -> Option<i64> {
        self.skip(b' ');
        if self.skip_word("Z") || self.skip_word("z") {
            return Some(0);
        }
        // Python names a zone without a name of its own by its offset: `UTC+08:00`.
        let is_named = self.skip_word("UTC") || self.skip_word("GMT");
        if is_named && !matches!(self.0, [b'+' | b'-', ..]) {
            return Some(0);
        }
        let sign = if self.skip(b'-').is_some() { -60 } else { self.skip(b'+').map(|()| 60)? };
        let hours = self.two_digits()?;
        self.skip(b':');
        let minutes = self.two_digits()?;
        if hours > 23 || minutes > 59 {
            return None;
        }
        if !is_named && self.skip(b' ').is_some() {
            self.abbreviation()?;
        }
        Some(i64::from(hours).wrapping_mul(60).wrapping_add(minutes.into()).wrapping_mul(sign))
    }

    /// Parses the abbreviation of a zone: three to five capitals, or the hours of one that has none, as in `-0300 -03`.
    fn abbreviation(&mut self) -> Option<()> {
        if self.skip(b'+').or_else(|| self.skip(b'-')).is_some() {
            self.two_digits()?;
            self.digits();
            return Some(());
        }
        let capitals = self.0.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
        self.0 = self.0.get(capitals..).filter(|_| (3..=5).contains(&capitals))?;
        Some(())
    }

    fn year(&mut self) -> Option<i32> {
        Some(year_of(self.two_digits()?, self.two_digits()?))
    }

    /// Parses one or two digits.
    fn digits(&mut self) -> Option<u8> {
        self.two_digits().or_else(|| {
            let [digit @ b'0'..=b'9', rest @ ..] = self.0 else { return None };
            self.0 = rest;
            Some(digit & 0xF)
        })
    }

    #[inline]
    fn two_digits(&mut self) -> Option<u8> {
        let [tens @ b'0'..=b'9', ones @ b'0'..=b'9', rest @ ..] = self.0 else { return None };
        self.0 = rest;
        Some(number_of([*tens, *ones]))
    }

    /// Skips a character, if it is the next one.
    #[inline]
    fn skip(&mut self, c: u8) -> Option<()> {
        self.0 = self.0.strip_prefix(&[c])?;
        Some(())
    }

    /// Skips a word and returns true, if it comes next.
    fn skip_word(&mut self, word: &str) -> bool {
        let rest = self.0.strip_prefix(word.as_bytes());
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }
}

/// The seconds of a day.
const DAY: i64 = 86_400;

/// The first day of the year 1, in days since 1970.
const ZERO: i64 = -719_162;

/// Returns the number of two digits.
fn number_of([tens, ones]: [u8; 2]) -> u8 {
    (tens & 0xF).wrapping_mul(10).wrapping_add(ones & 0xF)
}

fn year_of(century: u8, year: u8) -> i32 {
    i32::from(century).wrapping_mul(100).wrapping_add(year.into())
}

/// Returns the days from 1970 to a date of the calendar.
fn day_of(year: i32, month: u8, day: u8) -> Option<i64> {
    const EPOCH: i32 = UtcDateTime::UNIX_EPOCH.date().to_julian_day();
    let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
    Some(date.to_julian_day().wrapping_sub(EPOCH).into())
}

/// Returns the instant of a time of day, in a zone that is given by its offset in seconds.
///
/// A leap second is the last of a month in UTC, and has the instant of the second before it, as instants are truncated.
fn instant(day: i64, [hour, minute, second]: [u8; 3], offset: Option<i64>) -> Option<ParsedDate> {
    let is_leap = second == 60;
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    if day == ZERO {
        return Some(ParsedDate::Zero);
    }
    let Some(offset) = offset else { return Some(ParsedDate::NoZone) };
    let parts = [(24, hour), (60, minute), (60, second.min(59))];
    let local =
        parts.into_iter().fold(day, |all, (size, part)| all.wrapping_mul(size).wrapping_add(part.into()));
    let dated = at(local.wrapping_sub(offset))?;
    let ends_month = |at: i64| {
        let next = UtcDateTime::from_unix_timestamp(at.wrapping_add(1));
        next.is_ok_and(|next| next.day() == 1 && next.time() == Time::MIDNIGHT)
    };
    match dated {
        ParsedDate::At(at) if is_leap && !ends_month(at) => None,
        dated => Some(dated),
    }
}

/// Returns the date of an instant in seconds since 1970, unless it is out of range.
fn at(seconds: i64) -> Option<ParsedDate> {
    const FIRST: i64 = UtcDateTime::MIN.unix_timestamp();
    const LAST: i64 = UtcDateTime::MAX.unix_timestamp();
    match seconds {
        _ if is_zero(seconds) => Some(ParsedDate::Zero),
        FIRST..=LAST => Some(ParsedDate::At(seconds)),
        _ => None,
    }
}

/// Returns true if an instant, in seconds since 1970, is on the first day of the year 1.
pub(crate) fn is_zero(seconds: i64) -> bool {
    seconds.div_euclid(DAY) == ZERO
}

/// Returns the seconds that a zone is ahead of UTC.
fn seconds_of(zone: UtcOffset) -> i64 {
    zone.whole_seconds().into()
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
            ParsedDate::At(at) => Some(at),
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

    /// Holds the fast path against the plain one, for all values of a part and each other character in its place.
    #[test]
    fn fast_path_parses_the_same_dates() {
        let sent = "2024-02-29T23:59:59Z";
        let parts = (0..sent.len()).flat_map(|start| (0..=99).map(move |part| (start, format!("{part:02}"))));
        let characters =
            (0..sent.len()).flat_map(|start| (' '..='~').map(move |letter| (start, letter.to_string())));
        for (start, part) in parts.chain(characters) {
            for sent in [sent, "2016-12-31T23:59:60Z", "0001-01-01T00:00:00Z", "2100-02-28T07:30:00Z"] {
                let mut text = sent.to_owned();
                text.replace_range(start..start.saturating_add(part.len()).min(sent.len()), &part);
                let fast = plain(&text);
                assert!(fast.is_none() || fast == parse(&text, None), "{text}");
                let is_of_form = text.len() == sent.len()
                    && text
                        .bytes()
                        .zip(sent.bytes())
                        .all(|(one, other)| one == other || one.is_ascii_digit() && other.is_ascii_digit());
                assert!(!is_of_form || fast == parse(&text, None), "{text}");
            }
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
            assert_eq!(east, Some(ParsedDate::At(1_769_875_199)), "{text}");
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
            "/Date(1+0000x)/",
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
        assert_eq!(utc, Some(ParsedDate::At(1_769_903_999)));
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
        for text in [
            "2026-01-31 23:59:59Z",
            "2026-01-31 23:59:59 GMT",
            "2026-01-31",
            " Sat, 31 Jan 2026 23:59:59 GMT",
            "Thu, 29 Jan 2026 23:59:59 GMT",
            "1/31/2026 11:59:59 PM GMT",
            "/Date(1769903999000)/",
            "2026-01-31T23:59:59",
        ] {
            assert_eq!(rfc3339(text), None, "{text}");
        }
    }
}
