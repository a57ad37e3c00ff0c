//! Tokens read back from their canonical form.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use time::{UtcDateTime, format_description::well_known::Rfc3339};

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
        deserializer.deserialize_map(Canonical)
    }
}

struct Canonical;

#[derive(Default)]
struct Fields {
    version: Option<u64>,
    format: Option<String>,
    texts: Vec<(&'static str, Wiped)>,
    scopes: Option<Vec<String>>,
    lifetime: Lifetime,
    extras: Vec<(String, Raw)>,
}

/// The members that hold text.
const TEXTS: [&str; 8] =
    ["access_token", "token_type", "scheme", "refresh_token", "id_token", "resource", "client_id", "subject"];

impl<'de> Visitor<'de> for Canonical {
    type Value = StoredToken;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a token in canonical form")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<StoredToken, A::Error> {
        let mut fields = Fields::default();
        let life = &mut fields.lifetime;
        while let Some(name) = map.next_key::<String>()? {
            if let Some(text) = TEXTS.into_iter().find(|text| *text == name) {
                if fields.texts.iter().any(|(known, _)| *known == text) {
                    return Err(A::Error::duplicate_field(text));
                }
                fields.texts.push((text, map.next_value::<SecretText>()?.0));
                continue;
            }
            match name.as_str() {
                "v" => fields.version = Some(map.next_value()?),
                "format" => fields.format = Some(map.next_value()?),
                "scopes" => fields.scopes = Some(map.next_value()?),
                "issued_at" => life.issued_at = Some(map.next_value::<Instant>()?.0),
                "not_before" => life.not_before = Some(map.next_value::<Instant>()?.0),
                "refresh_at" => life.refresh_at = Some(map.next_value::<Instant>()?.0),
                "extended_expires_at" => life.extended_expires_at = Some(map.next_value::<Instant>()?.0),
                "expires_at" => life.expires = Expiry::At(map.next_value::<Instant>()?.0),
                "refresh_token_expires_at" => {
                    life.refresh_token_expires = Expiry::At(map.next_value::<Instant>()?.0);
                }
                "never_expires" if map.next_value()? => life.expires = Expiry::Never,
                "refresh_token_never_expires" if map.next_value()? => {
                    life.refresh_token_expires = Expiry::Never
                }
                "never_expires" | "refresh_token_never_expires" => {}
                "extras" => fields.extras = map.next_value::<Members>()?.0,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        fields.token().map(StoredToken).map_err(A::Error::custom)
    }
}

impl Fields {
    fn token(&self) -> Result<Token, &'static str> {
        if self.version != Some(1) {
            return Err("not version 1 of the canonical form");
        }
        let mut builder =
            Token::builder(self.format.clone().ok_or("missing field `format`")?).lifetime(self.lifetime);
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
            builder = builder.scopes(scopes.iter().map(String::as_str));
        }
        for (name, json) in &self.extras {
            let json: &RawValue = serde_json::from_str(json.0.expose()).map_err(|_| "invalid extras")?;
            builder = builder.extra(name, json);
        }
        builder.build().map_err(|_| "no token in canonical form")
    }
}

/// Text that is wiped.
struct SecretText(Wiped);

impl<'de> Deserialize<'de> for SecretText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = SecretText;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }
            fn visit_str<E>(self, text: &str) -> Result<SecretText, E> {
                Ok(SecretText(Wiped::from(text)))
            }
            fn visit_string<E>(self, text: String) -> Result<SecretText, E> {
                Ok(SecretText(Wiped::from(text)))
            }
        }
        deserializer.deserialize_string(Text)
    }
}

/// An instant as RFC 3339.
struct Instant(UtcDateTime);

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = SecretText::deserialize(deserializer)?;
        let at = UtcDateTime::parse(text.0.expose(), &Rfc3339);
        at.map(Self).map_err(|_| D::Error::custom("invalid instant"))
    }
}

/// Raw JSON that is wiped.
struct Raw(Wiped);

/// Extras, in order.
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
                while let Some((name, json)) = map.next_entry::<String, Box<RawValue>>()? {
                    members.push((name, Raw(Wiped::from(String::from(Box::<str>::from(json))))));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object)
    }
}
