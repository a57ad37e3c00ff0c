//! XML, as JSON text.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::wiped::Wiped;
use crate::{Error, ErrorKind, Result, Span, body::Origin, json};

/// Writes the document at a place of a text as one JSON object: the members of the root element.
///
/// An element is an object of its attributes (`@name`), its elements and its text (`#text`), or just its text
/// where there is nothing else. Namespaces are left off the names. No entity is resolved but the five that XML has
/// itself, and a document type with declarations of its own is an error.
pub(crate) fn to_json(text: &str, place: Span, levels: u32) -> Result<(Wiped, Origin)> {
    let mut reader = Reader::from_str(place.of(text));
    reader.config_mut().trim_text(true);
    let mut writer = Writer::new(place.len(), levels);
    loop {
        let from = reader.buffer_position();
        let event = reader.read_event();
        let position = |n: u64| place.start().saturating_add(usize::try_from(n).unwrap_or(usize::MAX));
        let broken = || Error::new(ErrorKind::Xml).with_offset(position(from));
        writer.source = Span::new(position(from), position(reader.buffer_position()));
        match event.map_err(|_| broken())? {
            Event::Start(element) if writer.roots == 0 && element.local_name().as_ref() == "html" => {
                return Err(broken().of_kind(ErrorKind::Html));
            }
            Event::Start(element) => writer.start(&element).map_err(|kind| broken().of_kind(kind))?,
            Event::Empty(element) => {
                writer.start(&element).map_err(|kind| broken().of_kind(kind))?;
                writer.end();
            }
            Event::End(_) => writer.end(),
            Event::Text(text) if writer.open.is_empty() && text.trim_ascii().is_empty() => {}
            Event::Text(text) => writer.text(&text).ok_or_else(broken)?,
            Event::CData(text) => writer.text(&text).ok_or_else(broken)?,
            Event::GeneralRef(entity) => {
                let c = character(&entity).ok_or_else(broken)?;
                writer.text(c.encode_utf8(&mut [0; 4])).ok_or_else(broken)?;
            }
            Event::DocType(declarations) if declarations.contains('[') => return Err(broken()),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => {}
            Event::Eof if writer.open.is_empty() && writer.roots == 1 => {
                return Ok((writer.object, writer.origin));
            }
            Event::Eof => return Err(broken()),
        }
    }
}

/// The character of one of XML's own entities, or of a number.
fn character(entity: &BytesRef<'_>) -> Option<char> {
    match entity.resolve_char_ref() {
        Ok(Some(c)) => Some(c),
        Ok(None) => predefined(entity),
        Err(_) => None,
    }
}

fn predefined(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

struct Writer {
    object: Wiped,
    origin: Origin,
    open: Vec<Open>,
    roots: usize,
    levels: u32,
    source: Span,
}

/// An element whose end has not come.
struct Open {
    /// Whether it has been written as an object, and whether that has members.
    members: Option<usize>,
    text: Wiped,
    name_at: usize,
}

impl Writer {
    fn new(size: usize, levels: u32) -> Self {
        let object = Wiped::with_capacity(size.saturating_mul(2).saturating_add(16));
        Self {
            object,
            origin: Origin::default(),
            open: Vec::new(),
            roots: 0,
            levels,
            source: Span::default(),
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), ErrorKind> {
        if u32::try_from(self.open.len()).unwrap_or(u32::MAX) >= self.levels {
            return Err(ErrorKind::Limit);
        }
        let name_at = if self.open.is_empty() {
            self.roots = self.roots.saturating_add(1);
            self.object.push("{");
            self.object.len()
        } else {
            self.member();
            let at = self.object.len();
            self.string(element.local_name().as_ref());
            self.object.push(":");
            at
        };
        let members = self.open.is_empty().then_some(0);
        self.open.push(Open { members, text: Wiped::default(), name_at });
        for attribute in element.attributes() {
            let attribute = attribute.map_err(|_| ErrorKind::Xml)?;
            let mut name = Wiped::from("@");
            name.push(attribute.key.as_ref());
            let mut value = Wiped::with_capacity(attribute.value.len());
            attribute_text(&attribute.value, &mut value).ok_or(ErrorKind::Xml)?;
            self.member();
            self.string(name.expose());
            self.object.push(":");
            self.string(value.expose());
        }
        Ok(())
    }

    /// Opens the place for one more member of the innermost element, which is an object from here on.
    fn member(&mut self) {
        let Some(open) = self.open.last_mut() else { return };
        match &mut open.members {
            Some(0) => open.members = Some(1),
            Some(_) => self.object.put(","),
            none => {
                *none = Some(1);
                self.object.push("{");
            }
        }
    }

    /// Text of the innermost element; `None` outside of every element.
    fn text(&mut self, text: &str) -> Option<()> {
        self.open.last_mut()?.text.push(text);
        Some(())
    }

    fn end(&mut self) {
        let Some(open) = self.open.last() else { return };
        let (object, has_text) = (open.members.is_some(), !open.text.expose().trim_ascii().is_empty());
        if object && has_text {
            self.member();
            self.object.push("\"#text\":");
        }
        let Some(open) = self.open.pop() else { return };
        if !object || has_text {
            self.string(open.text.expose().trim_ascii());
        }
        if object {
            self.object.push("}");
        }
        self.origin.add(Span::new(open.name_at, self.object.len()), self.source);
    }

    fn string(&mut self, text: &str) {
        json::quote(text, &mut |piece| self.object.put(piece));
    }
}

/// The text of an attribute, its references resolved.
fn attribute_text(raw: &str, out: &mut Wiped) -> Option<()> {
    let mut rest = raw;
    while let Some((before, behind)) = rest.split_once('&') {
        let (entity, behind) = behind.split_once(';')?;
        out.push(before);
        out.push(character(&BytesRef::new(entity))?.encode_utf8(&mut [0; 4]));
        rest = behind;
    }
    out.push(rest);
    Some(())
}
