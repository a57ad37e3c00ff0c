//! `anytoken formats` and `anytoken completions`.

use crate::run::run;

#[test]
fn every_format_has_a_line() {
    let (table, json) = (run(&["formats"], ""), run(&["formats", "--output=ndjson"], ""));
    assert_eq!((table.code, json.code), (Some(0), Some(0)));
    assert_eq!(table.lines().len(), anytoken::registry().iter().count());
    assert_eq!(json.lines().len(), table.lines().len());
    for adapter in anytoken::registry().iter() {
        let id = adapter.id();
        assert!(table.lines().iter().any(|line| line.split(' ').next() == Some(id)), "{id}");
        let start = format!(r#"{{"id":"{id}","vendor":""#);
        assert!(json.lines().iter().any(|line| line.starts_with(&start)), "{id}");
    }
}

#[test]
fn json_output_is_one_array() {
    let (lines, array) = (run(&["formats", "--output=ndjson"], ""), run(&["formats", "--output=json"], ""));
    let members: Vec<_> = array.lines().iter().map(|line| line.trim()).collect();
    let joined = members.concat().replace("\": \"", "\":\"");
    assert_eq!(joined, format!("[{}]", lines.lines().join(",")));
    assert_eq!(array.code, Some(0));
}

#[test]
fn search_ignores_case() {
    let run = run(&["formats", "OAUTH2"], "");
    assert!(run.lines().iter().any(|line| line.starts_with("oauth2 ")), "{run:?}");
    assert!(run.lines().iter().all(|line| line.to_lowercase().contains("oauth2")), "{run:?}");
}

#[test]
fn each_word_is_searched() {
    let found = |words: &[&str]| run(&[&["formats"], words].concat(), "").stdout;
    let both = found(&["azure", "IMDS"]);
    assert!(both.starts_with("azure-imds "), "{both}");
    assert!(
        both.lines()
            .all(|line| line.to_lowercase().contains("azure") && line.to_lowercase().contains("imds"))
    );
    assert_eq!(both, found(&["imds azure"]));
    // Ids and vendors come before quirks.
    let ids: Vec<_> =
        found(&["x"]).lines().map(|line| line.split("  ").take(1).collect::<String>()).collect();
    assert!(ids.len() > 10 && ids.first().is_some_and(|id| id.contains('x')), "{ids:?}");
}

#[test]
fn no_match_exits_2() {
    let run = run(&["formats", "no such format"], "");
    assert!(run.stdout.is_empty() && run.stderr.contains("anytoken formats"), "{run:?}");
    assert_eq!(run.code, Some(2));
}

#[test]
fn every_shell_has_a_completion_script() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = run(&["completions", shell], "");
        assert!(run.stdout.contains("received-at") && run.code == Some(0), "{shell}");
    }
    // The ids of formats and the targets of a conversion.
    for shell in ["bash", "fish", "zsh"] {
        let run = run(&["completions", shell], "");
        assert!(run.stdout.contains("azure-imds") && run.stdout.contains("authorization"), "{shell}");
    }
    assert_eq!(run(&["completions", "cmd"], "").code, Some(2));
}
