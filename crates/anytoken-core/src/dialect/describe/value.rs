//! Values of a description.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

use super::super::describe::Fault;
use crate::json::{FieldPath, FieldPaths};
use crate::secret::may_be_secret;

/// Raw JSON, and the path of its member.
pub(super) struct Value<'a> {
    json: &'a str,
    member: String,
}

pub(super) type Parsed<T> = Result<T, Fault>;

/// The limit on elements of a list, names of a path and indices, far beyond that of any format.
const MOST: usize = 64;

/// The limit on members of an object: a vendor has more error codes than a list has elements.
const MOST_MEMBERS: usize = 1024;

/// The limit on the bytes of a path.
const LONGEST: usize = 512;

impl<'a> Value<'a> {
    pub(super) fn top(json: &'a str) -> Self {
        Self { json, member: String::new() }
    }

    /// Creates an error of this value.
    pub(super) fn fault(&self, what: &'static str) -> Fault {
        Fault { member: self.member.clone(), what }
    }

    /// Creates an error of a missing member.
    pub(super) fn missing(&self, name: &str) -> Fault {
        Fault { member: self.inside(name), what: "missing field" }
    }

    /// Returns the members of an object without duplicates.
    pub(super) fn members(&self) -> Parsed<Vec<(String, Self)>> {
        let Members(members) = serde_json::from_str(self.json).map_err(|error| {
            self.fault(if error.is_data() { "expected an object" } else { "invalid JSON" })
        })?;
        if members.len() > MOST_MEMBERS {
            return Err(self.fault("has more than 1024 members"));
        }
        let mut named: Vec<(String, Self)> = Vec::new();
        for (name, value) in members {
            let member = self.inside(shown(&name));
            if named.iter().any(|(known, _)| *known == name) {
                return Err(Fault { member, what: "duplicate field" });
            }
            named.push((name, Self { json: value.get(), member }));
        }
        Ok(named)
    }

    /// Returns the elements of an array, or the value itself.
    pub(super) fn elements(&self) -> Parsed<Vec<Self>> {
        if !self.json.starts_with('[') {
            return Ok(vec![Self { json: self.json, member: self.member.clone() }]);
        }
        let elements: Vec<&RawValue> =
            serde_json::from_str(self.json).map_err(|_| self.fault("expected an array"))?;
        if elements.len() > MOST {
            return Err(self.fault("more than 64 elements"));
        }
        let element = |(index, json): (usize, &'a RawValue)| Self {
            json: json.get(),
            member: self.inside(&index.to_string()),
        };
        Ok(elements.into_iter().enumerate().map(element).collect())
    }

    /// Converts each element and leaks the list.
    pub(super) fn each<T>(&self, of: impl FnMut(Self) -> Parsed<T>) -> Parsed<&'static [T]> {
        let elements: Parsed<Vec<T>> = self.elements()?.into_iter().map(of).collect();
        Ok(elements?.leak())
    }

    pub(super) fn text(&self) -> Parsed<&'static str> {
        let text: String = serde_json::from_str(self.json).map_err(|_| self.fault("expected a string"))?;
        Ok(text.leak())
    }

    pub(super) fn texts(&self) -> Parsed<&'static [&'static str]> {
        self.each(|element| element.name())
    }

    /// Returns a text that is not blank.
    pub(super) fn name(&self) -> Parsed<&'static str> {
        let text = self.text()?;
        if text.trim().is_empty() { Err(self.fault("must not be blank")) } else { Ok(text) }
    }

    pub(super) fn flag(&self) -> Parsed<bool> {
        serde_json::from_str(self.json).map_err(|_| self.fault("expected true or false"))
    }

    /// Returns a number that fits its type.
    pub(super) fn number<T: Deserialize<'a>>(&self) -> Parsed<T> {
        serde_json::from_str(self.json).map_err(|_| self.fault("expected an integer in range"))
    }

    /// Returns the raw JSON.
    pub(super) fn json(&self) -> &'static str {
        self.json.to_owned().leak()
    }

    pub(super) fn paths(&self) -> Parsed<FieldPaths> {
        self.each(|element| element.path()).map(FieldPaths::new)
    }

    pub(super) fn path(&self) -> Parsed<FieldPath> {
        let text = self.text()?;
        self.check_path(text.strip_prefix('/').unwrap_or(text))?;
        Ok(FieldPath::new(text))
    }

    /// Checks the names of a path.
    pub(super) fn check_path(&self, text: &str) -> Parsed<()> {
        let names = || text.split('/');
        let too_large = |name: &str| name.parse::<usize>().is_ok_and(|index| index > MOST);
        if names().any(str::is_empty) {
            Err(self.fault("empty path segment"))
        } else if text.len() > LONGEST || names().count() > MOST || names().any(too_large) {
            Err(self.fault("path is too long or has an index above 64"))
        } else {
            Ok(())
        }
    }

    fn inside(&self, name: &str) -> String {
        if self.member.is_empty() { name.to_owned() } else { format!("{}/{name}", self.member) }
    }
}

/// Returns a name that is safe to show: one of letters that is not a secret.
fn shown(name: &str) -> &str {
    let of_name = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    if name.bytes().all(of_name) && !may_be_secret(name) { name } else { "a member" }
}

/// The names and values of an object, in order.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object)
    }
}
