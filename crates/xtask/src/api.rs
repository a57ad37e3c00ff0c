//! Snapshots of the public interface of each library that is published, so that a change of it is seen in the commit that
//! makes it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::{path, read};

/// The version of rustdoc's JSON that Rust 1.95 writes. Snapshots made of another one may differ by that alone.
const FORMAT_VERSION: &str = "57";

/// The snapshot of every library, by file; why there is none, where the compiler is another.
pub(crate) fn all() -> Result<BTreeMap<String, String>, String> {
    libraries().iter().map(|library| Ok((format!("tests/api/{library}.txt"), interface(library)?))).collect()
}

/// The packages that are published, with a library for others: one that is documented.
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

/// A library's public items, a line each, without those that a derive, a blanket impl or an auto trait makes.
fn interface(library: &str) -> Result<String, String> {
    let json = json(library);
    let text = fs::read_to_string(&json).expect("rustdoc wrote it");
    let version = text.rsplit_once("\"format_version\":").map_or("", |(_, version)| version);
    let version = version.split_once(|c: char| !c.is_ascii_digit()).map_or("", |(version, _)| version);
    if version != FORMAT_VERSION {
        return Err(format!(
            "rustdoc writes JSON of version {version}, the snapshots are of {FORMAT_VERSION}"
        ));
    }
    let interface = public_api::Builder::from_rustdoc_json(json)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build();
    Ok(interface.expect("public-api reads this version").to_string())
}

/// The file of what rustdoc says of a library.
fn json(library: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| path("target"), PathBuf::from);
    let status = Command::new("cargo")
        .args(["rustdoc", "--quiet", "--lib", "--all-features", "--package", library, "--target-dir"])
        .arg(&target)
        .args(["--", "-Zunstable-options", "--output-format=json"])
        .env("RUSTDOC", path("crates/xtask/src/rustdoc.sh"))
        .current_dir(path(""))
        .status();
    assert!(status.is_ok_and(|status| status.success()), "rustdoc writes no JSON of {library}");
    target.join("doc").join(library.replace('-', "_") + ".json")
}
