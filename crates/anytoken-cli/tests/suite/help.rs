//! Help and bad usage.

use crate::run::{run, run_in};

#[test]
fn no_arguments_print_help_and_exit_2() {
    let run = run(&[], "");
    assert!(run.stdout.is_empty() && run.stderr.contains("Usage: anytoken"), "{run:?}");
    assert_eq!(run.code, Some(2));
}

#[test]
fn help_fits_60_columns_and_has_examples() {
    for command in ["", "normalize", "inspect", "check", "convert", "due", "formats", "completions", "man"] {
        let args: Vec<_> = [command, "--help"].into_iter().filter(|arg| !arg.is_empty()).collect();
        let run = run(&args, "");
        assert_eq!(run.code, Some(0));
        assert!(run.stdout.contains("Examples:"), "{command}");
        for line in run.lines() {
            assert!(line.chars().count() <= 60, "{command}: {line}");
        }
    }
}

#[test]
fn readme_has_every_command() {
    let readme = include_str!("../../../../README.md");
    let help = run(&["--help"], "");
    let (_, commands) = help.stdout.split_once("Commands:").expect("a list of commands");
    let (commands, _) = commands.split_once("Options:").expect("its end");
    let names = commands.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let names: Vec<_> = names.filter(|name| !["", "help"].contains(name)).collect();
    assert_eq!(names.len(), 8, "{names:?}");
    for name in names {
        assert!(readme.contains(&format!("| `anytoken {name}` |")), "{name}");
    }
}

#[test]
fn readme_shows_what_inspect_prints() {
    let readme = include_str!("../../README.md");
    let block = |language: &str| {
        let (_, rest) = readme.split_once(&format!("```{language}\n")).expect("a block");
        rest.split_once("```").expect("its end").0
    };
    let (_, options) = readme.split_once("`anytoken inspect response.http ").expect("a command");
    let options = options.split_once('`').expect("its end").0.split(' ');
    let args: Vec<_> = ["inspect"].into_iter().chain(options).collect();
    assert_eq!(run_in(&[("COLUMNS", "80")], &args, block("http")).stdout, block("text"));
    let first_page = include_str!("../../../../README.md");
    for language in ["http", "text"] {
        assert!(first_page.contains(&format!("```{language}\n{}```", block(language))), "{language}");
    }
}

#[test]
fn version_is_that_of_the_package() {
    let run = run(&["--version"], "");
    assert_eq!(run.stdout, format!("anytoken {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(run.code, Some(0));
}

#[test]
fn every_manual_page_names_the_version() {
    for (args, title) in [(&["man"][..], "anytoken"), (&["man", "due"], "anytoken-due")] {
        let line = format!(".TH {title} 1  \"anytoken {}\"", env!("CARGO_PKG_VERSION"));
        let page = run(args, "").stdout;
        assert!(page.lines().any(|text| text.trim_end() == line), "{args:?}");
    }
}

#[test]
fn bad_usage_exits_2() {
    for args in [
        &["frobnicate"][..],
        &["normalize", "--nope"],
        &["normalize", "--status", "99"],
        &["normalize", "--status", "ok"],
        &["normalize", "--header", "no colon"],
        &["normalize", "--header", ": no name"],
        &["normalize", "--batch", "--format", "oauht2"],
        &["normalize", "--batch", "--header", "a: b"],
        &["normalize", "--strict"],
        &["due", "--margin", "5"],
        &["due", "--unknown", "bad"],
        &["man", "frobnicate"],
        &["normalize", "--batch", "--jobs", "0"],
        &["normalize", "--batch", "--output", "json"],
        &["normalize", "--output", "table"],
        &["normalize", "--jobs", "2"],
        &["convert"],
        &["convert", "--to", "oauth2", "--prefix", "A_"],
        &["convert", "--to", "shell", "--prefix", "A;"],
        &["convert", "--to", "shell", "--prefix", "1"],
        &["completions"],
        &["check", "--format", "oauth2"],
        &["check", "--output", "ndjson"],
        &["check", "/nonexistent"],
        &["inspect", "--color", "sometimes"],
        &["inspect", "--now", "soon"],
    ] {
        let run = run(args, "{}");
        assert!(run.stdout.is_empty() && run.stderr.starts_with("anytoken: "), "{args:?}: {run:?}");
        assert_eq!(run.code, Some(2), "{args:?}");
    }
}
