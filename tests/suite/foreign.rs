//! Features of `serde_json` that another crate of a program may enable change no result.
//!
//! Every test of this package checks that when it runs with `--features foreign`; these tests target the features.

use anytoken::StoredToken;
use anytoken::affinidi::ConsumerAuthTokenEndpointOutput;
use anytoken::azure::IdentityTokenResponse;
use anytoken_tests::corpus::{Case, cases};
use anytoken_tests::fields::{canonical, stored};
use anytoken_tests::recorded::AT;
use anytoken_tests::secrets::shown;
use anytoken_tests::{Recorded, oracles};

use crate::every_case;

/// The names by which `serde_json` hands numbers and raw JSON over to itself.
const PRIVATE: [&str; 2] = ["$serde_json::private::Number", "$serde_json::private::RawValue"];

#[test]
#[cfg(feature = "foreign")]
fn serde_json_features_are_on() {
    let value: serde_json::Value = serde_json::from_str("{\"b\":1.10,\"a\":2}").expect("JSON");
    assert_eq!(value.to_string(), "{\"b\":1.10,\"a\":2}");
}

fn decoded(body: &str) -> anytoken::Token {
    Recorded::new(body).read(None).expect("a token").into_token().expect("a token")
}

#[test]
fn numbers_and_member_order_are_kept() {
    let extras = "\"z\":1.10,\"a\":12345678901234567890.00,\"m\":{\"y\":1E+2,\"b\":-0},\"z\":1e400";
    let token = decoded(&format!("{{\"access_token\":\"EXAMPLE\",{extras}}}"));
    let text = canonical(&token);
    assert!(text.ends_with(&format!("\"extras\":{{{extras}}}}}")), "{text}");
    assert!(stored(&text).is_some_and(|again| again == token));
    let encoded = anytoken::encode("oauth2", &token, AT).expect("a body");
    assert!(decoded(encoded.body.expose()) == token);
}

#[test]
fn private_names_of_serde_json_are_plain_members() {
    for name in PRIVATE {
        for value in ["\"1\"", "1", "\"{\\\"a\\\":1}\"", "null", "{}"] {
            let token = decoded(&format!(
                "{{\"access_token\":\"EXAMPLE\",\"{name}\":{value},\"x\":{{\"{name}\":{value}}}}}"
            ));
            let extras: Vec<_> =
                token.extras().iter().map(|(name, extra)| (name, extra.expose_json())).collect();
            let nested = format!("{{\"{name}\":{value}}}");
            assert_eq!(extras, [(name, value), ("x", nested.as_str())]);
            assert!(stored(&canonical(&token)).is_some_and(|again| again == token), "{name}: {value}");
            let alone = Recorded::new(format!("{{\"{name}\":{value}}}"));
            assert!(alone.read(None).is_err(), "{name}: {value} is not a token");
        }
    }
}

#[test]
fn wire_struct_needs_an_object_and_quotes_nothing() {
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
fn wire_struct_decodes_as_its_adapter() {
    let is_wire = |case: &Case| ["azure-imds", "affinidi-consumer-auth"].contains(&case.format.as_str());
    let wires: Vec<_> = cases().filter(|(case, _)| is_wire(case)).collect();
    assert!(wires.len() > 20, "the corpus has bodies of both: {}", wires.len());
    every_case(wires, |(case, _)| case, |(case, _)| oracles::wire_structs(&case.response));
}
