//! Features of `serde_json` that another crate of a program may switch on change nothing.
//!
//! Every test of this package says so when it is run with `--features foreign`; these are about what the features touch.

use anytoken::StoredToken;
use anytoken::affinidi::ConsumerAuthTokenEndpointOutput;
use anytoken::azure::IdentityTokenResponse;
use anytoken_tests::corpus::{Case, cases};
use anytoken_tests::response::AT;
use anytoken_tests::secrets::shown;
use anytoken_tests::slots::{canonical, stored};
use anytoken_tests::{Response, oracles};

use crate::every_case;

/// The names by which `serde_json` hands numbers and raw JSON over to itself.
const PRIVATE: [&str; 2] = ["$serde_json::private::Number", "$serde_json::private::RawValue"];

#[test]
#[cfg(feature = "foreign")]
fn the_features_are_on() {
    let value: serde_json::Value = serde_json::from_str("{\"b\":1.10,\"a\":2}").expect("JSON");
    assert_eq!(value.to_string(), "{\"b\":1.10,\"a\":2}");
}

fn granted(body: &str) -> anytoken::Token {
    Response::new(body).read(None).expect("a token").into_token().expect("a token")
}

#[test]
fn numbers_and_their_order_are_kept() {
    let extras = "\"z\":1.10,\"a\":12345678901234567890.00,\"m\":{\"y\":1E+2,\"b\":-0},\"z\":1e400";
    let token = granted(&format!("{{\"access_token\":\"EXAMPLE\",{extras}}}"));
    let text = canonical(&token);
    assert!(text.ends_with(&format!("\"extras\":{{{extras}}}}}")), "{text}");
    assert!(stored(&text).is_some_and(|again| again == token));
    let written = anytoken::write("oauth2", &token, AT).expect("a body");
    assert!(granted(written.body.expose()) == token);
}

#[test]
fn members_by_a_private_name_are_members() {
    for name in PRIVATE {
        for value in ["\"1\"", "1", "\"{\\\"a\\\":1}\"", "null", "{}"] {
            let token = granted(&format!(
                "{{\"access_token\":\"EXAMPLE\",\"{name}\":{value},\"x\":{{\"{name}\":{value}}}}}"
            ));
            let extras: Vec<_> = token.extras().iter().map(|(name, extra)| (name, extra.as_json())).collect();
            let nested = format!("{{\"{name}\":{value}}}");
            assert_eq!(extras, [(name, value), ("x", nested.as_str())]);
            assert!(stored(&canonical(&token)).is_some_and(|again| again == token), "{name}: {value}");
            let alone = Response::new(format!("{{\"{name}\":{value}}}"));
            assert!(alone.read(None).is_err(), "{name}: {value} is no token");
        }
    }
}

#[test]
fn a_wire_struct_is_read_from_objects_only_and_quotes_nothing() {
    for text in [
        "7182818284590",
        "7182818284590.5",
        "-7182818284590",
        "1e7182818284590",
        "\"7182818284590\"",
        "[7182818284590]",
        "true",
        "null",
    ] {
        for error in [
            serde_json::from_str::<IdentityTokenResponse>(text).map(|_| ()),
            serde_json::from_str::<ConsumerAuthTokenEndpointOutput>(text).map(|_| ()),
            serde_json::from_str::<StoredToken>(text).map(|_| ()),
        ] {
            let error = error.expect_err("no object");
            assert_eq!(shown(&format!("{error} {error:?}"), "7182818284590"), None, "{text}");
        }
    }
}

#[test]
fn a_wire_struct_comes_to_what_its_adapter_comes_to() {
    let is_wire = |case: &Case| ["azure-imds", "affinidi-consumer-auth"].contains(&case.format.as_str());
    let wires: Vec<_> = cases().filter(|(case, _)| is_wire(case)).collect();
    assert!(wires.len() > 20, "the corpus has bodies of both: {}", wires.len());
    every_case(wires, |(case, _)| case, |(case, _)| oracles::wire_structs(&case.response));
}
