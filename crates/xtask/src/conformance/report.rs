//! The answers of a command, judged case by case and member by member.

use std::collections::HashMap;
use std::fmt;

use serde_json::Value;
use time::UtcDateTime;
use time::format_description::well_known::Rfc3339;

use super::Case;

/// A part of the meaning of a response.
struct Subject {
    name: &'static str,
    /// The members of an answer that say it.
    answered_in: &'static [&'static str],
    /// The member of RFC 6749 or OpenID Connect that states it; empty if there is none.
    standard: &'static str,
}

// A table is read by its columns.
#[rustfmt::skip]
const SUBJECTS: [Subject; 11] = [
    Subject { name: "outcome", answered_in: &["outcome"], standard: "" },
    Subject { name: "access token", answered_in: &["access_token"], standard: "access_token" },
    Subject { name: "refresh token", answered_in: &["refresh_token"], standard: "refresh_token" },
    Subject { name: "ID token", answered_in: &["id_token"], standard: "id_token" },
    Subject { name: "token type", answered_in: &["token_type"], standard: "token_type" },
    Subject { name: "scopes", answered_in: &["scopes"], standard: "scope" },
    Subject { name: "expiry", answered_in: &["expires_at", "never_expires"], standard: "expires_in" },
    Subject { name: "expiry of the refresh token", answered_in: &["refresh_token_expires_at", "refresh_token_never_expires"], standard: "" },
    Subject { name: "other times", answered_in: &["issued_at", "not_before", "refresh_at", "extended_expires_at"], standard: "" },
    Subject { name: "error code", answered_in: &["code"], standard: "error" },
    Subject { name: "error description", answered_in: &["description"], standard: "error_description" },
];

/// The number of cases that are right, say nothing, or are wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Row {
    stated: usize,
    right: usize,
    silent: usize,
    wrong: usize,
}

/// A command's answers beside what the corpus expects.
///
/// It is displayed as a table in Markdown. A cell counts cases; a value that the response does not state is wrong.
pub struct Report {
    rows: [Row; SUBJECTS.len()],
    cases: usize,
    /// The cases of which everything is right.
    right: usize,
    /// The ids of the cases with a wrong answer or none, and the subject.
    pub faults: Vec<(String, &'static str)>,
}

impl Report {
    /// Judges answers, which are matched with their cases by `id`.
    ///
    /// With `standard`, a value is missed only where a member of RFC 6749 or OpenID Connect states it.
    pub fn new(cases: &[Case], answers: &[Value], standard: bool) -> Self {
        let by_id = |answer| Some((Value::as_str(Value::get(answer, "id")?)?, answer));
        let answers: HashMap<&str, &Value> = answers.iter().filter_map(by_id).collect();
        let mut report = Self { rows: Default::default(), cases: cases.len(), right: 0, faults: Vec::new() };
        for case in cases {
            report.add(case, answers.get(case.id.as_str()).copied(), standard);
        }
        report
    }

    /// Returns true if every case is right.
    pub fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }

    /// Returns true if no value is wrong, though some may be missing.
    pub fn is_never_wrong(&self) -> bool {
        self.rows.iter().all(|row| row.wrong == 0)
    }

    fn add(&mut self, case: &Case, answer: Option<&Value>, standard: bool) {
        let before = self.faults.len();
        for (row, subject) in self.rows.iter_mut().zip(SUBJECTS) {
            let counts = !standard || subject.name == "outcome" || case.has_member(subject.standard);
            let (mut stated, mut silent, mut wrong) = (false, false, false);
            for name in subject.answered_in {
                let (expected, got) = match *name {
                    "outcome" => {
                        (Some(case.outcome.as_str().into()), answer.and_then(|answer| outcome(case, answer)))
                    }
                    name => {
                        (case.expected(name).cloned(), answer.and_then(|answer| said(answer, name)).cloned())
                    }
                };
                stated |= counts && expected.is_some();
                silent |= counts && expected.is_some() && got.is_none();
                wrong |= got.is_some() && !is_same(name, expected.as_ref(), got.as_ref());
            }
            row.stated += usize::from(stated);
            row.wrong += usize::from(wrong);
            row.silent += usize::from(silent && !wrong);
            row.right += usize::from(stated && !silent && !wrong);
            if silent || wrong {
                self.faults.push((case.id.clone(), subject.name));
            }
        }
        self.right += usize::from(self.faults.len() == before);
    }
}

/// Returns the outcome of an answer. Where nothing can be read, an error response is as good as `invalid`.
fn outcome(case: &Case, answer: &Value) -> Option<Value> {
    let outcome = answer.get("outcome")?;
    Some(if case.outcome == "invalid" && outcome == "error" { "invalid".into() } else { outcome.clone() })
}

/// Returns a member of an answer's token or error; null and an empty text say nothing.
fn said<'a>(answer: &'a Value, name: &str) -> Option<&'a Value> {
    let outcome = answer.get("outcome")?.as_str()?;
    answer
        .get(outcome)
        .filter(|_| outcome != "invalid")?
        .get(name)
        .filter(|value| !value.is_null() && *value != "")
}

/// Compares instants as instants, token types without case, and everything else as JSON.
fn is_same(name: &str, expected: Option<&Value>, got: Option<&Value>) -> bool {
    let instant =
        |value: Option<&Value>| UtcDateTime::parse(text(value), &Rfc3339).ok()?.replace_nanosecond(0).ok();
    match name {
        "token_type" => text(expected).eq_ignore_ascii_case(text(got)),
        _ if expected == got => true,
        _ => instant(expected).is_some_and(|at| instant(got) == Some(at)),
    }
}

fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or_default()
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| | stated | right | not said | wrong |\n| --- | --- | --- | --- | --- |")?;
        for (row, Subject { name, .. }) in self.rows.iter().zip(SUBJECTS).filter(|(row, _)| row.stated > 0) {
            let Row { stated, right, silent, wrong } = row;
            writeln!(f, "| {name} | {stated} | {right} | {silent} | {wrong} |")?;
        }
        writeln!(f, "\n{} of {} cases are right in everything.", self.right, self.cases)
    }
}
