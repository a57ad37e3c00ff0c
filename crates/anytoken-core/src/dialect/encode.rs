//! Encoding by a dialect: what is encoded is decoded again, and amended until it decodes to the token.

use std::collections::BTreeSet;

use ::time::UtcDateTime;

use super::document::{Document, Leaf, LeafText, Replaces, Usage};
use super::field_set::FieldSet;
use super::time_rule::{Special, TimeRule};
use super::{Dialect, Names, Wire};
use crate::adapter::Encoded;
use crate::error::{Error, ErrorKind, Result};
use crate::input::{Body, Limits, Response};
use crate::json::FieldPath;
use crate::model::{
    CredentialKind, Decoded, Extra, Extras, Field, FieldIndex, Outcome, TextField, TimeField, Times, Token,
};

/// Returns the dialect that decodes a body, for a format of several dialects.
pub(super) type DialectOf<'d> = &'d dyn Fn(&mut Body<'_>) -> Result<&'static Dialect>;

/// Encodes a token so that it decodes to the same token, apart from the fields that are named as dropped.
///
/// `Unusable` if the response would outlast the token.
pub(super) fn encode(
    dialect: &Dialect,
    dialect_of: Option<DialectOf<'_>>,
    token: &Token,
    at: UtcDateTime,
) -> Result<Encoded> {
    let Attempt { encoded, decoded, .. } = attempt(dialect, dialect_of, token, at)?;
    let decoded = decoded.ok_or_else(|| Error::new(ErrorKind::Unusable))?;
    let outlasts = |time: &TimeField| {
        let (before, after) = (&token.times, &decoded.times);
        before[*time] != after[*time] && after.get(*time).outlasts(before.get(*time))
    };
    match [TimeField::Expires, TimeField::RefreshTokenExpires].iter().find(|time| outlasts(time)) {
        Some(time) => Err(Error::new(ErrorKind::Unusable).with_field(time.field().as_str())),
        None => Ok(encoded),
    }
}

/// The result of encoding a token and decoding it again.
pub(super) struct Attempt {
    pub(super) encoded: Encoded,
    /// The fields that are decoded from it; `None` if it does not decode to a token at this place.
    pub(super) decoded: Option<Token>,
    /// The fields that have a member here, from which another value was decoded.
    pub(super) shadowed: FieldSet,
}

/// The most times that an encoded token is decoded.
const MOST_DECODES: usize = 6;

/// The number of decodes after which all extras are left out: fewer for a body of more than 64 KiB, so that even the
/// largest costs no more than a few decodes.
fn most_rounds(body: usize) -> usize {
    if body > 1 << 16 { 2 } else { 4 }
}

/// Encodes a token, and amends it until it decodes to the same fields and extras.
///
/// Extras that the decoder uses are left out first, a field that it does not decode is encoded in another way next, and
/// is dropped if there is none.
pub(super) fn attempt(
    dialect: &Dialect,
    dialect_of: Option<DialectOf<'_>>,
    token: &Token,
    at: UtcDateTime,
) -> Result<Attempt> {
    let mut encoder =
        Encoder::new(dialect, dialect_of, token, at).ok_or_else(|| Error::new(ErrorKind::Unusable))?;
    let mut decodes = 0_usize;
    loop {
        let draft = encoder.draft();
        let (encoded, is_bare) = encoder.render(&draft.document);
        let answer = encoder.decode(&draft, &encoded);
        decodes = decodes.saturating_add(1);
        let is_amended = if answer.is_same() || decodes >= MOST_DECODES {
            false
        } else if is_bare {
            std::mem::take(&mut encoder.keeps_bare)
        } else if decodes >= most_rounds(encoded.body.len()) && encoder.leave_out_all() {
            true
        } else {
            encoder.amend(&draft, &answer, decodes.saturating_add(1) >= MOST_DECODES)
        };
        if !is_amended {
            return Ok(encoder.finish(&draft, encoded, answer));
        }
    }
}

/// The texts in the order in which they are encoded.
const TEXTS: [Field; 9] = {
    use Field::{AccessToken, ApiUrl, ClientId, IdToken, RefreshToken, Resource, Scopes, Subject, TokenType};
    [AccessToken, IdToken, RefreshToken, TokenType, Scopes, Resource, ApiUrl, ClientId, Subject]
};

/// The times in the order in which they are encoded.
const TIMES: [TimeField; 6] = {
    use TimeField::{Expires, ExtendedExpires, IssuedAt, NotBefore, RefreshAt, RefreshTokenExpires};
    [RefreshTokenExpires, ExtendedExpires, IssuedAt, NotBefore, RefreshAt, Expires]
};

/// A token on its way into a body, and the ways that have been tried.
struct Encoder<'w> {
    dialect: &'w Dialect,
    dialect_of: Option<DialectOf<'w>>,
    place: &'w Dialect,
    /// The index of the place, and that of the object there.
    site: (u8, u32),
    token: &'w Token,
    /// True if the token has this format, so that its extras have a meaning here.
    is_own: bool,
    at: UtcDateTime,
    /// The extras that are left out, by their index.
    left_out: BTreeSet<u32>,
    /// The fields that are encoded in another way than the first, once for each way that was tried.
    respelled: Vec<Field>,
    dropped: FieldSet,
    shadowed: FieldSet,
    /// The extras that were suspected last, and what was decoded beside them.
    suspicion: Option<Suspicion>,
    /// True if a sole text is encoded as the body itself.
    keeps_bare: bool,
}

/// A document, and the fields in it.
struct Draft<'w> {
    document: Document<'w>,
    encoded: FieldSet,
    /// The fields of the token that the place cannot hold.
    unheld: FieldSet,
}

/// Extras that the decoder looked at, and may have been the cause of a difference.
struct Suspicion {
    left_out_before: BTreeSet<u32>,
    differing: FieldSet,
    times: Times,
}

/// The result of decoding a document.
struct Answer {
    decoded: Option<Token>,
    usage: Usage,
    /// The fields with another value than in the token.
    changed: FieldSet,
    /// The fields that could be encoded and were not decoded as they are in the token.
    differing: FieldSet,
}

impl Answer {
    fn is_same(&self) -> bool {
        self.decoded.is_some()
            && self.differing.is_empty()
            && self.usage.consumed.is_empty()
            && !self.usage.is_reshaped
    }
}

impl<'w> Encoder<'w> {
    /// Selects the place that the token was decoded from, or else the first that can hold it.
    fn new(
        dialect: &'w Dialect,
        dialect_of: Option<DialectOf<'w>>,
        token: &'w Token,
        at: UtcDateTime,
    ) -> Option<Self> {
        let kind = token.credential_kind();
        let is_own = token.format == dialect.id;
        let places = || (0..=u8::MAX).zip(dialect.places()).filter(|(_, place)| place.holds(kind));
        let own = places().find(|(index, _)| is_own && *index == token.place);
        let object = own.map_or(0, |_| token.object);
        let (index, place) = own.or_else(|| places().next())?;
        Some(Self {
            dialect,
            dialect_of,
            place,
            site: (index, object),
            token,
            is_own,
            at,
            left_out: BTreeSet::new(),
            respelled: Vec::new(),
            dropped: FieldSet::default(),
            shadowed: FieldSet::default(),
            suspicion: None,
            keeps_bare: dialect.reads_text(),
        })
    }

    /// Returns true if the top level is an array: extras with names are those of an object with free names.
    fn is_list(&self) -> bool {
        let is_named = |(name, _): (&str, Extra<'_>)| !name.is_empty();
        self.place.is_list() && !self.extras().into_iter().flatten().any(is_named)
    }

    /// Returns the extras, if they have a meaning here.
    fn extras(&self) -> Option<Extras<'w>> {
        self.is_own.then(|| self.token.extras())
    }

    /// Puts the fields, the extras and the fixed members at their places.
    fn draft(&self) -> Draft<'w> {
        let document = Document::new(self.extras(), &self.left_out, self.is_list());
        let mut draft = Draft { document, encoded: FieldSet::default(), unheld: FieldSet::default() };
        self.put_texts(&mut draft);
        self.put_times(&mut draft);
        draft.document.settle();
        // A token of this format keeps its own flag, or its absence.
        let flag = self.dialect.ok_when.filter(|_| !self.is_own);
        let flag = flag.and_then(|(path, good)| Some((path.as_str(), *good.first()?)));
        let is_first = std::ptr::eq(self.place, self.dialect);
        let of_place = if is_first { &[] } else { self.place.constant_members };
        for (path, json) in self.dialect.constant_members.iter().chain(of_place).copied().chain(flag) {
            let leaf = Leaf { text: LeafText::Json(json), field: None };
            draft.document.put(Names::new(path), 0, &mut Some(leaf), Replaces::Nothing);
        }
        if !self.place.json_string.is_empty() {
            draft.document.fold(self.place.json_string);
        }
        draft.document.take_headers(self.dialect.headers);
        if self.dialect.wire == Wire::Form {
            draft.document.keep_texts();
        }
        draft
    }

    fn put_texts(&self, draft: &mut Draft<'w>) {
        for field in TEXTS {
            let FieldIndex::Text(index) = field.index() else { continue };
            let Some(text) = self.token.text(index).filter(|_| !self.dropped.contains(field)) else {
                continue;
            };
            let paths = self.place.text_paths(index);
            let text = match field {
                Field::TokenType => self.token_type().map(LeafText::Text),
                Field::Scopes => self.scopes(),
                _ => Some(LeafText::Text(text)),
            };
            let (Some(first), Some(text)) = (paths.first(), text) else {
                draft.unheld.insert(field);
                continue;
            };
            draft.encoded.insert(field);
            if field == Field::Scopes && first.each().is_some() {
                self.put_each(first, draft);
                continue;
            }
            let leaf = &mut Some(Leaf { text, field: Some(field) });
            if !self.put_first(draft, &paths, leaf) {
                self.put(draft, first, leaf, Replaces::Extras);
            }
        }
    }

    /// Puts a leaf at the first of some paths that is free, and returns false if none is.
    fn put_first(&self, draft: &mut Draft<'w>, paths: &[FieldPath], leaf: &mut Option<Leaf<'w>>) -> bool {
        paths.iter().any(|path| self.put(draft, path, leaf, Replaces::Same))
    }

    fn put(
        &self,
        draft: &mut Draft<'w>,
        path: &FieldPath,
        leaf: &mut Option<Leaf<'w>>,
        replaces: Replaces,
    ) -> bool {
        draft.document.put(self.place.path(*path), to_usize(self.site.1), leaf, replaces)
    }

    /// Puts each scope into an element of its own.
    fn put_each(&self, path: &FieldPath, draft: &mut Draft<'w>) {
        for (index, scope) in self.token.scopes().into_iter().flatten().enumerate() {
            let mut leaf = Some(Leaf { text: LeafText::Text(scope), field: Some(Field::Scopes) });
            draft.document.put(self.place.path(*path), index, &mut leaf, Replaces::Extras);
        }
    }

    fn token_type(&self) -> Option<&'w str> {
        let sent = self.token.token_type()?;
        self.place.word_of_type(if self.is_own { sent.raw() } else { sent.as_str() }, sent.kind())
    }

    /// Returns the scopes as one string, or else as an array, which only JSON has.
    fn scopes(&self) -> Option<LeafText<'w>> {
        let scopes = self.token.scopes()?;
        let separator = self.place.scopes_separated_by.first().copied();
        let separator = separator.filter(|_| self.ways_tried(Field::Scopes) == 0);
        let is_held = separator.is_some() || self.dialect.wire == Wire::Json;
        is_held.then_some(LeafText::Scopes(scopes, separator))
    }

    fn put_times(&self, draft: &mut Draft<'w>) {
        for time in TIMES {
            match self.token.times[time] {
                _ if self.dropped.contains(time.field()) => {}
                Times::UNKNOWN => {}
                Times::NEVER => self.put_never(draft, time),
                end => self.put_time(draft, time, end),
            }
        }
    }

    /// Puts every member of an instant, or a read-only one if no other is possible.
    ///
    /// An extra is not replaced, as it may state the same instant, or nothing.
    fn put_time(&self, draft: &mut Draft<'w>, time: TimeField, end: i64) {
        let (field, rules) = (time.field(), self.place.time_rules(time));
        // The documented default may be the expiry already.
        let Some(tried) = self.ways_tried(field).checked_sub(self.implicit_ways(field)) else { return };
        let mut is_put = false;
        let [writable, read_only] =
            [false, true].map(|kind| rules.iter().filter(move |rule| rule.is_read_only() == kind));
        for rule in writable.chain(read_only) {
            if is_put && rule.is_read_only() {
                break;
            }
            let issued = if rule.counts_from_issue() { self.issued() } else { None };
            let from = issued.unwrap_or(self.at.unix_timestamp());
            let Some((stamp, is_text)) = rule.write(end, from, tried > 0) else { continue };
            let leaf = Leaf { text: LeafText::Time(stamp, is_text), field: Some(field) };
            is_put |= self.put_first(draft, rule.paths(), &mut Some(leaf));
        }
        if is_put {
            draft.encoded.insert(field);
        } else if rules.is_empty() {
            draft.unheld.insert(field);
        }
    }

    /// Returns the instant of issue, if it is encoded.
    fn issued(&self) -> Option<i64> {
        let issued = self.token.times[TimeField::IssuedAt];
        (issued != Times::UNKNOWN && !self.place.issued_at.is_empty()).then_some(issued)
    }

    /// States in one of the vendor's ways that a token never expires: by no member, or by a special value of a rule.
    fn put_never(&self, draft: &mut Draft<'w>, time: TimeField) {
        let field = time.field();
        let Some(way) = ways_to_never(self.place.time_rules(time)).nth(self.ways_tried(field)) else {
            return draft.unheld.insert(field);
        };
        let Some((path, value)) = way else { return };
        let is_json = value == "null" || value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let text = if is_json { LeafText::Json(value) } else { LeafText::Text(value) };
        if self.put(draft, path, &mut Some(Leaf { text, field: None }), Replaces::Same) {
            draft.encoded.insert(field);
        }
    }

    /// Returns the number of ways in which a field was encoded in vain.
    fn ways_tried(&self, field: Field) -> usize {
        self.respelled.iter().filter(|respelled| **respelled == field).count()
    }

    /// Returns the number of ways to encode an instant without a member.
    fn implicit_ways(&self, field: Field) -> usize {
        let has_default = |rule: &TimeRule| matches!(rule.absence(), Some(Special::Seconds(_)));
        usize::from(field == Field::Expires && self.place.expires_at.iter().any(has_default))
    }

    /// Renders a document, and returns true if the body is a bare text.
    fn render(&self, document: &Document<'_>) -> (Encoded, bool) {
        let wire = self.dialect.wire;
        let bare = if self.keeps_bare { document.to_bare(wire == Wire::Json) } else { None };
        let is_bare = bare.is_some();
        let content_type = match wire {
            Wire::Form => "application/x-www-form-urlencoded",
            Wire::Text if is_bare => "text/plain",
            Wire::Json | Wire::Text => "application/json",
        };
        let body = match bare {
            _ if wire == Wire::Form => document.to_form(),
            Some(bare) => bare,
            None => document.to_json(),
        };
        let mut encoded = Encoded { body, headers: document.headers(), content_type, dropped: Vec::new() };
        if let Some(change) = self.dialect.after_encode {
            change(&mut encoded);
        }
        (encoded, is_bare)
    }

    /// Decodes what is encoded, where it lies.
    fn decode(&self, draft: &Draft<'_>, encoded: &Encoded) -> Answer {
        // Of many tokens all but one are extras.
        let limits = Limits { body: usize::MAX, number: usize::MAX, scopes: usize::MAX, ..Limits::default() };
        let mut response = Response::new(encoded.body.expose().as_bytes(), self.at).with_limits(limits);
        for (name, value) in &encoded.headers {
            response = response.with_header(*name, value.expose());
        }
        let mut body = Body::split(response);
        body.keeps_tree = true;
        let dialect = self.dialect_of.map_or(Ok(self.dialect), |dialect_of| dialect_of(&mut body));
        let decoded = dialect.and_then(|dialect| {
            let Decoded { outcome, related, .. } = dialect.read_in_place(&mut body)?;
            let first = if let Outcome::Token(token) = outcome { Some(token) } else { None };
            let is_here = |token: &Token| {
                (token.place, token.object) == self.site && std::ptr::eq(dialect, self.dialect)
            };
            Ok(first.into_iter().chain(related).find(is_here))
        });
        if let Some(at) = decoded.as_ref().err().and_then(Error::offset) {
            body.consult_at(at);
        }
        let usage = draft.document.usage(&body);
        let decoded = decoded.ok().flatten();
        let changed = decoded.as_ref().map_or(FieldSet::default(), |decoded| changed(self.token, decoded));
        let differing = usage.unread.or(changed).without(self.dropped).without(draft.unheld);
        Answer { decoded, usage, changed, differing }
    }

    /// Changes what is encoded, and returns false if nothing can be changed.
    ///
    /// At last, fields that differ are dropped.
    fn amend(&mut self, draft: &Draft<'_>, answer: &Answer, is_last: bool) -> bool {
        let Answer { decoded, usage, differing, .. } = answer;
        let differing = *differing;
        if is_last {
            return self.drop_fields(draft, differing);
        }
        if usage.is_reshaped && self.leave_out_all() || self.leave_out(&usage.consumed) {
            return true;
        }
        let Some(decoded) = decoded else { return self.leave_out(&usage.consulted) || self.leave_out_all() };
        if self.respell(draft, differing) {
            return true;
        }
        let (left_out_before, times) = (self.left_out.clone(), decoded.times);
        if self.leave_out(&usage.consulted) {
            self.respelled.clear();
            self.suspicion = Some(Suspicion { left_out_before, differing, times });
            return true;
        }
        let suspicion = self.suspicion.take();
        let cleared = suspicion.filter(|before| before.differing == differing && before.times == times);
        let is_restored = cleared.is_some();
        if let Some(Suspicion { left_out_before, .. }) = cleared {
            self.left_out = left_out_before;
        }
        self.drop_fields(draft, differing) || is_restored
    }

    /// Drops some fields, and returns true if one of them was encoded.
    fn drop_fields(&mut self, draft: &Draft<'_>, fields: FieldSet) -> bool {
        let encoded = fields.and(draft.encoded);
        self.shadowed = self.shadowed.or(encoded);
        self.dropped = self.dropped.or(fields);
        !encoded.is_empty()
    }

    /// Leaves out some extras, and returns true if there are any.
    fn leave_out(&mut self, extras: &[u32]) -> bool {
        if !extras.is_empty() && self.is_list() {
            return self.leave_out_all();
        }
        self.left_out.extend(extras);
        !extras.is_empty()
    }

    /// Leaves out all extras, and returns true if any was encoded.
    fn leave_out_all(&mut self) -> bool {
        let (before, extras) = (self.left_out.len(), self.extras().map_or(0, Extras::len));
        self.left_out.extend((0..u32::MAX).take(extras));
        self.suspicion = None;
        self.left_out.len() > before
    }

    /// Encodes some fields in their next way, and returns true if one has another.
    fn respell(&mut self, draft: &Draft<'_>, fields: FieldSet) -> bool {
        let before = self.respelled.len();
        let next: Vec<_> = fields.iter().filter(|field| self.has_next_way(draft, *field)).collect();
        self.respelled.extend(next);
        self.respelled.len() > before
    }

    /// Returns true if there is another way to encode a field.
    fn has_next_way(&self, draft: &Draft<'_>, field: Field) -> bool {
        let tried = self.ways_tried(field);
        match field.index() {
            FieldIndex::Time(time) => match self.token.times[time] {
                Times::UNKNOWN => false,
                Times::NEVER => {
                    ways_to_never(self.place.time_rules(time)).nth(tried.saturating_add(1)).is_some()
                }
                _ => {
                    let implicit = self.implicit_ways(field);
                    tried < implicit || tried == implicit && draft.encoded.contains(field)
                }
            },
            FieldIndex::Text(TextField::Scopes) => {
                let is_each = self.place.scopes.first().is_some_and(|path| path.each().is_some());
                let is_empty = self.token.scopes().is_none_or(|scopes| scopes.is_empty());
                tried == 0 && self.dialect.wire == Wire::Json && !is_each && !is_empty
            }
            _ => false,
        }
    }

    /// Names the fields that are lost.
    fn finish(self, draft: &Draft<'_>, mut encoded: Encoded, answer: Answer) -> Attempt {
        let is_right = answer.usage.consumed.is_empty() && answer.differing.without(self.dropped).is_empty();
        let decoded = answer.decoded.filter(|_| is_right);
        let lost = self.dropped.or(draft.unheld);
        let lost = if decoded.is_some() { lost.and(answer.changed) } else { lost };
        encoded.dropped.extend(lost.iter());
        let keeps_extras = self.is_own && self.left_out.is_empty() || self.token.extras().is_empty();
        if !keeps_extras || draft.document.lost_extra {
            encoded.dropped.push(Field::Extras);
        }
        Attempt { encoded, decoded, shadowed: self.shadowed }
    }
}

/// Returns the ways to state that an instant never comes: `None` for no member, else a path and a value.
fn ways_to_never(
    rules: &'static [TimeRule],
) -> impl Iterator<Item = Option<(&'static FieldPath, &'static str)>> {
    let absent = rules.iter().any(|rule| rule.absence() == Some(Special::Never)).then_some(None);
    let values = rules.iter().filter_map(|rule| Some((rule.paths().first()?, rule)));
    let values = values.flat_map(|(path, rule)| rule.words_for_never().map(move |value| Some((path, value))));
    absent.into_iter().chain(values)
}

fn to_usize(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

impl Dialect {
    /// Returns true if the top level is an array, or an object with free names.
    fn is_list(&self) -> bool {
        let token = self.access_token.first().or(self.id_token.first()).or(self.refresh_token.first());
        let first = token.and_then(|path| self.path(*path).next());
        first.is_some_and(|name| name == "*" || name.parse::<usize>().is_ok())
    }

    /// Returns true if the place can hold a credential of a kind.
    fn holds(&self, kind: CredentialKind) -> bool {
        match kind {
            CredentialKind::Access => !self.access_token.is_empty(),
            CredentialKind::Id => !self.id_token.is_empty(),
            CredentialKind::Refresh => self.refresh_token_is_grant && !self.refresh_token.is_empty(),
        }
    }
}

/// Returns the fields that differ in two tokens.
fn changed(token: &Token, other: &Token) -> FieldSet {
    FieldSet::of(|field| match field.index() {
        FieldIndex::Time(time) => token.times[time] != other.times[time],
        _ => (token.has(field) || other.has(field)) && token.get(field) != other.get(field),
    })
}
