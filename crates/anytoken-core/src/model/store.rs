//! The one buffer behind a token or an error response, and the index of its extras.

use super::extras::{ExtraIndex, ExtraSpans, Extras};
use super::field::{TEXTS, TextField, Texts};
use crate::error::JsonKind;
use crate::input::{Body, BodyText, SourceMap};
use crate::json::{Member, Node, Tree};
use crate::secret::SecretBuf;
use crate::span::Span;

/// A secret buffer and the spans of the extras in it.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Store {
    pub(crate) buffer: SecretBuf,
    extras: ExtraIndex,
}

/// The source of a field's text, as spans of a body.
#[derive(Clone, Copy, Default)]
pub(crate) enum Piece {
    /// No source: the field is absent.
    #[default]
    None,
    /// Text that is copied verbatim.
    Plain(Span),
    /// The inside of a valid JSON string with escapes, which is unescaped.
    Escaped(Span),
    /// The strings and numbers of an array, a range of nodes, which are joined.
    List(Span),
}

/// The sources of several texts, which become the spans of the texts.
///
/// Spans and methods are apart, so that the spans of verbatim sources are those of the texts already.
pub(crate) struct Pieces<const N: usize = TEXTS> {
    pub(crate) spans: Texts<Span, N>,
    methods: Texts<Method, N>,
    /// True if every source is verbatim.
    all_verbatim: bool,
}

/// The way in which a source becomes text.
#[derive(Clone, Copy)]
enum Method {
    Verbatim,
    Unescape,
    Join,
}

impl Default for Pieces {
    fn default() -> Self {
        Self {
            spans: Texts([Span::NONE; TEXTS]),
            methods: Texts([Method::Verbatim; TEXTS]),
            all_verbatim: true,
        }
    }
}

impl Pieces {
    /// Returns the source of a text.
    pub(crate) fn get(&self, field: TextField) -> Piece {
        Piece::of(self.spans[field], self.methods[field])
    }

    /// Sets the source of a text.
    #[inline]
    pub(crate) fn set(&mut self, field: TextField, piece: Piece) {
        let (span, method) = piece.parts();
        (self.spans[field], self.methods[field]) = (span, method);
        self.all_verbatim &= matches!(method, Method::Verbatim);
    }
}

impl<const N: usize> From<[Piece; N]> for Pieces<N> {
    fn from(pieces: [Piece; N]) -> Self {
        let parts = pieces.map(Piece::parts);
        Self {
            spans: Texts(parts.map(|(span, _)| span)),
            methods: Texts(parts.map(|(_, method)| method)),
            all_verbatim: parts.iter().all(|(_, method)| matches!(method, Method::Verbatim)),
        }
    }
}

impl<const N: usize> Pieces<N> {
    fn iter(&self) -> impl Iterator<Item = Piece> {
        self.spans.0.iter().zip(&self.methods.0).map(|(span, method)| Piece::of(*span, *method))
    }

    /// Replaces each source by the span of its text.
    fn append_all(&mut self, mut append: impl FnMut(Piece) -> Span) {
        for (span, method) in self.spans.0.iter_mut().zip(&self.methods.0) {
            *span = append(Piece::of(*span, *method));
        }
    }
}

impl Piece {
    fn of(span: Span, method: Method) -> Self {
        match method {
            Method::Verbatim if span.is_some() => Self::Plain(span),
            Method::Verbatim => Self::None,
            Method::Unescape => Self::Escaped(span),
            Method::Join => Self::List(span),
        }
    }

    #[inline(always)]
    fn parts(self) -> (Span, Method) {
        match self {
            Self::None => (Span::NONE, Method::Verbatim),
            Self::Plain(span) => (span, Method::Verbatim),
            Self::Escaped(span) => (span, Method::Unescape),
            Self::List(span) => (span, Method::Join),
        }
    }
}

impl Store {
    /// Creates a store of a buffer and the spans of the extras in it.
    pub(super) fn new(buffer: SecretBuf, extras: ExtraIndex) -> Self {
        Self { buffer, extras }
    }

    /// Creates a buffer of the whole body, followed by the texts that are not in it verbatim.
    ///
    /// The buffer is allocated once in its final size; an owned body with enough room is reused.
    pub(crate) fn over<const N: usize>(body: &mut Body<'_>, pieces: &mut Pieces<N>, room: usize) -> Self {
        if body.keeps_tree {
            return Self::of_pieces(body, pieces, room);
        }
        // All notes are made: without the map, the extras have room within the bound of memory.
        body.source_map = SourceMap::default();
        let text = std::mem::replace(&mut body.text, BodyText::Borrowed(""));
        let tree = &mut body.tree;
        if tree.is_verbatim() && pieces.all_verbatim {
            let buffer = match text {
                BodyText::Owned(buffer) => buffer,
                BodyText::Borrowed(text) => SecretBuf::with_room(text, room),
            };
            let unread = tree.members().iter().filter(|node| !node.is_consumed());
            let spans = |node: &Node| ExtraSpans { name: node.member.name, value: node.member.value };
            let extras = ExtraIndex::of(unread.map(spans), tree.unconsumed());
            return Self { buffer, extras };
        }
        Self::extended(text, tree, pieces, room)
    }

    /// Creates the buffer of a body that texts follow.
    fn extended<const N: usize>(
        text: BodyText<'_>,
        tree: &mut Tree,
        pieces: &mut Pieces<N>,
        room: usize,
    ) -> Self {
        let appended = |piece| size(tree, piece);
        let (extras, pruned) = extras_size(text.as_str(), tree);
        let need = pieces.iter().map(appended).fold(room.saturating_add(extras), usize::saturating_add);
        // A text can be unescaped from the buffer that it is appended to, but not joined or pruned.
        let copied = pruned || pieces.iter().any(|piece| matches!(piece, Piece::List(_)));
        match text {
            BodyText::Owned(mut buffer) if buffer.room() >= need && !copied => {
                pieces.append_all(|piece| append("", tree, piece, &mut buffer));
                let extras = extras_index(tree, "", &mut buffer);
                Self { buffer, extras }
            }
            text => {
                let source = text.as_str();
                let mut buffer = SecretBuf::with_capacity(source.len().saturating_add(need));
                buffer.push(source);
                pieces.append_all(|piece| append(source, tree, piece, &mut buffer));
                let extras = extras_index(tree, source, &mut buffer);
                Self { buffer, extras }
            }
        }
    }

    /// Creates a buffer of the fields alone, for a related token.
    #[cold]
    pub(crate) fn of_pieces<const N: usize>(body: &Body<'_>, pieces: &mut Pieces<N>, room: usize) -> Self {
        let source = body.text.as_str();
        let copied = |piece| match piece {
            Piece::Plain(span) | Piece::Escaped(span) => span.len(),
            built => size(&body.tree, built),
        };
        let mut buffer =
            SecretBuf::with_capacity(pieces.iter().map(copied).fold(room, usize::saturating_add));
        pieces.append_all(|piece| match piece {
            Piece::Plain(span) => buffer.push(span.of(source)),
            Piece::Escaped(inside) => unescape(source, inside, &mut buffer),
            built => append(source, &body.tree, built, &mut buffer),
        });
        Self { buffer, extras: ExtraIndex::default() }
    }

    /// Creates a buffer of texts and extras, and returns the spans of the texts.
    pub(crate) fn of_texts<'a, const N: usize>(
        texts: Texts<Option<&str>, N>,
        extras: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    ) -> (Self, Texts<Span, N>) {
        let sizes = texts.0.iter().map(|text| text.map_or(0, str::len));
        let sizes = sizes.chain(extras.clone().map(|(name, value)| name.len().saturating_add(value.len())));
        let mut buffer = SecretBuf::with_capacity(sizes.fold(0, usize::saturating_add));
        let spans = Texts(texts.0.map(|text| text.map_or(Span::NONE, |text| buffer.push(text))));
        let count = extras.clone().count();
        let extras =
            extras.map(|(name, value)| ExtraSpans { name: buffer.push(name), value: buffer.push(value) });
        (Self { extras: ExtraIndex::of(extras, count), buffer }, spans)
    }

    /// Returns the text at a span; `None` for [`Span::NONE`].
    pub(crate) fn text(&self, span: Span) -> Option<&str> {
        span.is_some().then(|| self.buffer.at(span))
    }

    pub(crate) fn extras(&self) -> Extras<'_> {
        Extras::new(&self.buffer, self.extras.spans())
    }
}

fn size(tree: &Tree, piece: Piece) -> usize {
    match piece {
        Piece::None | Piece::Plain(_) => 0,
        Piece::Escaped(inside) => inside.len(),
        Piece::List(nodes) => {
            let sizes = elements(tree, nodes).map(|member| member.value.len());
            sizes.fold(nodes.len(), usize::saturating_add)
        }
    }
}

/// Returns the bytes that the extras add to the buffer, and true if any of them is pruned.
fn extras_size(source: &str, tree: &Tree) -> (usize, bool) {
    let (mut size, mut pruned) = (0_usize, false);
    for (_, node) in tree.unread() {
        if node.member.name_escaped {
            size = size.saturating_add(node.member.name.len());
        }
        if !tree.is_whole(node) {
            pruned = true;
            tree.pruned(source, node, &mut |piece| size = size.saturating_add(piece.len()));
        }
    }
    (size, pruned)
}

/// Returns the spans of the extras, with names as text and values as raw JSON in the buffer.
fn extras_index(tree: &Tree, source: &str, buffer: &mut SecretBuf) -> ExtraIndex {
    let count = tree.unread().count();
    let extras = tree.unread().map(|(_, node)| {
        let Member { mut name, mut value, .. } = node.member;
        if !tree.is_untouched(node) {
            let start = buffer.len();
            tree.pruned(source, node, &mut |piece| buffer.put(piece));
            value = Span::new(start, buffer.len());
        }
        if node.member.name_escaped {
            name = buffer.unescape_within(name);
        }
        ExtraSpans { name, value }
    });
    ExtraIndex::of(extras, count)
}

/// Returns the span of a text in a buffer that begins with its source, appending it unless it is verbatim.
fn append(source: &str, tree: &Tree, piece: Piece, buffer: &mut SecretBuf) -> Span {
    match piece {
        Piece::None => Span::NONE,
        Piece::Plain(span) => span,
        // An owned body is the buffer itself.
        Piece::Escaped(inside) if source.is_empty() => buffer.unescape_within(inside),
        Piece::Escaped(inside) => unescape(source, inside, buffer),
        Piece::List(nodes) => {
            let start = buffer.len();
            for (index, member) in elements(tree, nodes).enumerate() {
                if index > 0 {
                    buffer.put("\0");
                }
                match member.kind {
                    JsonKind::String => unescape(source, member.value.inside(), buffer),
                    _ => buffer.push(member.value.of(source)),
                };
            }
            Span::new(start, buffer.len())
        }
    }
}

/// Appends the text of a string whose escapes are known to be valid, and returns its span.
fn unescape(source: &str, inside: Span, buffer: &mut SecretBuf) -> Span {
    let start = buffer.len();
    let is_valid = buffer.unescape(source, inside);
    debug_assert!(is_valid, "a field has an invalid escape");
    Span::new(start, buffer.len())
}

fn elements(tree: &Tree, nodes: Span) -> impl Iterator<Item = Member> {
    nodes.range().filter_map(|id| tree.node(id)).map(|node| node.member)
}
