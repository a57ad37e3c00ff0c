//! MTN.

use anytoken_core::TokenTypeKind;
use anytoken_core::dialect::{Dialect, Evidence};

/// `mtn-momo`: the token endpoints of MTN's MoMo API.
///
/// The token type is `access_token`, which means Bearer.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"access_token","expires_in":3600}
/// ```
///
/// Source: mtvbrianking/laravel-mtn-momo issue 79, and its tests.
pub static MTN_MOMO: Dialect = Dialect::oauth2("mtn-momo", "MTN", Evidence::Tested)
    .with_quirks("the token type access_token means Bearer")
    .token_type_aliases(&[("access_token", TokenTypeKind::Bearer)]);
