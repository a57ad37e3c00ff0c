//! Tests of the program `anytoken`.

#![allow(clippy::expect_used, reason = "a test that cannot run its program fails")]

mod arrival;
mod batch;
mod check;
mod convert;
mod dialect;
mod due;
mod formats;
mod har;
mod help;
mod inspect;
mod normalize;
mod pipes;
mod process;
mod readings;
mod run;
mod secrets;
mod silence;
