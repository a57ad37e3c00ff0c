//! Decoding of the validity.

use ::time::UtcDateTime;

use super::Dialect;
use super::decode::{Decoder, Parent, invalid};
use super::time_rule::{Special, TimeRule, TimeValue};
use super::value::is_empty;
use crate::error::{ErrorKind, JsonKind, Result};
use crate::json::{FieldPath, Id, Member};
use crate::model::{Expiry, NoteKind, Validity};
use crate::value::number;

/// The values that have been decoded for one instant.
struct EndBuilder {
    zero_ends: bool,
    /// The first absolute value, in seconds since 1970.
    absolute: Option<i64>,
    /// The end of the first lifetime, and its member.
    lifetime: Option<(i64, Id, &'static FieldPath)>,
    never: bool,
    unknown: bool,
}

/// The combined value of one instant.
#[derive(Default)]
struct End {
    /// In seconds since 1970.
    at: Option<i64>,
    never: bool,
    /// True if a member makes the instant unknown.
    unknown: bool,
}

impl Decoder<'_> {
    pub(super) fn validity(
        &mut self,
        dialect: &Dialect,
        root: Parent,
        has_refresh_token: bool,
        validity: &mut Validity,
    ) -> Result<()> {
        let mut issued = None;
        if self.mentions_any(dialect.issued_at, root) {
            let end = self.end(dialect.issued_at, root, None, true)?;
            (issued, validity.issued_at) = (end.at, end.instant());
        }
        let mut expires = End::default();
        if self.mentions_any(dialect.expires_at, root) {
            expires = self.end(dialect.expires_at, root, issued, true)?;
        }
        let has_default = || dialect.expires_at.iter().any(|rule| rule.absence().is_some());
        if expires.is_unstated() && has_default() && !self.has_hint(dialect, root)? {
            self.apply_absence(dialect.expires_at, issued, &mut expires);
        }
        validity.expires = expires.expiry();
        let mut refresh = End::default();
        if self.mentions_any(dialect.refresh_token_expires_at, root) {
            refresh = self.end(dialect.refresh_token_expires_at, root, issued, false)?;
        }
        if has_refresh_token && refresh.is_unstated() {
            self.apply_absence(dialect.refresh_token_expires_at, issued, &mut refresh);
        }
        validity.refresh_token_expires = refresh.expiry();
        validity.not_before = self.instant(dialect.not_before, root, issued, true)?;
        validity.refresh_at = self.instant(dialect.refresh_at, root, issued, true)?;
        validity.extended_expires_at = self.instant(dialect.extended_expires_at, root, issued, false)?;
        Ok(())
    }

    #[inline(always)]
    fn instant(
        &mut self,
        times: &[TimeRule],
        root: Parent,
        issued: Option<i64>,
        zero_ends: bool,
    ) -> Result<Option<UtcDateTime>> {
        if !self.mentions_any(times, root) {
            return Ok(None);
        }
        Ok(self.end(times, root, issued, zero_ends)?.instant())
    }

    /// Fast path: returns false if no member of an instant is present.
    #[inline(always)]
    fn mentions_any(&self, times: &[TimeRule], root: Parent) -> bool {
        !times.is_empty() && times.iter().any(|time| !self.tree.lacks(root, time.names()))
    }

    /// Applies the meaning of an absent instant.
    fn apply_absence(&self, rules: &[TimeRule], issued: Option<i64>, end: &mut End) {
        match rules.iter().find_map(TimeRule::absence) {
            Some(Special::Never) => end.never = true,
            Some(Special::Seconds(seconds)) => end.at = issued.unwrap_or(self.at).checked_add(seconds.into()),
            Some(Special::Unknown) | None => {}
        }
    }

    /// Combines the members of an instant: an absolute value takes precedence over a lifetime, and the first of each
    /// kind is used.
    #[inline(always)]
    fn end(&mut self, times: &[TimeRule], root: Parent, issued: Option<i64>, zero_ends: bool) -> Result<End> {
        let mut builder =
            EndBuilder { zero_ends, absolute: None, lifetime: None, never: false, unknown: false };
        for time in times {
            if !self.tree.lacks(root, time.names()) {
                let from = issued.filter(|_| time.counts_from_issue()).unwrap_or(self.at);
                self.read_time_fast(time, root, from, &mut builder)?;
            }
        }
        if let (Some(absolute), Some((at, id, path))) = (builder.absolute, builder.lifetime) {
            let seconds = at.saturating_sub(absolute);
            if seconds.unsigned_abs() >= 60 {
                self.note_at(NoteKind::EndsDiffer { seconds }, path, id);
            }
        }
        let at = builder.absolute.or(builder.lifetime.map(|(at, ..)| at));
        Ok(End { at, never: builder.never, unknown: builder.unknown })
    }

    /// Fast path: decodes the first member that is present, which is nearly always an integer.
    #[inline(never)]
    fn read_time_fast(
        &mut self,
        time: &TimeRule,
        root: Parent,
        from: i64,
        builder: &mut EndBuilder,
    ) -> Result<()> {
        let Some((id, path)) = self.first(time, root)? else { return Ok(()) };
        match self.integer(id).and_then(|integer| time.read_integer(integer, from)) {
            Some((at, is_lifetime)) => builder.at(at, is_lifetime, id, path),
            None => return self.read_time(time, root, from, builder),
        }
        self.tree.consume(id);
        Ok(())
    }

    /// Finds the first member of a time that is present.
    #[inline(always)]
    fn first(&mut self, time: &TimeRule, root: Parent) -> Result<Option<(Id, &'static FieldPath)>> {
        for path in time.paths() {
            if let Some(id) = self.find(root, path)? {
                return Ok(Some((id, path)));
            }
        }
        Ok(None)
    }

    /// Decodes the first member that is not absent, in any encoding.
    #[inline(never)]
    fn read_time(
        &mut self,
        time: &TimeRule,
        root: Parent,
        from: i64,
        builder: &mut EndBuilder,
    ) -> Result<()> {
        for path in time.paths() {
            let Some(id) = self.find(root, path)? else { continue };
            let Some(member) = self.member(id) else { continue };
            match self.time_value(time, member, path, from)? {
                TimeValue::Nothing | TimeValue::Special(Special::Unknown) => continue,
                TimeValue::Special(Special::Never) => {
                    builder.never = true;
                    // A null remains an extra, and a word is that of another field, or an extra.
                    if member.kind == JsonKind::Null || time.has_only_words() {
                        self.tree.consult(id);
                        return Ok(());
                    }
                }
                TimeValue::Special(Special::Seconds(seconds)) => {
                    builder.at(from.saturating_add(seconds.into()), true, id, path);
                }
                TimeValue::Unknown(note) => {
                    builder.unknown = true;
                    self.note(note, path, member);
                    return Ok(());
                }
                TimeValue::Zero if !builder.zero_ends => return Ok(()),
                TimeValue::Zero => builder.at(from, true, id, path),
                TimeValue::At { at, lifetime, note } => {
                    if let Some(note) = note {
                        self.note(note, path, member);
                    }
                    builder.at(at, lifetime, id, path);
                }
            }
            self.tree.consume(id);
            return Ok(());
        }
        Ok(())
    }

    /// Fast path: returns the integer of a member, stated as a number or as text.
    #[inline(always)]
    fn integer(&self, id: Id) -> Option<i64> {
        let member = self.member(id)?;
        let span = match member.kind {
            JsonKind::Number => member.value,
            JsonKind::String if !member.is_escaped() => member.value.inside(),
            _ => return None,
        };
        number::integer_at(self.text.as_bytes(), span.range()).filter(|_| span.len() <= self.limits.number)
    }

    /// Decodes the time of a member in any encoding.
    fn time_value(&self, time: &TimeRule, member: Member, path: &FieldPath, from: i64) -> Result<TimeValue> {
        let longest = self.limits.number;
        let value = match member.kind {
            JsonKind::Null => return Ok(time.special("null").map_or(TimeValue::Nothing, TimeValue::Special)),
            _ if time.has_only_words() && member.kind != JsonKind::String => return Ok(TimeValue::Nothing),
            JsonKind::Number => time.read(member.value.of(self.text), from, longest),
            JsonKind::String => match self.content(member) {
                Some(text) => time.read(text.as_str(), from, longest),
                None => Err(ErrorKind::Invalid),
            },
            _ => Err(ErrorKind::Invalid),
        };
        value.map_err(|kind| invalid(path, member).with_kind(kind))
    }
}

impl Decoder<'_> {
    /// Returns true if a member's name hints at an expiry but the format does not decode it.
    ///
    /// Beside such a member, a missing expiry has no documented meaning.
    #[cold]
    fn has_hint(&mut self, place: &Dialect, root: Parent) -> Result<bool> {
        const BEGINNINGS: [&str; 3] = ["expir", "access_token_expir", "accesstokenexpir"];
        let members = match root {
            None => self.tree.top(),
            Some(id) => self.tree.open(self.text, id)?.map_or(0..0, |(from, to)| from..to),
        };
        let is_read = |name: &str| {
            place.expires_at.iter().flat_map(|time| time.paths()).any(|path| path.as_str() == name)
        };
        let mut has_hint = false;
        for id in members {
            let node = self.tree.node(id).filter(|node| !is_empty(self.text, node.member));
            let is_hint = node.is_some_and(|node| {
                let name = node.name(self.text);
                BEGINNINGS.iter().any(|beginning| begins(&name, beginning)) && !is_read(&name)
            });
            if is_hint {
                self.tree.consult(id);
                has_hint = true;
            }
        }
        Ok(has_hint)
    }
}

/// Returns true if a name begins with a text, ignoring ASCII case.
fn begins(name: &str, beginning: &str) -> bool {
    name.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
}

impl EndBuilder {
    /// Sets the instant unless one of its kind is set.
    #[inline(always)]
    fn at(&mut self, at: i64, is_lifetime: bool, id: Id, path: &'static FieldPath) {
        if is_lifetime {
            self.lifetime = self.lifetime.or(Some((at, id, path)));
        } else {
            self.absolute = self.absolute.or(Some(at));
        }
    }
}

impl End {
    /// Returns true if no member states it.
    fn is_unstated(&self) -> bool {
        self.at.is_none() && !self.never && !self.unknown
    }

    fn instant(&self) -> Option<UtcDateTime> {
        self.at.and_then(|at| UtcDateTime::from_unix_timestamp(at).ok())
    }

    fn expiry(&self) -> Expiry {
        match self.instant() {
            Some(at) => Expiry::At(at),
            None if self.never => Expiry::Never,
            None => Expiry::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::value::RawValue;

    use super::*;
    use crate::adapter::Adapter;
    use crate::error::Result;
    use crate::input::Response;
    use crate::model::{Evidence, Field, Token};
    use crate::paths;

    const SILENT: Dialect =
        named("silent", &[TimeRule::seconds(paths!["expires_in"]).when_absent(Special::Never)]);
    const ZERO: Dialect = named(
        "zero",
        &[TimeRule::seconds(paths!["expires_in"]).when(&[("0", Special::Never)]).when_absent(Special::Never)],
    );

    const fn named(id: &'static str, expires: &'static [TimeRule]) -> Dialect {
        Dialect::oauth2(id, "Example", Evidence::Unverified).expires_at(expires)
    }

    fn read(dialect: &Dialect, body: &str) -> Option<Token> {
        let response = Response::new(body.as_bytes(), UtcDateTime::UNIX_EPOCH);
        dialect.decode(response).ok()?.into_token().ok()
    }

    fn written(dialect: &Dialect, token: &Token) -> Option<(String, Vec<Field>)> {
        let encoded = dialect.encode(token, UtcDateTime::UNIX_EPOCH).ok()?;
        Some((encoded.body.expose().to_owned(), encoded.dropped))
    }

    #[test]
    fn hint_at_expiry_disables_documented_default() {
        for (dialect, body, end) in [
            (&SILENT, r#"{"access_token":"E"}"#, Expiry::Never),
            (&SILENT, r#"{"access_token":"E","expiry":""}"#, Expiry::Never),
            (&SILENT, r#"{"access_token":"E","refresh_token_expires":1}"#, Expiry::Never),
            (&SILENT, r#"{"access_token":"E","expiry":"soon"}"#, Expiry::Unknown),
            (&SILENT, r#"{"access_token":"E","\u0045xpires_at":1}"#, Expiry::Unknown),
            (&ZERO, r#"{"access_token":"E","expires_in":0,"expiry":"soon"}"#, Expiry::Never),
        ] {
            let token = read(dialect, body);
            assert_eq!(token.as_ref().map(|token| token.validity().expires), Some(end), "{body}");
            let again = token.and_then(|token| written(dialect, &token));
            let (body_again, dropped) = again.unwrap_or_default();
            assert_eq!(dropped, [], "{body}");
            assert_eq!(
                read(dialect, &body_again).map(|token| token.validity().expires),
                Some(end),
                "{body_again}"
            );
        }
    }

    #[test]
    fn hint_is_dropped_when_absence_counts() -> Result<()> {
        let soon: &RawValue = serde_json::from_str("\"soon\"").map_err(|_| ErrorKind::Syntax)?;
        let never = Validity { expires: Expiry::Never, ..Validity::default() };
        let token = |id: &'static str| {
            Token::builder(id).access_token("E").validity(never).extra("expiry", soon).build()
        };
        let bare = r#"{"access_token":"E"}"#.to_owned();
        assert_eq!(written(&SILENT, &token("silent")?), Some((bare, vec![Field::Extras])));
        let stated = r#"{"access_token":"E","expires_in":0,"expiry":"soon"}"#.to_owned();
        assert_eq!(written(&ZERO, &token("zero")?), Some((stated, vec![])));
        Ok(())
    }
}
