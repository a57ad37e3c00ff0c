//! The cost of each operation: ours beside hand-written code and beside other crates.
//!
//! A row is an input (`inputs`), an operation (`operations`) and a contestant. It says how many instructions a call
//! takes, how many those are of the hand-written struct's in the same run (the ratio), how often it allocates, and how
//! many bytes what it makes holds, with its heap. See `Args` for the arguments, `aims` for the aims.

mod aims;
mod alloc;
mod answers;
mod args;
mod contestants;
mod gate;
mod inputs;
mod instructions;
mod operations;
mod pool;
mod rows;
mod structs;
mod table;
mod time;

use std::process::ExitCode;

use anytoken_tests::callgrind::can_count;

use args::{Args, Child};
use inputs::Role;
use operations::Operation;
use rows::Rows;

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
    if let Some(count) = args.lines {
        print!("{}", inputs::lines(count));
        return ExitCode::SUCCESS;
    }
    if args.child.is_some() {
        alloc::POOL.start();
    }
    match &args.child {
        Some(Child::FirstCall { operation, input, contestant, counted }) => {
            let input = inputs::unread(input).expect("an input");
            let operation = Operation::named(operation).expect("an operation");
            let mut all = (operation.contestants)(input).into_iter();
            let contestant = all.find(|known| known.name == contestant).expect("a contestant");
            instructions::serve_first(&contestant, *counted);
            return ExitCode::SUCCESS;
        }
        Some(Child::Part(part)) => {
            instructions::serve(&Rows::new(args.inputs(), !args.is_gate()), *part);
            return ExitCode::SUCCESS;
        }
        None => {}
    }
    for input in args.inputs().filter(|input| input.role != Role::Corpus) {
        for operation in operations::ALL.iter().filter(|operation| (operation.takes)(input)) {
            operation.check_answers(input);
        }
    }
    // `cargo test --benches` asks for no more than that it runs.
    if !args.bench {
        return ExitCode::SUCCESS;
    }
    run(&args)
}

fn run(args: &Args) -> ExitCode {
    let mut rows = Rows::new(args.inputs(), !args.is_gate());
    rows.allocate();
    if can_count() {
        rows.count();
    } else {
        println!("valgrind is not here: no instructions are counted");
    }
    if !args.is_gate() {
        rows.time(args.rounds());
    }
    if args.bless {
        return gate::bless(&rows);
    }
    if args.check {
        return gate::check(&rows);
    }
    if !args.list_misses {
        table::print(&rows);
    }
    if args.only.is_none() {
        aims::print(&rows, args.list_misses);
    }
    ExitCode::SUCCESS
}
