//! Conversion of XML to JSON in one pass.

use super::object::Object;
use crate::error::{Error, ErrorKind, JsonKind, Result};
use crate::json::{Member, Stops, StringForm, Xml, bytes};
use crate::secret::SecretBuf;
use crate::span::Span;

/// The name of the member that holds a bare text body, or the text of an XML element.
pub(crate) const TEXT: &str = "#text";

/// A document that has been converted.
pub(super) struct Converted {
    pub(super) object: Object,
    /// True if the root element is that of SOAP.
    pub(super) is_soap: bool,
    /// True if the root element is named for an error.
    pub(super) is_fault: bool,
}

/// Converts the document at a span of a text to a JSON object of the members of the root element.
///
/// An element becomes an object of its attributes, its elements and its text (`#text`), or its text alone if there is
/// nothing else; elements of one name that follow each other are an array. The text of the root element is a member of its
/// name. Namespaces are left out, and so are attributes of XML Schema's own, and whitespace from the ends of text. Only the five predefined entities are
/// resolved, and a document type with declarations is an error.
pub(super) fn to_json(text: &str, span: Span, levels: u32) -> Result<Converted> {
    let document = span.of(text);
    let mut reader = Reader::new(document, span.start(), levels);
    let at = |at| span.start().saturating_add(at);
    while let Some(first) = reader.byte(reader.at) {
        let start = reader.at;
        let read = match first {
            b'<' => reader.markup(),
            b'&' => reader.reference(),
            _ => reader.run(),
        };
        read.map_err(|kind| Error::new(kind).with_offset(at(start)))?;
    }
    let root = reader.root.filter(|_| reader.open.is_empty());
    let root = root.ok_or_else(|| Error::new(ErrorKind::Xml).with_offset(at(document.len())))?;
    let is_fault = ["fault", "error"].iter().any(|name| root.eq_ignore_ascii_case(name));
    Ok(Converted { object: reader.object.close(), is_soap: root == "Envelope", is_fault })
}

/// A document that is read, and what it has been converted to.
struct Reader<'d> {
    document: &'d str,
    /// The offset of the document in the source.
    source: usize,
    /// The offset of what is read next.
    at: usize,
    stops: Stops,
    object: Object,
    /// The open elements, the innermost last.
    open: Vec<Open<'d>>,
    /// The texts of open elements that come in pieces, that of the innermost element last.
    texts: SecretBuf,
    /// The local name of the root element.
    root: Option<&'d str>,
    /// The prefix of the attributes that speak of the schema of an element, such as its type.
    instance: Option<&'d str>,
    levels: u32,
}

/// The namespace of the attributes that speak of the schema of an element.
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// An open element.
#[derive(Default)]
struct Open<'d> {
    /// Its name with its prefix.
    name: &'d str,
    /// True once it is an object; before, it may be text alone.
    is_object: bool,
    has_members: bool,
    /// Its text, while that is in one piece.
    text: &'d str,
    /// True if that is [plain](Object::string).
    is_plain: bool,
    /// The offset of its text in `texts`, if that is in pieces.
    pieces: Option<usize>,
    /// The levels of objects and arrays in it.
    levels: u32,
    /// The last element in it.
    last: Option<Inner<'d>>,
}

/// The last element in an open one, whose array goes on as long as elements of its name follow.
struct Inner<'d> {
    name: &'d str,
    /// The member that it is; its value ends with what has been written.
    member: Member,
    is_array: bool,
    /// The levels of objects in it, of all elements if it is an array.
    levels: u32,
}

/// The error of what is not XML.
const INVALID: ErrorKind = ErrorKind::Xml;

impl<'d> Reader<'d> {
    fn new(document: &'d str, source: usize, levels: u32) -> Self {
        // JSON is longer than XML by escapes, and by quotes, colons, commas and brackets of tags and attributes.
        let growth = bytes::sum(document.as_bytes(), |byte| {
            let [is_tag, is_attribute, is_quote] =
                [byte == b'<', byte == b'=', (byte == b'"') | (byte == b'\\')];
            let is_break = (byte == b'\n') | (byte == b'\r') | (byte == b'\t');
            u8::from(is_tag | is_attribute) << 1 | u8::from(is_tag | is_quote | is_break)
        });
        Self {
            document,
            source,
            at: 0,
            stops: Stops::NONE,
            object: Object::new(document.len().saturating_add(growth), 8),
            open: Vec::new(),
            texts: SecretBuf::default(),
            root: None,
            instance: None,
            levels,
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.document.as_bytes().get(at).copied()
    }

    /// Returns the document from an offset on.
    fn from(&self, at: usize) -> &'d str {
        self.document.get(at..).unwrap_or_default()
    }

    /// Returns what is between two offsets.
    fn between(&self, start: usize, end: usize) -> &'d str {
        self.document.get(start..end).unwrap_or_default()
    }

    /// Returns the text from an offset to an end, which ends with `>`, and goes on behind that.
    fn up_to(&mut self, start: usize, end: &str) -> Result<&'d str, ErrorKind> {
        let rest = self.from(start);
        let mut ends = memchr::memchr_iter(b'>', rest.as_bytes()).map(|at| at.saturating_add(1));
        let inside = |at| rest.get(..at).and_then(|rest| rest.strip_suffix(end));
        let (at, inside) = ends.find_map(|at| Some((at, inside(at)?))).ok_or(INVALID)?;
        self.at = start.saturating_add(at);
        Ok(inside)
    }

    /// Reads a tag, a comment, a section, an instruction or a document type.
    fn markup(&mut self) -> Result<(), ErrorKind> {
        let inside = self.at.saturating_add(1);
        match self.byte(inside) {
            Some(b'/') => {
                let (tag, _) = self.tag(inside)?;
                let name = tag.get(1..).unwrap_or_default().trim_end_matches(is_blank);
                self.open.last().filter(|open| open.name == name).ok_or(INVALID)?;
                self.end()
            }
            Some(b'!') => self.declaration(),
            Some(b'?') => match self.up_to(inside, "?>")? {
                "" => Err(INVALID),
                _ => Ok(()),
            },
            _ => {
                let (tag, is_plain) = self.tag(inside)?;
                let content = tag.strip_suffix('/');
                self.start(content.unwrap_or(tag), is_plain, inside.saturating_sub(1))?;
                if content.is_some() { self.end() } else { Ok(()) }
            }
        }
    }

    /// Returns the inside of the tag that begins before an offset, and true if it is [plain](Object::string), and goes on
    /// behind it; its end is not in quotes.
    fn tag(&mut self, start: usize) -> Result<(&'d str, bool), ErrorKind> {
        let first = self.stops.next::<Xml>(self.document.as_bytes(), start);
        let (mut end, mut quote) = (first, None);
        loop {
            match (self.byte(end).ok_or(INVALID)?, quote) {
                (b'>', None) => break,
                (sign @ (b'"' | b'\''), None) => quote = Some(sign),
                (sign, Some(open)) if sign == open => quote = None,
                _ => {}
            }
            end = self.stops.next::<Xml>(self.document.as_bytes(), end.saturating_add(1));
        }
        self.at = end.saturating_add(1);
        Ok((self.between(start, end), end == first))
    }

    /// Reads a comment, a section or a document type.
    fn declaration(&mut self) -> Result<(), ErrorKind> {
        let rest = self.from(self.at);
        if rest.starts_with("<!--") {
            return self.up_to(self.at.saturating_add(4), "-->").map(drop);
        }
        if let Some(section) = rest.strip_prefix("<![CDATA[") {
            let start = self.document.len().saturating_sub(section.len());
            let text = self.up_to(start, "]]>")?;
            return self.text(text, false);
        }
        const DOCTYPE: &str = "<!DOCTYPE";
        if !rest.get(..DOCTYPE.len()).is_some_and(|start| start.eq_ignore_ascii_case(DOCTYPE)) {
            return Err(INVALID);
        }
        let start = self.at.saturating_add(DOCTYPE.len());
        let (content, _) = self.tag(start)?;
        if content.contains('[') || content.trim_matches(is_blank).is_empty() { Err(INVALID) } else { Ok(()) }
    }

    /// Begins an element, given the inside of its tag, plain or not, and the offset of the tag.
    fn start(&mut self, tag: &'d str, is_plain: bool, at: usize) -> Result<(), ErrorKind> {
        if u32::try_from(self.open.len()).unwrap_or(u32::MAX) >= self.levels {
            return Err(ErrorKind::Limit);
        }
        let name =
            tag.bytes().position(|byte| is_blank(byte.into())).and_then(|end| tag.get(..end)).unwrap_or(tag);
        let local = local_name(name);
        if name.is_empty() {
            return Err(INVALID);
        }
        if self.open.is_empty() {
            self.start_root(local)?;
        } else {
            self.start_inner(local, is_plain, self.source.saturating_add(at));
        }
        let is_object = self.open.is_empty();
        self.open.push(Open { name, is_object, ..Open::default() });
        self.attributes(tag.get(name.len()..).unwrap_or_default())
    }

    fn start_root(&mut self, name: &'d str) -> Result<(), ErrorKind> {
        match name {
            "html" => Err(ErrorKind::Html),
            _ if self.root.is_some() => Err(INVALID),
            _ => {
                self.root = Some(name);
                Ok(())
            }
        }
    }

    /// Begins the value of an element in another one.
    fn start_inner(&mut self, name: &'d str, is_plain: bool, source: usize) {
        if let Some(last) = self.open.last_mut().and_then(|outer| outer.last.as_mut())
            && last.name == name
        {
            if !last.is_array {
                // Nearly always, no element follows another of its name, so the array is known late. A byte is moved at
                // most once a level.
                self.object.insert(last.member.value.start(), "[");
                last.is_array = true;
            }
            self.object.text.put(",");
            self.object.source_map.add(self.object.text.len(), source);
        } else {
            let member = self.member(name, is_plain, Some(source));
            if let Some(outer) = self.open.last_mut() {
                outer.last = Some(Inner { name, member, is_array: false, levels: 0 });
            }
        }
    }

    /// Begins a further member of the innermost element, which becomes an object.
    fn member(&mut self, name: &str, is_plain: bool, source: Option<usize>) -> Member {
        self.end_inner();
        if let Some(open) = self.open.last_mut() {
            let start = match (open.is_object, open.has_members) {
                (false, _) => "{",
                (true, true) => ",",
                (true, false) => "",
            };
            self.object.text.put(start);
            (open.is_object, open.has_members) = (true, true);
        }
        let start = self.object.text.len();
        source.into_iter().for_each(|source| self.object.source_map.add(start, source));
        let form = self.object.string(name, is_plain);
        let name = Span::new(start, self.object.text.len()).inside();
        self.object.text.put(":");
        let value = Span::new(self.object.text.len(), 0);
        let name_escaped = form.is_escaped();
        Member { name, value, kind: JsonKind::String, name_escaped, form: StringForm::Plain }
    }

    /// Ends the last element in the innermost one: no other of its name follows.
    fn end_inner(&mut self) {
        let Some(mut last) = self.open.last_mut().and_then(|open| open.last.take()) else { return };
        if last.is_array {
            self.object.text.put("]");
            (last.member.kind, last.member.form) = (JsonKind::Array, StringForm::Plain);
        }
        if let Some(open) = self.open.last_mut() {
            open.levels = open.levels.max(last.levels.saturating_add(last.is_array.into()));
        }
        self.end_member(last.member);
    }

    /// Adds a member that ends here, if it is one of the root element.
    fn end_member(&mut self, member: Member) {
        if self.open.len() == 1 {
            let value = Span::new(member.value.start(), self.object.text.len());
            self.object.end_member(Member { value, ..member });
        }
    }

    /// Writes the attributes in a tag.
    fn attributes(&mut self, mut rest: &'d str) -> Result<(), ErrorKind> {
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start_matches(is_blank);
            // The first character of a name may be any.
            let mut characters = rest.char_indices().skip(1);
            if rest.is_empty() {
                break;
            }
            let end = characters.find(|(_, c)| is_blank(*c) || *c == '=').ok_or(INVALID)?.0;
            let (name, tail) = rest.split_at_checked(end).ok_or(INVALID)?;
            let tail = tail.trim_start_matches(is_blank).strip_prefix('=').ok_or(INVALID)?;
            let tail = tail.trim_start_matches(is_blank);
            let quote = tail.chars().next().filter(|c| matches!(c, '"' | '\'')).ok_or(INVALID)?;
            let (value, tail) = tail.get(1..).and_then(|tail| tail.split_once(quote)).ok_or(INVALID)?;
            rest = tail;
            if value == INSTANCE
                && let Some(prefix) = name.strip_prefix("xmlns:")
            {
                self.instance = Some(prefix);
            }
            attributes.push((name, value));
        }
        for (name, value) in &attributes {
            // Prefixes are left off, and so are what they stand for and the types that a schema gives to elements.
            let is_prefix = |prefix| prefix == "xmlns" || Some(prefix) == self.instance;
            if *name != "xmlns" && !name.split_once(':').is_some_and(|(prefix, _)| is_prefix(prefix)) {
                let mut member = self.member(local_name(name), false, None);
                member.form = self.attribute(value)?;
                self.end_member(member);
            }
        }
        attributes.sort_unstable();
        if attributes.windows(2).any(|pair| matches!(pair, [(a, _), (b, _)] if a == b)) {
            return Err(INVALID);
        }
        Ok(())
    }

    /// Writes the value of an attribute with its references resolved, and returns its form.
    fn attribute(&mut self, raw: &str) -> Result<StringForm, ErrorKind> {
        let start = self.texts.len();
        let mut rest = raw;
        while let Some((before, tail)) = rest.split_once('&') {
            let (entity, tail) = tail.split_once(';').ok_or(INVALID)?;
            self.put_text(before);
            self.put_text(character(entity)?.encode_utf8(&mut [0; 4]));
            rest = tail;
        }
        if rest.len() == raw.len() {
            return Ok(self.object.string(raw, false));
        }
        self.put_text(rest);
        let form = self.object.string(Span::new(start, self.texts.len()).of(self.texts.expose()), false);
        self.texts.truncate(start);
        Ok(form)
    }

    /// Reads text up to markup or a reference.
    fn run(&mut self) -> Result<(), ErrorKind> {
        let bytes = self.document.as_bytes();
        let is_first = self.open.last().is_none_or(|open| open.text.is_empty() && open.pieces.is_none());
        let mut start = self.at;
        // Fast path: most text is indentation, or begins and ends without a stop.
        while is_first && self.byte(start).is_some_and(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')) {
            start = start.saturating_add(1);
        }
        let first = self.stops.next::<Xml>(bytes, start);
        let mut end = first;
        while self.byte(end).is_some_and(|byte| byte != b'<' && byte != b'&') {
            end = self.stops.next::<Xml>(bytes, end.saturating_add(1));
        }
        self.at = end;
        match self.between(start, end) {
            "" => Ok(()),
            text => self.text(text, end == first),
        }
    }

    /// Adds text to the innermost element, plain or not; outside the root element only whitespace is valid.
    fn text(&mut self, text: &'d str, is_plain: bool) -> Result<(), ErrorKind> {
        // XML does not allow control characters.
        if !is_plain && text.bytes().any(|byte| byte < b' ' && !byte.is_ascii_whitespace()) {
            return Err(INVALID);
        }
        match self.open.last_mut() {
            Some(open) if open.text.is_empty() && open.pieces.is_none() => {
                (open.text, open.is_plain) = (text, is_plain);
            }
            Some(_) => drop(self.piece(text)),
            None if text.trim_ascii().is_empty() => {}
            None => return Err(INVALID),
        }
        Ok(())
    }

    /// Reads a reference to a character.
    fn reference(&mut self) -> Result<(), ErrorKind> {
        let start = self.at.saturating_add(1);
        let length = self.from(start).find([';', '&', '<']).ok_or(INVALID)?;
        let end = start.saturating_add(length);
        if self.byte(end) != Some(b';') {
            return Err(INVALID);
        }
        self.at = end.saturating_add(1);
        let c = character(self.between(start, end))?;
        self.piece(c.encode_utf8(&mut [0; 4])).ok_or(INVALID)
    }

    /// Adds a piece to the text of the innermost element; `None` outside the root element.
    fn piece(&mut self, piece: &str) -> Option<()> {
        let open = self.open.last_mut()?;
        let text = std::mem::take(&mut open.text);
        open.pieces.get_or_insert(self.texts.len());
        self.put_text(text);
        self.put_text(piece);
        Some(())
    }

    /// Adds to the texts that come in pieces. All of them are shorter than the document, so they grow once.
    fn put_text(&mut self, text: &str) {
        if self.texts.room() < text.len() {
            let room = self.document.len().max(text.len());
            self.texts = SecretBuf::with_room(self.texts.expose(), room);
        }
        self.texts.put(text);
    }

    /// Ends the innermost element.
    fn end(&mut self) -> Result<(), ErrorKind> {
        self.end_inner();
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        let texts = std::mem::take(&mut self.texts);
        let text = match open.pieces {
            Some(start) => Span::new(start, texts.len()).of(texts.expose()),
            None => open.text,
        };
        let (text, is_object, pieces) = (text.trim_ascii(), open.is_object, open.pieces);
        let is_plain = open.is_plain && pieces.is_none();
        let levels = if is_object { open.levels.saturating_add(1) } else { 0 };
        let (mut kind, mut form) = (JsonKind::Object, StringForm::Plain);
        if !is_object {
            (kind, form) = (JsonKind::String, self.object.string(text, is_plain));
        } else if !text.is_empty() {
            let name = if self.open.len() == 1 { self.root.unwrap_or(TEXT) } else { TEXT };
            let mut member = self.member(name, false, None);
            member.form = self.object.string(text, is_plain);
            self.end_member(member);
        }
        self.texts = texts;
        pieces.into_iter().for_each(|start| self.texts.truncate(start));
        self.open.pop();
        let Some(last) = self.open.last_mut().and_then(|outer| outer.last.as_mut()) else {
            // Of the root element; its brace is that of the object.
            return if levels > self.levels { Err(ErrorKind::Limit) } else { Ok(()) };
        };
        (last.member.kind, last.member.form, last.levels) = (kind, form, last.levels.max(levels));
        self.object.text.put(if is_object { "}" } else { "" });
        Ok(())
    }
}

/// Returns true for the whitespace of XML.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\r' | '\t')
}

/// Returns a name without its prefix.
fn local_name(name: &str) -> &str {
    let prefix = name.bytes().position(|byte| byte == b':');
    prefix.and_then(|prefix| name.get(prefix.saturating_add(1)..)).unwrap_or(name)
}

/// Returns the character of a predefined entity or of a character reference.
fn character(entity: &str) -> Result<char, ErrorKind> {
    let number = |digits: &str, radix| {
        let code = u32::from_str_radix(digits, radix).ok().filter(|_| !digits.starts_with('+'))?;
        char::from_u32(code)
    };
    let c = match entity {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => match entity.strip_prefix("#x") {
            Some(digits) => number(digits, 16),
            None => entity.strip_prefix('#').and_then(|digits| number(digits, 10)),
        },
    };
    c.filter(|c| *c >= ' ' || c.is_ascii_whitespace()).ok_or(INVALID)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(xml: &str) -> Result<String, ErrorKind> {
        let converted = to_json(xml, Span::new(0, xml.len()), 4).map_err(|error| error.kind())?;
        Ok(converted.object.text.expose().to_owned())
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
            (
                "<r xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:noNamespaceSchemaLocation='u'>\
                 <a i:type='string'>t</a><b i:nil='true'/><c xsi:type='k' i='v'>t</c></r>",
                r##"{"a":"t","b":"","c":{"type":"k","i":"v","#text":"t"}}"##,
            ),
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
            "<r><></></r>",
        ] {
            assert_eq!(json(xml), Err(ErrorKind::Xml), "{xml}");
        }
        assert_eq!(json("<a><b><c><d><e/></d></c></b></a>"), Err(ErrorKind::Limit));
        assert_eq!(json("<!DOCTYPE html><html/>"), Err(ErrorKind::Html));
    }
}
