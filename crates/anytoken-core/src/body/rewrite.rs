//! Rewriting of bodies: JSON in a string, headers, bare text.

use super::{Body, Origin, TEXT, Text, plain, strip_prefixes};
use crate::secret_buf::SecretBuf;
use crate::tree::Tree;
use crate::{FieldPath, JsonKind, Result, Span, json};

impl Body<'_> {
    /// Replaces the string at `path` by the JSON object that it contains.
    ///
    /// A string that contains no object is left unchanged.
    pub(crate) fn unfold(&mut self, path: &'static str) -> Result<()> {
        let found = self.find(None, &FieldPath::new(path))?;
        let member = found.and_then(|id| self.tree.node(id)).map(|node| node.member);
        let Some(member) = member.filter(|member| member.kind == JsonKind::String) else { return Ok(()) };
        let text = self.text.as_str();
        let Ok(inside) = plain(member.value.inside().of(text), member.is_escaped()) else { return Ok(()) };
        let inner = Span::new(0, inside.len());
        if !matches!(Tree::split(inside.expose(), inner, self.limits.levels, 0), Ok((_, JsonKind::Object))) {
            return Ok(());
        }
        let (before, behind) =
            (Span::new(0, member.value.start()), Span::new(member.value.end(), text.len()));
        let mut unfolded = SecretBuf::with_capacity(text.len());
        let mut origin = Origin::default();
        origin.add_verbatim(0, self.origin.place(before).start());
        origin.add(unfolded.push(before.of(text)).end(), self.origin.place(member.value).start());
        unfolded.put(inside.expose());
        origin.add_verbatim(unfolded.len(), self.origin.place(behind).start());
        unfolded.put(behind.of(text));
        self.reparse(unfolded, origin)
    }

    /// Returns the first header of a name, compared case-insensitively.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
    }

    /// Inserts headers as the first members of the object.
    pub(crate) fn take_headers(&mut self, names: &[&'static str]) -> Result<()> {
        let sent: Vec<_> = names.iter().filter_map(|name| Some((*name, self.header(name)?))).collect();
        if sent.is_empty() || self.tree.is_list() {
            return Ok(());
        }
        let text = self.text.as_str();
        let place = strip_prefixes(text);
        let brace = text.get(place.start()..).and_then(|text| text.find('{')).unwrap_or(0);
        let inside = Span::new(place.start().saturating_add(brace).saturating_add(1), text.len());
        let empty = self.tree.members().is_empty();
        let write = |out: &mut dyn FnMut(&str)| {
            for (index, (name, value)) in sent.iter().enumerate() {
                out(if index > 0 { "," } else { "{" });
                json::quote(name, out);
                out(":");
                json::quote(value, out);
            }
            out(if empty { "" } else { "," });
        };
        let mut size = inside.len();
        write(&mut |piece| size = size.saturating_add(piece.len()));
        let mut object = SecretBuf::with_capacity(size);
        write(&mut |piece| object.put(piece));
        let mut origin = Origin::default();
        origin.add(0, self.origin.place(place).start());
        origin.add_verbatim(object.len(), self.origin.place(inside).start());
        object.put(inside.of(text));
        self.reparse(object, origin)
    }

    /// Replaces a body that is bare text or one JSON string by an object with one member.
    ///
    /// If `as_token` is set, a text with whitespace is left unchanged, since it is not a token.
    #[cold]
    pub(crate) fn take_text(&mut self, as_token: bool) {
        let taken = |words: &str| !(words.is_empty() || as_token && words.contains(char::is_whitespace));
        if let Some(words) = self.words().filter(|words| taken(words.expose())) {
            self.replace_with(&[(TEXT, words.expose())]);
        }
    }

    /// Replaces a JSON body that has all of these names by an object with one member that holds the body.
    #[cold]
    pub(crate) fn take_whole(&mut self, names: &[&'static str]) -> Result<()> {
        let mut has_all = true;
        for name in names {
            has_all &= self.find(None, &FieldPath::new(name))?.is_some();
        }
        if has_all {
            let text = std::mem::replace(&mut self.text, Text::Borrowed(""));
            let json = strip_prefixes(text.as_str()).of(text.as_str()).trim_ascii_end();
            self.replace_with(&[(TEXT, json)]);
        }
        Ok(())
    }

    /// Replaces the body by an object of strings that are found in its text.
    ///
    /// An adapter calls this for a body whose fields are not members of an object. `found` receives the text of the
    /// body; if it returns `None`, the body is left unchanged.
    pub fn reread<const N: usize>(
        mut self,
        found: impl for<'t> Fn(&'t str) -> Option<[(&'static str, &'t str); N]>,
    ) -> Self {
        let text = std::mem::replace(&mut self.text, Text::Borrowed(""));
        match found(text.as_str()) {
            Some(members) => self.replace_with(&members),
            None => self.text = text,
        }
        self
    }

    fn replace_with(&mut self, members: &[(&'static str, &str)]) {
        let write = |out: &mut dyn FnMut(&str)| {
            out("{");
            for (index, (name, value)) in members.iter().enumerate() {
                out(if index > 0 { "," } else { "" });
                json::quote(name, out);
                out(":");
                json::quote(value, out);
            }
            out("}");
        };
        // Room for the object and for the unescaped values.
        let mut size = members.iter().map(|(_, value)| value.len()).fold(0, usize::saturating_add);
        write(&mut |piece| size = size.saturating_add(piece.len()));
        let mut object = SecretBuf::with_capacity(size);
        write(&mut |piece| object.put(piece));
        let mut origin = Origin::default();
        origin.add(0, 0);
        self.broken = self.reparse(object, origin).err();
    }

    /// Replaces the text and splits it again.
    pub(super) fn reparse(&mut self, text: SecretBuf, origin: Origin) -> Result<()> {
        let place = strip_prefixes(text.expose());
        let (tree, _) = Tree::split(text.expose(), place, self.limits.levels, 0)?;
        self.tree = tree;
        self.text = Text::Owned(text);
        self.origin = origin;
        Ok(())
    }
}
