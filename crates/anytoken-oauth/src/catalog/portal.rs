//! Portals and networks of Russia and Czechia.

use anytoken_core::dialect::{Dialect, ErrorShape, Never, Numbered, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&VK, &VK_ID, &ODNOKLASSNIKI, &MAILRU, &YANDEX, &SEZNAM];

/// `vk`: `oauth.vk.com`.
///
/// No type is sent, and a lifetime of 0 says that the token does not expire. For communities there are several tokens,
/// an element of `groups` each: the first is the token, the others are related, and the lifetime beside `groups` is
/// that of all. Older versions have a member for each community, `access_token_123456`, which is read as such an
/// element; the smallest number is the first, because the order of members is not significant. An error response may
/// ask the person for more.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":0,"user_id":66748,"email":"user@example.com"}
/// ```
///
/// Source: dev.vk.com, "Authorization Code Flow for User Access Token", "Authorization Code Flow for Community Access
/// Token", "Direct authorization"; scribejava/scribejava `VKJsonTokenExtractor.java`.
pub static VK: Dialect = Dialect {
    id: "vk",
    vendor: "VK",
    quirks: "0 means never; a token for each community",
    subject: paths!["user_id"],
    never: &[Never::Zero],
    numbered: Some(Numbered {
        before: "access_token_",
        list: "groups",
        number: "group_id",
        value: "access_token",
    }),
    also: &[Dialect {
        at: "groups/*",
        access_token: paths!["access_token"],
        resource: paths!["group_id"],
        expires: &[TimeRule::seconds(paths!["/expires_in"])],
        never: &[Never::Zero],
        ..Dialect::BARE
    }],
    errors: ErrorShape {
        uri: paths!["error_uri", "redirect_uri"],
        remedies: &[("need_captcha", Remedy::Interact), ("need_validation", Remedy::Interact)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `vk-id`: `id.vk.com`.
///
/// `state` is repeated. The tokens are bound to a device whose id is in the redirect only.
///
/// ```json
/// {"refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS","id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "token_type":"Bearer","expires_in":3600,"user_id":1234567890,"state":"example","scope":"email phone"}
/// ```
///
/// Source: id.vk.com, "Exchange of a code for tokens"; pennersr/django-allauth
/// `tests/apps/socialaccount/providers/vk/tests.py`.
pub static VK_ID: Dialect = Dialect {
    id: "vk-id",
    vendor: "VK",
    quirks: "the subject is user_id, a number",
    subject: paths!["user_id"],
    ..Dialect::STANDARD
};

/// `odnoklassniki`: OK.ru.
///
/// The type is `session`: requests are signed, and the token makes no header. The lifetime is a string, or not sent. A
/// code that has ended is `invalid_request`, and so the person is to sign in again.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"session","refresh_token":"EXAMPLE-REFRESH","expires_in":"1800"}
/// ```
///
/// Source: apiok.ru, "OAuth 2.0"; bodies in public clients.
pub static ODNOKLASSNIKI: Dialect = Dialect {
    id: "odnoklassniki",
    vendor: "OK.ru",
    quirks: "the type is session; expires_in is a string; invalid_request for a code that has expired",
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    scheme: Some(""),
    errors: ErrorShape { remedies: &[("invalid_request", Remedy::Reauthenticate)], ..ErrorShape::STANDARD },
    ..Dialect::STANDARD
};

/// `mailru`: Mail.ru.
///
/// The subject is a decimal above 2^63, as a string.
///
/// ```json
/// {"refresh_token":"EXAMPLE-REFRESH","expires_in":86400,"access_token":"EXAMPLE-ACCESS","token_type":"bearer",
///  "x_mailru_vid":"15410773191172635989"}
/// ```
///
/// Source: api.mail.ru, "OAuth"; pennersr/django-allauth `tests/apps/socialaccount/providers/mailru/tests.py`.
pub static MAILRU: Dialect = Dialect {
    id: "mailru",
    vendor: "Mail.ru",
    quirks: "the subject is x_mailru_vid",
    signature: &["x_mailru_vid"],
    subject: paths!["x_mailru_vid"],
    ..Dialect::STANDARD
};

/// `yandex`: Yandex ID.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"1:EXAMPLE:EXAMPLE","token_type":"bearer","expires_in":31536000}
/// ```
///
/// Source: yandex.com, "Yandex ID", "OAuth"; pennersr/django-allauth
/// `tests/apps/socialaccount/providers/yandex/tests.py`.
pub static YANDEX: Dialect = Dialect {
    id: "yandex",
    vendor: "Yandex",
    quirks: "expires_in is always a lifetime, however large",
    expires: &[TimeRule::seconds(paths!["expires_in"]).of_any_size()],
    ..Dialect::STANDARD
};

/// `seznam`: Seznam.cz.
///
/// Scopes are an array in `scopes`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","account_name":"example@example.com","expires_in":31536000,
///  "oauth_user_id":"EXAMPLE","refresh_token":"EXAMPLE-REFRESH","scopes":["identity"],"token_type":"bearer"}
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_seznam.py`.
pub static SEZNAM: Dialect = Dialect {
    id: "seznam",
    vendor: "Seznam.cz",
    quirks: "scopes as an array in scopes; the subject is oauth_user_id",
    signature: &["oauth_user_id"],
    scope: paths!["scopes"],
    subject: paths!["oauth_user_id"],
    ..Dialect::STANDARD
};
