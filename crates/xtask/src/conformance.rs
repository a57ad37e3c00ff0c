//! The conformance suite: the corpus for clients of any language, and the runner that holds a command against it.

mod case;
mod report;

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

pub use self::case::{Case, VERSION, cases};
pub use self::report::Report;

/// The cases that a command answers, and how they are asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// True if only the responses that have RFC 6749's members are asked.
    pub standard: bool,
    /// True if the format is withheld.
    pub detect: bool,
    /// True if no response with an ID token is asked: a client that verifies ID tokens refuses those of examples.
    pub without_id_token: bool,
}

impl Options {
    /// Returns true if a case is asked.
    fn asks(self, case: &Case) -> bool {
        let left_out = self.standard && !case.standard
            || self.detect && case.undecidable
            || self.without_id_token && case.has_member("id_token");
        !left_out
    }
}

/// Runs a command over the corpus: one request a line into its standard input, one answer a line from its output.
///
/// # Errors
///
/// Errors of the command's start and of its pipes. A case that the command does not answer is part of the report.
pub fn run(command: &[String], options: Options) -> io::Result<Report> {
    let cases: Vec<Case> = cases().into_iter().filter(|case| options.asks(case)).collect();
    let [program, args @ ..] = command else { return Err(io::Error::other("no command")) };
    let mut command = Command::new(program);
    let child = command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child =
        child.map_err(|error| io::Error::other(format!("{program} cannot be started: {error}")))?;
    let answers = ask(&mut child, &cases, options)?;
    child.wait()?;
    Ok(Report::new(&cases, &answers, options.standard))
}

/// Writes the requests in a thread of their own, so that neither side waits for the other, and reads the answers.
fn ask(child: &mut Child, cases: &[Case], options: Options) -> io::Result<Vec<Value>> {
    let input = child.stdin.take().ok_or_else(|| io::Error::other("no standard input"))?;
    let output = child.stdout.take().ok_or_else(|| io::Error::other("no standard output"))?;
    std::thread::scope(|scope| {
        let writer = scope.spawn(move || write_requests(input, cases, options));
        let lines = BufReader::new(output).lines().enumerate();
        let answers = lines.map(|(index, line)| parse(index.saturating_add(1), &line?)).collect();
        // A command that ends early closes its input: its missing answers say so.
        let _ = writer.join();
        answers
    })
}

/// Parses an answer, the line of a number.
fn parse(number: usize, line: &str) -> io::Result<Value> {
    let invalid =
        |error| io::Error::other(format!("line {number} of the command's output is not JSON: {error}"));
    serde_json::from_str(line).map_err(invalid)
}

/// Writes the request of each case.
///
/// # Errors
///
/// Errors of the writer.
pub fn write_requests(mut out: impl Write, cases: &[Case], options: Options) -> io::Result<()> {
    for case in cases {
        writeln!(out, "{}", case.request(!options.detect))?;
    }
    Ok(())
}
