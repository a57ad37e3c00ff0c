//! Decoding of the times of a token.

use std::borrow::Cow;
use std::ops::Range;

use super::Dialect;
use super::decode::{Decoder, Parent, TokenSite};
use super::time_rule::{Special, TimeRule, TimeValue};
use super::value::is_empty;
use crate::error::{Error, ErrorKind, JsonKind, Result};
use crate::json::{FieldPath, Id, Member, Node};
use crate::model::{NoteKind, TimeField, Times};
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

/// The earliest and the latest of the members that state an instant in one way.
#[derive(Clone, Copy)]
struct Mentions {
    earliest: Mention,
    latest: Mention,
}

/// The values that have been decoded for one time.
#[derive(Clone, Copy, Default)]
struct End {
    absolute: Option<Mentions>,
    lifetime: Option<Mentions>,
    /// An absolute value of zero, which counts if it stands alone.
    zero: Option<Mention>,
    /// A date without a zone, which is noted if no other member states the time.
    local: Option<Mention>,
    /// True if a zero ends the token; of a refresh token it says nothing.
    zero_ends: bool,
    never: bool,
    unknown: bool,
}

/// The expiries that an object states: of its own token, and of the refresh token.
#[derive(Clone, Copy, Default)]
pub(super) struct Ends {
    /// The instant of issue, in seconds since 1970.
    issued: Option<i64>,
    expires: End,
    refresh: End,
}

/// The least difference of two instants that is noted, in seconds.
const MINUTE: i64 = 60;

/// The most notes on a response beside which a member that was found by its name alone is noted as well.
const MOST_NOTES: usize = 32;

/// The most members of a token that are decoded by the spelling of their names.
const MOST_SPELLINGS: usize = 32;

impl Decoder<'_> {
    /// Decodes the instant of issue, and by the rules of the dialect the expiries beside the token.
    #[inline(always)]
    pub(super) fn ends(&mut self, site: &TokenSite<'_>, ends: &mut Ends, times: &mut Times) -> Result<()> {
        let TokenSite { dialect, root, .. } = *site;
        let at = self.instant(dialect.issued_at, root, None, false)?;
        times[TimeField::IssuedAt] = at;
        ends.issued = Some(at).filter(|at| *at != Times::UNKNOWN);
        ends.expires.zero_ends = true;
        self.read_ends(dialect, root, ends)
    }

    #[inline(always)]
    fn read_ends(&mut self, dialect: &Dialect, root: Parent, ends: &mut Ends) -> Result<()> {
        self.read_rules(dialect.expires_at, root, ends.issued, &mut ends.expires)?;
        self.read_rules(dialect.refresh_token_expires_at, root, ends.issued, &mut ends.refresh)
    }

    /// Decodes the times, given the expiries beside the token.
    #[inline(always)]
    pub(super) fn times(&mut self, site: &TokenSite<'_>, ends: &mut Ends, times: &mut Times) -> Result<()> {
        let TokenSite { dialect, root, .. } = *site;
        let issued = ends.issued;
        times[TimeField::Expires] = self.combined(&ends.expires);
        if site.refresh_root.is_some() {
            self.read_ends_of_refresh_token(site, ends)?;
        }
        times[TimeField::RefreshTokenExpires] = self.combined(&ends.refresh);
        times[TimeField::NotBefore] = self.instant(dialect.not_before, root, issued, true)?;
        times[TimeField::RefreshAt] = self.instant(dialect.refresh_at, root, issued, true)?;
        times[TimeField::ExtendedExpires] = self.instant(dialect.extended_expires_at, root, issued, false)?;
        if ends.expires.is_unstated() && !self.has_unread_end(dialect, root)? {
            times[TimeField::Expires] = self.absent(dialect.expires_at, issued);
            if site.is_assumed && root.is_some() {
                // An expiry beside the envelope is not decoded, and its loss is noted.
                self.has_unread_end(dialect, None)?;
            }
        }
        if ends.refresh.is_unstated() && site.refresh.is_some() {
            times[TimeField::RefreshTokenExpires] = self.absent(dialect.refresh_token_expires_at, issued);
        }
        Ok(())
    }

    /// Decodes the expiry of a refresh token that has an object of its own: every expiry there is that of the refresh
    /// token, and so is one beside the access token that is named for it.
    #[cold]
    fn read_ends_of_refresh_token(&mut self, site: &TokenSite<'_>, ends: &mut Ends) -> Result<()> {
        let mut own = Ends { expires: End::default(), ..*ends };
        self.read_ends(site.dialect, site.refresh_root, &mut own)?;
        let spelled = self.spelled(site.refresh_root)?;
        self.read_spelled_ends(site.refresh_root, &spelled, site.is_assumed, &mut own)?;
        ends.refresh = own.refresh;
        ends.refresh.add_all(&own.expires);
        Ok(())
    }

    /// Decodes an instant that is no expiry, into a number of [`Times`].
    #[inline(always)]
    fn instant(
        &mut self,
        rules: &[TimeRule],
        root: Parent,
        issued: Option<i64>,
        zero_ends: bool,
    ) -> Result<i64> {
        if rules.iter().all(|rule| self.tree.lacks(root, rule.names())) {
            return Ok(Times::UNKNOWN);
        }
        let mut end = End { zero_ends, ..End::default() };
        self.read_rules(rules, root, issued, &mut end)?;
        Ok(Some(self.combined(&end)).filter(|at| *at != Times::NEVER).unwrap_or(Times::UNKNOWN))
    }

    /// Returns the meaning of an absent time.
    fn absent(&self, rules: &[TimeRule], issued: Option<i64>) -> i64 {
        match rules.iter().find_map(TimeRule::absence) {
            Some(Special::Never) => Times::NEVER,
            Some(Special::Seconds(seconds)) => {
                Times::instant(issued.unwrap_or(self.at).saturating_add(seconds.into()))
            }
            Some(Special::Unknown) | None => Times::UNKNOWN,
        }
    }

    /// Decodes the members of a time.
    #[inline(always)]
    fn read_rules(
        &mut self,
        rules: &[TimeRule],
        root: Parent,
        issued: Option<i64>,
        end: &mut End,
    ) -> Result<()> {
        for rule in rules {
            if !self.tree.lacks(root, rule.names()) {
                let from = issued.filter(|_| rule.counts_from_issue()).unwrap_or(self.at);
                self.read_rule(rule, root, from, end)?;
            }
        }
        Ok(())
    }

    /// Decodes the first member of a rule that is not absent.
    #[inline(never)]
    fn read_rule(&mut self, rule: &TimeRule, root: Parent, from: i64, end: &mut End) -> Result<()> {
        for path in rule.paths() {
            if let Some(id) = self.find(root, path)?
                && self.read_member(rule, id, Some(path), from, end)?
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
        rule: &TimeRule,
        id: Id,
        path: Option<&'static FieldPath>,
        from: i64,
        end: &mut End,
    ) -> Result<bool> {
        // Fast path: nearly all times are an integer.
        let Some((at, is_lifetime)) = self.integer(id).and_then(|integer| rule.read_integer(integer, from))
        else {
            return self.read_any(rule, id, path, from, end);
        };
        end.add(Mention { at, id, path }, is_lifetime);
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
        self.text.as_bytes().get(span.range()).filter(|_| is_ordinary).and_then(number::integer)
    }

    /// Decodes a member in any encoding, and returns false if it is absent.
    #[inline(never)]
    fn read_any(
        &mut self,
        rule: &TimeRule,
        id: Id,
        path: Option<&'static FieldPath>,
        from: i64,
        end: &mut End,
    ) -> Result<bool> {
        let Some(member) = self.member(id) else { return Ok(false) };
        let value = match self.time_value(rule, member, from) {
            Ok(value) => value,
            Err(_) if rule.is_guess() => {
                self.note_mention(NoteKind::UnreadEnd, path, id);
                return Ok(true);
            }
            Err(kind) => {
                let error = Error::new(kind).with_field(self.shown_field(path, id));
                return Err(error.with_found(member.kind).with_offset(member.value.start()));
            }
        };
        let mention = |at| Mention { at, id, path };
        match value {
            TimeValue::At { at, lifetime, note } => {
                if let Some(note) = note {
                    self.note_mention(note, path, id);
                }
                end.add(mention(at), lifetime);
            }
            TimeValue::Special(Special::Seconds(seconds)) => {
                end.add(mention(from.saturating_add(seconds.into())), true);
            }
            TimeValue::Zero if end.zero_ends => end.add(mention(from), true),
            TimeValue::Special(Special::Never) => {
                end.never = true;
                // A null remains an extra, and a word is that of another field, or an extra.
                if member.kind == JsonKind::Null || rule.has_only_words() {
                    self.tree.consult(id);
                    return Ok(true);
                }
            }
            TimeValue::Nothing | TimeValue::Special(Special::Unknown) => return Ok(false),
            TimeValue::Zero | TimeValue::ZeroInstant => {
                end.zero = end.zero.or(Some(mention(0)).filter(|_| end.zero_ends));
                return Ok(true);
            }
            TimeValue::Unknown(note) => {
                // A refresh token's date that is not set is absent.
                end.unknown |= end.zero_ends || note != NoteKind::ZeroDate;
                match note {
                    NoteKind::NoZone => end.local = end.local.or(Some(mention(0))),
                    _ => self.note_mention(note, path, id),
                }
                return Ok(true);
            }
        }
        self.tree.consume(id);
        Ok(true)
    }

    /// Decodes the time of a member.
    #[inline]
    fn time_value(&self, rule: &TimeRule, member: Member, from: i64) -> Result<TimeValue, ErrorKind> {
        let longest = self.limits.number;
        match member.kind {
            JsonKind::Null => Ok(rule.special("null").map_or(TimeValue::Nothing, TimeValue::Special)),
            _ if rule.has_only_words() && member.kind != JsonKind::String => Ok(TimeValue::Nothing),
            JsonKind::Number => rule.read(member.value.of(self.text), from, longest),
            JsonKind::String => match self.content(member) {
                Some(text) => rule.read(text.as_str(), from, longest),
                None => Err(ErrorKind::Invalid),
            },
            _ => Err(ErrorKind::Invalid),
        }
    }

    /// Combines the members of a time into a number of [`Times`]: an absolute value takes precedence over a lifetime, and
    /// of several of a kind the earliest is used.
    #[inline(always)]
    fn combined(&mut self, end: &End) -> i64 {
        let used = end.used();
        if end.zero.is_some() || end.disagrees() {
            self.note_differences(end, used);
        }
        if let (None, Some(local)) = (used, end.local) {
            self.note_mention(NoteKind::NoZone, local.path, local.id);
        }
        match used {
            Some(at) => Times::instant(at),
            None if end.zero.is_some() => 0,
            None if end.never => Times::NEVER,
            None => Times::UNKNOWN,
        }
    }

    /// Notes members that disagree with the one that is used; a zero is used if it stands alone.
    #[cold]
    fn note_differences(&mut self, end: &End, used: Option<i64>) {
        let End { absolute, lifetime, zero, .. } = *end;
        let Some(used) = used else {
            zero.into_iter().for_each(|zero| self.tree.consume(zero.id));
            return;
        };
        if let Some(zero) = zero {
            self.note_mention(NoteKind::ZeroDate, zero.path, zero.id);
        }
        let latest =
            |mentions: Mentions| Some(mentions.latest).filter(|latest| latest.id != mentions.earliest.id);
        let earliest = lifetime.map(|mentions| mentions.earliest);
        for other in [absolute.and_then(latest), earliest, lifetime.and_then(latest)].into_iter().flatten() {
            let seconds = other.at.saturating_sub(used);
            if seconds.saturating_abs() >= MINUTE {
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
            let Some(node) = self.tree.node(id).filter(|node| !node.is_consulted()) else { continue };
            let Some(name) = EndName::of(&node.name(self.text)) else { continue };
            count = count.saturating_add(1);
            // Each is compared with all members, so that their number bounds the cost.
            let is_alone = if count > MOST_SPELLINGS {
                Err(Error::new(ErrorKind::Limit).with_offset(node.member.name.start()))
            } else {
                self.is_alone(id, members.clone(), "")
            };
            is_alone.map_err(|error| error.with_field(self.shown_field(None, id)))?;
            let end = if name.is_refresh { &mut ends.refresh } else { &mut ends.expires };
            self.tree.consult(id);
            self.read_member(&rule_of(name, self.is_form, is_assumed), id, None, self.at, end)?;
        }
        Ok(())
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

impl End {
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

    /// Adds the values of another, which are those of the same time.
    fn add_all(&mut self, other: &Self) {
        for (mentions, is_lifetime) in [(other.absolute, false), (other.lifetime, true)] {
            let both = mentions.map(|Mentions { earliest, latest }| [earliest, latest]);
            both.into_iter().flatten().for_each(|mention| self.add(mention, is_lifetime));
        }
        self.zero = self.zero.or(other.zero);
        self.local = self.local.or(other.local);
        self.never |= other.never;
        self.unknown |= other.unknown;
    }

    /// Returns the instant of the member that is used, in seconds since 1970.
    #[inline(always)]
    fn used(&self) -> Option<i64> {
        self.absolute.as_ref().or(self.lifetime.as_ref()).map(|mentions| mentions.earliest.at)
    }

    /// Returns true if a member differs from the one that is used by a minute.
    #[inline(always)]
    fn disagrees(&self) -> bool {
        let differ =
            |one: &Mention, other: &Mention| one.at.saturating_sub(other.at).saturating_abs() >= MINUTE;
        match (&self.absolute, &self.lifetime) {
            (None, None) => false,
            (Some(one), None) | (None, Some(one)) => differ(&one.earliest, &one.latest),
            (Some(Mentions { earliest, latest }), Some(lifetime)) => {
                [latest, &lifetime.earliest, &lifetime.latest]
                    .into_iter()
                    .any(|other| differ(earliest, other))
            }
        }
    }

    /// Returns true if no member states it.
    fn is_unstated(&self) -> bool {
        self.used().is_none() && self.zero.is_none() && !self.never && !self.unknown
    }
}

#[cfg(test)]
mod tests {
    use ::time::UtcDateTime;
    use serde_json::value::RawValue;

    use super::*;
    use crate::adapter::Adapter;
    use crate::input::Response;
    use crate::model::{Evidence, Expiry, Field, Token, Validity};
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
