//! Time, interleaved: every round lets all contestants read in turn, and each is compared within its round.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::contestants::Contestant;
use crate::inputs::Input;

/// How long a contestant reads in a round.
const SLICE: Duration = Duration::from_micros(200);

/// The times of the contestants, that of the first being 1: the median of all rounds.
pub(crate) fn ratios(input: &Input, contestants: &[&Contestant], rounds: usize) -> Vec<f64> {
    let calls: Vec<_> = contestants.iter().map(|contestant| calls(input, contestant)).collect();
    let mut ratios = vec![Vec::with_capacity(rounds); contestants.len()];
    for round in 0..rounds {
        let mut times = vec![0.0; contestants.len()];
        // Nobody is always the first.
        for turn in 0..contestants.len() {
            let index = (turn + round) % contestants.len();
            times[index] = seconds(input, contestants[index], calls[index]) / calls[index] as f64;
        }
        let reference = times[0];
        for (ratios, time) in ratios.iter_mut().zip(times) {
            ratios.push(time / reference);
        }
    }
    ratios.into_iter().map(median).collect()
}

/// How many calls fill a slice.
fn calls(input: &Input, contestant: &Contestant) -> usize {
    seconds(input, contestant, 1);
    let once = seconds(input, contestant, 1).max(1e-9);
    ((SLICE.as_secs_f64() / once) as usize).clamp(1, 1000)
}

fn seconds(input: &Input, contestant: &Contestant, calls: usize) -> f64 {
    let given: Vec<_> = (0..calls).map(|_| contestant.given(&input.body)).collect();
    let start = Instant::now();
    for given in given {
        contestant.read(black_box(given), &mut |text, ends| {
            black_box((text.len(), ends));
        });
    }
    start.elapsed().as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
