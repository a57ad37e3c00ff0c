//! The program as a process: signals, core dumps.
#![cfg(unix)]

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use crate::run::{AT, program};

const LINE: &str = "{\"id\":1,\"body\":{\"access_token\":\"EXAMPLE-ACCESS\"}}\n";

/// Sends a signal by its name.
fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args(["-s", name, &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()), "{name} is sent");
}

/// Waits for the end of a program, at most ten seconds.
fn ended(child: &mut Child) -> ExitStatus {
    let begin = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("a child") {
            return status;
        }
        if begin.elapsed() > Duration::from_secs(10) {
            let _ = child.kill();
        }
        std::thread::yield_now();
    }
}

/// Starts a batch, and returns it once it has answered a line and waits for the next.
fn waiting() -> Child {
    let mut child = program().args(["normalize", "--batch", AT]).spawn().expect("the program starts");
    let stdin = child.stdin.as_mut().expect("a pipe");
    stdin.write_all(LINE.as_bytes()).expect("a line is read");
    let mut answer = String::new();
    let stdout = child.stdout.as_mut().expect("a pipe");
    BufReader::new(stdout).read_line(&mut answer).expect("an answer");
    assert!(answer.ends_with("}\n"), "{answer}");
    child
}

#[test]
fn signal_ends_a_program_that_waits() {
    // A program that a script starts may have to ignore the other two: HUP under nohup, INT in the background.
    let mut child = waiting();
    signal(&child, "TERM");
    assert_eq!(ended(&mut child).signal(), Some(15));
}

/// Starts a batch that is fed for ever and whose answers nobody reads, and returns it once its pipes are full.
fn stuck(jobs: &str) -> Child {
    let mut child = program().args(["normalize", "--batch", AT, jobs]).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let (sender, fed) = channel();
    std::thread::spawn(move || {
        while stdin.write_all(LINE.as_bytes()).is_ok() {
            let _ = sender.send(());
        }
    });
    while fed.recv_timeout(Duration::from_millis(300)).is_ok() {}
    child
}

/// The last line in the full pipe is cut when the signal comes; the program writes the rest before it ends.
#[test]
fn signal_cuts_no_line() {
    for jobs in ["--jobs=1", "--jobs=2"] {
        let mut child = stuck(jobs);
        signal(&child, "TERM");
        let mut answers = Vec::new();
        child.stdout.take().expect("a pipe").read_to_end(&mut answers).expect("answers");
        assert_eq!(ended(&mut child).signal(), Some(15));
        assert!(answers.len() > 4096 && answers.ends_with(b"}\n"), "{jobs}: {}", answers.len());
    }
}

#[test]
fn second_signal_ends_a_program_that_nobody_reads() {
    let mut child = stuck("--jobs=1");
    let begin = Instant::now();
    while child.try_wait().expect("a child").is_none() && begin.elapsed() < Duration::from_secs(10) {
        signal(&child, "TERM");
    }
    assert_eq!(ended(&mut child).signal(), Some(15));
}

#[cfg(target_os = "linux")]
#[test]
fn process_writes_no_core_dump() {
    let mut child = waiting();
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).expect("limits");
    let core = limits.lines().find_map(|line| line.strip_prefix("Max core file size"));
    assert!(core.is_some_and(|core| core.split_whitespace().take(2).eq(["0", "0"])), "{limits}");
    drop(child.stdin.take());
    assert!(ended(&mut child).success());
}
