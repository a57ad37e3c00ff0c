//! Shopify, whose error responses are web pages.

use anytoken_core::dialect::{Body, Dialect, ErrorShape, Never, TimeRule, paths};
use anytoken_core::{Adapter, Decoded, Encoded, Remedy, Result, Token};
use time::UtcDateTime;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&SHOPIFY];

/// `shopify`: access to a shop's data.
///
/// `scope` is what the app may do; beside it `associated_user_scope` is what an online token may do, and that is the
/// one to go by. Without `expires_in` the token does not expire. It is sent as `X-Shopify-Access-Token`, so it has no
/// type and makes no `Authorization` header. Numbers may be strings. An error response may be a web page with the code
/// in its title.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","scope":"write_orders,read_customers","expires_in":86399,
///  "associated_user_scope":"write_orders","associated_user":{"id":902541635,"email":"user@example.com"}}
/// ```
///
/// Source: shopify.dev, "Authorization code grant"; Shopify/shopify-api-js `packages/shopify-api/lib/auth/oauth`.
pub static SHOPIFY: Shopify = Shopify;

/// The adapter of [`SHOPIFY`].
#[derive(Clone, Copy, Debug)]
pub struct Shopify;

static ENTRY: Dialect = Dialect {
    id: "shopify",
    vendor: "Shopify",
    quirks: "the user's scopes before the app's; comma scopes; no expires_in means never; no Authorization header",
    signature: &["associated_user", "associated_user_scope"],
    scope: paths!["associated_user_scope", "scope"],
    subject: paths!["associated_user/id"],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    never: &[Never::Silence],
    scope_separators: &[',', ' ', '\t', '\n', '\r'],
    scheme: Some(""),
    errors: ErrorShape {
        remedies: &[
            ("invalid_subject_token", Remedy::Reauthenticate),
            ("application_cannot_be_found", Remedy::FixClient),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

impl Adapter for Shopify {
    fn id(&self) -> &str {
        ENTRY.id
    }

    fn vendor(&self) -> &str {
        ENTRY.vendor
    }

    fn quirks(&self) -> &str {
        ENTRY.quirks
    }

    fn signature(&self) -> &'static [&'static str] {
        ENTRY.signature
    }

    fn claims(&self, name: &str) -> bool {
        ENTRY.claims(name)
    }

    fn decode_body(&self, body: Body<'_>) -> Result<Decoded> {
        ENTRY.decode_body(body.reread(error_response))
    }

    fn encode(&self, token: &Token, at: UtcDateTime) -> Result<Encoded> {
        ENTRY.encode(token, at)
    }
}

/// The code of a page, which is in its title, and the text that follows the code where it is repeated.
fn error_response(page: &str) -> Option<[(&'static str, &str); 2]> {
    const MARK: &str = "Oauth error ";
    page.trim_ascii_start().strip_prefix('<')?;
    let mut found = page.match_indices(MARK).filter_map(|(at, _)| {
        let rest = page.get(at..)?.strip_prefix(MARK)?;
        rest.split_at_checked(rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?)
    });
    let (code, _) = found.next()?;
    let text = found
        .find_map(|(again, behind)| behind.strip_prefix(": ").filter(|_| again == code)?.split('<').next());
    Some([("error", code), ("error_description", text.map_or("", str::trim_ascii))])
}
