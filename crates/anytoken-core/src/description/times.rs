//! How a description says what encodes an instant.

use time::UtcOffset;

use super::value::{Result, Value};
use crate::{Paths, Time};

/// An object, or several: each a way in which one instant is stated.
pub(super) fn of(value: &Value<'_>) -> Result<&'static [Time]> {
    value.each(|time| self::time(&time))
}

/// An encoding, and the options that have a meaning for it.
struct Encoding {
    name: &'static str,
    of: fn(Paths) -> Time,
    /// Whether it may be a lifetime.
    counts: bool,
    /// Whether it may be a date.
    dates: bool,
    /// Whether a number is written.
    number: bool,
}

// A table is read by its columns.
#[rustfmt::skip]
const ENCODINGS: [Encoding; 7] = [
    Encoding { name: "seconds", of: Time::seconds, counts: true, dates: false, number: true },
    Encoding { name: "milliseconds", of: Time::milliseconds, counts: true, dates: false, number: true },
    Encoding { name: "epoch", of: Time::epoch, counts: false, dates: true, number: true },
    Encoding { name: "epoch_milliseconds", of: Time::epoch_milliseconds, counts: false, dates: true, number: true },
    Encoding { name: "rfc3339", of: Time::rfc3339, counts: false, dates: true, number: false },
    Encoding { name: "month_first", of: Time::month_first, counts: false, dates: true, number: false },
    Encoding { name: "by_size", of: Time::by_size, counts: true, dates: false, number: true },
];

fn time(value: &Value<'_>) -> Result<Time> {
    let members = value.members()?;
    let known = |name: &str| ENCODINGS.iter().find(|encoding| encoding.name == name);
    let mut encodings = members.iter().filter_map(|(name, paths)| Some((known(name)?, paths)));
    let (Some((encoding, paths)), None) = (encodings.next(), encodings.next()) else {
        let what = "does not have one of seconds, milliseconds, epoch, epoch_milliseconds, rfc3339, month_first, by_size";
        return Err(value.fault(what));
    };
    let of = paths.paths()?;
    if of.is_empty() {
        return Err(paths.fault("has no path"));
    }
    let mut time = (encoding.of)(of);
    for (name, value) in members.iter().filter(|(name, _)| name != encoding.name) {
        time = match name.as_str() {
            "text" if encoding.number => on(value, time, Time::text)?,
            "read_only" => on(value, time, Time::read_only)?,
            "from_issue" if encoding.counts => on(value, time, Time::from_issue)?,
            "of_any_size" if encoding.name == "seconds" => on(value, time, Time::of_any_size)?,
            "milliseconds_above" if encoding.name == "seconds" => time.milliseconds_above(value.number()?),
            "zone" if encoding.dates => time.zone(zone(value)?),
            "silent" => time.silent(value.texts()?),
            _ => return Err(value.fault("is no option of this encoding")),
        };
    }
    Ok(time)
}

/// A time with an option, where that is wanted.
fn on(value: &Value<'_>, time: Time, option: fn(Time) -> Time) -> Result<Time> {
    Ok(if value.flag()? { option(time) } else { time })
}

/// A zone, such as `+08:00`.
fn zone(value: &Value<'_>) -> Result<UtcOffset> {
    let zone = |text: &str| {
        let (sign, rest) = match text.split_at_checked(1)? {
            ("+", rest) => (1_i8, rest),
            ("-", rest) => (-1, rest),
            _ => return None,
        };
        let (hours, minutes) =
            rest.split_once(':').filter(|(hours, minutes)| hours.len() == 2 && minutes.len() == 2)?;
        let signed =
            |digits: &str| digits.parse::<u8>().ok().and_then(|n| i8::try_from(n).ok()?.checked_mul(sign));
        UtcOffset::from_hms(signed(hours)?, signed(minutes)?, 0).ok()
    };
    zone(value.text()?).ok_or_else(|| value.fault("is no zone, such as +08:00"))
}
