//! `--dialect`.

use std::path::PathBuf;

use crate::run::{AT, Run, run};

const ACME: &str = r#"{
    "id": "acme",
    "vendor": "Acme",
    "quirks": "milliseconds",
    "marks": "acmeSession",
    "access_token": "accessToken",
    "expires": {"milliseconds": "expiresIn"},
    "refusal": {"signs": "oops", "code": "oops", "remedies": {"gone": "reauthenticate"}}
}"#;

const BODY: &str = r#"{"accessToken":"EXAMPLE-ACCESS","expiresIn":60000}"#;

/// A file that goes with its test.
struct File(PathBuf);

impl File {
    fn new(name: &str, text: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, text).expect("a file of the tests is written");
        Self(path)
    }

    /// Runs a command that has this file's dialect.
    fn run(&self, args: &[&str], input: &str) -> Run {
        run(&[args, &["--dialect", self.0.to_str().expect("a path in UTF-8"), AT]].concat(), input)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn a_response_is_read_as_the_file_describes() {
    let acme = File::new("read.json", ACME);
    let normalized = acme.run(&["normalize"], BODY);
    let line = r#"{"outcome":"token","token":{"v":1,"format":"acme","access_token":"***","expires_at":"2026-01-01T00:01:00Z"}}"#;
    assert_eq!((normalized.stdout.trim_end(), normalized.code), (line, Some(0)));
    let refused = acme.run(&["normalize"], r#"{"oops":"gone"}"#);
    assert!(refused.stdout.contains(r#""code":"gone","remedy":"reauthenticate""#), "{refused:?}");
    let inspected = acme.run(&["inspect"], BODY);
    assert!(inspected.lines().contains(&"format    acme, described by --dialect"), "{inspected:?}");
    assert!(
        inspected.lines().contains(&"vendor    Acme")
            && inspected.lines().contains(&"quirks    milliseconds")
    );
}

#[test]
fn another_format_goes_before_it() {
    let acme = File::new("before.json", ACME);
    let run = acme.run(&["normalize", "--format", "oauth2"], BODY);
    assert!(run.stdout.contains(r#""format":"oauth2""#), "{run:?}");
}

#[test]
fn a_token_is_converted_from_it_and_to_it() {
    let acme = File::new("convert.json", ACME);
    let from = acme.run(&["convert", "--to", "rfc6749", "--reveal"], BODY);
    assert_eq!(from.stdout, r#"{"access_token":"EXAMPLE-ACCESS","expires_in":60}"#, "{from:?}");
    let to = acme.run(&["convert", "--to", "acme", "--reveal"], &from.stdout);
    assert_eq!(to.stdout, BODY, "{to:?}");
    let again = acme.run(&["convert", "--format", "acme", "--to", "acme", "--reveal"], BODY);
    assert_eq!(again.stdout, BODY, "{again:?}");
}

#[test]
fn a_batch_knows_it_by_its_id_and_by_its_marks() {
    let acme = File::new("batch.json", ACME);
    let lines = concat!(
        r#"{"format":"acme","body":{"accessToken":"EXAMPLE","expiresIn":60000}}"#,
        "\n",
        r#"{"body":{"accessToken":"EXAMPLE","acmeSession":"EXAMPLE"}}"#,
        "\n",
        r#"{"body":{"access_token":"EXAMPLE","msi_res_id":"EXAMPLE"}}"#,
    );
    let run = acme.run(&["normalize", "--batch"], lines);
    let formats: Vec<_> =
        run.lines().iter().filter_map(|line| line.split(r#""format":"#).nth(1)?.split(',').next()).collect();
    assert_eq!(formats, [r#""acme""#, r#""acme""#, r#""azure-imds""#], "{run:?}");
}

#[test]
fn a_file_that_describes_none_is_named_and_not_repeated() {
    for (name, text, what) in [
        (
            "member.json",
            r#"{"id":"acme","vendor":"Acme","expires":{"seconds":"a","zone":"Z"}}"#,
            "dialect acme: expires/zone: is no option of this encoding",
        ),
        (
            "known.json",
            r#"{"id":"slack","vendor":"Acme"}"#,
            "dialect slack: id: is that of a format that is known already",
        ),
        ("response.json", BODY, "dialect without an id: id: is missing"),
        ("broken.json", "EXAMPLE-ACCESS", "dialect without an id: is not valid JSON"),
    ] {
        let run = File::new(name, text).run(&["normalize", "--reveal"], BODY);
        assert_eq!((run.stderr, run.code), (format!("anytoken: --dialect: {what}\n"), Some(2)), "{name}");
        assert!(run.stdout.is_empty());
    }
    let missing = run(&["inspect", "--dialect", "/nonexistent"], BODY);
    assert!(missing.stderr.starts_with("anytoken: --dialect: cannot open the file"), "{missing:?}");
    let large = File::new("large.json", &" ".repeat((1 << 20) + 1)).run(&["inspect"], BODY);
    assert_eq!(
        (large.stderr.as_str(), large.code),
        ("anytoken: --dialect: the file is larger than 1 MiB\n", Some(2))
    );
}
