//! Contestants: implementations of an operation.

use crate::answers::{Kept, Show};

/// A way of carrying out an operation on one input.
pub(crate) struct Contestant {
    pub(crate) name: &'static str,
    pub(crate) side: Side,
    prepare: Box<dyn Fn() -> Call>,
}

/// The origin of a contestant's code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// The struct of owned strings, written by hand: all ratios are to it.
    Reference,
    /// The hand-written struct that accepts the same bodies and builds the same values as ours.
    Fair,
    Ours,
    Others,
}

/// A contestant with all that it needs, such as a token to encode.
pub(crate) enum Call {
    Borrowing(Box<Borrowing>),
    Owning(&'static [u8], Box<Owning>),
}

type Borrowing = dyn Fn(Show<'_>) -> bool;
type Owning = dyn Fn(Vec<u8>, Show<'_>) -> bool;

/// The input that a call consumes: a copy of the body for contestants that own it.
pub(crate) struct Given(Option<Vec<u8>>);

/// The name of the reference.
pub(crate) const REFERENCE: &str = "struct, owned";

impl Contestant {
    /// Makes a contestant. Only the closure that `prepare` returns is measured.
    pub(crate) fn new<C: Fn(Show<'_>) -> bool + 'static>(
        name: &'static str,
        side: Side,
        prepare: impl Fn() -> C + 'static,
    ) -> Self {
        Self { name, side, prepare: Box::new(move || Call::Borrowing(Box::new(prepare()))) }
    }

    /// Makes a contestant that borrows the body.
    pub(crate) fn reading(
        name: &'static str,
        side: Side,
        body: &'static [u8],
        read: impl Fn(&'static [u8], Show<'_>) -> bool + Copy + 'static,
    ) -> Self {
        Self::new(name, side, move || move |show: Show<'_>| read(body, show))
    }

    /// Makes a contestant that owns the body.
    pub(crate) fn owning(
        name: &'static str,
        side: Side,
        body: &'static [u8],
        read: impl Fn(Vec<u8>, Show<'_>) -> bool + Copy + 'static,
    ) -> Self {
        Self { name, side, prepare: Box::new(move || Call::Owning(body, Box::new(read))) }
    }

    pub(crate) fn prepared(&self) -> Call {
        (self.prepare)()
    }
}

impl Call {
    pub(crate) fn given(&self) -> Given {
        match self {
            Self::Borrowing(_) => Given(None),
            Self::Owning(body, _) => Given(Some(body.to_vec())),
        }
    }

    /// Runs the operation and shows the result; `false` if it cannot.
    pub(crate) fn run(&self, given: Given, show: Show<'_>) -> bool {
        match self {
            Self::Borrowing(call) => call(show),
            Self::Owning(_, call) => call(given.0.unwrap_or_default(), show),
        }
    }

    /// Returns the answer; `None` if the contestant cannot run the operation.
    pub(crate) fn answer(&self) -> Option<Kept> {
        let mut answer = None;
        let can = self.run(self.given(), &mut |made| answer = Some(Kept::from(made.answer)));
        answer.filter(|_| can)
    }
}
