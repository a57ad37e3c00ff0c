//! Checks every crate of the workspace's build against `deny.toml`, and the Rust version that it requires.
//!
//! `cargo deny check licenses bans sources` uses the same file. Here each rule also meets a made-up graph that breaks
//! it, so that no rule passes because it checks nothing.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use cargo_metadata::semver::VersionReq;
use cargo_metadata::{CargoOpt, Dependency, DependencyKind, Metadata, MetadataCommand, Package, PackageId};
use serde::Deserialize;
use serde_json::{Value, json};
use spdx::{Expression, LicenseReq, Licensee, ParseMode};

#[derive(Deserialize)]
struct Rules {
    licenses: Licenses,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
    exceptions: Vec<Exception>,
}

#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Bans {
    skip_tree: Vec<Skipped>,
}

#[derive(Deserialize)]
struct Skipped {
    #[serde(rename = "crate")]
    name: String,
}

/// The settings that the functions below implement. They may have no other value.
const SETTINGS: [(&str, &str); 7] = [
    ("licenses", "unused-allowed-license"),
    ("licenses", "unused-license-exception"),
    ("bans", "multiple-versions"),
    ("bans", "wildcards"),
    ("bans/build", "executables"),
    ("sources", "unknown-registry"),
    ("sources", "unknown-git"),
];

fn root() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), ".."].iter().collect()
}

fn deny_toml() -> String {
    std::fs::read_to_string(root().join("deny.toml")).expect("deny.toml is there")
}

fn rules() -> Rules {
    toml::from_str(&deny_toml()).expect("rules")
}

/// Returns every crate that a member is built with, on any platform and with any feature.
fn graph() -> Metadata {
    let mut command = MetadataCommand::new();
    command.manifest_path(root().join("Cargo.toml")).features(CargoOpt::AllFeatures);
    built(command.other_options(["--locked".to_owned()]).exec().expect("cargo metadata answers"))
}

/// Removes optional dependencies that no feature enables: `cargo metadata` lists all that are in the lock file.
fn built(mut metadata: Metadata) -> Metadata {
    let mut nodes = std::mem::take(&mut metadata.resolve.as_mut().expect("a resolved graph").nodes);
    for node in &mut nodes {
        let package = &metadata[&node.id];
        let switched_on: Vec<&String> = node
            .features
            .iter()
            .filter_map(|feature| package.features.get(feature.as_str()))
            .flatten()
            .collect();
        node.deps.retain(|other| {
            let other = &metadata[&other.pkg];
            let is_it = |wanted: &&Dependency| {
                let is_built = package.source.is_none() || wanted.kind != DependencyKind::Development;
                is_built && *wanted.name == *other.name && wanted.req.matches(&other.version)
            };
            package.dependencies.iter().filter(is_it).any(|wanted| {
                let name = wanted.rename.as_ref().unwrap_or(&wanted.name);
                let is_on = |value: &&String| {
                    **value == format!("dep:{name}") || value.starts_with(&format!("{name}/"))
                };
                !wanted.optional || switched_on.iter().any(is_on)
            })
        });
    }
    metadata.resolve.as_mut().expect("a resolved graph").nodes = nodes;
    let members = metadata.workspace_packages();
    let kept: BTreeSet<_> =
        reached(&metadata, members, |_, _| true).into_iter().map(|package| package.id.clone()).collect();
    metadata.packages.retain(|package| kept.contains(&package.id));
    metadata
}

fn is_published(package: &Package) -> bool {
    package.source.is_none() && package.publish.is_none()
}

/// Returns some packages and all their dependencies that `enters` accepts.
fn reached<'m>(
    metadata: &'m Metadata,
    from: impl IntoIterator<Item = &'m Package>,
    enters: impl Fn(&Package, &[DependencyKind]) -> bool,
) -> Vec<&'m Package> {
    let nodes = &metadata.resolve.as_ref().expect("a resolved graph").nodes;
    let mut ids: Vec<&PackageId> = from.into_iter().map(|package| &package.id).collect();
    let mut next = 0;
    while let Some(id) = ids.get(next).copied() {
        next += 1;
        for dependency in &nodes.iter().find(|node| node.id == *id).expect("a node").deps {
            let kinds: Vec<_> = dependency.dep_kinds.iter().map(|kind| kind.kind).collect();
            if !ids.contains(&&dependency.pkg) && enters(&metadata[&dependency.pkg], &kinds) {
                ids.push(&dependency.pkg);
            }
        }
    }
    ids.iter().map(|id| &metadata[*id]).collect()
}

/// Returns licences that are not allowed, and allowances that no crate needs.
fn licences(metadata: &Metadata, rules: &Licenses) -> Vec<String> {
    let read = |licence: &String| Licensee::parse(licence).expect("a licence of SPDX");
    // Each allowed licence, and the crate if it is allowed for one crate only.
    let mut allowed: Vec<(Option<&str>, Licensee)> =
        rules.allow.iter().map(|licence| (None, read(licence))).collect();
    for exception in &rules.exceptions {
        allowed.extend(exception.allow.iter().map(|licence| (Some(exception.name.as_str()), read(licence))));
    }
    let mut used = vec![false; allowed.len()];
    let mut faults = Vec::new();
    for package in &metadata.packages {
        let licence = package.license.as_deref().unwrap_or_default();
        let Ok(expression) = Expression::parse_mode(licence, ParseMode::LAX) else {
            faults.push(format!("{}: no licence that can be read: {licence:?}", package.name));
            continue;
        };
        let allows = |(name, licence): &(Option<&str>, Licensee), wanted: &LicenseReq| {
            name.is_none_or(|name| name == package.name.as_str()) && licence.satisfies(wanted)
        };
        if !expression.evaluate(|wanted| allowed.iter().any(|entry| allows(entry, wanted))) {
            faults.push(format!("{}: {licence} is not allowed", package.name));
        }
        for wanted in expression.requirements() {
            for (entry, used) in allowed.iter().zip(&mut used) {
                *used |= allows(entry, &wanted.req);
            }
        }
    }
    let unused = allowed.iter().zip(used).filter(|(_, used)| !used);
    faults.extend(unused.map(|((name, licence), _)| match name {
        Some(name) => format!("{name}: {licence} is allowed for nothing"),
        None => format!("{licence} is allowed for nothing"),
    }));
    faults
}

/// Returns crates that the published packages bring in two versions, unless one is skipped.
fn versions(metadata: &Metadata, rules: &Bans) -> Vec<String> {
    let is_kept = |package: &Package| !rules.skip_tree.iter().any(|skipped| *skipped.name == *package.name);
    let from = metadata.packages.iter().filter(|package| is_published(package) && is_kept(package));
    let mut found = BTreeSet::new();
    let reached = reached(metadata, from, |package, _| is_kept(package));
    let again = reached.iter().filter(|package| !found.insert(package.name.as_str()));
    again.map(|package| format!("{} {} is there in another version", package.name, package.version)).collect()
}

/// Returns wildcard requirements. A path without a version is one; it is allowed in packages that are not published.
fn wildcards(metadata: &Metadata) -> Vec<String> {
    let mut faults = Vec::new();
    for package in &metadata.packages {
        for dependency in package.dependencies.iter().filter(|dependency| dependency.req == VersionReq::STAR)
        {
            let is_private = !is_published(package) || dependency.kind == DependencyKind::Development;
            if dependency.path.is_none() || !is_private {
                faults.push(format!("{}: any version of {}", package.name, dependency.name));
            }
        }
    }
    faults
}

/// Returns crates that are neither from crates.io nor of the workspace.
fn sources(metadata: &Metadata) -> Vec<String> {
    let mut faults = Vec::new();
    for package in &metadata.packages {
        let is_known = package
            .source
            .as_ref()
            .map_or(metadata.workspace_members.contains(&package.id), |source| source.is_crates_io());
        if !is_known {
            faults.push(format!("{} is not from crates.io", package.name));
        }
    }
    faults
}

/// Returns the files below a folder that begin like an executable of Linux, Windows or macOS.
fn executables(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let kind = entry.file_type().expect("its kind");
        if kind.is_dir() {
            executables(&entry.path(), found);
        } else if kind.is_file() {
            let mut magic = Vec::new();
            File::open(entry.path()).expect("a file").take(4).read_to_end(&mut magic).expect("its begin");
            match *magic {
                [0x7F, b'E', b'L', b'F']
                | [b'M', b'Z', ..]
                | [0xFE, 0xED, 0xFA, 0xCE | 0xCF]
                | [0xCE | 0xCF, 0xFA, 0xED, 0xFE]
                | [0xCA, 0xFE, 0xBA, 0xBE] => found.push(entry.path()),
                _ => {}
            }
        }
    }
}

/// Returns crates that require a newer Rust than the published package that needs them, with the features in use.
fn newer_rusts(metadata: &Metadata) -> Vec<String> {
    let mut faults = Vec::new();
    for published in metadata.packages.iter().filter(|package| is_published(package)) {
        let own = published.rust_version.as_ref().expect("the Rust that a package needs");
        let is_built = |_: &Package, kinds: &[DependencyKind]| {
            kinds.iter().any(|kind| *kind != DependencyKind::Development)
        };
        for package in reached(metadata, [published], is_built) {
            if let Some(wanted) = package.rust_version.as_ref().filter(|wanted| *wanted > own) {
                faults.push(format!("{}: {} asks for Rust {wanted}", published.name, package.name));
            }
        }
    }
    faults
}

fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_setting_of_deny_toml_denies() {
    let rules: toml::Value = toml::from_str(&deny_toml()).expect("rules");
    for (table, key) in SETTINGS {
        let table = table.split('/').fold(&rules, |outer, name| &outer[name]);
        assert_eq!(table[key].as_str(), Some("deny"), "{key}");
    }
    assert_eq!(rules["sources"]["allow-git"].as_array().map(Vec::len), Some(0));
}

#[test]
fn every_crate_obeys_deny_toml() {
    let (metadata, rules) = (graph(), rules());
    assert!(metadata.packages.len() > 300, "all crates: {}", metadata.packages.len());
    none(licences(&metadata, &rules.licenses));
    none(versions(&metadata, &rules.bans));
    none(wildcards(&metadata));
    none(sources(&metadata));
    let mut found = Vec::new();
    for package in metadata.packages.iter().filter(|package| package.source.is_some()) {
        executables(package.manifest_path.parent().expect("a folder").as_std_path(), &mut found);
    }
    assert!(found.is_empty(), "programs that were built elsewhere: {found:?}");
}

#[test]
fn no_crate_requires_a_newer_rust() {
    none(newer_rusts(&graph()));
}

/// A package as `cargo metadata` prints it; the given members replace the defaults.
fn package(name: &str, version: &str, given: Value) -> Value {
    let mut package = json!({
        "name": name, "version": version, "id": format!("{name} {version}"), "license": "MIT", "manifest_path": "/Cargo.toml",
        "source": "registry+https://github.com/rust-lang/crates.io-index", "rust_version": "1.80",
        "dependencies": [], "targets": [], "features": {},
    });
    let fields = package.as_object_mut().expect("an object");
    fields.extend(given.as_object().expect("an object").clone());
    package
}

/// A dependency as a package lists it.
fn dependency(name: &str, requirement: &str) -> Value {
    json!({
        "name": name, "source": null, "req": requirement, "kind": null, "optional": false, "uses_default_features": true,
        "features": [], "target": null, "rename": null, "registry": null, "path": null,
    })
}

/// The metadata of a workspace with one published package, `ours`, that has dependencies of one kind.
fn made_up(needs: &[(Value, Option<&str>)], given: Value) -> Metadata {
    let mut ours = json!({"source": null, "rust_version": "1.88"});
    ours.as_object_mut().expect("an object").extend(given.as_object().expect("an object").clone());
    let ours = package("ours", "1.0.0", ours);
    let deps: Vec<_> = needs
        .iter()
        .map(|(other, kind)| json!({"name": other["name"], "pkg": other["id"], "dep_kinds": [{"kind": kind, "target": null}]}))
        .collect();
    let leaf = |other: &Value| json!({"id": other["id"], "dependencies": [], "deps": [], "features": []});
    let mut nodes: Vec<_> = needs.iter().map(|(other, _)| leaf(other)).collect();
    nodes.push(json!({"id": ours["id"], "dependencies": [], "deps": deps, "features": ["on"]}));
    let packages: Vec<_> = needs.iter().map(|(other, _)| other).chain([&ours]).collect();
    serde_json::from_value(json!({
        "packages": packages, "workspace_members": [ours["id"]], "workspace_default_members": [ours["id"]],
        "resolve": {"nodes": nodes, "root": null}, "workspace_root": "/", "target_directory": "/target", "version": 1,
    }))
    .expect("metadata")
}

#[test]
fn licences_are_allowed_globally_or_per_crate() {
    let rules = Licenses {
        allow: vec!["MIT".to_owned()],
        exceptions: vec![Exception { name: "certificates".to_owned(), allow: vec!["ISC".to_owned()] }],
    };
    let with = |others: &[(&str, Value)]| {
        let others: Vec<_> = others
            .iter()
            .map(|(name, licence)| (package(name, "1.0.0", json!({"license": licence})), None))
            .collect();
        licences(&made_up(&others, json!({})), &rules)
    };
    let isc = ("certificates", json!("ISC"));
    none(with(&[isc.clone(), ("choice", json!("GPL-3.0-only OR MIT")), ("slash", json!("Zlib/MIT"))]));
    for (licence, fault) in [
        (json!("GPL-3.0-only"), "other: GPL-3.0-only is not allowed"),
        (json!("MIT AND ISC"), "other: MIT AND ISC is not allowed"),
        (json!("MIT WITH LLVM-exception"), "other: MIT WITH LLVM-exception is not allowed"),
        (json!("EXAMPLE"), "other: no licence that can be read: \"EXAMPLE\""),
        (Value::Null, "other: no licence that can be read: \"\""),
    ] {
        assert_eq!(with(&[isc.clone(), ("other", licence)]), [fault]);
    }
    let unused = with(&[("certificates", json!("MIT"))]);
    assert_eq!(unused, ["certificates: ISC is allowed for nothing"]);
    let nothing = Licenses { allow: vec!["MIT".to_owned(), "Zlib".to_owned()], exceptions: Vec::new() };
    assert_eq!(licences(&made_up(&[], json!({})), &nothing), ["Zlib is allowed for nothing"]);
}

#[test]
fn duplicate_crates_are_found_unless_skipped() {
    let bans = |name: &str| Bans { skip_tree: vec![Skipped { name: name.to_owned() }] };
    let twice = [(package("twice", "1.0.0", json!({})), None), (package("twice", "2.0.0", json!({})), None)];
    let metadata = made_up(&twice, json!({}));
    assert_eq!(versions(&metadata, &bans("other")), ["twice 2.0.0 is there in another version"]);
    none(versions(&metadata, &bans("twice")));
    none(versions(&metadata, &bans("ours")));
    none(versions(&made_up(&twice[..1], json!({})), &bans("other")));
    none(versions(&made_up(&twice, json!({"publish": []})), &bans("other")));
}

#[test]
fn optional_crates_count_if_a_feature_enables_them() {
    for (value, is_there) in
        [("dep:other", true), ("other/std", true), ("other?/std", false), ("dep:another", false)]
    {
        let other = package("other", "1.0.0", json!({}));
        let mut optional = dependency("other", "1");
        optional["optional"] = json!(true);
        let given = json!({"dependencies": [optional], "features": {"on": [value], "off": ["dep:other"]}});
        let metadata = built(made_up(&[(other, None)], given));
        assert_eq!(metadata.packages.len() == 2, is_there, "{value}");
    }
}

#[test]
fn path_dependencies_of_published_crates_need_a_version() {
    let needs = |path: Value, kind: Value, publish: Value| {
        let mut any = dependency("any", "*");
        any["kind"] = kind;
        any["path"] = path;
        wildcards(&made_up(&[], json!({"dependencies": [any], "publish": publish})))
    };
    let path = json!("/any");
    for (path, kind, publish) in [
        (path.clone(), Value::Null, Value::Null),
        (Value::Null, Value::Null, json!([])),
        (Value::Null, json!("dev"), Value::Null),
    ] {
        assert_eq!(needs(path, kind, publish), ["ours: any version of any"]);
    }
    none(needs(path.clone(), json!("dev"), Value::Null));
    none(needs(path, Value::Null, json!([])));
}

#[test]
fn crates_come_from_one_registry() {
    none(sources(&made_up(&[(package("other", "1.0.0", json!({})), None)], json!({}))));
    for source in
        [json!("registry+https://example.org/index"), json!("git+https://example.org/other"), Value::Null]
    {
        let other = package("other", "1.0.0", json!({"source": source}));
        assert_eq!(sources(&made_up(&[(other, None)], json!({}))), ["other is not from crates.io"]);
    }
}

#[test]
fn executables_are_recognized_by_their_first_bytes() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("executables");
    std::fs::create_dir_all(folder.join("src")).expect("a folder");
    let programs: [&[u8]; 5] =
        [b"\x7FELF\x02", b"MZ\x90\0", b"\xCF\xFA\xED\xFE", b"\xFE\xED\xFA\xCE", b"\xCA\xFE\xBA\xBE"];
    for (number, bytes) in programs.into_iter().chain([&b"//! MZ"[..], b"\x7FE", b""]).enumerate() {
        std::fs::write(folder.join(format!("src/{number}")), bytes).expect("a file");
    }
    let mut found = Vec::new();
    executables(&folder, &mut found);
    found.sort();
    let names: Vec<_> = found.iter().filter_map(|path| path.file_name()?.to_str()).collect();
    assert_eq!(names, ["0", "1", "2", "3", "4"]);
}

#[test]
fn same_rust_version_is_allowed() {
    let with = |version: &str, kind| {
        let other = package("other", "1.0.0", json!({"rust_version": version}));
        newer_rusts(&made_up(&[(other, kind)], json!({})))
    };
    for kind in [None, Some("build")] {
        none(with("1.88.0", kind));
        assert_eq!(with("1.89", kind), ["ours: other asks for Rust 1.89.0"]);
    }
    none(with("1.89", Some("dev")));
}
