//! Law 2, in memory, for the joints: no block that they free holds a part of a secret.

mod watching;

use std::io;

use anytoken::Token;
use anytoken_interop::Source;
use anytoken_interop::oauth2::{FullToken, Normalizing, from_response, to_response};
use anytoken_tests::recorded::AT;
use http::Request;
use oauth2::basic::BasicTokenType;
use oauth2::{EmptyExtraTokenFields, HttpRequest, HttpResponse, SyncHttpClient};

use self::watching::{MARKER, freed, leaks};

/// Replies of every outcome, with the marker in every place of a secret.
fn bodies() -> [String; 5] {
    let long = "x".repeat(9_000);
    let json = format!(
        "{{\"access_token\":\"{MARKER}\",\"expires_in\":\"3600\",\"x\":\"{MARKER}\",\"y\":\"{long}\"}}"
    );
    [
        json.replace('Z', "\\u005a"),
        json,
        format!("access_token={MARKER}&refresh_token={MARKER}&x={MARKER}"),
        format!("{{\"error\":\"invalid_grant\",\"error_description\":\"{MARKER}\",\"x\":\"{MARKER}\"}}"),
        format!(
            "{{\"top_auth_token_create_response\":{{\"token_result\":\"{{\\\"access_token\\\":\\\"{MARKER}\\\"}}\"}}}}"
        ),
    ]
}

/// Returns the reply with its body as oauth2's, and the number of blocks that leaked.
fn call(http: &impl SyncHttpClient<Error = io::Error>) -> (HttpResponse, usize) {
    let request =
        Request::post("https://login.example.com/").body(b"grant_type=a".to_vec()).expect("a request");
    let mut reply = None;
    let leaked = leaks(|| reply = http.call(request).ok());
    assert!(freed() > 0);
    (reply.expect("a reply"), leaked)
}

#[test]
fn rewritten_reply_leaves_no_secret() {
    for body in bodies() {
        let http = Normalizing::new(|_: HttpRequest| Ok(HttpResponse::new(body.as_bytes().to_vec())));
        let (reply, leaked) = call(&http);
        assert!(reply.body() != body.as_bytes(), "it is rewritten");
        assert_eq!(leaked, 0, "{}", reply.status());

        let (reply, leaked) = call(&http.full_tokens());
        assert_eq!(leaked, 0, "whole, {}", reply.status());
        if reply.status() == 200 {
            let mut granted = None;
            assert_eq!(leaks(|| granted = serde_json::from_slice::<FullToken>(reply.body()).ok()), 0, "read");
            assert_eq!(leaks(|| drop(granted.expect("a token"))), 0, "dropped");
        }
    }
}

#[test]
fn converted_token_leaves_no_secret() {
    let token =
        Token::builder("rfc6749").access_token(MARKER).refresh_token(MARKER).build().expect("a token");
    let mut reply = None;
    assert_eq!(leaks(|| reply = to_response::<EmptyExtraTokenFields, BasicTokenType>(&token, AT).ok()), 0);
    let reply = reply.expect("a reply");
    assert_eq!(leaks(|| from_response(&reply, AT)), 0);
}

#[test]
fn token_source_leaves_no_secret() {
    let path = std::env::temp_dir().join(format!("anytoken-{}-freed", std::process::id()));
    for body in bodies() {
        std::fs::write(&path, &body).expect("a file");
        let file = Source::file(&path).received_at(AT).with_clock(|| AT);
        assert_eq!(leaks(|| file.token()), 0, "a file");
        let command = Source::command("cat", [&path]).with_clock(|| AT);
        assert_eq!(leaks(|| command.token()), 0, "a command");
    }
    std::fs::remove_file(&path).expect("the file");
}
