//! Reading by a dialect.

use std::ops::Range;

use ::time::UtcDateTime;

use super::time::Told;
use super::value::{Content, content, is_empty, is_scope, piece};
use super::{Dialect, Never, Paths, Time};
use crate::body::Body;
use crate::lifetime::seconds_between;
use crate::scan::Member;
use crate::secret::{is_no_token, is_token};
use crate::slot::TEXTS;
use crate::store::{Piece, Store};
use crate::token_type::TokenTypeKind;
use crate::tree::{Id, Tree};
use crate::{
    Decoded, Error, ErrorKind, Expiry, Format, JsonKind, Lifetime, Note, NoteKind, Outcome, Path, Result,
    Span, Token, scopes,
};

/// A token as it was found: places in the body.
struct Reading {
    pieces: [Piece; TEXTS],
    kind: TokenTypeKind,
    separators: &'static [char],
    lifetime: Lifetime,
    place: (u8, u32),
}

impl Dialect {
    /// Reads a body into a token of `format`, or a refusal.
    pub(crate) fn read_as(&self, mut body: Body<'_>, format: Format) -> Result<Decoded> {
        let mut notes = Vec::new();
        let refused = self.refused(&mut body, &mut notes);
        let refused = refused.map_err(|error| body.with_place(error).with_format(format.clone()))?;
        if refused {
            let refusal = self.refusal(body, &mut notes, format);
            return Ok(Decoded { outcome: Outcome::Refused(refusal), notes, related: Vec::new() });
        }
        let readings = Reader { dialect: self, body: &mut body, notes: &mut notes }.readings();
        let (first, others) = readings.map_err(|error| body.with_place(error).with_format(format.clone()))?;
        let related = others.into_iter().map(|reading| {
            let (store, texts) = Store::of_pieces(&mut body, reading.pieces);
            reading_token(&reading, store, texts, format.clone())
        });
        let related = related.collect();
        let (store, texts) = Store::over(body, first.pieces);
        let token = reading_token(&first, store, texts, format);
        Ok(Decoded { outcome: Outcome::Granted(token), notes, related })
    }
}

fn reading_token(reading: &Reading, store: Store, texts: [Span; TEXTS], format: Format) -> Token {
    let Reading { kind, separators, lifetime, place, .. } = *reading;
    Token { format, store, texts, kind, separators, lifetime, place }
}

struct Reader<'r, 'b> {
    dialect: &'r Dialect,
    body: &'r mut Body<'b>,
    notes: &'r mut Vec<Note>,
}

/// What the members that speak of one end say together.
struct End {
    at: Option<UtcDateTime>,
    never: bool,
    /// Whether a member says that the end is not known.
    unknown: bool,
}

impl Reader<'_, '_> {
    /// The tokens of the response: the first, and those beside it.
    fn readings(&mut self) -> Result<(Reading, Vec<Reading>)> {
        let (mut first, mut others) = (None, Vec::new());
        let dialect = self.dialect;
        for (index, place) in dialect.places().enumerate() {
            let index = u8::try_from(index).unwrap_or(u8::MAX);
            let (root, elements) = place.roots(self.body.text.as_str(), &mut self.body.tree)?;
            for (root, object) in root.into_iter().chain(elements.map(Some)).zip(0..u32::MAX) {
                match self.reading(place, root, (index, object))? {
                    Some(reading) if first.is_none() => first = Some(reading),
                    Some(_) if others.len().saturating_add(1) >= self.body.limits.tokens => {
                        return Err(Error::new(ErrorKind::Limit).with_field(place.at));
                    }
                    Some(reading) => others.push(reading),
                    None => {}
                }
            }
        }
        first.map(|first| (first, others)).ok_or_else(|| {
            if self.body.is_list() {
                return Error::new(ErrorKind::Shape).with_offset(0);
            }
            let wanted = [dialect.access_token, dialect.id_token, dialect.refresh_token];
            let field = wanted.into_iter().flatten().next().copied();
            Error::new(ErrorKind::Missing).with_field(field.map_or("access_token", Path::as_str))
        })
    }

    /// The token at a place; `None` where there is none, and then nothing of the place is taken.
    fn reading(&mut self, place: &Dialect, root: Root, index: (u8, u32)) -> Result<Option<Reading>> {
        let access = self.token(place.access_token, root, true, place.one_of_each)?;
        let id = self.token(place.id_token, root, false, place.one_of_each)?;
        let refresh = self.token(place.refresh_token, root, true, place.one_of_each)?;
        if access.is_none() && id.is_none() && !(place.grants_refresh_token && refresh.is_some()) {
            return Ok(None);
        }
        let (token_type, kind) = self.token_type(place, root)?;
        let (scopes, separators) = self.scopes(place.scope, root, place.scope_separators)?;
        let lifetime = self.lifetime(place, root)?;
        // In the order of `Text::ALL`.
        let pieces = [
            self.taken(access),
            self.taken(refresh),
            self.taken(id),
            token_type,
            scopes,
            self.describing(place.resource, root)?,
            self.describing(place.client_id, root)?,
            self.describing(place.subject, root)?,
            place.scheme.map_or(Piece::None, Piece::Word),
        ];
        Ok(Some(Reading { pieces, kind, separators, lifetime, place: index }))
    }

    /// The member of a token: a string that can be one.
    ///
    /// A value of another type is an error where the token is `decisive`, else it is noted.
    fn token(&mut self, paths: Paths, root: Root, decisive: bool, alone: bool) -> Result<Option<Id>> {
        let mut found = None;
        for path in paths {
            let Some((id, member)) = self.member(root, path)? else { continue };
            if member.kind != JsonKind::String {
                if decisive {
                    return Err(invalid(path, member));
                }
                self.note(NoteKind::WrongType, path, member);
                continue;
            }
            let text = self.text(member).ok_or_else(|| invalid(path, member))?;
            if is_no_token(text.as_str()) {
                continue;
            }
            if !is_token(text.as_str()) {
                return Err(invalid(path, member));
            }
            match found {
                None if !alone => return Ok(Some(id)),
                None => found = Some((id, member)),
                Some((_, first)) => {
                    let same = self.text(first).is_some_and(|first| first.as_str() == text.as_str());
                    if !same {
                        let error = Error::new(ErrorKind::Ambiguous).with_field(path.as_str());
                        return Err(error.with_offset(member.value.start()));
                    }
                }
            }
        }
        Ok(found.map(|(id, _)| id))
    }

    fn token_type(&mut self, place: &Dialect, root: Root) -> Result<(Piece, TokenTypeKind)> {
        for path in place.token_type {
            let Some((id, member)) = self.member(root, path)? else { continue };
            if member.kind != JsonKind::String {
                return Err(invalid(path, member));
            }
            let text = self.text(member).ok_or_else(|| invalid(path, member))?;
            if !text.as_str().trim_ascii().is_empty() {
                let kind = place.token_type_kind(text.as_str());
                return Ok((self.taken(Some(id)), kind));
            }
        }
        Ok((Piece::None, TokenTypeKind::Other))
    }

    fn scopes(
        &mut self,
        paths: Paths,
        root: Root,
        separators: &'static [char],
    ) -> Result<(Piece, &'static [char])> {
        for path in paths {
            let Some(id) = self.body.find(root, path)? else { continue };
            let Some(member) = self.body.tree.node(id).map(|node| node.member) else { continue };
            let most = self.body.limits.scopes;
            let too_many =
                || Error::new(ErrorKind::Limit).with_field(path.as_str()).with_offset(member.value.start());
            match member.kind {
                JsonKind::Null => continue,
                JsonKind::String => {
                    let text = self.text(member).ok_or_else(|| invalid(path, member))?;
                    if text.as_str().contains(scopes::LISTED) {
                        self.note(NoteKind::WrongType, path, member);
                        continue;
                    }
                    let count = || text.as_str().split(separators).filter(|scope| !scope.is_empty()).count();
                    if text.as_str().len() > most && count() > most {
                        return Err(too_many());
                    }
                    return Ok((self.taken(Some(id)), separators));
                }
                JsonKind::Array => {
                    let (from, to) = self.body.tree.open(self.body.text.as_str(), id)?.unwrap_or_default();
                    if to.saturating_sub(from) > most {
                        return Err(too_many());
                    }
                    let mut elements = (from..to).filter_map(|id| self.body.tree.node(id));
                    if elements.all(|node| is_scope(self.body.text.as_str(), node.member)) {
                        self.body.tree.take(id);
                        return Ok((Piece::List(id), scopes::LISTED));
                    }
                    self.note(NoteKind::WrongType, path, member);
                }
                _ if self.is_empty(member) => continue,
                _ => self.note(NoteKind::WrongType, path, member),
            }
        }
        Ok((Piece::None, separators))
    }

    /// A text that describes the token, or the digits of a number; any other type is noted and left where it is.
    fn describing(&mut self, paths: Paths, root: Root) -> Result<Piece> {
        for path in paths {
            let Some((id, member)) = self.member(root, path)? else { continue };
            match member.kind {
                JsonKind::Number => {
                    self.body.tree.take(id);
                    return Ok(Piece::Plain(member.value));
                }
                JsonKind::String => match self.text(member) {
                    Some(text) if text.as_str().trim_ascii().is_empty() => {}
                    Some(_) => return Ok(self.taken(Some(id))),
                    None => self.note(NoteKind::WrongType, path, member),
                },
                _ => self.note(NoteKind::WrongType, path, member),
            }
        }
        Ok(Piece::None)
    }

    fn lifetime(&mut self, place: &Dialect, root: Root) -> Result<Lifetime> {
        let expires = self.end(place.expires, root, true, place.never)?;
        let silent = !expires.unknown && place.never.contains(&Never::Silence);
        let refresh = self.end(place.refresh_token_expires, root, place.zero_ends_refresh_token, &[])?;
        Ok(Lifetime {
            issued_at: self.end(place.issued, root, true, &[])?.at,
            not_before: self.end(place.not_before, root, true, &[])?.at,
            refresh_at: self.end(place.refresh, root, true, &[])?.at,
            expires: match expires.at {
                Some(at) => Expiry::At(at),
                None if expires.never || silent => Expiry::Never,
                None => Expiry::Unstated,
            },
            extended_expires_at: self.end(place.extended_expires, root, false, &[])?.at,
            refresh_token_expires: refresh.at.map_or(Expiry::Unstated, Expiry::At),
        })
    }

    /// What the members say together: an absolute end beats a lifetime, the first of each kind holds.
    fn end(&mut self, times: &[Time], root: Root, zero_ends: bool, never: &[Never]) -> Result<End> {
        let mut absolute = None;
        let mut lifetime: Option<(UtcDateTime, &Path, Member)> = None;
        let mut end = End { at: None, never: false, unknown: false };
        for time in times {
            let Some((id, member, path, told)) = self.told(time, root)? else { continue };
            match told {
                Told::Nothing => continue,
                Told::Unstated(NoteKind::MinusOne) if never.contains(&Never::MinusOne) => end.never = true,
                Told::Unstated(note) => {
                    end.unknown = true;
                    self.note(note, path, member);
                    continue;
                }
                Told::Zero if never.contains(&Never::Zero) => end.never = true,
                Told::Zero if !zero_ends => continue,
                Told::Zero => drop(lifetime.get_or_insert((self.body.at(), path, member))),
                Told::At { at, lifetime: is_lifetime, note } => {
                    if let Some(note) = note {
                        self.note(note, path, member);
                    }
                    if is_lifetime {
                        lifetime.get_or_insert((at, path, member));
                    } else {
                        absolute.get_or_insert(at);
                    }
                }
            }
            self.body.tree.take(id);
        }
        if let (Some(absolute), Some((at, path, member))) = (absolute, lifetime) {
            let seconds = seconds_between(absolute, at);
            if seconds.unsigned_abs() >= 60 {
                self.note(NoteKind::EndsDiffer { seconds }, path, member);
            }
        }
        end.at = absolute.or(lifetime.map(|(at, ..)| at));
        Ok(end)
    }

    /// The first member of a time that says anything.
    fn told(&mut self, time: &Time, root: Root) -> Result<Option<(Id, Member, &'static Path, Told)>> {
        for path in time.paths() {
            let Some(id) = self.body.find(root, path)? else { continue };
            let Some(member) = self.body.tree.node(id).map(|node| node.member) else { continue };
            let (at, longest) = (self.body.at(), self.body.limits.number);
            let told = match member.kind {
                JsonKind::Null => continue,
                JsonKind::Number => time.read(member.value.of(self.body.text.as_str()), at, longest),
                JsonKind::String => match self.text(member) {
                    Some(text) => time.read(text.as_str(), at, longest),
                    None => Err(ErrorKind::Invalid),
                },
                _ => Err(ErrorKind::Invalid),
            };
            match told.map_err(|kind| invalid(path, member).of_kind(kind))? {
                Told::Nothing => {}
                told => return Ok(Some((id, member, path, told))),
            }
        }
        Ok(None)
    }

    /// The member at a path, unless it is absent in any of the ways that a member can be.
    fn member(&mut self, root: Root, path: &Path) -> Result<Option<(Id, Member)>> {
        let Some(id) = self.body.find(root, path)? else { return Ok(None) };
        let member = self.body.tree.node(id).map(|node| node.member);
        Ok(member.filter(|member| !self.is_empty(*member)).map(|member| (id, member)))
    }

    fn is_empty(&self, member: Member) -> bool {
        is_empty(self.body.text.as_str(), member)
    }

    fn text(&self, member: Member) -> Option<Content<'_>> {
        content(self.body.text.as_str(), member)
    }

    /// The piece of a string that has been checked; it is no extra any more.
    fn taken(&mut self, id: Option<Id>) -> Piece {
        let Some(member) = id.and_then(|id| self.body.tree.node(id)).map(|node| node.member) else {
            return Piece::None;
        };
        id.into_iter().for_each(|id| self.body.tree.take(id));
        piece(member)
    }

    fn note(&mut self, kind: NoteKind, path: &Path, member: Member) {
        let at = self.body.place(member.value);
        self.notes.push(Note { kind, field: path.as_str(), at });
    }
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

    pub(super) fn token_type_kind(&self, sent: &str) -> TokenTypeKind {
        let bearer = self.bearer_words.iter().any(|word| word.eq_ignore_ascii_case(sent));
        if bearer { TokenTypeKind::Bearer } else { TokenTypeKind::of(sent) }
    }
}

fn invalid(path: &Path, member: Member) -> Error {
    Error::new(ErrorKind::Invalid)
        .with_field(path.as_str())
        .with_found(member.kind)
        .with_offset(member.value.start())
}
