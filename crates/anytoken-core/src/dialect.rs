//! Dialects: formats as data, decoded and encoded by one engine. For authors of adapters.
//!
//! A [`Dialect`] is a constant: its paths ([`FieldPaths`], made by [`paths!`]), its times ([`TimeRule`]) and the shape of
//! its error responses ([`ErrorShape`]). One that is described in JSON is read by [`Dialect::from_json`]. A format that
//! is more than data implements [`Adapter`] over a [`Body`].

mod decode;
mod describe;
mod document;
mod encode;
mod error;
mod expiry;
mod field_set;
mod time_rule;
mod value;

use ::time::UtcDateTime;

pub use self::describe::InvalidDialect;
pub use self::time_rule::TimeRule;
pub(crate) use self::time_rule::TimeValue;
use crate::adapter::{Adapter, Encoded};
use crate::error::Result;
use crate::format::Format;
use crate::input::Response;
pub use crate::input::{Body, Numbered};
pub use crate::json::{FieldPath, FieldPaths};
pub use crate::model::scopes::SCOPE_WHITESPACE;
use crate::model::{Decoded, Remedy, TextField, TimeField, Token};
#[doc(inline)]
pub use crate::paths;

/// A format as data: its deviations from [`Dialect::STANDARD`], from which one engine decodes and encodes.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// use anytoken::{Expiry, Response};
/// use anytoken::dialect::{Dialect, TimeRule, paths};
///
/// /// An envelope, camelCase, and a lifetime in milliseconds.
/// static ACME: Dialect = Dialect {
///     id: "acme",
///     vendor: "Acme",
///     at: "data",
///     access_token: paths!["accessToken"],
///     expires: &[TimeRule::milliseconds(paths!["expiresIn"])],
///     ..Dialect::STANDARD
/// };
/// let at = time::UtcDateTime::from_unix_timestamp(1_767_225_600)?;
/// let body = br#"{"data":{"accessToken":"EXAMPLE-ACCESS","expiresIn":60000}}"#;
/// let token = ACME.decode(Response::new(body, at))?.into_token()?;
/// assert_eq!(token.validity().expires, Expiry::At(at + time::Duration::minutes(1)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Dialect {
    /// The permanent id, in kebab-case.
    pub id: &'static str,
    /// The company or project that defines the format.
    pub vendor: &'static str,
    /// A short description of the deviations.
    pub quirks: &'static str,
    /// Top-level member names that no other format has; `a+b` is a pair that no other format has together.
    pub signature: &'static [&'static str],

    /// The path of the object that holds the fields: empty for the top level; a last segment `*` is each element of an
    /// array.
    pub at: &'static str,
    /// The path of a string that contains JSON, into which other paths continue.
    pub folded: &'static str,
    /// Members with a number in their names, each of which is a token.
    pub numbered: Option<Numbered>,
    /// Headers that are decoded as members of the top level, under these names.
    pub headers: &'static [&'static str],
    /// The encoding of the body: JSON, a form, or a text.
    pub wire: Wire,
    /// Further places of a token in the same response. The first place with a token provides the token, all others the
    /// related ones. Only the fields of such an entry are used.
    pub also: &'static [Dialect],
    /// True if this place is used only if no other place has a token.
    pub last_resort: bool,
    /// Members that are always sent, with their JSON; they are encoded unless the token has them.
    pub fixed: &'static [(&'static str, &'static str)],

    /// The access token.
    pub access_token: FieldPaths,
    /// The refresh token.
    pub refresh_token: FieldPaths,
    /// The ID token.
    pub id_token: FieldPaths,
    /// The token type.
    pub token_type: FieldPaths,
    /// The values that are token types, if the member can hold other values; empty for all values.
    pub token_types: &'static [&'static str],
    /// The granted scopes.
    pub scope: FieldPaths,
    /// The resource or audience.
    pub resource: FieldPaths,
    /// The address at which the token is to be used.
    pub api_url: FieldPaths,
    /// The client that the token was issued to.
    pub client_id: FieldPaths,
    /// The subject that the token is about.
    pub subject: FieldPaths,

    /// The instant of issue.
    pub issued: &'static [TimeRule],
    /// The instant from which the token is valid.
    pub not_before: &'static [TimeRule],
    /// The instant from which the server advises a refresh.
    pub refresh: &'static [TimeRule],
    /// The expiry: an absolute expiry takes precedence over a lifetime, and all of them are encoded.
    pub expires: &'static [TimeRule],
    /// The extended expiry, which applies while the issuer is down.
    pub extended_expires: &'static [TimeRule],
    /// The expiry of the refresh token.
    pub refresh_token_expires: &'static [TimeRule],

    /// The ways in which the vendor states that the token never expires.
    pub never: &'static [Never],
    /// The ways in which the vendor states that the refresh token never expires.
    pub refresh_token_never: &'static [Never],
    /// The lifetime in seconds that the vendor documents for a token without a stated expiry.
    pub default_lifetime: Option<u32>,
    /// True if a refresh token with a lifetime of zero has expired, false if its expiry is unknown.
    pub zero_ends_refresh_token: bool,
    /// True if a refresh token alone is a granted credential.
    pub refresh_token_is_grant: bool,
    /// True if different tokens at two paths of one field are an error.
    pub one_of_each: bool,
    /// The separators of scopes; the first is encoded.
    pub scope_separators: &'static [char],
    /// True if an empty scope counts as absent, false if it means that no scope was granted.
    pub empty_scope_says_nothing: bool,
    /// Token types that mean Bearer here.
    pub bearer_words: &'static [&'static str],
    /// The scheme of the `Authorization` header; empty if the token cannot be sent in a header, a space if the token
    /// alone is the header.
    pub scheme: Option<&'static str>,

    /// The member that distinguishes a token from an error response, with the values that mean success, as JSON.
    pub success: Option<(FieldPath, &'static [&'static str])>,
    /// The shape of error responses.
    pub errors: ErrorShape,
}

/// The encoding of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// A JSON object.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// The bare text of the member `#text` if there is no other member, else a JSON object.
    Text,
    /// As [`Text`](Self::Text), but the text is the body itself if it is JSON with all names of the signature: the
    /// whole body is the token.
    Whole,
}

/// A way to state that a token never expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {
    /// The absence of every member that states an expiry.
    Silence,
    /// A lifetime of zero.
    Zero,
    /// A lifetime of −1.
    MinusOne,
    /// A lifetime of `null`.
    Null,
    /// This text in this member, if no expiry is stated.
    Word(FieldPath, &'static str),
}

/// The shape of a vendor's error responses.
#[derive(Clone, Copy, Debug)]
pub struct ErrorShape {
    /// Members that make the response an error response unless they are empty.
    pub signs: FieldPaths,
    /// The machine code.
    pub code: FieldPaths,
    /// The description.
    pub description: FieldPaths,
    /// The URI of a page that explains the error.
    pub uri: FieldPaths,
    /// The text between the code and the description if one member holds both, else empty.
    pub code_end: &'static str,
    /// The wait in seconds.
    pub retry_after: FieldPaths,
    /// The wait in milliseconds.
    pub retry_after_milliseconds: FieldPaths,
    /// Members that ask for a further step of the user: they make an error response whose remedy is to interact.
    pub steps: FieldPaths,
    /// Members that determine the remedy more precisely than the code, and are looked up in `remedies` before it.
    pub detail: FieldPaths,
    /// The remedies of the vendor's own codes.
    pub remedies: &'static [(&'static str, Remedy)],
    /// HTTP statuses below 500 whose remedy is to retry.
    pub retry_statuses: &'static [u16],
}

impl ErrorShape {
    /// RFC 6749 §5.2, with the error as a string or as an object of code and message.
    pub const STANDARD: Self = Self {
        signs: paths!["error"],
        code: paths!["error", "error/code"],
        description: paths!["error_description", "error/message"],
        uri: paths!["error_uri"],
        code_end: "",
        retry_after: paths!["interval"],
        retry_after_milliseconds: paths![],
        steps: paths![],
        detail: paths![],
        remedies: &[],
        retry_statuses: &[],
    };
}

impl Dialect {
    /// RFC 6749 §5.1 and OpenID Connect, which every dialect deviates from.
    pub const STANDARD: Self = Self {
        id: "standard",
        vendor: "IETF",
        quirks: "",
        signature: &[],
        at: "",
        folded: "",
        numbered: None,
        headers: &[],
        wire: Wire::Json,
        also: &[],
        last_resort: false,
        fixed: &[],
        access_token: paths!["access_token"],
        refresh_token: paths!["refresh_token"],
        id_token: paths!["id_token"],
        token_type: paths!["token_type"],
        token_types: &[],
        scope: paths!["scope"],
        resource: paths![],
        api_url: paths![],
        client_id: paths![],
        subject: paths![],
        issued: &[],
        not_before: &[],
        refresh: &[],
        expires: &[TimeRule::seconds(paths!["expires_in"])],
        extended_expires: &[],
        refresh_token_expires: &[],
        never: &[],
        refresh_token_never: &[],
        default_lifetime: None,
        zero_ends_refresh_token: false,
        refresh_token_is_grant: false,
        one_of_each: false,
        scope_separators: SCOPE_WHITESPACE,
        empty_scope_says_nothing: false,
        bearer_words: &[],
        scheme: None,
        success: None,
        errors: ErrorShape::STANDARD,
    };

    /// RFC 6749's error responses without any field, for formats whose members all have names of their own.
    pub const BARE: Self = Self {
        id: "bare",
        access_token: paths![],
        refresh_token: paths![],
        id_token: paths![],
        token_type: paths![],
        scope: paths![],
        expires: &[],
        ..Self::STANDARD
    };

    /// The fallback for responses without a known signature: RFC 6749 with the deviations that tolerant clients accept.
    pub const OAUTH2: Self = Self {
        id: "oauth2",
        vendor: "IETF",
        quirks: "the generic reader: JSON, form or fragment, snake_case or camelCase, lifetimes and absolute ends",
        access_token: paths!["access_token", "accessToken"],
        refresh_token: paths!["refresh_token", "refreshToken"],
        id_token: paths!["id_token", "idToken"],
        token_type: paths!["token_type", "tokenType"],
        api_url: paths!["instance_url", "api_domain"],
        expires: &[
            TimeRule::seconds(paths!["expires_in", "expiresIn"]),
            TimeRule::epoch(paths!["expires_at", "expires_on", "expiresAt", "expiresOn"]).read_only(),
            TimeRule::by_size(paths!["expires"]).read_only(),
        ],
        one_of_each: true,
        errors: ErrorShape {
            signs: paths!["error", "errors", "errcode", "error_code", "oauth_problem"],
            code: paths![
                "error",
                "error/code",
                "error/0/code",
                "error/0",
                "errcode",
                "error_code",
                "errors/0/code",
                "errors/0/errorType",
                "errors/0",
                "oauth_problem",
            ],
            description: paths![
                "error_description",
                "error/message",
                "errmsg",
                "error_message",
                "errors/0/message",
                "message",
                "oauth_problem_advice",
            ],
            ..ErrorShape::STANDARD
        },
        ..Self::STANDARD
    };

    /// Returns the format of the dialect.
    pub fn format(&self) -> Format {
        Format::from_static(self.id)
    }

    /// Splits and decodes a response.
    ///
    /// # Errors
    ///
    /// An [`Error`](crate::Error) if the response is neither a token nor an error response.
    pub fn decode<'a>(&self, response: impl Into<Response<'a>>) -> Result<Decoded> {
        self.decode_body(Body::split(response))
    }

    /// Encodes a token in a format of several dialects, of which `dialect_of` returns the one that decodes a body.
    ///
    /// An adapter that selects a dialect by the body calls this with the dialect of the token.
    ///
    /// # Errors
    ///
    /// As [`Adapter::encode`].
    pub fn encode_among(
        &self,
        token: &Token,
        at: UtcDateTime,
        dialect_of: impl Fn(&mut Body<'_>) -> Result<&'static Self>,
    ) -> Result<Encoded> {
        encode::encode(self, Some(&dialect_of), token, at).map_err(|error| error.with_format(self.format()))
    }

    /// Returns the places of tokens, this dialect itself first.
    fn places(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.also)
    }
}

impl Adapter for Dialect {
    fn id(&self) -> &str {
        self.id
    }

    fn vendor(&self) -> &str {
        self.vendor
    }

    fn quirks(&self) -> &str {
        self.quirks
    }

    fn signature(&self) -> &'static [&'static str] {
        self.signature
    }

    fn claims(&self, name: &str) -> bool {
        self.numbered.is_some_and(|numbered| numbered.number(name).is_some())
            || self.places().any(|place| place.paths().any(|path| place.path(path).next() == Some(name)))
    }

    fn decode_body(&self, mut body: Body<'_>) -> Result<Decoded> {
        self.read_in_place(&mut body)
    }

    fn encode(&self, token: &Token, at: UtcDateTime) -> Result<Encoded> {
        encode::encode(self, None, token, at).map_err(|error| error.with_format(self.format()))
    }
}

/// Generates access to the members of [`Dialect`] by field.
macro_rules! by_field {
    (texts { $($text:ident = $paths:ident,)* } times { $($time:ident = $rules:ident,)* }) => {
        impl Dialect {
            /// Returns the paths of a text; the scheme has none.
            #[inline(always)]
            pub(crate) fn text_paths(&self, field: TextField) -> FieldPaths {
                match field {
                    $(TextField::$text => self.$paths,)*
                    TextField::Scheme => paths![],
                }
            }

            /// Sets the paths of a text other than the scheme.
            fn set_text_paths(&mut self, field: TextField, paths: FieldPaths) {
                match field {
                    $(TextField::$text => self.$paths = paths,)*
                    TextField::Scheme => {}
                }
            }

            /// Returns the rules of a time.
            #[inline(always)]
            pub(crate) fn time_rules(&self, field: TimeField) -> &'static [TimeRule] {
                match field {
                    $(TimeField::$time => self.$rules,)*
                }
            }

            /// Sets the rules of a time.
            fn set_time_rules(&mut self, field: TimeField, rules: &'static [TimeRule]) {
                match field {
                    $(TimeField::$time => self.$rules = rules,)*
                }
            }
        }
    };
}

by_field! {
    texts {
        AccessToken = access_token,
        TokenType = token_type,
        RefreshToken = refresh_token,
        IdToken = id_token,
        Scopes = scope,
        Resource = resource,
        ApiUrl = api_url,
        ClientId = client_id,
        Subject = subject,
    }
    times {
        IssuedAt = issued,
        NotBefore = not_before,
        RefreshAt = refresh,
        Expires = expires,
        ExtendedExpires = extended_expires,
        RefreshTokenExpires = refresh_token_expires,
    }
}

impl Dialect {
    /// Returns the paths of all fields.
    fn paths(&self) -> impl Iterator<Item = FieldPath> {
        let texts = TextField::ALL.into_iter().flat_map(|field| self.text_paths(field));
        let rules = TimeField::ALL.iter().flat_map(|field| self.time_rules(*field));
        texts.chain(rules.flat_map(TimeRule::paths)).copied()
    }

    /// Returns the names on a path from the top.
    fn path(&self, path: FieldPath) -> impl Iterator<Item = &'static str> + Clone {
        let at = if path.is_from_top() { "" } else { self.at };
        at.split('/').chain(path.as_str().split('/')).filter(|name| !name.is_empty())
    }
}
