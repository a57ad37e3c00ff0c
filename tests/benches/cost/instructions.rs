//! Instructions, counted by callgrind: all rows in one process for each core, and each first call in one of its own.

use std::env;
use std::hint::black_box;
use std::process::Command;
use std::sync::Mutex;
use std::thread;

use anytoken_tests::callgrind::under_callgrind;

use crate::alloc::{self, Allocated};
use crate::args::Child;
use crate::contestants::{Call, Contestant, Given};
use crate::rows::{Row, Rows};

/// The processes that share the rows, and that run at the same time.
const PARTS: usize = 2;

/// Callgrind writes a profile after each row, without the lines of the code.
const OPTIONS: [&str; 2] = ["--dump-after=*::measured_calls", "--dump-line=no"];

/// Instructions of a call, for each row.
pub(crate) fn count(rows: &Rows) -> Vec<Option<u64>> {
    let all: Vec<_> = rows.iter().enumerate().collect();
    let (cold, warm): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, row)| row.operation.is_cold);
    // Each process with its rows, and with the calls that it counts for each.
    let place = |&(index, row): &(usize, &Row)| (index, calls(row));
    let parts = (0..PARTS).map(|part| {
        let places: Vec<_> = warm.iter().skip(part).step_by(PARTS).map(place).collect();
        (words(&Child::Part(part)), places)
    });
    let alone = cold.iter().map(|cold| (words(&first(cold.1, true)), vec![place(cold)]));
    let jobs: Vec<_> = parts.chain(alone).collect();
    let queue = Mutex::new(jobs.iter());
    let counted = Mutex::new(vec![None; rows.iter().count()]);
    let work = || {
        loop {
            let job = queue.lock().expect("no worker panics").next();
            let Some((words, places)) = job else { return };
            let totals = under_callgrind("measured_calls", words, &OPTIONS);
            // Callgrind writes one more profile at the end.
            assert!([places.len(), places.len() + 1].contains(&totals.len()), "a profile for each row");
            let mut counted = counted.lock().expect("no worker panics");
            for ((index, calls), total) in places.iter().zip(totals) {
                counted[*index] = Some(total / *calls as u64);
            }
        }
    };
    thread::scope(|scope| (0..PARTS).for_each(|_| drop(scope.spawn(work))));
    counted.into_inner().expect("no worker panics")
}

/// Counts the allocations of the first call of a process.
pub(crate) fn allocated_at_first(row: &Row) -> Option<Allocated> {
    let program = env::current_exe().expect("this program has a path");
    let run = Command::new(program).args(words(&first(row, false))).output().expect("this program runs");
    let text = String::from_utf8(run.stdout).expect("two numbers");
    let mut numbers = text.split_whitespace().map(|number| number.parse().expect("a number"));
    Some(Allocated { times: numbers.next()?, held: numbers.next()? })
}

fn first(row: &Row, counted: bool) -> Child {
    let (input, contestant) = (row.input.name.to_owned(), row.contestant.name.to_owned());
    Child::FirstCall { operation: row.operation.name.to_owned(), input, contestant, counted }
}

/// The arguments of this process, and which part of its work the child takes.
fn words(child: &Child) -> Vec<String> {
    env::args().skip(1).chain(child.words()).collect()
}

fn calls(row: &Row) -> usize {
    if row.operation.is_cold { 1 } else { row.input.calls() }
}

/// Calls the contestants of a part.
pub(crate) fn serve(rows: &Rows, part: usize) {
    for row in rows.iter().filter(|row| !row.operation.is_cold).skip(part).step_by(PARTS) {
        let call = row.contestant.prepared();
        call.answer();
        let given = (0..calls(row)).map(|_| call.given()).collect();
        measured_calls(black_box(&call), given);
    }
}

/// Calls a contestant for the first time.
pub(crate) fn serve_first(contestant: &Contestant, counted: bool) {
    let call = contestant.prepared();
    if counted {
        let given = vec![call.given()];
        measured_calls(black_box(&call), given);
    } else if let Some(Allocated { times, held }) = alloc::count(&call) {
        println!("{times} {held}");
    }
}

/// The one function whose instructions count.
#[inline(never)]
fn measured_calls(call: &Call, given: Vec<Given>) {
    for given in given {
        let can = call.run(given, &mut |made| {
            black_box(made);
        });
        black_box(can);
    }
}
