//! When a response arrived.

use anytoken::SecretBuf;
use time::format_description::well_known::Rfc2822;
use time::{Duration, OffsetDateTime, UtcDateTime};

use crate::instant;
use crate::object::Object;

/// When a response arrived, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Arrival {
    pub(crate) at: UtcDateTime,
    pub(crate) source: Source,
}

/// How the arrival of a response is known, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// By `--received-at`.
    Option,
    /// By the HAR file.
    Har,
    /// By the `Date` of the response's head.
    Date,
    /// By the modification time of the file, which is later if the file is a copy.
    File,
    /// Not at all: it is now.
    Now,
}

/// The most that another clock is ahead of this machine's, if it is right.
const MOST_AHEAD: Duration = Duration::minutes(5);

impl Arrival {
    /// Returns the arrival by `--received-at`, else as the first other source says, else now; in whole seconds.
    ///
    /// No response arrived later than this machine's clock says, whatever another clock said. One that is further ahead
    /// says nothing: the arrival would move with each look at the clock, and the response would stay fresh for ever.
    pub(crate) fn new(
        option: Option<UtcDateTime>,
        said: impl IntoIterator<Item = (UtcDateTime, Source)>,
        now: UtcDateTime,
    ) -> Self {
        let clock = UtcDateTime::now();
        let mut said = said.into_iter().filter(|(at, _)| *at <= clock.saturating_add(MOST_AHEAD));
        let said = said.next().map(|(at, source)| (at.min(clock), source));
        let (at, source) = option.map(|at| (at, Source::Option)).or(said).unwrap_or((now, Source::Now));
        Self { at: truncated(at), source }
    }

    /// Appends the arrival as JSON.
    pub(crate) fn append_to(self, text: &mut SecretBuf) {
        let mut arrival = Object::new(text);
        arrival.text("at", instant::text(self.at).as_str());
        arrival.text("source", self.source.as_str());
        arrival.end();
    }
}

/// Returns the arrival that the header `Date` says.
pub(crate) fn by_date(header: &str) -> Option<(UtcDateTime, Source)> {
    let at = OffsetDateTime::parse(header, &Rfc2822).ok()?.checked_to_utc()?;
    Some((at, Source::Date))
}

impl Source {
    fn as_str(self) -> &'static str {
        match self {
            Self::Option => "option",
            Self::Har => "har",
            Self::Date => "date",
            Self::File => "file",
            Self::Now => "now",
        }
    }

    /// Returns the source in words that follow an instant; empty if the user said it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Option => "",
            Self::Har => "by the HAR file",
            Self::Date => "by its Date header",
            Self::File => "by the time of the file",
            Self::Now => "assumed: nothing says when",
        }
    }
}

/// Truncates an instant to whole seconds, like those of a token.
pub(crate) fn truncated(at: UtcDateTime) -> UtcDateTime {
    at.replace_nanosecond(0).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATE: &str = "Thu, 01 Jan 1970 02:00:00 GMT";

    #[test]
    fn option_beats_what_is_said_and_that_beats_now() {
        let [option, now] = [1, 4].map(|hours| UtcDateTime::UNIX_EPOCH + Duration::hours(hours));
        let date = UtcDateTime::UNIX_EPOCH + Duration::hours(2);
        for (arrival, at, source) in [
            (Arrival::new(Some(option), by_date(DATE), now), option, Source::Option),
            (Arrival::new(None, by_date(DATE), now), date, Source::Date),
            (Arrival::new(None, by_date("today"), now), now, Source::Now),
        ] {
            assert_eq!((arrival.at, arrival.source), (at, source));
        }
    }

    #[test]
    fn nothing_arrives_in_the_future() {
        let ahead = |by| (UtcDateTime::now().saturating_add(by), Source::Date);
        let late = Arrival::new(None, [ahead(MOST_AHEAD)], UtcDateTime::UNIX_EPOCH);
        assert!(late.at <= UtcDateTime::now() && late.source == Source::Date);
    }

    #[test]
    fn clock_that_is_far_ahead_says_nothing() {
        let [file, now] = [1, 4].map(|hours| UtcDateTime::UNIX_EPOCH + Duration::hours(hours));
        let date = by_date("Thu, 01 Jan 9998 00:00:00 GMT");
        let arrival = |said: Option<_>| Arrival::new(None, date.into_iter().chain(said), now);
        assert_eq!(arrival(None), Arrival { at: now, source: Source::Now });
        assert_eq!(arrival(Some((file, Source::File))), Arrival { at: file, source: Source::File });
    }
}
