//! Fields of your own structs.

use std::collections::BTreeSet;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use time::{OffsetDateTime, UtcDateTime};

type TestResult = Result<(), Box<dyn std::error::Error>>;

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct TokenResponse<S, I> {
    #[serde(with = "anytoken_interop::serde::seconds", bound = "S: anytoken_interop::serde::Seconds")]
    seconds: S,
    #[serde(
        with = "anytoken_interop::serde::optional_seconds",
        bound = "S: anytoken_interop::serde::Seconds",
        default = "none"
    )]
    optional_seconds: Option<S>,
    #[serde(with = "anytoken_interop::serde::epoch", bound = "I: anytoken_interop::serde::Instant")]
    epoch: I,
    #[serde(
        with = "anytoken_interop::serde::optional_epoch",
        bound = "I: anytoken_interop::serde::Instant",
        default = "none"
    )]
    optional_epoch: Option<I>,
    #[serde(with = "anytoken_interop::serde::scopes")]
    scopes: Vec<String>,
    #[serde(with = "anytoken_interop::serde::optional_scopes", default)]
    optional_scopes: Option<BTreeSet<String>>,
}

fn none<T>() -> Option<T> {
    None
}

#[derive(Debug, Deserialize, Serialize)]
struct Seconds(#[serde(with = "anytoken_interop::serde::seconds")] i64);
#[derive(Debug, Deserialize, Serialize)]
struct Unsigned(#[serde(with = "anytoken_interop::serde::optional_seconds")] Option<u32>);
#[derive(Debug, Deserialize, Serialize)]
struct Epoch(#[serde(with = "anytoken_interop::serde::epoch")] UtcDateTime);
#[derive(Debug, Deserialize, Serialize)]
struct MaybeEpoch(#[serde(with = "anytoken_interop::serde::optional_epoch")] Option<UtcDateTime>);
#[derive(Debug, Deserialize, Serialize)]
struct Scopes(#[serde(with = "anytoken_interop::serde::scopes")] Vec<String>);
#[derive(Debug, Deserialize, Serialize)]
struct MaybeScopes(#[serde(with = "anytoken_interop::serde::optional_scopes")] Option<Vec<String>>);

#[test]
fn strings_are_accepted_and_numbers_are_written() -> TestResult {
    let sent = r#"{"seconds":" 3600 ","optional_seconds":59.9,"epoch":"1767225600","optional_epoch":1767225600123,"scopes":"a  b a","optional_scopes":["b","a",7]}"#;
    let written = r#"{"seconds":3600,"optional_seconds":59,"epoch":1767225600,"optional_epoch":1767225600,"scopes":"a b","optional_scopes":"7 a b"}"#;
    let read: TokenResponse<Duration, SystemTime> = serde_json::from_str(sent)?;
    assert_eq!(serde_json::to_string(&read)?, written);
    let read: TokenResponse<u64, OffsetDateTime> = serde_json::from_str(sent)?;
    assert_eq!(serde_json::to_string(&read)?, written);
    let read: TokenResponse<time::Duration, UtcDateTime> = serde_json::from_str(sent)?;
    assert_eq!(serde_json::to_string(&read)?, written);
    assert_eq!(serde_json::from_str::<TokenResponse<time::Duration, UtcDateTime>>(written)?, read);
    Ok(())
}

#[test]
fn missing_null_and_blank_are_none() -> TestResult {
    for rest in [
        "",
        r#","optional_seconds":null,"optional_epoch":null,"optional_scopes":null"#,
        r#","optional_seconds":" ","optional_epoch":"""#,
    ] {
        let read: TokenResponse<i64, UtcDateTime> =
            serde_json::from_str(&format!(r#"{{"seconds":0,"epoch":1767225600,"scopes":""{rest}}}"#))?;
        assert_eq!((read.optional_seconds, read.optional_epoch, read.optional_scopes), (None, None, None));
        assert!(read.scopes.is_empty());
    }
    let none = Unsigned(None);
    assert_eq!(serde_json::to_string(&(none, MaybeEpoch(None), MaybeScopes(None)))?, "[null,null,null]");
    let MaybeScopes(none_granted) = serde_json::from_str(r#""""#)?;
    assert_eq!(none_granted, Some(Vec::new()));
    Ok(())
}

#[test]
fn numbers_are_exact() -> TestResult {
    let seconds = |json: &str| serde_json::from_str::<Seconds>(json).map(|Seconds(seconds)| seconds);
    assert_eq!(seconds("3599.99999999999999999999")?, 3599);
    assert_eq!(seconds("9007199254740993")?, 9_007_199_254_740_993);
    assert_eq!(seconds("-0.5")?, -1);
    assert_eq!(seconds(r#""3.6e3""#)?, 3600);
    let Epoch(at) = serde_json::from_str(r#""2026-01-01T00:00:00.9+01:00""#)?;
    assert_eq!(at.unix_timestamp(), 1_767_222_000);
    Ok(())
}

#[test]
fn no_error_quotes_a_value() {
    for value in [
        r#""EXAMPLE""#,
        r#"["EXAMPLE"]"#,
        r#"{"EXAMPLE":"EXAMPLE"}"#,
        "true",
        "1e400",
        "-9223372036854775809",
    ] {
        let errors = [
            serde_json::from_str::<Seconds>(value).err().map(|error| error.to_string()),
            serde_json::from_str::<Unsigned>(value).err().map(|error| error.to_string()),
            serde_json::from_str::<Epoch>(value).err().map(|error| error.to_string()),
            serde_json::from_str::<MaybeEpoch>(value).err().map(|error| error.to_string()),
        ];
        for (error, name) in errors.into_iter().zip(["seconds", "seconds", "instant", "instant"]) {
            assert_eq!(error, Some(format!("invalid {name}")), "{value}");
        }
    }
    for value in ["7", "true", r#"{"EXAMPLE":"EXAMPLE"}"#, r#"[["EXAMPLE"]]"#, r#"["EXAMPLE",null]"#] {
        let errors = [
            serde_json::from_str::<Scopes>(value).err().map(|error| error.to_string()),
            serde_json::from_str::<MaybeScopes>(value).err().map(|error| error.to_string()),
        ];
        assert_eq!(errors, [const { "invalid scopes" }; 2].map(|error| Some(error.to_owned())), "{value}");
    }
    assert!(
        serde_json::from_str::<Seconds>("null").is_err() && serde_json::from_str::<Scopes>("null").is_err()
    );
    assert!(serde_json::from_str::<Unsigned>("-5").is_err());
}

#[derive(Debug, Deserialize)]
struct Outer {
    #[serde(flatten)]
    inner: Inner,
}

#[derive(Debug, Deserialize)]
struct Inner {
    #[serde(with = "anytoken_interop::serde::seconds")]
    seconds: i64,
}

#[test]
fn missing_source_text_is_an_error_without_a_value() -> TestResult {
    assert_eq!(serde_json::from_str::<Inner>(r#"{"seconds":"60"}"#)?.seconds, 60);
    let error = serde_json::from_str::<Outer>(r#"{"seconds":"EXAMPLE"}"#).map(|outer| outer.inner.seconds);
    let error = error.err().map(|error| error.to_string()).unwrap_or_default();
    assert!(error.starts_with("invalid type: newtype struct") && !error.contains("EXAMPLE"), "{error}");
    Ok(())
}

#[test]
fn ambiguous_values_are_not_written() -> TestResult {
    // As a number of seconds it would be too small for an instant.
    let written = serde_json::to_string(&Epoch(UtcDateTime::UNIX_EPOCH))?;
    assert_eq!(written, r#""1970-01-01T00:00:00Z""#);
    let Epoch(at) = serde_json::from_str(&written)?;
    assert_eq!(at, UtcDateTime::UNIX_EPOCH);

    let scopes = |scopes: &[&str]| {
        serde_json::to_string(&Scopes(scopes.iter().map(|&scope| scope.to_owned()).collect()))
    };
    assert_eq!(scopes(&["a", "b"])?, r#""a b""#);
    for scope in ["", "a b", "a\tb"] {
        assert_eq!(scopes(&[scope]).err().map(|error| error.to_string()).as_deref(), Some("invalid scopes"));
    }
    Ok(())
}

#[test]
fn fractions_round_down_before_1970() -> TestResult {
    let before = SystemTime::UNIX_EPOCH.checked_sub(Duration::from_millis(1_500));
    let at = before.and_then(|before| anytoken_interop::serde::Instant::utc(&before));
    assert_eq!(at.map(UtcDateTime::unix_timestamp), Some(-2));
    let back: Option<SystemTime> = at.and_then(anytoken_interop::serde::Instant::from_utc);
    assert_eq!(back, SystemTime::UNIX_EPOCH.checked_sub(Duration::from_secs(2)));
    let half = anytoken_interop::serde::Seconds::seconds(&time::Duration::milliseconds(-500));
    assert_eq!(half, Some(-1));
    Ok(())
}

#[cfg(all(feature = "chrono", feature = "jiff"))]
#[test]
fn instants_of_other_crates_are_accepted() -> TestResult {
    use chrono::{DateTime, Utc};
    use jiff::Timestamp;

    let json = r#"{"seconds":1,"optional_seconds":null,"epoch":1767225600,"optional_epoch":null,"scopes":"","optional_scopes":null}"#;
    let read: TokenResponse<i64, DateTime<Utc>> = serde_json::from_str(json)?;
    assert_eq!(serde_json::to_string(&read)?, json);
    let read: TokenResponse<i64, Timestamp> = serde_json::from_str(json)?;
    assert_eq!(serde_json::to_string(&read)?, json);
    Ok(())
}
