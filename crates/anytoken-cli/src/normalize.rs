//! `anytoken normalize`: one answer for each response.

use std::path::Path;

use anytoken::SecretBuf;
use time::UtcDateTime;

use crate::Exit;
use crate::answer::Answer;
use crate::args::{JsonOutput, NormalizeArgs};
use crate::arrival::Source;
use crate::block::Counts;
use crate::har::{self, Har};
use crate::hint;
use crate::input;
use crate::invalid::Invalid;
use crate::object::Object;
use crate::output::{Output, Stop};
use crate::page;
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
        let id = file.map(|file| json(&file.to_string_lossy()));
        let hint =
            read.decoded.as_ref().err().and_then(|error| hint::of(error, response.asked(), read.sent.body));
        let exit = answer(args, id.as_ref().map(SecretBuf::expose), &read, output)?;
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
        let mut text = SecretBuf::default();
        let mut id = Object::new(&mut text);
        id.text("file", file.as_deref());
        id.number("entry", Some(place.entry));
        id.text("host", place.host.as_str());
        id.text("path", place.path.as_str());
        id.end();
        counts.add(answer(args, Some(text.expose()), &read, output)?);
        Ok(())
    })?;
    if let Some(nothing) = nothing {
        output.report(nothing);
        counts.add(Exit::Invalid);
    }
    Ok(counts)
}

/// Returns a text as JSON.
fn json(text: &str) -> SecretBuf {
    let mut json = SecretBuf::default();
    json.quote(text);
    json
}

/// Prints the answer to a response.
fn answer(
    args: &NormalizeArgs,
    id: Option<&str>,
    read: &Read<'_>,
    output: &mut Output<'_>,
) -> Result<Exit, Stop> {
    let result = read.decoded.as_ref().map_err(Invalid::from);
    // What was not understood has no time, and who said when needs no answer.
    let arrival = read.arrival.filter(|arrival| result.is_ok() && arrival.source != Source::Option);
    let answer = Answer { id, result: result.as_ref().copied(), arrival, reveal: args.reveal };
    let is_for_people = output.is_terminal() && !args.batch;
    let by_default = if is_for_people { JsonOutput::Json } else { JsonOutput::Ndjson };
    let mut text = SecretBuf::default();
    answer.append_to(&mut text);
    match args.output.unwrap_or(by_default) {
        JsonOutput::Json => page::indent_json(text.expose(), "", "\n", &mut output.buffer),
        JsonOutput::Ndjson => output.buffer.push(text.expose().as_bytes()),
    }
    output.buffer.push(b"\n");
    match output.flush_json() {
        // A reader that closes the pipe still gets the exit code.
        Ok(()) | Err(Stop::Closed) => Ok(answer.exit()),
        Err(stop) => Err(stop),
    }
}
