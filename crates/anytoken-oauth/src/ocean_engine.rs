//! Ocean Engine.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

use crate::envelope::ENVELOPE;

/// `oceanengine`: the advertising platform Ocean Engine.
///
/// The token is sent in a header of its own, `Access-Token`.
///
/// ```json
/// {"code":0,"message":"OK","request_id":"example",
///  "data":{"access_token":"EXAMPLE-ACCESS","advertiser_id":1,"expires_in":86399,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":2591999}}
/// ```
///
/// Source: a captured body of `ad.oceanengine.com/open_api/oauth2/access_token/` in public code.
pub static OCEANENGINE: Dialect = Dialect::like(&ENVELOPE, "oceanengine", Evidence::Tested)
    .by("Ocean Engine")
    .with_quirks("an envelope; refresh_token_expires_in; no Authorization header")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])]);
