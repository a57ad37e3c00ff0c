//! What no slot was read from.

use std::borrow::Cow;

use serde::de::Deserialize;

use crate::secret::{same, shown_name};
use crate::tree::Node;
use crate::wiped::Wiped;
use crate::{Error, ErrorKind, Result, json};

/// The members of a response that no slot was read from, in their order, exactly as they were sent.
///
/// They are secrets as much as the tokens are, so `Debug` shows their names only, and of those none that may be a secret
/// itself.
///
/// ```
/// # use anytoken_core::{Adapter, Dialect, Received};
/// # let at = time::UtcDateTime::UNIX_EPOCH;
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","tenant":"example","n":12345678901234567890}"#;
/// let token = Dialect::OAUTH2.decode(Received::new(body, at))?.into_token()?;
/// assert_eq!(token.extras().get("tenant").unwrap().read::<String>()?, "example");
/// assert_eq!(token.extras().get("n").unwrap().as_json(), "12345678901234567890");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Extras<'a> {
    buffer: &'a Wiped,
    /// The extras, and what was read beside them.
    nodes: &'a [Node],
}

/// The value of an extra, as raw JSON. It is a secret.
///
/// Two values are equal where their JSON is, but for the white space between its parts; they are compared in constant
/// time.
#[derive(Clone, Copy)]
pub struct Extra<'a>(&'a str);

impl<'a> Extras<'a> {
    pub(crate) fn new(buffer: &'a Wiped, nodes: &'a [Node]) -> Self {
        Self { buffer, nodes }
    }

    /// The first extra of a name.
    pub fn get(self, name: &str) -> Option<Extra<'a>> {
        self.get_all(name).next()
    }

    /// All extras of a name, for a server may repeat one.
    pub fn get_all(self, name: &str) -> impl Iterator<Item = Extra<'a>> {
        self.iter().filter(move |(key, _)| *key == name).map(|(_, extra)| extra)
    }

    /// Names and values, in the order of the response.
    pub fn iter(self) -> impl Iterator<Item = (&'a str, Extra<'a>)> + Clone {
        let Self { buffer, nodes } = self;
        let extras = nodes.iter().filter(|node| node.is_extra());
        extras.map(move |node| (buffer.at(node.member.name), Extra(buffer.at(node.member.value))))
    }

    /// Names as they may be shown, and values; a name that is known may be shown in any case.
    #[doc(hidden)]
    pub fn shown(self, is_known: impl Fn(&str) -> bool) -> impl Iterator<Item = (Cow<'a, str>, Extra<'a>)> {
        let named = (1_usize..).zip(self.iter());
        named.map(move |(place, (name, extra))| (shown_name(name, place, &is_known), extra))
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.iter().count()
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.iter().next().is_none()
    }
}

impl<'a> Extra<'a> {
    /// The raw JSON, numbers to the last digit. It is a secret.
    pub fn as_json(self) -> &'a str {
        self.0
    }

    /// The raw JSON without the white space between its parts.
    pub(crate) fn compact(self) -> Wiped {
        let mut compact = Wiped::with_capacity(self.0.len());
        json::compact(self.0, &mut |piece| compact.put(piece));
        compact
    }

    /// The value as a `T`.
    ///
    /// Where it is none, serde's error may quote it. Nobody gets to see that error, but nobody wipes its memory either.
    ///
    /// # Errors
    ///
    /// `Invalid`, when the value is no `T`; the error does not hold the value.
    pub fn read<T: Deserialize<'a>>(self) -> Result<T> {
        serde_json::from_str(self.0).map_err(|_| Error::new(ErrorKind::Invalid))
    }
}

impl PartialEq for Extra<'_> {
    fn eq(&self, other: &Self) -> bool {
        same(self.0, other.0) || same(self.compact().expose(), other.compact().expose())
    }
}

impl Eq for Extra<'_> {}

impl std::fmt::Debug for Extras<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.shown(|_| false)).finish()
    }
}

impl std::fmt::Debug for Extra<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}
