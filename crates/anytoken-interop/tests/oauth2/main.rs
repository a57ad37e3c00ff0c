//! `oauth2` with replies that are not those of RFC 6749.

mod client;
mod granted;
mod passed;
mod refused;
mod tokens;
