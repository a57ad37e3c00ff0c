//! `anytoken convert`: a token in another vendor's format, as a request header, or as shell variables.

use anytoken::{Decoded, ErrorKind, ErrorResponse, Field, Outcome, Token};
use time::UtcDateTime;

use crate::Exit;
use crate::args::ConvertArgs;
use crate::buffer::Buffer;
use crate::header;
use crate::hint;
use crate::known;
use crate::output::{Output, Stop};
use crate::response::Read;
use crate::shell;

/// Targets of a conversion that are not formats.
const AUTHORIZATION: &str = "authorization";
const SHELL: &str = "shell";
pub(crate) const TARGETS: [&str; 2] = [AUTHORIZATION, SHELL];

pub(crate) fn run(args: &ConvertArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    if args.prefix.is_some() && args.to != SHELL {
        return Err(Stop::Failed("--prefix requires --to shell".to_owned()));
    }
    if !TARGETS.contains(&args.to.as_str()) && known::formats().get(&args.to).is_none() {
        output.report(format_args!(
            "--to: {}; {AUTHORIZATION} and {SHELL} are valid, too",
            hint::unknown(&args.to)
        ));
        return Ok(Exit::Invalid);
    }
    let input = args.response.input(args.file.file.as_deref(), output)?;
    // A response that is converted to the format of --dialect is in another format.
    let described = args.response.format.is_none() && known::own_id() == Some(args.to.as_str());
    let asked = args.response.asked().filter(|_| !described);
    let now = UtcDateTime::now();
    let Read { sent, decoded, arrival } = args.response.read(&input, asked, now)?.with_envelopes();
    let at = args.at.unwrap_or(arrival.map_or(now, |arrival| arrival.at));
    match decoded {
        Ok(Decoded { outcome: Outcome::Token(token), related, .. }) => {
            if !related.is_empty() {
                output.report("the response has several tokens; only the first is converted");
            }
            match args.to.as_str() {
                AUTHORIZATION => authorization(args, &token, output),
                SHELL => shell(args, &token, output),
                _ => format(args, &token, at, output),
            }
        }
        Ok(Decoded { outcome: Outcome::ErrorResponse(error_response), .. }) => {
            output.report(describe(&error_response));
            Ok(Exit::Rejected)
        }
        Err(error) => {
            output.report(hint::sentence(&error, sent.body));
            if let Some(hint) = hint::of(&error, asked, sent.body) {
                output.report(hint);
            }
            Ok(Exit::Invalid)
        }
    }
}

/// Prints the header of a request with the token.
fn authorization(args: &ConvertArgs, token: &Token, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let Ok(line) = header::authorization(token, args.reveal) else {
        output.report("this token alone cannot be sent in an Authorization header");
        return Ok(Exit::Invalid);
    };
    output.buffer.push(line.expose().as_bytes());
    output.buffer.push(b"\n");
    print(args, output)
}

/// Prints a line for the variable of each field.
fn shell(args: &ConvertArgs, token: &Token, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let prefix = args.prefix.as_deref().unwrap_or_default();
    let unfit = shell::write(token, prefix, &mut output.buffer);
    report_dropped("a shell variable", &unfit, output);
    print(args, output)
}

/// Prints the body that another vendor would send.
fn format(args: &ConvertArgs, token: &Token, at: UtcDateTime, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let encoded = match known::formats().encode(&args.to, token, at) {
        Ok(encoded) => encoded,
        Err(error) => {
            match (error.kind(), error.field()) {
                (ErrorKind::Unusable, None) => {
                    output.report(format_args!("{} cannot encode this kind of token", args.to));
                }
                (ErrorKind::Unusable, Some(field)) => {
                    let why = "without it the response would mean a later expiry, or none";
                    output.report(format_args!("{} cannot encode this token's {field}: {why}", args.to));
                }
                _ => output.report(error),
            }
            return Ok(Exit::Invalid);
        }
    };
    report_dropped(&args.to, &encoded.dropped, output);
    for (name, _) in &encoded.headers {
        output.report(format_args!("the format also sends a header, which is not printed: {name}"));
    }
    output.buffer.push(encoded.body.expose().as_bytes());
    if output.is_terminal() {
        output.buffer.push(b"\n");
    }
    print(args, output)
}

/// Names the fields that the target cannot hold.
fn report_dropped(target: &str, fields: &[Field], output: &mut Output<'_>) {
    if !fields.is_empty() {
        let fields: Vec<_> = fields.iter().copied().map(Field::as_str).collect();
        output.report(format_args!("{target} cannot hold {}", fields.join(", ")));
    }
}

/// Prints the converted token, or nothing without `--reveal`: a masked one would be taken for a token by what reads it.
fn print(args: &ConvertArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    if !args.reveal {
        output.buffer = Buffer::default();
        output.report("the result holds secrets; add --reveal to print it");
        return Ok(Exit::Invalid);
    }
    match output.flush() {
        Ok(()) | Err(Stop::Closed) => Ok(Exit::Success),
        Err(stop) => Err(stop),
    }
}

/// Describes an error response and its remedy in one line; its `Display` masks possible secrets.
fn describe(error_response: &ErrorResponse) -> String {
    format!("{error_response}; remedy: {}", error_response.remedy().as_str())
}
