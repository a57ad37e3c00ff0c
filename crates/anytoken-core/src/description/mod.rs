//! Dialects described in JSON, for formats that the program was not built with.

mod members;
mod times;
mod trial;
mod value;

use std::fmt;

use self::value::Value;
use crate::Dialect;

impl Dialect {
    /// Parses a dialect that is described in JSON: an object whose members have the names of this struct's fields.
    ///
    /// An absent member has the value of [`Dialect::STANDARD`], or in `also` that of [`Dialect::BARE`]. Paths are a
    /// string or an array of strings. `expires` and the other instants are an object or an array of objects, each with
    /// the name of a constructor of [`TimeRule`](crate::TimeRule) and its paths, and the names of its options. `never`
    /// is `"silence"`, `"zero"`, `"minus_one"`, `"null"` or `{"path": …, "word": …}`, `success` is `{"path": …,
    /// "values": […]}`, `fixed` and `remedies` are objects, and `scope_separators` is a string of separators.
    ///
    /// ```
    /// use anytoken_core::{Dialect, Expiry, Response};
    ///
    /// let acme = Dialect::from_json(
    ///     r#"{
    ///         "id": "acme",
    ///         "vendor": "Acme",
    ///         "at": "data",
    ///         "access_token": "accessToken",
    ///         "expires": {"milliseconds": "expiresIn"},
    ///         "success": {"path": "code", "values": [0]},
    ///         "errors": {"code": "code", "description": "msg", "remedies": {"1042": "reauthenticate"}}
    ///     }"#,
    /// )?;
    /// let at = time::UtcDateTime::from_unix_timestamp(1_767_225_600)?;
    /// let body = br#"{"code":0,"data":{"accessToken":"EXAMPLE-ACCESS","expiresIn":60000}}"#;
    /// let token = acme.decode(Response::new(body, at))?.into_token()?;
    /// assert_eq!(token.validity().expires, Expiry::At(at + time::Duration::minutes(1)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// The dialect is leaked, and so are the parsed parts of an invalid one: parse each description once, when the
    /// program starts. Errors, notes and the [`Registry`](crate::Registry) refer to `'static` parts of a format, and a
    /// lifetime or a reference count in every token would be a high price for the few dialects of a program.
    ///
    /// The dialect is verified first: tokens with all fields and with few, each with every expiry, are encoded and
    /// decoded.
    ///
    /// # Errors
    ///
    /// [`InvalidDialect`], with the dialect's id and the invalid member.
    pub fn from_json(json: &str) -> Result<&'static Self, InvalidDialect> {
        let mut id = None;
        let read = members::dialect(&Value::top(json), &mut id).and_then(|dialect| {
            let dialect: &'static Self = Box::leak(Box::new(dialect));
            trial::verify(dialect).map(|()| dialect)
        });
        read.map_err(|fault| InvalidDialect { id, fault })
    }
}

/// The error of an invalid description, with the dialect's id, the invalid member and the reason.
///
/// It contains no value of the description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidDialect {
    id: Option<&'static str>,
    fault: Fault,
}

/// The reason of an error and its member.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fault {
    /// The path of the member, with `/` between names; empty for the top level.
    member: String,
    what: &'static str,
}

impl InvalidDialect {
    /// Returns the id of the dialect, if the description has a valid one.
    pub fn id(&self) -> Option<&'static str> {
        self.id
    }

    /// Returns the path of the invalid member, with `/` between names or indices; empty for the whole description.
    pub fn member(&self) -> &str {
        &self.fault.member
    }
}

impl fmt::Display for InvalidDialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "dialect {}: ", self.id.unwrap_or("without an id"))?;
        if !self.fault.member.is_empty() {
            write!(f, "{}: ", self.fault.member)?;
        }
        f.write_str(self.fault.what)
    }
}

impl std::error::Error for InvalidDialect {}
