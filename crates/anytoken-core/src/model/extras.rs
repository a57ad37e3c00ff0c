//! Extras: the members without a field.

use serde::de::Deserialize;
use std::any::type_name;
use std::borrow::Cow;
use std::slice;

use crate::error::{Detail, Error, ErrorKind, JsonKind, Result};
use crate::json;
use crate::secret::{MASK, SecretBuf, may_be_secret, same, shown_name};
use crate::span::Span;

/// The members of a response without a field, in order, exactly as they were sent.
///
/// Their values are treated as secrets: `Debug` shows only their names, and masks a name that may be a secret.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// # use anytoken::{Adapter, Response};
/// # use anytoken::dialect::Dialect;
/// # let at = time::UtcDateTime::UNIX_EPOCH;
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","tenant":"example","n":12345678901234567890}"#;
/// let token = Dialect::OAUTH2.decode(Response::new(body, at))?.into_token()?;
/// assert_eq!(token.extras().get("tenant").unwrap().expose::<String>()?, "example");
/// assert_eq!(token.extras().get("n").unwrap().expose_json(), "12345678901234567890");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Extras<'a> {
    buffer: &'a SecretBuf,
    spans: &'a [ExtraSpans],
}

/// The spans of the extras in a buffer: only several need an allocation.
#[derive(Clone, Default, PartialEq)]
pub(crate) enum ExtraIndex {
    #[default]
    None,
    One(ExtraSpans),
    Several(Box<[ExtraSpans]>),
}

impl ExtraIndex {
    /// Gathers the spans of all extras, in a list of its final size.
    pub(crate) fn of(mut extras: impl Iterator<Item = ExtraSpans>, count: usize) -> Self {
        if count <= 1 {
            return extras.next().map_or(Self::None, Self::One);
        }
        let mut spans = Vec::with_capacity(count);
        spans.extend(extras);
        Self::Several(spans.into_boxed_slice())
    }

    pub(crate) fn spans(&self) -> &[ExtraSpans] {
        match self {
            Self::None => &[],
            Self::One(spans) => slice::from_ref(spans),
            Self::Several(spans) => spans,
        }
    }
}

/// The spans of an extra in a buffer.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct ExtraSpans {
    /// Its name as text.
    pub(crate) name: Span,
    /// Its value as raw JSON.
    pub(crate) value: Span,
}

/// The value of an extra, as raw JSON. It is a secret.
///
/// Two values are equal if their JSON is, apart from whitespace between tokens. They are compared in constant time.
#[derive(Clone, Copy)]
pub struct Extra<'a> {
    name: &'a str,
    json: &'a str,
}

impl<'a> Extras<'a> {
    pub(crate) fn new(buffer: &'a SecretBuf, spans: &'a [ExtraSpans]) -> Self {
        Self { buffer, spans }
    }

    /// Returns the first extra of a name.
    pub fn get(self, name: &str) -> Option<Extra<'a>> {
        self.get_all(name).next()
    }

    /// Returns all extras of a name, since a server may repeat one.
    pub fn get_all(self, name: &str) -> impl Iterator<Item = Extra<'a>> {
        // The lengths first: to slice two texts of each extra costs more than to find none.
        let has_name =
            move |extra: &&ExtraSpans| extra.name.len() == name.len() && self.buffer.at(extra.name) == name;
        self.spans.iter().filter(has_name).map(move |spans| Extra::of(self.buffer, spans))
    }

    /// Returns names and values, in the order of the response.
    pub fn iter(self) -> ExtrasIter<'a> {
        ExtrasIter { buffer: self.buffer, spans: self.spans.iter() }
    }

    /// Returns names that are safe to show, and values; a name that `is_known` is never masked.
    #[doc(hidden)]
    pub fn shown(self, is_known: impl Fn(&str) -> bool) -> impl Iterator<Item = (Cow<'a, str>, Extra<'a>)> {
        let named = (1_usize..).zip(self.iter());
        named.map(move |(position, (name, extra))| (shown_name(name, position, &is_known), extra))
    }

    /// Returns the number of extras.
    pub fn len(self) -> usize {
        self.spans.len()
    }

    /// Returns true if there are no extras.
    pub fn is_empty(self) -> bool {
        self.spans.is_empty()
    }
}

/// An iterator over names and values of [`Extras`].
#[derive(Clone)]
pub struct ExtrasIter<'a> {
    buffer: &'a SecretBuf,
    spans: slice::Iter<'a, ExtraSpans>,
}

impl<'a> Iterator for ExtrasIter<'a> {
    type Item = (&'a str, Extra<'a>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let extra = Extra::of(self.buffer, self.spans.next()?);
        Some((extra.name, extra))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.spans.size_hint()
    }
}

impl<'a> IntoIterator for Extras<'a> {
    type Item = (&'a str, Extra<'a>);
    type IntoIter = ExtrasIter<'a>;

    fn into_iter(self) -> ExtrasIter<'a> {
        self.iter()
    }
}

impl<'a> Extra<'a> {
    #[inline]
    fn of(buffer: &'a SecretBuf, spans: &ExtraSpans) -> Self {
        Self { name: buffer.at(spans.name), json: buffer.at(spans.value) }
    }

    /// Returns the raw JSON, with numbers to the last digit. It is a secret.
    pub fn expose_json(self) -> &'a str {
        self.json
    }

    /// Returns the raw JSON without whitespace between tokens.
    pub(crate) fn compact(self) -> SecretBuf {
        let mut compact = SecretBuf::with_capacity(self.json.len());
        json::compact(self.json, &mut |piece| compact.put(piece));
        compact
    }

    /// Deserializes the value into a `T`.
    ///
    /// If that fails, serde's error may quote the value. The error is dropped, but its memory is not wiped.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::dialect::Dialect;
    /// use anytoken::{Adapter, Response};
    ///
    /// # let at = time::UtcDateTime::UNIX_EPOCH;
    /// let body = br#"{"access_token":"EXAMPLE-ACCESS","account":"EXAMPLE"}"#;
    /// let token = Dialect::OAUTH2.decode(Response::new(body, at))?.into_token()?;
    /// let account = token.extras().get("account").unwrap();
    /// assert_eq!(account.expose::<String>()?, "EXAMPLE");
    /// assert_eq!(
    ///     account.expose::<u32>().unwrap_err().to_string(),
    ///     "invalid value: account (found a string): expected u32"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `Invalid` if the value is not a `T`. The error names the extra, unless its name may be a secret, and does not
    /// contain the value.
    pub fn expose<T: Deserialize<'a>>(self) -> Result<T> {
        serde_json::from_str(self.json).map_err(|_| {
            let error = Error::new(ErrorKind::Invalid).with_detail(Detail::Expected(type_name::<T>()));
            let error = if may_be_secret(self.name) { error } else { error.with_field(self.name.to_owned()) };
            match JsonKind::of(self.json) {
                Some(found) => error.with_found(found),
                None => error,
            }
        })
    }
}

impl PartialEq for Extras<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Extras<'_> {}

impl PartialEq for Extra<'_> {
    fn eq(&self, other: &Self) -> bool {
        same(self.json, other.json) || same(self.compact().expose(), other.compact().expose())
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
        f.write_str(MASK)
    }
}
