//! What was measured.

use crate::alloc::{self, Allocated};
use crate::contestants::{self, Contestant};
use crate::flat::Flat;
use crate::inputs::Input;
use crate::{instructions, time};

/// All rows of all inputs.
pub(crate) struct Measured<'i> {
    pub(crate) inputs: Vec<Rows<'i>>,
    /// The flat bodies of the corpus, the worst first; empty where they were not counted.
    pub(crate) flat: Vec<Flat>,
}

/// The contestants of an input; the reference is the first.
pub(crate) struct Rows<'i> {
    pub(crate) input: &'i Input,
    pub(crate) rows: Vec<Row>,
}

/// A contestant, and what it takes to read the input once.
pub(crate) struct Row {
    pub(crate) contestant: Contestant,
    /// `None` where it cannot read the input; the rest is `None` then too.
    pub(crate) allocated: Option<Allocated>,
    pub(crate) instructions: Option<u64>,
    /// Of the reference's time, the median of all rounds.
    pub(crate) time_ratio: Option<f64>,
}

impl<'i> Measured<'i> {
    pub(crate) fn new(inputs: &'i [Input], chosen: impl Fn(&Contestant) -> bool) -> Self {
        let row = |contestant| Row { contestant, allocated: None, instructions: None, time_ratio: None };
        let rows = |input| Rows {
            input,
            rows: contestants::of(input).into_iter().filter(&chosen).map(row).collect(),
        };
        Self { inputs: inputs.iter().map(rows).collect(), flat: Vec::new() }
    }

    pub(crate) fn allocate(&mut self) {
        for Rows { input, rows } in &mut self.inputs {
            for row in rows {
                // What is built once is built here.
                if row.contestant.said(&input.body).is_none() {
                    continue;
                }
                let given = row.contestant.given(&input.body);
                row.allocated = Some(alloc::count(|| {
                    row.contestant.read(given, &mut |_, _| {});
                }));
            }
        }
    }

    pub(crate) fn count(&mut self, calls: usize) {
        let mut counted = Vec::new();
        for Rows { input, rows } in &mut self.inputs {
            let readers = rows.iter_mut().filter(|row| row.allocated.is_some());
            let calls = if input.is_long() { 1 } else { calls };
            counted
                .extend(readers.map(|row| (input.name, row.contestant.name, calls, &mut row.instructions)));
        }
        let jobs: Vec<_> = counted.iter().map(|(input, name, calls, _)| (*input, *name, *calls)).collect();
        for ((.., place), instructions) in counted.into_iter().zip(instructions::count(&jobs)) {
            *place = instructions;
        }
    }

    pub(crate) fn time(&mut self, rounds: usize) {
        for Rows { input, rows } in self.inputs.iter_mut().filter(|rows| rows.input.shown) {
            let mut readers: Vec<_> = rows.iter_mut().filter(|row| row.allocated.is_some()).collect();
            let contestants: Vec<_> = readers.iter().map(|row| &row.contestant).collect();
            let ratios = time::ratios(input, &contestants, rounds);
            for (row, ratio) in readers.iter_mut().zip(ratios) {
                row.time_ratio = Some(ratio);
            }
        }
    }

    /// The rows of an input.
    pub(crate) fn rows(&self, input: &str) -> Option<&Rows<'i>> {
        self.inputs.iter().find(|rows| rows.input.name == input)
    }
}

impl Rows<'_> {
    pub(crate) fn row(&self, contestant: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.contestant.name == contestant)
    }

    pub(crate) fn reference(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.contestant.is_reference())
    }

    /// Instructions, those of the reference being 1.
    pub(crate) fn ratio(&self, row: &Row) -> Option<f64> {
        Some(row.instructions? as f64 / self.reference()?.instructions? as f64)
    }
}
