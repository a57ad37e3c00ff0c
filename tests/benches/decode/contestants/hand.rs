//! A struct for each body, as one writes it by hand.

use std::hint::black_box;

use secrecy::{ExposeSecret, SecretString};
use time::UtcDateTime;

use super::shapes::{Entra, Escaped, Form, Imds, Keycloak, Named, Plain, Refusal, Rfc6749, Slack, SlackFew};
use super::{Contestant, Ends, REFERENCE, Tell};
use crate::inputs::Shape;

/// The three ways of a struct: its texts owned, borrowed, and what ours does done with it afterwards.
macro_rules! ways {
    ($library:ident::$read:ident, $struct:ident) => {
        vec![
            Contestant::of_slice(REFERENCE, |body, tell| {
                say($library::$read::<$struct<String>>(body).ok(), tell)
            }),
            Contestant::of_slice("struct, borrowed", |body, tell| {
                say($library::$read::<$struct<&str>>(body).ok(), tell)
            }),
            Contestant::of_slice("struct, secrecy + time + scopes", |body, tell| {
                say_normal($library::$read::<$struct<String>>(body).ok(), tell)
            }),
        ]
    };
}

pub(crate) fn of(shape: Shape) -> Vec<Contestant> {
    match shape {
        Shape::Imds => ways!(serde_json::from_slice, Imds),
        Shape::Rfc6749 => ways!(serde_json::from_slice, Rfc6749),
        Shape::Entra => ways!(serde_json::from_slice, Entra),
        Shape::Keycloak => ways!(serde_json::from_slice, Keycloak),
        Shape::Slack => {
            let few = Contestant::of_slice("struct of eight, owned", |body, tell| {
                say(serde_json::from_slice::<SlackFew<String>>(body).ok(), tell)
            });
            ways!(serde_json::from_slice, Slack).into_iter().chain([few]).collect()
        }
        Shape::Named => ways!(serde_json::from_slice, Named),
        Shape::Escaped => ways!(serde_json::from_slice, Escaped),
        Shape::Plain => ways!(serde_json::from_slice, Plain),
        Shape::Form => ways!(serde_urlencoded::from_bytes, Form),
        Shape::Refusal => ways!(serde_json::from_slice, Refusal),
    }
}

/// What is kept of a struct in the end.
pub(crate) struct Parts<T> {
    pub(crate) text: T,
    pub(crate) refresh_token: Option<T>,
    pub(crate) id_token: Option<T>,
    pub(crate) scope: Option<T>,
}

impl<T> Parts<T> {
    pub(crate) fn of(text: T) -> Self {
        Self { text, refresh_token: None, id_token: None, scope: None }
    }
}

/// A struct of one body; `T` is the text in it.
pub(crate) trait Hand<T> {
    /// The access token, or the code of a refusal.
    fn text(&self) -> &T;
    fn ends(&self) -> Ends<'_>;
    fn parts(self) -> Parts<T>;
}

/// Tells what a struct says, and drops it.
pub(crate) fn say<T: AsRef<str>>(read: Option<impl Hand<T>>, tell: Tell<'_>) -> bool {
    let Some(read) = read else { return false };
    black_box(&read);
    tell(read.text().as_ref(), read.ends());
    true
}

/// Wiped secrets, an instant, scopes one by one.
struct Normal {
    text: SecretString,
    refresh_token: Option<SecretString>,
    id_token: Option<SecretString>,
    scopes: Vec<String>,
    expires: Option<UtcDateTime>,
}

impl Normal {
    fn new(read: impl Hand<String>) -> Self {
        let expires = read.ends().epoch().and_then(|epoch| UtcDateTime::from_unix_timestamp(epoch).ok());
        let Parts { text, refresh_token, id_token, scope } = read.parts();
        let scopes = scope.iter().flat_map(|scope| scope.split([' ', ',']));
        Self {
            text: text.into(),
            refresh_token: refresh_token.map(SecretString::from),
            id_token: id_token.map(SecretString::from),
            scopes: scopes.filter(|scope| !scope.is_empty()).map(str::to_owned).collect(),
            expires,
        }
    }
}

fn say_normal(read: Option<impl Hand<String>>, tell: Tell<'_>) -> bool {
    let Some(normal) = read.map(Normal::new) else { return false };
    black_box((&normal.refresh_token, &normal.id_token, &normal.scopes));
    tell(normal.text.expose_secret(), normal.expires.map_or(Ends::Unstated, Ends::At));
    true
}
