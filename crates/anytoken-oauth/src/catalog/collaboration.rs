//! Notes, tasks, designs and mail that people share.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

use crate::OAUTH1;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &NOTION,
    &JIRA_OAUTH1,
    &ASANA,
    &AIRTABLE,
    &CLICKUP,
    &FIGMA,
    &MIRO,
    &TODOIST,
    &BASECAMP,
    &PODIO,
    &YAMMER,
    &ZOHO,
    &ZOHO_MAIL360,
];

/// `notion`: Notion.
///
/// Neither a lifetime nor a scope is sent, and a refresh token may be `null`. The token is a bot's; `owner` holds the
/// user who allowed it, or says that a workspace did.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","refresh_token":"EXAMPLE-REFRESH",
///  "bot_id":"11111111-2222-3333-4444-555555555555","workspace_icon":null,"workspace_name":"Example",
///  "owner":{"type":"user","user":{"object":"user","id":"66666666-7777-8888-9999-000000000000"}}}
/// ```
///
/// Source: makenotion/notion-sdk-js `src/api-endpoints/oauth.ts`; developers.notion.com, "Status codes".
pub static NOTION: Dialect = Dialect {
    id: "notion",
    vendor: "Notion",
    quirks: "no expiry; the user is nested in owner",
    signature: &["workspace_icon", "duplicated_template_id"],
    subject: paths!["owner/user/id"],
    errors: ErrorShape {
        code: paths!["error", "error/code", "code"],
        description: paths!["error_description", "error/message", "message"],
        remedies: &[
            ("unauthorized", Remedy::Reauthenticate),
            ("rate_limited", Remedy::Retry),
            ("internal_server_error", Remedy::Retry),
            ("service_unavailable", Remedy::Retry),
            ("validation_error", Remedy::FixRequest),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `jira-oauth1`: OAuth 1.0a of Jira's application links.
///
/// A form. `oauth_token_secret` is a second secret, which signs each request; it is kept. The session handle plays the
/// refresh token's part, and both lifetimes are years. An error response is a form with `oauth_problem`.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET&oauth_expires_in=157680000
/// &oauth_session_handle=EXAMPLE&oauth_authorization_expires_in=160272000
/// ```
///
/// Source: public code that parses these members.
pub static JIRA_OAUTH1: Dialect = Dialect {
    id: "jira-oauth1",
    vendor: "Atlassian",
    quirks: "a form; the session handle is the refresh token",
    refresh_token: paths!["oauth_session_handle"],
    expires: &[TimeRule::seconds(paths!["oauth_expires_in"]).text()],
    refresh_token_expires: &[TimeRule::seconds(paths!["oauth_authorization_expires_in"]).text()],
    ..OAUTH1
};

/// `asana`: Asana.
///
/// `data` is the user, and no envelope.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"token_type":"bearer","refresh_token":"EXAMPLE-REFRESH",
///  "data":{"id":"4673218951","name":"Example","email":"user@example.com"}}
/// ```
///
/// Source: Asana/developer-docs `source/includes/markdown/_auth.html.md`.
pub static ASANA: Dialect = Dialect {
    id: "asana",
    vendor: "Asana",
    quirks: "data is the user",
    subject: paths!["data/id"],
    ..Dialect::STANDARD
};

/// `airtable`: Airtable.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":3600,
///  "refresh_expires_in":5184000,"scope":"data.records:read"}
/// ```
///
/// Source: airtable.com/developers, "OAuth reference"; aspnet-contrib/AspNet.Security.OAuth.Providers
/// `Airtable/bundle.json`.
pub static AIRTABLE: Dialect = Dialect {
    id: "airtable",
    vendor: "Airtable",
    quirks: "the refresh token's lifetime is refresh_expires_in",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_expires_in"])],
    ..Dialect::STANDARD
};

/// `clickup`: ClickUp.
///
/// A token without an expiry, a refresh token or a scope. An error response has its text in `err` and its code in
/// `ECODE`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer"}
/// ```
///
/// Source: developer.clickup.com, "Get Access Token", "Common Errors".
pub static CLICKUP: Dialect = Dialect {
    id: "clickup",
    vendor: "ClickUp",
    quirks: "no expiry; errors are err and ECODE",
    signature: &["ECODE"],
    errors: ErrorShape {
        signs: paths!["error", "ECODE", "err"],
        code: paths!["ECODE", "error", "error/code"],
        description: paths!["err", "error_description", "error/message"],
        remedies: &[
            ("OAUTH_007", Remedy::FixRequest),
            ("OAUTH_010", Remedy::FixClient),
            ("OAUTH_017", Remedy::FixRequest),
            ("OAUTH_019", Remedy::Reauthenticate),
            ("OAUTH_021", Remedy::Reauthenticate),
            ("OAUTH_023", Remedy::Interact),
            ("OAUTH_025", Remedy::Reauthenticate),
            ("OAUTH_026", Remedy::Interact),
            ("OAUTH_027", Remedy::Interact),
            ("OAUTH_077", Remedy::Reauthenticate),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `figma`: Figma.
///
/// The user is a number that may be too large for many a reader, and for that reason a string beside it. A refreshed
/// token comes without a refresh token: the old one stays. An error response is the status and a text.
///
/// ```json
/// {"user_id":1234567890123456789,"user_id_string":"1234567890123456789","access_token":"EXAMPLE-ACCESS",
///  "token_type":"bearer","expires_in":7776000,"refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: developers.figma.com, "Authentication", "Errors".
pub static FIGMA: Dialect = Dialect {
    id: "figma",
    vendor: "Figma",
    quirks: "the user's id as a string beside the number; the error code is the HTTP status",
    signature: &["user_id_string"],
    subject: paths!["user_id_string", "user_id"],
    errors: ErrorShape {
        signs: paths!["error", "err"],
        code: paths!["error", "error/code", "status"],
        description: paths!["err", "error_description", "error/message", "message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `miro`: Miro.
///
/// ```json
/// {"user_id":"9876543210","refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS","expires_in":3599,
///  "team_id":"1234567890","scope":"boards:read","token_type":"bearer"}
/// ```
///
/// Source: developers.miro.com, "Getting started with OAuth", from memory; amp-labs/connectors `providers/miro.go`.
pub static MIRO: Dialect = Dialect {
    id: "miro",
    vendor: "Miro",
    quirks: "user_id is the user",
    subject: paths!["user_id"],
    ..Dialect::STANDARD
};

/// `todoist`: Todoist, whose tokens state neither an expiry nor a scope.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer"}
/// ```
///
/// Source: developer.todoist.com, "Authorization"; Doist/todoist-api-typescript `src/authentication.test.ts`.
pub static TODOIST: Dialect = Dialect {
    id: "todoist",
    vendor: "Todoist",
    quirks: "no expiry",
    errors: ErrorShape {
        remedies: &[
            ("bad_authorization_code", Remedy::Reauthenticate),
            ("incorrect_application_credentials", Remedy::FixClient),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `basecamp`: 37signals Launchpad, which is at draft 5 of OAuth 2.
///
/// No type is sent. A refreshed token comes without a refresh token: the old one stays.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":1209600}
/// ```
///
/// Source: basecamp/api `sections/authentication.md`.
pub static BASECAMP: Dialect =
    Dialect { id: "basecamp", vendor: "37signals", quirks: "no token_type", ..Dialect::STANDARD };

/// `podio`: Podio.
///
/// The subject is a number in `ref`, whose `type` distinguishes users, apps and spaces.
///
/// ```json
/// {"token_type":"bearer","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":28800,
///  "ref":{"type":"user","id":1010101010}}
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_podio.py`.
pub static PODIO: Dialect = Dialect {
    id: "podio",
    vendor: "Podio",
    quirks: "the subject is nested in ref",
    subject: paths!["ref/id"],
    ..Dialect::STANDARD
};

/// `yammer`: Yammer.
///
/// `access_token` is an object, in which the token is `token`. Dates are as `2026/01/31 23:59:59 +0000`, the expiry is
/// `null`, and what was granted is in flags, no scopes.
///
/// ```json
/// {"access_token":{"user_id":1014216,"network_id":155465488,"token":"EXAMPLE-ACCESS","view_messages":true,
///  "created_at":"2026/01/01 00:00:00 +0000","expires_at":null}}
/// ```
///
/// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `Yammer/bundle.json`; simov/grant `lib/response.js`.
pub static YAMMER: Dialect = Dialect {
    id: "yammer",
    vendor: "Microsoft",
    quirks: "access_token is an object; dates with slashes",
    at: "access_token",
    access_token: paths!["token"],
    subject: paths!["user_id"],
    issued: &[TimeRule::rfc3339(paths!["created_at"])],
    expires: &[TimeRule::rfc3339(paths!["expires_at"])],
    ..Dialect::BARE
};

/// `zoho`: Zoho's accounts server.
///
/// Where `expires_in_sec` is sent, it has the seconds and `expires_in` milliseconds; alone, `expires_in` has the
/// seconds. `api_domain` is the host to call. Most error responses come with status 200.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","api_domain":"https://www.zohoapis.com",
///  "token_type":"Bearer","expires_in":3600}
/// ```
///
/// Source: zoho.com, "Generate Access and Refresh Tokens" of Writer's API; error responses from memory.
pub static ZOHO: Dialect = Dialect {
    id: "zoho",
    vendor: "Zoho",
    quirks: "expires_in is in milliseconds beside expires_in_sec; errors with status 200",
    signature: &["expires_in_sec"],
    api_url: paths!["api_domain"],
    expires: &[TimeRule::seconds(paths!["expires_in_sec", "expires_in"])],
    errors: ErrorShape {
        remedies: &[
            ("invalid_code", Remedy::Reauthenticate),
            ("invalid_client_secret", Remedy::FixClient),
            ("Access Denied", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `zoho-mail360`: Zoho Mail360.
///
/// ```json
/// {"status":{"code":200,"description":"success"},"data":{"access_token":"EXAMPLE-ACCESS","expires_in_sec":3600}}
/// ```
///
/// Source: zoho.com, "Generate access token" of Mail360's API; error responses as in Zoho Mail's API, from memory.
pub static ZOHO_MAIL360: Dialect = Dialect {
    id: "zoho-mail360",
    vendor: "Zoho",
    quirks: "an envelope of status and data; the lifetime is expires_in_sec",
    at: "data",
    access_token: paths!["access_token"],
    expires: &[TimeRule::seconds(paths!["expires_in_sec"])],
    success: Some((FieldPath::new("status/code"), &["200"])),
    errors: ErrorShape {
        code: paths!["data/errorCode", "error", "error/code", "status/code"],
        description: paths!["status/description", "error_description", "error/message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};
