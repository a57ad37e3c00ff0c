//! Amazon Cognito.

use anytoken_core::dialect::{Body, Dialect, Evidence, Place, TimeRule, paths};
use anytoken_core::{Adapter, Decoded, Encoded, Entry, Remedy, Result, Token};
use time::UtcDateTime;

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

/// `aws-cognito-idp`: `InitiateAuth`, `RespondToAuthChallenge` and their like, `GetClientToken` and `GetDerivedToken`.
///
/// A challenge comes with status 200 instead of the tokens. It is an error response whose code is the challenge's name;
/// its `Session` goes into the next request. A client's token is in `ClientAuthenticationResult`. A derived token is at
/// the top level, and `IssuedTokenType` says whether it is an access token or an ID token.
///
/// ```json
/// {"AuthenticationResult":{"AccessToken":"EXAMPLE-ACCESS","ExpiresIn":3600,"TokenType":"Bearer",
///  "RefreshToken":"EXAMPLE-REFRESH","IdToken":"EXAMPLE.EXAMPLE.EXAMPLE"},"ChallengeParameters":{}}
/// ```
///
/// Source: aws/aws-cli `awscli/examples/cognito-idp/initiate-auth.rst`; docs.aws.amazon.com, "InitiateAuth";
/// boto/botocore `botocore/data/cognito-idp/2016-04-18/service-2.json`.
pub static COGNITO_IDP: CognitoIdp = CognitoIdp;

/// The adapter of the user pools API of Amazon Cognito.
#[derive(Clone, Copy, Debug)]
pub struct CognitoIdp;

/// `aws-cognito-identity`: `GetOpenIdToken` of an identity pool.
///
/// `Token` is an ID token. It is valid for ten minutes unless the request says otherwise; the response does not state
/// it.
///
/// ```json
/// {"IdentityId":"us-east-1:11111111-2222-3333-4444-555555555555","Token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: boto/botocore `botocore/data/cognito-identity/2014-06-30/service-2.json`, `GetOpenIdTokenResponse`.
pub static COGNITO_IDENTITY: Dialect = Dialect::bare("aws-cognito-identity", "Amazon", Evidence::Documented)
    .with_quirks("Token is an ID token; no expiry")
    .detected_by(&["IdentityId+Token"])
    .id_token(paths!["Token"])
    .subject(paths!["IdentityId"])
    .errors(&EXCEPTIONS);

/// Every response but a derived ID token.
static RESPONSE: Dialect = Dialect::like(&MEMBERS, "aws-cognito-idp", Evidence::Documented)
    .with_quirks("PascalCase, in an envelope or at the top level; a challenge is an error with status 200")
    .detected_by(&[
        "AuthenticationResult",
        "ChallengeName",
        "ClientAuthenticationResult",
        "IssuedToken+IssuedTokenType",
    ])
    .envelope("AuthenticationResult")
    .related(&[
        Place::like(&MEMBERS).envelope("ClientAuthenticationResult"),
        Place::like(&MEMBERS).access_token(paths!["IssuedToken"]),
    ]);

/// A derived ID token.
static DERIVED_ID: Dialect = Dialect::like(&MEMBERS, "aws-cognito-idp", Evidence::Documented)
    .constant_members(&[("IssuedTokenType", "\"ID_TOKEN\"")])
    .access_token(paths![])
    .id_token(paths!["IssuedToken"]);

/// The members of a token, wherever it is.
const MEMBERS: Dialect = Dialect::BARE
    .by("Amazon")
    .access_token(paths!["AccessToken"])
    .refresh_token(paths!["RefreshToken"])
    .id_token(paths!["IdToken"])
    .token_type(paths!["TokenType"])
    .scopes(paths!["Scopes"])
    .expires_at(&[TimeRule::seconds(paths!["ExpiresIn"])])
    .errors(
        &EXCEPTIONS
            .error_when(paths!["__type", "message", "Message", "ChallengeName"])
            .code(paths!["__type", "ChallengeName"])
            .remedies(&[
                ("NotAuthorizedException", Remedy::Reauthenticate),
                ("UserNotFoundException", Remedy::Reauthenticate),
                ("CodeMismatchException", Remedy::Reauthenticate),
                ("ExpiredCodeException", Remedy::Reauthenticate),
                ("RefreshTokenReuseException", Remedy::Reauthenticate),
                ("PasswordResetRequiredException", Remedy::Interact),
                ("UserNotConfirmedException", Remedy::Interact),
                ("InvalidParameterException", Remedy::FixRequest),
                ("UnsupportedTokenTypeException", Remedy::FixRequest),
                ("OperationNotEnabledException", Remedy::FixClient),
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

impl CognitoIdp {
    /// Returns the entry of the family.
    pub const fn entry(&'static self) -> Entry {
        RESPONSE.entry_of(self)
    }
}

impl Adapter for CognitoIdp {
    fn id(&self) -> &str {
        RESPONSE.id()
    }

    fn vendor(&self) -> &str {
        RESPONSE.vendor()
    }

    fn quirks(&self) -> &str {
        RESPONSE.quirks()
    }

    fn evidence(&self) -> Evidence {
        RESPONSE.evidence()
    }

    fn signature(&self) -> &'static [&'static str] {
        RESPONSE.signature()
    }

    fn claims(&self, name: &str) -> bool {
        name == DERIVED_TYPE || RESPONSE.claims(name)
    }

    fn decode_body(&self, mut body: Body<'_>) -> Result<Decoded> {
        dialect_of(&mut body)?.decode_body(body)
    }

    fn encode(&self, token: &Token, at: UtcDateTime) -> Result<Encoded> {
        let derived =
            token.extras().get(DERIVED_TYPE).is_some_and(|kind| kind.expose_json() == "\"ID_TOKEN\"");
        let dialect = if derived { &DERIVED_ID } else { &RESPONSE };
        dialect.encode_among(token, at, dialect_of)
    }
}

/// The member that says which token a derived one is.
const DERIVED_TYPE: &str = "IssuedTokenType";

/// Returns the dialect of a response.
fn dialect_of(body: &mut Body<'_>) -> Result<&'static Dialect> {
    let kind = body.text_at(DERIVED_TYPE).map_err(|error| error.with_format(RESPONSE.format()))?;
    Ok(if kind.is_some_and(|kind| kind.expose() == "ID_TOKEN") { &DERIVED_ID } else { &RESPONSE })
}
