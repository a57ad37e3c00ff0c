//! The structs written by hand, with the members that their vendors document.
#![allow(dead_code, reason = "a hand-written struct has members that nobody asks for")]

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

use super::Ends;
use super::hand::{Hand, Parts};

#[derive(serde::Deserialize)]
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

#[derive(serde::Deserialize)]
pub(crate) struct Rfc6749<T> {
    access_token: T,
    token_type: T,
    expires_in: Option<i64>,
    refresh_token: Option<T>,
    scope: Option<T>,
}

#[derive(serde::Deserialize)]
pub(crate) struct Entra<T> {
    token_type: T,
    scope: T,
    expires_in: i64,
    ext_expires_in: i64,
    access_token: T,
    refresh_token: Option<T>,
    id_token: Option<T>,
}

#[derive(serde::Deserialize)]
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
#[derive(serde::Deserialize)]
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

#[derive(serde::Deserialize)]
struct Team<T> {
    name: T,
    id: T,
}

#[derive(serde::Deserialize)]
struct User<T> {
    id: T,
    scope: T,
    access_token: T,
    token_type: T,
}

#[derive(serde::Deserialize)]
struct Webhook<T> {
    channel: T,
    channel_id: T,
    configuration_url: T,
    url: T,
}

/// Of Slack's members those at the top that concern the token.
#[derive(serde::Deserialize)]
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

#[derive(serde::Deserialize)]
pub(crate) struct Named<T> {
    access_token: T,
    token_type: T,
    expires_in: i64,
    name: T,
}

#[derive(serde::Deserialize)]
pub(crate) struct Escaped<T> {
    expires_in: i64,
    access_token: T,
    token_type: T,
    scope: T,
    state: T,
}

#[derive(serde::Deserialize)]
pub(crate) struct Plain<T> {
    access_token: T,
    token_type: T,
    expires_in: i64,
}

#[derive(serde::Deserialize)]
pub(crate) struct Form<T> {
    access_token: T,
    expires_in: Option<i64>,
    refresh_token: Option<T>,
    refresh_token_expires_in: Option<i64>,
    scope: T,
    token_type: T,
}

#[derive(serde::Deserialize)]
pub(crate) struct Refusal<T> {
    error: T,
    error_description: Option<T>,
    error_codes: Option<Vec<i64>>,
    timestamp: Option<T>,
    trace_id: Option<T>,
    correlation_id: Option<T>,
    error_uri: Option<T>,
}

/// What bodies of any vendor have, for the corpus.
#[derive(serde::Deserialize)]
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
    ($struct:ident, $text:ident, |$it:pat_param| $ends:expr $(, $kept:ident)*) => {
        impl<T: AsRef<str>> Hand<T> for $struct<T> {
            fn text(&self) -> &T {
                &self.$text
            }

            fn ends(&self) -> Ends<'_> {
                let $it = self;
                $ends
            }

            fn parts(self) -> Parts<T> {
                let text = self.$text;
                Parts { $($kept: self.$kept.into(),)* ..Parts::of(text) }
            }
        }
    };
}

hand!(Imds, access_token, |it| Ends::OnText(it.expires_on.as_ref()));
hand!(Rfc6749, access_token, |it| it.expires_in.map_or(Ends::Unstated, Ends::In), refresh_token, scope);
hand!(Entra, access_token, |it| Ends::In(it.expires_in), refresh_token, id_token, scope);
hand!(Keycloak, access_token, |it| Ends::In(it.expires_in), refresh_token, id_token, scope);
hand!(Slack, access_token, |it| it.expires_in.map_or(Ends::Unstated, Ends::In), refresh_token, scope);
hand!(SlackFew, access_token, |it| it.expires_in.map_or(Ends::Unstated, Ends::In), refresh_token, scope);
hand!(Named, access_token, |it| Ends::In(it.expires_in));
hand!(Escaped, access_token, |it| Ends::In(it.expires_in), scope);
hand!(Plain, access_token, |it| Ends::In(it.expires_in));
hand!(Form, access_token, |it| it.expires_in.map_or(Ends::Unstated, Ends::In), refresh_token, scope);
hand!(Refusal, error, |_| Ends::Unstated);

impl Wide {
    pub(crate) fn access_token(&self) -> &str {
        &self.access_token
    }
}
