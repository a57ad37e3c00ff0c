//! Work on several cores whose results come in order.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};

use crate::output::Stop;

/// How many items wait before, and how many results behind, each thread.
const WAITING: usize = 2;

/// Does `work` on each item that `next` gives, by as many threads, and hands the results to `take` in the order of
/// the items.
///
/// Items are dealt to the threads in turn and results are collected in turn, so that no more of them are held than
/// the lanes have places for. Where `take` fails nothing is waited for, and least of all a `next` that waits itself.
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
    // The dealer ends with the items, and the worker whose turn it is then ends first.
    for result in results.iter().cycle() {
        let Ok(result) = result.recv() else { break };
        take(result)?;
    }
    drop(results);
    workers.into_iter().try_for_each(|worker| {
        worker.join().unwrap_or_else(|_| Err(Stop::Failed("a thread ended before its work".to_owned())))
    })
}

/// Deals items to the lanes in turn, until there are none or nobody takes them.
fn deal<T>(next: &mut impl FnMut() -> Result<Option<T>, Stop>, lanes: &[SyncSender<T>]) -> Result<(), Stop> {
    for lane in lanes.iter().cycle() {
        let Some(item) = next()? else { break };
        if lane.send(item).is_err() {
            break;
        }
    }
    Ok(())
}

/// Does the work of one lane, until there is none or nobody takes it.
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

    /// The squares of the numbers below `count`, up to a number that `take` refuses.
    fn squares(threads: usize, count: u64, refused: u64) -> (Vec<u64>, Result<(), Stop>) {
        let (mut numbers, mut taken) = (0..count, Vec::new());
        let done = in_order(
            threads,
            move || Ok(numbers.next()),
            |number| number.saturating_mul(number),
            |square| {
                if square == refused {
                    return Err(Stop::Closed);
                }
                taken.push(square);
                Ok(())
            },
        );
        (taken, done)
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
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
    fn a_failure_ends_the_rest() {
        for threads in [1, 2, 3] {
            let (taken, done) = squares(threads, 1000, 25);
            assert_eq!(taken, [0, 1, 4, 9, 16]);
            assert!(matches!(done, Err(Stop::Closed)));
            let failing = || Err::<Option<u64>, _>(Stop::Failed("no".to_owned()));
            let done = in_order(threads, failing, |number| number, |_| Ok(()));
            assert!(matches!(done, Err(Stop::Failed(what)) if what == "no"));
        }
    }
}
