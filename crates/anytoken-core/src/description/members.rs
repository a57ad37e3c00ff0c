//! The members of a description.

use super::times;
use super::value::{Result, Value};
use crate::token::is_scheme;
use crate::{Dialect, ErrorShape, FieldPath, Format, Never, Numbered, Remedy, Wire};

/// Parses a dialect, and sets its id as soon as it is known.
pub(super) fn dialect(value: &Value<'_>, id: &mut Option<&'static str>) -> Result<Dialect> {
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
            _ => place(&mut dialect, name, value)?,
        }
    }
    Ok(dialect)
}

/// Parses a further place of the same response.
fn also(value: &Value<'_>, id: &'static str, vendor: &'static str) -> Result<Dialect> {
    let mut dialect = Dialect { id, vendor, ..Dialect::BARE };
    for (name, value) in value.members()? {
        match name.as_str() {
            "last_resort" => dialect.last_resort = value.flag()?,
            _ => place(&mut dialect, &name, &value)?,
        }
    }
    Ok(dialect)
}

/// Parses a member that every place can have.
fn place(dialect: &mut Dialect, name: &str, value: &Value<'_>) -> Result<()> {
    match name {
        "at" => dialect.at = at(value)?,
        "folded" => dialect.folded = way(value)?,
        "fixed" => dialect.fixed = fixed(value)?,

        "access_token" => dialect.access_token = value.paths()?,
        "refresh_token" => dialect.refresh_token = value.paths()?,
        "id_token" => dialect.id_token = value.paths()?,
        "token_type" => dialect.token_type = value.paths()?,
        "scope" => dialect.scope = value.paths()?,
        "resource" => dialect.resource = value.paths()?,
        "client_id" => dialect.client_id = value.paths()?,
        "subject" => dialect.subject = value.paths()?,

        "issued" => dialect.issued = times::of(value)?,
        "not_before" => dialect.not_before = times::of(value)?,
        "refresh" => dialect.refresh = times::of(value)?,
        "expires" => dialect.expires = times::of(value)?,
        "extended_expires" => dialect.extended_expires = times::of(value)?,
        "refresh_token_expires" => dialect.refresh_token_expires = times::of(value)?,

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
        _ => return Err(value.fault("unknown field")),
    }
    Ok(())
}

/// Parses an id in kebab-case.
fn id(value: &Value<'_>) -> Result<&'static str> {
    let id = value.text()?;
    if Format::is_id(id) { Ok(id) } else { Err(value.fault("expected a kebab-case id, such as acme-v2")) }
}

fn wire(value: &Value<'_>) -> Result<Wire> {
    match value.text()? {
        "json" => Ok(Wire::Json),
        "form" => Ok(Wire::Form),
        "text" => Ok(Wire::Text),
        "whole" => Ok(Wire::Whole),
        _ => Err(value.fault("expected one of: json, form, text, whole")),
    }
}

/// Parses the path of the object that holds the fields, with an optional `*` at its end.
fn at(value: &Value<'_>) -> Result<&'static str> {
    let at = value.text()?;
    let list = at.strip_suffix('*').map_or(at, |list| list.strip_suffix('/').unwrap_or(list));
    if list.contains('*') {
        return Err(value.fault("`*` is only allowed as the last segment"));
    }
    if !list.is_empty() {
        value.way(list)?;
    }
    Ok(at)
}

fn way(value: &Value<'_>) -> Result<&'static str> {
    let text = value.text()?;
    value.way(text).map(|()| text)
}

/// Parses members by their paths.
fn fixed(value: &Value<'_>) -> Result<&'static [(&'static str, &'static str)]> {
    let mut fixed = Vec::new();
    for (path, json) in value.members()? {
        json.way(&path)?;
        fixed.push((&*path.leak(), json.json()));
    }
    Ok(fixed.leak())
}

fn never(value: &Value<'_>) -> Result<Never> {
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

fn separators(value: &Value<'_>) -> Result<&'static [char]> {
    let separators: Vec<char> = value.text()?.chars().collect();
    let separates = |c: &char| matches!(c, ' '..='~' | '\t' | '\r' | '\n') && !c.is_ascii_alphanumeric();
    if separators.is_empty() || !separators.iter().all(separates) {
        return Err(value.fault("separators must be ASCII whitespace or punctuation"));
    }
    Ok(separators.leak())
}

fn scheme(value: &Value<'_>) -> Result<&'static str> {
    let scheme = value.text()?;
    if is_scheme(scheme) { Ok(scheme) } else { Err(value.fault("invalid authorization scheme")) }
}

fn success(value: &Value<'_>) -> Result<(FieldPath, &'static [&'static str])> {
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

fn numbered(value: &Value<'_>) -> Result<Numbered> {
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

fn error_response(value: &Value<'_>) -> Result<ErrorShape> {
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
fn remedies(value: &Value<'_>) -> Result<&'static [(&'static str, Remedy)]> {
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
