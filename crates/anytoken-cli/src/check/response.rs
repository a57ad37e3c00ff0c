//! A response of a token endpoint, as the rules see it.

use std::collections::BTreeSet;
use std::ops::Range;

use anytoken::{ErrorKind, JsonKind, is_form, json_members};

use super::grammar::is_number;
use crate::args::CheckArgs;
use crate::json_text::Text;
use crate::names::NAMES;
use crate::sent::Sent;

/// A response, the request's grant type and scope, and the members of the body.
pub(super) struct Response<'a> {
    sent: &'a Sent<'a>,
    grant_type: Option<&'a str>,
    asks_for_openid: bool,
    members: Vec<Member<'a>>,
    /// The reason why the body is not one JSON object.
    fault: Option<Fault>,
    pub(super) kind: Kind,
}

/// The kind of a response, even of an invalid one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A token.
    Token,
    /// An error.
    Error,
    /// The codes with which a device asks for a token later.
    Device,
}

/// The reason why a body is not one JSON object, and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Empty,
    NotUtf8(usize),
    Form,
    NotAnObject,
    Malformed(usize),
    TooDeep(usize),
}

/// A member of the top level.
pub(super) struct Member<'a> {
    /// The standard name that the member has, exactly or misspelled.
    name: Option<&'static str>,
    /// True if the name is spelled exactly.
    is_exact: bool,
    is_repeated: bool,
    name_at: Range<usize>,
    value_at: Range<usize>,
    raw: &'a str,
}

/// The subject of a violation, and its place in the body.
pub(super) struct Place {
    pub(super) subject: &'static str,
    pub(super) at: Option<Range<usize>>,
}

/// The levels of a response that `normalize` decodes.
const LEVELS: u32 = 128;

/// The subject for members that no standard names.
const MEMBER: &str = "a member";

impl<'a> Response<'a> {
    pub(super) fn new(sent: &'a Sent<'a>, args: &'a CheckArgs) -> Self {
        let (members, fault) = match parse(sent.body) {
            Ok(members) => (members, None),
            Err(fault) => (Vec::new(), Some(fault)),
        };
        let has = |names: &[&str]| {
            members
                .iter()
                .any(|member| member.name.is_some_and(|name| names.contains(&name)) && !member.is_empty())
        };
        let kind = if has(&["device_code", "user_code"]) {
            Kind::Device
        } else if has(&["error"]) || sent.status.is_some_and(|status| status >= 400) {
            Kind::Error
        } else {
            Kind::Token
        };
        let grant_type = args.grant_type.as_deref();
        let grant_type =
            grant_type.map(|id| id.strip_prefix("urn:ietf:params:oauth:grant-type:").unwrap_or(id));
        let asks_for_openid =
            args.scope.as_ref().is_some_and(|scope| scope.split(' ').any(|scope| scope == "openid"));
        Self { sent, grant_type, asks_for_openid, members, fault, kind }
    }

    /// Returns the parts of the response that were not given.
    pub(super) fn not_checked(&self) -> Vec<&'static str> {
        let parts = [("the status", self.sent.status.is_none()), ("the headers", !self.sent.has_headers)];
        parts.into_iter().filter(|(_, is_unknown)| *is_unknown).map(|(part, _)| part).collect()
    }

    /// Returns the body if its fault is a violation.
    pub(super) fn body(&self, is_violation: impl Fn(Fault) -> bool) -> Vec<Place> {
        let Some(fault) = self.fault.filter(|fault| is_violation(*fault)) else { return Vec::new() };
        let at = match fault {
            Fault::NotUtf8(at) | Fault::Malformed(at) | Fault::TooDeep(at) if at > 1 => {
                Some(at..at.saturating_add(1))
            }
            // In another encoding every byte is wrong.
            _ => None,
        };
        vec![Place { subject: "the body", at }]
    }

    /// Returns the body if it begins with a prefix.
    pub(super) fn begins_with(&self, prefix: &[u8]) -> Vec<Place> {
        place_if("the body", self.sent.body.starts_with(prefix))
    }

    /// Returns the status if it is known and a violation.
    pub(super) fn status(&self, is_violation: impl Fn(u16) -> bool) -> Vec<Place> {
        place_if("the status", self.sent.status.is_some_and(is_violation))
    }

    /// Returns a header that is wrong, or missing although the headers are known.
    pub(super) fn header(
        &self,
        name: &str,
        subject: &'static str,
        is_right: impl Fn(&str) -> bool,
    ) -> Vec<Place> {
        let is_violation = match self.sent.header(name) {
            Some(value) => !is_right(value),
            None => self.sent.has_headers,
        };
        place_if(subject, is_violation)
    }

    pub(super) fn has_status(&self, status: u16) -> bool {
        self.sent.status == Some(status)
    }

    pub(super) fn has_grant_type(&self, grant_type: &str) -> bool {
        self.grant_type == Some(grant_type)
    }

    /// Returns true if the request asks for an ID token, and its grant type yields one.
    pub(super) fn requires_id_token(&self) -> bool {
        self.asks_for_openid && self.grant_type.is_none_or(|id| id == "authorization_code")
    }

    /// Returns the named members that violate a rule.
    pub(super) fn members(&self, names: &[&str], is_violation: impl Fn(&Member<'_>) -> bool) -> Vec<Place> {
        let named = self.members.iter().filter_map(|member| Some((member, member.name?)));
        let violating = named.filter(|(member, name)| names.contains(name) && is_violation(member));
        violating.map(|(member, name)| Place { subject: name, at: Some(member.value_at.clone()) }).collect()
    }

    /// Returns the named strings that violate a rule.
    pub(super) fn texts(&self, names: &[&str], is_violation: impl Fn(&str) -> bool) -> Vec<Place> {
        self.members(names, |member| member.text().is_some_and(|text| is_violation(text.as_str())))
    }

    /// Returns the named numbers, in a string or not, that violate a rule.
    pub(super) fn numbers(&self, names: &[&str], is_violation: impl Fn(&str) -> bool) -> Vec<Place> {
        self.members(names, |member| member.number().is_some_and(|number| is_violation(number.as_str())))
    }

    /// Returns the names of missing members, unless the body is not an object or an envelope holds them.
    pub(super) fn missing(&self, names: &[&'static str]) -> Vec<Place> {
        if self.fault.is_some() || !self.envelopes().is_empty() {
            return Vec::new();
        }
        let missing = names.iter().filter(|name| !self.has(name));
        missing.map(|name| Place { subject: name, at: None }).collect()
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.members.iter().any(|member| member.name == Some(name))
    }

    /// Returns true if a member is a string that `holds` accepts.
    pub(super) fn has_text(&self, name: &str, holds: impl Fn(&str) -> bool) -> bool {
        !self.texts(&[name], holds).is_empty()
    }

    /// Returns the misspelled names of standard members.
    pub(super) fn misnamed(&self) -> Vec<Place> {
        self.by_name(|member| !member.is_exact && member.name.is_some())
    }

    /// Returns the members whose name occurred before.
    pub(super) fn repeated(&self) -> Vec<Place> {
        self.by_name(|member| member.is_repeated)
    }

    /// Returns the objects that hold the token instead of the top level.
    pub(super) fn envelopes(&self) -> Vec<Place> {
        if self.has("access_token") {
            return Vec::new();
        }
        self.by_name(|member| {
            let mut holds = false;
            let read = json_members(member.raw, LEVELS, |name, _| {
                holds |= Text::of_json(name).is_some_and(|name| folded(name.as_str()) == "accesstoken");
            });
            read == Ok(JsonKind::Object) && holds
        })
    }

    fn by_name(&self, is_violation: impl Fn(&Member<'_>) -> bool) -> Vec<Place> {
        let violating = self.members.iter().filter(|member| is_violation(member));
        violating
            .map(|member| Place { subject: member.name.unwrap_or(MEMBER), at: Some(member.name_at.clone()) })
            .collect()
    }
}

impl<'a> Member<'a> {
    /// Returns true if the value is null, false or empty.
    pub(super) fn is_empty(&self) -> bool {
        ["null", "\"\"", "false", "{}", "[]"].contains(&self.raw)
    }

    pub(super) fn is_list(&self) -> bool {
        self.raw.starts_with('[')
    }

    pub(super) fn is_text(&self) -> bool {
        self.raw.starts_with('"')
    }

    pub(super) fn text(&self) -> Option<Text<'a>> {
        Text::of_json(self.raw)
    }

    /// The number, also in a string.
    pub(super) fn number(&self) -> Option<Text<'a>> {
        let text = if self.is_text() { self.text()? } else { Text::Borrowed(self.raw) };
        is_number(text.as_str().trim_ascii()).then_some(text)
    }
}

fn place_if(subject: &'static str, is_violation: bool) -> Vec<Place> {
    if is_violation { vec![Place { subject, at: None }] } else { Vec::new() }
}

/// The members of a body that is one JSON object.
fn parse(body: &[u8]) -> Result<Vec<Member<'_>>, Fault> {
    if body.trim_ascii().is_empty() {
        return Err(Fault::Empty);
    }
    // In UTF-16 and UTF-32 one of the first two bytes of `{"` is zero.
    if let Some(at) = body.iter().take(2).position(|byte| *byte == 0) {
        return Err(Fault::NotUtf8(at));
    }
    let text = std::str::from_utf8(body).map_err(|error| Fault::NotUtf8(error.valid_up_to()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.trim_ascii_start().starts_with('{') {
        return Err(if is_form(body) { Fault::Form } else { Fault::NotAnObject });
    }
    let offset = |part: &str| part.as_ptr().addr().saturating_sub(body.as_ptr().addr());
    let range = |part: &str| offset(part)..offset(part).saturating_add(part.len());
    let mut raw: Vec<(&str, &str)> = Vec::new();
    json_members(text, LEVELS, |name, value| raw.push((name, value))).map_err(|(kind, at)| {
        let at = offset(text).saturating_add(at);
        if kind == ErrorKind::Limit { Fault::TooDeep(at) } else { Fault::Malformed(at) }
    })?;
    // A name with an unpaired surrogate is compared as it is written.
    let texts: Vec<_> = raw.iter().map(|(name, _)| Text::of_json(name)).collect();
    let names: Vec<_> =
        raw.iter().zip(&texts).map(|((name, _), text)| text.as_ref().map_or(*name, Text::as_str)).collect();
    let known: BTreeSet<_> = names.iter().copied().filter(|name| NAMES.contains(name)).collect();
    let mut seen = BTreeSet::new();
    let spellings: Vec<_> = NAMES.iter().map(|name| (*name, folded(name))).collect();
    let of_standard = |name: &str| {
        let exact = NAMES.iter().find(|standard| **standard == name).copied();
        // Next to the exact name, a similar one is the server's own.
        let alike =
            |(standard, spelling): &&(&str, String)| !known.contains(standard) && *spelling == folded(name);
        exact.or_else(|| spellings.iter().find(alike).map(|(standard, _)| *standard))
    };
    let members = raw.iter().zip(&names).map(|(&(name_raw, value), name)| Member {
        name: of_standard(name),
        is_exact: known.contains(name),
        is_repeated: !seen.insert(*name),
        name_at: range(name_raw),
        value_at: range(value),
        raw: value,
    });
    Ok(members.collect())
}

/// Returns a name without case and separators, at most 64 characters of it.
fn folded(name: &str) -> String {
    let letters = name.chars().take(64).filter(|c| !"_- ".contains(*c)).map(|c| c.to_ascii_lowercase());
    letters.collect::<String>().replace("url", "uri")
}
