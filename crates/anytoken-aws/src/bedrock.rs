//! Amazon Bedrock.

use anytoken_core::dialect::{Dialect, Evidence, paths};

use crate::exceptions::EXCEPTIONS;

/// `bedrock-agentcore`: tokens of workloads and of third parties, from the identity service of Bedrock AgentCore.
///
/// A third party's token that needs the user's consent is an error response with status 200, whose `authorizationUrl`
/// is where to send the user. The code of an exception is in a header.
///
/// ```json
/// {"workloadAccessToken":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: boto/botocore 1.44.8 `botocore/data/bedrock-agentcore` (GetWorkloadAccessTokenResponse,
/// GetResourceOauth2TokenResponse).
pub static BEDROCK_AGENTCORE: Dialect = Dialect::bare("bedrock-agentcore", "Amazon", Evidence::Tested)
    .with_quirks("camelCase; no expiry; authorizationUrl asks for the user's consent, with status 200")
    .detected_by(&["workloadAccessToken", "sessionUri+authorizationUrl"])
    .headers(&["x-amzn-errortype"])
    .access_token(paths!["workloadAccessToken", "accessToken"])
    .errors(
        &EXCEPTIONS
            .challenge_when(paths!["authorizationUrl"])
            .code(paths!["x-amzn-errortype", "__type"])
            // The header may have the address of a schema after the name, which is no description.
            .code_ends_at(":")
            .description(paths!["message"]),
    );
