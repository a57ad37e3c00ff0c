//! A response of a token endpoint, as the rules look at it.

use std::collections::BTreeSet;
use std::ops::Range;

use anytoken::is_form;
use serde_json::value::RawValue;

use super::grammar::is_number;
use crate::args::CheckArgs;
use crate::json_text::Text;
use crate::members::members;
use crate::names::NAMES;
use crate::sent::Sent;

/// What was sent, what was asked for, and the members.
pub(super) struct Response<'a> {
    sent: &'a Sent<'a>,
    grant_type: Option<&'a str>,
    asks_for_openid: bool,
    members: Vec<Member<'a>>,
    /// Why the body is not one JSON object.
    fault: Option<Fault>,
    pub(super) says: Says,
}

/// What a response is, whatever is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// A token.
    Token,
    /// An error.
    Error,
    /// The codes of a device, with which it asks for a token later.
    Device,
}

/// Why a body is not one JSON object, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Empty,
    NotUtf8(usize),
    Form,
    NoObject,
    Broken(usize),
}

/// A member of the top level.
pub(super) struct Member<'a> {
    /// The name of a standard's member, where it has that name or one that looks like it.
    name: Option<&'static str>,
    /// Whether it has that name to the letter.
    is_exact: bool,
    is_repeated: bool,
    name_at: Range<usize>,
    value_at: Range<usize>,
    raw: &'a str,
}

/// What departs, and where in the body.
pub(super) struct Place {
    pub(super) subject: &'static str,
    pub(super) at: Option<Range<usize>>,
}

/// What is said of a member that no standard names.
const MEMBER: &str = "a member";

impl<'a> Response<'a> {
    pub(super) fn new(sent: &'a Sent<'a>, args: &'a CheckArgs) -> Self {
        let (members, fault) = match read(sent.body) {
            Ok(members) => (members, None),
            Err(fault) => (Vec::new(), Some(fault)),
        };
        let has = |names: &[&str]| {
            members
                .iter()
                .any(|member| member.name.is_some_and(|name| names.contains(&name)) && !member.is_empty())
        };
        let says = if has(&["device_code", "user_code"]) {
            Says::Device
        } else if has(&["error"]) || sent.status.is_some_and(|status| status >= 400) {
            Says::Error
        } else {
            Says::Token
        };
        let grant_type = args.grant_type.as_deref();
        let grant_type =
            grant_type.map(|id| id.strip_prefix("urn:ietf:params:oauth:grant-type:").unwrap_or(id));
        let asks_for_openid =
            args.scope.as_ref().is_some_and(|scope| scope.split(' ').any(|scope| scope == "openid"));
        Self { sent, grant_type, asks_for_openid, members, fault, says }
    }

    /// What nobody told of the response.
    pub(super) fn unseen(&self) -> Vec<&'static str> {
        let unseen = [("the status", self.sent.status.is_none()), ("the headers", !self.sent.has_headers)];
        unseen.into_iter().filter(|(_, unseen)| *unseen).map(|(what, _)| what).collect()
    }

    /// The body as a whole, where that is what is wrong with it.
    pub(super) fn body(&self, holds: impl Fn(Fault) -> bool) -> Vec<Place> {
        let Some(fault) = self.fault.filter(|fault| holds(*fault)) else { return Vec::new() };
        let at = match fault {
            Fault::NotUtf8(at) | Fault::Broken(at) if at > 1 => Some(at..at.saturating_add(1)),
            // In another encoding every byte is wrong.
            _ => None,
        };
        vec![Place { subject: "the body", at }]
    }

    pub(super) fn begins_with(&self, mark: &[u8]) -> Vec<Place> {
        place("the body", self.sent.body.starts_with(mark))
    }

    /// The status, where it is known.
    pub(super) fn status(&self, departs: impl Fn(u16) -> bool) -> Vec<Place> {
        place("the status", self.sent.status.is_some_and(departs))
    }

    /// A header that is missing or wrong, where the headers are known.
    pub(super) fn header(
        &self,
        name: &str,
        subject: &'static str,
        is_right: impl Fn(&str) -> bool,
    ) -> Vec<Place> {
        let departs = match self.sent.header(name) {
            Some(value) => !is_right(value),
            None => self.sent.has_headers,
        };
        place(subject, departs)
    }

    pub(super) fn has_status(&self, status: u16) -> bool {
        self.sent.status == Some(status)
    }

    pub(super) fn is_answer_to(&self, grant_type: &str) -> bool {
        self.grant_type == Some(grant_type)
    }

    /// Whether an ID token was asked for, and by a request that brings one.
    pub(super) fn is_to_bring_id_token(&self) -> bool {
        self.asks_for_openid && self.grant_type.is_none_or(|id| id == "authorization_code")
    }

    /// Members that depart.
    pub(super) fn members(&self, names: &[&str], departs: impl Fn(&Member<'_>) -> bool) -> Vec<Place> {
        let named = self.members.iter().filter_map(|member| Some((member, member.name?)));
        let departing = named.filter(|(member, name)| names.contains(name) && departs(member));
        departing.map(|(member, name)| Place { subject: name, at: Some(member.value_at.clone()) }).collect()
    }

    /// Members that are strings, and depart.
    pub(super) fn texts(&self, names: &[&str], departs: impl Fn(&str) -> bool) -> Vec<Place> {
        self.members(names, |member| member.text().is_some_and(|text| departs(text.as_str())))
    }

    /// Members that are numbers, in a string or not, and depart.
    pub(super) fn numbers(&self, names: &[&str], departs: impl Fn(&str) -> bool) -> Vec<Place> {
        self.members(names, |member| member.number().is_some_and(|number| departs(number.as_str())))
    }

    /// Members that are not there, in an object that could hold them.
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

    /// Whether a member is a text that holds something.
    pub(super) fn says(&self, name: &str, holds: impl Fn(&str) -> bool) -> bool {
        !self.texts(&[name], holds).is_empty()
    }

    /// Names that look like those of the standards.
    pub(super) fn misnamed(&self) -> Vec<Place> {
        self.by_name(|member| !member.is_exact && member.name.is_some())
    }

    /// Members whose name another one has already.
    pub(super) fn repeated(&self) -> Vec<Place> {
        self.by_name(|member| member.is_repeated)
    }

    /// Objects that hold the token in the place of the top level.
    pub(super) fn envelopes(&self) -> Vec<Place> {
        if self.has("access_token") {
            return Vec::new();
        }
        self.by_name(|member| {
            let mut holds = false;
            let read = members(member.raw, |name, _| {
                holds |= Text::of_json(name.get()).is_some_and(|name| folded(name.as_str()) == "accesstoken");
            });
            read.is_ok() && holds
        })
    }

    fn by_name(&self, departs: impl Fn(&Member<'_>) -> bool) -> Vec<Place> {
        let departing = self.members.iter().filter(|member| departs(member));
        departing
            .map(|member| Place { subject: member.name.unwrap_or(MEMBER), at: Some(member.name_at.clone()) })
            .collect()
    }
}

impl<'a> Member<'a> {
    /// Whether it says nothing.
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

    /// A number, and one in a string.
    pub(super) fn number(&self) -> Option<Text<'a>> {
        let text = if self.is_text() { self.text()? } else { Text::Borrowed(self.raw) };
        is_number(text.as_str().trim_ascii()).then_some(text)
    }
}

fn place(subject: &'static str, departs: bool) -> Vec<Place> {
    if departs { vec![Place { subject, at: None }] } else { Vec::new() }
}

/// The members of a body that is one JSON object.
fn read(body: &[u8]) -> Result<Vec<Member<'_>>, Fault> {
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
        return Err(if is_form(body) { Fault::Form } else { Fault::NoObject });
    }
    let offset = |part: &str| part.as_ptr().addr().saturating_sub(body.as_ptr().addr());
    let range = |part: &str| offset(part)..offset(part).saturating_add(part.len());
    let mut raw: Vec<(&RawValue, &RawValue)> = Vec::new();
    members(text, |name, value| raw.push((name, value))).map_err(|error| {
        let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
        let before = lines.map(str::len).fold(offset(text), usize::saturating_add);
        // What ends too early is broken behind its end.
        let at = before.saturating_add(error.column().saturating_sub(1));
        Fault::Broken(if error.is_eof() { body.len() } else { at })
    })?;
    // A name that is no text stands for itself.
    let texts: Vec<_> = raw.iter().map(|(name, _)| Text::of_json(name.get())).collect();
    let names: Vec<_> = raw
        .iter()
        .zip(&texts)
        .map(|((name, _), text)| text.as_ref().map_or(name.get(), Text::as_str))
        .collect();
    let known: BTreeSet<_> = names.iter().copied().filter(|name| NAMES.contains(name)).collect();
    let mut seen = BTreeSet::new();
    let spellings: Vec<_> = NAMES.iter().map(|name| (*name, folded(name))).collect();
    let of_standard = |name: &str| {
        let exact = NAMES.iter().find(|standard| **standard == name).copied();
        // Where a member has the name itself, others that look like it are the server's own.
        let alike =
            |(standard, spelling): &&(&str, String)| !known.contains(standard) && *spelling == folded(name);
        exact.or_else(|| spellings.iter().find(alike).map(|(standard, _)| *standard))
    };
    let members = raw.iter().zip(&names).map(|((name_raw, value), name)| Member {
        name: of_standard(name),
        is_exact: known.contains(name),
        is_repeated: !seen.insert(*name),
        name_at: range(name_raw.get()),
        value_at: range(value.get()),
        raw: value.get(),
    });
    Ok(members.collect())
}

/// A name without what spellings differ in; of a long one, its beginning.
fn folded(name: &str) -> String {
    let letters = name.chars().take(64).filter(|c| !"_- ".contains(*c)).map(|c| c.to_ascii_lowercase());
    letters.collect::<String>().replace("url", "uri")
}
