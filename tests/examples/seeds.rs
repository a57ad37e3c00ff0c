//! Writes the seeds of the fuzz targets from the corpus: a few, small, of every kind of body.
//!
//! `cargo run -p anytoken-tests --example seeds`

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anytoken::Outcome;
use anytoken_tests::corpus::{CORPUS, Case, Meaning, cases};
use anytoken_tests::json::{Json, quoted};
use anytoken_tests::slots::canonical;

/// So many of a target at most.
const MOST: usize = 28;

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds");
    let chosen = chosen();
    let decode = chosen.iter().map(|case| (case, case.response.body.clone()));
    save(&folder.join("decode"), decode)?;
    let named = |body: &[u8], case: &Case| [case.format.as_bytes(), b"\n", body].concat();
    save(&folder.join("decode_as"), chosen.iter().map(|case| (case, named(&case.response.body, case))))?;
    let batch = chosen.chunks(4).filter_map(|cases| {
        Some((
            cases.first()?,
            cases.iter().map(|case| line(case)).collect::<Vec<_>>().join("\n").into_bytes(),
        ))
    });
    save(&folder.join("batch"), batch)?;
    let written =
        cases().filter_map(|(case, adapter)| match case.response.read(Some(adapter)).ok()?.outcome {
            Outcome::Granted(token) => Some((case, named(canonical(&token).as_bytes(), case))),
            Outcome::Refused(_) => None,
        });
    let all: Vec<_> = written.collect();
    let step = all.len().div_ceil(MOST).max(1);
    save(&folder.join("write"), all.iter().step_by(step).map(|(case, bytes)| (case, bytes.clone())))
}

/// The shortest cases of each wire, outcome and kind.
fn chosen() -> Vec<&'static Case> {
    let mut seen = BTreeSet::new();
    let mut chosen: Vec<&Case> = Vec::new();
    let mut cases: Vec<_> = CORPUS.values().flatten().collect();
    cases.sort_by_key(|case| case.response.body.len());
    for case in cases {
        let first = case.response.text().and_then(|text| text.trim_start().chars().next());
        let kind = match &case.meaning {
            Meaning::Token { extras, related, .. } => {
                (0, extras.is_some(), !related.is_empty(), String::new())
            }
            Meaning::Error { code, .. } => (1, code.is_some(), false, String::new()),
            Meaning::Invalid { kind, .. } => (2, false, false, kind.clone()),
        };
        let folded =
            case.response.text().and_then(Json::of_body).is_some_and(|body| body.clone() != body.unfolded());
        if seen.insert((first, kind, folded, case.format.len() % 3)) {
            chosen.push(case);
        }
    }
    let step = chosen.len().div_ceil(MOST).max(1);
    chosen.into_iter().step_by(step).collect()
}

fn line(case: &Case) -> String {
    let at = case.response.at.format(&time::format_description::well_known::Rfc3339).expect("an instant");
    let status = case.response.status.map_or_else(String::new, |status| format!(",\"status\":{status}"));
    let body = case.response.text().expect("the corpus is text");
    format!(
        "{{\"id\":{},\"format\":{},\"received_at\":\"{at}\"{status},\"body\":{}}}",
        quoted(&case.id),
        quoted(&case.format),
        quoted(body)
    )
}

fn save<'a>(folder: &Path, seeds: impl Iterator<Item = (&'a &'a Case, Vec<u8>)>) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for seed in fs::read_dir(folder)? {
        // One that has no case's name is a failure of once, and stays.
        let path = seed?.path();
        if path.to_string_lossy().contains("--") {
            fs::remove_file(path)?;
        }
    }
    for (case, bytes) in seeds {
        fs::write(folder.join(case.id.replace('/', "--")), bytes)?;
    }
    Ok(())
}
