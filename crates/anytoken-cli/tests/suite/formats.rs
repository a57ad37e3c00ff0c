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
    assert_eq!(run(&["completions", "cmd"], "").code, Some(2));
}
