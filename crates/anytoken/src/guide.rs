//! The guide: from the bytes of a response to a token that is stored and refreshed.
//!
//! | page | questions it answers |
//! | --- | --- |
//! | [`requests`] | How do I decode what reqwest, ureq or another HTTP client receives? |
//! | [`receiving`] | Which format? When did the response arrive? What else belongs to it? |
//! | [`outcomes`] | What does each note mean? How do I react to each error response? What is an error? |
//! | [`refreshing`] | When do I refresh? What is kept from the old token? How do I store one? |
//! | [`canonical`] | What does each member of a stored or printed token mean? |
//! | [`dialects`] | How do I add a format, at build time or at run time? |
//! | [`migrating`] | How do I migrate stored tokens, or from `oauth2`, Go's `x/oauth2` or requests-oauthlib? |
//! | [`surprises`] | Which clients and stores change a token before I read it? |
//!
//! Every example on these pages is held by a test. Longer ones are in the `examples` folder of this crate:
//! `cargo run -p anytoken --example refresh`.

pub mod canonical;
pub mod dialects;
pub mod migrating;
pub mod outcomes;
pub mod receiving;
pub mod refreshing;
pub mod requests;
pub mod surprises;
