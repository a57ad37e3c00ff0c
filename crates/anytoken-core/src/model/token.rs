//! The unified token.

use std::fmt;
use time::{Duration, UtcDateTime};

use super::extras::Extras;
use super::field::{Field, FieldIndex, TextField, Texts, TimeField};
use super::scopes::Scopes;
use super::store::Store;
use super::token_type::{NO_SCHEME, TokenType, TokenTypeKind, is_scheme};
use super::validity::{Expiry, State, Times, Validity};
use crate::error::{Detail, Error, ErrorKind, Result};
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
    pub(crate) texts: Texts<Span>,
    pub(crate) kind: TokenTypeKind,
    pub(crate) separators: &'static [char],
    pub(crate) times: Times,
    /// The index of the dialect's place that the token was decoded from.
    pub(crate) place: u8,
    /// The index of the object at that place.
    pub(crate) object: u32,
    /// True if the access token was assumed by its name or by its place.
    pub(crate) assumed: bool,
}

/// The value of a [`Field`].
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FieldValue<'a> {
    /// A credential.
    Secret(Secret<'a>),
    /// A text; the token type is in its canonical spelling.
    Text(&'a str),
    /// The granted scopes.
    Scopes(Scopes<'a>),
    /// An instant, or [`Expiry::Never`]; not [`Expiry::Unknown`].
    Time(Expiry),
    /// The members without a field, of which there is at least one.
    Extras(Extras<'a>),
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
        debug_assert!(granted.is_some(), "a token of {} has no credential", self.format);
        granted.unwrap_or(Secret::new(""))
    }

    /// Returns the access token.
    pub fn access_token(&self) -> Option<Secret<'_>> {
        self.secret(TextField::AccessToken)
    }

    /// Returns true if the access token was assumed by its name or by its place, since no format was named or detected.
    ///
    /// A vendor's `token` may be an ID token or a refresh token: name the format where it is known.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::Response;
    /// use anytoken::dialect::Dialect;
    ///
    /// # let at = time::UtcDateTime::UNIX_EPOCH;
    /// let body = br#"{"data":{"token":"EXAMPLE-ACCESS"}}"#;
    /// let token = Dialect::OAUTH2.decode(Response::new(body, at))?.into_token()?;
    /// assert!(token.is_assumed());
    /// # Ok::<(), anytoken::TokenError>(())
    /// ```
    pub fn is_assumed(&self) -> bool {
        self.assumed
    }

    /// Returns the refresh token.
    pub fn refresh_token(&self) -> Option<Secret<'_>> {
        self.secret(TextField::RefreshToken)
    }

    /// Returns the ID token, which is never used as an access token.
    pub fn id_token(&self) -> Option<Secret<'_>> {
        self.secret(TextField::IdToken)
    }

    /// Returns the token type, or `None` if the response does not state it.
    pub fn token_type(&self) -> Option<TokenType<'_>> {
        self.text(TextField::TokenType).map(|sent| TokenType::new(self.kind, sent))
    }

    /// Returns the validity of the access and refresh tokens.
    pub fn validity(&self) -> Validity {
        self.times.into()
    }

    /// Returns the instant at which the token expires; `None` if it never expires, or if that is unknown.
    ///
    /// [`validity`](Self::validity) tells the two apart.
    #[doc(alias = "expires_in")]
    pub fn expires_at(&self) -> Option<UtcDateTime> {
        self.times.get(TimeField::Expires).at()
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

    /// Returns the address at which the token is to be used, as the response states it: a URL, a host or a subdomain.
    pub fn api_url(&self) -> Option<&str> {
        self.text(TextField::ApiUrl)
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

    /// Returns the value of a field; `None` if the response does not state it, and if there are no extras.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::{Field, FieldValue, Token};
    ///
    /// let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").subject("u-1").build()?;
    /// let shown: Vec<_> = Field::ALL
    ///     .iter()
    ///     .filter_map(|field| match token.get(*field)? {
    ///         FieldValue::Text(text) => Some(format!("{field}={text}")),
    ///         _ => None,
    ///     })
    ///     .collect();
    /// assert_eq!(shown, ["subject=u-1"]);
    /// # Ok::<(), anytoken::Error>(())
    /// ```
    #[inline]
    pub fn get(&self, field: Field) -> Option<FieldValue<'_>> {
        match field.index() {
            FieldIndex::Text(TextField::Scopes) => self.scopes().map(FieldValue::Scopes),
            FieldIndex::Text(TextField::TokenType) => {
                self.token_type().map(|sent| FieldValue::Text(sent.as_str()))
            }
            FieldIndex::Text(text) if text.is_secret() => self.secret(text).map(FieldValue::Secret),
            FieldIndex::Text(text) => self.text(text).map(FieldValue::Text),
            FieldIndex::Time(time) => {
                Some(self.times.get(time)).filter(|time| *time != Expiry::Unknown).map(FieldValue::Time)
            }
            FieldIndex::Extras => {
                Some(self.extras()).filter(|extras| !extras.is_empty()).map(FieldValue::Extras)
            }
        }
    }

    /// Returns true if a field has a value.
    #[inline(always)]
    pub(crate) fn has(&self, field: Field) -> bool {
        match field.index() {
            FieldIndex::Text(text) => self.states(text),
            FieldIndex::Time(time) => self.times.has(time),
            FieldIndex::Extras => !self.extras().is_empty(),
        }
    }

    /// Returns the value of an `Authorization` header: `Bearer …`, `DPoP …`, or the scheme of the format.
    ///
    /// # Errors
    ///
    /// `Unusable` with its reason if no access token was granted, if the type needs more than the token in the header
    /// (`N_A`, `MAC`, `PoP` or an unknown type), or if the token contains a space.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::Token;
    ///
    /// let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
    /// assert_eq!(token.authorization()?.expose(), "Bearer EXAMPLE-ACCESS");
    /// # Ok::<(), anytoken::Error>(())
    /// ```
    pub fn authorization(&self) -> Result<SecretBuf> {
        let unusable = |reason| {
            Error::new(ErrorKind::Unusable)
                .with_format(self.format.clone())
                .with_detail(Detail::Reason(reason))
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
        // A token is visible ASCII: of what it can hold, a header cannot carry a space alone.
        let space = memchr::memchr(b' ', token.as_bytes());
        // Some servers send the scheme with the token.
        let is_behind_scheme = |at: usize| {
            let own = token.get(..at).filter(|own| scheme != NO_SCHEME && own.eq_ignore_ascii_case(scheme));
            let bare = token.get(at.saturating_add(1)..).unwrap_or_default();
            own.is_some() && !bare.is_empty() && !bare.contains(' ')
        };
        let has_scheme = space.is_some_and(is_behind_scheme);
        let is_scheme = self.text(TextField::Scheme).is_none_or(is_scheme);
        if token.is_empty() || !is_scheme || space.is_some() && !has_scheme {
            return Err(unusable("it has a character that a header cannot carry"));
        }
        if scheme == NO_SCHEME || has_scheme {
            return Ok(SecretBuf::from(token));
        }
        let mut value = SecretBuf::with_capacity(scheme.len().saturating_add(token.len()).saturating_add(1));
        value.put(scheme);
        value.put_char(' ');
        value.put(token);
        Ok(value)
    }

    /// Returns the state at `now`; see [`Validity::state_at`].
    #[doc(alias = "is_expired")]
    #[doc(alias = "is_valid")]
    pub fn state_at(&self, now: impl Into<UtcDateTime>, leeway: Duration) -> State {
        self.validity().state_at(now, leeway)
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
        self.validity().refresh_due(margin)
    }

    /// Returns true if the token should be refreshed at `now`; see [`Validity::should_refresh_at`].
    #[doc(alias = "is_expired")]
    pub fn should_refresh_at(&self, now: impl Into<UtcDateTime>, margin: Duration) -> bool {
        self.validity().should_refresh_at(now, margin)
    }

    /// Returns the token of a refresh response, with absent fields taken from this token.
    ///
    /// The refresh token and its expiry, the scopes, resource, API URL, client and subject are taken over; the access and ID
    /// token, the validity and the extras never are. A new refresh token does not inherit the expiry of the old one.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::Token;
    ///
    /// let old = Token::builder("oauth2").access_token("EXAMPLE-1").refresh_token("EXAMPLE-R").build()?;
    /// let fresh = Token::builder("oauth2").access_token("EXAMPLE-2").build()?;
    /// let token = old.refreshed_with(fresh);
    /// assert_eq!(token.credential().expose(), "EXAMPLE-2");
    /// assert_eq!(token.refresh_token().map(|secret| secret.expose()), Some("EXAMPLE-R"));
    /// # Ok::<(), anytoken::Error>(())
    /// ```
    #[must_use]
    #[doc(alias = "merge")]
    #[doc(alias = "renewed_by")]
    pub fn refreshed_with(self, fresh: Self) -> Self {
        let missing = |field| {
            let kept = !matches!(
                field,
                TextField::AccessToken | TextField::IdToken | TextField::TokenType | TextField::Scheme
            );
            kept && fresh.text(field).is_none() && self.text(field).is_some()
        };
        if !TextField::ALL.into_iter().any(missing) {
            return fresh;
        }
        let texts = Texts::of(|field| if missing(field) { &self } else { &fresh }.text(field));
        let separators = if missing(TextField::Scopes) { self.separators } else { fresh.separators };
        let (mut times, of_refresh) = (fresh.times, TimeField::RefreshTokenExpires);
        if missing(TextField::RefreshToken) && !times.has(of_refresh) {
            times[of_refresh] = self.times[of_refresh];
        }
        let extras = fresh.extras();
        let (store, texts) =
            Store::of_texts(texts, extras.iter().map(|(name, extra)| (name, extra.expose_json())));
        let Self { kind, place, object, assumed, .. } = fresh;
        Self { format: fresh.format.clone(), store, texts, kind, separators, times, place, object, assumed }
    }

    /// Copies the fields and the extras into a buffer of their own, and drops the rest of the response.
    ///
    /// A token holds the whole response that it was decoded from; where many tokens are held for long, this saves memory.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::Response;
    /// use anytoken::dialect::Dialect;
    ///
    /// # let at = time::UtcDateTime::UNIX_EPOCH;
    /// let body = br#"{"access_token":"EXAMPLE-ACCESS","scope":"a b","tenant":"example"}"#;
    /// let token = Dialect::OAUTH2.decode(Response::new(body, at))?.into_token()?;
    /// assert_eq!(token.clone().compact(), token);
    /// # Ok::<(), anytoken::TokenError>(())
    /// ```
    #[must_use]
    pub fn compact(self) -> Self {
        let texts = Texts::of(|field| self.text(field));
        let (store, texts) =
            Store::of_texts(texts, self.extras().iter().map(|(name, extra)| (name, extra.expose_json())));
        Self { store, texts, ..self }
    }

    pub(crate) fn text(&self, field: TextField) -> Option<&str> {
        self.store.text(self.texts[field])
    }

    /// Returns true if a text differs; scopes are equal whatever separates them.
    #[inline(always)]
    fn differs_in(&self, field: TextField, other: &Self) -> bool {
        match (self.text(field), other.text(field)) {
            (Some(_), Some(_)) if field == TextField::Scopes => self.scopes() != other.scopes(),
            (Some(one), Some(other)) if field.is_secret() => !same(one, other),
            (one, other) => one != other,
        }
    }

    /// Returns true if the texts and the extras are equal, wherever they are in the responses.
    fn says_the_same_as(&self, other: &Self) -> bool {
        let stated = TextField::ALL.into_iter().filter(|field| self.states(*field) || other.states(*field));
        // All texts are compared, so that the time does not tell which one differs.
        !stated.fold(false, |differs, field| differs | self.differs_in(field, other))
            && self.extras() == other.extras()
    }

    #[inline(always)]
    fn states(&self, field: TextField) -> bool {
        self.texts[field].is_some()
    }

    fn secret(&self, field: TextField) -> Option<Secret<'_>> {
        self.text(field).map(Secret::new)
    }
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        // Nearly all tokens that are equal were decoded from equal texts, which costs less.
        let are_same = || {
            self.store == other.store && self.texts.0 == other.texts.0 && self.separators == other.separators
        };
        self.format == other.format
            && self.kind == other.kind
            && self.times == other.times
            && self.assumed == other.assumed
            && (are_same() || self.says_the_same_as(other))
    }
}

impl Eq for Token {}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Token");
        shown.field("format", &self.format.as_str());
        for field in Field::ALL {
            let Some(value) = self.get(*field) else { continue };
            match self.token_type().filter(|_| *field == Field::TokenType) {
                Some(sent) => shown.field(field.as_str(), &sent.to_string()),
                None => shown.field(field.as_str(), &value),
            };
        }
        shown.finish()
    }
}

impl fmt::Debug for FieldValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Secret(secret) => secret.fmt(f),
            Self::Text(text) => text.fmt(f),
            Self::Scopes(scopes) => scopes.fmt(f),
            Self::Time(time) => time.fmt(f),
            Self::Extras(extras) => extras.fmt(f),
        }
    }
}
