//! The values of a description in JSON, and the types of a dialect that they become.

use std::borrow::Cow;
use std::str::FromStr;

use time::UtcOffset;

use super::{Authorization, Dialect, Evidence, Special, TimeRule, Wire};
use crate::error::ErrorKind;
use crate::format::Format;
use crate::json::{DEEPEST, FieldPath, FieldPaths, Member, compact, split, unescape};
use crate::model::{Remedy, TokenTypeKind, is_scheme};
use crate::secret::may_be_secret;
use crate::signature::Signature;
use crate::span::Span;
use crate::suggestion::nearest;

/// The reason why a description is invalid, and its member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The path of the member, with `/` between names; empty for the top level.
    pub(super) member: String,
    pub(super) what: Cow<'static, str>,
    /// The known name that is nearest to an unknown one.
    pub(super) suggestion: Option<&'static str>,
    /// The offset in the description.
    pub(super) at: Option<usize>,
}

impl Fault {
    /// Adds what was expected as well.
    fn or(self, other: &str) -> Self {
        Self { what: format!("{}, or {other}", self.what).into(), ..self }
    }
}

/// A value of a description, and the path of its member.
pub(super) struct Value<'a> {
    /// The whole description.
    text: &'a str,
    span: Span,
    member: String,
}

pub(super) type Parsed<T> = Result<T, Fault>;

/// The limit on elements of a list, names of a path and indices, far beyond that of any format.
const MOST: usize = 64;

/// The limit on members of an object: a vendor has more error codes than a list has elements.
const MOST_MEMBERS: usize = 1024;

/// The limit on the bytes of a path.
const LONGEST: usize = 512;

impl<'a> Value<'a> {
    pub(super) fn top(text: &'a str) -> Self {
        let json = text.trim_start_matches([' ', '\t', '\r', '\n']);
        let start = text.len().saturating_sub(json.len());
        Self { text, span: Span::new(start, text.len()), member: String::new() }
    }

    /// Creates an error of this value.
    pub(super) fn fault(&self, what: impl Into<Cow<'static, str>>) -> Fault {
        self.fault_at(self.span.start(), what)
    }

    /// Creates an error of a part of this value.
    fn fault_at(&self, at: usize, what: impl Into<Cow<'static, str>>) -> Fault {
        Fault { member: self.member.clone(), what: what.into(), suggestion: None, at: Some(at) }
    }

    /// Creates an error of a missing member.
    pub(super) fn missing(&self, name: &str) -> Fault {
        Fault { member: self.inside(name), ..self.fault("missing field") }
    }

    /// Creates an error of a name that is none of some lists.
    pub(super) fn unknown(&self, name: &str, lists: &[&'static [&'static str]]) -> Fault {
        let names = lists.iter().copied().flatten().copied();
        Fault { suggestion: nearest(name, names), ..self.fault("unknown field") }
    }

    /// Adds the offset of the member that an error of this object names.
    pub(super) fn locate(&self, fault: Fault) -> Fault {
        let members = self.members().unwrap_or_default();
        let value = members.iter().find(|(name, _)| *name == fault.member).map(|(_, value)| value);
        Fault { at: value.map(|value| value.span.start()), ..fault }
    }

    /// Returns the members of an object without duplicates.
    pub(super) fn members(&self) -> Parsed<Vec<(String, Self)>> {
        if !self.raw().starts_with('{') {
            return Err(self.fault("expected an object"));
        }
        let members = self.parts()?;
        if members.len() > MOST_MEMBERS {
            return Err(self.fault("has more than 1024 members"));
        }
        let mut named: Vec<(String, Self)> = Vec::new();
        for Member { name, value, .. } in members {
            let text = unescape(name.of(self.text)).collect::<Result<String, _>>();
            let text = text.map_err(|_| self.fault_at(name.start(), "invalid JSON"))?;
            let value = self.part(shown(&text), value);
            if named.iter().any(|(known, _)| *known == text) {
                return Err(value.fault("duplicate field"));
            }
            named.push((text, value));
        }
        Ok(named)
    }

    /// Returns the elements of an array, or the value itself.
    pub(super) fn elements(&self) -> Parsed<Vec<Self>> {
        if !self.raw().starts_with('[') {
            return Ok(vec![Self { member: self.member.clone(), ..*self }]);
        }
        let elements = self.parts()?;
        if elements.len() > MOST {
            return Err(self.fault("more than 64 elements"));
        }
        let element = |(index, element): (usize, Member)| self.part(&index.to_string(), element.value);
        Ok(elements.into_iter().enumerate().map(element).collect())
    }

    /// Splits an object or an array.
    fn parts(&self) -> Parsed<Vec<Member>> {
        let mut parts = Vec::new();
        match split(self.text, self.span, DEEPEST, &mut |part| parts.push(part)) {
            Ok(_) => Ok(parts),
            Err(error) if error.kind == ErrorKind::Limit => {
                Err(self.fault_at(error.at, "too long or nested too deeply"))
            }
            Err(error) => Err(self.fault_at(error.at, "invalid JSON")),
        }
    }

    /// Returns a member or an element of this value.
    fn part(&self, name: &str, span: Span) -> Self {
        Self { member: self.inside(name), span, ..*self }
    }

    /// Returns the JSON as it is written.
    fn raw(&self) -> &'a str {
        self.span.of(self.text)
    }

    /// Converts each element and leaks the list.
    pub(super) fn each<T>(&self, of: impl FnMut(Self) -> Parsed<T>) -> Parsed<&'static [T]> {
        let elements: Parsed<Vec<T>> = self.elements()?.into_iter().map(of).collect();
        Ok(elements?.leak())
    }

    /// Converts the value of each member and leaks them with their names.
    fn by_name<T>(&self, of: impl Fn(&Self) -> Parsed<T>) -> Parsed<&'static [(&'static str, T)]> {
        let members = self.members()?.into_iter();
        let named: Parsed<Vec<_>> = members.map(|(name, value)| Ok((&*name.leak(), of(&value)?))).collect();
        Ok(named?.leak())
    }

    pub(super) fn text(&self) -> Parsed<&'static str> {
        let inside = self.raw().strip_prefix('"').and_then(|raw| raw.strip_suffix('"'));
        let text = inside.and_then(|inside| unescape(inside).collect::<Result<String, _>>().ok());
        text.map(|text| &*text.leak()).ok_or_else(|| self.fault("expected a string"))
    }

    /// Returns a text that is not blank.
    pub(super) fn name(&self) -> Parsed<&'static str> {
        let text = self.text()?;
        if text.trim().is_empty() { Err(self.fault("must not be blank")) } else { Ok(text) }
    }

    pub(super) fn flag(&self) -> Parsed<bool> {
        self.raw().parse().map_err(|_| self.fault("expected true or false"))
    }

    /// Returns a number that fits its type.
    pub(super) fn number<T: FromStr>(&self) -> Parsed<T> {
        self.raw().parse().map_err(|_| self.fault("expected an integer in range"))
    }

    /// Returns the JSON without white space.
    pub(super) fn json(&self) -> &'static str {
        let mut json = String::new();
        compact(self.raw(), &mut |piece| json.push_str(piece));
        json.leak()
    }

    /// Returns the meaning of a word.
    fn one_of<T: Copy>(&self, words: &[(&'static str, T)]) -> Parsed<T> {
        let text = self.text();
        let known = words.iter().find(|(word, _)| text.as_ref().is_ok_and(|text| text == word));
        known.map(|(_, meaning)| *meaning).ok_or_else(|| {
            let names = || words.iter().map(|(word, _)| *word);
            let suggestion = text.ok().and_then(|text| nearest(text, names()));
            let what = format!("expected one of: {}", names().collect::<Vec<_>>().join(", "));
            Fault { suggestion, ..self.fault(what) }
        })
    }

    pub(super) fn paths(&self) -> Parsed<FieldPaths> {
        let paths = FieldPaths::new(self.each(|element| element.path())?);
        if paths.has_one_twice() { Err(self.fault("a path is listed twice")) } else { Ok(paths) }
    }

    pub(super) fn path(&self) -> Parsed<FieldPath> {
        let text = self.text()?;
        self.way(text.strip_prefix('/').unwrap_or(text))?;
        Ok(FieldPath::new(text))
    }

    /// Checks the names of a path.
    pub(super) fn way(&self, text: &str) -> Parsed<()> {
        let names = || text.split('/');
        let too_large = |name: &str| name.parse::<usize>().is_ok_and(|index| index > MOST);
        if names().any(str::is_empty) {
            Err(self.fault("empty path segment"))
        } else if text.len() > LONGEST || names().count() > MOST || names().any(too_large) {
            Err(self.fault("path is too long or has an index above 64"))
        } else {
            Ok(())
        }
    }

    fn inside(&self, name: &str) -> String {
        if self.member.is_empty() { name.to_owned() } else { format!("{}/{name}", self.member) }
    }
}

/// Returns a name that is safe to show: one of letters that is not a secret.
fn shown(name: &str) -> &str {
    let of_name = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    if name.bytes().all(of_name) && !may_be_secret(name) { name } else { "a member" }
}

/// Parses an id in kebab-case.
pub(super) fn id(value: &Value<'_>) -> Parsed<&'static str> {
    let id = value.text()?;
    if Format::is_id(id) { Ok(id) } else { Err(value.fault("expected a kebab-case id, such as acme-v2")) }
}

pub(super) fn wire(value: &Value<'_>) -> Parsed<Wire> {
    value.one_of(&[("json", Wire::Json), ("form", Wire::Form), ("text", Wire::Text)])
}

/// Parses the path of the object that holds the fields, with an optional `*` at its end.
pub(super) fn envelope(value: &Value<'_>) -> Parsed<&'static str> {
    let at = value.text()?;
    let list = if at == "*" { "" } else { at.strip_suffix("/*").unwrap_or(at) };
    if list.contains('*') {
        return Err(value.fault("`*` is only allowed as the last segment"));
    }
    if !list.is_empty() {
        value.way(list)?;
    }
    Ok(at)
}

pub(super) fn way(value: &Value<'_>) -> Parsed<&'static str> {
    let text = value.text()?;
    value.way(text).map(|()| text)
}

/// Parses members by their paths.
pub(super) fn constant_members(value: &Value<'_>) -> Parsed<&'static [(&'static str, &'static str)]> {
    value.members()?.iter().try_for_each(|(path, json)| json.way(path))?;
    value.by_name(|json| Ok(json.json()))
}

/// Parses the meaning of a special value, or of absence: `never`, `unknown` or a number of seconds.
fn special(value: &Value<'_>) -> Parsed<Special> {
    let words = [("never", Special::Never), ("unknown", Special::Unknown)];
    let special = value.number().map(Special::Seconds).or_else(|_| value.one_of(&words));
    special.map_err(|fault| fault.or("a number of seconds"))
}

/// Parses the meanings of special values by their texts.
fn meanings(value: &Value<'_>) -> Parsed<&'static [(&'static str, Special)]> {
    value.by_name(special)
}

pub(super) fn separators(value: &Value<'_>) -> Parsed<&'static [char]> {
    let separators: Vec<char> = value.text()?.chars().collect();
    let separates = |c: &char| matches!(c, ' '..='~' | '\t' | '\r' | '\n') && !c.is_ascii_alphanumeric();
    if separators.is_empty() || !separators.iter().all(separates) {
        return Err(value.fault("separators must be ASCII whitespace or punctuation"));
    }
    Ok(separators.leak())
}

/// Parses how a token goes into a header: `by_type`, `bare`, `none`, or `{"scheme": …}`.
pub(super) fn authorization(value: &Value<'_>) -> Parsed<Authorization> {
    if let Ok(members) = value.members() {
        if let Some((name, value)) = members.iter().find(|(name, _)| name != "scheme") {
            return Err(value.unknown(name, &[&["scheme"]]));
        }
        let [(_, scheme)] = members.as_slice() else { return Err(value.missing("scheme")) };
        let text = scheme.name()?;
        return if is_scheme(text) {
            Ok(Authorization::Scheme(text))
        } else {
            Err(scheme.fault("invalid authorization scheme"))
        };
    }
    let words =
        [("by_type", Authorization::ByType), ("bare", Authorization::Bare), ("none", Authorization::None)];
    value.one_of(&words).map_err(|fault| fault.or("an object of a scheme"))
}

/// Parses the flag of success.
pub(super) fn ok_when(value: &Value<'_>) -> Parsed<(FieldPath, &'static [&'static str])> {
    let (mut path, mut values): (_, &[_]) = (None, &[]);
    for (name, value) in value.members()? {
        match name.as_str() {
            "path" => path = Some(value.path()?),
            "values" => values = value.each(|value| Ok(value.json()))?,
            _ => return Err(value.unknown(&name, &[&["path", "values"]])),
        }
    }
    if values.is_empty() {
        return Err(value.fault("expected `path`, and at least one of `values`"));
    }
    Ok((path.ok_or_else(|| value.missing("path"))?, values))
}

pub(super) fn signature(value: Value<'_>) -> Parsed<&'static str> {
    let text = value.name()?;
    let is_valid = Signature::parse(text).is_some();
    is_valid.then_some(text).ok_or_else(|| value.fault("expected `a`, `a+b`, `data/a` or `data/a+data/b`"))
}

pub(super) fn evidence(value: &Value<'_>) -> Parsed<Evidence> {
    value.one_of(&Evidence::ALL.map(|evidence| (evidence.as_str(), evidence)))
}

/// Parses token types by the vendor's words for them.
pub(super) fn token_type_aliases(value: &Value<'_>) -> Parsed<&'static [(&'static str, TokenTypeKind)]> {
    value.by_name(|kind| match TokenTypeKind::of(kind.text()?.as_bytes()) {
        TokenTypeKind::Other => Err(kind.fault("expected one of: Bearer, DPoP, MAC, PoP, N_A")),
        known => Ok(known),
    })
}

/// Parses the names of headers.
pub(super) fn headers(value: &Value<'_>) -> Parsed<&'static [&'static str]> {
    value.each(|name| {
        let text = name.name()?;
        if is_scheme(text) { Ok(text) } else { Err(name.fault("not the name of a header")) }
    })
}

/// Parses the dialect whose members are those that are not set.
pub(super) fn base(value: &Value<'_>) -> Parsed<Dialect> {
    value.one_of(&[("rfc6749", Dialect::RFC6749), ("bare", Dialect::BARE)])
}

pub(super) fn statuses(value: &Value<'_>) -> Parsed<&'static [u16]> {
    value.each(|status| status.number())
}

/// Parses remedies by codes.
pub(super) fn remedies(value: &Value<'_>) -> Parsed<&'static [(&'static str, Remedy)]> {
    value.by_name(|remedy| remedy.one_of(&Remedy::ALL.map(|remedy| (remedy.as_str(), remedy))))
}

/// Parses the rules of one instant from an object or several.
pub(super) fn times(value: &Value<'_>) -> Parsed<&'static [TimeRule]> {
    let rules = value.each(|time| self::time(&time))?;
    if TimeRule::share_a_path(rules) { Err(value.fault("two rules for one path")) } else { Ok(rules) }
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
const ENCODINGS: [Encoding; 8] = [
    Encoding { name: "seconds", of: TimeRule::seconds, counts: true, dates: false, number: true },
    Encoding { name: "milliseconds", of: TimeRule::milliseconds, counts: true, dates: false, number: true },
    Encoding { name: "epoch", of: TimeRule::epoch, counts: false, dates: true, number: true },
    Encoding { name: "epoch_milliseconds", of: TimeRule::epoch_milliseconds, counts: false, dates: true, number: true },
    Encoding { name: "rfc3339", of: TimeRule::rfc3339, counts: false, dates: true, number: false },
    Encoding { name: "month_first", of: TimeRule::month_first, counts: false, dates: true, number: false },
    Encoding { name: "words", of: TimeRule::words, counts: false, dates: false, number: false },
    Encoding { name: "by_size", of: TimeRule::by_size, counts: true, dates: true, number: true },
];

/// The options of all encodings.
const OPTIONS: [&str; 8] =
    ["text", "read_only", "from_issue", "of_any_size", "milliseconds_above", "zone", "when", "when_absent"];

fn time(value: &Value<'_>) -> Parsed<TimeRule> {
    let members = value.members()?;
    let known = |name: &str| ENCODINGS.iter().find(|encoding| encoding.name == name);
    let mut encodings = members.iter().filter_map(|(name, paths)| Some((known(name)?, paths)));
    let (Some((encoding, paths)), None) = (encodings.next(), encodings.next()) else {
        let names = || ENCODINGS.iter().map(|encoding| encoding.name);
        let what = format!("expected exactly one of: {}", names().collect::<Vec<_>>().join(", "));
        let mut mistyped = members.iter().filter(|(name, _)| known(name).is_none());
        let suggestion = mistyped.find_map(|(name, _)| nearest(name, names()));
        return Err(Fault { suggestion, ..value.fault(what) });
    };
    let of = paths.paths()?;
    if of.is_empty() && encoding.name != "words" {
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
            "when" => time.when(meanings(value)?),
            "when_absent" => time.when_absent(special(value)?),
            _ => {
                let suggestion = nearest(name, OPTIONS.into_iter()).filter(|option| option != name);
                return Err(Fault { suggestion, ..value.fault("unknown option for this encoding") });
            }
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
        let number = |digits: &str, most: i8| {
            let digits = Some(digits).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
            digits.parse().ok().filter(|number: &i8| *number <= most)?.checked_mul(sign)
        };
        UtcOffset::from_hms(number(hours, 23)?, number(minutes, 59)?, 0).ok()
    };
    zone(value.text()?).ok_or_else(|| value.fault("expected a UTC offset, such as +08:00"))
}
