//! Nextcloud.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Special, TimeRule, paths};

/// `nextcloud-oidc`: the OIDC Identity Provider app of Nextcloud.
///
/// `expires_in` is a string in versions before July 2023.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":900,"refresh_token":"EXAMPLE-REFRESH",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_expires_in":604800}
/// ```
///
/// Source: H2CK/oidc `lib/Controller/OIDCApiController.php`, commit 7c674da5.
pub static NEXTCLOUD_OIDC: Dialect = Dialect::oauth2("nextcloud-oidc", "Nextcloud", Evidence::Documented)
    .with_quirks("an absent refresh_expires_in means never; expires_in is a string in old versions")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_expires_in"]).when_absent(Special::Never)])
    .errors(&ErrorShape::RFC6749.remedies(&[("expired_client", Remedy::FixClient)]));
