//! Tokens from scratch.

use serde_json::value::RawValue;
use time::UtcDateTime;

use crate::received::cut;
use crate::scopes::LISTED;
use crate::secret::{is_no_token, is_token};
use crate::slot::{TEXTS, Text};
use crate::store::Store;
use crate::token_type::TokenTypeKind;
use crate::{Adapter, Error, ErrorKind, Expiry, Format, Lifetime, Result, Slot, Token};

/// Builds a [`Token`] that no response brought: for tests, migrations and stores of one's own.
///
/// ```
/// use anytoken_core::{Dialect, Grants, Token};
///
/// let token = Token::builder("oauth2")
///     .access_token("EXAMPLE-ACCESS")
///     .token_type("Bearer")
///     .scopes(["read", "write"])
///     .checked_by(&Dialect::OAUTH2)
///     .build()?;
/// assert_eq!(token.grants(), Grants::Access);
/// # Ok::<(), anytoken_core::Error>(())
/// ```
#[must_use]
pub struct TokenBuilder<'a> {
    format: Format,
    texts: [Option<&'a str>; TEXTS],
    scopes: Option<String>,
    /// Whether a scope holds what stands between scopes.
    scope_with_zero: bool,
    lifetime: Lifetime,
    extras: Vec<(&'a str, &'a str)>,
    adapter: Option<&'a dyn Adapter>,
}

impl<'a> TokenBuilder<'a> {
    pub(crate) fn new(format: Format) -> Self {
        Self {
            format,
            texts: [None; TEXTS],
            scopes: None,
            scope_with_zero: false,
            lifetime: Lifetime::default(),
            extras: Vec::new(),
            adapter: None,
        }
    }

    /// The access token.
    pub fn access_token(self, token: &'a str) -> Self {
        self.set(Text::AccessToken, token)
    }

    /// The refresh token.
    pub fn refresh_token(self, token: &'a str) -> Self {
        self.set(Text::RefreshToken, token)
    }

    /// The ID token.
    pub fn id_token(self, token: &'a str) -> Self {
        self.set(Text::IdToken, token)
    }

    /// How the access token is used.
    pub fn token_type(self, token_type: &'a str) -> Self {
        self.set(Text::TokenType, token_type)
    }

    /// What was granted; no scopes at all say that none was.
    pub fn scopes<'s>(mut self, scopes: impl IntoIterator<Item = &'s str>) -> Self {
        let mut joined = String::new();
        for (index, scope) in scopes.into_iter().enumerate() {
            if index > 0 {
                joined.extend(LISTED);
            }
            self.scope_with_zero |= scope.contains(LISTED);
            joined.push_str(scope);
        }
        self.scopes = Some(joined);
        self
    }

    /// What the token is for.
    pub fn resource(self, resource: &'a str) -> Self {
        self.set(Text::Resource, resource)
    }

    /// The client it was issued to.
    pub fn client_id(self, client_id: &'a str) -> Self {
        self.set(Text::ClientId, client_id)
    }

    /// Whom it is about.
    pub fn subject(self, subject: &'a str) -> Self {
        self.set(Text::Subject, subject)
    }

    /// When it can be used; instants are cut to the whole second.
    pub fn lifetime(mut self, lifetime: Lifetime) -> Self {
        self.lifetime = lifetime;
        self
    }

    /// A member that is no slot.
    pub fn extra(mut self, name: &'a str, json: &'a RawValue) -> Self {
        self.extras.push((name, json.get()));
        self
    }

    /// Has [`build`](Self::build) refuse an extra that this adapter would read as a slot.
    pub fn checked_by(mut self, adapter: &'a dyn Adapter) -> Self {
        self.adapter = Some(adapter);
        self
    }

    pub(crate) fn scheme(self, scheme: &'a str) -> Self {
        self.set(Text::Scheme, scheme)
    }

    fn set(mut self, slot: Text, text: &'a str) -> Self {
        if let Some(place) = self.texts.get_mut(slot.index()) {
            *place = Some(text);
        }
        self
    }

    fn text(&self, slot: Text) -> Option<&'a str> {
        self.texts.get(slot.index()).copied().flatten()
    }

    /// The token.
    ///
    /// # Errors
    ///
    /// - `Missing`, when there is neither an access nor an ID nor a refresh token.
    /// - `Invalid`, when a token is no visible ASCII (RFC 6749 A.12) or a word for nothing, a scope has a zero byte, an instant is outside of 1970 to 9999, or an
    ///   extra would be read as a slot.
    pub fn build(self) -> Result<Token> {
        let fail = |kind| Error::new(kind).with_format(self.format.clone());
        let granted = [Text::AccessToken, Text::IdToken, Text::RefreshToken].map(|slot| self.text(slot));
        if granted == [None; 3] {
            return Err(fail(ErrorKind::Missing).with_field(Slot::AccessToken.as_str()));
        }
        if granted.into_iter().flatten().any(|token| !is_token(token) || is_no_token(token)) {
            return Err(fail(ErrorKind::Invalid));
        }
        let lifetime =
            settled(self.lifetime).ok_or_else(|| fail(ErrorKind::Invalid).with_field("lifetime"))?;
        let claimed = |name| self.adapter.is_some_and(|adapter| adapter.claims(name));
        if self.extras.iter().any(|(name, _)| claimed(name)) {
            return Err(fail(ErrorKind::Invalid).with_field(Slot::Extras.as_str()));
        }
        if self.scope_with_zero {
            return Err(fail(ErrorKind::Invalid).with_field(Slot::Scopes.as_str()));
        }
        let kind = self
            .text(Text::TokenType)
            .map_or(TokenTypeKind::Other, |sent| TokenTypeKind::of(sent.as_bytes()));
        let text = |slot| if slot == Text::Scopes { self.scopes.as_deref() } else { self.text(slot) };
        let (store, texts) = Store::of_texts(Text::ALL.map(text), self.extras.iter().copied());
        Ok(Token { format: self.format, store, texts, kind, separators: LISTED, lifetime, place: (0, 0) })
    }
}

/// The same lifetime in whole seconds; `None` where an instant is outside of what a token may state.
fn settled(lifetime: Lifetime) -> Option<Lifetime> {
    let instant = |at: UtcDateTime| (at >= UtcDateTime::UNIX_EPOCH).then(|| cut(at));
    let optional = |at: Option<UtcDateTime>| at.map_or(Some(None), |at| instant(at).map(Some));
    let expiry = |end| match end {
        Expiry::At(at) => instant(at).map(Expiry::At),
        other => Some(other),
    };
    Some(Lifetime {
        issued_at: optional(lifetime.issued_at)?,
        not_before: optional(lifetime.not_before)?,
        refresh_at: optional(lifetime.refresh_at)?,
        expires: expiry(lifetime.expires)?,
        extended_expires_at: optional(lifetime.extended_expires_at)?,
        refresh_token_expires: expiry(lifetime.refresh_token_expires)?,
    })
}
