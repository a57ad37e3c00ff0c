//! Spans of time in words.

use time::Duration;

/// Formats seconds in their largest unit and the next one.
pub(crate) fn words(seconds: u64) -> String {
    let units = [
        (seconds / 86_400, "d"),
        (seconds / 3600 % 24, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let largest = units.iter().skip_while(|(count, _)| *count == 0).take(2);
    let words: Vec<_> =
        largest.filter(|(count, _)| *count > 0).map(|(n, unit)| format!("{n} {unit}")).collect();
    if words.is_empty() { "0 s".to_owned() } else { words.join(" ") }
}

/// Parses a span such as `90s`, `5m` or `1h 30m`.
pub(crate) fn parse(text: &str) -> Result<Duration, &'static str> {
    let span = humantime::parse_duration(text).ok().and_then(|span| Duration::try_from(span).ok());
    span.ok_or("expected a span of time, such as 90s, 5m or 1h")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_two_units() {
        for (seconds, text) in [
            (0, "0 s"),
            (59, "59 s"),
            (3600, "1 h"),
            (3601, "1 h"),
            (5400, "1 h 30 min"),
            (90_061, "1 d 1 h"),
            (7_776_000, "90 d"),
        ] {
            assert_eq!(words(seconds), text);
        }
    }

    #[test]
    fn a_span_has_units() {
        for (text, seconds) in
            [("90s", 90), ("5m", 300), ("5min", 300), ("1h30m", 5400), ("1h 30m", 5400), ("0s", 0)]
        {
            assert_eq!(parse(text).map(Duration::whole_seconds), Ok(seconds), "{text}");
        }
        for text in ["", "5", "soon", "-5m", "5 x", "99999999999999999999s"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
