//! `oauth2` with servers that do not follow RFC 6749.

mod client;
mod conversion;
mod error_responses;
mod normalizing;
mod unchanged;
