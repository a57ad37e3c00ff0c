//! A wire struct as the members that it is read from and written to.

use std::io;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use serde_with::{de::DeserializeAsWrap, ser::SerializeAsWrap};
use time::UtcDateTime;

use super::encoding::{Encoding, raw};
use super::unknown::{Member, Unknown};
use crate::wiped::Wiped;
use crate::{Adapter, Body, Decoded, Error, ErrorKind, Received, Result};

/// What `wire_struct!` writes out for each struct.
pub trait Members: Default {
    /// The vendor's name of the schema.
    const NAME: &'static str;
    /// The names of all fields.
    const FIELDS: &'static [&'static str];

    /// What no field holds whole.
    fn unknown(&self) -> &Unknown;
    /// The same, to be filled.
    fn unknown_mut(&mut self) -> &mut Unknown;
    /// Fills a field from raw JSON, and tells whether it holds all of it; what cannot be read leaves it empty.
    fn read(&mut self, field: &str, json: &str) -> bool;
    /// Whether a field still is what this JSON says; true of a name that has no field.
    fn says(&self, name: &str, json: &str) -> bool;
    /// Writes the fields of which `is_left` is true, in the documented encodings.
    fn write<M: SerializeMap>(&self, map: &mut M, is_left: impl Fn(&str) -> bool) -> Result<(), M::Error>;
}

/// Fills a field from raw JSON, and tells whether the field holds all of it.
pub fn read<T: PartialEq, E: Encoding<T>>(field: &mut Option<T>, json: &str) -> bool {
    *field = value::<T, E>(json);
    field.as_ref().is_some_and(|value| E::says_all(value, json))
}

/// Whether a field is what this JSON says; an empty one is what unreadable JSON says.
pub fn says<T: PartialEq, E: Encoding<T>>(field: &Option<T>, json: &str) -> bool {
    value::<T, E>(json) == *field
}

/// Writes a field that is not empty.
pub fn write<T, E: Encoding<T>, M: SerializeMap>(
    map: &mut M,
    name: &'static str,
    field: &Option<T>,
) -> Result<(), M::Error> {
    match field {
        Some(value) => map.serialize_entry(name, &SerializeAsWrap::<T, E>::new(value)),
        None => Ok(()),
    }
}

/// Reads a struct; every value is taken raw before anybody interprets it.
pub fn deserialize<'de, T: Members, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    // Asked for a map, serde_json itself would refuse any other value, and quote it.
    deserializer.deserialize_any(Reader(PhantomData))
}

/// Writes a struct as its vendor documents it.
pub fn serialize<T: Members, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serialize_by(value, serializer, |member| !member.held)
}

/// Writes a struct as it was sent, and has the adapter read that.
pub fn decode<T: Members>(value: &T, adapter: &dyn Adapter, received_at: UtcDateTime) -> Result<Decoded> {
    let broken = |_| Error::new(ErrorKind::Syntax);
    let mut size = Size(0);
    serde_json::to_writer(&mut size, &AsSent(value)).map_err(broken)?;
    // All of its room from the start: a buffer that grows leaves secrets behind.
    let mut body = Vec::with_capacity(size.0);
    serde_json::to_writer(&mut body, &AsSent(value)).map_err(broken)?;
    adapter.read(Body::split(Received::owned(body, received_at)))
}

fn value<T, E: Encoding<T>>(json: &str) -> Option<T> {
    serde_json::from_str::<DeserializeAsWrap<T, E>>(json).ok().map(DeserializeAsWrap::into_inner)
}

/// The struct with every value as it was sent, where its field has not been changed since.
struct AsSent<'a, T>(&'a T);

impl<T: Members> Serialize for AsSent<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_by(self.0, serializer, |_| true)
    }
}

/// Writes what was sent of the members that are `wanted`, and the fields for all else.
fn serialize_by<T: Members, S: Serializer>(
    value: &T,
    serializer: S,
    wanted: impl Fn(&Member) -> bool,
) -> Result<S::Ok, S::Error> {
    let holds = |member: &&Member| wanted(member) && value.says(member.name.expose(), member.json.expose());
    let sent: Vec<&Member> = value.unknown().members.iter().filter(holds).collect();
    let mut map = serializer.serialize_map(None)?;
    value.write(&mut map, |field| !sent.iter().any(|member| member.name.expose() == field))?;
    for member in sent {
        let json: &RawValue = serde_json::from_str(member.json.expose())
            .map_err(|_| S::Error::custom(format_args!("invalid {}", T::NAME)))?;
        map.serialize_entry(member.name.expose(), json)?;
    }
    map.end()
}

/// The one member of a number, where a crate of the program asks serde_json for arbitrary precision.
const NUMBER: &str = "$serde_json::private::Number";

struct Reader<T>(PhantomData<T>);

impl<T: Members> Reader<T> {
    fn invalid<E: serde::de::Error>() -> Result<T, E> {
        Err(E::custom(format_args!("invalid {}", T::NAME)))
    }
}

/// Whatever is no object is refused here, for the messages that serde has for it quote the value.
impl<'de, T: Members> Visitor<'de> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let (mut read, mut seen) = (T::default(), Vec::with_capacity(T::FIELDS.len()));
        while let Some(name) = map.next_key::<String>()? {
            let (name, json) = match map.next_value() {
                Err(_) if name == NUMBER => return Self::invalid(),
                json => (Wiped::from(name), raw(json?)),
            };
            let field = T::FIELDS.iter().find(|field| **field == name.expose());
            if let Some(field) = field {
                if seen.contains(field) {
                    return Err(A::Error::duplicate_field(field));
                }
                seen.push(*field);
            }
            let held = field.is_some_and(|field| read.read(field, json.expose()));
            read.unknown_mut().members.push(Member { name, json, held });
        }
        Ok(read)
    }

    fn visit_bool<E: serde::de::Error>(self, _: bool) -> Result<T, E> {
        Self::invalid()
    }

    fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<T, E> {
        Self::invalid()
    }

    fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<T, E> {
        Self::invalid()
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<T, E> {
        Self::invalid()
    }

    fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<T, E> {
        Self::invalid()
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<T, E> {
        Self::invalid()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<T, A::Error> {
        Self::invalid()
    }
}

/// Counts what is written.
struct Size(usize);

impl io::Write for Size {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.saturating_add(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
