//! How a token is used.

/// The type of an access token (RFC 6749 §7.1).
///
/// Types are compared in ASCII without case; look-alikes stay [`Other`](TokenTypeKind::Other).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenType<'a> {
    kind: TokenTypeKind,
    sent: &'a str,
}

/// The types that this library knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenTypeKind {
    /// Whoever holds it can use it (RFC 6750).
    Bearer,
    /// Bound to a key by a proof in each request (RFC 9449).
    DPoP,
    /// Signs each request with a second secret.
    Mac,
    /// Bound to a key otherwise.
    Pop,
    /// No access token at all (RFC 8693 `N_A`).
    NotApplicable,
    /// Any other; see [`TokenType::as_sent`].
    Other,
}

impl TokenTypeKind {
    /// The kind of a type as it stands on the wire.
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

    /// What the type means, a vendor's own words for it included.
    pub fn kind(self) -> TokenTypeKind {
        self.kind
    }

    /// The type as the server sent it.
    pub fn as_sent(self) -> &'a str {
        self.sent
    }

    /// The canonical spelling: `Bearer`, `DPoP`, `MAC`, `PoP`, `N_A`, and any other type as sent.
    pub fn as_str(self) -> &'a str {
        self.kind.canonical().unwrap_or(self.sent)
    }
}
