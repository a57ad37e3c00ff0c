//! Answers of `normalize` as input of every command.

use crate::run::{AT, File, run, run_in};

const SLACK: &str = r#"{"ok":true,"access_token":"EXAMPLE-BOT","expires_in":3600,"team":{"id":"T1"},
    "authed_user":{"id":"U1","access_token":"EXAMPLE-USER","scope":"c,d"}}"#;

fn answer(more: &[&str]) -> String {
    let run = run(&[&["normalize", AT, "--format=slack"], more].concat(), SLACK);
    assert_eq!(run.code, Some(0), "{run:?}");
    run.stdout
}

#[test]
fn answer_is_answered_with_itself() {
    let answered = answer(&["--reveal"]);
    for args in [&["normalize", "--reveal"][..], &["normalize", "--reveal", "--batch"]] {
        assert_eq!(run(args, &answered).stdout, answered);
    }
    assert_eq!(run(&["normalize", "--reveal"], answer(&["--reveal", "--output=json"])).stdout, answered);
    let inner = answered
        .strip_prefix(r#"{"outcome":"token","token":"#)
        .and_then(|rest| rest.split_once(r#","related""#));
    let token = inner.expect("a token and a related one").0;
    let alone = run(&["normalize", "--reveal"], token).stdout;
    assert_eq!(alone, format!("{{\"outcome\":\"token\",\"token\":{token}}}\n"));
}

#[test]
fn answer_is_read_by_every_command() {
    let answer = answer(&["--reveal"]);
    let header = run(&["convert", "--to=authorization", "--reveal"], &answer);
    assert_eq!(header.stdout, "Authorization: Bearer EXAMPLE-BOT\n");
    let inspected = run_in(&[("COLUMNS", "80")], &["inspect", "--now=2026-01-01T00:30:00Z"], &answer);
    assert!(inspected.stdout.contains("format       slack (as `normalize` says)\n"), "{inspected:?}");
    assert!(inspected.stdout.contains("valid: expires in 30 min\n"), "{inspected:?}");
    assert!(inspected.stdout.contains("\nalso         access token\n"), "{inspected:?}");
    let back = run(&["convert", "--to=slack", "--at=2026-01-01T00:00:00Z", "--reveal"], &answer);
    assert!(back.stdout.contains("\"expires_in\":3600") && back.code == Some(0), "{back:?}");
}

#[test]
fn masked_answer_is_no_token() {
    for command in [&["normalize"][..], &["inspect"], &["due"], &["convert", "--to=shell", "--reveal"]] {
        let run = run(command, answer(&[]));
        assert_eq!(run.code, Some(2), "{run:?}");
        let text = format!("{}{}", run.stdout, run.stderr).replace("\n             ", " ");
        assert!(text.contains("normalize --reveal"), "{run:?}");
    }
}

#[test]
fn byte_order_mark_hides_no_answer() {
    let answer = answer(&["--reveal"]);
    let marked = run(&["normalize", "--reveal"], format!("\u{feff}{answer}"));
    assert_eq!(marked.stdout, run(&["normalize", "--reveal"], &answer).stdout);
    let line = r#"{"received_at":"2026-01-01T00:00:00Z","body":{"access_token":"EXAMPLE-A"}}"#;
    let line = run(&["normalize"], format!("\u{feff}{line}"));
    assert!(line.stderr.contains("this is a line of a batch"), "{line:?}");
}

#[test]
fn broken_answer_is_no_token() {
    for (answer, member) in [
        (answer(&["--reveal"]).replace(r#""v":1"#, r#""v":2"#), "v is not 1"),
        (answer(&["--reveal"]).replace(r#""EXAMPLE-BOT""#, "1"), "access_token"),
    ] {
        let run = run(&["normalize"], &answer);
        let message = format!(r#""kind":"invalid","message":"invalid value: {member}"}}"#);
        assert!(run.stdout.contains(&message), "{run:?}");
        assert_eq!(run.code, Some(2));
    }
}

#[test]
fn several_files_have_an_answer_each() {
    let one = File::new("first.json", r#"{"access_token":"EXAMPLE-0001"}"#);
    let two = File::new("second.json", r#"{"error":"invalid_grant"}"#);
    let run = run(&["normalize", AT, one.path(), two.path()], "");
    let starts = [(one, "token"), (two, "error")];
    for (line, (file, outcome)) in run.lines().into_iter().zip(&starts) {
        assert!(line.starts_with(&format!(r#"{{"id":"{}","outcome":"{outcome}","#, file.path())), "{line}");
    }
    assert_eq!((run.lines().len(), run.code), (2, Some(1)));
}

#[test]
fn json_is_coloured_on_request() {
    let run = run(&["normalize", AT, "--color=always", "--output=json"], r#"{"access_token":"a","n":1}"#);
    assert!(run.stdout.contains("\u{1b}[1m\"outcome\"\u{1b}[0m: \u{1b}[32m\"token\"\u{1b}[0m,\n"), "{run:?}");
    assert!(run.stdout.contains("\u{1b}[33m1\u{1b}[0m"), "{run:?}");
    let plain = crate::run::run(&["--color=never", "normalize", AT], r#"{"access_token":"a"}"#);
    assert!(!plain.stdout.contains('\u{1b}') && plain.code == Some(0), "{plain:?}");
}

#[test]
fn status_makes_an_answer_an_error_response() {
    for status in ["400", "503"] {
        let run = run(&["normalize", "--reveal", "--status", status], answer(&["--reveal"]));
        assert!(run.stdout.contains(r#""outcome":"error""#) && run.code == Some(1), "{run:?}");
    }
    let run = run(&["normalize", "--reveal", "--status=200"], answer(&["--reveal"]));
    assert!(run.stdout.contains(r#""format":"slack""#) && run.code == Some(0), "{run:?}");
}
