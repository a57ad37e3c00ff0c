//! The flat bodies of the corpus, each beside one hand-written struct of owned strings.

use std::hint::black_box;

use anytoken_tests::callgrind::under_callgrind;
use anytoken_tests::corpus::{self, Case};
use anytoken_tests::json::Json;

use crate::contestants::{self, Wide};

/// What a body of the corpus takes.
pub(crate) struct Flat {
    pub(crate) id: &'static str,
    pub(crate) bytes: usize,
    pub(crate) by_hand: u64,
    pub(crate) ours: u64,
}

impl Flat {
    pub(crate) fn ratio(&self) -> f64 {
        self.ours as f64 / self.by_hand as f64
    }
}

/// Tokens in one JSON object without another inside, that both understand alike.
fn bodies() -> Vec<&'static Case> {
    let is_flat = |case: &Case| match case.response.text().and_then(Json::parse) {
        Some(Json::Object(members)) => {
            !members.iter().any(|(_, value)| matches!(value, Json::Object(_) | Json::Array(_)))
        }
        _ => false,
    };
    let alike = |case: &Case| {
        let wide = serde_json::from_slice::<Wide>(&case.response.body);
        let mut ours = String::new();
        contestants::detected(&case.response.body, &mut |text, _| ours = text.to_owned());
        wide.is_ok_and(|wide| wide.access_token() == ours)
    };
    corpus::granted().map(|(case, _)| case).filter(|case| is_flat(case) && alike(case)).collect()
}

/// Counts every body, once by hand and once by ours; the worst first.
pub(crate) fn count() -> Vec<Flat> {
    let count = |contestant: &str| {
        let words = ["--flat", contestant].map(str::to_owned);
        under_callgrind("measured_body", &words, &["--dump-after=*measured_body*"])
    };
    let (by_hand, ours) = std::thread::scope(|scope| {
        let by_hand = scope.spawn(|| count("by hand"));
        let ours = scope.spawn(|| count("ours"));
        (by_hand.join().expect("callgrind runs"), ours.join().expect("callgrind runs"))
    });
    let counts = by_hand.into_iter().zip(ours);
    let flat = |(case, (by_hand, ours)): (&'static Case, _)| Flat {
        id: &case.id,
        bytes: case.response.body.len(),
        by_hand,
        ours,
    };
    let mut all: Vec<_> = bodies().into_iter().zip(counts).map(flat).collect();
    all.sort_by(|a, b| b.ratio().total_cmp(&a.ratio()));
    all
}

/// What is done under callgrind, which writes a profile behind every body.
pub(crate) fn serve(contestant: &str) {
    let read: fn(&[u8]) -> usize = match contestant {
        "ours" => ours,
        _ => by_hand,
    };
    for case in bodies() {
        read(&case.response.body);
        black_box(measured_body(black_box(read), black_box(&case.response.body)));
    }
}

/// The one function whose instructions count.
#[inline(never)]
fn measured_body(read: fn(&[u8]) -> usize, body: &[u8]) -> usize {
    read(body)
}

fn ours(body: &[u8]) -> usize {
    let mut length = 0;
    contestants::detected(body, &mut |text, ends| {
        black_box(ends);
        length = text.len();
    });
    length
}

fn by_hand(body: &[u8]) -> usize {
    let Ok(read) = serde_json::from_slice::<Wide>(body) else { return 0 };
    black_box(&read);
    read.access_token().len()
}
