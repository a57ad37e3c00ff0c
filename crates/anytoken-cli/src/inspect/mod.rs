//! `anytoken inspect`: a response, for people.

mod bar;
mod life;
mod notes;
mod span;

use std::cell::Cell;

use anytoken::{Error, ErrorKind, Extras, Format, Outcome, Refusal, Token, TokenType, Wiped};
use time::UtcDateTime;

use crate::Exit;
use crate::args::InspectArgs;
use crate::hint;
use crate::known;
use crate::masked::{Masked, Shown};
use crate::output::{Output, Stop};
use crate::page::{Page, Tone};

pub(crate) fn run(args: &InspectArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let response = &args.response;
    let read = response.read(output)?;
    let sent = response.sent.sent(&read)?;
    let now = whole(args.now.unwrap_or_else(UtcDateTime::now));
    let at = response.received_at.map_or(now, whole);
    let decoded = response.decode(response.asked(), &sent, at);
    let mut report = Report {
        page: Page::new(output, args.color),
        asked: response.asked(),
        reveal: response.reveal,
        at,
        now,
    };
    let exit = match &decoded {
        Ok(decoded) => {
            let exit = report.outcome(&decoded.outcome);
            report.related(&decoded.related);
            let shown = Shown::read(decoded, at).or_all(response.reveal);
            notes::report(&mut report.page, &Masked::new(sent.body, shown), &decoded.notes);
            exit
        }
        Err(error) => {
            let shown = Shown::unread().or_all(response.reveal);
            report.error(error, &Masked::new(sent.body, shown));
            Exit::NotUnderstood
        }
    };
    match report.page.print(output) {
        // Whoever reads no more still has the exit code.
        Ok(()) | Err(Stop::Closed) => Ok(exit),
        Err(stop) => Err(stop),
    }
}

const HEADER: &str = "Authorization: ";

/// Names that all formats are asked about, which takes them a millisecond each: a body can have tens of thousands that
/// are no words.
const MOST_ASKED: usize = 256;

/// What is said of one response, and what it depends on.
struct Report<'a> {
    page: Page,
    /// The format that was asked for.
    asked: Option<&'a str>,
    reveal: bool,
    at: UtcDateTime,
    now: UtcDateTime,
}

impl Report<'_> {
    fn outcome(&mut self, outcome: &Outcome) -> Exit {
        match outcome {
            Outcome::Granted(token) => {
                self.row("granted", Tone::Good, &tokens(token));
                self.sender(token.format());
                self.token(token);
                Exit::Granted
            }
            Outcome::Refused(refusal) => {
                self.refusal(refusal);
                Exit::Refused
            }
        }
    }

    fn related(&mut self, tokens: &[Token]) {
        for token in tokens {
            self.page.line(0, Tone::Plain, "");
            self.row("also", Tone::Good, &self::tokens(token));
            self.token(token);
        }
    }

    /// Who sent it, and how that is known.
    fn sender(&mut self, format: &Format) {
        let how = match self.asked {
            Some(_) if known::own() == Some(format.as_str()) => "described by --dialect",
            Some(_) => "named by --format",
            None if *format == "oauth2" => "as no member tells another",
            None => "told by its members",
        };
        self.row("format", Tone::Plain, &format!("{format}, {how}"));
        if let Some(adapter) = known::formats().get(format.as_str()) {
            self.row("vendor", Tone::Plain, adapter.vendor());
            if !adapter.quirks().is_empty() {
                self.row("quirks", Tone::Plain, adapter.quirks());
            }
        }
    }

    /// How a token is used, to whom and for what it was granted, and how long it lives.
    fn token(&mut self, token: &Token) {
        self.header(token);
        if self.reveal {
            for (name, secret) in [("refresh", token.refresh_token()), ("ID token", token.id_token())] {
                if let Some(secret) = secret {
                    self.row(name, Tone::Plain, secret.expose());
                }
            }
        }
        let scopes = token.scopes().map(|scopes| {
            let scopes: Vec<_> = scopes.iter().collect();
            if scopes.is_empty() { "none was granted".to_owned() } else { scopes.join(" ") }
        });
        let mut unsaid = Vec::new();
        for (name, text) in [
            ("client", token.client_id()),
            ("subject", token.subject()),
            ("resource", token.resource()),
            ("scopes", scopes.as_deref()),
        ] {
            match text {
                Some(text) => self.row(name, Tone::Plain, text),
                None => unsaid.push(name),
            }
        }
        if !unsaid.is_empty() {
            self.row("not said", Tone::Plain, &unsaid.join(", "));
        }
        self.extras(token.extras());
        life::report(&mut self.page, token, self.at, self.now);
    }

    fn header(&mut self, token: &Token) {
        match token.authorization() {
            Ok(value) => {
                let scheme = value.expose().split_inclusive(' ').next().unwrap_or_default();
                let shown = if self.reveal { [value.expose(), ""] } else { [scheme, "***"] };
                let mut header = Wiped::with_capacity(value.len().saturating_add(HEADER.len()));
                for piece in std::iter::once(HEADER).chain(shown) {
                    header.push(piece);
                }
                self.row("header", Tone::Plain, header.expose());
            }
            Err(_) => {
                let of_type =
                    token.token_type().map(TokenType::as_str).map(|name| format!(" of type {name}"));
                let what = format!("none: a token{} alone makes none", of_type.unwrap_or_default());
                self.row("header", Tone::Odd, &what);
            }
        }
    }

    /// The members that have no slot: their names, and what they hold only where secrets are revealed.
    fn extras(&mut self, extras: Extras<'_>) {
        if self.reveal {
            for (name, extra) in extras.iter() {
                self.row("extra", Tone::Plain, name);
                self.row("", Tone::Plain, extra.as_json());
            }
        } else if !extras.is_empty() {
            let asked = Cell::new(0_usize);
            let is_known = |name: &str| {
                asked.replace(asked.get().saturating_add(1)) < MOST_ASKED && known::has_name(name)
            };
            let names: Vec<_> = extras.shown(is_known).map(|(name, _)| name).collect();
            self.row("extras", Tone::Plain, &names.join(", "));
        }
    }

    fn refusal(&mut self, refusal: &Refusal) {
        self.row("refused", Tone::Bad, refusal.code().unwrap_or("without a code"));
        self.sender(refusal.format());
        if let Some(status) = refusal.status() {
            self.row("status", Tone::Plain, &status.to_string());
        }
        match (refusal.description(), refusal.masked_description()) {
            (Some(text), _) if self.reveal => self.row("text", Tone::Plain, text),
            (_, Some(masked)) => self.row("text", Tone::Plain, &masked.to_string()),
            _ => {}
        }
        if let Some(uri) = refusal.uri() {
            self.row("more", Tone::Plain, uri);
        }
        self.extras(refusal.extras());
        let remedy = refusal.remedy();
        self.row("remedy", Tone::Odd, &format!("{} ({})", hint::of_remedy(remedy), remedy.as_str()));
        if let Some(wait) = refusal.retry_after() {
            self.row("wait", Tone::Plain, &span::words(wait.as_secs()));
        }
    }

    fn error(&mut self, error: &Error, body: &Masked<'_>) {
        self.row("error", Tone::Bad, &error.to_string());
        // Of a body that has no members there is nothing to see.
        let is_seen = match error.kind() {
            ErrorKind::Empty | ErrorKind::Compressed | ErrorKind::Html | ErrorKind::Text => false,
            ErrorKind::NotUtf8 => error.offset() != Some(0),
            _ => true,
        };
        if let Some(at) = error.offset().filter(|_| is_seen) {
            self.page.point(body, at, Tone::Bad);
        }
        if let Some(hint) = hint::of(error, self.asked) {
            self.row("remedy", Tone::Odd, &hint);
        }
    }

    fn row(&mut self, label: &str, tone: Tone, text: &str) {
        self.page.row(label, tone, text);
    }
}

/// An instant in whole seconds, as all that is said of a token.
fn whole(at: UtcDateTime) -> UtcDateTime {
    at.replace_nanosecond(0).unwrap_or(at)
}

/// The tokens that are there, by their names.
fn tokens(token: &Token) -> String {
    let tokens = [
        ("access token", token.access_token()),
        ("ID token", token.id_token()),
        ("refresh token", token.refresh_token()),
    ];
    let there = tokens.iter().filter(|(_, secret)| secret.is_some()).map(|(name, _)| *name);
    there.collect::<Vec<_>>().join(", ")
}
