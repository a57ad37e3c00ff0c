//! `anytoken normalize`: one response.

use crate::Exit;
use crate::answer::Answer;
use crate::args::{JsonOutput, NormalizeArgs};
use crate::hint;
use crate::invalid::Invalid;
use crate::output::{Output, Stop};

pub(crate) fn run(args: &NormalizeArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let response = &args.response;
    let read = response.read(output)?;
    let decoded = response.decode(response.asked(), &response.sent.sent(&read)?, response.at());
    let hint = decoded.as_ref().err().and_then(|error| hint::of(error, response.asked()));
    let result = decoded.map_err(|error| Invalid::from(&error));
    let answer = Answer { id: None, result: result.as_ref(), reveal: response.reveal };
    let by_default = if output.is_terminal() { JsonOutput::Json } else { JsonOutput::Ndjson };
    let written = match args.output.unwrap_or(by_default) {
        JsonOutput::Json => output.pretty(&answer),
        JsonOutput::Ndjson => output.line(&answer),
    };
    written.map_err(|_| Stop::Failed("the token has no canonical form".to_owned()))?;
    match output.flush() {
        // A reader that closes the pipe still gets the exit code.
        Ok(()) | Err(Stop::Closed) => {}
        Err(stop) => return Err(stop),
    }
    if let Some(hint) = hint {
        output.report(hint);
    }
    Ok(answer.exit())
}
