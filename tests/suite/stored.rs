//! The canonical form, stored and read back.

use anytoken::dialect::Dialect;
use anytoken::{Expiry, Limits, Response, StoredToken, Token, TokenTypeKind};
use anytoken_tests::corpus::granted;
use anytoken_tests::laws;
use anytoken_tests::recorded::AT;
use anytoken_tests::secrets::{marker, shown};

use crate::{every, every_case};

#[test]
fn stored_corpus_tokens_are_kept() {
    every_case(
        granted(),
        |(case, _)| case,
        |(case, adapter)| {
            let Ok(decoded) = case.response.read(Some(*adapter)) else { return };
            let related = decoded.related.clone();
            let primary = decoded.into_token().ok();
            for token in primary.iter().chain(&related) {
                laws::kept(token, Some(*adapter), case.response.at);
            }
        },
    );
}

#[test]
fn scope_with_a_zero_byte_is_not_split() {
    let body = r#"{"access_token":"EXAMPLE","scope":"a\u0000b c"}"#;
    let token =
        anytoken_tests::Recorded::new(body).read(None).expect("a token").into_token().expect("a token");
    laws::kept(&token, None, AT);
}

#[test]
fn deepest_extra_is_kept() {
    for (levels, is_token) in [(127, true), (128, false)] {
        let extra = format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        let body = format!(r#"{{"access_token":"EXAMPLE","x":{extra}}}"#);
        let limits = Limits::default().with_levels(u32::MAX);
        let response = Response::new(body.as_bytes(), AT).with_limits(limits);
        let token = Dialect::OAUTH2.decode(response).ok().and_then(|decoded| decoded.into_token().ok());
        assert_eq!(token.is_some(), is_token, "{levels} levels");
        if let Some(token) = token {
            laws::kept(&token, Some(&Dialect::OAUTH2), AT);
        }
        let stored =
            format!(r#"{{"v":1,"format":"oauth2","access_token":"EXAMPLE","extras":{{"x":{extra}}}}}"#);
        assert_eq!(serde_json::from_str::<StoredToken>(&stored).is_ok(), is_token, "{levels} levels, stored");
    }
}

#[test]
fn errors_of_the_canonical_form_show_no_value() {
    let secret = marker(7);
    let wrong = [
        ("v", format!("\"{secret}\"")),
        ("v", "918273645546372819".to_owned()),
        ("format", "918273645546372819".to_owned()),
        ("access_token", "918273645546372819".to_owned()),
        ("access_token", format!("[\"{secret}\"]")),
        ("access_token", format!("{{\"{secret}\":1}}")),
        ("access_token", format!("\"{secret}\\u0000\"")),
        ("expires_at", format!("\"{secret}\"")),
        ("expires_at", "918273645546372819".to_owned()),
        ("never_expires", format!("\"{secret}\"")),
        ("scopes", format!("\"{secret}\"")),
        ("scopes", "[918273645546372819]".to_owned()),
        ("extras", format!("\"{secret}\"")),
        ("extras", format!("[\"{secret}\"]")),
        ("subject", "918273645546372819".to_owned()),
    ];
    every(
        wrong,
        |(name, value)| format!("{name}: {value}"),
        |(name, value)| {
            let rest = if *name == "access_token" { "" } else { ",\"access_token\":\"EXAMPLE\"" };
            let version = if *name == "v" { "" } else { "\"v\":1," };
            let format = if *name == "format" { "" } else { "\"format\":\"oauth2\"," };
            let text = format!("{{{version}{format}\"{name}\":{value}{rest}}}");
            let error = serde_json::from_str::<StoredToken>(&text).expect_err(name);
            let printed = format!("{error} {error:?}");
            let seen = shown(&printed, &secret).or_else(|| shown(&printed, "918273645546372819"));
            assert_eq!(seen, None, "the error shows the value");
        },
    );
}

#[test]
fn never_needs_an_explicit_true() {
    let stored = |members: &str| {
        let text = format!("{{\"v\":1,\"format\":\"oauth2\",\"access_token\":\"EXAMPLE\",{members}}}");
        let token = serde_json::from_str::<StoredToken>(&text).map(StoredToken::into_token);
        token.map(|token| (token.validity().expires, token.validity().refresh_token_expires)).ok()
    };
    let (never, unknown) = (Expiry::Never, Expiry::Unknown);
    assert_eq!(stored(r#""never_expires":true"#), Some((never, unknown)));
    assert_eq!(stored(r#""never_expires":false"#), Some((unknown, unknown)));
    assert_eq!(stored(r#""refresh_token_never_expires":true"#), Some((unknown, never)));
    assert_eq!(stored(r#""refresh_token_never_expires":false"#), Some((unknown, unknown)));
    for odd in ["1", "null", "\"true\"", "{}"] {
        assert_eq!(stored(&format!("\"never_expires\":{odd}")), None, "{odd}");
        assert_eq!(stored(&format!("\"refresh_token_never_expires\":{odd}")), None, "{odd}");
    }
}

/// Parses a stored form with these members beside the version and an access token.
fn read(members: &str) -> Result<Token, String> {
    let text = format!("{{\"v\":1,\"access_token\":\"EXAMPLE\",{members}}}");
    let stored = serde_json::from_str::<StoredToken>(&text).map(StoredToken::into_token);
    stored.map_err(|error| error.to_string())
}

#[test]
fn invalid_stored_token_is_an_error() {
    let nested = format!(r#""format":"oauth2","extras":{{"a":{}{}}}"#, "[".repeat(128), "]".repeat(128));
    let wrong = [
        (r#""format":"oauth2","scheme":"Bearer\r\nX-Example: y""#, "scheme"),
        (r#""format":"oauth2","scheme":"Bearer EXAMPLE""#, "scheme"),
        (r#""format":"oauth2\nX""#, "format"),
        (r#""format":"OAuth2""#, "format"),
        (r#""format":"""#, "format"),
        (r#""format":"oauth2","expires_at":"2026-01-01T00:00:00Z","never_expires":true"#, "never_expires"),
        (r#""format":"oauth2","never_expires":true,"expires_at":"2026-01-01T00:00:00Z""#, "expires_at"),
        (
            r#""format":"oauth2","refresh_token_expires_at":"2026-01-01T00:00:00Z","refresh_token_never_expires":true"#,
            "refresh_token_never_expires",
        ),
        (r#""format":"oauth2","expires_at":"1969-12-31T23:59:59Z""#, "expires_at"),
        (
            r#""format":"oauth2","expires_at":"2026-01-01T00:00:00Z","expires_at":"2027-01-01T00:00:00Z""#,
            "expires_at",
        ),
        (r#""format":"oauth2","scopes":["a"],"scopes":["b"]"#, "scopes"),
        (r#""format":"oauth2","scopes":["a\u0000b"]"#, "scopes"),
        (r#""format":"oauth2","v":1"#, "v"),
        (r#""format":"oauth2","refresh_token":"null""#, "refresh_token"),
        (r#""format":"oauth2","id_token":"EXAMPLE\n""#, "id_token"),
        (r#""format":"oauth2","token_type":" ""#, "token_type"),
        (r#""format":"oauth2","subject":"""#, "subject"),
        (r#""format":"oauth2","token_type_sent":"bot""#, "token_type"),
        (r#""format":"oauth2","token_type":"example","token_type_sent":"other""#, "token_type_sent"),
        (r#""format":"oauth2","token_type":"Bearer","token_type_sent":"N_A""#, "token_type_sent"),
        (r#""format":"oauth2","token_type":"DPoP","token_type_sent":"bearer""#, "token_type_sent"),
        (r#""format":"oauth2","expires_at":"10000-01-01T00:00:00Z""#, "expires_at"),
        (r#""format":"oauth2","element":4294967295"#, "element"),
        (r#""format":"oauth2","element":-1"#, "element"),
        (r#""format":"oauth2","place":256"#, "place"),
        (&nested, "extras"),
    ];
    every(
        wrong,
        |(members, _)| (*members).chars().take(120).collect(),
        |(members, field)| {
            let error = read(members).expect_err("no token");
            let what = error.split(" at line").next();
            assert_eq!(what, Some(format!("invalid token in canonical form: {field}").as_str()));
        },
    );
    let version = r#"{"v":2,"format":"oauth2","access_token":"EXAMPLE"}"#;
    let error = serde_json::from_str::<StoredToken>(version).expect_err("another version").to_string();
    assert!(error.starts_with("invalid token in canonical form: v is not 1"), "{error}");
}

#[test]
fn stored_token_keeps_what_its_format_encodes() {
    let token =
        read(r#""format":"slack","token_type":"Bearer","token_type_sent":"bot","place":1"#).expect("a token");
    let token_type = token.token_type().expect("a type");
    assert_eq!(
        (token_type.kind(), token_type.as_str(), token_type.raw()),
        (TokenTypeKind::Bearer, "Bearer", "bot")
    );
    assert_eq!(token.authorization().expect("a header").expose(), "Bearer EXAMPLE");
    let out = serde_json::to_string(&token.exposed()).expect("JSON");
    assert!(
        out.contains(r#""token_type":"Bearer","token_type_sent":"bot""#) && out.ends_with(r#""place":1}"#),
        "{out}"
    );
    // The redacted form has the canonical spelling only.
    let out = serde_json::to_string(&token.redacted()).expect("JSON");
    assert!(!out.contains("bot") && !out.contains("place"), "{out}");
    let bare = read(r#""format":"oauth2","scheme":" ""#).expect("a token");
    assert_eq!(bare.authorization().expect("a header").expose(), "EXAMPLE");
}

#[test]
fn stored_token_round_trips() {
    let text = r#"{"v":1,"format":"format-of-tomorrow","access_token":"EXAMPLE","never_expires":true,"scopes":[],"unknown":{"a":1}}"#;
    let token: Token = serde_json::from_str::<StoredToken>(text).expect("canonical form").into_token();
    let out = serde_json::to_string(&token.exposed()).expect("JSON");
    assert_eq!(
        out,
        r#"{"v":1,"format":"format-of-tomorrow","access_token":"EXAMPLE","never_expires":true,"scopes":[]}"#
    );
}
