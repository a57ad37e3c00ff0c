//! The fields of a token: one table, from which everything that goes through the fields is made.

use std::fmt;
use std::ops::{Index, IndexMut};
use std::str::FromStr;

use crate::error::{Error, ErrorKind};

/// Generates [`Field`] from its table, and from the rows that are texts or times [`TextField`] and [`TimeField`].
macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $name:literal: $storage:ident $kind:ident,)*) => {
        /// A named part of a [`Token`](crate::Token), in the order of the canonical form.
        ///
        /// ```
        /// # extern crate anytoken_core as anytoken;
        /// use anytoken::{Field, FieldKind};
        ///
        /// assert_eq!(Field::RefreshTokenExpires.to_string(), "refresh_token_expires_at");
        /// assert_eq!("scopes".parse::<Field>()?, Field::Scopes);
        /// let secrets = Field::ALL.iter().filter(|field| field.kind() == FieldKind::Secret);
        /// assert_eq!(secrets.count(), 3);
        /// # Ok::<(), anytoken::Error>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Field {
            $($(#[$doc])* $field,)*
        }

        impl Field {
            /// All fields, in the order of the canonical form.
            pub const ALL: &'static [Self] = &[$(Self::$field),*];

            /// Returns the field in `snake_case`, as in the canonical form.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$field => $name,)*
                }
            }

            /// Returns the name as it is written in the canonical form, between another member and the value.
            pub(crate) const fn key(self) -> &'static str {
                match self {
                    $(Self::$field => concat!(",\"", $name, "\":"),)*
                }
            }

            /// Returns the kind of the field's value.
            pub const fn kind(self) -> FieldKind {
                match self {
                    $(Self::$field => FieldKind::$kind,)*
                }
            }

            /// Returns the field of a name; `None` if there is none.
            pub(crate) fn of(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$field),)*
                    _ => None,
                }
            }

            /// Returns the index of the field among those that are stored alike.
            pub(crate) const fn index(self) -> FieldIndex {
                match self {
                    $(Self::$field => fields!(@index $storage $field),)*
                }
            }
        }

        fields!(@sort [] [] [] $($storage $field)*);
    };

    (@index time $field:ident) => { FieldIndex::Time(TimeField::$field) };
    (@index extras $field:ident) => { FieldIndex::Extras };
    (@index $text:ident $field:ident) => { FieldIndex::Text(TextField::$field) };

    // Moves the rows one by one into the lists of texts, of those that are descriptive, and of times.
    (@sort [$($text:ident)*] $some:tt $times:tt text $field:ident $($rows:tt)*) => {
        fields!(@sort [$($text)* $field] $some $times $($rows)*);
    };
    (@sort [$($text:ident)*] [$($some:ident)*] $times:tt descriptive $field:ident $($rows:tt)*) => {
        fields!(@sort [$($text)* $field] [$($some)* $field] $times $($rows)*);
    };
    (@sort $texts:tt $some:tt [$($time:ident)*] time $field:ident $($rows:tt)*) => {
        fields!(@sort $texts $some [$($time)* $field] $($rows)*);
    };
    (@sort $texts:tt $some:tt $times:tt extras $field:ident $($rows:tt)*) => {
        fields!(@sort $texts $some $times $($rows)*);
    };
    (@sort [$($text:ident)*] [$($some:ident)*] [$($time:ident)*]) => {
        /// A field that is a text, as an index of [`Texts`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum TextField {
            $($text,)*
            /// The scheme of the `Authorization` header, if the format names one: a part of a token, but not a field.
            Scheme,
        }

        impl TextField {
            pub(crate) const ALL: [Self; TEXTS] = [$(Self::$text,)* Self::Scheme];

            /// The texts that are decoded as they are, whatever they say.
            pub(crate) const DESCRIPTIVE: &'static [Self] = &[$(Self::$some),*];

            pub(crate) const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$text => Field::$text.as_str(),)*
                    Self::Scheme => "scheme",
                }
            }

            pub(crate) const fn is_secret(self) -> bool {
                match self {
                    $(Self::$text => matches!(Field::$text.kind(), FieldKind::Secret),)*
                    Self::Scheme => false,
                }
            }
        }

        /// The number of texts of a token.
        pub(crate) const TEXTS: usize = [$(Field::$text,)*].len() + 1;

        /// A field that is a time.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum TimeField {
            $($time,)*
        }

        impl TimeField {
            pub(crate) const ALL: &'static [Self] = &[$(Self::$time),*];

            pub(crate) const fn field(self) -> Field {
                match self {
                    $(Self::$time => Field::$time,)*
                }
            }
        }
    };
}

fields! {
    /// The access token.
    AccessToken = "access_token": text Secret,
    /// The access token's type.
    TokenType = "token_type": text Text,
    /// The instant of issue.
    IssuedAt = "issued_at": time Instant,
    /// The instant from which the token is valid.
    NotBefore = "not_before": time Instant,
    /// The instant from which the server advises a refresh.
    RefreshAt = "refresh_at": time Instant,
    /// The expiry.
    Expires = "expires_at": time Expiry,
    /// The extended expiry, which applies while the issuer is down.
    ExtendedExpires = "extended_expires_at": time Instant,
    /// The refresh token.
    RefreshToken = "refresh_token": text Secret,
    /// The expiry of the refresh token.
    RefreshTokenExpires = "refresh_token_expires_at": time Expiry,
    /// The ID token.
    IdToken = "id_token": text Secret,
    /// The granted scopes.
    Scopes = "scopes": text Scopes,
    /// The resource or audience that the token is for.
    Resource = "resource": descriptive Text,
    /// The address at which the token is to be used, as the response states it.
    ApiUrl = "api_url": descriptive Text,
    /// The client that the token was issued to.
    ClientId = "client_id": descriptive Text,
    /// The subject that the token is about.
    Subject = "subject": descriptive Text,
    /// The members without a field.
    Extras = "extras": extras Extras,
}

/// The kind of a field's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldKind {
    /// A credential.
    Secret,
    /// A text.
    Text,
    /// A list of scopes.
    Scopes,
    /// An instant.
    Instant,
    /// An instant, or that there is none because the token never expires.
    Expiry,
    /// Raw JSON by name.
    Extras,
}

/// The index of a field among those that are stored alike.
#[derive(Clone, Copy)]
pub(crate) enum FieldIndex {
    Text(TextField),
    Time(TimeField),
    Extras,
}

/// A value for each text of a token, or for each of `N` other texts.
#[derive(Clone, Copy)]
pub(crate) struct Texts<T, const N: usize = TEXTS>(pub(crate) [T; N]);

impl<T> Texts<T> {
    /// Returns the value of `value` for each text.
    pub(crate) fn of(value: impl FnMut(TextField) -> T) -> Self {
        Self(TextField::ALL.map(value))
    }
}

impl<T: Default> Default for Texts<T> {
    fn default() -> Self {
        Self::of(|_| T::default())
    }
}

// The variants of `TextField` are numbered from zero, and there are `TEXTS` of them.
#[allow(clippy::as_conversions, clippy::indexing_slicing)]
impl<T> Index<TextField> for Texts<T> {
    type Output = T;

    #[inline(always)]
    fn index(&self, field: TextField) -> &T {
        &self.0[field as usize]
    }
}

#[allow(clippy::as_conversions, clippy::indexing_slicing)]
impl<T> IndexMut<TextField> for Texts<T> {
    #[inline(always)]
    fn index_mut(&mut self, field: TextField) -> &mut T {
        &mut self.0[field as usize]
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Field {
    type Err = Error;

    /// Parses the `snake_case` of [`as_str`](Self::as_str).
    fn from_str(text: &str) -> Result<Self, Error> {
        Self::of(text).ok_or_else(|| Error::new(ErrorKind::Invalid).with_field("field"))
    }
}
