//! Tests of the program `anytoken`.

#![allow(clippy::expect_used, reason = "a test that cannot run its program fails")]

mod batch;
mod check;
mod convert;
mod dialect;
mod formats;
mod help;
mod inspect;
mod normalize;
mod process;
mod run;
mod secrets;
mod silence;
