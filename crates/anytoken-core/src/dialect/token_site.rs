//! The location of tokens in a response.

use super::Dialect;
use super::decode::{Decoder, Parent, invalid};
use crate::scan::Written;
use crate::secret::{is_placeholder, is_token, is_token_fast};
use crate::tree::Id;
use crate::{Error, ErrorKind, FieldPath, FieldPaths, JsonKind, NoteKind, Result};

/// The location of a token.
pub(super) struct TokenSite<'d> {
    pub(super) dialect: &'d Dialect,
    pub(super) root: Parent,
    /// The index of the dialect's place, and that of the object there.
    pub(super) place: (u8, u32),
    pub(super) access: Option<Id>,
    pub(super) id: Option<Id>,
    pub(super) refresh: Option<Id>,
}

impl Decoder<'_> {
    /// Locates the first token of the response, and adds further ones to `others`.
    pub(super) fn locate_tokens<'d>(
        &mut self,
        dialect: &'d Dialect,
        others: &mut Vec<TokenSite<'d>>,
    ) -> Result<TokenSite<'d>> {
        if dialect.at.is_empty() && dialect.also.is_empty() {
            return self.locate_token(dialect, None, (0, 0))?.ok_or_else(|| self.missing(dialect));
        }
        let mut first = None;
        for (place, index) in dialect.places().zip(0..=u8::MAX) {
            if place.last_resort && first.is_some() {
                continue;
            }
            let (root, elements) = place.roots(self.text, self.tree)?;
            for (root, object) in root.into_iter().chain(elements.map(Some)).zip(0..u32::MAX) {
                match self.locate_token(place, root, (index, object))? {
                    Some(found) if first.is_none() => first = Some(found),
                    Some(_) if others.len().saturating_add(1) >= self.limits.tokens => {
                        return Err(Error::new(ErrorKind::Limit).with_field(place.at));
                    }
                    Some(found) => others.push(found),
                    None => {}
                }
            }
        }
        first.ok_or_else(|| self.missing(dialect))
    }

    #[cold]
    fn missing(&self, dialect: &Dialect) -> Error {
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
        let access = self.token(dialect.access_token, root, true, dialect.one_of_each)?;
        let id = self.token(dialect.id_token, root, false, dialect.one_of_each)?;
        let refresh = self.token(dialect.refresh_token, root, true, dialect.one_of_each)?;
        let granted = access.is_some() || id.is_some() || dialect.refresh_token_is_grant && refresh.is_some();
        Ok(granted.then_some(TokenSite { dialect, root, place, access, id, refresh }))
    }

    /// Finds the member of a token: a string that can be one.
    ///
    /// A value of another type is an error if the token is `decisive`, else it is noted.
    #[inline(always)]
    fn token(&mut self, paths: FieldPaths, root: Parent, decisive: bool, alone: bool) -> Result<Option<Id>> {
        if self.lacks(root, paths) { Ok(None) } else { self.token_at(paths, root, decisive, alone) }
    }

    #[inline(never)]
    fn token_at(
        &mut self,
        paths: FieldPaths,
        root: Parent,
        decisive: bool,
        alone: bool,
    ) -> Result<Option<Id>> {
        let mut found = None;
        for path in paths {
            let Some(id) = self.find(root, path)? else { continue };
            if !self.holds_token(id, path, decisive)? {
                continue;
            }
            match found {
                None if !alone => return Ok(Some(id)),
                None => found = Some(id),
                Some(first) => self.same_token(first, id, path)?,
            }
        }
        Ok(found)
    }

    #[inline(always)]
    fn holds_token(&mut self, id: Id, path: &FieldPath, decisive: bool) -> Result<bool> {
        let visible = self.tree.node(id).filter(|node| node.member.string == Written::Visible);
        let sent = visible.and_then(|node| self.text.as_bytes().get(node.member.value.range()));
        if sent.is_some_and(is_token_fast) { Ok(true) } else { self.can_be_token(id, path, decisive) }
    }

    #[inline(never)]
    fn can_be_token(&mut self, id: Id, path: &FieldPath, decisive: bool) -> Result<bool> {
        let Some(member) = self.present(id) else { return Ok(false) };
        if member.kind != JsonKind::String {
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

    /// Returns an error unless two members hold the same token.
    fn same_token(&self, first: Id, second: Id, path: &FieldPath) -> Result<()> {
        let member = |id| self.tree.node(id).map(|node| node.member);
        let (Some(first), Some(second)) = (member(first), member(second)) else { return Ok(()) };
        let text = |member| self.content(member);
        match (text(first), text(second)) {
            (Some(first), Some(second)) if first.as_str() == second.as_str() => Ok(()),
            _ => Err(Error::new(ErrorKind::Ambiguous)
                .with_field(path.as_str())
                .with_offset(second.value.start())),
        }
    }
}
