//! Conversion of XML to JSON, event by event.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use std::borrow::Cow;

use super::source_map::SourceMap;
use crate::error::{Error, ErrorKind, Result};
use crate::json;
use crate::secret::SecretBuf;
use crate::span::Span;

/// The name of the member that holds a bare text body, or the text of an XML element.
pub(crate) const TEXT: &str = "#text";

/// A document that has been converted.
pub(crate) struct Converted {
    /// The JSON object.
    pub(crate) object: SecretBuf,
    pub(crate) source_map: SourceMap,
    /// True if the root element is that of SOAP.
    pub(crate) is_soap: bool,
    /// True if the root element is named for an error.
    pub(crate) is_fault: bool,
}

/// Converts the document at a span of a text to a JSON object of the members of the root element.
///
/// An element becomes an object of its attributes, its elements and its text (`#text`), or its text alone if there is
/// nothing else; elements of one name that follow each other are an array. The text of the root element is a member of its
/// name. Namespaces are left out, and whitespace from the ends of text. Only the five predefined entities are
/// resolved, and a document type with declarations is an error.
pub(crate) fn to_json(text: &str, span: Span, levels: u32) -> Result<Converted> {
    let repeats = if may_repeat(span.of(text)) { repeats(span.of(text)) } else { Vec::new() };
    let mut reader = Reader::from_str(span.of(text));
    let mut writer = Writer::new(span.of(text), levels, &repeats);
    loop {
        let read = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        writer.source = span.start().saturating_add(read);
        let invalid = Error::new(ErrorKind::Xml).with_offset(writer.source);
        let event = reader.read_event().map_err(|_| invalid.clone())?;
        if matches!(event, Event::Eof) {
            let complete = writer.open.is_empty() && writer.roots == 1;
            let Writer { object, source_map, root, .. } = writer;
            let root = root.expose();
            let is_fault = ["fault", "error"].iter().any(|name| root.eq_ignore_ascii_case(name));
            let converted = Converted { object, source_map, is_soap: root == "Envelope", is_fault };
            return if complete { Ok(converted) } else { Err(invalid) };
        }
        writer.event(event).map_err(|kind| invalid.with_kind(kind))?;
    }
}

/// Returns false for nearly all documents in which no element follows another of its name: those in which no tag follows
/// another of its name, whether that begins or ends an element.
fn may_repeat(document: &str) -> bool {
    let mut last = "";
    let mut tags = memchr::memchr_iter(b'<', document.as_bytes());
    tags.any(|start| {
        let tag = document.get(start.saturating_add(1)..).unwrap_or_default();
        let is_start = !tag.starts_with('/');
        let before = std::mem::replace(&mut last, tag_name(tag.strip_prefix('/').unwrap_or(tag)));
        // Comments and sections may hold tags.
        is_start && last == before || tag.starts_with('!')
    })
}

/// Returns the local name at the start of a tag.
fn tag_name(tag: &str) -> &str {
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
    let end = tag.bytes().position(|byte| is_end(&byte)).unwrap_or(tag.len());
    let name = tag.get(..end).unwrap_or_default();
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Returns for each element in the order of their tags true if the next element beside it has its name.
fn repeats(document: &str) -> Vec<bool> {
    let mut repeats = Vec::new();
    // The name and the index of the last element at each level.
    let mut last: Vec<Option<(&str, usize)>> = vec![None];
    let mut reader = Reader::from_str(document);
    loop {
        let start = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let is_empty = match reader.read_event() {
            Ok(Event::Start(_)) => false,
            Ok(Event::Empty(_)) => true,
            Ok(Event::End(_)) => {
                last.pop();
                continue;
            }
            // The conversion ends at declarations, and what follows them may be theirs.
            Ok(Event::DocType(declarations)) if declarations.contains('[') => return repeats,
            Ok(Event::Eof) | Err(_) => return repeats,
            Ok(_) => continue,
        };
        let name = tag_name(document.get(start.saturating_add(1)..).unwrap_or_default());
        if let Some(before) = last.last_mut().and_then(|last| last.replace((name, repeats.len())))
            && before.0 == name
            && let Some(repeats) = repeats.get_mut(before.1)
        {
            *repeats = true;
        }
        repeats.push(false);
        if !is_empty {
            last.push(None);
        }
    }
}

/// The conversion of one document.
struct Writer<'a> {
    object: SecretBuf,
    source_map: SourceMap,
    /// The open elements, the innermost last.
    open: Vec<Open<'a>>,
    /// The texts of open elements that come in pieces, that of the innermost element last.
    texts: SecretBuf,
    /// The number of root elements; a document has one.
    roots: usize,
    /// The name of the root element.
    root: SecretBuf,
    /// The elements that are not begun: true if the next one beside it has its name.
    repeats: std::slice::Iter<'a, bool>,
    levels: u32,
    /// The length of the document in bytes.
    size: usize,
    /// The offset of the event in the text.
    source: usize,
}

/// An open element.
#[derive(Default)]
struct Open<'a> {
    /// The number of members; `None` while it may be text alone.
    members: Option<usize>,
    /// Its text, while that is in one piece.
    text: &'a str,
    /// The offset of its text in `texts`, if that is in pieces.
    pieces: Option<usize>,
    /// True if the next element beside it has its name.
    repeats: bool,
    /// True if it follows an element of its name.
    follows: bool,
    /// True if the last element in it is in an array that goes on.
    lists: bool,
}

impl<'a> Writer<'a> {
    fn new(document: &str, levels: u32, repeats: &'a [bool]) -> Self {
        // JSON is longer than XML by escapes, and by quotes, colons, commas and brackets of tags and attributes.
        let more = document.bytes().map(|byte| match byte {
            b'<' => 3,
            b'=' => 2,
            b'"' | b'\\' | b'\n' | b'\r' | b'\t' => 1,
            _ => 0_usize,
        });
        let size = document.len();
        Self {
            object: SecretBuf::with_capacity(more.fold(size, usize::saturating_add)),
            source_map: SourceMap::default(),
            open: Vec::new(),
            texts: SecretBuf::default(),
            roots: 0,
            root: SecretBuf::default(),
            repeats: repeats.iter(),
            levels,
            size,
            source: 0,
        }
    }

    /// Writes what an event adds to the object.
    fn event(&mut self, event: Event<'a>) -> Result<(), ErrorKind> {
        match event {
            Event::Start(element) => self.start(&element),
            Event::Empty(element) => {
                self.start(&element)?;
                self.end();
                Ok(())
            }
            Event::End(_) => {
                self.end();
                Ok(())
            }
            Event::Text(text) => self.text(text.into_inner()),
            Event::CData(text) => self.text(text.into_inner()),
            Event::GeneralRef(entity) => {
                let c = character(&entity)?;
                self.piece(c.encode_utf8(&mut [0; 4])).ok_or(ErrorKind::Xml)
            }
            Event::DocType(declarations) if declarations.contains('[') => Err(ErrorKind::Xml),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) | Event::Eof => Ok(()),
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), ErrorKind> {
        if u32::try_from(self.open.len()).unwrap_or(u32::MAX) >= self.levels {
            return Err(ErrorKind::Limit);
        }
        if self.open.is_empty() {
            if element.local_name().as_ref() == "html" {
                return Err(ErrorKind::Html);
            }
            self.roots = self.roots.saturating_add(1);
            self.root = SecretBuf::from(element.local_name().as_ref());
            self.object.push("{");
            self.repeats.next();
            self.open.push(Open { members: Some(0), ..Open::default() });
        } else {
            let repeats = self.repeats.next().is_some_and(|repeats| *repeats);
            let follows =
                self.open.last_mut().is_some_and(|outer| std::mem::replace(&mut outer.lists, repeats));
            self.member();
            self.source_map.add(self.object.len(), self.source);
            if !follows {
                self.string(element.local_name().as_ref());
                self.object.push(if repeats { ":[" } else { ":" });
            }
            self.open.push(Open { repeats, follows, ..Open::default() });
        }
        for attribute in element.attributes() {
            let attribute = attribute.map_err(|_| ErrorKind::Xml)?;
            // Prefixes are left off, and so is what they stand for.
            if attribute.key.as_namespace_binding().is_some() {
                continue;
            }
            self.member();
            self.object.push("\"");
            json::escape(attribute.key.local_name().as_ref(), &mut |piece| self.object.put(piece));
            self.object.push("\":\"");
            self.attribute(&attribute.value)?;
            self.object.push("\"");
        }
        Ok(())
    }

    /// Writes the value of an attribute with its references resolved.
    fn attribute(&mut self, raw: &str) -> Result<(), ErrorKind> {
        let mut rest = raw;
        while let Some((before, tail)) = rest.split_once('&') {
            let (entity, tail) = tail.split_once(';').ok_or(ErrorKind::Xml)?;
            json::escape(before, &mut |piece| self.object.put(piece));
            let c = character(&BytesRef::new(entity))?;
            json::escape(c.encode_utf8(&mut [0; 4]), &mut |piece| self.object.put(piece));
            rest = tail;
        }
        json::escape(rest, &mut |piece| self.object.put(piece));
        Ok(())
    }

    /// Starts a further member of the innermost element, which becomes an object.
    fn member(&mut self) {
        let Some(open) = self.open.last_mut() else { return };
        match open.members {
            Some(0) => {}
            Some(_) => self.object.put(","),
            None => self.object.put("{"),
        }
        open.members = Some(open.members.unwrap_or(0).saturating_add(1));
    }

    /// Adds text to the innermost element; outside the root element only whitespace is valid.
    fn text(&mut self, text: Cow<'a, str>) -> Result<(), ErrorKind> {
        // XML does not allow control characters.
        if text.bytes().any(|byte| byte < b' ' && !byte.is_ascii_whitespace()) {
            return Err(ErrorKind::Xml);
        }
        match (self.open.last_mut(), text) {
            (Some(open), Cow::Borrowed(text)) if open.text.is_empty() && open.pieces.is_none() => {
                open.text = text
            }
            (Some(_), text) => drop(self.piece(&text)),
            (None, text) if text.trim_ascii().is_empty() => {}
            (None, _) => return Err(ErrorKind::Xml),
        }
        Ok(())
    }

    /// Adds a piece to the text of the innermost element; `None` outside the root element.
    fn piece(&mut self, piece: &str) -> Option<()> {
        let open = self.open.last_mut()?;
        if self.texts.room() < open.text.len().saturating_add(piece.len()) {
            // All open text is shorter than the document, so this grows once.
            let mut larger = SecretBuf::with_capacity(self.size.max(self.texts.len()));
            larger.put(self.texts.expose());
            self.texts = larger;
        }
        if open.pieces.is_none() {
            open.pieces = Some(self.texts.len());
            self.texts.put(std::mem::take(&mut open.text));
        }
        self.texts.put(piece);
        Some(())
    }

    fn end(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let texts = std::mem::take(&mut self.texts);
        let start = open.pieces.unwrap_or(texts.len());
        let text = match open.pieces {
            Some(_) => Span::new(start, texts.len()).of(texts.expose()),
            None => open.text,
        };
        let text = text.trim_ascii();
        if let Some(members) = open.members {
            if !text.is_empty() {
                self.object.put(if members > 0 { "," } else { "" });
                let name = if self.open.is_empty() { self.root.expose() } else { TEXT };
                json::quote(name, &mut |piece| self.object.put(piece));
                self.object.put(":");
                self.string(text);
            }
            self.object.put("}");
        } else {
            self.string(text);
        }
        if open.follows && !open.repeats {
            self.object.put("]");
        }
        self.texts = texts;
        self.texts.truncate(start);
    }

    fn string(&mut self, text: &str) {
        json::quote(text, &mut |piece| self.object.put(piece));
    }
}

/// Returns the character of a predefined entity or of a character reference.
fn character(entity: &BytesRef<'_>) -> Result<char, ErrorKind> {
    let c = match entity.resolve_char_ref() {
        Ok(Some(c)) => Some(c),
        Ok(None) => resolve_predefined_entity(entity).and_then(|text| text.chars().next()),
        Err(_) => None,
    };
    c.filter(|c| *c >= ' ' || c.is_ascii_whitespace()).ok_or(ErrorKind::Xml)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(xml: &str) -> Result<String, ErrorKind> {
        let converted = to_json(xml, Span::new(0, xml.len()), 4).map_err(|error| error.kind())?;
        Ok(converted.object.expose().to_owned())
    }

    #[test]
    fn no_repeat_is_missed() {
        for document in [
            "<r><a/><a/></r>",
            "<r><a>1</a> <a k='>'>2</a></r>",
            "<r><n:a><b/></n:a><a/></r>",
            "<r><a/><!-- <b> --><a/></r>",
            "<r><a/><![CDATA[<b>]]><a/></r>",
            "<r><a\n/><a\n/></r>",
        ] {
            assert!(may_repeat(document) && repeats(document).contains(&true), "{document}");
        }
        assert!(!may_repeat("<?xml version='1.0'?><r a='1'><b>2</b><c/><b/></r>"));
    }

    #[test]
    fn elements_attributes_and_text_are_members() {
        for (xml, object) in [
            ("<r><a>1</a><b/><a> 2 </a></r>", r#"{"a":"1","b":"","a":"2"}"#),
            (
                "<r><a>1</a> <n:a k='v'/><a><b/><b/></a><c/></r>",
                r#"{"a":["1",{"k":"v"},{"b":["",""]}],"c":""}"#,
            ),
            ("<?xml version='1.0'?>\n<!-- c -->\n<s:r xmlns:s='u' x='&lt;&#65;\"'/>\n", r#"{"x":"<A\""}"#),
            ("<r>\n <a k='v'>t</a> <b><c>x</c></b>\n</r>", r##"{"a":{"k":"v","#text":"t"},"b":{"c":"x"}}"##),
            ("<r><a>a &amp; b&lt; <![CDATA[<c> ]]></a></r>", r#"{"a":"a & b< <c>"}"#),
            ("<s:token xmlns='u'>text</s:token>", r#"{"token":"text"}"#),
        ] {
            assert_eq!(json(xml).as_deref(), Ok(object), "{xml}");
        }
    }

    #[test]
    fn invalid_documents_are_errors() {
        for xml in [
            "<r>",
            "<r/><r/>",
            "<r></s>",
            "x<r/>",
            "<r/>x",
            "<r>&e;</r>",
            "<r>&#0;</r>",
            "<r>\u{1}</r>",
            "<r a='&e;'/>",
            "<!DOCTYPE r [<!ENTITY e 'x'>]><r>&e;</r>",
            "<r a=1/>",
            "<r a='&'/>",
        ] {
            assert_eq!(json(xml), Err(ErrorKind::Xml), "{xml}");
        }
        assert_eq!(json("<a><b><c><d><e/></d></c></b></a>"), Err(ErrorKind::Limit));
        assert_eq!(json("<!DOCTYPE html><html/>"), Err(ErrorKind::Html));
    }
}
