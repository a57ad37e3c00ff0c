//! `CreateTokenResponse` of AWS.

use anytoken::aws::{CreateTokenResponse, SSO_OIDC};
use serde_json::{from_str, to_string};

use super::{Outcomes, comes_to_what_its_adapter_comes_to, is_read_from_everywhere};

#[test]
fn the_struct_comes_to_what_its_adapter_comes_to() -> Outcomes {
    let templates =
        ["{@}", r#"{@,"accessToken":"EXAMPLE-ACCESS"}"#, r#"{"error":"authorization_pending",@}"#];
    let members = [
        "accessToken",
        "tokenType",
        "expiresIn",
        "refreshToken",
        "idToken",
        // Members without a field, which the adapter reads all the same, and names that it does not read.
        "scope",
        "error",
        "error_description",
        "access_token",
        "expires_in",
    ];
    comes_to_what_its_adapter_comes_to(&SSO_OIDC, CreateTokenResponse::decode, &[], &templates, &members)
}

#[test]
fn what_the_schema_documents_is_written() -> Outcomes {
    for (sent, written) in [
        (
            r#"{"idToken":null,"expiresIn":"28800","tokenType":"Bearer","accessToken":"EXAMPLE-ACCESS"}"#,
            r#"{"accessToken":"EXAMPLE-ACCESS","tokenType":"Bearer","expiresIn":28800,"idToken":null}"#,
        ),
        (
            r#"{"scope":["openid"],"access_token":"EXAMPLE","expires_in":60}"#,
            r#"{"scope":["openid"],"access_token":"EXAMPLE","expires_in":60}"#,
        ),
    ] {
        assert_eq!(to_string(&from_str::<CreateTokenResponse>(sent)?)?, written);
    }
    Ok(())
}

#[test]
fn serde_json_reads_it_from_everywhere() -> Outcomes {
    is_read_from_everywhere::<CreateTokenResponse>(
        r#"{"accessToken":"EXAMPLE\u002dACCESS","expiresIn":28800,"scope":["a"]}"#,
    )
}

#[test]
fn debug_shows_no_secret() -> Outcomes {
    let body = r#"{"accessToken":"EXAMPLE-ACCESS","tokenType":"Bearer","expiresIn":60,"refreshToken":"EXAMPLE-REFRESH",
        "idToken":"EXAMPLE-ID","awsAdditionalDetails":{"identityContext":"EXAMPLE-CONTEXT"}}"#;
    assert_eq!(
        format!("{:?}", from_str::<CreateTokenResponse>(body)?),
        concat!(
            r#"CreateTokenResponse { access_token: Some(***), token_type: Some("Bearer"), expires_in: Some(60), "#,
            r#"refresh_token: Some(***), id_token: Some(***), unknown: {"***#1"} }"#,
        )
    );
    Ok(())
}
