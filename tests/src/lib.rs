//! The laws of anytoken, and their input: the corpus, random tokens and bodies, mutations.
//!
//! [`laws`] states what must hold, [`oracles`] compares with other readers. The corpus tests, the property tests and
//! the fuzz targets all call them. None prints a value: a message names the law, the format and the field. For a case
//! of the corpus the suite adds the body.

pub mod callgrind;
pub mod corpus;
pub mod fields;
pub mod json;
pub mod laws;
pub mod markup;
pub mod matrix;
pub mod mutation;
pub mod oracles;
pub mod parallel;
pub mod planted;
pub mod random;
pub mod recorded;
pub mod secrets;
pub mod seeds;
#[cfg(feature = "strategies")]
pub mod strategies;

pub use fields::Fields;
pub use recorded::Recorded;

/// The example of the README, as a test.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// The entry of the contributors' guide, which compiles.
#[cfg(doctest)]
#[doc = include_str!("../../CONTRIBUTING.md")]
struct Contributing;
