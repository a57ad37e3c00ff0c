//! The fields of a token.

use std::fmt;

/// A named part of a [`Token`](crate::Token).
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// use anytoken::Field;
///
/// assert_eq!(Field::RefreshTokenExpires.to_string(), "refresh_token_expires_at");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Field {
    /// The access token.
    AccessToken,
    /// The refresh token.
    RefreshToken,
    /// The ID token.
    IdToken,
    /// The access token's type.
    TokenType,
    /// The granted scopes.
    Scopes,
    /// The resource or audience that the token is for.
    Resource,
    /// The client that the token was issued to.
    ClientId,
    /// The subject that the token is about.
    Subject,
    /// The instant of issue.
    IssuedAt,
    /// The instant from which the token is valid.
    NotBefore,
    /// The instant from which the server advises a refresh.
    RefreshAt,
    /// The expiry.
    Expires,
    /// The extended expiry, which applies while the issuer is down.
    ExtendedExpires,
    /// The expiry of the refresh token.
    RefreshTokenExpires,
    /// The members without a field.
    Extras,
}

impl Field {
    /// Returns the field in `snake_case`, as in the canonical form.
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

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The fields that hold text, in the order of [`Token`](crate::Token)'s spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextField {
    AccessToken,
    RefreshToken,
    IdToken,
    TokenType,
    Scopes,
    Resource,
    ClientId,
    Subject,
    /// The scheme of the `Authorization` header, if the format names one.
    Scheme,
}

/// The number of fields that hold text.
pub(crate) const TEXTS: usize = 9;

impl TextField {
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
