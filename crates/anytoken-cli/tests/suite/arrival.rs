//! When a response arrived, and how that is known.

use crate::run::{AT, File, program, run};

const TOKEN: &str = r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#;
const HEAD: &str = "HTTP/1.1 200 OK\r\nDate: Wed, 01 Jan 2025 00:00:00 GMT\r\n\r\n";

#[test]
fn answer_says_when_and_how() {
    let file = File::new("arrival.json", TOKEN).modified(1_735_776_000);
    let head = File::new("arrival.http", &format!("{HEAD}{TOKEN}"));
    for (file, expires_at, arrival) in [
        (&file, "2025-01-02T01:00:00Z", r#""arrival":{"at":"2025-01-02T00:00:00Z","source":"file"}}"#),
        (&head, "2025-01-01T01:00:00Z", r#""arrival":{"at":"2025-01-01T00:00:00Z","source":"date"}}"#),
    ] {
        let run = run(&["normalize", file.path()], "");
        assert!(run.stdout.contains(&format!(r#""expires_at":"{expires_at}""#)), "{run:?}");
        assert!(run.stdout.ends_with(&format!("{arrival}\n")), "{run:?}");
    }
    // A file that the shell opens is one, too.
    let mut redirected = program();
    redirected.arg("normalize").stdin(std::fs::File::open(file.path()).expect("a file"));
    let redirected = redirected.output().expect("the program runs").stdout;
    assert!(redirected.ends_with(b"\"arrival\":{\"at\":\"2025-01-02T00:00:00Z\",\"source\":\"file\"}}\n"));
    let piped = run(&["normalize"], TOKEN);
    assert!(piped.stdout.ends_with("Z\",\"source\":\"now\"}}\n"), "{piped:?}");
    let said = run(&["normalize", AT, head.path()], "");
    assert!(said.stdout.contains("2026-01-01T01:00:00Z") && !said.stdout.contains("arrival"), "{said:?}");
}

#[test]
fn report_says_when_and_how() {
    let now = "--now=2025-01-02T00:30:00Z";
    let file = File::new("report.json", TOKEN).modified(1_735_776_000);
    let of_file = run(&["inspect", now, file.path()], "");
    assert!(of_file.stdout.contains("valid: expires in 30 min at the latest\n"), "{of_file:?}");
    assert!(of_file.stdout.contains("  30 min ago, by the time of the file\n"), "{of_file:?}");
    let by_date = run(&["inspect", now], format!("{HEAD}{TOKEN}"));
    assert!(by_date.stdout.contains("expired 23 h 30 min ago\n"), "{by_date:?}");
    assert!(
        by_date.stdout.contains("[ received       2025-01-01T00:00:00Z\n    1 d ago, by its Date header\n"),
        "{by_date:?}"
    );
    let piped = run(&["inspect", now], TOKEN);
    assert!(
        piped.stdout.contains("[ received       2025-01-02T00:30:00Z\n    assumed: nothing says when\n"),
        "{piped:?}"
    );
    let absolute =
        File::new("absolute.json", r#"{"access_token":"a","expires_at":1735783200}"#).modified(1_735_776_000);
    let absolute = run(&["inspect", now, absolute.path()], "");
    assert!(absolute.stdout.contains("valid: expires in 1 h 30 min\n"), "{absolute:?}");
}

#[test]
fn arrival_may_be_said_as_people_say_it() {
    let hour_ago = run(&["normalize", "--received-at", "-60m"], TOKEN);
    let two_hours_ago = run(&["normalize", "--received-at=-2h"], TOKEN);
    for (run, is_expired) in [(hour_ago, true), (two_hours_ago, true)] {
        let piped = crate::run::run(&["due", "--margin=0s"], run.stdout.replace("***", "EXAMPLE-ACCESS"));
        assert_eq!(piped.code == Some(1), is_expired, "{piped:?}");
    }
    let minutes = run(&["normalize", "--received-at=2026-01-01T01:00+01:00"], TOKEN);
    assert!(minutes.stdout.contains("2026-01-01T01:00:00Z"), "{minutes:?}");
    for at in ["-1", "--1h", "2026-01-01", "2026-01-01 10:00", "-1h ago"] {
        assert_eq!(run(&["normalize", &format!("--received-at={at}")], TOKEN).code, Some(2), "{at}");
    }
}
