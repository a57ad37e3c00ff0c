//! Time, interleaved: every round lets all contestants of an input take their turn, and each is compared within its
//! round.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::contestants::Call;

/// How long a contestant's turn is.
const SLICE: Duration = Duration::from_micros(200);

/// The times of the calls, that of the first being 1: the median of all rounds.
pub(crate) fn ratios(calls: &[Call], rounds: usize) -> Vec<f64> {
    let counts: Vec<_> = calls.iter().map(calls_of_a_turn).collect();
    let mut ratios = vec![Vec::with_capacity(rounds); calls.len()];
    for round in 0..rounds {
        let mut times = vec![0.0; calls.len()];
        // Contestants take turns to be first.
        for turn in 0..calls.len() {
            let index = (turn + round) % calls.len();
            times[index] = seconds(&calls[index], counts[index]) / counts[index] as f64;
        }
        let reference = times[0];
        for (ratios, time) in ratios.iter_mut().zip(times) {
            ratios.push(time / reference);
        }
    }
    ratios.into_iter().map(median).collect()
}

/// How many calls fill a turn.
fn calls_of_a_turn(call: &Call) -> usize {
    seconds(call, 1);
    let once = seconds(call, 1).max(1e-9);
    ((SLICE.as_secs_f64() / once) as usize).clamp(1, 1000)
}

fn seconds(call: &Call, count: usize) -> f64 {
    let given: Vec<_> = (0..count).map(|_| call.given()).collect();
    let start = Instant::now();
    for given in given {
        call.run(black_box(given), &mut |made| {
            black_box(made);
        });
    }
    start.elapsed().as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
