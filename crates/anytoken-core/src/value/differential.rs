//! Differential tests of numbers and dates against plain readers: one moves the point within the text, the other splits
//! the text at its separators and leaves the calendar to `time`.

use time::{Date, Month, Time, UtcDateTime, UtcOffset};

use super::date::{self, ParsedDate};
use super::number::{Number, integer};
use crate::json::differential::each_corrupted;

const NUMBERS: [&str; 13] = [
    "3600",
    " +3.6e3\n",
    "-1",
    "-1.0",
    "0.000",
    "-0.5",
    "1448875853241.9",
    "1767225600000",
    "00012e-2",
    "-36000E-1",
    "9223372036854775807",
    "-9223372036854775808.0",
    "170141183460469231731687303715884105727e-38",
];

const SIGNS_AND_DIGITS: [&str; 30] = [
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    ".",
    "e",
    "E",
    "+",
    "-",
    "e-",
    "e+",
    ".0",
    "00",
    "999",
    "12345678",
    "000000000000000000",
    "e18",
    "e-19",
    "e99999",
    "e-99999999999",
    " ",
    ":",
    "/",
    "x",
];

/// A number as it is written: `0.digits × 10^point`.
struct Written {
    is_negative: bool,
    digits: String,
    point: i64,
}

impl Written {
    fn of(text: &str) -> Option<Self> {
        let text = text.trim_ascii();
        let (decimal, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (is_negative, decimal) = signed(decimal);
        let (whole, fraction) =
            decimal.split_once('.').map_or((decimal, None), |(whole, fraction)| (whole, Some(fraction)));
        let digits = format!("{whole}{}", fraction.unwrap_or(""));
        let (is_small, exponent) = signed(exponent);
        let parts = [Some(whole), fraction, Some(exponent)];
        if !parts.into_iter().flatten().all(is_digits) || digits.parse::<i128>().is_err() {
            return None;
        }
        let size = exponent.parse::<i64>().unwrap_or(i64::MAX).min(1_000_000);
        let exponent = if is_small { size.saturating_neg() } else { size };
        let point = i64::try_from(whole.len()).ok()?.checked_add(exponent)?;
        Some(Self { is_negative, digits, point })
    }

    /// Returns the integer below, and whether the number is that integer.
    fn floor(&self, shift: i64) -> Option<(i64, bool)> {
        if self.digits.bytes().all(|digit| digit == b'0') {
            return Some((0, true));
        }
        // A hundred zeros on either side are as good as more: the number is too large, or next to zero.
        let last = i64::try_from(self.digits.len()).ok()?.checked_add(100)?;
        let point = self.point.checked_add(shift)?.clamp(-99, last);
        let zeros = "0".repeat(100);
        let text = format!("{zeros}{}{zeros}", self.digits);
        let (whole, fraction) = text.split_at_checked(usize::try_from(point.checked_add(100)?).ok()?)?;
        let is_whole = fraction.bytes().all(|digit| digit == b'0');
        let size = whole.parse::<i128>().ok()?;
        let below = match self.is_negative {
            true => size.saturating_neg().checked_sub(i128::from(!is_whole))?,
            false => size,
        };
        Some((i64::try_from(below).ok()?, is_whole))
    }
}

fn signed(text: &str) -> (bool, &str) {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    (text.starts_with('-'), unsigned)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[test]
fn numbers_are_those_that_are_written() {
    let mut accepted = 0_usize;
    each_corrupted(&NUMBERS, &SIGNS_AND_DIGITS, 50, |text| {
        let short = Some(text).filter(|text| is_digits(text) && text.len() <= 18);
        assert_eq!(integer(text.as_bytes()), short.and_then(|text| text.parse().ok()), "{text:?}");
        let (ours, written) = (Number::parse(text), Written::of(text));
        assert_eq!(ours.is_some(), written.is_some(), "{text:?}");
        let (Some(ours), Some(written)) = (ours, written) else { return };
        accepted = accepted.saturating_add(1);
        for shift in [0, 3, -3] {
            let floor = written.floor(shift.into()).map(|(below, _)| below);
            assert_eq!(ours.floor(shift), floor, "{text:?} times 10^{shift}");
        }
        for whole in [0, -1, 12, i64::MIN] {
            assert_eq!(ours.is(whole), written.floor(0) == Some((whole, true)), "{text:?} is {whole}");
        }
    });
    assert!(accepted > 10_000, "{accepted}");
}

const DATES: [&str; 29] = [
    "2026-01-31T23:59:59Z",
    "2024-02-29T00:00:00.123Z",
    "2026-12-31T23:59:60+00:00",
    "2027-01-01T07:59:60+08:00",
    "2026-01-30T23:59:60Z",
    "2026-01-31T23:60:00Z",
    "2026-01-31T24:00:00Z",
    "2026-01-31T00:00:00+24:00",
    "2026-01-31T00:00:00+00:60",
    "2026-1-2 3:04:05 +0100 CET",
    "2026-01-31 23:59:59",
    "2026/01/31 23:59:59 -0300 -03",
    "2026-06-30t12:00:00UTC-03:30",
    "2026-01-31",
    "0001-01-01T00:00:00Z",
    "0000-12-31T16:00:00-08:00",
    "9999-12-31T23:59:59Z",
    "1/31/2026 11:59:59 PM +00:00",
    "09/14/2017 00:00:00 PM",
    "12/1/2026 12:00:00 AM GMT",
    "Sun, 06 Nov 1994 08:49:37 GMT",
    "Sat, 1 Jul 2028 8:49:37 GMT",
    "/Date(1767225600000)/",
    "/Date(-62135596800000+0800)/",
    "/Date(253402300799999-0000)/",
    "20260131235959",
    "19991231235960",
    "00010101000000",
    "\n2026-01-31T23:59:59.5+23:59 ",
];

const PARTS: [&str; 56] = [
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "00",
    "12",
    "23",
    "24",
    "28",
    "29",
    "30",
    "31",
    "59",
    "60",
    "01",
    "02",
    "06",
    "2000",
    "1900",
    "0001",
    "0000",
    "-",
    "/",
    ":",
    ".",
    "+",
    " ",
    "T",
    "t",
    "Z",
    "z",
    "UTC",
    "GMT",
    " AM",
    " PM",
    "+01:00",
    "-0330",
    " +0000 UTC",
    " EST",
    " -03",
    "Feb",
    "Jun",
    "Dec",
    "Mon, ",
    "/Date(",
    ")/",
    "000",
    "T00:00:00",
    "60Z",
    "\u{e9}",
];

/// Reads a date in any form but that of fourteen digits.
fn dated(text: &str, zone: Option<UtcOffset>) -> Option<ParsedDate> {
    const DAYS: [&str; 7] = ["Mon,", "Tue,", "Wed,", "Thu,", "Fri,", "Sat,", "Sun,"];
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let text = text.trim_ascii();
    if let Some(inside) = text.strip_prefix("/Date(") {
        let inside = inside.strip_suffix(")/")?;
        let digits = signed(inside).1;
        let end = inside.len().checked_sub(digits.trim_start_matches(|c: char| c.is_ascii_digit()).len())?;
        let (milliseconds, zone) = inside.split_at_checked(end)?;
        let is_offset = zone.starts_with(['+', '-']) && offset(zone).is_some();
        return ended(milliseconds.parse::<i64>().ok()?.div_euclid(1000))
            .filter(|_| zone.is_empty() || is_offset);
    }
    if text.starts_with(|c: char| c.is_ascii_uppercase()) {
        let parts: Vec<&str> = text.split(' ').collect();
        let [weekday, day, month, year, time, "GMT"] = parts.as_slice() else { return None };
        let month = MONTHS.iter().position(|name| name == month).filter(|_| DAYS.contains(weekday))?;
        let month = month.checked_add(1)?.to_string();
        let ([hour, minute, second], "") = clock(time)? else { return None };
        return at(day_of(year, &month, day)?, [hour, minute, second], Some(0));
    }
    let separator = text.get(4..5).filter(|c| ["-", "/"].contains(c) && text.get(..4).is_some_and(is_digits));
    let split = match separator {
        Some(_) => text.split_once(['T', 't', ' ']),
        None => text.split_once(' '),
    };
    let (day, rest) = split.map_or((text, None), |(day, rest)| (day, Some(rest)));
    let parts: Vec<&str> = day.split(separator.unwrap_or("/")).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let day = if separator.is_some() { day_of(a, b, c) } else { day_of(c, a, b) }?;
    let Some(rest) = rest else {
        return separator
            .and_then(|_| at(day, [0; 3], Some(zone.map_or(0, |zone| zone.whole_seconds().into()))));
    };
    let ([hour, minute, second], rest) = clock(rest)?;
    let half = [" AM", " PM"].into_iter().find(|half| separator.is_none() && rest.starts_with(half));
    let hour = match (half, hour) {
        (Some(" AM"), 13..) => return None,
        (Some(" AM"), 12) => 0,
        (Some(" PM"), 0..12) => hour.checked_add(12)?,
        _ => hour,
    };
    let offset = match rest.get(half.map_or(0, str::len)..)? {
        "" => zone.map(|zone| zone.whole_seconds().into()),
        rest => Some(offset(rest)?),
    };
    at(day, [hour, minute, second], offset)
}

/// Reads fourteen digits.
fn fourteen(text: &str, zone: Option<UtcOffset>) -> Option<ParsedDate> {
    let part = |start: usize, end: usize| text.get(start..end);
    if !is_digits(text) || text.len() != 14 {
        return None;
    }
    let day = day_of(part(0, 4)?, part(4, 6)?, part(6, 8)?)?;
    let clock = [part(8, 10)?, part(10, 12)?, part(12, 14)?].map(|part| part.parse().unwrap_or(99));
    at(day, clock, zone.map(|zone| zone.whole_seconds().into()))
        .filter(|date| !text.starts_with('0') || *date == ParsedDate::Zero)
}

fn day_of(year: &str, month: &str, day: &str) -> Option<Date> {
    if year.len() != 4 || ![year, month, day].into_iter().all(is_digits) || month.len().max(day.len()) > 2 {
        return None;
    }
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// Reads a time of day, and returns the text after it.
fn clock(text: &str) -> Option<([u8; 3], &str)> {
    let end = text.find(|c: char| !matches!(c, '0'..='9' | ':' | '.')).unwrap_or(text.len());
    let (clock, rest) = text.split_at_checked(end)?;
    let parts: Vec<&str> = clock.split(':').collect();
    let [hour, minute, second] = parts.as_slice() else { return None };
    let (second, fraction) = second.split_once('.').unwrap_or((second, "0"));
    let are_digits = [hour, minute, second, fraction].into_iter().all(is_digits);
    if !are_digits || hour.len() > 2 || minute.len() != 2 || second.len() != 2 {
        return None;
    }
    Some(([hour.parse().ok()?, minute.parse().ok()?, second.parse().ok()?], rest))
}

/// Reads a zone, and returns its seconds ahead of UTC.
fn offset(text: &str) -> Option<i64> {
    let text = text.strip_prefix(' ').unwrap_or(text);
    if ["Z", "z", "UTC", "GMT"].contains(&text) {
        return Some(0);
    }
    let named = ["UTC", "GMT"].into_iter().find_map(|name| text.strip_prefix(name));
    let (text, abbreviation) = match text.split_once(' ') {
        Some((text, abbreviation)) if named.is_none() => (text, Some(abbreviation)),
        _ => (named.unwrap_or(text), None),
    };
    let is_abbreviation = |text: &str| {
        let (_, digits) = signed(text);
        let is_name = (3..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase());
        is_name || digits != text && is_digits(digits) && (2..=4).contains(&digits.len())
    };
    let digits = signed(text).1.replacen(':', "", usize::from(text.get(3..4) == Some(":")));
    let minutes = digits.parse::<i64>().ok().filter(|_| digits.len() == 4 && is_digits(&digits))?;
    let (hours, minutes) = (minutes.div_euclid(100), minutes.rem_euclid(100));
    if !text.starts_with(['+', '-'])
        || hours > 23
        || minutes > 59
        || !abbreviation.is_none_or(is_abbreviation)
    {
        return None;
    }
    let seconds = hours.checked_mul(60)?.checked_add(minutes)?.checked_mul(60)?;
    Some(if text.starts_with('-') { seconds.saturating_neg() } else { seconds })
}

/// Returns the instant of a day and a time in a zone; a leap second ends a month in UTC.
fn at(day: Date, [hour, minute, second]: [u8; 3], offset: Option<i64>) -> Option<ParsedDate> {
    let time = Time::from_hms(hour, minute, second.min(59)).ok().filter(|_| second <= 60)?;
    if day == Date::from_ordinal_date(1, 1).ok()? {
        return Some(ParsedDate::Zero);
    }
    let Some(offset) = offset else { return Some(ParsedDate::NoZone) };
    let dated = ended(UtcDateTime::new(day, time).unix_timestamp().checked_sub(offset)?)?;
    let ParsedDate::At(at) = dated else { return Some(dated) };
    let next = UtcDateTime::from_unix_timestamp(at.checked_add(1)?);
    let is_new_month = next.is_ok_and(|next| next.day() == 1 && next.as_hms() == (0, 0, 0));
    Some(dated).filter(|_| second < 60 || is_new_month)
}

fn ended(seconds: i64) -> Option<ParsedDate> {
    let at = UtcDateTime::from_unix_timestamp(seconds).ok()?;
    let is_zero = at.to_calendar_date() == (1, Month::January, 1);
    Some(if is_zero { ParsedDate::Zero } else { ParsedDate::At(seconds) })
}

#[test]
fn dates_are_those_of_the_calendar() {
    let zones = [None, UtcOffset::from_hms(8, 0, 0).ok(), UtcOffset::from_hms(-3, -30, 0).ok()];
    let mut accepted = 0_usize;
    each_corrupted(&DATES, &PARTS, 50, |text| {
        for zone in zones {
            assert_eq!(date::parse(text, zone), dated(text, zone), "{text:?} in {zone:?}");
            assert_eq!(date::compact(text, zone), fourteen(text, zone), "{text:?} in {zone:?}");
        }
        let without_zone = dated(text, None);
        accepted = accepted.saturating_add(usize::from(without_zone.is_some()));
        let zeros = text.replace(|c: char| c.is_ascii_digit(), "0");
        let plain = without_zone.filter(|_| zeros == "0000-00-00T00:00:00Z");
        assert_eq!(date::plain(text), plain, "{text:?}");
        let day = text.trim_ascii().split(['T', 't', ' ']).next().unwrap_or("");
        let is_joined = text.trim_ascii().get(day.len()..).is_some_and(|rest| rest.starts_with(['T', 't']));
        let is_rfc3339 = is_joined && day.get(4..5) == Some("-");
        let strict = without_zone.filter(|date| match date {
            ParsedDate::At(_) => is_rfc3339,
            ParsedDate::NoZone => false,
            ParsedDate::Zero => true,
        });
        assert_eq!(date::rfc3339(text), strict, "{text:?}");
    });
    assert!(accepted > 10_000, "{accepted}");
}
