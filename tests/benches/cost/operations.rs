//! The operations and their contestants.

mod batch;
mod decode;
mod encode;
mod first_call;
mod store;
mod token;

use anytoken::{Response, Token, registry};
use anytoken_tests::recorded::AT;

pub(crate) use decode::{detected, found_as};

use crate::answers::{End, Kept, Made};
use crate::contestants::{Contestant, Side};
use crate::inputs::{Input, Role};
use crate::structs::Hand;

/// An operation. A further one is one more entry of [`ALL`].
pub(crate) struct Operation {
    pub(crate) name: &'static str,
    /// The inputs of the operation.
    pub(crate) takes: fn(&Input) -> bool,
    /// The contestants; none if the operation does not apply to the input.
    pub(crate) contestants: fn(&'static Input) -> Vec<Contestant>,
    /// Returns true if two answers mean the same.
    agree: fn(&Input, &Kept, &Kept) -> bool,
    /// True if only the first call of a process counts.
    pub(crate) is_cold: bool,
}

pub(crate) const ALL: &[Operation] = &[
    Operation {
        name: "decode",
        takes: |input| input.role != Role::Batch,
        contestants: decode::of,
        ..OPERATION
    },
    Operation { name: "encode", contestants: encode::of, agree: encode::agree, ..OPERATION },
    Operation { name: "store out", contestants: store::out, agree: same_json, ..OPERATION },
    Operation { name: "store out, redacted", contestants: store::redacted, agree: texts, ..OPERATION },
    Operation { name: "store in", contestants: store::back, ..OPERATION },
    Operation { name: "clone", contestants: token::clone, ..OPERATION },
    Operation { name: "compare", contestants: token::compare, ..OPERATION },
    Operation { name: "authorization", contestants: token::authorization, ..OPERATION },
    Operation {
        name: "first call",
        takes: |input| input.name == "rfc6749",
        contestants: first_call::of,
        is_cold: true,
        ..OPERATION
    },
    Operation {
        name: "batch",
        takes: |input| input.role == Role::Batch,
        contestants: batch::of,
        agree: batch::agree,
        ..OPERATION
    },
];

/// An operation on a token that a vendor sends, whose answers are equal.
const OPERATION: Operation = Operation {
    name: "",
    takes: |input| input.role == Role::Sent,
    contestants: |_| Vec::new(),
    agree: |_, one, other| one == other,
    is_cold: false,
};

impl Operation {
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|operation| operation.name == name)
    }

    /// # Panics
    ///
    /// If two contestants differ in their results, or if ours or the reference has no result.
    pub(crate) fn check_answers(&self, input: &'static Input) {
        let all = (self.contestants)(input);
        if all.is_empty() {
            return;
        }
        let reference = all.iter().find(|contestant| contestant.side == Side::Reference);
        let reference = reference.and_then(|contestant| contestant.prepared().answer());
        let name = format!("{}, {}", input.name, self.name);
        let reference = reference.unwrap_or_else(|| panic!("{name}: the reference makes nothing"));
        for contestant in &all {
            match contestant.prepared().answer() {
                Some(answer) => assert!(
                    (self.agree)(input, &answer, &reference),
                    "{name}: {} makes something else",
                    contestant.name
                ),
                None => assert!(contestant.side != Side::Ours, "{name}: {} makes nothing", contestant.name),
            }
        }
    }
}

fn same_json(_: &Input, one: &Kept, other: &Kept) -> bool {
    one.is_same_json(other)
}

/// Accepts any answers: a redacted text has nothing to compare.
fn texts(_: &Input, one: &Kept, other: &Kept) -> bool {
    one.are_texts(other)
}

/// The token of an input, which has one.
fn token_of(input: &Input) -> Token {
    let decoded = registry().decode_as(input.format, Response::new(&input.body, AT));
    let token = decoded.map(|decoded| decoded.into_token());
    token.expect("the input is understood").expect("the input is a token")
}

/// The struct that is written by hand for the shape of an input.
fn struct_of<T: Hand<'static>>(input: &'static Input) -> T {
    T::read(&input.body).expect("the struct reads the input")
}

/// A token of ours as the answer.
fn shown<'a, T>(holder: &T, token: &'a Token) -> Made<'a> {
    let end = token.validity().expires.at().map_or(End::Unknown, End::At);
    Made::token(holder, token.credential().expose(), end)
}
