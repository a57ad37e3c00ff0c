//! `anytoken check`: violations of the standards, for authors of servers.

mod grammar;
mod response;
mod rules;

use anytoken::Limits;
use serde::Serialize;

use self::response::Response;
use self::rules::RULES;
use crate::Exit;
use crate::args::{CheckArgs, CheckOutput};
use crate::hint;
use crate::masked::{Masked, Shown};
use crate::output::{Output, Stop};
use crate::page::{Page, Tone};

pub(crate) fn run(args: &CheckArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let read = args.sent.read(args.file.file.as_deref(), output)?;
    let sent = args.sent.sent(&read.bytes)?;
    if let Some(advice) = hint::of_other(sent.body) {
        return Err(Stop::Failed(advice.to_owned()));
    }
    if sent.body.len() > Limits::default().body {
        return Err(Stop::Failed("the body is larger than 1 MiB and was not checked".to_owned()));
    }
    let response = Response::new(&sent, args);
    let report = Report { violations: violations(&response), not_checked: response.not_checked() };
    let printed = match args.output {
        CheckOutput::Text => {
            let mut page = Page::new(output);
            report.write(&mut page, &Masked::new(sent.body, Shown::undecoded()));
            page.print(output)
        }
        CheckOutput::Json => {
            output.pretty(&report).map_err(|_| Stop::Failed("cannot print the report as JSON".to_owned()))?;
            output.flush_json()
        }
    };
    match printed {
        // A reader that closes the pipe still gets the exit code.
        Ok(()) | Err(Stop::Closed) if report.violations.is_empty() => Ok(Exit::Success),
        Ok(()) | Err(Stop::Closed) => Ok(Exit::Rejected),
        Err(stop) => Err(stop),
    }
}

/// The violations, and the parts of the response that were not checked.
#[derive(Serialize)]
struct Report {
    violations: Vec<Violation>,
    not_checked: Vec<&'static str>,
}

/// A violation of a standard. It holds no text of the response.
#[derive(Serialize)]
struct Violation {
    rule: &'static str,
    /// The member or the part of the response that violates the rule.
    subject: &'static str,
    /// A sentence that begins with the subject.
    message: String,
    section: &'static str,
    fix: &'static str,
    /// The range of bytes in the body; its end is exclusive.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<[usize; 2]>,
}

/// The most violations of one rule that are reported: a body can have one for each of its members.
const MOST: usize = 16;

/// Returns the violations in the order of the rules.
fn violations(response: &Response<'_>) -> Vec<Violation> {
    let of_rule = |rule: &'static rules::Rule| {
        let places = if rule.scope.includes(response) { (rule.find)(response) } else { Vec::new() };
        places.into_iter().take(MOST).map(|place| Violation {
            rule: rule.id,
            subject: place.subject,
            message: format!("{} {}", place.subject, rule.predicate),
            section: rule.section,
            fix: rule.fix,
            at: place.at.map(|at| [at.start, at.end]),
        })
    };
    RULES.iter().flat_map(of_rule).collect()
}

impl Report {
    fn write(&self, page: &mut Page, body: &Masked<'_>) {
        for violation in &self.violations {
            page.row("violation", Tone::Bad, &violation.message);
            if let Some([start, _]) = violation.at {
                page.point(body, start, Tone::Bad);
            }
            page.row("section", Tone::Plain, violation.section);
            page.row("fix", Tone::Good, violation.fix);
            page.line(0, Tone::Plain, "");
        }
        let (tone, count) = match self.violations.len() {
            0 => (Tone::Good, "no violations".to_owned()),
            1 => (Tone::Bad, "1 violation".to_owned()),
            count => (Tone::Bad, format!("{count} violations")),
        };
        page.row("result", tone, &count);
        if !self.not_checked.is_empty() {
            let how = "pipe `curl -si` in, or pass --status and --header";
            page.row("not checked", Tone::Odd, &format!("{}: {how}", self.not_checked.join(", ")));
        }
    }
}
