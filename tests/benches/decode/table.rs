//! Tables for people.

use crate::measured::Rows;

/// Prints the rows of an input.
pub(crate) fn print(rows: &Rows<'_>) {
    if !rows.input.shown {
        return;
    }
    let found = crate::contestants::found_as(&rows.input.body);
    println!("\n{}: {} bytes, found as {found}", rows.input.name, rows.input.body.len());
    let mut lines = vec![["", "instructions", "ratio", "allocations", "bytes", "time"].map(str::to_owned)];
    for row in &rows.rows {
        let name = row.contestant.name.to_owned();
        let Some(allocated) = row.allocated else {
            lines.push([
                name,
                "cannot".to_owned(),
                String::new(),
                String::new(),
                String::new(),
                String::new(),
            ]);
            continue;
        };
        lines.push([
            name,
            row.instructions.map_or("-".to_owned(), |count| count.to_string()),
            ratio(rows.ratio(row)),
            allocated.times.to_string(),
            allocated.bytes.to_string(),
            ratio(row.time_ratio),
        ]);
    }
    columns(&lines);
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
