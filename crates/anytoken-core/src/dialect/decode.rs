//! Decoding by a dialect.

use std::borrow::Cow;
use std::ops::Range;

use super::Dialect;
use super::names::{Meaning, is_spelling, may_be_spelling};
use super::value::{Content, content, is_empty, is_scope, name, piece};
use crate::error::{Error, ErrorKind, JsonKind, Result};
use crate::format::Format;
use crate::input::{Body, Limits, SourceMap};
use crate::json::{FieldPath, FieldPaths, Id, Member, Node, StringForm, Tree};
use crate::model::{
    Decoded, Note, NoteKind, Outcome, Piece, Pieces, Store, TextField, Times, Token, TokenTypeKind,
    scopes::LIST_SEPARATOR,
};
use crate::secret::{SecretBuf, is_escaped_token_fast, is_placeholder, is_token, is_token_fast};
use crate::span::Span;

/// The name of the scopes in the standard.
const SCOPE: &str = "scope";

/// A token that is being decoded, as spans of the body.
pub(super) struct PartialToken {
    pieces: Pieces,
    kind: TokenTypeKind,
    pub(super) separators: &'static [char],
    pub(super) times: Times,
}

impl PartialToken {
    /// Creates an empty token, which is filled in place.
    fn new(dialect: &Dialect) -> Self {
        let (kind, separators) = (TokenTypeKind::Other, dialect.scopes_separated_by);
        Self { pieces: Pieces::default(), kind, separators, times: Times::default() }
    }

    /// Sets the source of a field.
    #[inline(always)]
    pub(super) fn set(&mut self, field: TextField, piece: Piece) {
        self.pieces.set(field, piece);
    }

    /// Sets the source of the scopes.
    fn set_scopes(&mut self, piece: Piece) {
        if matches!(piece, Piece::List(_)) {
            self.separators = LIST_SEPARATOR;
        }
        self.set(TextField::Scopes, piece);
    }

    /// Returns the text of a field that is one string.
    fn text<'t>(&self, field: TextField, text: &'t str) -> Option<Content<'t>> {
        match self.pieces.get(field) {
            Piece::None | Piece::List(_) => None,
            Piece::Plain(span) => Some(Content::Sent(span.of(text))),
            Piece::Escaped(inside) => {
                SecretBuf::unescaped(inside.of(text), true).ok().map(Content::Unescaped)
            }
        }
    }

    fn states(&self, field: TextField) -> bool {
        !matches!(self.pieces.get(field), Piece::None)
    }
}

impl Dialect {
    /// Decodes a body in place, moving its text and nodes into the result.
    pub(crate) fn read_in_place(&self, body: &mut Body<'_>) -> Result<Decoded> {
        self.understood(body).map_err(|error| body.with_source_offset(error).with_format(self.format()))
    }

    #[inline(always)]
    fn understood(&self, body: &mut Body<'_>) -> Result<Decoded> {
        if let Some(rewrite) = self.before_decode
            && let Err(error) = rewrite(body)
            && body.status().is_none_or(|status| status < 400)
        {
            return Err(error);
        }
        let mut notes = Vec::new();
        if self.is_error_response(body, &mut notes)? {
            return Ok(self.decoded_error_response(body, notes));
        }
        if self.is_generic {
            body.unwrap_only_element()?;
        }
        let mut others = Vec::new();
        let mut reader = Decoder::new(body, &mut notes);
        let first = match reader.locate_tokens(self, &mut others) {
            Ok(first) => first,
            Err(error) if self.is_error_without_token(&error, body) => {
                return Ok(self.decoded_error_response(body, notes));
            }
            Err(error) => return Err(error),
        };
        let mut partial = PartialToken::new(first.dialect);
        reader.read(&first, &mut partial)?;
        let mut related = Vec::new();
        for other in others {
            related.push(other.token(body, &mut notes, self.format())?);
        }
        let store = Store::over(body, &mut partial.pieces, first.room());
        let token = first.finish(&mut partial, store, self.format());
        Ok(Decoded { outcome: Outcome::Token(token), notes, related })
    }

    #[cold]
    fn decoded_error_response(&self, body: &mut Body<'_>, mut notes: Vec<Note>) -> Decoded {
        let error_response = self.error_response(body, &mut notes, self.format());
        Decoded { outcome: Outcome::ErrorResponse(error_response), notes, related: Vec::new() }
    }
}

impl TokenSite<'_> {
    /// Decodes the token into a buffer of its own.
    fn token(&self, body: &mut Body<'_>, notes: &mut Vec<Note>, format: Format) -> Result<Token> {
        let mut partial = PartialToken::new(self.dialect);
        Decoder::new(body, notes).read(self, &mut partial)?;
        let store = Store::of_pieces(body, &mut partial.pieces, self.room());
        let mut token = self.finish(&mut partial, store, format);
        // A related token has no extras that could be the elements before it.
        token.object = 0;
        Ok(token)
    }

    /// Returns the bytes that the scheme needs in the buffer.
    fn room(&self) -> usize {
        // At least one, so that an empty scheme has a span as well.
        self.dialect.authorization.scheme().map_or(0, |scheme| scheme.len().max(1))
    }

    #[inline(always)]
    fn finish(&self, partial: &mut PartialToken, mut store: Store, format: Format) -> Token {
        if let Some(scheme) = self.dialect.authorization.scheme() {
            partial.set(TextField::Scheme, Piece::Plain(store.buffer.push(scheme)));
        }
        let texts = partial.pieces.spans;
        let PartialToken { kind, separators, times, .. } = *partial;
        let Self { place: (place, object), is_assumed: assumed, .. } = *self;
        Token { format, store, texts, kind, separators, times, place, object, assumed }
    }
}

pub(super) struct Decoder<'r> {
    pub(super) text: &'r str,
    pub(super) tree: &'r mut Tree,
    source_map: &'r SourceMap,
    pub(super) limits: &'r Limits,
    pub(super) notes: &'r mut Vec<Note>,
    /// The instant at which the response arrived, in seconds since 1970.
    pub(super) at: i64,
    /// True if the body is a SOAP envelope, whose `Body` is the top.
    pub(super) is_soap: bool,
    /// True if the top is the only element of a list.
    pub(super) is_element: bool,
    /// True if the body is a form.
    pub(super) is_form: bool,
}

impl<'r> Decoder<'r> {
    fn new(body: &'r mut Body<'_>, notes: &'r mut Vec<Note>) -> Self {
        let at = body.at().unix_timestamp();
        let Body { text, tree, source_map, limits, is_soap, is_element, is_form, .. } = body;
        let (is_soap, is_element, is_form) = (*is_soap, *is_element, *is_form);
        Self { text: text.as_str(), tree, source_map, limits, notes, at, is_soap, is_element, is_form }
    }

    /// Decodes the fields beside the located tokens, and takes their members.
    #[inline(never)]
    fn read(&mut self, site: &TokenSite<'_>, partial: &mut PartialToken) -> Result<()> {
        let TokenSite { dialect, root, .. } = *site;
        self.token_type(dialect, root, partial)?;
        self.scopes(dialect, root, partial)?;
        for (field, id) in [
            (TextField::AccessToken, site.access),
            (TextField::RefreshToken, site.refresh),
            (TextField::IdToken, site.id),
        ] {
            let Some(id) = id else { continue };
            let Some(piece) = self.member(id).map(piece) else { continue };
            self.tree.consume(id);
            partial.set(field, piece);
        }
        for field in TextField::DESCRIPTIVE {
            let paths = dialect.text_paths(*field);
            if !self.lacks(root, paths) {
                partial.set(*field, self.descriptive_text(paths, root)?);
            }
        }
        // Filled in place, since they are expensive to move.
        let mut ends = Default::default();
        self.ends(site, &mut ends, &mut partial.times)?;
        if dialect.is_generic {
            let spelled = self.spelled(root)?;
            if !spelled.is_empty() {
                self.read_spelled_fields(site, &spelled, partial)?;
                self.read_spelled_ends(root, &spelled, site.is_assumed, &mut ends)?;
            }
        }
        // Last, when the members that no other field has read are known.
        self.times(site, &mut ends, &mut partial.times)
    }

    fn token_type(&mut self, dialect: &Dialect, root: Parent, partial: &mut PartialToken) -> Result<()> {
        if self.lacks(root, dialect.token_type) {
            return Ok(());
        }
        for path in dialect.token_type {
            let Some(id) = self.find(root, path)? else { continue };
            let plain = self.plain_piece(id).filter(|_| !dialect.ignore_other_token_types);
            let (piece, kind) = match plain {
                Some(Piece::Plain(text)) => {
                    (Piece::Plain(text), dialect.token_type_kind(text.of(self.text).as_bytes()))
                }
                _ => match self.type_in(dialect, id, path)? {
                    Some(found) => found,
                    None => continue,
                },
            };
            self.tree.consume(id);
            partial.kind = kind;
            partial.set(TextField::TokenType, piece);
            break;
        }
        Ok(())
    }

    /// Decodes the token type from a member of any type.
    #[inline(never)]
    fn type_in(&self, dialect: &Dialect, id: Id, path: &FieldPath) -> Result<Option<(Piece, TokenTypeKind)>> {
        let Some(member) = self.present(id) else { return Ok(None) };
        match self.content(member).filter(|_| member.kind == JsonKind::String) {
            Some(text) if dialect.is_token_type(text.as_str()) => {
                Ok(Some((piece(member), dialect.token_type_kind(text.as_str().as_bytes()))))
            }
            None if !dialect.ignore_other_token_types => Err(invalid(path, member)),
            _ => Ok(None),
        }
    }

    /// Decodes a descriptive text or the digits of a number; a member of any other type is noted and kept as an extra.
    #[inline(never)]
    fn descriptive_text(&mut self, paths: FieldPaths, root: Parent) -> Result<Piece> {
        for path in paths {
            let Some(id) = self.find(root, path)? else { continue };
            let piece = self.plain_piece(id).unwrap_or_else(|| self.read_descriptive(id, path));
            if !matches!(piece, Piece::None) {
                self.tree.consume(id);
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

    /// Fast path: returns the source of a string that does not begin with a blank and has no rare escapes.
    #[inline(always)]
    pub(super) fn plain_piece(&self, id: Id) -> Option<Piece> {
        let member = self.member(id)?;
        let first = self.text.as_bytes().get(member.value.inside().start())?;
        // The closing quote of an empty string and all blanks are at most `"`.
        let is_plain = member.kind == JsonKind::String && member.form != StringForm::Escaped && *first > b'"';
        is_plain.then(|| piece(member))
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

    /// Returns the member of a node of the tree.
    #[inline(always)]
    pub(super) fn member(&self, id: Id) -> Option<Member> {
        let node = self.tree.node(id);
        debug_assert!(node.is_some(), "{id} is not a node of the tree");
        node.map(|node| node.member)
    }

    /// Returns a member unless it is empty.
    #[inline(always)]
    pub(super) fn present(&self, id: Id) -> Option<Member> {
        let member = self.member(id)?;
        (!is_empty(self.text, member)).then_some(member)
    }

    pub(super) fn content(&self, member: Member) -> Option<Content<'r>> {
        content(self.text, member)
    }

    /// Takes a valid string and returns its source.
    pub(super) fn take(&mut self, id: Id, member: Member) -> Piece {
        self.tree.consume(id);
        piece(member)
    }

    /// Returns the members of an object.
    #[inline(always)]
    pub(super) fn members_of(&mut self, root: Parent) -> Result<Range<Id>> {
        match root {
            None => Ok(self.tree.top()),
            Some(id) => Ok(self.tree.open(self.text, id)?.map_or(0..0, |(from, to)| from..to)),
        }
    }

    #[cold]
    pub(super) fn note(&mut self, kind: NoteKind, path: &FieldPath, member: Member) {
        let at = self.source_map.source_span(member.value);
        self.notes.push(Note { kind, field: path.as_str().into(), at });
    }

    /// Notes a member under a name that is no path.
    #[cold]
    pub(super) fn note_field(&mut self, kind: NoteKind, field: Cow<'static, str>, id: Id) {
        if let Some(member) = self.member(id) {
            let at = self.source_map.source_span(member.value);
            self.notes.push(Note { kind, field, at });
        }
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
        let Some(list) = self.envelope.strip_suffix('*') else {
            let root = if self.envelope.is_empty() {
                Some(None)
            } else {
                tree.find(text, None, &FieldPath::new(self.envelope))?.map(Some)
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
        !is_blank(text)
            && (!self.ignore_other_token_types
                || self.token_type_aliases.iter().any(|(word, _)| *word == text))
    }

    /// Returns the type as sent if this dialect has it, else this dialect's word for its kind.
    pub(super) fn word_of_type<'s>(&self, sent: &'s str, kind: TokenTypeKind) -> Option<&'s str> {
        let sent = Some(sent).filter(|sent| self.is_token_type(sent));
        let aliases = self.token_type_aliases.iter().map(|(word, _)| *word);
        sent.into_iter().chain(aliases).find(|word| self.token_type_kind(word.as_bytes()) == kind)
    }

    fn token_type_kind(&self, sent: &[u8]) -> TokenTypeKind {
        self.alias(sent).unwrap_or_else(|| TokenTypeKind::of(sent))
    }

    fn alias(&self, sent: &[u8]) -> Option<TokenTypeKind> {
        let is_word = |(word, _): &&(&str, TokenTypeKind)| word.as_bytes().eq_ignore_ascii_case(sent);
        self.token_type_aliases.iter().find(is_word).map(|(_, kind)| *kind)
    }
}

#[cold]
pub(super) fn invalid(path: &FieldPath, member: Member) -> Error {
    Error::new(ErrorKind::Invalid)
        .with_field(path.as_str())
        .with_found(member.kind)
        .with_offset(member.value.start())
}

/// The location of a token.
pub(super) struct TokenSite<'d> {
    pub(super) dialect: &'d Dialect,
    pub(super) root: Parent,
    /// The index of the dialect's place, and that of the object there.
    pub(super) place: (u8, u32),
    pub(super) access: Option<Id>,
    pub(super) id: Option<Id>,
    pub(super) refresh: Option<Id>,
    /// The object of the refresh token, if it has one of its own.
    pub(super) refresh_root: Parent,
    /// True if the access token is assumed by its name or by its place.
    pub(super) is_assumed: bool,
}

impl<'d> TokenSite<'d> {
    /// Creates a site at the top without a token.
    pub(super) fn new(dialect: &'d Dialect) -> Self {
        let (access, id, refresh, refresh_root) = (None, None, None, None);
        Self { dialect, root: None, place: (0, 0), access, id, refresh, refresh_root, is_assumed: false }
    }
}

impl Decoder<'_> {
    /// Locates the first token of the response, and adds further ones to `others`.
    pub(super) fn locate_tokens<'d>(
        &mut self,
        dialect: &'d Dialect,
        others: &mut Vec<TokenSite<'d>>,
    ) -> Result<TokenSite<'d>> {
        if dialect.envelope.is_empty() && dialect.related.is_empty() {
            return match self.locate_token(dialect, None, (0, 0))? {
                Some(site) if !dialect.is_generic || !self.is_element && !self.is_barred(&site) => Ok(site),
                _ if dialect.is_generic => self.assumed_token(dialect),
                _ => Err(self.missing(dialect)),
            };
        }
        let mut first = None;
        for (place, index) in dialect.places().zip(0..=u8::MAX) {
            if place.last_resort && first.is_some() {
                continue;
            }
            let (root, elements) = place.roots(self.text, self.tree)?;
            if let Some(second) = self.tree.repeated(self.text, elements.clone()) {
                return Err(Error::new(ErrorKind::Duplicate)
                    .with_field(place.envelope)
                    .with_offset(second.member.name.start()));
            }
            let places = root.into_iter().chain(elements.clone().map(Some));
            for (root, object) in places.zip(0..u32::MAX) {
                let found = self.locate_token(place, root, (index, object))?;
                if let Some(id) = root.filter(|id| found.is_some() && elements.contains(id)) {
                    self.tree.keep_name(id);
                }
                match found {
                    Some(found) if first.is_none() => first = Some(found),
                    Some(_) if others.len().saturating_add(1) >= self.limits.tokens => {
                        return Err(Error::new(ErrorKind::Limit).with_field(place.envelope));
                    }
                    Some(found) => others.push(found),
                    None => {}
                }
            }
        }
        first.ok_or_else(|| self.missing(dialect))
    }

    #[cold]
    pub(super) fn missing(&self, dialect: &Dialect) -> Error {
        if self.tree.is_list() {
            return Error::new(ErrorKind::Shape).with_offset(0);
        }
        let wanted = [dialect.access_token, dialect.id_token, dialect.refresh_token];
        let field = wanted.into_iter().flatten().next().copied();
        Error::new(ErrorKind::Missing).with_field(field.map_or("access_token", FieldPath::as_str))
    }

    /// Locates the token at a place without taking its members.
    #[inline(always)]
    fn locate_token<'d>(
        &mut self,
        dialect: &'d Dialect,
        root: Parent,
        place: (u8, u32),
    ) -> Result<Option<TokenSite<'d>>> {
        let access = self.token(dialect, dialect.access_token, root, true)?;
        let id = self.token(dialect, dialect.id_token, root, false)?;
        let refresh = self.token(dialect, dialect.refresh_token, root, true)?;
        let granted = access.is_some() || id.is_some() || dialect.refresh_token_is_grant && refresh.is_some();
        Ok(granted.then_some(TokenSite { root, place, access, id, refresh, ..TokenSite::new(dialect) }))
    }

    /// Finds the member of a token: a string that can be one.
    ///
    /// A value of another type is an error if the token is `decisive`, else it is noted.
    #[inline(always)]
    pub(super) fn token(
        &mut self,
        dialect: &Dialect,
        paths: FieldPaths,
        root: Parent,
        decisive: bool,
    ) -> Result<Option<Id>> {
        if self.lacks(root, paths) { Ok(None) } else { self.token_at(dialect, paths, root, decisive) }
    }

    #[inline(never)]
    fn token_at(
        &mut self,
        dialect: &Dialect,
        paths: FieldPaths,
        root: Parent,
        decisive: bool,
    ) -> Result<Option<Id>> {
        let mut found = None;
        for path in paths {
            let Some(id) = self.find(root, path)? else { continue };
            if !self.holds_token(dialect, id, path, decisive)? {
                continue;
            }
            match found {
                None if !dialect.reject_conflicting_tokens => return Ok(Some(id)),
                None => found = Some(id),
                Some(first) => self.same_token(first, id, path)?,
            }
        }
        Ok(found)
    }

    #[inline(always)]
    fn holds_token(&mut self, dialect: &Dialect, id: Id, path: &FieldPath, decisive: bool) -> Result<bool> {
        let is_token = self.member(id).is_some_and(|member| match member.form {
            StringForm::Visible => self.text.as_bytes().get(member.value.range()).is_some_and(is_token_fast),
            StringForm::EscapedVisible => is_escaped_token_fast(member.value.inside().of(self.text)),
            StringForm::Plain | StringForm::Escaped => false,
        });
        if is_token { Ok(true) } else { self.can_be_token(dialect, id, path, decisive) }
    }

    #[inline(never)]
    fn can_be_token(&mut self, dialect: &Dialect, id: Id, path: &FieldPath, decisive: bool) -> Result<bool> {
        let Some(member) = self.present(id) else { return Ok(false) };
        if member.kind != JsonKind::String {
            if dialect.is_generic && self.is_place_to_look_into(id, member)? {
                return Ok(false);
            }
            if decisive {
                return Err(invalid(path, member));
            }
            self.note(NoteKind::WrongType, path, member);
            return Ok(false);
        }
        match self.content(member) {
            Some(text) if is_placeholder(text.as_str()) => Ok(false),
            Some(text) if is_token(text.as_str()) => Ok(true),
            _ => Err(invalid(path, member)),
        }
    }

    /// Returns true if a value under the name of a token is an object, or a list of one: no token, but maybe around one.
    fn is_place_to_look_into(&mut self, id: Id, member: Member) -> Result<bool> {
        if member.kind != JsonKind::Array {
            return Ok(member.kind == JsonKind::Object);
        }
        let elements = self.tree.open(self.text, id)?.map_or(0..0, |(from, to)| from..to);
        let is_object = |id| self.member(id).is_some_and(|element| element.kind == JsonKind::Object);
        Ok(elements.len() == 1 && elements.into_iter().all(is_object))
    }

    /// Returns an error unless two members hold the same token.
    pub(super) fn same_token(&self, first: Id, second: Id, path: &FieldPath) -> Result<()> {
        let (Some(first), Some(second)) = (self.member(first), self.member(second)) else { return Ok(()) };
        let text = |member| self.content(member);
        match (text(first), text(second)) {
            (Some(first), Some(second)) if first.as_str() == second.as_str() => Ok(()),
            _ => Err(Error::new(ErrorKind::Ambiguous)
                .with_field(path.as_str())
                .with_offset(second.value.start())),
        }
    }
}

impl Decoder<'_> {
    pub(super) fn scopes(
        &mut self,
        dialect: &Dialect,
        root: Parent,
        partial: &mut PartialToken,
    ) -> Result<()> {
        if self.lacks(root, dialect.scopes) {
            return Ok(());
        }
        let piece = self.scope(dialect, root)?;
        partial.set_scopes(piece);
        Ok(())
    }

    #[inline(never)]
    fn scope(&mut self, dialect: &Dialect, root: Parent) -> Result<Piece> {
        for path in dialect.scopes {
            if let Some((list, behind)) = path.each() {
                if let Some(nodes) = self.gathered_scopes(root, &list, &behind)? {
                    return Ok(Piece::List(nodes));
                }
                continue;
            }
            let Some(id) = self.find(root, path)? else { continue };
            let piece = self.scope_at(dialect, id, path)?;
            if !matches!(piece, Piece::None) {
                return Ok(piece);
            }
        }
        Ok(Piece::None)
    }

    /// Decodes the scopes of a member.
    fn scope_at(&mut self, dialect: &Dialect, id: Id, path: &FieldPath) -> Result<Piece> {
        // Fast path: a text has at most as many scopes as bytes.
        let Some(member) = self.member(id) else { return Ok(Piece::None) };
        if let Some(text) = self.plain_piece(id).filter(|_| member.value.len() <= self.limits.scopes) {
            self.tree.consume(id);
            return Ok(text);
        }
        match member.kind {
            JsonKind::String if dialect.empty_scope_is_absent && self.is_blank(member) => {}
            JsonKind::String => {
                if self.are_scopes(member, path, dialect.scopes_separated_by)? {
                    return Ok(self.take(id, member));
                }
                self.note(NoteKind::WrongType, path, member);
            }
            // An empty `scopes` of a format that nobody named may be those of anything.
            JsonKind::Array
                if dialect.is_generic && path.as_str() != SCOPE && is_empty(self.text, member) => {}
            JsonKind::Array => {
                let Some((from, to)) = self.tree.open(self.text, id)? else { return Ok(Piece::None) };
                if self.are_listed(from..to, path, member)? {
                    self.tree.consume(id);
                    return Ok(Piece::List(Span::new(from, to)));
                }
                self.note(NoteKind::WrongType, path, member);
            }
            _ if is_empty(self.text, member) => {}
            _ => self.note(NoteKind::WrongType, path, member),
        }
        Ok(Piece::None)
    }

    fn is_blank(&self, member: Member) -> bool {
        self.content(member).is_some_and(|text| is_blank(text.as_str()))
    }

    /// Returns true if a string is a list of scopes; too many scopes are an error.
    fn are_scopes(&self, member: Member, path: &FieldPath, separators: &[char]) -> Result<bool> {
        let text = self.content(member).ok_or_else(|| invalid(path, member))?;
        let text = text.as_str();
        let most = self.limits.scopes;
        // Each scope but the last takes at least two bytes.
        let many =
            text.len() > most && text.split(separators).filter(|scope| !scope.is_empty()).nth(most).is_some();
        if many {
            return Err(too_many(path, member));
        }
        // Only an escape can yield the separator of listed scopes.
        Ok(!(member.is_escaped() && text.contains(LIST_SEPARATOR)))
    }

    /// Returns true if all nodes are scopes; too many scopes are an error.
    fn are_listed(&self, mut nodes: Range<usize>, path: &FieldPath, list: Member) -> Result<bool> {
        if nodes.len() > self.limits.scopes {
            return Err(too_many(path, list));
        }
        Ok(nodes.all(|id| self.member(id).is_some_and(|member| is_scope(self.text, member))))
    }

    /// Gathers the scope of each element of a list.
    fn gathered_scopes(
        &mut self,
        root: Parent,
        list: &FieldPath,
        behind: &FieldPath,
    ) -> Result<Option<Span>> {
        let Some(id) = self.find(root, list)? else { return Ok(None) };
        let Some(member) = self.member(id) else { return Ok(None) };
        let Some((from, to)) = self.tree.copy_each(self.text, id, behind)? else { return Ok(None) };
        if self.are_listed(from..to, list, member)? {
            self.tree.consume_each(self.text, id, behind)?;
            return Ok(Some(Span::new(from, to)));
        }
        self.note(NoteKind::WrongType, list, member);
        Ok(None)
    }
}

#[cold]
fn too_many(path: &FieldPath, member: Member) -> Error {
    Error::new(ErrorKind::Limit).with_field(path.as_str()).with_offset(member.value.start())
}

/// The spellings of fields: the generic reading compares their names without case, `_` and `-`.
impl Decoder<'_> {
    /// Returns the members of an object that may have the name of a field in a spelling of its own: in most objects none.
    #[inline(always)]
    pub(super) fn spelled(&mut self, root: Parent) -> Result<Vec<Id>> {
        let members = self.members_of(root)?;
        let nodes = self.tree.nodes_in(&members).iter();
        let may_be = |(node, _): &(&Node, Id)| self.may_be_spelled(node);
        match nodes.clone().position(|node| self.may_be_spelled(node)) {
            None => Ok(Vec::new()),
            Some(first) => Ok(nodes.zip(members).skip(first).filter(may_be).map(|(_, id)| id).collect()),
        }
    }

    /// Returns false for nearly all members whose names have no meaning in any spelling, and for all that are consumed.
    #[inline(always)]
    fn may_be_spelled(&self, node: &Node) -> bool {
        let from_name = self.text.as_bytes().get(node.member.name.start()..);
        !node.is_consumed() && (node.member.name_escaped || from_name.is_some_and(may_be_spelling))
    }

    /// Decodes the fields beside a token whose members are named in a spelling of their own.
    #[cold]
    fn read_spelled_fields(
        &mut self,
        site: &TokenSite<'_>,
        spelled: &[Id],
        partial: &mut PartialToken,
    ) -> Result<()> {
        let (dialect, members) = (site.dialect, self.members_of(site.root)?);
        let mut scopes: Option<(usize, Id, &FieldPath)> = None;
        for id in spelled.iter().copied() {
            let Some(node) = self.tree.node(id).filter(|node| !node.is_consumed()) else { continue };
            let sent = name(self.text, node.member);
            let sent = sent.as_str();
            let spelled = [
                (TextField::AccessToken, Meaning::ACCESS_TOKEN),
                (TextField::RefreshToken, Meaning::REFRESH_TOKEN),
                (TextField::IdToken, Meaning::ID_TOKEN),
                (TextField::TokenType, Meaning::TOKEN_TYPE),
            ];
            let meaning = Meaning::of(sent);
            let of_name = spelled.into_iter().find(|(_, of_field)| meaning.has(*of_field));
            // An access token that was not located is not to be read: it can only differ from the one that was.
            let is_read = |field| field != TextField::AccessToken || partial.states(field);
            if let Some((field, _)) = of_name.filter(|(field, _)| is_read(*field)) {
                self.read_spelled(dialect, field, id, members.clone(), partial)?;
            } else if !partial.states(TextField::Scopes) {
                // Under the names themselves there are no scopes.
                let is_other = |path: &FieldPath| path.as_str() != sent && is_spelling(sent, path.as_str());
                let path = dialect.scopes.into_iter().enumerate().find(|(_, path)| is_other(path));
                scopes = path
                    .map(|(rank, path)| (rank, id, path))
                    .into_iter()
                    .chain(scopes)
                    .min_by_key(|(rank, ..)| *rank);
            }
        }
        if let Some((_, id, path)) = scopes {
            self.is_alone(id, members, path.as_str())?;
            let piece = self.scope_at(dialect, id, path)?;
            partial.set_scopes(piece);
        }
        Ok(())
    }

    /// Sets a token or its type, unless it is set; a text that differs from it is an error.
    fn read_spelled(
        &mut self,
        dialect: &Dialect,
        field: TextField,
        id: Id,
        members: Range<Id>,
        partial: &mut PartialToken,
    ) -> Result<()> {
        let Some(member) = self.present(id) else { return Ok(()) };
        let Some(sent) = self.content(member) else { return Ok(()) };
        let (sent, is_type) = (sent.as_str(), field == TextField::TokenType);
        let is_absent = if is_type { is_blank(sent) } else { is_placeholder(sent) || !is_token(sent) };
        if is_absent {
            return Ok(());
        }
        let name = match field {
            TextField::TokenType => "token_type",
            TextField::IdToken => "id_token",
            TextField::AccessToken => "access_token",
            _ => "refresh_token",
        };
        if let Some(first) = partial.text(field, self.text) {
            let first = first.as_str();
            if first == sent || is_type && first.eq_ignore_ascii_case(sent) {
                return Ok(());
            }
            self.is_alone(id, members, name)?;
            return Err(Error::new(ErrorKind::Ambiguous).with_field(name).with_offset(member.value.start()));
        }
        self.is_alone(id, members, name)?;
        if is_type {
            partial.kind = dialect.token_type_kind(sent.as_bytes());
        }
        let piece = self.take(id, member);
        partial.set(field, piece);
        Ok(())
    }

    /// Returns an error if another of some members has the name of one of them.
    pub(super) fn is_alone(&self, id: Id, members: Range<Id>, field: &'static str) -> Result<()> {
        let Some(node) = self.tree.node(id) else { return Ok(()) };
        let (own, hash) = (name(self.text, node.member), node.hash());
        let is_same =
            |node: &&Node| node.hash() == hash && name(self.text, node.member).as_str() == own.as_str();
        let mut same =
            members.filter(|other| *other != id).filter_map(|other| self.tree.node(other)).filter(is_same);
        match same.next() {
            Some(second) => {
                let duplicate = Error::new(ErrorKind::Duplicate).with_field(field);
                Err(duplicate.with_offset(second.member.name.start()))
            }
            None => Ok(()),
        }
    }
}
