//! Yandex.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `yandex`: Yandex ID.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"1:EXAMPLE:EXAMPLE","token_type":"bearer","expires_in":31536000}
/// ```
///
/// Source: yandex.com, "Yandex ID", "OAuth".
pub static YANDEX: Dialect = Dialect::oauth2("yandex", "Yandex", Evidence::Documented)
    .with_quirks("expires_in is always a lifetime, however large")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).of_any_size()]);
