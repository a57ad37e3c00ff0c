//! The program `anytoken`.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use anytoken_cli::Streams;

fn main() -> ExitCode {
    let (stdin, mut stdout, mut stderr) = (io::stdin(), io::stdout(), io::stderr());
    let terminals = [stdin.is_terminal(), stdout.is_terminal(), stderr.is_terminal()];
    let streams = Streams { stdin: Box::new(stdin), stdout: &mut stdout, stderr: &mut stderr, terminals };
    ExitCode::from(anytoken_cli::run(std::env::args_os(), streams))
}
