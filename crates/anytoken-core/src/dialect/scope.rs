//! Decoding of scopes: in a string, in an array, or one in each element of an array.

use super::Dialect;
use super::decode::{Decoder, Parent, PartialToken, invalid, is_blank};
use super::value::{is_empty, is_scope};
use crate::field::Text;
use crate::scan::Member;
use crate::store::Piece;
use crate::{Error, ErrorKind, FieldPath, JsonKind, NoteKind, Result, Span, scopes};

impl Decoder<'_> {
    pub(super) fn scopes(&mut self, place: &Dialect, root: Parent, reading: &mut PartialToken) -> Result<()> {
        if self.lacks(root, place.scope) {
            return Ok(());
        }
        let piece = self.scope(place, root)?;
        if matches!(piece, Piece::List(_)) {
            reading.separators = scopes::LISTED;
        }
        reading.set(Text::Scopes, piece);
        Ok(())
    }

    #[inline(never)]
    fn scope(&mut self, place: &Dialect, root: Parent) -> Result<Piece> {
        for path in place.scope {
            if let Some((list, behind)) = path.each() {
                if let Some(nodes) = self.gathered_scopes(root, &list, &behind)? {
                    return Ok(Piece::List(nodes));
                }
                continue;
            }
            let Some(id) = self.find(root, path)? else { continue };
            // Fast path: a text has at most as many scopes as bytes.
            if let Some(text) = self.plain_text(id).filter(|text| text.len() <= self.limits.scopes) {
                self.tree.take(id);
                return Ok(Piece::Plain(text));
            }
            let Some(member) = self.tree.node(id).map(|node| node.member) else { continue };
            match member.kind {
                JsonKind::String if place.empty_scope_says_nothing && self.is_blank(member) => {}
                JsonKind::String => {
                    if self.are_scopes(member, path, place.scope_separators)? {
                        return Ok(self.take(id, member));
                    }
                    self.note(NoteKind::WrongType, path, member);
                }
                JsonKind::Array => {
                    let (from, to) = self.tree.open(self.text, id)?.unwrap_or_default();
                    if self.are_listed(from..to, path, member)? {
                        self.tree.take(id);
                        return Ok(Piece::List(Span::new(from, to)));
                    }
                    self.note(NoteKind::WrongType, path, member);
                }
                _ if is_empty(self.text, member) => {}
                _ => self.note(NoteKind::WrongType, path, member),
            }
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
        Ok(!(member.is_escaped() && text.contains(scopes::LISTED)))
    }

    /// Returns true if all nodes are scopes; too many scopes are an error.
    fn are_listed(&self, mut nodes: std::ops::Range<usize>, path: &FieldPath, list: Member) -> Result<bool> {
        if nodes.len() > self.limits.scopes {
            return Err(too_many(path, list));
        }
        Ok(nodes.all(|id| self.tree.node(id).is_some_and(|node| is_scope(self.text, node.member))))
    }

    /// Gathers the scope of each element of a list.
    fn gathered_scopes(
        &mut self,
        root: Parent,
        list: &FieldPath,
        behind: &FieldPath,
    ) -> Result<Option<Span>> {
        let Some(id) = self.find(root, list)? else { return Ok(None) };
        let Some(member) = self.tree.node(id).map(|node| node.member) else { return Ok(None) };
        let Some((from, to)) = self.tree.gather(self.text, id, behind)? else { return Ok(None) };
        if self.are_listed(from..to, list, member)? {
            self.tree.take_gathered(id, behind, self.text)?;
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
