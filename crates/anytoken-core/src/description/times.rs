//! Time rules of a description.

use time::UtcOffset;

use super::value::{Result, Value};
use crate::{FieldPaths, TimeRule};

/// Parses the rules of one instant from an object or several.
pub(super) fn of(value: &Value<'_>) -> Result<&'static [TimeRule]> {
    value.each(|time| self::time(&time))
}

/// An encoding and its valid options.
struct Encoding {
    name: &'static str,
    of: fn(FieldPaths) -> TimeRule,
    /// True if it can be a lifetime.
    counts: bool,
    /// True if it can be a date.
    dates: bool,
    /// True if it is encoded as a number.
    number: bool,
}

// A table is read by its columns.
#[rustfmt::skip]
const ENCODINGS: [Encoding; 7] = [
    Encoding { name: "seconds", of: TimeRule::seconds, counts: true, dates: false, number: true },
    Encoding { name: "milliseconds", of: TimeRule::milliseconds, counts: true, dates: false, number: true },
    Encoding { name: "epoch", of: TimeRule::epoch, counts: false, dates: true, number: true },
    Encoding { name: "epoch_milliseconds", of: TimeRule::epoch_milliseconds, counts: false, dates: true, number: true },
    Encoding { name: "rfc3339", of: TimeRule::rfc3339, counts: false, dates: true, number: false },
    Encoding { name: "month_first", of: TimeRule::month_first, counts: false, dates: true, number: false },
    Encoding { name: "by_size", of: TimeRule::by_size, counts: true, dates: false, number: true },
];

fn time(value: &Value<'_>) -> Result<TimeRule> {
    let members = value.members()?;
    let known = |name: &str| ENCODINGS.iter().find(|encoding| encoding.name == name);
    let mut encodings = members.iter().filter_map(|(name, paths)| Some((known(name)?, paths)));
    let (Some((encoding, paths)), None) = (encodings.next(), encodings.next()) else {
        let what = "expected exactly one of: seconds, milliseconds, epoch, epoch_milliseconds, rfc3339, month_first, by_size";
        return Err(value.fault(what));
    };
    let of = paths.paths()?;
    if of.is_empty() {
        return Err(paths.fault("expected at least one path"));
    }
    let mut time = (encoding.of)(of);
    for (name, value) in members.iter().filter(|(name, _)| name != encoding.name) {
        time = match name.as_str() {
            "text" if encoding.number => on(value, time, TimeRule::text)?,
            "read_only" => on(value, time, TimeRule::read_only)?,
            "from_issue" if encoding.counts => on(value, time, TimeRule::from_issue)?,
            "of_any_size" if encoding.name == "seconds" => on(value, time, TimeRule::of_any_size)?,
            "milliseconds_above" if encoding.name == "seconds" => time.milliseconds_above(value.number()?),
            "zone" if encoding.dates => time.zone(zone(value)?),
            "silent" => time.silent(value.texts()?),
            _ => return Err(value.fault("unknown option for this encoding")),
        };
    }
    Ok(time)
}

/// Applies an option if its flag is set.
fn on(value: &Value<'_>, time: TimeRule, option: fn(TimeRule) -> TimeRule) -> Result<TimeRule> {
    Ok(if value.flag()? { option(time) } else { time })
}

/// Parses a UTC offset, such as `+08:00`.
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
    zone(value.text()?).ok_or_else(|| value.fault("expected a UTC offset, such as +08:00"))
}
