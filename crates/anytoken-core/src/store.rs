//! The one buffer behind a token or a refusal, and the index of its extras.

use crate::body::{Body, Text};
use crate::extras::Extras;
use crate::scan::Member;
use crate::tree::{Node, Tree};
use crate::wiped::Wiped;
use crate::{JsonKind, Span};

/// A wiped buffer, and the places in it where each extra stands.
///
/// The index is the one that the body was split into: it costs no allocation of its own.
#[derive(Clone, Default)]
pub(crate) struct Store {
    pub(crate) buffer: Wiped,
    /// Members of the top level, those that were read among them: their names as text, their values as raw JSON.
    members: Vec<Node>,
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
    /// The strings and numbers of an array: a range of nodes.
    List(Span),
}

/// What some slots are made of, and where their texts are: where all pieces stand in the body as they are, these are
/// the same places.
pub(crate) struct Pieces<const N: usize> {
    pub(crate) places: [Span; N],
    built: [Built; N],
    /// Whether nothing is to be built.
    stand: bool,
}

/// How a piece becomes text.
#[derive(Clone, Copy)]
enum Built {
    Not,
    Unescaped,
    Listed,
}

impl<const N: usize> Default for Pieces<N> {
    fn default() -> Self {
        Self { places: [Span::NONE; N], built: [Built::Not; N], stand: true }
    }
}

impl<const N: usize> From<[Piece; N]> for Pieces<N> {
    fn from(list: [Piece; N]) -> Self {
        let mut pieces = Self::default();
        list.into_iter().enumerate().for_each(|(slot, piece)| pieces.set(slot, piece));
        pieces
    }
}

impl<const N: usize> Pieces<N> {
    /// Says what a slot is made of.
    #[inline]
    pub(crate) fn set(&mut self, slot: usize, piece: Piece) {
        let (place, built) = match piece {
            Piece::None => (Span::NONE, Built::Not),
            Piece::Plain(place) => (place, Built::Not),
            Piece::Escaped(place) => (place, Built::Unescaped),
            Piece::List(place) => (place, Built::Listed),
        };
        if let (Some(to), Some(how)) = (self.places.get_mut(slot), self.built.get_mut(slot)) {
            (*to, *how) = (place, built);
        }
        self.stand &= matches!(built, Built::Not);
    }

    fn iter(&self) -> impl Iterator<Item = Piece> {
        self.places.iter().zip(&self.built).map(|(place, built)| Piece::of(*place, *built))
    }

    /// Lays each piece somewhere: there is its text.
    fn lay(&mut self, mut lay: impl FnMut(Piece) -> Span) {
        for (place, built) in self.places.iter_mut().zip(&self.built) {
            *place = lay(Piece::of(*place, *built));
        }
    }
}

impl Piece {
    fn of(place: Span, built: Built) -> Self {
        match built {
            Built::Not if place.is_some() => Self::Plain(place),
            Built::Not => Self::None,
            Built::Unescaped => Self::Escaped(place),
            Built::Listed => Self::List(place),
        }
    }
}

impl Store {
    /// The buffer of a whole body with what must be built laid behind it.
    ///
    /// The buffer has its final size from the start; an owned body becomes it where it has the room.
    pub(crate) fn over<const N: usize>(body: &mut Body<'_>, pieces: &mut Pieces<N>, room: usize) -> Self {
        let text = std::mem::replace(&mut body.text, Text::Borrowed(""));
        let tree = &mut body.tree;
        if tree.stands() && pieces.stand {
            let buffer = match text {
                Text::Owned(buffer) => buffer,
                Text::Borrowed(text) => Wiped::with_room(text, room),
            };
            return Self { buffer, members: tree.take_nodes() };
        }
        Self::built(text, tree, pieces, room)
    }

    /// The same where something is laid behind the body.
    fn built<const N: usize>(text: Text<'_>, tree: &mut Tree, pieces: &mut Pieces<N>, room: usize) -> Self {
        let laid = |piece| size(tree, piece);
        let (extras, pruned) = extras_size(text.as_str(), tree);
        let need = pieces.iter().map(laid).fold(room.saturating_add(extras), usize::saturating_add);
        // Only what is unescaped can be laid from a buffer into the same one.
        let copied = pruned || pieces.iter().any(|piece| matches!(piece, Piece::List(_)));
        match text {
            Text::Owned(mut buffer) if buffer.room() >= need && !copied => {
                pieces.lay(|piece| lay("", tree, piece, &mut buffer));
                let members = settled(tree, "", &mut buffer);
                Self { buffer, members }
            }
            text => {
                let source = text.as_str();
                let mut buffer = Wiped::with_capacity(source.len().saturating_add(need));
                buffer.push(source);
                pieces.lay(|piece| lay(source, tree, piece, &mut buffer));
                let members = settled(tree, source, &mut buffer);
                Self { buffer, members }
            }
        }
    }

    /// A buffer with the pieces of a body and nothing else, for one of several tokens in it.
    pub(crate) fn of_pieces<const N: usize>(body: &Body<'_>, pieces: &mut Pieces<N>, room: usize) -> Self {
        let source = body.text.as_str();
        let copied = |piece| match piece {
            Piece::Plain(span) | Piece::Escaped(span) => span.len(),
            built => size(&body.tree, built),
        };
        let mut buffer = Wiped::with_capacity(pieces.iter().map(copied).fold(room, usize::saturating_add));
        pieces.lay(|piece| match piece {
            Piece::Plain(span) => buffer.push(span.of(source)),
            Piece::Escaped(inside) => {
                let start = buffer.len();
                buffer.unescape(inside.of(source));
                Span::new(start, buffer.len())
            }
            built => lay(source, &body.tree, built, &mut buffer),
        });
        Self { buffer, members: Vec::new() }
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
        let members =
            extras.map(|(name, value)| Node::extra(buffer.push(name), buffer.push(value))).collect();
        (Self { buffer, members }, places)
    }

    /// The text at a place; `None` where there is no place.
    pub(crate) fn text(&self, place: Span) -> Option<&str> {
        place.is_some().then(|| self.buffer.at(place))
    }

    pub(crate) fn extras(&self) -> Extras<'_> {
        Extras::new(&self.buffer, &self.members)
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

/// How much is laid behind the body for the extras, and whether any of them is pruned.
fn extras_size(source: &str, tree: &Tree) -> (usize, bool) {
    let (mut size, mut pruned) = (0_usize, false);
    for (_, node) in tree.left() {
        if node.member.name_escaped {
            size = size.saturating_add(node.member.name.len());
        }
        if !tree.whole(node) {
            pruned = true;
            tree.pruned(source, node, &mut |piece| size = size.saturating_add(piece.len()));
        }
    }
    (size, pruned)
}

/// The index of what is left, with names as text and values as raw JSON in the buffer.
fn settled(tree: &mut Tree, source: &str, buffer: &mut Wiped) -> Vec<Node> {
    tree.take_extras(|tree, node| {
        if !tree.whole(node) {
            let start = buffer.len();
            tree.pruned(source, node, &mut |piece| buffer.put(piece));
            node.member.value = Span::new(start, buffer.len());
        }
        if node.member.name_escaped {
            node.member.name = buffer.unescape_within(node.member.name);
        }
    })
}

/// The place of a piece in a buffer that begins with its source, built behind it where it must be.
fn lay(source: &str, tree: &Tree, piece: Piece, buffer: &mut Wiped) -> Span {
    match piece {
        Piece::None => Span::NONE,
        Piece::Plain(span) => span,
        Piece::Escaped(inside) => buffer.unescape_within(inside),
        Piece::List(nodes) => {
            let start = buffer.len();
            for (index, member) in elements(tree, nodes).enumerate() {
                if index > 0 {
                    buffer.put("\0");
                }
                match member.kind {
                    JsonKind::String => drop(buffer.unescape(member.value.inside().of(source))),
                    _ => buffer.put(member.value.of(source)),
                }
            }
            Span::new(start, buffer.len())
        }
    }
}

fn elements(tree: &Tree, nodes: Span) -> impl Iterator<Item = Member> {
    nodes.range().filter_map(|id| tree.node(id)).map(|node| node.member)
}
