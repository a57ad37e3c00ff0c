//! `anytoken convert`.

use crate::run::{AT, run};

const TOKEN: &str = r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600,"tenant":"example"}"#;

#[test]
fn a_format_comes_back_as_it_was() {
    let run = run(&["convert", AT, "--format", "oauth2", "--to", "oauth2", "--reveal"], TOKEN);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let mut members: Vec<_> = run.stdout.trim_matches(['{', '}']).split(',').collect();
    members.sort_unstable();
    assert_eq!(
        members,
        [r#""access_token":"EXAMPLE-ACCESS""#, r#""expires_in":3600"#, r#""tenant":"example""#]
    );
}

#[test]
fn the_body_is_printed_with_reveal_only() {
    let run = run(&["convert", AT, "--to", "oauth2"], TOKEN);
    assert_eq!(run.stdout, "");
    assert!(run.stderr.contains("add --reveal"), "{run:?}");
    assert_eq!(run.code, Some(2));
}

#[test]
fn lifetimes_count_from_when_it_is_sent() {
    let at = "--at=2026-01-01T00:10:00Z";
    let run = run(&["convert", AT, at, "--to", "oauth2", "--reveal"], TOKEN);
    assert!(run.stdout.contains(r#""expires_in":3000"#), "{run:?}");
}

#[test]
fn what_does_not_fit_is_named() {
    let run = run(&["convert", AT, "--to", "rfc6749", "--reveal"], TOKEN);
    assert_eq!(run.stderr, "anytoken: rfc6749 has no room for extras\n");
    assert_eq!(run.code, Some(0));
}

#[test]
fn a_format_without_room_for_the_token_exits_2() {
    let run = run(&["convert", AT, "--to", "rfc9126-par", "--reveal"], TOKEN);
    assert_eq!(run.stdout, "");
    assert_eq!(run.stderr, "anytoken: rfc9126-par has no room for what was granted\n");
    assert_eq!(run.code, Some(2));
}

#[test]
fn a_refusal_is_not_converted() {
    let body = r#"{"error":"invalid_grant","error_description":"EXAMPLE-REFRESH-0001-0002"}"#;
    let run = run(&["convert", AT, "--to", "oauth2", "--reveal"], body);
    assert_eq!(run.stdout, "");
    assert_eq!(run.stderr, "anytoken: oauth2: refused: invalid_grant: ***; remedy: reauthenticate\n");
    assert_eq!(run.code, Some(1));
}

#[test]
fn nothing_is_converted_that_is_not_understood() {
    for (to, body) in [("oauth2", "{}"), ("oauht2", TOKEN)] {
        let run = run(&["convert", AT, "--to", to, "--reveal"], body);
        assert!(run.stdout.is_empty() && !run.stderr.is_empty(), "{run:?}");
        assert_eq!(run.code, Some(2));
    }
}
