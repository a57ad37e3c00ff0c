//! A dialect described in JSON, for those who meet a format that the program was not built with.

mod members;
mod times;
mod trial;
mod value;

use std::fmt;

use self::value::Value;
use crate::Dialect;

impl Dialect {
    /// Reads a dialect that is described in JSON: an object whose members are those of this struct, by their names.
    ///
    /// A member that is left out is that of [`Dialect::STANDARD`]; in `also` it is that of [`Dialect::BARE`], as
    /// nothing there is standard. Paths are a string, or an array of strings; `expires` and its like are an object or
    /// an array of them, each with the name of a constructor of [`Time`](crate::Time) and its paths, and with the names
    /// of its options. `never` has `"silence"`, `"zero"`, `"minus_one"`, `"null"` or `{"path": …, "word": …}`, `success`
    /// is `{"path": …, "values": […]}`, `fixed` and `remedies` are objects, `scope_separators` is a string of them.
    ///
    /// ```
    /// use anytoken_core::{Dialect, Expiry, Received};
    ///
    /// let acme = Dialect::from_json(
    ///     r#"{
    ///         "id": "acme",
    ///         "vendor": "Acme",
    ///         "at": "data",
    ///         "access_token": "accessToken",
    ///         "expires": {"milliseconds": "expiresIn"},
    ///         "success": {"path": "code", "values": [0]},
    ///         "refusal": {"code": "code", "description": "msg", "remedies": {"1042": "reauthenticate"}}
    ///     }"#,
    /// )?;
    /// let at = time::UtcDateTime::from_unix_timestamp(1_767_225_600)?;
    /// let body = br#"{"code":0,"data":{"accessToken":"EXAMPLE-ACCESS","expiresIn":60000}}"#;
    /// let token = acme.decode(Received::new(body, at))?.into_token()?;
    /// assert_eq!(token.lifetime().expires, Expiry::At(at + time::Duration::minutes(1)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// The dialect is kept for the rest of the program, and what was read of one that is invalid as well: read each
    /// once, when the program starts. All that tells of a format is `'static` (the field of an error or of a note, the
    /// adapters of a [`Registry`](crate::Registry), the constants that most dialects are), and a lifetime or a count in
    /// every token would be a high price for what a program has a handful of.
    ///
    /// It is tried before it is given out: tokens with every slot and with few, each with every end, are written and
    /// read back.
    ///
    /// # Errors
    ///
    /// [`InvalidDialect`], with the dialect's id and the member that cannot be meant.
    pub fn from_json(json: &str) -> Result<&'static Self, InvalidDialect> {
        let mut id = None;
        let read = members::dialect(&Value::top(json), &mut id).and_then(|dialect| {
            let dialect: &'static Self = Box::leak(Box::new(dialect));
            trial::hold(dialect).map(|()| dialect)
        });
        read.map_err(|fault| InvalidDialect { id, fault })
    }
}

/// A description that is none of a dialect: which dialect it is, which of its members is wrong, and why.
///
/// It holds no value of the description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidDialect {
    id: Option<&'static str>,
    fault: Fault,
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fault {
    /// The names of the member and of those that it stands in, with `/` between them; empty for the top level.
    member: String,
    what: &'static str,
}

impl InvalidDialect {
    /// The id that the description gives; `None` where it gives none.
    pub fn id(&self) -> Option<&'static str> {
        self.id
    }

    /// The member, and those that it stands in, with `/` between their names or indices; empty for all of it.
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
