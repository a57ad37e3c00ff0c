//! Secrets planted anywhere in the corpus or its mutations are never printed without `--reveal`.

use anytoken::Adapter;
use anytoken_tests::corpus::cases;
use anytoken_tests::mutation::mutated;
use anytoken_tests::planted::planted;
use anytoken_tests::random::Random;
use anytoken_tests::recorded::Kind;
use anytoken_tests::secrets::{Printed, marker, shown};
use anytoken_tests::strategies::config;
use anytoken_tests::{Recorded, laws};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use time::format_description::well_known::Rfc3339;

use crate::run::{AT, Run, run};

/// A response with the marker in its secret places, decoded in a format or by detection.
struct Planted {
    adapter: Option<&'static dyn Adapter>,
    response: Recorded,
}

fn all_planted(marker: &str) -> Vec<Planted> {
    let both = cases().flat_map(|(case, adapter)| [(case, Some(adapter)), (case, None)]);
    let planted = (0..).zip(both).filter_map(|(seed, (case, adapter))| {
        Some(Planted { adapter, response: planted(adapter, &case.response, marker, seed)? })
    });
    planted.collect()
}

impl Planted {
    /// The line of a batch.
    fn line(&self, id: usize) -> String {
        let Self { adapter, response } = self;
        let line = json!({
            "id": id,
            "format": adapter.map(Adapter::id),
            "received_at": response.at.format(&Rfc3339).expect("an instant"),
            "status": response.status,
            "headers": response.headers.iter().cloned().collect::<std::collections::BTreeMap<_, _>>(),
            "body_base64": STANDARD.encode(&response.body),
        });
        let serde_json::Value::Object(mut members) = line else { return String::new() };
        members.retain(|_, value| !value.is_null());
        serde_json::to_string(&members).expect("an object is always JSON") + "\n"
    }

    /// The encoding in which a printed text shows the marker.
    fn shown(&self, text: &str, marker: &str) -> Option<&'static str> {
        let allowed = laws::may_show(&self.response.read(self.adapter));
        let allowed = Printed::of(&allowed);
        Printed::of(text).shows(marker, &|window| allowed.holds(window))
    }
}

/// The corpus and 2,000 mutations of it, or as many times that as `ANYTOKEN_CASES` says.
#[test]
fn batch_of_corpus_and_mutations_shows_no_marker() {
    let marker = marker(1);
    let mut all = all_planted(&marker);
    let corpus = all.len();
    for seed in 0..u64::from(config(2_000).cases) {
        let random = &mut Random::new(seed ^ 0x62_6174_6368);
        let Planted { adapter, response } = all.get(random.below(corpus)).expect("one of the corpus");
        let (adapter, response) = (*adapter, mutated(response, random));
        all.push(Planted { adapter, response });
    }
    let lines: String = all.iter().enumerate().map(|(id, one)| one.line(id)).collect();
    let masked = run(&["normalize", "--batch", AT], &lines);
    assert_eq!((masked.code, masked.lines().len()), (Some(0), all.len()), "{}", masked.stderr);
    assert_eq!(shown(&masked.stderr, &marker), None, "standard error shows the marker");
    let mut kinds = Vec::new();
    for (id, (line, one)) in masked.lines().into_iter().zip(&all).enumerate() {
        assert!(
            line.starts_with(&format!("{{\"id\":{id},\"outcome\":")),
            "line {id} is answered in its place"
        );
        assert_eq!(one.shown(line, &marker), None, "line {id} shows the marker");
        kinds.push(Kind::of(&one.response.read(one.adapter)));
    }
    for kind in [Kind::Granted, Kind::Refused, Kind::NotUnderstood] {
        assert!(kinds.iter().filter(|other| **other == kind).count() > 100, "{kind:?} is rare");
    }
    let revealed = run(&["normalize", "--batch", AT, "--reveal"], &lines);
    assert!(shown(&revealed.stdout, &marker).is_some(), "the marker is there");
}

/// Every thirtieth case of the corpus, with every command that takes a response.
#[test]
fn no_command_shows_a_marker() {
    let marker = marker(2);
    for one in all_planted(&marker).iter().step_by(30) {
        let status = one.response.status.map(|status| format!("--status={status}"));
        let format = one.adapter.map(|adapter| format!("--format={}", adapter.id()));
        let (status, format) = (status.as_deref(), format.as_deref());
        for (command, options, format) in [
            ("normalize", &[AT][..], format),
            ("convert", &[AT, "--to", "oauth2"], format),
            ("inspect", &[AT], format),
            ("due", &[AT, "--unknown", "good"], format),
            ("check", &[], None),
        ] {
            let args: Vec<_> =
                [command].into_iter().chain(options.iter().copied()).chain(status).chain(format).collect();
            let Run { stdout, stderr, .. } = run(&args, &one.response.body);
            assert!(!stderr.contains("Usage:"), "{args:?}: {stderr}");
            for text in [stdout, stderr] {
                assert_eq!(one.shown(&text, &marker), None, "{args:?} shows the marker");
            }
        }
    }
}

/// Every thirtieth case of the corpus as the response of a HAR file, whose request holds the marker everywhere.
#[test]
fn har_file_shows_no_marker() {
    let marker = marker(3);
    for one in all_planted(&marker).iter().step_by(30) {
        let request = json!({
            "url": format!("https://{marker}@example.com/token?a={marker}#{marker}"),
            "headers": [{"name": "Cookie", "value": marker}],
            "cookies": [{"name": marker, "value": marker}],
            "postData": {"text": format!("grant_type=password&password={marker}")},
        });
        let content = json!({"text": STANDARD.encode(&one.response.body), "encoding": "base64"});
        let response =
            json!({"status": one.response.status.unwrap_or(200), "headers": [], "content": content});
        let entry = json!({"startedDateTime": marker, "time": 0, "request": request, "response": response});
        let session = json!({"log": {"entries": [entry]}}).to_string();
        for command in [&["inspect"][..], &["normalize"], &["normalize", "--batch"]] {
            let Run { stdout, stderr, .. } = run(command, &session);
            assert!(stdout.contains("example.com"), "{command:?}: {stdout}{stderr}");
            let read = Planted { adapter: None, response: one.response.clone() };
            for text in [stdout, stderr] {
                assert_eq!(read.shown(&text, &marker), None, "{command:?} shows the marker");
            }
        }
    }
}
