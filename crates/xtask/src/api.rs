//! Snapshots of each published library's public interface, so that a change shows in the commit that makes it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::{path, read};

/// The version of rustdoc's JSON that Rust 1.95 writes. Another version may change the snapshots by itself.
const FORMAT_VERSION: &str = "57";

/// The snapshots of all libraries by file, or the reason why this compiler cannot make them.
pub(crate) fn all() -> Result<BTreeMap<String, String>, String> {
    libraries().iter().map(|library| Ok((format!("tests/api/{library}.txt"), interface(library)?))).collect()
}

/// The published packages with a documented library.
fn libraries() -> Vec<String> {
    let packages = fs::read_dir(path("crates")).expect("crates is there");
    let packages = packages.map(|entry| entry.expect("the folder can be read").file_name());
    let packages = packages.map(|name| name.to_string_lossy().into_owned());
    packages.filter(|name| is_library(name)).collect()
}

fn is_library(package: &str) -> bool {
    let manifest = read(&format!("crates/{package}/Cargo.toml"));
    let is_for_others =
        |manifest: String| !manifest.contains("\npublish = false\n") && !manifest.contains("\ndoc = false\n");
    manifest.is_some_and(is_for_others) && path(&format!("crates/{package}/src/lib.rs")).exists()
}

/// A library's public items, one a line, except those of derives, blanket impls and auto traits.
fn interface(library: &str) -> Result<String, String> {
    let json = json(library);
    let text = fs::read_to_string(&json).expect("rustdoc wrote it");
    let version = text.rsplit_once("\"format_version\":").map_or("", |(_, version)| version);
    let version = version.split_once(|c: char| !c.is_ascii_digit()).map_or("", |(version, _)| version);
    if version != FORMAT_VERSION {
        return Err(format!("rustdoc writes JSON of version {version}, the snapshots need {FORMAT_VERSION}"));
    }
    let interface = public_api::Builder::from_rustdoc_json(json)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build();
    Ok(interface.expect("public-api reads this version").to_string())
}

/// The file of rustdoc's JSON for a library.
fn json(library: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| path("target"), PathBuf::from);
    let status = Command::new("cargo")
        .args(["rustdoc", "--quiet", "--lib", "--all-features", "--package", library, "--target-dir"])
        .arg(&target)
        .args(["--", "-Zunstable-options", "--output-format=json"])
        .env("RUSTDOC", path("crates/xtask/src/rustdoc.sh"))
        .current_dir(path(""))
        .status();
    assert!(status.is_ok_and(|status| status.success()), "rustdoc failed for {library}");
    target.join("doc").join(library.replace('-', "_") + ".json")
}
