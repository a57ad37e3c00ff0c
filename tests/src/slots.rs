//! What a token says, in values that can be compared.

use anytoken::{Expiry, Lifetime, Slot, StoredToken, Token};

use crate::json::Json;

/// The slots of a token. There is no `Debug`: what differs is told by name.
#[derive(Clone, PartialEq, Eq)]
pub struct Slots {
    pub access_token: Option<String>,
    pub refresh_token: Option<String>,
    pub id_token: Option<String>,
    pub token_type: Option<String>,
    pub scopes: Option<Vec<String>>,
    pub resource: Option<String>,
    pub client_id: Option<String>,
    pub subject: Option<String>,
    pub lifetime: Lifetime,
}

impl Slots {
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
            lifetime: *token.lifetime(),
        }
    }

    /// The slots in which two tokens differ.
    pub fn differences(&self, other: &Self) -> Vec<Slot> {
        let (a, b) = (&self.lifetime, &other.lifetime);
        let mut slots: Vec<_> = [
            (Slot::AccessToken, self.access_token == other.access_token),
            (Slot::RefreshToken, self.refresh_token == other.refresh_token),
            (Slot::IdToken, self.id_token == other.id_token),
            (Slot::TokenType, self.token_type == other.token_type),
            (Slot::Scopes, self.scopes == other.scopes),
            (Slot::Resource, self.resource == other.resource),
            (Slot::ClientId, self.client_id == other.client_id),
            (Slot::Subject, self.subject == other.subject),
            (Slot::IssuedAt, a.issued_at == b.issued_at),
            (Slot::NotBefore, a.not_before == b.not_before),
            (Slot::RefreshAt, a.refresh_at == b.refresh_at),
            (Slot::Expires, a.expires == b.expires),
            (Slot::ExtendedExpires, a.extended_expires_at == b.extended_expires_at),
            (Slot::RefreshTokenExpires, a.refresh_token_expires == b.refresh_token_expires),
        ]
        .into_iter()
        .filter(|(_, same)| !same)
        .map(|(slot, _)| slot)
        .collect();
        slots.sort_unstable();
        slots
    }

    /// The texts of the slots that are secret.
    pub fn secrets(&self) -> impl Iterator<Item = &str> {
        [&self.access_token, &self.refresh_token, &self.id_token].into_iter().flatten().map(String::as_str)
    }

    /// The texts of the slots that may be shown.
    pub fn shown(&self) -> impl Iterator<Item = &str> {
        let texts = [&self.token_type, &self.resource, &self.client_id, &self.subject];
        texts.into_iter().flatten().chain(self.scopes.iter().flatten()).map(String::as_str)
    }

    /// Whether any slot is an instant, or says that there is no end.
    pub fn states_a_time(&self) -> bool {
        self.lifetime != Lifetime::default()
    }

    /// The instants of the token.
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

    /// Whether the token says that it does not end.
    pub fn never_ends(&self) -> bool {
        self.lifetime.expires == Expiry::Never
    }
}

/// The extras of a token as one object, or as the list that they are the elements of.
pub fn extras(token: &Token, of_list: bool) -> Json {
    let members = token.extras().iter().map(|(name, extra)| {
        let value = Json::parse(extra.as_json())
            .unwrap_or_else(|| panic!("an extra of {} is no JSON", token.format()));
        (name.to_owned(), value)
    });
    if of_list {
        Json::Array(members.map(|(_, value)| value).collect())
    } else {
        Json::Object(members.collect())
    }
}

/// The canonical form, with its secrets.
pub fn canonical(token: &Token) -> String {
    serde_json::to_string(&token.exposed())
        .unwrap_or_else(|_| panic!("a token of {} has no canonical form", token.format()))
}

/// The token of a canonical form; `None` where it is none.
pub fn stored(text: &str) -> Option<Token> {
    serde_json::from_str::<StoredToken>(text).ok().map(StoredToken::into_token)
}

/// The same token without its extras, by way of the canonical form.
pub fn without_extras(token: &Token) -> Token {
    let Some(Json::Object(mut members)) = Json::parse(&canonical(token)) else { panic!("no object") };
    // The elements before that of the token are extras too.
    members.retain(|(name, _)| name != "extras" && name != "element");
    stored(&Json::Object(members).to_text())
        .unwrap_or_else(|| panic!("{}: a token without extras is none", token.format()))
}
