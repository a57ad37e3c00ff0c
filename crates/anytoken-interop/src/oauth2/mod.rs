//! Every provider for [`oauth2`]: a client that has their replies be those of RFC 6749, and tokens both ways.
//!
//! [`Normalizing`] goes around the HTTP client that the crate is given, and nothing else changes:
//!
//! ```
//! use anytoken_interop::oauth2::Normalizing;
//! use oauth2::basic::BasicClient;
//! use oauth2::{ClientId, HttpRequest, HttpResponse, TokenResponse, TokenUrl};
//! use std::time::Duration;
//!
//! // In place of a client that asks a server.
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
//! A client whose type of token is [`Granted`] gets the whole [`Token`](anytoken::Token), and [`to_reply`] and
//! [`from_reply`] convert a token to and from the crate's own type.

mod conversion;
mod granted;
mod normalizing;
mod plain;
mod reply;

pub use conversion::{from_reply, to_reply};
pub use granted::{Granted, GrantedClient};
pub use normalizing::Normalizing;
pub use reply::Reply;
