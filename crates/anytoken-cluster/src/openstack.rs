//! OpenStack Keystone.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, TimeRule, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] =
    &[&OPENSTACK_KEYSTONE_V3, &OPENSTACK_KEYSTONE_V2, &OPENSTACK_KEYSTONE_OAUTH2];

/// `openstack-keystone-v3`: the third version of the identity API.
///
/// The token is in the header `X-Subject-Token`, and what the body calls `token` describes it. It comes with status
/// 201. An error response repeats its status as its code.
///
/// ```json
/// {"token":{"methods":["password"],"expires_at":"2026-01-01T01:00:00.000000Z","user":{"id":"EXAMPLE-USER"},
///  "audit_ids":["EXAMPLE"],"issued_at":"2026-01-01T00:00:00.000000Z"}}
/// ```
///
/// Source: openstack/keystone `api-ref/source/v3`, `keystone/server/flask/application.py`.
pub static OPENSTACK_KEYSTONE_V3: Dialect = Dialect {
    id: "openstack-keystone-v3",
    vendor: "OpenStack",
    quirks: "the token is in a header; the error code is the HTTP status",
    at: "token",
    access_token: paths!["/X-Subject-Token"],
    fixed: &[("token/methods", "[]")],
    headers: &["X-Subject-Token"],
    subject: paths!["user/id"],
    issued: &[TimeRule::rfc3339(paths!["issued_at"])],
    expires: &[TimeRule::rfc3339(paths!["expires_at"])],
    ..Dialect::BARE
};

/// `openstack-keystone-v2`: the second version of the identity API.
///
/// ```json
/// {"access":{"token":{"expires":"2026-01-01T01:00:00.000000Z","id":"EXAMPLE-ACCESS",
///  "issued_at":"2026-01-01T00:00:00.000000Z"},"user":{"id":"EXAMPLE-USER","name":"example"}}}
/// ```
///
/// Source: openstack/keystone `api-ref/source/v2-ext/samples/OS-KSEC2/authenticate-response.json`.
pub static OPENSTACK_KEYSTONE_V2: Dialect = Dialect {
    id: "openstack-keystone-v2",
    vendor: "OpenStack",
    quirks: "the token is in access/token/id; the error code is the HTTP status",
    at: "access",
    access_token: paths!["token/id"],
    subject: paths!["user/id"],
    issued: &[TimeRule::rfc3339(paths!["token/issued_at"])],
    expires: &[TimeRule::rfc3339(paths!["token/expires"])],
    ..Dialect::BARE
};

/// `openstack-keystone-oauth2`: the extension OS-OAUTH2.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600}
/// ```
///
/// Source: openstack/keystone `api-ref/source/v3-ext/samples/OS-OAUTH2/token-create-response.json`,
/// `keystone/oauth2/handlers.py`.
pub static OPENSTACK_KEYSTONE_OAUTH2: Dialect =
    Dialect { id: "openstack-keystone-oauth2", vendor: "OpenStack", ..Dialect::STANDARD };
