//! Tokens from scratch.

use serde_json::value::RawValue;
use time::UtcDateTime;

use crate::received::cut;
use crate::scan::{DEEPEST, split};
use crate::scopes::LISTED;
use crate::secret::{is_no_token, is_token};
use crate::slot::{TEXTS, Text};
use crate::store::Store;
use crate::token::is_scheme;
use crate::token_type::TokenTypeKind;
use crate::{Adapter, Error, ErrorKind, Expiry, Format, Lifetime, Result, Slot, Span, Token};

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
    /// The canonical type, where the server has another word for it.
    kind: Option<TokenTypeKind>,
    place: (u8, u32),
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
            kind: None,
            place: (0, 0),
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
    pub fn extra(self, name: &'a str, json: &'a RawValue) -> Self {
        self.extra_json(name, json.get())
    }

    /// Adds a member whose JSON was scanned.
    pub(crate) fn extra_json(mut self, name: &'a str, json: &'a str) -> Self {
        self.extras.push((name, json));
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

    /// Says of which kind the token type is that was sent.
    pub(crate) fn token_type_kind(mut self, kind: TokenTypeKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Says where a response of the format holds the token.
    pub(crate) fn place(mut self, place: (u8, u32)) -> Self {
        self.place = place;
        self
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
    /// - `Invalid`, with the field, when the token could not come from a response: the id of the format is not in kebab-case, a token
    ///   is no visible ASCII (RFC 6749 A.12) or a word for nothing, a text that describes it is blank, a scope has a zero byte, an
    ///   instant is outside of 1970 to 9999, an extra is nested deeper than 127 levels or would be read as a slot.
    pub fn build(self) -> Result<Token> {
        let lifetime = self.check().map_err(|(kind, field)| {
            let error = Error::new(kind).with_field(field);
            // An id that is none may hold anything.
            if field == FORMAT { error } else { error.with_format(self.format.clone()) }
        })?;
        let sent = self.text(Text::TokenType).map(|sent| TokenTypeKind::of(sent.as_bytes()));
        let kind = self.kind.or(sent).unwrap_or(TokenTypeKind::Other);
        let text = |slot| if slot == Text::Scopes { self.scopes.as_deref() } else { self.text(slot) };
        let (store, texts) = Store::of_texts(Text::ALL.map(text), self.extras.iter().copied());
        Ok(Token { format: self.format, store, texts, kind, separators: LISTED, lifetime, place: self.place })
    }

    /// The lifetime in whole seconds, or what is wrong with which field.
    fn check(&self) -> Result<Lifetime, (ErrorKind, &'static str)> {
        let invalid = |field| Err((ErrorKind::Invalid, field));
        if !Format::is_id(self.format.as_str()) {
            return invalid(FORMAT);
        }
        let secrets = [
            (Slot::AccessToken, Text::AccessToken),
            (Slot::RefreshToken, Text::RefreshToken),
            (Slot::IdToken, Text::IdToken),
        ]
        .map(|(slot, text)| (slot, self.text(text)));
        if secrets.iter().all(|(_, token)| token.is_none()) {
            return Err((ErrorKind::Missing, Slot::AccessToken.as_str()));
        }
        for (slot, token) in secrets {
            if token.is_some_and(|token| !is_token(token) || is_no_token(token)) {
                return invalid(slot.as_str());
            }
        }
        for (slot, text) in [
            (Slot::TokenType, Text::TokenType),
            (Slot::Resource, Text::Resource),
            (Slot::ClientId, Text::ClientId),
            (Slot::Subject, Text::Subject),
        ] {
            if self.text(text).is_some_and(|text| text.trim_ascii().is_empty()) {
                return invalid(slot.as_str());
            }
        }
        if self.text(Text::Scheme).is_some_and(|scheme| !is_scheme(scheme)) {
            return invalid("scheme");
        }
        if self.scope_with_zero {
            return invalid(Slot::Scopes.as_str());
        }
        let claimed = |name| self.adapter.is_some_and(|adapter| adapter.claims(name));
        if self.extras.iter().any(|(name, json)| claimed(name) || is_too_deep(json)) {
            return invalid(Slot::Extras.as_str());
        }
        // Each element before the token's own takes a byte of the extras at least.
        let size = self.extras.iter().map(|(_, json)| json.len()).fold(0, usize::saturating_add);
        if usize::try_from(self.place.1).map_or(true, |element| element > size) {
            return invalid("element");
        }
        settled(self.lifetime).map_err(|slot| (ErrorKind::Invalid, slot.as_str()))
    }
}

/// The field of the format's id.
const FORMAT: &str = "format";

/// Whether JSON is deeper than an extra of a response can be, whose top level is around it.
fn is_too_deep(json: &str) -> bool {
    let levels = DEEPEST.saturating_sub(1);
    json.starts_with(['{', '[']) && split(json, Span::new(0, json.len()), levels, &mut |_| {}).is_err()
}

/// The lifetime in whole seconds, or the first slot whose instant is outside of what a token may state.
fn settled(lifetime: Lifetime) -> Result<Lifetime, Slot> {
    let instant = |slot, at: UtcDateTime| if at < UtcDateTime::UNIX_EPOCH { Err(slot) } else { Ok(cut(at)) };
    let optional = |slot, at: Option<UtcDateTime>| at.map(|at| instant(slot, at)).transpose();
    let expiry = |slot, end| match end {
        Expiry::At(at) => instant(slot, at).map(Expiry::At),
        other => Ok(other),
    };
    Ok(Lifetime {
        issued_at: optional(Slot::IssuedAt, lifetime.issued_at)?,
        not_before: optional(Slot::NotBefore, lifetime.not_before)?,
        refresh_at: optional(Slot::RefreshAt, lifetime.refresh_at)?,
        expires: expiry(Slot::Expires, lifetime.expires)?,
        extended_expires_at: optional(Slot::ExtendedExpires, lifetime.extended_expires_at)?,
        refresh_token_expires: expiry(Slot::RefreshTokenExpires, lifetime.refresh_token_expires)?,
    })
}
