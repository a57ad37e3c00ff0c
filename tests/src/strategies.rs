//! Random tokens and bodies.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use anytoken::{Expiry, Token, Validity, registry};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed};
use serde_json::value::RawValue;
use time::UtcDateTime;

use crate::corpus::CORPUS;
use crate::json::{Json, percent_encoded, quoted};

/// The last second of 9999.
const LAST: i64 = 253_402_300_799;

/// Runs `cases` cases, times `ANYTOKEN_CASES`. They are the same in every run unless `ANYTOKEN_SEED` is set.
pub fn config(cases: u32) -> Config {
    let times = from_env("ANYTOKEN_CASES").and_then(|times| u32::try_from(times).ok()).unwrap_or(1);
    Config {
        cases: cases.saturating_mul(times),
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed()),
        max_global_rejects: 1 << 20,
        ..Config::default()
    }
}

/// The seed of all random values: `ANYTOKEN_SEED`.
pub fn seed() -> u64 {
    from_env("ANYTOKEN_SEED").unwrap_or(0x616E_7974_6F6B_656E)
}

/// Reads a number from the environment.
fn from_env(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// All member names of the corpus, and some that no body has.
pub static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut names = BTreeSet::new();
    for case in CORPUS.values().flatten() {
        if let Some(body) = case.response.text().and_then(Json::of_body) {
            let _ = body.unfolded().mapped(&mut |name, value| {
                names.insert(name.to_owned());
                value
            });
        }
    }
    names.extend(["", "0", "*", "\"", "a/b", "é", "😀", "access\u{0}token"].map(str::to_owned));
    names.into_iter().collect()
});

/// An instant that a token may state, often an odd one.
pub fn instant() -> impl Strategy<Value = UtcDateTime> {
    let odd = select(vec![
        0,
        1,
        999_999_999,
        1_000_000_000,
        1_767_225_599,
        1_767_225_600,
        1_767_225_601,
        LAST - 1,
        LAST,
    ]);
    prop_oneof![odd, 1_767_000_000..1_800_000_000_i64, 0..=LAST]
        .prop_map(|seconds| UtcDateTime::from_unix_timestamp(seconds).expect("the seconds lie before 10000"))
}

fn expiry() -> impl Strategy<Value = Expiry> {
    prop_oneof![2 => Just(Expiry::Unknown), 4 => instant().prop_map(Expiry::At), 1 => Just(Expiry::Never)]
}

prop_compose! {
    fn lifetime()(
        issued_at in option::of(instant()),
        not_before in option::of(instant()),
        refresh_at in option::of(instant()),
        expires in expiry(),
        extended_expires_at in option::of(instant()),
        refresh_token_expires in expiry(),
    ) -> Validity {
        let mut lifetime = Validity::default();
        lifetime.issued_at = issued_at;
        lifetime.not_before = not_before;
        lifetime.refresh_at = refresh_at;
        lifetime.expires = expires;
        lifetime.extended_expires_at = extended_expires_at;
        lifetime.refresh_token_expires = refresh_token_expires;
        lifetime
    }
}

/// The id of a format, at times an unknown one.
pub fn format_id() -> impl Strategy<Value = String> {
    let ids: Vec<_> = registry().iter().map(|adapter| adapter.id().to_owned()).collect();
    prop_oneof![20 => select(ids), 1 => Just("format-of-tomorrow".to_owned())]
}

fn secret() -> impl Strategy<Value = String> {
    prop_oneof![4 => "EXAMPLE-[A-Z0-9]{4,20}", 1 => "[ -~]{1,30}", 1 => select(vec!["null", "undefined", "1", "{}", "\"\\", "a b"]).prop_map(str::to_owned)]
}

fn words() -> impl Strategy<Value = String> {
    let odd = select(vec![
        "",
        " ",
        "0",
        "-1",
        "12345678901234567890",
        "null",
        "a\u{0}b",
        "\r\n",
        "é😀",
        "\"\\/",
        "a,b;c+d&e=f%20",
        "true",
    ]);
    prop_oneof![4 => "[a-z:/.-]{1,12}", 2 => odd.prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

/// The token types of the standards, and others.
fn token_type() -> impl Strategy<Value = String> {
    let known = select(vec!["Bearer", "bearer", "DPoP", "mac", "PoP", "N_A", "bot", "BearerToken", "pop "]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => words()]
}

fn scope() -> impl Strategy<Value = String> {
    let odd = select(vec!["a b", "a,b", "repository:x:pull,push", "", " ", "a;b", "a+b", "é"]);
    prop_oneof![4 => "[a-z:.]{1,8}", 1 => odd.prop_map(str::to_owned)]
}

/// A member name: mostly one that some format decodes.
pub fn name() -> impl Strategy<Value = String> {
    prop_oneof![4 => select(NAMES.clone()), 1 => words()]
}

/// A number in one of its notations.
fn number() -> impl Strategy<Value = String> {
    let odd = select(vec![
        "0",
        "-0",
        "-1",
        "-1.0",
        "-103",
        "3600",
        "3600.9",
        "3.6e3",
        "1e400",
        "-1e400",
        "1e-400",
        "999999999",
        "1000000000",
        "1767229200",
        "1767229200000",
        "99999999999",
        "100000000000",
        "99999999999999",
        "100000000000000",
        "9223372036854775807",
        "9223372036854775808",
        "253402300799",
        "253402300800",
        "12345678901234567890",
        "0.00000000000000000000000000000001",
        "100000000000000000000000000000000",
        "1E5",
        "1e+5",
    ]);
    prop_oneof![3 => odd.prop_map(str::to_owned), 1 => any::<i64>().prop_map(|n| n.to_string()), 1 => any::<u16>().prop_map(|n| n.to_string())]
}

/// A text of one of the kinds that formats decode.
fn text() -> impl Strategy<Value = String> {
    let dates = select(vec![
        "2026-01-01T01:00:00Z",
        "2026-01-01 01:00:00",
        "1/1/2026 1:00:00 AM +00:00",
        "Thu, 01 Jan 2026 01:00:00 GMT",
        "2026-12-31",
        "/Date(1767229200000)/",
        "9999-12-31T23:59:60Z",
        "1969-12-31T23:59:59Z",
        "0000-01-01T00:00:00Z",
        " 3600 ",
        "soon",
        "3600s",
        "1e400",
    ]);
    prop_oneof![2 => secret(), 2 => words(), 1 => token_type(), 1 => number(), 1 => dates.prop_map(str::to_owned)]
}

/// A JSON value of some depth, as text.
pub fn value() -> impl Strategy<Value = String> {
    let plain =
        select(vec!["null", "true", "false", "\"\"", "[]", "{}", "\"\\u0061\"", "\"\\ud800\"", "1.10"])
            .prop_map(str::to_owned);
    let leaf = prop_oneof![2 => plain, 3 => number(), 5 => text().prop_map(|text| quoted(&text))];
    leaf.prop_recursive(4, 24, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|elements| format!("[{}]", elements.join(","))),
            members(inner).prop_map(|members| format!("{{{members}}}")),
            name().prop_map(|name| quoted(&format!("{{{}:1}}", quoted(&name)))),
        ]
    })
}

fn members(value: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    vec((name(), value), 0..5).prop_map(|members| {
        let member = |(name, value): (String, String)| format!("{}:{value}", quoted(&name));
        members.into_iter().map(member).collect::<Vec<_>>().join(",")
    })
}

type Texts = (
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
);

/// A token that was built, not decoded.
pub fn token() -> impl Strategy<Value = Token> {
    let texts = (
        prop_oneof![6 => secret().prop_map(Some), 1 => Just(None)],
        option::of(secret()),
        option::of(secret()),
        option::of(token_type()),
        option::of(words()),
        option::of(words()),
        option::of(words()),
        option::of(words()),
    );
    let extras = vec((prop_oneof![2 => name(), 1 => "x_[a-z]{1,6}"], value()), 0..5);
    (format_id(), texts, option::of(vec(scope(), 0..4)), lifetime(), extras)
        .prop_filter_map("no token", |(id, texts, scopes, lifetime, extras)| {
            build(id, &texts, scopes, lifetime, &extras)
        })
}

fn build(
    id: String,
    (access, refresh, id_token, token_type, resource, api_url, client_id, subject): &Texts,
    scopes: Option<Vec<String>>,
    lifetime: Validity,
    extras: &[(String, String)],
) -> Option<Token> {
    let mut builder = Token::builder(id).validity(lifetime);
    if let Some(text) = access {
        builder = builder.access_token(text);
    }
    if let Some(text) = refresh {
        builder = builder.refresh_token(text);
    }
    if let Some(text) = id_token {
        builder = builder.id_token(text);
    }
    if let Some(text) = token_type {
        builder = builder.token_type(text);
    }
    if let Some(text) = resource {
        builder = builder.resource(text);
    }
    if let Some(text) = api_url {
        builder = builder.api_url(text);
    }
    if let Some(text) = client_id {
        builder = builder.client_id(text);
    }
    if let Some(text) = subject {
        builder = builder.subject(text);
    }
    if let Some(scopes) = &scopes {
        builder = builder.scopes(scopes.iter().map(String::as_str));
    }
    for (name, json) in extras {
        let raw: &RawValue = serde_json::from_str(json).expect("the strategy makes JSON");
        builder = builder.extra(name, raw);
    }
    builder.build().ok()
}

/// A body in any encoding, close to those that formats decode.
pub fn body() -> impl Strategy<Value = String> {
    let object = members(value()).prop_map(|members| format!("{{{members}}}"));
    let granted = (secret(), members(value())).prop_map(|(token, members)| {
        let comma = if members.is_empty() { "" } else { "," };
        format!("{{\"access_token\":{}{comma}{members}}}", quoted(&token))
    });
    let granted = granted.boxed();
    let enveloped = (name(), granted.clone(), members(value())).prop_map(|(name, inside, members)| {
        let comma = if members.is_empty() { "" } else { "," };
        format!("{{{}:{inside}{comma}{members}}}", quoted(&name))
    });
    let folded = (name(), granted.clone())
        .prop_map(|(name, inside)| format!("{{{}:{}}}", quoted(&name), quoted(&inside)));
    let list = vec(granted.clone(), 0..3).prop_map(|tokens| format!("[{}]", tokens.join(",")));
    let guard = select(vec!["\u{FEFF}", ")]}'\n", "while(1);", "for(;;);", "&&&START&&&", " \n"]);
    let guarded = (guard, granted.clone()).prop_map(|(guard, body)| format!("{guard}{body}"));
    let called = granted.clone().prop_map(|body| format!("callback( {body} );"));
    let corpus: Vec<String> =
        CORPUS.values().flatten().filter_map(|case| case.response.text().map(str::to_owned)).collect();
    prop_oneof![2 => object, 4 => granted, 3 => enveloped, 1 => folded, 1 => list, 1 => guarded, 1 => called, 2 => form(), 1 => xml(), 4 => select(corpus)]
}

/// A form with a token.
pub fn form() -> impl Strategy<Value = String> {
    vec((name(), text()), 0..5).prop_map(|pairs| {
        let pair = |(name, value): (String, String)| {
            format!("{}={}", percent_encoded(&name), percent_encoded(&value))
        };
        let pairs = pairs.into_iter().map(pair).collect::<Vec<_>>().join("&");
        format!("access_token=EXAMPLE-FORM&{pairs}")
    })
}

/// An XML document.
pub fn xml() -> impl Strategy<Value = String> {
    let names = select(vec!["access_token", "token_type", "scope", "expires_in", "error", "a", "x:b"]);
    let texts = select(vec![
        "EXAMPLE-XML",
        "bearer",
        "3600",
        "&amp;&#65;",
        "<![CDATA[a<b]]>",
        "<i>x</i>",
        "",
        "&bad;",
    ]);
    vec((names, texts), 0..5).prop_map(|elements| {
        let element = |(name, text)| format!("<{name}>{text}</{name}>");
        format!(
            "<?xml version=\"1.0\"?>\n<OAuth>{}</OAuth>",
            elements.into_iter().map(element).collect::<String>()
        )
    })
}
