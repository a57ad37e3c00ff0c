//! The suite: every format, over the corpus and at random.

mod built;
mod confusion;
mod corpus;
mod described;
mod detection;
mod entities;
mod errors;
mod exact;
mod foreign;
mod fuzz_replay;
mod guide;
mod laws;
mod limits;
mod matrix;
mod members;
mod packages;
mod readme;
mod refusals;
mod scanner;
mod shape;
mod silence;
mod sources;
mod stored;
mod wire;
mod written;

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Tries every item and fails with all that failed, each on a line, so that one defect does not hide the next.
fn every<T>(items: impl IntoIterator<Item = T>, name: impl Fn(&T) -> String, test: impl Fn(&T)) {
    let mut failed = Vec::new();
    let mut tried = 0;
    for item in items {
        tried += 1;
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| test(&item))) {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic");
            failed.push(format!("{}: {text}", name(&item)));
        }
    }
    assert!(tried > 0, "nothing to try");
    assert!(failed.is_empty(), "{} of {tried} failed:\n{}", failed.len(), failed.join("\n"));
}
