//! When a token begins and ends, by what all members say of it.

use ::time::UtcDateTime;

use super::read::{Reader, Root, invalid};
use super::time::Told;
use super::value::is_empty;
use super::{Dialect, Never, Time};
use crate::scan::{Member, Written};
use crate::tree::Id;
use crate::{ErrorKind, Expiry, JsonKind, Lifetime, NoteKind, Path, Result, number};

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
    pub(super) fn lifetime(&mut self, place: &Dialect, root: Root, renewable: bool) -> Result<Lifetime> {
        let issued = self.end(place.issued, root, None, true, &[])?;
        let mut expires = self.end(place.expires, root, issued.at, true, place.never)?;
        if expires.says_nothing() {
            self.documented(place, root, issued.at, &mut expires)?;
        }
        let zero_ends = place.zero_ends_refresh_token;
        let refresh_never = place.refresh_token_never;
        let mut refresh = self.end(place.refresh_token_expires, root, issued.at, zero_ends, refresh_never)?;
        refresh.never |= renewable && refresh.says_nothing() && refresh_never.contains(&Never::Silence);
        Ok(Lifetime {
            issued_at: issued.instant(),
            not_before: self.end(place.not_before, root, issued.at, true, &[])?.instant(),
            refresh_at: self.end(place.refresh, root, issued.at, true, &[])?.instant(),
            expires: expires.expiry(),
            extended_expires_at: self.end(place.extended_expires, root, issued.at, false, &[])?.instant(),
            refresh_token_expires: refresh.expiry(),
        })
    }

    /// What the vendor documents of a token of which no end is stated, by whatever name.
    #[inline(never)]
    fn documented(&mut self, place: &Dialect, root: Root, issued: Option<i64>, end: &mut End) -> Result<()> {
        if place.never.is_empty() && place.default_lifetime.is_none() || self.hints_at_an_end(place, root)? {
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

    /// Whether a member that the format does not read seems to speak of the end: it begins as such names do.
    #[cold]
    fn hints_at_an_end(&mut self, place: &Dialect, root: Root) -> Result<bool> {
        const BEGINNINGS: [&str; 3] = ["expir", "access_token_expir", "accesstokenexpir"];
        let read = |name: &str| {
            let mut paths = place.expires.iter().flat_map(|time| time.paths());
            paths.any(|path| path.as_str() == name)
        };
        let begins = |name: &str, beginning: &str| {
            name.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
        };
        let members = match root {
            None => self.tree.top(),
            Some(id) => self.tree.open(self.text, id)?.map_or(0..0, |(from, to)| from..to),
        };
        Ok(members.filter_map(|id| self.tree.node(id)).any(|node| {
            let name = node.member.name.of(self.text);
            BEGINNINGS.iter().any(|beginning| begins(name, beginning))
                && !read(name)
                && !is_empty(self.text, node.member)
        }))
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
        if times.iter().all(|time| self.tree.lacks(root, time.names())) {
            return Ok(End::default());
        }
        self.end_of(times, root, issued, zero_ends, never)
    }

    #[inline(never)]
    fn end_of(
        &mut self,
        times: &[Time],
        root: Root,
        issued: Option<i64>,
        zero_ends: bool,
        never: &[Never],
    ) -> Result<End> {
        let mut end = End::default();
        let mut absolute = None;
        let mut lifetime: Option<(i64, Id, &Path)> = None;
        for time in times {
            let from = issued.filter(|_| time.counts_from_issue()).unwrap_or(self.at);
            let null_says = never.contains(&Never::Null);
            let Some((id, path, told)) = self.told(time, root, from, null_says)? else { continue };
            match told {
                // A null stays an extra, whatever it says.
                Told::Nothing => {
                    end.never = true;
                    continue;
                }
                Told::Unstated(NoteKind::MinusOne) if never.contains(&Never::MinusOne) => end.never = true,
                Told::Unstated(note) => {
                    end.unknown = true;
                    self.note_at(note, path, id);
                    continue;
                }
                Told::Zero if never.contains(&Never::Zero) => end.never = true,
                Told::Zero if !zero_ends => continue,
                Told::Zero => lifetime = lifetime.or(Some((from, id, path))),
                Told::At { at, lifetime: is_lifetime, note } => {
                    if let Some(note) = note {
                        self.note_at(note, path, id);
                    }
                    if is_lifetime {
                        lifetime = lifetime.or(Some((at, id, path)));
                    } else {
                        absolute = absolute.or(Some(at));
                    }
                }
            }
            self.tree.take(id);
        }
        if let (Some(absolute), Some((at, id, path))) = (absolute, lifetime) {
            let seconds = at.saturating_sub(absolute);
            if seconds.unsigned_abs() >= 60 {
                self.note_at(NoteKind::EndsDiffer { seconds }, path, id);
            }
        }
        end.at = absolute.or(lifetime.map(|(at, ..)| at));
        Ok(end)
    }

    /// The first member of a time that says anything.
    #[inline]
    fn told(
        &mut self,
        time: &Time,
        root: Root,
        from: i64,
        null_says: bool,
    ) -> Result<Option<(Id, &'static Path, Told)>> {
        for path in time.paths() {
            let Some(id) = self.find(root, path)? else { continue };
            let Some(member) = self.tree.node(id).map(|node| node.member) else { continue };
            let told = match self.whole(member).and_then(|whole| time.read_whole(whole, from)) {
                Some(told) => told,
                None => self.told_by(time, member, path, from)?,
            };
            if told != Told::Nothing || null_says && member.kind == JsonKind::Null {
                return Ok(Some((id, path, told)));
            }
        }
        Ok(None)
    }

    /// The whole number that nearly all members of times are, as a number or as text.
    #[inline]
    fn whole(&self, member: Member) -> Option<i64> {
        let place = match (member.kind, member.string) {
            (JsonKind::Number, _) => member.value,
            (JsonKind::String, Written::Plain) => member.value.inside(),
            _ => return None,
        };
        number::whole(self.text.as_bytes().get(place.range())?).filter(|_| place.len() <= self.limits.number)
    }

    #[inline(never)]
    fn told_by(&self, time: &Time, member: Member, path: &Path, from: i64) -> Result<Told> {
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
