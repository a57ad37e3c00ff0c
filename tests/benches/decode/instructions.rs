//! Instructions, counted by callgrind in a process of its own for each reading.

use std::hint::black_box;
use std::sync::Mutex;
use std::thread;

use anytoken_tests::callgrind::under_callgrind;

use crate::contestants::{self, Contestant, Given};
use crate::inputs;

/// An input, a contestant, and how many calls are counted.
pub(crate) type Job = (&'static str, &'static str, usize);

/// Instructions a call, for each job; two processes at a time.
pub(crate) fn count(jobs: &[Job]) -> Vec<Option<u64>> {
    let counted = Mutex::new(vec![None; jobs.len()]);
    let queue = Mutex::new(jobs.iter().enumerate());
    let work = || {
        loop {
            let job = queue.lock().expect("no worker panics").next();
            let Some((index, (input, contestant, calls))) = job else { return };
            let words = ["--reading", *input, *contestant, &calls.to_string()].map(str::to_owned);
            let total = under_callgrind("measured_reading", &words, &[]).into_iter().sum::<u64>();
            counted.lock().expect("no worker panics")[index] = Some(total / *calls as u64);
        }
    };
    thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    counted.into_inner().expect("no worker panics")
}

/// What is done under callgrind: one reading to warm up, and those that are counted.
pub(crate) fn serve(input: &str, contestant: &str, calls: usize) {
    let input = inputs::named(input).expect("an input");
    let mut all = contestants::of(&input).into_iter();
    let contestant = all.find(|known| known.name == contestant).expect("a contestant");
    contestant.said(&input.body);
    let given: Vec<_> = (0..calls).map(|_| contestant.given(&input.body)).collect();
    for given in given {
        measured_reading(black_box(&contestant), black_box(given));
    }
}

/// The one function whose instructions count.
#[inline(never)]
fn measured_reading(contestant: &Contestant, given: Given<'_>) {
    let read = contestant.read(given, &mut |text, ends| {
        black_box((text.len(), ends));
    });
    black_box(read);
}
