//! SoundCloud.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Special, TimeRule, paths};

/// `soundcloud`: SoundCloud's token endpoint.
///
/// `scope` is empty or `non-expiring`, even beside a lifetime. Error responses are those of RFC 6749 or of a gateway,
/// with `error_code` and an `error` that is null.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3599,"refresh_token":"EXAMPLE-REFRESH","scope":"",
///  "token_type":"bearer"}
/// ```
///
/// Source: developers.soundcloud.com, "API Guide", "Authentication"; soundcloud/api issues 169, 395 (error responses).
pub static SOUNDCLOUD: Dialect = Dialect::oauth2("soundcloud", "SoundCloud", Evidence::Documented)
    .with_quirks("the scope non-expiring means never; error responses may have error_code instead of error")
    .expires_at(&[
        TimeRule::seconds(paths!["expires_in"]),
        TimeRule::words(paths!["scope"]).when(&[("non-expiring", Special::Never)]),
    ])
    .errors(&ErrorShape::RFC6749.error_when(paths!["error_code"]).uri(paths!["link"]));
