//! Encoding: extras merge with the members of the fields, or are dropped.
//!
//! The snapshots keep the exact encoding of each format.

use std::collections::{BTreeMap, BTreeSet};

use anytoken::azure::MSAL_CACHE;
use anytoken::dialect::{Dialect, Evidence, Place, Special, TimeRule, paths};
use anytoken::{Adapter, Encoded, Expiry, Field, Secret, Token, TokenBuilder, Validity};
use anytoken_tests::Recorded;
use anytoken_tests::corpus::cases;
use anytoken_tests::json::Json;
use anytoken_tests::recorded::AT;
use serde_json::value::RawValue;
use time::Duration;

fn lifetime(expires: Expiry) -> Validity {
    let mut lifetime = Validity::default();
    lifetime.expires = expires;
    lifetime
}

/// Values of every JSON type: among them tokens, times, scopes, words of a format, and blanks.
const VALUES: [&str; 26] = [
    "null",
    "true",
    "false",
    "0",
    "-1",
    "5",
    "1767225600",
    "1.5",
    r#""""#,
    r#"" ""#,
    r#""\u0020""#,
    r#""a b""#,
    r#""null""#,
    r#""DPoP""#,
    r#""DP\u006fP""#,
    r#""\ud800""#,
    r#""a\u0000b""#,
    r#""é""#,
    r#""60""#,
    "[]",
    "[1]",
    r#"["a",2]"#,
    r#"["a",null]"#,
    r#"["\ud800"]"#,
    "{}",
    r#"{"a":1}"#,
];

/// Checks that an extra is encoded exactly if its format decodes nothing from it.
fn try_extras<'a>(adapter: &dyn Adapter, names: impl IntoIterator<Item = &'a str>) {
    let id = adapter.id();
    let bare = || Token::builder(id.to_owned()).access_token("EXAMPLE");
    let Ok(alone) = adapter.encode(&bare().build().expect("a token"), AT) else { return };
    let Some(open) = alone.body.expose().strip_suffix('}') else { return };
    // A format whose token is in a header encodes an empty object.
    let comma = if open == "{" { "" } else { "," };
    let response = Recorded::of(&alone, AT);
    let read = |body: &str| response.with_body(body).read(Some(adapter)).ok()?.into_token().ok();
    let names = names.into_iter().filter(|name| !open.contains(&format!("\"{name}\"")));
    for (name, value) in names.flat_map(|name| VALUES.map(|value| (name, value))) {
        let is_unused = read(&format!("{open}{comma}\"{name}\":{value}}}")).is_some_and(|token| {
            token.extras().iter().any(|(extra, json)| (extra, json.expose_json()) == (name, value))
        });
        let json = RawValue::from_string(value.to_owned()).expect("JSON");
        let token = bare().extra(name, &json).build().expect("a token");
        let Encoded { body, dropped, .. } = adapter.encode(&token, AT).expect("JSON");
        let stays = body.expose().contains(&format!("\"{name}\":{value}"));
        assert_eq!(stays, is_unused, "{id}: {name} {value}");
        assert_eq!(stays, !dropped.contains(&Field::Extras), "{id}: {name} {value}");
        let token = read(body.expose()).expect("an encoded body decodes");
        assert_eq!(token.access_token().map(Secret::expose), Some("EXAMPLE"), "{id}: {name} {value}");
    }
}

#[test]
fn extra_is_dropped_if_it_would_be_decoded() {
    const BASE: Dialect = Dialect::OAUTH2.subject(paths!["sub"]).resource(paths!["resource"]);
    let names =
        ["refresh_token", "id_token", "token_type", "scope", "sub", "resource", "expires_in", "error", "ok"];
    for dialect in [
        Dialect::like(&BASE, "base", Evidence::Documented),
        Dialect::like(&BASE, "silent", Evidence::Documented).empty_scope_is_absent(),
        Dialect::like(&BASE, "worded", Evidence::Documented)
            .token_type_aliases(&[("DPoP", anytoken::TokenTypeKind::DPoP)])
            .ignore_other_token_types(),
        Dialect::like(&BASE, "flagged", Evidence::Documented).ok_when("ok", &["true"]),
    ] {
        try_extras(&dialect, names);
    }
    let mut sent: BTreeMap<&str, (&dyn Adapter, BTreeSet<String>)> = BTreeMap::new();
    for (case, adapter) in cases() {
        if let Some(Json::Object(members)) = case.response.text().and_then(Json::parse) {
            let (_, names) = sent.entry(adapter.id()).or_insert((adapter, BTreeSet::new()));
            names.extend(members.into_iter().map(|(name, _)| name));
        }
    }
    for (adapter, names) in sent.values() {
        try_extras(*adapter, names.iter().map(String::as_str));
    }
}

/// Encodes a token with an empty scope and these extras, and returns the members behind it.
fn behind_scope(extras: &[(&str, &str)]) -> (String, Vec<Field>) {
    let json = |json: &str| RawValue::from_string(json.to_owned()).expect("JSON");
    let extras: Vec<_> = extras.iter().map(|(name, value)| (*name, json(value))).collect();
    let mut token = Token::builder("oauth2").access_token("EXAMPLE").scopes([]);
    for (name, json) in &extras {
        token = token.extra(name, json);
    }
    let encoded = Dialect::OAUTH2.encode(&token.build().expect("a token"), AT).expect("JSON");
    let members = encoded.body.expose().strip_prefix(r#"{"access_token":"EXAMPLE","scope":"""#);
    (members.and_then(|members| members.strip_suffix('}')).expect("both fields").to_owned(), encoded.dropped)
}

#[test]
fn only_extras_that_conflict_are_dropped() {
    for conflict in [
        ("refresh_token", "\"EXAMPLE-2\""),
        ("accessToken", "\"EXAMPLE-2\""),
        ("expires_in", "60"),
        ("expires_at", "\"soon\""),
        ("error", "{\"code\":1}"),
        ("token_type", "5"),
    ] {
        let others = [("a", "1.50"), conflict, ("b", "{\"c\":null}")];
        let kept = r#","a":1.50,"b":{"c":null}"#.to_owned();
        assert_eq!(behind_scope(&others), (kept, vec![Field::Extras]), "{conflict:?}");
    }
    for (name, json) in [
        ("refresh_token", "\"\""),
        ("accessToken", "\"EXAMPLE\""),
        ("expires_in", "-1"),
        ("expires_at", "null"),
        ("error", "false"),
        ("id_token", "0"),
        ("n", "1.50"),
    ] {
        assert_eq!(behind_scope(&[(name, json)]), (format!(",\"{name}\":{json}"), vec![]), "{name}");
    }
}

#[test]
fn extras_that_conflict_in_pairs_are_dropped() {
    let dropped = |extras: &[(&str, &str)]| behind_scope(extras) == (String::new(), vec![Field::Extras]);
    assert!(dropped(&[("id_token", "null"), ("id_token", "null")]));
    assert!(dropped(&[("refresh_token", "\"A\""), ("refreshToken", "\"B\"")]));
    assert!(dropped(&[
        ("error", "1"),
        ("token_type", "5"),
        ("expires_in", "{}"),
        ("scope", "[1]"),
        ("id_token", "\"\\ud800\"")
    ]));
}

#[test]
fn empty_extra_gives_way_to_a_field() {
    let empty = RawValue::from_string("\"\"".to_owned()).expect("JSON");
    let fresh = Token::builder("oauth2").access_token("EXAMPLE-2").extra("refresh_token", &empty);
    let fresh = fresh.extra("refreshToken", &empty).build().expect("a token");
    let old = Token::builder("oauth2").access_token("EXAMPLE").refresh_token("EXAMPLE-REFRESH");
    let token = old.build().expect("a token").refreshed_with(fresh);
    let encoded = Dialect::OAUTH2.encode(&token, AT).expect("JSON");
    let body = r#"{"access_token":"EXAMPLE-2","refresh_token":"EXAMPLE-REFRESH","refreshToken":""}"#;
    assert_eq!((encoded.body.expose(), encoded.dropped), (body, vec![]));
}

#[test]
fn kind_of_an_entry_is_never_that_of_another_token() {
    let kind = |kind: &str| RawValue::from_string(format!("{kind:?}")).expect("JSON");
    let encoded = |kind: &RawValue| {
        let token = Token::builder("msal-cache").access_token("EXAMPLE").extra("credential_type", kind);
        let encoded = MSAL_CACHE.encode(&token.build().expect("a token"), AT).expect("JSON");
        (encoded.body.expose().to_owned(), encoded.dropped)
    };
    let body = |kind: &str| format!(r#"{{"secret":"EXAMPLE","credential_type":"{kind}"}}"#);
    assert_eq!(encoded(&kind("RefreshToken")), (body("AccessToken"), vec![Field::Extras]));
    let bound = "AccessToken_With_AuthScheme";
    assert_eq!(encoded(&kind(bound)), (body(bound), vec![]));
}

#[test]
fn extra_meaning_never_is_dropped_if_expiry_is_unknown() {
    static NULLED: Dialect = Dialect::like(&Dialect::OAUTH2, "ended", Evidence::Documented)
        .expires_at(&[TimeRule::seconds(paths!["expires_in"]).when(&[("null", Special::Never)])]);
    static WORDED: Dialect = Dialect::like(&Dialect::OAUTH2, "ended", Evidence::Documented).expires_at(&[
        TimeRule::seconds(paths!["expires_in"]),
        TimeRule::words(paths!["kind"]).when(&[("permanent", Special::Never)]),
    ]);
    let encoded = |dialect: &'static Dialect, expires, name: &str, json: &str| {
        let json = RawValue::from_string(json.to_owned()).expect("JSON");
        let token =
            Token::builder("ended").access_token("EXAMPLE").validity(lifetime(expires)).extra(name, &json);
        let Encoded { body, dropped, .. } =
            dialect.encode(&token.build().expect("a token"), AT).expect("JSON");
        let read = Recorded::new(body.expose()).read(Some(dialect)).expect("a token");
        assert_eq!(read.into_token().expect("a token").validity().expires, expires, "{}", body.expose());
        (body.expose().contains(name), dropped)
    };
    assert_eq!(encoded(&NULLED, Expiry::Unknown, "expires_in", "null"), (false, vec![Field::Extras]));
    assert_eq!(encoded(&NULLED, Expiry::Unknown, "expires_in", r#""""#), (true, vec![]));
    assert_eq!(encoded(&NULLED, Expiry::Unknown, "example", "null"), (true, vec![]));
    assert_eq!(encoded(&NULLED, Expiry::Never, "expires_in", "null"), (true, vec![]));
    assert_eq!(encoded(&NULLED, Expiry::Never, "example", "1"), (true, vec![]));
    let word = r#""permanent""#;
    assert_eq!(encoded(&WORDED, Expiry::Unknown, "kind", word), (false, vec![Field::Extras]));
    assert_eq!(encoded(&WORDED, Expiry::Unknown, "kind", r#""other""#), (true, vec![]));
    assert_eq!(encoded(&WORDED, Expiry::Never, "kind", word), (true, vec![]));
}

#[test]
fn expiry_is_encoded_beside_an_extra_of_minus_one() {
    const TIME: TimeRule = TimeRule::seconds(paths!["life", "lifetime"]);
    static TWICE: Dialect = Dialect::like(&Dialect::OAUTH2, "twice", Evidence::Documented)
        .expires_at(&[TIME.when_absent(Special::Never)]);
    let encoded = |expires, name: &str| {
        let json = RawValue::from_string("-1".to_owned()).expect("JSON");
        let token = Token::builder("twice").access_token("EXAMPLE").validity(lifetime(expires));
        let token = token.extra(name, &json).build().expect("a token");
        let Encoded { body, dropped, .. } = TWICE.encode(&token, AT).expect("JSON");
        assert!(dropped.is_empty(), "{}", body.expose());
        body.expose().split_once(',').map(|(_, members)| members.to_owned())
    };
    let end = Expiry::At(AT + Duration::MINUTE);
    assert_eq!(encoded(end, "lifetime").as_deref(), Some(r#""life":60,"lifetime":-1}"#));
    assert_eq!(encoded(Expiry::Unknown, "life").as_deref(), Some(r#""life":-1}"#));
    assert_eq!(encoded(Expiry::Unknown, "lifetime").as_deref(), Some(r#""lifetime":-1}"#));
}

#[test]
fn extra_merges_into_a_scope_list_or_is_dropped() {
    static LISTED: Dialect =
        Dialect::like(&Dialect::OAUTH2, "listed", Evidence::Documented).scopes(paths!["list/*/of/id"]);
    let encoded = |extra: &str, scopes: Option<&[&str]>| {
        let extra = RawValue::from_string(extra.to_owned()).expect("JSON");
        let token = Token::builder("listed").access_token("EXAMPLE").extra("list", &extra);
        let token = match scopes {
            Some(scopes) => token.scopes(scopes.iter().copied()),
            None => token,
        };
        let Encoded { body, dropped, .. } =
            LISTED.encode(&token.build().expect("a token"), AT).expect("JSON");
        let again = Recorded::new(body.expose()).read(Some(&LISTED)).expect("a token");
        let again = again.into_token().expect("a token").scopes().map(|scopes| scopes.iter().count());
        assert_eq!(again, scopes.map(<[_]>::len), "{}", body.expose());
        let list = body.expose().split_once("\"list\":").map_or("", |(_, list)| list);
        (list.trim_end_matches('}').to_owned(), dropped == [Field::Extras])
    };
    let both = Some(["1", "2"].as_slice());
    let kept = |list: &str| (list.to_owned(), false);
    let dropping = |list: &str| (list.to_owned(), true);
    assert_eq!(
        encoded(r#"[{},{"x":1,"of":{"y":2}}]"#, both),
        kept(r#"[{"of":{"id":"1"}},{"x":1,"of":{"id":"2","y":2}}]"#)
    );
    assert_eq!(encoded(r#"[{"of":{"id":3}},{"of":{"id":4}}]"#, None), dropping(""));
    assert_eq!(encoded(r#"[{"of":{"id":3}},{"of":{}}]"#, None), kept(r#"[{"of":{"id":3}},{"of":{}}]"#));
    assert_eq!(
        encoded(r#"[{"of":{"id":3}},{"x":1}]"#, both),
        dropping(r#"[{"of":{"id":"1"}},{"of":{"id":"2"},"x":1}]"#)
    );
    assert_eq!(encoded("[1,[2]]", both), dropping(r#"[{"of":{"id":"1"}},{"of":{"id":"2"}}]"#));
}

#[test]
fn extra_merges_beside_a_decoded_element() {
    static FIRST: Dialect =
        Dialect::like(&Dialect::OAUTH2, "first", Evidence::Documented).subject(paths!["list/0"]);
    static INNER: Dialect =
        Dialect::like(&Dialect::OAUTH2, "inner", Evidence::Documented).subject(paths!["list/0/0"]);
    static NAMED: Dialect =
        Dialect::like(&Dialect::OAUTH2, "named", Evidence::Documented).subject(paths!["list/0/id"]);
    let again = |dialect: &'static Dialect, list: &str| {
        let body = format!("{{\"access_token\":\"EXAMPLE\",\"list\":{list}}}");
        let read = Recorded::new(&*body).read(Some(dialect)).expect("a token");
        let Encoded { body: again, dropped, .. } =
            dialect.encode(&read.into_token().expect("a token"), AT).expect("JSON");
        assert_eq!((again.expose(), dropped), (&*body, vec![]));
    };
    again(&FIRST, r#"["a"]"#);
    again(&FIRST, r#"["a",5,null,{"x":1}]"#);
    again(&INNER, r#"[["a",5],[6]]"#);
    again(&NAMED, r#"[{"id":"a","x":[5]},[6]]"#);
    // An extra that cannot merge is named as dropped.
    for (dialect, list) in
        [(&FIRST, "[{\"x\":1}]"), (&INNER, "[{\"x\":1}]"), (&NAMED, "[[1]]"), (&NAMED, "[1]")]
    {
        let list = RawValue::from_string(list.to_owned()).expect("JSON");
        let token =
            Token::builder(dialect.id().to_owned()).access_token("EXAMPLE").subject("a").extra("list", &list);
        let encoded = dialect.encode(&token.build().expect("a token"), AT).expect("JSON");
        assert_eq!(encoded.dropped, [Field::Extras], "{}", encoded.body.expose());
    }
}

#[test]
fn fixed_members_are_those_of_the_tokens_place() {
    static PLACED: Dialect = Dialect::like(&Dialect::OAUTH2, "placed", Evidence::Documented)
        .constant_members(&[("v", "1")])
        .related(&[Place::BARE
            .envelope("data")
            .id_token(paths!["id"])
            .constant_members(&[("data/kind", "\"id\"")])])
        .id_token(paths![]);
    let encoded = |token: TokenBuilder<'_>| {
        PLACED.encode(&token.build().expect("a token"), AT).expect("JSON").body.expose().to_owned()
    };
    assert_eq!(
        encoded(Token::builder("placed").id_token("EXAMPLE")),
        r#"{"data":{"id":"EXAMPLE","kind":"id"},"v":1}"#
    );
    assert_eq!(
        encoded(Token::builder("placed").access_token("EXAMPLE")),
        r#"{"access_token":"EXAMPLE","v":1}"#
    );
}

/// Formats whose responses have no token.
const WITHOUT_TOKENS: [&str; 4] =
    ["cloudfoundry-uaa-check-token", "okta-core-api", "rfc7662-introspection", "rfc9126-par"];

#[test]
fn every_format_encodes_a_token_of_another() {
    let mut failed = Vec::new();
    for adapter in anytoken::registry().iter() {
        let mut validity = Validity::default();
        let ends = [Expiry::At(AT + Duration::hours(1)), Expiry::Never, Expiry::Unknown];
        let encodes = ends.into_iter().any(|expires| {
            validity.expires = expires;
            let builder = || Token::builder("another").subject("EXAMPLE").validity(validity);
            let tokens = [
                builder().access_token("EXAMPLE.EXAMPLE.EXAMPLE").token_type("Bearer"),
                builder().id_token("EXAMPLE.EXAMPLE.EXAMPLE"),
                builder().refresh_token("EXAMPLE.EXAMPLE.EXAMPLE"),
            ];
            tokens
                .into_iter()
                .any(|token| token.build().is_ok_and(|token| adapter.encode(&token, AT).is_ok()))
        });
        if !encodes {
            failed.push(adapter.id());
        }
    }
    assert_eq!(failed, WITHOUT_TOKENS);
}
