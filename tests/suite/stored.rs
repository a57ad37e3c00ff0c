//! The canonical form.

use anytoken::{Expiry, StoredToken, Token};
use anytoken_tests::corpus::granted;
use anytoken_tests::laws;
use anytoken_tests::secrets::{marker, shown};

use crate::every;

#[test]
fn every_token_of_the_corpus_reads_back() {
    every(
        granted(),
        |(case, _)| case.id.clone(),
        |(case, adapter)| {
            if let Some(token) =
                case.response.read(Some(*adapter)).ok().and_then(|decoded| decoded.into_token().ok())
            {
                laws::stored_again(&token);
            }
        },
    );
}

#[test]
fn a_scope_with_a_zero_byte_stays_one() {
    let body = r#"{"access_token":"EXAMPLE","scope":"a\u0000b c"}"#;
    let token =
        anytoken_tests::Response::new(body).read(None).expect("a token").into_token().expect("a token");
    laws::stored_again(&token);
}

#[test]
fn errors_of_the_canonical_form_hold_no_value() {
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
fn an_end_is_never_only_where_that_is_said() {
    let stored = |members: &str| {
        let text = format!("{{\"v\":1,\"format\":\"oauth2\",\"access_token\":\"EXAMPLE\",{members}}}");
        let token = serde_json::from_str::<StoredToken>(&text).map(StoredToken::into_token);
        token.map(|token| (token.lifetime().expires, token.lifetime().refresh_token_expires)).ok()
    };
    let (never, unstated) = (Expiry::Never, Expiry::Unstated);
    assert_eq!(stored(r#""never_expires":true"#), Some((never, unstated)));
    assert_eq!(stored(r#""never_expires":false"#), Some((unstated, unstated)));
    assert_eq!(stored(r#""refresh_token_never_expires":true"#), Some((unstated, never)));
    assert_eq!(stored(r#""refresh_token_never_expires":false"#), Some((unstated, unstated)));
    for odd in ["1", "null", "\"true\"", "{}"] {
        assert_eq!(stored(&format!("\"never_expires\":{odd}")), None, "{odd}");
        assert_eq!(stored(&format!("\"refresh_token_never_expires\":{odd}")), None, "{odd}");
    }
}

#[test]
fn a_stored_token_is_a_token() {
    let text = r#"{"v":1,"format":"format-of-tomorrow","access_token":"EXAMPLE","never_expires":true,"scopes":[],"unknown":{"a":1}}"#;
    let token: Token = serde_json::from_str::<StoredToken>(text).expect("canonical form").into_token();
    let out = serde_json::to_string(&token.exposed()).expect("JSON");
    assert_eq!(
        out,
        r#"{"v":1,"format":"format-of-tomorrow","access_token":"EXAMPLE","never_expires":true,"scopes":[]}"#
    );
}
