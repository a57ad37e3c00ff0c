//! The parts of a token.

/// A named part of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Slot {
    /// The access token.
    AccessToken,
    /// The refresh token.
    RefreshToken,
    /// The ID token.
    IdToken,
    /// How the access token is used.
    TokenType,
    /// What was granted.
    Scopes,
    /// What the token is for.
    Resource,
    /// The client it was issued to.
    ClientId,
    /// Whom it is about.
    Subject,
    /// When it was issued.
    IssuedAt,
    /// When it begins.
    NotBefore,
    /// When the server advises to fetch another.
    RefreshAt,
    /// When it ends.
    Expires,
    /// When it ends while the issuer is down.
    ExtendedExpires,
    /// When the refresh token ends.
    RefreshTokenExpires,
    /// Members that no slot was read from.
    Extras,
}

impl Slot {
    /// The slot in `snake_case`, as in the canonical form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AccessToken => "access_token",
            Self::RefreshToken => "refresh_token",
            Self::IdToken => "id_token",
            Self::TokenType => "token_type",
            Self::Scopes => "scopes",
            Self::Resource => "resource",
            Self::ClientId => "client_id",
            Self::Subject => "subject",
            Self::IssuedAt => "issued_at",
            Self::NotBefore => "not_before",
            Self::RefreshAt => "refresh_at",
            Self::Expires => "expires_at",
            Self::ExtendedExpires => "extended_expires_at",
            Self::RefreshTokenExpires => "refresh_token_expires_at",
            Self::Extras => "extras",
        }
    }
}

/// The slots that hold text, in the order of their places in a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Text {
    AccessToken,
    RefreshToken,
    IdToken,
    TokenType,
    Scopes,
    Resource,
    ClientId,
    Subject,
    /// The scheme of the `Authorization` header, where the format names one.
    Scheme,
}

/// How many slots hold text.
pub(crate) const TEXTS: usize = 9;

impl Text {
    pub(crate) const ALL: [Self; TEXTS] = [
        Self::AccessToken,
        Self::RefreshToken,
        Self::IdToken,
        Self::TokenType,
        Self::Scopes,
        Self::Resource,
        Self::ClientId,
        Self::Subject,
        Self::Scheme,
    ];

    pub(crate) fn index(self) -> usize {
        match self {
            Self::AccessToken => 0,
            Self::RefreshToken => 1,
            Self::IdToken => 2,
            Self::TokenType => 3,
            Self::Scopes => 4,
            Self::Resource => 5,
            Self::ClientId => 6,
            Self::Subject => 7,
            Self::Scheme => 8,
        }
    }
}
