//! The example bodies in the documentation of the formats are decoded by these formats.

use std::fs;
use std::path::Path;

use anytoken::{ErrorKind, registry};
use anytoken_tests::Recorded;
use syn::{Expr, Item, Lit, Meta};

use crate::every;

/// A format, and the example bodies in its documentation.
struct Documented {
    id: String,
    bodies: Vec<String>,
}

/// The statics of the families whose documentation has a body in JSON or in another text.
fn documented() -> Vec<Documented> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    let mut found = Vec::new();
    for family in anytoken::families() {
        for entry in fs::read_dir(crates.join(family.name()).join("src")).expect("a folder") {
            let text = fs::read_to_string(entry.expect("an entry").path()).expect("a file");
            for item in syn::parse_file(&text).expect("Rust").items {
                if let Item::Static(item) = item {
                    let docs = docs(&item.attrs);
                    let id = docs.split('`').nth(1).unwrap_or_default().to_owned();
                    found.push(Documented { id, bodies: bodies(&docs) });
                }
            }
        }
    }
    found.retain(|documented| !documented.bodies.is_empty());
    found
}

fn docs(attributes: &[syn::Attribute]) -> String {
    let line = |attribute: &syn::Attribute| match &attribute.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            Expr::Lit(text) => match &text.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    };
    let lines: Vec<_> = attributes.iter().filter_map(line).collect();
    lines.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// The blocks of code in a documentation, but for those of Rust and of a shell.
fn bodies(docs: &str) -> Vec<String> {
    let mut blocks = docs.split("\n```");
    blocks.next();
    let opened = blocks.step_by(2).filter_map(|block| block.split_once('\n'));
    let bodies = opened.filter(|(language, _)| ["json", "text", "xml"].contains(language));
    // Only forms have to be joined again: they are wrapped to fit into a line.
    let joined = |(language, body): (&str, &str)| {
        if language == "text" { body.replace('\n', "") } else { body.to_owned() }
    };
    bodies.map(joined).collect()
}

/// Formats whose body alone is neither a token nor an error response, and the reason.
const WITHOUT_TOKEN: [(&str, &str); 5] = [
    ("openstack-keystone-v3", "the token is in a header"),
    ("huawei-cloud-iam", "the token is in a header"),
    ("wealthsimple-trade", "the tokens are in headers"),
    ("rfc7662-introspection", "an introspection grants nothing"),
    ("cloudfoundry-uaa-check-token", "an introspection grants nothing"),
];

#[test]
fn example_bodies_are_decoded_by_their_format() {
    let documented = documented();
    assert!(documented.len() > 200, "{} formats have an example", documented.len());
    every(
        &documented,
        |documented| documented.id.clone(),
        |Documented { id, bodies }| {
            let adapter = registry().get(id).expect("the documentation begins with the format's id");
            let without_token = WITHOUT_TOKEN.iter().any(|(known, _)| known == id);
            for body in bodies {
                let decoded = Recorded::new(body.as_str()).read(Some(adapter));
                let missing = decoded.as_ref().is_err_and(|error| error.kind() == ErrorKind::Missing);
                assert!(if without_token { missing } else { decoded.is_ok() }, "{body}\n{decoded:?}");
            }
        },
    );
}
