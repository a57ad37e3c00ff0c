//! A value of a description, and the kinds that it may be of.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Fault;
use crate::secret::may_be_secret;
use crate::{Path, Paths};

/// Raw JSON, and the member that it stands in.
pub(super) struct Value<'a> {
    json: &'a str,
    member: String,
}

pub(super) type Result<T> = std::result::Result<T, Fault>;

/// Elements of a list, names of a path, and the largest index: far beyond what any format has.
const MOST: usize = 64;

/// How many members an object may have: a vendor has more codes than a list has elements.
const MOST_MEMBERS: usize = 1024;

/// Bytes of a path.
const LONGEST: usize = 512;

impl<'a> Value<'a> {
    pub(super) fn top(json: &'a str) -> Self {
        Self { json, member: String::new() }
    }

    /// What is wrong with it.
    pub(super) fn fault(&self, what: &'static str) -> Fault {
        Fault { member: self.member.clone(), what }
    }

    /// A member that is not there.
    pub(super) fn missing(&self, name: &str) -> Fault {
        Fault { member: self.inside(name), what: "is missing" }
    }

    /// The members of an object, each once.
    pub(super) fn members(&self) -> Result<Vec<(String, Self)>> {
        let Members(members) = serde_json::from_str(self.json).map_err(|error| {
            self.fault(if error.is_data() { "is no object" } else { "is not valid JSON" })
        })?;
        if members.len() > MOST_MEMBERS {
            return Err(self.fault("has more than 1024 members"));
        }
        let mut named: Vec<(String, Self)> = Vec::new();
        for (name, value) in members {
            let member = self.inside(shown(&name));
            if named.iter().any(|(known, _)| *known == name) {
                return Err(Fault { member, what: "is there twice" });
            }
            named.push((name, Self { json: value.get(), member }));
        }
        Ok(named)
    }

    /// The elements of an array, or the one that stands in its place.
    pub(super) fn elements(&self) -> Result<Vec<Self>> {
        if !self.json.starts_with('[') {
            return Ok(vec![Self { json: self.json, member: self.member.clone() }]);
        }
        let elements: Vec<&RawValue> =
            serde_json::from_str(self.json).map_err(|_| self.fault("is no array"))?;
        if elements.len() > MOST {
            return Err(self.fault("has more than 64 elements"));
        }
        let element = |(index, json): (usize, &'a RawValue)| Self {
            json: json.get(),
            member: self.inside(&index.to_string()),
        };
        Ok(elements.into_iter().enumerate().map(element).collect())
    }

    /// What each element is, kept.
    pub(super) fn each<T>(&self, of: impl FnMut(Self) -> Result<T>) -> Result<&'static [T]> {
        let elements: Result<Vec<T>> = self.elements()?.into_iter().map(of).collect();
        Ok(elements?.leak())
    }

    pub(super) fn text(&self) -> Result<&'static str> {
        let text: String = serde_json::from_str(self.json).map_err(|_| self.fault("is no string"))?;
        Ok(text.leak())
    }

    pub(super) fn texts(&self) -> Result<&'static [&'static str]> {
        self.each(|element| element.name())
    }

    /// A text that says something.
    pub(super) fn name(&self) -> Result<&'static str> {
        let text = self.text()?;
        if text.trim().is_empty() { Err(self.fault("is blank")) } else { Ok(text) }
    }

    pub(super) fn flag(&self) -> Result<bool> {
        serde_json::from_str(self.json).map_err(|_| self.fault("is neither true nor false"))
    }

    /// A number that fits its type.
    pub(super) fn number<T: Deserialize<'a>>(&self) -> Result<T> {
        serde_json::from_str(self.json).map_err(|_| self.fault("is no whole number of the right size"))
    }

    /// The JSON itself, on one line as it is written.
    pub(super) fn json(&self) -> &'static str {
        self.json.to_owned().leak()
    }

    pub(super) fn paths(&self) -> Result<Paths> {
        self.each(|element| element.path()).map(Paths::new)
    }

    pub(super) fn path(&self) -> Result<Path> {
        let text = self.text()?;
        self.way(text.strip_prefix('/').unwrap_or(text))?;
        Ok(Path::new(text))
    }

    /// Checks names with `/` between them.
    pub(super) fn way(&self, text: &str) -> Result<()> {
        let names = || text.split('/');
        let too_large = |name: &str| name.parse::<usize>().is_ok_and(|index| index > MOST);
        if names().any(str::is_empty) {
            Err(self.fault("is no path: a name is empty"))
        } else if text.len() > LONGEST || names().count() > MOST || names().any(too_large) {
            Err(self.fault("is no path: it is too long, or an index above 64"))
        } else {
            Ok(())
        }
    }

    fn inside(&self, name: &str) -> String {
        if self.member.is_empty() { name.to_owned() } else { format!("{}/{name}", self.member) }
    }
}

/// A name as an error may show it: what has more than letters may be anything.
fn shown(name: &str) -> &str {
    let of_name = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    if name.bytes().all(of_name) && !may_be_secret(name) { name } else { "a member" }
}

/// Names and values of an object, in order.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Self::Value, A::Error> {
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
