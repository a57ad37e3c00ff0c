//! What an extra would be read as, if it stood at the place of a slot.

use super::Left;
use crate::JsonKind;
use crate::dialect::time::Told;
use crate::dialect::value::{content, is_empty, is_scope};
use crate::dialect::{Dialect, Time};
use crate::scan::{DEEPEST, Member};
use crate::secret::is_no_token;
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
        let blank =
            || content(self.text.expose(), member).is_some_and(|text| text.as_str().trim_ascii().is_empty());
        match slot {
            Text::AccessToken | Text::RefreshToken => self.reads_as_token(member),
            Text::IdToken => member.kind == JsonKind::String && self.reads_as_token(member),
            Text::TokenType if place.token_types.is_empty() => {
                !is_empty(self.text.expose(), member) && !blank()
            }
            Text::TokenType => {
                content(self.text.expose(), member).is_some_and(|text| place.is_token_type(text.as_str()))
            }
            Text::Scopes if place.empty_scope_says_nothing && blank() => false,
            Text::Scopes => self.reads_as_scopes(member),
            _ => matches!(member.kind, JsonKind::String | JsonKind::Number) && !blank(),
        }
    }

    fn reads_as_scopes(&self, member: Member) -> bool {
        let text = self.text.expose();
        if member.kind != JsonKind::Array {
            return member.kind == JsonKind::String && is_scope(text, member);
        }
        let elements = Tree::split(text, member.value, DEEPEST, 0);
        elements.is_ok_and(|(list, _)| list.left().all(|(_, node)| is_scope(text, node.member)))
    }

    pub(super) fn reads_as_token(&self, member: Member) -> bool {
        let text = self.text.expose();
        !is_empty(text, member) && content(text, member).is_none_or(|text| !is_no_token(text.as_str()))
    }
}
