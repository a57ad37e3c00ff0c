//! `anytoken formats`: the list of known formats.

use anytoken::{Family, families};
use serde::Serialize;

use crate::Exit;
use crate::args::{FormatsArgs, FormatsOutput};
use crate::output::{Output, Stop};
use crate::terminal;
use crate::wrap::wrap;

/// A line of the table.
#[derive(Serialize)]
struct Row {
    id: &'static str,
    vendor: &'static str,
    #[serde(rename = "crate")]
    family: &'static str,
    evidence: &'static str,
    quirks: &'static str,
}

pub(crate) fn run(args: &FormatsArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let rows = rows(&args.words);
    if rows.is_empty() {
        let words = if args.words.len() > 1 { "has all of these words" } else { "matches this word" };
        output.report(format_args!("no format {words}; `anytoken formats` lists all of them"));
        return Ok(Exit::Invalid);
    }
    let written = match args.output {
        FormatsOutput::Table => {
            let width = if output.is_terminal() { terminal::width() } else { usize::MAX };
            output.buffer.push(table(&rows, width).as_bytes());
            Ok(())
        }
        FormatsOutput::Json => output.pretty(&rows),
        FormatsOutput::Ndjson => rows.iter().try_for_each(|row| output.line(row)),
    };
    written.map_err(|_| Stop::Failed("cannot print a format as JSON".to_owned()))?;
    match args.output {
        FormatsOutput::Table => output.flush()?,
        FormatsOutput::Json | FormatsOutput::Ndjson => output.flush_json()?,
    }
    Ok(Exit::Success)
}

/// The formats whose id, vendor or quirks contain each of the words: first those that have a word in id or vendor for each,
/// then the rest, both by id.
fn rows(words: &[String]) -> Vec<Row> {
    let words: Vec<_> =
        words.iter().flat_map(|word| word.split_whitespace()).map(str::to_lowercase).collect();
    let contain = |texts: &[&str], word: &String| texts.iter().any(|text| text.to_lowercase().contains(word));
    let of_family = |family: &Family| {
        let name = family.name();
        family.adapters().map(move |adapter| Row {
            id: adapter.id(),
            vendor: adapter.vendor(),
            family: name,
            evidence: adapter.evidence().as_str(),
            quirks: adapter.quirks(),
        })
    };
    let matches = |row: &Row| words.iter().all(|word| contain(&[row.id, row.vendor, row.quirks], word));
    let mut rows: Vec<_> = families().iter().flat_map(of_family).filter(matches).collect();
    rows.sort_by_key(|row| (!words.iter().all(|word| contain(&[row.id, row.vendor], word)), row.id));
    rows
}

/// Formats the table for a width. Quirks go below their format if the line is too narrow.
fn table(rows: &[Row], width: usize) -> String {
    let widest = |text: fn(&Row) -> &str| rows.iter().map(|row| text(row).chars().count()).max().unwrap_or(0);
    let (id, vendor) = (widest(|row| row.id), widest(|row| row.vendor));
    let (family, evidence) = (widest(|row| row.family), widest(|row| row.evidence));
    let before = [id, vendor, family, evidence].into_iter().fold(8, usize::saturating_add);
    let mut table = String::new();
    for row in rows {
        if width.saturating_sub(before) >= NARROWEST {
            let Row { id: name, vendor: by, family: of, evidence: from, .. } = row;
            let start = format!("{name:id$}  {by:vendor$}  {of:family$}  {from:evidence$}  ");
            hang(&mut table, &start, row.quirks, before, width);
        } else {
            hang(
                &mut table,
                "",
                &format!("{} ({}, {}, {})", row.id, row.vendor, row.family, row.evidence),
                4,
                width,
            );
            if !row.quirks.is_empty() {
                hang(&mut table, "    ", row.quirks, 4, width);
            }
        }
    }
    table
}

/// The least width of the column of quirks, in characters.
const NARROWEST: usize = 40;

/// Appends `start` and a text, wrapped at spaces; further lines are indented by `indent` characters.
fn hang(table: &mut String, start: &str, text: &str, indent: usize, width: usize) {
    let room = |before: usize| width.saturating_sub(before);
    for (index, words) in wrap(text, room(start.chars().count()), room(indent)).into_iter().enumerate() {
        let start = if index == 0 { start } else { &" ".repeat(indent) };
        let line = format!("{start}{}", words.join(" "));
        table.push_str(line.trim_end());
        table.push('\n');
    }
}
