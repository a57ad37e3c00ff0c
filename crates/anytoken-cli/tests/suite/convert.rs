//! `anytoken convert`.

use std::process::Command;

use crate::run::{AT, run};

const TOKEN: &str = r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600,"tenant":"example"}"#;

#[test]
fn same_format_round_trips() {
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
fn nothing_is_printed_without_reveal() {
    for to in ["oauth2", "authorization", "shell"] {
        let run = run(&["convert", AT, "--to", to], TOKEN);
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)), "{to}");
        assert_eq!(run.stderr, "anytoken: the result holds secrets; add --reveal to print it\n");
    }
}

#[test]
fn lifetimes_count_from_at() {
    let at = "--at=2026-01-01T00:10:00Z";
    let run = run(&["convert", AT, at, "--to", "oauth2", "--reveal"], TOKEN);
    assert!(run.stdout.contains(r#""expires_in":3000"#), "{run:?}");
}

#[test]
fn dropped_fields_are_named() {
    let run = run(&["convert", AT, "--to", "rfc6749", "--reveal"], TOKEN);
    assert_eq!(run.stderr, "anytoken: rfc6749 cannot hold extras\n");
    assert_eq!(run.code, Some(0));
}

#[test]
fn unencodable_token_exits_2() {
    let run = run(&["convert", AT, "--to", "rfc9126-par", "--reveal"], TOKEN);
    assert_eq!(run.stdout, "");
    assert_eq!(run.stderr, "anytoken: rfc9126-par cannot encode this kind of token\n");
    assert_eq!(run.code, Some(2));
}

#[test]
fn expiry_does_not_grow() {
    let endless = r#"{"access_token":"EXAMPLE-ACCESS"}"#;
    let why = "without it the response would mean a later expiry, or none";
    for (format, body) in [("github", endless), ("plaid", TOKEN)] {
        let run = run(&["convert", AT, "--to", format, "--reveal"], body);
        assert_eq!(run.stdout, "");
        assert_eq!(run.stderr, format!("anytoken: {format} cannot encode this token's expires_at: {why}\n"));
        assert_eq!(run.code, Some(2));
    }
    assert_eq!(run(&["convert", AT, "--to", "github", "--reveal"], TOKEN).code, Some(0));
}

#[test]
fn authorization_uses_the_scheme_of_the_token() {
    let header = |body: &str, more: &[&str]| {
        let run = run(&[&["convert", AT, "--to=authorization"], more].concat(), body);
        (run.stdout, run.code)
    };
    let revealed = "Authorization: Bearer EXAMPLE-ACCESS\n".to_owned();
    assert_eq!(header(TOKEN, &["--reveal"]), (revealed, Some(0)));
    let dpop = r#"{"access_token":"EXAMPLE-ACCESS","token_type":"dpop"}"#;
    assert_eq!(header(dpop, &["--reveal"]).0, "Authorization: DPoP EXAMPLE-ACCESS\n");
    let alone = r#"{"token":"EXAMPLE-ACCESS"}"#;
    assert_eq!(header(alone, &["--format=etcd", "--reveal"]).0, "Authorization: EXAMPLE-ACCESS\n");
    for none in [r#"{"access_token":"a","token_type":"N_A"}"#, r#"{"id_token":"EXAMPLE"}"#] {
        assert_eq!(header(none, &["--reveal"]), (String::new(), Some(2)), "{none}");
    }
}

#[test]
fn shell_output_round_trips() {
    let body = r#"{"access_token":"EXAMPLE-'$(id)`\\\"! ACCESS","token_type":"bearer","expires_in":3600,
        "refresh_token":"'EXAMPLE'","scope":"a b","resource":"a\n'b' *"}"#;
    let run = run(&["convert", AT, "--format=entra-v1", "--to=shell", "--prefix=EX_", "--reveal"], body);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let names =
        ["ACCESS_TOKEN", "REFRESH_TOKEN", "TOKEN_TYPE", "RESOURCE", "SCOPES", "EXPIRES_AT", "ID_TOKEN"];
    let print = names.map(|name| format!(r#"printf '%s|' "${{EX_{name}-none}}""#)).join("\n");
    // What the token does not have is that of the token before.
    let stale = "set -eu; EX_ID_TOKEN=stale; EX_ACCESS_TOKEN=stale\n";
    let shell = Command::new("sh").arg("-c").arg(format!("{stale}{}{print}", run.stdout)).output();
    let printed = String::from_utf8(shell.expect("a shell").stdout).expect("text");
    let expected = "EXAMPLE-'$(id)`\\\"! ACCESS|'EXAMPLE'|Bearer|a\n'b' *|a b|2026-01-01T01:00:00Z|none|";
    assert_eq!(printed, expected);
}

#[test]
fn value_with_nul_is_dropped_and_named() {
    let body = r#"{"access_token":"EXAMPLE","resource":"a\u0000b"}"#;
    let run = run(&["convert", AT, "--format=entra-v1", "--to=shell", "--reveal"], body);
    let lines = ["export ACCESS_TOKEN='EXAMPLE'\n", "\nunset -v RESOURCE\n"];
    assert!(lines.iter().all(|line| run.stdout.contains(line)), "{run:?}");
    assert_eq!(
        (run.stderr.as_str(), run.code),
        ("anytoken: a shell variable cannot hold resource\n", Some(0))
    );
}

#[test]
fn error_response_is_not_converted() {
    let body = r#"{"error":"invalid_grant","error_description":"EXAMPLE-REFRESH-0001-0002"}"#;
    let run = run(&["convert", AT, "--to", "oauth2", "--reveal"], body);
    assert_eq!(run.stdout, "");
    assert!(
        run.stderr.starts_with("anytoken: oauth2: ")
            && run.stderr.ends_with(": invalid_grant: ***; remedy: reauthenticate\n"),
        "{run:?}"
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn invalid_input_is_not_converted() {
    for (to, body) in [("oauth2", "{}"), ("oauht2", TOKEN)] {
        let run = run(&["convert", AT, "--to", to, "--reveal"], body);
        assert!(run.stdout.is_empty() && !run.stderr.is_empty(), "{run:?}");
        assert_eq!(run.code, Some(2));
    }
    let run = run(&["convert", AT, "--to", "authorisation"], TOKEN);
    assert!(run.stderr.ends_with("; authorization and shell are valid, too\n"), "{run:?}");
}
