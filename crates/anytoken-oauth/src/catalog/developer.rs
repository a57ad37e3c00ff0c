//! Developer tools and platforms.

use anytoken_core::dialect::{Dialect, ErrorShape, Never, TimeRule, Wire, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &DIGITALOCEAN,
    &HEROKU,
    &HEROKU_PLATFORM_API,
    &HEROKU_IDENTITY,
    &NETLIFY,
    &VERCEL,
    &VERCEL_INTEGRATION,
    &DATABRICKS_OAUTH,
    &DATABRICKS_CLI,
    &SNOWFLAKE,
    &TAILSCALE_OAUTH,
    &CIRCLECI,
    &SENTRY,
    &PAGERDUTY,
    &LINEAR,
    &FLY_IO_OIDC,
];

/// `digitalocean`: DigitalOcean's OAuth.
///
/// `uid` is a number, and `info` is the user's name and address.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":2592000,
///  "refresh_token":"EXAMPLE-REFRESH","scope":"read write","uid":100101,
///  "info":{"name":"Example","email":"user@example.com"}}
/// ```
///
/// Source: DigitalOcean, "How To Use OAuth Authentication with DigitalOcean"; python-social-auth/social-core
/// `test_digitalocean.py`.
pub static DIGITALOCEAN: Dialect = Dialect {
    id: "digitalocean",
    vendor: "DigitalOcean",
    quirks: "the subject is in uid",
    subject: paths!["uid"],
    ..Dialect::STANDARD
};

/// `heroku`: `POST /oauth/tokens` of the Platform API.
///
/// Both tokens are objects, each with its own lifetime. `client` repeats the client's secret, which stays among the
/// extras.
///
/// ```json
/// {"access_token":{"expires_in":28800,"id":"11111111-2222-3333-4444-555555555555","token":"EXAMPLE-ACCESS"},
///  "client":{"secret":"EXAMPLE-SECRET"},"created_at":"2026-01-01T00:00:00Z",
///  "refresh_token":{"expires_in":2592000,"id":"11111111-2222-3333-4444-555555555555","token":"EXAMPLE-REFRESH"},
///  "user":{"id":"11111111-2222-3333-4444-555555555555"}}
/// ```
///
/// Source: heroku/platform-api `schema.json`; Heroku Dev Center, "Platform API Reference".
pub static HEROKU: Dialect = Dialect {
    id: "heroku",
    vendor: "Heroku",
    quirks: "the tokens are objects; null means never; the error code is in id",
    access_token: paths!["access_token/token"],
    refresh_token: paths!["refresh_token/token"],
    subject: paths!["user/id"],
    issued: &[TimeRule::rfc3339(paths!["created_at"])],
    expires: &[TimeRule::seconds(paths!["access_token/expires_in"])],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token/expires_in"])],
    never: &[Never::Null],
    refresh_token_never: &[Never::Null],
    errors: HEROKU_ERRORS,
    ..Dialect::BARE
};

/// `heroku-platform-api`: [`HEROKU`] by the name of its documents.
///
/// ```json
/// {"access_token":{"expires_in":2592000,"id":"EXAMPLE","token":"EXAMPLE-ACCESS"},
///  "created_at":"2026-01-01T00:00:00Z","id":"EXAMPLE",
///  "refresh_token":{"expires_in":null,"id":"EXAMPLE","token":"EXAMPLE-REFRESH"},"user":{"id":"EXAMPLE-USER"}}
/// ```
///
/// Source: devcenter.heroku.com, "Platform API Reference"; heroku-client `docs/oauthToken.md`.
pub static HEROKU_PLATFORM_API: Dialect = Dialect { id: "heroku-platform-api", ..HEROKU };

/// `heroku-identity`: the token endpoint of `id.heroku.com`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","token_type":"Bearer","expires_in":28799,
///  "user_id":"11111111-2222-3333-4444-555555555555","session_nonce":null}
/// ```
///
/// Source: Heroku Dev Center, "OAuth", from memory.
pub static HEROKU_IDENTITY: Dialect = Dialect {
    id: "heroku-identity",
    vendor: "Heroku",
    quirks: "the subject is in user_id",
    signature: &["session_nonce"],
    subject: paths!["user_id"],
    errors: HEROKU_ERRORS,
    ..Dialect::STANDARD
};

/// `netlify`: the exchange of a ticket.
///
/// `created_at` is a date. No expiry is stated.
///
/// ```json
/// {"id":"EXAMPLE-ID","access_token":"EXAMPLE-ACCESS","user_id":"EXAMPLE-USER","user_email":"user@example.com",
///  "created_at":"2026-01-01T00:00:00.000Z"}
/// ```
///
/// Source: netlify/open-api `swagger.yml`.
pub static NETLIFY: Dialect = Dialect {
    id: "netlify",
    vendor: "Netlify",
    quirks: "created_at is a date; no expiry",
    subject: paths!["user_id"],
    issued: &[TimeRule::rfc3339(paths!["created_at"])],
    errors: ErrorShape {
        code: paths!["error", "error/code", "code"],
        description: paths!["error_description", "error/message", "message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `vercel`: an integration's token.
///
/// `team_id` is a parameter of later calls, and null for a personal account. No expiry is stated.
///
/// ```json
/// {"token_type":"Bearer","access_token":"EXAMPLE-ACCESS","installation_id":"EXAMPLE-INSTALLATION",
///  "user_id":"EXAMPLE-USER","team_id":null}
/// ```
///
/// Source: Vercel, "Vercel API integrations".
pub static VERCEL: Dialect = Dialect {
    id: "vercel",
    vendor: "Vercel",
    quirks: "the subject is in user_id; no expiry",
    subject: paths!["user_id"],
    ..Dialect::STANDARD
};

/// `vercel-integration`: the exchange of an integration's code.
///
/// The token lives long, and no expiry is stated. `team_id` is null for a personal account. The error is an object.
///
/// ```json
/// {"token_type":"Bearer","access_token":"EXAMPLE-ACCESS","installation_id":"EXAMPLE","user_id":"EXAMPLE-USER",
///  "team_id":null}
/// ```
///
/// Source: vercel.com, "Building Integrations with Vercel REST API".
pub static VERCEL_INTEGRATION: Dialect =
    Dialect { id: "vercel-integration", quirks: "no expiry; the error is an object", ..VERCEL };

/// `databricks-oauth`: the token endpoints of Databricks.
///
/// An error response is that of RFC 6749, or has its code in `error_code`, as a word or a number.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","scope":"all-apis","token_type":"Bearer","expires_in":3600}
/// ```
///
/// Source: databricks/databricks-sdk-go `config/auth_oidc_test.go`, `apierr/errors.go`.
pub static DATABRICKS_OAUTH: Dialect = Dialect {
    id: "databricks-oauth",
    vendor: "Databricks",
    quirks: "the error code is in error or error_code",
    errors: ErrorShape {
        signs: paths!["error", "error_code"],
        code: paths!["error", "error/code", "error_code"],
        description: paths!["error_description", "error/message", "message"],
        remedies: &[
            ("INVALID_PARAMETER_VALUE", Remedy::FixRequest),
            ("REQUEST_LIMIT_EXCEEDED", Remedy::Retry),
            ("RESOURCE_EXHAUSTED", Remedy::Retry),
            ("TEMPORARILY_UNAVAILABLE", Remedy::Retry),
            ("UNAUTHENTICATED", Remedy::Reauthenticate),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `databricks-cli`: `databricks auth token`.
///
/// The expiry has nine digits behind the second. One without a zone is local time to some of the vendor's clients and
/// UTC to another: not stated.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expiry":"2026-01-01T01:00:00.123456789Z"}
/// ```
///
/// Source: databricks/databricks-sdk-go `config/cli_token_source.go`.
pub static DATABRICKS_CLI: Dialect = Dialect {
    id: "databricks-cli",
    vendor: "Databricks",
    quirks: "an absolute expiry only; without a time zone it is unknown",
    access_token: paths!["access_token"],
    token_type: paths!["token_type"],
    expires: &[TimeRule::rfc3339(paths!["expiry"])],
    ..Dialect::BARE
};

/// `snowflake`: Snowflake OAuth.
///
/// `username` is the subject. The lifetime of a refresh token may come without one. An error response's text is in
/// `message`, and its `code` is null.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":600,"refresh_token":"EXAMPLE-REFRESH","token_type":"Bearer",
///  "username":"example","refresh_token_expires_in":86399,"idpInitiated":false}
/// ```
///
/// Source: docs.snowflake.com, "Configure Snowflake OAuth for custom clients"; snowflakedb/gosnowflake `test_data`.
pub static SNOWFLAKE: Dialect = Dialect {
    id: "snowflake",
    vendor: "Snowflake",
    quirks: "username is the subject; the error text is in message",
    signature: &["idpInitiated"],
    subject: paths!["username"],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    errors: ErrorShape {
        description: paths!["error_description", "error/message", "message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `tailscale-oauth`: OAuth clients of Tailscale.
///
/// Scopes hold colons. An error response is a message without a code.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600,"scope":"devices:core"}
/// ```
///
/// Source: tailscale.com, "OAuth clients", from memory.
pub static TAILSCALE_OAUTH: Dialect = Dialect {
    id: "tailscale-oauth",
    vendor: "Tailscale",
    quirks: "errors without a code",
    errors: ErrorShape {
        signs: paths!["error", "message"],
        description: paths!["error_description", "error/message", "message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `circleci`: CircleCI's OAuth for dynamic clients.
///
/// There are no refresh tokens.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":7776000}
/// ```
///
/// Source: circleci/circleci-docs `oauth-dynamic-client-registration.adoc`.
pub static CIRCLECI: Dialect =
    Dialect { id: "circleci", vendor: "CircleCI", quirks: "no refresh token", ..Dialect::STANDARD };

/// `sentry`: the authorization of an integration's installation.
///
/// The status is 201. Dates have milliseconds; there is no type. An error response is a `detail` without a code.
///
/// ```json
/// {"id":"38","token":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH","dateCreated":"2026-01-01T00:00:00.870Z",
///  "expiresAt":"2026-01-01T08:00:00.870Z","state":null,"application":null}
/// ```
///
/// Source: getsentry/sentry-docs `public-integration.mdx`; getsentry/sentry
/// `src/sentry/api/serializers/models/apitoken.py` (scopes), `sentry_app_authorizations.py`.
pub static SENTRY: Dialect = Dialect {
    id: "sentry",
    vendor: "Sentry",
    quirks: "camelCase; expiries are dates; no token type",
    access_token: paths!["token"],
    refresh_token: paths!["refreshToken"],
    scope: paths!["scopes"],
    issued: &[TimeRule::rfc3339(paths!["dateCreated"])],
    expires: &[TimeRule::rfc3339(paths!["expiresAt"])],
    scope_separators: &[],
    errors: ErrorShape {
        description: paths!["error_description", "error/message", "detail"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `pagerduty`: PagerDuty's OAuth.
///
/// `client_info` is the service's region and the account's subdomain.
///
/// ```json
/// {"client_info":"prefix_legacy_app","id_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"bearer",
///  "access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","scope":"openid write","expires_in":864000}
/// ```
///
/// Source: developer.pagerduty.com, "OAuth functionality".
pub static PAGERDUTY: Dialect = Dialect {
    id: "pagerduty",
    vendor: "PagerDuty",
    quirks: "region and subdomain in client_info",
    ..Dialect::STANDARD
};

/// `linear`: Linear's OAuth.
///
/// Ten years, or a day for an app with refresh tokens, in seconds. `scope` is an array for apps made before
/// 2023-12-01, and a string for later ones.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":315705599,"scope":"read write"}
/// ```
///
/// Source: linear.app/developers, "OAuth 2.0 authentication".
pub static LINEAR: Dialect = Dialect {
    id: "linear",
    vendor: "Linear",
    quirks: "expires_in is ten years; scope is an array or a string",
    ..Dialect::STANDARD
};

/// `fly-io-oidc`: the OIDC token of a Fly Machine.
///
/// The body is the JWT and nothing else; its expiry is inside. An error response is a text.
///
/// ```text
/// EXAMPLE.EXAMPLE.EXAMPLE
/// ```
///
/// Source: fly.io, Machines API, "OpenID Connect tokens".
pub static FLY_IO_OIDC: Dialect = Dialect {
    id: "fly-io-oidc",
    vendor: "Fly.io",
    quirks: "the body is an ID token; no expiry",
    wire: Wire::Text,
    id_token: paths!["#text"],
    ..Dialect::BARE
};

/// How Heroku's services say no.
const HEROKU_ERRORS: ErrorShape = ErrorShape {
    signs: paths!["error", "message"],
    code: paths!["error", "error/code", "id"],
    description: paths!["error_description", "error/message", "message"],
    uri: paths!["error_uri", "url"],
    remedies: &[
        ("unauthorized", Remedy::Reauthenticate),
        ("bad_request", Remedy::FixRequest),
        ("not_acceptable", Remedy::FixRequest),
        ("invalid_params", Remedy::FixRequest),
        ("delinquent", Remedy::Interact),
        ("verification_needed", Remedy::Interact),
        ("two_factor", Remedy::Interact),
        ("rate_limit", Remedy::Retry),
    ],
    ..ErrorShape::STANDARD
};
