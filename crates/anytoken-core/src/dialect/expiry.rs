//! Decoding of the validity.

use std::borrow::Cow;
use std::ops::Range;

use ::time::UtcDateTime;

use super::Dialect;
use super::decode::{Decoder, Parent, TokenSite};
use super::time_rule::{Special, TimeRule, TimeValue};
use super::value::is_empty;
use crate::error::{Error, ErrorKind, JsonKind, Result};
use crate::json::{FieldPath, Id, Member, Node};
use crate::model::{Expiry, NoteKind, Validity};
use crate::paths;
use crate::secret::may_be_secret;
use crate::value::end_name::{EndKind, EndName, may_mention_expiry, mentions_expiry};
use crate::value::{date, number};

/// A member that states an instant.
#[derive(Clone, Copy)]
struct Mention {
    /// In seconds since 1970.
    at: i64,
    id: Id,
    /// The path of its rule; `None` if it was found by its name alone.
    path: Option<&'static FieldPath>,
}

/// The earliest and the latest of the members that state an instant.
#[derive(Clone, Copy)]
struct Mentions {
    earliest: Mention,
    latest: Mention,
}

/// The values that have been decoded for one instant.
#[derive(Clone, Copy, Default)]
struct EndBuilder {
    /// True if a zero ends the token; of a refresh token it says nothing.
    zero_ends: bool,
    absolute: Option<Mentions>,
    lifetime: Option<Mentions>,
    /// An absolute value of zero, which counts if it stands alone.
    zero: Option<Mention>,
    never: bool,
    unknown: bool,
}

/// The expiries that an object states: of its own token, and of the refresh token.
#[derive(Default)]
pub(super) struct Ends {
    /// The instant of issue, in seconds since 1970.
    issued: Option<i64>,
    expires: EndBuilder,
    refresh: EndBuilder,
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

/// The most notes on a response beside which a member that was found by its name alone is noted as well.
const MOST_NOTES: usize = 32;

/// The most members of a token that are decoded by the spelling of their names.
const MOST_SPELLINGS: usize = 32;

impl Decoder<'_> {
    /// Decodes the instant of issue, and by the rules of the dialect the expiries beside the token.
    #[inline(always)]
    pub(super) fn ends(
        &mut self,
        site: &TokenSite<'_>,
        validity: &mut Validity,
        ends: &mut Ends,
    ) -> Result<()> {
        let issued = self.end_if_mentioned(site.dialect.issued_at, site.root, None, false)?;
        validity.issued_at = issued.instant();
        (ends.issued, ends.expires.zero_ends) = (issued.at, true);
        self.read_ends(site.dialect, site.root, ends)
    }

    #[inline(always)]
    fn read_ends(&mut self, dialect: &Dialect, root: Parent, ends: &mut Ends) -> Result<()> {
        self.read_rules(dialect.expires_at, root, ends.issued, &mut ends.expires)?;
        self.read_rules(dialect.refresh_token_expires_at, root, ends.issued, &mut ends.refresh)
    }

    /// Decodes the validity, given the expiries beside the token.
    #[inline(always)]
    pub(super) fn validity(
        &mut self,
        site: &TokenSite<'_>,
        ends: &Ends,
        validity: &mut Validity,
    ) -> Result<()> {
        let TokenSite { dialect, root, .. } = *site;
        let issued = ends.issued;
        let mut expires = self.combined(&ends.expires);
        let mut refresh = match site.refresh_root {
            None => self.combined(&ends.refresh),
            Some(_) => self.end_of_refresh_token(site, ends)?,
        };
        validity.not_before = self.instant(dialect.not_before, root, issued, true)?;
        validity.refresh_at = self.instant(dialect.refresh_at, root, issued, true)?;
        validity.extended_expires_at = self.instant(dialect.extended_expires_at, root, issued, false)?;
        if expires.is_unstated() && !self.has_unread_end(dialect, root)? {
            self.apply_absence(dialect.expires_at, issued, &mut expires);
        }
        if site.refresh.is_some() && refresh.is_unstated() {
            self.apply_absence(dialect.refresh_token_expires_at, issued, &mut refresh);
        }
        validity.expires = expires.expiry();
        validity.refresh_token_expires = refresh.expiry();
        Ok(())
    }

    /// Decodes the expiry of a refresh token that has an object of its own: every expiry there is that of the refresh
    /// token, and so is one beside the access token that is named for it.
    #[cold]
    fn end_of_refresh_token(&mut self, site: &TokenSite<'_>, beside_access: &Ends) -> Result<End> {
        let mut ends = Ends { issued: beside_access.issued, ..Ends::default() };
        self.read_ends(site.dialect, site.refresh_root, &mut ends)?;
        let spelled = self.spelled(site.refresh_root)?;
        self.read_spelled_ends(site.refresh_root, &spelled, site.is_assumed, &mut ends)?;
        let mut all = beside_access.refresh;
        all.add_all(&ends.expires);
        all.add_all(&ends.refresh);
        Ok(self.combined(&all))
    }

    #[inline(always)]
    fn instant(
        &mut self,
        times: &[TimeRule],
        root: Parent,
        issued: Option<i64>,
        zero_ends: bool,
    ) -> Result<Option<UtcDateTime>> {
        Ok(self.end_if_mentioned(times, root, issued, zero_ends)?.instant())
    }

    #[inline(always)]
    fn end_if_mentioned(
        &mut self,
        times: &[TimeRule],
        root: Parent,
        issued: Option<i64>,
        zero_ends: bool,
    ) -> Result<End> {
        if !self.mentions_any(times, root) {
            return Ok(End::default());
        }
        self.end(times, root, issued, zero_ends)
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

    #[inline(always)]
    fn end(&mut self, times: &[TimeRule], root: Parent, issued: Option<i64>, zero_ends: bool) -> Result<End> {
        let mut builder = EndBuilder { zero_ends, ..EndBuilder::default() };
        self.read_rules(times, root, issued, &mut builder)?;
        Ok(self.combined(&builder))
    }

    /// Decodes the members of an instant.
    #[inline(always)]
    fn read_rules(
        &mut self,
        times: &[TimeRule],
        root: Parent,
        issued: Option<i64>,
        builder: &mut EndBuilder,
    ) -> Result<()> {
        for time in times {
            if !self.tree.lacks(root, time.names()) {
                let from = issued.filter(|_| time.counts_from_issue()).unwrap_or(self.at);
                self.read_time(time, root, from, builder)?;
            }
        }
        Ok(())
    }

    /// Decodes the first member of a time that is not absent.
    #[inline(never)]
    fn read_time(
        &mut self,
        time: &TimeRule,
        root: Parent,
        from: i64,
        builder: &mut EndBuilder,
    ) -> Result<()> {
        for path in time.paths() {
            if let Some(id) = self.find(root, path)?
                && self.read_member(time, id, Some(path), from, builder)?
            {
                break;
            }
        }
        Ok(())
    }

    /// Decodes a member, and returns false if it is absent.
    #[inline(always)]
    fn read_member(
        &mut self,
        time: &TimeRule,
        id: Id,
        path: Option<&'static FieldPath>,
        from: i64,
        builder: &mut EndBuilder,
    ) -> Result<bool> {
        // Fast path: nearly all times are an integer.
        let Some((at, is_lifetime)) = self.integer(id).and_then(|integer| time.read_integer(integer, from))
        else {
            return self.read_any(time, id, path, from, builder);
        };
        builder.add(Mention { at, id, path }, is_lifetime);
        self.tree.consume(id);
        Ok(true)
    }

    /// Decodes a member in any encoding, and returns false if it is absent.
    #[inline(never)]
    fn read_any(
        &mut self,
        time: &TimeRule,
        id: Id,
        path: Option<&'static FieldPath>,
        from: i64,
        builder: &mut EndBuilder,
    ) -> Result<bool> {
        let Some(member) = self.member(id) else { return Ok(false) };
        let value = match self.time_value(time, member, from) {
            Ok(value) => value,
            Err(_) if time.is_guess() => {
                self.note_mention(NoteKind::UnreadEnd, path, id);
                return Ok(true);
            }
            Err(kind) => {
                let error = Error::new(kind).with_field(self.shown_field(path, id));
                return Err(error.with_found(member.kind).with_offset(member.value.start()));
            }
        };
        match value {
            TimeValue::Nothing | TimeValue::Special(Special::Unknown) => return Ok(false),
            TimeValue::Special(Special::Never) => {
                builder.never = true;
                // A null remains an extra, and a word is that of another field, or an extra.
                if member.kind == JsonKind::Null || time.has_only_words() {
                    self.tree.consult(id);
                    return Ok(true);
                }
            }
            TimeValue::Special(Special::Seconds(seconds)) => {
                builder.add(Mention { at: from.saturating_add(seconds.into()), id, path }, true);
            }
            TimeValue::Unknown(note) => {
                // A refresh token's date that is not set is absent.
                builder.unknown |= builder.zero_ends || note != NoteKind::ZeroDate;
                self.note_mention(note, path, id);
                return Ok(true);
            }
            TimeValue::Zero | TimeValue::ZeroInstant if !builder.zero_ends => return Ok(true),
            TimeValue::Zero => builder.add(Mention { at: from, id, path }, true),
            TimeValue::ZeroInstant => {
                builder.zero = builder.zero.or(Some(Mention { at: 0, id, path }));
                return Ok(true);
            }
            TimeValue::At { at, lifetime, note } => {
                if let Some(note) = note {
                    self.note_mention(note, path, id);
                }
                builder.add(Mention { at, id, path }, lifetime);
            }
        }
        self.tree.consume(id);
        Ok(true)
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
        // Fourteen digits may be a date.
        let is_ordinary = span.len() <= self.limits.number && span.len() != date::COMPACT_LENGTH;
        number::integer_at(self.text.as_bytes(), span.range()).filter(|_| is_ordinary)
    }

    /// Decodes the time of a member in any encoding.
    fn time_value(&self, time: &TimeRule, member: Member, from: i64) -> Result<TimeValue, ErrorKind> {
        let longest = self.limits.number;
        match member.kind {
            JsonKind::Null => Ok(time.special("null").map_or(TimeValue::Nothing, TimeValue::Special)),
            _ if time.has_only_words() && member.kind != JsonKind::String => Ok(TimeValue::Nothing),
            JsonKind::Number => time.read(member.value.of(self.text), from, longest),
            JsonKind::String => match self.content(member) {
                Some(text) => time.read(text.as_str(), from, longest),
                None => Err(ErrorKind::Invalid),
            },
            _ => Err(ErrorKind::Invalid),
        }
    }

    /// Combines the members of an instant: an absolute value takes precedence over a lifetime, and of several of a kind
    /// the earliest is used.
    #[inline(always)]
    fn combined(&mut self, builder: &EndBuilder) -> End {
        let used = builder.absolute.as_ref().or(builder.lifetime.as_ref());
        let mut at = used.map(|mentions| mentions.earliest.at);
        if builder.zero.is_some() || builder.disagrees() {
            self.note_differences(builder, &mut at);
        }
        End { at, never: builder.never, unknown: builder.unknown }
    }

    /// Notes members that disagree with the one that is used, and uses a zero that stands alone.
    #[cold]
    fn note_differences(&mut self, builder: &EndBuilder, at: &mut Option<i64>) {
        let EndBuilder { absolute, lifetime, zero, .. } = *builder;
        match zero {
            Some(zero) if at.is_none() => {
                *at = Some(zero.at);
                self.tree.consume(zero.id);
            }
            Some(zero) => self.note_mention(NoteKind::ZeroDate, zero.path, zero.id),
            None => {}
        }
        let latest =
            |mentions: Mentions| Some(mentions.latest).filter(|latest| latest.id != mentions.earliest.id);
        let others = [
            absolute.and_then(latest),
            lifetime.filter(|_| absolute.is_some()).map(|lifetime| lifetime.earliest),
            lifetime.and_then(latest),
        ];
        for (other, used) in others.into_iter().flatten().zip(std::iter::repeat(*at)) {
            let seconds = other.at.saturating_sub(used.unwrap_or(other.at));
            if seconds.unsigned_abs() >= 60 {
                self.note_mention(NoteKind::EndsDiffer { seconds }, other.path, other.id);
            }
        }
    }

    #[cold]
    fn note_mention(&mut self, kind: NoteKind, path: Option<&'static FieldPath>, id: Id) {
        if path.is_none() && self.notes.len() >= MOST_NOTES {
            return;
        }
        let field = self.shown_field(path, id);
        self.note_field(kind, field, id);
    }

    /// Returns the path of a member, or its name if it cannot be a secret.
    fn shown_field(&self, path: Option<&'static FieldPath>, id: Id) -> Cow<'static, str> {
        let name = || self.tree.node(id).map(|node| node.name(self.text)).filter(|name| !may_be_secret(name));
        match path {
            Some(path) => path.as_str().into(),
            None => name().map_or("a member".into(), |name| name.into_owned().into()),
        }
    }
}

/// The names that state an expiry without a format that says so.
impl Decoder<'_> {
    /// Decodes the expiries from members that have the name of one in any spelling and that no rule has found, given those
    /// that may have one.
    #[cold]
    pub(super) fn read_spelled_ends(
        &mut self,
        root: Parent,
        spelled: &[Id],
        is_assumed: bool,
        ends: &mut Ends,
    ) -> Result<()> {
        let members = self.members_of(root)?;
        let mut count = 0_usize;
        for id in spelled.iter().copied() {
            let node = self.tree.node(id).filter(|node| !node.is_consulted());
            let Some(end) = node.and_then(|node| EndName::of(&node.name(self.text))) else { continue };
            count = count.saturating_add(1);
            self.check_unique(members.clone(), id, count)?;
            let builder = if end.is_refresh { &mut ends.refresh } else { &mut ends.expires };
            self.tree.consult(id);
            self.read_member(&rule_of(end, self.is_form, is_assumed), id, None, self.at, builder)?;
        }
        Ok(())
    }

    /// Returns an error if another member has the same name, or if this is one too many.
    ///
    /// The limit bounds the cost, since each is compared with all members.
    fn check_unique(&self, mut members: Range<Id>, id: Id, count: usize) -> Result<()> {
        let Some(node) = self.tree.node(id) else { return Ok(()) };
        let (text, name) = (self.text, node.name(self.text));
        let is_same = |other: &Id| {
            *other != id
                && self
                    .tree
                    .node(*other)
                    .is_some_and(|other| other.has_name(text, name.as_bytes(), node.hash()))
        };
        let (kind, at) = match members.find(is_same) {
            _ if count > MOST_SPELLINGS => (ErrorKind::Limit, id),
            Some(other) => (ErrorKind::Duplicate, other.max(id)),
            None => return Ok(()),
        };
        let offset = self.tree.node(at).map_or(0, |node| node.member.name.start());
        Err(Error::new(kind).with_field(self.shown_field(None, id)).with_offset(offset))
    }

    /// Notes the members whose names mention an expiry and that nothing has read.
    ///
    /// Returns true if one of them begins like the expiry of the token. Beside such a member, a missing expiry has no
    /// documented meaning.
    #[inline(always)]
    fn has_unread_end(&mut self, place: &Dialect, root: Parent) -> Result<bool> {
        let members = self.members_of(root)?;
        // Fast path: few bodies have such a name.
        let may_mention = |node: &Node| {
            let name = node.member.name.range();
            !node.is_consumed()
                && (node.member.name_escaped || may_mention_expiry(self.text.as_bytes(), name))
        };
        if self.tree.nodes_in(&members).iter().any(may_mention) {
            self.note_unread_ends(place, members)
        } else {
            Ok(false)
        }
    }

    #[cold]
    #[inline(never)]
    fn note_unread_ends(&mut self, place: &Dialect, members: Range<Id>) -> Result<bool> {
        const BEGINNINGS: [&str; 3] = ["expir", "access_token_expir", "accesstokenexpir"];
        let is_read = |name: &str| {
            place.expires_at.iter().flat_map(|time| time.paths()).any(|path| path.as_str() == name)
        };
        let mut has_unread = false;
        for id in members {
            let Some(node) = self.tree.node(id) else { continue };
            if node.is_consumed() || is_empty(self.text, node.member) {
                continue;
            }
            let (name, is_consulted) = (node.name(self.text), node.is_consulted());
            if !mentions_expiry(&name) {
                continue;
            }
            if BEGINNINGS.iter().any(|beginning| begins(&name, beginning)) && !is_read(&name) {
                self.tree.consult(id);
                has_unread = true;
            }
            if !is_consulted {
                self.note_mention(NoteKind::UnreadEnd, None, id);
            }
        }
        Ok(has_unread)
    }
}

/// Returns true if a name is a spelling of `expires_in`, `expires_at`, `expires_on` or `expires`, which alone are names of
/// nothing else: under one of them, a value that cannot be decoded is an error.
fn is_standard(end: EndName) -> bool {
    !end.has_subject && matches!(end.kind, EndKind::Lifetime | EndKind::Instant | EndKind::Either)
}

/// Returns the meaning of the values under a name.
///
/// A lifetime in JSON may be in milliseconds unless its name says otherwise. In a form it is in seconds, as in the drafts
/// of OAuth 2. In the object of an assumed token, a number under `expires` is no lifetime. A number that lies more than
/// ten years ahead may be in milliseconds anywhere.
fn rule_of(end: EndName, is_form: bool, is_assumed: bool) -> TimeRule {
    let of = paths![];
    let is_sure = is_form || end.is_refresh || !end.has_subject;
    let rule = match end.kind {
        EndKind::Lifetime if is_sure => TimeRule::seconds(of).within_ten_years(),
        EndKind::Lifetime => TimeRule::seconds(of).of_known_unit().within_ten_years(),
        EndKind::LifetimeInSeconds => TimeRule::seconds(of),
        EndKind::Instant | EndKind::OtherInstant => TimeRule::epoch(of),
        EndKind::Either if is_assumed => TimeRule::by_size(of).of_instants().within_ten_years(),
        EndKind::Either if is_form => TimeRule::by_size(of).within_ten_years(),
        EndKind::Either => TimeRule::by_size(of).of_short_lifetimes().within_ten_years(),
    };
    if is_standard(end) { rule } else { rule.guessed() }
}

/// Returns true if a name begins with a text, ignoring ASCII case.
fn begins(name: &str, beginning: &str) -> bool {
    name.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
}

impl EndBuilder {
    #[inline(always)]
    fn add(&mut self, mention: Mention, is_lifetime: bool) {
        let mentions = if is_lifetime { &mut self.lifetime } else { &mut self.absolute };
        match mentions {
            None => *mentions = Some(Mentions { earliest: mention, latest: mention }),
            Some(Mentions { earliest, .. }) if mention.at < earliest.at => *earliest = mention,
            Some(Mentions { latest, .. }) if mention.at > latest.at => *latest = mention,
            Some(_) => {}
        }
    }

    /// Adds the values of another, which are those of the same instant.
    fn add_all(&mut self, other: &Self) {
        let Self { absolute, lifetime, zero, never, unknown, .. } = *other;
        for (mentions, is_lifetime) in [(absolute, false), (lifetime, true)] {
            for mention in mentions.into_iter().flat_map(|mentions| [mentions.earliest, mentions.latest]) {
                self.add(mention, is_lifetime);
            }
        }
        self.zero = self.zero.or(zero);
        self.never |= never;
        self.unknown |= unknown;
    }

    /// Returns true if members state instants that differ by a minute.
    #[inline(always)]
    fn disagrees(&self) -> bool {
        match (&self.absolute, &self.lifetime) {
            (None, None) => false,
            (Some(one), None) | (None, Some(one)) => differ(one.earliest, one.latest),
            (Some(absolute), Some(lifetime)) => {
                differ(absolute.earliest, lifetime.earliest)
                    || differ(absolute.earliest, absolute.latest)
                    || differ(lifetime.earliest, lifetime.latest)
            }
        }
    }
}

/// Returns true if two members state instants that differ by a minute.
#[inline(always)]
fn differ(one: Mention, other: Mention) -> bool {
    one.at.abs_diff(other.at) >= 60
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
