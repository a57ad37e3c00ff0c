//! The README's table of formats by family, and the list of all formats.

use std::collections::BTreeMap;

use anytoken::{Adapter, Family, families};

use crate::{catalogue, read};

const BEGIN: &str = "<!-- formats: made by `cargo xtask update` -->\n";
const END: &str = "<!-- end of formats -->";

/// The formats that most users need, in the README's order.
const POPULAR: &[&str] = &[
    "rfc6749",
    "keycloak",
    "auth0",
    "okta-oauth2",
    "github",
    "gitlab",
    "slack",
    "zoom",
    "notion",
    "salesforce",
    "hubspot",
    "stripe-connect",
    "paypal",
    "shopify",
    "facebook",
    "twitter-v2",
    "tiktok-v2",
    "linkedin",
    "discord",
    "apple",
    "spotify",
    "azure-imds",
    "entra-v2",
    "azure-app-service",
    "azure-cli",
    "msal-cache",
    "google-oauth2",
    "google-sts",
    "gce-metadata",
    "firebase-securetoken",
    "aws-sso-oidc",
    "aws-cognito-oauth2",
    "aws-ecr",
    "kubernetes-token-request",
    "vault",
    "docker-registry-token",
    "wechat-oauth",
    "alipay",
    "feishu-tenant",
    "taobao-top",
    "line-login",
    "affinidi-consumer-auth",
    "ory-hydra",
];

/// The README with its generated table.
pub(crate) fn readme() -> String {
    let readme = read("README.md").expect("README.md is there");
    let (before, rest) = readme.split_once(BEGIN).expect("README.md has a place for the table");
    let (_, behind) = rest.split_once(END).expect("the table has an end");
    format!("{before}{BEGIN}{}{END}{behind}", table())
}

/// The table of families: each with its number of formats and its popular ones.
fn table() -> String {
    let mut rows = String::new();
    let mut count = 0;
    for family in families() {
        let formats = formats(*family);
        let popular = POPULAR.iter().filter(|id| formats.iter().any(|format| format.id() == **id));
        let popular: Vec<_> = popular.map(|id| format!("`{id}`")).collect();
        assert!(!popular.is_empty(), "{family:?} has no popular format");
        rows += &format!("| `{family:?}` | {} | {} |\n", formats.len(), popular.join(", "));
        count += formats.len();
    }
    format!(
        "{count} formats, [each with its quirks](crates/anytoken/formats.md):\n\n\
         | crate | formats | among them |\n| --- | --- | --- |\n{rows}"
    )
}

/// Every format, from A to Z by vendor.
pub(crate) fn list() -> String {
    let mut rows: Vec<_> = families()
        .iter()
        .flat_map(|family| formats(*family).into_iter().map(|format| (*family, format)))
        .collect();
    rows.sort_by_key(|(_, format)| format.vendor().to_lowercase());
    let mut list = String::from(
        "<!-- Made by `cargo xtask update`. -->\n\nEvery format, from A to Z by vendor.\n\n\
         | vendor | id | crate | evidence | quirks |\n| --- | --- | --- | --- | --- |\n",
    );
    for (family, format) in rows {
        let (vendor, evidence, quirks) = (format.vendor(), format.evidence(), format.quirks());
        list += &format!("| {vendor} | [`{}`] | `{family:?}` | {evidence} | {quirks} |\n", format.id());
    }
    list + "\n" + &links(|family, file, _| format!("../{family:?}/src/{file}.rs"))
}

/// The links of the list in the documentation: from each id to the format's static. They precede those of the list, which
/// lead to files, and so hold.
pub(crate) fn documented_links() -> String {
    let links = links(|family, _, name| {
        let module = format!("{family:?}").replacen("anytoken-", "", 1);
        format!("crate::{module}::{name}")
    });
    format!("<!-- Made by `cargo xtask update`. -->\n\n{links}")
}

/// The definitions of a link for each id, given its family, its file and the name of its static.
fn links(target: impl Fn(Family, &str, &str) -> String) -> String {
    let mut links = BTreeMap::new();
    for family in families() {
        let statics = catalogue::statics(&format!("crates/{family:?}/src/"));
        // The entries of a family are sorted by the names of their statics.
        assert_eq!(statics.len(), family.adapters().count(), "{family:?} is out of date");
        for ((name, file), format) in statics.iter().zip(family.adapters()) {
            links.insert(format.id(), target(*family, file, name));
        }
    }
    links.iter().map(|(id, target)| format!("[`{id}`]: {target}\n")).collect()
}

/// The adapters of a family, sorted by id.
fn formats(family: Family) -> Vec<&'static dyn Adapter> {
    let mut formats: Vec<_> = family.adapters().collect();
    formats.sort_unstable_by_key(|format| format.id());
    formats
}

#[cfg(test)]
mod tests {
    #[test]
    fn popular_formats_exist() {
        for id in super::POPULAR {
            assert!(anytoken::registry().get(id).is_some(), "{id}");
        }
    }
}
