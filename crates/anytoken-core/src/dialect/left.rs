//! The extras of a token on their way back: what of them may stand beside the slots, and where.

use ::time::UtcDateTime;

use super::out::{Name, Out, rendered};
use super::read::{content, is_empty};
use super::time::Told;
use super::write::is_readable_token;
use super::{Dialect, Never, Paths, Time};
use crate::scan::{DEEPEST, Member};
use crate::slot::Text;
use crate::tree::{Id, Node, Tree};
use crate::wiped::Wiped;
use crate::{Expiry, JsonKind, NoteKind, Result, Span, Token, json};

/// The extras as one object, split.
pub(super) struct Left {
    text: Wiped,
    tree: Tree,
}

/// What became of the extras.
#[derive(Default)]
pub(super) struct Checked {
    /// Whether an extra would be read as something that the token does not say; it is left out.
    pub(super) lost: bool,
    /// Whether an extra says that the end is not known.
    pub(super) unknown_end: bool,
}

impl Left {
    /// The extras of a token; `None` where it has none.
    pub(super) fn of(token: &Token) -> Option<Self> {
        if token.extras().is_empty() {
            return None;
        }
        let text = rendered(|out| {
            out("{");
            for (index, (name, extra)) in token.extras().iter().enumerate() {
                out(if index > 0 { "," } else { "" });
                json::quote(name, out);
                out(":");
                out(extra.as_json());
            }
            out("}");
        });
        let place = Span::new(0, text.len());
        // Extras were at the top of a body that was within its limits, so they are within the same.
        let (tree, _) = Tree::split(text.expose(), place, DEEPEST).ok()?;
        Some(Self { text, tree })
    }

    /// Leaves out what a slot is written over, and what would be read as more than the token says.
    pub(super) fn check(
        &mut self,
        dialect: &Dialect,
        place: &Dialect,
        token: &Token,
        at: UtcDateTime,
    ) -> Checked {
        let mut checked = Checked::default();
        if self.try_check(dialect, place, token, at, &mut checked).is_err() {
            // A member that the format reads stands there twice: no reader would take it.
            self.tree.top().for_each(|id| self.tree.take(id));
            checked.lost = true;
        }
        checked
    }

    fn try_check(
        &mut self,
        dialect: &Dialect,
        place: &Dialect,
        token: &Token,
        at: UtcDateTime,
        checked: &mut Checked,
    ) -> Result<()> {
        for (slot, paths) in [
            (Text::AccessToken, place.access_token),
            (Text::RefreshToken, place.refresh_token),
            (Text::IdToken, place.id_token),
            (Text::TokenType, place.token_type),
            (Text::Scopes, place.scope),
            (Text::Resource, place.resource),
            (Text::ClientId, place.client_id),
            (Text::Subject, place.subject),
        ] {
            self.check_text(place, slot, paths, token.text(slot).is_some(), checked)?;
        }
        let life = &token.lifetime;
        for (times, stated, zero_says) in [
            (place.expires, life.expires != Expiry::Unstated, true),
            (
                place.refresh_token_expires,
                life.refresh_token_expires != Expiry::Unstated,
                place.zero_ends_refresh_token,
            ),
            (place.extended_expires, life.extended_expires_at.is_some(), false),
            (place.issued, life.issued_at.is_some(), true),
            (place.not_before, life.not_before.is_some(), true),
            (place.refresh, life.refresh_at.is_some(), true),
        ] {
            for time in times {
                self.check_time(place, time, stated, zero_says, at, checked)?;
            }
        }
        for other in dialect.places().filter(|other| !std::ptr::eq(*other, place)) {
            for paths in [
                other.access_token,
                other.id_token,
                if other.grants_refresh_token { other.refresh_token } else { &[] },
            ] {
                for path in paths {
                    for id in self.all(other, path)? {
                        let readable = self.member(id).is_some_and(|member| self.reads_as_token(member));
                        self.leave_out(id, readable, checked);
                    }
                }
            }
        }
        self.check_outcome(dialect, checked)
    }

    /// A path of a text: the first is written over, a later one is read only where no earlier one is.
    fn check_text(
        &mut self,
        place: &Dialect,
        slot: Text,
        paths: Paths,
        stated: bool,
        checked: &mut Checked,
    ) -> Result<()> {
        for (index, path) in paths.iter().enumerate() {
            for id in self.all(place, path)? {
                let readable = self.member(id).is_some_and(|member| self.reads_as_text(slot, member));
                let written_over = stated && index == 0;
                if written_over || (readable && !stated) {
                    self.leave_out(id, readable, checked);
                }
            }
        }
        Ok(())
    }

    fn check_time(
        &mut self,
        place: &Dialect,
        time: &Time,
        stated: bool,
        zero_says: bool,
        at: UtcDateTime,
        checked: &mut Checked,
    ) -> Result<()> {
        let written = stated && time.is_written();
        for (index, path) in time.paths().iter().enumerate() {
            for id in self.all(place, path)? {
                let Some(member) = self.member(id) else { continue };
                let says = match self.told(time, member, at) {
                    Some(Told::Nothing) => false,
                    Some(Told::Unstated(NoteKind::MinusOne)) if place.never.contains(&Never::MinusOne) => {
                        true
                    }
                    Some(Told::Unstated(_)) => {
                        checked.unknown_end |= !written;
                        false
                    }
                    Some(Told::Zero) => zero_says,
                    Some(Told::At { .. }) | None => true,
                };
                let written_over = written && index == 0;
                if written_over || (says && !written) {
                    self.leave_out(id, says, checked);
                }
            }
        }
        Ok(())
    }

    /// Members that would make a refusal of the response.
    fn check_outcome(&mut self, dialect: &Dialect, checked: &mut Checked) -> Result<()> {
        for path in dialect.refusal.signs {
            let Some(id) = self.tree.find(self.text.expose(), None, path)? else { continue };
            let refuses = self.member(id).is_some_and(|member| self.is_sign(member));
            if refuses {
                self.leave_out(id, true, checked);
            }
        }
        if let Some((path, good)) = dialect.success
            && let Some(id) = self.tree.find(self.text.expose(), None, path)?
        {
            let value =
                self.member(id).map_or("", |member| member.value.of(self.text.expose())).trim_matches('"');
            if value != "null" && !good.iter().any(|good| good.trim_matches('"') == value) {
                self.leave_out(id, true, checked);
            }
        }
        Ok(())
    }

    /// Adds what is left to what is written; whether all of it found its place.
    pub(super) fn join<'w>(&'w self, root: &mut Out<'w>) -> bool {
        let nodes = self.tree.left().map(|(_, node)| node);
        let Out::Object(members) = root else { return false };
        self.join_members(nodes, members)
    }

    fn join_members<'w>(
        &'w self,
        nodes: impl Iterator<Item = &'w Node>,
        members: &mut Vec<(Name<'w>, Out<'w>)>,
    ) -> bool {
        let text = self.text.expose();
        let written = members.len();
        let mut whole = true;
        for node in nodes {
            let name = Name::Sent(node.member.name.outside().of(text));
            let own = members
                .iter_mut()
                .take(written)
                .find(|(own, _)| matches!(own, Name::Own(own) if name.is(own)));
            match own {
                Some((_, value)) => whole &= self.join_value(node, value),
                None => members.push((name, Out::Extra { text, tree: &self.tree, node })),
            }
        }
        whole
    }

    fn join_value<'w>(&'w self, node: &'w Node, value: &mut Out<'w>) -> bool {
        let inside = self.tree.left_inside(node);
        match value {
            Out::Object(members) if node.member.kind == JsonKind::Object => {
                self.join_members(inside.filter(|node| !self.tree.gone(node)), members)
            }
            Out::Array(elements) if node.member.kind == JsonKind::Array => {
                let mut whole = true;
                for (index, node) in inside.enumerate() {
                    match elements.get_mut(index) {
                        Some(_) if self.tree.gone(node) || self.is_vacant(node) => {}
                        Some(element) => whole &= self.join_value(node, element),
                        None => {
                            elements.push(Out::Extra { text: self.text.expose(), tree: &self.tree, node });
                        }
                    }
                }
                whole
            }
            _ => false,
        }
    }

    /// Whether an element stands for one that is gone.
    fn is_vacant(&self, node: &Node) -> bool {
        is_empty(self.text.expose(), node.member)
    }

    fn leave_out(&mut self, id: Id, loses: bool, checked: &mut Checked) {
        self.tree.take(id);
        checked.lost |= loses;
    }

    /// Every node that a path of a place leads to: one, or one an element of an array.
    fn all(&mut self, place: &Dialect, path: &'static str) -> Result<Vec<Id>> {
        let text = self.text.expose();
        let Some(list) = place.at.strip_suffix('*') else {
            let root = match place.at {
                "" => None,
                at => match self.tree.find(text, None, at)? {
                    Some(root) => {
                        self.tree.open(text, root)?;
                        Some(root)
                    }
                    None => return Ok(Vec::new()),
                },
            };
            let found = self.tree.find(text, root, path)?;
            return Ok(found.into_iter().collect());
        };
        let list = self.tree.find(text, None, list.strip_suffix('/').unwrap_or(list))?;
        let range = match list {
            Some(id) => self.tree.open(text, id)?.unwrap_or_default(),
            None => (0, 0),
        };
        let mut found = Vec::new();
        for root in range.0..range.1 {
            found.extend(self.tree.find(text, Some(root), path)?);
        }
        Ok(found)
    }

    fn member(&self, id: Id) -> Option<Member> {
        self.tree.node(id).map(|node| node.member)
    }

    fn told(&self, time: &Time, member: Member, at: UtcDateTime) -> Option<Told> {
        let text = self.text.expose();
        match member.kind {
            JsonKind::Null => Some(Told::Nothing),
            JsonKind::Number => time.read(member.value.of(text), at, usize::MAX).ok(),
            JsonKind::String => time.read(content(text, member)?.as_str(), at, usize::MAX).ok(),
            _ => None,
        }
    }

    /// Whether a member would fill a slot, or fail the response.
    fn reads_as_text(&self, slot: Text, member: Member) -> bool {
        let blank =
            || content(self.text.expose(), member).is_some_and(|text| text.as_str().trim_ascii().is_empty());
        match slot {
            Text::AccessToken | Text::RefreshToken => self.reads_as_token(member),
            Text::IdToken => member.kind == JsonKind::String && self.reads_as_token(member),
            Text::TokenType => !is_empty(self.text.expose(), member) && !blank(),
            Text::Scopes => matches!(member.kind, JsonKind::String | JsonKind::Array),
            _ => matches!(member.kind, JsonKind::String | JsonKind::Number) && !blank(),
        }
    }

    fn reads_as_token(&self, member: Member) -> bool {
        let text = self.text.expose();
        !is_empty(text, member) && content(text, member).is_none_or(|text| is_readable_token(text.as_str()))
    }

    fn is_sign(&self, member: Member) -> bool {
        let text = self.text.expose();
        let blank = content(text, member).is_some_and(|text| text.as_str().trim_ascii().is_empty());
        !is_empty(text, member) && !blank && !matches!(member.value.of(text), "0" | "\"0\"")
    }
}
