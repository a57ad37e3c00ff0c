//! Answering the lines of a batch: by the command with one job, beside parsing the same lines and their bodies.

use std::ffi::OsString;

use anytoken_cli::Streams;
use serde_json::Value;

use crate::answers::{Kept, Made, Show};
use crate::contestants::{Contestant, Side};
use crate::inputs::Input;

pub(super) fn of(input: &'static Input) -> Vec<Contestant> {
    let values = Contestant::reading("serde_json, values", Side::Reference, &input.body, |lines, show| {
        let mut read = String::new();
        for line in lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let Ok(envelope) = serde_json::from_slice::<Value>(line) else { return false };
            let body = envelope.get("body").and_then(Value::as_str);
            let body = body.map(serde_json::from_str::<Value>);
            std::hint::black_box((envelope, body));
            read.push('\n');
        }
        show(Made::text(&read, &read));
        true
    });
    let ours = |name, options: &'static [&'static str]| {
        Contestant::reading(name, Side::Ours, &input.body, move |lines, show| answer(lines, options, show))
    };
    vec![values, ours("ours", &[]), ours("ours, revealed", &["--reveal"])]
}

/// Runs the command.
fn answer(lines: &'static [u8], options: &[&str], show: Show<'_>) -> bool {
    let args = ["anytoken", "normalize", "--batch", "--jobs=1"];
    let args = args.iter().chain(options).map(OsString::from);
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let streams = Streams {
        stdin: Box::new(lines),
        modified: None,
        stdout: &mut stdout,
        stderr: &mut stderr,
        terminals: [false; 3],
    };
    let code = anytoken_cli::run(args, streams);
    let Ok(text) = std::str::from_utf8(&stdout) else { return false };
    show(Made::text(&stdout, text));
    code == 0
}

/// Returns true if two answers have as many lines.
pub(super) fn agree(_: &Input, one: &Kept, other: &Kept) -> bool {
    one.lines().is_some_and(|lines| other.lines() == Some(lines))
}
