//! The members of a dialect, of a place and of an error shape: one table for the methods of the const builder and for
//! descriptions in JSON.

use super::parse::{self, Parsed, Value};
use super::{Authorization, Dialect, ErrorShape, Evidence, Place, TimeRule, Wire};
use crate::adapter::Encoded;
use crate::error::Result;
use crate::input::Body;
use crate::json::{FieldPath, FieldPaths};
use crate::model::{Remedy, TokenTypeKind};
use crate::paths;
use crate::signature::Signature;

impl Dialect {
    /// RFC 6749 §5.1 and OpenID Connect under an id: the base of most dialects.
    pub const fn oauth2(id: &'static str, vendor: &'static str, evidence: Evidence) -> Self {
        Self { id, vendor, evidence, ..Self::RFC6749 }
    }

    /// RFC 6749's error responses without any field, for formats whose members all have names of their own.
    ///
    /// Without a path of a token it decodes error responses only: that is how a format says that it has no token.
    pub const fn bare(id: &'static str, vendor: &'static str, evidence: Evidence) -> Self {
        Self { id, vendor, evidence, ..Self::BARE }
    }

    /// A variant of another dialect: all of it but its id, aliases, quirks, signature and evidence.
    pub const fn like(base: &Self, id: &'static str, evidence: Evidence) -> Self {
        Self { id, aliases: &[], quirks: "", signature: &[], evidence, is_generic: false, ..*base }
    }

    /// Sets the company or project that defines the format, if it is not that of the base.
    #[must_use]
    pub const fn by(mut self, vendor: &'static str) -> Self {
        self.vendor = vendor;
        self
    }

    /// Sets further ids of the format, by which a registry finds it as well.
    #[must_use]
    pub const fn with_aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// Sets the member that distinguishes a token from an error response, and its values that mean success, as JSON: a
    /// text has quotes.
    ///
    /// The path starts at the top of the response, not in the envelope.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::dialect::{Dialect, Evidence};
    ///
    /// const ACME: Dialect = Dialect::oauth2("acme", "Acme", Evidence::Documented).ok_when("code", &["0", "\"OK\""]);
    /// ```
    #[must_use]
    pub const fn ok_when(mut self, path: &'static str, values: &'static [&'static str]) -> Self {
        let mut rest = values;
        while let [value, tail @ ..] = rest {
            assert!(is_scalar(value.as_bytes()), "a value of success is JSON: a text has quotes");
            rest = tail;
        }
        assert!(!values.is_empty(), "no value means success");
        self.ok_when = Some((FieldPath::new(path), values));
        self
    }

    /// Sets the short description of the deviations.
    #[must_use]
    pub const fn with_quirks(mut self, quirks: &'static str) -> Self {
        self.quirks = quirks;
        self
    }

    /// Sets the signature: names of members that no other format has.
    ///
    /// A name is that of a member at the top level, or `data/name` that of a member of an object at the top level.
    /// `a+b` and `data/a+data/b` are pairs that no other format has together.
    #[must_use]
    pub const fn detected_by(mut self, signature: &'static [&'static str]) -> Self {
        let mut rest = signature;
        while let [text, tail @ ..] = rest {
            assert!(
                Signature::parse(text).is_some(),
                "a signature has an empty name, or a pair in two objects"
            );
            rest = tail;
        }
        self.signature = signature;
        self
    }

    /// Sets a hook that rewrites a body before it is decoded, for what one format alone needs.
    #[must_use]
    pub const fn before_decode(mut self, hook: fn(&mut Body<'_>) -> Result<()>) -> Self {
        self.before_decode = Some(hook);
        self
    }

    /// Sets a hook that changes what is encoded, for what one format alone needs.
    #[must_use]
    pub const fn after_encode(mut self, hook: fn(&mut Encoded)) -> Self {
        self.after_encode = Some(hook);
        self
    }
}

impl Place {
    /// A place with the members of RFC 6749.
    pub const OAUTH2: Self = Self(Dialect::RFC6749);

    /// A place without members.
    pub const BARE: Self = Self(Dialect::BARE.token_type(paths![]));

    /// Uses this place only if no other place has a token.
    #[must_use]
    pub const fn last_resort(mut self) -> Self {
        self.0.last_resort = true;
        self
    }

    /// The first place of a dialect, for another one that differs from it.
    pub const fn like(dialect: &Dialect) -> Self {
        Self(*dialect)
    }
}

/// Returns true if JSON begins as that of a number, of a text in quotes, or of a word of its own.
const fn is_scalar(json: &[u8]) -> bool {
    matches!(json, [b'0'..=b'9' | b'-' | b'"', ..] | b"true" | b"false" | b"null")
}

/// The value of a row: its argument, or `true` without one.
macro_rules! value {
    () => {
        true
    };
    ($argument:ident) => {
        $argument
    };
}

/// Fails to compile if two rules of one instant have the same path.
const fn one_rule_a_path(rules: &[TimeRule]) {
    assert!(!TimeRule::share_a_path(rules), "two rules for one path");
}

/// Defines the methods of the const builder for some rows. A row has the name of its field, and may have a check.
macro_rules! methods {
    (
        $target:ident
        $($(#[$attribute:meta])* $name:ident($($argument:ident: $type:ty, $parse:expr $(, $check:expr)?)?))+
    ) => {
        impl $target {$(
            $(#[$attribute])*
            #[must_use]
            pub const fn $name(mut self $(, $argument: $type)?) -> Self {
                $($($check($argument);)?)?
                self.$name = value!($($argument)?);
                self
            }
        )+}
    };
}

/// Defines the methods of a place, which are those of its dialect.
macro_rules! forwarded {
    (
        $target:ident
        $($(#[$attribute:meta])* $name:ident($($argument:ident: $type:ty, $parse:expr $(, $check:expr)?)?))+
    ) => {
        impl $target {$(
            $(#[$attribute])*
            #[must_use]
            pub const fn $name(self $(, $argument: $type)?) -> Self {
                Self(self.0.$name($($argument)?))
            }
        )+}
    };
}

/// Defines the function that sets one of some rows from its JSON, and the list of their names.
///
/// A row without an argument is `true` in JSON; `false` leaves it as it is.
macro_rules! described {
    (
        $target:ident $function:ident $names:ident
        $($(#[$attribute:meta])* $name:ident($($argument:ident: $type:ty, $parse:expr $(, $check:expr)?)?))+
    ) => {
        pub(super) const $names: &[&str] = &[$(stringify!($name)),+];

        /// Sets a member, and returns false if there is none of this name.
        pub(super) fn $function(target: &mut $target, name: &str, json: &Value<'_>) -> Parsed<bool> {
            match name {
                $(stringify!($name) => {
                    described!(@argument json $($argument, $parse)?);
                    target.$name = value!($($argument)?);
                })+
                _ => return Ok(false),
            }
            Ok(true)
        }
    };
    (@argument $json:ident) => {
        if !$json.flag()? {
            return Ok(true);
        }
    };
    (@argument $json:ident $argument:ident, $parse:expr) => {
        let $argument = $parse($json)?;
    };
}

/// The members of a place. A dialect has them for its first place.
macro_rules! place_members {
    ($macro:ident! $($head:tt)+) => { $macro! { $($head)+
        /// Sets the path of the object that holds the fields; a last segment `*` is each element of an array.
        envelope(text: &'static str, parse::envelope)

        /// Sets the path of a string that contains JSON, into which other paths continue.
        json_string(text: &'static str, parse::way)

        /// Sets the members that are always sent, with their JSON; they are encoded unless the token has them.
        constant_members(members: &'static [(&'static str, &'static str)], parse::constant_members)

        /// Sets the paths of the access token.
        access_token(paths: FieldPaths, Value::paths)

        /// Sets the paths of the refresh token.
        refresh_token(paths: FieldPaths, Value::paths)

        /// Sets the paths of the ID token.
        id_token(paths: FieldPaths, Value::paths)

        /// Sets the paths of the token type.
        token_type(paths: FieldPaths, Value::paths)

        /// Sets the words of the vendor for token types, compared without case.
        token_type_aliases(aliases: &'static [(&'static str, TokenTypeKind)], parse::token_type_aliases)

        /// Makes every other word of the token type no type, since the member holds other words too.
        ignore_other_token_types()

        /// Sets the paths of the granted scopes.
        scopes(paths: FieldPaths, Value::paths)

        /// Sets the separators of scopes; the first is encoded.
        scopes_separated_by(separators: &'static [char], parse::separators)

        /// Makes an empty scope count as absent; without this it means that no scope was granted.
        empty_scope_is_absent()

        /// Sets the paths of the resource or audience.
        resource(paths: FieldPaths, Value::paths)

        /// Sets the paths of the address at which the token is to be used.
        api_url(paths: FieldPaths, Value::paths)

        /// Sets the paths of the client that the token was issued to.
        client_id(paths: FieldPaths, Value::paths)

        /// Sets the paths of the subject that the token is about.
        subject(paths: FieldPaths, Value::paths)

        /// Sets the instant of issue.
        issued_at(times: &'static [TimeRule], parse::times, one_rule_a_path)

        /// Sets the instant from which the token is valid.
        not_before(times: &'static [TimeRule], parse::times, one_rule_a_path)

        /// Sets the instant from which the server advises a refresh.
        refresh_at(times: &'static [TimeRule], parse::times, one_rule_a_path)

        /// Sets the expiry: an absolute expiry takes precedence over a lifetime, of several of a kind the earliest is used,
        /// and all of them are encoded.
        expires_at(times: &'static [TimeRule], parse::times, one_rule_a_path)

        /// Sets the extended expiry, which applies while the issuer is down.
        extended_expires_at(times: &'static [TimeRule], parse::times, one_rule_a_path)

        /// Sets the expiry of the refresh token, which is `refresh_token_expires_in` or `refresh_expires_in` without this.
        refresh_token_expires_at(times: &'static [TimeRule], parse::times, one_rule_a_path)

        /// Makes a refresh token alone a granted credential.
        refresh_token_is_grant()

        /// Makes different tokens at two paths of one field an error.
        reject_conflicting_tokens()

        /// Sets how the token goes into an `Authorization` header.
        authorization(authorization: Authorization, parse::authorization)
    } };
}

/// The members of a dialect alone.
macro_rules! dialect_members {
    ($macro:ident! $($head:tt)+) => { $macro! { $($head)+
        /// Sets the encoding of the body, JSON unless it is set.
        wire(wire: Wire, parse::wire)

        /// Sets further places of a token in the same response; their envelopes start at its top.
        ///
        /// The first place with a token provides the token, all others the related ones.
        related(places: &'static [Place], places)

        /// Sets the headers that are decoded as members of the top level, under these names.
        headers(names: &'static [&'static str], parse::headers)

        /// Sets the shape of error responses.
        ///
        /// The paths start at the top of the response, not in the envelope.
        errors(shape: &'static ErrorShape, errors)
    } };
}

/// The members of an error shape.
macro_rules! error_members {
    ($macro:ident! $($head:tt)+) => { $macro! { $($head)+
        /// Sets the members that make the response an error response unless they are empty.
        error_when(paths: FieldPaths, Value::paths)

        /// Sets the members that ask for a further step of the user: the response is an error response whose remedy is to
        /// interact.
        ///
        /// An empty object or list counts as well.
        challenge_when(paths: FieldPaths, Value::paths)

        /// Sets the paths of the machine code.
        ///
        /// A code alone does not make an error response: a status of 400 or more, `error_when` or `ok_when` does.
        code(paths: FieldPaths, Value::paths)

        /// Sets the members that determine the remedy more precisely than the code.
        subcode(paths: FieldPaths, Value::paths)

        /// Sets the paths of the description.
        description(paths: FieldPaths, Value::paths)

        /// Sets the paths of the URI of a page that explains the error.
        uri(paths: FieldPaths, Value::paths)

        /// Sets the paths of the wait in seconds.
        retry_after(paths: FieldPaths, Value::paths)

        /// Sets the text after the namespace of a code, which is left off.
        code_begins_after(text: &'static str, Value::text)

        /// Sets the text between the code and the description if one member holds both.
        code_ends_at(text: &'static str, Value::text)

        /// Sets the remedies of the vendor's own codes.
        remedies(remedies: &'static [(&'static str, Remedy)], parse::remedies)

        /// Sets the HTTP statuses whose remedy is to retry, with any code. Others are 408, 425, 429 and those from 501 up,
        /// and 500 without a code.
        retry_statuses(statuses: &'static [u16], parse::statuses)
    } };
}

place_members!(methods! Dialect);
place_members!(forwarded! Place);
place_members!(described! Dialect set_place_member PLACE_MEMBERS);
dialect_members!(methods! Dialect);
dialect_members!(described! Dialect set_dialect_member DIALECT_MEMBERS);
error_members!(methods! ErrorShape);
error_members!(described! ErrorShape set_error_member ERROR_MEMBERS);

/// Parses the further places of a response.
fn places(value: &Value<'_>) -> Parsed<&'static [Place]> {
    value.each(|place| {
        let members = place.members()?;
        let base = members.iter().find(|(name, _)| name == "base");
        let mut dialect = base.map_or(Ok(Dialect::BARE), |(_, base)| parse::base(base))?;
        for (name, json) in members {
            match name.as_str() {
                "base" => {}
                "last_resort" => dialect.last_resort = json.flag()?,
                _ if set_place_member(&mut dialect, &name, &json)? => {}
                _ => return Err(json.unknown(&name, &[&["base", "last_resort"], PLACE_MEMBERS])),
            }
        }
        Ok(Place(dialect))
    })
}

/// Parses the shape of error responses.
fn errors(value: &Value<'_>) -> Parsed<&'static ErrorShape> {
    let mut errors = ErrorShape::RFC6749;
    for (name, json) in value.members()? {
        if !set_error_member(&mut errors, &name, &json)? {
            return Err(json.unknown(&name, &[ERROR_MEMBERS]));
        }
    }
    Ok(Box::leak(Box::new(errors)))
}

impl Authorization {
    /// Returns the scheme before the token; empty if the token cannot be sent in a header, a space if it stands alone.
    pub(super) const fn scheme(self) -> Option<&'static str> {
        match self {
            Self::ByType => None,
            Self::Scheme(scheme) => Some(scheme),
            Self::Bare => Some(" "),
            Self::None => Some(""),
        }
    }
}
