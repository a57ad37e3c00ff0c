//! The command line held against the corpus for other clients.

use std::ffi::OsString;
use std::io::Cursor;

use anytoken_cli::Streams;
use serde_json::Value;
use xtask::conformance::{Options, Report, cases, write_requests};

#[test]
fn command_line_is_right_with_the_format() {
    let report = report(Options::default());
    assert!(report.is_clean(), "{report}\n{:?}", report.faults);
}

#[test]
fn missing_answer_is_a_fault() {
    let cases = cases();
    let none = Report::new(&cases, &[], false);
    assert!(none.is_never_wrong() && !none.is_clean());
    assert!(none.faults.len() >= cases.len());
}

#[test]
fn value_that_is_not_stated_is_wrong() {
    let cases = cases();
    let case = cases.iter().find(|case| case.outcome == "error").expect("an error response");
    let answer = serde_json::json!({"id": case.id, "outcome": "token", "token": {"access_token": "EXAMPLE"}});
    assert!(!Report::new(&cases, &[answer], false).is_never_wrong());
}

/// Asks the command line.
fn report(options: Options) -> Report {
    let cases = cases();
    let mut requests = Vec::new();
    write_requests(&mut requests, &cases, options).expect("a vector takes everything");
    let (mut answers, mut errors) = (Vec::new(), Vec::new());
    let streams = Streams {
        stdin: Box::new(Cursor::new(requests)),
        modified: None,
        stdout: &mut answers,
        stderr: &mut errors,
        terminals: [false; 3],
    };
    let args = ["anytoken", "normalize", "--batch", "--reveal"].map(OsString::from);
    assert_eq!(anytoken_cli::run(args, streams), 0, "{}", String::from_utf8_lossy(&errors));
    let text = String::from_utf8(answers).expect("answers are text");
    let answers: Vec<Value> =
        text.lines().map(|line| serde_json::from_str(line).expect("an answer is JSON")).collect();
    Report::new(&cases, &answers, options.standard)
}
