//! Clients that answer what a server was recorded to answer.

use std::error::Error;
use std::io;

use anytoken_interop::oauth2::Normalizing;
use oauth2::basic::{BasicClient, BasicErrorResponse, BasicTokenResponse};
use oauth2::{
    AuthorizationCode, ClientId, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, RequestTokenError,
    SyncHttpClient, TokenUrl,
};
use time::UtcDateTime;

pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;
pub(crate) type Refused = RequestTokenError<io::Error, BasicErrorResponse>;

/// The instant at which every reply here is received: 2026-01-01.
pub(crate) fn clock() -> UtcDateTime {
    UtcDateTime::from_unix_timestamp(1_767_225_600).unwrap_or(UtcDateTime::UNIX_EPOCH)
}

/// A client that answers every request the same.
pub(crate) fn answering(
    status: u16,
    media_type: &'static str,
    body: &'static str,
) -> impl Fn(HttpRequest) -> Result<HttpResponse, io::Error> {
    move |_| {
        let reply = http::Response::builder().status(status).header("content-type", media_type);
        reply.header("content-length", body.len()).body(body.into()).map_err(io::Error::other)
    }
}

/// The same, wrapped.
pub(crate) fn normalizing(
    status: u16,
    body: &'static str,
) -> Normalizing<impl Fn(HttpRequest) -> Result<HttpResponse, io::Error>> {
    Normalizing::new(answering(status, "text/plain", body)).with_clock(clock)
}

pub(crate) fn client()
-> Outcome<BasicClient<EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>> {
    let url = TokenUrl::new("https://login.example.com/token".to_owned())?;
    Ok(BasicClient::new(ClientId::new("example".to_owned())).set_token_uri(url))
}

pub(crate) fn granted(http: &impl SyncHttpClient<Error = io::Error>) -> Outcome<BasicTokenResponse> {
    Ok(client()?.exchange_code(AuthorizationCode::new("EXAMPLE-CODE".to_owned())).request(http)?)
}

pub(crate) fn refused(http: &impl SyncHttpClient<Error = io::Error>) -> Outcome<BasicErrorResponse> {
    let asked = client()?.exchange_code(AuthorizationCode::new("EXAMPLE-CODE".to_owned())).request(http);
    match asked {
        Err(Refused::ServerResponse(refusal)) => Ok(refusal),
        Err(error) => Err(error.into()),
        Ok(_) => Err("a token".into()),
    }
}

/// The reply to a token request, as the crate sees it.
pub(crate) fn reply(http: &impl SyncHttpClient<Error = io::Error>) -> Outcome<HttpResponse> {
    let request =
        http::Request::post("https://login.example.com/token").body(b"code=a&grant_type=b".to_vec())?;
    Ok(http.call(request)?)
}

pub(crate) fn body(reply: HttpResponse) -> Outcome<String> {
    Ok(String::from_utf8(reply.into_body())?)
}
