//! Structs with a vendor's own type and field names.
//!
//! An [`Adapter`](anytoken_core::Adapter) decodes a format into a token. If the vendor publishes a named schema, a struct of
//! that name exists as well, created by [`wire_struct!`](crate::wire_struct). It is for `serde_json`: it deserializes
//! what the vendor documents and what it really sends, and serializes what it documents.
//!
//! No value is lost. A value that its field cannot hold entirely, such as `null`, `""`, `"soon"` or the fraction of
//! `"3599.9"`, is kept in [`Unknown`] under its own name and serialized from there. Every value is kept as it was sent
//! until its field is changed, so that `decode` and `into_token` have the same outcome as the adapter with the response
//! itself.
//!
//! Secret fields and [`Unknown`] are wiped when they are dropped, and not shown by `Debug`. The copies that
//! `serde_json` makes for escapes or a stream, and its output, are not wiped.

mod encoding;
mod members;
mod unknown;

pub use self::encoding::{Encoding, EpochText, Id, Rfc3339, SecondsNumber, SecondsText, Text};
pub use self::members::Object;
pub use self::unknown::Unknown;

/// The items that [`wire_struct!`](crate::wire_struct) expands to; not part of the public interface.
#[doc(hidden)]
pub mod __private {
    pub use anytoken_core::{Decoded, Result, Token, TokenError};
    pub use serde::de::{Deserialize, Deserializer};
    pub use serde::ser::{Serialize, SerializeMap, Serializer};
    pub use time::UtcDateTime;

    pub use super::members::{Members, decode, deserialize, is_unchanged, read, serialize, write};
}

/// Creates a wire struct from a list of member names, types and documented [`Encoding`](crate::Encoding)s.
///
/// All fields are public and optional, and members without a field are in `unknown`. The name of a member that is not
/// in snake_case follows its field: `expires_in = "expiresIn": i64 as SecondsNumber`. The struct implements `Clone`,
/// `Default`, `Eq`, a redacted `Debug`, and serde's `Deserialize` and `Serialize`. `read by` names the adapter; a
/// struct that is only a field of another one ([`Object`](crate::Object)) has none. A struct with an adapter
/// has:
///
/// - `decode(self, received_at) -> Result<Decoded>` and `into_token(self, received_at) -> Result<Token, TokenError>`,
///   which serialize the struct as its values were sent and decode it with the adapter. The outcome, including an error
///   response or an error, is that of the adapter for the same JSON object; only the whitespace between members is
///   missing from offsets and limits.
///
/// Deserialization fails only for a value that is not an object and for a duplicate field. No error quotes a value.
///
/// ```
/// use anytoken_core::SecretBuf;
/// use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};
/// use anytoken_wire::{Id, SecondsText, Text, wire_struct};
/// use time::{Duration, UtcDateTime};
///
/// static ACME: Dialect = Dialect::oauth2("acme", "Acme", Evidence::Documented)
///     .client_id(paths!["client_id"])
///     .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()]);
///
/// wire_struct! {
///     /// Acme's `TokenReply`.
///     pub struct TokenReply read by ACME {
///         /// The token.
///         access_token: SecretBuf as Text,
///         /// The client it was issued to.
///         client_id: String as Id,
///         /// Seconds that it lives.
///         expires_in: i64 as SecondsText,
///     }
/// }
///
/// let body = r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600,"client_id":7,"region":"eu"}"#;
/// let reply: TokenReply = serde_json::from_str(body)?;
/// assert_eq!(reply.expires_in, Some(3600));
/// assert_eq!(
///     format!("{reply:?}"),
///     r#"TokenReply { access_token: Some(***), client_id: Some("7"), expires_in: Some(3600), unknown: {"region"} }"#
/// );
/// assert_eq!(
///     serde_json::to_string(&reply)?,
///     r#"{"access_token":"EXAMPLE-ACCESS","client_id":"7","expires_in":"3600","region":"eu"}"#
/// );
/// let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
/// let token = reply.into_token(at)?;
/// assert_eq!(token.validity().expires.at(), Some(at + Duration::HOUR));
/// assert_eq!(token.extras().get("region").unwrap().expose_json(), r#""eu""#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[macro_export]
macro_rules! wire_struct {
    (@name $field:ident) => { ::core::stringify!($field) };
    (@name $field:ident $member:literal) => { $member };
    (
        $(#[$meta:meta])*
        pub struct $name:ident $(read by $adapter:path)? {
            $($(#[$doc:meta])* $field:ident $(= $member:literal)?: $type:ty as $encoding:ty),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name {
            $($(#[$doc])* pub $field: ::core::option::Option<$type>,)*
            /// The members without a field, and those that their field cannot hold entirely, as sent.
            pub unknown: $crate::Unknown,
        }

        $(impl $name {
            /// Returns the token that the format's adapter decodes from this response, received at `received_at`.
            ///
            /// # Errors
            ///
            /// The error response, or an error if the response is neither.
            pub fn into_token(
                self,
                received_at: $crate::__private::UtcDateTime,
            ) -> ::core::result::Result<$crate::__private::Token, $crate::__private::TokenError> {
                ::core::result::Result::Ok(self.decode(received_at)?.into_token()?)
            }

            /// Returns the outcome, with notes and related tokens, that the format's adapter decodes from this
            /// response.
            ///
            /// # Errors
            ///
            /// An error of the adapter.
            pub fn decode(
                self,
                received_at: $crate::__private::UtcDateTime,
            ) -> $crate::__private::Result<$crate::__private::Decoded> {
                $crate::__private::decode(&self, &$adapter, received_at)
            }
        })?

        impl $crate::__private::Members for $name {
            const NAME: &'static str = ::core::stringify!($name);
            const FIELDS: &'static [&'static str] = &[$($crate::wire_struct!(@name $field $($member)?)),*];

            fn unknown(&self) -> &$crate::Unknown {
                &self.unknown
            }

            fn unknown_mut(&mut self) -> &mut $crate::Unknown {
                &mut self.unknown
            }

            fn read(&mut self, field: &str, json: &str) -> bool {
                match field {
                    $($crate::wire_struct!(@name $field $($member)?) => {
                        $crate::__private::read::<$type, $encoding>(&mut self.$field, json)
                    })*
                    _ => false,
                }
            }

            fn is_unchanged(&self, name: &str, json: &str) -> bool {
                match name {
                    $($crate::wire_struct!(@name $field $($member)?) => {
                        $crate::__private::is_unchanged::<$type, $encoding>(&self.$field, json)
                    })*
                    _ => true,
                }
            }

            fn write<M: $crate::__private::SerializeMap>(
                &self,
                map: &mut M,
                wanted: impl Fn(&str) -> bool,
            ) -> ::core::result::Result<(), M::Error> {
                $(if wanted($crate::wire_struct!(@name $field $($member)?)) {
                    $crate::__private::write::<$type, $encoding, M>(
                        map,
                        $crate::wire_struct!(@name $field $($member)?),
                        &self.$field,
                    )?;
                })*
                ::core::result::Result::Ok(())
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }

        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize(self, serializer)
            }
        }
    };
}
