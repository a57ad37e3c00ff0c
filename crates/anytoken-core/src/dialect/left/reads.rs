//! What an extra would be read as, if it stood at the place of a slot.

use super::Left;
use crate::JsonKind;
use crate::dialect::time::Told;
use crate::dialect::value::{Content, content, is_empty, is_scope};
use crate::dialect::{Dialect, Time};
use crate::scan::{DEEPEST, Member};
use crate::secret::{is_no_token, is_token};
use crate::slot::Text;
use crate::tree::Tree;

impl Left {
    /// What a member says, whenever it is read.
    pub(super) fn told(&self, time: &Time, member: Member) -> Option<Told> {
        let text = self.text.expose();
        match member.kind {
            JsonKind::Null => Some(Told::Nothing),
            JsonKind::Number => time.read(member.value.of(text), 0, usize::MAX).ok(),
            JsonKind::String => time.read(content(text, member)?.as_str(), 0, usize::MAX).ok(),
            _ => None,
        }
    }

    /// Whether a member would fill a slot, or fail the response.
    pub(super) fn reads_as_text(&self, place: &Dialect, slot: Text, member: Member) -> bool {
        let words = content(self.text.expose(), member);
        let words = words.as_ref().map(Content::as_str);
        let blank = words.is_some_and(|words| words.trim_ascii().is_empty());
        match slot {
            Text::AccessToken | Text::RefreshToken | Text::IdToken => self.reads_as_token(slot, member),
            Text::TokenType if place.token_types.is_empty() => {
                !is_empty(self.text.expose(), member) && !blank
            }
            Text::TokenType => words.is_some_and(|words| place.is_token_type(words)),
            Text::Scopes if place.empty_scope_says_nothing && blank => false,
            Text::Scopes => self.reads_as_scopes(member),
            _ if member.kind == JsonKind::Number => true,
            _ => words.is_some() && !blank,
        }
    }

    fn reads_as_scopes(&self, member: Member) -> bool {
        let text = self.text.expose();
        match member.kind {
            // One that names no character fails the response.
            JsonKind::String => content(text, member).is_none() || is_scope(text, member),
            JsonKind::Array => {
                let elements = Tree::split(text, member.value, DEEPEST, 0);
                elements.is_ok_and(|(list, _)| list.left().all(|(_, node)| is_scope(text, node.member)))
            }
            _ => false,
        }
    }

    /// Whether a member would be a token, or fail the response as one that cannot be.
    pub(super) fn reads_as_token(&self, slot: Text, member: Member) -> bool {
        let text = self.text.expose();
        let is_read = slot != Text::IdToken || member.kind == JsonKind::String;
        is_read
            && !is_empty(text, member)
            && content(text, member).is_none_or(|text| !is_no_token(text.as_str()))
    }

    pub(super) fn can_be_token(&self, member: Member) -> bool {
        content(self.text.expose(), member).is_some_and(|text| is_token(text.as_str()))
    }
}
