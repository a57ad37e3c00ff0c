//! Clients that return recorded responses.

use std::error::Error;
use std::io;

use anytoken_interop::oauth2::Normalizing;
use oauth2::basic::{BasicClient, BasicErrorResponse, BasicTokenResponse};
use oauth2::{
    AuthorizationCode, ClientId, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, RequestTokenError,
    SyncHttpClient, TokenUrl,
};
use time::UtcDateTime;

pub(crate) type TestResult<T = ()> = Result<T, Box<dyn Error>>;
pub(crate) type RequestError = RequestTokenError<io::Error, BasicErrorResponse>;

/// The instant at which every response arrives: 2026-01-01.
pub(crate) fn clock() -> UtcDateTime {
    UtcDateTime::from_unix_timestamp(1_767_225_600).unwrap_or(UtcDateTime::UNIX_EPOCH)
}

/// A client that returns one response to every request.
pub(crate) fn returning(
    status: u16,
    media_type: &'static str,
    body: &'static str,
) -> impl Fn(HttpRequest) -> Result<HttpResponse, io::Error> {
    move |_| {
        let response = http::Response::builder().status(status).header("content-type", media_type);
        response.header("content-length", body.len()).body(body.into()).map_err(io::Error::other)
    }
}

/// A [`Normalizing`] client that returns one response to every request.
pub(crate) fn normalizing(
    status: u16,
    body: &'static str,
) -> Normalizing<impl Fn(HttpRequest) -> Result<HttpResponse, io::Error>> {
    Normalizing::new(returning(status, "text/plain", body)).with_clock(clock)
}

pub(crate) fn client()
-> TestResult<BasicClient<EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>> {
    let url = TokenUrl::new("https://login.example.com/token".to_owned())?;
    Ok(BasicClient::new(ClientId::new("example".to_owned())).set_token_uri(url))
}

pub(crate) fn token(http: &impl SyncHttpClient<Error = io::Error>) -> TestResult<BasicTokenResponse> {
    Ok(client()?.exchange_code(AuthorizationCode::new("EXAMPLE-CODE".to_owned())).request(http)?)
}

pub(crate) fn error_response(
    http: &impl SyncHttpClient<Error = io::Error>,
) -> TestResult<BasicErrorResponse> {
    let result = client()?.exchange_code(AuthorizationCode::new("EXAMPLE-CODE".to_owned())).request(http);
    match result {
        Err(RequestError::ServerResponse(error_response)) => Ok(error_response),
        Err(error) => Err(error.into()),
        Ok(_) => Err("a token".into()),
    }
}

/// The normalized response to a token request.
pub(crate) fn response(http: &impl SyncHttpClient<Error = io::Error>) -> TestResult<HttpResponse> {
    let request =
        http::Request::post("https://login.example.com/token").body(b"code=a&grant_type=b".to_vec())?;
    Ok(http.call(request)?)
}

pub(crate) fn body(response: HttpResponse) -> TestResult<String> {
    Ok(String::from_utf8(response.into_body())?)
}
