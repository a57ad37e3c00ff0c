//! The fields of a token, in values that can be compared.

use std::collections::BTreeMap;

use anytoken::{Expiry, Field, FieldKind, FieldValue, StoredToken, Token};
use time::UtcDateTime;

use crate::json::Json;

/// The fields of a token. There is no `Debug`: a failing test names the fields that differ.
#[derive(Clone, PartialEq, Eq)]
pub struct Fields(BTreeMap<Field, Value>);

/// The value of a field other than the extras.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Scopes(Vec<String>),
    Time(Expiry),
}

impl Fields {
    pub fn of(token: &Token) -> Self {
        let value = |field| match token.get(field)? {
            FieldValue::Secret(secret) => Some(Value::Text(secret.expose().to_owned())),
            FieldValue::Text(text) => Some(Value::Text(text.to_owned())),
            FieldValue::Scopes(scopes) => Some(Value::Scopes(scopes.iter().map(str::to_owned).collect())),
            FieldValue::Time(time) => Some(Value::Time(time)),
            _ => None,
        };
        Self::from_fn(value)
    }

    /// Collects the value of each field that has one.
    pub fn from_fn(mut value: impl FnMut(Field) -> Option<Value>) -> Self {
        Self(Field::ALL.iter().filter_map(|field| Some((*field, value(*field)?))).collect())
    }

    /// Returns the fields in which two tokens differ.
    pub fn differences(&self, other: &Self) -> Vec<Field> {
        Field::ALL.iter().copied().filter(|field| self.0.get(field) != other.0.get(field)).collect()
    }

    /// Returns the text of a field.
    pub fn text(&self, field: Field) -> Option<&str> {
        match self.0.get(&field)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the granted scopes.
    pub fn scopes(&self) -> Option<&[String]> {
        match self.0.get(&Field::Scopes)? {
            Value::Scopes(scopes) => Some(scopes),
            _ => None,
        }
    }

    /// Returns the expiry of the token.
    pub fn expires(&self) -> Expiry {
        match self.0.get(&Field::Expires) {
            Some(Value::Time(expiry)) => *expiry,
            _ => Expiry::Unknown,
        }
    }

    /// Returns the values of the secret fields.
    pub fn secrets(&self) -> impl Iterator<Item = &str> {
        self.texts().filter(|(field, _)| field.kind() == FieldKind::Secret).map(|(_, text)| text)
    }

    /// Returns the text values of the fields that may be shown whole; a token type may not.
    pub fn shown(&self) -> impl Iterator<Item = &str> {
        let is_whole = |field: Field| field.kind() != FieldKind::Secret && field != Field::TokenType;
        let texts = self.texts().filter(move |(field, _)| is_whole(*field));
        texts.map(|(_, text)| text).chain(self.scopes().into_iter().flatten().map(String::as_str))
    }

    /// Returns true if any field is an instant, or the token never expires.
    pub fn states_a_time(&self) -> bool {
        self.0.values().any(|value| matches!(value, Value::Time(_)))
    }

    /// Returns the instants of the token.
    pub fn instants(&self) -> Vec<UtcDateTime> {
        let instant = |value: &Value| match value {
            Value::Time(time) => time.at(),
            _ => None,
        };
        self.0.values().filter_map(instant).collect()
    }

    /// Returns true if the token states that it never expires.
    pub fn never_ends(&self) -> bool {
        self.expires() == Expiry::Never
    }

    /// Prints some fields. Their values must be no secrets, like those of the corpus.
    pub fn print(&self, fields: &[Field]) -> String {
        let line = |field: &Field| match self.0.get(field) {
            None => format!("  {field}: absent\n"),
            Some(Value::Text(text)) => format!("  {field}: {text:?}\n"),
            Some(Value::Scopes(scopes)) => format!("  {field}: {scopes:?}\n"),
            Some(Value::Time(time)) => format!("  {field}: {time:?}\n"),
        };
        fields.iter().map(line).collect()
    }

    fn texts(&self) -> impl Iterator<Item = (Field, &str)> {
        self.0.keys().filter_map(|field| Some((*field, self.text(*field)?)))
    }
}

/// Returns the extras of a token as one object, or as a list if they are elements of one.
pub fn extras(token: &Token, of_list: bool) -> Json {
    let members = token.extras().iter().map(|(name, extra)| {
        let value = Json::parse(extra.expose_json())
            .unwrap_or_else(|| panic!("an extra of {} is not JSON", token.format()));
        (name.to_owned(), value)
    });
    if of_list {
        Json::Array(members.map(|(_, value)| value).collect())
    } else {
        Json::Object(members.collect())
    }
}

/// Returns the canonical form with its secrets.
pub fn canonical(token: &Token) -> String {
    serde_json::to_string(&token.exposed())
        .unwrap_or_else(|_| panic!("a token of {} has no canonical form", token.format()))
}

/// Parses a canonical form; `None` if it is invalid.
pub fn stored(text: &str) -> Option<Token> {
    serde_json::from_str::<StoredToken>(text).ok().map(StoredToken::into_token)
}

/// Returns the token without its extras, by way of the canonical form.
pub fn without_extras(token: &Token) -> Token {
    let Some(Json::Object(mut members)) = Json::parse(&canonical(token)) else { panic!("no object") };
    // The elements before the token's own are extras too.
    members.retain(|(name, _)| name != "extras" && name != "element");
    stored(&Json::Object(members).to_text())
        .unwrap_or_else(|| panic!("{}: no token without its extras", token.format()))
}
