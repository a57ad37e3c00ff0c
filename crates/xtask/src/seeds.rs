//! Fuzz seeds: packed in one file a target for git, unpacked in folders for cargo-fuzz.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use anytoken::Outcome;
use anytoken_tests::corpus::{Case, cases};
use anytoken_tests::fields::canonical;
use anytoken_tests::json::quoted;
use anytoken_tests::seeds;
use time::format_description::well_known::Rfc3339;

/// Writes the seeds of each target into `fuzz/seeds/<target>`, and its cases of the corpus into `fuzz/corpus/<target>`.
///
/// # Errors
///
/// Errors of the file system.
pub fn unpack() -> io::Result<()> {
    for path in entries(&seeds::folder())? {
        if path.extension().is_some_and(|ending| ending == "txt") {
            let folder = path.with_extension("");
            for seed in seeds::of(&name(&folder)) {
                save(&folder, &seed)?;
            }
        }
    }
    for (case, adapter) in cases() {
        let folder = seeds::folder().join("../corpus");
        let named = |text: &[u8]| [case.format.as_bytes(), b"\n", text].concat();
        save(&folder.join("decode"), &case.response.body)?;
        save(&folder.join("decode_as"), &named(&case.response.body))?;
        save(&folder.join("batch"), line(case).as_bytes())?;
        if let Ok(Outcome::Token(token)) = case.response.read(Some(adapter)).map(|decoded| decoded.outcome) {
            save(&folder.join("encode"), &named(canonical(&token).as_bytes()))?;
        }
    }
    Ok(())
}

/// Adds the files of each folder `fuzz/seeds/<target>` to the target's seeds.
///
/// # Errors
///
/// Errors of the file system.
pub fn pack() -> io::Result<()> {
    for folder in entries(&seeds::folder())? {
        if folder.is_dir() {
            let mut all: BTreeSet<_> = seeds::of(&name(&folder)).into_iter().collect();
            for seed in entries(&folder)? {
                all.insert(fs::read(seed)?);
            }
            let lines: String = all.iter().map(|seed| seeds::escaped(seed) + "\n").collect();
            fs::write(folder.with_extension("txt"), lines)?;
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect()
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Writes a seed under a hash of its bytes.
fn save(folder: &Path, seed: &[u8]) -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    seed.hash(&mut hasher);
    fs::create_dir_all(folder)?;
    fs::write(folder.join(format!("{:016x}", hasher.finish())), seed)
}

/// A case as a line of a batch.
fn line(case: &Case) -> String {
    let at = case.response.at.format(&Rfc3339).expect("an instant");
    let status = case.response.status.map_or_else(String::new, |status| format!(",\"status\":{status}"));
    let body = case.response.text().expect("the corpus is text");
    format!(
        "{{\"id\":{},\"format\":{},\"received_at\":\"{at}\"{status},\"body\":{}}}",
        quoted(&case.id),
        quoted(&case.format),
        quoted(body)
    )
}
