//! Tokens from files, variables and commands.
#![cfg(unix)]

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread;

use anytoken::{ErrorKind, Expiry, Remedy};
use anytoken_interop::{Refreshing, Source, SourceError};
use pollster::block_on;
use time::{Duration, UtcDateTime};

type TestResult = Result<(), Box<dyn Error>>;

/// A temporary file that only one test uses.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, text: &str) -> std::io::Result<Self> {
        let path = std::env::temp_dir().join(format!("anytoken-{}-{name}", std::process::id()));
        fs::write(&path, text)?;
        Ok(Self(path))
    }

    fn source(&self) -> Source {
        Source::file(&self.0)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A test may have removed it.
        let _ = fs::remove_file(&self.0);
    }
}

fn instant(seconds: i64) -> UtcDateTime {
    UtcDateTime::from_unix_timestamp(seconds).unwrap_or(UtcDateTime::UNIX_EPOCH)
}

fn in_2026() -> UtcDateTime {
    instant(1_767_225_600)
}

fn message<T>(result: Result<T, SourceError>) -> String {
    result.err().map_or_else(|| "a token".to_owned(), |error| error.to_string())
}

#[test]
fn file_with_absolute_expiry_is_read() -> TestResult {
    let file = Scratch::new("absolute", r#"{"accessToken":"EXAMPLE-ACCESS","expires_on":1767229200}"#)?;
    let token = file.source().with_format("azure-cli")?.with_clock(in_2026).token()?;
    assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
    assert_eq!(token.format(), &"azure-cli");
    Ok(())
}

#[test]
fn lifetime_of_unknown_arrival_is_an_error() -> TestResult {
    let file = Scratch::new("relative", r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600"}"#)?;
    assert_eq!(
        message(file.source().token()),
        "the source states a lifetime but not when it arrived; set `received_at`"
    );

    let token = file.source().received_at(in_2026()).with_clock(in_2026).token()?;
    assert_eq!(token.validity().expires, Expiry::At(in_2026() + Duration::HOUR));

    let modified = UtcDateTime::from(fs::metadata(&file.0)?.modified()?).unix_timestamp();
    let token = file.source().received_when_modified().token()?;
    assert_eq!(token.validity().expires, Expiry::At(instant(modified) + Duration::HOUR));

    // A modification time in the future counts as now.
    let token = file.source().received_when_modified().with_clock(in_2026).token()?;
    assert_eq!(token.validity().expires, Expiry::At(in_2026() + Duration::HOUR));
    Ok(())
}

#[test]
fn lifetime_beside_absolute_expiry_is_an_error() -> TestResult {
    for (format, lifetime) in [
        ("azure-imds", r#""expires_on":"4102444800","ext_expires_in":"60""#),
        ("entra-v2", r#""refresh_in":60"#),
        ("google-oauth2", r#""refresh_token":"EXAMPLE-REFRESH","refresh_token_expires_in":60"#),
    ] {
        let file = Scratch::new("mixed", &format!(r#"{{"access_token":"EXAMPLE-ACCESS",{lifetime}}}"#))?;
        let source = file.source().with_format(format)?;
        assert_eq!(
            message(source.token()),
            "the source states a lifetime but not when it arrived; set `received_at`",
            "{format}"
        );
        assert!(source.received_at(in_2026()).token().is_ok(), "{format}");
    }
    Ok(())
}

#[test]
fn token_without_expiry_needs_no_arrival() -> TestResult {
    let file = Scratch::new("unknown", r#"{"access_token":"EXAMPLE-ACCESS"}"#)?;
    assert_eq!(file.source().token()?.validity().expires, Expiry::Unknown);
    Ok(())
}

#[test]
fn expired_token_is_an_error() -> TestResult {
    let file = Scratch::new("expired", r#"{"access_token":"EXAMPLE-ACCESS","expires_on":1767225600}"#)?;
    let error = file.source().with_clock(in_2026).token().err().ok_or("a token")?;
    assert!(error.is_expired());
    assert_eq!(error.to_string(), "the token has expired");
    Ok(())
}

#[test]
fn error_does_not_quote_the_source() -> TestResult {
    let file = Scratch::new("errors", r#"{"error":"invalid_grant"}"#)?;
    let error = file.source().token().err().ok_or("a token")?;
    assert_eq!(error.error_response().map(anytoken::ErrorResponse::remedy), Some(Remedy::Reauthenticate));
    assert!(error.to_string().ends_with(": invalid_grant"));
    assert!(!error.is_transient());
    let file = Scratch::new("busy", r#"{"error":"temporarily_unavailable"}"#)?;
    assert!(file.source().token().is_err_and(|error| error.is_transient()));

    let file = Scratch::new("html", "<html>EXAMPLE</html>")?;
    let error = file.source().token().err().ok_or("a token")?;
    assert!(error.decode_error().is_some() && error.error_response().is_none() && !error.is_expired());
    assert!(!error.is_transient());
    assert!(!format!("{error} {error:?}").contains("EXAMPLE"));

    assert_eq!(message(Source::file("/nowhere/at/all").token()), "cannot read the source: entity not found");
    assert_eq!(
        message(Source::variable("ANYTOKEN_NOWHERE").token()),
        "cannot read the source: entity not found"
    );
    assert_eq!(
        message(Source::command("/nowhere/at/all", [""; 0]).token()),
        "cannot read the source: entity not found"
    );
    Ok(())
}

#[test]
fn oversized_body_is_not_read_to_its_end() -> TestResult {
    assert_eq!(message(Source::command("yes", ["EXAMPLE"]).token()), "the command failed");
    // A command that ignores the closed pipe is killed.
    let endless = Source::command("sh", ["-c", "trap '' PIPE; yes EXAMPLE 2>/dev/null; exec sleep 60"]);
    assert_eq!(message(endless.token()), "the command failed");

    let file = Scratch::new("large", &" ".repeat(2 << 20))?;
    let error = file.source().token().err().ok_or("a token")?;
    assert_eq!(error.decode_error().map(anytoken::Error::kind), Some(ErrorKind::Limit));
    let file =
        Scratch::new("long", &format!(r#"{{"access_token":"EXAMPLE","x":"{}"}}"#, "x".repeat(100_000)))?;
    assert_eq!(file.source().token()?.extras().get("x").map(|x| x.expose_json().len()), Some(100_002));
    Ok(())
}

#[test]
fn lifetime_of_command_counts_from_its_start() -> TestResult {
    let source = Source::command("echo", [r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#]);
    let token = source.with_clock(in_2026).token()?;
    assert_eq!(token.validity().expires, Expiry::At(in_2026() + Duration::HOUR));
    Ok(())
}

#[test]
fn failed_command_has_no_token() -> TestResult {
    let run = |script| Source::command("sh", ["-c", script]).token();
    assert_eq!(message(run("exit 1")), "the command failed");
    assert_eq!(message(run(r#"echo '{"access_token":"EXAMPLE-ACCESS"}'; exit 1"#)), "the command failed");
    assert!(message(run(r#"echo '{"error":"invalid_grant"}'; exit 1"#)).ends_with(": invalid_grant"));
    assert_eq!(message(run("echo warning >&2; echo '{\"access_token\":\"EXAMPLE-ACCESS\"}'")), "a token");
    Ok(())
}

#[test]
fn variable_is_read() -> TestResult {
    // Setting a variable is unsafe in a multithreaded program, so it is set for a child process.
    let child = Command::new(std::env::current_exe()?)
        .args(["--exact", "child_with_a_variable", "--ignored"])
        .env("ANYTOKEN_TEST", r#"{"access_token":"EXAMPLE-ACCESS","expires_at":4102444800}"#)
        .output()?;
    assert!(child.status.success() && String::from_utf8(child.stdout)?.contains("1 passed"));
    Ok(())
}

#[test]
#[ignore = "`variable_is_read` runs it with a variable"]
fn child_with_a_variable() -> TestResult {
    let token = Source::variable("ANYTOKEN_TEST").token()?;
    assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
    Ok(())
}

#[test]
fn unknown_format_is_an_error() {
    let error = Source::file("x").with_format("example").err();
    assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::UnknownFormat));
}

#[test]
fn debug_shows_no_argument() {
    let source = Source::command("az", ["--password", "EXAMPLE"]);
    assert_eq!(
        format!("{source:?}"),
        r#"Source { place: Command("az", 2), format: None, received: Unknown, .. }"#
    );
    assert!(!format!("{:?}", Refreshing::new(source)).contains("EXAMPLE"));
}

static NOW: AtomicI64 = AtomicI64::new(0);

fn clock() -> UtcDateTime {
    instant(NOW.load(Ordering::SeqCst))
}

#[test]
fn token_is_cached_until_it_is_due() -> TestResult {
    let at = |seconds: i64| NOW.store(1_767_225_600 + seconds, Ordering::SeqCst);
    let token = |name: &str, seconds: i64| {
        format!(r#"{{"access_token":"EXAMPLE-{name}","expires_on":{}}}"#, 1_767_225_600 + seconds)
    };
    let access_token =
        |tokens: &Refreshing| tokens.token_blocking(&[]).map(|token| token.credential().expose().to_owned());

    at(0);
    let file = Scratch::new("refreshed", &token("A", 3600))?;
    let tokens = Refreshing::new(file.source().with_clock(clock));
    assert_eq!(access_token(&tokens)?, "EXAMPLE-A");

    fs::write(&file.0, token("B", 7200))?;
    at(3299);
    assert_eq!(access_token(&tokens)?, "EXAMPLE-A");
    at(3300);
    assert_eq!(access_token(&tokens)?, "EXAMPLE-B");

    // A valid cached token is returned if the source cannot be read.
    fs::remove_file(&file.0)?;
    at(7199);
    assert_eq!(access_token(&tokens)?, "EXAMPLE-B");
    at(7200);
    assert_eq!(message(access_token(&tokens)), "cannot read the source: entity not found");

    // A token with an unknown expiry is not cached.
    fs::write(&file.0, r#"{"access_token":"EXAMPLE-C"}"#)?;
    assert_eq!(access_token(&tokens)?, "EXAMPLE-C");
    fs::write(&file.0, r#"{"access_token":"EXAMPLE-D"}"#)?;
    assert_eq!(access_token(&tokens)?, "EXAMPLE-D");
    Ok(())
}

#[test]
fn one_caller_reads_and_the_others_wait() -> TestResult {
    let log = Scratch::new("log", "")?;
    let script = format!(
        r#"echo run >> '{}'; echo '{{"access_token":"EXAMPLE-ACCESS","expires_on":4102444800}}'"#,
        log.0.display()
    );
    let tokens = Refreshing::new(Source::command("sh", ["-c", &script]));
    let returned: Vec<_> = thread::scope(|scope| {
        let callers: Vec<_> = (0..8).map(|_| scope.spawn(|| block_on(tokens.token(&[])))).collect();
        callers.into_iter().map(|caller| caller.join().map_err(|_| "a panic")).collect::<Result<_, _>>()
    })?;
    let returned: Vec<_> = returned.into_iter().collect::<Result<_, _>>()?;
    assert!(returned.iter().all(|token| returned.first().is_some_and(|first| Arc::ptr_eq(first, token))));
    assert_eq!(fs::read_to_string(&log.0)?, "run\n");
    Ok(())
}

#[test]
fn command_gets_the_scopes() -> TestResult {
    let script = r#"echo "{\"access_token\":\"EXAMPLE\",\"expires_on\":4102444800,\"scope\":\"$1\"}""#;
    let tokens = Refreshing::new(Source::command("sh", ["-c", script, "sh", "{scopes}"]));
    let returned = |scopes: &[&str]| -> Result<Vec<String>, SourceError> {
        let token = tokens.token_blocking(scopes)?;
        Ok(token.scopes().into_iter().flat_map(anytoken::Scopes::iter).map(str::to_owned).collect())
    };
    assert_eq!(returned(&["a", "b"])?, ["a", "b"]);
    assert_eq!(returned(&["c"])?, ["c"]);
    assert_eq!(returned(&["a", "b"])?, ["a", "b"]);
    assert!(Arc::ptr_eq(&tokens.token_blocking(&["c"])?, &tokens.token_blocking(&["c"])?));
    Ok(())
}

fn panicking_clock() -> UtcDateTime {
    assert!(thread::current().name() != Some("anytoken-source"), "a clock that panics");
    UtcDateTime::UNIX_EPOCH
}

#[test]
fn panic_of_the_clock_is_an_error() -> TestResult {
    let tokens = Refreshing::new(Source::file("/nowhere").with_clock(panicking_clock));
    assert_eq!(message(block_on(tokens.token(&[]))), "the thread that read the source panicked");
    Ok(())
}
