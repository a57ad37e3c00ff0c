//! Every response of the corpus, read by every format.
//!
//! A caller may name the wrong format. What comes out then may be less, or nothing. Where it is more, the cell stands in
//! `matrix.txt`: another token in a slot, a `later` end, `never` for one that is not stated, a token for what is `refused`.
//! Each is a difference of what two vendors say by one name: seconds or milliseconds, silence that means never, a token
//! in a member that is another's.

use std::collections::BTreeMap;

use anytoken::{Adapter, Decoded, Expiry, Outcome, REGISTRY};
use anytoken_tests::Slots;
use anytoken_tests::corpus::{Case, cases};

/// So many cells that say the same are one line.
const MANY: usize = 6;

/// A case, another format than its own, and what that one reads.
type Cell = (&'static str, &'static str, &'static str);

fn cells(case: &'static Case, adapter: &dyn Adapter) -> Vec<Cell> {
    let Ok(own) = case.response.read(Some(adapter)) else { return Vec::new() };
    let mut cells = Vec::new();
    for other in REGISTRY.iter().filter(|other| other.id() != adapter.id()) {
        if let Ok(Decoded { outcome: Outcome::Granted(token), .. }) = case.response.read(Some(other)) {
            let more = more(&own.outcome, &Slots::of(&token));
            cells.extend(more.into_iter().map(|what| (case.id.as_str(), other.id(), what)));
        }
    }
    cells
}

/// What another format reads that is not there by the case's own.
fn more(own: &Outcome, other: &Slots) -> Vec<&'static str> {
    let Outcome::Granted(own) = own else { return vec!["refused"] };
    let own = Slots::of(own);
    let another = |own: &Option<String>, other: &Option<String>| other.is_some() && own != other;
    let ends = (own.lifetime.expires, other.lifetime.expires);
    let later = match ends {
        (Expiry::At(own), Expiry::At(other)) => other > own,
        (own, other) => own.at().is_some() && other == Expiry::Never,
    };
    let all = [
        ("access_token", another(&own.access_token, &other.access_token)),
        ("refresh_token", another(&own.refresh_token, &other.refresh_token)),
        ("id_token", another(&own.id_token, &other.id_token)),
        ("later", later),
        ("never", ends == (Expiry::Unstated, Expiry::Never)),
    ];
    all.into_iter().filter_map(|(what, is_more)| is_more.then_some(what)).collect()
}

/// The cells, each a line; those of many formats or many cases that say the same are one line and their number.
fn table(mut cells: Vec<Cell>) -> String {
    let mut lines = Vec::new();
    while let Some((most, number)) = most(&cells).filter(|(_, number)| *number >= MANY) {
        let (case, format, what) = most;
        lines.push(format!("{case} {format} {what} {number}\n"));
        cells.retain(|cell| !lines_of(*cell).contains(&most));
    }
    lines.extend(cells.iter().map(|(case, format, what)| format!("{case} {format} {what}\n")));
    lines.sort_unstable();
    lines.concat()
}

/// The line that stands for the most cells, and for how many.
fn most(cells: &[Cell]) -> Option<(Cell, usize)> {
    let mut numbers = BTreeMap::new();
    for line in cells.iter().flat_map(|cell| lines_of(*cell)) {
        *numbers.entry(line).or_insert(0) += 1;
    }
    numbers.into_iter().max_by_key(|(_, number)| *number)
}

/// The lines that may stand for a cell: all formats of its case, and all cases of its format.
fn lines_of((case, format, what): Cell) -> [Cell; 2] {
    [(case, "*", what), ("*", format, what)]
}

/// `ANYTOKEN_UPDATE=1` writes the matrix anew.
#[test]
fn another_format_reads_more_only_where_the_matrix_says_so() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/matrix.txt");
    let matrix = table(cases().flat_map(|(case, adapter)| cells(case, adapter)).collect());
    if std::env::var_os("ANYTOKEN_UPDATE").is_some() {
        std::fs::write(path, matrix).expect("matrix.txt");
        return;
    }
    let kept = std::fs::read_to_string(path).expect("matrix.txt");
    let new: Vec<_> = matrix.lines().filter(|line| !kept.lines().any(|other| other == *line)).collect();
    let gone: Vec<_> = kept.lines().filter(|line| !matrix.lines().any(|other| other == *line)).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "new: {new:#?}, gone: {gone:#?}; look at the cause, then run the test with ANYTOKEN_UPDATE=1"
    );
}
