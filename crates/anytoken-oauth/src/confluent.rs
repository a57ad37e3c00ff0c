//! Confluent.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `confluent-mds`: the metadata service of Confluent Platform.
///
/// In a sign-in with a device, the same members are beside `user_code`, `complete`, `status` and `description`.
///
/// ```json
/// {"auth_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"Bearer","expires_in":3600}
/// ```
///
/// Source: confluentinc/mds-sdk-go-public `mdsv1`, "AuthenticationResponse", "CheckDeviceAuthResponse".
pub static CONFLUENT_MDS: Dialect = Dialect::bare("confluent-mds", "Confluent", Evidence::Documented)
    .with_quirks("the token is in auth_token")
    .access_token(paths!["auth_token"])
    .token_type(paths!["token_type"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"])]);
