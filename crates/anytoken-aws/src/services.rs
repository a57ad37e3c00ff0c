//! Services of AWS that issue tokens of their own.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, Place, TimeRule, paths};

use crate::exceptions::EXCEPTIONS;

/// `aws-codeartifact`: `GetAuthorizationToken` of CodeArtifact.
///
/// The date from the command line has the offset of the machine.
///
/// ```json
/// {"authorizationToken":"EXAMPLE-ACCESS","expiration":1767268800.5}
/// ```
///
/// Source: docs.aws.amazon.com, CodeArtifact API Reference, "GetAuthorizationToken".
pub static CODEARTIFACT: Dialect = Dialect::bare("aws-codeartifact", "Amazon", Evidence::Documented)
    .with_quirks("the expiry is an epoch with a fraction, or a date from the command line")
    .detected_by(&["authorizationToken"])
    .access_token(paths!["authorizationToken"])
    .expires_at(&[TimeRule::epoch(paths!["expiration"])])
    .errors(&EXCEPTIONS);

/// `aws-ecr`: `GetAuthorizationToken` of the container registry.
///
/// There is a token for each requested registry. It is a user and a password in Base64. The command line prints a date
/// for the expiry.
///
/// ```json
/// {"authorizationData":[{"authorizationToken":"RVhBTVBMRQ==","expiresAt":1767268800.241,
///  "proxyEndpoint":"https://123456789012.dkr.ecr.us-west-2.amazonaws.com"}]}
/// ```
///
/// Source: aws/aws-cli `awscli/examples/ecr/get-authorization-token.rst`.
pub static ECR: Dialect = Dialect::like(&REGISTRY, "aws-ecr", Evidence::Documented)
    .with_quirks("an array; the scheme is Basic; the expiry is an epoch with a fraction, or a date")
    .envelope("authorizationData/*")
    .resource(paths!["proxyEndpoint"]);

/// `aws-ecr-public`: `GetAuthorizationToken` of the public container registry.
///
/// There is one token, without an endpoint.
///
/// ```json
/// {"authorizationData":{"authorizationToken":"RVhBTVBMRQ==","expiresAt":"2026-01-01T08:00:00.301000-04:00"}}
/// ```
///
/// Source: aws/aws-cli `awscli/examples/ecr-public/get-authorization-token.rst`.
pub static ECR_PUBLIC: Dialect = Dialect::like(&REGISTRY, "aws-ecr-public", Evidence::Documented)
    .with_quirks("an object; the scheme is Basic; the expiry is an epoch with a fraction, or a date")
    .detected_by(&["authorizationData/authorizationToken"])
    .envelope("authorizationData");

/// A token of a registry, for the scheme `Basic`.
const REGISTRY: Dialect = Dialect::BARE
    .by("Amazon")
    .access_token(paths!["authorizationToken"])
    .expires_at(&[TimeRule::epoch(paths!["expiresAt"])])
    .authorization(Authorization::Scheme("Basic"))
    .errors(&EXCEPTIONS);

/// `aws-iam-service-credential`: `CreateServiceSpecificCredential` of IAM, an API key of Amazon Bedrock or CloudWatch
/// Logs.
///
/// The API returns XML, with the credential in `CreateServiceSpecificCredentialResult`; the command line prints JSON.
/// Without `ExpirationDate` no expiry is stated. A credential with `ServicePassword` instead of the secret is a
/// password, not a token.
///
/// ```json
/// {"ServiceSpecificCredential":{"CreateDate":"2026-01-01T00:00:00+00:00",
///  "ExpirationDate":"2026-01-31T00:00:00+00:00","ServiceName":"bedrock.amazonaws.com",
///  "ServiceCredentialAlias":"example-at-123456789012","ServiceCredentialSecret":"EXAMPLE-ACCESS",
///  "ServiceSpecificCredentialId":"EXAMPLE","UserName":"example","Status":"Active"}}
/// ```
///
/// Source: boto/botocore `botocore/data/iam/2010-05-08/service-2.json`, `CreateServiceSpecificCredential`.
pub static IAM_SERVICE_CREDENTIAL: Dialect =
    Dialect::like(&SERVICE_CREDENTIAL, "aws-iam-service-credential", Evidence::Recorded)
        .with_quirks("PascalCase, in ServiceSpecificCredential; XML, or JSON from the command line")
        .detected_by(&["ServiceSpecificCredential", "CreateServiceSpecificCredentialResult"])
        .envelope("ServiceSpecificCredential")
        .related(&[Place::like(&SERVICE_CREDENTIAL)
            .envelope("CreateServiceSpecificCredentialResult/ServiceSpecificCredential")]);

/// A credential of a user for one service.
const SERVICE_CREDENTIAL: Dialect = Dialect::BARE
    .by("Amazon")
    .access_token(paths!["ServiceCredentialSecret"])
    .subject(paths!["UserName"])
    .issued_at(&[TimeRule::rfc3339(paths!["CreateDate"])])
    .expires_at(&[TimeRule::rfc3339(paths!["ExpirationDate"])])
    .errors(&EXCEPTIONS);

/// `aws-mwaa-token`: `CreateCliToken` and `CreateWebLoginToken` of Managed Workflows for Apache Airflow.
///
/// `CliToken` is a bearer token of the command line's endpoint, `WebToken` a part of a login page's URL. Both are valid
/// for 60 seconds, which the response does not state.
///
/// ```json
/// {"CliToken":"EXAMPLE.EXAMPLE.EXAMPLE","WebServerHostname":"example.airflow.amazonaws.com"}
/// ```
///
/// Source: boto/botocore `botocore/data/mwaa/2020-07-01/service-2.json`.
pub static MWAA_TOKEN: Dialect = Dialect::bare("aws-mwaa-token", "Amazon", Evidence::Documented)
    .with_quirks("the token is in CliToken or WebToken; no expiry")
    .detected_by(&["WebServerHostname"])
    .access_token(paths!["CliToken"])
    .related(&[Place::BARE.access_token(paths!["WebToken"]).authorization(Authorization::None)])
    .errors(&EXCEPTIONS);

/// `aws-connect-federation`: `GetFederationToken` of Amazon Connect.
///
/// The command line prints dates for the expiries.
///
/// ```json
/// {"Credentials":{"AccessToken":"EXAMPLE-ACCESS","AccessTokenExpiration":1767229200.0,
///  "RefreshToken":"EXAMPLE-REFRESH","RefreshTokenExpiration":1767268800.0},
///  "SignInUrl":"https://example.my.connect.aws","UserArn":"example","UserId":"example"}
/// ```
///
/// Source: boto/botocore `botocore/data/connect/2017-08-08/service-2.json`, `GetFederationTokenResponse`.
pub static CONNECT_FEDERATION: Dialect =
    Dialect::bare("aws-connect-federation", "Amazon", Evidence::Documented)
        .with_quirks("PascalCase, in Credentials; an expiry is an epoch with a fraction, or a date")
        .detected_by(&["Credentials/AccessTokenExpiration"])
        .envelope("Credentials")
        .access_token(paths!["AccessToken"])
        .refresh_token(paths!["RefreshToken"])
        .subject(paths!["/UserId"])
        .expires_at(&[TimeRule::epoch(paths!["AccessTokenExpiration"])])
        .refresh_token_expires_at(&[TimeRule::epoch(paths!["RefreshTokenExpiration"])])
        .errors(&EXCEPTIONS);

/// `aws-spark-session`: the endpoint of a Spark session, by Athena, Glue, EMR Serverless or EMR on EKS.
///
/// Each service has names of its own: Athena those at the top level, Glue the same in `SparkConnect`, EMR Serverless
/// `authToken` and `authTokenExpiresAt`, EMR on EKS `credentials` and `expiresAt`.
///
/// ```json
/// {"EndpointUrl":"sc://example.amazonaws.com:443","AuthToken":"EXAMPLE-ACCESS",
///  "AuthTokenExpirationTime":1767229200.5}
/// ```
///
/// Source: boto/botocore `botocore/data`, the service models of Athena, Glue, EMR Serverless and EMR containers.
pub static SPARK_SESSION: Dialect = Dialect::bare("aws-spark-session", "Amazon", Evidence::Documented)
    .with_quirks("four services with names of their own; an expiry is an epoch with a fraction, or a date")
    .detected_by(&["SparkConnect", "EndpointUrl+AuthTokenExpirationTime", "authTokenExpiresAt+endpoint"])
    .access_token(paths!["AuthToken", "authToken", "SparkConnect/AuthToken", "credentials/token"])
    .api_url(paths!["EndpointUrl", "endpoint"])
    .expires_at(&[TimeRule::epoch(paths![
        "AuthTokenExpirationTime",
        "authTokenExpiresAt",
        "SparkConnect/AuthTokenExpirationTime",
        "expiresAt"
    ])])
    .errors(&EXCEPTIONS);

/// `aws-ivs-chat-token`: `CreateChatToken` of Interactive Video Service.
///
/// The token opens a session, whose later end is `sessionExpirationTime`. It is sent as a subprotocol of the WebSocket.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","tokenExpirationTime":"2026-01-01T00:01:00Z",
///  "sessionExpirationTime":"2026-01-01T01:00:00Z"}
/// ```
///
/// Source: boto/botocore `botocore/data/ivschat/2020-07-14/service-2.json`, `CreateChatTokenResponse`.
pub static IVS_CHAT_TOKEN: Dialect = Dialect::bare("aws-ivs-chat-token", "Amazon", Evidence::Documented)
    .with_quirks("the token is in token, its expiry in tokenExpirationTime; no Authorization header")
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::rfc3339(paths!["tokenExpirationTime"])])
    .authorization(Authorization::None)
    .errors(&EXCEPTIONS);

/// `aws-workmail-impersonation`: `AssumeImpersonationRole` of WorkMail.
///
/// ```json
/// {"Token":"EXAMPLE-ACCESS","ExpiresIn":3600}
/// ```
///
/// Source: boto/botocore `botocore/data/workmail/2017-10-01/service-2.json`, `AssumeImpersonationRoleResponse`.
pub static WORKMAIL_IMPERSONATION: Dialect =
    Dialect::bare("aws-workmail-impersonation", "Amazon", Evidence::Documented)
        .with_quirks("PascalCase")
        .access_token(paths!["Token"])
        .expires_at(&[TimeRule::seconds(paths!["ExpiresIn"])])
        .errors(&EXCEPTIONS);
