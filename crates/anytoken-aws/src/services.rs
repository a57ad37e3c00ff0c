//! Services of AWS that keep packages and images.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, TimeRule, paths};

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
    .errors(EXCEPTIONS);

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
    .envelope("authorizationData");

/// A token of a registry, for the scheme `Basic`.
const REGISTRY: Dialect = Dialect::BARE
    .by("Amazon")
    .access_token(paths!["authorizationToken"])
    .expires_at(&[TimeRule::epoch(paths!["expiresAt"])])
    .authorization(Authorization::Scheme("Basic"))
    .errors(EXCEPTIONS);
