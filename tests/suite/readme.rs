//! The README shows nothing that is not so. Its Rust example is a doc test of this package.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anytoken::{Adapter, FAMILIES};

use crate::sources::sources;

const BEGIN: &str = "<!-- formats: made from the registry, checked by a test -->\n";
const END: &str = "<!-- end of formats -->";

/// The formats that are asked for most, in the README's order.
const ASKED: &[&str] = &[
    "rfc6749",
    "keycloak",
    "auth0",
    "okta-oauth2",
    "github",
    "gitlab",
    "slack",
    "zoom",
    "notion",
    "salesforce",
    "hubspot",
    "stripe-connect",
    "paypal",
    "shopify",
    "facebook",
    "twitter-v2",
    "tiktok-v2",
    "linkedin",
    "discord",
    "apple",
    "spotify",
    "azure-imds",
    "entra-v2",
    "azure-app-service",
    "azure-cli",
    "msal-cache",
    "google-oauth2",
    "google-sts",
    "gce-metadata",
    "firebase-securetoken",
    "aws-sso-oidc",
    "aws-cognito-oauth2",
    "aws-ecr",
    "kubernetes-token-request",
    "vault",
    "docker-registry-token",
    "wechat-oauth",
    "alipay",
    "feishu-tenant",
    "taobao-top",
    "line-login",
    "affinidi-consumer-auth",
    "ory-hydra",
];

fn path(name: &str) -> String {
    format!("{}/../{name}", env!("CARGO_MANIFEST_DIR"))
}

fn file(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap_or_else(|_| panic!("no {name}"))
}

/// Holds a file to what it should be, or with `ANYTOKEN_UPDATE=1` writes it anew.
fn hold(name: &str, wanted: &str) {
    if std::env::var_os("ANYTOKEN_UPDATE").is_some() {
        std::fs::write(path(name), wanted).unwrap_or_else(|_| panic!("{name} cannot be written"));
    } else {
        assert!(file(name) == wanted, "{name}: run the test with ANYTOKEN_UPDATE=1");
    }
}

/// The adapters of a family, by id.
fn formats(files: &[&[&'static dyn Adapter]]) -> Vec<&'static dyn Adapter> {
    let mut formats: Vec<_> = files.iter().copied().flatten().copied().collect();
    formats.sort_unstable_by_key(|format| format.id());
    formats
}

fn number() -> usize {
    FAMILIES.iter().map(|(_, files)| formats(files).len()).sum()
}

/// Each family with its number of formats, and those of them that are asked for most.
fn families() -> String {
    let all = "[each with its quirks](crates/anytoken/formats.md)";
    let mut table =
        format!("{} formats, {all}:\n\n| crate | formats | among them |\n| --- | --- | --- |\n", number());
    for (family, files) in FAMILIES {
        let formats = formats(files);
        let asked = ASKED.iter().filter(|id| formats.iter().any(|format| format.id() == **id));
        let asked: Vec<_> = asked.map(|id| format!("`{id}`")).collect();
        writeln!(table, "| `{family}` | {} | {} |", formats.len(), asked.join(", "))
            .expect("a string takes all");
    }
    table
}

/// Every format, family by family.
fn list() -> String {
    let mut list = String::from("<!-- Made from the registry, checked by a test. -->\n");
    for (family, files) in FAMILIES {
        write!(list, "\n# {family}\n\n| id | vendor | quirks |\n| --- | --- | --- |\n")
            .expect("a string takes all");
        for format in formats(files) {
            let (id, vendor, quirks) = (format.id(), format.vendor(), format.quirks());
            writeln!(list, "| `{id}` | {vendor} | {quirks} |").expect("a string takes all");
        }
    }
    list
}

#[test]
fn the_readme_counts_the_formats_of_the_registry() {
    let readme = file("README.md");
    let (before, rest) = readme.split_once(BEGIN).expect("a place for the table");
    let (_, behind) = rest.split_once(END).expect("an end of the table");
    hold("README.md", &format!("{before}{BEGIN}{}{END}{behind}", families()));
}

#[test]
fn the_list_of_formats_is_that_of_the_registry() {
    hold("crates/anytoken/formats.md", &list());
}

#[test]
fn what_is_asked_for_most_is_there() {
    for id in ASKED {
        assert!(anytoken::REGISTRY.get(id).is_some(), "{id}");
    }
    for (family, files) in FAMILIES {
        let formats = formats(files);
        assert!(ASKED.iter().any(|id| formats.iter().any(|format| format.id() == *id)), "{family}");
    }
}

#[test]
fn the_changelog_counts_the_formats_of_the_registry() {
    assert!(file("CHANGELOG.md").contains(&format!("- {} formats: ", number())));
}

#[test]
fn the_two_commands_are_those_of_ci() {
    let (readme, ci) = (file("README.md"), file(".ci/run"));
    let (_, block) = readme.split_once("```sh\n").expect("a block of commands");
    let (commands, _) = block.split_once("```").expect("its end");
    assert_eq!(commands.lines().count(), 2);
    for command in commands.lines() {
        assert!(ci.contains(command), "{command}");
    }
}

/// The words in backquotes of a text.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn the_tests_of_the_security_policy_are_there() {
    let policy = file("SECURITY.md");
    let mut files = vec![PathBuf::from(path("tests/Cargo.toml"))];
    for folder in ["tests/suite", "crates/anytoken-cli/tests/suite"] {
        sources(Path::new(&path(folder)), &mut files);
    }
    let sources: String = files.iter().map(|path| std::fs::read_to_string(path).expect("text")).collect();
    let rows = policy.lines().filter(|line| line.starts_with("| "));
    let tests = rows.filter_map(|row| row.trim_end_matches(" |").rsplit_once(" | "));
    let is_name = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let names: Vec<_> = tests.flat_map(|(_, tests)| quoted(tests)).filter(is_name).collect();
    assert!(names.len() > 30, "tests are named: {names:?}");
    for name in names {
        let known = [format!("fn {name}("), format!("mod {name};"), format!("name = \"{name}\"")];
        assert!(known.iter().any(|code| sources.contains(code)), "there is no test {name}");
    }
}
