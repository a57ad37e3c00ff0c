//! Shopify.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, Special, TimeRule, paths};

/// `shopify`: access to a shop's data.
///
/// `scope` is what the app may do. `associated_user_scope` is what an online token may do, and takes precedence. The
/// token is sent in the header `X-Shopify-Access-Token` and has no type. Numbers may be strings. An error response may
/// be a web page with the code in its title.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","scope":"write_orders,read_customers","expires_in":86399,
///  "associated_user_scope":"write_orders","associated_user":{"id":902541635,"email":"user@example.com"}}
/// ```
///
/// Source: shopify.dev, "Authorization code grant"; Shopify/shopify-api-js
/// `packages/shopify-api/lib/auth/oauth/__tests__/create-session.test.ts`.
pub static SHOPIFY: Dialect = Dialect::oauth2("shopify", "Shopify", Evidence::Tested)
    .with_quirks(
        "the user's scopes take precedence over the app's; comma scopes; no expires_in means never; no Authorization header",
    )
    .detected_by(&["associated_user", "associated_user_scope"])
    .before_decode(|body| {
        body.reread(error_response);
        Ok(())
    })
    .scopes(paths!["associated_user_scope", "scope"])
    .scopes_separated_by(&[',', ' ', '\t', '\n', '\r'])
    .subject(paths!["associated_user/id"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).when_absent(Special::Never)])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])])
    .authorization(Authorization::None)
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("invalid_subject_token", Remedy::Reauthenticate),
        ("application_cannot_be_found", Remedy::FixClient),
    ]));

/// Returns the code in the title of a page, and the text that follows the code where it is repeated.
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
