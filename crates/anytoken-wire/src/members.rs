//! Deserialization and serialization of wire structs, for the code that `wire_struct!` expands to.

use std::io;
use std::marker::PhantomData;

use anytoken_core::dialect::Body;
use anytoken_core::{Adapter, Decoded, Error, ErrorKind, Response, Result, SecretBuf};
use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use serde_with::{DeserializeAs, SerializeAs, de::DeserializeAsWrap, ser::SerializeAsWrap};
use time::UtcDateTime;

use crate::encoding::{Encoding, raw};
use crate::unknown::{Member, Unknown};

/// The interface that `wire_struct!` implements for each struct.
pub trait Members: Default {
    /// The vendor's name of the schema.
    const NAME: &'static str;
    /// The names of all fields.
    const FIELDS: &'static [&'static str];

    /// Returns all members as they were sent.
    fn unknown(&self) -> &Unknown;
    /// Returns all members as they were sent, to add one.
    fn unknown_mut(&mut self) -> &mut Unknown;
    /// Sets a field from raw JSON, and returns true if the field preserves all of it.
    ///
    /// JSON that is invalid for the field clears it.
    fn read(&mut self, field: &str, json: &str) -> bool;
    /// Returns true if a field still has the value of this JSON, or if the name has no field.
    fn is_unchanged(&self, name: &str, json: &str) -> bool;
    /// Serializes the fields whose names are `wanted`, in the documented encodings.
    fn write<M: SerializeMap>(&self, map: &mut M, wanted: impl Fn(&str) -> bool) -> Result<(), M::Error>;
}

/// A nested wire struct.
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

/// Sets a field from raw JSON, and returns true if the field preserves all of it.
pub fn read<T: PartialEq, E: Encoding<T>>(field: &mut Option<T>, json: &str) -> bool {
    *field = value::<T, E>(json);
    field.as_ref().is_some_and(|value| E::says_all(value, json))
}

/// Returns true if a field has the value of this JSON; the value of JSON that is invalid for it is none.
pub fn is_unchanged<T: PartialEq, E: Encoding<T>>(field: &Option<T>, json: &str) -> bool {
    value::<T, E>(json) == *field
}

/// Serializes a field that is not empty.
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

/// Deserializes a struct, taking every value as raw JSON first.
pub fn deserialize<'de, T: Members, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    // `deserialize_map` would quote a value of another type in its error.
    deserializer.deserialize_any(StructVisitor(PhantomData))
}

/// Serializes a struct as its vendor documents it.
pub fn serialize<T: Members, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serialize_with_sent(value, serializer, |member| !member.held)
}

/// Serializes a struct as it was sent, and decodes it with the adapter.
pub fn decode<T: Members>(value: &T, adapter: &dyn Adapter, received_at: UtcDateTime) -> Result<Decoded> {
    let invalid = |_| Error::new(ErrorKind::Syntax);
    let mut size = Size(0);
    serde_json::to_writer(&mut size, &AsSent(value)).map_err(invalid)?;
    // Allocated once: a buffer that grows leaves secrets in freed memory.
    let mut body = Vec::with_capacity(size.0);
    serde_json::to_writer(&mut body, &AsSent(value)).map_err(invalid)?;
    adapter.decode_body(Body::split(Response::from_vec(body, received_at)))
}

/// Deserializes the value of a field; `None` for JSON that is invalid for it.
fn value<T, E: Encoding<T>>(json: &str) -> Option<T> {
    serde_json::from_str::<DeserializeAsWrap<T, E>>(json).ok().map(DeserializeAsWrap::into_inner)
}

/// A struct whose unchanged values are serialized as they were sent.
struct AsSent<'a, T>(&'a T);

impl<T: Members> Serialize for AsSent<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_with_sent(self.0, serializer, |_| true)
    }
}

/// Serializes the `wanted` members as they were sent, unless their field was changed, and all others from their fields.
fn serialize_with_sent<T: Members, S: Serializer>(
    value: &T,
    serializer: S,
    wanted: impl Fn(&Member) -> bool,
) -> Result<S::Ok, S::Error> {
    let is_sent =
        |member: &&Member| wanted(member) && value.is_unchanged(member.name.expose(), member.json.expose());
    let sent: Vec<&Member> = value.unknown().members.iter().filter(is_sent).collect();
    let mut map = serializer.serialize_map(None)?;
    value.write(&mut map, |field| !sent.iter().any(|member| member.name.expose() == field))?;
    for member in sent {
        let json: &RawValue = serde_json::from_str(member.json.expose())
            .map_err(|_| S::Error::custom(format_args!("invalid {}", T::NAME)))?;
        map.serialize_entry(member.name.expose(), json)?;
    }
    map.end()
}

/// The member by which `serde_json` represents a number if its feature `arbitrary_precision` is enabled.
const NUMBER: &str = "$serde_json::private::Number";

/// The visitor of a wire struct.
struct StructVisitor<T>(PhantomData<T>);

impl<T: Members> StructVisitor<T> {
    /// Returns the error of a value that is not an object, which it does not quote.
    fn invalid<E: serde::de::Error>() -> Result<T, E> {
        Err(E::custom(format_args!("invalid {}", T::NAME)))
    }
}

/// Rejects values that are not objects itself, since the errors of serde quote them.
impl<'de, T: Members> Visitor<'de> for StructVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let (mut value, mut seen) = (T::default(), Vec::with_capacity(T::FIELDS.len()));
        while let Some(name) = map.next_key::<String>()? {
            let (name, json) = match map.next_value() {
                Err(_) if name == NUMBER => return Self::invalid(),
                json => (SecretBuf::from(name), raw(json?)),
            };
            let field = T::FIELDS.iter().find(|field| **field == name.expose());
            if let Some(field) = field {
                if seen.contains(field) {
                    return Err(A::Error::duplicate_field(field));
                }
                seen.push(*field);
            }
            let held = field.is_some_and(|field| value.read(field, json.expose()));
            value.unknown_mut().members.push(Member { name, json, held });
        }
        Ok(value)
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

/// A writer that counts bytes.
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
