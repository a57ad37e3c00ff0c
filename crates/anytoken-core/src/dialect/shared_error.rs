//! The members in which servers of all kinds describe an error, whatever the format is.
//!
//! A gateway or a framework often answers in place of the token endpoint, so these members follow those of every format.
//! Their names are compared without regard to case, `_` and `-`, and a list stands for its first element.

use std::ops::Range;

use super::error_members::{
    CODES, CONTENT, DESCRIPTION, ERROR, ERROR_URI, ERRORS, FLAG, INTERVAL, NESTED_DESCRIPTION, Name, NameSet,
    OBJECTS, OUTCOME, Object, ObjectIndex, Place, SIGN, STATUS, STATUS_CODE, TOP, set, with,
};
use super::reason_phrase::{is_reason_phrase, is_status_line};
use super::value::{content, is_none, is_present, is_success, is_words, piece, text_or_json};
use crate::error::JsonKind;
use crate::input::Body;
use crate::json::{FieldPath, FieldPaths, Id, Member};
use crate::model::Piece;
use crate::paths;
use crate::value::Number;

/// The members that make an error response even if it has a token.
pub(super) const SIGNS: FieldPaths = paths!["error", "errors", "oauth_problem"];

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
        fn says(words: &[&str]) -> impl Fn(&str, Member) -> bool {
            |text, member| {
                let value = text_or_json(text, member);
                words.iter().any(|word| value.as_str().trim_ascii().eq_ignore_ascii_case(word))
            }
        }
        self.body.is_fault
            || self.has(const { with(SIGN) }, |text, member| {
                is_present(text, member) && !is_success(text_or_json(text, member).as_str().trim_ascii())
            })
            || self.has(const { with(OUTCOME) }, says(&["error", "fail", "failed", "failure"]))
            || self.has(const { with(FLAG) }, says(&["false"]))
    }

    /// Returns true if the top level has a member of some names that satisfies a condition.
    fn has(&mut self, names: NameSet, condition: impl Fn(&str, Member) -> bool) -> bool {
        let found = self.top.names_in(names).find_map(|name| {
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
            for name in self.object(object).names_in(*names) {
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
        self.object(object).names_in(names).find_map(|name| {
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
        let names_status = matches!(name, STATUS | STATUS_CODE);
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
            ERROR if object == TOP => const { set(&["status", "status_code"]) },
            STATUS if object != TOP => const { set(&["code", "status_code"]) },
            _ => return false,
        };
        let object = self.object(object);
        object.names_in(beside).filter_map(|name| self.member(object.member(name)?)).any(|member| {
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
