//! Secrets, instants and durations of other crates.

use anytoken::Token;
use anytoken_interop as interop;
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use jiff::{SignedDuration, Timestamp};
use secrecy::ExposeSecret;
use time::{Duration, UtcDateTime};

#[test]
fn secrets_are_not_shown() -> anytoken::Result<()> {
    let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
    let header = interop::secrecy::authorization(&token)?;
    assert_eq!(header.expose_secret(), "Bearer EXAMPLE-ACCESS");
    let secret = interop::secrecy::secret(token.credential());
    assert_eq!(secret.expose_secret(), "EXAMPLE-ACCESS");
    assert!(!format!("{header:?} {secret:?}").contains("EXAMPLE"));
    let token = Token::builder("oauth2").id_token("EXAMPLE-ID").build()?;
    assert!(interop::secrecy::authorization(&token).is_err());
    Ok(())
}

#[test]
fn instants_round_trip_to_the_nanosecond() -> Result<(), time::error::ComponentRange> {
    for nanoseconds in [0, 1, -1, 1_767_225_600_999_999_999, -62_135_596_800_000_000_001] {
        let at = UtcDateTime::from_unix_timestamp_nanos(nanoseconds)?;
        assert_eq!(interop::chrono::date_time(at).as_ref().and_then(interop::chrono::instant), Some(at));
        assert_eq!(interop::jiff::timestamp(at).and_then(interop::jiff::instant), Some(at));
    }
    for last in [UtcDateTime::MIN, UtcDateTime::MAX] {
        assert_eq!(interop::chrono::date_time(last).as_ref().and_then(interop::chrono::instant), Some(last));
    }
    Ok(())
}

#[test]
fn out_of_range_is_none() {
    assert_eq!(interop::chrono::instant(&DateTime::<chrono::Utc>::MAX_UTC), None);
    assert_eq!(interop::jiff::timestamp(UtcDateTime::MAX), None);
    assert!(
        interop::jiff::instant(Timestamp::MAX).is_some() && interop::jiff::instant(Timestamp::MIN).is_some()
    );
    assert_eq!(interop::chrono::time_delta(Duration::MAX), None);
}

#[test]
fn zone_and_leap_second_are_converted() {
    let east = FixedOffset::east_opt(3600)
        .and_then(|zone| DateTime::from_timestamp(0, 0).map(|at| at.with_timezone(&zone)));
    assert_eq!(east.as_ref().and_then(interop::chrono::instant), Some(UtcDateTime::UNIX_EPOCH));
    let leap = NaiveDate::from_ymd_opt(2016, 12, 31).and_then(|day| day.and_hms_milli_opt(23, 59, 59, 1_500));
    let instant = leap.and_then(|leap| interop::chrono::instant(&leap.and_utc()));
    assert_eq!(instant.map(UtcDateTime::unix_timestamp_nanos), Some(1_483_228_799_999_999_999));
}

#[test]
fn durations_round_trip() {
    for duration in [
        Duration::ZERO,
        Duration::new(1, 500_000_000),
        Duration::new(-1, -500_000_000),
        Duration::nanoseconds(-1),
        Duration::minutes(5),
    ] {
        assert_eq!(interop::chrono::time_delta(duration).map(interop::chrono::duration), Some(duration));
        assert_eq!(interop::jiff::duration(interop::jiff::signed_duration(duration)), duration);
    }
    assert_eq!(interop::jiff::signed_duration(Duration::MAX), SignedDuration::MAX);
    assert_eq!(interop::jiff::duration(SignedDuration::MIN), Duration::MIN);
    assert_eq!(interop::chrono::duration(TimeDelta::milliseconds(-1)), Duration::milliseconds(-1));
}
