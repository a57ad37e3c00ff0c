//! The bodies that are decoded.

mod bodies;

use std::sync::LazyLock;

use anytoken_tests::corpus::{self, Case};
use anytoken_tests::json::Json;

use crate::answers::Answer;
use crate::operations::{detected, found_as};
use crate::structs::{Hand, Wide};
use bodies::LONGEST;

/// A body, and how it is decoded.
pub(crate) struct Input {
    pub(crate) name: &'static str,
    pub(crate) body: Vec<u8>,
    /// The format of the body.
    pub(crate) format: &'static str,
    /// The format that detection finds, if any.
    pub(crate) found: Option<String>,
    pub(crate) shape: Shape,
    pub(crate) role: Role,
}

/// The purpose of an input.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// A token as a vendor sends it, for every operation.
    Sent,
    /// A body for one property of decoding.
    Made,
    /// A body for comparison with others of its kind.
    Compared,
    /// A flat body of the corpus.
    Corpus,
    /// Lines of a batch.
    Batch,
}

/// The hand-written struct for a body.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Imds,
    Rfc6749,
    Dates,
    Entra,
    Keycloak,
    Slack,
    Salesforce,
    AwsSso,
    Kubernetes,
    Linked,
    Named,
    Escaped,
    Plain,
    Form,
    Xml,
    Taobao,
    ErrorResponse,
    Wide,
}

impl Shape {
    /// Returns true if the members of RFC 6749, the lifetime included, are at the top of one JSON object.
    pub(crate) fn is_standard(self) -> bool {
        matches!(
            self,
            Self::Imds
                | Self::Rfc6749
                | Self::Entra
                | Self::Keycloak
                | Self::Slack
                | Self::Salesforce
                | Self::Linked
                | Self::Named
                | Self::Escaped
                | Self::Plain
        )
    }
}

impl Input {
    /// The number of counted calls: several for a short input, so that the overhead counts little.
    pub(crate) fn calls(&self) -> usize {
        if self.body.len() > 100_000 || self.role == Role::Corpus { 1 } else { 10 }
    }

    fn new(name: &'static str, format: &'static str, shape: Shape, role: Role, body: Vec<u8>) -> Self {
        Self { name, format, found: found_as(&body), shape, role, body }
    }
}

pub(crate) fn all() -> &'static [Input] {
    static INPUTS: LazyLock<Vec<Input>> = LazyLock::new(|| {
        let made = ALL
            .iter()
            .map(|&(name, format, shape, role, body)| Input::new(name, format, shape, role, body().into()));
        made.collect()
    });
    &INPUTS
}

/// A fresh input, so that the next call is the first.
pub(crate) fn unread(name: &str) -> Option<&'static Input> {
    let &(name, format, shape, role, body) = ALL.iter().find(|entry| entry.0 == name)?;
    Some(Box::leak(Box::new(Input { name, body: body().into(), format, found: None, shape, role })))
}

type Entry = (&'static str, &'static str, Shape, Role, fn() -> String);

const ALL: &[Entry] = &[
    ("opaque-60", "oauth2", Shape::Rfc6749, Role::Sent, bodies::opaque),
    ("rfc6749", "rfc6749", Shape::Rfc6749, Role::Sent, bodies::rfc6749),
    ("dates", "oauth2", Shape::Dates, Role::Sent, bodies::dates),
    ("azure-imds", "azure-imds", Shape::Imds, Role::Sent, bodies::azure_imds),
    ("entra-v2", "entra-v2", Shape::Entra, Role::Sent, bodies::entra_v2),
    ("keycloak", "oauth2", Shape::Keycloak, Role::Sent, bodies::keycloak),
    ("slack", "slack", Shape::Slack, Role::Sent, bodies::slack_as_sent),
    ("salesforce-37", "salesforce", Shape::Salesforce, Role::Sent, bodies::salesforce),
    ("aws-sso", "aws-sso-cache", Shape::AwsSso, Role::Sent, bodies::aws_sso),
    ("kubernetes", "kubernetes-token-request", Shape::Kubernetes, Role::Sent, bodies::kubernetes),
    ("escaped-php", "oauth2", Shape::Linked, Role::Sent, bodies::php),
    ("escaped-javascript", "oauth2", Shape::Linked, Role::Sent, bodies::javascript),
    ("form", "github", Shape::Form, Role::Sent, bodies::form),
    ("xml", "github", Shape::Xml, Role::Sent, bodies::xml),
    ("taobao", "taobao-top", Shape::Taobao, Role::Sent, bodies::taobao),
    ("errors", "entra-v2", Shape::ErrorResponse, Role::Made, bodies::error_response),
    ("slack-37", "slack", Shape::Slack, Role::Made, bodies::slack),
    ("non-ascii", "oauth2", Shape::Named, Role::Made, bodies::non_ascii),
    ("escaped", "oauth2", Shape::Escaped, Role::Made, || bodies::escaped(1, str::to_owned)),
    ("escaped-names", "oauth2", Shape::Escaped, Role::Made, || bodies::escaped(1, bodies::all_escaped)),
    ("nested-1m", "oauth2", Shape::Plain, Role::Made, || bodies::nested(LONGEST)),
    ("members-100k", "oauth2", Shape::Plain, Role::Made, || bodies::members(100_000)),
    ("nested-256k", "oauth2", Shape::Plain, Role::Compared, || bodies::nested(LONGEST / 4)),
    ("members-25k", "oauth2", Shape::Plain, Role::Compared, || bodies::members(25_000)),
    ("escaped-1m", "oauth2", Shape::Escaped, Role::Compared, || bodies::escaped(400, str::to_owned)),
    ("escaped-256k", "oauth2", Shape::Escaped, Role::Compared, || bodies::escaped(100, str::to_owned)),
    ("unknown-4", "oauth2", Shape::Plain, Role::Compared, || bodies::unknown(4)),
    ("unknown-12", "oauth2", Shape::Plain, Role::Compared, || bodies::unknown(12)),
    ("lines-150", "oauth2", Shape::Plain, Role::Batch, || lines(150)),
];

/// Returns lines of a batch: the bodies that vendors send and an error response in turn, each in an envelope.
pub(crate) fn lines(count: usize) -> String {
    let is_sent = |entry: &&Entry| entry.3 == Role::Sent || entry.2 == Shape::ErrorResponse;
    let bodies: Vec<_> = ALL.iter().filter(is_sent).map(|entry| (entry, entry.4())).collect();
    let line = |(id, ((_, format, shape, ..), body)): (usize, &(&Entry, String))| {
        let status = if *shape == Shape::ErrorResponse { 400 } else { 200 };
        let body = serde_json::to_string(body).expect("a text is JSON");
        format!(
            r#"{{"id":{id},"format":"{format}","received_at":"2026-01-01T00:00:00Z","status":{status},"content_type":"application/json","body":{body}}}"#
        ) + "\n"
    };
    (1..=count).zip(bodies.iter().cycle()).map(line).collect()
}

/// Returns the bodies of the corpus that are one flat JSON object in which both contestants find the same token.
pub(crate) fn corpus() -> &'static [Input] {
    static INPUTS: LazyLock<Vec<Input>> = LazyLock::new(|| {
        let is_flat = |case: &Case| match case.response.text().and_then(Json::parse) {
            Some(Json::Object(members)) => {
                !members.iter().any(|(_, value)| matches!(value, Json::Object(_) | Json::Array(_)))
            }
            _ => false,
        };
        let alike = |case: &Case| {
            let wide = Wide::read(&case.response.body);
            let mut ours = None;
            detected(&case.response.body, &mut |made| {
                if let Answer::Token(text, _) = made.answer {
                    ours = Some(text.to_owned());
                }
            });
            wide.is_some_and(|wide| ours.as_deref() == Some(wide.text()))
        };
        let cases = corpus::granted().map(|(case, _)| case).filter(|case| is_flat(case) && alike(case));
        cases
            .map(|case| Input::new(&case.id, "oauth2", Shape::Wide, Role::Corpus, case.response.body.clone()))
            .collect()
    });
    &INPUTS
}
