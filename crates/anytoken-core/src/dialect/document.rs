//! The encoded body: a tree of references, rendered into a buffer of its exact size.

use crate::error::JsonKind;
use crate::input::{TEXT, form};
use crate::json::{self, Node, Tree};
use crate::model::Scopes;
use crate::secret::SecretBuf;

/// A value to encode, which only references the texts of the token.
pub(super) enum OutValue<'w> {
    /// A value that has not been set.
    Hole,
    /// A string.
    Text(&'w str),
    /// JSON that is not secret: a number, a date, a flag.
    Json(String),
    /// Scopes in one string.
    Joined(Scopes<'w>, char),
    /// Scopes in an array.
    List(Scopes<'w>),
    /// An extra without its taken members.
    Extra { text: &'w str, tree: &'w Tree, node: &'w Node },
    /// Members by name.
    Object(Vec<(Name<'w>, Self)>),
    /// Elements.
    Array(Vec<Self>),
    /// JSON in a string.
    Folded(Box<Self>),
}

/// The name of a member.
#[derive(Clone, Copy)]
pub(super) enum Name<'w> {
    /// A name of the format.
    Own(&'static str),
    /// A name that was sent, with its quotes.
    Sent(&'w str),
}

impl<'w> OutValue<'w> {
    pub(super) fn object() -> Self {
        Self::Object(Vec::new())
    }

    /// Sets the value at a path unless one is set; `*` is the element of this index.
    pub(super) fn put(&mut self, path: &mut dyn Iterator<Item = &'static str>, element: usize, value: Self) {
        match path.next() {
            None => {
                if matches!(self, Self::Hole) {
                    *self = value;
                }
            }
            Some(name) => {
                if let Some(inner) = self.inner(name, element) {
                    inner.put(path, element, value);
                }
            }
        }
    }

    /// Replaces the value at a path by a string of its JSON.
    pub(super) fn fold(&mut self, path: &mut dyn Iterator<Item = &'static str>) {
        match path.next() {
            None => *self = Self::Folded(Box::new(std::mem::replace(self, Self::object()))),
            Some(name) => {
                if let Self::Object(members) = self
                    && let Some((_, inner)) = members.iter_mut().find(|(key, _)| key.is(name))
                {
                    inner.fold(path);
                }
            }
        }
    }

    /// Returns true if this text is at a path.
    pub(super) fn is_text_at(&self, path: &mut dyn Iterator<Item = &'static str>, word: &str) -> bool {
        match (path.next(), self) {
            (None, value) => value.is_text() && value.to_plain().expose() == word,
            (Some(name), Self::Object(members)) => {
                members.iter().any(|(key, value)| key.is(name) && value.is_text_at(path, word))
            }
            _ => false,
        }
    }

    /// Moves out the texts of some names.
    pub(super) fn take_texts(&mut self, names: &'static [&'static str]) -> Vec<(&'static str, SecretBuf)> {
        let Self::Object(members) = self else { return Vec::new() };
        let mut taken = Vec::new();
        for name in names {
            if let Some(index) = members.iter().position(|(key, value)| key.is(name) && value.is_text()) {
                taken.push((*name, members.remove(index).1.to_plain()));
            }
        }
        taken
    }

    /// Returns the text if there is no other member.
    pub(super) fn sole_text(&self) -> Option<&Self> {
        match self {
            Self::Object(members) => match members.as_slice() {
                [(name, text)] if name.is(TEXT) && text.is_text() => Some(text),
                _ => None,
            },
            _ => None,
        }
    }

    /// Returns the value of a name or index, creating it if necessary; an index makes its parent an array.
    fn inner(&mut self, name: &'static str, element: usize) -> Option<&mut Self> {
        let index = if name == "*" { Some(element) } else { name.parse().ok() };
        if let Some(index) = index {
            if matches!(self, Self::Hole) {
                *self = Self::Array(Vec::new());
            }
            let Self::Array(elements) = self else { return None };
            while elements.len() <= index {
                elements.push(Self::Hole);
            }
            return elements.get_mut(index);
        }
        if matches!(self, Self::Hole) {
            *self = Self::object();
        }
        let Self::Object(members) = self else { return None };
        let index = members.iter().position(|(key, _)| key.is(name));
        let index = index.unwrap_or_else(|| {
            members.push((Name::Own(name), Self::Hole));
            members.len().saturating_sub(1)
        });
        members.get_mut(index).map(|(_, inner)| inner)
    }

    /// Returns true if it is a blank text, which would be decoded as absent.
    pub(super) fn is_blank_text(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim_ascii().is_empty())
    }

    /// Renders the value as JSON.
    pub(super) fn to_json(&self) -> SecretBuf {
        rendered(|out| self.render(out))
    }

    /// The text of a string.
    pub(super) fn to_plain(&self) -> SecretBuf {
        rendered(|out| self.plain(out))
    }

    /// Renders the value as a form, and returns true if it is complete: a form holds only strings.
    pub(super) fn to_form(&self) -> (SecretBuf, bool) {
        let Self::Object(members) = self else { return (SecretBuf::default(), false) };
        let complete = members.iter().all(|(_, value)| value.is_text());
        let body = rendered(|out| {
            let fitting = members.iter().filter(|(_, value)| value.is_text());
            for (index, (name, value)) in fitting.enumerate() {
                out(if index > 0 { "&" } else { "" });
                let name = rendered(|out| name.plain(out));
                form::encode(name.expose(), out);
                out("=");
                let text = rendered(|out| value.plain(out));
                form::encode(text.expose(), out);
            }
        });
        (body, complete)
    }

    fn is_text(&self) -> bool {
        match self {
            Self::Text(_) | Self::Json(_) | Self::Joined(..) => true,
            Self::Extra { node, .. } => node.member.kind == JsonKind::String,
            Self::Hole | Self::List(_) | Self::Object(_) | Self::Array(_) | Self::Folded(_) => false,
        }
    }

    /// Writes the text of a string without quotes and escapes.
    fn plain(&self, out: &mut dyn FnMut(&str)) {
        match self {
            Self::Text(text) => out(text),
            Self::Json(json) => out(json.trim_matches('"')),
            Self::Joined(scopes, separator) => join(*scopes, *separator, out),
            Self::Extra { text, node, .. } => unescaped(node.member.value.inside().of(text), out),
            _ => {}
        }
    }

    fn render(&self, out: &mut dyn FnMut(&str)) {
        match self {
            Self::Hole => out("null"),
            Self::Text(text) => json::quote(text, out),
            Self::Json(json) => out(json),
            Self::Joined(scopes, separator) => {
                out("\"");
                join(*scopes, *separator, &mut |piece| json::escape(piece, out));
                out("\"");
            }
            Self::List(scopes) => {
                out("[");
                for (index, scope) in scopes.iter().enumerate() {
                    out(if index > 0 { "," } else { "" });
                    json::quote(scope, out);
                }
                out("]");
            }
            Self::Extra { text, tree, node } => tree.pruned(text, node, out),
            Self::Object(members) => {
                out("{");
                for (index, (name, value)) in members.iter().enumerate() {
                    out(if index > 0 { "," } else { "" });
                    name.render(out);
                    out(":");
                    value.render(out);
                }
                out("}");
            }
            Self::Array(elements) => {
                out("[");
                for (index, value) in elements.iter().enumerate() {
                    out(if index > 0 { "," } else { "" });
                    value.render(out);
                }
                out("]");
            }
            Self::Folded(inner) => {
                out("\"");
                inner.render(&mut |piece| json::escape(piece, out));
                out("\"");
            }
        }
    }
}

impl Name<'_> {
    pub(super) fn is(self, name: &str) -> bool {
        match self {
            Self::Own(own) => own == name,
            Self::Sent(sent) => json::unescape(sent.trim_matches('"')).eq(name.chars().map(Ok)),
        }
    }

    /// Returns true if it is this name of the format.
    pub(super) fn is_own(self, own: Self) -> bool {
        matches!(own, Self::Own(own) if self.is(own))
    }

    fn render(self, out: &mut dyn FnMut(&str)) {
        match self {
            Self::Own(name) => json::quote(name, out),
            Self::Sent(quoted) => out(quoted),
        }
    }

    fn plain(self, out: &mut dyn FnMut(&str)) {
        match self {
            Self::Own(name) => out(name),
            Self::Sent(quoted) => {
                unescaped(quoted.strip_prefix('"').and_then(|q| q.strip_suffix('"')).unwrap_or(quoted), out)
            }
        }
    }
}

fn join(scopes: Scopes<'_>, separator: char, out: &mut dyn FnMut(&str)) {
    for (index, scope) in scopes.iter().enumerate() {
        if index > 0 {
            out(separator.encode_utf8(&mut [0; 4]));
        }
        out(scope);
    }
}

fn unescaped(inside: &str, out: &mut dyn FnMut(&str)) {
    for c in json::unescape(inside).map_while(Result::ok) {
        out(c.encode_utf8(&mut [0; 4]));
    }
}

/// Collects the output of `render` in a buffer that is measured first and never grows.
pub(super) fn rendered(render: impl Fn(&mut dyn FnMut(&str))) -> SecretBuf {
    let mut size = 0_usize;
    render(&mut |piece| size = size.saturating_add(piece.len()));
    let mut buffer = SecretBuf::with_capacity(size);
    render(&mut |piece| buffer.put(piece));
    buffer
}
