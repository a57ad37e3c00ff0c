//! Parallel work with results in order.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};

use crate::output::Stop;

/// The most items, and the most results, that wait for each thread.
const WAITING: usize = 2;

/// Calls `work` on each item of `next` on several threads, and `take` on the results in the order of the items.
///
/// Items go to the threads in turn and results are collected in turn, so that memory is bounded by the channels. If
/// `take` fails, this returns at once and does not wait for a `next` that may block.
pub(crate) fn in_order<T: Send + 'static, R: Send + 'static>(
    threads: usize,
    mut next: impl FnMut() -> Result<Option<T>, Stop> + Send + 'static,
    work: fn(T) -> R,
    mut take: impl FnMut(R) -> Result<(), Stop>,
) -> Result<(), Stop> {
    if threads <= 1 {
        while let Some(item) = next()? {
            take(work(item))?;
        }
        return Ok(());
    }
    let (mut items, mut results, mut workers) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..threads {
        let (item, given) = sync_channel(WAITING);
        let (done, result) = sync_channel(WAITING);
        workers.push(thread(move || each(given, work, &done))?);
        items.push(item);
        results.push(result);
    }
    workers.push(thread(move || deal(&mut next, &items))?);
    // After the last item the dealer ends, and then the worker whose turn it is.
    for result in results.iter().cycle() {
        let Ok(result) = result.recv() else { break };
        take(result)?;
    }
    drop(results);
    workers.into_iter().try_for_each(|worker| {
        worker.join().unwrap_or_else(|_| Err(Stop::Failed("a worker thread ended early".to_owned())))
    })
}

/// Sends items to the lanes in turn, until there are no more or a lane is closed.
fn deal<T>(next: &mut impl FnMut() -> Result<Option<T>, Stop>, lanes: &[SyncSender<T>]) -> Result<(), Stop> {
    for lane in lanes.iter().cycle() {
        let Some(item) = next()? else { break };
        if lane.send(item).is_err() {
            break;
        }
    }
    Ok(())
}

/// Works on the items of one lane, until there are no more or its results are closed.
fn each<T, R>(items: Receiver<T>, work: fn(T) -> R, done: &SyncSender<R>) -> Result<(), Stop> {
    for item in items {
        if done.send(work(item)).is_err() {
            break;
        }
    }
    Ok(())
}

fn thread(
    run: impl FnOnce() -> Result<(), Stop> + Send + 'static,
) -> Result<JoinHandle<Result<(), Stop>>, Stop> {
    Builder::new().spawn(run).map_err(|error| Stop::Failed(format!("cannot start a thread: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Squares the numbers below `count`; `take` fails at the square `stop`.
    fn squares(threads: usize, count: u64, stop: u64) -> (Vec<u64>, Result<(), Stop>) {
        let (mut numbers, mut taken) = (0..count, Vec::new());
        let done = in_order(
            threads,
            move || Ok(numbers.next()),
            |number| number.saturating_mul(number),
            |square| {
                if square == stop {
                    return Err(Stop::Closed);
                }
                taken.push(square);
                Ok(())
            },
        );
        (taken, done)
    }

    #[test]
    fn results_keep_the_order_of_items() {
        let expected: Vec<_> = (0_u64..1000).map(|number| number.saturating_mul(number)).collect();
        for threads in [1, 2, 3, 8] {
            for count in [0, 1, 7, 1000] {
                let (taken, done) = squares(threads, count, u64::MAX);
                assert!(taken.iter().eq(expected.iter().take(taken.len())) && done.is_ok());
                assert_eq!(u64::try_from(taken.len()).ok(), Some(count), "{threads} threads");
            }
        }
    }

    #[test]
    fn failure_stops_the_rest() {
        for threads in [1, 2, 3] {
            let (taken, done) = squares(threads, 1000, 25);
            assert_eq!(taken, [0, 1, 4, 9, 16]);
            assert!(matches!(done, Err(Stop::Closed)));
            let failing = || Err::<Option<u64>, _>(Stop::Failed("no".to_owned()));
            let done = in_order(threads, failing, |number| number, |_| Ok(()));
            assert!(matches!(done, Err(Stop::Failed(message)) if message == "no"));
        }
    }
}
