//! `oauth2` and ureq against servers that do not speak RFC 6749.
//!
//! ```sh
//! cargo run -p anytoken-tests --features joints --example oauth2_blocking
//! ```

mod server;

use std::error::Error;
use std::time::Duration;

use anytoken_interop::oauth2::{GrantedClient, Normalizing};
use oauth2::basic::{BasicClient, BasicErrorResponseType};
use oauth2::{
    AuthorizationCode, ClientId, HttpRequest, HttpResponse, RequestTokenError, TokenResponse, TokenUrl,
};

use self::server::{Answer, Server};

/// Azure's numbers are strings, GitHub answers a form and refuses with status 200, Taobao's JSON is in a string.
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

/// The example, which the tests run as well.
pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start(ANSWERS)?;
    let client = |path| Ok::<_, Box<dyn Error>>(basic().set_token_uri(TokenUrl::new(server.url(path))?));

    // The format is detected by names that only one vendor uses, and read as leniently as can be otherwise.
    let token = client("/azure")?.exchange_client_credentials().request(&Normalizing::new(ureq))?;
    assert_eq!(token.access_token().secret(), "EXAMPLE-AZURE");
    assert_eq!(token.expires_in(), Some(Duration::from_secs(86_400)));

    // Better is to name it: GitHub has commas between scopes.
    let github = Normalizing::new(ureq).with_format("github")?;
    let code = || AuthorizationCode::new("EXAMPLE-CODE".to_owned());
    let token = client("/github")?.exchange_code(code()).request(&github)?;
    assert_eq!(token.access_token().secret(), "EXAMPLE-GITHUB");
    assert_eq!(token.scopes().map(Vec::len), Some(2));

    let refused = client("/github/expired")?.exchange_code(code()).request(&github);
    let Err(RequestTokenError::ServerResponse(refusal)) = refused else {
        return Err("a refusal is expected".into());
    };
    assert_eq!(refusal.error(), &BasicErrorResponseType::Extension("bad_verification_code".to_owned()));
    assert_eq!(
        refusal.error_description().map(String::as_str),
        Some("The code passed is incorrect or expired.")
    );

    // The whole token, with what oauth2 has no place for.
    let taobao = Normalizing::new(ureq).with_format("taobao-top")?.whole();
    let whole = GrantedClient::<_, _, _, _, _>::new(ClientId::new("example".to_owned()))
        .set_token_uri(TokenUrl::new(server.url("/taobao"))?);
    let granted = whole.exchange_code(code()).request(&taobao)?;
    assert_eq!(granted.access_token().secret(), "EXAMPLE-TAOBAO");
    assert_eq!(granted.expires_in(), Some(Duration::from_secs(7_776_000)));
    assert_eq!(granted.token().format(), &"taobao-top");
    Ok(())
}

fn basic() -> BasicClient {
    BasicClient::new(ClientId::new("example".to_owned()))
}

/// ureq as oauth2 takes a client: a function. A redirect from a token endpoint is not to be followed.
fn ureq(request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
    let (parts, mut body) = config.build().new_agent().run(request)?.into_parts();
    Ok(HttpResponse::from_parts(parts, body.read_to_vec()?))
}
