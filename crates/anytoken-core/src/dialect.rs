//! Dialects: formats as data, decoded and encoded by one engine. For authors of adapters.
//!
//! A [`Dialect`] is a constant: its paths ([`FieldPaths`], made by [`paths!`]), its times ([`TimeRule`]) and the shape of
//! its error responses ([`ErrorShape`]). One that is described in JSON is read by [`Dialect::from_json`]. A format that
//! is more than data implements [`Adapter`] over a [`Body`].

mod assumed;
mod builder;
mod decode;
mod describe;
mod document;
mod encode;
mod error;
mod error_members;
mod expiry;
mod field_set;
mod names;
mod parse;
mod reason_phrase;
mod remedies;
mod shared_error;
mod time_rule;
mod value;

use ::time::UtcDateTime;

pub use self::describe::InvalidDialect;
pub(crate) use self::names::is_access_token_name;
pub use self::time_rule::{Special, TimeRule};
pub(crate) use self::value::can_be_token;
use crate::adapter::{Adapter, Encoded, Entry};
use crate::error::Result;
use crate::format::Format;
use crate::input::Response;
pub use crate::input::{Body, BodyMember, Part};
use crate::json::NameSet;
pub use crate::json::{FieldPath, FieldPaths};
pub use crate::model::Evidence;
pub use crate::model::scopes::SCOPE_WHITESPACE;
use crate::model::{Decoded, Remedy, TextField, TimeField, Token, TokenTypeKind};
#[doc(inline)]
pub use crate::paths;

/// A format as data: its deviations from RFC 6749, from which one engine decodes and encodes.
///
/// It is built in a `static` or a `const`, one quirk a line. [`oauth2`](Self::oauth2), [`bare`](Self::bare) and
/// [`like`](Self::like) begin it.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// use anytoken::dialect::{Dialect, Evidence, TimeRule, paths};
/// use anytoken::{Expiry, Response};
///
/// static ACME: Dialect = Dialect::oauth2("acme", "Acme", Evidence::Documented)
///     .with_quirks("an envelope; camelCase; a lifetime in milliseconds")
///     .envelope("data")
///     .access_token(paths!["accessToken"])
///     .expires_at(&[TimeRule::milliseconds(paths!["expiresIn"])]);
///
/// let at = time::UtcDateTime::from_unix_timestamp(1_767_225_600)?;
/// let body = br#"{"data":{"accessToken":"EXAMPLE-ACCESS","expiresIn":60000}}"#;
/// let token = ACME.decode(Response::new(body, at))?.into_token()?;
/// assert_eq!(token.validity().expires, Expiry::At(at + time::Duration::minutes(1)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Dialect {
    /// The permanent id, in kebab-case.
    id: &'static str,
    /// The company or project that defines the format.
    vendor: &'static str,
    /// A short description of the deviations.
    quirks: &'static str,
    /// Top-level member names that no other format has; `a+b` is a pair that no other format has together.
    signature: &'static [&'static str],
    /// How well the format is known.
    evidence: Evidence,
    /// Further ids of the format.
    aliases: &'static [&'static str],

    /// The path of the object that holds the fields: empty for the top level; a last segment `*` is each element of an
    /// array.
    envelope: &'static str,
    /// The path of a string that contains JSON, into which other paths continue.
    json_string: &'static str,
    /// Headers that are decoded as members of the top level, under these names.
    headers: &'static [&'static str],
    /// The encoding of the body: JSON, a form, or a text.
    wire: Wire,
    /// Further places of a token in the same response. The first place with a token provides the token, all others the
    /// related ones. Only the fields of such an entry are used.
    related: &'static [Place],
    /// True if this place is used only if no other place has a token.
    last_resort: bool,
    /// Members that are always sent, with their JSON; they are encoded unless the token has them.
    constant_members: &'static [(&'static str, &'static str)],

    /// The access token.
    access_token: FieldPaths,
    /// The refresh token.
    refresh_token: FieldPaths,
    /// The ID token.
    id_token: FieldPaths,
    /// The token type.
    token_type: FieldPaths,
    /// The words of the vendor for token types, compared without case.
    token_type_aliases: &'static [(&'static str, TokenTypeKind)],
    /// True if every other word is no type.
    ignore_other_token_types: bool,
    /// The granted scopes.
    scopes: FieldPaths,
    /// The resource or audience.
    resource: FieldPaths,
    /// The address at which the token is to be used.
    api_url: FieldPaths,
    /// The client that the token was issued to.
    client_id: FieldPaths,
    /// The subject that the token is about.
    subject: FieldPaths,

    /// The instant of issue.
    issued_at: &'static [TimeRule],
    /// The instant from which the token is valid.
    not_before: &'static [TimeRule],
    /// The instant from which the server advises a refresh.
    refresh_at: &'static [TimeRule],
    /// The expiry: an absolute expiry takes precedence over a lifetime, of several of a kind the earliest is used, and all
    /// of them are encoded.
    expires_at: &'static [TimeRule],
    /// The extended expiry, which applies while the issuer is down.
    extended_expires_at: &'static [TimeRule],
    /// The expiry of the refresh token.
    refresh_token_expires_at: &'static [TimeRule],

    /// True if a refresh token alone is a granted credential.
    refresh_token_is_grant: bool,
    /// True for the generic reading: it compares names without case, `_` and `-`, and assumes a token.
    is_generic: bool,
    /// True if different tokens at two paths of one field are an error.
    reject_conflicting_tokens: bool,
    /// The separators of scopes; the first is encoded.
    scopes_separated_by: &'static [char],
    /// True if an empty scope counts as absent, false if it means that no scope was granted.
    empty_scope_is_absent: bool,
    /// How the token goes into an `Authorization` header.
    authorization: Authorization,

    /// The member that distinguishes a token from an error response, with the values that mean success, as JSON.
    ok_when: Option<(FieldPath, &'static [&'static str])>,
    /// The shape of error responses.
    errors: &'static ErrorShape,
    /// Rewrites a body before it is decoded.
    before_decode: Option<fn(&mut Body<'_>) -> Result<()>>,
    /// Changes what is encoded.
    after_encode: Option<fn(&mut Encoded)>,
}

// Each entry holds one for itself and one for each place: what few entries need is a hook or a list.
const _: () = assert!(size_of::<Dialect>() <= 600);

/// A further place of a token in a response: its object, the paths in it, and what they mean.
#[derive(Clone, Copy, Debug)]
pub struct Place(Dialect);

/// How a token goes into an `Authorization` header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Authorization {
    /// By its token type: `Bearer`, or `DPoP`.
    ByType,
    /// After this scheme.
    Scheme(&'static str),
    /// Alone, without a scheme.
    Bare,
    /// Not at all.
    None,
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
}

/// The shape of a vendor's error responses.
///
/// Its members come before those that all formats share: the members of RFC 6749, and those in which gateways and
/// frameworks describe an error. A shape states only what differs from them.
#[derive(Clone, Copy, Debug)]
pub struct ErrorShape {
    /// Members of all formats that make an error response even beside a token.
    shared_signs: FieldPaths,
    /// Members that make the response an error response unless they are empty.
    error_when: FieldPaths,
    /// Members that ask for a further step of the user: they make an error response whose remedy is to interact.
    challenge_when: FieldPaths,
    /// The machine code.
    code: FieldPaths,
    /// Members that determine the remedy more precisely than the code, and are looked up in `remedies` before it.
    subcode: FieldPaths,
    /// The description.
    description: FieldPaths,
    /// The URI of a page that explains the error.
    uri: FieldPaths,
    /// The wait in seconds.
    retry_after: FieldPaths,
    /// The text after the namespace of a code; empty if codes have none.
    code_begins_after: &'static str,
    /// The text between the code and the description if one member holds both, else empty.
    code_ends_at: &'static str,
    /// The remedies of the vendor's own codes.
    remedies: &'static [(&'static str, Remedy)],
    /// HTTP statuses whose remedy is to retry, with any code.
    retry_statuses: &'static [u16],
}

impl ErrorShape {
    /// RFC 6749 §5.2: an error response by its status, or by `error`, `errors` or `oauth_problem`.
    pub const RFC6749: Self = Self { shared_signs: shared_error::SIGNS, ..Self::NONE };

    /// A shape without members that make an error response beside a token.
    pub const NONE: Self = Self {
        shared_signs: paths![],
        error_when: paths![],
        challenge_when: paths![],
        code: paths![],
        subcode: paths![],
        description: paths![],
        uri: paths![],
        retry_after: paths![],
        code_begins_after: "",
        code_ends_at: "",
        remedies: &[],
        retry_statuses: &[],
    };

    /// Returns the set of the first names of all members that make an error response.
    fn indicators(&self) -> NameSet {
        self.shared_signs.names() | self.error_when.names() | self.challenge_when.names()
    }
}

impl Dialect {
    /// RFC 6749 §5.1 and OpenID Connect: a base for constants that several formats share.
    pub const RFC6749: Self = Self {
        id: "standard",
        vendor: "IETF",
        quirks: "",
        signature: &[],
        evidence: Evidence::Recorded,
        aliases: &[],
        envelope: "",
        json_string: "",
        headers: &[],
        wire: Wire::Json,
        related: &[],
        last_resort: false,
        constant_members: &[],
        access_token: paths!["access_token"],
        refresh_token: paths!["refresh_token"],
        id_token: paths!["id_token"],
        token_type: paths!["token_type"],
        token_type_aliases: &[],
        ignore_other_token_types: false,
        scopes: paths!["scope"],
        resource: paths![],
        api_url: paths![],
        client_id: paths![],
        subject: paths![],
        issued_at: &[],
        not_before: &[],
        refresh_at: &[],
        expires_at: &[TimeRule::seconds(paths!["expires_in"])],
        extended_expires_at: &[],
        refresh_token_expires_at: &[
            TimeRule::seconds(paths!["refresh_token_expires_in"]),
            TimeRule::seconds(paths!["refresh_expires_in"]).read_only(),
        ],
        refresh_token_is_grant: false,
        is_generic: false,
        reject_conflicting_tokens: false,
        scopes_separated_by: SCOPE_WHITESPACE,
        empty_scope_is_absent: false,
        authorization: Authorization::ByType,
        ok_when: None,
        errors: &ErrorShape::RFC6749,
        before_decode: None,
        after_encode: None,
    };

    /// RFC 6749's error responses without any field: a base for constants that several formats share.
    pub const BARE: Self = Self {
        id: "bare",
        access_token: paths![],
        refresh_token: paths![],
        id_token: paths![],
        scopes: paths![],
        expires_at: &[],
        refresh_token_expires_at: &[],
        ..Self::RFC6749
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
        scopes: paths!["scope", "scopes"],
        api_url: paths!["instance_url", "api_domain"],
        // Other spellings and names are found without a rule.
        expires_at: &[
            TimeRule::seconds(paths!["expires_in"]).within_ten_years(),
            TimeRule::epoch(paths!["expires_at"]).read_only(),
        ],
        refresh_token_expires_at: &[
            TimeRule::seconds(paths!["refresh_token_expires_in"]).guessed().within_ten_years(),
            TimeRule::seconds(paths!["refresh_expires_in"]).guessed().within_ten_years().read_only(),
        ],
        is_generic: true,
        reject_conflicting_tokens: true,
        ..Self::RFC6749
    };

    /// Returns the dialect as an entry of a family.
    pub const fn entry(&'static self) -> Entry {
        self.entry_of(self)
    }

    /// Returns an adapter that has the names of this dialect as an entry of a family.
    ///
    /// A type that implements [`Adapter`] has a function `entry` that calls it, as each format of a family has one.
    pub const fn entry_of(&self, adapter: &'static dyn Adapter) -> Entry {
        Entry { adapter, id: self.id, aliases: self.aliases, signature: self.signature }
    }

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

    /// Returns a path that has a dot and no slash, which was probably meant to separate names.
    #[doc(hidden)]
    pub fn dotted_path(&self) -> Option<&'static str> {
        let paths = self.places().flat_map(|place| place.paths()).map(FieldPath::as_str);
        paths.chain([self.envelope]).find(|path| path.contains('.') && !path.contains('/'))
    }

    /// Returns the places of tokens, this dialect itself first.
    fn places(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.related.iter().map(|place| &place.0))
    }
}

impl Adapter for Dialect {
    fn id(&self) -> &str {
        self.id
    }

    fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }

    fn vendor(&self) -> &str {
        self.vendor
    }

    fn quirks(&self) -> &str {
        self.quirks
    }

    fn evidence(&self) -> Evidence {
        self.evidence
    }

    fn signature(&self) -> &'static [&'static str] {
        self.signature
    }

    fn claims(&self, name: &str) -> bool {
        // Fast path: it is nearly always asked for the access token.
        if self.envelope.is_empty() && self.access_token.iter().any(|path| path.as_str() == name) {
            return true;
        }
        self.places().any(|place| {
            let envelope = place.envelope.split('/').next().unwrap_or_default();
            place.paths().any(|path| {
                let is_outer = envelope.is_empty() || path.is_from_top();
                if is_outer { path.first_name() == name.as_bytes() } else { envelope == name }
            })
        })
    }

    fn decode_body(&self, mut body: Body<'_>) -> Result<Decoded> {
        self.read_in_place(&mut body)
    }

    fn encode(&self, token: &Token, at: UtcDateTime) -> Result<Encoded> {
        encode::encode(self, None, token, at).map_err(|error| error.with_format(self.format()))
    }
}

impl Dialect {
    /// Returns true if the top level has an access token or an ID token.
    pub(crate) fn has_token_at_top(&self, body: &mut Body<'_>) -> bool {
        let mut paths = self.access_token.list().iter().chain(self.id_token);
        paths.any(|path| match body.find(None, path) {
            Ok(found) => {
                let member = found.and_then(|id| body.tree.node(id)).map(|node| node.member);
                member.is_some_and(|member| can_be_token(body.text.as_str(), member))
            }
            // It occurs twice.
            Err(_) => true,
        })
    }

    /// Returns the paths of a text; the scheme has none.
    #[inline(always)]
    fn text_paths(&self, field: TextField) -> FieldPaths {
        match field {
            TextField::AccessToken => self.access_token,
            TextField::TokenType => self.token_type,
            TextField::RefreshToken => self.refresh_token,
            TextField::IdToken => self.id_token,
            TextField::Scopes => self.scopes,
            TextField::Resource => self.resource,
            TextField::ApiUrl => self.api_url,
            TextField::ClientId => self.client_id,
            TextField::Subject => self.subject,
            TextField::Scheme => paths![],
        }
    }

    /// Returns the rules of a time.
    #[inline(always)]
    fn time_rules(&self, field: TimeField) -> &'static [TimeRule] {
        match field {
            TimeField::IssuedAt => self.issued_at,
            TimeField::NotBefore => self.not_before,
            TimeField::RefreshAt => self.refresh_at,
            TimeField::Expires => self.expires_at,
            TimeField::ExtendedExpires => self.extended_expires_at,
            TimeField::RefreshTokenExpires => self.refresh_token_expires_at,
        }
    }

    /// Returns the paths of all fields.
    fn paths(&self) -> impl Iterator<Item = FieldPath> {
        let texts = TextField::ALL.into_iter().flat_map(|field| self.text_paths(field));
        let rules = TimeField::ALL.iter().flat_map(|field| self.time_rules(*field));
        texts.chain(rules.flat_map(TimeRule::paths)).copied()
    }

    /// Returns the names on a path from the top.
    fn path(&self, path: FieldPath) -> Names {
        Names { rest: if path.is_from_top() { "" } else { self.envelope }, then: path.as_str() }
    }
}

/// The names on two paths, the second within the first; an empty path has none.
#[derive(Clone)]
struct Names {
    rest: &'static str,
    then: &'static str,
}

impl Names {
    fn new(path: &'static str) -> Self {
        Self { rest: path, then: "" }
    }
}

impl Iterator for Names {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        if self.rest.is_empty() {
            (self.rest, self.then) = (self.then, "");
        }
        let end = self.rest.bytes().position(|byte| byte == b'/').unwrap_or(self.rest.len());
        let (name, tail) = self.rest.split_at_checked(end).filter(|(name, _)| !name.is_empty())?;
        self.rest = tail.get(1..).unwrap_or("");
        Some(name)
    }
}
