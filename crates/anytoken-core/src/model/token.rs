//! The unified token.

use std::fmt;
use time::{Duration, UtcDateTime};

use super::extras::Extras;
use super::field::{TEXTS, TextField};
use super::scopes::Scopes;
use super::store::Store;
use super::token_type::{NO_SCHEME, TokenType, TokenTypeKind, is_scheme};
use super::validity::{Expiry, State, Validity};
use crate::error::{Error, ErrorKind, Reason, Result};
use crate::format::Format;
use crate::secret::{Secret, SecretBuf, same};
use crate::span::Span;

/// A token, the same for every provider: credentials, type, validity, scopes, and the extras of the response.
///
/// It is one buffer, wiped when the token is dropped, and spans of it. `Debug` is redacted, and secrets are compared in
/// constant time. It does not implement `Serialize`; [`exposed`](Self::exposed) returns a view that does.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// # use anytoken::{Expiry, Response};
/// # use anytoken::dialect::Dialect;
/// # use time::UtcDateTime;
/// let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":"3600","scope":"a b"}"#;
/// let token = Dialect::OAUTH2.decode(Response::new(body, at))?.into_token()?;
/// assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
/// assert_eq!(token.validity().expires, Expiry::At(UtcDateTime::from_unix_timestamp(1_767_229_200)?));
/// assert_eq!(token.authorization()?.expose(), "Bearer EXAMPLE-ACCESS");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Token {
    pub(crate) format: Format,
    pub(crate) store: Store,
    pub(crate) texts: [Span; TEXTS],
    pub(crate) kind: TokenTypeKind,
    pub(crate) separators: &'static [char],
    pub(crate) validity: Validity,
    /// The index of the dialect's place that the token was decoded from, and that of the object there.
    pub(crate) place: (u8, u32),
}

/// The kind of the granted credential.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// use anytoken::CredentialKind;
///
/// assert_eq!(CredentialKind::Access.to_string(), "access");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CredentialKind {
    /// An access token, possibly with an ID or refresh token.
    Access,
    /// An ID token without an access token.
    Id,
    /// A refresh token alone.
    Refresh,
}

impl CredentialKind {
    /// Returns the kind in `snake_case`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Id => "id",
            Self::Refresh => "refresh",
        }
    }
}

impl fmt::Display for CredentialKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Token {
    /// Returns the format that the token was decoded from.
    pub fn format(&self) -> &Format {
        &self.format
    }

    /// Returns the kind of the granted credential.
    pub fn credential_kind(&self) -> CredentialKind {
        match (self.access_token(), self.id_token()) {
            (Some(_), _) => CredentialKind::Access,
            (None, Some(_)) => CredentialKind::Id,
            (None, None) => CredentialKind::Refresh,
        }
    }

    /// Returns the granted credential, which is never absent: the access token, else the ID token, else the refresh
    /// token.
    #[doc(alias = "secret")]
    pub fn credential(&self) -> Secret<'_> {
        let granted = self.access_token().or_else(|| self.id_token()).or_else(|| self.refresh_token());
        granted.unwrap_or(Secret::new(""))
    }

    /// Returns the access token.
    pub fn access_token(&self) -> Option<Secret<'_>> {
        self.text(TextField::AccessToken).map(Secret::new)
    }

    /// Returns the refresh token.
    pub fn refresh_token(&self) -> Option<Secret<'_>> {
        self.text(TextField::RefreshToken).map(Secret::new)
    }

    /// Returns the ID token, which is never used as an access token.
    pub fn id_token(&self) -> Option<Secret<'_>> {
        self.text(TextField::IdToken).map(Secret::new)
    }

    /// Returns the token type, or `None` if the response does not state it.
    pub fn token_type(&self) -> Option<TokenType<'_>> {
        self.text(TextField::TokenType).map(|sent| TokenType::new(self.kind, sent))
    }

    /// Returns the validity of the access and refresh tokens.
    pub fn validity(&self) -> &Validity {
        &self.validity
    }

    /// Returns the instant at which the token expires; `None` if it never expires, or if that is unknown.
    ///
    /// [`validity`](Self::validity) tells the two apart.
    #[doc(alias = "expires_in")]
    pub fn expires_at(&self) -> Option<UtcDateTime> {
        self.validity.expires.at()
    }

    /// Returns the granted scopes: `None` if the response does not state them, empty if none was granted.
    #[doc(alias = "has_scope")]
    pub fn scopes(&self) -> Option<Scopes<'_>> {
        self.text(TextField::Scopes).map(|text| Scopes::new(text, self.separators))
    }

    /// Returns the resource or audience that the token is for.
    pub fn resource(&self) -> Option<&str> {
        self.text(TextField::Resource)
    }

    /// Returns the client that the token was issued to.
    pub fn client_id(&self) -> Option<&str> {
        self.text(TextField::ClientId)
    }

    /// Returns the subject that the token is about.
    pub fn subject(&self) -> Option<&str> {
        self.text(TextField::Subject)
    }

    /// Returns the members without a field.
    pub fn extras(&self) -> Extras<'_> {
        self.store.extras()
    }

    /// Returns the value of an `Authorization` header: `Bearer …`, `DPoP …`, or the scheme of the format.
    ///
    /// # Errors
    ///
    /// `Unusable` with its reason if no access token was granted, if the type needs more than the token in the header
    /// (`N_A`, `MAC`, `PoP` or an unknown type), or if the token contains a space.
    pub fn authorization(&self) -> Result<SecretBuf> {
        let unusable = |reason| {
            Error::new(ErrorKind::Unusable)
                .with_format(self.format.clone())
                .with_reason(Reason::Unusable(reason))
        };
        let token =
            self.text(TextField::AccessToken).ok_or_else(|| unusable("no access token was granted"))?;
        let scheme = match (self.text(TextField::Scheme), self.token_type().map(TokenType::kind)) {
            (_, Some(TokenTypeKind::NotApplicable)) | (Some(""), _) => {
                return Err(unusable("it does not go into an Authorization header"));
            }
            (Some(scheme), _) => scheme,
            (None, None | Some(TokenTypeKind::Bearer)) => "Bearer",
            (None, Some(TokenTypeKind::DPoP)) => "DPoP",
            (None, Some(_)) => return Err(unusable("its type needs more than the token in the header")),
        };
        if !token.bytes().all(|byte| byte.is_ascii_graphic()) || !is_scheme(scheme) {
            return Err(unusable("it has a character that a header cannot carry"));
        }
        if scheme == NO_SCHEME {
            return Ok(SecretBuf::from(token));
        }
        let mut value = SecretBuf::with_capacity(scheme.len().saturating_add(token.len()).saturating_add(1));
        for piece in [scheme, " ", token] {
            value.push(piece);
        }
        Ok(value)
    }

    /// Returns the state at `now`; see [`Validity::state_at`].
    #[doc(alias = "is_expired")]
    #[doc(alias = "is_valid")]
    pub fn state_at(&self, now: impl Into<UtcDateTime>, leeway: Duration) -> State {
        self.validity.state_at(now, leeway)
    }

    /// Returns the instant at which to refresh; see [`Validity::refresh_due`].
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::Response;
    /// use anytoken::dialect::Dialect;
    /// use time::{Duration, UtcDateTime};
    ///
    /// let at = UtcDateTime::UNIX_EPOCH;
    /// let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#;
    /// let token = Dialect::OAUTH2.decode(Response::new(body, at))?.into_token()?;
    /// assert_eq!(token.refresh_due(Duration::minutes(5)), Some(at + Duration::minutes(55)));
    /// # Ok::<(), anytoken::TokenError>(())
    /// ```
    #[doc(alias = "due_at")]
    pub fn refresh_due(&self, margin: Duration) -> Option<UtcDateTime> {
        self.validity.refresh_due(margin)
    }

    /// Returns true if the token should be refreshed at `now`; see [`Validity::should_refresh_at`].
    #[doc(alias = "is_expired")]
    pub fn should_refresh_at(&self, now: impl Into<UtcDateTime>, margin: Duration) -> bool {
        self.validity.should_refresh_at(now, margin)
    }

    /// Returns the token of a refresh response, with absent fields taken from this token.
    ///
    /// The refresh token and its expiry, the scopes, resource, client and subject are taken over; the access and ID
    /// token, the validity and the extras never are. A new refresh token does not inherit the expiry of the old one.
    #[must_use]
    #[doc(alias = "merge")]
    #[doc(alias = "renewed_by")]
    pub fn refreshed_with(self, fresh: Self) -> Self {
        const KEPT: [TextField; 5] = [
            TextField::RefreshToken,
            TextField::Scopes,
            TextField::Resource,
            TextField::ClientId,
            TextField::Subject,
        ];
        let missing = |field: &TextField| fresh.text(*field).is_none() && self.text(*field).is_some();
        if !KEPT.iter().any(missing) {
            return fresh;
        }
        let mut texts = TextField::ALL.map(|field| fresh.text(field));
        let (mut separators, mut validity) = (fresh.separators, fresh.validity);
        for field in KEPT.into_iter().filter(missing) {
            if let Some(text) = texts.get_mut(field.index()) {
                *text = self.text(field);
            }
            match field {
                TextField::Scopes => separators = self.separators,
                TextField::RefreshToken if validity.refresh_token_expires == Expiry::Unknown => {
                    validity.refresh_token_expires = self.validity.refresh_token_expires;
                }
                _ => {}
            }
        }
        let extras = fresh.extras();
        let (store, places) =
            Store::of_texts(texts, extras.iter().map(|(name, extra)| (name, extra.expose_json())));
        let (format, kind, place) = (fresh.format.clone(), fresh.kind, fresh.place);
        Self { format, store, texts: places, kind, separators, validity, place }
    }

    pub(crate) fn text(&self, field: TextField) -> Option<&str> {
        self.store.text(self.texts.get(field.index()).copied().unwrap_or(Span::NONE))
    }
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        let secret = |field| match (self.text(field), other.text(field)) {
            (Some(a), Some(b)) => same(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        let secrets = [TextField::AccessToken, TextField::RefreshToken, TextField::IdToken].map(secret);
        let shown = [
            TextField::TokenType,
            TextField::Resource,
            TextField::ClientId,
            TextField::Subject,
            TextField::Scheme,
        ];
        secrets == [true; 3]
            && shown.into_iter().all(|field| self.text(field) == other.text(field))
            && self.format == other.format
            && self.kind == other.kind
            && self.validity == other.validity
            && self.scopes() == other.scopes()
            && self.extras().iter().eq(other.extras().iter())
    }
}

impl Eq for Token {}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("format", &self.format.as_str())
            .field("access_token", &self.access_token())
            .field("refresh_token", &self.refresh_token())
            .field("id_token", &self.id_token())
            .field("token_type", &self.token_type().map(TokenType::as_str))
            .field("validity", &self.validity)
            .field("scopes", &self.scopes())
            .field("resource", &self.resource())
            .field("client_id", &self.client_id())
            .field("subject", &self.subject())
            .field("extras", &self.extras())
            .finish()
    }
}
