//! The members that describe an error: their names, places and order.

use std::ops::Range;

use super::value::is_empty;
use crate::error::JsonKind;
use crate::input::{Body, TEXT};
use crate::json::{Id, is_same};
use crate::value::Words;

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
pub(super) type Roles = u8;

/// A part of a path, or a code: the places of both are listed.
const NONE: Roles = 0;
/// It makes an error response if it has no token.
pub(super) const SIGN: Roles = 1;
/// A word of failure in it makes an error response if it has no token.
pub(super) const OUTCOME: Roles = 1 << 1;
/// `false` in it makes an error response if it has no token.
pub(super) const FLAG: Roles = 1 << 2;
/// It is a description.
pub(super) const DESCRIPTION: Roles = 1 << 3;
/// It is a description below the top level, where it means nothing else.
pub(super) const NESTED_DESCRIPTION: Roles = 1 << 4;

/// The places of a code in order of preference.
pub(super) const CODES: [Place; 18] = [
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
pub(super) const OBJECTS: [Place; 10] = [
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

pub(super) const STATUS: Name = name("status");
pub(super) const STATUS_CODE: Name = name("status_code");
pub(super) const ERROR: Name = name("error");
pub(super) const ERRORS: Name = name("errors");
pub(super) const ERROR_URI: Name = name("error_uri");
pub(super) const INTERVAL: Name = name("interval");
pub(super) const CONTENT: Name = name(TEXT);

/// A name, by its place in [`NAMES`].
pub(super) type Name = usize;

/// A set of names.
pub(super) type NameSet = u64;

/// Members of an object.
pub(super) struct Place {
    /// The names on the way to the object.
    pub(super) object: [Option<Name>; 2],
    pub(super) names: NameSet,
}

static WORDS: Words<Roles, { NAMES.len() }> = Words::new(&NAMES);

/// An object and its members: of each name the first that is not empty, or is `false`.
///
/// It is made in one pass, so that an object of many members costs no more than its length.
pub(super) struct Object {
    pub(super) id: Id,
    /// The object around it.
    pub(super) outer: ObjectIndex,
    names: NameSet,
    /// The nodes of the names; small, since several objects are kept.
    members: [u32; NAMES.len()],
}

/// The index of an object, which counts from one below the top level.
pub(super) type ObjectIndex = usize;

/// The object of the top level.
pub(super) const TOP: ObjectIndex = 0;

impl Object {
    pub(super) fn new(id: Id, outer: ObjectIndex) -> Self {
        Self { id, outer, names: 0, members: [0; NAMES.len()] }
    }

    /// Finds the members among the nodes of the object.
    pub(super) fn fill(&mut self, body: &Body<'_>, nodes: Range<Id>) {
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

    /// Returns the names of a set that it has, in order of preference.
    pub(super) fn names_in(&self, set: NameSet) -> impl Iterator<Item = Name> + use<> {
        let mut names = self.names & set;
        std::iter::from_fn(move || {
            let name = usize::try_from(names.trailing_zeros()).ok().filter(|_| names != 0)?;
            names &= !bit(name);
            Some(name)
        })
    }

    /// Returns the node of a name.
    pub(super) fn member(&self, name: Name) -> Option<Id> {
        let member = self.members.get(name).filter(|_| self.names & bit(name) != 0)?;
        usize::try_from(*member).ok()
    }
}

const fn bit(name: Name) -> NameSet {
    1 << name
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
pub(super) const fn with(roles: Roles) -> NameSet {
    let (mut rest, mut names, mut bit): (&[(&str, Roles)], NameSet, NameSet) = (&NAMES, 0, 1);
    while let [(_, own), tail @ ..] = rest {
        if *own & roles != 0 {
            names |= bit;
        }
        (rest, bit) = (tail, bit << 1);
    }
    names
}

pub(super) const fn set(words: &[&str]) -> NameSet {
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
