//! Stripe.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

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

/// `stripe-ephemeral-key`: a key for one object, such as a customer, in an app.
///
/// ```json
/// {"id":"EXAMPLE-ID","object":"ephemeral_key","associated_objects":[{"type":"customer","id":"EXAMPLE-CUSTOMER"}],
///  "created":1767225600,"expires":1767229200,"livemode":false,"secret":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: stripe/stripe-python 16.1.0 `stripe/_ephemeral_key.py`; docs.stripe.com, "Errors".
pub static STRIPE_EPHEMERAL_KEY: Dialect = Dialect::bare("stripe-ephemeral-key", "Stripe", Evidence::Tested)
    .with_quirks("the token is in secret; created and expires are epochs")
    .detected_by(&["associated_objects+secret"])
    .access_token(paths!["secret"])
    .issued_at(&[TimeRule::epoch(paths!["created"])])
    .expires_at(&[TimeRule::epoch(paths!["expires"])])
    .errors(&ErrorShape::RFC6749.uri(paths!["error/doc_url"]).remedies(&[
        ("api_key_expired", Remedy::FixClient),
        ("idempotency_error", Remedy::FixRequest),
        ("invalid_request_error", Remedy::FixRequest),
        ("lock_timeout", Remedy::Retry),
        ("parameter_missing", Remedy::FixRequest),
        ("rate_limit", Remedy::Retry),
        ("resource_missing", Remedy::FixRequest),
    ]));
