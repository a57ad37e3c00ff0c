//! `openidconnect` with servers that do not follow OpenID Connect.

use std::error::Error;
use std::io;
use std::time::Duration;

use anytoken::{Response, Token};
use anytoken_interop::oauth2::{Normalizing, from_response, to_response};
use anytoken_interop::openidconnect::id_token;
use openidconnect::core::{
    CoreClient, CoreIdToken, CoreIdTokenVerifier, CoreJsonWebKeySet, CoreProviderMetadata, CoreTokenResponse,
};
use openidconnect::{
    AuthorizationCode, ClientId, HttpRequest, HttpResponse, IssuerUrl, Nonce, OAuth2TokenResponse,
    TokenResponse, TokenUrl,
};
use time::UtcDateTime;

type TestResult = Result<(), Box<dyn Error>>;

/// `{"alg":"none"}` and `{"iss":"https://login.example.com","sub":"example","aud":["example"],"exp":4102444800,"iat":1767225600}`.
const ID_TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUuY29tIiwic3ViIjoiZXhhbXBsZSIsImF1ZCI6WyJleGFtcGxlIl0sImV4cCI6NDEwMjQ0NDgwMCwiaWF0IjoxNzY3MjI1NjAwfQ.";

fn issuer() -> Result<IssuerUrl, Box<dyn Error>> {
    Ok(IssuerUrl::new("https://login.example.com".to_owned())?)
}

#[test]
fn core_client_gets_string_numbers_and_id_token() -> TestResult {
    let body = format!(
        r#"{{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","id_token":"{ID_TOKEN}","refresh_token_expires_in":"60"}}"#
    );
    let http = Normalizing::new(|_: HttpRequest| Ok::<_, io::Error>(HttpResponse::new(body.clone().into())));
    let client =
        CoreClient::new(ClientId::new("example".to_owned()), issuer()?, CoreJsonWebKeySet::default())
            .set_token_uri(TokenUrl::new("https://login.example.com/token".to_owned())?);
    let token = client.exchange_code(AuthorizationCode::new("EXAMPLE-CODE".to_owned())).request(&http)?;
    assert_eq!(token.access_token().secret(), "EXAMPLE-ACCESS");
    assert_eq!(token.expires_in(), Some(Duration::from_secs(3600)));
    assert_eq!(token.id_token().map(ToString::to_string).as_deref(), Some(ID_TOKEN));
    Ok(())
}

#[test]
fn discovery_is_unchanged() -> TestResult {
    let metadata = r#"{"issuer":"https://login.example.com","authorization_endpoint":"https://login.example.com/auth","jwks_uri":"https://login.example.com/keys","response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}"#;
    let http = Normalizing::new(|request: HttpRequest| {
        let body = if request.uri().path() == "/keys" { r#"{"keys":[]}"# } else { metadata };
        Ok::<_, io::Error>(HttpResponse::new(body.into()))
    });
    let metadata = CoreProviderMetadata::discover(&issuer()?, &http)?;
    assert_eq!(metadata.issuer(), &issuer()?);
    Ok(())
}

#[test]
fn id_token_is_verifiable() -> TestResult {
    let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").id_token(ID_TOKEN).build()?;
    let read: CoreIdToken = id_token(&token)?.ok_or("no ID token")?;
    let verifier = CoreIdTokenVerifier::new_insecure_without_verification();
    let claims = read.claims(&verifier, |_: Option<&Nonce>| Ok(()))?;
    assert_eq!(claims.subject().as_str(), "example");

    let token = Token::builder("oauth2").access_token("EXAMPLE-ACCESS").build()?;
    let read: Option<CoreIdToken> = id_token(&token)?;
    assert!(read.is_none());
    Ok(())
}

#[test]
fn id_token_round_trips() -> TestResult {
    let at = UtcDateTime::UNIX_EPOCH;
    let token = Token::builder("rfc6749")
        .access_token("EXAMPLE-ACCESS")
        .token_type("bearer")
        .id_token(ID_TOKEN)
        .build()?;
    let response: CoreTokenResponse = to_response(&token, at)?;
    assert_eq!(response.id_token().map(ToString::to_string).as_deref(), Some(ID_TOKEN));
    assert_eq!(from_response(&response, at)?, token);
    Ok(())
}

#[test]
fn invalid_id_token_is_ignored() -> TestResult {
    let body = br#"{"access_token":"EXAMPLE-ACCESS","id_token":0,"token_type":"bearer"}"#;
    let response = Response::new(body, UtcDateTime::UNIX_EPOCH);
    let token = anytoken::decode_as("affinidi-consumer-auth", response)?.into_token()?;
    let response: CoreTokenResponse = to_response(&token, UtcDateTime::UNIX_EPOCH)?;
    assert!(response.id_token().is_none());
    Ok(())
}
