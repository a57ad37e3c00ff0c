//! Dialects described in JSON, for formats that the program was not built with.

use std::fmt;
use time::UtcOffset;

mod trial;
mod value;

use self::value::{Parsed, Value};
use super::{Dialect, ErrorShape, Never, TimeRule, Wire};
use crate::format::Format;
use crate::input::Numbered;
use crate::json::{FieldPath, FieldPaths};
use crate::model::{Field, FieldIndex, Remedy, is_scheme};

impl Dialect {
    /// Parses a dialect that is described in JSON: an object whose members have the names of this struct's fields.
    ///
    /// An absent member has the value of [`Dialect::STANDARD`], or in `also` that of [`Dialect::BARE`]. Paths are a
    /// string or an array of strings. `expires` and the other instants are an object or an array of objects, each with
    /// the name of a constructor of [`TimeRule`] and its paths, and the names of its options. `never`
    /// is `"silence"`, `"zero"`, `"minus_one"`, `"null"` or `{"path": …, "word": …}`, `success` is `{"path": …,
    /// "values": […]}`, `fixed` and `remedies` are objects, and `scope_separators` is a string of separators.
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
        let read = dialect(&Value::top(json), &mut id).and_then(|dialect| {
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

/// Parses a dialect, and sets its id as soon as it is known.
fn dialect(value: &Value<'_>, id: &mut Option<&'static str>) -> Parsed<Dialect> {
    let members = value.members()?;
    let find = |name| members.iter().find(|(known, _)| known == name).map(|(_, value)| value);
    let own = self::id(find("id").ok_or_else(|| value.missing("id"))?)?;
    *id = Some(own);
    let vendor = find("vendor").ok_or_else(|| value.missing("vendor"))?.name()?;
    let mut dialect = Dialect { id: own, vendor, ..Dialect::STANDARD };
    for (name, value) in &members {
        match name.as_str() {
            "id" | "vendor" => {}
            "quirks" => dialect.quirks = value.text()?,
            "signature" => dialect.signature = value.texts()?,
            "headers" => dialect.headers = value.texts()?,
            "numbered" => dialect.numbered = Some(numbered(value)?),
            "wire" => dialect.wire = wire(value)?,
            "also" => dialect.also = value.each(|place| also(&place, own, vendor))?,
            "success" => dialect.success = Some(success(value)?),
            "errors" => dialect.errors = error_response(value)?,
            _ => place_member(&mut dialect, name, value)?,
        }
    }
    Ok(dialect)
}

/// Parses a further place of the same response.
fn also(value: &Value<'_>, id: &'static str, vendor: &'static str) -> Parsed<Dialect> {
    let mut dialect = Dialect { id, vendor, ..Dialect::BARE };
    for (name, value) in value.members()? {
        match name.as_str() {
            "last_resort" => dialect.last_resort = value.flag()?,
            _ => place_member(&mut dialect, &name, &value)?,
        }
    }
    Ok(dialect)
}

/// Parses a member that every place can have.
fn place_member(dialect: &mut Dialect, name: &str, value: &Value<'_>) -> Parsed<()> {
    match name {
        "at" => dialect.at = at(value)?,
        "folded" => dialect.folded = member_path(value)?,
        "fixed" => dialect.fixed = fixed(value)?,

        "never" => dialect.never = value.each(|never| self::never(&never))?,
        "refresh_token_never" => dialect.refresh_token_never = value.each(|never| self::never(&never))?,
        "default_lifetime" => dialect.default_lifetime = Some(value.number()?),
        "zero_ends_refresh_token" => dialect.zero_ends_refresh_token = value.flag()?,
        "refresh_token_is_grant" => dialect.refresh_token_is_grant = value.flag()?,
        "one_of_each" => dialect.one_of_each = value.flag()?,
        "scope_separators" => dialect.scope_separators = separators(value)?,
        "empty_scope_says_nothing" => dialect.empty_scope_says_nothing = value.flag()?,
        "token_types" => dialect.token_types = value.texts()?,
        "bearer_words" => dialect.bearer_words = value.texts()?,
        "scheme" => dialect.scheme = Some(scheme(value)?),
        _ => match Field::ALL.iter().find(|field| member_of(**field) == name).map(|field| field.index()) {
            Some(FieldIndex::Text(field)) => dialect.set_text_paths(field, value.paths()?),
            Some(FieldIndex::Time(field)) => dialect.set_time_rules(field, times(value)?),
            Some(FieldIndex::Extras) | None => return Err(value.fault("unknown field")),
        },
    }
    Ok(())
}

/// Returns the member of a field, which is named as in [`Dialect`].
fn member_of(field: Field) -> &'static str {
    match field {
        Field::Scopes => "scope",
        field => field.as_str().strip_suffix("_at").unwrap_or(field.as_str()),
    }
}

/// Parses an id in kebab-case.
fn id(value: &Value<'_>) -> Parsed<&'static str> {
    let id = value.text()?;
    if Format::is_id(id) { Ok(id) } else { Err(value.fault("expected a kebab-case id, such as acme-v2")) }
}

fn wire(value: &Value<'_>) -> Parsed<Wire> {
    match value.text()? {
        "json" => Ok(Wire::Json),
        "form" => Ok(Wire::Form),
        "text" => Ok(Wire::Text),
        "whole" => Ok(Wire::Whole),
        _ => Err(value.fault("expected one of: json, form, text, whole")),
    }
}

/// Parses the path of the object that holds the fields, with an optional `*` at its end.
fn at(value: &Value<'_>) -> Parsed<&'static str> {
    let at = value.text()?;
    let list = at.strip_suffix('*').map_or(at, |list| list.strip_suffix('/').unwrap_or(list));
    if list.contains('*') {
        return Err(value.fault("`*` is only allowed as the last segment"));
    }
    if !list.is_empty() {
        value.check_path(list)?;
    }
    Ok(at)
}

fn member_path(value: &Value<'_>) -> Parsed<&'static str> {
    let text = value.text()?;
    value.check_path(text).map(|()| text)
}

/// Parses members by their paths.
fn fixed(value: &Value<'_>) -> Parsed<&'static [(&'static str, &'static str)]> {
    let mut fixed = Vec::new();
    for (path, json) in value.members()? {
        json.check_path(&path)?;
        fixed.push((&*path.leak(), json.json()));
    }
    Ok(fixed.leak())
}

fn never(value: &Value<'_>) -> Parsed<Never> {
    if let Ok(members) = value.members() {
        let (mut path, mut word) = (None, None);
        for (name, value) in &members {
            match name.as_str() {
                "path" => path = Some(value.path()?),
                "word" => word = Some(value.name()?),
                _ => return Err(value.fault("unknown field")),
            }
        }
        let path = path.ok_or_else(|| value.missing("path"))?;
        return Ok(Never::Word(path, word.ok_or_else(|| value.missing("word"))?));
    }
    match value.text()? {
        "silence" => Ok(Never::Silence),
        "zero" => Ok(Never::Zero),
        "minus_one" => Ok(Never::MinusOne),
        "null" => Ok(Never::Null),
        _ => {
            Err(value.fault("expected one of: silence, zero, minus_one, null, or an object of path and word"))
        }
    }
}

fn separators(value: &Value<'_>) -> Parsed<&'static [char]> {
    let separators: Vec<char> = value.text()?.chars().collect();
    let separates = |c: &char| matches!(c, ' '..='~' | '\t' | '\r' | '\n') && !c.is_ascii_alphanumeric();
    if separators.is_empty() || !separators.iter().all(separates) {
        return Err(value.fault("separators must be ASCII whitespace or punctuation"));
    }
    Ok(separators.leak())
}

fn scheme(value: &Value<'_>) -> Parsed<&'static str> {
    let scheme = value.text()?;
    if is_scheme(scheme) { Ok(scheme) } else { Err(value.fault("invalid authorization scheme")) }
}

fn success(value: &Value<'_>) -> Parsed<(FieldPath, &'static [&'static str])> {
    let (mut path, mut values): (_, &[_]) = (None, &[]);
    for (name, value) in value.members()? {
        match name.as_str() {
            "path" => path = Some(value.path()?),
            "values" => values = value.each(|value| Ok(value.json()))?,
            _ => return Err(value.fault("unknown field")),
        }
    }
    if values.is_empty() {
        return Err(value.missing("values"));
    }
    Ok((path.ok_or_else(|| value.missing("path"))?, values))
}

fn numbered(value: &Value<'_>) -> Parsed<Numbered> {
    let members = value.members()?;
    if let Some((_, other)) =
        members.iter().find(|(name, _)| !["before", "list", "number", "value"].contains(&&**name))
    {
        return Err(other.fault("unknown field"));
    }
    let text = |name: &str| {
        let member = members.iter().find(|(known, _)| known == name).map(|(_, value)| value);
        member.ok_or_else(|| value.missing(name))?.name()
    };
    Ok(Numbered {
        before: text("before")?,
        list: text("list")?,
        number: text("number")?,
        value: text("value")?,
    })
}

fn error_response(value: &Value<'_>) -> Parsed<ErrorShape> {
    let mut error_response = ErrorShape::STANDARD;
    for (name, value) in value.members()? {
        match name.as_str() {
            "signs" => error_response.signs = value.paths()?,
            "code" => error_response.code = value.paths()?,
            "description" => error_response.description = value.paths()?,
            "uri" => error_response.uri = value.paths()?,
            "code_end" => error_response.code_end = value.text()?,
            "retry_after" => error_response.retry_after = value.paths()?,
            "retry_after_milliseconds" => error_response.retry_after_milliseconds = value.paths()?,
            "steps" => error_response.steps = value.paths()?,
            "detail" => error_response.detail = value.paths()?,
            "remedies" => error_response.remedies = remedies(&value)?,
            "retry_statuses" => error_response.retry_statuses = value.each(|status| status.number())?,
            _ => return Err(value.fault("unknown field")),
        }
    }
    Ok(error_response)
}

/// Parses remedies by codes.
fn remedies(value: &Value<'_>) -> Parsed<&'static [(&'static str, Remedy)]> {
    let mut remedies = Vec::new();
    for (code, remedy) in value.members()? {
        let remedy = remedy.text()?.parse().map_err(|_| {
            remedy.fault(
                "expected one of: retry, slow_down, pending, reauthenticate, fix_request, fix_client, interact, unknown",
            )
        })?;
        remedies.push((&*code.leak(), remedy));
    }
    Ok(remedies.leak())
}

/// Parses the rules of one instant from an object or several.
fn times(value: &Value<'_>) -> Parsed<&'static [TimeRule]> {
    value.each(|time| self::time(&time))
}

/// An encoding and its valid options.
struct Encoding {
    name: &'static str,
    of: fn(FieldPaths) -> TimeRule,
    /// True if it can be a lifetime.
    counts: bool,
    /// True if it can be a date.
    dates: bool,
    /// True if it is encoded as a number.
    number: bool,
}

// A table is read by its columns.
#[rustfmt::skip]
const ENCODINGS: [Encoding; 7] = [
    Encoding { name: "seconds", of: TimeRule::seconds, counts: true, dates: false, number: true },
    Encoding { name: "milliseconds", of: TimeRule::milliseconds, counts: true, dates: false, number: true },
    Encoding { name: "epoch", of: TimeRule::epoch, counts: false, dates: true, number: true },
    Encoding { name: "epoch_milliseconds", of: TimeRule::epoch_milliseconds, counts: false, dates: true, number: true },
    Encoding { name: "rfc3339", of: TimeRule::rfc3339, counts: false, dates: true, number: false },
    Encoding { name: "month_first", of: TimeRule::month_first, counts: false, dates: true, number: false },
    Encoding { name: "by_size", of: TimeRule::by_size, counts: true, dates: false, number: true },
];

fn time(value: &Value<'_>) -> Parsed<TimeRule> {
    let members = value.members()?;
    let known = |name: &str| ENCODINGS.iter().find(|encoding| encoding.name == name);
    let mut encodings = members.iter().filter_map(|(name, paths)| Some((known(name)?, paths)));
    let (Some((encoding, paths)), None) = (encodings.next(), encodings.next()) else {
        let what = "expected exactly one of: seconds, milliseconds, epoch, epoch_milliseconds, rfc3339, month_first, by_size";
        return Err(value.fault(what));
    };
    let of = paths.paths()?;
    if of.is_empty() {
        return Err(paths.fault("expected at least one path"));
    }
    let mut time = (encoding.of)(of);
    for (name, value) in members.iter().filter(|(name, _)| name != encoding.name) {
        time = match name.as_str() {
            "text" if encoding.number => on(value, time, TimeRule::text)?,
            "read_only" => on(value, time, TimeRule::read_only)?,
            "from_issue" if encoding.counts => on(value, time, TimeRule::from_issue)?,
            "of_any_size" if encoding.name == "seconds" => on(value, time, TimeRule::of_any_size)?,
            "milliseconds_above" if encoding.name == "seconds" => time.milliseconds_above(value.number()?),
            "zone" if encoding.dates => time.zone(zone(value)?),
            "silent" => time.silent(value.texts()?),
            _ => return Err(value.fault("unknown option for this encoding")),
        };
    }
    Ok(time)
}

/// Applies an option if its flag is set.
fn on(value: &Value<'_>, time: TimeRule, option: fn(TimeRule) -> TimeRule) -> Parsed<TimeRule> {
    Ok(if value.flag()? { option(time) } else { time })
}

/// Parses a UTC offset, such as `+08:00`.
fn zone(value: &Value<'_>) -> Parsed<UtcOffset> {
    let zone = |text: &str| {
        let (sign, rest) = match text.split_at_checked(1)? {
            ("+", rest) => (1_i8, rest),
            ("-", rest) => (-1, rest),
            _ => return None,
        };
        let (hours, minutes) =
            rest.split_once(':').filter(|(hours, minutes)| hours.len() == 2 && minutes.len() == 2)?;
        let signed =
            |digits: &str| digits.parse::<u8>().ok().and_then(|n| i8::try_from(n).ok()?.checked_mul(sign));
        UtcOffset::from_hms(signed(hours)?, signed(minutes)?, 0).ok()
    };
    zone(value.text()?).ok_or_else(|| value.fault("expected a UTC offset, such as +08:00"))
}
