//! OpenStack.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `openstack-keystone-v3`: the third version of the identity API.
///
/// `token` in the body describes the token, which is in the header `X-Subject-Token`. The response has status 201.
///
/// ```json
/// {"token":{"methods":["password"],"expires_at":"2026-01-01T01:00:00.000000Z","user":{"id":"EXAMPLE-USER"},
///  "audit_ids":["EXAMPLE"],"issued_at":"2026-01-01T00:00:00.000000Z"}}
/// ```
///
/// Source: openstack/keystone `api-ref/source/v3`, `keystone/server/flask/application.py`; recorded from keystone
/// 30.0.0.
pub static OPENSTACK_KEYSTONE_V3: Dialect =
    Dialect::bare("openstack-keystone-v3", "OpenStack", Evidence::Recorded)
        .with_quirks("the token is in a header; the error code is the HTTP status")
        .headers(&["X-Subject-Token"])
        .envelope("token")
        .constant_members(&[("token/methods", "[]")])
        .access_token(paths!["/X-Subject-Token"])
        .subject(paths!["user/id"])
        .issued_at(&[TimeRule::rfc3339(paths!["issued_at"])])
        .expires_at(&[TimeRule::rfc3339(paths!["expires_at"])]);

/// `openstack-keystone-v2`: the second version of the identity API.
///
/// ```json
/// {"access":{"token":{"expires":"2026-01-01T01:00:00.000000Z","id":"EXAMPLE-ACCESS",
///  "issued_at":"2026-01-01T00:00:00.000000Z"},"user":{"id":"EXAMPLE-USER","name":"example"}}}
/// ```
///
/// Source: openstack/keystone `api-ref/source/v2-ext/samples/OS-KSEC2/authenticate-response.json`.
pub static OPENSTACK_KEYSTONE_V2: Dialect =
    Dialect::bare("openstack-keystone-v2", "OpenStack", Evidence::Documented)
        .with_quirks("the token is in access/token/id; its expiry is expires")
        .detected_by(&["access/serviceCatalog+access/token"])
        .envelope("access")
        .access_token(paths!["token/id"])
        .subject(paths!["user/id"])
        .issued_at(&[TimeRule::rfc3339(paths!["token/issued_at"])])
        .expires_at(&[TimeRule::rfc3339(paths!["token/expires"])]);

/// `openstack-keystone-oauth2`: the extension OS-OAUTH2.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600}
/// ```
///
/// Source: openstack/keystone `api-ref/source/v3-ext/samples/OS-OAUTH2/token-create-response.json`,
/// `keystone/oauth2/handlers.py`; recorded from keystone 30.0.0.
pub static OPENSTACK_KEYSTONE_OAUTH2: Dialect =
    Dialect::oauth2("openstack-keystone-oauth2", "OpenStack", Evidence::Recorded)
        .with_quirks("follows RFC 6749");
