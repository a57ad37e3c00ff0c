//! Dialects that are described in JSON.

use std::collections::BTreeMap;

use anytoken::dialect::Dialect;
use anytoken::{Adapter, Decoded, ErrorKind, Expiry, Outcome, Response, Token, Validity};
use anytoken_tests::corpus::{CORPUS, Case};
use anytoken_tests::fields::canonical;
use anytoken_tests::random::Random;
use anytoken_tests::recorded::AT;
use anytoken_tests::{Recorded, laws, secrets};
use time::Duration;

use crate::{every, every_case};

/// Formats of the registry, described.
fn descriptions() -> BTreeMap<String, String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/dialects");
    let files = std::fs::read_dir(folder).expect("tests/dialects is there");
    let described = files.map(|file| {
        let path = file.expect("a file of tests/dialects").path();
        let id = path.file_stem().and_then(|stem| stem.to_str()).expect("a name in UTF-8").to_owned();
        (id, std::fs::read_to_string(&path).expect("a file of tests/dialects is text"))
    });
    described.collect()
}

#[test]
fn a_description_reads_and_writes_as_its_constant() {
    let described = descriptions();
    let dialects: BTreeMap<&str, &Dialect> = described
        .iter()
        .map(|(id, json)| (id.as_str(), Dialect::from_json(json).unwrap_or_else(|error| panic!("{error}"))))
        .collect();
    let cases = CORPUS.values().flatten().filter(|case| dialects.contains_key(case.format.as_str()));
    every_case(
        cases,
        |case| case,
        |case| {
            let dialect = *dialects.get(case.format.as_str()).expect("a description");
            assert_eq!(
                told(case, dialect),
                told(case, anytoken::registry().get(&case.format).expect("a format"))
            );
            laws::all(Some(dialect), &case.response, 1);
        },
    );
}

/// What is described in the first step is what the corpus of the third means.
#[test]
fn the_contributors_format_is_read_as_its_corpus_says() {
    let guide = include_str!("../../CONTRIBUTING.md");
    let mut blocks = guide.split("\n```json\n").skip(1).filter_map(|block| block.split("```").next());
    let (description, corpus) = (blocks.next().expect("a description"), blocks.next().expect("its corpus"));
    let dialect = Dialect::from_json(description).unwrap_or_else(|error| panic!("{error}"));
    let cases: Vec<_> = corpus.lines().map(|line| Case::of(line, "CONTRIBUTING.md")).collect();
    assert_eq!(cases.len(), 2);
    every_case(&cases, |case| case, |case| crate::corpus::reads(case, dialect));
}

/// All that is read of a case, and what is written of it.
fn told(case: &Case, adapter: &dyn Adapter) -> String {
    match case.response.read(Some(adapter)) {
        Ok(Decoded { outcome: Outcome::Token(token), notes, related, .. }) => {
            let written = adapter.encode(&token, AT).expect("what was read is written");
            let related: Vec<_> = related.iter().map(canonical).collect();
            format!("{} {related:?} {notes:?} {}", canonical(&token), written.body.expose())
        }
        Ok(Decoded { outcome, notes, .. }) => format!("{outcome:?} {notes:?}"),
        Err(error) => error.to_string(),
    }
}

/// Members behind an id and a vendor, and what is wrong with them.
const WRONG: [(&str, &str); 66] = [
    (
        r#""acess_token":"a""#,
        "acess_token at line 2, column 15: unknown field; did you mean \"access_token\"?",
    ),
    (
        r#""expires":{"seconds":"a"}"#,
        "expires at line 2, column 11: unknown field; did you mean \"expires_at\"?",
    ),
    (r#""a1b2c3":"a""#, "a member at line 2, column 10: unknown field"),
    (r#""access_token":5"#, "access_token at line 2, column 16: expected a string"),
    (r#""access_token":["a",null]"#, "access_token/1 at line 2, column 21: expected a string"),
    (r#""access_token":"a//b""#, "access_token at line 2, column 16: empty path segment"),
    (r#""access_token":"""#, "access_token at line 2, column 16: empty path segment"),
    (
        r#""access_token":"a/65""#,
        "access_token at line 2, column 16: path is too long or has an index above 64",
    ),
    (
        r#""access_token":[],"id_token":[]"#,
        "access_token at line 2, column 16: one of access_token and id_token needs a path",
    ),
    (r#""envelope":"a/*/b""#, "envelope at line 2, column 12: `*` is only allowed as the last segment"),
    (r#""envelope":"/a""#, "envelope at line 2, column 12: empty path segment"),
    (r#""wire":"xml""#, "wire at line 2, column 8: expected one of: json, form, text"),
    (r#""detected_by":[""]"#, "detected_by/0 at line 2, column 16: must not be blank"),
    (
        r#""detected_by":"a/b+c""#,
        "detected_by at line 2, column 15: expected `a`, `a+b`, `data/a` or `data/a+data/b`",
    ),
    (r#""expires_at":"expires_in""#, "expires_at at line 2, column 14: expected an object"),
    (r#""expires_at":{}"#, ONE_ENCODING),
    (r#""expires_at":{"seconds":"a","epoch":"b"}"#, ONE_ENCODING),
    (
        r#""expires_at":[{"seconds":[]}]"#,
        "expires_at/0/seconds at line 2, column 26: expected at least one path",
    ),
    (
        r#""expires_at":{"seconds":"a","zone":"+08:00"}"#,
        "expires_at/zone at line 2, column 36: unknown option for this encoding",
    ),
    (
        r#""expires_at":{"epoch":"a","from_issue":true}"#,
        "expires_at/from_issue at line 2, column 40: unknown option for this encoding",
    ),
    (
        r#""expires_at":{"rfc3339":"a","text":true}"#,
        "expires_at/text at line 2, column 36: unknown option for this encoding",
    ),
    (
        r#""expires_at":{"by_size":"a","of_any_size":true}"#,
        "expires_at/of_any_size at line 2, column 43: unknown option for this encoding",
    ),
    (
        r#""expires_at":{"seconds":"a","text":"yes"}"#,
        "expires_at/text at line 2, column 36: expected true or false",
    ),
    (
        r#""expires_at":{"epoch":"a","zone":"+8"}"#,
        "expires_at/zone at line 2, column 34: expected a UTC offset, such as +08:00",
    ),
    (
        r#""expires_at":{"epoch":"a","zone":"+99:00"}"#,
        "expires_at/zone at line 2, column 34: expected a UTC offset, such as +08:00",
    ),
    (
        r#""expires_at":{"seconds":"a","milliseconds_above":1.5}"#,
        "expires_at/milliseconds_above at line 2, column 50: expected an integer in range",
    ),
    (
        r#""expires_at":{"seconds":"a","when_absent":-1}"#,
        "expires_at/when_absent at line 2, column 43: expected one of: never, unknown, or a number of seconds",
    ),
    (
        r#""expires_at":{"seconds":"a","when":{"0":"soon"}}"#,
        "expires_at/when/a member at line 2, column 41: expected one of: never, unknown, or a number of seconds",
    ),
    (
        r#""expires_at":{"seconds":"a","when":"0"}"#,
        "expires_at/when at line 2, column 36: expected an object",
    ),
    (
        r#""expires_at":{"words":[],"when_absent":"soon"}"#,
        "expires_at/when_absent at line 2, column 40: expected one of: never, unknown, or a number of seconds",
    ),
    (
        r#""token_type_aliases":{"bot":"robot"}"#,
        "token_type_aliases/bot at line 2, column 29: expected one of: Bearer, DPoP, MAC, PoP, N_A",
    ),
    (r#""base":"oauth3""#, "base at line 2, column 8: expected one of: rfc6749, bare"),
    (
        r#""evidence":"sure""#,
        "evidence at line 2, column 12: expected one of: recorded, tested, documented, unverified",
    ),
    (
        r#""scopes_separated_by":"a""#,
        "scopes_separated_by at line 2, column 23: separators must be ASCII whitespace or punctuation",
    ),
    (
        r#""scopes_separated_by":"""#,
        "scopes_separated_by at line 2, column 23: separators must be ASCII whitespace or punctuation",
    ),
    (
        r#""authorization":{"scheme":"a b"}"#,
        "authorization/scheme at line 2, column 27: invalid authorization scheme",
    ),
    (
        r#""authorization":"token""#,
        "authorization at line 2, column 17: expected one of: by_type, bare, none, or an object of a scheme",
    ),
    (
        r#""authorization":{"schema":"a"}"#,
        "authorization/schema at line 2, column 27: unknown field; did you mean \"scheme\"?",
    ),
    (
        r#""ok_when":{"path":"ok"}"#,
        "ok_when at line 2, column 11: expected `path`, and at least one of `values`",
    ),
    (r#""ok_when":{"values":[true]}"#, "ok_when/path at line 2, column 11: missing field"),
    (r#""constant_members":{"a/":1}"#, "constant_members/a member at line 2, column 26: empty path segment"),
    (r#""related":{"marks":"a"}"#, "related/marks at line 2, column 20: unknown field"),
    (
        r#""client_id":"access_token""#,
        "client_id at line 2, column 13: has the path of a secret, and is shown",
    ),
    (
        r#""related":{"access_token":"u/t","subject":"/access_token"}"#,
        "subject: has the path of a secret, and is shown",
    ),
    (
        r#""errors":{"code":"refresh_token"}"#,
        "errors at line 2, column 10: has the path of a secret, and is shown",
    ),
    (
        r#""expires_at":{"milisecond":"e"}"#,
        "expires_at at line 2, column 14: expected exactly one of: seconds, milliseconds, epoch, epoch_milliseconds, rfc3339, month_first, words, by_size; did you mean \"milliseconds\"?",
    ),
    (
        r#""expires_at":{"seconds":"e","readonly":true}"#,
        "expires_at/readonly at line 2, column 40: unknown option for this encoding; did you mean \"read_only\"?",
    ),
    (
        r#""expires_at":{"seconds":"e","when_absent":"nevr"}"#,
        "expires_at/when_absent at line 2, column 43: expected one of: never, unknown, or a number of seconds; did you mean \"never\"?",
    ),
    (
        r#""errors":{"remedies":{"gone":"reauthenticat"}}"#,
        "errors/remedies/gone at line 2, column 30: expected one of: retry, slow_down, pending, reauthenticate, fix_request, fix_client, interact, unknown; did you mean \"reauthenticate\"?",
    ),
    (
        r#""authorization":{"scheme":"Basic","schemes":1}"#,
        "authorization/schemes at line 2, column 45: unknown field; did you mean \"scheme\"?",
    ),
    (r#""headers":"X Token""#, "headers at line 2, column 11: not the name of a header"),
    (r#""errors":{"\ud800":1}"#, "errors at line 2, column 12: invalid JSON"),
    (r#""last_resort":true"#, "last_resort at line 2, column 15: only a related place can be a last resort"),
    (r#""errors":{"codes":"a"}"#, "errors/codes at line 2, column 19: unknown field; did you mean \"code\"?"),
    (
        r#""errors":{"retry_statuses":[70000]}"#,
        "errors/retry_statuses/0 at line 2, column 29: expected an integer in range",
    ),
    (
        r#""errors":{"remedies":{"a":"b"}}"#,
        "errors/remedies/a at line 2, column 27: expected one of: retry, slow_down, pending, reauthenticate, fix_request, fix_client, interact, unknown",
    ),
    (r#""quirks":"é","wire":"xml""#, "wire at line 2, column 21: expected one of: json, form, text"),
    (r#""access_token":["a","b","a"]"#, "access_token at line 2, column 16: a path is listed twice"),
    (
        r#""access_token":["a","/a"],"expires_at":[{"seconds":["a","b"]},{"epoch":["c","b"]}]"#,
        "expires_at at line 2, column 40: two rules for one path",
    ),
    (r#""access_token":"\ud800""#, "access_token at line 2, column 16: expected a string"),
    (r#""wire":"form","id\u005ftoken":5"#, "id_token at line 2, column 31: expected a string"),
    (r#""base":"bare""#, "access_token: one of access_token and id_token needs a path"),
    // What the trial finds.
    (r#""subject":"access_token""#, "subject at line 2, column 11: has the path of a secret, and is shown"),
    (
        r#""client_id":"a","subject":"a/b""#,
        "subject at line 2, column 27: value encoded here is shadowed by another field",
    ),
    (r#""constant_members":{"error":"a"}"#, CONTRADICTION),
    (r#""related":{"access_token":"access_token"}"#, CONTRADICTION),
];

const ONE_ENCODING: &str = "expires_at at line 2, column 14: expected exactly one of: seconds, milliseconds, epoch, epoch_milliseconds, rfc3339, month_first, words, by_size";
const CONTRADICTION: &str = "a token encoded in this dialect does not decode: two fields conflict";

#[test]
fn what_is_wrong_is_named_with_its_member() {
    every(
        WRONG,
        |(members, _)| (*members).to_owned(),
        |(members, what)| {
            let error = Dialect::from_json(&format!("{{\"id\":\"acme\",\"vendor\":\"Acme\",\n{members}}}"));
            assert_eq!(error.expect_err("it is wrong").to_string(), format!("dialect acme: {what}"));
        },
    );
    for (json, what) in [
        ("", "line 1, column 1: expected an object"),
        ("\r\n []", "line 2, column 2: expected an object"),
        ("\u{feff}{}", "line 1, column 1: expected an object"),
        ("{}", "id at line 1, column 1: missing field"),
        ("{\"id\":\"acme\",\n\"id\":\"acme\"}", "id at line 2, column 6: duplicate field"),
        (r#"{"wire":"form","w\u0069re":"text"}"#, "wire at line 1, column 28: duplicate field"),
        (r#"{"id":"Acme"}"#, "id at line 1, column 7: expected a kebab-case id, such as acme-v2"),
        (r#"{"id":"acme"} {}"#, "line 1, column 15: invalid JSON"),
        ("{\"id\":\"acme\",\n", "line 2, column 1: invalid JSON"),
        (&format!("{{\"id\":{}", "[".repeat(200)), "line 1, column 134: too long or nested too deeply"),
    ] {
        let error = Dialect::from_json(json).expect_err("it is wrong");
        assert_eq!(error.to_string(), format!("dialect without an id: {what}"));
        assert_eq!(error.id(), None);
    }
    let error = Dialect::from_json(r#"{"id":"acme","vendor":" "}"#).expect_err("it is wrong");
    assert_eq!(
        (error.id(), error.member(), error.to_string().as_str()),
        (Some("acme"), "vendor", "dialect acme: vendor at line 1, column 23: must not be blank")
    );
}

/// A file that is a response, passed by mistake, says nothing of itself.
#[test]
fn no_value_and_no_odd_name_is_repeated() {
    let secret = secrets::marker(7);
    for json in [
        format!(r#"{{"id":"acme","vendor":"Acme","{secret}":"{secret}"}}"#),
        format!(r#"{{"id":"acme","vendor":"Acme","constant_members":{{"{secret}/":1}}}}"#),
        format!(r#"{{"id":"acme","vendor":"Acme","errors":{{"remedies":{{"{secret}":"{secret}"}}}}}}"#),
        format!(r#"{{"id":"acme","vendor":"Acme","wire":"{secret}"}}"#),
        format!(r#"{{"id":"{secret}"}}"#),
        format!(r#"{{"access_token":"{secret}"}}"#),
        secret.clone(),
    ] {
        let error = Dialect::from_json(&json).expect_err("it is wrong");
        assert_eq!(secrets::shown(&format!("{error} {error:?}"), &secret), None, "{}", error.member());
    }
}

/// Whatever members come together: a description that is taken holds the laws.
#[test]
fn a_description_that_is_taken_holds_the_laws() {
    const MEMBERS: [&[&str]; 16] = [
        &[
            r#""envelope":"data""#,
            r#""envelope":"*""#,
            r#""envelope":"a/*""#,
            r#""envelope":"a/0""#,
            r#""json_string":"data","envelope":"data""#,
        ],
        &[
            r#""access_token":"t""#,
            r#""access_token":["t","a/t"]"#,
            r#""access_token":"/top""#,
            r#""access_token":[]"#,
        ],
        &[
            r#""refresh_token":"t/r""#,
            r#""refresh_token":"0/r""#,
            r#""refresh_token":[]"#,
            r#""refresh_token":"expires""#,
        ],
        &[r#""id_token":"t/*/i""#, r#""id_token":"/i""#, r#""id_token":[]"#],
        &[r#""token_type":"kind""#, r#""token_type":"/data""#, r#""token_type":[]"#],
        &[r#""scopes":"s/*/name""#, r#""scopes":["s","scope"]"#, r#""scopes":"a/s""#, r#""scopes":[]"#],
        &[r#""scopes_separated_by":",""#, r#""scopes_separated_by":"-""#],
        &[
            r#""subject":"kind""#,
            r#""subject":"s/0/name""#,
            r#""subject":"u/id","client_id":"u""#,
            r##""subject":"#text""##,
        ],
        &[r#""issued_at":{"epoch":"iat"}"#, r#""issued_at":{"rfc3339":"iat","zone":"+08:00"}"#],
        &[
            r#""expires_at":{"milliseconds":"e","text":true}"#,
            r#""expires_at":[{"epoch":"exp"},{"seconds":"e"}]"#,
            r#""expires_at":{"seconds":"e","from_issue":true}"#,
            r#""expires_at":{"by_size":"expires"}"#,
            r#""expires_at":{"month_first":"e","read_only":true}"#,
            r#""expires_at":{"seconds":"e","milliseconds_above":10}"#,
        ],
        &[
            r#""expires_at":{"words":[],"when_absent":"never"}"#,
            r#""expires_at":{"seconds":"expires_in","when":{"0":"never","null":"never"}}"#,
            r#""expires_at":{"seconds":"expires_in","when":{"-1":"never"},"when_absent":7200}"#,
            r#""expires_at":[{"seconds":"expires_in"},{"words":"kind","when":{"x":"never"}}]"#,
        ],
        &[
            r#""refresh_token_expires_at":{"seconds":"e"}"#,
            r#""refresh_token_expires_at":{"epoch_milliseconds":"re","when":{"0":0}}"#,
        ],
        &[
            r#""reject_conflicting_tokens":true"#,
            r#""empty_scope_is_absent":true"#,
            r#""refresh_token_is_grant":true"#,
        ],
        &[r#""wire":"form""#, r#""wire":"text""#],
        &[
            r#""ok_when":{"path":"ok","values":[true]}"#,
            r#""ok_when":{"path":"data/code","values":[0,"0"]}"#,
            r#""constant_members":{"data/x":{"y":1}}"#,
        ],
        &[
            r#""related":{"envelope":"user","access_token":"t"}"#,
            r#""related":{"id_token":"t","last_resort":true}"#,
            r#""headers":"X-T""#,
        ],
    ];
    let end = |hours| Expiry::At(AT + Duration::hours(hours));
    let token = |expires, refresh_token_expires, issued_at| {
        let mut lifetime = Validity::default();
        (lifetime.expires, lifetime.refresh_token_expires, lifetime.issued_at) =
            (expires, refresh_token_expires, issued_at);
        let token = Token::builder("other")
            .access_token("EXAMPLE-A")
            .refresh_token("EXAMPLE-R")
            .id_token("EXAMPLE-I");
        let token = token
            .token_type("DPoP")
            .scopes(["a,b", "c-d"])
            .subject("EXAMPLE")
            .client_id("0")
            .validity(lifetime);
        token.build().expect("a token")
    };
    let tokens = [
        token(end(2), end(0), Some(AT)),
        token(Expiry::Never, Expiry::Never, None),
        Token::builder("other").id_token("EXAMPLE-I").build().expect("a token"),
        Token::builder("other").refresh_token("EXAMPLE-R").build().expect("a token"),
    ];
    let mut random = Random::new(11);
    let (mut taken, mut refused) = (0, 0);
    for _ in 0..4000 {
        let mut members = String::new();
        for options in MEMBERS {
            if random.one_in(4) {
                members = format!("{members},{}", random.pick(options));
            }
        }
        let json = format!(r#"{{"id":"acme","vendor":"Acme"{members}}}"#);
        let Ok(dialect) = Dialect::from_json(&json) else {
            refused += 1;
            continue;
        };
        taken += 1;
        every(&tokens, |_| json.clone(), |token| laws::translatable(token, dialect, AT));
        let error = dialect.decode(Recorded::new("{}").response()).expect_err("nothing is no token");
        assert!([ErrorKind::Missing, ErrorKind::Shape].contains(&error.kind()), "{json}: {error}");
    }
    assert!(taken > 1000 && refused > 500, "{taken} taken, {refused} refused");
}

#[test]
fn code_is_split_from_its_namespace_and_its_text() {
    let json = r##"{"id":"acme","vendor":"Acme","errors":{"code_begins_after":"#","code_ends_at":": "}}"##;
    let acme = Dialect::from_json(json).expect("a dialect");
    for (sent, code, description) in [
        ("ns#code: text", "code", Some("text")),
        ("ns#code: text #1: more", "code", Some("text #1: more")),
        ("ns#part#code", "code", None),
        ("code", "code", None),
    ] {
        let body = format!(r#"{{"error":"{sent}"}}"#);
        let Ok(Decoded { outcome: Outcome::ErrorResponse(error), .. }) =
            acme.decode(Response::new(body.as_bytes(), AT))
        else {
            panic!("{sent}: no error response");
        };
        assert_eq!((error.code(), error.description()), (Some(code), description), "{sent}");
    }
}

#[test]
fn blanks_in_constant_json_do_not_matter() {
    let json = r#"{"id":"acme","vendor":"Acme","constant_members":{"a": {"x": [1, "b c"]}}}"#;
    let acme = Dialect::from_json(json).expect("a dialect");
    let token = Token::builder("another").access_token("EXAMPLE").build().expect("a token");
    let encoded = acme.encode(&token, AT).expect("a body");
    assert!(encoded.body.expose().contains(r#""a":{"x":[1,"b c"]}"#));
}

#[test]
fn null_in_quotes_is_not_null() {
    let json =
        r#"{"id":"acme","vendor":"Acme","expires_at":{"seconds":"expires_in","when":{"null":"never"}}}"#;
    let acme = Dialect::from_json(json).expect("a dialect");
    let decode = |value: &str| {
        let body = format!(r#"{{"access_token":"EXAMPLE","expires_in":{value}}}"#);
        acme.decode(Response::new(body.as_bytes(), AT)).map(|decoded| match decoded.outcome {
            Outcome::Token(token) => token.validity().expires,
            Outcome::ErrorResponse(_) => panic!("an error response"),
        })
    };
    assert_eq!(decode("null").expect("a token"), Expiry::Never);
    assert_eq!(decode(r#""null""#).expect_err("no time").kind(), ErrorKind::Invalid);
}
