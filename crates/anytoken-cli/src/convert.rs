//! `anytoken convert`: a token in another vendor's format.

use anytoken::{Decoded, ErrorKind, Outcome, REGISTRY, Refusal, Slot, Token};

use crate::Exit;
use crate::args::ConvertArgs;
use crate::hint;
use crate::output::{Output, Stop, tell};

pub(crate) fn run(args: &ConvertArgs) -> Result<Exit, Stop> {
    if REGISTRY.get(&args.to).is_none() {
        tell(format_args!("--to: {}", hint::unknown(&args.to)));
        return Ok(Exit::NotUnderstood);
    }
    let read = args.response.read()?;
    let at = args.response.at();
    match args.response.decode(&args.response.sent.sent(&read)?, at) {
        Ok(Decoded { outcome: Outcome::Granted(token), related, .. }) => {
            if !related.is_empty() {
                tell("the response holds further tokens; only the first is converted");
            }
            write(args, &token, args.at.unwrap_or(at))
        }
        Ok(Decoded { outcome: Outcome::Refused(refusal), .. }) => {
            tell(refused(&refusal));
            Ok(Exit::Refused)
        }
        Err(error) => {
            tell(&error);
            if let Some(hint) = hint::of(&error, args.response.format.as_deref()) {
                tell(hint);
            }
            Ok(Exit::NotUnderstood)
        }
    }
}

fn write(args: &ConvertArgs, token: &Token, at: time::UtcDateTime) -> Result<Exit, Stop> {
    let encoded = match anytoken::write(&args.to, token, at) {
        Ok(encoded) => encoded,
        Err(error) => {
            match error.kind() {
                ErrorKind::Unusable => tell(format_args!("{} has no room for what was granted", args.to)),
                _ => tell(error),
            }
            return Ok(Exit::NotUnderstood);
        }
    };
    if !encoded.dropped.is_empty() {
        let slots: Vec<_> = encoded.dropped.iter().copied().map(Slot::as_str).collect();
        tell(format_args!("{} has no room for {}", args.to, slots.join(", ")));
    }
    for (name, _) in &encoded.headers {
        tell(format_args!("a header goes with the body and is not printed: {name}"));
    }
    if !args.response.reveal {
        tell("the converted body holds secrets; add --reveal to print it");
        return Ok(Exit::NotUnderstood);
    }
    let mut output = Output::new();
    output.buffer.push(encoded.body.expose().as_bytes());
    if output.is_terminal() {
        output.buffer.push(b"\n");
    }
    match output.flush() {
        Ok(()) | Err(Stop::Closed) => Ok(Exit::Granted),
        Err(stop) => Err(stop),
    }
}

/// A refusal in one line, with what to do about it; its `Display` masks what may be a secret.
fn refused(refusal: &Refusal) -> String {
    format!("{refusal}; remedy: {}", refusal.remedy().as_str())
}
