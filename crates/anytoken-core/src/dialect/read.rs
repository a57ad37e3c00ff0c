//! Reading by a dialect.

use std::ops::Range;

use super::found::Found;
use super::value::{Content, content, is_empty, piece};
use super::{Dialect, Wire};
use crate::body::{Body, Origin};
use crate::received::Limits;
use crate::scan::Member;
use crate::slot::{TEXTS, Text};
use crate::store::{Piece, Pieces, Store};
use crate::token_type::TokenTypeKind;
use crate::tree::{Id, Tree};
use crate::{
    Decoded, Error, ErrorKind, Format, JsonKind, Lifetime, Note, NoteKind, Outcome, Path, Paths, Result,
    Span, Token,
};

/// A token as it was read: places in the body.
pub(super) struct Reading {
    pieces: Pieces<TEXTS>,
    kind: TokenTypeKind,
    pub(super) separators: &'static [char],
    pub(super) lifetime: Lifetime,
}

impl Reading {
    /// Nothing read yet: what is found is put in its place, and what is absent is not moved about.
    fn new(place: &Dialect) -> Self {
        let (kind, separators) = (TokenTypeKind::Other, place.scope_separators);
        Self { pieces: Pieces::default(), kind, separators, lifetime: Lifetime::default() }
    }

    /// Says what a slot is made of.
    #[inline(always)]
    pub(super) fn set(&mut self, slot: Text, piece: Piece) {
        self.pieces.set(slot.index(), piece);
    }
}

impl Dialect {
    /// Reads a body where it stands into a token or a refusal; what it held is taken out of it.
    pub(crate) fn read_in_place(&self, body: &mut Body<'_>) -> Result<Decoded> {
        self.understood(body).map_err(|error| body.with_place(error).with_format(self.format()))
    }

    #[inline(always)]
    fn understood(&self, body: &mut Body<'_>) -> Result<Decoded> {
        let mut notes = Vec::new();
        if self.refused(body, &mut notes)? {
            let refusal = self.refusal(body, &mut notes, self.format());
            return Ok(Decoded { outcome: Outcome::Refused(refusal), notes, related: Vec::new() });
        }
        if self.wire == Wire::Whole {
            body.take_whole(self.marks)?;
        }
        let mut others = Vec::new();
        let mut reader = Reader::new(body, &mut notes);
        let first = reader.find_tokens(self, &mut others)?;
        let mut reading = Reading::new(first.dialect);
        reader.read(&first, &mut reading)?;
        let mut related = Vec::new();
        for other in others {
            related.push(other.token(body, &mut notes, self.format())?);
        }
        let store = Store::over(body, &mut reading.pieces, first.room());
        let token = first.finish(&mut reading, store, self.format());
        Ok(Decoded { outcome: Outcome::Granted(token), notes, related })
    }
}

impl Found<'_> {
    /// The token, in a buffer of its own.
    fn token(&self, body: &mut Body<'_>, notes: &mut Vec<Note>, format: Format) -> Result<Token> {
        let mut reading = Reading::new(self.dialect);
        Reader::new(body, notes).read(self, &mut reading)?;
        let store = Store::of_pieces(body, &mut reading.pieces, self.room());
        let mut token = self.finish(&mut reading, store, format);
        // Encoded, it is the only element: it has no extras that fill the others.
        token.place.1 = 0;
        Ok(token)
    }

    /// The bytes that are laid behind the pieces.
    fn room(&self) -> usize {
        // One at least, so that an empty scheme has a place as well.
        self.dialect.scheme.map_or(0, |scheme| scheme.len().max(1))
    }

    #[inline]
    fn finish(&self, reading: &mut Reading, mut store: Store, format: Format) -> Token {
        if let Some(scheme) = self.dialect.scheme {
            reading.set(Text::Scheme, Piece::Plain(store.buffer.push(scheme)));
        }
        let texts = reading.pieces.places;
        let Reading { kind, separators, lifetime, .. } = *reading;
        Token { format, store, texts, kind, separators, lifetime, place: self.place }
    }
}

pub(super) struct Reader<'r> {
    pub(super) text: &'r str,
    pub(super) tree: &'r mut Tree,
    origin: &'r Origin,
    pub(super) limits: &'r Limits,
    notes: &'r mut Vec<Note>,
    /// When the response arrived, in seconds since 1970.
    pub(super) at: i64,
}

impl<'r> Reader<'r> {
    fn new(body: &'r mut Body<'_>, notes: &'r mut Vec<Note>) -> Self {
        let at = body.at().unix_timestamp();
        let Body { text, tree, origin, limits, .. } = body;
        Self { text: text.as_str(), tree, origin, limits, notes, at }
    }

    /// Reads what was found; what is read is no extra.
    #[inline(never)]
    fn read(&mut self, found: &Found<'_>, reading: &mut Reading) -> Result<()> {
        let Found { dialect, root, .. } = *found;
        self.token_type(dialect, root, reading)?;
        self.scopes(dialect, root, reading)?;
        self.lifetime(dialect, root, found.refresh.is_some(), &mut reading.lifetime)?;
        for (slot, id) in [
            (Text::AccessToken, found.access),
            (Text::RefreshToken, found.refresh),
            (Text::IdToken, found.id),
        ] {
            let Some(id) = id else { continue };
            let Some(piece) = self.tree.node(id).map(|node| piece(node.member)) else { continue };
            self.tree.take(id);
            reading.set(slot, piece);
        }
        for (slot, paths) in [
            (Text::Resource, dialect.resource),
            (Text::ClientId, dialect.client_id),
            (Text::Subject, dialect.subject),
        ] {
            if !self.lacks(root, paths) {
                reading.set(slot, self.describing(paths, root)?);
            }
        }
        Ok(())
    }

    fn token_type(&mut self, place: &Dialect, root: Root, reading: &mut Reading) -> Result<()> {
        if self.lacks(root, place.token_type) {
            return Ok(());
        }
        for path in place.token_type {
            let Some(id) = self.find(root, path)? else { continue };
            let plain = self.plain_text(id).filter(|_| place.token_types.is_empty());
            let (piece, kind) = match plain {
                Some(text) => {
                    let sent = self.text.as_bytes().get(text.range()).unwrap_or(b"");
                    (Piece::Plain(text), place.token_type_kind(sent))
                }
                None => match self.type_in(place, id, path)? {
                    Some(found) => found,
                    None => continue,
                },
            };
            self.tree.take(id);
            reading.kind = kind;
            reading.set(Text::TokenType, piece);
            break;
        }
        Ok(())
    }

    /// The token type that a member is, whatever it is.
    #[inline(never)]
    fn type_in(&self, place: &Dialect, id: Id, path: &Path) -> Result<Option<(Piece, TokenTypeKind)>> {
        let Some(member) = self.present(id) else { return Ok(None) };
        match self.content(member).filter(|_| member.kind == JsonKind::String) {
            Some(text) if place.is_token_type(text.as_str()) => {
                Ok(Some((piece(member), place.token_type_kind(text.as_str().as_bytes()))))
            }
            None if place.token_types.is_empty() => Err(invalid(path, member)),
            _ => Ok(None),
        }
    }

    /// A text that describes the token, or the digits of a number; any other type is noted and left where it is.
    #[inline(never)]
    fn describing(&mut self, paths: Paths, root: Root) -> Result<Piece> {
        for path in paths {
            let Some(id) = self.find(root, path)? else { continue };
            let piece = match self.plain_text(id) {
                Some(text) => Piece::Plain(text),
                None => self.description(id, path),
            };
            if !matches!(piece, Piece::None) {
                self.tree.take(id);
                return Ok(piece);
            }
        }
        Ok(Piece::None)
    }

    /// What describes the token in one member, if it does.
    #[inline(never)]
    fn description(&mut self, id: Id, path: &Path) -> Piece {
        let Some(member) = self.present(id) else { return Piece::None };
        match member.kind {
            JsonKind::Number => return Piece::Plain(member.value),
            JsonKind::String => match self.content(member) {
                Some(text) if is_blank(text.as_str()) => {}
                Some(_) => return piece(member),
                None => self.note(NoteKind::WrongType, path, member),
            },
            _ => self.note(NoteKind::WrongType, path, member),
        }
        Piece::None
    }

    /// The text of a string at first sight, as of nearly all: without escapes, and no blank at its beginning.
    #[inline(always)]
    pub(super) fn plain_text(&self, id: Id) -> Option<Span> {
        let member = self.tree.node(id)?.member;
        let inside = member.value.inside();
        let first = self.text.as_bytes().get(inside.start())?;
        // The quote, which ends an empty string, and all blanks are not above it.
        let is_plain = member.kind == JsonKind::String && !member.is_escaped() && *first > b'"';
        is_plain.then_some(inside)
    }

    /// Whether nothing can be at any of the paths: the answer for most of them, and the quickest.
    #[inline(always)]
    pub(super) fn lacks(&self, root: Root, paths: Paths) -> bool {
        self.tree.lacks(root, paths.names())
    }

    #[inline]
    pub(super) fn find(&mut self, root: Root, path: &Path) -> Result<Option<Id>> {
        self.tree.find(self.text, root, path)
    }

    /// A member, unless it is absent in any of the ways that one can be.
    #[inline(always)]
    pub(super) fn present(&self, id: Id) -> Option<Member> {
        let member = self.tree.node(id).map(|node| node.member)?;
        (!is_empty(self.text, member)).then_some(member)
    }

    pub(super) fn content(&self, member: Member) -> Option<Content<'r>> {
        content(self.text, member)
    }

    /// The piece of a string that has been checked; it is no extra any more.
    pub(super) fn take(&mut self, id: Id, member: Member) -> Piece {
        self.tree.take(id);
        piece(member)
    }

    #[cold]
    pub(super) fn note_at(&mut self, kind: NoteKind, path: &Path, id: Id) {
        if let Some(member) = self.tree.node(id).map(|node| node.member) {
            self.note(kind, path, member);
        }
    }

    #[cold]
    pub(super) fn note(&mut self, kind: NoteKind, path: &Path, member: Member) {
        let at = self.origin.place(member.value);
        self.notes.push(Note { kind, field: path.as_str(), at });
    }
}

pub(super) fn is_blank(text: &str) -> bool {
    text.trim_ascii_start().is_empty()
}

/// The object that paths begin in: the top level, or a node.
pub(super) type Root = Option<Id>;

impl Dialect {
    /// The one object that the slots are in, or all elements of an array.
    pub(super) fn roots(&self, text: &str, tree: &mut Tree) -> Result<(Option<Root>, Range<Id>)> {
        let Some(list) = self.at.strip_suffix('*') else {
            let root = if self.at.is_empty() {
                Some(None)
            } else {
                tree.find(text, None, &Path::new(self.at))?.map(Some)
            };
            return Ok((root, 0..0));
        };
        let Some(list) = list.strip_suffix('/') else { return Ok((None, tree.top())) };
        let elements = match tree.find(text, None, &Path::new(list))? {
            Some(id) => tree.open(text, id)?,
            None => None,
        };
        let (from, to) = elements.unwrap_or_default();
        Ok((None, from..to))
    }

    /// Whether a text is a token type where one may stand.
    pub(super) fn is_token_type(&self, text: &str) -> bool {
        !is_blank(text) && (self.token_types.is_empty() || self.token_types.contains(&text))
    }

    /// The type that was sent, or else the word for one of its kind.
    pub(super) fn word_of_type<'s>(&self, sent: &'s str, kind: TokenTypeKind) -> Option<&'s str> {
        let sent = Some(sent).filter(|sent| self.is_token_type(sent));
        sent.into_iter()
            .chain(self.token_types.iter().copied())
            .find(|word| self.token_type_kind(word.as_bytes()) == kind)
    }

    fn token_type_kind(&self, sent: &[u8]) -> TokenTypeKind {
        let bearer = self.bearer_words.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(sent));
        if bearer { TokenTypeKind::Bearer } else { TokenTypeKind::of(sent) }
    }
}

#[cold]
pub(super) fn invalid(path: &Path, member: Member) -> Error {
    Error::new(ErrorKind::Invalid)
        .with_field(path.as_str())
        .with_found(member.kind)
        .with_offset(member.value.start())
}
