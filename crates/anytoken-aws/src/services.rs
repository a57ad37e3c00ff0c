//! Services of AWS that keep packages and images.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, TimeRule, paths};

use crate::EXCEPTIONS;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&CODEARTIFACT, &ECR, &ECR_PUBLIC];

/// `aws-codeartifact`: `GetAuthorizationToken` of CodeArtifact.
///
/// The expiry is an epoch with a fraction on the wire, and ISO 8601 with the offset of the machine from the command
/// line.
///
/// ```json
/// {"authorizationToken":"EXAMPLE-ACCESS","expiration":1767268800.5}
/// ```
///
/// Source: docs.aws.amazon.com, CodeArtifact API Reference, "GetAuthorizationToken".
pub static CODEARTIFACT: Dialect = Dialect {
    id: "aws-codeartifact",
    vendor: "Amazon",
    quirks: "an epoch with a fraction, or a date from the command line",
    signature: &["authorizationToken"],
    access_token: paths!["authorizationToken"],
    expires: &[TimeRule::epoch(paths!["expiration"])],
    errors: EXCEPTIONS,
    ..Dialect::BARE
};

/// `aws-ecr`: `GetAuthorizationToken` of the container registry.
///
/// An array with a token for each requested registry. A token is a user and a password in Base64, for the scheme
/// `Basic`. The expiry is as in `aws-codeartifact`.
///
/// ```json
/// {"authorizationData":[{"authorizationToken":"RVhBTVBMRQ==","expiresAt":1767268800.241,
///  "proxyEndpoint":"https://123456789012.dkr.ecr.us-west-2.amazonaws.com"}]}
/// ```
///
/// Source: aws/aws-cli `awscli/examples/ecr/get-authorization-token.rst`.
pub static ECR: Dialect = Dialect {
    id: "aws-ecr",
    quirks: "an array; the scheme is Basic; an epoch with a fraction",
    at: "authorizationData/*",
    resource: paths!["proxyEndpoint"],
    ..REGISTRY
};

/// `aws-ecr-public`: the same of the public registry.
///
/// An object where `aws-ecr` has an array, and no endpoint.
///
/// ```json
/// {"authorizationData":{"authorizationToken":"RVhBTVBMRQ==","expiresAt":"2026-01-01T08:00:00.301000-04:00"}}
/// ```
///
/// Source: aws/aws-cli `awscli/examples/ecr-public/get-authorization-token.rst`.
pub static ECR_PUBLIC: Dialect = Dialect {
    id: "aws-ecr-public",
    quirks: "an object; the scheme is Basic; an epoch with a fraction",
    at: "authorizationData",
    ..REGISTRY
};

/// The base of both registries.
const REGISTRY: Dialect = Dialect {
    vendor: "Amazon",
    access_token: paths!["authorizationToken"],
    expires: &[TimeRule::epoch(paths!["expiresAt"])],
    scheme: Some("Basic"),
    errors: EXCEPTIONS,
    ..Dialect::BARE
};
