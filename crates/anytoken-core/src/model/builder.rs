//! The builder of tokens.

use std::fmt;

use serde_json::value::RawValue;

use super::field::{Field, TextField, Texts};
use super::scopes::LIST_SEPARATOR;
use super::store::Store;
use super::token::Token;
use super::token_type::{TokenTypeKind, is_scheme};
use super::validity::{Times, Validity};
use crate::error::{Error, ErrorKind, Result};
use crate::format::Format;
use crate::json::{DEEPEST, split};
use crate::secret::{is_placeholder, is_token};
use crate::span::Span;

/// Builds a [`Token`] without a response, for tests, migrations and custom stores.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// use anytoken::{CredentialKind, Token};
/// use anytoken::dialect::Dialect;
///
/// let token = Token::builder("oauth2")
///     .access_token("EXAMPLE-ACCESS")
///     .token_type("Bearer")
///     .scopes(["read", "write"])
///     .build()?;
/// assert_eq!(token.credential_kind(), CredentialKind::Access);
/// # Ok::<(), anytoken::Error>(())
/// ```
#[must_use]
pub struct TokenBuilder<'a> {
    format: Format,
    texts: Texts<Option<&'a str>>,
    scopes: Option<String>,
    /// True if a scope contains the separator of listed scopes.
    scope_with_zero: bool,
    validity: Validity,
    extras: Vec<(&'a str, &'a str)>,
}

impl Token {
    /// Returns a builder of a token of `format`.
    pub fn builder<'a>(format: impl Into<Format>) -> TokenBuilder<'a> {
        TokenBuilder::new(format.into())
    }
}

impl<'a> TokenBuilder<'a> {
    fn new(format: Format) -> Self {
        Self {
            format,
            texts: Texts::of(|_| None),
            scopes: None,
            scope_with_zero: false,
            validity: Validity::default(),
            extras: Vec::new(),
        }
    }

    /// Sets the access token.
    pub fn access_token(self, token: &'a str) -> Self {
        self.set(TextField::AccessToken, token)
    }

    /// Sets the refresh token.
    pub fn refresh_token(self, token: &'a str) -> Self {
        self.set(TextField::RefreshToken, token)
    }

    /// Sets the ID token.
    pub fn id_token(self, token: &'a str) -> Self {
        self.set(TextField::IdToken, token)
    }

    /// Sets the token type.
    pub fn token_type(self, token_type: &'a str) -> Self {
        self.set(TextField::TokenType, token_type)
    }

    /// Sets the granted scopes; an empty iterator means that none was granted.
    pub fn scopes<'s>(mut self, scopes: impl IntoIterator<Item = &'s str>) -> Self {
        let mut joined = String::new();
        for (index, scope) in scopes.into_iter().enumerate() {
            if index > 0 {
                joined.extend(LIST_SEPARATOR);
            }
            self.scope_with_zero |= scope.contains(LIST_SEPARATOR);
            joined.push_str(scope);
        }
        self.scopes = Some(joined);
        self
    }

    /// Sets the resource or audience.
    pub fn resource(self, resource: &'a str) -> Self {
        self.set(TextField::Resource, resource)
    }

    /// Sets the address at which the token is to be used.
    pub fn api_url(self, api_url: &'a str) -> Self {
        self.set(TextField::ApiUrl, api_url)
    }

    /// Sets the client.
    pub fn client_id(self, client_id: &'a str) -> Self {
        self.set(TextField::ClientId, client_id)
    }

    /// Sets the subject.
    pub fn subject(self, subject: &'a str) -> Self {
        self.set(TextField::Subject, subject)
    }

    /// Sets the validity; instants are truncated to the second.
    pub fn validity(mut self, validity: Validity) -> Self {
        self.validity = validity;
        self
    }

    /// Adds an extra.
    pub fn extra(self, name: &'a str, json: &'a RawValue) -> Self {
        self.extra_json(name, json.get())
    }

    /// Adds an extra whose JSON has been scanned.
    pub(crate) fn extra_json(mut self, name: &'a str, json: &'a str) -> Self {
        self.extras.push((name, json));
        self
    }

    /// Sets a text other than the scopes.
    pub(super) fn set(mut self, field: TextField, text: &'a str) -> Self {
        self.texts[field] = Some(text);
        self
    }

    /// Builds the token.
    ///
    /// # Errors
    ///
    /// - `Missing` if there is no access, ID or refresh token.
    /// - `Invalid` with the field if no response could yield the token: the format's id is not in kebab-case, a token
    ///   is not visible ASCII (RFC 6749 A.12) or is a placeholder, a descriptive text is blank, a scope contains a
    ///   zero byte, an instant is not in the years 1970 to 9999, or an extra is nested deeper than 127 levels.
    pub fn build(self) -> Result<Token> {
        let times = self.check().map_err(|(kind, field)| {
            let error = Error::new(kind).with_field(field);
            // An invalid id may contain a secret.
            if field == FORMAT { error } else { error.with_format(self.format.clone()) }
        })?;
        let mut texts = self.texts;
        texts[TextField::Scopes] = self.scopes.as_deref();
        let sent = texts[TextField::TokenType].map(|sent| TokenTypeKind::of(sent.as_bytes()));
        let kind = sent.unwrap_or(TokenTypeKind::Other);
        let (store, texts) = Store::of_texts(texts, self.extras.iter().copied());
        Ok(Token {
            format: self.format,
            store,
            texts,
            kind,
            separators: LIST_SEPARATOR,
            times,
            place: 0,
            object: 0,
            assumed: false,
        })
    }

    /// Checks every part and returns the times in whole seconds; the error names the first that is invalid.
    fn check(&self) -> Result<Times, (ErrorKind, &'static str)> {
        let invalid = |field| Err((ErrorKind::Invalid, field));
        let times = checked(self.format.as_str(), &self.texts, &self.validity)?;
        if self.scope_with_zero {
            return invalid(Field::Scopes.as_str());
        }
        if self.extras.iter().any(|(_, json)| is_too_deep(json)) {
            return invalid(Field::Extras.as_str());
        }
        Ok(times)
    }
}

impl fmt::Debug for TokenBuilder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenBuilder").field("format", &self.format).finish_non_exhaustive()
    }
}

/// The field of the format's id.
pub(super) const FORMAT: &str = "format";

/// Checks the format, the texts and the times of a token, and returns the times in whole seconds; the error names the
/// first that no response could yield.
pub(super) fn checked(
    format: &str,
    texts: &Texts<Option<&str>>,
    validity: &Validity,
) -> Result<Times, (ErrorKind, &'static str)> {
    let invalid = |part| Err((ErrorKind::Invalid, part));
    if !Format::is_id(format) {
        return invalid(FORMAT);
    }
    let is_stated = |field: &TextField| field.is_secret() && texts[*field].is_some();
    if !TextField::ALL.iter().any(is_stated) {
        return Err((ErrorKind::Missing, Field::AccessToken.as_str()));
    }
    for field in TextField::ALL {
        let Some(text) = texts[field] else { continue };
        let is_valid = match field {
            TextField::Scopes => true,
            TextField::Scheme => is_scheme(text),
            _ if field.is_secret() => is_token(text) && !is_placeholder(text),
            _ => !text.trim_ascii().is_empty(),
        };
        if !is_valid {
            return invalid(field.as_str());
        }
    }
    Times::of(validity).map_err(|field| (ErrorKind::Invalid, field.as_str()))
}

/// Returns true if JSON is deeper than an extra of a response can be.
fn is_too_deep(json: &str) -> bool {
    let levels = DEEPEST.saturating_sub(1);
    json.starts_with(['{', '[']) && split(json, Span::new(0, json.len()), levels, &mut |_| {}).is_err()
}
