//! `CreateTokenResponse` of AWS.

use anytoken::aws::{CreateTokenResponse, SSO_OIDC};
use serde_json::{from_str, to_string};

use super::{Outcomes, comes_to_what_its_adapter_comes_to, is_read_from_everywhere};

#[test]
fn struct_decodes_as_its_adapter() -> Outcomes {
    let templates =
        ["{@}", r#"{@,"accessToken":"EXAMPLE-ACCESS"}"#, r#"{"error":"authorization_pending",@}"#];
    let members = [
        "accessToken",
        "tokenType",
        "expiresIn",
        "refreshToken",
        "idToken",
        // Members without a field in the struct: some that the adapter decodes, some that it does not.
        "scope",
        "error",
        "error_description",
        "access_token",
        "expires_in",
    ];
    comes_to_what_its_adapter_comes_to(&SSO_OIDC, CreateTokenResponse::decode, &[], &templates, &members)
}

#[test]
fn encoded_struct_follows_the_schema() -> Outcomes {
    for (sent, serialized) in [
        (
            r#"{"idToken":null,"expiresIn":"28800","tokenType":"Bearer","accessToken":"EXAMPLE-ACCESS"}"#,
            r#"{"accessToken":"EXAMPLE-ACCESS","tokenType":"Bearer","expiresIn":28800,"idToken":null}"#,
        ),
        (
            r#"{"scope":["openid"],"access_token":"EXAMPLE","expires_in":60}"#,
            r#"{"scope":["openid"],"access_token":"EXAMPLE","expires_in":60}"#,
        ),
    ] {
        assert_eq!(to_string(&from_str::<CreateTokenResponse>(sent)?)?, serialized);
    }
    Ok(())
}

#[test]
fn struct_deserializes_from_every_source() -> Outcomes {
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
