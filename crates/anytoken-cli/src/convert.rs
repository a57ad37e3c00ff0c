//! `anytoken convert`: a token in another vendor's format, as a header, or for a shell.

use anytoken::{Decoded, ErrorKind, Outcome, Refusal, Slot, Token};
use time::UtcDateTime;

use crate::Exit;
use crate::args::ConvertArgs;
use crate::hint;
use crate::known;
use crate::output::{Output, Stop};
use crate::shell;

/// What a token is converted to, beside the formats.
const AUTHORIZATION: &str = "authorization";
const SHELL: &str = "shell";

pub(crate) fn run(args: &ConvertArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    if args.prefix.is_some() && args.to != SHELL {
        return Err(Stop::Failed("--prefix goes with --to shell only".to_owned()));
    }
    if ![AUTHORIZATION, SHELL].contains(&args.to.as_str()) && known::formats().get(&args.to).is_none() {
        output.tell(format_args!(
            "--to: {}; beside them there are {AUTHORIZATION} and {SHELL}",
            hint::unknown(&args.to)
        ));
        return Ok(Exit::NotUnderstood);
    }
    let read = args.response.read(output)?;
    let at = args.response.at();
    // What is converted into a format that is described here is of another.
    let described = args.response.format.is_none() && known::own() == Some(args.to.as_str());
    let asked = args.response.asked().filter(|_| !described);
    match args.response.decode(asked, &args.response.sent.sent(&read)?, at) {
        Ok(Decoded { outcome: Outcome::Granted(token), related, .. }) => {
            if !related.is_empty() {
                output.tell("the response holds further tokens; only the first is converted");
            }
            match args.to.as_str() {
                AUTHORIZATION => authorization(args, &token, output),
                SHELL => shell(args, &token, output),
                _ => format(args, &token, args.at.unwrap_or(at), output),
            }
        }
        Ok(Decoded { outcome: Outcome::Refused(refusal), .. }) => {
            output.tell(refused(&refusal));
            Ok(Exit::Refused)
        }
        Err(error) => {
            output.tell(&error);
            if let Some(hint) = hint::of(&error, asked) {
                output.tell(hint);
            }
            Ok(Exit::NotUnderstood)
        }
    }
}

/// Prints the header that a request with the token has.
fn authorization(args: &ConvertArgs, token: &Token, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let Ok(value) = token.authorization() else {
        output.tell("this token alone makes no Authorization header");
        return Ok(Exit::NotUnderstood);
    };
    let scheme = value.expose().split_inclusive(' ').next().unwrap_or_default();
    output.buffer.push(b"Authorization: ");
    for piece in if args.response.reveal { [value.expose(), ""] } else { [scheme, "***"] } {
        output.buffer.push(piece.as_bytes());
    }
    output.buffer.push(b"\n");
    print(args, output)
}

/// Prints a variable for each slot.
fn shell(args: &ConvertArgs, token: &Token, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let prefix = args.prefix.as_deref().unwrap_or_default();
    let unfit = shell::write(token, prefix, args.response.reveal, &mut output.buffer);
    no_room("a variable", &unfit, output);
    print(args, output)
}

/// Prints the body that another vendor would send.
fn format(args: &ConvertArgs, token: &Token, at: UtcDateTime, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let encoded = match known::formats().write(&args.to, token, at) {
        Ok(encoded) => encoded,
        Err(error) => {
            match (error.kind(), error.field()) {
                (ErrorKind::Unusable, None) => {
                    output.tell(format_args!("{} has no room for what was granted", args.to));
                }
                (ErrorKind::Unusable, Some(end)) => {
                    let says = "a response without it would say a later end than the token's, or none";
                    output.tell(format_args!("{} cannot state this token's {end}: {says}", args.to));
                }
                _ => output.tell(error),
            }
            return Ok(Exit::NotUnderstood);
        }
    };
    no_room(&args.to, &encoded.dropped, output);
    for (name, _) in &encoded.headers {
        output.tell(format_args!("a header goes with the body and is not printed: {name}"));
    }
    if !args.response.reveal {
        output.tell("the converted body holds secrets; add --reveal to print it");
        return Ok(Exit::NotUnderstood);
    }
    output.buffer.push(encoded.body.expose().as_bytes());
    if output.is_terminal() {
        output.buffer.push(b"\n");
    }
    print(args, output)
}

/// Says what does not fit into something.
fn no_room(into: &str, slots: &[Slot], output: &mut Output<'_>) {
    if !slots.is_empty() {
        let slots: Vec<_> = slots.iter().copied().map(Slot::as_str).collect();
        output.tell(format_args!("{into} has no room for {}", slots.join(", ")));
    }
}

/// Prints what was converted; where it is masked, it is to be looked at and not to be used.
fn print(args: &ConvertArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    match output.flush() {
        Ok(()) | Err(Stop::Closed) if args.response.reveal => Ok(Exit::Granted),
        Ok(()) | Err(Stop::Closed) => {
            output.tell("the secrets are masked; add --reveal to use it");
            Ok(Exit::NotUnderstood)
        }
        Err(stop) => Err(stop),
    }
}

/// A refusal in one line, with what to do about it; its `Display` masks what may be a secret.
fn refused(refusal: &Refusal) -> String {
    format!("{refusal}; remedy: {}", refusal.remedy().as_str())
}
