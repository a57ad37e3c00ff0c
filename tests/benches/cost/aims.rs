//! The aims of the benchmark, compared with the measurements.

use crate::contestants::Side;
use crate::inputs::Role;
use crate::rows::{Row, Rows};
use crate::table;

const DETECTED: &str = "ours, detected";

/// Instructions of `ours, detected` relative to the hand-written struct: the aim, and the stretch aim.
const RATIOS: [(&str, f64, f64); 7] = [
    ("azure-imds", 0.65, 0.45),
    ("rfc6749", 0.90, 0.70),
    ("entra-v2", 0.55, 0.40),
    ("keycloak", 0.60, 0.45),
    ("slack-37", 0.80, 0.60),
    ("non-ascii", 1.00, 0.70),
    ("escaped", 1.00, 0.70),
];

/// The aim for the ratio of each flat body of the corpus.
const CORPUS: f64 = 1.00;

/// An aim: an upper bound.
struct Target {
    what: String,
    aim: f64,
    beyond: Option<f64>,
    measured: Option<f64>,
    digits: usize,
}

/// Prints the aims beside the measurements: all of them, or those that are missed.
pub(crate) fn print(rows: &Rows, misses_only: bool) {
    let mut all = ratios(rows);
    all.extend(allocations(rows));
    all.extend(differences(rows));
    all.extend(pathological(rows));
    all.retain(|target| !misses_only || target.is_missed());
    println!("\nthe aims; instructions as a part of the hand-written struct's, at most:");
    let head = ["", "aim", "beyond", "measured", ""].map(str::to_owned);
    table::columns(&std::iter::once(head).chain(all.iter().map(Target::line)).collect::<Vec<_>>());
    print_corpus(rows, misses_only);
}

/// Prints the number and names of the flat bodies of the corpus that miss their aim.
fn print_corpus(rows: &Rows, with_all: bool) {
    let bodies = corpus(rows);
    let missed = bodies.iter().filter(|(_, ratio)| *ratio > CORPUS).count();
    let half = bodies.get(bodies.len() / 2).map(|(_, ratio)| *ratio);
    println!(
        "\n{missed} of {} flat bodies of the corpus take more than by hand, half take at most {}",
        bodies.len(),
        table::ratio(half),
    );
    if !with_all {
        println!("--list-misses names them");
        return;
    }
    let line = |(row, ratio): &(&Row, f64)| {
        let by_hand = rows.reference(row).and_then(|row| row.instructions);
        let counts = [Some(row.input.body.len() as u64), by_hand, row.instructions];
        let [bytes, by_hand, ours] = counts.map(|count| count.unwrap_or_default().to_string());
        [row.input.name.to_owned(), bytes, by_hand, ours, table::ratio(Some(*ratio))]
    };
    let head = ["", "bytes", "by hand", DETECTED, "ratio"].map(str::to_owned);
    table::columns(&std::iter::once(head).chain(bodies.iter().take(missed).map(line)).collect::<Vec<_>>());
}

/// Returns our rows of the flat bodies of the corpus and their ratios, the worst first.
fn corpus(rows: &Rows) -> Vec<(&Row, f64)> {
    let ours = rows.iter().filter(|row| row.input.role == Role::Corpus && row.contestant.side == Side::Ours);
    let mut all: Vec<_> = ours.filter_map(|row| Some((row, rows.ratio(row)?))).collect();
    all.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    all
}

impl Target {
    fn new(what: impl Into<String>, aim: f64, measured: Option<f64>, digits: usize) -> Self {
        Self { what: what.into(), aim, beyond: None, measured, digits }
    }

    /// Returns true unless the measurement meets the aim.
    fn is_missed(&self) -> bool {
        self.measured.is_none_or(|measured| measured > self.aim)
    }

    fn line(&self) -> [String; 5] {
        let Self { digits, .. } = *self;
        let number = |number: f64| format!("{number:.digits$}");
        let verdict = match (self.measured, self.beyond) {
            (None, _) => "not measured",
            (Some(measured), Some(beyond)) if measured <= beyond => "beyond",
            _ if self.is_missed() => "MISSED",
            _ => "met",
        };
        [
            self.what.clone(),
            number(self.aim),
            self.beyond.map_or_else(String::new, number),
            self.measured.map_or("-".to_owned(), number),
            verdict.to_owned(),
        ]
    }
}

fn ratios(rows: &Rows) -> Vec<Target> {
    let ratio = |input: &str| rows.ratio(row(rows, input, DETECTED)?);
    let target = |(input, aim, beyond)| Target {
        beyond: Some(beyond),
        ..Target::new(format!("{input}, detected"), aim, ratio(input), 2)
    };
    let mut all: Vec<_> = RATIOS.into_iter().map(target).collect();
    let worst = corpus(rows).first().map(|(_, ratio)| *ratio);
    all.push(Target {
        beyond: Some(0.80),
        ..Target::new("the worst flat body of the corpus", CORPUS, worst, 2)
    });
    all
}

fn allocations(rows: &Rows) -> Vec<Target> {
    let times = |input: &str, contestant: &str| -> Option<f64> {
        let allocated = row(rows, input, contestant)?.allocated?;
        Some(allocated.times as f64)
    };
    let inputs = ["azure-imds", "rfc6749", "entra-v2", "keycloak", "non-ascii", "unknown-12"];
    let most = |contestant: &str| inputs.iter().filter_map(|input| times(input, contestant)).reduce(f64::max);
    let more = || Some(times("unknown-12", DETECTED)? - times("unknown-4", DETECTED)?);
    vec![
        Target::new("allocations from a slice, up to 16 members", 2.0, most(DETECTED), 0),
        Target::new("allocations, everything read", 2.0, most("ours, everything read"), 0),
        Target::new("allocations from an owned body without escapes", 1.0, most("ours, owned body"), 0),
        Target::new("allocations for eight more unknown members", 0.0, more(), 0),
    ]
}

fn differences(rows: &Rows) -> Vec<Target> {
    let more = |input: &str, contestant: &str, than: &str| {
        let than = count(rows, input, than)?;
        Some((count(rows, input, contestant)? / than - 1.0) * 100.0)
    };
    let over = |names: &[&str], contestant: &str, than: &[&str]| {
        let found =
            names.iter().filter_map(|input| than.iter().find_map(|than| more(input, contestant, than)));
        found.reduce(f64::max)
    };
    let inputs = RATIOS.map(|(input, ..)| input);
    let named = ["ours, named as found", "ours, named"];
    let unknown = || {
        let [many, few] = ["unknown-12", "unknown-4"].map(|input| count(rows, input, DETECTED));
        Some((many? - few?) / 8.0)
    };
    vec![
        Target::new(
            "% more among 400 formats than among ten",
            1.0,
            over(&inputs, DETECTED, &["ours, detected among ten"]),
            1,
        ),
        Target::new("% more detected than named", 5.0, over(&inputs, DETECTED, &named), 1),
        Target::new("instructions for an unknown member", 290.0, unknown(), 0),
    ]
}

fn pathological(rows: &Rows) -> Vec<Target> {
    let a_byte = |input: &str| {
        let bytes = row(rows, input, DETECTED)?.input.body.len();
        Some(count(rows, input, DETECTED)? / bytes as f64)
    };
    let mut all = Vec::new();
    for (long, short) in
        [("nested-1m", "nested-256k"), ("members-100k", "members-25k"), ("escaped-1m", "escaped-256k")]
    {
        all.push(Target::new(format!("{long}, instructions a byte"), 20.0, a_byte(long), 1));
        let growth = || Some(a_byte(long)? / a_byte(short)?);
        all.push(Target::new(format!("{long}, a byte beside a quarter of it"), 1.05, growth(), 2));
    }
    all
}

fn count(rows: &Rows, input: &str, contestant: &str) -> Option<f64> {
    row(rows, input, contestant)?.instructions.map(|count| count as f64)
}

fn row<'r>(rows: &'r Rows, input: &str, contestant: &str) -> Option<&'r Row> {
    rows.row("decode", input, contestant)
}
