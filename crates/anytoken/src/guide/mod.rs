//! The guide: from the bytes of a response to a token that is kept, refreshed and told apart from a refusal.
//!
//! | page | what it answers |
//! | --- | --- |
//! | [`receiving`] | Which format? When did it arrive? What else belongs to a response? |
//! | [`answers`] | What does each note mean, what does each refusal ask for, and what is an error? |
//! | [`keeping`] | When is it time to refresh, what is left of the old token, how is one stored? |
//! | [`dialects`] | How is a format read that nobody has described, at build time or at run time? |
//! | [`migrating`] | What becomes of `oauth2`'s struct, of Go's `x/oauth2`, of requests-oauthlib's compliance fixes? |
//!
//! The pages hold no code but their examples, each of which is run as a test. Longer ones are in the `examples` folder
//! of this crate: `cargo run --example refresh`.

pub mod answers;
pub mod dialects;
pub mod keeping;
pub mod migrating;
pub mod receiving;
