//! Vercel.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `vercel-cli-auth`: the file `auth.json` of Vercel's command line.
///
/// ```json
/// {"// Note":"This is your Vercel credentials file. DO NOT SHARE!",
///  "// Docs":"https://vercel.com/docs/projects/project-configuration/global-configuration#auth.json",
///  "token":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH","expiresAt":1767229200}
/// ```
///
/// Source: vercel/vercel 64.0.2 `packages/cli-config/src`.
pub static VERCEL_CLI_AUTH: Dialect = Dialect::bare("vercel-cli-auth", "Vercel", Evidence::Recorded)
    .with_quirks("a file; camelCase; the token is in token; the expiry is an epoch")
    .detected_by(&["// Note+token"])
    .access_token(paths!["token"])
    .refresh_token(paths!["refreshToken"])
    .expires_at(&[TimeRule::epoch(paths!["expiresAt"])]);

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
pub static VERCEL: Dialect = Dialect::oauth2("vercel", "Vercel", Evidence::Documented)
    .with_quirks("the subject is user_id; no expiry")
    .subject(paths!["user_id"]);

/// `vercel-integration`: the exchange of an integration's code.
///
/// The token lives long, and no expiry is stated. `team_id` is null for a personal account.
///
/// ```json
/// {"token_type":"Bearer","access_token":"EXAMPLE-ACCESS","installation_id":"EXAMPLE","user_id":"EXAMPLE-USER",
///  "team_id":null}
/// ```
///
/// Source: vercel.com, "Building Integrations with Vercel REST API".
pub static VERCEL_INTEGRATION: Dialect = Dialect::like(&VERCEL, "vercel-integration", Evidence::Documented)
    .with_quirks("the subject is user_id; no expiry; error is an object");

/// `vercel-oidc`: the token of a project's deployment, which Vercel's client library requests for local development.
///
/// The expiry is only in the JWT.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: vercel/vercel `packages/oidc/src/token-util.ts`.
pub static VERCEL_OIDC: Dialect = Dialect::bare("vercel-oidc", "Vercel", Evidence::Documented)
    .with_quirks("the token is in token; no expiry")
    .access_token(paths!["token"]);
