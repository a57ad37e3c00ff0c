//! Published packages have metadata, and the library has no undocumented dependency.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::sources::sources;

#[test]
fn every_package_has_metadata_and_licences() {
    for package in packages() {
        let manifest = manifest(&package);
        if manifest.contains("\npublish = false\n") {
            continue;
        }
        let (_, description) = manifest.split_once("description = \"").expect("a description");
        let (description, _) = description.split_once('"').expect("its end");
        let readme = if package == "anytoken" {
            "README.md".to_owned()
        } else {
            format!("crates/{package}/README.md")
        };
        assert!(file(&readme).starts_with(&format!("# {package}\n\n{description}.\n")), "{readme}");
        for key in ["license", "rust-version", "keywords", "include"] {
            assert!(manifest.contains(&format!("\n{key}.workspace = true\n")), "{package}: {key}");
        }
        for license in ["LICENSE-MIT", "LICENSE-APACHE"] {
            assert_eq!(file(&format!("crates/{package}/{license}")), file(license), "{package}");
        }
    }
}

#[test]
fn every_file_that_a_source_includes_is_packaged() {
    assert!(
        file("Cargo.toml").contains(
            r#"include = ["/src", "/man", "/tests", "/examples", "/*.json", "/*.md", "/LICENSE-*"]"#
        )
    );
    let mut files = Vec::new();
    sources(&root().join("crates"), &mut files);
    let mut included = BTreeSet::new();
    for path in files.iter().filter(|path| path.components().any(|part| part.as_os_str() == "src")) {
        let text = std::fs::read_to_string(path).expect("a source");
        for (_, rest) in
            text.match_indices("include_str!(\"").map(|(at, open)| text.split_at(at + open.len()))
        {
            let (name, _) = rest.split_once('"').expect("its end");
            let file = path.parent().expect("a folder").join(name).canonicalize().expect("an included file");
            let parent = file.parent().expect("a folder");
            let is_at_root = parent.join("Cargo.toml").is_file();
            assert!(
                is_at_root
                    || parent.ancestors().any(|folder| folder.ends_with("src") || folder.ends_with("man")),
                "{}",
                file.display()
            );
            included.insert(file);
        }
    }
    assert!(included.len() >= 2, "{included:?}");
}

/// An empty test program takes as long to build as a full one.
#[test]
fn library_is_built_as_a_test_only_if_it_has_one() {
    for package in packages() {
        let mut files = Vec::new();
        sources(&root().join("crates").join(&package).join("src"), &mut files);
        let has_tests = files.iter().any(|path| {
            std::fs::read_to_string(path).expect("a source").lines().any(|line| line.trim() == "#[test]")
        });
        let manifest = manifest(&package);
        let lib = manifest.split_once("\n[lib]\n").and_then(|(_, rest)| rest.split("\n\n").next());
        let is_built = !lib.is_some_and(|lib| lib.lines().any(|line| line == "test = false"));
        assert_eq!(is_built, has_tests, "{package}");
    }
}

#[test]
fn readme_states_the_minimum_rust() {
    let manifest = file("Cargo.toml");
    let (_, version) = manifest.split_once("\nrust-version = \"").expect("the oldest Rust");
    let (version, _) = version.split_once('"').expect("its end");
    assert!(file("README.md").contains(&format!("\nRust {version} is enough")), "{version}");
}

#[test]
fn library_dependencies_match_the_table() {
    let mut ours = vec!["anytoken".to_owned()];
    let mut others = BTreeSet::new();
    let mut next = 0;
    while let Some(package) = ours.get(next).cloned() {
        next += 1;
        for name in dependencies(&package) {
            if !name.starts_with("anytoken") {
                others.insert(name);
            } else if !ours.contains(&name) {
                ours.push(name);
            }
        }
    }
    assert!(ours.len() > 8 && !ours.contains(&"anytoken-interop".to_owned()), "{ours:?}");
    let design = file("DESIGN.md");
    let (_, table) = design.split_once("## Dependencies of `anytoken`\n").expect("the table");
    let table = table.lines().filter(|line| line.starts_with("| `")).flat_map(|row| {
        let names = row.split('|').nth(1).expect("names");
        names.split(',').map(|name| name.trim().trim_matches('`').to_owned())
    });
    assert_eq!(others, table.collect());
}

/// Returns all dependencies of a package, optional ones included.
fn dependencies(package: &str) -> Vec<String> {
    let manifest = manifest(package);
    for table in manifest.lines().filter(|line| line.starts_with('[') && line.contains("dependencies")) {
        assert!(["[dependencies]", "[dev-dependencies]"].contains(&table), "{package}: {table}");
    }
    let (_, section) = manifest.split_once("\n[dependencies]\n").expect("dependencies");
    let lines = section.lines().take_while(|line| !line.starts_with('['));
    let names = lines.map(|line| line.split(['.', ' ']).next().unwrap_or_default().to_owned());
    names.filter(|name| !name.is_empty() && name != "#").collect()
}

fn packages() -> Vec<String> {
    let packages = std::fs::read_dir(root().join("crates")).expect("crates is there");
    let packages: Vec<_> = packages
        .map(|entry| entry.expect("a crate").file_name().into_string().expect("a name in ASCII"))
        .collect();
    assert!(packages.len() > 10, "the crates are there");
    packages
}

fn manifest(package: &str) -> String {
    file(&format!("crates/{package}/Cargo.toml"))
}

fn file(path: &str) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn root() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), ".."].iter().collect()
}
