//! `cargo xtask`: writes the generated files of the workspace.

use std::io::{self, Write as _};
use std::process::{Command, ExitCode};

use xtask::conformance::{self, Options, cases};
use xtask::{changes, changes_of_roots, seeds};

const USAGE: &str = "\
usage: cargo xtask update          write every generated file that is out of date
       cargo xtask seeds unpack    write the fuzz seeds and the corpus into folders
       cargo xtask seeds pack      add the files of these folders to the seeds
       cargo xtask corpus          print the corpus as one JSON Lines file for other clients
       cargo xtask conformance [OPTION]... -- COMMAND [ARG]...
                                   hold a command against the corpus and print a table

options of conformance:
  --standard           ask only the responses that have what RFC 6749 requires, and only its members
  --without-id-token   leave out responses with an ID token, for a client that verifies it
  --detect             withhold the format
  --list               print every case that is not right";

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args().skip(1).collect();
    let args: Vec<_> = args.iter().map(String::as_str).collect();
    let done = match *args {
        ["update"] => update(),
        ["seeds", "unpack"] => seeds::unpack(),
        ["seeds", "pack"] => seeds::pack(),
        ["corpus"] => corpus(),
        ["conformance", ref args @ ..] => return conformance(args),
        _ => return usage(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn update() -> io::Result<()> {
    let roots = changes_of_roots();
    for root in &roots {
        root.write()?;
        println!("{}", root.name);
    }
    if !roots.is_empty() {
        // With the new formats built in.
        let status = Command::new(env!("CARGO")).args(["xtask", "update"]).status()?;
        return if status.success() { Ok(()) } else { Err(io::Error::other("cargo xtask update failed")) };
    }
    for change in changes() {
        change.write()?;
        println!("{}", change.name);
    }
    Ok(())
}

fn corpus() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let printed = cases().iter().try_for_each(|case| writeln!(out, "{}", serde_json::to_string(case)?));
    // A reader such as `head` takes what it needs.
    printed.or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
}

/// Prints the table of a command; fails if a case has a fault.
fn conformance(args: &[&str]) -> ExitCode {
    let (mut options, mut list) = (Options::default(), false);
    let mut args = args.iter();
    for arg in args.by_ref() {
        match *arg {
            "--standard" => options.standard = true,
            "--detect" => options.detect = true,
            "--without-id-token" => options.without_id_token = true,
            "--list" => list = true,
            "--" => break,
            _ => return usage(),
        }
    }
    let command: Vec<_> = args.map(|arg| (*arg).to_owned()).collect();
    if command.is_empty() {
        return usage();
    }
    match conformance::run(&command, options) {
        Ok(report) => {
            print!("{report}");
            for (id, subject) in report.faults.iter().filter(|_| list) {
                println!("{id}: {subject}");
            }
            if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}
