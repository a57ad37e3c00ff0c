//! The encodings that vendors document for the members of wire structs: text, seconds, instants.

use anytoken_core::dialect::TimeRule;
use anytoken_core::{Limits, Number, SecretBuf, json_text};
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Error as _, Serializer};
use serde_json::value::RawValue;
use serde_with::{DeserializeAs, SerializeAs};
use time::{UtcDateTime, UtcOffset};

/// The encoding of a `T`: a `serde_with` adapter that knows which values it preserves.
///
/// A serialized value must deserialize to the same value. The encodings of this module work on the source text of a
/// value, which only `serde_json` provides, and their errors do not quote it. They can be used in other structs:
///
/// ```
/// use anytoken_wire::SecondsText;
///
/// #[serde_with::serde_as]
/// #[derive(serde::Deserialize)]
/// struct Cached {
///     #[serde_as(as = "SecondsText")]
///     left: i64,
/// }
/// assert_eq!(serde_json::from_str::<Cached>(r#"{"left":"3.6e3"}"#)?.left, 3600);
/// let error = serde_json::from_str::<Cached>(r#"{"left":"EXAMPLE"}"#).err().unwrap();
/// assert_eq!(error.to_string(), "invalid seconds at line 1 column 18");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait Encoding<T>: SerializeAs<T> + for<'de> DeserializeAs<'de, T> {
    /// Returns true if the encoding of `value` preserves all of `sent`, the raw JSON that it was deserialized from.
    fn says_all(value: &T, sent: &str) -> bool {
        let _ = (value, sent);
        true
    }
}

/// A string.
pub struct Text;

impl<'de> DeserializeAs<'de, String> for Text {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        read(deserializer, "invalid text", |json| string(json).map(|text| text.expose().to_owned()))
    }
}

impl SerializeAs<String> for Text {
    fn serialize_as<S: Serializer>(value: &String, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(value)
    }
}

impl Encoding<String> for Text {}

impl<'de> DeserializeAs<'de, SecretBuf> for Text {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<SecretBuf, D::Error> {
        read(deserializer, "invalid text", string)
    }
}

impl SerializeAs<SecretBuf> for Text {
    fn serialize_as<S: Serializer>(value: &SecretBuf, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(value.expose())
    }
}

impl Encoding<SecretBuf> for Text {}

/// A string, or a number as its source text, with every digit.
pub struct Id;

impl<'de> DeserializeAs<'de, String> for Id {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        read(deserializer, "invalid id", |json| scalar(json).map(|text| text.expose().to_owned()))
    }
}

impl SerializeAs<String> for Id {
    fn serialize_as<S: Serializer>(value: &String, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(value)
    }
}

impl Encoding<String> for Id {}

/// Whole seconds as a string; a number is accepted.
pub struct SecondsText;

impl<'de> DeserializeAs<'de, i64> for SecondsText {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
        read(deserializer, "invalid seconds", seconds)
    }
}

impl SerializeAs<i64> for SecondsText {
    fn serialize_as<S: Serializer>(value: &i64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }
}

impl Encoding<i64> for SecondsText {
    fn says_all(value: &i64, sent: &str) -> bool {
        number(sent).is_some_and(|number| number.is(*value))
    }
}

/// Whole seconds as a number; a string of a number is accepted.
pub struct SecondsNumber;

impl<'de> DeserializeAs<'de, i64> for SecondsNumber {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
        read(deserializer, "invalid seconds", seconds)
    }
}

impl SerializeAs<i64> for SecondsNumber {
    fn serialize_as<S: Serializer>(value: &i64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(*value)
    }
}

impl Encoding<i64> for SecondsNumber {
    fn says_all(value: &i64, sent: &str) -> bool {
        SecondsText::says_all(value, sent)
    }
}

/// An instant as a string of seconds since 1970.
///
/// Numbers, milliseconds from 1e11, and dates in every form that token endpoints send are accepted; a date without a
/// zone is in UTC, and an instant is truncated to the second. An instant that would not deserialize as seconds (before
/// September 2001, from the year 5138) is serialized as RFC 3339.
pub struct EpochText;

impl<'de> DeserializeAs<'de, UtcDateTime> for EpochText {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<UtcDateTime, D::Error> {
        let rule = TimeRule::epoch(anytoken_core::dialect::paths![]).zone(UtcOffset::UTC);
        read(deserializer, "invalid instant", |json| instant(json, rule))
    }
}

impl SerializeAs<UtcDateTime> for EpochText {
    fn serialize_as<S: Serializer>(value: &UtcDateTime, serializer: S) -> Result<S::Ok, S::Error> {
        write_instant(*value, TimeRule::epoch(anytoken_core::dialect::paths![]).text(), serializer)
    }
}

impl Encoding<UtcDateTime> for EpochText {
    fn says_all(value: &UtcDateTime, sent: &str) -> bool {
        preserves_instant(*value, sent)
    }
}

/// An instant in RFC 3339, in UTC and whole seconds.
///
/// All input of [`EpochText`] is accepted, except a date without a zone.
pub struct Rfc3339;

impl<'de> DeserializeAs<'de, UtcDateTime> for Rfc3339 {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<UtcDateTime, D::Error> {
        read(deserializer, "invalid instant", |json| {
            instant(json, TimeRule::rfc3339(anytoken_core::dialect::paths![]))
        })
    }
}

impl SerializeAs<UtcDateTime> for Rfc3339 {
    fn serialize_as<S: Serializer>(value: &UtcDateTime, serializer: S) -> Result<S::Ok, S::Error> {
        write_instant(*value, TimeRule::rfc3339(anytoken_core::dialect::paths![]), serializer)
    }
}

impl Encoding<UtcDateTime> for Rfc3339 {
    fn says_all(value: &UtcDateTime, sent: &str) -> bool {
        preserves_instant(*value, sent)
    }
}

/// Deserializes a value from its source text.
fn read<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    message: &'static str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error> {
    let json = raw(Box::deserialize(deserializer)?);
    read(json.expose()).ok_or_else(|| D::Error::custom(message))
}

/// Returns the source text of a value without copying it.
pub(crate) fn raw(json: Box<RawValue>) -> SecretBuf {
    SecretBuf::from(String::from(Box::<str>::from(json)))
}

/// Returns the text of a string.
fn string(json: &str) -> Option<SecretBuf> {
    let inside = json.strip_prefix('"')?.strip_suffix('"')?;
    json_text(inside).map(SecretBuf::from)
}

/// Returns the text of a string, or the source text of a number.
fn scalar(json: &str) -> Option<SecretBuf> {
    match json.as_bytes().first()? {
        b'-' | b'0'..=b'9' => Some(SecretBuf::from(json)),
        _ => string(json),
    }
}

/// Parses a number, or a string of one, within the limit on length of a response.
fn number(json: &str) -> Option<Number> {
    let text = scalar(json)?;
    let is_short = text.expose().trim_ascii().len() <= Limits::default().number;
    Number::parse(text.expose()).filter(|_| is_short)
}

/// Parses whole seconds, rounded down.
fn seconds(json: &str) -> Option<i64> {
    number(json)?.floor(0)
}

/// Decodes an instant by the rule of a dialect.
fn instant(json: &str, rule: TimeRule) -> Option<UtcDateTime> {
    rule.instant(scalar(json)?.expose())
}

/// Serializes an instant by the rule of a dialect.
fn write_instant<S: Serializer>(
    value: UtcDateTime,
    rule: TimeRule,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match rule.instant_json(value).as_deref().map(|json| json.trim_matches('"')) {
        Some(text) => serializer.serialize_str(text),
        None => Err(S::Error::custom("invalid instant")),
    }
}

/// Returns true if an instant in whole seconds preserves all of `sent`.
fn preserves_instant(value: UtcDateTime, sent: &str) -> bool {
    let seconds = value.unix_timestamp();
    match number(sent) {
        Some(number) => number.is(seconds) || number.is(seconds.saturating_mul(1000)),
        None => scalar(sent).is_some_and(|date| is_in_whole_seconds(date.expose(), seconds)),
    }
}

/// Returns true if a date, which is in this second, has neither a fraction nor a leap second.
fn is_in_whole_seconds(date: &str, seconds: i64) -> bool {
    if let Some(milliseconds) = date.trim_ascii().strip_prefix("/Date(") {
        return milliseconds.starts_with(&format!("{seconds}000"));
    }
    let fraction = date.split_once('.').map_or("", |(_, fraction)| fraction);
    let has_fraction = fraction.bytes().take_while(u8::is_ascii_digit).any(|digit| digit != b'0');
    !has_fraction && !date.contains(":60")
}
