//! `--dialect`.

use crate::run::{AT, File, Run, run};

const ACME: &str = r#"{
    "id": "acme",
    "vendor": "Acme",
    "quirks": "milliseconds",
    "detected_by": "acmeSession",
    "access_token": "accessToken",
    "expires_at": {"milliseconds": "expiresIn"},
    "errors": {"error_when": "oops", "code": "oops", "remedies": {"gone": "reauthenticate"}}
}"#;

const BODY: &str = r#"{"accessToken":"EXAMPLE-ACCESS","expiresIn":60000}"#;

impl File {
    /// Runs a command with the dialect of this file.
    fn run(&self, args: &[&str], input: &str) -> Run {
        run(&[args, &["--dialect", self.path(), AT]].concat(), input)
    }
}

#[test]
fn dialect_decodes_the_response() {
    let acme = File::new("read.json", ACME);
    let normalized = acme.run(&["normalize"], BODY);
    let line = r#"{"outcome":"token","token":{"v":1,"format":"acme","access_token":"***","expires_at":"2026-01-01T00:01:00Z"}}"#;
    assert_eq!((normalized.stdout.trim_end(), normalized.code), (line, Some(0)));
    let error = acme.run(&["normalize"], r#"{"oops":"gone"}"#);
    assert!(error.stdout.contains(r#""code":"gone","remedy":"reauthenticate""#), "{error:?}");
    let inspected = acme.run(&["inspect"], BODY);
    assert!(inspected.lines().contains(&"format       acme (from --dialect)"), "{inspected:?}");
    assert!(
        inspected.lines().contains(&"vendor       Acme")
            && inspected.lines().contains(&"quirks       milliseconds")
    );
}

#[test]
fn format_overrides_dialect() {
    let acme = File::new("before.json", ACME);
    let run = acme.run(&["normalize", "--format", "oauth2"], BODY);
    assert!(run.stdout.contains(r#""format":"oauth2""#), "{run:?}");
}

#[test]
fn dialect_converts_both_ways() {
    let acme = File::new("convert.json", ACME);
    let from = acme.run(&["convert", "--to", "rfc6749", "--reveal"], BODY);
    assert_eq!(from.stdout, r#"{"access_token":"EXAMPLE-ACCESS","expires_in":60}"#, "{from:?}");
    let to = acme.run(&["convert", "--to", "acme", "--reveal"], &from.stdout);
    assert_eq!(to.stdout, BODY, "{to:?}");
    let again = acme.run(&["convert", "--format", "acme", "--to", "acme", "--reveal"], BODY);
    assert_eq!(again.stdout, BODY, "{again:?}");
}

#[test]
fn batch_finds_dialect_by_id_and_signature() {
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
fn invalid_dialect_file_is_not_repeated() {
    let fault = |text: &str| {
        anytoken::dialect::Dialect::from_json(text).expect_err("an invalid description").to_string()
    };
    let unknown = r#"{"id":"acme","vendor":"Acme","expires_at":{"seconds":"a","zone":"Z"}}"#;
    for (name, text, message) in [
        ("member.json", unknown, fault(unknown)),
        (
            "known.json",
            r#"{"id":"slack","vendor":"Acme"}"#,
            "dialect slack: id: a built-in format has this id".to_owned(),
        ),
        ("response.json", BODY, fault(BODY)),
        ("broken.json", "EXAMPLE-ACCESS", fault("EXAMPLE-ACCESS")),
    ] {
        let run = File::new(name, text).run(&["normalize", "--reveal"], BODY);
        assert_eq!((run.stderr, run.code), (format!("anytoken: --dialect: {message}\n"), Some(2)), "{name}");
        assert!(run.stdout.is_empty() && !message.contains("EXAMPLE"), "{message}");
    }
    let missing = run(&["inspect", "--dialect", "/nonexistent"], BODY);
    assert!(missing.stderr.starts_with("anytoken: --dialect: cannot open the file"), "{missing:?}");
    let large = File::new("large.json", &" ".repeat((1 << 20) + 1)).run(&["inspect"], BODY);
    assert_eq!(
        (large.stderr.as_str(), large.code),
        ("anytoken: --dialect: the file is larger than 1 MiB\n", Some(2))
    );
}

#[test]
fn doubtful_dialect_is_used_with_a_warning() {
    for (member, warning) in [
        (
            r#""access_token":"data.token""#,
            "data.token: a dot is part of a name; `/` separates the names of a path",
        ),
        (
            r#""detected_by":"access_token""#,
            "detected_by: access_token has common names only; every response with it would be detected",
        ),
        (
            r#""detected_by":"data/scope+data/access_token""#,
            "detected_by: data/scope+data/access_token has common names only; every response with it would be detected",
        ),
        (
            r#""detected_by":"msi_res_id""#,
            "detected_by: msi_res_id is in the signature of azure-imds too; it detects neither",
        ),
    ] {
        let text = format!(r#"{{"id":"acme","vendor":"Acme",{member}}}"#);
        let run = File::new("doubtful.json", &text).run(&["inspect"], BODY);
        assert!(run.stderr.contains(&format!("--dialect: warning: dialect acme: {warning}")), "{run:?}");
    }
}
