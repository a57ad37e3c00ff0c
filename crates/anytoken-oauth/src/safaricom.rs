//! Safaricom.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `mpesa-daraja`: the token endpoint of Daraja, the API of M-PESA.
///
/// A wrong key is reported with status 500.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":"3599"}
/// ```
///
/// Source: martinmogusu/django-daraja issue 3; bdhobare/mpesa-android-sdk issue 5.
pub static MPESA_DARAJA: Dialect = Dialect::oauth2("mpesa-daraja", "Safaricom", Evidence::Tested)
    .with_quirks("expires_in is a string; no token_type; error codes have dots")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()])
    .errors(&ErrorShape::RFC6749.remedies(&[("500.001.1001", Remedy::FixClient)]));
