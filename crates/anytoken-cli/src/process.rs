//! What the operating system does with this process.

use std::io::{self, Read};
use std::time::SystemTime;

#[cfg(unix)]
pub(crate) use self::unix::{disable_core_dumps, end_between_lines, stdin};

/// Standard input, and when it was modified if it is a file.
type Stdin = (Box<dyn Read + Send>, Option<SystemTime>);

/// Returns standard input.
#[cfg(not(unix))]
pub(crate) fn stdin() -> Stdin {
    (Box::new(io::stdin()), None)
}

/// Nothing: this system writes no core dumps.
#[cfg(not(unix))]
pub(crate) fn disable_core_dumps() {}

/// Nothing: this system has no signals.
#[cfg(not(unix))]
pub(crate) fn end_between_lines() {}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::os::fd::AsFd;
    use std::thread;

    use nix::sys::resource::{Resource, setrlimit};
    use nix::sys::signal::{SigSet, Signal, raise};

    use super::{Stdin, io};

    /// Returns standard input without the buffer of the standard library, which is never wiped.
    pub(crate) fn stdin() -> Stdin {
        let Ok(stdin) = io::stdin().as_fd().try_clone_to_owned() else {
            // Standard input is closed.
            return (Box::new(io::empty()), None);
        };
        let stdin = File::from(stdin);
        let metadata = stdin.metadata().ok().filter(std::fs::Metadata::is_file);
        let modified = metadata.and_then(|metadata| metadata.modified().ok());
        (Box::new(stdin), modified)
    }

    /// Keeps the memory of this process, which holds secrets, out of core dumps.
    ///
    /// Where that cannot be, the dumps stay as the system has them: no reason to refuse work.
    pub(crate) fn disable_core_dumps() {
        let _ = setrlimit(Resource::RLIMIT_CORE, 0, 0);
        // The limit says nothing about dumps that go to a program.
        #[cfg(target_os = "linux")]
        let _ = nix::sys::prctl::set_dumpable(false);
    }

    /// Lets a signal that ends this process wait until the line that is being printed is whole.
    ///
    /// A thread takes the signals, and acts on one as the system does while it has standard output for itself: every write
    /// of answers is one of whole lines. A second signal acts at once.
    pub(crate) fn end_between_lines() {
        let signals: SigSet = [Signal::SIGHUP, Signal::SIGINT, Signal::SIGTERM].into_iter().collect();
        // Later threads inherit the mask.
        if signals.thread_block().is_err() {
            return;
        }
        let wait = move || {
            while let Ok(signal) = signals.wait() {
                let _ = signals.thread_unblock();
                let _stdout = io::stdout().lock();
                // This returns if the signal is ignored, as `nohup` has it.
                let _ = raise(signal);
                let _ = signals.thread_block();
            }
        };
        if thread::Builder::new().name("signals".to_owned()).spawn(wait).is_err() {
            let _ = signals.thread_unblock();
        }
    }
}
