//! The structs written by hand: one for each body, with the members that its vendor documents, a fair one for all, and
//! the canonical form.
#![allow(dead_code, reason = "a hand-written struct has members that no contestant reads")]

use std::collections::BTreeMap;
use std::fmt;

use anytoken_tests::recorded::AT;
use quick_xml::Reader;
use quick_xml::events::Event;
use secrecy::{ExposeSecret, SecretString};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::Serialize;
use serde_json::value::RawValue;
use time::UtcDateTime;
use time::format_description::well_known::Rfc3339;

use crate::answers::End;

/// A struct of one body.
pub(crate) trait Hand<'a>: Sized {
    fn read(body: &'a [u8]) -> Option<Self>;
    /// The access token, or the code of an error response.
    fn text(&self) -> &str;
    fn end(&self) -> End<'_>;
    /// The body, as JSON.
    fn to_json(&self) -> Option<String>
    where
        Self: Serialize,
    {
        serde_json::to_string(self).ok()
    }
}

/// An expression in which `$Struct` is the struct of owned strings for a shape.
macro_rules! with_struct {
    ($shape:expr, $Struct:ident => $expression:expr) => {{
        use $crate::inputs::Shape;
        macro_rules! with {
            ($struct:ty) => {{
                type $Struct = $struct;
                $expression
            }};
        }
        match $shape {
            Shape::Imds => with!($crate::structs::Imds<String>),
            Shape::Rfc6749 => with!($crate::structs::Rfc6749<String>),
            Shape::Dates => with!($crate::structs::Dates<String>),
            Shape::Entra => with!($crate::structs::Entra<String>),
            Shape::Keycloak => with!($crate::structs::Keycloak<String>),
            Shape::Slack => with!($crate::structs::Slack<String>),
            Shape::Salesforce => with!($crate::structs::Salesforce<String>),
            Shape::AwsSso => with!($crate::structs::AwsSso<String>),
            Shape::Kubernetes => with!($crate::structs::Kubernetes<String>),
            Shape::Linked => with!($crate::structs::Linked<String>),
            Shape::Named => with!($crate::structs::Named<String>),
            Shape::Escaped => with!($crate::structs::Escaped<String>),
            Shape::Plain => with!($crate::structs::Plain<String>),
            Shape::Form => with!($crate::structs::Form<String>),
            Shape::Xml => with!($crate::structs::Xml),
            Shape::Taobao => with!($crate::structs::Taobao),
            Shape::ErrorResponse => with!($crate::structs::ErrorResponse<String>),
            Shape::Wide => with!($crate::structs::Wide),
        }
    }};
}
pub(crate) use with_struct;

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Imds<T> {
    access_token: T,
    client_id: T,
    expires_in: T,
    expires_on: T,
    ext_expires_in: T,
    msi_res_id: Option<T>,
    not_before: T,
    object_id: Option<T>,
    resource: T,
    token_type: T,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Rfc6749<T> {
    access_token: T,
    token_type: T,
    expires_in: Option<i64>,
    refresh_token: Option<T>,
    scope: Option<T>,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Entra<T> {
    token_type: T,
    scope: T,
    expires_in: i64,
    ext_expires_in: i64,
    access_token: T,
    refresh_token: Option<T>,
    id_token: Option<T>,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Keycloak<T> {
    access_token: T,
    expires_in: i64,
    refresh_expires_in: i64,
    refresh_token: Option<T>,
    token_type: T,
    id_token: Option<T>,
    #[serde(rename = "not-before-policy")]
    not_before_policy: i64,
    session_state: T,
    scope: T,
}

/// The thirteen members that Slack documents.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Slack<T> {
    ok: bool,
    access_token: T,
    token_type: T,
    scope: T,
    bot_user_id: T,
    app_id: T,
    expires_in: Option<i64>,
    refresh_token: Option<T>,
    team: Team<T>,
    enterprise: Option<Team<T>>,
    is_enterprise_install: bool,
    authed_user: User<T>,
    incoming_webhook: Option<Webhook<T>>,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
struct Team<T> {
    name: T,
    id: T,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
struct User<T> {
    id: T,
    scope: T,
    access_token: T,
    token_type: T,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
struct Webhook<T> {
    channel: T,
    channel_id: T,
    configuration_url: T,
    url: T,
}

/// Of Slack's members those at the top that concern the token.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct SlackFew<T> {
    ok: bool,
    access_token: T,
    token_type: T,
    scope: T,
    bot_user_id: T,
    app_id: T,
    expires_in: Option<i64>,
    refresh_token: Option<T>,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Dates<T> {
    access_token: T,
    token_type: T,
    expires_at: T,
    refresh_token: Option<T>,
}

/// Of Salesforce's members those that Salesforce documents.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Salesforce<T> {
    access_token: T,
    refresh_token: Option<T>,
    signature: T,
    scope: T,
    id_token: Option<T>,
    instance_url: T,
    id: T,
    token_type: T,
    issued_at: T,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AwsSso<T> {
    start_url: T,
    region: T,
    access_token: T,
    expires_at: T,
    client_id: Option<T>,
    client_secret: Option<T>,
    registration_expires_at: Option<T>,
    refresh_token: Option<T>,
}

/// A `TokenRequest`, as a client of its own declares it.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Kubernetes<T> {
    kind: T,
    api_version: T,
    metadata: KubernetesName<T>,
    spec: KubernetesSpec<T>,
    status: KubernetesStatus<T>,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
struct KubernetesName<T> {
    name: T,
    namespace: T,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
struct KubernetesSpec<T> {
    audiences: Vec<T>,
    expiration_seconds: i64,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
struct KubernetesStatus<T> {
    token: T,
    expiration_timestamp: T,
}

/// A body with addresses, which servers escape.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Linked<T> {
    access_token: T,
    token_type: T,
    expires_in: i64,
    refresh_token: Option<T>,
    scope: T,
    profile: Option<T>,
}

/// A body in XML, read event by event.
#[derive(Clone, Default, PartialEq, serde::Serialize)]
pub(crate) struct Xml {
    access_token: String,
    token_type: String,
    scope: String,
}

/// The object in the string.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Taobao {
    access_token: String,
    token_type: String,
    expires_in: i64,
    expire_time: i64,
    refresh_token: Option<String>,
    re_expires_in: i64,
    refresh_token_valid_time: i64,
    w1_expires_in: i64,
    w2_expires_in: i64,
    r1_expires_in: i64,
    taobao_user_nick: String,
    taobao_user_id: String,
    account_id: String,
}

/// The object around the string.
#[derive(serde::Serialize, serde::Deserialize)]
struct TaobaoResponse {
    top_auth_token_create_response: TaobaoResult,
}

#[derive(serde::Serialize, serde::Deserialize)]
struct TaobaoResult {
    token_result: String,
    request_id: Option<String>,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Named<T> {
    access_token: T,
    token_type: T,
    expires_in: i64,
    name: T,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Escaped<T> {
    expires_in: i64,
    access_token: T,
    token_type: T,
    scope: T,
    state: T,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Plain<T> {
    access_token: T,
    token_type: T,
    expires_in: i64,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Form<T> {
    access_token: T,
    expires_in: Option<i64>,
    refresh_token: Option<T>,
    refresh_token_expires_in: Option<i64>,
    scope: T,
    token_type: T,
}

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct ErrorResponse<T> {
    error: T,
    error_description: Option<T>,
    error_codes: Option<Vec<i64>>,
    timestamp: Option<T>,
    trace_id: Option<T>,
    correlation_id: Option<T>,
    error_uri: Option<T>,
}

/// What bodies of any vendor have, for the corpus.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Wide {
    #[serde(alias = "accessToken", alias = "token", alias = "value", alias = "AccessToken")]
    access_token: String,
    #[serde(alias = "tokenType")]
    token_type: Option<String>,
    refresh_token: Option<String>,
    id_token: Option<String>,
    scope: Option<String>,
    expires_in: Option<Number>,
    expires_on: Option<Number>,
    ext_expires_in: Option<Number>,
    not_before: Option<Number>,
    refresh_token_expires_in: Option<Number>,
    resource: Option<String>,
    client_id: Option<String>,
}

/// A number, or a string that holds one, which is kept as it is.
#[derive(Clone, PartialEq, serde::Serialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Text(String),
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl Visitor<'_> for Either {
            type Value = Number;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or a string")
            }

            fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
                Ok(Number::Whole(number))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
                number.try_into().map(Number::Whole).map_err(E::custom)
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Number::Text(text.to_owned()))
            }
        }
        deserializer.deserialize_any(Either)
    }
}

macro_rules! hand {
    ($struct:ident, $read:path, $($text:ident).+, |$it:pat_param| $end:expr) => {
        impl<'a, T: Deserialize<'a> + AsRef<str>> Hand<'a> for $struct<T> {
            fn read(body: &'a [u8]) -> Option<Self> {
                $read(body).ok()
            }

            fn text(&self) -> &str {
                self.$($text).+.as_ref()
            }

            fn end(&self) -> End<'_> {
                let $it = self;
                $end
            }
        }
    };
}

hand!(Imds, serde_json::from_slice, access_token, |it| End::OnText(it.expires_on.as_ref()));
hand!(Rfc6749, serde_json::from_slice, access_token, |it| it.expires_in.map_or(End::Unknown, End::In));
hand!(Dates, serde_json::from_slice, access_token, |it| End::AtText(it.expires_at.as_ref()));
hand!(Entra, serde_json::from_slice, access_token, |it| End::In(it.expires_in));
hand!(Keycloak, serde_json::from_slice, access_token, |it| End::In(it.expires_in));
hand!(Slack, serde_json::from_slice, access_token, |it| it.expires_in.map_or(End::Unknown, End::In));
hand!(SlackFew, serde_json::from_slice, access_token, |it| it.expires_in.map_or(End::Unknown, End::In));
hand!(Salesforce, serde_json::from_slice, access_token, |_| End::Unknown);
hand!(AwsSso, serde_json::from_slice, access_token, |it| End::AtText(it.expires_at.as_ref()));
hand!(Kubernetes, serde_json::from_slice, status.token, |it| {
    End::AtText(it.status.expiration_timestamp.as_ref())
});
hand!(Linked, serde_json::from_slice, access_token, |it| End::In(it.expires_in));
hand!(Named, serde_json::from_slice, access_token, |it| End::In(it.expires_in));
hand!(Escaped, serde_json::from_slice, access_token, |it| End::In(it.expires_in));
hand!(Plain, serde_json::from_slice, access_token, |it| End::In(it.expires_in));
hand!(Form, serde_urlencoded::from_bytes, access_token, |it| it.expires_in.map_or(End::Unknown, End::In));
hand!(ErrorResponse, serde_json::from_slice, error, |_| End::Unknown);

impl Hand<'_> for Xml {
    fn read(body: &[u8]) -> Option<Self> {
        let mut reader = Reader::from_str(str::from_utf8(body).ok()?);
        let mut read = Self::default();
        let mut name = String::new();
        loop {
            match reader.read_event().ok()? {
                Event::Start(start) => name = start.name().as_ref().to_owned(),
                Event::Text(text) => {
                    let member = match name.as_str() {
                        "access_token" => &mut read.access_token,
                        "token_type" => &mut read.token_type,
                        "scope" => &mut read.scope,
                        _ => continue,
                    };
                    *member = text.into_inner().into_owned();
                }
                Event::End(_) => name.clear(),
                Event::Eof => return Some(read),
                _ => {}
            }
        }
    }

    fn text(&self) -> &str {
        &self.access_token
    }

    fn end(&self) -> End<'_> {
        End::Unknown
    }
}

impl Hand<'_> for Taobao {
    fn read(body: &[u8]) -> Option<Self> {
        let outer: TaobaoResponse = serde_json::from_slice(body).ok()?;
        serde_json::from_str(&outer.top_auth_token_create_response.token_result).ok()
    }

    fn text(&self) -> &str {
        &self.access_token
    }

    fn end(&self) -> End<'_> {
        End::In(self.expires_in)
    }

    fn to_json(&self) -> Option<String> {
        let token_result = serde_json::to_string(self).ok()?;
        let top_auth_token_create_response = TaobaoResult { token_result, request_id: None };
        serde_json::to_string(&TaobaoResponse { top_auth_token_create_response }).ok()
    }
}

/// Bodies of the corpus are compared by their tokens alone.
impl Hand<'_> for Wide {
    fn read(body: &[u8]) -> Option<Self> {
        serde_json::from_slice(body).ok()
    }

    fn text(&self) -> &str {
        &self.access_token
    }

    fn end(&self) -> End<'_> {
        End::Unknown
    }
}

/// A hand-written struct with the work of ours: numbers that may be strings, wiped secrets, instants, scopes one by
/// one.
pub(crate) struct Fair {
    access_token: SecretString,
    token_type: Option<String>,
    refresh_token: Option<SecretString>,
    id_token: Option<SecretString>,
    scopes: Vec<String>,
    resource: Option<String>,
    client_id: Option<String>,
    expires: Option<UtcDateTime>,
    extended_expires: Option<UtcDateTime>,
    refresh_token_expires: Option<UtcDateTime>,
    not_before: Option<UtcDateTime>,
}

/// The members that [`Fair`] is made of.
#[derive(serde::Deserialize)]
struct FairBody {
    #[serde(alias = "accessToken")]
    access_token: String,
    #[serde(alias = "tokenType")]
    token_type: Option<String>,
    #[serde(alias = "refreshToken")]
    refresh_token: Option<String>,
    id_token: Option<String>,
    scope: Option<String>,
    resource: Option<String>,
    client_id: Option<String>,
    expires_in: Option<Number>,
    expires_on: Option<Number>,
    #[serde(alias = "expiresAt")]
    expires_at: Option<String>,
    ext_expires_in: Option<Number>,
    #[serde(alias = "refresh_token_expires_in")]
    refresh_expires_in: Option<Number>,
    not_before: Option<Number>,
}

impl Fair {
    pub(crate) fn of_json(body: &[u8]) -> Option<Self> {
        Self::new(serde_json::from_slice(body).ok()?)
    }

    pub(crate) fn of_form(body: &[u8]) -> Option<Self> {
        Self::new(serde_urlencoded::from_bytes(body).ok()?)
    }

    fn new(body: FairBody) -> Option<Self> {
        let from = AT.unix_timestamp();
        let on = |epoch: &Number| UtcDateTime::from_unix_timestamp(epoch.whole()?).ok();
        let after =
            |seconds: &Number| UtcDateTime::from_unix_timestamp(from.checked_add(seconds.whole()?)?).ok();
        let expires = match (&body.expires_on, &body.expires_in, &body.expires_at) {
            (Some(epoch), ..) => Some(on(epoch)?),
            (None, Some(seconds), _) => Some(after(seconds)?),
            (None, None, Some(date)) => Some(UtcDateTime::parse(date, &Rfc3339).ok()?),
            (None, None, None) => None,
        };
        let scopes = body.scope.iter().flat_map(|scope| scope.split([' ', ',']));
        Some(Self {
            scopes: scopes.filter(|scope| !scope.is_empty()).map(str::to_owned).collect(),
            access_token: body.access_token.into(),
            token_type: body.token_type,
            refresh_token: body.refresh_token.map(SecretString::from),
            id_token: body.id_token.map(SecretString::from),
            resource: body.resource,
            client_id: body.client_id,
            expires,
            extended_expires: body.ext_expires_in.as_ref().and_then(after),
            refresh_token_expires: body.refresh_expires_in.as_ref().and_then(after),
            not_before: body.not_before.as_ref().and_then(on),
        })
    }

    pub(crate) fn access_token(&self) -> &str {
        self.access_token.expose_secret()
    }

    pub(crate) fn end(&self) -> End<'_> {
        self.expires.map_or(End::Unknown, End::At)
    }
}

impl Number {
    fn whole(&self) -> Option<i64> {
        match self {
            Self::Whole(number) => Some(*number),
            Self::Text(text) => text.trim().parse().ok(),
        }
    }
}

/// The canonical form.
#[derive(serde::Serialize, serde::Deserialize)]
pub(crate) struct Canonical {
    v: u8,
    format: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    access_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token_type_sent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scheme: Option<String>,
    #[serde(default, with = "instant", skip_serializing_if = "Option::is_none")]
    issued_at: Option<UtcDateTime>,
    #[serde(default, with = "instant", skip_serializing_if = "Option::is_none")]
    not_before: Option<UtcDateTime>,
    #[serde(default, with = "instant", skip_serializing_if = "Option::is_none")]
    refresh_at: Option<UtcDateTime>,
    #[serde(default, with = "instant", skip_serializing_if = "Option::is_none")]
    pub(crate) expires_at: Option<UtcDateTime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    never_expires: Option<bool>,
    #[serde(default, with = "instant", skip_serializing_if = "Option::is_none")]
    extended_expires_at: Option<UtcDateTime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<String>,
    #[serde(default, with = "instant", skip_serializing_if = "Option::is_none")]
    refresh_token_expires_at: Option<UtcDateTime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token_never_expires: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scopes: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extras: Option<BTreeMap<String, Box<RawValue>>>,
}

impl Canonical {
    pub(crate) fn access_token(&self) -> &str {
        self.access_token.as_deref().unwrap_or("")
    }
}

/// An instant as RFC 3339 writes it.
mod instant {
    use serde::de::Error as _;
    use serde::ser::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use time::UtcDateTime;
    use time::format_description::well_known::Rfc3339;

    pub(super) fn serialize<S: Serializer>(
        at: &Option<UtcDateTime>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let text = at.map(|at| at.format(&Rfc3339)).transpose();
        text.map_err(S::Error::custom)?.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<UtcDateTime>, D::Error> {
        let text = Option::<&str>::deserialize(deserializer)?;
        text.map(|text| UtcDateTime::parse(text, &Rfc3339)).transpose().map_err(D::Error::custom)
    }
}
