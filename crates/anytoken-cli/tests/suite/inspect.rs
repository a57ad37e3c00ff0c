//! `anytoken inspect`.

use crate::run::{AT, Run, run, run_in};

const NOW: &str = "--now=2026-01-01T00:15:00Z";

fn inspect(body: &str, more: &[&str]) -> Run {
    run(&[&["inspect", AT, NOW], more].concat(), body)
}

#[test]
fn a_token_is_told_to_people() {
    let body = r#"{"access_token":"EXAMPLE-ACCESS","client_id":"example-client","expires_in":"3600","expires_on":"1767229080",
        "ext_expires_in":"7200","resource":"https://vault.example.com/","token_type":"Bearer","msi_res_id":"/example"}"#;
    let run = inspect(body, &[]);
    assert_eq!(
        run.stdout,
        "\
granted   access token
format    azure-imds, told by its members
vendor    Microsoft
quirks    every number a string, absolute ends beside
          lifetimes, 404 and 410 mean try again
header    Authorization: Bearer ***
client    example-client
resource  https://vault.example.com/
not said  subject, scopes
extras    msi_res_id
life      valid: it ends in 43 min

  [=====*-------------------]----------------------------)
  received                 end                    extended
       now

  [ received       2026-01-01T00:00:00Z  15 min ago
  * now            2026-01-01T00:15:00Z
  ] end            2026-01-01T00:58:00Z  in 43 min
  ) extended       2026-01-01T02:00:00Z  in 1 h 45 min

note      expires_in ends 2 min after the absolute end,
          which holds
  ...lient\", \"expires_in\": \"3600\", \"expires_on\": \"17672...
                           ^^^^^^
"
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

#[test]
fn a_refusal_says_what_to_do() {
    let body = r#"{"error":"slow_down","error_description":"EXAMPLE-REFRESH-0001-0002 polls","error_uri":"https://example.com/",
        "trace_id":"EXAMPLE"}"#;
    let run = inspect(body, &["--status=400", "--header=Retry-After: 90", "--format=rfc8628-device"]);
    assert_eq!(
        run.stdout,
        "\
refused   slow_down
format    rfc8628-device, named by --format
vendor    IETF
quirks    refusals that mean: go on polling
status    400
text      *** polls
more      https://example.com/
extras    trace_id
remedy    poll less often (slow_down)
wait      1 min 30 s
"
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
}

#[test]
fn an_error_has_its_place() {
    let run = inspect(r#"{"access_token":"EXAMPLE","x":[1,"y"],"expires_in":"soon"}"#, &[]);
    assert_eq!(
        run.stdout,
        "\
error     oauth2: a member cannot be read: expires_in (found
          a string) at byte 51
  ...en\": \"***\", \"***\": [***, \"***\"], \"expires_in\": \"***\"}
                                                    ^^^^^
remedy    a member cannot be read exactly, so it is not
          guessed; a --format may know how it is meant
"
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(2), ""));
}

#[test]
fn what_has_no_members_has_no_place() {
    for body in ["", "<!DOCTYPE html><html></html>", "no", "\u{1f}\u{8b}"] {
        let run = inspect(body, &[]);
        assert!(run.stdout.starts_with("error ") && run.stdout.contains("\nremedy "), "{run:?}");
        assert!(!run.stdout.contains('^') && run.code == Some(2), "{run:?}");
    }
    let unknown = inspect("{}", &["--format=oauht2"]);
    assert!(unknown.stdout.contains("near it: oauth2") && unknown.code == Some(2), "{unknown:?}");
}

#[test]
fn a_life_is_seen_from_now() {
    let body = r#"{"access_token":"a","expires_in":3600,"refresh_in":1800,"not_before":1767229200}"#;
    for (now, format, said) in [
        ("2026-01-01T00:10:00Z", "entra-v2", "valid: it ends in 50 min\n"),
        ("2026-01-01T00:30:00Z", "entra-v2", "valid: it ends in 30 min; it is time to refresh it\n"),
        ("2026-01-01T01:00:00Z", "entra-v2", "expired: it ended now\n"),
        ("2026-01-02T02:00:00Z", "entra-v2", "expired: it ended 1 d 1 h ago\n"),
        ("2025-12-31T23:00:00Z", "azure-imds", "not valid yet: it begins in 2 h\n"),
    ] {
        let run = run(&["inspect", AT, "--now", now, "--format", format], body);
        assert!(run.stdout.contains(said), "{run:?}");
    }
    let unstated = inspect(r#"{"access_token":"a"}"#, &[]);
    assert!(unstated.stdout.contains("no end is stated: it may end at any time\n"), "{unstated:?}");
    let never = inspect("access_token=a", &["--format=github"]);
    assert!(never.stdout.contains("it does not end, by the vendor's word\n"), "{never:?}");
}

#[test]
fn the_clock_is_now_when_nobody_says() {
    let run = run(&["inspect"], r#"{"access_token":"a","expires_in":3600}"#);
    assert!(run.stdout.contains("valid: it ends in 1 h\n"), "{run:?}");
}

#[test]
fn secrets_are_shown_where_they_are_revealed() {
    let body =
        r#"{"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","n":1.00,"expires_in":-1}"#;
    let run = inspect(body, &["--reveal"]);
    for shown in [
        "header    Authorization: Bearer EXAMPLE-ACCESS\n",
        "refresh   EXAMPLE-REFRESH\n",
        "extra     n\n          1.00\n",
        "\"n\": 1.00, \"expires_in\": -1}\n",
    ] {
        assert!(run.stdout.contains(shown), "{shown}: {}", run.stdout);
    }
    assert!(!inspect(body, &[]).stdout.contains("EXAMPLE"));
}

#[test]
fn a_token_that_makes_no_header_says_so() {
    let run = inspect(r#"{"access_token":"a","token_type":"N_A"}"#, &[]);
    assert!(run.stdout.contains("header    none: a token of type N_A alone makes none\n"), "{run:?}");
}

#[test]
fn further_tokens_stand_below() {
    let body = r#"{"ok":true,"access_token":"a","authed_user":{"id":"U1","access_token":"b","scope":"c,d"}}"#;
    let run = inspect(body, &["--format=slack"]);
    let also = run.stdout.split("\nalso      access token\n").nth(1);
    assert!(also.is_some_and(|also| also.contains("subject   U1\nscopes    c d\n")), "{run:?}");
}

#[test]
fn colour_is_for_those_who_see_it() {
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
fn no_server_paints_on_the_terminal() {
    let body = r#"{"access_token":"a","scope":"\u001b[2J b\u202e","\u001b[31m":1}"#;
    for color in ["--color=always", "--color=never"] {
        let run = inspect(body, &[color]);
        assert!(!run.stdout.contains("\u{1b}[2J") && !run.stdout.contains("\u{1b}[31m"), "{run:?}");
        assert!(run.stdout.contains("\\u001b[2J b\\u202e"), "{run:?}");
    }
}

#[test]
fn no_line_is_longer_than_the_terminal() {
    let names = (0..60).map(|n| format!(r#","name{n}":{n}"#)).collect::<String>();
    let body = format!(
        r#"{{"access_token":"a","expires_in":3600,"expires_on":1767220000{names},"scope":"{}","id_token":0}}"#,
        "scope ".repeat(50)
    );
    for columns in [60_usize, 61, 80, 120, 200] {
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
fn no_terminal_is_too_wide() {
    let body = r#"{"access_token":"a","expires_in":3600}"#;
    for columns in ["501", "1000000000", "18446744073709551615"] {
        let run = run_in(&[("COLUMNS", columns)], &["inspect", AT, NOW], body);
        let widest = run.lines().into_iter().map(|line| line.chars().count()).max();
        assert_eq!((run.code, widest), (Some(0), Some(498)), "{columns}: {}", run.stderr);
    }
}

#[test]
fn tens_of_thousands_of_names_take_no_minutes() {
    let names = (0..30_000).map(|n| format!(r#","nobodyKnowsThisMember{n}":1"#)).collect::<String>();
    let run = inspect(&format!(r#"{{"access_token":"a"{names}}}"#), &[]);
    assert!(run.stdout.contains("***#1, ***#2, ") && run.stdout.contains("***#30000\n"), "{}", run.stderr);
}
