//! The extras of a token on their way back: what of them may stand beside the slots, and where.

mod join;
mod reads;

use super::out::rendered;
use super::time::Told;
use super::value::{content, is_empty, is_failure, is_scope, is_sign};
use super::{Dialect, Never, Numbered, Time};
use crate::scan::{DEEPEST, Member};
use crate::secret::same;
use crate::slot::Text;
use crate::tree::{Id, Tree};
use crate::wiped::Wiped;
use crate::{JsonKind, NoteKind, Path, Paths, Result, Span, Token, json};

/// The extras as one object, split.
pub(super) struct Left {
    text: Wiped,
    tree: Tree,
    /// The index of the object that the token is written into, where its place is a list.
    object: usize,
    /// Whether an extra would be read as something that the token does not say, and is left out.
    pub(super) lost: bool,
    /// Whether an extra says that the end of the token is not known.
    pub(super) unknown_end: bool,
}

/// What an extra that stands at the place of a slot would be read as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reads {
    /// Nothing: the next path is read.
    Nothing,
    /// That the end is not known: no further path is read.
    Unknown,
    /// A value of the slot, or an error.
    Value,
}

/// Which objects of a place are looked at: a list has many, any other place one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Objects {
    /// The one that the token is written into.
    Own,
    /// All but that.
    Others,
    All,
}

impl Left {
    /// The extras of a token, an object or a list; `None` where it has none.
    pub(super) fn of(token: &Token, object: usize, is_list: bool) -> Option<Self> {
        if token.extras().is_empty() {
            return None;
        }
        let text = rendered(|out| {
            out(if is_list { "[" } else { "{" });
            for (index, (name, extra)) in token.extras().iter().enumerate() {
                out(if index > 0 { "," } else { "" });
                if !is_list {
                    json::quote(name, out);
                    out(":");
                }
                json::compact(extra.as_json(), out);
            }
            out(if is_list { "]" } else { "}" });
        });
        let place = Span::new(0, text.len());
        // Extras were at the top of a body that was within its limits, so they are within the same.
        let (tree, _) = Tree::split(text.expose(), place, DEEPEST, token.extras().len()).ok()?;
        Some(Self { text, tree, object, lost: false, unknown_end: false })
    }

    /// The path that a text is written at: the first that no empty extra stands at.
    ///
    /// Extras that would be read in its place are left out, and so is one that there is no way around.
    pub(super) fn path_of_text(&mut self, place: &Dialect, slot: Text, paths: Paths, stated: bool) -> usize {
        if slot == Text::Scopes {
            paths.into_iter().for_each(|path| self.check_each(place, path));
        }
        let reads = |left: &Self, member| {
            if left.reads_as_text(place, slot, member) { Reads::Value } else { Reads::Nothing }
        };
        let free = self.path(place, paths.list(), stated, reads);
        if let (None, true, Some(path)) = (free, stated, paths.first()) {
            self.give_way(place, path);
        }
        free.unwrap_or(0)
    }

    /// Leaves out what stands at a path that there is no way around, unless it is empty.
    fn give_way(&mut self, place: &Dialect, path: &Path) {
        for id in self.all(place, path, Objects::Own) {
            let member = self.tree.node(id).map(|node| node.member);
            if member.is_some_and(|member| !is_empty(self.text.expose(), member)) {
                self.leave_out(id);
            }
        }
    }

    /// The path that a time is written at; `None` where an extra says at each that nothing is known.
    pub(super) fn path_of_time(
        &mut self,
        place: &Dialect,
        time: &Time,
        never: &[Never],
        stated: bool,
        zero_says: bool,
    ) -> Option<usize> {
        let reads = |left: &Self, member: Member| match left.told(time, member) {
            Some(Told::Nothing) => Reads::Nothing,
            Some(Told::Unstated(NoteKind::MinusOne)) if never.contains(&Never::MinusOne) => Reads::Value,
            Some(Told::Unstated(_)) => Reads::Unknown,
            Some(Told::Zero) if !zero_says => Reads::Unknown,
            Some(Told::Zero | Told::At { .. }) | None => Reads::Value,
        };
        self.path(place, time.paths(), stated, reads)
    }

    fn path(
        &mut self,
        place: &Dialect,
        paths: &'static [Path],
        stated: bool,
        reads: impl Fn(&Self, Member) -> Reads,
    ) -> Option<usize> {
        let mut free = None;
        for (index, path) in paths.iter().enumerate() {
            let mut taken = false;
            for id in self.all(place, path, Objects::Own) {
                let Some(node) = self.tree.node(id) else { continue };
                let (member, is_element) = (node.member, !node.is_named());
                match reads(self, member) {
                    Reads::Value if stated && free.is_some() => {}
                    Reads::Value => self.leave_out(id),
                    // An empty element keeps the place of one that is gone.
                    Reads::Nothing => taken = !(is_element && is_empty(self.text.expose(), member)),
                    Reads::Unknown if stated && free.is_some() => {}
                    Reads::Unknown => {
                        self.unknown_end = true;
                        return None;
                    }
                }
            }
            if !taken && free.is_none() {
                free = Some(index);
            }
        }
        free
    }

    /// Leaves out what would be read as a scope in each element of an array.
    fn check_each(&mut self, place: &Dialect, path: &Path) {
        let Some((list, behind)) = path.each() else { return };
        for list in self.all(place, &list, Objects::Own) {
            let each = self.tree.each(self.text.expose(), list, &behind).ok().flatten().unwrap_or_default();
            let reads =
                |id: &Id| self.tree.node(*id).is_some_and(|node| is_scope(self.text.expose(), node.member));
            if each.iter().all(reads) {
                each.into_iter().for_each(|id| self.leave_out(id));
            }
        }
    }

    /// Leaves out a word that would say that there is no end.
    pub(super) fn check_word(&mut self, place: &Dialect, path: &Path, word: &str) {
        for id in self.all(place, path, Objects::Own) {
            let member = self.tree.node(id).map(|node| node.member);
            let text = member.and_then(|member| content(self.text.expose(), member));
            if text.is_some_and(|text| text.as_str() == word) {
                self.leave_out(id);
            }
        }
    }

    /// Leaves out what would be read as an element of an array that is not there.
    pub(super) fn check_numbered(&mut self, place: &Dialect, numbered: &Numbered) {
        let text = self.text.expose();
        let top = || self.tree.top().filter_map(|id| Some((id, self.tree.node(id)?)));
        if place.at.split('/').next() == Some(numbered.list)
            || top().any(|(_, node)| node.name(text) == numbered.list)
        {
            return;
        }
        let read: Vec<Id> =
            top().filter(|(_, node)| numbered.number_of(text, node).is_some()).map(|(id, _)| id).collect();
        read.into_iter().for_each(|id| self.leave_out(id));
    }

    /// Leaves out a null that would say that there is no end.
    pub(super) fn check_null(&mut self, place: &Dialect, times: &[Time]) {
        for path in times.iter().flat_map(Time::paths) {
            for id in self.all(place, path, Objects::Own) {
                if self.tree.node(id).is_some_and(|node| node.member.kind == JsonKind::Null) {
                    self.leave_out(id);
                }
            }
        }
    }

    /// Whether an extra hints at an end, so that silence says nothing; where silence is to say something it is left out.
    pub(super) fn check_hints(&mut self, place: &Dialect, silence_says: bool) -> bool {
        let Ok(hints) = self.try_hints(place) else { return false };
        if silence_says {
            hints.iter().for_each(|id| self.leave_out(*id));
        }
        !silence_says && !hints.is_empty()
    }

    fn try_hints(&mut self, place: &Dialect) -> Result<Vec<Id>> {
        let text = self.text.expose();
        let (root, elements) = place.roots(text, &mut self.tree)?;
        let own = root.into_iter().chain(elements.map(Some)).nth(self.object);
        let mut hints = own.map_or(Ok(Vec::new()), |root| place.hints(text, &mut self.tree, root))?;
        hints.retain(|id| self.tree.node(*id).is_some_and(|node| !self.tree.gone(node)));
        Ok(hints)
    }

    /// Makes room at a path: what stands there says nothing.
    pub(super) fn make_room(&mut self, place: &Dialect, path: &Path) {
        for id in self.all(place, path, Objects::Own) {
            self.tree.take(id);
        }
    }

    /// Leaves out what would make another token of the response, or a refusal.
    pub(super) fn check_outcome(&mut self, dialect: &Dialect, place: &Dialect) {
        for other in dialect.places() {
            if other.last_resort && !std::ptr::eq(other, place) {
                continue;
            }
            let objects = if std::ptr::eq(other, place) { Objects::Others } else { Objects::All };
            for (slot, paths) in tokens_of(other) {
                // Where a refresh token alone grants nothing, one that cannot be read fails the response all the same.
                let grants = slot != Text::RefreshToken || other.grants_refresh_token;
                for id in
                    paths.into_iter().flat_map(|path| self.all(other, path, objects)).collect::<Vec<_>>()
                {
                    let reads =
                        |member| self.reads_as_token(slot, member) && (grants || !self.can_be_token(member));
                    if self.tree.node(id).is_some_and(|node| reads(node.member)) {
                        self.leave_out(id);
                    }
                }
            }
        }
        if let Err(_twice) = self.check_refusal(dialect) {
            self.leave_all_out();
        }
    }

    /// Leaves out what would stand beside a token as another one for the same slot.
    pub(super) fn check_twins(&mut self, place: &Dialect, token: &Token) {
        if !place.one_of_each {
            return;
        }
        for (slot, paths) in tokens_of(place) {
            for id in
                paths.into_iter().flat_map(|path| self.all(place, path, Objects::Own)).collect::<Vec<_>>()
            {
                let text = self.text.expose();
                let member = self.tree.node(id).map(|node| node.member);
                let twin = member.filter(|member| self.reads_as_token(slot, *member));
                let differs = |twin: &str| token.text(slot).is_some_and(|token| !same(token, twin));
                if twin.is_some_and(|twin| content(text, twin).is_none_or(|twin| differs(twin.as_str()))) {
                    self.leave_out(id);
                }
            }
        }
    }

    fn check_refusal(&mut self, dialect: &Dialect) -> Result<()> {
        for path in dialect.refusal.signs.into_iter().chain(dialect.refusal.steps) {
            let Some(id) = self.tree.find(self.text.expose(), None, path)? else { continue };
            if self.tree.node(id).is_some_and(|node| is_sign(self.text.expose(), node.member)) {
                self.leave_out(id);
            }
        }
        if let Some((path, good)) = dialect.success
            && let Some(id) = self.tree.find(self.text.expose(), None, &path)?
        {
            let text = self.text.expose();
            if self.tree.node(id).is_some_and(|node| is_failure(text, node.member, good)) {
                self.leave_out(id);
            }
        }
        Ok(())
    }

    fn leave_out(&mut self, id: Id) {
        self.tree.take(id);
        self.lost = true;
    }

    /// No reader takes a body in which a member that its format reads stands twice.
    fn leave_all_out(&mut self) {
        self.tree.top().for_each(|id| self.tree.take(id));
        self.lost = true;
    }

    /// Every node that a path leads to from some of the objects of a place.
    fn all(&mut self, place: &Dialect, path: &Path, objects: Objects) -> Vec<Id> {
        match self.try_all(place, path, objects) {
            Ok(found) => found,
            Err(_twice) => {
                self.leave_all_out();
                Vec::new()
            }
        }
    }

    fn try_all(&mut self, place: &Dialect, path: &Path, objects: Objects) -> Result<Vec<Id>> {
        let text = self.text.expose();
        let (root, elements) = place.roots(text, &mut self.tree)?;
        let roots = root.into_iter().chain(elements.map(Some));
        let mut found = Vec::new();
        for (index, root) in roots.enumerate() {
            let own = index == self.object;
            if objects == Objects::All || own == (objects == Objects::Own) {
                found.extend(self.tree.find(text, root, path)?);
            }
        }
        Ok(found)
    }
}

/// Where a place has its tokens.
fn tokens_of(place: &Dialect) -> [(Text, Paths); 3] {
    [
        (Text::AccessToken, place.access_token),
        (Text::RefreshToken, place.refresh_token),
        (Text::IdToken, place.id_token),
    ]
}

#[cfg(test)]
mod tests {
    use serde_json::value::RawValue;

    use crate::{Adapter, Dialect, Slot, Token};

    fn written(extras: &[(&str, &str)]) -> (String, Vec<Slot>) {
        let raw: Vec<(&str, Box<RawValue>)> = extras
            .iter()
            .filter_map(|(name, json)| Some((*name, RawValue::from_string((*json).to_owned()).ok()?)))
            .collect();
        let mut builder = Token::builder("oauth2").access_token("EXAMPLE").scopes([]);
        for (name, json) in &raw {
            builder = builder.extra(name, json);
        }
        let encoded =
            builder.build().and_then(|token| Dialect::OAUTH2.write(&token, ::time::UtcDateTime::UNIX_EPOCH));
        encoded.map(|encoded| (encoded.body.expose().to_owned(), encoded.dropped)).unwrap_or_default()
    }

    #[test]
    fn an_extra_that_would_be_read_is_left_out_and_said_to_be() {
        let bare = r#"{"access_token":"EXAMPLE","scope":""}"#.to_owned();
        for extra in [
            ("refresh_token", "\"EXAMPLE-2\""),
            ("accessToken", "\"EXAMPLE-2\""),
            ("expires_in", "60"),
            ("expires_at", "\"soon\""),
            ("error", "{\"code\":1}"),
            ("token_type", "5"),
        ] {
            assert_eq!(written(&[extra]), (bare.clone(), vec![Slot::Extras]), "{extra:?}");
        }
    }

    #[test]
    fn an_extra_that_says_nothing_stays() {
        for (name, json) in [
            ("refresh_token", "\"\""),
            ("accessToken", "\"EXAMPLE\""),
            ("expires_in", "-1"),
            ("expires_at", "null"),
            ("error", "false"),
            ("id_token", "0"),
            ("n", "1.50"),
        ] {
            let body = format!(r#"{{"access_token":"EXAMPLE","scope":"","{name}":{json}}}"#);
            assert_eq!(written(&[(name, json)]), (body, vec![]), "{name}");
        }
    }
}
