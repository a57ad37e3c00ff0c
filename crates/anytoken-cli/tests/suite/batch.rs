//! `anytoken normalize --batch`.

use std::io::{BufRead, BufReader, Read, Write};

use crate::run::{AT, File, message, program, run};

/// A line whose response is a token.
fn token_line(id: &str) -> String {
    format!(r#"{{"id":{id},"received_at":"2026-01-01T00:00:00Z","body":"{{\"access_token\":\"EXAMPLE\"}}"}}"#)
}

/// The answer to [`token_line`].
fn answer(id: &str) -> String {
    format!(r#"{{"id":{id},"outcome":"token","token":{{"v":1,"format":"oauth2","access_token":"***"}}}}"#)
}

/// The inside of the invalid answer to one line.
fn invalid(line: impl AsRef<[u8]>) -> String {
    let run = run(&["normalize", "--batch"], line);
    assert_eq!((run.code, run.stderr.as_str(), run.lines().len()), (Some(0), "", 1), "{run:?}");
    let answer = run.stdout.trim_end();
    let inside =
        answer.strip_prefix(r#"{"outcome":"invalid","invalid":{"#).and_then(|rest| rest.strip_suffix("}}"));
    inside.unwrap_or(answer).to_owned()
}

#[test]
fn answers_keep_the_order_of_lines() {
    let ids: Vec<_> = (0..10_000).map(|id| id.to_string()).collect();
    let lines = ids.iter().map(|id| token_line(id)).collect::<Vec<_>>().join("\n");
    let run = run(&["normalize", "--batch"], lines);
    assert_eq!(run.code, Some(0));
    assert!(run.lines().into_iter().eq(ids.iter().map(|id| answer(id))));
}

#[test]
fn answers_do_not_depend_on_threads() {
    let broken =
        ["nope".to_owned(), String::new(), format!(r#"{{"id":2,"body":{{"x":"{}"}}"#, "x".repeat(2_000))];
    let lines: Vec<_> = (0..20_000)
        .map(|id: usize| broken.get(id % 7).cloned().unwrap_or_else(|| token_line(&id.to_string())))
        .collect();
    let lines = lines.join("\n");
    let alone = run(&["normalize", "--batch", "--jobs=1"], &lines);
    assert_eq!((alone.code, alone.lines().len()), (Some(0), 20_000));
    for jobs in ["--jobs=2", "--jobs=3", "--jobs=16"] {
        let run = run(&["normalize", "--batch", jobs], &lines);
        assert!(run.stdout == alone.stdout && run.code == Some(0), "{jobs}");
    }
}

#[test]
fn id_is_returned_verbatim() {
    let ids = ["12345678901234567890.1000", "1E+2", "\"\\u0061\\/\"", "null", "{\"a\": [1.0, true]}", "-0"];
    let lines = ids.map(token_line).join("\r\n");
    let run = run(&["normalize", "--batch", "-"], lines);
    assert!(run.lines().into_iter().eq(ids.map(answer)), "{run:?}");
}

#[test]
fn multi_line_json_is_answered_on_one_line() {
    let run = run(&["normalize", "--batch"], token_line("[1,\r2]"));
    assert_eq!(run.stdout, answer("[1, 2]") + "\n");
    let line = r#"{"received_at":"2026-01-01T00:00:00Z","body":"{\"access_token\":\"EXAMPLE\",\"x\":[\n1.0,\r\n\"a\\nb\"]}"}"#;
    let run = crate::run::run(&["normalize", "--batch", "--reveal"], line);
    assert_eq!(run.lines().len(), 1);
    assert!(run.stdout.contains("\"extras\":{\"x\":[1.0,\"a\\nb\"]}"), "{run:?}");
}

#[test]
fn id_is_bounded() {
    let nested = |levels| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let long = |bytes: usize| format!("\"{}\"", "x".repeat(bytes.saturating_sub(2)));
    let deep = "the line has more than 129 levels";
    for (id, kind, message) in [
        (nested(129), r#""kind":"limit""#, deep),
        (nested(200_000), r#""kind":"limit""#, deep),
        (long(65_537), r#""kind":"limit","field":"id""#, "id is longer than 64 KiB"),
    ] {
        let why = format!(r#"{kind},"message":"{message}","line":1"#);
        assert_eq!(invalid(token_line(&id)), why, "{}", id.len());
    }
    for id in [nested(128), long(65_536)] {
        assert_eq!(run(&["normalize", "--batch"], token_line(&id)).stdout, answer(&id) + "\n");
    }
}

#[test]
fn invalid_line_does_not_stop_the_rest() {
    let lines = [&token_line("1"), "nope", "", r#"{"id":2,"body":"#, &token_line("3")].join("\n");
    let run = run(&["normalize", "--batch"], lines + "\n");
    assert_eq!(
        run.lines(),
        [
            &answer("1"),
            r#"{"outcome":"invalid","invalid":{"kind":"syntax","message":"the line is not valid JSON","line":2}}"#,
            r#"{"outcome":"invalid","invalid":{"kind":"empty","message":"the line is empty","line":3}}"#,
            r#"{"id":2,"outcome":"invalid","invalid":{"kind":"syntax","message":"the line is not valid JSON","line":4}}"#,
            &answer("3"),
        ]
    );
    assert_eq!(run.code, Some(0));
}

#[test]
fn invalid_envelope_has_a_reason() {
    for (line, why) in [
        ("[1]", r#""kind":"shape","message":"the line is not one JSON object","line":1"#),
        ("5", r#""kind":"shape","message":"the line is not one JSON object","line":1"#),
        ("{} {}", r#""kind":"syntax","message":"the line is not valid JSON","line":1"#),
        (r#"{"id":1,"id":2}"#, r#""kind":"duplicate","field":"id","message":"id occurs twice","line":1"#),
        (
            r#"{"body":"","\u0062ody":""}"#,
            r#""kind":"duplicate","field":"body","message":"body occurs twice","line":1"#,
        ),
        (
            r#"{"access_token":"EXAMPLE"}"#,
            r#""kind":"invalid","field":"body","message":"the line has no body: put a response into one, and its arrival into received_at","line":1"#,
        ),
        (
            r#"{"body":""}"#,
            r#""kind":"invalid","field":"received_at","message":"the line has no received_at: add it, or pass --received-at","line":1"#,
        ),
        (
            r#"{"received_at":"1767225600","body":""}"#,
            r#""kind":"invalid","field":"received_at","message":"received_at is not an RFC 3339 instant, such as 2026-01-31T12:00:00Z","line":1"#,
        ),
        (
            r#"{"received_at":1767225600,"body":""}"#,
            r#""kind":"invalid","field":"received_at","message":"received_at is not a string","line":1"#,
        ),
    ] {
        assert_eq!(invalid(line), why);
    }
    assert_eq!(
        invalid(b"{\"id\":\"\xff\"}"),
        r#""kind":"not_utf8","message":"the line is not UTF-8","line":1"#
    );
}

#[test]
fn levels_of_a_line_are_those_of_a_body_and_one() {
    let line = |levels: usize| {
        let (open, close) = ("[".repeat(levels), "]".repeat(levels));
        format!(r#"{{"id":1,"received_at":"2026-01-01T00:00:00Z","other":{open}{close}"#)
            + r#","body":{"access_token":"EXAMPLE"}}"#
    };
    let run = run(&["normalize", "--batch"], [line(128), line(129)].join("\n"));
    let limit = r#"{"id":1,"outcome":"invalid","invalid":{"kind":"limit","message":"the line has more than 129 levels","line":2}}"#;
    assert_eq!(run.lines(), [answer("1").as_str(), limit]);
}

#[test]
fn member_of_wrong_type_is_named() {
    for (members, field, message) in [
        (r#""format":1,"body":"""#, "format", "format is not a string"),
        (r#""status":"200","body":"""#, "status", "status is not a number from 100 to 999"),
        (r#""status":99,"body":"""#, "status", "status is not a number from 100 to 999"),
        (r#""content_type":[],"body":"""#, "content_type", "content_type is not a string"),
        (r#""headers":[],"body":"""#, "headers", "headers is not an object of strings"),
        (r#""headers":{"a":1},"body":"""#, "headers", "headers is not an object of strings"),
        (r#""headers":{"a":["b",1]},"body":"""#, "headers", "headers is not an object of strings"),
        (r#""body":5"#, "body", "body is not a string, object or array"),
        (r#""body":"\ud800""#, "body", "body is not a string, object or array"),
        (
            r#""status":200"#,
            "body",
            "the line has no body: put a response into one, and its arrival into received_at",
        ),
        (
            r#""body":null"#,
            "body",
            "the line has no body: put a response into one, and its arrival into received_at",
        ),
        (r#""body":"","body_base64":"""#, "body_base64", "body and body_base64 are both given"),
        (r#""body_base64":"!""#, "body_base64", "body_base64 is not a base64 string"),
        (r#""body_base64":5"#, "body_base64", "body_base64 is not a base64 string"),
    ] {
        let line = format!(r#"{{"received_at":"2026-01-01T00:00:00Z",{members}}}"#);
        let why = format!(r#""kind":"invalid","field":"{field}","message":"{message}","line":1"#);
        assert_eq!(invalid(line), why, "{members}");
    }
}

#[test]
fn body_may_be_text_json_or_bytes() {
    for body in [
        r#""body":"{\"access_token\":\"EXAMPLE\"}""#,
        r#""body":"access_token=EXAMPLE""#,
        r#""body":{"access_token":"EXAMPLE"}"#,
        r#""body_base64":"eyJhY2Nlc3NfdG9rZW4iOiJFWEFNUExFIn0=""#,
        r#""body_base64":"eyJhY2Nlc3NfdG9rZW4iOiJFWEFNUExFIn0""#,
        r#""body":null,"body_base64":"eyJhY2Nlc3NfdG9rZW4iOiJFWEFNUExFIn0""#,
    ] {
        let line = format!(r#"{{"id":1,{body},"status":null,"unknown":[]}}"#);
        let run = run(&["normalize", "--batch", AT], line);
        assert_eq!(run.stdout, answer("1") + "\n", "{body}");
    }
}

#[test]
fn status_and_headers_are_decoded() {
    let line = r#"{"format":"oauth2","status":429,"content_type":"text/plain","headers":{"Set-Cookie":["a","b"],"Retry-After":"\u0035"},"body":"slow down"}"#;
    let run = run(&["normalize", "--batch", AT], line);
    assert_eq!(
        run.lines(),
        [
            r#"{"outcome":"error","error":{"format":"oauth2","description":"slow down","status":429,"remedy":"retry","retry_after":5},"notes":[{"kind":"no_code","at":[0,0]}]}"#
        ]
    );
}

#[test]
fn unknown_format_is_an_invalid_line() {
    let line = r#"{"id":1,"received_at":"2026-01-01T00:00:00Z","format":"nope","body":""}"#;
    let message = message("nope", "");
    let answer =
        r#"{"id":1,"outcome":"invalid","invalid":{"kind":"unknown_format","field":"format","message":"#;
    assert_eq!(invalid(line), format!("{answer}{message}}}}}"));
}

#[test]
fn empty_input_has_no_answers() {
    for input in ["", "\u{feff}"] {
        let run = run(&["normalize", "--batch"], input);
        let answers = usize::from(!input.is_empty());
        assert_eq!((run.code, run.lines().len(), run.stderr.as_str()), (Some(0), answers, ""));
    }
}

#[test]
fn byte_order_mark_is_ignored() {
    let marked = |id| format!("\u{feff}{}", token_line(id));
    assert_eq!(run(&["normalize", "--batch"], marked("1")).stdout, answer("1") + "\n");
    // Each file may have one.
    let (one, two) = (File::new("marked.ndjson", &marked("1")), File::new("marked-too.ndjson", &marked("2")));
    let run = run(&["normalize", "--batch", one.path(), two.path()], "");
    assert_eq!(run.lines(), [answer("1"), answer("2")]);
}

#[test]
fn oversized_bodies_and_lines_are_answered() {
    let large = |id: &str, size: usize| {
        let secret = "x".repeat(size);
        format!(r#"{{"id":{id},"received_at":"2026-01-01T00:00:00Z","body":{{"access_token":"{secret}"}}}}"#)
    };
    let lines = [large("1", 1_000_000), large("2", 2 << 20), large("3", 9 << 20), token_line("4")].join("\n");
    let run = run(&["normalize", "--batch"], lines);
    let lines = run.lines();
    assert_eq!(lines.first(), Some(&answer("1").as_str()));
    assert!(lines.get(1).is_some_and(|line| line.starts_with(r#"{"id":2,"outcome":"invalid","invalid":{"kind":"limit","#)));
    let too_long = r#"{"outcome":"invalid","invalid":{"kind":"limit","message":"the line is longer than 8 MiB","line":3}}"#;
    assert_eq!(lines.get(2..), Some(&[too_long, &answer("4")][..]));
}

#[test]
fn answer_precedes_the_next_line() {
    let mut child = program().args(["normalize", "--batch", "--jobs=3"]).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
    for id in ["1", "2"] {
        writeln!(stdin, "{}", token_line(id)).expect("a line is written");
        let mut line = String::new();
        stdout.read_line(&mut line).expect("a line is read");
        assert_eq!(line, answer(id) + "\n");
    }
    drop(stdin);
    assert_eq!(child.wait().ok().and_then(|status| status.code()), Some(0));
}

#[test]
fn closed_pipe_ends_quietly() {
    let mut child = program().args(["normalize", "--batch"]).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
    let lines = (token_line("1") + "\n").repeat(20_000);
    std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(lines.as_bytes()).is_err());
        let mut line = String::new();
        assert!(stdout.read_line(&mut line).is_ok_and(|_| line == answer("1") + "\n"));
        drop(stdout);
    });
    let mut stderr = String::new();
    assert!(child.stderr.take().is_some_and(|mut pipe| pipe.read_to_string(&mut stderr).is_ok()));
    assert_eq!(stderr, "");
    assert_eq!(child.wait().ok().and_then(|status| status.code()), Some(0));
}

#[test]
fn example_is_answered_line_by_line() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/mixed.ndjson");
    let run = run(&["normalize", "--batch", file], "");
    let outcome = |line: &&str| {
        let outcomes = ["token", "error", "invalid"].into_iter();
        outcomes.filter(|outcome| line.contains(&format!(r#""outcome":"{outcome}""#))).collect::<String>()
    };
    let outcomes: Vec<_> = run.lines().iter().map(outcome).collect();
    let expected = "token error token token token token token token token token error error invalid token";
    assert_eq!(outcomes.join(" "), expected, "{}", run.stdout);
    assert!(!run.stdout.contains("EXAMPLE"), "{}", run.stdout);
}
