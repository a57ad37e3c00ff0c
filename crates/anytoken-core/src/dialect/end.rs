//! When a token begins and ends, by what all members say of it.

use ::time::UtcDateTime;

use super::read::{Reader, Root, invalid};
use super::time::Told;
use super::value::is_empty;
use super::{Dialect, Never, Time};
use crate::scan::Member;
use crate::tree::{Id, Tree};
use crate::{ErrorKind, Expiry, JsonKind, Lifetime, NoteKind, Path, Result, number};

/// What the members that speak of one end have said so far, and what some words mean there.
struct Said<'d> {
    zero_ends: bool,
    words: &'d [Never],
    /// The first absolute end, in seconds since 1970.
    absolute: Option<i64>,
    /// The end of the first lifetime, and the member that says so.
    lifetime: Option<(i64, Id, &'static Path)>,
    never: bool,
    unknown: bool,
}

/// What the members that speak of one end say together.
#[derive(Default)]
struct End {
    /// In seconds since 1970.
    at: Option<i64>,
    never: bool,
    /// Whether a member says that the end is not known.
    unknown: bool,
}

impl Reader<'_> {
    pub(super) fn lifetime(
        &mut self,
        place: &Dialect,
        root: Root,
        renewable: bool,
        lifetime: &mut Lifetime,
    ) -> Result<()> {
        let mut issued = None;
        if self.speaks(place.issued, root) {
            let end = self.end(place.issued, root, None, true, &[])?;
            (issued, lifetime.issued_at) = (end.at, end.instant());
        }
        let mut expires = End::default();
        if self.speaks(place.expires, root) {
            expires = self.end(place.expires, root, issued, true, place.never)?;
        }
        if expires.says_nothing() {
            self.documented(place, root, issued, &mut expires)?;
        }
        lifetime.expires = expires.expiry();
        let mut refresh = End::default();
        if self.speaks(place.refresh_token_expires, root) {
            let (zero_ends, never) = (place.zero_ends_refresh_token, place.refresh_token_never);
            refresh = self.end(place.refresh_token_expires, root, issued, zero_ends, never)?;
        }
        if renewable && refresh.says_nothing() {
            refresh.never = place.refresh_token_never.iter().any(|never| matches!(never, Never::Silence));
        }
        lifetime.refresh_token_expires = refresh.expiry();
        if self.speaks(place.not_before, root) {
            lifetime.not_before = self.end(place.not_before, root, issued, true, &[])?.instant();
        }
        if self.speaks(place.refresh, root) {
            lifetime.refresh_at = self.end(place.refresh, root, issued, true, &[])?.instant();
        }
        if self.speaks(place.extended_expires, root) {
            let end = self.end(place.extended_expires, root, issued, false, &[])?;
            lifetime.extended_expires_at = end.instant();
        }
        Ok(())
    }

    /// Whether there can be a member that speaks of an end.
    #[inline(always)]
    fn speaks(&self, times: &[Time], root: Root) -> bool {
        !times.is_empty() && times.iter().any(|time| !self.tree.lacks(root, time.names()))
    }

    /// What the vendor documents of a token of which no end is stated, by whatever name.
    #[inline(never)]
    fn documented(&mut self, place: &Dialect, root: Root, issued: Option<i64>, end: &mut End) -> Result<()> {
        let silent = place.never.is_empty() && place.default_lifetime.is_none();
        if silent || !place.hints(self.text, self.tree, root)?.is_empty() {
            return Ok(());
        }
        for never in place.never {
            end.never |= match never {
                Never::Silence => true,
                Never::Word(path, word) => self.says(path, root, word)?,
                Never::Zero | Never::MinusOne | Never::Null => false,
            };
        }
        if let (Some(seconds), false) = (place.default_lifetime, end.never) {
            end.at = issued.unwrap_or(self.at).checked_add(seconds.into());
        }
        Ok(())
    }

    /// Whether a member is this text.
    fn says(&mut self, path: &Path, root: Root, word: &str) -> Result<bool> {
        let Some(id) = self.find(root, path)? else { return Ok(false) };
        let member = self.tree.node(id).map(|node| node.member);
        Ok(member.and_then(|member| self.content(member)).is_some_and(|text| text.as_str() == word))
    }

    /// What the members say together: an absolute end beats a lifetime, the first of each kind holds.
    #[inline(always)]
    fn end(
        &mut self,
        times: &[Time],
        root: Root,
        issued: Option<i64>,
        zero_ends: bool,
        never: &[Never],
    ) -> Result<End> {
        let mut said =
            Said { zero_ends, words: never, absolute: None, lifetime: None, never: false, unknown: false };
        for time in times {
            if !self.tree.lacks(root, time.names()) {
                let from = issued.filter(|_| time.counts_from_issue()).unwrap_or(self.at);
                self.hear(time, root, from, &mut said)?;
            }
        }
        if let (Some(absolute), Some((at, id, path))) = (said.absolute, said.lifetime) {
            let seconds = at.saturating_sub(absolute);
            if seconds.unsigned_abs() >= 60 {
                self.note_at(NoteKind::EndsDiffer { seconds }, path, id);
            }
        }
        let at = said.absolute.or(said.lifetime.map(|(at, ..)| at));
        Ok(End { at, never: said.never, unknown: said.unknown })
    }

    /// Hears the first member of a time that says anything: nearly always the first that is there, a whole number.
    #[inline(never)]
    fn hear(&mut self, time: &Time, root: Root, from: i64, said: &mut Said<'_>) -> Result<()> {
        let Some((id, path)) = self.first(time, root)? else { return Ok(()) };
        match self.whole(id).and_then(|whole| time.read_whole(whole, from)) {
            Some((at, is_lifetime)) => said.at(at, is_lifetime, id, path),
            None => return self.hear_any(time, root, from, said),
        }
        self.tree.take(id);
        Ok(())
    }

    /// The first member of a time that is there.
    #[inline(always)]
    fn first(&mut self, time: &Time, root: Root) -> Result<Option<(Id, &'static Path)>> {
        for path in time.paths() {
            if let Some(id) = self.find(root, path)? {
                return Ok(Some((id, path)));
            }
        }
        Ok(None)
    }

    /// The same of members that are written in any way.
    #[inline(never)]
    fn hear_any(&mut self, time: &Time, root: Root, from: i64, said: &mut Said<'_>) -> Result<()> {
        for path in time.paths() {
            let Some(id) = self.find(root, path)? else { continue };
            let Some(member) = self.tree.node(id).map(|node| node.member) else { continue };
            match self.told(time, member, path, from)? {
                Told::Nothing if member.kind == JsonKind::Null && said.words.contains(&Never::Null) => {
                    // A null stays an extra, whatever it says.
                    said.never = true;
                    return Ok(());
                }
                Told::Nothing => continue,
                Told::Unstated(NoteKind::MinusOne) if said.words.contains(&Never::MinusOne) => {
                    said.never = true;
                }
                Told::Unstated(note) => {
                    said.unknown = true;
                    self.note(note, path, member);
                    return Ok(());
                }
                Told::Zero if said.words.contains(&Never::Zero) => said.never = true,
                Told::Zero if !said.zero_ends => return Ok(()),
                Told::Zero => said.at(from, true, id, path),
                Told::At { at, lifetime, note } => {
                    if let Some(note) = note {
                        self.note(note, path, member);
                    }
                    said.at(at, lifetime, id, path);
                }
            }
            self.tree.take(id);
            return Ok(());
        }
        Ok(())
    }

    /// The whole number that nearly all members of times are, as a number or as text.
    #[inline(always)]
    fn whole(&self, id: Id) -> Option<i64> {
        let member = self.tree.node(id)?.member;
        let place = match member.kind {
            JsonKind::Number => member.value,
            JsonKind::String if !member.is_escaped() => member.value.inside(),
            _ => return None,
        };
        number::whole_at(self.text.as_bytes(), place.range()).filter(|_| place.len() <= self.limits.number)
    }

    /// What a member says, however it is written.
    fn told(&self, time: &Time, member: Member, path: &Path, from: i64) -> Result<Told> {
        let longest = self.limits.number;
        let told = match member.kind {
            JsonKind::Null => return Ok(Told::Nothing),
            JsonKind::Number => time.read(member.value.of(self.text), from, longest),
            JsonKind::String => match self.content(member) {
                Some(text) => time.read(text.as_str(), from, longest),
                None => Err(ErrorKind::Invalid),
            },
            _ => Err(ErrorKind::Invalid),
        };
        told.map_err(|kind| invalid(path, member).of_kind(kind))
    }
}

impl Dialect {
    /// The members of an object that seem to speak of the end, for they begin as such names do, but that the format does
    /// not read: beside them silence is none.
    #[cold]
    pub(super) fn hints(&self, text: &str, tree: &mut Tree, root: Root) -> Result<Vec<Id>> {
        const BEGINNINGS: [&str; 3] = ["expir", "access_token_expir", "accesstokenexpir"];
        let members = match root {
            None => tree.top(),
            Some(id) => tree.open(text, id)?.map_or(0..0, |(from, to)| from..to),
        };
        let is_read =
            |name: &str| self.expires.iter().flat_map(|time| time.paths()).any(|path| path.as_str() == name);
        let hints = |id: &Id| {
            tree.node(*id).filter(|node| !is_empty(text, node.member)).is_some_and(|node| {
                let name = node.name(text);
                BEGINNINGS.iter().any(|beginning| begins(&name, beginning)) && !is_read(&name)
            })
        };
        Ok(members.filter(hints).collect())
    }
}

/// Whether a name begins so, in letters of either case.
fn begins(name: &str, beginning: &str) -> bool {
    name.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
}

impl Said<'_> {
    /// Says an end: the first of each kind holds.
    #[inline(always)]
    fn at(&mut self, at: i64, is_lifetime: bool, id: Id, path: &'static Path) {
        if is_lifetime {
            self.lifetime = self.lifetime.or(Some((at, id, path)));
        } else {
            self.absolute = self.absolute.or(Some(at));
        }
    }
}

impl End {
    /// Whether no member speaks of it.
    fn says_nothing(&self) -> bool {
        self.at.is_none() && !self.never && !self.unknown
    }

    fn instant(&self) -> Option<UtcDateTime> {
        self.at.and_then(|at| UtcDateTime::from_unix_timestamp(at).ok())
    }

    fn expiry(&self) -> Expiry {
        match self.instant() {
            Some(at) => Expiry::At(at),
            None if self.never => Expiry::Never,
            None => Expiry::Unstated,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::value::RawValue;

    use super::*;
    use crate::{Adapter, Received, Result, Slot, Token};

    const SILENT: Dialect = Dialect { id: "silent", never: &[Never::Silence], ..Dialect::STANDARD };
    const ZERO: Dialect = Dialect { id: "zero", never: &[Never::Silence, Never::Zero], ..Dialect::STANDARD };

    fn read(dialect: &Dialect, body: &str) -> Option<Token> {
        let received = Received::new(body.as_bytes(), UtcDateTime::UNIX_EPOCH);
        dialect.decode(received).ok()?.into_token().ok()
    }

    fn written(dialect: &Dialect, token: &Token) -> Option<(String, Vec<Slot>)> {
        let encoded = dialect.write(token, UtcDateTime::UNIX_EPOCH).ok()?;
        Some((encoded.body.expose().to_owned(), encoded.dropped))
    }

    #[test]
    fn silence_is_none_beside_a_member_that_hints_at_an_end() {
        for (dialect, body, end) in [
            (&SILENT, r#"{"access_token":"E"}"#, Expiry::Never),
            (&SILENT, r#"{"access_token":"E","expiry":""}"#, Expiry::Never),
            (&SILENT, r#"{"access_token":"E","refresh_token_expires":1}"#, Expiry::Never),
            (&SILENT, r#"{"access_token":"E","expiry":"soon"}"#, Expiry::Unstated),
            (&SILENT, r#"{"access_token":"E","\u0045xpires_at":1}"#, Expiry::Unstated),
            (&ZERO, r#"{"access_token":"E","expires_in":0,"expiry":"soon"}"#, Expiry::Never),
        ] {
            let token = read(dialect, body);
            assert_eq!(token.as_ref().map(|token| token.lifetime().expires), Some(end), "{body}");
            let again = token.and_then(|token| written(dialect, &token));
            let (body_again, dropped) = again.unwrap_or_default();
            assert_eq!(dropped, [], "{body}");
            assert_eq!(
                read(dialect, &body_again).map(|token| token.lifetime().expires),
                Some(end),
                "{body_again}"
            );
        }
    }

    #[test]
    fn a_hint_gives_way_where_silence_is_to_say_something() -> Result<()> {
        let soon: &RawValue = serde_json::from_str("\"soon\"").map_err(|_| ErrorKind::Syntax)?;
        let never = Lifetime { expires: Expiry::Never, ..Lifetime::default() };
        let token = |id: &'static str| {
            Token::builder(id).access_token("E").lifetime(never).extra("expiry", soon).build()
        };
        let bare = r#"{"access_token":"E"}"#.to_owned();
        assert_eq!(written(&SILENT, &token("silent")?), Some((bare, vec![Slot::Extras])));
        let stated = r#"{"access_token":"E","expires_in":0,"expiry":"soon"}"#.to_owned();
        assert_eq!(written(&ZERO, &token("zero")?), Some((stated, vec![])));
        Ok(())
    }
}
