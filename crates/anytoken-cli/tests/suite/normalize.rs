//! `anytoken normalize`.

use crate::run::{AT, File, message, run};

const TOKEN: &str = r#"{"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":"3600","n":1.00}"#;

#[test]
fn token_is_masked_and_exits_0() {
    let run = run(&["normalize", AT, "--format", "oauth2"], TOKEN);
    assert_eq!(
        run.stdout,
        "{\"outcome\":\"token\",\"token\":{\"v\":1,\"format\":\"oauth2\",\"access_token\":\"***\",\
         \"token_type\":\"Bearer\",\"expires_at\":\"2026-01-01T01:00:00Z\",\"extras\":{\"n\":\"***\"}}}\n"
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

#[test]
fn output_option_sets_the_layout() {
    let args = ["normalize", AT, "--output"];
    let (json, line) =
        (run(&[&args[..], &["json"]].concat(), TOKEN), run(&[&args[..], &["ndjson"]].concat(), TOKEN));
    assert!(json.stdout.starts_with("{\n  \"outcome\": \"token\",\n") && json.code == Some(0), "{json:?}");
    assert_eq!((line.stdout, line.code), (run(&["normalize", AT], TOKEN).stdout, Some(0)));
}

#[test]
fn extra_of_an_indented_answer_is_on_one_line() {
    let args = ["normalize", AT, "--output=json", "--reveal"];
    let token = run(&args, r#"{"access_token":"a","scope":"b c","x":[1,{"y":[]}],"z":{}}"#);
    let expected = r#"{
  "outcome": "token",
  "token": {
    "v": 1,
    "format": "oauth2",
    "access_token": "a",
    "scopes": [
      "b",
      "c"
    ],
    "extras": {
      "x": [1,{"y":[]}],
      "z": {}
    }
  }
}
"#;
    assert_eq!(token.stdout, expected);
    // What is too deep to be split is printed as it is.
    let deep = format!(r#"{{"access_token":"a","x":{}{}}}"#, "[".repeat(127), "]".repeat(127));
    let (whole, line) = (run(&args, &deep), run(&["normalize", AT, "--reveal"], &deep));
    assert!(whole.stdout == line.stdout && line.lines().len() == 1, "{whole:?}");
}

#[test]
fn reveal_prints_values_verbatim() {
    let run = run(&["normalize", "-", AT, "--reveal"], TOKEN);
    assert!(
        run.stdout.contains(r#""access_token":"EXAMPLE-ACCESS""#) && run.stdout.contains(r#"{"n":1.00}"#)
    );
}

#[test]
fn multi_line_extra_is_printed_on_one_line() {
    let run = run(&["normalize", AT, "--reveal"], "{\"access_token\":\"a\",\n\"x\":[\n  1.0\r\n]}");
    assert!(run.stdout.ends_with("\"extras\":{\"x\":[1.0]}}}\n") && run.lines().len() == 1, "{run:?}");
}

#[test]
fn head_of_curl_is_decoded() {
    let head = "HTTP/1.1 200 OK\r\n\r\nHTTP/2 429 \r\ncontent-type: text/plain\r\nretry-after: 7\r\n\r\n";
    let run = run(&["normalize", AT], format!("{head}slow down"));
    assert_eq!(
        run.stdout,
        "{\"outcome\":\"error\",\"error\":{\"format\":\"oauth2\",\"description\":\"slow down\",\"status\":429,\
         \"remedy\":\"retry\",\"retry_after\":7},\"notes\":[{\"kind\":\"no_code\",\"at\":[0,0]}]}\n"
    );
    let args = ["normalize", AT, "--status=503", "--header=retry-after: 9"];
    let run = crate::run::run(&args, format!("{head}slow down"));
    assert!(run.stdout.contains(r#""status":503,"remedy":"retry","retry_after":9}"#), "{run:?}");
}

#[test]
fn body_that_begins_like_a_head_does_not_change_the_status() {
    let token = "HTTP/1.1 200 OK\r\n\r\n{\"access_token\":\"EXAMPLE\"}";
    let run = run(&["normalize", AT], format!("HTTP/1.1 400 Bad Request\r\n\r\n{token}"));
    assert!(run.stdout.contains(r#""outcome":"error""#) && run.stdout.contains(r#""status":400"#), "{run:?}");
    assert_eq!(run.code, Some(1));
}

#[test]
fn error_response_exits_1() {
    let body = r#"{"error":"invalid_grant","error_description":"EXAMPLE-REFRESH-0001-0002 is old"}"#;
    let args = ["normalize", AT, "--status", "400", "--header", "Retry-After: 5"];
    let masked = run(&args, body);
    assert_eq!(
        masked.stdout,
        "{\"outcome\":\"error\",\"error\":{\"format\":\"oauth2\",\"code\":\"invalid_grant\",\
         \"description\":\"*** is old\",\"status\":400,\"remedy\":\"reauthenticate\",\"retry_after\":5}}\n"
    );
    assert_eq!(masked.code, Some(1));
    let revealed = run(&[&args[..], &["--reveal"]].concat(), body);
    assert!(revealed.stdout.contains("EXAMPLE-REFRESH-0001-0002 is old"));
}

#[test]
fn invalid_response_exits_2_with_a_hint() {
    for (body, kind, hint) in [
        ("", "empty", "on standard input or in a FILE"),
        ("HTTP/1.1 302 Found\r\nLocation: /#access_token=EXAMPLE\r\n\r\n", "empty", "its Location"),
        ("<!DOCTYPE html><html></html>", "html", "a web page"),
        ("\u{1f}\u{8b}", "text", "plain text"),
        ("{\"access_token\":", "syntax", "cut off"),
        ("{}", "missing", "--format"),
        (r#"{"access_token":"a","expires_in":"soon"}"#, "invalid", "not guessed"),
        (r#"{"access_token":"a","access_token":"b"}"#, "duplicate", "twice"),
        ("access_token=a&b=\u{1}", "form", "%XX"),
    ] {
        let run = run(&["normalize", AT], body);
        assert!(
            run.stdout.starts_with(&format!(r#"{{"outcome":"invalid","invalid":{{"kind":"{kind}","#)),
            "{run:?}"
        );
        assert!(run.stderr.contains(hint) && run.stderr.lines().count() == 1, "{run:?}");
        assert_eq!(run.code, Some(2), "{body}");
    }
    let run = run(&["normalize", AT], b"\x1f\x8b\x08\x00");
    assert!(run.stdout.contains(r#""kind":"compressed""#) && run.stderr.contains("--compressed"), "{run:?}");
}

#[test]
fn invalid_answer_has_its_place() {
    let body = r#"{"access_token":"a","expires_in":"soon"}"#;
    let message = message("oauth2", body);
    assert!(message.ends_with(": expires_in (found a string) at byte 33\""), "{message}");
    assert_eq!(
        run(&["normalize", AT], body).stdout,
        format!(
            "{{\"outcome\":\"invalid\",\"invalid\":{{\"kind\":\"invalid\",\"field\":\"expires_in\",\
             \"message\":{message},\"format\":\"oauth2\",\"offset\":33}}}}\n"
        )
    );
}

#[test]
fn notes_are_printed() {
    let body = r#"{"access_token":"a","expires_in":3600,"expires_on":1767229320}"#;
    let run = run(&["normalize", AT], body);
    assert!(run.stdout.contains(r#""notes":[{"kind":"ends_differ","field":"#), "{run:?}");
    assert!(run.stdout.contains(r#""seconds":-120}]"#), "{run:?}");
}

#[test]
fn unknown_format_is_found_before_input() {
    let run = run(&["normalize", "/nonexistent", AT, "--format", "oauht2"], "");
    assert_eq!(
        run.stdout,
        format!(
            "{{\"outcome\":\"invalid\",\"invalid\":{{\"kind\":\"unknown_format\",\"field\":\"format\",\
             \"message\":{}}}}}\n",
            message("oauht2", "")
        )
    );
    assert!(run.stdout.contains("did you mean") && run.stderr.contains("anytoken formats"), "{run:?}");
    assert_eq!(run.code, Some(2));
}

#[test]
fn instant_may_be_unix_seconds() {
    for (at, code) in [
        ("1767225600", Some(0)),
        ("2026-01-01T01:00:00+01:00", Some(0)),
        ("soon", Some(2)),
        ("1767225600000", Some(2)),
        ("1969-12-31T23:59:59Z", Some(2)),
        ("", Some(2)),
    ] {
        let run = run(&["normalize", "--received-at", at], TOKEN);
        assert_eq!(run.code, code, "{at}");
        assert_eq!(run.stdout.contains("2026-01-01T01:00:00Z"), code == Some(0), "{at}");
    }
}

#[test]
fn clock_is_the_default_arrival() {
    let run = run(&["normalize"], TOKEN);
    assert!(run.stdout.contains(r#""expires_at":"2"#) && run.code == Some(0), "{run:?}");
}

#[test]
fn missing_file_exits_2() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let present = run(&["normalize", file, AT], "");
    assert!(present.stdout.contains(r#""outcome":"invalid""#) && present.code == Some(2), "{present:?}");
    let missing = run(&["normalize", "/nonexistent", AT], "");
    assert!(missing.stdout.is_empty() && missing.stderr.contains("cannot open the file"), "{missing:?}");
    assert_eq!(missing.code, Some(2));
}

#[test]
fn every_file_has_its_answer() {
    let [a, b] = ["normalize-a.json", "normalize-b.json"].map(|name| File::new(name, TOKEN));
    for command in [&["normalize", AT][..], &["normalize", AT, "--batch"], &["inspect", AT]] {
        let run = run(&[command, &[a.path(), "missing.json", b.path()]].concat(), "");
        let missing = run.stderr.lines().filter(|line| line.contains("cannot open missing.json: ")).count();
        assert_eq!((run.code, missing), (Some(2), 1), "{run:?}");
        assert!(run.stdout.matches("normalize-").count() == 2 || command.contains(&"--batch"), "{run:?}");
    }
}

#[test]
fn line_of_a_batch_is_no_response() {
    let body = r#"{"access_token":"EXAMPLE","expires_in":3600}"#;
    let line = format!(r#"{{"received_at":"2026-01-01T00:00:00Z","status":400,"body":{body}}}"#);
    for command in [&["normalize"][..], &["inspect"], &["due"], &["check"], &["convert", "--to=shell"]] {
        let run = run(command, &line);
        let text = format!("{}{}", run.stdout, run.stderr).replace("\n             ", " ");
        assert!(text.contains("normalize --batch") && run.code == Some(2), "{run:?}");
    }
    let answer = run(&["normalize", "--batch"], &line);
    assert!(answer.stdout.contains(r#""outcome":"error""#), "{answer:?}");
}

/// The offset says where it is; the commands for people name the objects around it.
#[test]
fn field_is_named_as_in_the_library() {
    let body = r#"{"data":{"access_token":"EXAMPLE","expires_in":"soon"}}"#;
    let line = format!(
        r#"{{"received_at":"2026-01-01T00:00:00Z","body":{}}}"#,
        serde_json::to_string(body).expect("JSON")
    );
    for run in [run(&["normalize", AT], body), run(&["normalize", "--batch"], line)] {
        let field = r#""field":"expires_in","message":"oauth2: invalid value: expires_in (found a string)"#;
        assert!(run.stdout.contains(field), "{run:?}");
    }
}

#[test]
fn body_past_the_limit_is_invalid() {
    let body = format!(r#"{{"access_token":"{}"}}"#, "x".repeat(2 << 20));
    let run = run(&["normalize", AT], body);
    assert!(run.stdout.contains(r#""kind":"limit""#) && run.code == Some(2), "{run:?}");
}
