//! The commands and their options.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use time::{Duration, UtcDateTime};

use crate::terminal::Color;
use crate::{instant, man, shell, span};

/// Decodes any provider's token response and prints it in one normalized form.
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

Secrets are shown as \"***\" unless you add --reveal. What `normalize --reveal` prints is read by every \
command.

Without --color, the variables NO_COLOR, CLICOLOR and CLICOLOR_FORCE decide.

Exit code: 0 token, 1 error response or violations, 2 invalid response or bad usage."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to colour the output
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print a response, or each line of a batch, in one normalized form
    Normalize(NormalizeArgs),
    /// Explain a response: who sent it, how to use it, how long it is valid, what is odd
    Inspect(InspectArgs),
    /// List violations of RFC 6749 and OpenID Connect, for authors of servers
    Check(CheckArgs),
    /// Convert a token to another vendor's format, a request header or shell variables
    Convert(ConvertArgs),
    /// Say by the exit code if a token is still good, for scripts
    Due(DueArgs),
    /// List the known formats: id, vendor, crate, quirks
    Formats(FormatsArgs),
    /// Print a completion script for your shell
    Completions(CompletionsArgs),
    /// Print the manual page of a command
    Man(ManArgs),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  curl -s \"$TOKEN_URL\" -d \"$REQUEST\" | anytoken normalize
  anytoken normalize response.json --format entra-v2
  anytoken normalize --status 400 --reveal < error_response.json
  anytoken normalize a.json b.json --reveal
  anytoken normalize --batch responses.ndjson
  anytoken normalize --batch session.har

The answer is {\"outcome\": \"token\", \"token\": {…}}, or \"error\" or \"invalid\" with a member of that name. \
A token has format, access_token, token_type, issued_at, not_before, refresh_at, expires_at or never_expires, \
refresh_token, id_token, scopes, extras and others, each if it is known; an error response has code, \
description, status, remedy, retry_after. `arrival` says when the response arrived and how that is known, and \
`notes` what is odd.

A batch has one JSON object per line. Each line gets one answer, in the same order:
  {\"received_at\": \"2026-01-31T12:00:00Z\", \"body\": \"…\"}
`body` is the body's text, or an object or array that is already parsed; `body_base64` is for bytes. \
Optional members are format, status, content_type, headers (an object) and id, which the answer repeats as it \
is, up to 64 KiB. --format, --status and --received-at are for lines without one of their own. The format of \
--dialect is used if a line names its id or has its signature. Of a HAR file, as browsers save it, the token \
responses are answered; an id names the entry, host and path.

A body may have 1 MiB, a line 8 MiB and a HAR file 256 MiB. No token response comes near, and no option raises it, so \
that no input fills the memory.

Exit code: 0 token, 1 error response, 2 invalid response or bad usage, the worst of several; a batch exits 0 \
when every file was read and every line answered, and with --strict like its worst line.")]
pub(crate) struct NormalizeArgs {
    #[command(flatten)]
    pub(crate) files: Files,

    /// Read many responses, one JSON object per line
    #[arg(long, conflicts_with_all = ["content_type", "header"])]
    pub(crate) batch: bool,

    /// Exit as the worst line of a batch would: 1 for an error response, 2 for an invalid line
    #[arg(long, requires = "batch")]
    pub(crate) strict: bool,

    /// Threads that answer a batch; answers keep the order of the lines [default: one per core]
    #[arg(long, value_name = "N", requires = "batch", value_parser = jobs)]
    pub(crate) jobs: Option<u16>,

    /// How to print the answer [default: json on a terminal, else ndjson]
    #[arg(short, long, value_name = "AS", value_enum)]
    pub(crate) output: Option<JsonOutput>,

    #[command(flatten)]
    pub(crate) response: ResponseArgs,

    /// Print secrets unmasked
    #[arg(long)]
    pub(crate) reveal: bool,
}

/// How JSON is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum JsonOutput {
    /// Several lines, for people
    Json,
    /// One line; a batch always uses it
    Ndjson,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  anytoken convert imds.json --to oauth2 --reveal
  anytoken convert a.json --to slack --at 1769860800 --reveal
  anytoken convert a.json --to authorization --reveal | curl -H @- \"$URL\"
  set=$(anytoken convert a.json --to shell --reveal) && eval \"$set\"

Without --reveal nothing is printed on standard output. Fields that the other format cannot hold are named on standard error.

Exit code: 0 token, 1 error response, 2 invalid response, token that does not fit, or bad usage.")]
pub(crate) struct ConvertArgs {
    /// Format to encode; or authorization, a request header with the token; or shell, lines that export each field of the token and unset the others
    #[arg(short, long, value_name = "ID")]
    pub(crate) to: String,

    /// Prefix of each shell variable, such as AZURE_: without one, a CLIENT_ID of your own is overwritten or unset
    #[arg(long, value_name = "WORD", value_parser = shell::prefix)]
    pub(crate) prefix: Option<String>,

    /// When the encoded response is sent; its lifetimes count from then [default: --received-at]
    #[arg(long, value_name = "T", value_parser = instant::parse, allow_hyphen_values = true)]
    pub(crate) at: Option<UtcDateTime>,

    #[command(flatten)]
    pub(crate) file: OneFile,

    #[command(flatten)]
    pub(crate) response: ResponseArgs,

    /// Print secrets unmasked
    #[arg(long)]
    pub(crate) reveal: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  anytoken due token.json || refresh > token.json
  anytoken due token.json --margin 1h --format entra-v2
  anytoken due stored.json --unknown good > /dev/null

A token is due for refresh at the time that the server names, or --margin before its expiry. What arrived when is \
never guessed: a lifetime counts from --received-at, else from the Date of the response's head, else from the \
time of the file, and without any of them the response is not understood.

Exit code: 0 still good, 1 refresh now, 2 not understood: an invalid response, an error response, a lifetime of \
unknown begin, or an unknown expiry.")]
pub(crate) struct DueArgs {
    /// How long before its expiry a token is due
    #[arg(long, value_name = "SPAN", value_parser = span::parse, default_value = "5m")]
    pub(crate) margin: Duration,

    /// What a token with an unknown expiry is [default: not understood]
    #[arg(long, value_name = "AS", value_enum)]
    pub(crate) unknown: Option<Unknown>,

    /// Instant to judge at, in RFC 3339 or seconds since 1970 [default: now]
    #[arg(long, value_name = "T", value_parser = instant::parse, allow_hyphen_values = true)]
    pub(crate) now: Option<UtcDateTime>,

    #[command(flatten)]
    pub(crate) file: OneFile,

    #[command(flatten)]
    pub(crate) response: ResponseArgs,
}

/// What a token with an unknown expiry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Unknown {
    /// Still good: use it until the server rejects it
    Good,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  curl -si \"$TOKEN_URL\" -d \"$REQUEST\" | anytoken inspect
  anytoken inspect response.json --format azure-imds
  anytoken inspect old.json --received-at 2026-01-31T12:00:00Z
  anytoken inspect session.har

Of a HAR file, as browsers save it, the token responses are explained. When a response arrived is said by \
--received-at, else by the Date of its head, else by the time of its file, which is later if it is a copy.

Exit code: 0 token, 1 error response, 2 invalid response or bad usage; the worst of several.")]
pub(crate) struct InspectArgs {
    #[command(flatten)]
    pub(crate) files: Files,

    #[command(flatten)]
    pub(crate) response: ResponseArgs,

    /// Print secrets unmasked
    #[arg(long)]
    pub(crate) reveal: bool,

    /// Instant to inspect it at, in RFC 3339 or seconds since 1970 [default: now]
    #[arg(long, value_name = "T", value_parser = instant::parse, allow_hyphen_values = true)]
    pub(crate) now: Option<UtcDateTime>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  curl -si \"$TOKEN_URL\" -d \"$REQUEST\" | anytoken check
  anytoken check response.json --status 200 --grant-type token-exchange
  anytoken check --output json < response.txt | jq -r '.violations[].rule'

The rules are those of RFC 6749, 6750, 8628, 8693 and OpenID Connect Core for the token endpoint. The report \
shows no value of the response.

Exit code: 0 no violations, 1 violations, 2 bad usage.")]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) file: OneFile,

    #[command(flatten)]
    pub(crate) sent: SentArgs,

    /// The request's grant_type, such as token-exchange: some rules depend on it
    #[arg(long, value_name = "ID")]
    pub(crate) grant_type: Option<String>,

    /// The request's scope: openid requires an ID token
    #[arg(long)]
    pub(crate) scope: Option<String>,

    /// How to print the report
    #[arg(short, long, value_name = "AS", value_enum, default_value_t = CheckOutput::Text)]
    pub(crate) output: CheckOutput,
}

/// How violations are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckOutput {
    /// Text for people, with the place of each violation
    Text,
    /// One JSON object
    Json,
}

impl Command {
    /// The file of `--dialect`, for the commands that have it.
    pub(crate) fn dialect(&self) -> Option<&Path> {
        let response = match self {
            Self::Normalize(args) => &args.response,
            Self::Inspect(args) => &args.response,
            Self::Convert(args) => &args.response,
            Self::Due(args) => &args.response,
            Self::Check(_) | Self::Formats(_) | Self::Completions(_) | Self::Man(_) => return None,
        };
        response.dialect.as_deref()
    }
}

/// The file with a response.
#[derive(Debug, Args)]
pub(crate) struct OneFile {
    /// File with the response's body, or with head and body as `curl -i` prints them [default: -, standard input]
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: Option<PathBuf>,
}

/// Files with responses.
#[derive(Debug, Args)]
pub(crate) struct Files {
    /// Files with a response's body, or with head and body as `curl -i` prints them [default: -, standard input]
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,
}

/// How a response is decoded.
#[derive(Debug, Args)]
pub(crate) struct ResponseArgs {
    /// Format of the response; see `anytoken formats` [default: detected]
    #[arg(short, long, value_name = "ID")]
    pub(crate) format: Option<String>,

    /// JSON file that describes a format of your own; it is the response's, unless --format names another
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) dialect: Option<PathBuf>,

    /// When the response arrived: RFC 3339, seconds since 1970, or -90m, which is 90 minutes ago [default: what the head or
    /// the file says, else now, which `due` and a batch do not assume]
    #[arg(long, value_name = "T", value_parser = instant::parse, allow_hyphen_values = true)]
    pub(crate) received_at: Option<UtcDateTime>,

    #[command(flatten)]
    pub(crate) sent: SentArgs,
}

/// The status and headers of a response.
#[derive(Debug, Args)]
pub(crate) struct SentArgs {
    /// HTTP status; 400 and above mean an error response
    #[arg(long, value_name = "N", value_parser = status)]
    pub(crate) status: Option<u16>,

    /// Media type of the body
    #[arg(long, value_name = "TYPE")]
    pub(crate) content_type: Option<String>,

    /// Response header, such as 'Retry-After: 5'; repeatable
    #[arg(long, value_name = "K: V")]
    pub(crate) header: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  anytoken formats
  anytoken formats azure
  anytoken formats google cloud
  anytoken formats --output ndjson | jq -r .id")]
pub(crate) struct FormatsArgs {
    /// Words to find in the id, vendor or quirks, in any case; ids and vendors come first
    #[arg(value_name = "WORD")]
    pub(crate) words: Vec<String>,

    /// How to print the list
    #[arg(short, long, value_name = "AS", value_enum, default_value_t = FormatsOutput::Table)]
    pub(crate) output: FormatsOutput,
}

/// How formats are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatsOutput {
    /// A table, fitted to the terminal
    Table,
    /// One JSON array
    Json,
    /// One JSON object per line
    Ndjson,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  source <(anytoken completions bash)
  anytoken completions fish | source")]
pub(crate) struct CompletionsArgs {
    /// Shell that runs the script
    pub(crate) shell: Shell,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  anytoken man | man -l -
  anytoken man inspect > anytoken-inspect.1")]
pub(crate) struct ManArgs {
    /// Command that the page explains [default: anytoken itself]
    #[arg(value_name = "COMMAND", value_parser = man::COMMANDS.map(|(name, _)| name))]
    pub(crate) command: Option<String>,
}

/// Parses an HTTP status. Unlike clap's own, the error does not repeat the text.
fn status(text: &str) -> Result<u16, &'static str> {
    let status = text.parse().ok().filter(|status| (100..=999).contains(status));
    status.ok_or("expected a number from 100 to 999")
}

/// Parses a number of threads.
fn jobs(text: &str) -> Result<u16, &'static str> {
    text.parse().ok().filter(|jobs| (1..=256).contains(jobs)).ok_or("expected a number from 1 to 256")
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a command line that is no text fails its test")]
mod tests {
    use std::ffi::OsString;
    use std::io;

    use clap::CommandFactory;

    use super::*;
    use crate::{Streams, run};

    const SECRET: &str = "Qx7ZkW3vPmT9RbL5YcN2HdJ8";

    /// Runs a command line without input, and returns what it prints.
    fn printed(args: &[String]) -> String {
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let streams = Streams {
            stdin: Box::new(io::empty()),
            modified: None,
            stdout: &mut stdout,
            stderr: &mut stderr,
            terminals: [false; 3],
        };
        run(std::iter::once("anytoken").chain(args.iter().map(String::as_str)).map(OsString::from), streams);
        String::from_utf8([stdout, stderr].concat()).expect("output is text")
    }

    /// Every command line that has something of a user's in one place: as a command, an argument, an option, the value of
    /// an option, or an argument too many.
    fn with(text: &str) -> Vec<Vec<String>> {
        let mut lines =
            vec![vec![text.to_owned()], vec![format!("--{text}")], vec!["help".into(), text.into()]];
        for command in Cli::command().get_subcommands() {
            let name = command.get_name();
            let mut put = |args: &[&str]| {
                lines.push(std::iter::once(name).chain(args.iter().copied()).map(str::to_owned).collect());
            };
            let (long, short) = (format!("--{text}"), format!("-{text}"));
            for args in [
                &[text][..],
                &[&long],
                &[&short],
                &["--", text],
                &["-", text],
                &["bash", text],
                &[text, text, text],
            ] {
                put(args);
            }
            for argument in command.get_arguments().filter_map(|argument| argument.get_long()) {
                let (option, joined) = (format!("--{argument}"), format!("--{argument}={text}"));
                put(&[&option, text]);
                put(&[&joined]);
                put(&[&joined, "bash"]);
                put(&[&joined, "--to=shell", "--batch"]);
            }
        }
        lines
    }

    #[test]
    fn no_argument_is_repeated() {
        let bodies = [
            SECRET.to_owned(),
            format!(r#"{{"access_token":"{SECRET}"}}"#),
            format!("access_token={SECRET}"),
            format!("{SECRET};"),
            format!("123456789{SECRET}"),
        ];
        for line in bodies.iter().flat_map(|body| with(body)) {
            let printed = printed(&line);
            let mut parts = (0..SECRET.len()).filter_map(|at| SECRET.get(at..at.saturating_add(6)));
            let shows = parts.any(|part| printed.contains(part));
            assert!(!shows, "{line:?}: {printed}");
        }
        // Nor a number, which a range could repeat.
        for line in with("31415926535897932384") {
            assert!(!printed(&line).contains("31415"), "{line:?}");
        }
    }

    #[test]
    fn every_command_has_a_manual_page() {
        let cli = Cli::command();
        assert!(cli.get_subcommands().map(clap::Command::get_name).eq(man::COMMANDS.map(|(name, _)| name)));
        for (name, _) in man::COMMANDS {
            let page = printed(&["man".to_owned(), name.to_owned()]);
            assert!(page.contains(&format!(".TH anytoken-{name} 1")) && page.contains("Examples"), "{page}");
        }
    }

    #[test]
    fn a_similar_name_is_suggested() {
        for (line, name) in [
            ("normalise", "'normalize'"),
            ("inspect --formt x", "'--format'"),
            ("inspect --color alway", "'always'"),
        ] {
            let line: Vec<_> = line.split(' ').map(str::to_owned).collect();
            let printed = printed(&line);
            assert!(printed.contains(name), "{line:?}: {printed}");
        }
    }
}
