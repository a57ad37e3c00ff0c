//! A full token as the response of an oauth2 client.

use std::time::Duration;

use anytoken::{Canonical, Error, ErrorKind, Field, Result, SecretBuf, StoredToken, Token};
use oauth2::basic::{
    BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse, BasicTokenType,
};
use oauth2::{AccessToken, EndpointNotSet, RefreshToken, Scope, StandardRevocableToken, TokenResponse};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcDateTime};
use zeroize::Zeroize;

use super::{json, rfc6749};

/// A `BasicClient` whose tokens are [`FullToken`]s.
///
/// Give it a [`Normalizing`](super::Normalizing) HTTP client with [`full_tokens`](super::Normalizing::full_tokens).
///
/// ```
/// use anytoken_interop::oauth2::{FullTokenClient, Normalizing};
/// use oauth2::{ClientId, HttpRequest, HttpResponse, TokenUrl};
///
/// let http = |_: HttpRequest| {
///     let body = r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","client_id":7,"msi_res_id":"example"}"#;
///     Ok::<_, std::io::Error>(HttpResponse::new(body.into()))
/// };
/// let client: FullTokenClient<_, _, _, _, _> = FullTokenClient::new(ClientId::new("example".into()))
///     .set_token_uri(TokenUrl::new("https://login.example.com/token".into())?);
/// let token = client.exchange_client_credentials().request(&Normalizing::new(http).full_tokens())?;
/// assert_eq!(token.token().format(), &"azure-imds");
/// assert_eq!(token.token().extras().get("msi_res_id").unwrap().expose_json(), r#""example""#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub type FullTokenClient<
    HasAuthUrl = EndpointNotSet,
    HasDeviceAuthUrl = EndpointNotSet,
    HasIntrospectionUrl = EndpointNotSet,
    HasRevocationUrl = EndpointNotSet,
    HasTokenUrl = EndpointNotSet,
> = oauth2::Client<
    BasicErrorResponse,
    FullToken,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    HasAuthUrl,
    HasDeviceAuthUrl,
    HasIntrospectionUrl,
    HasRevocationUrl,
    HasTokenUrl,
>;

/// A [`Token`] with the instant at which it arrived; implements oauth2's [`TokenResponse`].
///
/// It serializes with its secrets, as the instant and the token's canonical form.
///
/// ```
/// use anytoken::Response;
/// use anytoken_interop::oauth2::FullToken;
/// use oauth2::TokenResponse;
/// use std::time::Duration;
/// use time::UtcDateTime;
///
/// let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_on":"1767229200"}"#;
/// let token = FullToken::new(anytoken::decode(Response::new(body, at))?.into_token()?, at)?;
/// assert_eq!(token.expires_in(), Some(Duration::from_secs(3600)));
///
/// let stored = serde_json::to_string(&token)?;
/// let read: FullToken = serde_json::from_str(&stored)?;
/// assert_eq!(read.token(), token.token());
/// assert_eq!(read.expires_in(), token.expires_in());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct FullToken {
    token: Token,
    received_at: UtcDateTime,
    view: View,
}

impl FullToken {
    /// Wraps a token that arrived at this instant.
    ///
    /// # Errors
    ///
    /// `Unusable` if the token has no access token, which oauth2 requires.
    pub fn new(token: Token, received_at: UtcDateTime) -> Result<Self> {
        let view = View::of(&token).ok_or_else(|| {
            let format = token.format().clone();
            Error::new(ErrorKind::Unusable).with_format(format).with_field(Field::AccessToken.as_str())
        })?;
        Ok(Self { token, received_at: received_at.replace_nanosecond(0).unwrap_or(received_at), view })
    }

    /// The token.
    pub fn token(&self) -> &Token {
        &self.token
    }

    /// Unwraps the token.
    pub fn into_token(self) -> Token {
        self.token
    }

    /// The instant of arrival, in whole seconds. `expires_in` counts from it.
    pub fn received_at(&self) -> UtcDateTime {
        self.received_at
    }
}

impl TokenResponse for FullToken {
    type TokenType = BasicTokenType;

    fn access_token(&self) -> &AccessToken {
        &self.view.access_token
    }

    fn token_type(&self) -> &BasicTokenType {
        &self.view.token_type
    }

    fn expires_in(&self) -> Option<Duration> {
        let expiry = self.token.validity().expires.at()?;
        Some(Duration::from_secs(rfc6749::seconds_left(self.received_at, expiry)))
    }

    fn refresh_token(&self) -> Option<&RefreshToken> {
        self.view.refresh_token.as_ref()
    }

    fn scopes(&self) -> Option<&Vec<Scope>> {
        self.view.scopes.as_ref()
    }
}

/// The fields that oauth2 borrows, in its own types. They are wiped on drop, because oauth2 does not wipe them.
#[derive(Clone, Debug)]
struct View {
    access_token: AccessToken,
    token_type: BasicTokenType,
    refresh_token: Option<RefreshToken>,
    scopes: Option<Vec<Scope>>,
}

impl View {
    fn of(token: &Token) -> Option<Self> {
        let token_type = rfc6749::token_type(token).to_lowercase();
        let token_type = match token_type.as_str() {
            "bearer" => BasicTokenType::Bearer,
            "mac" => BasicTokenType::Mac,
            _ => BasicTokenType::Extension(token_type),
        };
        Some(Self {
            access_token: AccessToken::new(token.access_token()?.expose().to_owned()),
            token_type,
            refresh_token: token.refresh_token().map(|secret| RefreshToken::new(secret.expose().to_owned())),
            scopes: token
                .scopes()
                .map(|scopes| scopes.iter().map(|scope| Scope::new(scope.to_owned())).collect()),
        })
    }
}

impl Drop for View {
    fn drop(&mut self) {
        let access_token = std::mem::replace(&mut self.access_token, AccessToken::new(String::new()));
        access_token.into_secret().zeroize();
        if let Some(refresh_token) = self.refresh_token.take() {
            refresh_token.into_secret().zeroize();
        }
    }
}

/// The JSON that deserializes to a [`FullToken`]; `None` if there is no access token.
pub(super) fn json(token: &Token, received_at: UtcDateTime) -> Option<Vec<u8>> {
    token.access_token()?;
    json::to_vec(&Serialized { received_at: received_at.format(&Rfc3339).ok()?, token: token.exposed() })
}

#[derive(Serialize)]
struct Serialized<'a> {
    received_at: String,
    token: Canonical<'a>,
}

impl Serialize for FullToken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let received_at = self.received_at.format(&Rfc3339).map_err(serde::ser::Error::custom)?;
        Serialized { received_at, token: self.token.exposed() }.serialize(serializer)
    }
}

#[derive(Deserialize)]
struct Deserialized<'a> {
    received_at: &'a str,
    token: StoredToken,
}

impl<'de> Deserialize<'de> for FullToken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Take the source text first: serde's messages quote unexpected values.
        let json = Box::<RawValue>::deserialize(deserializer)?;
        let json = SecretBuf::from(String::from(Box::<str>::from(json)));
        let read = || {
            let stored: Deserialized<'_> = serde_json::from_str(json.expose()).ok()?;
            let received_at = OffsetDateTime::parse(stored.received_at, &Rfc3339).ok()?.checked_to_utc()?;
            Self::new(stored.token.into_token(), received_at).ok()
        };
        read().ok_or_else(|| D::Error::custom("invalid token"))
    }
}
