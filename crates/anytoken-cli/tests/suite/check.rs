//! `anytoken check`.

use crate::run::{Run, run};

/// A response as `curl -i` prints it.
fn response(status: u16, headers: &str, body: &str) -> String {
    let headers = headers.split('|').map(|header| format!("{header}\r\n")).collect::<String>();
    format!("HTTP/1.1 {status} EXAMPLE\r\n{headers}\r\n{body}")
}

const HEADERS: &str = "Content-Type: application/json|Cache-Control: no-store";

/// Returns the rules that a response violates.
fn broken(input: impl AsRef<[u8]>, args: &[&str]) -> Vec<String> {
    let run = run(&[&["check", "--output=json"], args].concat(), input);
    let rules = run.lines().into_iter().filter_map(|line| line.trim().strip_prefix(r#""rule": ""#));
    let rules: Vec<_> = rules.map(|rest| rest.trim_end_matches("\",").to_owned()).collect();
    assert_eq!((run.code, run.stderr.as_str()), (Some(i32::from(!rules.is_empty())), ""), "{run:?}");
    rules
}

/// Status and body of responses with valid headers, and the rules that they violate.
const BODIES: [(u16, &str, &str); 40] = [
    (200, "", "empty_body"),
    (200, "\u{feff}{\"access_token\":\"a\",\"token_type\":\"Bearer\"}", "byte_order_mark"),
    (200, "access_token=a&token_type=bearer", "form_body"),
    (200, "[]", "no_object"),
    (200, ")]}'\n{\"access_token\":\"a\"}", "no_object"),
    (200, "\"a\"", "no_object"),
    (503, "<html></html>", "no_object"),
    (200, r#"{"access_token":"a"} {}"#, "broken_json"),
    (200, r#"{"access_token":"a","token_type":"bearer","x":1,"\u0078":2}"#, "repeated"),
    (200, r#"{"data":{"accessToken":"a"}}"#, "envelope"),
    (200, r#"{"accessToken":"a","TokenType":"bearer"}"#, "spelling spelling"),
    (200, r#"{"access_token":"a","accessToken":"a","token_type":"bearer"}"#, ""),
    (200, r#"{"access_token":"a","token_type":"bearer","expires_in":"3600"}"#, "number_in_string"),
    (200, r#"{"access_token":"a","token_type":"bearer","expires_in":"soon"}"#, "no_number"),
    (200, r#"{"access_token":"a","token_type":"bearer","expires_in":null}"#, "no_number"),
    (
        200,
        r#"{"access_token":"a","token_type":"bearer","id_token":0,"refresh_token":null}"#,
        "no_string no_string",
    ),
    (200, r#"{"access_token":"a","token_type":"bearer","scope":["a"]}"#, "scope_list"),
    (200, r#"{"access_token":"a","token_type":"bearer","scope":null}"#, "scope_no_string"),
    (200, r#"{"access_token":"a","token_type":"bearer","expires_in":-1}"#, "negative"),
    (200, r#"{"access_token":"a","token_type":"bearer","expires_in":3.6e3}"#, "fraction"),
    (200, r#"{"access_token":"a","token_type":"bearer","expires_in":1767225600}"#, "instant"),
    (200, r#"{"token_type":"bearer"}"#, "no_access_token"),
    (200, r#"{"access_token":"a"}"#, "no_token_type"),
    (
        200,
        r#"{"access_token":"","refresh_token":"a\n","token_type":"DPoP"}"#,
        "token_characters token_characters",
    ),
    (200, r#"{"access_token":"a b","token_type":"BEARER"}"#, "bearer_characters"),
    (200, r#"{"access_token":"a b","token_type":"DPoP"}"#, ""),
    (200, r#"{"access_token":"a","token_type":"User Token"}"#, "type_characters"),
    (200, r#"{"access_token":"a","token_type":"bot"}"#, "type_registered"),
    (200, r#"{"access_token":"a","token_type":"bearer","scope":""}"#, "scope_characters"),
    (200, r#"{"access_token":"a","token_type":"bearer","scope":"a, b"}"#, "scope_commas"),
    (200, r#"{"access_token":"a","token_type":"bearer","id_token":"a.b"}"#, "id_token_shape"),
    (200, r#"{"access_token":"a","token_type":"N_A"}"#, "no_issued_token_type"),
    (200, r#"{"access_token":"a","token_type":"N_A","issued_token_type":"jwt"}"#, "issued_token_type_uri"),
    (
        200,
        r#"{"access_token":"a","token_type":"Bearer","issued_token_type":"urn:ietf:params:oauth:token-type:refresh_token"}"#,
        "exchanged_type",
    ),
    (200, r#"{"device_code":"a","verification_url":"b"}"#, "spelling device_members device_members"),
    (400, r#"{"message":"a"}"#, "no_error"),
    (
        400,
        r#"{"error":"invalid_grant","access_token":"a","refresh_token":""}"#,
        "token_beside_error token_characters",
    ),
    (400, r#"{"error":"a\"","error_description":"é"}"#, "error_characters error_characters"),
    (400, r#"{"error":"invalid_grant","error_uri":"a b"}"#, "error_uri_characters"),
    (400, r#"{"error":"invalid_token"}"#, "resource_code"),
];

#[test]
fn each_body_violates_its_rules() {
    for (status, body, rules) in BODIES {
        let mut broken = broken(response(status, HEADERS, body), &[]);
        broken.sort_unstable();
        let mut expected: Vec<_> = rules.split_ascii_whitespace().collect();
        expected.sort_unstable();
        assert_eq!(broken, expected, "{body}");
    }
}

#[test]
fn violations_of_a_rule_are_capped() {
    let body = format!(r#"{{"access_token":"a","token_type":"bearer"{}}}"#, r#","x":1"#.repeat(100_000));
    assert_eq!(broken(body, &[]), ["repeated"; 16]);
}

#[test]
fn body_past_the_limit_is_not_checked() {
    let run = check(format!(r#"{{"access_token":"{}"}}"#, "x".repeat(1 << 20)), &[]);
    assert!(
        run.stdout.is_empty() && run.stderr.contains("larger than 1 MiB") && run.code == Some(2),
        "{run:?}"
    );
}

#[test]
fn invalid_utf8_is_found() {
    for body in [&b"{\"access_token\":\"a\xff\"}"[..], b"\xff\xfe{\0}\0", b"{\0}\0", b"\0{\0}"] {
        assert_eq!(
            broken([response(200, HEADERS, "").as_bytes(), body].concat(), &[]),
            ["not_utf8"],
            "{body:?}"
        );
    }
}

const TOKEN: &str = r#"{"access_token":"a","token_type":"Bearer"}"#;

#[test]
fn status_and_headers_violate_their_rules() {
    let json = "content-type: Application/JSON; charset=UTF-8";
    let error = |code: &str| format!(r#"{{"error":"{code}"}}"#);
    for (status, headers, body, rules) in [
        (200, "cache-control: private,NO-STORE|a: b", TOKEN, "content_type"),
        (200, "content-type: text/html|cache-control: no-store", TOKEN, "content_type"),
        (200, json, TOKEN, "cache_control"),
        (200, &format!("{json}|Cache-Control: no-cache"), TOKEN, "cache_control"),
        (400, json, &error("invalid_request"), ""),
        (201, HEADERS, TOKEN, "token_status"),
        (200, json, &error("invalid_request"), "error_status"),
        (401, &format!("{json}|WWW-Authenticate: Basic"), &error("invalid_grant"), "code_status"),
        (401, &format!("{json}|WWW-Authenticate: Basic"), &error("invalid_client"), ""),
        (401, json, &error("invalid_client"), "challenge"),
        (403, json, &error("invalid_client"), "client_status"),
        (400, json, &error("invalid_client"), ""),
        (503, json, &error("temporarily_unavailable"), ""),
    ] {
        assert_eq!(
            broken(response(status, headers, body), &[]).join(" "),
            rules,
            "{status} {headers} {body}"
        );
    }
}

#[test]
fn requested_scope_and_grant_have_rules() {
    let exchange = "--grant-type=urn:ietf:params:oauth:grant-type:token-exchange";
    for (args, rules) in [
        (&[][..], ""),
        (&["--scope=a openid"], "no_id_token"),
        (&["--scope=a openid", "--grant-type=authorization_code"], "no_id_token"),
        (&["--scope=a openid", "--grant-type=refresh_token"], ""),
        (&["--scope=openid2"], ""),
        (&["--grant-type=token-exchange"], "no_issued_token_type"),
        (&[exchange], "no_issued_token_type"),
    ] {
        assert_eq!(broken(TOKEN, args).join(" "), rules, "{args:?}");
    }
}

#[test]
fn levels_are_limited() {
    let body = |levels: usize| {
        let (open, close) = ("[".repeat(levels), "]".repeat(levels));
        format!(r#"{{"access_token":"a","token_type":"bearer","other":{open}{close}}}"#)
    };
    assert_eq!(broken(response(200, HEADERS, &body(127)), &[]), [""; 0]);
    assert_eq!(broken(response(200, HEADERS, &body(128)), &[]), ["deep_json"]);
}

#[test]
fn every_rule_is_tested() {
    let rules = include_str!("../../src/check/rules.rs");
    let ids = rules.split("    rule(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let elsewhere = "content_type cache_control token_status error_status code_status client_status challenge not_utf8 deep_json no_id_token";
    let tested: Vec<_> =
        BODIES.iter().flat_map(|(_, _, rules)| rules.split(' ')).chain(elsewhere.split(' ')).collect();
    let untested: Vec<_> = ids.clone().filter(|id| !tested.contains(id)).collect();
    assert!(untested.is_empty() && ids.count() > 40, "{untested:?}");
}

#[test]
fn examples_of_standards_violate_no_rule() {
    for (status, body, args) in [
        // RFC 6750 §4
        (
            200,
            r#"{"access_token":"mF_9.B5f-4.1JqM","token_type":"Bearer","expires_in":3600,"refresh_token":"EXAMPLE"}"#,
            &[][..],
        ),
        // RFC 6749 §5.2
        (400, r#"{"error":"invalid_request"}"#, &[]),
        // OpenID Connect Core §3.1.3.3
        (
            200,
            r#"{"access_token":"EXAMPLE","token_type":"Bearer","refresh_token":"EXAMPLE","expires_in":3600,"id_token":"a.b.c"}"#,
            &["--scope=openid"],
        ),
        // RFC 8693 §2.3
        (
            200,
            r#"{"access_token":"EXAMPLE","issued_token_type":"urn:ietf:params:oauth:token-type:access_token","token_type":"Bearer","expires_in":60}"#,
            &["--grant-type=token-exchange"],
        ),
        // RFC 8628 §3.2
        (
            200,
            r#"{"device_code":"EXAMPLE","user_code":"WDJB-MJHT","verification_uri":"https://example.com/device","verification_uri_complete":"https://example.com/device?user_code=WDJB-MJHT","expires_in":1800,"interval":5}"#,
            &[],
        ),
    ] {
        assert!(broken(response(status, HEADERS, body), args).is_empty(), "{body}");
    }
}

fn check(input: impl AsRef<[u8]>, args: &[&str]) -> Run {
    run(&[&["check"], args].concat(), input)
}

#[test]
fn text_report_shows_place_and_fix() {
    let run = check(
        response(200, HEADERS, r#"{"access_token":"EXAMPLE","token_type":"Bearer","expires_in":"60"}"#),
        &[],
    );
    assert_eq!(
        run.stdout,
        "\
violation    expires_in is a number in a string
  ...en\": \"***\", \"token_type\": \"***\", \"expires_in\": \"***\"}
                                                    ^^^^^
section      RFC 6749 §5.1; RFC 8628 §3.2
fix          send a JSON number, as in \"expires_in\": 3600

result       1 violation
"
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
}

#[test]
fn json_report_has_byte_ranges() {
    let run =
        check(r#"{"access_token":"EXAMPLE","token_type":"Bearer","expires_in":"60"}"#, &["--output=json"]);
    assert_eq!(
        run.stdout,
        "\
{
  \"violations\": [
    {
      \"rule\": \"number_in_string\",
      \"subject\": \"expires_in\",
      \"message\": \"expires_in is a number in a string\",
      \"section\": \"RFC 6749 §5.1; RFC 8628 §3.2\",
      \"fix\": \"send a JSON number, as in \\\"expires_in\\\": 3600\",
      \"at\": [
        61,
        65
      ]
    }
  ],
  \"not_checked\": [
    \"the status\",
    \"the headers\"
  ]
}
"
    );
}

#[test]
fn unchecked_parts_are_listed() {
    let report = |args: &[&str]| check(TOKEN, args).stdout;
    assert_eq!(
        report(&[]),
        "\
result       no violations
not checked  the status, the headers: pipe `curl -si` in, or
             pass --status and --header
"
    );
    assert!(report(&["--status=200"]).contains("not checked  the headers:"));
    assert!(
        report(&["--header=Cache-Control: no-store", "--content-type=application/json"])
            .contains("not checked  the status:")
    );
    assert!(!check(response(200, HEADERS, TOKEN), &[]).stdout.contains("not checked"));
    let of_type = check(TOKEN, &["--status=200", "--content-type=text/plain"]);
    assert!(
        of_type.stdout.starts_with("violation    Content-Type does not") && of_type.code == Some(1),
        "{of_type:?}"
    );
    assert!(!of_type.stdout.contains("Cache-Control"), "{of_type:?}");
}

#[test]
fn malformed_json_has_its_place() {
    for (body, column) in [("{\"access_token\":\n\"a\",,}", 26), ("{\"access_token\":\"a\"", 24), ("{} x", 4)]
    {
        let run = check(body, &[]);
        let carets = run.lines().into_iter().find(|line| line.contains('^')).map(|line| line.find('^'));
        assert_eq!(carets, Some(Some(column)), "{run:?}");
    }
}
