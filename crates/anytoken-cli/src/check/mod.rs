//! `anytoken check`: a response, for those who write the server.

mod grammar;
mod response;
mod rules;

use anytoken::Limits;
use serde::Serialize;

use self::response::Response;
use self::rules::RULES;
use crate::Exit;
use crate::args::{CheckArgs, CheckOutput};
use crate::masked::{Masked, Shown};
use crate::output::{Output, Stop};
use crate::page::{Page, Tone};

pub(crate) fn run(args: &CheckArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let read = args.sent.read(output)?;
    let sent = args.sent.sent(&read)?;
    if sent.body.len() > Limits::default().body {
        return Err(Stop::Failed("the body is larger than 1 MiB, and was not read to its end".to_owned()));
    }
    let response = Response::new(&sent, args);
    let report = Report { departures: departures(&response), unseen: response.unseen() };
    let printed = match args.output {
        CheckOutput::Text => {
            let mut page = Page::new(output, args.color);
            report.write(&mut page, &Masked::new(sent.body, Shown::unread()));
            page.print(output)
        }
        CheckOutput::Json => {
            output.pretty(&report).map_err(|_| Stop::Failed("the report has no JSON".to_owned()))?;
            output.flush()
        }
    };
    match printed {
        // Whoever reads no more still has the exit code.
        Ok(()) | Err(Stop::Closed) if report.departures.is_empty() => Ok(Exit::Granted),
        Ok(()) | Err(Stop::Closed) => Ok(Exit::Refused),
        Err(stop) => Err(stop),
    }
}

/// What was found, and what could not be looked at.
#[derive(Serialize)]
struct Report {
    departures: Vec<Departure>,
    unseen: Vec<&'static str>,
}

/// A departure from a standard. It holds nothing of the response.
#[derive(Serialize)]
struct Departure {
    rule: &'static str,
    /// The member, or what else departs.
    subject: &'static str,
    /// A sentence, the subject in front.
    what: String,
    section: &'static str,
    mend: &'static str,
    /// Bytes of the body: the first, and the one behind the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<[usize; 2]>,
}

/// How often a rule is said to be broken; a body can break one as often as it has members.
const MOST: usize = 16;

/// What the rules find, in their order.
fn departures(response: &Response<'_>) -> Vec<Departure> {
    let of_rule = |rule: &'static rules::Rule| {
        let places = if rule.of.holds(response) { (rule.breaks)(response) } else { Vec::new() };
        places.into_iter().take(MOST).map(|place| Departure {
            rule: rule.id,
            subject: place.subject,
            what: format!("{} {}", place.subject, rule.what),
            section: rule.section,
            mend: rule.mend,
            at: place.at.map(|at| [at.start, at.end]),
        })
    };
    RULES.iter().flat_map(of_rule).collect()
}

impl Report {
    fn write(&self, page: &mut Page, body: &Masked<'_>) {
        for departure in &self.departures {
            page.row("departs", Tone::Bad, &departure.what);
            if let Some([start, _]) = departure.at {
                page.point(body, start, Tone::Bad);
            }
            page.row("section", Tone::Plain, departure.section);
            page.row("mend", Tone::Good, departure.mend);
            page.line(0, Tone::Plain, "");
        }
        let (tone, count) = match self.departures.len() {
            0 => (Tone::Good, "no departure".to_owned()),
            1 => (Tone::Bad, "1 departure".to_owned()),
            count => (Tone::Bad, format!("{count} departures")),
        };
        page.row("found", tone, &count);
        if !self.unseen.is_empty() {
            let how = "pipe `curl -si` in, or pass --status and --header";
            page.row("not seen", Tone::Odd, &format!("{}: {how}", self.unseen.join(", ")));
        }
    }
}
