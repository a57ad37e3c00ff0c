//! Flickr.

use anytoken_core::dialect::{Dialect, Evidence, paths};

use crate::standard::OAUTH1;

/// `flickr-oauth1`: `oauth/access_token` of Flickr.
///
/// An error response repeats the text to sign without escaping it, so the members after its first `&` are wrong.
///
/// ```text
/// fullname=Example&oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET&user_nsid=1%40N07&username=example
/// ```
///
/// Source: flickr.com, "Using OAuth with Flickr"; python-social-auth/social-core
/// `social_core/tests/backends/test_flickr.py`.
pub static FLICKR_OAUTH1: Dialect = Dialect::like(&OAUTH1, "flickr-oauth1", Evidence::Documented)
    .by("Flickr")
    .with_quirks("a form; a second secret signs each request; the subject is in user_nsid")
    .detected_by(&["user_nsid"])
    .subject(paths!["user_nsid"]);
