//! The commands and their options.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use time::UtcDateTime;

use crate::terminal::Color;
use crate::{instant, shell};

/// Reads any provider's token response and prints it in one normalized form.
#[derive(Debug, Parser)]
#[command(
    name = "anytoken",
    version,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "\
Examples:
  curl -s \"$TOKEN_URL\" -d \"$REQUEST\" | anytoken normalize
  curl -si \"$TOKEN_URL\" -d \"$REQUEST\" | anytoken inspect
  anytoken normalize response.json --format azure-imds
  anytoken formats azure

Secrets are shown as \"***\" unless you add --reveal.

Exit code: 0 granted, 1 refused by the server or departures found, 2 not understood or bad usage."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print a response as one normalized token, or a batch of them line by line
    Normalize(NormalizeArgs),
    /// Show people a response: who sent it, what it is good for, how long it lives, what is odd
    Inspect(InspectArgs),
    /// Name each departure from RFC 6749 and OpenID Connect, for those who write the server
    Check(CheckArgs),
    /// Write a response's token in another vendor's format, as a header, or for a shell
    Convert(ConvertArgs),
    /// List the formats that are known: id, vendor, crate, quirks
    Formats(FormatsArgs),
    /// Print a script that completes this command line in your shell
    Completions(CompletionsArgs),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  curl -s \"$TOKEN_URL\" -d \"$REQUEST\" | anytoken normalize
  anytoken normalize response.json --format entra-v2
  anytoken normalize --status 400 --reveal < refusal.json
  anytoken normalize --batch responses.ndjson

A batch has one JSON object a line, and is answered line by line in the same order:
  {\"received_at\": \"2026-01-31T12:00:00Z\", \"body\": \"…\"}
`body` is the body's text, or an object or array that was parsed already; `body_base64` is for bytes. \
format, status, content_type and headers (an object) may stand there too, and an id, which comes back. A --dialect \
is read by its id in format, or by its marks.

Exit code: 0 granted, 1 refused by the server, 2 not understood or bad usage; a batch exits 0 when every \
line was answered.")]
pub(crate) struct NormalizeArgs {
    /// Read many responses, one JSON object a line
    #[arg(long, conflicts_with_all = ["format", "status", "content_type", "header"])]
    pub(crate) batch: bool,

    /// Threads that answer a batch, whose order they keep [default: one for each core]
    #[arg(long, value_name = "N", requires = "batch", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,

    /// How to print the answer [default: json on a terminal, else ndjson]
    #[arg(long, value_name = "AS", value_enum)]
    pub(crate) output: Option<JsonOutput>,

    #[command(flatten)]
    pub(crate) response: ResponseArgs,
}

/// How JSON is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum JsonOutput {
    /// Over several lines, as people read it
    Json,
    /// On one line, as a batch always is
    Ndjson,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  anytoken convert imds.json --to oauth2 --reveal
  anytoken convert a.json --to slack --at 1769860800 --reveal
  curl -H \"$(anytoken convert a.json --to authorization --reveal)\" \"$URL\"
  eval \"$(anytoken convert a.json --to shell --reveal)\"

What the other format has no room for is named on standard error.

Exit code: 0 granted, 1 refused by the server, 2 not understood, no room, or bad usage.")]
pub(crate) struct ConvertArgs {
    /// Format to write; or authorization, the header of a request with the token; or shell, a line of export for
    /// each of its parts
    #[arg(long, value_name = "ID")]
    pub(crate) to: String,

    /// What the name of each variable of the shell begins with, as in AZURE_
    #[arg(long, value_name = "WORD", value_parser = shell::prefix)]
    pub(crate) prefix: Option<String>,

    /// When the written response is sent, from which its lifetimes count [default: --received-at]
    #[arg(long, value_name = "T", value_parser = instant::parse)]
    pub(crate) at: Option<UtcDateTime>,

    #[command(flatten)]
    pub(crate) response: ResponseArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  curl -si \"$TOKEN_URL\" -d \"$REQUEST\" | anytoken inspect
  anytoken inspect response.json --format azure-imds
  anytoken inspect old.json --received-at 2026-01-31T12:00:00Z

Colours go by NO_COLOR, CLICOLOR and CLICOLOR_FORCE where --color says nothing.

Exit code: 0 granted, 1 refused by the server, 2 not understood or bad usage.")]
pub(crate) struct InspectArgs {
    #[command(flatten)]
    pub(crate) response: ResponseArgs,

    /// When to look at it, in RFC 3339 or seconds since 1970 [default: now]
    #[arg(long, value_name = "T", value_parser = instant::parse)]
    pub(crate) now: Option<UtcDateTime>,

    /// Whether to colour
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  curl -si \"$TOKEN_URL\" -d \"$REQUEST\" | anytoken check
  anytoken check response.json --status 200 --grant-type token-exchange
  anytoken check --output json < response.txt | jq -r '.departures[].rule'

The rules are those of RFC 6749, 6750, 8628, 8693 and OpenID Connect Core for the token endpoint. No value of \
the response is printed.

Exit code: 0 no departure, 1 departures, 2 bad usage.")]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) sent: SentArgs,

    /// What grant_type the request had, such as token-exchange: some rules depend on it
    #[arg(long, value_name = "ID")]
    pub(crate) grant_type: Option<String>,

    /// What scope the request had: with openid, an ID token must come
    #[arg(long)]
    pub(crate) scope: Option<String>,

    /// How to print what was found
    #[arg(long, value_name = "AS", value_enum, default_value_t = CheckOutput::Text)]
    pub(crate) output: CheckOutput,

    /// Whether to colour
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

/// How departures are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckOutput {
    /// For people, each with its place
    Text,
    /// One JSON object
    Json,
}

impl Command {
    /// The file that describes a format, before anything is read in it.
    pub(crate) fn dialect(&self) -> Option<&Path> {
        let response = match self {
            Self::Normalize(args) => &args.response,
            Self::Inspect(args) => &args.response,
            Self::Convert(args) => &args.response,
            Self::Check(_) | Self::Formats(_) | Self::Completions(_) => return None,
        };
        response.dialect.as_deref()
    }
}

/// A response, and how it is read.
#[derive(Debug, Args)]
pub(crate) struct ResponseArgs {
    /// Format of the response; see `anytoken formats` [default: told by its members]
    #[arg(long, value_name = "ID")]
    pub(crate) format: Option<String>,

    /// Format of your own, described in a JSON file: the response's, unless --format names another
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) dialect: Option<PathBuf>,

    /// When it arrived, in RFC 3339 or seconds since 1970 [default: now; a batch has none]
    #[arg(long, value_name = "T", value_parser = instant::parse)]
    pub(crate) received_at: Option<UtcDateTime>,

    #[command(flatten)]
    pub(crate) sent: SentArgs,

    /// Print secrets as they are
    #[arg(long)]
    pub(crate) reveal: bool,
}

/// A response, and what is known of its envelope.
#[derive(Debug, Args)]
pub(crate) struct SentArgs {
    /// File that holds the response's body, perhaps with its head before it, as `curl -i` prints it; standard input
    /// where there is none, or -
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: Option<PathBuf>,

    /// Its HTTP status: from 400 up it is a refusal
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(100..=999))]
    pub(crate) status: Option<u16>,

    /// Its media type
    #[arg(long, value_name = "TYPE")]
    pub(crate) content_type: Option<String>,

    /// One of its headers, as in 'Retry-After: 5'; may be given again
    #[arg(long, value_name = "K: V")]
    pub(crate) header: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  anytoken formats
  anytoken formats azure
  anytoken formats --output ndjson | jq -r .id")]
pub(crate) struct FormatsArgs {
    /// Word that the id, the vendor or the quirks must hold, in any case
    pub(crate) word: Option<String>,

    /// How to print them
    #[arg(long, value_name = "AS", value_enum, default_value_t = FormatsOutput::Table)]
    pub(crate) output: FormatsOutput,
}

/// How formats are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatsOutput {
    /// A table, fitted to the terminal
    Table,
    /// One JSON array
    Json,
    /// One JSON object a line
    Ndjson,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  source <(anytoken completions bash)
  anytoken completions fish | source")]
pub(crate) struct CompletionsArgs {
    /// Shell to complete in
    pub(crate) shell: Shell,
}
