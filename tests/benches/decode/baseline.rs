//! The kept counts of our own rows, which the gate compares with.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::measured::{Measured, Row, Rows};
use crate::table;

/// How far the instructions may move, of the reference's in the same run: the C library need not be the same.
const TOLERANCE: f64 = 0.03;

const HEAD: &str = "input\tcontestant\tinstructions\tratio\tallocations";

struct Kept {
    ratio: Option<f64>,
    allocations: usize,
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/baseline.tsv")
}

/// Writes the baseline.
pub(crate) fn bless(measured: &Measured<'_>) -> ExitCode {
    let mut text = format!("{HEAD}\n");
    for (rows, row) in ours(measured) {
        let (Some(allocated), Some(instructions), Some(ratio)) =
            (row.allocated, row.instructions, rows.ratio(row))
        else {
            eprintln!("{}, {}: a baseline needs valgrind", rows.input.name, row.contestant.name);
            return ExitCode::FAILURE;
        };
        let (input, contestant, times) = (rows.input.name, row.contestant.name, allocated.times);
        writeln!(text, "{input}\t{contestant}\t{instructions}\t{ratio:.4}\t{times}")
            .expect("a string takes all");
    }
    fs::write(path(), text).expect("the baseline can be written");
    println!("{} is written", path().display());
    ExitCode::SUCCESS
}

/// Compares with the baseline, and prints what has moved.
pub(crate) fn check(measured: &Measured<'_>) -> ExitCode {
    let text = fs::read_to_string(path()).expect("a baseline is kept; --bless writes one");
    let mut kept: BTreeMap<_, _> = text.lines().skip(1).map(parse).collect();
    let mut moved = Vec::new();
    for (rows, row) in ours(measured) {
        let name = format!("{}, {}", rows.input.name, row.contestant.name);
        let allocations = row.allocated.map_or(0, |allocated| allocated.times);
        let ratio = rows.ratio(row);
        let Some(kept) = kept.remove(&(rows.input.name, row.contestant.name)) else {
            moved.push([name, "not in the baseline".to_owned(), String::new(), String::new(), String::new()]);
            continue;
        };
        if allocations != kept.allocations {
            let change = format!("{:+}", allocations as i64 - kept.allocations as i64);
            let [was, is] = [kept.allocations, allocations].map(|count| count.to_string());
            moved.push([name.clone(), "allocations".to_owned(), was, is, change]);
        }
        if let (Some(was), Some(is)) = (kept.ratio, ratio) {
            let change = is / was - 1.0;
            if change.abs() > TOLERANCE {
                let change = format!("{:+.1} %", change * 100.0);
                moved.push([
                    name,
                    "instructions".to_owned(),
                    table::ratio(Some(was)),
                    table::ratio(ratio),
                    change,
                ]);
            }
        }
    }
    let measured_inputs: Vec<_> = measured.inputs.iter().map(|rows| rows.input.name).collect();
    for (input, contestant) in kept.into_keys().filter(|(input, _)| measured_inputs.contains(input)) {
        let name = format!("{input}, {contestant}");
        moved.push([name, "only in the baseline".to_owned(), String::new(), String::new(), String::new()]);
    }
    if moved.is_empty() {
        println!("{} rows stand as in the baseline", ours(measured).count());
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

fn parse(line: &str) -> ((&str, &str), Kept) {
    let mut cells = line.split('\t');
    let mut next = || cells.next().unwrap_or_else(|| panic!("a line of the baseline is short: {line}"));
    let name = (next(), next());
    let _instructions = next();
    let ratio = next().parse().ok();
    (name, Kept { ratio, allocations: next().parse().expect("allocations are a number") })
}

fn ours<'m>(measured: &'m Measured<'_>) -> impl Iterator<Item = (&'m Rows<'m>, &'m Row)> {
    let rows = measured.inputs.iter().flat_map(|rows| rows.rows.iter().map(move |row| (rows, row)));
    rows.filter(|(_, row)| row.contestant.is_ours())
}
