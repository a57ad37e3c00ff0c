//! A token under another name or in an envelope, in a response that nobody has described.

use anytoken::{
    CredentialKind, Decoded, Error, ErrorKind, NoteKind, Outcome, Response, StoredToken, Token, TokenTypeKind,
};
use anytoken_tests::Recorded;
use anytoken_tests::recorded::AT;
use time::Duration;

fn decoded(body: &str) -> Decoded {
    Recorded::new(body).read(None).unwrap_or_else(|error| panic!("{error}\n  {body}"))
}

fn token(body: &str) -> Token {
    decoded(body).into_token().unwrap_or_else(|error_response| panic!("{error_response}\n  {body}"))
}

fn error(body: &str) -> Error {
    match Recorded::new(body).read(None) {
        Err(error) => error,
        Ok(decoded) => panic!("{:?}\n  {body}", decoded.outcome),
    }
}

/// Asserts that a body has this access token.
#[track_caller]
fn reads(body: &str, access_token: &str) {
    let token = token(body);
    assert_eq!(token.access_token().map(|secret| secret.expose()), Some(access_token), "{body}");
    assert_eq!(token.format().as_str(), "oauth2", "{body}");
}

/// Asserts that a body has no token, and that the error names the member that looks like one.
#[track_caller]
fn leaves(body: &str, hint: &str) {
    let error = error(body);
    assert_eq!((error.kind(), error.hint()), (ErrorKind::Missing, Some(hint)), "{body}");
    assert!(error.to_string().contains(&format!("{hint} looks like one")), "{error}");
    assert!(!format!("{error}{error:?}").contains("EXAMPLE"), "{error:?}");
}

fn kinds(body: &str) -> Vec<&'static str> {
    decoded(body).notes.iter().map(|note| note.kind.as_str()).collect()
}

#[test]
fn names_of_a_token_are_read_in_any_spelling() {
    for name in [
        "AccessToken",
        "ACCESS_TOKEN",
        "access-token",
        "token",
        "Token",
        "authToken",
        "auth_token",
        "session_token",
        "api_token",
        "bearerToken",
        "newToken",
        "jwt",
        "JWT",
    ] {
        reads(&format!(r#"{{"{name}":"EXAMPLE-1","ok":true}}"#), "EXAMPLE-1");
    }
    for name in ["tokens", "token_value", "id", "oauth_token", "a.token"] {
        assert_eq!(error(&format!(r#"{{"{name}":"EXAMPLE-1"}}"#)).kind(), ErrorKind::Missing, "{name}");
    }
}

#[test]
fn assumed_token_is_noted_and_says_so() {
    for (body, notes, is_assumed) in [
        (r#"{"access_token":"EXAMPLE"}"#, &[][..], false),
        (r#"{"AccessToken":"EXAMPLE"}"#, &[], false),
        (r#"{"token":"EXAMPLE"}"#, &["assumed_token"], true),
        (r#"{"data":{"access_token":"EXAMPLE"}}"#, &["wrapped"], true),
        (r#"{"data":{"token":"EXAMPLE"}}"#, &["assumed_token", "wrapped"], true),
    ] {
        assert_eq!(kinds(body), notes, "{body}");
        assert_eq!(token(body).is_assumed(), is_assumed, "{body}");
    }
    let decoded = decoded(r#"{"data":{"token":"EXAMPLE"}}"#);
    let [note, _] = decoded.notes.as_slice() else { panic!("{:?}", decoded.notes) };
    assert_eq!((note.kind, &*note.field, note.at.range()), (NoteKind::AssumedToken, "data/token", 17..26));
    assert_eq!(note.to_string(), "data/token is assumed to be the access token, by its name");
}

#[test]
fn canonical_and_stored_form_keep_that_it_was_assumed() -> Result<(), serde_json::Error> {
    let token = token(r#"{"token":"EXAMPLE-1","x":1}"#);
    let json = serde_json::to_string(&token.redacted())?;
    assert_eq!(json, r#"{"v":1,"format":"oauth2","access_token":"***","assumed":true,"extras":{"x":"***"}}"#);
    let stored: StoredToken = serde_json::from_str(&serde_json::to_string(&token.exposed())?)?;
    assert!(stored.as_ref().is_assumed());
    assert_eq!(stored.into_token(), token);
    let plain = r#"{"v":1,"format":"oauth2","access_token":"EXAMPLE-1","extras":{"x":1}}"#;
    let plain: StoredToken = serde_json::from_str(plain)?;
    assert!(!plain.as_ref().is_assumed() && plain.into_token() != token);
    for invalid in ["1", "\"true\"", "null"] {
        let json = format!(r#"{{"v":1,"format":"oauth2","access_token":"EXAMPLE-1","assumed":{invalid}}}"#);
        assert!(serde_json::from_str::<StoredToken>(&json).is_err(), "{json}");
    }
    Ok(())
}

#[test]
fn assumed_token_encodes_as_a_standard_one() -> anytoken::Result<()> {
    let token = token(r#"{"code":0,"data":{"token":"EXAMPLE-1","refreshToken":"EXAMPLE-2","uid":"u"}}"#);
    let encoded = anytoken::encode("oauth2", &token, AT)?;
    assert_eq!(
        encoded.body.expose(),
        r#"{"access_token":"EXAMPLE-1","refresh_token":"EXAMPLE-2","code":0,"data":{"uid":"u"}}"#
    );
    assert_eq!(encoded.dropped, []);
    Ok(())
}

#[test]
fn object_around_a_token_is_read_as_the_top() {
    let body = r#"{"user":{"id":"u"},"result":{"accessToken":"EXAMPLE-1","refreshToken":"EXAMPLE-2","idToken":"EXAMPLE-3",
        "tokenType":"bearer","expiresIn":3600,"scope":"a b","uid":"u"},"token_type":"mac","expires_in":60,"scope":"c"}"#;
    let token = token(body);
    assert_eq!(token.access_token().map(|secret| secret.expose()), Some("EXAMPLE-1"));
    assert_eq!(token.refresh_token().map(|secret| secret.expose()), Some("EXAMPLE-2"));
    assert_eq!(token.id_token().map(|secret| secret.expose()), Some("EXAMPLE-3"));
    assert_eq!(token.token_type().map(|sent| sent.kind()), Some(TokenTypeKind::Bearer));
    assert_eq!(token.scopes().map(|scopes| scopes.to_string()).as_deref(), Some("a b"));
    assert_eq!(token.expires_at(), Some(AT + Duration::HOUR));
    let extras: Vec<_> = token.extras().iter().map(|(name, extra)| (name, extra.expose_json())).collect();
    let rest = [
        ("user", r#"{"id":"u"}"#),
        ("result", r#"{"uid":"u"}"#),
        ("token_type", r#""mac""#),
        ("expires_in", "60"),
        ("scope", r#""c""#),
    ];
    assert_eq!(extras, rest);
}

#[test]
fn token_is_searched_at_the_top_and_three_levels_below() {
    reads(r#"{"a":{"b":{"c":{"access_token":"EXAMPLE-1"}}}}"#, "EXAMPLE-1");
    let error = error(r#"{"a":{"b":{"c":{"d":{"access_token":"EXAMPLE-1"}}}}}"#);
    assert_eq!((error.kind(), error.hint()), (ErrorKind::Missing, None));
}

#[test]
fn shallowest_level_decides() {
    reads(r#"{"data":{"user":{"access_token":"EXAMPLE-1"}},"x":{"access_token":"EXAMPLE-2"}}"#, "EXAMPLE-2");
    reads(r#"{"x":{"access_token":"EXAMPLE-1"},"token":"EXAMPLE-2"}"#, "EXAMPLE-2");
    reads(r#"{"x":{"token":"EXAMPLE-1"},"data":{"user":{"token":"EXAMPLE-2"}}}"#, "EXAMPLE-2");
}

#[test]
fn accesstoken_goes_before_other_names_of_its_level() {
    reads(r#"{"data":{"token":"EXAMPLE-1","accessToken":"EXAMPLE-2"}}"#, "EXAMPLE-2");
    reads(r#"{"data":{"jwt":"EXAMPLE-1"},"result":{"access-token":"EXAMPLE-2"}}"#, "EXAMPLE-2");
}

#[test]
fn texts_that_differ_are_ambiguous() {
    for body in [
        r#"{"token":"EXAMPLE-1","jwt":"EXAMPLE-2"}"#,
        r#"{"data":{"token":"EXAMPLE-1"},"result":{"token":"EXAMPLE-2"}}"#,
        r#"{"us":{"access_token":"EXAMPLE-1"},"eu":{"access_token":"EXAMPLE-2"}}"#,
        r#"{"data":{"token":"EXAMPLE-1"},"a":{"token":"EXAMPLE-1"},"result":{"token":"EXAMPLE-2"}}"#,
    ] {
        assert_eq!(error(body).kind(), ErrorKind::Ambiguous, "{body}");
    }
    reads(r#"{"token":"EXAMPLE-1","jwt":"EXAMPLE\u002d1"}"#, "EXAMPLE-1");
    assert_eq!(error(r#"{"token":"EXAMPLE-1","jwt":"EXAMPLE-2"}"#).offset(), Some(27));
}

#[test]
fn member_on_the_way_that_occurs_twice_is_an_error() {
    for (body, field) in [
        (r#"{"token":"EXAMPLE-1","token":"EXAMPLE-1"}"#, "token"),
        (r#"{"data":{"token":"EXAMPLE-1"},"data":{}}"#, "data"),
        (r#"{"data":{"token":"EXAMPLE-1"},"\u0064ata":{}}"#, "data"),
        (r#"{"data":{"token":"EXAMPLE-1","token":"EXAMPLE-1"}}"#, "data/token"),
    ] {
        let error = error(body);
        assert_eq!((error.kind(), error.field()), (ErrorKind::Duplicate, Some(field)), "{body}");
    }
}

#[test]
fn pair_of_access_and_refresh_is_read() {
    for body in [
        r#"{"tokens":{"access":{"token":"EXAMPLE-1","expires":"2026-01-01T01:00:00Z"},"refresh":{"token":"EXAMPLE-2"}}}"#,
        r#"{"accessToken":{"token":"EXAMPLE-1","validUntil":"x"},"refreshToken":{"token":"EXAMPLE-2"}}"#,
        r#"{"x":{"refresh_token":{"jwt":"EXAMPLE-2","device":"d"},"access_token":{"jwt":"EXAMPLE-1","device":"d"}}}"#,
    ] {
        let token = token(body);
        assert_eq!(token.credential().expose(), "EXAMPLE-1", "{body}");
        assert_eq!(token.refresh_token().map(|secret| secret.expose()), Some("EXAMPLE-2"), "{body}");
    }
}

#[test]
fn ends_beside_the_refresh_token_of_a_pair_are_its_own() {
    let body = r#"{"tokens":{"access":{"token":"EXAMPLE-1","expires_at":"2026-01-01T01:00:00Z"},
        "refresh":{"token":"EXAMPLE-2","expires_at":"2026-02-01T00:00:00Z"}}}"#;
    let validity = token(body).validity();
    assert_eq!(validity.expires.at(), Some(AT + Duration::HOUR));
    assert_eq!(validity.refresh_token_expires.at(), Some(AT + Duration::days(31)));
}

#[test]
fn ends_named_for_the_refresh_token_of_a_pair_count_in_both_objects() {
    for (access, refresh) in [
        ("", r#","refresh_expires_in":60"#),
        ("", r#","refreshTokenExpiresIn":60"#),
        ("", r#","expires_in":3600,"refresh_expires_in":60"#),
        ("", r#","expires_in":60,"refresh_expires_in":3600"#),
        (r#","refresh_expires_in":60"#, ""),
        (r#","refreshTokenExpiresIn":60"#, r#","expires_in":3600"#),
    ] {
        let access = format!(r#"{{"token":"EXAMPLE-1"{access}}}"#);
        let body = format!(r#"{{"access":{access},"refresh":{{"token":"EXAMPLE-2"{refresh}}}}}"#);
        let validity = token(&body).validity();
        assert_eq!(validity.refresh_token_expires.at(), Some(AT + Duration::MINUTE), "{body}");
        assert_eq!(validity.expires.at(), None, "{body}");
    }
}

#[test]
fn object_under_the_name_of_a_token_is_a_place_to_look_into() {
    reads(r#"{"access_token":{"token":"EXAMPLE-1"}}"#, "EXAMPLE-1");
    reads(r#"{"accessToken":[{"accessToken":"EXAMPLE-1"}]}"#, "EXAMPLE-1");
    reads(r#"{"token":{"access_token":"EXAMPLE-1"},"refresh_token":{"value":"x"}}"#, "EXAMPLE-1");
}

#[test]
fn number_under_a_standard_name_is_an_error_at_the_top_only() {
    for (value, is_candidate) in
        [("5", false), ("true", false), ("[\"EXAMPLE-1\",\"EXAMPLE-2\"]", false), ("null", true)]
    {
        for name in ["access_token", "accessToken"] {
            let body = format!(r#"{{"{name}":{value},"token":"EXAMPLE-9"}}"#);
            match Recorded::new(&*body).read(None) {
                Ok(_) => assert!(is_candidate, "{body}"),
                Err(error) => {
                    assert_eq!((error.kind(), error.field()), (ErrorKind::Invalid, Some(name)), "{body}")
                }
            }
        }
        reads(
            &format!(r#"{{"AccessToken":{value},"data":{{"access_token":{value}}},"token":"EXAMPLE-9"}}"#),
            "EXAMPLE-9",
        );
    }
}

#[test]
fn list_of_exactly_one_object_counts_for_a_plain_access_token() {
    reads(r#"[{"access_token":"EXAMPLE-1","expires_in":60}]"#, "EXAMPLE-1");
    reads(r#"{"data":[{"accessToken":"EXAMPLE-1"}]}"#, "EXAMPLE-1");
    for body in [
        r#"[{"access_token":"EXAMPLE-1"},{"access_token":"EXAMPLE-1"}]"#,
        r#"{"data":[{"access_token":"EXAMPLE-1"},{"id":1}]}"#,
        r#"{"data":[{"access_token":"EXAMPLE-1"},5]}"#,
        r#"{"data":[{"token":"EXAMPLE-1","expires_in":60}]}"#,
        r#"{"data":[{"bearer_token":"EXAMPLE-1"}]}"#,
        r#"[{"id_token":"EXAMPLE-1"}]"#,
        r#"{"data":[[{"access_token":"EXAMPLE-1"}]]}"#,
    ] {
        assert!(Recorded::new(body).read(None).is_err(), "{body}");
    }
}

#[test]
fn names_that_say_what_they_are_are_read_at_any_place() {
    for name in ["access_token", "bearerToken", "accessJwt"] {
        reads(&format!(r#"{{"oauthUser":{{"{name}":"EXAMPLE-1"}}}}"#), "EXAMPLE-1");
    }
}

#[test]
fn other_names_need_a_witness_or_a_known_step() {
    for step in [
        "data",
        "result",
        "response",
        "body",
        "auth",
        "session",
        "login",
        "tokens",
        "credentials",
        "user",
        "Data",
        "token",
        "access_token",
    ] {
        reads(&format!(r#"{{"{step}":{{"token":"EXAMPLE-1"}}}}"#), "EXAMPLE-1");
    }
    leaves(r#"{"app.example.com":{"token":"EXAMPLE-1"}}"#, "app.example.com/token");
    leaves(r#"{"data":{"app":{"token":"EXAMPLE-1"}}}"#, "data/app/token");
    for witness in [
        r#""expires_in":60"#,
        r#""expiryDate":"2026-01-01T01:00:00Z""#,
        r#""refresh_token":"EXAMPLE-2""#,
        r#""refreshJwt":"EXAMPLE-2""#,
        r#""token_type":"bearer""#,
        r#""TokenType":"bearer""#,
    ] {
        reads(&format!(r#"{{"app":{{"token":"EXAMPLE-1",{witness}}}}}"#), "EXAMPLE-1");
    }
    for none in [
        r#""expires_in":null"#,
        r#""refresh_token":"""#,
        r#""token_type":5"#,
        r#""expires":{"a":1}"#,
        r#""ttl":60"#,
    ] {
        leaves(&format!(r#"{{"app":{{"token":"EXAMPLE-1",{none}}}}}"#), "app/token");
    }
    leaves(r#"{"app":{"token":"EXAMPLE-1"},"expires_in":60}"#, "app/token");
}

#[test]
fn kubernetes_secret_is_not_read() {
    leaves(
        r#"{"apiVersion":"v1","kind":"Secret","metadata":{"name":"s"},"data":{"token":"RVhBTVBMRQ=="},"type":"Opaque"}"#,
        "data/token",
    );
    leaves(r#"{"data":{"token":"EXAMPLE-1"},"kind":"Secret","apiVersion":"v1"}"#, "data/token");
    reads(r#"{"kind":"session","data":{"token":"EXAMPLE-1"}}"#, "EXAMPLE-1");
    for name in ["access_token", "bearerToken", "token"] {
        for step in ["data", "spec", "stringData"] {
            leaves(
                &format!(
                    r#"{{"kind":"Secret","apiVersion":"v1","{step}":{{"{name}":"EXAMPLE-1","expires_in":60}}}}"#
                ),
                &format!("{step}/{name}"),
            );
        }
    }
}

#[test]
fn kubernetes_says_its_tokens_in_the_status() {
    let body = |status: &str| {
        format!(
            r#"{{"apiVersion":"example/v1","kind":"Example","data":{{"jwt":"EXAMPLE-2"}},"status":{{{status}}}}}"#
        )
    };
    reads(&body(r#""token":"EXAMPLE-1","expirationTimestamp":"2026-01-01T01:00:00Z""#), "EXAMPLE-1");
    reads(&body(r#""access":{"bearerToken":"EXAMPLE-1"}"#), "EXAMPLE-1");
    leaves(&body(r#""token":"EXAMPLE-1""#), "data/jwt");
}

#[test]
fn kubernetes_token_review_is_not_read() {
    leaves(
        r#"{"apiVersion":"authentication.k8s.io/v1","kind":"TokenReview","spec":{"token":"EXAMPLE-1"},
            "status":{"authenticated":true,"user":{"username":"u"}}}"#,
        "spec/token",
    );
}

#[test]
fn token_beside_a_list_of_objects_is_not_read() {
    leaves(r#"{"items":[{"id":1},{"id":2}],"token":"EXAMPLE-1"}"#, "token");
    leaves(r#"{"token":"EXAMPLE-1","items":[{"id":1}]}"#, "token");
    reads(r#"{"token":"EXAMPLE-1","roles":["a"],"none":[]}"#, "EXAMPLE-1");
    reads(r#"{"token":"EXAMPLE-1","items":[{"id":1}],"expires_in":60}"#, "EXAMPLE-1");
}

#[test]
fn second_factor_in_a_name_is_not_skipped() {
    for member in [
        r#""mfa_required":true"#,
        r#""requires_two_factor":true"#,
        r#""user":{"profile":{"a":{"b":{"totpEnabled":true}}}}"#,
        r#""challenge":{"id":"c"}"#,
        r#""factors":[{"otp":1}]"#,
    ] {
        leaves(&format!(r#"{{"token":"EXAMPLE-1","expires_in":60,{member}}}"#), "token");
    }
    for absent in [r#""mfa_required":false"#, r#""otp":null"#, r#""challenge":{}"#, r#""hotproduct":1"#] {
        reads(&format!(r#"{{"token":"EXAMPLE-1",{absent}}}"#), "EXAMPLE-1");
    }
}

#[test]
fn second_factor_in_a_text_is_not_skipped() {
    for member in [
        r#""status":"MFA_REQUIRED""#,
        r#""state":"otp pending""#,
        r#""result":"TwoFactor""#,
        r#""type":"mfa""#,
        r#""nextStep":"verify-2fa""#,
        r#""next":{"step_name":"totp"}"#,
    ] {
        leaves(&format!(r#"{{"jwt":"EXAMPLE-1",{member}}}"#), "jwt");
    }
    reads(r#"{"jwt":"EXAMPLE-1","message":"mfa"}"#, "EXAMPLE-1");
}

#[test]
fn second_factor_that_is_to_come_bars_an_access_token_too() {
    reads(r#"{"data":{"access_token":"EXAMPLE-1"},"mfa_enabled":true}"#, "EXAMPLE-1");
    leaves(r#"{"data":{"access_token":"EXAMPLE-1"},"mfa_required":true}"#, "data/access_token");
    leaves(r#"{"data":{"access_token":"EXAMPLE-1"},"status":"pending_otp"}"#, "data/access_token");
    leaves(r#"{"data":{"bearer_token":"EXAMPLE-1"},"mfa_enabled":true}"#, "data/bearer_token");
    reads(r#"{"access_token":"EXAMPLE-1","mfa_required":true}"#, "EXAMPLE-1");
}

#[test]
fn second_factor_that_is_to_come_bars_every_spelling_but_that_of_the_standard() {
    for name in [
        "mfa_required",
        "mfaRequired",
        "two_factor_required",
        "otp_pending",
        "2fa_needed",
        "challengeRequired",
    ] {
        for access in ["accessToken", "AccessToken"] {
            leaves(&format!(r#"{{"{name}":true,"{access}":"EXAMPLE-1","expiresIn":60}}"#), access);
            reads(&format!(r#"{{"{name}":false,"{access}":"EXAMPLE-1"}}"#), "EXAMPLE-1");
        }
        reads(&format!(r#"{{"user":{{"{name}":true}},"access\u005ftoken":"EXAMPLE-1"}}"#), "EXAMPLE-1");
    }
    leaves(r#"{"accessToken":"EXAMPLE-1","next":{"nextStep":"otp required"}}"#, "accessToken");
    reads(r#"{"accessToken":"EXAMPLE-1","mfa_enabled":true}"#, "EXAMPLE-1");
}

#[test]
fn token_against_forged_requests_is_not_read() {
    leaves(r#"{"csrf":{"token":"EXAMPLE-1","expires_in":60}}"#, "csrf/token");
    leaves(r#"{"token":"EXAMPLE-1","parameterName":"_csrf"}"#, "token");
    leaves(r#"{"token":"EXAMPLE-1","headerName":"X-XSRF-TOKEN"}"#, "token");
    leaves(r#"{"token":"EXAMPLE-1","csrfCookie":"c","expires_in":60}"#, "token");
}

#[test]
fn token_of_a_reset_is_not_read() {
    leaves(
        r#"{"password_reset":{"token":"EXAMPLE-1","expires_at":"2026-01-01T01:00:00Z"}}"#,
        "password_reset/token",
    );
    leaves(r#"{"token":"EXAMPLE-1","resetUrl":"https://example.com"}"#, "token");
}

#[test]
fn text_that_says_another_use_is_not_skipped() {
    for member in [
        r#""type":"verify_email""#,
        r#""purpose":"reset""#,
        r#""action":"passwordReset""#,
        r#""__typename":"VerifyEmailPayload""#,
        r#""__typename":"MfaChallenge""#,
        r#""stage":"totp""#,
        r#""flow":"registration""#,
    ] {
        leaves(&format!(r#"{{"data":{{"token":"EXAMPLE-1","expires_in":60,{member}}}}}"#), "data/token");
    }
    for other in [r#""type":"session""#, r#""__typename":"LoginPayload""#, r#""message":"reset""#] {
        reads(&format!(r#"{{"data":{{"token":"EXAMPLE-1",{other}}}}}"#), "EXAMPLE-1");
    }
}

#[test]
fn token_of_another_kind_is_not_read() {
    for member in [
        r#""token_type":"refresh_token""#,
        r#""tokenType":"RefreshToken""#,
        r#""token_use":"id""#,
        r#""type":"refresh""#,
        r#""kind":"ID Token""#,
        r#""name":"id_token""#,
    ] {
        leaves(&format!(r#"{{"token":"EXAMPLE-1","expires_in":60,{member}}}"#), "token");
    }
    for other in [r#""token_type":"bearer""#, r#""grant_type":"refresh_token""#, r#""kind":"access_token""#] {
        reads(&format!(r#"{{"token":"EXAMPLE-1",{other}}}"#), "EXAMPLE-1");
    }
}

#[test]
fn text_that_is_no_token_is_not_assumed() {
    for text in [
        "Invalid token",
        "Bearer EXAMPLE 1",
        "EXAMPLE-1 ",
        "Bearer ",
        "bearer",
        "true",
        "False",
        "N/A",
        "NULL",
        "***",
        "-",
        "https://example.com/EXAMPLE-1",
    ] {
        for body in [format!(r#"{{"token":"{text}"}}"#), format!(r#"{{"data":{{"access_token":"{text}"}}}}"#)]
        {
            assert_eq!(error(&body).kind(), ErrorKind::Missing, "{body}");
        }
        reads(&format!(r#"{{"token":"{text}","jwt":"EXAMPLE-1"}}"#), "EXAMPLE-1");
    }
    for text in ["Bearer EXAMPLE-1", "token EXAMPLE-1", "a/b+c==", "7"] {
        reads(&format!(r#"{{"token":"{text}"}}"#), text);
    }
}

#[test]
fn token_of_a_device_is_not_read() {
    leaves(r#"{"device":{"token":"EXAMPLE-1","expires_in":60}}"#, "device/token");
    leaves(r#"{"token":"EXAMPLE-1","device_id":"d","token_type":"push"}"#, "token");
}

#[test]
fn tokens_of_two_devices_are_not_read() {
    leaves(
        r#"{"devices":{"one":{"token":"EXAMPLE-1","expires_in":60},"two":{"token":"EXAMPLE-2","expires_in":60}}}"#,
        "devices/one/token",
    );
    leaves(r#"{"devices":[{"token":"EXAMPLE-1"},{"token":"EXAMPLE-2"}]}"#, "devices/token");
}

#[test]
fn cursor_is_not_read() {
    leaves(r#"{"cursor":{"token":"EXAMPLE-1","expires_in":60},"items":[]}"#, "cursor/token");
    leaves(r#"{"token":"EXAMPLE-1","nextCursor":"c"}"#, "token");
}

#[test]
fn tokens_of_other_uses_are_not_read() {
    for word in [
        "xsrf",
        "captcha",
        "invite",
        "invitation",
        "verify",
        "verification",
        "push",
        "registration",
        "webhook",
        "payment",
        "nonce",
    ] {
        leaves(
            &format!(r#"{{"{word}":{{"access_token":"EXAMPLE-1","expires_in":60}}}}"#),
            &format!("{word}/access_token"),
        );
        leaves(&format!(r#"{{"token":"EXAMPLE-1","{word}_id":7,"expires_in":60}}"#), "token");
        // What stands beside it says nothing about a member that is named as an access token.
        reads(&format!(r#"{{"data":{{"access_token":"EXAMPLE-1","{word}_id":7}}}}"#), "EXAMPLE-1");
    }
}

#[test]
fn token_of_a_card_is_not_read() {
    leaves(r#"{"card":{"token":"EXAMPLE-1","expiry":"2030-01-01","last4":"4242"}}"#, "card/token");
    leaves(r#"{"token":"EXAMPLE-1","card_brand":"example","expiry":"2030-01-01T00:00:00Z"}"#, "token");
}

#[test]
fn refresh_token_is_no_access_token() {
    leaves(r#"{"refresh_token":"EXAMPLE-1","client_secret":"EXAMPLE-2"}"#, "refresh_token");
    leaves(r#"{"refresh":{"token":"EXAMPLE-1","expires_in":60}}"#, "refresh/token");
}

#[test]
fn introspection_is_not_read() {
    leaves(r#"{"active":false,"token":"EXAMPLE-1","token_type":"bearer"}"#, "token");
    assert_eq!(error(r#"{"active":true,"sub":"u","exp":1767229200}"#).kind(), ErrorKind::Missing);
}

#[test]
fn token_beside_signing_keys_is_not_read() {
    leaves(
        r#"{"Credentials":{"AccessKeyId":"EXAMPLE-1","SecretAccessKey":"EXAMPLE-2","SessionToken":"EXAMPLE-3",
            "Expiration":"2026-01-01T01:00:00Z"}}"#,
        "Credentials/SessionToken",
    );
}

#[test]
fn keys_of_tencent_are_not_read() {
    leaves(
        r#"{"expiredTime":1767229200,"credentials":{"tmpSecretId":"EXAMPLE-1","tmpSecretKey":"EXAMPLE-2",
            "sessionToken":"EXAMPLE-3"}}"#,
        "credentials/sessionToken",
    );
}

#[test]
fn keys_of_oauth_1_are_not_read() {
    leaves(r#"{"token":"EXAMPLE-1","token_secret":"EXAMPLE-2"}"#, "token");
    leaves(r#"{"data":{"accessToken":"EXAMPLE-1","tokenSecret":"EXAMPLE-2"}}"#, "data/accessToken");
}

#[test]
fn token_beside_a_failure_is_not_read() {
    for member in [
        r#""success":false"#,
        r#""ok":"false""#,
        r#""status":"FAILED""#,
        r#""result":"error""#,
        r#""code":1010"#,
        r#""code":"-1""#,
        r#""statusCode":401"#,
        r#""responseCode":"E05""#,
        r#""retcode":"4""#,
        r#""success":0"#,
        r#""ok":"0""#,
        r#""isSuccess":false"#,
        r#""is_success":"false""#,
        r#""status":401"#,
        r#""status":"500""#,
        r#""status":{"code":401}"#,
        r#""meta":{"code":401}"#,
        r#""header":{"status":401}"#,
        r#""meta":{"success":false}"#,
    ] {
        for token in [r#""token":"EXAMPLE-1","expires_in":60"#, r#""data":{"access_token":"EXAMPLE-1"}"#] {
            let body = format!("{{{token},{member}}}");
            // An error response, or no token.
            let answer = Recorded::new(&*body).read(None);
            assert!(!matches!(answer, Ok(Decoded { outcome: Outcome::Token(_), .. })), "{body}");
        }
    }
    for member in [
        r#""success":true,"code":1010"#,
        r#""ok":"user example created""#,
        r#""code":0"#,
        r#""code":"200""#,
        r#""code":"SUCCESS""#,
        r#""statusCode":null"#,
        r#""status":"active""#,
        r#""status":200"#,
        r#""status":1"#,
        r#""result":401"#,
        r#""success":true,"status":1010"#,
        r#""status":{"code":200}"#,
        r#""meta":{"code":0}"#,
        r#""meta":{"success":true,"code":1010}"#,
        r#""profile":{"code":401}"#,
    ] {
        reads(&format!(r#"{{"data":{{"token":"EXAMPLE-1"}},{member}}}"#), "EXAMPLE-1");
    }
}

#[test]
fn error_on_the_way_to_a_token_is_not_skipped() {
    for member in [r#""error":"x""#, r#""errors":[{"code":5}]"#, r#""errorCode":17"#] {
        let body = format!(r#"{{"response":{{"token":"EXAMPLE-1",{member}}}}}"#);
        let answer = Recorded::new(&*body).read(None);
        assert!(!matches!(answer, Ok(Decoded { outcome: Outcome::Token(_), .. })), "{body}");
    }
    reads(
        r#"{"response":{"token":"EXAMPLE-1","error":"","errors":[],"errorCode":"00000","errcode":0}}"#,
        "EXAMPLE-1",
    );
}

#[test]
fn session_words_are_hints() {
    for name in ["sid", "ticket", "access", "key", "session_id", "sessionId", "loginToken", "client_secret"] {
        leaves(&format!(r#"{{"{name}":"EXAMPLE-0001","done":true}}"#), name);
    }
    for body in
        [r#"{"key":"EXAMPLE"}"#, r#"{"token_type":"EXAMPLE-0001"}"#, r#"{"ticket":"EXAMPLE of a text"}"#]
    {
        assert_eq!(error(body).hint(), None, "{body}");
    }
}

#[test]
fn hint_names_the_formats_that_fit_if_they_are_few() {
    let error = error(r#"{"sessionKey":"EXAMPLE-0001"}"#);
    assert!(!error.hinted_formats().is_empty() && error.hinted_formats().len() <= 3, "{error}");
    let named = error.hinted_formats().iter().map(|format| format.as_str()).collect::<Vec<_>>().join(", ");
    assert_eq!(
        error.to_string(),
        format!(
            "oauth2: no token in the response: access_token; sessionKey looks like one: name the format, such as {named}"
        )
    );
}

#[test]
fn hint_shows_no_name_that_may_be_a_secret() {
    let secret = "Qx7ZkW3vPmT9RbL5YcN2HdJ8";
    let error = error(&format!(r#"{{"a":1,"{secret}":{{"token":"EXAMPLE-1"}}}}"#));
    assert_eq!(error.hint(), Some("***#2/token"));
    assert!(!format!("{error}{error:?}").contains(secret));
}

#[test]
fn named_formats_assume_no_token() {
    let body = r#"{"data":{"access_token":"EXAMPLE-1"},"token":"EXAMPLE-2"}"#;
    for format in ["keycloak", "github", "google-oauth2"] {
        let error = anytoken::decode_as(format, Response::new(body.as_bytes(), AT)).expect_err(format);
        assert_eq!((error.kind(), error.hint()), (ErrorKind::Missing, None), "{format}");
    }
    let token = anytoken::token_as("oauth2", Response::new(body.as_bytes(), AT)).expect("a token");
    assert_eq!(token.credential().expose(), "EXAMPLE-2");
}

#[test]
fn status_of_an_error_goes_before_an_assumed_token() {
    let response = Recorded::new(r#"{"token":"EXAMPLE-1"}"#).status(401);
    assert!(matches!(response.read(None), Ok(Decoded { outcome: Outcome::ErrorResponse(_), .. })));
}

#[test]
fn names_of_fields_are_compared_without_case_and_signs() {
    for access in ["access_token", "AccessToken"] {
        let body = format!(
            r#"{{"{access}":"EXAMPLE-1","Refresh-Token":"EXAMPLE-2","ID_TOKEN":"EXAMPLE-3","TokenType":"DPoP","SCOPE":"a b"}}"#
        );
        let token = token(&body);
        assert_eq!(token.access_token().map(|secret| secret.expose()), Some("EXAMPLE-1"), "{body}");
        assert_eq!(token.refresh_token().map(|secret| secret.expose()), Some("EXAMPLE-2"), "{body}");
        assert_eq!(token.id_token().map(|secret| secret.expose()), Some("EXAMPLE-3"), "{body}");
        assert_eq!(token.token_type().map(|sent| sent.kind()), Some(TokenTypeKind::DPoP), "{body}");
        assert_eq!(token.scopes().map(|scopes| scopes.len()), Some(2), "{body}");
        assert!(token.extras().is_empty(), "{body}");
    }
    let token = token(r#"{"accessJwt2":1,"access_token":"EXAMPLE-1","refreshjwt":"EXAMPLE-2"}"#);
    assert_eq!(token.refresh_token().map(|secret| secret.expose()), Some("EXAMPLE-2"));
}

#[test]
fn spellings_of_a_field_that_differ_are_ambiguous() {
    for (member, field) in [
        (r#""AccessToken":"EXAMPLE-2""#, "access_token"),
        (r#""accessToken":"EXAMPLE-1","ACCESSTOKEN":"EXAMPLE-2""#, "access_token"),
        (r#""refresh_token":"EXAMPLE-2","RefreshToken":"EXAMPLE-3""#, "refresh_token"),
        (r#""refresh_token":"EXAMPLE-2","refreshToken":"EXAMPLE-3""#, "refreshToken"),
        (r#""token_type":"Bearer","tokenType":"DPoP""#, "token_type"),
        (r#""TokenType":"Bearer","TOKEN_TYPE":"mac""#, "token_type"),
        (r#""id_token":"EXAMPLE-2","IdToken":"EXAMPLE-3""#, "id_token"),
    ] {
        let error = error(&format!(r#"{{"access_token":"EXAMPLE-1",{member}}}"#));
        assert_eq!((error.kind(), error.field()), (ErrorKind::Ambiguous, Some(field)), "{member}");
    }
    let pair = r#"{"accessToken":"EXAMPLE-1","AccessToken":"EXAMPLE-2"}"#;
    assert_eq!(error(pair).kind(), ErrorKind::Ambiguous);
    let token = token(
        r#"{"access_token":"EXAMPLE-1","AccessToken":"EXAMPLE-1","token_type":"bearer","tokenType":"Bearer","RefreshToken":"EXAMPLE-2"}"#,
    );
    assert_eq!(token.token_type().map(|sent| sent.raw()), Some("bearer"));
}

#[test]
fn scopes_are_known_as_a_list_or_a_text() {
    for (member, scopes) in [
        (r#""scopes":["a","b"]"#, Some("a b")),
        (r#""scopes":"a b""#, Some("a b")),
        (r#""Scopes":["a"]"#, Some("a")),
        (r#""scopes":["b"],"scope":"a""#, Some("a")),
        (r#""Scopes":["b"],"SCOPE":"a""#, Some("a")),
        (r#""scopes":[]"#, None),
        (r#""Scopes":[]"#, None),
        (r#""scope":[]"#, Some("")),
        (r#""scopes":[{"a":1}]"#, None),
    ] {
        let token = token(&format!(r#"{{"access_token":"EXAMPLE-1",{member}}}"#));
        assert_eq!(token.scopes().map(|scopes| scopes.to_string()).as_deref(), scopes, "{member}");
    }
}

#[test]
fn id_token_at_the_top_goes_before_a_token_in_an_envelope() {
    let body = r#"{"IdToken":"EXAMPLE-1","data":{"access_token":"EXAMPLE-2"}}"#;
    assert_eq!(token(body).credential_kind(), CredentialKind::Id);
    let body = r#"{"IdToken":"EXAMPLE-1","AccessToken":"EXAMPLE-2"}"#;
    assert_eq!(token(body).credential_kind(), CredentialKind::Access);
    assert_eq!(token(body).id_token().map(|secret| secret.expose()), Some("EXAMPLE-1"));
    let body = r#"{"id_token":"EXAMPLE-1","token":"EXAMPLE-2"}"#;
    assert_eq!(token(body).credential_kind(), CredentialKind::Id);
}

#[test]
fn scheme_in_front_of_a_token_is_not_said_twice() {
    for (body, header) in [
        (r#"{"access_token":"Bearer EXAMPLE-1"}"#, Some("Bearer EXAMPLE-1")),
        (r#"{"access_token":"bearer EXAMPLE-1","token_type":"Bearer"}"#, Some("bearer EXAMPLE-1")),
        (r#"{"token":"DPoP EXAMPLE-1","token_type":"DPoP"}"#, Some("DPoP EXAMPLE-1")),
        (r#"{"access_token":"DPoP EXAMPLE-1"}"#, None),
        (r#"{"access_token":"Bearer EXAMPLE 1"}"#, None),
        (r#"{"access_token":"Bearer  EXAMPLE-1"}"#, None),
        (r#"{"access_token":"BearerEXAMPLE-1"}"#, Some("Bearer BearerEXAMPLE-1")),
    ] {
        let token = token(body);
        let value = token.authorization().ok();
        assert_eq!(value.as_ref().map(|value| value.expose()), header, "{body}");
    }
}

#[test]
fn every_format_reads_the_type_beside_its_token() {
    let body = r#"{"token":"EXAMPLE-1","token_type":"DPoP"}"#;
    let token = anytoken::token_as("docker-hub", Response::new(body.as_bytes(), AT)).expect("a token");
    assert_eq!(token.token_type().map(|sent| sent.kind()), Some(TokenTypeKind::DPoP));
}

#[test]
fn signature_beside_a_standard_token_is_ambiguous() {
    for member in [r#""sessionToken":"EXAMPLE-2","_embedded":{}"#, r#""link_token":"EXAMPLE-2""#] {
        let error = error(&format!(r#"{{"access_token":"EXAMPLE-1","token_type":"Bearer",{member}}}"#));
        assert_eq!((error.kind(), error.field()), (ErrorKind::Ambiguous, Some("access_token")), "{member}");
    }
    // A second name of the same token takes nothing away.
    for absent in ["null", "\"\"", "5", "\"null\"", "\"EXAMPLE-2\""] {
        let body = format!(r#"{{"access_token":{absent},"sessionToken":"EXAMPLE-2","_embedded":{{}}}}"#);
        assert_eq!(token(&body).format().as_str(), "okta-authn", "{body}");
    }
}

#[test]
fn xml_is_read_like_json() {
    reads("<token>EXAMPLE-1</token>", "EXAMPLE-1");
    reads("<a:Login xmlns:a='urn:x' a:access_token='EXAMPLE-1'/>", "EXAMPLE-1");
    reads(
        "<r><data><AccessToken>EXAMPLE-1</AccessToken></data><role>a</role><role>b</role></r>",
        "EXAMPLE-1",
    );
    let token = token("<r><access_token>EXAMPLE-1</access_token><scope>a</scope><scope>b</scope></r>");
    assert_eq!(token.scopes().map(|scopes| scopes.to_string()).as_deref(), Some("a b"));
}

#[test]
fn body_of_soap_is_the_top() {
    let envelope = |inside: &str| {
        format!("<s:Envelope xmlns:s='urn:s'><s:Header/><s:Body xmlns='urn:x'>{inside}</s:Body></s:Envelope>")
    };
    let plain = token(&envelope("<access_token>EXAMPLE-1</access_token><token_type>Bearer</token_type>"));
    assert_eq!((plain.credential().expose(), plain.is_assumed()), ("EXAMPLE-1", false));
    reads(&envelope("<a><b><c><access_token>EXAMPLE-1</access_token></c></b></a>"), "EXAMPLE-1");
}

#[test]
fn base64_is_no_form() {
    for body in ["RVhBTVBMRQ==", "RVhBTVBMRS0x=", "RVhBTVBMRQ==\n"] {
        assert_eq!(error(body).kind(), ErrorKind::Text, "{body}");
    }
    reads("access_token=RVhBTVBMRQ==", "RVhBTVBMRQ==");
    reads(" token=EXAMPLE-1&expires_in=60\n", "EXAMPLE-1");
}

#[test]
fn wrappings_around_json_are_taken_off() {
    reads("\u{feff}{\"token\":\"EXAMPLE-1\"}", "EXAMPLE-1");
    reads(")]}',\n{\"token\":\"EXAMPLE-1\"}", "EXAMPLE-1");
    reads("cb({\"data\":{\"token\":\"EXAMPLE-1\"}});", "EXAMPLE-1");
    reads("cb([{\"access_token\":\"EXAMPLE-1\"}])", "EXAMPLE-1");
}

#[test]
fn file_that_is_no_json_is_not_understood() {
    for (body, kind) in [
        // Cloudflare's wrangler.
        ("oauth_token = \"EXAMPLE-1\"\nexpiration_time = \"2026-01-01T01:00:00.000Z\"\n", ErrorKind::Text),
        // Hugging Face's stored tokens.
        ("[example]\nhf_token = EXAMPLE-1\n", ErrorKind::Syntax),
        // GitHub's command line.
        ("github.com:\n    oauth_token: EXAMPLE-1\n    user: example\n", ErrorKind::Text),
        // Copilot's command line.
        ("// written by a program\n{\"access_token\":\"EXAMPLE-1\"}", ErrorKind::Text),
    ] {
        assert_eq!(error(body).kind(), kind, "{body}");
    }
}
