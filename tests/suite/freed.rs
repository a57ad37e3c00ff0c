//! Law 2, in memory: no block that was freed holds anything of a secret.

mod watching;

use std::panic::{AssertUnwindSafe, catch_unwind};

use anytoken::{Adapter, Dialect, Received, Wire};
use anytoken_tests::corpus::cases;
use anytoken_tests::json::Json;
use anytoken_tests::response::AT;
use time::Duration;

use self::watching::{MARKER, freed, leaks};

#[test]
fn a_leak_is_seen() {
    assert_eq!(leaks(|| String::from(MARKER)), 1);
    assert_eq!(leaks(|| String::from(&MARKER[9..15])), 1);
    let grown = || {
        let mut text = String::with_capacity(8);
        text.push_str(&MARKER[..8]);
        text.push_str("                        ");
        text.clear();
        text.push_str(&" ".repeat(24));
        text
    };
    assert_eq!(leaks(grown), 1, "the block before it grew");
    assert_eq!(leaks(|| String::from("nothing")), 0);
    assert!(freed() > 0);
}

/// An adapter whose slots stand in a string.
static FOLDED: Dialect = Dialect { id: "folded", folded: "result", at: "result", ..Dialect::OAUTH2 };
static FORM: Dialect = Dialect { id: "form", wire: Wire::Form, ..Dialect::OAUTH2 };
static LIST: Dialect = Dialect { id: "list", at: "tokens/*", ..Dialect::OAUTH2 };

/// Bodies of every wire and every outcome, with the marker wherever a secret may be.
fn bodies() -> Vec<(&'static str, &'static Dialect, String)> {
    let json = format!(
        "{{\"access_token\":\"{MARKER}\",\"refresh_token\":\"{MARKER}\",\"id_token\":\"{MARKER}\",\"token_type\":\"Bearer\",\"expires_in\":\"3600\",\
         \"x\":\"{MARKER}\",\"y\":{{\"z\":[\"{MARKER}\"]}}}}"
    );
    let escaped = json.replace('Z', "\\u005a").replace('x', "\\u0078");
    let folded = format!("{{\"result\":{}}}", anytoken_tests::json::quoted(&json));
    let list = format!("{{\"tokens\":[{json},{escaped}]}}");
    let form = format!("access_token={MARKER}&refresh_token={MARKER}%20&x={MARKER}%22&expires_in=3600");
    let xml = format!(
        "<?xml version=\"1.0\"?><o a=\"{MARKER}&amp;\"><access_token>{MARKER}&amp;{MARKER}</access_token><x><![CDATA[{MARKER}]]></x>{MARKER}</o>"
    );
    let with = |member: &str| format!("{{\"access_token\":\"{MARKER}\",{member}}}");
    let mut bodies = vec![
        ("JSON", &Dialect::OAUTH2, json.clone()),
        ("JSON written as a form", &FORM, json.clone()),
        ("JSON with escapes", &Dialect::OAUTH2, escaped.clone()),
        ("a folded body", &FOLDED, folded.clone()),
        ("a folded body, escaped", &FOLDED, folded.replace('q', "\\u0071")),
        ("a list", &LIST, list),
        ("a form", &FORM, form.clone()),
        ("a form read as JSON's format", &Dialect::OAUTH2, form.clone()),
        ("a form with escapes", &FORM, form.replace('q', "%71")),
        ("XML", &Dialect::OAUTH2, xml.clone()),
        ("XML with entities", &Dialect::OAUTH2, xml.replace('q', "&#113;")),
        (
            "a refusal",
            &Dialect::OAUTH2,
            format!(
                "{{\"error\":\"invalid_grant\",\"error_description\":\"{MARKER}\\n{MARKER}\",\"x\":\"{MARKER}\"}}"
            ),
        ),
        ("text", &Dialect::OAUTH2, format!("Bearer {MARKER}")),
        ("a JSON string", &Dialect::OAUTH2, format!("\"{MARKER}\\u0020{MARKER}\"")),
        ("a page", &Dialect::OAUTH2, format!("<html>{MARKER}</html>")),
        (
            "broken XML",
            &Dialect::OAUTH2,
            format!("<o><access_token a=\"{MARKER}\">{MARKER}</access_token><b>"),
        ),
        (
            "XML with an unknown entity",
            &Dialect::OAUTH2,
            format!("<o><access_token a=\"{MARKER}\">{MARKER}&{MARKER};</access_token></o>"),
        ),
        (
            "XML with a broken attribute",
            &Dialect::OAUTH2,
            format!("<o><access_token a=\"{MARKER}\" a=\"{MARKER}\">{MARKER}</access_token></o>"),
        ),
        ("a broken escape in a form", &FORM, format!("access_token={MARKER}%FF{MARKER}")),
        ("a broken body", &Dialect::OAUTH2, json[..json.len() - 1].to_owned()),
        ("a body that goes on", &Dialect::OAUTH2, format!("{json}{json}")),
        ("an array", &Dialect::OAUTH2, format!("[\"{MARKER}\",3600]")),
        ("no token", &Dialect::OAUTH2, format!("{{\"x\":\"{MARKER}\",\"\\u0078\":\"{MARKER}\"}}")),
        ("a member twice", &Dialect::OAUTH2, with(&format!("\"access_token\":\"{MARKER}\""))),
        ("a wrong time", &Dialect::OAUTH2, with(&format!("\"expires_in\":\"{MARKER}\""))),
        (
            "a wrong time with escapes",
            &Dialect::OAUTH2,
            with(&format!("\"expires_in\":\"\\u005a{}\"", &MARKER[1..])),
        ),
        (
            "a token with a control character",
            &Dialect::OAUTH2,
            with(&format!("\"refresh_token\":\"{MARKER}\\r\\n\"")),
        ),
        ("a token that is no string", &Dialect::OAUTH2, with(&format!("\"refresh_token\":[\"{MARKER}\"]"))),
        ("two tokens", &Dialect::OAUTH2, with("\"accessToken\":\"EXAMPLE\"")),
        ("too deep", &Dialect::OAUTH2, with(&format!("\"x\":{}", "[".repeat(200)))),
        ("a lone surrogate", &Dialect::OAUTH2, with(&format!("\"refresh_token\":\"{MARKER}\\ud800\""))),
        ("a lone surrogate in a name", &Dialect::OAUTH2, with(&format!("\"{MARKER}\\ud800\":1"))),
        ("too large", &Dialect::OAUTH2, format!("{json}{}", " ".repeat(1 << 20))),
        ("a call", &Dialect::OAUTH2, format!("callback({json});")),
    ];
    let padded: Vec<_> =
        bodies.iter().map(|(what, dialect, body)| (*what, *dialect, format!("\u{FEFF}{body}"))).collect();
    bodies.extend(padded);
    bodies
}

/// Everything that can be done with a response; what it prints holds no marker unless a slot that is shown does.
fn ways(what: &str, adapter: &dyn Adapter, body: &[u8], shows_nothing: bool) {
    let read = |received: Received<'_>| adapter.read(anytoken::Body::split(received));
    let check = |way: &str, leaks: usize| {
        assert_eq!(leaks, 0, "{what}, {}: blocks that leak when {way}", adapter.id())
    };
    check("borrowed", leaks(|| read(Received::new(body, AT))));
    check("refused by its status", leaks(|| read(Received::new(body, AT).with_status(400))));
    // A buffer larger than its body is wiped to its end.
    let mut taken = Vec::with_capacity(body.len() * 2);
    taken.extend_from_slice(body);
    let twice = taken.clone();
    check("owned", leaks(|| read(Received::owned(taken, AT))));
    check("owned and refused", leaks(|| read(Received::owned(twice, AT).with_status(503))));
    let unread = body.to_vec();
    check("never read", leaks(|| drop(Received::owned(unread, AT))));
    let split = body.to_vec();
    check("only split", leaks(|| drop(anytoken::Body::split(Received::owned(split, AT)))));
    check("detected", leaks(|| anytoken::decode(Received::new(body, AT))));
    let Ok(decoded) = read(Received::new(body, AT)) else { return };
    if shows_nothing {
        check("printed", leaks(|| format!("{decoded:?} {decoded:#?}")));
    }
    check("cloned", leaks(|| decoded.clone()));
    check("dropped after its clone", {
        let clone = decoded.clone();
        leaks(|| drop(clone))
    });
    let Ok(token) = decoded.into_token() else { return };
    check("written", leaks(|| adapter.write(&token, AT)));
    for other in anytoken::REGISTRY.iter() {
        check("written in another format", leaks(|| other.write(&token, AT + Duration::MINUTE)));
    }
    check("authorizing", leaks(|| token.authorization()));
    check("compared", leaks(|| token == token.clone()));
    for fresh in [
        "{\"access_token\":\"EXAMPLE\"}",
        "{\"access_token\":\"EXAMPLE\",\"refresh_token\":\"EXAMPLE\",\"scope\":\"a\"}",
    ] {
        let fresh = anytoken::decode(Received::new(fresh.as_bytes(), AT))
            .expect("a token")
            .into_token()
            .expect("a token");
        let (one, other, again) = (token.clone(), token.clone(), fresh.clone());
        check("renewed", leaks(|| one.renewed_by(fresh)));
        check("renewing", leaks(|| again.renewed_by(other)));
    }
    let raw: Box<serde_json::value::RawValue> =
        serde_json::from_str(&format!("\"{MARKER}\"")).expect("a string");
    let built = || {
        let builder = anytoken::Token::builder("oauth2").access_token(MARKER).refresh_token(MARKER);
        builder.extra("x", &raw).build()
    };
    check("built", leaks(built));
    check("dropped", leaks(|| drop(token)));
}

#[test]
fn no_freed_block_holds_a_secret() {
    let mut failed = Vec::new();
    // The registry's tables are made once and for all, and none of them is freed.
    let _ = anytoken::REGISTRY.get("oauth2");
    for (what, dialect, body) in bodies() {
        if let Err(panic) = catch_unwind(|| ways(what, dialect, body.as_bytes(), true)) {
            failed.push(panic.downcast_ref::<String>().cloned().unwrap_or_default());
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn no_body_of_the_corpus_leaves_a_secret() {
    let mut failed = Vec::new();
    for (case, adapter) in cases() {
        let Some(body) = case.response.text().and_then(Json::of_body) else { continue };
        // All strings that look like a test's secrets, at once: a token of this kind is one again.
        let planted = body.mapped(&mut |_, value| match value {
            Json::String(text) if text.starts_with("EXAMPLE") => Json::String(MARKER.to_owned()),
            Json::String(text) if text.contains("EXAMPLE") => Json::String(text.replace("EXAMPLE", MARKER)),
            other => other,
        });
        let text = planted.to_text();
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| ways(&case.id, adapter, text.as_bytes(), false)))
        {
            failed.push(panic.downcast_ref::<String>().cloned().unwrap_or_default());
        }
    }
    assert!(failed.is_empty(), "{} failed:\n{}", failed.len(), failed.join("\n"));
}
