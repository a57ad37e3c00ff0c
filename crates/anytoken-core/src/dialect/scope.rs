//! What was granted: scopes in a string, in an array, or one in each element of an array.

use super::Dialect;
use super::read::{Reader, Reading, Root, invalid, is_blank};
use super::value::{is_empty, is_scope};
use crate::scan::Member;
use crate::slot::Text;
use crate::store::Piece;
use crate::{Error, ErrorKind, JsonKind, NoteKind, Path, Result, Span, scopes};

impl Reader<'_> {
    pub(super) fn scopes(&mut self, place: &Dialect, root: Root, reading: &mut Reading) -> Result<()> {
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
    fn scope(&mut self, place: &Dialect, root: Root) -> Result<Piece> {
        for path in place.scope {
            if let Some((list, behind)) = path.each() {
                if let Some(nodes) = self.gathered_scopes(root, &list, &behind)? {
                    return Ok(Piece::List(nodes));
                }
                continue;
            }
            let Some(id) = self.find(root, path)? else { continue };
            // No more scopes than bytes: there need not be a closer look at nearly any.
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

    /// Whether a string holds scopes, and not more than there may be.
    fn are_scopes(&self, member: Member, path: &Path, separators: &[char]) -> Result<bool> {
        let text = self.content(member).ok_or_else(|| invalid(path, member))?;
        let text = text.as_str();
        let most = self.limits.scopes;
        // Each scope but the last takes two bytes at least.
        let many =
            text.len() > most && text.split(separators).filter(|scope| !scope.is_empty()).nth(most).is_some();
        if many {
            return Err(too_many(path, member));
        }
        // Only an escape can bring the byte that stands between scopes of a list.
        Ok(!(member.is_escaped() && text.contains(scopes::LISTED)))
    }

    /// Whether some nodes are scopes, and not more than there may be.
    fn are_listed(&self, mut nodes: std::ops::Range<usize>, path: &Path, list: Member) -> Result<bool> {
        if nodes.len() > self.limits.scopes {
            return Err(too_many(path, list));
        }
        Ok(nodes.all(|id| self.tree.node(id).is_some_and(|node| is_scope(self.text, node.member))))
    }

    /// The scope in each element of a list.
    fn gathered_scopes(&mut self, root: Root, list: &Path, behind: &Path) -> Result<Option<Span>> {
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
fn too_many(path: &Path, member: Member) -> Error {
    Error::new(ErrorKind::Limit).with_field(path.as_str()).with_offset(member.value.start())
}
