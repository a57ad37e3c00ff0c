//! Secrets are never printed.

use crate::run::{AT, Run, run, run_in};

/// A secret that shares no six characters in a row with any text of the program.
const SECRET: &str = "Qx7ZkW3vPmT9RbL5YcN2HdJ8";

fn leaks(text: &str) -> bool {
    SECRET.as_bytes().windows(6).any(|window| text.as_bytes().windows(6).any(|other| other == window))
}

fn base64(bytes: &[u8]) -> String {
    use std::fmt::Write;
    // As JSON has no bytes, the tests write base64 by hand: six bits a character.
    const CHARACTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<bool> =
        bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1)).collect();
    let mut text = String::new();
    for six in bits.chunks(6) {
        let padded = six.iter().chain(&[false; 6]).take(6);
        let index = padded.fold(0_usize, |index, bit| index << 1 | usize::from(*bit));
        let character = CHARACTERS.get(index).copied().unwrap_or_default();
        let _ = write!(text, "{}", char::from(character));
    }
    text
}

fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

/// Invalid bodies that contain the secret.
fn bad_bodies() -> Vec<(&'static str, Vec<u8>)> {
    let text = |text: String| text.into_bytes();
    let deep = 100_000;
    vec![
        ("a list", text(format!(r#"["{SECRET}",3600]"#))),
        ("twice", text(format!(r#"{{"access_token":"{SECRET}","access_token":"{SECRET}"}}"#))),
        ("soon", text(format!(r#"{{"access_token":"{SECRET}","expires_in":"soon"}}"#))),
        ("a secret for a time", text(format!(r#"{{"access_token":"a","expires_in":"{SECRET}"}}"#))),
        ("1e400", text(format!(r#"{{"access_token":"{SECRET}","expires_in":1e400}}"#))),
        ("CR LF", text(format!(r#"{{"access_token":"{SECRET}\r\n{SECRET}"}}"#))),
        ("truncated", text(format!(r#"{{"access_token":"{SECRET}"#))),
        ("two bodies", text(format!(r#"{{"access_token":"{SECRET}"}}{{"access_token":"{SECRET}"}}"#))),
        ("plain text", text(SECRET.to_owned())),
        ("a page", text(format!("<html>{SECRET}</html>"))),
        ("a number", text(format!(r#"{{"access_token":1,"x":"{SECRET}"}}"#))),
        ("gzip", [b"\x1f\x8b\x08\x00", SECRET.as_bytes()].concat()),
        ("UTF-16", utf16(&format!(r#"{{"access_token":"{SECRET}"}}"#))),
        ("not UTF-8", [b"{\"access_token\":\"\xff", SECRET.as_bytes(), b"\"}"].concat()),
        ("deep", text(format!(r#"{{"{SECRET}":{}{}}}"#, "[".repeat(deep), "]".repeat(deep)))),
        ("deep and cut off", text(format!(r#"{{"{SECRET}":{}"#, "[".repeat(deep)))),
    ]
}

fn assert_silent(name: &str, run: &Run) {
    assert!(!leaks(&run.stdout) && !leaks(&run.stderr), "{name}: {run:?}");
}

#[test]
fn invalid_body_is_not_repeated() {
    for (name, body) in bad_bodies() {
        for more in [&[][..], &["--reveal"]] {
            let run = run(&[&["normalize", AT, "--format", "oauth2"], more].concat(), &body);
            assert_eq!(run.code, Some(2), "{name}");
            assert_silent(name, &run);
            let run = crate::run::run(&[&["convert", AT, "--to", "oauth2"], more].concat(), &body);
            assert_eq!(run.code, Some(2), "{name}");
            assert_silent(name, &run);
        }
        for output in ["text", "json"] {
            let run = run(&["check", "--status=200", "--output", output], &body);
            assert_eq!(run.code, Some(1), "{name}");
            assert_silent(name, &run);
        }
        for format in [&["--format", "oauth2"][..], &[]] {
            let run = run(&[&["inspect", AT], format].concat(), &body);
            assert_eq!(run.code, Some(2), "{name}");
            assert_silent(name, &run);
        }
    }
}

#[test]
fn invalid_body_in_a_batch_is_not_repeated() {
    let bodies = bad_bodies();
    let mut lines = String::new();
    for (id, (_, body)) in bodies.iter().enumerate() {
        let body = base64(body);
        lines.push_str(&format!(r#"{{"id":{id},"format":"oauth2","body_base64":"{body}"}}"#));
        lines.push('\n');
    }
    let run = run(&["normalize", "--batch", AT, "--reveal"], lines);
    assert_eq!((run.code, run.lines().len()), (Some(0), bodies.len()));
    for (id, (line, (name, _))) in run.lines().into_iter().zip(&bodies).enumerate() {
        assert!(line.starts_with(&format!(r#"{{"id":{id},"outcome":"invalid","#)), "{name}: {line}");
    }
    assert_silent("batch", &run);
}

#[test]
fn invalid_envelope_is_not_repeated() {
    for line in [
        SECRET.to_owned(),
        format!(r#""{SECRET}""#),
        format!(r#"{{"{SECRET}"#),
        format!(r#"{{"received_at":"{SECRET}","body":""}}"#),
        format!(r#"{{"status":"{SECRET}","body":""}}"#),
        format!(r#"{{"format":"{SECRET}","body":""}}"#),
        format!(r#"{{"headers":{{"{SECRET}":1}},"body":""}}"#),
        format!(r#"{{"body":"{SECRET}","body":"{SECRET}"}}"#),
        format!(r#"{{"body":"{SECRET}\ud800"}}"#),
        format!(r#"{{"body_base64":"{SECRET}!"}}"#),
    ] {
        let run = run(&["normalize", "--batch", AT, "--reveal"], &line);
        assert!(run.stdout.contains(r#""outcome":"invalid""#), "{line}: {run:?}");
        assert_silent(&line, &run);
    }
}

#[test]
fn token_is_masked_in_every_member() {
    let body = format!(
        r#"{{"access_token":"{SECRET}","refresh_token":"{SECRET}","id_token":"{SECRET}","x":{{"y":"{SECRET}"}}}}"#
    );
    for command in ["normalize", "inspect"] {
        let masked = run(&[command, AT], &body);
        assert_eq!(masked.code, Some(0));
        assert_silent(command, &masked);
    }
    for to in ["oauth2", "authorization", "shell"] {
        assert_silent(to, &run(&["convert", AT, "--to", to], &body));
    }
    for output in ["text", "json"] {
        assert_silent("check", &run(&["check", "--output", output], &body));
    }
    assert!(leaks(&run(&["normalize", AT, "--reveal"], &body).stdout));
}

#[test]
fn secret_as_a_code_a_type_or_in_a_query_is_masked() {
    let error = format!(r#"{{"error":"{SECRET}","error_uri":"https://acme.example/?t={SECRET}"}}"#);
    let token = format!(r#"{{"access_token":"EXAMPLE-ACCESS","token_type":"{SECRET}"}}"#);
    for body in [&error, &token] {
        for args in [&["normalize", AT][..], &["inspect", AT], &["check"], &["convert", AT, "--to", "shell"]]
        {
            assert_silent(args.first().unwrap_or(&""), &run(args, body));
        }
        assert!(leaks(&run(&["normalize", AT, "--reveal"], body).stdout), "{body}");
        assert!(leaks(&run(&["inspect", AT, "--reveal"], body).stdout), "{body}");
    }
}

#[test]
fn arguments_are_not_repeated() {
    let header = format!("Authorization {SECRET}");
    assert_silent("header", &run(&["normalize", "--header", &header], "{}"));
    let body = format!(r#"{{"access_token":"{SECRET}"}}"#);
    assert_silent("file", &run(&["normalize", &body], ""));
    assert_silent("file", &run(&["normalize", SECRET], ""));
    assert_silent("format", &run(&["normalize", "--format", SECRET], ""));
    assert_silent("to", &run(&["convert", "--to", SECRET], ""));
}

#[test]
fn secret_as_a_member_name_is_masked() {
    let base64 = format!("{SECRET}=");
    for status in [&[][..], &["--status=401"]] {
        let run_silently = |args: &[&str], body: &str| {
            let masked = run(&[args, status].concat(), body);
            assert!(!leaks(&masked.stdout) && !leaks(&masked.stderr), "{args:?} {body}: {masked:?}");
            masked
        };
        for body in [
            &base64,
            &format!("{base64}&access_token=a"),
            &format!("access_token=a&{base64}"),
            &format!("<a><access_token>a</access_token><{SECRET}>b</{SECRET}></a>"),
            &format!(r#"{{"access_token":"a","b":1,"{SECRET}":1,"expires_in":-1,"x{SECRET}":2}}"#),
            &format!(r#"{{"access_token":"a","expires_in":"soon","{SECRET}":1}}"#),
        ] {
            for to in ["oauth2", "shell", "authorization"] {
                run_silently(&["convert", AT, "--to", to], body);
            }
            for output in ["text", "json"] {
                run_silently(&["check", "--output", output], body);
            }
            run_silently(&["normalize", AT], body);
            run_silently(&["inspect", AT], body);
        }
    }
    let body = format!(r#"{{"access_token":"a","b":1,"{SECRET}":1,"expires_in":-1,"x{SECRET}":2}}"#);
    let masked = run(&["normalize", AT], &body);
    assert!(
        masked.stdout.contains(r#""extras":{"b":"***","***#2":"***","expires_in":"***","***#4":"***"}"#),
        "{masked:?}"
    );
    let masked = run_in(&[("COLUMNS", "200")], &["inspect", AT], &body);
    assert!(masked.stdout.contains("\nextras       b, ***#2, expires_in, ***#4\n"), "{masked:?}");
    assert!(masked.stdout.contains(r#""***#2": ***, "expires_in": ***, "***#4": ***"#), "{masked:?}");
    for command in ["normalize", "inspect"] {
        assert!(leaks(&run(&[command, AT, "--reveal"], &body).stdout), "{command}");
    }
}

#[test]
fn known_member_name_is_shown() {
    let body = r#"{"access_token":"a","nobodyKnowsThisMember":1,"sessionInactiveTimeout":1,"x":1}"#;
    let run = run(&["inspect", AT, "--format=oauth2"], body);
    assert!(run.stdout.contains("extras       ***#1, sessionInactiveTimeout, x"), "{run:?}");
}
