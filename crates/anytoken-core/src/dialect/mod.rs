//! A format as data: how it departs from RFC 6749, for reading and writing alike.

mod end;
mod found;
mod left;
mod out;
mod read;
mod refuse;
mod scope;
mod time;
mod value;
mod write;

use ::time::UtcDateTime;

pub use self::time::Time;
pub(crate) use self::time::Told;
use crate::{
    Adapter, Body, Decoded, Encoded, Format, Path, Paths, Received, Remedy, Result, Token, paths, scopes,
};

/// A format that is only data: its departures from [`Dialect::STANDARD`], read and written by one engine.
///
/// ```
/// use anytoken_core::{Dialect, Expiry, Received, Time, paths};
///
/// /// An envelope, camelCase, and a lifetime in milliseconds.
/// static ACME: Dialect = Dialect {
///     id: "acme",
///     vendor: "Acme",
///     at: "data",
///     access_token: paths!["accessToken"],
///     expires: &[Time::milliseconds(paths!["expiresIn"])],
///     ..Dialect::STANDARD
/// };
/// let at = time::UtcDateTime::from_unix_timestamp(1_767_225_600)?;
/// let body = br#"{"data":{"accessToken":"EXAMPLE-ACCESS","expiresIn":60000}}"#;
/// let token = ACME.decode(Received::new(body, at))?.into_token()?;
/// assert_eq!(token.lifetime().expires, Expiry::At(at + time::Duration::minutes(1)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Dialect {
    /// The permanent id, in kebab-case.
    pub id: &'static str,
    /// The company or project whose format it is.
    pub vendor: &'static str,
    /// The departures in a few words, for people.
    pub quirks: &'static str,
    /// Member names of the top level that no other format has; `a+b` where no other one has both.
    pub marks: &'static [&'static str],

    /// The object that holds the slots: empty for the top level; `*` stands for each element of an array.
    pub at: &'static str,
    /// A string that holds JSON, in which the paths go on.
    pub folded: &'static str,
    /// Members with a number in their names, each of which is a token.
    pub numbered: Option<Numbered>,
    /// Headers that are read as members of the top level, under these names.
    pub headers: &'static [&'static str],
    /// What is written: JSON, a form, or a text.
    pub wire: Wire,
    /// Further places of the same response where a token may stand: the first place that gives one gives the token,
    /// the others give the related ones. Only the slots of such an entry count.
    pub also: &'static [Dialect],
    /// Whether such a place counts only where no other one gives a token.
    pub last_resort: bool,
    /// Members that are always sent, each with its JSON, written where the token does not have them.
    pub fixed: &'static [(&'static str, &'static str)],

    /// The access token.
    pub access_token: Paths,
    /// The refresh token.
    pub refresh_token: Paths,
    /// The ID token.
    pub id_token: Paths,
    /// How the access token is used.
    pub token_type: Paths,
    /// The words that are a type there, where others may stand beside them; all are where there are none.
    pub token_types: &'static [&'static str],
    /// What was granted.
    pub scope: Paths,
    /// What the token is for.
    pub resource: Paths,
    /// The client it was issued to.
    pub client_id: Paths,
    /// Whom it is about.
    pub subject: Paths,

    /// When it was issued.
    pub issued: &'static [Time],
    /// When it begins.
    pub not_before: &'static [Time],
    /// When the server advises to fetch another.
    pub refresh: &'static [Time],
    /// When it ends: an absolute end beats a lifetime, and all of them are written.
    pub expires: &'static [Time],
    /// When it ends while the issuer is down.
    pub extended_expires: &'static [Time],
    /// When the refresh token ends.
    pub refresh_token_expires: &'static [Time],

    /// What the vendor documents as "does not expire".
    pub never: &'static [Never],
    /// The same of the refresh token.
    pub refresh_token_never: &'static [Never],
    /// The lifetime in seconds that the vendor documents for a token of which no end is stated.
    pub default_lifetime: Option<u32>,
    /// Whether a refresh token with a lifetime of zero is dead, and not without a stated end.
    pub zero_ends_refresh_token: bool,
    /// Whether a refresh token alone is what was granted.
    pub grants_refresh_token: bool,
    /// Whether different tokens at two paths of one slot are ambiguous.
    pub one_of_each: bool,
    /// What stands between scopes; the first is written.
    pub scope_separators: &'static [char],
    /// Whether an empty scope says that the scopes are elsewhere, and not that none was granted.
    pub empty_scope_says_nothing: bool,
    /// Token types that mean Bearer here.
    pub bearer_words: &'static [&'static str],
    /// The scheme of the `Authorization` header; an empty one when the token makes no header, a blank when the token alone
    /// is the header.
    pub scheme: Option<&'static str>,

    /// The flag that tells a token from a refusal, with the values that mean success, as JSON.
    pub success: Option<(Path, &'static [&'static str])>,
    /// How the server says no.
    pub refusal: Refusals,
}

/// Members whose names end with a number, such as `access_token_123`: they are read as the elements of an array, the
/// smallest number first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// What stands before the number.
    pub before: &'static str,
    /// The array that they are read as.
    pub list: &'static str,
    /// The member of an element that has the number.
    pub number: &'static str,
    /// The member of an element that has the text.
    pub value: &'static str,
}

/// What a dialect writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// A JSON object.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// The text of the member `#text` alone where nothing else is said, else a JSON object.
    Text,
    /// The same, and JSON that has all marks of the format is itself that text: the body is the token.
    Whole,
}

/// How a vendor says that a token does not expire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {
    /// No member speaks of an end.
    Silence,
    /// A lifetime of zero.
    Zero,
    /// A lifetime of −1.
    MinusOne,
    /// A lifetime of `null`.
    Null,
    /// This text in this member, where no end is stated.
    Word(Path, &'static str),
}

/// How a vendor says no.
#[derive(Clone, Copy, Debug)]
pub struct Refusals {
    /// Members that, when they are not empty, make the response a refusal.
    pub signs: Paths,
    /// The machine code.
    pub code: Paths,
    /// The text for people.
    pub description: Paths,
    /// Where the code is explained.
    pub uri: Paths,
    /// What ends a code within its text, the rest of which is the description; empty where nothing does.
    pub code_end: &'static str,
    /// Seconds to wait.
    pub retry_after: Paths,
    /// Milliseconds to wait.
    pub retry_after_milliseconds: Paths,
    /// Members that ask for another step: a sign as well, and what to do about it is to interact.
    pub steps: Paths,
    /// Members that tell more than the code what to do; they are looked up in `remedies` before it.
    pub detail: Paths,
    /// What to do about the vendor's own codes.
    pub remedies: &'static [(&'static str, Remedy)],
    /// Statuses below 500 after which to ask again.
    pub retry_statuses: &'static [u16],
}

impl Refusals {
    /// RFC 6749 §5.2, with the error as a word or as an object of code and message.
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
    /// RFC 6749 §5.1 and OpenID Connect: what every entry states its departure from.
    pub const STANDARD: Self = Self {
        id: "standard",
        vendor: "IETF",
        quirks: "",
        marks: &[],
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
        client_id: paths![],
        subject: paths![],
        issued: &[],
        not_before: &[],
        refresh: &[],
        expires: &[Time::seconds(paths!["expires_in"])],
        extended_expires: &[],
        refresh_token_expires: &[],
        never: &[],
        refresh_token_never: &[],
        default_lifetime: None,
        zero_ends_refresh_token: false,
        grants_refresh_token: false,
        one_of_each: false,
        scope_separators: scopes::BLANKS,
        empty_scope_says_nothing: false,
        bearer_words: &[],
        scheme: None,
        success: None,
        refusal: Refusals::STANDARD,
    };

    /// RFC 6749's refusals, and no slot at all: for formats whose members have names of their own.
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

    /// The generic reader, for every response that no format's mark is in: RFC 6749 with what tolerant clients accept.
    pub const OAUTH2: Self = Self {
        id: "oauth2",
        vendor: "IETF",
        quirks: "the generic reader: JSON, form or fragment, snake_case or camelCase, lifetimes and absolute ends",
        access_token: paths!["access_token", "accessToken"],
        refresh_token: paths!["refresh_token", "refreshToken"],
        id_token: paths!["id_token", "idToken"],
        token_type: paths!["token_type", "tokenType"],
        expires: &[
            Time::seconds(paths!["expires_in", "expiresIn"]),
            Time::epoch(paths!["expires_at", "expires_on", "expiresAt", "expiresOn"]).read_only(),
            Time::by_size(paths!["expires"]).read_only(),
        ],
        one_of_each: true,
        refusal: Refusals {
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
            ..Refusals::STANDARD
        },
        ..Self::STANDARD
    };

    /// The format that its tokens have.
    pub fn format(&self) -> Format {
        Format::known(self.id)
    }

    /// Splits and reads a response.
    ///
    /// # Errors
    ///
    /// An [`Error`](crate::Error), when the response is not understood.
    pub fn decode<'a>(&self, received: impl Into<Received<'a>>) -> Result<Decoded> {
        self.read(Body::split(received))
    }

    /// Writes a token for a trial, which looks for itself at how it is read.
    pub(crate) fn write_for_trial(&self, token: &Token, at: UtcDateTime) -> Result<Encoded> {
        write::write_unasked(self, token, at, true)
    }

    /// The places where a token may stand, this entry's own first.
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

    fn marks(&self) -> &'static [&'static str] {
        self.marks
    }

    fn claims(&self, name: &str) -> bool {
        self.numbered.is_some_and(|numbered| numbered.number(name).is_some())
            || self.places().any(|place| place.paths().any(|path| place.path(path).next() == Some(name)))
    }

    fn read(&self, mut body: Body<'_>) -> Result<Decoded> {
        self.read_in_place(&mut body)
    }

    fn write(&self, token: &Token, at: UtcDateTime) -> Result<Encoded> {
        write::write(self, token, at).map_err(|error| error.with_format(self.format()))
    }
}

impl Dialect {
    /// All paths that slots and times are read from.
    fn paths(&self) -> impl Iterator<Item = Path> {
        let texts = [
            self.access_token,
            self.refresh_token,
            self.id_token,
            self.token_type,
            self.scope,
            self.resource,
            self.client_id,
            self.subject,
        ];
        let times = [
            self.issued,
            self.not_before,
            self.refresh,
            self.expires,
            self.extended_expires,
            self.refresh_token_expires,
        ];
        let of_times = times.into_iter().flatten().flat_map(|time| time.paths());
        texts.into_iter().flatten().chain(of_times).copied()
    }

    /// The names on the way to a slot from the top, the first element standing for each.
    fn path(&self, path: Path) -> impl Iterator<Item = &'static str> + Clone {
        let at = if path.is_from_top() { "" } else { self.at };
        at.split('/').chain(path.as_str().split('/')).filter(|name| !name.is_empty())
    }
}
