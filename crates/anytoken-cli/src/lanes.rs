//! Parallel work with results in order.

use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread::{Builder, JoinHandle};

use crate::output::Stop;

/// The most items that wait for each thread, before the work and after it.
const WAITING: usize = 2;

/// Fills items with `next` until it returns false, calls `work` on them on several threads, and `take` in their order.
///
/// Items go to the threads in turn and are collected in turn, so that memory is bounded by the channels. What `take` has
/// left of an item is filled again. If `take` fails, this returns at once and does not wait for a `next` that may block.
pub(crate) fn in_order<T: Default + Send + 'static>(
    threads: usize,
    mut next: impl FnMut(&mut T) -> Result<bool, Stop> + Send + 'static,
    work: impl Fn(&mut T) + Clone + Send + 'static,
    mut take: impl FnMut(&mut T) -> Result<(), Stop>,
) -> Result<(), Stop> {
    if threads <= 1 {
        let mut item = T::default();
        while next(&mut item)? {
            work(&mut item);
            take(&mut item)?;
        }
        return Ok(());
    }
    let (mut items, mut results, mut workers) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..threads {
        let (item, given) = sync_channel(WAITING);
        let (done, result) = sync_channel(WAITING);
        let work = work.clone();
        workers.push(thread(move || each(given, &work, &done))?);
        items.push(item);
        results.push(result);
    }
    let (used, free) = channel();
    workers.push(thread(move || deal(&mut next, &free, &items))?);
    // After the last item the dealer ends, and then the worker whose turn it is.
    for result in results.iter().cycle() {
        let Ok(mut result) = result.recv() else { break };
        take(&mut result)?;
        // The dealer may have ended.
        let _ = used.send(result);
    }
    drop(results);
    workers.into_iter().try_for_each(|worker| {
        worker.join().unwrap_or_else(|_| Err(Stop::Failed("a worker thread ended early".to_owned())))
    })
}

/// Sends items to the lanes in turn, until there are no more or a lane is closed.
fn deal<T: Default>(
    next: &mut impl FnMut(&mut T) -> Result<bool, Stop>,
    free: &Receiver<T>,
    lanes: &[SyncSender<T>],
) -> Result<(), Stop> {
    for lane in lanes.iter().cycle() {
        let mut item = free.try_recv().unwrap_or_default();
        if !next(&mut item)? || lane.send(item).is_err() {
            break;
        }
    }
    Ok(())
}

/// Works on the items of one lane, until there are no more or its results are closed.
fn each<T>(items: Receiver<T>, work: &impl Fn(&mut T), done: &SyncSender<T>) -> Result<(), Stop> {
    for mut item in items {
        work(&mut item);
        if done.send(item).is_err() {
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
            move |item: &mut u64| {
                Ok(numbers.next().is_some_and(|number| {
                    *item = number;
                    true
                }))
            },
            |number| *number = number.saturating_mul(*number),
            |square| {
                if *square == stop {
                    return Err(Stop::Closed);
                }
                taken.push(*square);
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
            let failing = |_: &mut u64| Err(Stop::Failed("no".to_owned()));
            let done = in_order(threads, failing, |_| {}, |_| Ok(()));
            assert!(matches!(done, Err(Stop::Failed(message)) if message == "no"));
        }
    }

    #[test]
    fn taken_items_are_filled_again() {
        for threads in [1, 2, 3] {
            let (mut made, mut taken, mut most) = (0_usize, 0_u32, 0);
            // Each new item gets a number.
            let next = move |item: &mut usize| {
                made = made.saturating_add(usize::from(*item == 0));
                *item = if *item == 0 { made } else { *item };
                Ok(true)
            };
            let take = |item: &mut usize| {
                most = most.max(*item);
                taken = taken.saturating_add(1);
                if taken < 1000 { Ok(()) } else { Err(Stop::Closed) }
            };
            assert!(in_order(threads, next, |_| {}, take).is_err());
            // Those that wait and are worked on in each lane, and one each that is filled and taken.
            assert!(most <= threads.saturating_mul(2 * WAITING + 1).saturating_add(2), "{most}");
        }
    }
}
