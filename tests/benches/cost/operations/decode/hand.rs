//! The structs written by hand: one for each body, and a fair one for all.

use std::hint::black_box;

use crate::answers::{Made, Show};
use crate::contestants::{Contestant, REFERENCE, Side};
use crate::inputs::{Input, Shape};
use crate::structs::{
    AwsSso, Dates, Entra, ErrorResponse, Escaped, Fair, Form, Hand, Imds, Keycloak, Kubernetes, Linked,
    Named, Plain, Rfc6749, Salesforce, Slack, SlackFew, with_struct,
};

/// The struct that borrows its texts.
macro_rules! borrowed {
    ($input:ident, $struct:ident) => {
        vec![Contestant::reading("struct, borrowed", Side::Others, &$input.body, |body, show| {
            show_struct($struct::<&str>::read(body), show)
        })]
    };
}

pub(super) fn of(input: &'static Input) -> Vec<Contestant> {
    let body = &input.body;
    let mut all = vec![with_struct!(input.shape, Struct => {
        Contestant::reading(REFERENCE, Side::Reference, body, |body, show| show_struct(Struct::read(body), show))
    })];
    all.extend(match input.shape {
        Shape::Imds => borrowed!(input, Imds),
        Shape::Rfc6749 => borrowed!(input, Rfc6749),
        Shape::Dates => borrowed!(input, Dates),
        Shape::Entra => borrowed!(input, Entra),
        Shape::Keycloak => borrowed!(input, Keycloak),
        Shape::Slack => borrowed!(input, Slack),
        Shape::Salesforce => borrowed!(input, Salesforce),
        Shape::AwsSso => borrowed!(input, AwsSso),
        Shape::Kubernetes => borrowed!(input, Kubernetes),
        Shape::Linked => borrowed!(input, Linked),
        Shape::Named => borrowed!(input, Named),
        Shape::Escaped => borrowed!(input, Escaped),
        Shape::Plain => borrowed!(input, Plain),
        Shape::Form => borrowed!(input, Form),
        Shape::ErrorResponse => borrowed!(input, ErrorResponse),
        Shape::Xml | Shape::Taobao | Shape::Wide => Vec::new(),
    });
    if input.shape == Shape::Slack {
        all.push(Contestant::reading("struct of eight, owned", Side::Others, body, |body, show| {
            show_struct(SlackFew::<String>::read(body), show)
        }));
    }
    if !matches!(input.shape, Shape::Kubernetes | Shape::Xml | Shape::Taobao | Shape::ErrorResponse) {
        let read = if input.shape == Shape::Form { Fair::of_form } else { Fair::of_json };
        all.push(Contestant::reading("struct, fair", Side::Fair, body, move |body, show| {
            let Some(fair) = read(body) else { return false };
            black_box(&fair);
            show(Made::token(&fair, fair.access_token(), fair.end()));
            true
        }));
    }
    all
}

/// Shows what a struct says, and drops it.
pub(in crate::operations) fn show_struct<'a, T: Hand<'a>>(read: Option<T>, show: Show<'_>) -> bool {
    let Some(read) = read else { return false };
    black_box(&read);
    show(Made::token(&read, read.text(), read.end()));
    true
}
