//! Those who read the bodies.

mod attributes;
mod hand;
mod ours;
#[cfg(feature = "rivals")]
mod rivals;
mod said;
mod shapes;

pub(crate) use ours::{detected, found_as};
pub(crate) use said::{Ends, Said, Tell};
pub(crate) use shapes::Wide;

use crate::inputs::{Input, Shape};

/// A way of reading one input.
pub(crate) struct Contestant {
    pub(crate) name: &'static str,
    read: Read,
}

enum Read {
    Slice(Box<OfSlice>),
    Owned(Box<OfOwned>),
}

type OfSlice = dyn Fn(&[u8], Tell<'_>) -> bool;
type OfOwned = dyn Fn(Vec<u8>, Tell<'_>) -> bool;

/// A body as a contestant takes it.
pub(crate) enum Given<'a> {
    Slice(&'a [u8]),
    Owned(Vec<u8>),
}

/// The name of the hand-written struct of owned strings, which is 1.00.
pub(crate) const REFERENCE: &str = "struct, owned";

impl Contestant {
    fn of_slice(name: &'static str, read: impl Fn(&[u8], Tell<'_>) -> bool + 'static) -> Self {
        Self { name, read: Read::Slice(Box::new(read)) }
    }

    fn of_owned(name: &'static str, read: impl Fn(Vec<u8>, Tell<'_>) -> bool + 'static) -> Self {
        Self { name, read: Read::Owned(Box::new(read)) }
    }

    pub(crate) fn is_ours(&self) -> bool {
        self.name.starts_with("ours")
    }

    pub(crate) fn is_reference(&self) -> bool {
        self.name == REFERENCE
    }

    pub(crate) fn is_owned(&self) -> bool {
        matches!(self.read, Read::Owned(_))
    }

    /// The body in the way that the contestant takes it; a copy where it takes it over.
    pub(crate) fn given<'a>(&self, body: &'a [u8]) -> Given<'a> {
        if self.is_owned() { Given::Owned(body.to_vec()) } else { Given::Slice(body) }
    }

    /// Reads the body and tells the least that all tell; whether the body can be read.
    pub(crate) fn read(&self, given: Given<'_>, tell: Tell<'_>) -> bool {
        match (&self.read, given) {
            (Read::Slice(read), Given::Slice(body)) => read(body, tell),
            (Read::Owned(read), Given::Owned(body)) => read(body, tell),
            _ => panic!("{} is given the body in another way", self.name),
        }
    }

    /// What is read, where the body can be read.
    pub(crate) fn said(&self, body: &[u8]) -> Option<Said> {
        let mut said = None;
        let read = self.read(self.given(body), &mut |text, ends| said = Some(Said::new(text, &ends)));
        said.filter(|_| read)
    }
}

/// All who are tried on an input; the reference first.
pub(crate) fn of(input: &Input) -> Vec<Contestant> {
    let mut all = hand::of(input.shape);
    if input.shown {
        if !matches!(input.shape, Shape::Form | Shape::Refusal) {
            all.extend(attributes::all());
        }
        #[cfg(feature = "rivals")]
        all.extend(rivals::of(input.shape));
    } else {
        all.retain(Contestant::is_reference);
    }
    all.extend(ours::of(input));
    all
}

/// # Panics
///
/// Where two contestants understand the body differently, and where ours or the reference does not.
pub(crate) fn agree(input: &Input) {
    let all = of(input);
    let reference = all.iter().find(|contestant| contestant.is_reference());
    let reference = reference.and_then(|reference| reference.said(&input.body));
    let reference = reference.unwrap_or_else(|| panic!("{}: the reference cannot read it", input.name));
    for contestant in &all {
        match contestant.said(&input.body) {
            Some(said) => {
                assert!(said.agrees(&reference), "{}: {} reads something else", input.name, contestant.name)
            }
            None => assert!(!contestant.is_ours(), "{}: {} cannot read it", input.name, contestant.name),
        }
    }
}
