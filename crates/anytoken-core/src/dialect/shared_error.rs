//! The members in which servers of all kinds describe an error, whatever the format is.
//!
//! A gateway or a framework often answers in place of the token endpoint, so these members follow those of every format.
//! Their names are compared without regard to case, `_` and `-`, and a list stands for its first element.

use std::ops::Range;

use super::reason_phrase::{is_reason_phrase, is_status_line};
use super::value::{content, is_empty, is_none, is_present, is_success, is_words, piece, text_or_json};
use crate::error::JsonKind;
use crate::input::{Body, TEXT};
use crate::json::{FieldPath, FieldPaths, Id, Member, is_same};
use crate::model::Piece;
use crate::paths;
use crate::value::{Number, Words};

/// The members that make an error response even if it has a token.
pub(super) const SIGNS: FieldPaths = paths!["error", "errors", "oauth_problem"];

/// The names with a meaning and their roles, in order of preference wherever an object has several of one role.
const NAMES: [(&str, Roles); 46] = [
    ("code", NONE),
    ("status_code", NONE),
    ("status", OUTCOME),
    ("type", NONE),
    ("error_code", SIGN),
    ("errcode", SIGN),
    ("errno", SIGN),
    ("errors", SIGN),
    ("error_type", SIGN),
    ("response_code", NONE),
    ("oauth_problem", SIGN),
    ("error_description", SIGN | DESCRIPTION),
    ("message", DESCRIPTION),
    ("msg", DESCRIPTION),
    ("errmsg", SIGN | DESCRIPTION),
    ("error_message", SIGN | DESCRIPTION),
    ("error_msg", SIGN | DESCRIPTION),
    ("error_summary", SIGN | DESCRIPTION),
    ("response_message", DESCRIPTION),
    ("description", DESCRIPTION),
    ("detail", DESCRIPTION),
    ("title", DESCRIPTION),
    ("hint", DESCRIPTION),
    ("desc", DESCRIPTION),
    ("error_text", SIGN | DESCRIPTION),
    ("err", SIGN | DESCRIPTION),
    ("faultstring", SIGN | DESCRIPTION),
    ("oauth_problem_advice", DESCRIPTION),
    ("reason", DESCRIPTION),
    ("text", NESTED_DESCRIPTION),
    (TEXT, NESTED_DESCRIPTION),
    ("key", NONE),
    ("error", SIGN),
    ("id", NONE),
    ("value", NONE),
    ("faultcode", SIGN),
    ("fault", SIGN),
    ("tpp_messages", SIGN),
    ("messages", NONE),
    ("extensions", NONE),
    ("data", NONE),
    ("result", OUTCOME),
    ("response", FLAG),
    ("success", FLAG),
    ("error_uri", NONE),
    ("interval", NONE),
];

/// A set of roles.
type Roles = u8;

/// A part of a path, or a code: the places of both are listed.
const NONE: Roles = 0;
/// It makes an error response if it has no token.
const SIGN: Roles = 1;
/// A word of failure in it makes an error response if it has no token.
const OUTCOME: Roles = 1 << 1;
/// `false` in it makes an error response if it has no token.
const FLAG: Roles = 1 << 2;
/// It is a description.
const DESCRIPTION: Roles = 1 << 3;
/// It is a description below the top level, where it means nothing else.
const NESTED_DESCRIPTION: Roles = 1 << 4;

/// The places of a code in order of preference.
const CODES: [Place; 18] = [
    place(&[], &["error"]),
    place(&["error"], &["code", "status", "type", "error_code", "reason", "key", "error"]),
    place(&["err"], &["code"]),
    place(&[], &["error_code", "errcode", "errno", "errors"]),
    place(&["errors"], &["code", "error_code", "error_type"]),
    place(&["errors", "extensions"], &["code", "error_code"]),
    place(&["errors"], &["id"]),
    place(&["tpp_messages"], &["code"]),
    place(&["messages"], &["error_code"]),
    place(&[], &["error_type", "response_code", "oauth_problem"]),
    // Apigee, SOAP 1.1 and SOAP 1.2.
    place(&["fault", "detail"], &["error_code"]),
    place(&["fault"], &["faultcode"]),
    place(&["fault", "code"], &["value"]),
    // The same where the fault is the root.
    place(&["detail"], &["error_code"]),
    place(&[], &["faultcode"]),
    place(&["code"], &["value"]),
    place(&[], &["code", "status_code", "status"]),
    place(&["error"], &["status_code"]),
];

/// The objects below the top level that may have a description.
const OBJECTS: [Place; 10] = [
    place(&["error"], &[]),
    place(&["err"], &[]),
    place(&["errors"], &[]),
    place(&["tpp_messages"], &[]),
    place(&["messages"], &[]),
    place(&["detail"], &[]),
    place(&["fault"], &[]),
    place(&["fault", "reason"], &[]),
    place(&["reason"], &[]),
    place(&["data"], &[]),
];

/// The members that state the HTTP status.
const STATUSES: NameSet = set(&["status", "status_code"]);

const CODE: Name = name("code");
const STATUS: Name = name("status");
const STATUS_CODE: Name = name("status_code");
const ERROR: Name = name("error");
const ERRORS: Name = name("errors");
const ERROR_URI: Name = name("error_uri");
const INTERVAL: Name = name("interval");
const CONTENT: Name = name(TEXT);

/// A name, by its place in [`NAMES`].
type Name = usize;

/// A set of names.
type NameSet = u64;

/// Members of an object.
struct Place {
    /// The names on the way to the object.
    object: [Option<Name>; 2],
    names: NameSet,
}

static WORDS: Words<Roles, { NAMES.len() }> = Words::new(&NAMES);

/// Reads the shared members of a body.
pub(super) struct SharedError<'b, 'r> {
    body: &'b mut Body<'r>,
    /// The top level: the `Body` of SOAP, or the first element of a list.
    top: Object,
    /// The objects below it that were looked into.
    nested: Vec<Object>,
    /// The nodes of tokens, which are neither codes nor descriptions.
    tokens: Vec<Id>,
}

/// An object and its members: of each name the first that is not empty, or is `false`.
///
/// It is made in one pass, so that an object of many members costs no more than its length.
struct Object {
    id: Id,
    /// The object around it.
    outer: ObjectIndex,
    names: NameSet,
    /// The nodes of the names; small, since several objects are kept.
    members: [u32; NAMES.len()],
}

/// The index of an object, which counts from one below the top level.
type ObjectIndex = usize;

const TOP: ObjectIndex = 0;

/// A code and its surroundings.
pub(super) struct Code {
    pub(super) id: Id,
    /// The object that has it.
    object: ObjectIndex,
    /// The elements after it, if it is one of a list.
    following: Range<Id>,
}

/// The ranks of a code: the first of the lowest rank is the code.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Rank {
    Code,
    /// A number that repeats the HTTP status.
    RepeatedStatus,
    /// A number in a member that is named for the status.
    OtherStatus,
    Sentence,
    /// Zero, or a word that says there is no error.
    NoError,
}

impl<'b, 'r> SharedError<'b, 'r> {
    pub(super) fn new(body: &'b mut Body<'r>, tokens: Vec<Id>) -> Self {
        let root = match body.is_soap {
            true => body.find(None, &FieldPath::new("Body")).ok().flatten(),
            false => body.tree.top().next().filter(|_| body.tree.is_list()),
        };
        let nodes = root.map_or(body.tree.top(), |root| {
            let root = first(body, root);
            open(body, root)
        });
        let mut shared = Self { body, top: Object::new(Id::MAX, TOP), nested: Vec::new(), tokens };
        shared.top.fill(shared.body, nodes);
        shared
    }

    /// Returns true if the members make an error response of a body that has no token.
    pub(super) fn is_error(&mut self) -> bool {
        let is_one_of = |text: &str, member, words: &[&str]| {
            let value = text_or_json(text, member);
            words.iter().any(|word| value.as_str().trim_ascii().eq_ignore_ascii_case(word))
        };
        self.body.is_fault
            || self.has(const { with(SIGN) }, |text, member| {
                is_present(text, member) && !is_success(text_or_json(text, member).as_str().trim_ascii())
            })
            || self.has(const { with(OUTCOME) }, |text, member| {
                is_one_of(text, member, &["error", "fail", "failed", "failure"])
            })
            || self.has(const { with(FLAG) }, |text, member| is_one_of(text, member, &["false"]))
    }

    /// Returns true if the top level has a member of some names that satisfies a condition.
    fn has(&mut self, names: NameSet, condition: impl Fn(&str, Member) -> bool) -> bool {
        let found = each(self.top.names & names).find_map(|name| {
            let id = self.top.member(name)?;
            condition(self.text(), self.member(id)?).then_some(id)
        });
        found.inspect(|id| self.body.tree.consult(*id)).is_some()
    }

    /// Finds the code.
    pub(super) fn code(&mut self) -> Option<Code> {
        let mut best: Option<(Rank, Code)> = None;
        for Place { object, names } in &CODES {
            let Some(object) = self.object_at(*object) else { continue };
            for name in each(self.object(object).names & names) {
                let Some((rank, code)) = self.code_named(object, name) else { continue };
                if rank == Rank::Code {
                    return Some(code);
                }
                if best.as_ref().is_none_or(|(lowest, _)| rank < *lowest) {
                    best = Some((rank, code));
                }
            }
        }
        best.map(|(_, code)| code).or_else(|| self.code_of_list())
    }

    /// Returns a member as a code: a text or a number, or the first element of a list if that is no sentence.
    fn code_named(&mut self, object: ObjectIndex, name: Name) -> Option<(Rank, Code)> {
        let member = self.object(object).member(name)?;
        let id = self.value(object, member)?;
        let rank = self.rank(object, name, id)?;
        let is_list = self.member(member).is_some_and(|member| member.kind == JsonKind::Array);
        let elements = if is_list { open(self.body, member) } else { 0..0 };
        let code = Code { id, object, following: id.saturating_add(1)..elements.end };
        (!is_list || !self.is_sentence(id)).then_some((rank, code))
    }

    /// Finds the code of a body that is a list of texts: the first of several that is a word.
    fn code_of_list(&mut self) -> Option<Code> {
        let mut words = self.listed_texts().filter(|id| !self.is_sentence(*id));
        let id = words.next().filter(|_| self.listed_texts().nth(1).is_some())?;
        Some(Code { id, object: TOP, following: id.saturating_add(1)..self.body.tree.top().end })
    }

    /// Returns the texts of a body that is a list.
    fn listed_texts(&self) -> impl Iterator<Item = Id> {
        let elements = self.body.tree.top().filter(|_| self.body.tree.is_list());
        elements.filter(|id| self.is_words(*id))
    }

    /// Returns the code of a format's own path.
    pub(super) fn own_code(&mut self, path: &FieldPath, id: Id) -> Code {
        let mut object = TOP;
        for (end, _) in path.as_str().match_indices('/') {
            let outer = path.as_str().get(..end).map(FieldPath::new);
            let id = outer.and_then(|outer| self.body.find(None, &outer).ok().flatten());
            object = id.map_or(object, |id| self.open(id, object));
        }
        Code { id, object, following: 0..0 }
    }

    /// Finds the description: beside the code, at the top level, or in an object that describes the error.
    pub(super) fn description(&mut self, code: Option<&Code>) -> Option<Id> {
        let mut around = code.map_or(TOP, |code| code.object);
        while around != TOP {
            if let Some(id) = self.description_in(around, code) {
                return Some(id);
            }
            around = self.object(around).outer;
        }
        code.and_then(|code| code.following.clone().find(|id| self.is_words(*id)))
            .or_else(|| self.description_in(TOP, code))
            .or_else(|| {
                OBJECTS.iter().find_map(|place| {
                    let object = self.object_at(place.object)?;
                    self.description_in(object, code)
                })
            })
            .or_else(|| self.sentence(code))
    }

    fn description_in(&mut self, object: ObjectIndex, code: Option<&Code>) -> Option<Id> {
        let names = match object {
            TOP => const { with(DESCRIPTION) },
            _ => const { with(DESCRIPTION | NESTED_DESCRIPTION) },
        };
        each(self.object(object).names & names).find_map(|name| {
            let member = self.object(object).member(name)?;
            self.value(object, member)
                .filter(|id| code.is_none_or(|code| code.id != *id) && self.is_text(*id))
        })
    }

    /// Returns the text of `error` or `errors` that is a sentence or a reason phrase, the code if it is a sentence, or the
    /// first text of a list.
    fn sentence(&mut self, code: Option<&Code>) -> Option<Id> {
        let mut errors = [ERROR, ERRORS].into_iter().filter_map(|name| {
            let id = self.top.member(name).and_then(|id| self.value(TOP, id))?;
            let rank = self.rank(TOP, name, id);
            (self.is_text(id) && matches!(rank, None | Some(Rank::Sentence))).then_some(id)
        });
        let error = errors.next();
        let code = code.map(|code| code.id);
        error
            .or_else(|| code.filter(|id| self.is_sentence(*id)))
            .or_else(|| self.listed_texts().find(|id| Some(*id) != code))
    }

    /// Finds the URI of a page that explains the error.
    pub(super) fn uri(&mut self) -> Option<Id> {
        self.top.member(ERROR_URI).filter(|id| self.is_words(*id))
    }

    /// Finds the wait in seconds.
    pub(super) fn interval(&mut self) -> Option<Member> {
        self.top.member(INTERVAL).and_then(|id| self.member(id))
    }

    /// Takes the text of a string, or the digits of a number.
    pub(super) fn take(&mut self, id: Option<Id>) -> Piece {
        let Some((id, member)) = id.and_then(|id| Some((id, self.member(id)?))) else { return Piece::None };
        self.body.tree.consume(id);
        if member.kind == JsonKind::Number { Piece::Plain(member.value) } else { piece(member) }
    }

    /// Returns the text of the body.
    pub(super) fn text(&self) -> &str {
        self.body.text.as_str()
    }

    /// Ranks a code; `None` for a word that is none.
    fn rank(&self, object: ObjectIndex, name: Name, id: Id) -> Option<Rank> {
        let member = self.member(id)?;
        let text = text_or_json(self.text(), member);
        let word = text.as_str().trim_ascii();
        let names_status = STATUSES & bit(name) != 0;
        if Number::parse(word).is_some() {
            return Some(match word.parse() {
                Ok(status) if Some(status) == self.body.status() => Rank::RepeatedStatus,
                _ if names_status => Rank::OtherStatus,
                _ if is_none(word) => Rank::NoError,
                _ => Rank::Code,
            });
        }
        match word {
            _ if names_status && (object == TOP || name == STATUS_CODE) => None,
            _ if is_status_line(word) || self.is_reason(object, name, word) => None,
            _ if is_sentence(word) => Some(Rank::Sentence),
            _ if is_none(word) => Some(Rank::NoError),
            _ => Some(Rank::Code),
        }
    }

    /// Returns true if a text is the reason phrase of a status beside it.
    fn is_reason(&self, object: ObjectIndex, name: Name, text: &str) -> bool {
        let beside = match name {
            ERROR if object == TOP => STATUSES,
            STATUS if object != TOP => STATUSES | bit(CODE),
            _ => return false,
        };
        let object = self.object(object);
        each(object.names & beside).filter_map(|name| self.member(object.member(name)?)).any(|member| {
            let status = text_or_json(self.text(), member);
            status.as_str().trim_ascii().parse().is_ok_and(|status| is_reason_phrase(text, status))
        })
    }

    /// Returns the node of a text or a number: a member of an object itself, or the first element of a list; of an XML
    /// element with attributes its text.
    fn value(&mut self, object: ObjectIndex, id: Id) -> Option<Id> {
        let first = first(self.body, id);
        let found = match self.member(first)?.kind {
            JsonKind::Object => {
                let element = self.open(first, object);
                self.object(element).member(CONTENT)?
            }
            _ => first,
        };
        Some(found).filter(|id| self.is_value(*id))
    }

    fn is_value(&self, id: Id) -> bool {
        let is_number = |member: Member| member.kind == JsonKind::Number;
        self.member(id).is_some_and(|member| is_number(member) || is_words(self.text(), member))
            && !self.tokens.contains(&id)
    }

    fn is_text(&self, id: Id) -> bool {
        self.member(id).is_some_and(|member| member.kind == JsonKind::String)
    }

    /// Returns true if a node is a string that is not blank.
    fn is_words(&self, id: Id) -> bool {
        self.member(id).is_some_and(|member| is_words(self.text(), member))
    }

    fn is_sentence(&self, id: Id) -> bool {
        let text = self.member(id).and_then(|member| content(self.text(), member));
        text.is_some_and(|text| is_sentence(text.as_str()))
    }

    fn member(&self, id: Id) -> Option<Member> {
        self.body.tree.node(id).map(|node| node.member)
    }

    fn object(&self, index: ObjectIndex) -> &Object {
        index.checked_sub(1).and_then(|index| self.nested.get(index)).unwrap_or(&self.top)
    }

    /// Finds the object that names lead to.
    fn object_at(&mut self, names: [Option<Name>; 2]) -> Option<ObjectIndex> {
        let mut object = TOP;
        for name in names {
            let Some(name) = name else { break };
            let id = self.object(object).member(name)?;
            object = self.open(id, object);
        }
        Some(object)
    }

    /// Returns an object within another, or the first element of a list.
    fn open(&mut self, id: Id, outer: ObjectIndex) -> ObjectIndex {
        let id = first(self.body, id);
        if let Some(index) = self.nested.iter().position(|object| object.id == id) {
            return index.saturating_add(1);
        }
        let nodes = open(self.body, id);
        let mut object = Object::new(id, outer);
        object.fill(self.body, nodes);
        self.nested.push(object);
        self.nested.len()
    }
}

impl Object {
    fn new(id: Id, outer: ObjectIndex) -> Self {
        Self { id, outer, names: 0, members: [0; NAMES.len()] }
    }

    /// Finds the members among the nodes of the object.
    fn fill(&mut self, body: &Body<'_>, nodes: Range<Id>) {
        let text = body.text.as_str();
        for (node, id) in body.tree.nodes_in(&nodes).iter().zip(nodes) {
            let found = match node.member.name_escaped {
                true => WORDS.find(node.name(text).as_bytes()),
                false => text.as_bytes().get(node.member.name.range()).and_then(|name| WORDS.find(name)),
            };
            let Some(name) = found.filter(|name| self.names & bit(*name) == 0) else { continue };
            let is_there = node.member.kind == JsonKind::Bool || !is_empty(text, node.member);
            if let (Some(member), Ok(id), true) = (self.members.get_mut(name), u32::try_from(id), is_there) {
                self.names |= bit(name);
                *member = id;
            }
        }
    }

    /// Returns the node of a name.
    fn member(&self, name: Name) -> Option<Id> {
        let member = self.members.get(name).filter(|_| self.names & bit(name) != 0)?;
        usize::try_from(*member).ok()
    }
}

/// Opens an object or a list, and returns its nodes.
fn open(body: &mut Body<'_>, id: Id) -> Range<Id> {
    let opened = body.tree.open(body.text.as_str(), id).ok().flatten();
    opened.map_or(0..0, |(start, end)| start..end)
}

/// Returns the first element of a list that is not empty, or a node itself.
fn first(body: &mut Body<'_>, id: Id) -> Id {
    let is_list = body.tree.node(id).is_some_and(|node| node.member.kind == JsonKind::Array);
    if is_list { open(body, id).next().unwrap_or(id) } else { id }
}

fn is_sentence(text: &str) -> bool {
    text.trim_ascii().bytes().any(|byte| byte <= b' ' && byte.is_ascii_whitespace())
}

const fn bit(name: Name) -> NameSet {
    1 << name
}

/// Returns the names of a set in order of preference.
fn each(mut names: NameSet) -> impl Iterator<Item = Name> {
    std::iter::from_fn(move || {
        let name = usize::try_from(names.trailing_zeros()).ok().filter(|_| names != 0)?;
        names &= !bit(name);
        Some(name)
    })
}

/// Returns the place of a name in [`NAMES`].
const fn name(word: &str) -> Name {
    let (mut rest, mut name): (&[(&str, Roles)], Name) = (&NAMES, 0);
    while let [(known, _), tail @ ..] = rest {
        if is_same(known, word) {
            break;
        }
        (rest, name) = (tail, name.saturating_add(1));
    }
    assert!(!rest.is_empty(), "a name is not listed");
    name
}

/// Returns the names of any of some roles.
const fn with(roles: Roles) -> NameSet {
    let (mut rest, mut names, mut bit): (&[(&str, Roles)], NameSet, NameSet) = (&NAMES, 0, 1);
    while let [(_, own), tail @ ..] = rest {
        if *own & roles != 0 {
            names |= bit;
        }
        (rest, bit) = (tail, bit << 1);
    }
    names
}

const fn set(words: &[&str]) -> NameSet {
    let (mut rest, mut names) = (words, 0);
    while let [word, tail @ ..] = rest {
        names |= bit(name(word));
        rest = tail;
    }
    names
}

const fn place(object: &[&str], names: &[&str]) -> Place {
    let object = match object {
        [] => [None, None],
        [only] => [Some(name(only)), None],
        [outer, inner, ..] => [Some(name(outer)), Some(name(inner))],
    };
    Place { object, names: set(names) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_once() {
        for (index, (name, _)) in NAMES.iter().enumerate() {
            assert_eq!(WORDS.find(name.as_bytes()), Some(index), "{name}");
        }
    }
}
