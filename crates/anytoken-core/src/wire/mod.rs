//! Structs with a vendor's own type and field names, for those who know its schema.
//!
//! A format is read by its [`Adapter`](crate::Adapter); where the vendor publishes a schema under a name, there is a
//! struct of that name as well, made by [`wire_struct!`](crate::wire_struct). It belongs to `serde_json`: it reads
//! what the vendor documents and what it really sends, and writes what it documents.
//!
//! Nothing is lost. What the field cannot hold, or not whole, stays in [`Unknown`] under its own name and is written
//! back from there: `null`, `""`, `"soon"`, the fraction of `"3599.9"`. And every value is remembered as it was sent
//! until its field is changed, so that `decode` and `into_token` come to what the adapter would have come to with the
//! response itself.
//!
//! Secret fields and all that is in [`Unknown`] are wiped when they are dropped, and not shown by `Debug`. What
//! `serde_json` copies while it reads escapes or a stream, and what it writes, is not: see to the `String` of
//! `to_string` yourself.

mod encoding;
mod members;
mod secret_string;
mod unknown;

pub use encoding::{Encoding, EpochText, Id, Object, Rfc3339, SecondsNumber, SecondsText, Text};
pub use secret_string::SecretString;
pub use unknown::Unknown;

/// What [`wire_struct!`](crate::wire_struct) expands to; no part of the interface.
#[doc(hidden)]
pub mod __private {
    pub use serde::de::{Deserialize, Deserializer};
    pub use serde::ser::{Serialize, SerializeMap, Serializer};
    pub use time::UtcDateTime;

    pub use super::members::{Members, decode, deserialize, read, says, serialize, write};
}

/// Makes a wire struct from one list: each member's name, type and documented [`Encoding`](crate::wire::Encoding).
///
/// All fields are public and optional, and members without one are in `unknown`. A member that is not in snake_case has
/// its name behind the field's: `expires_in = "expiresIn": i64 as SecondsNumber`. The struct has `Clone`, `Default`,
/// `Eq`, a redacted `Debug`, serde's `Deserialize` and `Serialize`. `read by` names the adapter; a struct that is only
/// the field of another ([`Object`](crate::wire::Object)) has none. With an adapter there are:
///
/// - `decode(self, received_at) -> Result<Decoded>` and `into_token(self, received_at) -> Result<Token, Failure>`,
///   which write the struct into one buffer, as its values were sent, and have the adapter read it. The outcome is
///   the adapter's own for the same JSON object, a refusal or an error included; only the white space between
///   members is gone, from offsets and from what counts towards the limits.
///
/// Only what is no JSON object, or has a field's member twice, is not deserialized; no error quotes a value.
///
/// ```
/// use anytoken_core::wire::{Id, SecondsText, SecretString, Text};
/// use anytoken_core::{Dialect, Time, paths, wire_struct};
/// use time::{Duration, UtcDateTime};
///
/// static ACME: Dialect = Dialect {
///     id: "acme",
///     vendor: "Acme",
///     client_id: paths!["client_id"],
///     expires: &[Time::seconds(paths!["expires_in"]).text()],
///     ..Dialect::STANDARD
/// };
///
/// wire_struct! {
///     /// Acme's `TokenReply`.
///     pub struct TokenReply read by ACME {
///         /// The token.
///         access_token: SecretString as Text,
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
/// assert_eq!(token.lifetime().expires.at(), Some(at + Duration::HOUR));
/// assert_eq!(token.extras().get("region").unwrap().as_json(), r#""eu""#);
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
            /// The members without a field, and those whose field cannot hold them whole, as sent.
            pub unknown: $crate::wire::Unknown,
        }

        $(impl $name {
            /// The token, counting lifetimes from `received_at`: what the format's adapter reads from this response.
            ///
            /// # Errors
            ///
            /// The refusal that the response is, or the error that keeps it from being understood.
            pub fn into_token(
                self,
                received_at: $crate::wire::__private::UtcDateTime,
            ) -> ::core::result::Result<$crate::Token, $crate::Failure> {
                ::core::result::Result::Ok(self.decode(received_at)?.into_token()?)
            }

            /// The outcome, with notes and related tokens: what the format's adapter reads from this response.
            ///
            /// # Errors
            ///
            /// The adapter's own, when it does not understand the response.
            pub fn decode(
                self,
                received_at: $crate::wire::__private::UtcDateTime,
            ) -> $crate::Result<$crate::Decoded> {
                $crate::wire::__private::decode(&self, &$adapter, received_at)
            }
        })?

        impl $crate::wire::__private::Members for $name {
            const NAME: &'static str = ::core::stringify!($name);
            const FIELDS: &'static [&'static str] = &[$($crate::wire_struct!(@name $field $($member)?)),*];

            fn unknown(&self) -> &$crate::wire::Unknown {
                &self.unknown
            }

            fn unknown_mut(&mut self) -> &mut $crate::wire::Unknown {
                &mut self.unknown
            }

            fn read(&mut self, field: &str, json: &str) -> bool {
                match field {
                    $($crate::wire_struct!(@name $field $($member)?) => {
                        $crate::wire::__private::read::<$type, $encoding>(&mut self.$field, json)
                    })*
                    _ => false,
                }
            }

            fn says(&self, name: &str, json: &str) -> bool {
                match name {
                    $($crate::wire_struct!(@name $field $($member)?) => {
                        $crate::wire::__private::says::<$type, $encoding>(&self.$field, json)
                    })*
                    _ => true,
                }
            }

            fn write<M: $crate::wire::__private::SerializeMap>(
                &self,
                map: &mut M,
                is_left: impl Fn(&str) -> bool,
            ) -> ::core::result::Result<(), M::Error> {
                $(if is_left($crate::wire_struct!(@name $field $($member)?)) {
                    $crate::wire::__private::write::<$type, $encoding, M>(
                        map,
                        $crate::wire_struct!(@name $field $($member)?),
                        &self.$field,
                    )?;
                })*
                ::core::result::Result::Ok(())
            }
        }

        impl<'de> $crate::wire::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::wire::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::wire::__private::deserialize(deserializer)
            }
        }

        impl $crate::wire::__private::Serialize for $name {
            fn serialize<S: $crate::wire::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::wire::__private::serialize(self, serializer)
            }
        }
    };
}
