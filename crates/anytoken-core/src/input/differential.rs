//! Differential tests of the conversions of forms and XML against other readers, and of the members that they yield
//! against the scanner.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::object::Object;
use super::{form, xml};
use crate::json::{Member, Tree, differential::each_corrupted, quote};
use crate::span::Span;

fn all(text: &str) -> Span {
    Span::new(0, text.len())
}

/// Asserts that the members of an object are those that the scanner finds in its text, and returns the text.
fn checked(object: &Object) -> &str {
    let text = object.text.expose();
    let scanned = Tree::split(text, all(text), 128).map(|(tree, _)| tree);
    let members = |tree: &Tree| tree.members().iter().map(|node| node.member).collect::<Vec<Member>>();
    let converted: Vec<Member> = object.nodes.iter().map(|node| node.member).collect();
    assert_eq!(Some(converted), scanned.ok().as_ref().map(members), "{text}");
    text
}

const FORMS: [&str; 6] = [
    "access_token=EXAMPLE-ACCESS&expires_in=3600&scope=a%2Cb+c&token_type=bearer",
    "a=b+c%20d%2B&&e&=%22%0A&%E2%82%AC=%zz%4",
    "long=0123456789012345678901234567890123456789012345678901234567890123456789&x=%F0%9F%98%80\u{e9}",
    "a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9&j=10&k=11&l=12&m=13&n=14&o=15&p=16&q=17&r=18",
    "a=%00%1F%7F%5C/&b=\"\\",
    "%61=%C3%A9%E2%82%AC%C3%A9&b=c=d==",
];

const SIGNS: [&str; 24] = [
    "&",
    "=",
    "%",
    "+",
    "%2",
    "%20",
    "%C3",
    "%A9",
    "%e2%82",
    "%ED%A0%80",
    "%00",
    "%22",
    "\"",
    "\\",
    "\n",
    "\u{7f}",
    " ",
    "\u{e9}",
    "\u{1f600}",
    "x",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "a=",
    "=b",
    "&&",
];

/// Compares with `form_urlencoded`, where that replaces nothing and there are no control characters.
#[test]
fn forms_are_those_of_form_urlencoded() {
    let mut accepted = 0_usize;
    each_corrupted(&FORMS, &SIGNS, 20, |text| {
        let sent = text.trim_ascii_end();
        let theirs = form_urlencoded::parse(sent.as_bytes()).into_owned();
        let theirs: Vec<(String, String)> = theirs.collect();
        let is_replaced =
            |pair: &(String, String)| [&pair.0, &pair.1].iter().any(|part| part.contains('\u{FFFD}'));
        let invalid = theirs.iter().any(is_replaced) || sent.bytes().any(|byte| byte < b' ');
        let ours = form::to_json(text, all(text)).ok();
        assert_eq!(ours.is_none(), invalid, "{text:?}");
        let Some(ours) = ours else { return };
        accepted = accepted.saturating_add(1);
        let json = checked(&ours);
        let plain = |span: Span| serde_json::from_str::<String>(span.of(json)).unwrap_or_default();
        let pairs =
            ours.nodes.iter().map(|node| (plain(node.member.name.outside()), plain(node.member.value)));
        assert_eq!(pairs.collect::<Vec<_>>(), theirs, "{text:?}");
    });
    assert!(accepted > 1000, "{accepted}");
}

const DOCUMENTS: [&str; 9] = [
    "<?xml version='1.0'?>\n<OAuth>\n  <access_token>EXAMPLE</access_token>\n  <scope>a,b</scope>\n</OAuth>\n",
    "<r><a>1</a> <n:a k='v'/><a><b/><b/></a><c/></r>",
    "<!DOCTYPE r><s:r xmlns:s='u' x='&lt;&#65;\"' y=\"'>'\"/>",
    "<r>\n <a k='v'>t</a> <b><c>x</c></b>u<c/>v\n</r>",
    "<r><a>a &amp; b&lt; <![CDATA[<c> ]]></a><!-- <a> --><?p <a>?></r>",
    "<r><a><b><b>1</b><b>2</b></b><b/></a><a><b/></a>\u{e9}</r>",
    "<E:Envelope><E:Body><E:Fault><faultstring>no \"\\</faultstring></E:Fault></E:Body></E:Envelope>",
    "<r><a><a><a><a><a><a><a><a><a/><a/></a><a/></a><a/></a><a/></a><a/></a><a/></a><a/></a><a/></a><a/></r>",
    "<r><a>1</a><a>2</a><a>3</a><b>4</b><a>5</a><a>6</a></r>",
];

const TAGS: [&str; 40] = [
    "<",
    ">",
    "/",
    "=",
    "'",
    "\"",
    "&",
    ";",
    "<a>",
    "</a>",
    "<a/>",
    "<b>",
    "</b>",
    "<b k='1'>",
    " k=\"2\"",
    " k = '3'",
    " xmlns='u'",
    "&lt;",
    "&#65;",
    "&#x41;",
    "&#0;",
    "&#xD800;",
    "&e;",
    "<!-- x -->",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE r>",
    "<!doctype r [",
    "<?p?>",
    "?>",
    "<?",
    " ",
    "\n",
    "\u{1}",
    "\u{c}",
    "\u{e9}",
    "text",
    ":",
];

/// Compares with the events of `quick-xml`, which accepts an element without a name.
#[test]
fn documents_are_those_of_quick_xml() {
    let mut accepted = 0_usize;
    each_corrupted(&DOCUMENTS, &TAGS, 20, |text| {
        let ours = xml::to_json(text, all(text), 16).ok();
        let theirs = reference(text);
        assert_eq!(ours.is_some(), theirs.is_some(), "{text:?}");
        let (Some(ours), Some(theirs)) = (ours, theirs) else { return };
        accepted = accepted.saturating_add(1);
        assert_eq!(checked(&ours.object), theirs, "{text:?}");
    });
    assert!(accepted > 1000, "{accepted}");
}

/// An element of the plain conversion, which builds a tree first.
#[derive(Default)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    elements: Vec<Element>,
    text: String,
}

impl Element {
    fn of(start: &BytesStart<'_>) -> Option<Self> {
        if start.name().as_ref().is_empty() {
            return None;
        }
        let mut element = Self { name: start.local_name().as_ref().to_owned(), ..Self::default() };
        for attribute in start.attributes() {
            let attribute = attribute.ok()?;
            if attribute.key.as_namespace_binding().is_none() {
                let mut value = String::new();
                for (index, piece) in attribute.value.split('&').enumerate() {
                    let plain = match index {
                        0 => piece,
                        _ => {
                            let (entity, plain) = piece.split_once(';')?;
                            value.push(character(&BytesRef::new(entity))?);
                            plain
                        }
                    };
                    value.push_str(plain);
                }
                element.attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
            }
        }
        Some(element)
    }

    /// Returns its members, its text under a name.
    fn object(&self, text_name: &str) -> String {
        let member = |name: &str, value: String| format!("{}:{value}", string(name));
        let mut members: Vec<_> =
            self.attributes.iter().map(|(name, value)| member(name, string(value))).collect();
        for same in self.elements.chunk_by(|a, b| a.name == b.name) {
            let values: Vec<_> = same.iter().map(Self::value).collect();
            let name = same.first().map_or("", |element| &element.name);
            members.push(member(
                name,
                if let [one] = &*values { one.clone() } else { format!("[{}]", values.join(",")) },
            ));
        }
        let text = self.text.trim_ascii();
        members.extend((!text.is_empty()).then(|| member(text_name, string(text))));
        format!("{{{}}}", members.join(","))
    }

    fn value(&self) -> String {
        match (&*self.attributes, &*self.elements) {
            ([], []) => string(self.text.trim_ascii()),
            _ => self.object(xml::TEXT),
        }
    }
}

fn string(text: &str) -> String {
    let mut json = String::new();
    quote(text, &mut |piece| json.push_str(piece));
    json
}

fn character(entity: &BytesRef<'_>) -> Option<char> {
    let c = match entity.resolve_char_ref().ok()? {
        Some(c) => c,
        None => resolve_predefined_entity(entity)?.chars().next()?,
    };
    (c >= ' ' || c.is_ascii_whitespace()).then_some(c)
}

/// Converts a document by way of a tree.
fn reference(document: &str) -> Option<String> {
    let (mut open, mut root): (Vec<Element>, Option<Element>) = (vec![Element::default()], None);
    let mut reader = Reader::from_str(document);
    loop {
        let event = reader.read_event().ok()?;
        let text = match event {
            Event::Start(ref start) | Event::Empty(ref start) => {
                let is_root = open.len() == 1;
                if open.len() > 16 || is_root && (root.is_some() || start.local_name().as_ref() == "html") {
                    return None;
                }
                open.push(Element::of(start)?);
                String::new()
            }
            Event::Text(ref text) => text.to_string(),
            Event::CData(ref text) => text.to_string(),
            Event::GeneralRef(ref entity) if open.len() > 1 => character(entity)?.to_string(),
            Event::GeneralRef(_) => return None,
            Event::DocType(ref declarations) if declarations.contains('[') => return None,
            _ => String::new(),
        };
        let is_raw = !matches!(event, Event::GeneralRef(_));
        if is_raw && text.bytes().any(|byte| byte < b' ' && !byte.is_ascii_whitespace()) {
            return None;
        }
        open.last_mut()?.text.push_str(&text);
        if matches!(event, Event::End(_) | Event::Empty(_)) {
            let element = open.pop()?;
            match &mut *open {
                [_] => root = Some(element),
                [.., outer] => outer.elements.push(element),
                [] => return None,
            }
        }
        if matches!(event, Event::Eof) {
            let [outside] = &*open else { return None };
            let root = root.filter(|_| outside.text.trim_ascii().is_empty())?;
            let json = root.object(&root.name);
            return Tree::split(&json, all(&json), 16).is_ok().then_some(json);
        }
    }
}
