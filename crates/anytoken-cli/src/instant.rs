//! Instants on the command line and in batches.

use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcDateTime};

/// Parses RFC 3339 or seconds since 1970.
pub(crate) fn parse(text: &str) -> Result<UtcDateTime, &'static str> {
    let text = text.trim_ascii();
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        let message =
            "expected RFC 3339, such as 2026-01-31T12:00:00Z, or seconds since 1970, such as 1769860800";
        return rfc3339(text).ok_or(message);
    }
    let seconds = text.parse().ok().filter(|seconds| *seconds < MILLISECONDS);
    let at = seconds.and_then(|seconds| UtcDateTime::from_unix_timestamp(seconds).ok());
    at.ok_or("seconds since 1970 are past the year 5000; are they milliseconds?")
}

/// Parses RFC 3339, from 1970 to 9999.
pub(crate) fn rfc3339(text: &str) -> Option<UtcDateTime> {
    // Not by `UtcDateTime::parse` of time 0.3.55, which panics on some instants.
    let at = OffsetDateTime::parse(text, &Rfc3339).ok()?.checked_to_utc()?;
    (at.unix_timestamp() >= 0).then_some(at)
}

/// Numbers from here on are taken for milliseconds.
const MILLISECONDS: i64 = 100_000_000_000;
