//! The program `anytoken`.

mod process;

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use anytoken_cli::Streams;

fn main() -> ExitCode {
    process::disable_core_dumps();
    process::end_between_lines();
    let ((stdin, modified), mut stdout, mut stderr) = (process::stdin(), io::stdout(), io::stderr());
    let terminals = [io::stdin().is_terminal(), stdout.is_terminal(), stderr.is_terminal()];
    let streams = Streams { stdin, modified, stdout: &mut stdout, stderr: &mut stderr, terminals };
    ExitCode::from(anytoken_cli::run(std::env::args_os(), streams))
}
