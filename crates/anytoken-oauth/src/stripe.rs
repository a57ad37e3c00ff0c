//! Stripe.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `stripe-connect`: OAuth of Stripe Connect.
///
/// `stripe_publishable_key` is a second credential. `livemode` distinguishes a live account from one for tests.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","livemode":false,"refresh_token":"EXAMPLE-REFRESH","token_type":"bearer",
///  "stripe_publishable_key":"EXAMPLE-PUBLISHABLE","stripe_user_id":"EXAMPLE-ACCOUNT","scope":"read_write"}
/// ```
///
/// Source: docs.stripe.com, "OAuth reference" of Connect; python-social-auth/social-core
/// `social_core/tests/backends/test_stripe.py`.
pub static STRIPE_CONNECT: Dialect = Dialect::oauth2("stripe-connect", "Stripe", Evidence::Tested)
    .with_quirks("no expiry; the subject is stripe_user_id; a publishable key is beside the token")
    .detected_by(&["stripe_user_id", "stripe_publishable_key"])
    .subject(paths!["stripe_user_id"]);
