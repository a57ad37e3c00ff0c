//! The JSON types that a member may have, and blank and empty values, for each field and part of an error response.

use anytoken::dialect::{Dialect, Evidence, FieldPaths, Special, TimeRule, paths};
use anytoken::{Adapter, ErrorKind, ErrorResponse, Expiry, Field, NoteKind, Outcome, Token, registry};
use anytoken_tests::recorded::AT;
use anytoken_tests::{Recorded, laws};
use serde_json::value::RawValue;

static DESCRIBED: Dialect = Dialect::like(&Dialect::OAUTH2, "described", Evidence::Documented)
    .subject(paths!["sub"])
    .refresh_at(&[TimeRule::epoch(paths!["refresh_on"])]);

/// A dialect with one token type of its own.
static WORDED: Dialect = Dialect::like(&Dialect::OAUTH2, "worded", Evidence::Documented)
    .token_type_aliases(&[("DPoP", anytoken::TokenTypeKind::DPoP)])
    .ignore_other_token_types();

fn read(dialect: &'static Dialect, members: &str) -> anytoken::Result<(Outcome, Vec<NoteKind>)> {
    let decoded = Recorded::new(format!("{{{members}}}")).read(Some(dialect))?;
    let notes = decoded.notes.iter().map(|note| note.kind).collect();
    Ok((decoded.outcome, notes))
}

fn token_of(dialect: &'static Dialect, members: &str) -> (Token, Vec<NoteKind>) {
    match read(dialect, &format!("\"access_token\":\"EXAMPLE\",{members}")) {
        Ok((Outcome::Token(token), notes)) => (token, notes),
        other => panic!("{members} is {other:?}"),
    }
}

fn error_response_of(members: &str) -> (ErrorResponse, Vec<NoteKind>) {
    match read(&Dialect::OAUTH2, members) {
        Ok((Outcome::ErrorResponse(error_response), notes)) => (error_response, notes),
        other => panic!("{members} is {other:?}"),
    }
}

fn extras(token: &Token) -> Vec<(&str, &str)> {
    token.extras().iter().map(|(name, extra)| (name, extra.expose_json())).collect()
}

#[test]
fn scopes_are_a_string_or_an_array() {
    let scopes = |value: &str| {
        let (token, notes) = token_of(&Dialect::OAUTH2, &format!("\"scope\":{value}"));
        let scopes = token.scopes().map(|scopes| scopes.iter().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(scopes.is_none(), !token.extras().is_empty(), "{value}");
        (scopes, notes)
    };
    let some = |scopes: &[&str]| (Some(scopes.iter().map(|&scope| scope.to_owned()).collect()), vec![]);
    assert_eq!(scopes(r#""a  b a""#), some(&["a", "b"]));
    assert_eq!(scopes(r#""""#), some(&[]));
    assert_eq!(scopes(r#"["a b",1,"a b"]"#), some(&["a b", "1"]));
    assert_eq!(scopes("[]"), some(&[]));
    assert_eq!(scopes("null"), (None, vec![]));
    assert_eq!(scopes("{}"), (None, vec![]));
    for odd in ["5", "true", r#"{"a":1}"#, r#"["a",null]"#, r#"["a",["b"]]"#, r#"["a",{}]"#] {
        assert_eq!(scopes(odd), (None, vec![NoteKind::WrongType]), "{odd}");
    }
}

#[test]
fn api_url_is_kept_as_sent() {
    for (members, api_url) in [
        (r#""instance_url":"https://a.example.com""#, Some("https://a.example.com")),
        (r#""api_domain":"b.example.com""#, Some("b.example.com")),
        (r#""api_domain":"b","instance_url":"a""#, Some("a")),
        (r#""api_domain":"b","instance_url":"""#, Some("b")),
        (r#""api_url":"https://c.example.com""#, None),
    ] {
        assert_eq!(token_of(&Dialect::OAUTH2, members).0.api_url(), api_url, "{members}");
    }
}

#[test]
fn subject_is_a_string_or_a_number() {
    let subject = |value: &str| {
        let (token, notes) = token_of(&DESCRIBED, &format!("\"sub\":{value}"));
        assert_eq!(token.subject().is_none(), !token.extras().is_empty(), "{value}");
        (token.subject().map(str::to_owned), notes)
    };
    assert_eq!(subject(r#""a b""#), (Some("a b".to_owned()), vec![]));
    assert_eq!(subject(r#""\u0061""#), (Some("a".to_owned()), vec![]));
    assert_eq!(subject("18014398509481985"), (Some("18014398509481985".to_owned()), vec![]));
    for none in ["null", r#""""#, r#"" \t""#, r#""\u0020""#] {
        assert_eq!(subject(none), (None, vec![]), "{none}");
    }
    for odd in ["true", "[1]", r#"{"a":1}"#, r#""\ud800""#] {
        assert_eq!(subject(odd), (None, vec![NoteKind::WrongType]), "{odd}");
    }
}

#[test]
fn token_type_of_another_json_type_is_an_error() {
    let error = |members: &str| {
        let members = format!("\"access_token\":\"EXAMPLE\",{members}");
        let error = read(&Dialect::OAUTH2, &members).map(|_| ()).expect_err(&members);
        (error.kind(), error.field().map(str::to_owned))
    };
    for odd in ["1", "true", "[1]", r#"{"a":1}"#] {
        let members = format!("\"token_type\":{odd}");
        assert_eq!(error(&members), (ErrorKind::Invalid, Some("token_type".to_owned())), "{odd}");
        // With types of its own a dialect takes any other value for an extra.
        let (token, notes) = token_of(&WORDED, &members);
        assert_eq!(
            (token.token_type().is_none(), extras(&token), notes),
            (true, vec![("token_type", odd)], vec![])
        );
    }
    let (token, _) = token_of(&WORDED, r#""token_type":"DPoP""#);
    assert_eq!(token.token_type().map(|kind| kind.as_str().to_owned()).as_deref(), Some("DPoP"));
}

#[test]
fn blank_refresh_token_is_absent() {
    for none in ["null", r#""""#, r#"" ""#, r#""null""#, r#""***""#] {
        let (token, notes) = token_of(&Dialect::OAUTH2, &format!("\"refresh_token\":{none}"));
        assert_eq!((token.refresh_token(), notes), (None, vec![]), "{none}");
        assert_eq!(extras(&token), [("refresh_token", none)]);
    }
    for odd in ["1", "true", "[1]"] {
        let (token, notes) = token_of(&Dialect::OAUTH2, &format!("\"id_token\":{odd}"));
        assert_eq!((token.id_token(), notes), (None, vec![NoteKind::WrongType]), "{odd}");
    }
}

#[test]
fn time_is_decoded_once_to_the_second() {
    let (token, notes) = token_of(&DESCRIBED, r#""refresh_on":"1767227400","expires_in":60"#);
    assert_eq!(token.validity().refresh_at.map(|at| at.unix_timestamp()), Some(1_767_227_400));
    assert_eq!(token.validity().expires, Expiry::At(AT + time::Duration::MINUTE));
    assert_eq!((extras(&token), notes), (vec![], vec![]));
}

#[test]
fn error_code_is_a_string_or_a_number() {
    let (error_response, _) = error_response_of(r#""error":5,"error_description":6,"error_uri":7"#);
    assert_eq!(
        (error_response.code(), error_response.description(), error_response.uri()),
        (Some("5"), None, None)
    );
    let (error_response, _) =
        error_response_of(r#""error":"x","error_description":" ","error_uri":"\u0061""#);
    assert_eq!(
        (error_response.code(), error_response.description(), error_response.uri()),
        (Some("x"), None, Some("a"))
    );
}

#[test]
fn token_beside_error_is_noted() {
    let noted = |value: &str| {
        let (_, notes) = error_response_of(&format!("\"error\":\"invalid_grant\",\"access_token\":{value}"));
        notes.contains(&NoteKind::TokenBesideError)
    };
    assert!(noted(r#""EXAMPLE""#));
    for none in ["null", r#""""#, r#""\u0020""#, r#""null""#, r#""***""#, "5", "{}", "[1]"] {
        assert!(!noted(none), "{none}");
    }
}

#[test]
fn unused_nested_members_are_kept_as_sent() {
    const NESTED: FieldPaths = paths!["user/id", "user/name"];
    static DIALECT: Dialect = Dialect::like(&Dialect::OAUTH2, "nested", Evidence::Documented).subject(NESTED);
    let (token, _) = token_of(&DIALECT, r#""user" : { "other" : [ 1 , 2.0 ] }"#);
    assert_eq!(extras(&token), [("user", r#"{ "other" : [ 1 , 2.0 ] }"#)]);
    let (token, _) = token_of(&DIALECT, r#""user" : { "id" : "a" , "other" : [ 1 , 2.0 ], "x" : null }"#);
    assert_eq!(
        (token.subject(), extras(&token)),
        (Some("a"), vec![("user", r#"{"other":[ 1 , 2.0 ],"x":null}"#)])
    );
}

#[test]
fn index_past_the_end_finds_nothing() {
    static DIALECT: Dialect = Dialect::like(&Dialect::OAUTH2, "indexed", Evidence::Documented)
        .client_id(paths!["list/1", "user/id"])
        .subject(paths!["list/1"]);
    let (token, _) = token_of(&DIALECT, r#""list":["a"],"user":{"id":"u"}"#);
    assert_eq!((token.client_id(), token.subject()), (Some("u"), None));
    let (token, _) = token_of(&DIALECT, r#""list":["a","b"],"user":{"id":"u"}"#);
    assert_eq!(token.client_id(), Some("b"));
}

#[test]
fn decoded_element_leaves_an_empty_one() {
    static INNER: Dialect =
        Dialect::like(&Dialect::OAUTH2, "inner", Evidence::Documented).subject(paths!["list/0/0"]);
    static TOP: Dialect = Dialect::like(&Dialect::OAUTH2, "top", Evidence::Documented).envelope("*");
    let (token, _) = token_of(&INNER, r#""list":[["a"],[6]]"#);
    assert_eq!(extras(&token), [("list", "[[],[6]]")]);
    let (token, _) = token_of(&INNER, r#""list":[["a",5]]"#);
    assert_eq!(extras(&token), [("list", "[[null,5]]")]);
    // A list that is fully decoded leaves nothing.
    let top = |body: &str| {
        let decoded = Recorded::new(body).read(Some(&TOP)).expect("a token");
        let token = decoded.into_token().expect("a token");
        extras(&token).into_iter().map(|(_, json)| json.to_owned()).collect::<Vec<_>>()
    };
    assert!(top(r#"[{"access_token":"EXAMPLE"}]"#).is_empty());
    assert_eq!(top(r#"[{"access_token":"EXAMPLE"},{"x":1}]"#), ["{}", r#"{"x":1}"#]);
}

#[test]
fn offset_beside_an_unfolded_member_is_of_the_body() {
    static FOLDED: Dialect =
        Dialect::like(&Dialect::OAUTH2, "folded", Evidence::Documented).json_string("a").envelope("a");
    let folded = r#""a":"{\"access_token\":\"\u0045XAMPLE\"}""#;
    for members in [
        format!(r#""error":0, "error":0,{folded}"#),
        format!(r#""error":0,{folded}, "error":0"#),
        format!(r#"{folded},"error":0, "error":0"#),
    ] {
        let error = read(&FOLDED, &members).map(|_| ()).expect_err(&members);
        let second = members.rfind("error").map(|at| at + 1);
        assert_eq!((error.kind(), error.offset()), (ErrorKind::Duplicate, second), "{members}");
    }
}

#[test]
fn numbered_members_are_extras_beside_a_list() {
    let body = r#"{"groups":[{"group_id":1,"access_token":"EXAMPLE-1"}],"access_token_2":"EXAMPLE-2"}"#;
    let vk = registry().get("vk").expect("vk");
    let decoded = Recorded::new(body).read(Some(vk)).expect("a token");
    let token = decoded.into_token().expect("a token");
    assert_eq!(token.credential().expose(), "EXAMPLE-1");
    assert!(extras(&token).contains(&("access_token_2", r#""EXAMPLE-2""#)));
    // It is kept beside an encoded list; alone it would be decoded.
    let encoded = vk.encode(&token, AT).expect("JSON");
    assert!(encoded.body.expose().contains("EXAMPLE-2") && encoded.dropped.is_empty());
    let two = RawValue::from_string(r#""EXAMPLE-2""#.to_owned()).expect("JSON");
    let alone = Token::builder("vk").access_token("EXAMPLE").extra("access_token_2", &two);
    let encoded = vk.encode(&alone.build().expect("a token"), AT).expect("JSON");
    assert!(!encoded.body.expose().contains("EXAMPLE-2") && encoded.dropped == [Field::Extras]);
}

#[test]
fn expiries_that_differ_by_a_minute_are_noted() {
    const ENDS: [TimeRule; 2] = [TimeRule::epoch(paths!["end"]), TimeRule::seconds(paths!["life"])];
    static DIALECT: Dialect = Dialect::like(&Dialect::OAUTH2, "ends", Evidence::Documented).expires_at(&ENDS);
    let at = AT.unix_timestamp();
    for (life, seconds) in [(3600, None), (3659, None), (3541, None), (3660, Some(60)), (3540, Some(-60))] {
        let (token, notes) = token_of(&DIALECT, &format!("\"end\":{},\"life\":{life}", at + 3600));
        assert_eq!(token.validity().expires.at().map(|end| end.unix_timestamp()), Some(at + 3600));
        let expected = seconds.map(|seconds| NoteKind::EndsDiffer { seconds });
        assert_eq!(notes, expected.into_iter().collect::<Vec<_>>(), "{life}");
    }
}

#[test]
fn never_when_absent_needs_a_refresh_token() {
    static DIALECT: Dialect = Dialect::like(&Dialect::OAUTH2, "silent", Evidence::Documented)
        .refresh_token_expires_at(&[TimeRule::words(paths![]).when_absent(Special::Never)]);
    let (token, _) = token_of(&DIALECT, r#""refresh_token":"EXAMPLE-REFRESH""#);
    assert_eq!(token.validity().refresh_token_expires, Expiry::Never);
    let (token, _) = token_of(&DIALECT, r#""x":1"#);
    assert_eq!(token.validity().refresh_token_expires, Expiry::Unknown);
}

#[test]
fn large_lifetime_is_in_milliseconds() {
    static ABOVE: Dialect = Dialect::like(&Dialect::OAUTH2, "above", Evidence::Documented)
        .expires_at(&[TimeRule::seconds(paths!["life"]).milliseconds_above(86_400)]);
    static SILENT: Dialect =
        Dialect::like(&Dialect::OAUTH2, "quiet", Evidence::Documented)
            .expires_at(&[
                TimeRule::seconds(paths!["life"]).when(&[("5", Special::Unknown), ("N/A", Special::Unknown)])
            ]);
    let seconds = |dialect, life: &str| {
        let (token, _) = token_of(dialect, &format!("\"life\":{life}"));
        token.validity().expires.at().map(|end| (end - AT).whole_seconds())
    };
    for (life, end) in
        [("86399", 86_399), ("86400", 86_400), ("86401", 86), ("86400.9", 86_400), ("86401.9", 86)]
    {
        assert_eq!(seconds(&ABOVE, life), Some(end), "{life}");
        assert_eq!(seconds(&ABOVE, &format!("\"{life}\"")), Some(end), "{life}");
    }
    for (life, end) in [("5", None), (r#""5""#, None), (r#""N/A""#, None), ("4", Some(4)), ("6", Some(6))] {
        assert_eq!(seconds(&SILENT, life), end, "{life}");
    }
}

#[test]
fn an_empty_object_moves_no_envelope() {
    let empty = RawValue::from_string("{}".to_owned()).expect("JSON");
    let gnap = registry().get("gnap").expect("a format");
    let token = Token::builder("gnap").access_token("EXAMPLE").subject("a").extra("access_token", &empty);
    laws::settled(gnap, &token.build().expect("a token"), AT);
}

/// A spelling that is kept beside the expiry that is read would be an expiry once that one is encoded as a lifetime.
#[test]
fn an_extra_that_becomes_an_end_is_left_out() {
    static ZONED: Dialect = Dialect::like(&Dialect::RFC6749, "zoned", Evidence::Documented).expires_at(&[
        TimeRule::epoch(paths!["expires_at", "expires_on"]).read_only(),
        TimeRule::seconds(paths!["expires_in"]),
    ]);
    for other in [r#""1/1/2027 12:00:00 AM +00:00""#, r#"{"a":1}"#, "true", "1767225600000"] {
        let body = format!(
            r#"{{"access_token":"EXAMPLE","expires_at":"2026-02-10T09:15:00Z","expires_on":{other}}}"#
        );
        let decoded = Recorded::new(body).read(Some(&ZONED)).expect("a token");
        let token = decoded.into_token().expect("a token");
        let encoded = ZONED.encode(&token, AT).expect("a body");
        assert_eq!(encoded.dropped, [Field::Extras], "{other}");
        let again = Recorded::of(&encoded, AT).read(Some(&ZONED)).expect("a token");
        assert_eq!(again.into_token().expect("a token").validity(), token.validity(), "{other}");
    }
}

#[test]
fn only_member_of_an_object_may_have_any_name() {
    static TOP: Dialect = Dialect::bare("top", "Example", Evidence::Unverified)
        .access_token(paths!["*/token"])
        .subject(paths!["*/user"]);
    static NESTED: Dialect =
        Dialect::bare("nested", "Example", Evidence::Unverified).access_token(paths!["hosts/*/token"]);
    let token = |dialect, body: &str| Recorded::new(body).read(Some(dialect)).ok()?.into_token().ok();
    for (dialect, body) in [
        (&TOP, r#"{"example.com":{"token":"EXAMPLE","protocol":"https"}}"#),
        (&NESTED, r#"{"hosts":{"example.com":{"token":"EXAMPLE","protocol":"https"}}}"#),
        (&NESTED, r#"{"hosts":[{"token":"EXAMPLE","protocol":"https"}]}"#),
    ] {
        let own = token(dialect, body).expect(body);
        assert_eq!(own.credential().expose(), "EXAMPLE", "{body}");
        let encoded = dialect.encode(&own, AT).expect("encoded");
        assert_eq!((encoded.body.expose(), encoded.dropped.as_slice()), (body, [].as_slice()));
    }
    let full = token(&TOP, r#"{"example.com":{"user":"EXAMPLE-USER","token":"EXAMPLE"}}"#).expect("a token");
    assert_eq!(full.subject(), Some("EXAMPLE-USER"));
    let several = r#"{"a.example":{"token":"EXAMPLE-A"},"b.example":{"token":"EXAMPLE-B"}}"#;
    assert_eq!(token(&TOP, several), None, "one of several names is not picked");
}
