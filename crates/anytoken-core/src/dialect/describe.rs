//! Dialects described in JSON, for formats that the program was not built with.

mod trial;

use std::fmt;

use super::builder::{DIALECT_MEMBERS, PLACE_MEMBERS, set_dialect_member, set_place_member};
use super::parse::{self, Fault, Parsed, Value};
use super::{Dialect, Evidence};

impl Dialect {
    /// Parses a dialect that is described in JSON: an object whose members have the names of the builder's methods.
    ///
    /// `id` and `vendor` are required; `quirks`, `detected_by` and `evidence` may be there. An absent member is that of
    /// RFC 6749, or with `"base": "bare"` none; in `related` it is the other way round. Paths are a string or an array of
    /// strings. An instant is an object or an array of objects, each with the name of a constructor of [`TimeRule`](super::TimeRule), its
    /// paths, and the names of its options. `ok_when` is `{"path": …, "values": […]}`; `when`, `constant_members`,
    /// `token_type_aliases` and `remedies` are objects, `scopes_separated_by` is a string of separators, and
    /// `authorization` is `"none"`, `"bare"` or `{"scheme": …}`.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::{Expiry, Response};
    /// use anytoken::dialect::Dialect;
    ///
    /// let acme = Dialect::from_json(
    ///     r#"{
    ///         "id": "acme",
    ///         "vendor": "Acme",
    ///         "envelope": "data",
    ///         "access_token": "accessToken",
    ///         "expires_at": {"milliseconds": "expiresIn"},
    ///         "ok_when": {"path": "code", "values": [0]},
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
        let (mut id, value) = (None, Value::top(json));
        let read = dialect(&value, &mut id).and_then(|dialect| {
            let dialect: &'static Self = Box::leak(Box::new(dialect));
            trial::verify(dialect).map(|()| dialect).map_err(|fault| value.locate(fault))
        });
        read.map_err(|fault| InvalidDialect { id, position: fault.at.map(|at| position(json, at)), fault })
    }
}

/// Returns the line and the column of an offset, both from 1.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count();
    let column = before.chars().rev().take_while(|c| *c != '\n').count();
    (line.saturating_add(1), column.saturating_add(1))
}

/// The error of an invalid description, with the dialect's id, the invalid member and the reason.
///
/// It contains no value of the description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidDialect {
    id: Option<&'static str>,
    fault: Fault,
    /// The line and the column of the fault.
    position: Option<(usize, usize)>,
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
        let Fault { member, what, suggestion, .. } = &self.fault;
        write!(f, "dialect {}: {member}", self.id.unwrap_or("without an id"))?;
        let is_named = !member.is_empty();
        if let Some((line, column)) = self.position {
            write!(f, "{}line {line}, column {column}", if is_named { " at " } else { "" })?;
        }
        if is_named || self.position.is_some() {
            f.write_str(": ")?;
        }
        f.write_str(what)?;
        match suggestion {
            Some(suggestion) => write!(f, "; did you mean \"{suggestion}\"?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for InvalidDialect {}

/// Parses a dialect, and sets its id as soon as it is known.
fn dialect(value: &Value<'_>, id: &mut Option<&'static str>) -> Parsed<Dialect> {
    let members = value.members()?;
    let find = |name| members.iter().find(|(known, _)| known == name).map(|(_, value)| value);
    let own = parse::id(find("id").ok_or_else(|| value.missing("id"))?)?;
    *id = Some(own);
    let vendor = find("vendor").ok_or_else(|| value.missing("vendor"))?.name()?;
    let base = find("base").map_or(Ok(Dialect::RFC6749), parse::base)?;
    let mut dialect = Dialect { id: own, vendor, evidence: Evidence::Unverified, ..base };
    for (name, json) in &members {
        match name.as_str() {
            "id" | "vendor" | "base" => {}
            "quirks" => dialect.quirks = json.text()?,
            "detected_by" => dialect.signature = json.each(parse::signature)?,
            "evidence" => dialect.evidence = parse::evidence(json)?,
            "ok_when" => dialect.ok_when = Some(parse::ok_when(json)?),
            "last_resort" => return Err(json.fault("only a related place can be a last resort")),
            _ if set_dialect_member(&mut dialect, name, json)?
                || set_place_member(&mut dialect, name, json)? => {}
            _ => return Err(json.unknown(name, &[OWN_MEMBERS, DIALECT_MEMBERS, PLACE_MEMBERS])),
        }
    }
    Ok(dialect)
}

/// The members of a dialect that are not in the table of the builder.
const OWN_MEMBERS: &[&str] = &["id", "vendor", "base", "quirks", "detected_by", "evidence", "ok_when"];
