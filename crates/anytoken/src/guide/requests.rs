//! Requests: decoding what your HTTP client receives.
//!
//! anytoken sends no request. It takes the bytes of a response, the instant at which they arrived, the status and the
//! headers, from whichever client you use. Three rules hold for all of them:
//!
//! - Take the time as soon as the client has the headers, before it reads the body.
//! - Read the body of error responses too: turn off the option that makes a status from 400 up an error of the client.
//! - Do not follow redirects: a token endpoint that redirects is not a token endpoint.
//!
//! # With ureq
//!
//! ureq's response is one of the crate `http`, so `anytoken_interop::http` (feature `http`) takes its head as it is:
//!
//! ```ignore
//! fn fetch(agent: &ureq::Agent, url: &str) -> Result<Token, Box<dyn Error>> {
//!     let (parts, mut body) = agent.get(url).header("Metadata", "true").call()?.into_parts();
//!     let received_at = UtcDateTime::now();
//!     let body = body.read_to_vec()?;
//!     let response = response_from_parts(&parts, &body, received_at);
//!     Ok(anytoken::token_as("azure-imds", response)?)
//! }
//! ```
//!
//! ```ignore
//! ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().new_agent()
//! ```
//!
//! # With reqwest
//!
//! reqwest consumes its response when it reads the body, so take the head first:
//!
//! ```ignore
//! async fn fetch_async(client: &reqwest::Client, url: &str) -> Result<Token, Box<dyn Error>> {
//!     let response = client.get(url).header("Metadata", "true").send().await?;
//!     let received_at = UtcDateTime::now();
//!     let (status, headers) = (response.status(), response.headers().clone());
//!     let body = response.bytes().await?;
//!     let response = with_head(Response::new(&body, received_at), status, &headers);
//!     Ok(anytoken::token_as("azure-imds", response)?)
//! }
//! ```
//!
//! ```ignore
//! reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()
//! ```
//!
//! Both are in the program `examples/requests.rs` of the repository, which the tests run. The program `oauth2_async.rs`
//! beside it shows the crate `oauth2` with a client that makes every provider follow RFC 6749.
//!
//! # With any other client
//!
//! Headers are pairs of texts, so no client needs a conversion:
//!
//! ```
//! use anytoken::time::UtcDateTime;
//! use anytoken::{Remedy, Response, TokenError};
//! use std::time::Duration;
//!
//! // Your HTTP client returns these.
//! let (status, headers, body) = (429, [("Retry-After", "30")], br#"{"error":"temporarily_unavailable"}"#.to_vec());
//! let received_at = UtcDateTime::now();
//!
//! let response = Response::from_vec(body, received_at).with_status(status).with_headers(headers);
//! match anytoken::token_as("azure-imds", response) {
//!     Ok(token) => drop(token.authorization()?),
//!     Err(TokenError::ErrorResponse(error_response)) => {
//!         assert_eq!(error_response.remedy(), Remedy::Retry);
//!         assert_eq!(error_response.retry_after(), Some(Duration::from_secs(30)));
//!     }
//!     Err(TokenError::Decode(error)) => return Err(error.into()),
//! }
//! # Ok::<(), TokenError>(())
//! ```
//!
//! # Use the token
//!
//! [`authorization`](crate::Token::authorization) is the value of the `Authorization` header. It is an error for a token
//! that does not go into that header, such as one that a vendor expects in the query.
//! `anytoken_interop::http::authorization` returns it as a `HeaderValue` that is marked as sensitive.
