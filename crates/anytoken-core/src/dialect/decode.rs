//! Decoding by a dialect.

use std::ops::Range;

use super::token_site::TokenSite;
use super::value::{Content, content, is_empty, piece};
use super::{Dialect, Wire};
use crate::body::{Body, Origin};
use crate::field::{TEXTS, Text};
use crate::response::Limits;
use crate::scan::Member;
use crate::store::{Piece, Pieces, Store};
use crate::token_type::TokenTypeKind;
use crate::tree::{Id, Tree};
use crate::{
    Decoded, Error, ErrorKind, FieldPath, FieldPaths, Format, JsonKind, Note, NoteKind, Outcome, Result,
    Span, Token, Validity,
};

/// A token that is being decoded, as spans of the body.
pub(super) struct PartialToken {
    pieces: Pieces<TEXTS>,
    kind: TokenTypeKind,
    pub(super) separators: &'static [char],
    pub(super) validity: Validity,
}

impl PartialToken {
    /// Creates an empty token, which is filled in place.
    fn new(place: &Dialect) -> Self {
        let (kind, separators) = (TokenTypeKind::Other, place.scope_separators);
        Self { pieces: Pieces::default(), kind, separators, validity: Validity::default() }
    }

    /// Sets the source of a field.
    #[inline(always)]
    pub(super) fn set(&mut self, field: Text, piece: Piece) {
        self.pieces.set(field.index(), piece);
    }
}

impl Dialect {
    /// Decodes a body in place, moving its text and nodes into the result.
    pub(crate) fn read_in_place(&self, body: &mut Body<'_>) -> Result<Decoded> {
        self.understood(body).map_err(|error| body.with_place(error).with_format(self.format()))
    }

    #[inline(always)]
    fn understood(&self, body: &mut Body<'_>) -> Result<Decoded> {
        let mut notes = Vec::new();
        if self.is_error_response(body, &mut notes)? {
            let error_response = self.error_response(body, &mut notes, self.format());
            return Ok(Decoded {
                outcome: Outcome::ErrorResponse(error_response),
                notes,
                related: Vec::new(),
            });
        }
        if self.wire == Wire::Whole {
            body.take_whole(self.signature)?;
        }
        let mut others = Vec::new();
        let mut reader = Decoder::new(body, &mut notes);
        let first = reader.locate_tokens(self, &mut others)?;
        let mut reading = PartialToken::new(first.dialect);
        reader.read(&first, &mut reading)?;
        let mut related = Vec::new();
        for other in others {
            related.push(other.token(body, &mut notes, self.format())?);
        }
        let store = Store::over(body, &mut reading.pieces, first.room());
        let token = first.finish(&mut reading, store, self.format());
        Ok(Decoded { outcome: Outcome::Token(token), notes, related })
    }
}

impl TokenSite<'_> {
    /// Decodes the token into a buffer of its own.
    fn token(&self, body: &mut Body<'_>, notes: &mut Vec<Note>, format: Format) -> Result<Token> {
        let mut reading = PartialToken::new(self.dialect);
        Decoder::new(body, notes).read(self, &mut reading)?;
        let store = Store::of_pieces(body, &mut reading.pieces, self.room());
        let mut token = self.finish(&mut reading, store, format);
        // Encoded, it is the only element, as it has no extras to fill the others.
        token.place.1 = 0;
        Ok(token)
    }

    /// Returns the bytes that the scheme needs in the buffer.
    fn room(&self) -> usize {
        // At least one, so that an empty scheme has a span as well.
        self.dialect.scheme.map_or(0, |scheme| scheme.len().max(1))
    }

    #[inline]
    fn finish(&self, reading: &mut PartialToken, mut store: Store, format: Format) -> Token {
        if let Some(scheme) = self.dialect.scheme {
            reading.set(Text::Scheme, Piece::Plain(store.buffer.push(scheme)));
        }
        let texts = reading.pieces.places;
        let PartialToken { kind, separators, validity, .. } = *reading;
        Token { format, store, texts, kind, separators, validity, place: self.place }
    }
}

pub(super) struct Decoder<'r> {
    pub(super) text: &'r str,
    pub(super) tree: &'r mut Tree,
    origin: &'r Origin,
    pub(super) limits: &'r Limits,
    notes: &'r mut Vec<Note>,
    /// The instant at which the response arrived, in seconds since 1970.
    pub(super) at: i64,
}

impl<'r> Decoder<'r> {
    fn new(body: &'r mut Body<'_>, notes: &'r mut Vec<Note>) -> Self {
        let at = body.at().unix_timestamp();
        let Body { text, tree, origin, limits, .. } = body;
        Self { text: text.as_str(), tree, origin, limits, notes, at }
    }

    /// Decodes the fields beside the located tokens, and takes their members.
    #[inline(never)]
    fn read(&mut self, found: &TokenSite<'_>, reading: &mut PartialToken) -> Result<()> {
        let TokenSite { dialect, root, .. } = *found;
        self.token_type(dialect, root, reading)?;
        self.scopes(dialect, root, reading)?;
        self.validity(dialect, root, found.refresh.is_some(), &mut reading.validity)?;
        for (field, id) in [
            (Text::AccessToken, found.access),
            (Text::RefreshToken, found.refresh),
            (Text::IdToken, found.id),
        ] {
            let Some(id) = id else { continue };
            let Some(piece) = self.tree.node(id).map(|node| piece(node.member)) else { continue };
            self.tree.take(id);
            reading.set(field, piece);
        }
        for (field, paths) in [
            (Text::Resource, dialect.resource),
            (Text::ClientId, dialect.client_id),
            (Text::Subject, dialect.subject),
        ] {
            if !self.lacks(root, paths) {
                reading.set(field, self.descriptive_text(paths, root)?);
            }
        }
        Ok(())
    }

    fn token_type(&mut self, place: &Dialect, root: Parent, reading: &mut PartialToken) -> Result<()> {
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

    /// Decodes the token type from a member of any type.
    #[inline(never)]
    fn type_in(&self, place: &Dialect, id: Id, path: &FieldPath) -> Result<Option<(Piece, TokenTypeKind)>> {
        let Some(member) = self.present(id) else { return Ok(None) };
        match self.content(member).filter(|_| member.kind == JsonKind::String) {
            Some(text) if place.is_token_type(text.as_str()) => {
                Ok(Some((piece(member), place.token_type_kind(text.as_str().as_bytes()))))
            }
            None if place.token_types.is_empty() => Err(invalid(path, member)),
            _ => Ok(None),
        }
    }

    /// Decodes a descriptive text or the digits of a number; a member of any other type is noted and kept as an extra.
    #[inline(never)]
    fn descriptive_text(&mut self, paths: FieldPaths, root: Parent) -> Result<Piece> {
        for path in paths {
            let Some(id) = self.find(root, path)? else { continue };
            let piece = match self.plain_text(id) {
                Some(text) => Piece::Plain(text),
                None => self.read_descriptive(id, path),
            };
            if !matches!(piece, Piece::None) {
                self.tree.take(id);
                return Ok(piece);
            }
        }
        Ok(Piece::None)
    }

    /// Decodes a descriptive text from one member.
    #[inline(never)]
    fn read_descriptive(&mut self, id: Id, path: &FieldPath) -> Piece {
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

    /// Fast path: returns the text of a string without escapes that does not begin with a blank.
    #[inline(always)]
    pub(super) fn plain_text(&self, id: Id) -> Option<Span> {
        let member = self.tree.node(id)?.member;
        let inside = member.value.inside();
        let first = self.text.as_bytes().get(inside.start())?;
        // The closing quote of an empty string and all blanks are at most `"`.
        let is_plain = member.kind == JsonKind::String && !member.is_escaped() && *first > b'"';
        is_plain.then_some(inside)
    }

    /// Fast path: returns true if no member can be at any of the paths.
    #[inline(always)]
    pub(super) fn lacks(&self, root: Parent, paths: FieldPaths) -> bool {
        self.tree.lacks(root, paths.names())
    }

    #[inline]
    pub(super) fn find(&mut self, root: Parent, path: &FieldPath) -> Result<Option<Id>> {
        self.tree.find(self.text, root, path)
    }

    /// Returns a member unless it is empty.
    #[inline(always)]
    pub(super) fn present(&self, id: Id) -> Option<Member> {
        let member = self.tree.node(id).map(|node| node.member)?;
        (!is_empty(self.text, member)).then_some(member)
    }

    pub(super) fn content(&self, member: Member) -> Option<Content<'r>> {
        content(self.text, member)
    }

    /// Takes a valid string and returns its source.
    pub(super) fn take(&mut self, id: Id, member: Member) -> Piece {
        self.tree.take(id);
        piece(member)
    }

    #[cold]
    pub(super) fn note_at(&mut self, kind: NoteKind, path: &FieldPath, id: Id) {
        if let Some(member) = self.tree.node(id).map(|node| node.member) {
            self.note(kind, path, member);
        }
    }

    #[cold]
    pub(super) fn note(&mut self, kind: NoteKind, path: &FieldPath, member: Member) {
        let at = self.origin.place(member.value);
        self.notes.push(Note { kind, field: path.as_str(), at });
    }
}

pub(super) fn is_blank(text: &str) -> bool {
    text.trim_ascii_start().is_empty()
}

/// The object in which paths begin: the top level, or a node.
pub(super) type Parent = Option<Id>;

impl Dialect {
    /// Returns the object that holds the fields, or the elements of an array.
    pub(super) fn roots(&self, text: &str, tree: &mut Tree) -> Result<(Option<Parent>, Range<Id>)> {
        let Some(list) = self.at.strip_suffix('*') else {
            let root = if self.at.is_empty() {
                Some(None)
            } else {
                tree.find(text, None, &FieldPath::new(self.at))?.map(Some)
            };
            return Ok((root, 0..0));
        };
        let Some(list) = list.strip_suffix('/') else { return Ok((None, tree.top())) };
        let elements = match tree.find(text, None, &FieldPath::new(list))? {
            Some(id) => tree.open(text, id)?,
            None => None,
        };
        let (from, to) = elements.unwrap_or_default();
        Ok((None, from..to))
    }

    /// Returns true if a text is a token type of this dialect.
    pub(super) fn is_token_type(&self, text: &str) -> bool {
        !is_blank(text) && (self.token_types.is_empty() || self.token_types.contains(&text))
    }

    /// Returns the type as sent if this dialect has it, else this dialect's word for its kind.
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
pub(super) fn invalid(path: &FieldPath, member: Member) -> Error {
    Error::new(ErrorKind::Invalid)
        .with_field(path.as_str())
        .with_found(member.kind)
        .with_offset(member.value.start())
}
