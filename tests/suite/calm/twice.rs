//! The work of every public method: twice the scopes, members, extras or tokens take at most 2.1 times the
//! instructions.

use std::fmt::Write as _;
use std::hint::black_box;

use anytoken::azure::IdentityTokenResponse;
use anytoken::{
    Adapter, Decoded, ErrorResponse, Limits, Outcome, Response, Scopes, StoredToken, Token, registry,
};
use anytoken_tests::callgrind::{can_count, under_callgrind};
use anytoken_tests::recorded::AT;
use serde_json::value::RawValue;

/// The number of things in the smaller and in the larger response.
const COUNTS: [usize; 2] = [500, 1000];

/// A thing, the format and status of its response, and a body with `n` different ones.
type Many = (&'static str, &'static str, u16, fn(usize) -> String);

const MANY: [Many; 14] = [
    ("scopes", "oauth2", 200, |n| body(&format!(",\"scope\":\"{}\"", all(n, " ", |i| format!("scope-{i}"))))),
    ("scopes in a list", "oauth2", 200, |n| {
        body(&format!(",\"scope\":[{}]", all(n, ",", |i| format!("\"scope-{i}\""))))
    }),
    ("scopes with commas", "github", 200, |n| {
        body(&format!(",\"scope\":\"{}\"", all(n, ",", |i| format!("scope-{i}"))))
    }),
    ("extras", "oauth2", 200, |n| body(&format!(",{}", all(n, ",", |i| format!("\"x{i}\":{i}"))))),
    ("extras with escapes", "oauth2", 200, |n| {
        body(&format!(",{}", all(n, ",", |i| format!("\"\\u0078{i}\":\"\\u0078\""))))
    }),
    ("extras of one name", "oauth2", 200, |n| body(&format!(",{}", all(n, ",", |i| format!("\"x\":{i}"))))),
    ("extras within an object", "slack", 200, |n| {
        body(&format!(",\"ok\":true,\"authed_user\":{{{}}}", all(n, ",", |i| format!("\"x{i}\":{i}"))))
    }),
    ("extras of an error response", "oauth2", 400, |n| {
        format!("{{\"error\":\"example\",{}}}", all(n, ",", |i| format!("\"x{i}\":{i}")))
    }),
    ("errors", "oauth2", 400, |n| {
        format!("{{\"errors\":[{}]}}", all(n, ",", |i| format!("{{\"code\":\"example-{i}\"}}")))
    }),
    ("tokens in a list", "spire", 200, |n| {
        format!(
            "[{{\"svids\":[{}]}}]",
            all(n, ",", |i| format!("{{\"svid\":\"EXAMPLE-{i}\",\"hint\":\"{i}\"}}"))
        )
    }),
    ("tokens in names of members", "vk", 200, |n| {
        format!("{{{}}}", all(n, ",", |i| format!("\"access_token_{i}\":\"EXAMPLE-{i}\"")))
    }),
    ("pairs of a form", "github", 200, |n| {
        format!("access_token=EXAMPLE&{}", all(n, "&", |i| format!("x{i}={i}")))
    }),
    ("elements of XML", "oauth2", 200, |n| {
        format!("<o><access_token>EXAMPLE</access_token>{}</o>", all(n, "", |i| format!("<x{i}>1</x{i}>")))
    }),
    ("members of a wire struct", "azure-imds", 200, |n| {
        body(&format!(",{}", all(n, ",", |i| format!("\"x{i}\":{i}"))))
    }),
];

fn body(members: &str) -> String {
    format!("{{\"access_token\":\"EXAMPLE\"{members}}}")
}

fn all(count: usize, between: &str, one: fn(usize) -> String) -> String {
    // Numbers of one length, so that twice the number is twice the bytes.
    (10_000..10_000 + count).map(one).collect::<Vec<_>>().join(between)
}

/// A response, and the values made from it before counting.
struct Subject {
    adapter: &'static dyn Adapter,
    body: String,
    status: u16,
    decoded: Decoded,
    stored: Option<String>,
    wire: Option<IdentityTokenResponse>,
}

impl Subject {
    fn new((what, format, status, make): Many, count: usize) -> Self {
        let adapter = registry().get(format).expect("a format");
        let body = make(count);
        let decoded = adapter.decode_body(anytoken::dialect::Body::split(response(&body, status)));
        let decoded = decoded.unwrap_or_else(|error| panic!("{what}: {error}"));
        let stored = token_of(&decoded).map(|token| serde_json::to_string(&token.exposed()).expect("JSON"));
        let wire = serde_json::from_str(&body).ok().filter(|_| format == "azure-imds");
        Self { adapter, body, status, decoded, stored, wire }
    }

    fn response(&self) -> Response<'_> {
        response(&self.body, self.status)
    }

    fn token(&self) -> Option<&Token> {
        token_of(&self.decoded)
    }

    fn error_response(&self) -> Option<&ErrorResponse> {
        match &self.decoded.outcome {
            Outcome::ErrorResponse(error_response) => Some(error_response),
            Outcome::Token(_) => None,
        }
    }

    fn scopes(&self) -> Option<Scopes<'_>> {
        self.token().and_then(Token::scopes)
    }
}

fn response(body: &str, status: u16) -> Response<'_> {
    let limits = Limits::default().with_tokens(usize::MAX).with_scopes(usize::MAX);
    Response::new(body.as_bytes(), AT).with_status(status).with_limits(limits)
}

fn token_of(decoded: &Decoded) -> Option<&Token> {
    match &decoded.outcome {
        Outcome::Token(token) => Some(token),
        Outcome::ErrorResponse(_) => None,
    }
}

/// Calls a method of a response, if it applies. The returned number only keeps the call from being optimized away.
type Method = (&'static str, fn(&Subject) -> Option<usize>);

const METHODS: [Method; 26] = [
    ("decode", |s| Some(anytoken::decode(s.response()).map_or(0, |decoded| decoded.notes.len()))),
    ("decode_as", |s| {
        Some(anytoken::decode_as(s.adapter.id(), s.response()).map_or(0, |decoded| decoded.notes.len()))
    }),
    ("clone", |s| Some(s.token()?.clone().extras().is_empty().into())),
    ("==", |s| Some((s.token()? == s.token()?).into())),
    ("Debug of what was decoded", |s| Some(printed(&s.decoded))),
    ("refreshed_with", |s| {
        Some(s.token()?.clone().refreshed_with(s.token()?.clone()).extras().is_empty().into())
    }),
    ("encode in its format", |s| {
        Some(s.adapter.encode(s.token()?, AT).map_or(0, |encoded| encoded.body.len()))
    }),
    ("encode in another format", |s| {
        Some(
            registry()
                .get("affinidi-consumer-auth")?
                .encode(s.token()?, AT)
                .map_or(0, |encoded| encoded.body.len()),
        )
    }),
    ("encode a form", |s| {
        Some(
            registry().get("facebook-legacy")?.encode(s.token()?, AT).map_or(0, |encoded| encoded.body.len()),
        )
    }),
    ("exposed", |s| Some(serde_json::to_string(&s.token()?.exposed()).map_or(0, |text| text.len()))),
    ("redacted", |s| Some(serde_json::to_string(&s.token()?.redacted()).map_or(0, |text| text.len()))),
    ("StoredToken", |s| Some(serde_json::from_str::<StoredToken>(s.stored.as_ref()?).is_ok().into())),
    ("Scopes::iter", |s| Some(s.scopes()?.iter().count())),
    ("Scopes::contains", |s| Some(s.scopes()?.contains("example").into())),
    ("Scopes::is_empty", |s| Some(s.scopes()?.is_empty().into())),
    ("== of scopes", |s| Some((s.scopes()? == s.scopes()?).into())),
    ("Debug of scopes", |s| Some(printed(&s.scopes()?))),
    ("Extras::iter", |s| Some(s.token()?.extras().iter().map(|(name, _)| name.len()).sum())),
    ("Extras::len", |s| Some(s.token()?.extras().len())),
    ("Extras::get", |s| Some(s.token()?.extras().get("example").is_some().into())),
    ("Extras::get_all", |s| Some(s.token()?.extras().get_all("x").count())),
    ("Debug of extras", |s| Some(printed(&s.error_response()?.extras()))),
    ("TokenBuilder", |s| built(s.token()?)),
    ("a wire struct from JSON", |s| {
        Some(serde_json::from_str::<IdentityTokenResponse>(s.wire.as_ref().map(|_| &s.body)?).is_ok().into())
    }),
    ("a wire struct to JSON", |s| Some(serde_json::to_string(s.wire.as_ref()?).map_or(0, |text| text.len()))),
    ("a wire struct to a token", |s| {
        Some(s.wire.clone()?.decode(AT).map_or(0, |decoded| decoded.notes.len()))
    }),
];

/// Counts the printed bytes and discards them.
fn printed(value: &dyn std::fmt::Debug) -> usize {
    struct Count(usize);
    impl std::fmt::Write for Count {
        fn write_str(&mut self, text: &str) -> std::fmt::Result {
            self.0 += text.len();
            Ok(())
        }
    }
    let mut count = Count(0);
    write!(count, "{value:?}").expect("counting does not fail");
    count.0
}

fn built(token: &Token) -> Option<usize> {
    let json = RawValue::from_string("1".to_owned()).ok()?;
    let scopes: Vec<_> = token.scopes().into_iter().flat_map(Scopes::iter).collect();
    let mut builder = Token::builder("example").access_token("EXAMPLE").scopes(scopes);
    for (name, _) in token.extras().iter() {
        builder = builder.extra(name, &json);
    }
    Some(builder.build().ok()?.extras().len())
}

/// The one function whose instructions count.
#[inline(never)]
fn measured_method(method: fn(&Subject) -> Option<usize>, subject: &Subject) -> Option<usize> {
    black_box(method)(black_box(subject))
}

/// Every method with every response that it applies to, with a name for both.
fn measured(mut each: impl FnMut(&'static str, &'static str, fn(&Subject) -> Option<usize>, &Subject)) {
    for many in MANY {
        let subjects = COUNTS.map(|count| Subject::new(many, count));
        for (name, method) in METHODS {
            // This call makes the tables that are made once.
            if subjects.iter().all(|subject| method(subject).is_some()) {
                subjects.iter().for_each(|subject| each(many.0, name, method, subject));
            }
        }
    }
}

/// The constant part of a call: allocations, a table.
const SLACK: u64 = 5_000;

#[test]
fn every_method_is_linear_in_the_number_of_items() {
    let mut names = Vec::new();
    measured(|many, name, _, _| names.push((many, name)));
    for (method, _) in METHODS {
        assert!(names.iter().any(|(_, tried)| *tried == method), "{method} is not tried");
    }
    if !can_count() {
        println!("valgrind is not here: no instructions are counted");
        return;
    }
    let words = ["--exact", "twice::served_to_callgrind", "--ignored", "--test-threads=1"].map(str::to_owned);
    let work = under_callgrind("measured_method", &words, &["--dump-after=*measured_method*"]);
    // Callgrind writes one more profile at the end.
    assert!([names.len(), names.len() + 1].contains(&work.len()), "{} calls of {}", work.len(), names.len());
    let mut failed = Vec::new();
    for ((many, name), work) in names.iter().step_by(2).zip(work.chunks(2)) {
        let &[less, more] = work else { panic!("a call for each number") };
        assert!(more > 0, "{many}, {name} is counted");
        if 10 * more > 21 * less + SLACK {
            failed.push(format!("{name}: {less}, then {more} for twice the {many}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
#[ignore = "what callgrind counts"]
fn served_to_callgrind() {
    measured(|_, _, method, subject| {
        black_box(measured_method(method, subject));
    });
}
