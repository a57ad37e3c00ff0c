//! Bodies that say what they say in another text: JSON in a string, headers, bare text.

use super::{Body, Origin, TEXT, Text, plain, sniffed};
use crate::tree::Tree;
use crate::wiped::Wiped;
use crate::{JsonKind, Path, Result, Span, json};

impl Body<'_> {
    /// Puts the object that is written in the string at `path` in the string's place.
    ///
    /// A string that holds no object stays what it is.
    pub(crate) fn unfold(&mut self, path: &'static str) -> Result<()> {
        let found = self.find(None, &Path::new(path))?;
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
        let mut unfolded = Wiped::with_capacity(text.len());
        let mut origin = Origin::default();
        origin.add_same(0, self.origin.place(before).start());
        origin.add(unfolded.push(before.of(text)).end(), self.origin.place(member.value).start());
        unfolded.put(inside.expose());
        origin.add_same(unfolded.len(), self.origin.place(behind).start());
        unfolded.put(behind.of(text));
        self.split_again(unfolded, origin)
    }

    /// The first header of a name, compared without case.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
    }

    /// Puts headers into the object as its first members.
    pub(crate) fn take_headers(&mut self, names: &[&'static str]) -> Result<()> {
        let sent: Vec<_> = names.iter().filter_map(|name| Some((*name, self.header(name)?))).collect();
        if sent.is_empty() || self.tree.is_list() {
            return Ok(());
        }
        let text = self.text.as_str();
        let place = sniffed(text);
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
        let mut object = Wiped::with_capacity(size);
        write(&mut |piece| object.put(piece));
        let mut origin = Origin::default();
        origin.add(0, self.origin.place(place).start());
        origin.add_same(object.len(), self.origin.place(inside).start());
        object.put(inside.of(text));
        self.split_again(object, origin)
    }

    /// Makes an object of one member of a body that is bare text, or one JSON string.
    ///
    /// Words with blanks between them are no token: they stay what they are, where the text is to be one.
    #[cold]
    pub(crate) fn take_text(&mut self, as_token: bool) {
        let taken = |words: &str| !(words.is_empty() || as_token && words.contains(char::is_whitespace));
        if let Some(words) = self.words().filter(|words| taken(words.expose())) {
            self.replace_by(&[(TEXT, words.expose())]);
        }
    }

    /// Makes an object of one member of the JSON that the body is, if it has members of these names.
    #[cold]
    pub(crate) fn take_whole(&mut self, names: &[&'static str]) -> Result<()> {
        let mut has_all = true;
        for name in names {
            has_all &= self.find(None, &Path::new(name))?.is_some();
        }
        if has_all {
            let text = std::mem::replace(&mut self.text, Text::Borrowed(""));
            let json = sniffed(text.as_str()).of(text.as_str()).trim_ascii_end();
            self.replace_by(&[(TEXT, json)]);
        }
        Ok(())
    }

    /// Reads the body as an object of strings that are found in its text; for an adapter of bodies that are no
    /// object, or not the one that says something.
    ///
    /// `found` is given the text of the body. Where it finds nothing the body stays as it is.
    pub fn reread<const N: usize>(
        mut self,
        found: impl for<'t> Fn(&'t str) -> Option<[(&'static str, &'t str); N]>,
    ) -> Self {
        let text = std::mem::replace(&mut self.text, Text::Borrowed(""));
        match found(text.as_str()) {
            Some(members) => self.replace_by(&members),
            None => self.text = text,
        }
        self
    }

    fn replace_by(&mut self, members: &[(&'static str, &str)]) {
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
        // As much again for what is unescaped once more.
        let mut size = members.iter().map(|(_, value)| value.len()).fold(0, usize::saturating_add);
        write(&mut |piece| size = size.saturating_add(piece.len()));
        let mut object = Wiped::with_capacity(size);
        write(&mut |piece| object.put(piece));
        let mut origin = Origin::default();
        origin.add(0, 0);
        self.broken = self.split_again(object, origin).err();
    }

    /// Takes another text in the place of this one.
    pub(super) fn split_again(&mut self, text: Wiped, origin: Origin) -> Result<()> {
        let place = sniffed(text.expose());
        let (tree, _) = Tree::split(text.expose(), place, self.limits.levels, 0)?;
        self.tree = tree;
        self.text = Text::Owned(text);
        self.origin = origin;
        Ok(())
    }
}
