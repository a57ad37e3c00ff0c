//! `anytoken inspect`.

use crate::run::{AT, File, Run, run, run_in};

const NOW: &str = "--now=2026-01-01T00:15:00Z";

fn inspect(body: &str, more: &[&str]) -> Run {
    run(&[&["inspect", AT, NOW], more].concat(), body)
}

#[test]
fn token_is_explained() {
    let body = r#"{"access_token":"EXAMPLE-ACCESS","client_id":"example-client","expires_in":"3600","expires_on":"1767229080",
        "ext_expires_in":"7200","resource":"https://vault.example.com/","token_type":"Bearer","msi_res_id":"/example"}"#;
    let run = inspect(body, &[]);
    assert_eq!(
        run.stdout,
        "\
granted      access token
format       azure-imds (detected)
vendor       Microsoft
quirks       every number is a string; absolute expiries are
             beside lifetimes; 404 and 410 mean retry
header       Authorization: Bearer ***
resource     https://vault.example.com/
client       example-client
not present  scopes, API URL, subject
extras       msi_res_id
validity     valid: expires in 43 min

  [=====*-------------------]----------------------------)
  received               expires                  extended
       now

  [ received       2026-01-01T00:00:00Z  15 min ago
  * now            2026-01-01T00:15:00Z
  ] expires        2026-01-01T00:58:00Z  in 43 min
  ) extended       2026-01-01T02:00:00Z  in 1 h 45 min

note         expires_in disagrees by 2 min with the expiry
             that is used
  ...lient\", \"expires_in\": \"3600\", \"expires_on\": \"17672...
                           ^^^^^^
"
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

#[test]
fn error_response_has_a_remedy() {
    let body = r#"{"error":"slow_down","error_description":"EXAMPLE-REFRESH-0001-0002 polls","error_uri":"https://example.com/",
        "trace_id":"EXAMPLE"}"#;
    let run = inspect(body, &["--status=400", "--header=Retry-After: 90", "--format=rfc8628-device"]);
    assert_eq!(
        run.stdout,
        "\
error        slow_down
format       rfc8628-device (from --format)
vendor       IETF
quirks       some error codes ask the client to keep polling
status       400
description  *** polls
uri          https://example.com/
extras       trace_id
remedy       poll less often (slow_down)
retry after  1 min 30 s
"
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
}

#[test]
fn decode_error_has_its_place() {
    let body = r#"{"access_token":"EXAMPLE","x":[1,"y"],"expires_in":"soon"}"#;
    let run = inspect(body, &[]);
    let (row, rest) = run.stdout.split_once("\n  ...").expect("a message before the excerpt");
    let words: Vec<_> = row.split_ascii_whitespace().collect();
    assert_eq!(
        words.join(" "),
        "invalid oauth2: invalid value: expires_in (found a string) at line 1, column 52"
    );
    assert_eq!(
        rest,
        "\
en\": \"***\", \"***\": [***, \"***\"], \"expires_in\": \"***\"}
                                                    ^^^^^
remedy       the value has no exact meaning and is not
             guessed; a --format may define its meaning
"
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(2), ""));
}

#[test]
fn place_is_a_line_and_a_column() {
    let body = "{\r\n  \"x\": \"é日\", \"expires_in\": \"soon\",\n  \"access_token\": \"EXAMPLE\"\n}";
    let run = run_in(&[("COLUMNS", "200")], &["inspect", AT, NOW], body);
    assert!(run.stdout.contains("expires_in (found a string) at line 2, column 28\n"), "{run:?}");
}

#[test]
fn place_in_an_envelope_names_it() {
    let look = |body: &str| run_in(&[("COLUMNS", "200")], &["inspect", AT, NOW], body).stdout;
    let error = look(r#"{"data":{"access_token":"EXAMPLE","expires_in":"soon"}}"#);
    assert!(error.contains("data/expires_in (found a string) at line 1, column 48\n"), "{error}");
    let note = look(r#"{"data":{"access_token":"EXAMPLE","expires_in":-1}}"#);
    assert!(note.contains("note         data/expires_in "), "{note}");
    assert!(note.contains("note         data/access_token "), "{note}");
}

#[test]
fn mistake_has_its_own_advice() {
    for (body, advice) in [
        ("{'access_token': 'EXAMPLE'}", "JSON has double quotes"),
        ("{\"access_token\":\"EXAMPLE\",\n}", "no comma before a closing bracket"),
        ("{access_token:\"EXAMPLE\"}", "names in double quotes"),
        ("{\"access_token\":\"EXAMPLE", "is it cut off?"),
        ("eyJhbGciOiJub25lIn0.eyJzdWIiOiJFWEFNUExFIn0.", "a JWT alone"),
        ("# a comment\nACCESS_TOKEN=EXAMPLE\nEXPIRES_IN=3600\n", "variables"),
        ("export ACCESS_TOKEN=EXAMPLE\n", "variables"),
        ("<html></html>", "check the URL"),
        ("* Trying 192.0.2.1:443...\n> POST /token HTTP/1.1\n>\n< HTTP/1.1 200 OK\n<\n{}", "`curl -si`"),
        ("> GET / HTTP/2\n< HTTP/2 200\n", "`curl -si`"),
        ("{\"access_token\":\"EXAMPLE\"}\n{\"access_token\":\"EXAMPLE\"}\n", "one envelope per line"),
    ] {
        let run = run_in(&[("COLUMNS", "200")], &["inspect", AT, NOW], body);
        let remedy = run.lines().into_iter().find(|line| line.starts_with("remedy "));
        assert!(remedy.is_some_and(|remedy| remedy.contains(advice)), "{body}: {run:?}");
    }
    let large = run(&["inspect", AT], " ".repeat(2 << 20));
    assert!(large.stdout.contains("the body is larger than 1 MiB"), "{large:?}");
}

#[test]
fn formats_that_fit_best_are_a_hint() {
    for (body, fields) in [
        (r#"{"access":"EXAMPLE-0001","refresh":"EXAMPLE-0002"}"#, "access_token, refresh_token"),
        (r#"{"access_token":"EXAMPLE-0001","sub":"EXAMPLE-0003"}"#, "subject"),
    ] {
        let run = inspect(body, &[]);
        let (_, hint) = run.stdout.split_once("\nmay be       the formats that fit best").unwrap_or_default();
        let words: Vec<_> = hint.split_ascii_whitespace().collect();
        assert!(words.join(" ").contains(&format!("): {fields}")), "{}", run.stdout);
        assert!(!run.stdout.contains("EXAMPLE"), "{}", run.stdout);
        assert!(!inspect(body, &["--format=oauth2"]).stdout.contains("may be"), "{body}");
    }
    // Formats that say the same are in one row.
    let of_azure = r#"{"access_token":"EXAMPLE","client_id":"c","expires_in":"3600","expires_on":"1767229200",
        "ext_expires_in":"3600","not_before":"1767225600","resource":"r","token_type":"Bearer"}"#;
    let run = inspect(of_azure, &[]);
    let count = |text| run.stdout.matches(text).count();
    assert_eq!((count("(Microsoft)"), count("extended_expires_at")), (5, 1), "{run:?}");
    for body in [r#"{"access_token":"EXAMPLE"}"#, r#"{"error":"invalid_grant"}"#, "{}"] {
        assert!(!inspect(body, &[]).stdout.contains("may be"), "{body}");
    }
}

#[test]
fn fallback_has_no_vendor() {
    let body = r#"{"access_token":"EXAMPLE"}"#;
    let fallback = inspect(body, &[]).stdout;
    assert!(fallback.contains("format       oauth2 (fallback)\nheader "), "{fallback}");
    let named = inspect(body, &["--format=oauth2"]).stdout;
    assert!(named.contains("format       oauth2 (from --format)\nvendor       IETF\nquirks "), "{named}");
}

#[test]
fn several_files_have_headings() {
    let one = File::new("one.json", r#"{"access_token":"EXAMPLE-0001"}"#);
    let two = File::new("two.json", r#"{"error":"invalid_grant"}"#);
    let run = run_in(&[("COLUMNS", "300")], &["inspect", AT, NOW, one.path(), two.path()], "");
    assert!(run.stdout.starts_with(&format!("file         {}\ngranted ", one.path())), "{run:?}");
    assert!(run.stdout.contains(&format!("\n\nfile         {}\nerror ", two.path())), "{run:?}");
    assert_eq!(run.code, Some(1));
}

#[test]
fn large_body_has_no_hint_at_formats() {
    for (size, has_hint) in [(16 * 1024, true), (16 * 1024 + 1, false)] {
        let body = r#"{"access":"EXAMPLE-0001","refresh":"EXAMPLE-0002",   "pad":0}"#;
        let blanks = " ".repeat(size - body.len() + 3);
        let run = inspect(&body.replace("   ", &blanks), &[]);
        assert_eq!(run.stdout.contains("\nmay be "), has_hint, "{size}: {}", run.stdout);
    }
}

#[test]
fn body_without_members_has_no_place() {
    for body in ["", "<!DOCTYPE html><html></html>", "no", "\u{1f}\u{8b}"] {
        let run = inspect(body, &[]);
        assert!(run.stdout.starts_with("invalid ") && run.stdout.contains("\nremedy "), "{run:?}");
        assert!(!run.stdout.contains('^') && run.code == Some(2), "{run:?}");
    }
    let unknown = inspect("{}", &["--format=oauht2"]);
    assert!(unknown.stdout.contains(r#"did you mean "oauth2"?"#) && unknown.code == Some(2), "{unknown:?}");
}

#[test]
fn state_depends_on_now() {
    let body = r#"{"access_token":"a","expires_in":3600,"refresh_in":1800,"not_before":1767229200}"#;
    for (now, format, state) in [
        ("2026-01-01T00:10:00Z", "entra-v2", "valid: expires in 50 min\n"),
        ("2026-01-01T00:30:00Z", "entra-v2", "valid: expires in 30 min; time to refresh\n"),
        ("2026-01-01T01:00:00Z", "entra-v2", "expired now\n"),
        ("2026-01-02T02:00:00Z", "entra-v2", "expired 1 d 1 h ago\n"),
        ("2025-12-31T23:00:00Z", "azure-imds", "not yet valid: starts in 2 h\n"),
    ] {
        let run = run(&["inspect", AT, "--now", now, "--format", format], body);
        assert!(run.stdout.contains(state), "{run:?}");
    }
    let ended = inspect(r#"{"access_token":"a","expires_in":0}"#, &[]);
    assert!(ended.stdout.contains("validity     expired on arrival: its lifetime is 0\n"), "{ended:?}");
    let unknown = inspect(r#"{"access_token":"a"}"#, &[]);
    assert!(unknown.stdout.contains("validity     unknown: may expire at any time\n"), "{unknown:?}");
    let never = inspect("access_token=a", &["--format=github"]);
    assert!(never.stdout.contains("validity     never expires, according to the vendor\n"), "{never:?}");
}

#[test]
fn clock_is_the_default_of_now() {
    let run = run(&["inspect"], r#"{"access_token":"a","expires_in":3600}"#);
    assert!(run.stdout.contains("valid: expires in 1 h\n"), "{run:?}");
}

#[test]
fn reveal_shows_secrets() {
    let body =
        r#"{"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","n":1.00,"expires_in":-1}"#;
    let run = inspect(body, &["--reveal"]);
    for shown in [
        "header       Authorization: Bearer EXAMPLE-ACCESS\n",
        "refresh      EXAMPLE-REFRESH\n",
        "extra        n\n             1.00\n",
        "\"n\": 1.00, \"expires_in\": -1}\n",
    ] {
        assert!(run.stdout.contains(shown), "{shown}: {}", run.stdout);
    }
    assert!(!inspect(body, &[]).stdout.contains("EXAMPLE"));
}

#[test]
fn token_that_is_the_whole_header_is_masked() {
    let run = inspect(r#"{"token":"EXAMPLE-ACCESS"}"#, &["--format=etcd"]);
    assert!(run.stdout.contains("header       Authorization: ***\n"), "{run:?}");
    assert!(!run.stdout.contains("EXAMPLE"), "{run:?}");
}

#[test]
fn token_without_a_header_is_reported() {
    let run = inspect(r#"{"access_token":"a","token_type":"N_A"}"#, &[]);
    assert!(run.stdout.contains("header       not available for a token of type N_A\n"), "{run:?}");
}

#[test]
fn related_tokens_are_listed() {
    let body = r#"{"ok":true,"access_token":"a","authed_user":{"id":"U1","access_token":"b","scope":"c,d"}}"#;
    let run = inspect(body, &["--format=slack"]);
    let also = run.stdout.split("\nalso         access token\n").nth(1);
    assert!(also.is_some_and(|also| also.contains("scopes       c d\nsubject      U1\n")), "{run:?}");
}

#[test]
fn colour_obeys_option_and_environment() {
    let body = r#"{"access_token":"a"}"#;
    for (variables, args, colored) in [
        (&[][..], &[][..], false),
        (&[], &["--color=always"], true),
        (&[("CLICOLOR_FORCE", "1")], &[], true),
        (&[("CLICOLOR_FORCE", "0")], &[], false),
        (&[("CLICOLOR_FORCE", "1")], &["--color=never"], false),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[], false),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")], &[], true),
        (&[("NO_COLOR", "1")], &["--color=always"], true),
    ] {
        let run = run_in(variables, &[&["inspect", AT], args].concat(), body);
        assert_eq!(run.stdout.contains("\u{1b}[32maccess token\u{1b}[0m"), colored, "{variables:?} {args:?}");
        assert_eq!(run.stdout.contains('\u{1b}'), colored, "{variables:?} {args:?}");
    }
}

#[test]
fn terminal_controls_are_escaped() {
    let body = r#"{"access_token":"a","scope":"\u001b[2J b\u202e","\u001b[31m":1}"#;
    for color in ["--color=always", "--color=never"] {
        let run = inspect(body, &[color]);
        assert!(!run.stdout.contains("\u{1b}[2J") && !run.stdout.contains("\u{1b}[31m"), "{run:?}");
        assert!(run.stdout.contains("\\u001b[2J b\\u202e"), "{run:?}");
    }
}

#[test]
fn escapes_are_those_of_json() {
    let body = r#"{"error":"invalid_grant","error_description":"a \u001b[2J b \u202e c"}"#;
    let run = inspect(body, &[]);
    assert!(run.stdout.contains("a \\u001b[2J b \\u202e c"), "{run:?}");
}

#[test]
fn lines_fit_the_terminal() {
    let names = (0..60).map(|n| format!(r#","name{n}":{n}"#)).collect::<String>();
    let body = format!(
        r#"{{"access_token":"a","expires_in":3600,"expires_on":1767220000{names},"scope":"{}","id_token":0}}"#,
        "scope ".repeat(50)
    );
    for columns in [30_usize, 31, 40, 60, 61, 80, 120, 200] {
        let run = run_in(&[("COLUMNS", &columns.to_string())], &["inspect", AT, NOW], &body);
        let widest = run.lines().into_iter().map(|line| line.chars().count()).max();
        assert!(
            widest.is_some_and(|widest| widest <= columns && widest + 12 > columns),
            "{columns}: {widest:?}"
        );
        let bar = run.lines().into_iter().find(|line| line.contains("=="));
        assert_eq!(bar.map(str::len), Some(columns - 2), "the bar is drawn to the width");
    }
}

#[test]
fn width_is_capped() {
    let body = r#"{"access_token":"a","expires_in":3600}"#;
    for columns in ["501", "1000000000", "18446744073709551615"] {
        let run = run_in(&[("COLUMNS", columns)], &["inspect", AT, NOW], body);
        let widest = run.lines().into_iter().map(|line| line.chars().count()).max();
        assert_eq!((run.code, widest), (Some(0), Some(498)), "{columns}: {}", run.stderr);
    }
}

#[test]
fn thousands_of_extras_are_fast() {
    let names = (0..30_000).map(|n| format!(r#","nobodyKnowsThisMember{n}":1"#)).collect::<String>();
    let run = inspect(&format!(r#"{{"access_token":"a"{names}}}"#), &[]);
    assert!(run.stdout.contains("***#1, ***#2, ") && run.stdout.contains("***#30000\n"), "{}", run.stderr);
}
