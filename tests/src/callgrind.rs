//! Counts instructions by callgrind, in a child process.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// Keeps the C library from `rep movsb`, which valgrind counts once for each byte.
const TUNABLES: &str =
    "glibc.cpu.x86_rep_movsb_threshold=1000000000:glibc.cpu.x86_rep_stosb_threshold=1000000000";

/// Returns true if valgrind is installed.
pub fn can_count() -> bool {
    let version =
        Command::new("valgrind").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    version.is_ok_and(|status| status.success())
}

/// Runs this program under callgrind, and returns the instructions of one function in each profile.
pub fn under_callgrind(function: &str, words: &[String], options: &[&str]) -> Vec<u64> {
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

/// Returns the counts of all profiles in a folder, in the order in which callgrind wrote them.
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
