//! Instructions, counted by callgrind in a process of its own for each reading.

use std::env;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;

use crate::contestants::{self, Contestant, Given};
use crate::inputs;

/// Valgrind counts `rep movsb` once for each byte: the C library is told to do without.
const TUNABLES: &str =
    "glibc.cpu.x86_rep_movsb_threshold=1000000000:glibc.cpu.x86_rep_stosb_threshold=1000000000";

/// An input, a contestant, and how many calls are counted.
pub(crate) type Job = (&'static str, &'static str, usize);

pub(crate) fn can_count() -> bool {
    let version =
        Command::new("valgrind").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    version.is_ok_and(|status| status.success())
}

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

/// Runs this program under callgrind, which counts in one function, and gives what each of its profiles counts.
pub(crate) fn under_callgrind(function: &str, words: &[String], options: &[&str]) -> Vec<u64> {
    let folder =
        env::temp_dir().join(format!("anytoken-bench-{:?}-{}", thread::current().id(), std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for callgrind");
    let run = Command::new("valgrind")
        .arg("--tool=callgrind")
        .arg(format!("--toggle-collect=*::{function}"))
        .arg(format!("--callgrind-out-file={}", folder.join("out").display()))
        .args(options)
        .arg(env::current_exe().expect("this program has a path"))
        .args(words)
        .env("GLIBC_TUNABLES", TUNABLES)
        .stdout(Stdio::null())
        .output()
        .expect("valgrind has answered once");
    assert!(run.status.success(), "{words:?}: {}", String::from_utf8_lossy(&run.stderr));
    let totals = totals(&folder);
    fs::remove_dir_all(&folder).expect("the folder for callgrind is ours");
    totals
}

/// What the profiles of a folder count, in the order in which they were written.
fn totals(folder: &Path) -> Vec<u64> {
    let files =
        fs::read_dir(folder).expect("callgrind has written").map(|file| file.expect("a profile").path());
    let number = |path: &Path| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        ending.map_or(usize::MAX, |ending| ending.parse().unwrap_or(usize::MAX))
    };
    let mut files: Vec<_> = files.collect();
    files.sort_by_key(|path| number(path));
    let total = |path| {
        let text = fs::read_to_string(path).expect("a profile is text");
        let line =
            text.lines().find_map(|line| line.strip_prefix("summary: ").or(line.strip_prefix("totals: ")));
        line.and_then(|line| line.trim().parse().ok()).unwrap_or(0)
    };
    files.into_iter().map(total).collect()
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
