//! The command-line arguments.

use crate::inputs::{self, Input, Role};

/// The parsed arguments.
///
/// | argument | what it does |
/// | --- | --- |
/// | none | prints all rows, beside what other people use, and the aims |
/// | `--quick` | the same with fewer rounds of the clock |
/// | `--only WORD` | the inputs whose name holds the word |
/// | `--check` | compares our rows with the baseline; fails where they have moved |
/// | `--bless` | writes the baseline |
/// | `--list-misses` | prints every row that misses an aim |
/// | `--lines COUNT` | prints the lines of a batch, and measures nothing |
#[derive(Default)]
pub(crate) struct Args {
    quick: bool,
    pub(crate) only: Option<String>,
    pub(crate) check: bool,
    pub(crate) bless: bool,
    pub(crate) list_misses: bool,
    pub(crate) lines: Option<usize>,
    /// True under `cargo bench`, false under `cargo test`.
    pub(crate) bench: bool,
    /// The work of a child process; `None` in the parent.
    pub(crate) child: Option<Child>,
}

/// The work of a child process.
pub(crate) enum Child {
    Part(usize),
    FirstCall { operation: String, input: String, contestant: String, counted: bool },
}

impl Child {
    pub(crate) fn words(&self) -> Vec<String> {
        match self {
            Self::Part(part) => vec!["--part".to_owned(), part.to_string()],
            Self::FirstCall { operation, input, contestant, counted } => {
                let asked = if *counted { "--first-counted" } else { "--first-allocated" };
                [asked, operation, input, contestant].map(str::to_owned).to_vec()
            }
        }
    }
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
                "--lines" => args.lines = Some(next()?.parse().map_err(|_| "a number".to_owned())?),
                "--bench" => args.bench = true,
                "--part" => {
                    args.child = Some(Child::Part(next()?.parse().map_err(|_| "a number".to_owned())?));
                }
                "--first-counted" | "--first-allocated" => {
                    let counted = word == "--first-counted";
                    let (operation, input, contestant) = (next()?, next()?, next()?);
                    args.child = Some(Child::FirstCall { operation, input, contestant, counted });
                }
                _ => {
                    return Err(format!(
                        "no such argument: {word}; there are --quick, --only WORD, --check, --bless, --list-misses and --lines COUNT"
                    ));
                }
            }
        }
        if [args.check, args.bless, args.list_misses].into_iter().filter(|is_asked| *is_asked).count() > 1 {
            return Err("--check, --bless and --list-misses exclude each other".to_owned());
        }
        if args.bless && args.only.is_some() {
            return Err("--bless writes all rows, and takes no --only".to_owned());
        }
        Ok(args)
    }

    /// Returns true if only our rows are wanted, without times.
    pub(crate) fn is_gate(&self) -> bool {
        self.check || self.bless || self.list_misses
    }

    pub(crate) fn inputs(&self) -> impl Iterator<Item = &'static Input> + Clone {
        let is_kept = self.check || self.bless;
        let corpus = if is_kept { &[] } else { inputs::corpus() };
        let only = self.only.clone();
        let takes = move |input: &&Input| match &only {
            Some(word) => input.role != Role::Corpus && input.name.contains(word.as_str()),
            None => true,
        };
        inputs::all().iter().chain(corpus).filter(takes)
    }

    /// The number of rounds for times.
    pub(crate) fn rounds(&self) -> usize {
        if self.quick { 7 } else { 31 }
    }
}
