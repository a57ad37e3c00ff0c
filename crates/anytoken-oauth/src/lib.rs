//! OAuth 2.0 and its relatives, and the vendors near the standard.
//!
//! [`OAUTH2`] reads what no other format claims, as leniently as can be done without a guess:
//!
//! ```
//! use anytoken_core::{Expiry, Received};
//! use anytoken_oauth::OAUTH2;
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
//! for body in [
//!     r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#,
//!     r#"{"accessToken":"EXAMPLE-ACCESS","expiresIn":"3.6e3"}"#,
//!     "access_token=EXAMPLE-ACCESS&expires=3600",
//! ] {
//!     let token = OAUTH2.decode(Received::new(body.as_bytes(), at))?.into_token()?;
//!     assert_eq!(token.lifetime().expires, Expiry::At(at + Duration::hours(1)));
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod catalog;
mod standard;

use anytoken_core::{Adapter, Dialect};

pub use catalog::chat::{SLACK, SLACK_LEGACY, SLACK_OPENID, SLACK_TOOLING};
pub use catalog::code::{GITHUB, GITHUB_ACTIONS_OIDC, GITHUB_APP_INSTALLATION, GITHUB_COPILOT};
pub use catalog::commerce::TAOBAO_TOP;
pub use catalog::identity::{OKTA_ID_JAG, OPENIDDICT};
pub use standard::{
    OAUTH1, OAUTH1_SESSION, OAUTH2_MAC, OPENID_CIBA, OPENID4VCI, RFC6749, RFC7662_INTROSPECTION,
    RFC8628_DEVICE, RFC8693_TOKEN_EXCHANGE, RFC9126_PAR, RFC9396_RAR, RFC9449_DPOP, UMA2_RPT,
};

/// `oauth2`: the generic reader; see [`Dialect::OAUTH2`].
pub static OAUTH2: Dialect = Dialect::OAUTH2;

/// Every adapter of the family.
pub const ADAPTERS: &[&dyn Adapter] = &[
    &OAUTH2,
    &RFC6749,
    &RFC7662_INTROSPECTION,
    &RFC8628_DEVICE,
    &RFC8693_TOKEN_EXCHANGE,
    &RFC9126_PAR,
    &RFC9396_RAR,
    &RFC9449_DPOP,
    &OAUTH1,
    &OAUTH1_SESSION,
    &OAUTH2_MAC,
    &OPENID_CIBA,
    &OPENID4VCI,
    &UMA2_RPT,
    &OKTA_ID_JAG,
    &OPENIDDICT,
    &GITHUB,
    &GITHUB_APP_INSTALLATION,
    &GITHUB_COPILOT,
    &GITHUB_ACTIONS_OIDC,
    &SLACK,
    &SLACK_LEGACY,
    &SLACK_OPENID,
    &SLACK_TOOLING,
    &TAOBAO_TOP,
];
