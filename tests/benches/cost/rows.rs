//! The rows of the measurement.

use crate::alloc::{self, Allocated};
use crate::contestants::{Contestant, Side};
use crate::inputs::{Input, Role};
use crate::operations::{self, Operation};
use crate::{instructions, time};

/// The rows, in the same order in each process of one run.
pub(crate) struct Rows(Vec<Row>);

/// A contestant, and what it costs to carry out an operation on an input once.
pub(crate) struct Row {
    pub(crate) operation: &'static Operation,
    pub(crate) input: &'static Input,
    pub(crate) contestant: Contestant,
    /// `None` where the contestant cannot; the rest is `None` then too.
    pub(crate) allocated: Option<Allocated>,
    pub(crate) instructions: Option<u64>,
    /// Of the reference's time, the median of all rounds.
    pub(crate) time_ratio: Option<f64>,
}

impl Row {
    /// Whether both are of one operation on one input.
    fn is_beside(&self, other: &Self) -> bool {
        self.input.name == other.input.name && self.operation.name == other.operation.name
    }

    pub(crate) fn name(&self) -> String {
        format!("{}, {}, {}", self.input.name, self.operation.name, self.contestant.name)
    }
}

impl Rows {
    /// The rows of some inputs; without those of others where only the gate asks.
    pub(crate) fn new(inputs: impl Iterator<Item = &'static Input>, with_others: bool) -> Self {
        let row = |operation, input, contestant: Contestant| Row {
            operation,
            input,
            contestant,
            allocated: None,
            instructions: None,
            time_ratio: None,
        };
        let mut rows = Vec::new();
        for input in inputs {
            let is_corpus = input.role == Role::Corpus;
            let tried = |operation: &&Operation| match is_corpus {
                true => operation.name == "decode",
                false => (operation.takes)(input),
            };
            for operation in operations::ALL.iter().filter(tried) {
                let contestants = (operation.contestants)(input).into_iter();
                let chosen = contestants.filter(|one| with_others || one.side != Side::Others);
                rows.extend(chosen.map(|contestant| row(operation, input, contestant)));
            }
        }
        Self(rows)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Row> + Clone {
        self.0.iter()
    }

    /// The rows of an input and an operation, one group after the other.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &[Row]> {
        self.0.chunk_by(Row::is_beside)
    }

    pub(crate) fn allocate(&mut self) {
        for row in &mut self.0 {
            row.allocated = match row.operation.is_cold {
                true => instructions::allocated_at_first(row),
                false => {
                    let call = row.contestant.prepared();
                    // This call makes the tables that are made once.
                    call.answer().and_then(|_| alloc::count(&call))
                }
            };
        }
    }

    pub(crate) fn count(&mut self) {
        let counted = instructions::count(self);
        for (row, instructions) in self.0.iter_mut().zip(counted) {
            row.instructions = row.allocated.and(instructions);
        }
    }

    pub(crate) fn time(&mut self, rounds: usize) {
        let is_timed = |row: &Row| {
            !row.operation.is_cold
                && !matches!(row.input.role, Role::Compared | Role::Corpus)
                && row.allocated.is_some()
        };
        for group in self.0.chunk_by_mut(Row::is_beside) {
            let mut timed: Vec<_> = group.iter_mut().filter(|row| is_timed(row)).collect();
            if timed.is_empty() {
                continue;
            }
            let calls: Vec<_> = timed.iter().map(|row| row.contestant.prepared()).collect();
            for (row, ratio) in timed.iter_mut().zip(time::ratios(&calls, rounds)) {
                row.time_ratio = Some(ratio);
            }
        }
    }

    pub(crate) fn row(&self, operation: &str, input: &str, contestant: &str) -> Option<&Row> {
        self.0.iter().find(|row| {
            row.operation.name == operation && row.input.name == input && row.contestant.name == contestant
        })
    }

    /// The reference of a row.
    pub(crate) fn reference(&self, row: &Row) -> Option<&Row> {
        self.0.iter().find(|other| other.contestant.side == Side::Reference && other.is_beside(row))
    }

    /// Instructions relative to the reference.
    pub(crate) fn ratio(&self, row: &Row) -> Option<f64> {
        Some(row.instructions? as f64 / self.reference(row)?.instructions? as f64)
    }
}
