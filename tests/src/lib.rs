//! The laws of anytoken, and what they are tried on: the corpus, random tokens and bodies, mutations.
//!
//! [`laws`] says what must hold, [`oracles`] what others make of the same bytes. The corpus tests, the property tests and
//! the fuzz targets all call them. None prints a value: a message names the law, the format and the slot. The suite adds the
//! body where it is one of the corpus.

pub mod callgrind;
pub mod corpus;
pub mod json;
pub mod laws;
pub mod markup;
pub mod matrix;
pub mod mutation;
pub mod oracles;
pub mod planted;
pub mod random;
pub mod response;
pub mod secrets;
pub mod seeds;
pub mod slots;
#[cfg(feature = "strategies")]
pub mod strategies;

pub use response::Response;
pub use slots::Slots;

/// The example of the README, as a test.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// The entry of the contributors' guide, which compiles.
#[cfg(doctest)]
#[doc = include_str!("../../CONTRIBUTING.md")]
struct Contributing;
