//! The fields of a token, in values that can be compared.

use anytoken::{Expiry, Field, StoredToken, Token, Validity};

use crate::json::Json;

/// The fields of a token. There is no `Debug`: a failing test names the fields that differ.
#[derive(Clone, PartialEq, Eq)]
pub struct Fields {
    pub access_token: Option<String>,
    pub refresh_token: Option<String>,
    pub id_token: Option<String>,
    pub token_type: Option<String>,
    pub scopes: Option<Vec<String>>,
    pub resource: Option<String>,
    pub client_id: Option<String>,
    pub subject: Option<String>,
    pub lifetime: Validity,
}

impl Fields {
    pub fn of(token: &Token) -> Self {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Self {
            access_token: owned(token.access_token().map(|secret| secret.expose())),
            refresh_token: owned(token.refresh_token().map(|secret| secret.expose())),
            id_token: owned(token.id_token().map(|secret| secret.expose())),
            token_type: owned(token.token_type().map(|kind| kind.as_str())),
            scopes: token.scopes().map(|scopes| scopes.iter().map(str::to_owned).collect()),
            resource: owned(token.resource()),
            client_id: owned(token.client_id()),
            subject: owned(token.subject()),
            lifetime: *token.validity(),
        }
    }

    /// Returns the fields in which two tokens differ.
    pub fn differences(&self, other: &Self) -> Vec<Field> {
        let (a, b) = (&self.lifetime, &other.lifetime);
        let mut fields: Vec<_> = [
            (Field::AccessToken, self.access_token == other.access_token),
            (Field::RefreshToken, self.refresh_token == other.refresh_token),
            (Field::IdToken, self.id_token == other.id_token),
            (Field::TokenType, self.token_type == other.token_type),
            (Field::Scopes, self.scopes == other.scopes),
            (Field::Resource, self.resource == other.resource),
            (Field::ClientId, self.client_id == other.client_id),
            (Field::Subject, self.subject == other.subject),
            (Field::IssuedAt, a.issued_at == b.issued_at),
            (Field::NotBefore, a.not_before == b.not_before),
            (Field::RefreshAt, a.refresh_at == b.refresh_at),
            (Field::Expires, a.expires == b.expires),
            (Field::ExtendedExpires, a.extended_expires_at == b.extended_expires_at),
            (Field::RefreshTokenExpires, a.refresh_token_expires == b.refresh_token_expires),
        ]
        .into_iter()
        .filter(|(_, same)| !same)
        .map(|(field, _)| field)
        .collect();
        fields.sort_unstable();
        fields
    }

    /// Returns the values of the secret fields.
    pub fn secrets(&self) -> impl Iterator<Item = &str> {
        [&self.access_token, &self.refresh_token, &self.id_token].into_iter().flatten().map(String::as_str)
    }

    /// Returns the text values of the fields that may be shown.
    pub fn shown(&self) -> impl Iterator<Item = &str> {
        let texts = [&self.token_type, &self.resource, &self.client_id, &self.subject];
        texts.into_iter().flatten().chain(self.scopes.iter().flatten()).map(String::as_str)
    }

    /// Returns true if any field is an instant, or the token never expires.
    pub fn states_a_time(&self) -> bool {
        self.lifetime != Validity::default()
    }

    /// Returns the instants of the token.
    pub fn instants(&self) -> Vec<time::UtcDateTime> {
        let life = &self.lifetime;
        [
            life.issued_at,
            life.not_before,
            life.refresh_at,
            life.expires.at(),
            life.extended_expires_at,
            life.refresh_token_expires.at(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Returns true if the token states that it never expires.
    pub fn never_ends(&self) -> bool {
        self.lifetime.expires == Expiry::Never
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
