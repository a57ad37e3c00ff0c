//! The type of a token.

use std::fmt;

use crate::secret::Masked;

/// The type of an access token (RFC 6749 §7.1).
///
/// Types are compared ignoring ASCII case; any other text is [`Other`](TokenTypeKind::Other). `Debug` and `Display` mask a
/// text that may be a token.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TokenType<'a> {
    kind: TokenTypeKind,
    sent: &'a str,
}

/// The known token types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenTypeKind {
    /// A bearer token: whoever holds it can use it (RFC 6750).
    Bearer,
    /// A token that is bound to a key by a proof in each request (RFC 9449).
    DPoP,
    /// A token whose requests are signed with a second secret.
    Mac,
    /// A token that is bound to a key in another way.
    Pop,
    /// Not an access token (RFC 8693 `N_A`).
    NotApplicable,
    /// Any other type; see [`TokenType::raw`].
    Other,
}

impl TokenTypeKind {
    /// Returns the kind of a type as it was sent.
    pub(crate) fn of(sent: &[u8]) -> Self {
        [Self::Bearer, Self::DPoP, Self::Mac, Self::Pop, Self::NotApplicable]
            .into_iter()
            .find(|kind| kind.canonical().is_some_and(|name| name.as_bytes().eq_ignore_ascii_case(sent)))
            .unwrap_or(Self::Other)
    }

    fn canonical(self) -> Option<&'static str> {
        match self {
            Self::Bearer => Some("Bearer"),
            Self::DPoP => Some("DPoP"),
            Self::Mac => Some("MAC"),
            Self::Pop => Some("PoP"),
            Self::NotApplicable => Some("N_A"),
            Self::Other => None,
        }
    }
}

impl<'a> TokenType<'a> {
    pub(crate) fn new(kind: TokenTypeKind, sent: &'a str) -> Self {
        Self { kind, sent }
    }

    /// Returns the kind, which a vendor's own words are mapped to.
    pub fn kind(self) -> TokenTypeKind {
        self.kind
    }

    /// Returns the type as the server sent it.
    pub fn raw(self) -> &'a str {
        self.sent
    }

    /// Returns true if it is displayed as it is: a standard type, or a text too short for a secret.
    pub(crate) fn is_shown_whole(self) -> bool {
        self.kind != TokenTypeKind::Other || Masked::shows_whole(self.sent)
    }

    /// Returns the canonical spelling: `Bearer`, `DPoP`, `MAC`, `PoP`, `N_A`, or any other type as sent.
    pub fn as_str(self) -> &'a str {
        self.kind.canonical().unwrap_or(self.sent)
    }
}

impl fmt::Display for TokenType<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.as_str();
        Masked::word(text, text.len()).fmt(f)
    }
}

impl fmt::Debug for TokenType<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, sent } = self;
        let sent = Masked::word(sent, sent.len()).to_string();
        f.debug_struct("TokenType").field("kind", kind).field("sent", &sent).finish()
    }
}

/// The scheme of a header that consists of the token alone.
pub(super) const NO_SCHEME: &str = " ";

/// Returns true if a text can be the scheme of an `Authorization` header, or is [`NO_SCHEME`].
pub(crate) fn is_scheme(text: &str) -> bool {
    let of_scheme = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    text == NO_SCHEME || text.bytes().all(of_scheme)
}
