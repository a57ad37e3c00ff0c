//! Bodies of every encoding and every outcome, with the marker in every place of a secret.

use anytoken::ErrorKind;
use anytoken::dialect::{Dialect, Evidence, Place, Wire};
use anytoken_tests::json::quoted;

use crate::watching::MARKER;

/// A body, and the adapter that it is meant for.
pub(crate) struct Body {
    pub(crate) what: &'static str,
    pub(crate) dialect: &'static Dialect,
    pub(crate) bytes: Vec<u8>,
    /// The kind of the decode error; `None` if the body decodes.
    pub(crate) kind: Option<ErrorKind>,
}

/// An adapter whose fields are in a JSON string.
static FOLDED: Dialect =
    Dialect::like(&Dialect::OAUTH2, "folded", Evidence::Documented).json_string("result").envelope("result");
static FORM: Dialect = Dialect::like(&Dialect::OAUTH2, "form", Evidence::Documented).wire(Wire::Form);
static LIST: Dialect = Dialect::like(&Dialect::OAUTH2, "list", Evidence::Documented).envelope("tokens/*");
static PLAIN: Dialect = Dialect::OAUTH2;
/// An adapter with a second token beside the first.
static BESIDE: Dialect = Dialect::like(&Dialect::OAUTH2, "beside", Evidence::Documented)
    .related(&[Place::like(&Dialect::OAUTH2).envelope("user")]);

/// Returns all bodies, each with and without a byte order mark.
pub(crate) fn bodies() -> Vec<Body> {
    let all: Vec<_> = understood().into_iter().chain(not_understood()).collect();
    let marked = all
        .iter()
        .filter(|body| std::str::from_utf8(&body.bytes).is_ok())
        .map(|body| Body { bytes: ["\u{FEFF}".as_bytes(), &body.bytes].concat(), ..*body });
    let marked: Vec<_> = marked.collect();
    all.into_iter().chain(marked).collect()
}

fn json() -> String {
    format!(
        "{{\"access_token\":\"{MARKER}\",\"refresh_token\":\"{MARKER}\",\"id_token\":\"{MARKER}\",\
         \"token_type\":\"Bearer\",\"expires_in\":\"3600\",\"x\":\"{MARKER}\",\"y\":{{\"z\":[\"{MARKER}\"]}}}}"
    )
}

/// Escapes every character of the marker by `escape`.
fn escaped(text: &str, escape: impl Fn(u8) -> String) -> String {
    let marker: String = MARKER.bytes().map(escape).collect();
    text.replace(MARKER, &marker)
}

fn understood() -> Vec<Body> {
    let json = json();
    let by_four = |byte| format!("\\u{byte:04X}");
    let some = json.replace('Z', "\\u005a").replace('x', "\\u0078");
    let folded = format!("{{\"result\":{}}}", quoted(&json));
    let form = format!("access_token={MARKER}&refresh_token={MARKER}%20&x={MARKER}%22&expires_in=3600");
    let xml = format!(
        "<?xml version=\"1.0\"?><o a=\"{MARKER}&amp;\"><access_token>{MARKER}&amp;{MARKER}</access_token>\
         <x><![CDATA[{MARKER}]]></x>{MARKER}</o>"
    );
    let body = |what, dialect, text: String| Body { what, dialect, bytes: text.into(), kind: None };
    vec![
        body("JSON", &PLAIN, json.clone()),
        body("JSON written as a form", &FORM, json.clone()),
        body("JSON with escapes", &PLAIN, some.clone()),
        body("JSON of nothing but escapes", &PLAIN, escaped(&json, by_four)),
        body("a folded body", &FOLDED, folded.clone()),
        body("a folded body, escaped", &FOLDED, folded.replace('q', "\\u0071")),
        body("a list", &LIST, format!("{{\"tokens\":[{json},{some}]}}")),
        body("a token within another", &BESIDE, format!("{{\"user\":{json},{}", &json[1..])),
        body("two tokens of nothing but escapes", &BESIDE, {
            let json = escaped(&json, by_four);
            format!("{{\"user\":{json},{}", &json[1..])
        }),
        body("a token only within", &BESIDE, format!("{{\"user\":{some},\"x\":\"{MARKER}\"}}")),
        body("a form", &FORM, form.clone()),
        body("a form read as JSON's format", &PLAIN, form.clone()),
        body("a form with escapes", &FORM, form.replace('q', "%71")),
        body("a form of nothing but escapes", &FORM, escaped(&form, |byte| format!("%{byte:02x}"))),
        body("XML", &PLAIN, xml.clone()),
        body("XML with entities", &PLAIN, xml.replace('q', "&#113;")),
        body("XML of nothing but entities", &PLAIN, {
            let xml = xml.replace(&format!("<![CDATA[{MARKER}]]>"), MARKER);
            escaped(&xml, |byte| format!("&#x{byte:x};"))
        }),
        body(
            "an error response",
            &PLAIN,
            format!(
                "{{\"error\":\"invalid_grant\",\"error_description\":\"{MARKER}\\n{MARKER}\",\"x\":\"{MARKER}\"}}"
            ),
        ),
        body(
            "an error response beside a token",
            &PLAIN,
            format!("{{\"error\":\"invalid_grant\",{}", &json[1..]),
        ),
        body("a call", &PLAIN, format!("callback({json});")),
    ]
}

fn not_understood() -> Vec<Body> {
    use ErrorKind::{
        Ambiguous, Compressed, Duplicate, Empty, Form, Html, Invalid, Limit, Missing, NotUtf8, Shape, Syntax,
        Text, Xml,
    };
    let json = json();
    let with = |member: &str| format!("{{\"access_token\":\"{MARKER}\",{member}}}");
    let body = |what, kind, bytes: Vec<u8>| Body { what, dialect: &PLAIN, bytes, kind: Some(kind) };
    let text = |what, kind, text: String| body(what, kind, text.into());
    vec![
        text("nothing", Empty, " \n".repeat(9)),
        text("text", Text, format!("Bearer {MARKER}")),
        text("a JSON string", Shape, format!("\"{MARKER}\\u0020{MARKER}\"")),
        text("a page", Html, format!("<html>{MARKER}</html>")),
        text("broken XML", Xml, format!("<o><access_token a=\"{MARKER}\">{MARKER}</access_token><b>")),
        text(
            "XML with an unknown entity",
            Xml,
            format!("<o><access_token a=\"{MARKER}\">{MARKER}&{MARKER};</access_token></o>"),
        ),
        text(
            "XML with a broken attribute",
            Xml,
            format!("<o><access_token a=\"{MARKER}\" a=\"{MARKER}\">{MARKER}</access_token></o>"),
        ),
        text(
            "XML with declarations",
            Xml,
            format!("<!DOCTYPE o [<!ENTITY e \"{MARKER}\">]><o><access_token>&e;</access_token></o>"),
        ),
        text("a broken escape in a form", NotUtf8, format!("access_token={MARKER}%FF{MARKER}")),
        body("bytes that are not UTF-8", NotUtf8, [json.as_bytes(), b"\xFF", MARKER.as_bytes()].concat()),
        body("UTF-16", NotUtf8, [b"\xFF\xFE", json.as_bytes()].concat()),
        body("compressed", Compressed, [b"\x1F\x8B\x08\0", json.as_bytes()].concat()),
        text("a broken body", Syntax, json[..json.len() - 1].to_owned()),
        text("a body that goes on", Syntax, format!("{json}{json}")),
        text("a form with a control character", Form, format!("access_token={MARKER}\u{1}{MARKER}")),
        text("an array", Shape, format!("[\"{MARKER}\",3600]")),
        text("no token", Missing, format!("{{\"x\":\"{MARKER}\",\"\\u0078\":\"{MARKER}\"}}")),
        text("a member twice", Duplicate, with(&format!("\"access_token\":\"{MARKER}\""))),
        text("a wrong time", Invalid, with(&format!("\"expires_in\":\"{MARKER}\""))),
        text(
            "a wrong time with escapes",
            Invalid,
            with(&format!("\"expires_in\":\"\\u005a{}\"", &MARKER[1..])),
        ),
        text(
            "a token with a control character",
            Invalid,
            with(&format!("\"refresh_token\":\"{MARKER}\\r\\n\"")),
        ),
        text("a token that is not a string", Invalid, with(&format!("\"refresh_token\":[\"{MARKER}\"]"))),
        text("a lone surrogate", Invalid, with(&format!("\"refresh_token\":\"{MARKER}\\ud800\""))),
        text("two tokens", Ambiguous, with("\"accessToken\":\"EXAMPLE\"")),
        text("two tokens with escapes", Ambiguous, with(&format!("\"accessToken\":\"\\u0041{MARKER}\""))),
        text("too deep", Limit, with(&format!("\"x\":{}", "[".repeat(200)))),
        text("a number that is too long", Limit, with(&format!("\"expires_in\":{}", "1".repeat(33)))),
        text("too many scopes", Limit, with(&format!("\"scope\":\"{}\"", "a ".repeat(1025)))),
        text("too large", Limit, format!("{json}{}", " ".repeat(1 << 20))),
        text("a lone surrogate in a name", Syntax, with(&format!("\"{MARKER}\\ud800\":1"))),
    ]
}
