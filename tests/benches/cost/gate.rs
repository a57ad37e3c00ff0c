//! The baseline that the gate compares with.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::alloc::Allocated;
use crate::rows::{Row, Rows};
use crate::table;

/// The change of the ratio that is allowed, as C libraries differ. Allocations and bytes must not change.
const TOLERANCE: f64 = 0.03;

const HEAD: &str = "input\toperation\tcontestant\tinstructions\tratio\tallocations\tbytes";

/// The input, the operation and the contestant.
type Name<'a> = (&'a str, &'a str, &'a str);

struct Kept {
    ratio: Option<f64>,
    allocated: Allocated,
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/baseline.tsv")
}

/// Writes the baseline.
pub(crate) fn bless(rows: &Rows) -> ExitCode {
    let mut lines = Vec::new();
    for (row, Allocated { times, held }) in measured(rows) {
        let (Some(instructions), Some(ratio)) = (row.instructions, rows.ratio(row)) else {
            eprintln!("{}: a baseline needs valgrind", row.name());
            return ExitCode::FAILURE;
        };
        let (input, operation, contestant) = name(row);
        lines.push(format!(
            "{input}\t{operation}\t{contestant}\t{instructions}\t{ratio:.4}\t{times}\t{held}\n"
        ));
    }
    lines.sort();
    fs::write(path(), format!("{HEAD}\n{}", lines.concat())).expect("the baseline can be written");
    println!("{} is written", path().display());
    ExitCode::SUCCESS
}

/// Compares with the baseline, and prints what has changed.
pub(crate) fn check(rows: &Rows) -> ExitCode {
    let text = fs::read_to_string(path()).expect("a baseline is kept; --bless writes one");
    let mut kept: BTreeMap<_, _> = text.lines().skip(1).map(parse).collect();
    let mut moved = Vec::new();
    for (row, allocated) in measured(rows) {
        let Some(kept) = kept.remove(&name(row)) else {
            moved.push([
                row.name(),
                "not in the baseline".into(),
                String::new(),
                String::new(),
                String::new(),
            ]);
            continue;
        };
        let counts = [
            ("allocations", kept.allocated.times, allocated.times),
            ("bytes", kept.allocated.held, allocated.held),
        ];
        // What a first call builds grows with the number of formats.
        let counts = counts.into_iter().filter(|(what, ..)| *what != "bytes" || !row.operation.is_cold);
        for (what, was, is) in counts.filter(|(_, was, is)| was != is) {
            let change = format!("{:+}", is as i64 - was as i64);
            moved.push([row.name(), what.into(), was.to_string(), is.to_string(), change]);
        }
        if let (Some(was), Some(is)) = (kept.ratio, rows.ratio(row)) {
            let change = is / was - 1.0;
            if change.abs() > TOLERANCE {
                let [was, is] = [was, is].map(|ratio| table::ratio(Some(ratio)));
                let change = format!("{:+.1} %", change * 100.0);
                moved.push([row.name(), "instructions".into(), was, is, change]);
            }
        }
    }
    for (input, operation, contestant) in kept.into_keys() {
        if rows.iter().any(|row| row.input.name == input) {
            let name = format!("{input}, {operation}, {contestant}");
            moved.push([name, "only in the baseline".into(), String::new(), String::new(), String::new()]);
        }
    }
    if moved.is_empty() {
        println!("{} rows are as in the baseline", measured(rows).count());
        return ExitCode::SUCCESS;
    }
    println!(
        "what moved (instructions as a part of the hand-written struct's, ±{:.0} %):",
        TOLERANCE * 100.0
    );
    moved.insert(0, ["", "what", "baseline", "measured", "change"].map(str::to_owned));
    table::columns(&moved);
    println!("where that is meant: cargo bench -p anytoken-tests -- --bless");
    ExitCode::FAILURE
}

fn parse(line: &str) -> (Name<'_>, Kept) {
    let cells: Vec<_> = line.split('\t').collect();
    let [input, operation, contestant, _instructions, ratio, times, held] = cells[..] else {
        panic!("a line of the baseline has seven cells: {line}");
    };
    let number = |cell: &str| cell.parse().expect("allocations and bytes are numbers");
    let allocated = Allocated { times: number(times), held: number(held) };
    ((input, operation, contestant), Kept { ratio: ratio.parse().ok(), allocated })
}

fn name(row: &Row) -> Name<'static> {
    (row.input.name, row.operation.name, row.contestant.name)
}

/// Returns the rows whose contestant can run the operation.
fn measured(rows: &Rows) -> impl Iterator<Item = (&Row, Allocated)> {
    rows.iter().filter_map(|row| Some((row, row.allocated?)))
}
