//! Sage.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `sage-accounting`: Sage Accounting, whose access tokens live for minutes.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":300,"token_type":"bearer","refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":2678400,"scope":"full_access","requested_by_id":"11111111-2222-3333-4444-555555555555"}
/// ```
///
/// Source: Sage/sbca_api_python_sample `auth.py`; `requested_by_id`: the strategy omniauth-sageone.
pub static SAGE_ACCOUNTING: Dialect = Dialect::oauth2("sage-accounting", "Sage", Evidence::Documented)
    .with_quirks("the subject is requested_by_id; refresh_token_expires_in")
    .detected_by(&["requested_by_id"])
    .subject(paths!["requested_by_id"])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])]);
