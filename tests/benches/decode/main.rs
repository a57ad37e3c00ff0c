//! What reading a response costs: ours beside what people use. See `Args` for the arguments, `targets` for the aims.

mod alloc;
mod args;
mod baseline;
mod contestants;
mod flat;
mod inputs;
mod instructions;
mod measured;
mod table;
mod targets;
mod time;

use std::process::ExitCode;

use anytoken_tests::callgrind::can_count;

use args::{Args, Child};
use contestants::Contestant;
use inputs::Input;
use measured::Measured;

#[global_allocator]
static ALLOCATOR: alloc::Counting = alloc::Counting;

fn main() -> ExitCode {
    let args = match Args::parse(std::env::args().skip(1)) {
        Ok(args) => args,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    match &args.child {
        Some(Child::Reading { input, contestant, calls }) => {
            instructions::serve(input, contestant, *calls);
            return ExitCode::SUCCESS;
        }
        Some(Child::Flat { contestant }) => {
            flat::serve(contestant);
            return ExitCode::SUCCESS;
        }
        None => {}
    }
    let inputs: Vec<Input> = inputs::all().into_iter().filter(|input| args.takes(input)).collect();
    for input in &inputs {
        contestants::agree(input);
    }
    // `cargo test --benches` asks for no more than that it runs.
    if !args.bench {
        return ExitCode::SUCCESS;
    }
    run(&args, &inputs)
}

fn run(args: &Args, inputs: &[Input]) -> ExitCode {
    let counted = can_count();
    if !counted {
        println!("valgrind is not here: no instructions are counted");
    }
    let gate = args.check || args.bless || args.list_misses;
    let chosen = |contestant: &Contestant| !gate || contestant.is_ours() || contestant.is_reference();
    let mut measured = Measured::new(inputs, chosen);
    measured.allocate();
    if counted {
        measured.count(args.calls());
        if args.only.is_none() {
            measured.flat = flat::count();
        }
    }
    if !gate {
        measured.time(args.rounds());
    }
    if args.bless {
        return baseline::bless(&measured);
    }
    if args.check {
        return baseline::check(&measured);
    }
    if !args.list_misses {
        measured.inputs.iter().for_each(table::print);
    }
    if args.only.is_none() {
        targets::print(&measured);
    }
    ExitCode::SUCCESS
}
