//! `anytoken due`.

use crate::run::{AT, File, Run, run};

const TOKEN: &str = r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#;

fn due(body: &str, args: &[&str]) -> Run {
    run(&[&["due"], args].concat(), body)
}

#[test]
fn token_is_due_a_margin_before_its_expiry() {
    for (now, args, code, text) in [
        ("2026-01-01T00:54:59Z", &[][..], 0, "good: refresh at 2026-01-01T00:55:00Z, in 1 s; margin 5 min; "),
        ("2026-01-01T00:55:00Z", &[], 1, "due: refresh since 2026-01-01T00:55:00Z; margin 5 min; "),
        (
            "2026-01-01T00:55:00Z",
            &["--margin=1m"],
            0,
            "good: refresh at 2026-01-01T00:59:00Z, in 4 min; margin 1 min; ",
        ),
        ("2026-01-01T00:59:59Z", &["--margin=0s"], 0, "good: "),
        ("2026-01-01T01:00:00Z", &["--margin=0s"], 1, "due: "),
        ("2026-01-01T00:00:00Z", &["--margin=1h"], 1, "due: "),
        ("2026-01-01T00:00:00Z", &["--margin=999999999h"], 1, "due: refresh since 1970-01-01T00:00:00Z; "),
    ] {
        let run = due(TOKEN, &[&[AT, "--now", now], args].concat());
        assert_eq!((run.code, run.stderr.as_str()), (Some(code), ""), "{now} {args:?}: {run:?}");
        assert!(run.stdout.starts_with(text), "{now} {args:?}: {run:?}");
        assert!(run.stdout.ends_with("; received 2026-01-01T00:00:00Z, by --received-at\n"), "{run:?}");
    }
}

#[test]
fn time_to_refresh_that_the_server_names_counts() {
    let body = r#"{"access_token":"EXAMPLE","expires_in":3600,"refresh_in":600}"#;
    let code = |now| due(body, &[AT, "--format=entra-v2", "--now", now]).code;
    assert_eq!(code("2026-01-01T00:09:59Z"), Some(0));
    assert_eq!(code("2026-01-01T00:10:00Z"), Some(1));
}

/// The clock is never taken for the arrival.
#[test]
fn lifetime_of_unknown_begin_is_not_understood() {
    let run = due(TOKEN, &[]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("add --received-at"), "{run:?}");
    let file = File::new("due.json", TOKEN).modified(1_767_225_600);
    let run = due("", &[file.path(), "--now=2026-01-01T00:30:00Z"]);
    assert!(run.stdout.ends_with(", by the time of the file\n") && run.code == Some(0), "{run:?}");
    let head = format!("HTTP/1.1 200 OK\r\nDate: Wed, 01 Jan 2025 00:00:00 GMT\r\n\r\n{TOKEN}");
    let run = due(&head, &["--now=2025-01-01T00:59:00Z"]);
    assert!(run.stdout.ends_with(", by its Date header\n") && run.code == Some(1), "{run:?}");
}

/// Else the arrival would be now at each look, and the token would never be due.
#[test]
fn date_in_the_future_is_not_the_arrival() {
    let head = format!("HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 9998 00:00:00 GMT\r\n\r\n{TOKEN}");
    assert_eq!(due(&head, &[]).code, Some(2));
    let file = File::new("ahead.http", &head).modified(1_767_225_600);
    let run = due("", &[file.path(), "--now=2026-01-01T00:55:00Z"]);
    assert!(run.stdout.ends_with(", by the time of the file\n") && run.code == Some(1), "{run:?}");
    let file = file.modified(253_000_000_000);
    assert_eq!(due("", &[file.path()]).code, Some(2));
}

#[test]
fn absolute_expiry_needs_no_arrival() {
    let body = r#"{"access_token":"EXAMPLE","expires_at":4102444800}"#;
    let run = due(body, &["--now=2026-01-01T00:00:00Z"]);
    assert!(run.stdout.ends_with("; margin 5 min\n") && run.code == Some(0), "{run:?}");
    assert_eq!(due(body, &["--now=2100-01-01T00:00:00Z"]).code, Some(1));
    let lifetimes =
        r#"{"access_token":"a","expires_at":4102444800,"refresh_token":"r","refresh_expires_in":1}"#;
    assert_eq!(due(lifetimes, &["--now=2026-01-01T00:00:00Z"]).code, Some(0));
    let stored = crate::run::run(&["normalize", AT, "--reveal"], TOKEN).stdout;
    assert_eq!(due(&stored, &["--now=2026-01-01T00:30:00Z"]).code, Some(0));
    assert_eq!(due(&stored, &["--now=2026-01-01T00:55:00Z"]).code, Some(1));
}

#[test]
fn what_is_no_token_is_not_understood() {
    for body in [r#"{"error":"invalid_grant"}"#, "{}", "", r#"{"access_token":"a","expires_in":"soon"}"#] {
        let run = due(body, &[AT]);
        assert!(run.stdout.is_empty() && run.stderr.starts_with("anytoken: "), "{body}: {run:?}");
        assert_eq!(run.code, Some(2), "{body}");
    }
}

#[test]
fn unknown_expiry_is_good_only_by_option() {
    let body = r#"{"access_token":"EXAMPLE"}"#;
    assert_eq!(due(body, &[]).code, Some(2));
    assert_eq!(due(body, &["--unknown=good"]).code, Some(0));
    assert_eq!(due(TOKEN, &[AT, "--unknown=good"]).code, Some(1));
    let never = due("access_token=a", &["--format=github"]);
    assert_eq!(
        (never.code, never.stdout.as_str()),
        (Some(0), "good: never expires, according to the vendor; margin 5 min\n")
    );
}
