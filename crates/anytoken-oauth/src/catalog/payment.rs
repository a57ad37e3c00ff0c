//! Payments, tills and banks.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] =
    &[&STRIPE_CONNECT, &PAYPAL, &SQUARE, &CLOVER, &TOAST, &MOLLIE, &GOCARDLESS, &GOCARDLESS_BANK_DATA, &WISE];

/// `stripe-connect`: accounts that Stripe Connect connects.
///
/// No lifetime is sent. `stripe_publishable_key` is a second credential, and `livemode` distinguishes a live account
/// from one for tests: both are kept.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","livemode":false,"refresh_token":"EXAMPLE-REFRESH","token_type":"bearer",
///  "stripe_publishable_key":"EXAMPLE-PUBLISHABLE","stripe_user_id":"EXAMPLE-ACCOUNT","scope":"read_write"}
/// ```
///
/// Source: docs.stripe.com, "OAuth reference" of Connect; python-social-auth/social-core
/// `social_core/tests/backends/test_stripe.py`.
pub static STRIPE_CONNECT: Dialect = Dialect {
    id: "stripe-connect",
    vendor: "Stripe",
    quirks: "no expiry; a publishable key beside the token",
    signature: &["stripe_user_id", "stripe_publishable_key"],
    subject: paths!["stripe_user_id"],
    ..Dialect::STANDARD
};

/// `paypal`: PayPal.
///
/// Scopes are URLs, some with wildcards. One token is issued until it expires; `expires_in` is its remaining lifetime.
/// `nonce` begins with an instant, which is not that of the token. Error responses of the API have a `name` and a
/// `message`; their `links` are kept.
///
/// ```json
/// {"scope":"https://uri.paypal.com/services/invoicing https://api-m.paypal.com/v1/vault/credit-card/.*",
///  "access_token":"EXAMPLE-ACCESS","token_type":"Bearer","app_id":"APP-EXAMPLE","expires_in":31668,
///  "nonce":"2026-01-01T00:00:00ZEXAMPLE"}
/// ```
///
/// Source: developer.paypal.com, "Get an access token", "API responses".
pub static PAYPAL: Dialect = Dialect {
    id: "paypal",
    vendor: "PayPal",
    quirks: "scopes are URLs; errors are name and message",
    errors: ErrorShape {
        signs: paths!["error", "name"],
        code: paths!["error", "error/code", "name"],
        description: paths!["error_description", "error/message", "message"],
        remedies: &[
            ("AUTHENTICATION_FAILURE", Remedy::FixClient),
            ("INVALID_REQUEST", Remedy::FixRequest),
            ("RATE_LIMIT_REACHED", Remedy::Retry),
            ("INTERNAL_SERVER_ERROR", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `square`: Square.
///
/// Both expiries are dates and no lifetimes. An error response is a list, or of the older kind a `type` and a
/// `message`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_at":"2026-01-31T00:00:00Z",
///  "merchant_id":"EXAMPLE-MERCHANT","refresh_token":"EXAMPLE-REFRESH","short_lived":false,
///  "refresh_token_expires_at":"2026-04-01T00:00:00Z"}
/// ```
///
/// Source: square/square-nodejs-sdk `tests/wire/oAuth.test.ts`; developer.squareup.com, "ObtainToken", "ErrorCode".
pub static SQUARE: Dialect = Dialect {
    id: "square",
    vendor: "Square",
    quirks: "expiries are dates; merchant_id is the subject; errors are a list",
    signature: &["short_lived"],
    subject: paths!["merchant_id"],
    expires: &[TimeRule::rfc3339(paths!["expires_at"])],
    refresh_token_expires: &[TimeRule::rfc3339(paths!["refresh_token_expires_at"])],
    errors: ErrorShape {
        signs: paths!["error", "errors", "type"],
        code: paths!["errors/0/code", "error", "error/code", "type"],
        description: paths!["errors/0/detail", "error_description", "error/message", "message"],
        remedies: &[
            ("ACCESS_TOKEN_EXPIRED", Remedy::Reauthenticate),
            ("ACCESS_TOKEN_REVOKED", Remedy::Reauthenticate),
            ("CLIENT_DISABLED", Remedy::FixClient),
            ("BAD_REQUEST", Remedy::FixRequest),
            ("MISSING_REQUIRED_PARAMETER", Remedy::FixRequest),
            ("RATE_LIMITED", Remedy::Retry),
            ("INTERNAL_SERVER_ERROR", Remedy::Retry),
            ("SERVICE_UNAVAILABLE", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `clover`: Clover, with tokens that expire.
///
/// Both expiries are seconds since 1970. No type is sent. An error response has a `message`.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","access_token_expiration":1767227400,
///  "refresh_token":"EXAMPLE-REFRESH","refresh_token_expiration":1798761600}
/// ```
///
/// Source: docs.clover.com, "Generate OAuth expiring (access and refresh) token".
pub static CLOVER: Dialect = Dialect {
    id: "clover",
    vendor: "Fiserv",
    quirks: "expiries are epochs",
    signature: &["access_token_expiration", "refresh_token_expiration"],
    expires: &[TimeRule::epoch(paths!["access_token_expiration"])],
    refresh_token_expires: &[TimeRule::epoch(paths!["refresh_token_expiration"])],
    errors: ErrorShape {
        description: paths!["error_description", "error/message", "message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `toast`: Toast.
///
/// An envelope, camelCase, with `null` for what is not granted; `expiresIn` is what is left. `status` is `SUCCESS`, and
/// in an error response that of HTTP, beside a `code` of Toast's own.
///
/// ```json
/// {"@class":".SuccessfulResponse","token":{"tokenType":"Bearer","scope":null,"expiresIn":86400,
///  "accessToken":"EXAMPLE.EXAMPLE.EXAMPLE","idToken":null,"refreshToken":null},"status":"SUCCESS"}
/// ```
///
/// Source: doc.toasttab.com, "Authentication and restaurant access", "ErrorMessage".
pub static TOAST: Dialect = Dialect {
    id: "toast",
    vendor: "Toast",
    quirks: "an envelope, camelCase",
    at: "token",
    access_token: paths!["accessToken"],
    refresh_token: paths!["refreshToken"],
    id_token: paths!["idToken"],
    token_type: paths!["tokenType"],
    scope: paths!["scope"],
    expires: &[TimeRule::seconds(paths!["expiresIn"])],
    success: Some((FieldPath::new("status"), &["\"SUCCESS\""])),
    errors: ErrorShape {
        signs: paths!["error", "code"],
        code: paths!["error", "error/code", "code", "status"],
        description: paths!["error_description", "error/message", "message"],
        uri: paths!["error_uri", "link"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `mollie`: Mollie, with status 201.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":3600,"token_type":"bearer",
///  "scope":"payments.read organizations.read"}
/// ```
///
/// Source: mollie/api-documentation `source/reference/oauth2/tokens.rst`.
pub static MOLLIE: Dialect = Dialect { id: "mollie", vendor: "Mollie", ..Dialect::STANDARD };

/// `gocardless`: GoCardless for partners.
///
/// No lifetime is sent. The subject is the organisation.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","scope":"read_write","token_type":"bearer","organisation_id":"OR123",
///  "email":"user@example.com"}
/// ```
///
/// Source: developer.gocardless.com, "Partner integrations", from memory.
pub static GOCARDLESS: Dialect = Dialect {
    id: "gocardless",
    vendor: "GoCardless",
    quirks: "no expiry; organisation_id is the subject",
    subject: paths!["organisation_id"],
    ..Dialect::STANDARD
};

/// `gocardless-bank-data`: GoCardless Bank Account Data, formerly Nordigen.
///
/// Names of its own. A refreshed token comes without a refresh token: the old one stays. An error response's code is
/// its status.
///
/// ```json
/// {"access":"EXAMPLE.EXAMPLE.EXAMPLE","access_expires":86400,"refresh":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refresh_expires":2592000}
/// ```
///
/// Source: developer.gocardless.com, "Quick start guide" of Bank Account Data.
pub static GOCARDLESS_BANK_DATA: Dialect = Dialect {
    id: "gocardless-bank-data",
    vendor: "GoCardless",
    quirks: "its own member names; the error code is the HTTP status",
    signature: &["access_expires"],
    access_token: paths!["access"],
    refresh_token: paths!["refresh"],
    expires: &[TimeRule::seconds(paths!["access_expires"])],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_expires"])],
    errors: ErrorShape {
        signs: paths!["error", "status_code"],
        code: paths!["error", "error/code", "status_code"],
        description: paths!["detail", "summary", "error_description", "error/message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `wise`: Wise.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":43199,
///  "scope":"transfers"}
/// ```
///
/// Source: transferwise/api-docs `source/includes/_banks.md`.
pub static WISE: Dialect = Dialect { id: "wise", vendor: "Wise", ..Dialect::STANDARD };
