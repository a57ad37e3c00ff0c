//! The one buffer behind a token or a refusal, and the index of its extras.

use crate::body::{Body, Text};
use crate::extras::Extras;
use crate::scan::Member;
use crate::tree::{Id, Node, Tree};
use crate::wiped::Wiped;
use crate::{JsonKind, Span, json};

/// A wiped buffer, and the places in it where each extra stands.
///
/// The index is the one that the body was split into, what was read taken out: it costs no allocation of its own.
#[derive(Clone, Default)]
pub(crate) struct Store {
    pub(crate) buffer: Wiped,
    /// Members of the top level: their names as text, their values as raw JSON.
    extras: Vec<Node>,
}

/// What a slot is made of, as places in a body.
#[derive(Clone, Copy, Default)]
pub(crate) enum Piece {
    /// Nothing: the slot is empty.
    #[default]
    None,
    /// Text that stands in the body as it is.
    Plain(Span),
    /// The inside of a JSON string with escapes, which has been checked.
    Escaped(Span),
    /// The strings and numbers of an array.
    List(Id),
    /// A word of the format itself.
    Word(&'static str),
}

impl Store {
    /// The buffer of a whole body with what must be built laid behind it, and the place of each piece.
    ///
    /// The buffer has its final size from the start; an owned body becomes it where nothing must be built.
    pub(crate) fn over<const N: usize>(body: Body<'_>, pieces: [Piece; N]) -> (Self, [Span; N]) {
        let Body { text, mut tree, .. } = body;
        let source = text.as_str();
        let laid = |piece| size(source, &tree, piece);
        let need =
            pieces.into_iter().map(laid).chain(tree.left().map(|(_, node)| extra_size(source, &tree, node)));
        let need = need.fold(0, usize::saturating_add);
        if need == 0 {
            let places = pieces.map(|piece| if let Piece::Plain(span) = piece { span } else { Span::NONE });
            let extras = tree.into_extras(|_, _| ());
            let buffer = match text {
                Text::Borrowed(text) => Wiped::from(text),
                Text::Owned(buffer) => buffer,
            };
            return (Self { buffer, extras }, places);
        }
        let mut buffer = Wiped::with_capacity(source.len().saturating_add(need));
        buffer.push(source);
        let places = pieces.map(|piece| match piece {
            Piece::Plain(span) => span,
            built => lay(source, &mut tree, built, &mut buffer),
        });
        let extras = tree.into_extras(|tree, node| {
            let Member { name, name_escaped, .. } = node.member;
            let value = if tree.whole(node) {
                node.member.value
            } else {
                let start = buffer.len();
                tree.pruned(source, node, &mut |piece| buffer.put(piece));
                Span::new(start, buffer.len())
            };
            let name = if name_escaped { lay_escaped(source, name, &mut buffer) } else { name };
            node.member.name = name;
            node.member.value = value;
        });
        (Self { buffer, extras }, places)
    }

    /// A buffer with the pieces of a body and nothing else, for one of several tokens in it.
    pub(crate) fn of_pieces<const N: usize>(body: &mut Body<'_>, pieces: [Piece; N]) -> (Self, [Span; N]) {
        let source = body.text.as_str();
        let copied = |piece| match piece {
            Piece::Plain(span) => span.len(),
            built => size(source, &body.tree, built),
        };
        let mut buffer = Wiped::with_capacity(pieces.into_iter().map(copied).fold(0, usize::saturating_add));
        let places = pieces.map(|piece| match piece {
            Piece::Plain(span) => buffer.push(span.of(source)),
            built => lay(source, &mut body.tree, built, &mut buffer),
        });
        (Self { buffer, extras: Vec::new() }, places)
    }

    /// A buffer with texts and extras from anywhere, and the place of each text.
    pub(crate) fn of_texts<'a, const N: usize>(
        texts: [Option<&str>; N],
        extras: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    ) -> (Self, [Span; N]) {
        let sizes = texts.iter().map(|text| text.map_or(0, str::len));
        let sizes = sizes.chain(extras.clone().map(|(name, value)| name.len().saturating_add(value.len())));
        let mut buffer = Wiped::with_capacity(sizes.fold(0, usize::saturating_add));
        let places = texts.map(|text| text.map_or(Span::NONE, |text| buffer.push(text)));
        let extras = extras.map(|(name, value)| Node::extra(buffer.push(name), buffer.push(value))).collect();
        (Self { buffer, extras }, places)
    }

    /// The text at a place; `None` where there is no place.
    pub(crate) fn text(&self, place: Span) -> Option<&str> {
        place.is_some().then(|| self.buffer.at(place))
    }

    pub(crate) fn extras(&self) -> Extras<'_> {
        Extras::new(&self.buffer, &self.extras)
    }
}

fn size(source: &str, tree: &Tree, piece: Piece) -> usize {
    match piece {
        Piece::None | Piece::Plain(_) => 0,
        Piece::Escaped(inside) => inside.len(),
        // One byte at least, so that an empty word is laid as well.
        Piece::Word(word) => word.len().max(1),
        Piece::List(id) => tree.node(id).map_or(0, |node| node.member.value.of(source).len()),
    }
}

fn extra_size(source: &str, tree: &Tree, node: &Node) -> usize {
    let mut size = if node.member.name_escaped { node.member.name.len() } else { 0 };
    if !tree.whole(node) {
        tree.pruned(source, node, &mut |piece| size = size.saturating_add(piece.len()));
    }
    size
}

fn lay(source: &str, tree: &mut Tree, piece: Piece, buffer: &mut Wiped) -> Span {
    let start = buffer.len();
    match piece {
        Piece::None => return Span::NONE,
        Piece::Plain(span) => return buffer.push(span.of(source)),
        Piece::Escaped(inside) => return lay_escaped(source, inside, buffer),
        Piece::Word(word) => return buffer.push(word),
        Piece::List(id) => {
            let (from, to) = tree.open(source, id).ok().flatten().unwrap_or_default();
            for (index, member) in
                (from..to).filter_map(|id| tree.node(id)).map(|node| node.member).enumerate()
            {
                if index > 0 {
                    buffer.push("\0");
                }
                match member.kind {
                    JsonKind::String => {
                        lay_escaped(source, member.value.inside(), buffer);
                    }
                    _ => buffer.put(member.value.of(source)),
                }
            }
        }
    }
    Span::new(start, buffer.len())
}

fn lay_escaped(source: &str, inside: Span, buffer: &mut Wiped) -> Span {
    let start = buffer.len();
    for c in json::unescape(inside.of(source)).map_while(Result::ok) {
        buffer.push(c.encode_utf8(&mut [0; 4]));
    }
    Span::new(start, buffer.len())
}
