//! Instants on the command line and in batches.

use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcDateTime};

use crate::span;

/// Parses RFC 3339, whose seconds may be missing; seconds since 1970; or a span before now, such as `-90m`.
pub(crate) fn parse(text: &str) -> Result<UtcDateTime, &'static str> {
    let text = text.trim_ascii();
    let message = "expected RFC 3339, such as 2026-01-31T12:00:00Z; seconds since 1970, such as 1769860800; or a \
        span before now, such as -90m";
    if let Some(before) = text.strip_prefix('-') {
        return span::parse(before).ok().and_then(|span| UtcDateTime::now().checked_sub(span)).ok_or(message);
    }
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return rfc3339(text).or_else(|| rfc3339(&with_seconds(text)?)).ok_or(message);
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

/// Returns an instant as RFC 3339, and 1970 for an earlier one: RFC 3339 has no year before 0.
pub(crate) fn text(at: UtcDateTime) -> String {
    at.max(UtcDateTime::UNIX_EPOCH).format(&Rfc3339).unwrap_or_default()
}

/// Adds the seconds to `2026-01-31T12:00Z`.
fn with_seconds(text: &str) -> Option<String> {
    const MINUTES: usize = "2026-01-31T12:00".len();
    let (minutes, zone) = text.split_at_checked(MINUTES)?;
    Some(format!("{minutes}:00{zone}"))
}

/// Numbers from here on are taken for milliseconds.
const MILLISECONDS: i64 = 100_000_000_000;
