//! Amazon Cognito.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

use crate::exceptions::EXCEPTIONS;

/// `aws-cognito-oauth2`: the token endpoint of a user pool.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","id_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"EXAMPLE-REFRESH",
///  "token_type":"Bearer","expires_in":3600}
/// ```
///
/// Source: docs.aws.amazon.com, Amazon Cognito, "The token issuer endpoint".
pub static COGNITO_OAUTH2: Dialect = Dialect::oauth2("aws-cognito-oauth2", "Amazon", Evidence::Documented)
    .with_quirks("no scope; error responses are a code alone");

/// `aws-cognito-idp`: `InitiateAuth`, `RespondToAuthChallenge` and their like.
///
/// A challenge comes with status 200 instead of the tokens. It is an error response whose code is the challenge's name;
/// its `Session` goes into the next request.
///
/// ```json
/// {"AuthenticationResult":{"AccessToken":"EXAMPLE-ACCESS","ExpiresIn":3600,"TokenType":"Bearer",
///  "RefreshToken":"EXAMPLE-REFRESH","IdToken":"EXAMPLE.EXAMPLE.EXAMPLE"},"ChallengeParameters":{}}
/// ```
///
/// Source: aws/aws-cli `awscli/examples/cognito-idp/initiate-auth.rst`; docs.aws.amazon.com, "InitiateAuth".
pub static COGNITO_IDP: Dialect = Dialect::bare("aws-cognito-idp", "Amazon", Evidence::Documented)
    .with_quirks("PascalCase, in AuthenticationResult; a challenge is an error with status 200")
    .detected_by(&["AuthenticationResult", "ChallengeName"])
    .envelope("AuthenticationResult")
    .access_token(paths!["AccessToken"])
    .refresh_token(paths!["RefreshToken"])
    .id_token(paths!["IdToken"])
    .token_type(paths!["TokenType"])
    .expires_at(&[TimeRule::seconds(paths!["ExpiresIn"])])
    .errors(
        EXCEPTIONS
            .error_when(paths!["__type", "message", "Message", "ChallengeName"])
            .code(paths!["__type", "ChallengeName"])
            .remedies(&[
                ("NotAuthorizedException", Remedy::Reauthenticate),
                ("UserNotFoundException", Remedy::Reauthenticate),
                ("CodeMismatchException", Remedy::Reauthenticate),
                ("ExpiredCodeException", Remedy::Reauthenticate),
                ("PasswordResetRequiredException", Remedy::Interact),
                ("UserNotConfirmedException", Remedy::Interact),
                ("InvalidParameterException", Remedy::FixRequest),
                ("ResourceNotFoundException", Remedy::FixClient),
                ("TooManyRequestsException", Remedy::Retry),
                ("InternalErrorException", Remedy::Retry),
                ("ADMIN_NO_SRP_AUTH", Remedy::Interact),
                ("CUSTOM_CHALLENGE", Remedy::Interact),
                ("DEVICE_PASSWORD_VERIFIER", Remedy::Interact),
                ("DEVICE_SRP_AUTH", Remedy::Interact),
                ("EMAIL_OTP", Remedy::Interact),
                ("MFA_SETUP", Remedy::Interact),
                ("NEW_PASSWORD_REQUIRED", Remedy::Interact),
                ("PASSWORD", Remedy::Interact),
                ("PASSWORD_SRP", Remedy::Interact),
                ("PASSWORD_VERIFIER", Remedy::Interact),
                ("SELECT_CHALLENGE", Remedy::Interact),
                ("SELECT_MFA_TYPE", Remedy::Interact),
                ("SMS_MFA", Remedy::Interact),
                ("SMS_OTP", Remedy::Interact),
                ("SOFTWARE_TOKEN_MFA", Remedy::Interact),
                ("WEB_AUTHN", Remedy::Interact),
            ]),
    );
