//! Tokens to and from oauth2's own response type.

use anytoken::oauth::RFC6749;
use anytoken::{Error, ErrorKind, Field, Response, Result, Token, TokenError};
use oauth2::{ExtraTokenFields, StandardTokenResponse, TokenType};
use time::UtcDateTime;
use zeroize::Zeroizing;

use super::{json, rfc6749};

/// Converts a token to the response type of oauth2 or openidconnect, as if it had arrived at `received_at`.
///
/// The result has the fields that [`Normalizing`](super::Normalizing) writes; extra fields are read from the extras.
///
/// # Errors
///
/// `Unusable` if the token has no access token; `Invalid` if the extra fields or the token type cannot be read.
///
/// ```
/// use anytoken::Token;
/// use anytoken_interop::oauth2::{from_response, to_response};
/// use oauth2::TokenResponse;
/// use oauth2::basic::BasicTokenResponse;
/// use time::UtcDateTime;
///
/// let at = UtcDateTime::UNIX_EPOCH;
/// let token = Token::builder("rfc6749").access_token("EXAMPLE-ACCESS").token_type("bearer").scopes(["read"]).build()?;
/// let response: BasicTokenResponse = to_response(&token, at)?;
/// assert_eq!(response.access_token().secret(), "EXAMPLE-ACCESS");
/// assert_eq!(from_response(&response, at)?, token);
/// # Ok::<(), anytoken::TokenError>(())
/// ```
pub fn to_response<EF: ExtraTokenFields, TT: TokenType>(
    token: &Token,
    received_at: UtcDateTime,
) -> Result<StandardTokenResponse<EF, TT>> {
    let error = |kind| Error::new(kind).with_format(token.format().clone());
    let json = rfc6749::token(token, received_at)
        .ok_or_else(|| error(ErrorKind::Unusable).with_field(Field::AccessToken.as_str()))?;
    serde_json::from_slice(&Zeroizing::new(json)).map_err(|_| error(ErrorKind::Invalid))
}

/// Converts a response of oauth2 or openidconnect to a token of the format `rfc6749`.
///
/// `expires_in` counts from `received_at`. An extra field `id_token` becomes the ID token, the others become extras.
///
/// # Errors
///
/// A decode error or an error response, as for any `rfc6749` body.
pub fn from_response<EF: ExtraTokenFields, TT: TokenType>(
    response: &StandardTokenResponse<EF, TT>,
    received_at: UtcDateTime,
) -> Result<Token, TokenError> {
    let json = json::to_vec(response).ok_or_else(|| Error::new(ErrorKind::Invalid))?;
    Ok(RFC6749.decode(Response::from_vec(json, received_at))?.into_token()?)
}
