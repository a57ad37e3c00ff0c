//! Razorpay.

use anytoken_core::dialect::{Dialect, Evidence};

/// `razorpay-oauth`: Razorpay's token endpoint.
///
/// `public_token` is for public routes only, such as a checkout page.
///
/// ```json
/// {"public_token":"EXAMPLE-PUBLIC","token_type":"Bearer","expires_in":7862400,
///  "access_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"EXAMPLE-REFRESH","razorpay_account_id":"EXAMPLE"}
/// ```
///
/// Source: razorpay.com, "Build an integration with OAuth 2.0".
pub static RAZORPAY_OAUTH: Dialect = Dialect::oauth2("razorpay-oauth", "Razorpay", Evidence::Documented)
    .with_quirks("public_token is for public routes only")
    .detected_by(&["razorpay_account_id"]);
