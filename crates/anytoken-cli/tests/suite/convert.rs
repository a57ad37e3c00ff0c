//! `anytoken convert`.

use std::process::Command;

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
fn an_end_does_not_grow() {
    let endless = r#"{"access_token":"EXAMPLE-ACCESS"}"#;
    let says = "a response without it would say a later end than the token's, or none";
    for (format, body) in [("github", endless), ("plaid", TOKEN)] {
        let run = run(&["convert", AT, "--to", format, "--reveal"], body);
        assert_eq!(run.stdout, "");
        assert_eq!(run.stderr, format!("anytoken: {format} cannot state this token's expires_at: {says}\n"));
        assert_eq!(run.code, Some(2));
    }
    assert_eq!(run(&["convert", AT, "--to", "github", "--reveal"], TOKEN).code, Some(0));
}

#[test]
fn the_header_is_that_of_the_format() {
    let header = |body: &str, more: &[&str]| {
        let run = run(&[&["convert", AT, "--to=authorization"], more].concat(), body);
        (run.stdout, run.code)
    };
    let revealed = "Authorization: Bearer EXAMPLE-ACCESS\n".to_owned();
    assert_eq!(header(TOKEN, &["--reveal"]), (revealed, Some(0)));
    assert_eq!(header(TOKEN, &[]), ("Authorization: Bearer ***\n".to_owned(), Some(2)));
    let dpop = r#"{"access_token":"EXAMPLE-ACCESS","token_type":"dpop"}"#;
    assert_eq!(header(dpop, &["--reveal"]).0, "Authorization: DPoP EXAMPLE-ACCESS\n");
    for none in [r#"{"access_token":"a","token_type":"N_A"}"#, r#"{"id_token":"EXAMPLE"}"#] {
        assert_eq!(header(none, &["--reveal"]), (String::new(), Some(2)), "{none}");
    }
}

#[test]
fn a_shell_reads_back_what_was_written() {
    let body = r#"{"access_token":"EXAMPLE-'$(id)`\\\"! ACCESS","token_type":"bearer","expires_in":3600,
        "refresh_token":"'EXAMPLE'","scope":"a b","resource":"a\n'b' *"}"#;
    let run = run(&["convert", AT, "--format=entra-v1", "--to=shell", "--prefix=EX_", "--reveal"], body);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let names =
        ["ACCESS_TOKEN", "REFRESH_TOKEN", "TOKEN_TYPE", "RESOURCE", "SCOPES", "EXPIRES_AT", "ID_TOKEN"];
    let print = names.map(|name| format!(r#"printf '%s|' "${{EX_{name}-none}}""#)).join("\n");
    let shell = Command::new("sh").arg("-c").arg(format!("{}{print}", run.stdout)).output();
    let printed = String::from_utf8(shell.expect("a shell").stdout).expect("text");
    let expected = "EXAMPLE-'$(id)`\\\"! ACCESS|'EXAMPLE'|Bearer|a\n'b' *|a b|2026-01-01T01:00:00Z|none|";
    assert_eq!(printed, expected);
}

#[test]
fn a_shell_is_given_no_secret_unasked() {
    let body = r#"{"access_token":"EXAMPLE-ACCESS","token_type":"bearer","scope":""}"#;
    let run = run(&["convert", AT, "--to=shell"], body);
    assert_eq!(run.stdout, "export ACCESS_TOKEN='***'\nexport TOKEN_TYPE='Bearer'\nexport SCOPES=''\n");
    assert_eq!(run.stderr, "anytoken: the secrets are masked; add --reveal to use it\n");
    assert_eq!(run.code, Some(2));
}

#[test]
fn what_no_variable_holds_is_named() {
    let body = r#"{"access_token":"EXAMPLE","resource":"a\u0000b"}"#;
    let run = run(&["convert", AT, "--format=entra-v1", "--to=shell", "--reveal"], body);
    assert_eq!(run.stdout, "export ACCESS_TOKEN='EXAMPLE'\n");
    assert_eq!((run.stderr.as_str(), run.code), ("anytoken: a variable has no room for resource\n", Some(0)));
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
    let run = run(&["convert", AT, "--to", "authorisation"], TOKEN);
    assert!(run.stderr.ends_with("; beside them there are authorization and shell\n"), "{run:?}");
}
