//! Names and sentences that users see have the words of DESIGN.md, and not those that the words replaced.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

/// The words that are not used, in any case and in the plural too.
const BANNED: [&str; 17] = [
    "Received",
    "Refusal",
    "Refused",
    "Granted",
    "Failure",
    "Slot",
    "Wiped",
    "SecretString",
    "Grants",
    "Unstated",
    "renewed",
    "marks",
    "departs",
    "departure",
    "mend",
    "told",
    "silence says",
];

/// Verbs that a sentence may use in lower case, although no item is named so.
const VERBS: [&str; 3] = ["Received", "Granted", "Wiped"];

/// Names that hold a banned word in another sense, and the reason.
const ALLOWED: [(&str, &str); 5] = [
    ("received_at", "the instant at which a response was received, in a batch and in the corpus"),
    ("received-at", "the option for that instant"),
    ("received_when_modified", "an option of a source: its file was received when it was modified"),
    ("ReceivedAt", "the type of that option"),
    ("secrecy::SecretString", "a type of the crate secrecy"),
];

/// The lower-case words of a name in any of the cases of Rust: `SecretString`, `secret_string`, `SECRET-STRING`.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut previous = None;
    for c in name.chars() {
        let begins = c.is_uppercase() && previous.is_some_and(char::is_lowercase);
        if begins || !c.is_alphanumeric() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
        previous = Some(c);
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The banned word that some words in a row are.
fn banned(words: &[String]) -> Option<&'static str> {
    BANNED.into_iter().find(|banned| {
        let banned = self::words(banned);
        let is_banned = |(word, banned): (&String, &String)| {
            word == banned || word.strip_suffix('s').is_some_and(|singular| singular == banned)
        };
        words.windows(banned.len()).any(|words| words.iter().zip(&banned).all(is_banned))
    })
}

fn without_allowed(text: &str) -> String {
    ALLOWED.iter().fold(text.to_owned(), |text, (allowed, _)| text.replace(allowed, " "))
}

/// The names in a text: runs of letters, digits and underscores.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|name| !name.is_empty())
}

/// Names of a text that hold a banned word.
fn bad_names(text: &str) -> Vec<String> {
    let text = without_allowed(text);
    names(&text).filter(|name| banned(&words(name)).is_some()).map(str::to_owned).collect()
}

/// Banned words of a text in prose, with the names in it.
fn bad_prose(text: &str) -> Vec<String> {
    let text = without_allowed(text);
    let is_verb = |name: &str| VERBS.iter().any(|verb| name == verb.to_lowercase());
    let mut bad: Vec<_> = names(&text)
        .filter(|name| !is_verb(name) && banned(&words(name)).is_some())
        .map(str::to_owned)
        .collect();
    let sentence = names(&text).map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    let phrases = BANNED.into_iter().filter(|banned| banned.contains(' ') && sentence.contains(banned));
    bad.extend(phrases.map(str::to_owned));
    bad
}

/// The string literals and doc comments of Rust code.
fn literals(code: TokenStream, into: &mut Vec<String>) {
    for tree in code {
        match tree {
            TokenTree::Group(group) => literals(group.stream(), into),
            TokenTree::Literal(literal) => {
                let literal = literal.to_string();
                if literal.contains('"') {
                    into.push(literal.replace("\\n", " ").replace("\\t", " "));
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The path of every file in a folder of the repository, without those that a build or a tool leaves there.
fn files(folder: &str) -> Vec<String> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).expect("a folder of the repository") {
            let entry = entry.expect("a file of the repository");
            let name = entry.file_name().into_string().expect("a name in UTF-8");
            let path = format!("{folder}/{name}");
            let is_left_by_tools = name.starts_with('.') || name == "target" || path == "fuzz/corpus";
            match entry.file_type().expect("the type of a file").is_dir() {
                _ if is_left_by_tools => {}
                true => folders.push(path),
                false => files.push(path),
            }
        }
    }
    files.sort();
    files
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Fails with every file that holds a banned word, and the names in which it does.
fn check(found: impl IntoIterator<Item = (String, Vec<String>)>) {
    let mut report = String::new();
    let mut searched = 0;
    for (path, mut bad) in found {
        searched += 1;
        bad.sort();
        bad.dedup();
        if !bad.is_empty() {
            writeln!(report, "{path}: {}", bad.join(", ")).expect("a string grows");
        }
    }
    assert!(searched > 0, "nothing to search");
    assert!(report.is_empty(), "banned words, see DESIGN.md for those to use:\n{report}");
}

#[test]
fn public_names_hold_no_banned_word() {
    let interfaces = files("tests/api").into_iter();
    check(interfaces.map(|path| {
        let bad = bad_names(&text(&path));
        (path, bad)
    }));
}

#[test]
fn file_names_hold_no_banned_word() {
    let files = ["crates", "tests", "fuzz"].into_iter().flat_map(files);
    check(files.map(|path| {
        let bad = bad_names(&path);
        (path, bad)
    }));
}

#[test]
fn user_visible_strings_hold_no_banned_word() {
    let of_core = |path: &String| {
        let file = path.strip_prefix("crates/anytoken-core/src/").unwrap_or_default();
        ["error", "note", "remedy"].iter().any(|name| file.starts_with(name))
    };
    let sources = files("crates/anytoken-cli/src").into_iter();
    let sources = sources.chain(files("crates/anytoken-core/src").into_iter().filter(of_core));
    check(sources.filter(|path| path.ends_with(".rs")).map(|path| {
        let code = text(&path).parse().unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut strings = Vec::new();
        literals(code, &mut strings);
        (path, strings.iter().flat_map(|string| bad_prose(string)).collect())
    }));
}

#[test]
fn readme_and_guide_hold_no_banned_word() {
    let pages = files("crates/anytoken/src/guide").into_iter().chain(["README.md".to_owned()]);
    check(pages.map(|path| {
        let bad = bad_prose(&text(&path));
        (path, bad)
    }));
}

#[test]
fn banned_words_are_found_in_every_case() {
    for name in
        ["Refusal", "REFUSALS", "is_refused", "TokenSlot", "slots", "secret_string", "silence_says", "told"]
    {
        assert_eq!(bad_names(&format!("a::{name}<'_>")), [name], "{name}");
    }
    for name in ["slotted", "GrantType", "grant", "received_at", "mark", "amend", "secrecy::SecretString"] {
        assert!(bad_names(name).is_empty(), "{name}");
    }
    for sentence in
        ["a token is Granted", "it was refused", "`is_granted`", "where silence\nsays so", "2 marks"]
    {
        assert_eq!(bad_prose(sentence).len(), 1, "{sentence}");
    }
    for sentence in
        ["a token is granted", "received and then wiped", "a secret string", "silence", "the mark"]
    {
        assert!(bad_prose(sentence).is_empty(), "{sentence}");
    }
    let mut strings = Vec::new();
    literals("/// One.\nf(r#\"two\"#, 3, [\"four\"]) // five".parse().expect("code"), &mut strings);
    assert_eq!(strings, ["\" One.\"", "r#\"two\"#", "\"four\""]);
}
