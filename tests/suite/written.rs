//! What is written beside what else a token holds, and what is left out.
//!
//! The snapshots keep what each format writes, to the byte.

use std::collections::{BTreeMap, BTreeSet};

use anytoken::{
    Adapter, Dialect, Encoded, Expiry, Lifetime, Never, Path, Secret, Slot, Time, Token, TokenBuilder, paths,
};
use anytoken_tests::Response;
use anytoken_tests::corpus::cases;
use anytoken_tests::json::Json;
use anytoken_tests::response::AT;
use serde_json::value::RawValue;
use time::Duration;

fn lifetime(expires: Expiry) -> Lifetime {
    let mut lifetime = Lifetime::default();
    lifetime.expires = expires;
    lifetime
}

/// Values of every type, of which some are a token, a time, scopes, a word of a format, or nothing at all.
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

/// An extra stays just where its format reads nothing from it.
fn try_extras<'a>(adapter: &dyn Adapter, names: impl IntoIterator<Item = &'a str>) {
    let id = adapter.id();
    let bare = || Token::builder(id.to_owned()).access_token("EXAMPLE");
    let Ok(alone) = adapter.write(&bare().build().expect("a token"), AT) else { return };
    let Some(open) = alone.body.expose().strip_suffix('}') else { return };
    let response = Response::of(&alone, AT);
    let read = |body: &str| response.with_body(body).read(Some(adapter)).ok()?.into_token().ok();
    let names = names.into_iter().filter(|name| !open.contains(&format!("\"{name}\"")));
    for (name, value) in names.flat_map(|name| VALUES.map(|value| (name, value))) {
        let says_nothing = read(&format!("{open},\"{name}\":{value}}}")).is_some_and(|token| {
            token.extras().iter().any(|(extra, json)| (extra, json.as_json()) == (name, value))
        });
        let json = RawValue::from_string(value.to_owned()).expect("JSON");
        let token = bare().extra(name, &json).build().expect("a token");
        let Encoded { body, dropped, .. } = adapter.write(&token, AT).expect("JSON");
        let stays = body.expose().contains(&format!("\"{name}\":{value}"));
        assert_eq!(stays, says_nothing, "{id}: {name} {value}");
        assert_eq!(stays, !dropped.contains(&Slot::Extras), "{id}: {name} {value}");
        let token = read(body.expose()).expect("what is written is read");
        assert_eq!(token.access_token().map(Secret::expose), Some("EXAMPLE"), "{id}: {name} {value}");
    }
}

#[test]
fn an_extra_is_left_out_where_it_would_be_read() {
    const BASE: Dialect = Dialect { subject: paths!["sub"], resource: paths!["resource"], ..Dialect::OAUTH2 };
    let names =
        ["refresh_token", "id_token", "token_type", "scope", "sub", "resource", "expires_in", "error", "ok"];
    for dialect in [
        Dialect { id: "base", ..BASE },
        Dialect { id: "silent", empty_scope_says_nothing: true, ..BASE },
        Dialect { id: "worded", token_types: &["DPoP"], ..BASE },
        Dialect { id: "flagged", success: Some((Path::new("ok"), &["true"])), ..BASE },
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

#[test]
fn what_says_never_stands_only_where_there_is_no_end() {
    static NULLED: Dialect = Dialect { id: "ended", never: &[Never::Null], ..Dialect::OAUTH2 };
    static WORDED: Dialect =
        Dialect { id: "ended", never: &[Never::Word(Path::new("kind"), "permanent")], ..Dialect::OAUTH2 };
    let written = |dialect: &'static Dialect, expires, name: &str, json: &str| {
        let json = RawValue::from_string(json.to_owned()).expect("JSON");
        let token =
            Token::builder("ended").access_token("EXAMPLE").lifetime(lifetime(expires)).extra(name, &json);
        let Encoded { body, dropped, .. } =
            dialect.write(&token.build().expect("a token"), AT).expect("JSON");
        let read = Response::new(body.expose()).read(Some(dialect)).expect("a token");
        assert_eq!(read.into_token().expect("a token").lifetime().expires, expires, "{}", body.expose());
        (body.expose().contains(name), dropped)
    };
    assert_eq!(written(&NULLED, Expiry::Unstated, "expires_in", "null"), (false, vec![Slot::Extras]));
    assert_eq!(written(&NULLED, Expiry::Unstated, "expires_in", r#""""#), (true, vec![]));
    assert_eq!(written(&NULLED, Expiry::Unstated, "example", "null"), (true, vec![]));
    assert_eq!(written(&NULLED, Expiry::Never, "expires_in", "null"), (true, vec![]));
    assert_eq!(written(&NULLED, Expiry::Never, "example", "1"), (true, vec![]));
    let word = r#""permanent""#;
    assert_eq!(written(&WORDED, Expiry::Unstated, "kind", word), (false, vec![Slot::Extras]));
    assert_eq!(written(&WORDED, Expiry::Unstated, "kind", r#""other""#), (true, vec![]));
    assert_eq!(written(&WORDED, Expiry::Never, "kind", word), (true, vec![]));
}

#[test]
fn an_end_is_written_beside_an_extra_that_knows_none() {
    const TIME: Time = Time::seconds(paths!["life", "lifetime"]);
    static TWICE: Dialect =
        Dialect { id: "twice", expires: &[TIME], never: &[Never::Silence], ..Dialect::OAUTH2 };
    let written = |expires, name: &str| {
        let json = RawValue::from_string("-1".to_owned()).expect("JSON");
        let token = Token::builder("twice").access_token("EXAMPLE").lifetime(lifetime(expires));
        let token = token.extra(name, &json).build().expect("a token");
        let Encoded { body, dropped, .. } = TWICE.write(&token, AT).expect("JSON");
        assert!(dropped.is_empty(), "{}", body.expose());
        body.expose().split_once(',').map(|(_, members)| members.to_owned())
    };
    let end = Expiry::At(AT + Duration::MINUTE);
    assert_eq!(written(end, "lifetime").as_deref(), Some(r#""life":60,"lifetime":-1}"#));
    assert_eq!(written(Expiry::Unstated, "life").as_deref(), Some(r#""life":-1}"#));
    assert_eq!(written(Expiry::Unstated, "lifetime").as_deref(), Some(r#""lifetime":-1}"#));
}

#[test]
fn an_extra_stands_beside_the_scopes_of_a_list_or_is_left_out() {
    static LISTED: Dialect = Dialect { id: "listed", scope: paths!["list/*/of/id"], ..Dialect::OAUTH2 };
    let written = |extra: &str, scopes: Option<&[&str]>| {
        let extra = RawValue::from_string(extra.to_owned()).expect("JSON");
        let token = Token::builder("listed").access_token("EXAMPLE").extra("list", &extra);
        let token = match scopes {
            Some(scopes) => token.scopes(scopes.iter().copied()),
            None => token,
        };
        let Encoded { body, dropped, .. } = LISTED.write(&token.build().expect("a token"), AT).expect("JSON");
        let again = Response::new(body.expose()).read(Some(&LISTED)).expect("a token");
        let again = again.into_token().expect("a token").scopes().map(|scopes| scopes.iter().count());
        assert_eq!(again, scopes.map(<[_]>::len), "{}", body.expose());
        let list = body.expose().split_once("\"list\":").map_or("", |(_, list)| list);
        (list.trim_end_matches('}').to_owned(), dropped == [Slot::Extras])
    };
    let both = Some(["1", "2"].as_slice());
    let whole = |list: &str| (list.to_owned(), false);
    let less = |list: &str| (list.to_owned(), true);
    assert_eq!(
        written(r#"[{},{"x":1,"of":{"y":2}}]"#, both),
        whole(r#"[{"of":{"id":"1"}},{"x":1,"of":{"id":"2","y":2}}]"#)
    );
    assert_eq!(written(r#"[{"of":{"id":3}},{"of":{"id":4}}]"#, None), less(""));
    assert_eq!(written(r#"[{"of":{"id":3}},{"of":{}}]"#, None), whole(r#"[{"of":{"id":3}},{"of":{}}]"#));
    assert_eq!(
        written(r#"[{"of":{"id":3}},{"x":1}]"#, both),
        less(r#"[{"of":{"id":"1"}},{"of":{"id":"2"},"x":1}]"#)
    );
    assert_eq!(written("[1,[2]]", both), less(r#"[{"of":{"id":"1"}},{"of":{"id":"2"}}]"#));
}

#[test]
fn an_extra_stands_beside_an_element_that_is_read() {
    static FIRST: Dialect = Dialect { id: "first", subject: paths!["list/0"], ..Dialect::OAUTH2 };
    static INNER: Dialect = Dialect { id: "inner", subject: paths!["list/0/0"], ..Dialect::OAUTH2 };
    static NAMED: Dialect = Dialect { id: "named", subject: paths!["list/0/id"], ..Dialect::OAUTH2 };
    let again = |dialect: &'static Dialect, list: &str| {
        let body = format!("{{\"access_token\":\"EXAMPLE\",\"list\":{list}}}");
        let read = Response::new(&*body).read(Some(dialect)).expect("a token");
        let Encoded { body: again, dropped, .. } =
            dialect.write(&read.into_token().expect("a token"), AT).expect("JSON");
        assert_eq!((again.expose(), dropped), (&*body, vec![]));
    };
    again(&FIRST, r#"["a"]"#);
    again(&FIRST, r#"["a",5,null,{"x":1}]"#);
    again(&INNER, r#"[["a",5],[6]]"#);
    again(&NAMED, r#"[{"id":"a","x":[5]},[6]]"#);
    // What has no place beside what is written is said to be left out.
    for (dialect, list) in
        [(&FIRST, "[{\"x\":1}]"), (&INNER, "[{\"x\":1}]"), (&NAMED, "[[1]]"), (&NAMED, "[1]")]
    {
        let list = RawValue::from_string(list.to_owned()).expect("JSON");
        let token = Token::builder(dialect.id).access_token("EXAMPLE").subject("a").extra("list", &list);
        let written = dialect.write(&token.build().expect("a token"), AT).expect("JSON");
        assert_eq!(written.dropped, [Slot::Extras], "{}", written.body.expose());
    }
}

#[test]
fn what_is_always_sent_is_that_of_the_place() {
    static PLACED: Dialect = Dialect {
        id: "placed",
        fixed: &[("v", "1")],
        also: &[Dialect {
            at: "data",
            id_token: paths!["id"],
            fixed: &[("data/kind", "\"id\"")],
            ..Dialect::BARE
        }],
        id_token: paths![],
        ..Dialect::OAUTH2
    };
    let written = |token: TokenBuilder<'_>| {
        PLACED.write(&token.build().expect("a token"), AT).expect("JSON").body.expose().to_owned()
    };
    assert_eq!(
        written(Token::builder("placed").id_token("EXAMPLE")),
        r#"{"data":{"id":"EXAMPLE","kind":"id"},"v":1}"#
    );
    assert_eq!(
        written(Token::builder("placed").access_token("EXAMPLE")),
        r#"{"access_token":"EXAMPLE","v":1}"#
    );
}
