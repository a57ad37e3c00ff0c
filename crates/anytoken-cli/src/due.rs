//! `anytoken due`: the answer to "is it still good?" as an exit code, for scripts.

use anytoken::{Decoded, Expiry, Outcome, Token};
use time::UtcDateTime;

use crate::Exit;
use crate::args::{DueArgs, Unknown};
use crate::arrival::{Arrival, Source};
use crate::hint;
use crate::instant;
use crate::output::{Output, Stop};
use crate::span;

pub(crate) fn run(args: &DueArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let response = &args.response;
    let now = args.now.unwrap_or_else(UtcDateTime::now);
    let input = response.input(args.file.file.as_deref(), output)?;
    let read = response.read(&input, response.asked(), now)?.with_envelopes();
    let token = match &read.decoded {
        Ok(Decoded { outcome: Outcome::Token(token), .. }) => token,
        Ok(Decoded { outcome: Outcome::ErrorResponse(error_response), .. }) => {
            output.report(error_response);
            return Ok(Exit::Invalid);
        }
        Err(error) => {
            output.report(hint::sentence(error, read.sent.body));
            if let Some(hint) = hint::of(error, response.asked(), read.sent.body) {
                output.report(hint);
            }
            return Ok(Exit::Invalid);
        }
    };
    let arrival = read.arrival.filter(|_| read.counts_from_arrival(response.asked()));
    if arrival.is_some_and(|arrival| arrival.source == Source::Now) {
        output.report(
            "nothing says when the response arrived, from when its lifetime counts: add --received-at, or pass the \
             output of `curl -i` or a FILE",
        );
        return Ok(Exit::Invalid);
    }
    let (exit, sentence) = judge(args, token, now);
    let margin = span::words(args.margin.whole_seconds().unsigned_abs());
    output.buffer.push(sentence.as_bytes());
    output.buffer.push(format!("; margin {margin}").as_bytes());
    if let Some(Arrival { at, source }) = arrival {
        let by = if source == Source::Option { "by --received-at" } else { source.words() };
        output.buffer.push(format!("; received {}, {by}", instant::text(at)).as_bytes());
    }
    output.buffer.push(b"\n");
    match output.flush() {
        // A reader that closes the pipe still gets the exit code.
        Ok(()) | Err(Stop::Closed) => Ok(exit),
        Err(stop) => Err(stop),
    }
}

/// Returns the exit code for a token, and why.
fn judge(args: &DueArgs, token: &Token, now: UtcDateTime) -> (Exit, String) {
    match (token.refresh_due(args.margin), token.validity().expires) {
        (Some(due), _) if due <= now => {
            (Exit::Rejected, format!("due: refresh since {}", instant::text(due)))
        }
        (_, Expiry::Unknown) if args.unknown == Some(Unknown::Good) => {
            (Exit::Success, "good: its expiry is unknown".to_owned())
        }
        (_, Expiry::Unknown) => {
            (Exit::Invalid, "unknown: nothing says when it expires (--unknown good)".to_owned())
        }
        (Some(due), _) => {
            let left = due.unix_timestamp().saturating_sub(now.unix_timestamp());
            (
                Exit::Success,
                format!("good: refresh at {}, in {}", instant::text(due), span::words(left.unsigned_abs())),
            )
        }
        (None, _) => (Exit::Success, "good: never expires, according to the vendor".to_owned()),
    }
}
