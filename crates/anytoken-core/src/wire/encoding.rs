//! How a member is encoded by its vendor's documentation.

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;
use serde_with::{DeserializeAs, SerializeAs};
use time::{UtcDateTime, UtcOffset};

use super::SecretString;
use super::members::Members;
use crate::body::plain;
use crate::dialect::Told;
use crate::number::Number;
use crate::received::cut;
use crate::wiped::Wiped;
use crate::{Limits, Time};

/// How a `T` is encoded: what `serde_with` reads and writes, and what is lost between the two.
///
/// What is written must be read as the same value again. The encodings of this module read from the source text of
/// a value, which only `serde_json` hands out, and their errors do not quote it. They serve in structs of other
/// makes as well:
///
/// ```
/// use anytoken_core::wire::SecondsText;
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
    /// Whether the documented encoding of `value` says all that `sent` says, the raw JSON that it was read from.
    fn says_all(value: &T, sent: &str) -> bool {
        let _ = (value, sent);
        true
    }
}

/// A string, and no other type.
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

impl<'de> DeserializeAs<'de, SecretString> for Text {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<SecretString, D::Error> {
        read(deserializer, "invalid text", |json| string(json).map(SecretString::from))
    }
}

impl SerializeAs<SecretString> for Text {
    fn serialize_as<S: Serializer>(value: &SecretString, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(value.expose())
    }
}

impl Encoding<SecretString> for Text {}

/// A string; of a number the source text, to the last digit.
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

/// Whole seconds as a string; a number is read as well.
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

/// Whole seconds as a number; a string of one is read as well.
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
/// Numbers, milliseconds from 1e11, and dates of every form that token endpoints send are read as well; a date
/// without a zone is in UTC, and an instant is cut to the whole second. One that would not be read as seconds
/// (before September 2001, from the year 5138) is written as RFC 3339.
pub struct EpochText;

impl<'de> DeserializeAs<'de, UtcDateTime> for EpochText {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<UtcDateTime, D::Error> {
        let time = Time::epoch(crate::paths![]).zone(UtcOffset::UTC);
        read(deserializer, "invalid instant", |json| instant(json, time))
    }
}

impl SerializeAs<UtcDateTime> for EpochText {
    fn serialize_as<S: Serializer>(value: &UtcDateTime, serializer: S) -> Result<S::Ok, S::Error> {
        write_instant(*value, Time::epoch(crate::paths![]).text(), serializer)
    }
}

impl Encoding<UtcDateTime> for EpochText {
    fn says_all(value: &UtcDateTime, sent: &str) -> bool {
        says_instant(*value, sent)
    }
}

/// An instant as RFC 3339 has it, in UTC and in whole seconds.
///
/// What [`EpochText`] reads is read as well, but for a date without a zone.
pub struct Rfc3339;

impl<'de> DeserializeAs<'de, UtcDateTime> for Rfc3339 {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<UtcDateTime, D::Error> {
        read(deserializer, "invalid instant", |json| instant(json, Time::rfc3339(crate::paths![])))
    }
}

impl SerializeAs<UtcDateTime> for Rfc3339 {
    fn serialize_as<S: Serializer>(value: &UtcDateTime, serializer: S) -> Result<S::Ok, S::Error> {
        write_instant(*value, Time::rfc3339(crate::paths![]), serializer)
    }
}

impl Encoding<UtcDateTime> for Rfc3339 {
    fn says_all(value: &UtcDateTime, sent: &str) -> bool {
        says_instant(*value, sent)
    }
}

/// A wire struct of its own, which keeps what its fields do not hold.
pub struct Object;

impl<'de, T: Members + Deserialize<'de>> DeserializeAs<'de, T> for Object {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

impl<T: Members + Serialize> SerializeAs<T> for Object {
    fn serialize_as<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

impl<T: Members + Serialize + DeserializeOwned> Encoding<T> for Object {}

/// Reads a value from its source text.
fn read<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    message: &'static str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error> {
    let json = raw(Box::deserialize(deserializer)?);
    read(json.expose()).ok_or_else(|| D::Error::custom(message))
}

/// The source text of a value, in the memory that it was read into.
pub(super) fn raw(json: Box<RawValue>) -> Wiped {
    Wiped::from(String::from(Box::<str>::from(json)))
}

/// The text of a string.
fn string(json: &str) -> Option<Wiped> {
    let inside = json.strip_prefix('"')?.strip_suffix('"')?;
    plain(inside, inside.contains('\\')).ok()
}

/// The text of a string, or the source text of a number.
fn scalar(json: &str) -> Option<Wiped> {
    match json.as_bytes().first()? {
        b'-' | b'0'..=b'9' => Some(Wiped::from(json)),
        _ => string(json),
    }
}

/// A number of no more digits than an adapter accepts.
fn number(json: &str) -> Option<Number> {
    let text = scalar(json)?;
    let short = text.expose().trim_ascii().len() <= Limits::default().number;
    Number::parse(text.expose()).filter(|_| short)
}

fn seconds(json: &str) -> Option<i64> {
    number(json)?.floor(0)
}

/// The instant that a dialect reads.
fn instant(json: &str, time: Time) -> Option<UtcDateTime> {
    match time.read(scalar(json)?.expose(), 0, Limits::default().number) {
        Ok(Told::At { at, .. }) => UtcDateTime::from_unix_timestamp(at).ok(),
        _ => None,
    }
}

/// Writes what a dialect writes.
fn write_instant<S: Serializer>(value: UtcDateTime, time: Time, serializer: S) -> Result<S::Ok, S::Error> {
    let json = time.write(cut(value), UtcDateTime::UNIX_EPOCH, None);
    match json.as_deref().map(|json| json.trim_matches('"')) {
        Some(text) => serializer.serialize_str(text),
        None => Err(S::Error::custom("invalid instant")),
    }
}

/// Whether an instant in whole seconds is all that was sent.
fn says_instant(value: UtcDateTime, sent: &str) -> bool {
    let whole = value.unix_timestamp();
    match number(sent) {
        Some(number) => number.is(whole) || number.is(whole.saturating_mul(1000)),
        None => scalar(sent).is_some_and(|date| is_whole(date.expose(), whole)),
    }
}

/// Whether nothing was cut off a date to get at `whole` seconds: no fraction, no leap second.
fn is_whole(date: &str, whole: i64) -> bool {
    if let Some(milliseconds) = date.trim_ascii().strip_prefix("/Date(") {
        return milliseconds.starts_with(&format!("{whole}000"));
    }
    let fraction = date.split_once('.').map_or("", |(_, fraction)| fraction);
    let cut = fraction.bytes().take_while(u8::is_ascii_digit).any(|digit| digit != b'0');
    !cut && !date.contains(":60")
}
