//! Durations in words.

/// Formats seconds in their largest unit and the next one.
pub(super) fn words(seconds: u64) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_two_units() {
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
}
