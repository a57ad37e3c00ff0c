//! A token fetched with ureq, and with reqwest.
//!
//! ```sh
//! cargo run -p anytoken-tests --features joints --example requests
//! ```

mod server;

use std::error::Error;

use anytoken::time::{Duration, UtcDateTime};
use anytoken::{Expiry, Remedy, Response, Token, TokenError};
use anytoken_interop::http::{response_from_parts, with_head};
use oauth2::reqwest;
use tokio::runtime::Builder;

use self::server::{Answer, Server};

/// Azure's managed identity sends every number as a string. The second response sends the client away.
const ANSWERS: &[Answer] = &[
    Answer {
        path: "/token",
        status: 200,
        media_type: "application/json",
        body: r#"{"access_token":"EXAMPLE-ACCESS","client_id":"example","expires_in":"86400","resource":"https://vault.example.com","token_type":"Bearer"}"#,
    },
    Answer {
        path: "/busy",
        status: 429,
        media_type: "application/json",
        body: r#"{"error":"temporarily_unavailable","error_description":"Too many requests"}"#,
    },
];

/// Fetches a token with ureq.
fn fetch(agent: &ureq::Agent, url: &str) -> Result<Token, Box<dyn Error>> {
    let (parts, mut body) = agent.get(url).header("Metadata", "true").call()?.into_parts();
    let received_at = UtcDateTime::now();
    let body = body.read_to_vec()?;
    let response = response_from_parts(&parts, &body, received_at);
    Ok(anytoken::token_as("azure-imds", response)?)
}

/// Fetches a token with reqwest.
async fn fetch_async(client: &reqwest::Client, url: &str) -> Result<Token, Box<dyn Error>> {
    let response = client.get(url).header("Metadata", "true").send().await?;
    let received_at = UtcDateTime::now();
    let (status, headers) = (response.status(), response.headers().clone());
    let body = response.bytes().await?;
    let response = with_head(Response::new(&body, received_at), status, &headers);
    Ok(anytoken::token_as("azure-imds", response)?)
}

/// The example; the tests run it too.
pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start(ANSWERS)?;

    let agent =
        ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().new_agent();
    check(&fetch(&agent, &server.url("/token"))?);
    assert_eq!(remedy(fetch(&agent, &server.url("/busy"))), Some(Remedy::Retry));

    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    check(&runtime.block_on(fetch_async(&client, &server.url("/token")))?);
    assert_eq!(remedy(runtime.block_on(fetch_async(&client, &server.url("/busy")))), Some(Remedy::Retry));
    Ok(())
}

fn check(token: &Token) {
    assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
    let Expiry::At(end) = token.validity().expires else { panic!("the response states a lifetime") };
    assert!(end - UtcDateTime::now() > Duration::hours(23));
}

fn remedy(fetched: Result<Token, Box<dyn Error>>) -> Option<Remedy> {
    match *fetched.err()?.downcast().ok()? {
        TokenError::ErrorResponse(error_response) => Some(error_response.remedy()),
        _ => None,
    }
}
