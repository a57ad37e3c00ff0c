//! SurveyMonkey.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `surveymonkey`: SurveyMonkey's OAuth.
///
/// Source: python-social-auth/social-core `test_surveymonkey.py`.
pub static SURVEYMONKEY: Dialect = Dialect::oauth2("surveymonkey", "SurveyMonkey", Evidence::Tested)
    .with_quirks("no expiry; the address to call is in access_url")
    .api_url(paths!["access_url"]);
