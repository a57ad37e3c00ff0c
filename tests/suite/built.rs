//! Values that callers make and print: a built token, a response, `Debug`.

use anytoken::dialect::Dialect;
use anytoken::{
    ErrorKind, Expiry, NoteKind, Outcome, Response, Secret, Token, TokenBuilder, Validity, registry,
};
use anytoken_tests::Recorded;
use anytoken_tests::recorded::AT;
use serde_json::value::RawValue;
use time::{Duration, UtcDateTime};

fn builder<'a>() -> TokenBuilder<'a> {
    Token::builder("example").access_token("EXAMPLE-ACCESS")
}

fn lasting(change: impl FnOnce(&mut Validity)) -> Validity {
    let mut lifetime = Validity::default();
    change(&mut lifetime);
    lifetime
}

fn fails(token: TokenBuilder<'_>) -> (ErrorKind, Option<String>) {
    let error = token.build().expect_err("the built token is invalid");
    (error.kind(), error.field().map(str::to_owned))
}

#[test]
fn built_token_has_every_given_value() {
    let lifetime = lasting(|life| life.expires = Expiry::At(AT + Duration::milliseconds(1_500)));
    let json = RawValue::from_string("[1.0]".to_owned()).expect("JSON");
    let token = builder()
        .refresh_token("EXAMPLE-REFRESH")
        .id_token("EXAMPLE-ID")
        .token_type("DPoP")
        .scopes(["EXAMPLE-A", "EXAMPLE B"])
        .resource("EXAMPLE-RESOURCE")
        .api_url("EXAMPLE-API")
        .client_id("EXAMPLE-CLIENT")
        .subject("EXAMPLE-SUBJECT")
        .validity(lifetime)
        .extra("example", &json)
        .build()
        .expect("a token");
    assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
    assert_eq!(token.access_token().map(Secret::expose), Some("EXAMPLE-ACCESS"));
    assert_eq!(token.refresh_token().map(Secret::expose), Some("EXAMPLE-REFRESH"));
    assert_eq!(token.id_token().map(Secret::expose), Some("EXAMPLE-ID"));
    assert_eq!(token.token_type().map(|kind| kind.raw().to_owned()).as_deref(), Some("DPoP"));
    let scopes: Vec<_> = token.scopes().into_iter().flat_map(|scopes| scopes.iter()).collect();
    assert_eq!(scopes, ["EXAMPLE-A", "EXAMPLE B"]);
    assert_eq!(token.resource(), Some("EXAMPLE-RESOURCE"));
    assert_eq!(token.api_url(), Some("EXAMPLE-API"));
    assert_eq!(token.client_id(), Some("EXAMPLE-CLIENT"));
    assert_eq!(token.subject(), Some("EXAMPLE-SUBJECT"));
    assert_eq!(token.validity().expires, Expiry::At(AT + Duration::SECOND));
    let extras: Vec<_> = token.extras().iter().map(|(name, extra)| (name, extra.expose_json())).collect();
    assert_eq!(extras, [("example", "[1.0]")]);
}

#[test]
fn invalid_token_is_not_built() {
    use ErrorKind::{Invalid, Missing};
    assert_eq!(fails(Token::builder("example").token_type("Bearer")).0, Missing);
    assert_eq!(fails(Token::builder("example").id_token("null")).0, Invalid);
    // A token keeps its scopes with zero bytes between them.
    for scopes in [["a\0b", "c"], ["c", "a\0b"]] {
        assert_eq!(fails(builder().scopes(scopes)), (Invalid, Some("scopes".to_owned())));
    }
    for (token, field) in [
        (Token::builder("no id").access_token("EXAMPLE"), "format"),
        (builder().refresh_token("EXAMPLE\n"), "refresh_token"),
        (builder().token_type(" "), "token_type"),
        (builder().resource(""), "resource"),
        (builder().api_url(" "), "api_url"),
        (builder().client_id("\t"), "client_id"),
        (builder().subject("\n"), "subject"),
    ] {
        assert_eq!(fails(token), (Invalid, Some(field.to_owned())));
    }
    let deep = |levels| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    for (levels, is_built) in [(127, true), (128, false)] {
        let json = RawValue::from_string(deep(levels)).expect("JSON");
        assert_eq!(builder().extra("example", &json).build().is_ok(), is_built, "{levels} levels");
    }
    let early = UtcDateTime::UNIX_EPOCH - Duration::SECOND;
    let lifetime = lasting(|life| life.issued_at = Some(early));
    assert_eq!(fails(builder().validity(lifetime)), (Invalid, Some("issued_at".to_owned())));
}

#[test]
fn adapter_claims_the_names_that_it_decodes() {
    for (format, name, reads) in [
        ("rfc6749", "expires_in", true),
        ("rfc6749", "expires_on", false),
        ("rfc6749", "example", false),
        ("slack", "authed_user", true),
        ("vk", "expires_in", true),
        ("vk", "access_token_one", false),
    ] {
        let adapter = registry().get(format).expect(format);
        assert_eq!(adapter.claims(name), reads, "{format} {name}");
    }
}

/// Builds a token with every field, changed by `change`.
fn with<'a>(change: impl FnOnce(TokenBuilder<'a>) -> TokenBuilder<'a>) -> Token {
    let token = Token::builder("example")
        .access_token("EXAMPLE-ACCESS")
        .refresh_token("EXAMPLE-REFRESH")
        .id_token("EXAMPLE-ID")
        .token_type("Bearer")
        .scopes(["EXAMPLE-SCOPE"])
        .resource("EXAMPLE-RESOURCE")
        .api_url("EXAMPLE-API")
        .client_id("EXAMPLE-CLIENT")
        .subject("EXAMPLE-SUBJECT");
    change(token).build().expect("a token")
}

#[test]
fn tokens_are_equal_if_every_field_is_equal() {
    let one = RawValue::from_string("1".to_owned()).expect("JSON");
    let two = RawValue::from_string("2".to_owned()).expect("JSON");
    let token = with(|token| token);
    assert_eq!(token, with(|token| token));
    assert_eq!(token, token.clone());
    let lifetime = lasting(|life| life.expires = Expiry::Never);
    for (what, other) in [
        ("access token", with(|token| token.access_token("EXAMPLE-OTHER"))),
        ("refresh token", with(|token| token.refresh_token("EXAMPLE-OTHER"))),
        ("ID token", with(|token| token.id_token("EXAMPLE-OTHER"))),
        ("type", with(|token| token.token_type("bearer"))),
        ("scopes", with(|token| token.scopes(["EXAMPLE-OTHER"]))),
        ("resource", with(|token| token.resource("EXAMPLE-OTHER"))),
        ("API URL", with(|token| token.api_url("EXAMPLE-OTHER"))),
        ("client", with(|token| token.client_id("EXAMPLE-OTHER"))),
        ("subject", with(|token| token.subject("EXAMPLE-OTHER"))),
        ("lifetime", with(|token| token.validity(lifetime))),
        ("one extra more", with(|token| token.extra("example", &one))),
    ] {
        assert_ne!(token, other, "{what}");
        assert_ne!(other, token, "{what}");
    }
    let extra = |name, value| builder().extra(name, value).build().expect("a token");
    assert_ne!(extra("example", &one), extra("example", &two));
    assert_ne!(extra("example", &one), extra("other", &one));
    assert_ne!(builder().build().expect("a token"), builder().id_token("EXAMPLE").build().expect("a token"));
    let others = Token::builder("other").access_token("EXAMPLE-ACCESS").build().expect("a token");
    assert_ne!(builder().build().expect("a token"), others, "another format");
}

#[test]
fn refreshed_token_keeps_absent_fields() {
    let ends =
        |expires, refresh| lasting(|life| (life.expires, life.refresh_token_expires) = (expires, refresh));
    let end = Expiry::At(AT);
    let old = with(|token| token.validity(ends(end, end)));
    let fresh = || Token::builder("example").access_token("EXAMPLE-FRESH");

    let kept = old.clone().refreshed_with(fresh().build().expect("a token"));
    let expected = fresh()
        .refresh_token("EXAMPLE-REFRESH")
        .scopes(["EXAMPLE-SCOPE"])
        .resource("EXAMPLE-RESOURCE")
        .api_url("EXAMPLE-API")
        .client_id("EXAMPLE-CLIENT")
        .subject("EXAMPLE-SUBJECT")
        .validity(ends(Expiry::Unknown, end));
    assert_eq!(kept, expected.build().expect("a token"));

    // A stated field replaces the old one, the expiry of the refresh token included.
    let stated = fresh().validity(ends(Expiry::Never, Expiry::Never)).build().expect("a token");
    assert_eq!(old.clone().refreshed_with(stated).validity(), ends(Expiry::Never, Expiry::Never));
    let other = fresh().refresh_token("EXAMPLE-OTHER").build().expect("a token");
    let refreshed = old.clone().refreshed_with(other);
    assert_eq!(refreshed.refresh_token().map(Secret::expose), Some("EXAMPLE-OTHER"));
    assert_eq!(refreshed.validity().refresh_token_expires, Expiry::Unknown);
    let whole = with(|token| token.access_token("EXAMPLE-FRESH").scopes([]).resource("EXAMPLE-OTHER"));
    assert_eq!(old.refreshed_with(whole.clone()), whole);

    // Scopes keep the separator of their list.
    let listed =
        Recorded::new(r#"{"access_token":"EXAMPLE","scope":"a,b c"}"#).read(registry().get("github"));
    let listed = match listed.map(|decoded| decoded.outcome) {
        Ok(Outcome::Token(token)) => token,
        other => panic!("{other:?}"),
    };
    let scopes = |token: &Token| -> Vec<String> {
        token.scopes().into_iter().flat_map(|scopes| scopes.iter()).map(str::to_owned).collect()
    };
    let before = scopes(&listed);
    assert!(before.len() > 1);
    assert_eq!(scopes(&listed.refreshed_with(fresh().build().expect("a token"))), before);
}

#[test]
fn token_state_is_that_of_its_validity() {
    let token = with(|token| token.validity(lasting(|life| life.expires = Expiry::At(AT))));
    for seconds in [-61, -60, -1, 0, 1] {
        let (now, minute) = (AT + Duration::seconds(seconds), Duration::MINUTE);
        assert_eq!(token.should_refresh_at(now, minute), seconds >= -60);
        assert_eq!(token.state_at(now, minute), token.validity().state_at(now, minute));
    }
}

#[test]
fn response_has_every_given_value() {
    let response = Response::new(b"{}", AT + Duration::milliseconds(999))
        .with_status(201)
        .with_content_type("application/json")
        .with_header("X-Example", "1")
        .with_header("x-example", "2");
    for response in [&response, &Response::from(&response)] {
        assert_eq!((response.at(), response.status()), (AT, Some(201)));
        assert_eq!(response.header("content-type"), Some("application/json"));
        assert_eq!(response.header("X-EXAMPLE"), Some("1"), "the first of a name");
        assert_eq!(response.header("example"), None);
        let debug = format!("{response:?}");
        assert!(debug.contains("Response") && debug.contains("201"), "{debug}");
    }
}

#[test]
fn debug_shows_public_values() {
    let shows = |debug: &str, words: &[&str]| {
        for word in words {
            assert!(debug.contains(word), "{word} is not in {debug}");
        }
    };
    let token = builder().token_type("Bearer").scopes(["EXAMPLE-SCOPE"]).build().expect("a token");
    for debug in [format!("{token:?}"), format!("{:?}", token.redacted()), format!("{:?}", token.exposed())] {
        shows(&debug, &["Token", "example", "Bearer", "EXAMPLE-SCOPE"]);
        assert!(!debug.contains("EXAMPLE-ACCESS"), "{debug}");
    }
    let error_response = Recorded::new(r#"{"error":"slow_down","interval":5,"example":1}"#).status(400);
    match error_response.read(Some(&Dialect::OAUTH2)).map(|decoded| decoded.outcome) {
        Ok(Outcome::ErrorResponse(error_response)) => {
            shows(&format!("{error_response:?}"), &["ErrorResponse", "slow_down", "400", "5s", "example"]);
        }
        other => panic!("{other:?}"),
    }
    let registry = format!("{:?}", registry());
    shows(&registry, &["rfc6749", "azure-imds"]);
    let error = Recorded::new(r#"{"access_token":1}"#).read(Some(&Dialect::OAUTH2)).expect_err("no token");
    shows(&format!("{error:?}"), &["Error", "access_token", "16"]);
}

#[test]
fn note_kinds_have_stable_names() {
    let kinds = [
        (NoteKind::EndsDiffer { seconds: 60 }, "ends_differ"),
        (NoteKind::WrongType, "wrong_type"),
        (NoteKind::MinusOne, "minus_one"),
        (NoteKind::InstantForLifetime, "instant_for_lifetime"),
        (NoteKind::NoZone, "no_zone"),
        (NoteKind::ZeroDate, "zero_date"),
        (NoteKind::UnitUnknown, "unit_unknown"),
        (NoteKind::UnreadEnd, "unread_end"),
        (NoteKind::TokenBesideError, "token_beside_error"),
        (NoteKind::NoCode, "no_code"),
        (NoteKind::LongWait, "long_wait"),
    ];
    for (kind, word) in kinds {
        assert_eq!(kind.as_str(), word);
    }
}
