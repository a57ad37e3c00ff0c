//! The one token.

use std::fmt;

use time::{Duration, UtcDateTime};

use crate::builder::TokenBuilder;
use crate::extras::Extras;
use crate::secret::{Secret, same};
use crate::slot::{TEXTS, Text};
use crate::store::Store;
use crate::token_type::{TokenType, TokenTypeKind};
use crate::wiped::Wiped;
use crate::{Error, ErrorKind, Expiry, Format, Lifetime, Result, Scopes, Span, State};

/// What a server granted, whoever the server is.
///
/// Inside it is one buffer, wiped when the token is dropped, and an index of places in it. `Debug` is redacted and
/// two tokens are compared in constant time. There is no `Serialize`; [`exposed`](Self::exposed) is the way out.
///
/// ```
/// # use anytoken_core::{Dialect, Expiry, Received};
/// # use time::UtcDateTime;
/// let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":"3600","scope":"a b"}"#;
/// let token = Dialect::OAUTH2.decode(Received::new(body, at))?.into_token()?;
/// assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
/// assert_eq!(token.lifetime().expires, Expiry::At(UtcDateTime::from_unix_timestamp(1_767_229_200)?));
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
    pub(crate) lifetime: Lifetime,
    /// Which of its format's places the token was read from, and which object there.
    pub(crate) place: (u8, u32),
}

/// What a granted response gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grants {
    /// An access token, perhaps with others beside it.
    Access,
    /// An ID token, and no access token.
    Id,
    /// A refresh token alone.
    Refresh,
}

/// The scheme of a header that is the token alone.
const NO_SCHEME: &str = " ";

/// Whether a text can be the scheme of an `Authorization` header, or says that there is none.
pub(crate) fn is_scheme(text: &str) -> bool {
    let of_scheme = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    text == NO_SCHEME || text.bytes().all(of_scheme)
}

impl Token {
    /// A token from scratch, as a response of `format` would have brought it.
    pub fn builder<'a>(format: impl Into<Format>) -> TokenBuilder<'a> {
        TokenBuilder::new(format.into())
    }

    /// The format that the token was read in.
    pub fn format(&self) -> &Format {
        &self.format
    }

    /// What was granted.
    pub fn grants(&self) -> Grants {
        match (self.access_token(), self.id_token()) {
            (Some(_), _) => Grants::Access,
            (None, Some(_)) => Grants::Id,
            (None, None) => Grants::Refresh,
        }
    }

    /// The token that was granted: it is always there.
    pub fn credential(&self) -> Secret<'_> {
        let granted = self.access_token().or_else(|| self.id_token()).or_else(|| self.refresh_token());
        granted.unwrap_or(Secret::new(""))
    }

    /// The access token.
    pub fn access_token(&self) -> Option<Secret<'_>> {
        self.text(Text::AccessToken).map(Secret::new)
    }

    /// The refresh token.
    pub fn refresh_token(&self) -> Option<Secret<'_>> {
        self.text(Text::RefreshToken).map(Secret::new)
    }

    /// The ID token. It never stands in for an access token.
    pub fn id_token(&self) -> Option<Secret<'_>> {
        self.text(Text::IdToken).map(Secret::new)
    }

    /// How the access token is used; `None` where the server does not say.
    pub fn token_type(&self) -> Option<TokenType<'_>> {
        self.text(Text::TokenType).map(|sent| TokenType::new(self.kind, sent))
    }

    /// When the tokens can be used.
    pub fn lifetime(&self) -> &Lifetime {
        &self.lifetime
    }

    /// What was granted: `None` where the server does not say, and no scopes where it granted none.
    pub fn scopes(&self) -> Option<Scopes<'_>> {
        self.text(Text::Scopes).map(|text| Scopes::new(text, self.separators))
    }

    /// What the token is for: a resource or an audience.
    pub fn resource(&self) -> Option<&str> {
        self.text(Text::Resource)
    }

    /// The client that the token was issued to.
    pub fn client_id(&self) -> Option<&str> {
        self.text(Text::ClientId)
    }

    /// Whom the token is about.
    pub fn subject(&self) -> Option<&str> {
        self.text(Text::Subject)
    }

    /// The members that no slot was read from.
    pub fn extras(&self) -> Extras<'_> {
        self.store.extras()
    }

    /// The value of an `Authorization` header: `Bearer …`, `DPoP …`, or the scheme that the format names.
    ///
    /// # Errors
    ///
    /// `Unusable`, when no access token was granted, when the type is one that a token alone does not make a header
    /// of (`N_A`, `MAC`, `PoP`, an unknown one), or when the token has a blank, which would end it.
    pub fn authorization(&self) -> Result<Wiped> {
        let unusable = || Error::new(ErrorKind::Unusable).with_format(self.format.clone());
        let token = self.text(Text::AccessToken).ok_or_else(unusable)?;
        let scheme = match (self.text(Text::Scheme), self.token_type().map(TokenType::kind)) {
            (_, Some(TokenTypeKind::NotApplicable)) | (Some(""), _) => return Err(unusable()),
            (Some(scheme), _) => scheme,
            (None, None | Some(TokenTypeKind::Bearer)) => "Bearer",
            (None, Some(TokenTypeKind::DPoP)) => "DPoP",
            (None, Some(_)) => return Err(unusable()),
        };
        if !token.bytes().all(|byte| byte.is_ascii_graphic()) || !is_scheme(scheme) {
            return Err(unusable());
        }
        if scheme == NO_SCHEME {
            return Ok(Wiped::from(token));
        }
        let mut value = Wiped::with_capacity(scheme.len().saturating_add(token.len()).saturating_add(1));
        for piece in [scheme, " ", token] {
            value.push(piece);
        }
        Ok(value)
    }

    /// The state at `now`; see [`Lifetime::state_at`].
    pub fn state_at(&self, now: UtcDateTime, leeway: Duration) -> State {
        self.lifetime.state_at(now, leeway)
    }

    /// Whether it is time to fetch another; see [`Lifetime::should_refresh_at`].
    pub fn should_refresh_at(&self, now: UtcDateTime, margin: Duration) -> bool {
        self.lifetime.should_refresh_at(now, margin)
    }

    /// The token that a refresh brought, with what it does not say taken from this one.
    ///
    /// That is the refresh token with its end, the scopes, resource, client and subject; never the access or ID
    /// token, the lifetime or the extras. A refresh token that is sent anew does not inherit the end of the old one.
    #[must_use]
    pub fn renewed_by(self, fresh: Self) -> Self {
        const KEPT: [Text; 5] =
            [Text::RefreshToken, Text::Scopes, Text::Resource, Text::ClientId, Text::Subject];
        let missing = |slot: &Text| fresh.text(*slot).is_none() && self.text(*slot).is_some();
        if !KEPT.iter().any(missing) {
            return fresh;
        }
        let mut texts = Text::ALL.map(|slot| fresh.text(slot));
        let (mut separators, mut lifetime) = (fresh.separators, fresh.lifetime);
        for slot in KEPT.into_iter().filter(missing) {
            if let Some(text) = texts.get_mut(slot.index()) {
                *text = self.text(slot);
            }
            match slot {
                Text::Scopes => separators = self.separators,
                Text::RefreshToken if lifetime.refresh_token_expires == Expiry::Unstated => {
                    lifetime.refresh_token_expires = self.lifetime.refresh_token_expires;
                }
                _ => {}
            }
        }
        let extras = fresh.extras();
        let (store, places) =
            Store::of_texts(texts, extras.iter().map(|(name, extra)| (name, extra.as_json())));
        let (format, kind, place) = (fresh.format.clone(), fresh.kind, fresh.place);
        Self { format, store, texts: places, kind, separators, lifetime, place }
    }

    pub(crate) fn text(&self, slot: Text) -> Option<&str> {
        self.store.text(self.texts.get(slot.index()).copied().unwrap_or(Span::NONE))
    }
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        let secret = |slot| match (self.text(slot), other.text(slot)) {
            (Some(a), Some(b)) => same(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        let secrets = [Text::AccessToken, Text::RefreshToken, Text::IdToken].map(secret);
        let shown = [Text::TokenType, Text::Resource, Text::ClientId, Text::Subject, Text::Scheme];
        secrets == [true; 3]
            && shown.into_iter().all(|slot| self.text(slot) == other.text(slot))
            && self.format == other.format
            && self.kind == other.kind
            && self.lifetime == other.lifetime
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
            .field("lifetime", &self.lifetime)
            .field("scopes", &self.scopes())
            .field("resource", &self.resource())
            .field("client_id", &self.client_id())
            .field("subject", &self.subject())
            .field("extras", &self.extras())
            .finish()
    }
}
