//! Tokens read back from their canonical form.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;
use time::{UtcDateTime, format_description::well_known::Rfc3339};

use crate::body::plain;
use crate::wiped::Wiped;
use crate::{Expiry, Lifetime, Token};

/// A token in the canonical form that [`Token::exposed`] serializes.
///
/// It reads from JSON only, since extras are kept as raw JSON. Members that it does not know are passed over, and
/// errors hold no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredToken(Token);

impl StoredToken {
    /// The token.
    pub fn into_token(self) -> Token {
        self.0
    }
}

impl From<StoredToken> for Token {
    fn from(stored: StoredToken) -> Self {
        stored.0
    }
}

impl<'de> Deserialize<'de> for StoredToken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Raw::deserialize(deserializer)?;
        let token = members(json.0.expose())
            .ok_or("not an object")
            .and_then(Fields::of)
            .and_then(|fields| fields.token());
        token
            .map(Self)
            .map_err(|what| D::Error::custom(format_args!("invalid token in canonical form: {what}")))
    }
}

#[derive(Default)]
struct Fields {
    /// Whether the version is the one that there is.
    known: bool,
    format: Option<Wiped>,
    texts: Vec<(&'static str, Wiped)>,
    scopes: Option<Vec<Wiped>>,
    lifetime: Lifetime,
    extras: Vec<(String, Raw)>,
}

/// The members that hold text.
const TEXTS: [&str; 8] =
    ["access_token", "token_type", "scheme", "refresh_token", "id_token", "resource", "client_id", "subject"];

impl Fields {
    fn of(members: Vec<(String, Raw)>) -> Result<Self, &'static str> {
        let mut fields = Self::default();
        for (name, json) in &members {
            fields.read(name, json.0.expose())?;
        }
        Ok(fields)
    }

    /// Reads a member from its raw JSON; the error is its name, and never its value.
    fn read(&mut self, name: &str, json: &str) -> Result<(), &'static str> {
        if let Some(name) = TEXTS.into_iter().find(|text| *text == name) {
            if self.texts.iter().any(|(known, _)| *known == name) {
                return Err(name);
            }
            self.texts.push((name, string(json).ok_or(name)?));
            return Ok(());
        }
        let life = &mut self.lifetime;
        match name {
            "v" => self.known = json == "1",
            "format" => self.format = Some(string(json).ok_or("format")?),
            "scopes" => self.scopes = Some(strings(json).ok_or("scopes")?),
            "issued_at" => life.issued_at = Some(instant(json).ok_or("issued_at")?),
            "not_before" => life.not_before = Some(instant(json).ok_or("not_before")?),
            "refresh_at" => life.refresh_at = Some(instant(json).ok_or("refresh_at")?),
            "extended_expires_at" => {
                life.extended_expires_at = Some(instant(json).ok_or("extended_expires_at")?);
            }
            "expires_at" => life.expires = Expiry::At(instant(json).ok_or("expires_at")?),
            "refresh_token_expires_at" => {
                let end = instant(json).ok_or("refresh_token_expires_at")?;
                life.refresh_token_expires = Expiry::At(end);
            }
            "never_expires" if truth(json).ok_or("never_expires")? => life.expires = Expiry::Never,
            "refresh_token_never_expires" if truth(json).ok_or("refresh_token_never_expires")? => {
                life.refresh_token_expires = Expiry::Never;
            }
            "extras" => self.extras = members(json).ok_or("extras")?,
            _ => {}
        }
        Ok(())
    }

    fn token(&self) -> Result<Token, &'static str> {
        if !self.known {
            return Err("v");
        }
        let format = self.format.as_ref().ok_or("format")?.expose().to_owned();
        let mut builder = Token::builder(format).lifetime(self.lifetime);
        for (name, text) in &self.texts {
            let text = text.expose();
            builder = match *name {
                "access_token" => builder.access_token(text),
                "refresh_token" => builder.refresh_token(text),
                "id_token" => builder.id_token(text),
                "token_type" => builder.token_type(text),
                "scheme" => builder.scheme(text),
                "resource" => builder.resource(text),
                "client_id" => builder.client_id(text),
                _ => builder.subject(text),
            };
        }
        if let Some(scopes) = &self.scopes {
            builder = builder.scopes(scopes.iter().map(Wiped::expose));
        }
        for (name, json) in &self.extras {
            let json: &RawValue = serde_json::from_str(json.0.expose()).map_err(|_| "extras")?;
            builder = builder.extra(name, json);
        }
        builder.build().map_err(|_| "no token")
    }
}

// What stands at the beginning is looked at first: serde's own word for another type quotes the value.

fn members(json: &str) -> Option<Vec<(String, Raw)>> {
    let Members(members) = serde_json::from_str(json.starts_with('{').then_some(json)?).ok()?;
    Some(members)
}

fn strings(json: &str) -> Option<Vec<Wiped>> {
    let elements: Vec<Raw> = serde_json::from_str(json.starts_with('[').then_some(json)?).ok()?;
    elements.iter().map(|element| string(element.0.expose())).collect()
}

fn truth(json: &str) -> Option<bool> {
    match json {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

fn string(json: &str) -> Option<Wiped> {
    let inside = json.strip_prefix('"')?.strip_suffix('"')?;
    plain(inside, inside.contains('\\')).ok()
}

fn instant(json: &str) -> Option<UtcDateTime> {
    UtcDateTime::parse(string(json)?.expose(), &Rfc3339).ok()
}

/// Raw JSON that is wiped.
struct Raw(Wiped);

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Box::<RawValue>::deserialize(deserializer)?;
        Ok(Self(Wiped::from(String::from(Box::<str>::from(json)))))
    }
}

/// The members of an object, in order.
struct Members(Vec<(String, Raw)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
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
