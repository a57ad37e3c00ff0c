//! The arguments.

use crate::inputs::Input;

/// What is asked for.
///
/// | argument | what it does |
/// | --- | --- |
/// | `--quick` | fewer rounds and calls |
/// | `--only WORD` | the inputs whose name holds the word |
/// | `--check` | compares our rows with the baseline; fails where they have moved |
/// | `--bless` | writes the baseline |
/// | `--list-misses` | the aims against what was measured, without times |
#[derive(Default)]
pub(crate) struct Args {
    pub(crate) quick: bool,
    pub(crate) only: Option<String>,
    pub(crate) check: bool,
    pub(crate) bless: bool,
    pub(crate) list_misses: bool,
    /// Whether `cargo bench` runs it, and not `cargo test`.
    pub(crate) bench: bool,
    /// Set in the processes that run under valgrind.
    pub(crate) child: Option<Child>,
}

/// What a process under valgrind does.
pub(crate) enum Child {
    Reading { input: String, contestant: String, calls: usize },
    Flat { contestant: String },
}

impl Args {
    pub(crate) fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut args = Self::default();
        while let Some(word) = words.next() {
            let mut next = || words.next().ok_or(format!("{word} is followed by a word"));
            match word.as_str() {
                "--quick" => args.quick = true,
                "--only" => args.only = Some(next()?),
                "--check" => args.check = true,
                "--bless" => args.bless = true,
                "--list-misses" => args.list_misses = true,
                "--bench" => args.bench = true,
                "--reading" => {
                    let (input, contestant) = (next()?, next()?);
                    let calls = next()?.parse().map_err(|_| "a number of calls".to_owned())?;
                    args.child = Some(Child::Reading { input, contestant, calls });
                }
                "--flat" => args.child = Some(Child::Flat { contestant: next()? }),
                _ => {
                    return Err(format!(
                        "no such argument: {word}; there are --quick, --only WORD, --check, --bless and --list-misses"
                    ));
                }
            }
        }
        Ok(args)
    }

    pub(crate) fn takes(&self, input: &Input) -> bool {
        self.only.as_ref().is_none_or(|word| input.name.contains(word.as_str()))
    }

    /// Counted calls of a short input; a long one is read once.
    pub(crate) fn calls(&self) -> usize {
        if self.quick { 1 } else { 10 }
    }

    /// Rounds of the clock.
    pub(crate) fn rounds(&self) -> usize {
        if self.quick { 7 } else { 31 }
    }
}
