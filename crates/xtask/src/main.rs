//! `cargo xtask`: writes the generated files of the workspace.

use std::io;
use std::process::{Command, ExitCode};

use xtask::{changes, changes_of_roots, seeds};

const USAGE: &str = "\
usage: cargo xtask update          write every generated file that is out of date
       cargo xtask seeds unpack    write the fuzz seeds and the corpus into folders
       cargo xtask seeds pack      add the files of these folders to the seeds";

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args().skip(1).collect();
    let args: Vec<_> = args.iter().map(String::as_str).collect();
    let done = match *args {
        ["update"] => update(),
        ["seeds", "unpack"] => seeds::unpack(),
        ["seeds", "pack"] => seeds::pack(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
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
