//! Tokens of files, variables and commands.
#![cfg(unix)]

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread;

use anytoken::{Expiry, Remedy};
use anytoken_interop::{Renewing, Source, SourceError};
use pollster::block_on;
use time::{Duration, UtcDateTime};

type Outcome = Result<(), Box<dyn Error>>;

/// A file of this test's own.
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
fn a_file_with_an_absolute_end_is_read() -> Outcome {
    let file = Scratch::new("absolute", r#"{"accessToken":"EXAMPLE-ACCESS","expires_on":1767229200}"#)?;
    let token = file.source().with_format("azure-cli")?.with_clock(in_2026).token()?;
    assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
    assert_eq!(token.format(), &"azure-cli");
    Ok(())
}

#[test]
fn a_lifetime_that_counts_from_nobody_knows_when_is_refused() -> Outcome {
    let file = Scratch::new("relative", r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600"}"#)?;
    assert_eq!(message(file.source().token()), "a lifetime, and nobody knows from when on it counts");

    let token = file.source().received_at(in_2026()).with_clock(in_2026).token()?;
    assert_eq!(token.lifetime().expires, Expiry::At(in_2026() + Duration::HOUR));

    let modified = UtcDateTime::from(fs::metadata(&file.0)?.modified()?).unix_timestamp();
    let token = file.source().received_when_modified().token()?;
    assert_eq!(token.lifetime().expires, Expiry::At(instant(modified) + Duration::HOUR));

    // The file is from the future of this clock, and the token no younger than now.
    let token = file.source().received_when_modified().with_clock(in_2026).token()?;
    assert_eq!(token.lifetime().expires, Expiry::At(in_2026() + Duration::HOUR));
    Ok(())
}

#[test]
fn an_absolute_end_does_not_make_up_for_a_lifetime() -> Outcome {
    for (format, life) in [
        ("azure-imds", r#""expires_on":"4102444800","ext_expires_in":"60""#),
        ("entra-v2", r#""refresh_in":60"#),
        ("google-oauth2", r#""refresh_token":"EXAMPLE-REFRESH","refresh_token_expires_in":60"#),
    ] {
        let file = Scratch::new("mixed", &format!(r#"{{"access_token":"EXAMPLE-ACCESS",{life}}}"#))?;
        let source = file.source().with_format(format)?;
        assert_eq!(
            message(source.token()),
            "a lifetime, and nobody knows from when on it counts",
            "{format}"
        );
        assert!(source.received_at(in_2026()).token().is_ok(), "{format}");
    }
    Ok(())
}

#[test]
fn a_token_without_an_end_needs_no_receipt() -> Outcome {
    let file = Scratch::new("endless", r#"{"access_token":"EXAMPLE-ACCESS"}"#)?;
    assert_eq!(file.source().token()?.lifetime().expires, Expiry::Unstated);
    Ok(())
}

#[test]
fn an_ended_token_is_an_error() -> Outcome {
    let file = Scratch::new("ended", r#"{"access_token":"EXAMPLE-ACCESS","expires_on":1767225600}"#)?;
    let error = file.source().with_clock(in_2026).token().err().ok_or("a token")?;
    assert!(error.is_ended());
    assert_eq!(error.to_string(), "the token has ended");
    Ok(())
}

#[test]
fn what_is_no_token_is_said_without_its_text() -> Outcome {
    let file = Scratch::new("refusal", r#"{"error":"invalid_grant"}"#)?;
    let error = file.source().token().err().ok_or("a token")?;
    assert_eq!(error.refusal().map(anytoken::Refusal::remedy), Some(Remedy::Reauthenticate));
    assert_eq!(error.to_string(), "oauth2: refused: invalid_grant");
    assert!(!error.is_transient());
    let file = Scratch::new("busy", r#"{"error":"temporarily_unavailable"}"#)?;
    assert!(file.source().token().is_err_and(|error| error.is_transient()));

    let file = Scratch::new("html", "<html>EXAMPLE</html>")?;
    let error = file.source().token().err().ok_or("a token")?;
    assert!(error.not_understood().is_some() && error.refusal().is_none() && !error.is_ended());
    assert!(!error.is_transient());
    assert!(!format!("{error} {error:?}").contains("EXAMPLE"));

    assert_eq!(
        message(Source::file("/nowhere/at/all").token()),
        "the source cannot be read: entity not found"
    );
    assert_eq!(
        message(Source::variable("ANYTOKEN_NOWHERE").token()),
        "the source cannot be read: entity not found"
    );
    assert_eq!(
        message(Source::command("/nowhere/at/all", [""; 0]).token()),
        "the source cannot be read: entity not found"
    );
    Ok(())
}

#[test]
fn a_body_past_the_limits_is_not_read_to_its_end() -> Outcome {
    assert_eq!(message(Source::command("yes", ["EXAMPLE"]).token()), "the command has failed");
    // It does not notice that nobody reads, and is stopped.
    let deaf = Source::command("sh", ["-c", "trap '' PIPE; yes EXAMPLE 2>/dev/null; exec sleep 60"]);
    assert_eq!(message(deaf.token()), "the command has failed");

    let file = Scratch::new("large", &" ".repeat(2 << 20))?;
    assert!(message(file.source().token()).contains("larger than the limits allow"));
    let file =
        Scratch::new("long", &format!(r#"{{"access_token":"EXAMPLE","x":"{}"}}"#, "x".repeat(100_000)))?;
    assert_eq!(file.source().token()?.extras().get("x").map(|x| x.as_json().len()), Some(100_002));
    Ok(())
}

#[test]
fn a_command_counts_from_its_start() -> Outcome {
    let source = Source::command("echo", [r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#]);
    let token = source.with_clock(in_2026).token()?;
    assert_eq!(token.lifetime().expires, Expiry::At(in_2026() + Duration::HOUR));
    Ok(())
}

#[test]
fn a_command_that_fails_has_no_token() -> Outcome {
    let run = |script| Source::command("sh", ["-c", script]).token();
    assert_eq!(message(run("exit 1")), "the command has failed");
    assert_eq!(message(run(r#"echo '{"access_token":"EXAMPLE-ACCESS"}'; exit 1"#)), "the command has failed");
    assert_eq!(message(run(r#"echo '{"error":"invalid_grant"}'; exit 1"#)), "oauth2: refused: invalid_grant");
    assert_eq!(message(run("echo complaint >&2; echo '{\"access_token\":\"EXAMPLE-ACCESS\"}'")), "a token");
    Ok(())
}

#[test]
fn a_variable_is_read() -> Outcome {
    // Setting a variable is unsafe in a program of several threads: it is set for another program, this one again.
    let child = Command::new(std::env::current_exe()?)
        .args(["--exact", "child_with_a_variable", "--ignored"])
        .env("ANYTOKEN_TEST", r#"{"access_token":"EXAMPLE-ACCESS","expires_at":4102444800}"#)
        .output()?;
    assert!(child.status.success() && String::from_utf8(child.stdout)?.contains("1 passed"));
    Ok(())
}

#[test]
#[ignore = "the other test runs it with a variable"]
fn child_with_a_variable() -> Outcome {
    let token = Source::variable("ANYTOKEN_TEST").token()?;
    assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
    Ok(())
}

#[test]
fn a_format_that_nobody_knows_is_an_error() {
    let error = Source::file("x").with_format("example").err().map(|error| error.to_string());
    assert_eq!(error.as_deref(), Some("no adapter has this id"));
}

#[test]
fn debug_shows_no_argument() {
    let source = Source::command("az", ["--password", "EXAMPLE"]);
    assert_eq!(
        format!("{source:?}"),
        r#"Source { place: Command("az", 2), format: None, received: Unknown, .. }"#
    );
    assert!(!format!("{:?}", Renewing::new(source)).contains("EXAMPLE"));
}

static NOW: AtomicI64 = AtomicI64::new(0);

fn moving() -> UtcDateTime {
    instant(NOW.load(Ordering::SeqCst))
}

#[test]
fn a_token_is_kept_until_it_is_time_for_another() -> Outcome {
    let at = |seconds: i64| NOW.store(1_767_225_600 + seconds, Ordering::SeqCst);
    let token = |name: &str, seconds: i64| {
        format!(r#"{{"access_token":"EXAMPLE-{name}","expires_on":{}}}"#, 1_767_225_600 + seconds)
    };
    let given =
        |tokens: &Renewing| tokens.token_blocking(&[]).map(|token| token.credential().expose().to_owned());

    at(0);
    let file = Scratch::new("renewed", &token("A", 3600))?;
    let tokens = Renewing::new(file.source().with_clock(moving));
    assert_eq!(given(&tokens)?, "EXAMPLE-A");

    fs::write(&file.0, token("B", 7200))?;
    at(3299);
    assert_eq!(given(&tokens)?, "EXAMPLE-A");
    at(3300);
    assert_eq!(given(&tokens)?, "EXAMPLE-B");

    // What is kept is better than nothing as long as it is valid.
    fs::remove_file(&file.0)?;
    at(7199);
    assert_eq!(given(&tokens)?, "EXAMPLE-B");
    at(7200);
    assert_eq!(message(given(&tokens)), "the source cannot be read: entity not found");

    // A token of which nobody knows the end is not kept.
    fs::write(&file.0, r#"{"access_token":"EXAMPLE-C"}"#)?;
    assert_eq!(given(&tokens)?, "EXAMPLE-C");
    fs::write(&file.0, r#"{"access_token":"EXAMPLE-D"}"#)?;
    assert_eq!(given(&tokens)?, "EXAMPLE-D");
    Ok(())
}

#[test]
fn one_reads_and_the_others_wait() -> Outcome {
    let log = Scratch::new("log", "")?;
    let script = format!(
        r#"echo run >> '{}'; echo '{{"access_token":"EXAMPLE-ACCESS","expires_on":4102444800}}'"#,
        log.0.display()
    );
    let tokens = Renewing::new(Source::command("sh", ["-c", &script]));
    let given: Vec<_> = thread::scope(|scope| {
        let asking: Vec<_> = (0..8).map(|_| scope.spawn(|| block_on(tokens.token(&[])))).collect();
        asking.into_iter().map(|asked| asked.join().map_err(|_| "a panic")).collect::<Result<_, _>>()
    })?;
    let given: Vec<_> = given.into_iter().collect::<Result<_, _>>()?;
    assert!(given.iter().all(|token| given.first().is_some_and(|first| Arc::ptr_eq(first, token))));
    assert_eq!(fs::read_to_string(&log.0)?, "run\n");
    Ok(())
}

#[test]
fn a_command_is_told_the_scopes() -> Outcome {
    let script = r#"echo "{\"access_token\":\"EXAMPLE\",\"expires_on\":4102444800,\"scope\":\"$1\"}""#;
    let tokens = Renewing::new(Source::command("sh", ["-c", script, "sh", "{scopes}"]));
    let granted = |scopes: &[&str]| -> Result<Vec<String>, SourceError> {
        let token = tokens.token_blocking(scopes)?;
        Ok(token.scopes().into_iter().flat_map(anytoken::Scopes::iter).map(str::to_owned).collect())
    };
    assert_eq!(granted(&["a", "b"])?, ["a", "b"]);
    assert_eq!(granted(&["c"])?, ["c"]);
    assert_eq!(granted(&["a", "b"])?, ["a", "b"]);
    assert!(Arc::ptr_eq(&tokens.token_blocking(&["c"])?, &tokens.token_blocking(&["c"])?));
    Ok(())
}

fn broken() -> UtcDateTime {
    assert!(thread::current().name() != Some("anytoken-source"), "a clock that fails");
    UtcDateTime::UNIX_EPOCH
}

#[test]
fn a_panic_of_the_callers_clock_is_an_error() -> Outcome {
    let tokens = Renewing::new(Source::file("/nowhere").with_clock(broken));
    assert_eq!(message(block_on(tokens.token(&[]))), "the thread that read the source is gone");
    Ok(())
}
