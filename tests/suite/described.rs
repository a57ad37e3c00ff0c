//! Dialects that are described in JSON.

use std::collections::BTreeMap;

use anytoken::dialect::Dialect;
use anytoken::{Adapter, Decoded, ErrorKind, Expiry, Outcome, Token, Validity};
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
const WRONG: [(&str, &str); 43] = [
    (r#""acess_token":"a""#, "acess_token: unknown field"),
    (r#""a1b2c3":"a""#, "a member: unknown field"),
    (r#""access_token":5"#, "access_token: expected a string"),
    (r#""access_token":["a",null]"#, "access_token/1: expected a string"),
    (r#""access_token":"a//b""#, "access_token: empty path segment"),
    (r#""access_token":"""#, "access_token: empty path segment"),
    (r#""access_token":"a/65""#, "access_token: path is too long or has an index above 64"),
    (r#""access_token":[],"id_token":[]"#, "access_token: one of access_token and id_token needs a path"),
    (r#""at":"a/*/b""#, "at: `*` is only allowed as the last segment"),
    (r#""at":"/a""#, "at: empty path segment"),
    (r#""wire":"xml""#, "wire: expected one of: json, form, text, whole"),
    (r#""signature":[""]"#, "signature/0: must not be blank"),
    (r#""expires":"expires_in""#, "expires: expected an object"),
    (r#""expires":{}"#, ONE_ENCODING),
    (r#""expires":{"seconds":"a","epoch":"b"}"#, ONE_ENCODING),
    (r#""expires":[{"seconds":[]}]"#, "expires/0/seconds: expected at least one path"),
    (r#""expires":{"seconds":"a","zone":"+08:00"}"#, "expires/zone: unknown option for this encoding"),
    (r#""expires":{"epoch":"a","from_issue":true}"#, "expires/from_issue: unknown option for this encoding"),
    (r#""expires":{"rfc3339":"a","text":true}"#, "expires/text: unknown option for this encoding"),
    (
        r#""expires":{"by_size":"a","of_any_size":true}"#,
        "expires/of_any_size: unknown option for this encoding",
    ),
    (r#""expires":{"seconds":"a","text":"yes"}"#, "expires/text: expected true or false"),
    (r#""expires":{"epoch":"a","zone":"+8"}"#, "expires/zone: expected a UTC offset, such as +08:00"),
    (r#""expires":{"epoch":"a","zone":"+99:00"}"#, "expires/zone: expected a UTC offset, such as +08:00"),
    (
        r#""expires":{"seconds":"a","milliseconds_above":1.5}"#,
        "expires/milliseconds_above: expected an integer in range",
    ),
    (r#""default_lifetime":-1"#, "default_lifetime: expected an integer in range"),
    (
        r#""never":"soon""#,
        "never: expected one of: silence, zero, minus_one, null, or an object of path and word",
    ),
    (r#""never":[{"path":"a"}]"#, "never/0/word: missing field"),
    (r#""never":{"path":"a","word":"b","x":1}"#, "never/x: unknown field"),
    (r#""scope_separators":"a""#, "scope_separators: separators must be ASCII whitespace or punctuation"),
    (r#""scope_separators":"""#, "scope_separators: separators must be ASCII whitespace or punctuation"),
    (r#""scheme":"a b""#, "scheme: invalid authorization scheme"),
    (r#""success":{"path":"ok"}"#, "success/values: missing field"),
    (r#""success":{"values":[true]}"#, "success/path: missing field"),
    (r#""fixed":{"a/":1}"#, "fixed/a member: empty path segment"),
    (r#""also":{"marks":"a"}"#, "also/marks: unknown field"),
    (r#""last_resort":true"#, "last_resort: unknown field"),
    (r#""errors":{"codes":"a"}"#, "errors/codes: unknown field"),
    (r#""errors":{"retry_statuses":[70000]}"#, "errors/retry_statuses/0: expected an integer in range"),
    (
        r#""errors":{"remedies":{"a":"b"}}"#,
        "errors/remedies/a: expected one of: retry, slow_down, pending, reauthenticate, fix_request, fix_client, interact, unknown",
    ),
    // What the trial finds.
    (r#""subject":"access_token""#, "subject: value encoded here is shadowed by another field"),
    (r#""client_id":"a","subject":"a/b""#, "subject: value encoded here is shadowed by another field"),
    (r#""fixed":{"error":"a"}"#, CONTRADICTION),
    (r#""also":{"access_token":"access_token"}"#, CONTRADICTION),
];

const ONE_ENCODING: &str = "expires: expected exactly one of: seconds, milliseconds, epoch, epoch_milliseconds, rfc3339, month_first, by_size";
const CONTRADICTION: &str = "a token encoded in this dialect does not decode: two fields conflict";

#[test]
fn what_is_wrong_is_named_with_its_member() {
    every(
        WRONG,
        |(members, _)| (*members).to_owned(),
        |(members, what)| {
            let error = Dialect::from_json(&format!(r#"{{"id":"acme","vendor":"Acme",{members}}}"#));
            assert_eq!(error.expect_err("it is wrong").to_string(), format!("dialect acme: {what}"));
        },
    );
    for (json, what) in [
        ("", "invalid JSON"),
        ("[]", "expected an object"),
        ("{}", "id: missing field"),
        (r#"{"id":"acme","vendor":"Acme","at":"a","at":"b"}"#, "at: duplicate field"),
        (r#"{"id":"Acme"}"#, "id: expected a kebab-case id, such as acme-v2"),
        (r#"{"id":"acme"} {}"#, "invalid JSON"),
    ] {
        let error = Dialect::from_json(json).expect_err("it is wrong");
        assert_eq!(error.to_string(), format!("dialect without an id: {what}"));
        assert_eq!(error.id(), None);
    }
    let error = Dialect::from_json(r#"{"id":"acme","vendor":" "}"#).expect_err("it is wrong");
    assert_eq!(
        (error.id(), error.member(), error.to_string().as_str()),
        (Some("acme"), "vendor", "dialect acme: vendor: must not be blank")
    );
}

/// A file that is a response, passed by mistake, says nothing of itself.
#[test]
fn no_value_and_no_odd_name_is_repeated() {
    let secret = secrets::marker(7);
    for json in [
        format!(r#"{{"id":"acme","vendor":"Acme","{secret}":"{secret}"}}"#),
        format!(r#"{{"id":"acme","vendor":"Acme","fixed":{{"{secret}/":1}}}}"#),
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

/// Whoever gives dialects another member gives descriptions it too.
#[test]
fn every_member_of_a_dialect_can_be_described() {
    let members = |of: String| -> Vec<String> {
        let lines = of
            .lines()
            .filter_map(|line| line.strip_prefix("    ")?.split_once(": ").map(|(name, _)| name.to_owned()));
        lines.filter(|name| !name.starts_with(' ')).collect()
    };
    let (dialect, error_responses) =
        (format!("{:#?}", Dialect::STANDARD), format!("{:#?}", anytoken::dialect::ErrorShape::STANDARD));
    let unknown = |json: String| {
        Dialect::from_json(&json).err().is_some_and(|error| error.to_string().contains("unknown field"))
    };
    let members_of_dialects = members(dialect);
    assert!(members_of_dialects.len() > 30, "{members_of_dialects:?}");
    for name in members_of_dialects.iter().filter(|name| !["id", "vendor"].contains(&name.as_str())) {
        let json = format!(r#""{name}":{{"?":0}}"#);
        let place = if name == "last_resort" { format!(r#""also":{{{json}}}"#) } else { json };
        let json = format!(r#"{{"id":"acme","vendor":"Acme",{place}}}"#);
        let error = Dialect::from_json(&json).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(!error.ends_with(&format!("{name}: unknown field")), "{error}");
    }
    for name in members(error_responses) {
        assert!(!unknown(format!(r#"{{"id":"acme","vendor":"Acme","errors":{{"{name}":5}}}}"#)), "{name}");
    }
}

/// Whatever members come together: a description that is taken holds the laws.
#[test]
fn a_description_that_is_taken_holds_the_laws() {
    const MEMBERS: [&[&str]; 16] = [
        &[
            r#""at":"data""#,
            r#""at":"*""#,
            r#""at":"a/*""#,
            r#""at":"a/0""#,
            r#""folded":"data","at":"data""#,
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
        &[r#""scope":"s/*/name""#, r#""scope":["s","scope"]"#, r#""scope":"a/s""#, r#""scope":[]"#],
        &[r#""scope_separators":",""#, r#""scope_separators":"-""#],
        &[
            r#""subject":"kind""#,
            r#""subject":"s/0/name""#,
            r#""subject":"u/id","client_id":"u""#,
            r##""subject":"#text""##,
        ],
        &[r#""issued":{"epoch":"iat"}"#, r#""issued":{"rfc3339":"iat","zone":"+08:00"}"#],
        &[
            r#""expires":{"milliseconds":"e","text":true}"#,
            r#""expires":[{"epoch":"exp"},{"seconds":"e"}]"#,
            r#""expires":{"seconds":"e","from_issue":true}"#,
            r#""expires":{"by_size":"expires"}"#,
            r#""expires":{"month_first":"e","read_only":true}"#,
            r#""expires":{"seconds":"e","milliseconds_above":10}"#,
        ],
        &[
            r#""never":"silence""#,
            r#""never":["zero","null"]"#,
            r#""never":"minus_one""#,
            r#""never":{"path":"kind","word":"x"}"#,
        ],
        &[
            r#""refresh_token_expires":{"seconds":"e"}"#,
            r#""refresh_token_expires":{"epoch_milliseconds":"re"},"zero_ends_refresh_token":true"#,
        ],
        &[
            r#""default_lifetime":7200"#,
            r#""one_of_each":true"#,
            r#""empty_scope_says_nothing":true"#,
            r#""refresh_token_is_grant":true"#,
        ],
        &[r#""wire":"form""#, r#""wire":"text""#, r#""wire":"whole""#],
        &[
            r#""success":{"path":"ok","values":[true]}"#,
            r#""success":{"path":"data/code","values":[0,"0"]}"#,
            r#""fixed":{"data/x":{"y":1}}"#,
        ],
        &[
            r#""also":{"at":"user","access_token":"t"}"#,
            r#""also":{"id_token":"t","last_resort":true}"#,
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
