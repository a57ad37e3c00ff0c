//! The members in which servers of all kinds describe an error, whatever the format is.
//!
//! A gateway or a framework often answers in place of the token endpoint, so these members follow those of every format.
//! Their names are compared without regard to case, `_` and `-`, and a list stands for its first element.

use std::num::NonZeroU32;
use std::ops::Range;

use super::reason_phrase::{is_reason_phrase, is_status_line};
use super::value::{Content, content, is_empty, is_present, is_success, piece, text_or_json};
use crate::error::JsonKind;
use crate::input::{Body, TEXT};
use crate::json::{self, FieldPath, FieldPaths, Id, Member, NameSet};
use crate::model::Piece;
use crate::paths;
use crate::value::{Number, letters_of};

/// The members that make an error response even if it has a token.
pub(super) const SIGNS: FieldPaths = paths!["error", "errors", "oauth_problem"];

/// The members that make an error response if it has no token.
const SIGNS_WITHOUT_TOKEN: [&str; 18] = [
    "error",
    "errors",
    "errorcode",
    "errcode",
    "errno",
    "errortype",
    "errordescription",
    "errormessage",
    "errormsg",
    "errorsummary",
    "errortext",
    "errmsg",
    "err",
    "oauthproblem",
    "tppmessages",
    "fault",
    "faultcode",
    "faultstring",
];

/// The members whose words of failure make an error response if it has no token.
const OUTCOMES: [&str; 2] = ["status", "result"];

/// The members that make an error response if they are false and it has no token.
const SUCCESS_FLAGS: [&str; 2] = ["success", "response"];

/// The paths of a code in order of preference.
const CODES: [&str; 34] = [
    "error",
    "error/code",
    "error/status",
    "error/type",
    "error/errorcode",
    "error/reason",
    "error/key",
    "error/error",
    "err/code",
    "errorcode",
    "errcode",
    "errno",
    "errors",
    "errors/code",
    "errors/errorcode",
    "errors/errortype",
    "errors/extensions/code",
    "errors/extensions/errorcode",
    "errors/id",
    "tppmessages/code",
    "messages/errorcode",
    "errortype",
    "responsecode",
    "oauthproblem",
    // Apigee, SOAP 1.1 and SOAP 1.2.
    "fault/detail/errorcode",
    "fault/faultcode",
    "fault/code/value",
    // The same where the fault is the root.
    "detail/errorcode",
    "faultcode",
    "code/value",
    "code",
    "statuscode",
    "status",
    "error/statuscode",
];

/// The names of a description in order of preference.
const DESCRIPTIONS: [&str; 18] = [
    "errordescription",
    "message",
    "msg",
    "errmsg",
    "errormessage",
    "errormsg",
    "errorsummary",
    "responsemessage",
    "description",
    "detail",
    "title",
    "hint",
    "desc",
    "errortext",
    "err",
    "faultstring",
    "oauthproblemadvice",
    "reason",
];

/// The names of a description below the top level, where they mean nothing else.
const NESTED_DESCRIPTIONS: [&str; 2] = ["text", TEXT];

/// The objects below the top level that may have a description.
const OBJECTS: [&str; 10] = [
    "error",
    "err",
    "errors",
    "tppmessages",
    "messages",
    "detail",
    "fault",
    "fault/reason",
    "reason",
    "data",
];

/// The names at the start of the paths of a list, by which nearly all paths that lead nowhere are told at once.
const CODE_NAMES: [NameSet; CODES.len()] = first_names(CODES);
const DESCRIPTION_NAMES: [NameSet; DESCRIPTIONS.len()] = first_names(DESCRIPTIONS);
const SIGN_NAMES: [NameSet; SIGNS_WITHOUT_TOKEN.len()] = first_names(SIGNS_WITHOUT_TOKEN);

/// The URI of a page that explains the error.
const URI: &str = "erroruri";

/// The wait in seconds.
const INTERVAL: &str = "interval";

/// Every name on the paths above, sorted.
const NAMES: [&str; 46] = [
    TEXT,
    "code",
    "data",
    "desc",
    "description",
    "detail",
    "err",
    "errcode",
    "errmsg",
    "errno",
    "error",
    "errorcode",
    "errordescription",
    "errormessage",
    "errormsg",
    "errors",
    "errorsummary",
    "errortext",
    "errortype",
    "erroruri",
    "extensions",
    "fault",
    "faultcode",
    "faultstring",
    "hint",
    "id",
    "interval",
    "key",
    "message",
    "messages",
    "msg",
    "oauthproblem",
    "oauthproblemadvice",
    "reason",
    "response",
    "responsecode",
    "responsemessage",
    "result",
    "status",
    "statuscode",
    "success",
    "text",
    "title",
    "tppmessages",
    "type",
    "value",
];

/// The length of the longest name.
const LONGEST: usize = 18;

/// Reads the shared members of a body.
pub(super) struct SharedError<'b, 'r> {
    body: &'b mut Body<'r>,
    /// The objects that were looked into.
    objects: Vec<Object>,
    /// The object whose members are those of the top level: the `Body` of SOAP, or the first element of a list.
    root: Option<Id>,
    /// The nodes of tokens, which are neither codes nor descriptions.
    tokens: Vec<Id>,
}

/// An object, and its members by their place in [`NAMES`]: each the first of its name that is not empty, or is `false`.
///
/// It is made in one pass, so that an object of many members costs no more than its length.
struct Object {
    id: Option<Id>,
    /// The names that it has, by which nearly all others are told at once.
    names: NameSet,
    members: [Option<NodeNumber>; NAMES.len()],
}

/// The id of a node, counted from one: a quarter of the size of an optional id, since several objects are kept.
type NodeNumber = NonZeroU32;

/// The index of an object that was looked into.
type ObjectIndex = usize;

/// A code and its surroundings.
pub(super) struct Code {
    pub(super) id: Id,
    /// The objects around it below the top level, the innermost first.
    objects: Vec<ObjectIndex>,
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
        Self { body, objects: Vec::new(), root, tokens }
    }

    /// Returns true if the members make an error response of a body that has no token.
    pub(super) fn is_error(&mut self) -> bool {
        let is_one_of = |text: &str, member, words: &[&str]| {
            let value = text_or_json(text, member);
            words.iter().any(|word| value.as_str().trim_ascii().eq_ignore_ascii_case(word))
        };
        let is_sign = |text: &str, member| {
            is_present(text, member) && !is_success(text_or_json(text, member).as_str().trim_ascii())
        };
        let is_failure =
            |text: &str, member| is_one_of(text, member, &["error", "fail", "failed", "failure"]);
        let is_false = |text: &str, member| is_one_of(text, member, &["false"]);
        self.body.is_fault
            || SIGNS_WITHOUT_TOKEN.into_iter().zip(SIGN_NAMES).any(|(name, first)| {
                let top = self.top();
                self.may_have(top, first) && self.has(name, is_sign)
            })
            || OUTCOMES.into_iter().any(|name| self.has(name, is_failure))
            || SUCCESS_FLAGS.into_iter().any(|name| self.has(name, is_false))
    }

    /// Returns true if the top level has a member of a name that satisfies a condition.
    fn has(&mut self, name: &str, condition: impl Fn(&str, Member) -> bool) -> bool {
        let Some(id) = self.find(name) else { return false };
        let has = self.member(id).is_some_and(|member| condition(self.text(), member));
        if has {
            self.body.tree.consult(id);
        }
        has
    }

    /// Finds the code.
    pub(super) fn code(&mut self) -> Option<Code> {
        let mut best: Option<(Rank, &str, Id)> = None;
        let top = self.top();
        for (path, first) in CODES.into_iter().zip(CODE_NAMES) {
            if !self.may_have(top, first) {
                continue;
            }
            let Some(id) = self.find(path).and_then(|id| self.code_in(id)) else { continue };
            let Some(rank) = self.rank(path, id) else { continue };
            if best.is_none_or(|(lowest, ..)| rank < lowest) {
                best = Some((rank, path, id));
            }
            if rank == Rank::Code {
                break;
            }
        }
        let Some((_, path, id)) = best else { return self.code_of_list() };
        let objects = objects_around(path, |object| self.find(object).map(|id| self.object(id)));
        let list = self.find(path).filter(|member| *member != id && self.is_list(*member));
        let elements = list.map_or(0..0, |list| self.open(list));
        Some(Code { id, objects, following: after(id, &elements) })
    }

    /// Finds the code of a body that is a list of texts: the first of several that is a word.
    fn code_of_list(&mut self) -> Option<Code> {
        let mut words = self.listed_texts().filter(|(_, text)| !is_sentence(text.as_str()));
        let (id, _) = words.next().filter(|_| self.listed_texts().nth(1).is_some())?;
        Some(Code { id, objects: Vec::new(), following: after(id, &self.body.tree.top()) })
    }

    /// Returns the texts of a body that is a list.
    fn listed_texts(&self) -> impl Iterator<Item = (Id, Content<'_>)> {
        let elements = self.body.tree.top().filter(|_| self.body.tree.is_list());
        elements.filter_map(|id| Some((id, self.words(id)?)))
    }

    /// Returns the code of a format's own path.
    pub(super) fn own_code(&mut self, path: &FieldPath, id: Id) -> Code {
        let objects = objects_around(path.as_str(), |object| {
            let id = self.body.find(None, &FieldPath::new(object)).ok().flatten()?;
            Some(self.object(id))
        });
        Code { id, objects, following: 0..0 }
    }

    /// Finds the description: beside the code, at the top level, or in an object that describes the error.
    pub(super) fn description(&mut self, code: Option<&Code>) -> Option<Id> {
        let beside = code.map_or(&[][..], |code| &code.objects);
        beside
            .iter()
            .find_map(|object| self.description_in(*object, true, code))
            .or_else(|| code.and_then(|code| code.following.clone().find(|id| self.words(*id).is_some())))
            .or_else(|| {
                let top = self.top();
                self.description_in(top, false, code)
            })
            .or_else(|| {
                OBJECTS.into_iter().find_map(|path| {
                    let object = self.find(path).map(|id| self.object(id))?;
                    self.description_in(object, true, code)
                })
            })
            .or_else(|| self.sentence(code))
    }

    fn description_in(&mut self, object: ObjectIndex, is_nested: bool, code: Option<&Code>) -> Option<Id> {
        let nested = NESTED_DESCRIPTIONS.into_iter().filter(|_| is_nested).map(|name| (name, NameSet::MAX));
        DESCRIPTIONS.into_iter().zip(DESCRIPTION_NAMES).chain(nested).find_map(|(name, first)| {
            if !self.may_have(object, first) {
                return None;
            }
            let id = self.named(object, name)?;
            let id = self.value(id).filter(|id| code.is_none_or(|code| code.id != *id))?;
            self.words(id).map(|_| id)
        })
    }

    /// Returns the text of `error` or `errors` that is a sentence or a reason phrase, the code if it is a sentence, or the
    /// first text of a list.
    fn sentence(&mut self, code: Option<&Code>) -> Option<Id> {
        let mut errors = ["error", "errors"].into_iter().filter_map(|path| {
            let id = self.find(path).and_then(|id| self.value(id))?;
            let rank = self.rank(path, id);
            (self.words(id).is_some() && (rank.is_none() || rank == Some(Rank::Sentence))).then_some(id)
        });
        let error = errors.next();
        let code = code.map(|code| code.id);
        let is_text = |id: &Id| self.words(*id).is_some_and(|text| is_sentence(text.as_str()));
        let listed = || self.listed_texts().map(|(id, _)| id).find(|id| Some(*id) != code);
        error.or_else(|| code.filter(is_text)).or_else(listed)
    }

    /// Finds the URI of a page that explains the error.
    pub(super) fn uri(&mut self) -> Option<Id> {
        let id = self.find(URI)?;
        self.words(id).map(|_| id)
    }

    /// Finds the wait in seconds.
    pub(super) fn interval(&mut self) -> Option<Member> {
        self.find(INTERVAL).and_then(|id| self.member(id))
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
    fn rank(&mut self, path: &str, id: Id) -> Option<Rank> {
        let names_status = path.ends_with("status") || path.ends_with("statuscode");
        let is_reason = self.is_reason(path, id);
        let member = self.member(id)?;
        let text = text_or_json(self.text(), member);
        let word = text.as_str().trim_ascii();
        if Number::parse(word).is_some() {
            return Some(match word.parse() {
                Ok(status) if Some(status) == self.body.status() => Rank::RepeatedStatus,
                _ if names_status => Rank::OtherStatus,
                _ if is_present(self.text(), member) => Rank::Code,
                _ => Rank::NoError,
            });
        }
        match word {
            _ if is_reason || names_status && path != "error/status" => None,
            _ if is_sentence(word) => Some(Rank::Sentence),
            _ if is_present(self.text(), member) => Some(Rank::Code),
            _ => Some(Rank::NoError),
        }
    }

    /// Returns true if a text is a reason phrase of HTTP beside or after its status.
    fn is_reason(&mut self, path: &str, id: Id) -> bool {
        let beside = match path {
            "error" => ["status", "statuscode"],
            "error/status" => ["error/code", "error/statuscode"],
            _ => return self.words(id).is_some_and(|text| is_status_line(text.as_str())),
        };
        let statuses = beside.map(|path| self.status_at(path));
        self.words(id).is_some_and(|text| {
            let is_phrase = |status: &u16| is_reason_phrase(text.as_str(), *status);
            is_status_line(text.as_str()) || statuses.iter().flatten().any(is_phrase)
        })
    }

    fn status_at(&mut self, path: &str) -> Option<u16> {
        let member = self.find(path).and_then(|id| self.member(id))?;
        text_or_json(self.text(), member).as_str().trim_ascii().parse().ok()
    }

    /// Returns the node of a code: a text or a number, or the first element of a list if that is no sentence.
    fn code_in(&mut self, id: Id) -> Option<Id> {
        let is_list = self.is_list(id);
        let code = self.value(id)?;
        let is_sentence = self.words(code).is_some_and(|text| is_sentence(text.as_str()));
        (!(is_list && is_sentence)).then_some(code)
    }

    /// Returns the node of a text or a number: a member itself, or the first element of a list; of an XML element with
    /// attributes its text.
    fn value(&mut self, id: Id) -> Option<Id> {
        let first = if self.is_list(id) { self.open(id).next()? } else { id };
        let found = match self.member(first)?.kind {
            JsonKind::Object => {
                let object = self.object(first);
                self.named(object, TEXT)?
            }
            _ => first,
        };
        Some(found).filter(|id| self.is_value(*id))
    }

    fn is_value(&self, id: Id) -> bool {
        let is_number = self.member(id).is_some_and(|member| member.kind == JsonKind::Number);
        (is_number || self.words(id).is_some()) && !self.tokens.contains(&id)
    }

    /// Returns the text of a string that is not blank.
    fn words(&self, id: Id) -> Option<Content<'_>> {
        let text = content(self.text(), self.member(id)?)?;
        (!text.as_str().trim_ascii().is_empty()).then_some(text)
    }

    fn is_list(&self, id: Id) -> bool {
        self.member(id).is_some_and(|member| member.kind == JsonKind::Array)
    }

    fn member(&self, id: Id) -> Option<Member> {
        self.body.tree.node(id).map(|node| node.member)
    }

    /// Finds a member at a path.
    fn find(&mut self, path: &str) -> Option<Id> {
        let mut object = self.top();
        let mut names = path.split('/').peekable();
        loop {
            let id = self.named(object, names.next()?)?;
            if names.peek().is_none() {
                return Some(id);
            }
            object = self.object(id);
        }
    }

    /// Returns false if an object has no member of the names of a set.
    fn may_have(&self, object: ObjectIndex, names: NameSet) -> bool {
        self.objects.get(object).is_some_and(|object| object.names & names != 0)
    }

    /// Finds the member of a name in an object.
    fn named(&self, object: ObjectIndex, name: &str) -> Option<Id> {
        let object = self.objects.get(object).filter(|object| object.names & name_set(name) != 0)?;
        let number = *object.members.get(NAMES.binary_search(&name).ok()?)?;
        Id::try_from(number?.get()).ok()?.checked_sub(1)
    }

    /// Returns the object of the top level.
    fn top(&mut self) -> ObjectIndex {
        let top = self.body.tree.top();
        match self.root {
            Some(root) => self.object(root),
            None => self.object_of(None, |_| top),
        }
    }

    /// Returns an object, or the first element of a list.
    fn object(&mut self, id: Id) -> ObjectIndex {
        let id = if self.is_list(id) { self.open(id).next().unwrap_or(id) } else { id };
        self.object_of(Some(id), |shared| shared.open(id))
    }

    fn object_of(&mut self, id: Option<Id>, nodes: impl FnOnce(&mut Self) -> Range<Id>) -> ObjectIndex {
        if let Some(known) = self.objects.iter().position(|object| object.id == id) {
            return known;
        }
        let (mut names, mut members) = (NameSet::default(), [None; NAMES.len()]);
        for id in nodes(self) {
            let Some(node) = self.body.tree.node(id).filter(|node| node.is_named()) else { break };
            let Some(index) = index_of(&node.name(self.text())) else { continue };
            let (Some(name), Some(member)) = (NAMES.get(index), members.get_mut(index)) else { continue };
            let is_there = node.member.kind == JsonKind::Bool || !is_empty(self.text(), node.member);
            if member.is_none() && is_there {
                *member = u32::try_from(id.saturating_add(1)).ok().and_then(NodeNumber::new);
                names |= name_set(name);
            }
        }
        self.objects.push(Object { id, names, members });
        self.objects.len().saturating_sub(1)
    }

    fn open(&mut self, id: Id) -> Range<Id> {
        let opened = self.body.tree.open(self.body.text.as_str(), id).ok().flatten();
        opened.map_or(0..0, |(start, end)| start..end)
    }
}

/// Returns for each path the set of its first name.
const fn first_names<const N: usize>(paths: [&'static str; N]) -> [NameSet; N] {
    let mut sets = [0; N];
    let (mut rest, mut to): (&[&'static str], &mut [NameSet]) = (&paths, &mut sets);
    while let ([path, tail @ ..], [set, others @ ..]) = (rest, to) {
        *set = FieldPath::new(path).names();
        (rest, to) = (tail, others);
    }
    sets
}

/// Returns the set of one of [`NAMES`].
fn name_set(name: &str) -> NameSet {
    json::name_set(json::name_hash(name.as_bytes()))
}

/// Returns the place of a name in [`NAMES`], without regard to case, `_` and `-`.
fn index_of(name: &str) -> Option<usize> {
    let (mut letters, mut length) = ([0; LONGEST], 0_usize);
    for byte in letters_of(name) {
        *letters.get_mut(length)? = byte;
        length = length.saturating_add(1);
    }
    let letters = letters.get(..length)?;
    NAMES.binary_search_by(|known| known.as_bytes().cmp(letters)).ok()
}

/// Returns the objects on the way to a path, the innermost first.
fn objects_around<'p>(path: &'p str, object: impl FnMut(&'p str) -> Option<ObjectIndex>) -> Vec<ObjectIndex> {
    let outer = |path: &&'p str| path.rsplit_once('/').map(|(object, _)| object);
    std::iter::successors(outer(&path), outer).filter_map(object).collect()
}

/// Returns the elements after one of a list.
fn after(id: Id, elements: &Range<Id>) -> Range<Id> {
    id.saturating_add(1)..elements.end
}

fn is_sentence(text: &str) -> bool {
    text.trim_ascii().contains(|c: char| c.is_ascii_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_on_a_path_is_found() {
        let lists: [&[&str]; 7] = [
            &SIGNS_WITHOUT_TOKEN,
            &OUTCOMES,
            &SUCCESS_FLAGS,
            &CODES,
            &DESCRIPTIONS,
            &NESTED_DESCRIPTIONS,
            &OBJECTS,
        ];
        let paths = lists.into_iter().flatten().copied().chain([URI, INTERVAL, TEXT]);
        let mut names: Vec<_> = paths.flat_map(|path| path.split('/')).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names, NAMES);
        assert_eq!(names.iter().map(|name| name.len()).max(), Some(LONGEST));
    }

    #[test]
    fn names_are_found_in_every_spelling() {
        for name in ["errorcode", "error_code", "errorCode", "ERROR-CODE", "__error__code__"] {
            assert_eq!(index_of(name).and_then(|index| NAMES.get(index)), Some(&"errorcode"), "{name}");
        }
        for name in ["", "_", "error code", "errorcodes", "oauth_problem_advices", "errörcode"] {
            assert_eq!(index_of(name), None, "{name}");
        }
    }
}
