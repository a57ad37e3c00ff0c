//! What the benchmark must show, and whether it does.

use crate::measured::{Measured, Row};
use crate::table;

/// Instructions of `ours, detected`, those of the hand-written struct being 1: the aim, and the one beyond it.
const RATIOS: [(&str, f64, f64); 7] = [
    ("azure-imds", 0.65, 0.45),
    ("rfc6749", 0.90, 0.70),
    ("entra-v2", 0.55, 0.40),
    ("keycloak", 0.60, 0.45),
    ("slack-37", 0.80, 0.60),
    ("non-ascii", 1.00, 0.70),
    ("escaped", 1.00, 0.70),
];

/// An aim: at most so much.
struct Target {
    what: String,
    aim: f64,
    beyond: Option<f64>,
    measured: Option<f64>,
    digits: usize,
}

/// Prints every aim beside what was measured.
pub(crate) fn print(measured: &Measured<'_>) {
    let mut all = ratios(measured);
    all.extend(allocations(measured));
    all.extend(differences(measured));
    all.extend(pathological(measured));
    println!("\nthe aims; instructions as a part of the hand-written struct's, at most:");
    let mut lines = vec![["", "aim", "beyond", "measured", ""].map(str::to_owned)];
    lines.extend(all.iter().map(Target::line));
    table::columns(&lines);
    if !measured.flat.is_empty() {
        let ratios: Vec<_> = measured.flat.iter().map(crate::flat::Flat::ratio).collect();
        let half = ratios.get(ratios.len() / 2).copied();
        println!(
            "\nof {} flat bodies of the corpus {} take at most as much as by hand, half at most {}; the worst:",
            ratios.len(),
            ratios.iter().filter(|ratio| **ratio <= 1.0).count(),
            table::ratio(half),
        );
        let worst = measured.flat.iter().take(8);
        let line = |flat: &crate::flat::Flat| {
            let counts = [flat.bytes as u64, flat.by_hand, flat.ours].map(|count| count.to_string());
            let [bytes, by_hand, ours] = counts;
            [flat.id.to_owned(), bytes, by_hand, ours, table::ratio(Some(flat.ratio()))]
        };
        let head = ["", "bytes", "by hand", "ours, detected", "ratio"].map(str::to_owned);
        table::columns(&std::iter::once(head).chain(worst.map(line)).collect::<Vec<_>>());
    }
}

impl Target {
    fn new(what: impl Into<String>, aim: f64, measured: Option<f64>, digits: usize) -> Self {
        Self { what: what.into(), aim, beyond: None, measured, digits }
    }

    fn line(&self) -> [String; 5] {
        let Self { digits, .. } = *self;
        let number = |number: f64| format!("{number:.digits$}");
        let verdict = match (self.measured, self.beyond) {
            (None, _) => "not measured",
            (Some(measured), Some(beyond)) if measured <= beyond => "beyond",
            (Some(measured), _) if measured <= self.aim => "met",
            _ => "MISSED",
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

fn ratios(measured: &Measured<'_>) -> Vec<Target> {
    let ratio = |input: &str| {
        let rows = measured.rows(input)?;
        rows.ratio(rows.row("ours, detected")?)
    };
    let target = |(input, aim, beyond)| Target {
        beyond: Some(beyond),
        ..Target::new(format!("{input}, detected"), aim, ratio(input), 2)
    };
    let mut all: Vec<_> = RATIOS.into_iter().map(target).collect();
    let worst = measured.flat.first().map(crate::flat::Flat::ratio);
    all.push(Target {
        beyond: Some(0.80),
        ..Target::new("the worst flat body of the corpus", 1.00, worst, 2)
    });
    all
}

fn allocations(measured: &Measured<'_>) -> Vec<Target> {
    let times = |input: &str, contestant: &str| -> Option<f64> {
        let allocated = row(measured, input, contestant)?.allocated?;
        Some(allocated.times as f64)
    };
    let inputs = ["azure-imds", "rfc6749", "entra-v2", "keycloak", "non-ascii", "unknown-12"];
    let most = |contestant: &str| inputs.iter().filter_map(|input| times(input, contestant)).reduce(f64::max);
    let more = || Some(times("unknown-12", "ours, detected")? - times("unknown-4", "ours, detected")?);
    vec![
        Target::new("allocations from a slice, up to 16 members", 2.0, most("ours, detected"), 0),
        Target::new("allocations, everything read", 2.0, most("ours, everything read"), 0),
        Target::new("allocations from an owned body without escapes", 1.0, most("ours, owned body"), 0),
        Target::new("allocations for eight more unknown members", 0.0, more(), 0),
    ]
}

fn differences(measured: &Measured<'_>) -> Vec<Target> {
    let more = |input: &str, contestant: &str, than: &str| {
        let than = count(measured, input, than)?;
        Some((count(measured, input, contestant)? / than - 1.0) * 100.0)
    };
    let over = |names: &[&str], contestant: &str, than: &[&str]| {
        let found =
            names.iter().filter_map(|input| than.iter().find_map(|than| more(input, contestant, than)));
        found.reduce(f64::max)
    };
    let inputs = RATIOS.map(|(input, ..)| input);
    let named = ["ours, named as found", "ours, named"];
    let unknown = || {
        let [many, few] = ["unknown-12", "unknown-4"].map(|input| count(measured, input, "ours, detected"));
        Some((many? - few?) / 8.0)
    };
    vec![
        Target::new(
            "% more among 400 formats than among ten",
            1.0,
            over(&inputs, "ours, detected", &["ours, detected among ten"]),
            1,
        ),
        Target::new("% more detected than named", 5.0, over(&inputs, "ours, detected", &named), 1),
        Target::new("instructions for an unknown member", 290.0, unknown(), 0),
    ]
}

fn pathological(measured: &Measured<'_>) -> Vec<Target> {
    let a_byte = |input: &str| {
        let bytes = measured.rows(input)?.input.body.len();
        Some(count(measured, input, "ours, detected")? / bytes as f64)
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

fn count(measured: &Measured<'_>, input: &str, contestant: &str) -> Option<f64> {
    row(measured, input, contestant)?.instructions.map(|count| count as f64)
}

fn row<'m>(measured: &'m Measured<'_>, input: &str, contestant: &str) -> Option<&'m Row> {
    measured.rows(input)?.row(contestant)
}
