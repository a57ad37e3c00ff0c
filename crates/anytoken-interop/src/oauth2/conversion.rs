//! Tokens to and from oauth2's own type.

use anytoken::oauth::RFC6749;
use anytoken::{Error, ErrorKind, Failure, Received, Result, Slot, Token};
use oauth2::{ExtraTokenFields, StandardTokenResponse, TokenType};
use time::UtcDateTime;
use zeroize::Zeroizing;

use super::plain;

/// A token as the response of an oauth2 or openidconnect client, as if it had been received at `received_at`.
///
/// Its fields are read from what [`Normalizing`](super::Normalizing) writes, the extra ones from the extras.
///
/// # Errors
///
/// `Unusable`, where no access token was granted, and `Invalid`, where the extra fields or the type of token cannot be
/// read.
///
/// ```
/// use anytoken::Token;
/// use anytoken_interop::oauth2::{from_reply, to_reply};
/// use oauth2::TokenResponse;
/// use oauth2::basic::BasicTokenResponse;
/// use time::UtcDateTime;
///
/// let at = UtcDateTime::UNIX_EPOCH;
/// let token = Token::builder("rfc6749").access_token("EXAMPLE-ACCESS").token_type("bearer").scopes(["read"]).build()?;
/// let reply: BasicTokenResponse = to_reply(&token, at)?;
/// assert_eq!(reply.access_token().secret(), "EXAMPLE-ACCESS");
/// assert_eq!(from_reply(&reply, at)?, token);
/// # Ok::<(), anytoken::Failure>(())
/// ```
pub fn to_reply<EF: ExtraTokenFields, TT: TokenType>(
    token: &Token,
    received_at: UtcDateTime,
) -> Result<StandardTokenResponse<EF, TT>> {
    let error = |kind| Error::new(kind).with_format(token.format().clone());
    let json = plain::granted(token, received_at)
        .ok_or_else(|| error(ErrorKind::Unusable).with_field(Slot::AccessToken.as_str()))?;
    serde_json::from_slice(&Zeroizing::new(json)).map_err(|_| error(ErrorKind::Invalid))
}

/// A response of an oauth2 or openidconnect client as a token, of which `expires_in` counts from `received_at`.
///
/// Extra fields become extras, and an ID token among them the ID token. The format is `rfc6749`.
///
/// # Errors
///
/// Those of the format, and its refusals: a response may have been made of anything.
pub fn from_reply<EF: ExtraTokenFields, TT: TokenType>(
    reply: &StandardTokenResponse<EF, TT>,
    received_at: UtcDateTime,
) -> Result<Token, Failure> {
    let json = plain::json(reply).ok_or_else(|| Error::new(ErrorKind::Invalid))?;
    Ok(RFC6749.decode(Received::owned(json, received_at))?.into_token()?)
}
