//! The logical tree of a body: numbers keep their digits, members have no order, duplicates stay.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::markup;

/// A JSON value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Json {
    Null,
    Bool(bool),
    /// The digits as sent.
    Number(String),
    String(String),
    /// A string as sent, with an escape that names no character.
    Lone(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// The number of times that each path leads to each value.
pub type Leaves = BTreeMap<(String, Json), usize>;

impl Json {
    /// Parses a text by `serde_json`; `None` if it is not JSON.
    pub fn parse(text: &str) -> Option<Self> {
        Self::of(serde_json::from_str::<&RawValue>(text).ok()?)
    }

    fn of(raw: &RawValue) -> Option<Self> {
        let text = raw.get();
        Some(match text.as_bytes().first()? {
            b'n' => Self::Null,
            b't' => Self::Bool(true),
            b'f' => Self::Bool(false),
            b'"' => serde_json::from_str(text).map_or_else(|_| Self::Lone(text.to_owned()), Self::String),
            b'[' => {
                let elements: Vec<&RawValue> = serde_json::from_str(text).ok()?;
                Self::Array(elements.into_iter().map(Self::of).collect::<Option<_>>()?)
            }
            b'{' => {
                let Members(members) = serde_json::from_str(text).ok()?;
                let member = |(name, raw)| Some((name, Self::of(raw)?));
                Self::Object(members.into_iter().map(member).collect::<Option<_>>()?)
            }
            _ => Self::Number(text.to_owned()),
        })
    }

    /// Parses a body in any encoding: JSON behind its guards, a form, XML.
    pub fn of_body(body: &str) -> Option<Self> {
        let inside = inside_of(body).trim_ascii_end();
        let text = |text| Some(Self::Object(vec![("#text".to_owned(), text)]));
        match Wire::of(body) {
            Wire::Json => Self::parse(inside),
            Wire::Xml => markup::tree(inside),
            Wire::Form => Self::of_form(inside.trim_start_matches(['#', '?'])),
            Wire::Text if inside.starts_with('"') => text(Self::parse(inside)?),
            Wire::Text => text(Self::String(inside.to_owned())),
        }
    }

    /// Parses a form as an object of strings.
    pub fn of_form(form: &str) -> Option<Self> {
        let pairs = form.trim_ascii_end().split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((percent_decoded(name)?, Self::String(percent_decoded(value)?)))
        });
        pairs.collect::<Option<_>>().map(Self::Object)
    }

    /// Writes an object of strings as a form; `None` for any other tree.
    pub fn to_form(&self) -> Option<String> {
        let Self::Object(members) = self else { return None };
        let pair = |(name, value): &(String, Self)| {
            Some(format!("{}={}", percent_encoded(name), percent_encoded(value.text()?)))
        };
        Some(members.iter().map(pair).collect::<Option<Vec<_>>>()?.join("&"))
    }

    /// Replaces each string that holds an object by that object.
    #[must_use]
    pub fn unfolded(self) -> Self {
        match self {
            Self::String(text) => match Self::parse(&text) {
                Some(object @ Self::Object(_)) => object.unfolded(),
                _ => Self::String(text),
            },
            Self::Array(elements) => Self::Array(elements.into_iter().map(Self::unfolded).collect()),
            Self::Object(members) => {
                Self::Object(members.into_iter().map(|(name, value)| (name, value.unfolded())).collect())
            }
            other => other,
        }
    }

    /// Sorts the members of every object by name and value.
    #[must_use]
    pub fn settled(self) -> Self {
        match self {
            Self::Array(elements) => Self::Array(elements.into_iter().map(Self::settled).collect()),
            Self::Object(members) => {
                let mut members: Vec<_> =
                    members.into_iter().map(|(name, value)| (name, value.settled())).collect();
                members.sort();
                Self::Object(members)
            }
            other => other,
        }
    }

    /// Counts the strings of the tree.
    pub fn strings(&self) -> usize {
        match self {
            Self::String(_) => 1,
            Self::Array(elements) => elements.iter().map(Self::strings).sum(),
            Self::Object(members) => members.iter().map(|(_, value)| value.strings()).sum(),
            _ => 0,
        }
    }

    /// Returns every value that contains no other, by its path.
    pub fn leaves(&self) -> Leaves {
        let mut leaves = Leaves::new();
        self.collect("", &mut leaves);
        leaves
    }

    fn collect(&self, path: &str, leaves: &mut Leaves) {
        match self {
            Self::Array(elements) if !elements.is_empty() => {
                for (index, value) in elements.iter().enumerate() {
                    value.collect(&format!("{path}[{index}]"), leaves);
                }
            }
            Self::Object(members) if !members.is_empty() => {
                for (name, value) in members {
                    value.collect(&format!("{path}/{name:?}"), leaves);
                }
            }
            leaf => *leaves.entry((path.to_owned(), leaf.clone())).or_default() += 1,
        }
    }

    /// Returns every member name, duplicates included.
    pub fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        // The names are collected, not changed.
        drop(self.clone().renamed(&mut |name| {
            names.push(name.clone());
            name
        }));
        names
    }

    /// Replaces every member name by the result of `each`.
    #[must_use]
    pub fn renamed(self, each: &mut dyn FnMut(String) -> String) -> Self {
        match self {
            Self::Array(elements) => {
                Self::Array(elements.into_iter().map(|value| value.renamed(each)).collect())
            }
            Self::Object(members) => {
                let member = |(name, value): (String, Self)| (each(name), value.renamed(each));
                Self::Object(members.into_iter().map(member).collect())
            }
            leaf => leaf,
        }
    }

    /// Replaces every value by the result of `each`.
    #[must_use]
    pub fn mapped(self, each: &mut dyn FnMut(&str, Self) -> Self) -> Self {
        self.mapped_at("", each)
    }

    fn mapped_at(self, name: &str, each: &mut dyn FnMut(&str, Self) -> Self) -> Self {
        let inner = match self {
            Self::Array(elements) => {
                Self::Array(elements.into_iter().map(|value| value.mapped_at(name, each)).collect())
            }
            Self::Object(members) => {
                let member = |(name, value): (String, Self)| {
                    let value = value.mapped_at(&name, each);
                    (name, value)
                };
                Self::Object(members.into_iter().map(member).collect())
            }
            leaf => leaf,
        };
        each(name, inner)
    }

    /// Returns the first member of a name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Returns the text of a string; `None` for any other value.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    pub fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Array(elements) => elements.is_empty(),
            Self::Object(members) => members.is_empty(),
            _ => false,
        }
    }

    /// Writes the tree as JSON without white space.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        self.render(&mut text, &mut |_| "", &mut quoted);
        text
    }

    /// Writes the tree as JSON, with white space by `gap` and strings by `quote`.
    pub fn render<'g>(
        &self,
        out: &mut String,
        gap: &mut dyn FnMut(&mut String) -> &'g str,
        quote: &mut dyn FnMut(&str) -> String,
    ) {
        let space = |out: &mut String, gap: &mut dyn FnMut(&mut String) -> &'g str| {
            let blank = gap(out);
            out.push_str(blank);
        };
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(text) | Self::Lone(text) => out.push_str(text),
            Self::String(text) => out.push_str(&quote(text)),
            Self::Array(elements) => {
                out.push('[');
                for (index, value) in elements.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    space(out, gap);
                    value.render(out, gap, quote);
                    space(out, gap);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    space(out, gap);
                    out.push_str(&quote(name));
                    space(out, gap);
                    out.push(':');
                    space(out, gap);
                    value.render(out, gap, quote);
                    space(out, gap);
                }
                out.push('}');
            }
        }
    }
}

/// Writes a JSON string as `serde_json` does.
pub fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string is always JSON")
}

/// Strips a byte order mark, a guard prefix or a JSONP call from a body.
pub fn inside_of(body: &str) -> &str {
    let body = body.strip_prefix('\u{FEFF}').unwrap_or(body);
    let guards = [")]}',", ")]}'", "while(1);", "for(;;);", "&&&START&&&"];
    let body = guards.iter().find_map(|guard| body.strip_prefix(guard)).unwrap_or(body).trim_ascii_start();
    match (body.find('('), body.rfind(')')) {
        (Some(open), Some(close)) if open < close && body[open + 1..].trim_start().starts_with('{') => {
            let name = body[..open].trim_start_matches("/**/").trim();
            let called = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_$.".contains(&byte));
            if called { body[open + 1..close].trim() } else { body }
        }
        _ => body,
    }
}

/// The encoding of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    Json,
    Xml,
    Form,
    /// Bare text, or a JSON string.
    Text,
}

impl Wire {
    /// Detects the encoding by the first bytes. A form begins with a name and `=`, which is not its end.
    pub fn of(body: &str) -> Self {
        let inside = inside_of(body);
        let form = inside.strip_prefix(['#', '?']).unwrap_or(inside);
        let of_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.~%+[]:@".contains(byte);
        let name = form.bytes().take_while(of_name).count();
        match inside.bytes().next() {
            Some(b'{' | b'[') => Self::Json,
            Some(b'<') => Self::Xml,
            _ if name > 0
                && form[name..].starts_with('=')
                && form.trim_end().trim_end_matches('=').contains('=') =>
            {
                Self::Form
            }
            _ => Self::Text,
        }
    }
}

/// Percent-encodes a name or a value of a form.
pub fn percent_encoded(part: &str) -> String {
    let mut out = String::new();
    for byte in part.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'.' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            other => out += &format!("%{other:02X}"),
        }
    }
    out
}

fn percent_decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = part.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let hex = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let code = hex.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match (first, code.and_then(|digits| u8::from_str_radix(digits, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &behind[2..];
                continue;
            }
            (b'+', _) => bytes.push(b' '),
            (other, _) => bytes.push(*other),
        }
        rest = behind;
    }
    String::from_utf8(bytes).ok()
}

/// The members of an object, with duplicates.
pub struct Members<'a>(pub Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
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
