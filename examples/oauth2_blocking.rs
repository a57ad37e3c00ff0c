//! `oauth2` and ureq with servers that do not follow RFC 6749.
//!
//! ```sh
//! cargo run -p anytoken-tests --features joints --example oauth2_blocking
//! ```

mod server;

use std::error::Error;
use std::time::Duration;

use anytoken_interop::oauth2::{FullTokenClient, Normalizing};
use oauth2::basic::{BasicClient, BasicErrorResponseType};
use oauth2::{
    AuthorizationCode, ClientId, HttpRequest, HttpResponse, RequestTokenError, TokenResponse, TokenUrl,
};

use self::server::{Answer, Server};

/// Azure sends numbers as strings, GitHub forms, and errors with status 200, Taobao JSON inside a string.
const ANSWERS: &[Answer] = &[
    Answer {
        path: "/azure",
        status: 200,
        media_type: "application/json; charset=utf-8",
        body: r#"{"access_token":"EXAMPLE-AZURE","client_id":"example","expires_in":"86400","ext_expires_in":"86399","resource":"https://vault.example.com/","token_type":"Bearer"}"#,
    },
    Answer {
        path: "/github",
        status: 200,
        media_type: "application/x-www-form-urlencoded; charset=utf-8",
        body: "access_token=EXAMPLE-GITHUB&expires_in=28800&refresh_token=EXAMPLE-REFRESH&scope=repo%2Cgist&token_type=bearer",
    },
    Answer {
        path: "/github/expired",
        status: 200,
        media_type: "application/x-www-form-urlencoded; charset=utf-8",
        body: "error=bad_verification_code&error_description=The+code+passed+is+incorrect+or+expired.",
    },
    Answer {
        path: "/taobao",
        status: 201,
        media_type: "text/html",
        body: r#"{"top_auth_token_create_response":{"token_result":"{\"access_token\":\"EXAMPLE-TAOBAO\",\"expires_in\":7776000}","request_id":"example"}}"#,
    },
];

/// The example; the tests run it too.
pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start(ANSWERS)?;
    let client = |path| Ok::<_, Box<dyn Error>>(basic().set_token_uri(TokenUrl::new(server.url(path))?));

    // The format is detected by its signature; a response without one is read as the generic `oauth2`.
    let token = client("/azure")?.exchange_client_credentials().request(&Normalizing::new(ureq))?;
    assert_eq!(token.access_token().secret(), "EXAMPLE-AZURE");
    assert_eq!(token.expires_in(), Some(Duration::from_secs(86_400)));

    // Naming the format is better: GitHub separates scopes by commas.
    let github = Normalizing::new(ureq).with_format("github")?;
    let code = || AuthorizationCode::new("EXAMPLE-CODE".to_owned());
    let token = client("/github")?.exchange_code(code()).request(&github)?;
    assert_eq!(token.access_token().secret(), "EXAMPLE-GITHUB");
    assert_eq!(token.scopes().map(Vec::len), Some(2));

    let rejected = client("/github/expired")?.exchange_code(code()).request(&github);
    let Err(RequestTokenError::ServerResponse(error_response)) = rejected else {
        return Err("an error response is expected".into());
    };
    assert_eq!(
        error_response.error(),
        &BasicErrorResponseType::Extension("bad_verification_code".to_owned())
    );
    assert_eq!(
        error_response.error_description().map(String::as_str),
        Some("The code passed is incorrect or expired.")
    );

    // The full token, including fields that oauth2 does not have.
    let taobao = Normalizing::new(ureq).with_format("taobao-top")?.full_tokens();
    let client = FullTokenClient::<_, _, _, _, _>::new(ClientId::new("example".to_owned()))
        .set_token_uri(TokenUrl::new(server.url("/taobao"))?);
    let full = client.exchange_code(code()).request(&taobao)?;
    assert_eq!(full.access_token().secret(), "EXAMPLE-TAOBAO");
    assert_eq!(full.expires_in(), Some(Duration::from_secs(7_776_000)));
    assert_eq!(full.token().format(), &"taobao-top");
    Ok(())
}

fn basic() -> BasicClient {
    BasicClient::new(ClientId::new("example".to_owned()))
}

/// A client of oauth2 is a function. This one does not follow redirects from a token endpoint.
fn ureq(request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
    let (parts, mut body) = config.build().new_agent().run(request)?.into_parts();
    Ok(HttpResponse::from_parts(parts, body.read_to_vec()?))
}
