//! An instant as text.

use time::UtcDateTime;

/// An instant in RFC 3339, in UTC and whole seconds: `2026-01-31T23:59:59Z`.
pub(crate) struct Stamp([u8; 20]);

impl Stamp {
    /// Writes an instant of the years 0 to 9999.
    pub(crate) fn new(at: UtcDateTime) -> Self {
        let (year, month, day) = at.to_calendar_date();
        let (hour, minute, second) = at.as_hms();
        let year = u16::try_from(year).unwrap_or(0);
        let [century, year] = [year / 100, year % 100].map(|part| u8::try_from(part).unwrap_or(0));
        let mut text = *b"0000-00-00T00:00:00Z";
        let [a, b, c, d, _, e, f, _, g, h, _, i, j, _, k, l, _, m, n, _] = &mut text;
        for ([tens, ones], part) in [[a, b], [c, d], [e, f], [g, h], [i, j], [k, l], [m, n]]
            .into_iter()
            .zip([century, year, month.into(), day, hour, minute, second])
        {
            (*tens, *ones) = (b'0'.wrapping_add(part / 10), b'0'.wrapping_add(part % 10));
        }
        Self(text)
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Returns the instant in the form of the USA: `01/31/2026 23:59:59 +00:00`.
    pub(crate) fn month_first(&self) -> String {
        let part = |range| self.as_str().get(range).unwrap_or_default();
        format!("{}/{}/{} {} +00:00", part(5..7), part(8..10), part(0..4), part(11..19))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::format_description::well_known::Rfc3339;

    #[test]
    fn every_day_is_written_as_in_rfc3339() {
        for day in 0..=2_932_896_i64 {
            let seconds = day * 86_400 + (day * 7919) % 86_400;
            let at = UtcDateTime::from_unix_timestamp(seconds);
            let texts = at.map(|at| (Stamp::new(at).as_str().to_owned(), at.format(&Rfc3339).ok()));
            assert!(texts.is_ok_and(|(text, expected)| Some(text) == expected), "{seconds}");
        }
    }
}
