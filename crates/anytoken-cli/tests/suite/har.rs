//! HAR files.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::run::{File, run, run_in};

/// An entry that ends at 2026-01-01T00:00:00Z.
fn entry(url: &str, posted: &str, status: u16, content: Value) -> Value {
    json!({
        "startedDateTime": "2026-01-01T00:59:59.500+01:00",
        "time": 500.0,
        "request": {
            "method": "POST",
            "url": url,
            "headers": [{"name": "Cookie", "value": "EXAMPLE-COOKIE"}],
            "cookies": [{"name": "a", "value": "EXAMPLE-COOKIE"}],
            "postData": {"text": posted},
        },
        "response": {"status": status, "headers": [{"name": "Retry-After", "value": "7"}], "content": content},
    })
}

/// A session: a page, a token, an error response, a picture that is missing, and a token in base64 whose request says nothing.
fn session() -> String {
    let token = r#"{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600}"#;
    let entries = json!([
        entry("https://www.example.com/", "", 200, json!({"text": "<html></html>"})),
        entry(
            "https://login.example.com/oauth2/token?code=EXAMPLE-CODE",
            "grant_type=authorization_code&code=EXAMPLE-CODE",
            200,
            json!({"mimeType": "application/json", "text": token}),
        ),
        entry(
            "https://user:EXAMPLE-USER@login.example.com/oauth2/token",
            "grant_type=refresh_token&refresh_token=EXAMPLE-REFRESH",
            400,
            json!({"text": r#"{"error":"invalid_grant"}"#}),
        ),
        entry("https://www.example.com/a.png", "", 404, json!({"text": "no"})),
        entry(
            "https://api.example.com/EXAMPLE-SESSION-0123456789/session",
            "",
            200,
            json!({"text": STANDARD.encode(token), "encoding": "base64"}),
        ),
    ]);
    serde_json::to_string_pretty(&json!({"log": {"version": "1.2", "entries": entries}})).expect("JSON")
}

const ANSWERS: [&str; 3] = [
    r#"{"id":{"entry":2,"host":"login.example.com","path":"/oauth2/token"},"outcome":"token","token":{"v":1,"format":"oauth2","access_token":"***","token_type":"Bearer","expires_at":"2026-01-01T01:00:00Z"},"arrival":{"at":"2026-01-01T00:00:00Z","source":"har"}}"#,
    r#"{"id":{"entry":3,"host":"login.example.com","path":"/oauth2/token"},"outcome":"error","error":{"format":"oauth2","code":"invalid_grant","status":400,"remedy":"reauthenticate","retry_after":7},"arrival":{"at":"2026-01-01T00:00:00Z","source":"har"}}"#,
    r#"{"id":{"entry":5,"host":"api.example.com","path":"/***/session"},"outcome":"token","token":{"v":1,"format":"oauth2","access_token":"***","token_type":"Bearer","expires_at":"2026-01-01T01:00:00Z"},"arrival":{"at":"2026-01-01T00:00:00Z","source":"har"}}"#,
];

#[test]
fn token_responses_are_answered() {
    let file = File::new("session.har", &session());
    let compact: Value = serde_json::from_str(&session()).expect("JSON");
    for (run, code) in [
        (run(&["normalize", "--batch", file.path()], ""), 0),
        (run(&["normalize", "--batch", "--strict"], session()), 1),
        (run(&["normalize", file.path()], ""), 1),
        (run(&["normalize", "--batch"], compact.to_string()), 0),
        (run(&["normalize"], format!("\u{feff}{compact}")), 1),
    ] {
        assert_eq!((run.lines(), run.code), (ANSWERS.to_vec(), Some(code)), "{run:?}");
        assert!(!run.stdout.contains("EXAMPLE") && run.stderr.is_empty(), "{run:?}");
    }
    // Of the request nothing is ever printed.
    let revealed = run(&["normalize", "--reveal"], session());
    for secret in ["COOKIE", "CODE", "USER", "REFRESH", "SESSION"] {
        assert!(!revealed.stdout.contains(secret), "{secret}");
    }
    assert!(revealed.stdout.contains("EXAMPLE-ACCESS"));
}

#[test]
fn token_responses_are_explained() {
    let args = ["inspect", "--now=2026-01-01T00:30:00Z"];
    let run = run_in(&[("COLUMNS", "80")], &args, session());
    let sections: Vec<_> = run.stdout.split("\n\nentry ").collect();
    assert_eq!((sections.len(), run.code), (3, Some(1)), "{run:?}");
    for (section, parts) in sections.iter().zip([
        ["2 login.example.com/oauth2/token\n", "granted      access token\n", "valid: expires in 30 min\n"],
        ["3 login.example.com/oauth2/token\n", "error        invalid_grant\n", "retry after  7 s"],
        ["5 api.example.com/***/session\n", "granted      access token\n", "30 min ago, by the HAR file\n"],
    ]) {
        assert!(parts.iter().all(|part| section.contains(part)), "{section}");
    }
    assert!(!run.stdout.contains("EXAMPLE"), "{run:?}");
}

#[test]
fn error_response_is_found_by_its_code() {
    let entry = |status, body: Value| {
        entry("https://login.example.com/device", "", status, json!({"text": body.to_string()}))
    };
    let entries = [
        entry(400, json!({"error": "authorization_pending"})),
        entry(401, json!({"error": "invalid_client"})),
        entry(404, json!({"error": "not_found"})),
        entry(429, json!({"error": "slow down", "code": 429})),
        entry(401, json!({"status": 401, "error": "Unauthorized"})),
        entry(503, json!({"error": "temporarily_unavailable"})),
    ];
    let run =
        run(&["normalize", "--batch"], json!({"log": {"version": "1.2", "entries": entries}}).to_string());
    let codes: Vec<_> = run
        .lines()
        .into_iter()
        .filter_map(|line| serde_json::from_str::<Value>(line).expect("JSON").pointer("/error/code").cloned())
        .collect();
    assert_eq!(codes, ["authorization_pending", "invalid_client"], "{run:?}");
}

#[test]
fn session_without_a_token_is_reported() {
    let empty = json!({"log": {"entries": [entry("https://example.com", "", 200, json!({"text": "[]"}))]}})
        .to_string();
    let message = "anytoken: none of the HAR file's 1 entries is a token response\n";
    for (command, code) in
        [(&["inspect"][..], 2), (&["normalize"], 2), (&["normalize", "--batch", "--strict"], 2)]
    {
        let run = run(command, &empty);
        assert_eq!(
            (run.stdout.as_str(), run.stderr.as_str(), run.code),
            ("", message, Some(code)),
            "{command:?}"
        );
    }
}

#[test]
fn broken_session_is_reported() {
    let cut = session().split_at(900).0.to_owned();
    for (body, message) in [
        (cut.as_str(), "is not valid JSON: is it cut off?"),
        (r#"{"log":{"entries":{}}}"#, "has no list log/entries"),
        (r#"{"log":{"version":"1.2"}}"#, "has no list log/entries"),
    ] {
        for command in [&["inspect"][..], &["normalize", "--batch"]] {
            let run = run(command, body);
            assert_eq!(run.stderr, format!("anytoken: the HAR file {message}\n"), "{body}");
            assert_eq!(run.code, Some(2));
        }
    }
}

#[test]
fn entry_of_any_shape_is_passed_over() {
    let entries = r#"[1, [], {}, {"request":{}}, {"request":{"url":1},"response":{"status":"x","content":{}}},
        {"request":{"url":"https://example.com/\ud800"},"response":{"status":200,"headers":{},"content":{"text":"\ud800"}}},
        {"request":{"url":"https://example.com/t","postData":{"text":"grant_type"}},"response":{"status":0,"content":{"text":7}}}]"#;
    let run = run(&["normalize", "--batch"], format!(r#"{{"log":{{"entries":{entries}}}}}"#));
    let id = r#"{"id":{"entry":7,"host":"example.com","path":"/t"},"outcome":"invalid","invalid":{"kind":"empty","#;
    assert!(run.stdout.starts_with(id) && run.lines().len() == 1, "{run:?}");
}

#[test]
fn other_commands_point_at_those_that_read_it() {
    for command in [&["convert", "--to=shell"][..], &["due"], &["check"]] {
        let run = run(command, session());
        assert!(run.stderr.contains("a HAR file") && run.code == Some(2), "{run:?}");
    }
}

#[test]
fn line_with_a_log_is_no_session() {
    let line =
        r#"{"log":{"level":1},"received_at":"2026-01-01T00:00:00Z","body":{"access_token":"EXAMPLE"}}"#;
    let run = run(&["normalize", "--batch"], format!("{line}\n{line}\n"));
    let lines = run.lines();
    assert!(lines.len() == 2 && lines.iter().all(|line| line.contains(r#""outcome":"token""#)), "{run:?}");
}
