//! Running the program.

use std::io::Write;
use std::process::{Command, Stdio};

/// How a run ended, and what it printed.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// The lines on standard output.
    pub(crate) fn lines(&self) -> Vec<&str> {
        self.stdout.lines().collect()
    }
}

/// Where every response of the tests arrives.
pub(crate) const AT: &str = "--received-at=2026-01-01T00:00:00Z";

pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anytoken"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command.env("COLUMNS", "60").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the program with something on standard input.
pub(crate) fn run(args: &[&str], input: impl AsRef<[u8]>) -> Run {
    run_in(&[], args, input)
}

/// Runs the program where some variables are set.
pub(crate) fn run_in(variables: &[(&str, &str)], args: &[&str], input: impl AsRef<[u8]>) -> Run {
    let mut program = program();
    program.envs(variables.iter().copied()).args(args);
    let mut child = program.spawn().expect("the program starts");
    let (stdin, input) = (child.stdin.take(), input.as_ref());
    let output = std::thread::scope(|scope| {
        scope.spawn(move || {
            // A program that needs no more input closes its end.
            let _ = stdin.map(|mut stdin| stdin.write_all(input).is_ok());
        });
        child.wait_with_output().expect("the program ends")
    });
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("standard output is text"),
        stderr: String::from_utf8(output.stderr).expect("standard error is text"),
    }
}
