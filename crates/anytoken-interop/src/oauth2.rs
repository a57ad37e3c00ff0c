//! Every provider for [`oauth2`]: an HTTP client that normalizes responses, and conversions of tokens.
//!
//! Wrap the HTTP client in [`Normalizing`], and change nothing else:
//!
//! ```
//! use anytoken_interop::oauth2::Normalizing;
//! use oauth2::basic::BasicClient;
//! use oauth2::{ClientId, HttpRequest, HttpResponse, TokenResponse, TokenUrl};
//! use std::time::Duration;
//!
//! // Your HTTP client would be here.
//! let http = |_: HttpRequest| {
//!     let body = r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","resource":"https://example.com/"}"#;
//!     Ok::<_, std::io::Error>(HttpResponse::new(body.into()))
//! };
//! let client = BasicClient::new(ClientId::new("example".into()))
//!     .set_token_uri(TokenUrl::new("https://login.example.com/token".into())?);
//! let token = client.exchange_client_credentials().request(&Normalizing::new(http))?;
//! assert_eq!(token.access_token().secret(), "EXAMPLE-ACCESS");
//! assert_eq!(token.expires_in(), Some(Duration::from_secs(3600)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! With [`FullTokenClient`] you get the full [`Token`](anytoken::Token). [`to_response`] and [`from_response`] convert a
//! token to and from the crate's own response type.

mod conversion;
mod full_token;
mod grant;
mod json;
mod normalizing;
mod response_future;
mod rewriting;
mod rfc6749;

pub use conversion::{from_response, to_response};
pub use full_token::{FullToken, FullTokenClient};
pub use normalizing::Normalizing;
pub use response_future::ResponseFuture;
