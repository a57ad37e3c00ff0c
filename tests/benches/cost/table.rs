//! Tables for people.

use crate::inputs::Role;
use crate::rows::{Row, Rows};

/// Prints the rows of the inputs that are listed one by one.
pub(crate) fn print(rows: &Rows) {
    let mut input = "";
    for group in rows.groups() {
        let [first, ..] = group else { continue };
        if matches!(first.input.role, Role::Compared | Role::Corpus) {
            continue;
        }
        if first.input.name != input {
            input = first.input.name;
            let found = first.input.found.as_deref().unwrap_or("nothing");
            println!("\n{input}: {} bytes, found as {found}", first.input.body.len());
        }
        println!();
        let head = [first.operation.name, "instructions", "ratio", "allocations", "bytes", "time"];
        let lines = group.iter().map(|row| line(rows, row));
        columns(&std::iter::once(head.map(str::to_owned)).chain(lines).collect::<Vec<_>>());
    }
}

fn line(rows: &Rows, row: &Row) -> [String; 6] {
    let contestant = row.contestant.name.to_owned();
    let Some(allocated) = row.allocated else {
        return [&contestant, "cannot", "", "", "", ""].map(str::to_owned);
    };
    [
        contestant,
        row.instructions.map_or("-".to_owned(), |count| count.to_string()),
        ratio(rows.ratio(row)),
        allocated.times.to_string(),
        allocated.held.to_string(),
        ratio(row.time_ratio),
    ]
}

pub(crate) fn ratio(ratio: Option<f64>) -> String {
    ratio.map_or("-".to_owned(), |ratio| format!("{ratio:.3}"))
}

/// Prints lines in columns: the first to the left, the others to the right.
pub(crate) fn columns<const N: usize>(lines: &[[String; N]]) {
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(width);
    for line in lines {
        let cells = line.iter().zip(widths).enumerate();
        let cells = cells.map(|(column, (cell, width))| match column {
            0 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        println!("{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
}
