//! Payments, tills and banks.

use anytoken_core::{Adapter, Dialect, Path, Refusals, Remedy, Time, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] =
    &[&STRIPE_CONNECT, &PAYPAL, &SQUARE, &CLOVER, &TOAST, &MOLLIE, &GOCARDLESS, &GOCARDLESS_BANK_DATA, &WISE];

/// `stripe-connect`: accounts that Stripe Connect connects.
///
/// No lifetime is sent. `stripe_publishable_key` is a second credential, and `livemode` tells a live account from one
/// for tests: both are kept.
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
    quirks: "no end; a publishable key beside the token",
    marks: &["stripe_user_id", "stripe_publishable_key"],
    subject: paths!["stripe_user_id"],
    ..Dialect::STANDARD
};

/// `paypal`: PayPal.
///
/// Scopes are URLs, some with wildcards. One token is handed out until it ends; `expires_in` is what is left of it.
/// `nonce` begins with an instant, which is not that of the token. Refusals of the API have a `name` and a `message`;
/// their `links` are kept.
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
    quirks: "scopes are URLs; refusals are name and message",
    refusal: Refusals {
        signs: paths!["error", "name"],
        code: paths!["error", "error/code", "name"],
        description: paths!["error_description", "error/message", "message"],
        remedies: &[
            ("AUTHENTICATION_FAILURE", Remedy::FixClient),
            ("INVALID_REQUEST", Remedy::FixRequest),
            ("RATE_LIMIT_REACHED", Remedy::Retry),
            ("INTERNAL_SERVER_ERROR", Remedy::Retry),
        ],
        ..Refusals::STANDARD
    },
    ..Dialect::STANDARD
};

/// `square`: Square.
///
/// Both ends are dates and no lifetimes. A refusal is a list, or of the older kind a `type` and a `message`.
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
    quirks: "ends are dates; merchant_id is the subject; refusals are a list",
    marks: &["short_lived"],
    subject: paths!["merchant_id"],
    expires: &[Time::rfc3339(paths!["expires_at"])],
    refresh_token_expires: &[Time::rfc3339(paths!["refresh_token_expires_at"])],
    refusal: Refusals {
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
        ..Refusals::STANDARD
    },
    ..Dialect::STANDARD
};

/// `clover`: Clover, with tokens that expire.
///
/// Both ends are seconds since 1970. No type is sent. A refusal has a `message`.
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
    quirks: "ends are epochs",
    marks: &["access_token_expiration", "refresh_token_expiration"],
    expires: &[Time::epoch(paths!["access_token_expiration"])],
    refresh_token_expires: &[Time::epoch(paths!["refresh_token_expiration"])],
    refusal: Refusals {
        description: paths!["error_description", "error/message", "message"],
        ..Refusals::STANDARD
    },
    ..Dialect::STANDARD
};

/// `toast`: Toast.
///
/// An envelope, camelCase, with `null` for what is not granted; `expiresIn` is what is left. `status` is `SUCCESS`, and
/// in a refusal that of HTTP, beside a `code` of Toast's own.
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
    expires: &[Time::seconds(paths!["expiresIn"])],
    success: Some((Path::new("status"), &["\"SUCCESS\""])),
    refusal: Refusals {
        signs: paths!["error", "code"],
        code: paths!["error", "error/code", "code", "status"],
        description: paths!["error_description", "error/message", "message"],
        uri: paths!["error_uri", "link"],
        ..Refusals::STANDARD
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
    quirks: "no end; organisation_id is the subject",
    subject: paths!["organisation_id"],
    ..Dialect::STANDARD
};

/// `gocardless-bank-data`: GoCardless Bank Account Data, formerly Nordigen.
///
/// Names of its own. A refreshed token comes without a refresh token: the old one stays. A refusal's code is its
/// status.
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
    quirks: "names of its own; a refusal's code is its status",
    marks: &["access_expires"],
    access_token: paths!["access"],
    refresh_token: paths!["refresh"],
    expires: &[Time::seconds(paths!["access_expires"])],
    refresh_token_expires: &[Time::seconds(paths!["refresh_expires"])],
    refusal: Refusals {
        signs: paths!["error", "status_code"],
        code: paths!["error", "error/code", "status_code"],
        description: paths!["detail", "summary", "error_description", "error/message"],
        ..Refusals::STANDARD
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
