//! Running the program.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, SystemTime};

/// The exit code and output of a run.
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

/// The arrival of every response in the tests.
pub(crate) const AT: &str = "--received-at=2026-01-01T00:00:00Z";

pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anytoken"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command.env("COLUMNS", "60").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The message of the library for a body that is invalid in a format, as a JSON string.
pub(crate) fn message(format: &str, body: &str) -> String {
    let response = anytoken::Response::new(body.as_bytes(), time::UtcDateTime::UNIX_EPOCH);
    let error = anytoken::decode_as(format, response).expect_err("an invalid response");
    serde_json::to_string(&error.to_string()).expect("text is JSON")
}

/// Runs the program with something on standard input.
pub(crate) fn run(args: &[&str], input: impl AsRef<[u8]>) -> Run {
    run_in(&[], args, input)
}

/// Runs the program with environment variables.
pub(crate) fn run_in(variables: &[(&str, &str)], args: &[&str], input: impl AsRef<[u8]>) -> Run {
    let mut program = program();
    program.envs(variables.iter().copied()).args(args);
    let mut child = program.spawn().expect("the program starts");
    let (stdin, input) = (child.stdin.take(), input.as_ref());
    let stdout = all_of(child.stdout.take().expect("a pipe"));
    let stderr = all_of(child.stderr.take().expect("a pipe"));
    std::thread::scope(|scope| {
        scope.spawn(move || {
            // The program may close its input early.
            let _ = stdin.map(|mut stdin| stdin.write_all(input).is_ok());
        });
        let mut text_of = |pipe: Receiver<Vec<u8>>| {
            let bytes = pipe.recv_timeout(LIMIT);
            if bytes.is_err() {
                let _ = child.kill();
            }
            assert!(bytes.is_ok(), "{args:?} does not end within {LIMIT:?}");
            String::from_utf8(bytes.unwrap_or_default()).expect("the output is text")
        };
        let (stdout, stderr) = (text_of(stdout), text_of(stderr));
        Run { code: child.wait().expect("the program ends").code(), stdout, stderr }
    })
}

/// The time limit of a run, generous for a busy machine.
const LIMIT: Duration = Duration::from_secs(120);

/// Reads a pipe to its end on a thread of its own.
fn all_of(mut pipe: impl Read + Send + 'static) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if pipe.read_to_end(&mut bytes).is_ok() {
            // The receiver is gone if the run took too long.
            let _ = sender.send(bytes);
        }
    });
    receiver
}

/// A file that is removed after its test.
pub(crate) struct File(PathBuf);

impl File {
    pub(crate) fn new(name: &str, text: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, text).expect("a file of the tests is written");
        Self(path)
    }

    pub(crate) fn path(&self) -> &str {
        self.0.to_str().expect("a path in UTF-8")
    }

    /// Sets the modification time, in seconds since 1970.
    pub(crate) fn modified(self, seconds: u64) -> Self {
        let time = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)).expect("an instant");
        let file = std::fs::File::options().write(true).open(&self.0).expect("a file of the tests is opened");
        file.set_modified(time).expect("a time is set");
        self
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}
