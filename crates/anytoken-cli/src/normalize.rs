//! `anytoken normalize`: one answer for each response.

use std::path::Path;

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use time::UtcDateTime;

use crate::Exit;
use crate::answer::Answer;
use crate::args::{JsonOutput, NormalizeArgs};
use crate::arrival::Source;
use crate::block::Counts;
use crate::har::{self, Har, Place};
use crate::hint;
use crate::input;
use crate::invalid::Invalid;
use crate::output::{Output, Stop};
use crate::response::Read;

pub(crate) fn run(args: &NormalizeArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let response = &args.response;
    input::each(&args.files.files, output, |file, output| {
        let input = response.input(file, output)?;
        let file = file.filter(|_| args.files.files.len() > 1);
        if har::is_har(input.bytes.as_slice()) {
            return Ok(har(args, file, input.bytes.as_slice(), output)?.worst());
        }
        let read = response.read(&input, response.asked(), UtcDateTime::now())?;
        let id = file.and_then(|file| to_raw_value(&file.to_string_lossy()).ok());
        let hint =
            read.decoded.as_ref().err().and_then(|error| hint::of(error, response.asked(), read.sent.body));
        let exit = answer(args, id.as_deref(), &read, output)?;
        if let Some(hint) = hint {
            output.report(hint);
        }
        Ok(exit)
    })
}

/// Answers the token responses of a HAR file.
pub(crate) fn har(
    args: &NormalizeArgs,
    file: Option<&Path>,
    bytes: &[u8],
    output: &mut Output<'_>,
) -> Result<Counts, Stop> {
    let har = Har::split(bytes)?;
    let mut counts = Counts::default();
    let file = file.map(|file| file.to_string_lossy());
    let nothing = args.response.read_har(&har, UtcDateTime::now(), |place, read| {
        let Place { entry, host, path } = place;
        let id = to_raw_value(&Id { file: file.as_deref(), entry: *entry, host, path }).ok();
        counts.add(answer(args, id.as_deref(), read, output)?);
        Ok(())
    })?;
    if let Some(nothing) = nothing {
        output.report(nothing);
        counts.add(Exit::Invalid);
    }
    Ok(counts)
}

/// The id of the answer to a response in a HAR file.
#[derive(Serialize)]
struct Id<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    entry: usize,
    host: &'a str,
    path: &'a str,
}

/// Prints the answer to a response.
fn answer(
    args: &NormalizeArgs,
    id: Option<&RawValue>,
    read: &Read<'_>,
    output: &mut Output<'_>,
) -> Result<Exit, Stop> {
    let result = read.decoded.as_ref().map_err(Invalid::from);
    // What was not understood has no time, and who said when needs no answer.
    let arrival = read.arrival.filter(|arrival| result.is_ok() && arrival.source != Source::Option);
    let answer = Answer { id, result: result.as_ref().copied(), arrival, reveal: args.reveal };
    let is_for_people = output.is_terminal() && !args.batch;
    let by_default = if is_for_people { JsonOutput::Json } else { JsonOutput::Ndjson };
    let written = match args.output.unwrap_or(by_default) {
        JsonOutput::Json => output.pretty(&answer),
        JsonOutput::Ndjson => output.line(&answer),
    };
    written.map_err(|_| Stop::Failed("the token has no canonical form".to_owned()))?;
    match output.flush_json() {
        // A reader that closes the pipe still gets the exit code.
        Ok(()) | Err(Stop::Closed) => Ok(answer.exit()),
        Err(stop) => Err(stop),
    }
}
