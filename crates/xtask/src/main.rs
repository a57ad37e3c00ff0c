//! `cargo xtask`: writes the generated files of the workspace.

use std::io;
use std::process::ExitCode;

use xtask::{changes, seeds};

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
    for change in changes() {
        change.write()?;
        println!("{}", change.name);
    }
    Ok(())
}
