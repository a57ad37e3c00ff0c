//! Those who carry out an operation.

use crate::answers::{Kept, Show};

/// A way of carrying out an operation on one input.
pub(crate) struct Contestant {
    pub(crate) name: &'static str,
    pub(crate) side: Side,
    prepare: Box<dyn Fn() -> Call>,
}

/// Who wrote the code of a contestant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// The struct of owned strings, written by hand: all ratios are to it.
    Reference,
    /// The struct written by hand that takes what ours takes and makes of it what ours makes.
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

/// What must be there before a call: a copy of the body for those who take it over.
pub(crate) struct Given(Option<Vec<u8>>);

/// The name of the reference.
pub(crate) const REFERENCE: &str = "struct, owned";

impl Contestant {
    /// What `prepare` does is not measured; what the closure that it returns does, is.
    pub(crate) fn new<C: Fn(Show<'_>) -> bool + 'static>(
        name: &'static str,
        side: Side,
        prepare: impl Fn() -> C + 'static,
    ) -> Self {
        Self { name, side, prepare: Box::new(move || Call::Borrowing(Box::new(prepare()))) }
    }

    /// One that reads a body.
    pub(crate) fn reading(
        name: &'static str,
        side: Side,
        body: &'static [u8],
        read: impl Fn(&'static [u8], Show<'_>) -> bool + Copy + 'static,
    ) -> Self {
        Self::new(name, side, move || move |show: Show<'_>| read(body, show))
    }

    /// One that takes the body over.
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

    /// Carries the operation out, and shows what it has made; `false` where it cannot.
    pub(crate) fn run(&self, given: Given, show: Show<'_>) -> bool {
        match self {
            Self::Borrowing(call) => call(show),
            Self::Owning(_, call) => call(given.0.unwrap_or_default(), show),
        }
    }

    /// The answer, where the operation can be carried out.
    pub(crate) fn answer(&self) -> Option<Kept> {
        let mut answer = None;
        let can = self.run(self.given(), &mut |made| answer = Some(Kept::from(made.answer)));
        answer.filter(|_| can)
    }
}
