//! Decoding of an extra at a path of a field.

use super::Leftovers;
use crate::JsonKind;
use crate::dialect::time_rule::TimeValue;
use crate::dialect::value::{Content, content, is_empty, is_scope};
use crate::dialect::{Dialect, TimeRule};
use crate::field::Text;
use crate::scan::{DEEPEST, Member};
use crate::secret::{is_placeholder, is_token};
use crate::tree::Tree;

impl Leftovers {
    /// Decodes the time of a member, as far as it does not depend on the instant of receipt.
    pub(super) fn time_value(&self, time: &TimeRule, member: Member) -> Option<TimeValue> {
        let text = self.text.expose();
        match member.kind {
            JsonKind::Null => Some(TimeValue::Nothing),
            JsonKind::Number => time.read(member.value.of(text), 0, usize::MAX).ok(),
            JsonKind::String => time.read(content(text, member)?.as_str(), 0, usize::MAX).ok(),
            _ => None,
        }
    }

    /// Returns true if a member would be decoded into a text field, or be an error.
    pub(super) fn reads_as_text(&self, place: &Dialect, field: Text, member: Member) -> bool {
        let words = content(self.text.expose(), member);
        let words = words.as_ref().map(Content::as_str);
        let blank = words.is_some_and(|words| words.trim_ascii().is_empty());
        match field {
            Text::AccessToken | Text::RefreshToken | Text::IdToken => self.reads_as_token(field, member),
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
            // An invalid escape is an error.
            JsonKind::String => content(text, member).is_none() || is_scope(text, member),
            JsonKind::Array => {
                let elements = Tree::split(text, member.value, DEEPEST, 0);
                elements.is_ok_and(|(list, _)| list.unread().all(|(_, node)| is_scope(text, node.member)))
            }
            _ => false,
        }
    }

    /// Returns true if a member would be decoded as a token, or be an error.
    pub(super) fn reads_as_token(&self, field: Text, member: Member) -> bool {
        let text = self.text.expose();
        let is_read = field != Text::IdToken || member.kind == JsonKind::String;
        is_read
            && !is_empty(text, member)
            && content(text, member).is_none_or(|text| !is_placeholder(text.as_str()))
    }

    pub(super) fn can_be_token(&self, member: Member) -> bool {
        content(self.text.expose(), member).is_some_and(|text| is_token(text.as_str()))
    }
}
