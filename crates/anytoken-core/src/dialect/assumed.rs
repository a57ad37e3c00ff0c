//! The token of a response that has none under a standard name at its top: under another name, or in an envelope.
//!
//! One walk over the body finds the members whose name is one of a token, judges each by the objects around it, and keeps
//! the best of each level. The cost is linear, and the memory does not depend on the body.

use super::Dialect;
use super::decode::{Decoder, Parent, TokenSite};
use super::names::{
    ACCESS_TOKEN, ID_TOKEN, REFRESH_TOKEN, TOKEN_TYPE, ends_with, is_spelling, is_spelling_of, says,
};
use super::value::{Content, content, is_empty, is_present, is_success, name, string};
use crate::error::{Error, ErrorKind, JsonKind, Result};
use crate::json::{Event, Id, Member, walk};
use crate::model::NoteKind;
use crate::secret::{is_placeholder, is_token, shown_name};
use crate::span::Span;
use crate::value::EndName;

/// The names that say what the token is, other than the access token's own.
const STRONG: [&str; 2] = ["bearertoken", "accessjwt"];

/// The names of an access token that are those of other tokens too.
const WEAK: [&str; 6] = ["token", "authtoken", "sessiontoken", "apitoken", "newtoken", "jwt"];

/// The steps through which a token with a weak name is read without a witness.
const STEPS: [&str; 10] =
    ["data", "result", "response", "body", "auth", "session", "login", "tokens", "credentials", "user"];

/// The words for a token that serves for one other thing.
const OTHER_USES: [&str; 16] = [
    "csrf",
    "xsrf",
    "captcha",
    "reset",
    "invite",
    "invitation",
    "verify",
    "verification",
    "push",
    "device",
    "registration",
    "webhook",
    "card",
    "payment",
    "cursor",
    "nonce",
];

/// The words for a second factor.
const SECOND_FACTOR: [&str; 7] = ["mfa", "2fa", "otp", "totp", "challenge", "twofactor", "secondfactor"];

/// The words by which a second factor is still to come.
const TO_COME: [&str; 4] = ["required", "requires", "pending", "needed"];

/// The members whose texts are words about what comes next, beside those of [`USES`].
const STATES: [&str; 3] = ["status", "state", "result"];

/// The members whose texts are words about what a token serves for.
const USES: [&str; 6] = ["type", "purpose", "action", "typename", "stage", "flow"];

/// The members whose texts are the kind of a token.
const KINDS: [&str; 6] = ["tokentype", "tokenkind", "tokenuse", "type", "kind", "name"];

/// The words for the kinds of token that are no access token.
const OTHER_KINDS: [&str; 2] = ["refreshtoken", "idtoken"];

/// The names of keys that sign requests: the token beside them does nothing alone.
const SIGNING_KEYS: [&str; 7] = [
    "accesskeyid",
    "secretaccesskey",
    "accesskeysecret",
    "tmpsecretid",
    "tmpsecretkey",
    "secretkey",
    "tokensecret",
];

/// The names of members that state an error.
const ERRORS: [&str; 6] = ["error", "errors", "oauthproblem", "errorcode", "errcode", "errno"];

/// The names of codes, which may state a success.
const CODES: [&str; 4] = ["code", "statuscode", "responsecode", "retcode"];

/// The names of flags of success.
const SUCCESS: [&str; 4] = ["success", "ok", "issuccess", "successful"];

/// The steps to objects that say how the request went.
const REPORTS: [&str; 5] = ["status", "result", "meta", "header", "head"];

/// The words of a `status` or `result` that failed.
const FAILURES: [&str; 4] = ["error", "fail", "failed", "failure"];

/// The last words of a name whose text looks like a token.
const LOOKS_LIKE_TOKEN: [&str; 10] =
    ["token", "jwt", "ticket", "sid", "sessionid", "session", "access", "key", "secret", "password"];

/// The length of the shortest text that looks like a token.
const SHORTEST: usize = 8;

/// The number of levels in which a token is searched: the top, and three below it.
const LEVELS: usize = 4;

/// The most objects and lists on the way to a token: one of each on every level, and the envelope of SOAP.
const DEPTH: usize = 2 * LEVELS + 1;

impl Decoder<'_> {
    /// Locates the token of a response that has none under a standard name at its top.
    ///
    /// # Errors
    ///
    /// `Missing` with a hint if there is none, `Ambiguous` if there are several, and `Duplicate` if a member on the way to
    /// it occurs twice.
    #[cold]
    #[inline(never)]
    pub(super) fn assumed_token<'d>(&mut self, dialect: &'d Dialect) -> Result<TokenSite<'d>> {
        // In a list only an access token counts.
        let id = if self.is_element { None } else { self.spelled_at_top(ID_TOKEN) };
        let survey = Survey::of(self);
        let mut site = TokenSite { id, ..TokenSite::new(dialect) };
        let Some(Found { access, refresh, second, .. }) = survey.token(id.is_some()) else {
            return if id.is_some() { Ok(site) } else { Err(self.missing_with_hint(dialect, survey.hint)) };
        };
        if second.is_some() {
            return Err(self.ambiguous(second));
        }
        let way = self.way_to(access)?;
        (site.root, site.access) = (way.root, Some(way.id));
        if refresh.is_some() {
            let way = self.way_to(refresh)?;
            (site.refresh_root, site.refresh) = (way.root, Some(way.id));
        } else {
            site.refresh = self.token(dialect, dialect.refresh_token, site.root, true)?;
        }
        if site.root.is_some() || id.is_none() {
            site.id = self.token(dialect, dialect.id_token, site.root, false)?;
        }
        let is_other = |member| !is_spelling(name(self.text, member).as_str(), ACCESS_TOKEN);
        let has_other_name = self.member(way.id).is_some_and(is_other);
        let is_soap_body = self.is_soap && way.depth == 1;
        let is_wrapped = self.is_element || way.root.is_some() && !is_soap_body;
        site.is_assumed = has_other_name || is_wrapped;
        for (kind, is_so) in [(NoteKind::AssumedToken, has_other_name), (NoteKind::Wrapped, is_wrapped)] {
            if is_so {
                self.note_field(kind, way.shown.clone().into(), way.id);
            }
        }
        Ok(site)
    }

    /// Returns true if the access token at the top serves for a second factor that is still to come. Only the name of the
    /// standard cannot be that of such a token.
    #[inline(always)]
    pub(super) fn is_barred(&self, site: &TokenSite<'_>) -> bool {
        let access = site.access.and_then(|id| self.member(id));
        // Fast path: nearly all tokens have the name of the standard, without escapes.
        let is_standard = |member: Member| member.name.of(self.text) == "access_token";
        access
            .is_some_and(|member| !is_standard(member) && name(self.text, member).as_str() != "access_token")
            && self.awaits_second_factor()
    }

    #[cold]
    #[inline(never)]
    fn awaits_second_factor(&self) -> bool {
        let (text, mut second_factor) = (self.text, SecondFactor::default());
        for node in self.tree.members() {
            walk(text, node.member, |event| {
                let (Event::Leaf(member) | Event::Open(member)) = event else { return };
                if matches!(event, Event::Open(_)) || !is_empty(text, member) {
                    let value = content(text, member);
                    second_factor.add(name(text, member).as_str(), value.as_ref().map(Content::as_str));
                }
            });
        }
        second_factor.is_to_come
    }

    /// Returns the member of the top level whose name is a spelling of a word, and whose text can be a token.
    fn spelled_at_top(&self, word: &str) -> Option<Id> {
        let is_it = |member: Member| {
            is_spelling(name(self.text, member).as_str(), word) && can_be_token(self.text, member)
        };
        self.tree.top().find(|id| self.member(*id).is_some_and(is_it))
    }

    fn missing_with_hint(&mut self, dialect: &Dialect, hint: Option<Hint>) -> Error {
        let missing = self.missing(dialect);
        let hint = hint.filter(|_| missing.kind() == ErrorKind::Missing);
        match hint.map(|hint| self.way_to(hint.value)) {
            Some(Ok(way)) => missing.with_hint(way.shown),
            _ => missing,
        }
    }

    /// Finds a member that the walk has met, and opens the objects on the way to it.
    fn way_to(&mut self, target: Span) -> Result<Way> {
        let (mut root, mut depth, mut shown, mut ids) = (None, 0_usize, String::new(), self.tree.top());
        loop {
            let holds = |id: &Id| {
                self.member(*id).is_some_and(|member| member.value.range().contains(&target.start()))
            };
            let id = ids.clone().find(holds).ok_or(ErrorKind::Missing)?;
            let member = self.member(id).ok_or(ErrorKind::Missing)?;
            if self.tree.node(id).is_some_and(|node| node.is_named()) {
                let sent = name(self.text, member);
                let place = id.saturating_sub(ids.start).saturating_add(1);
                shown.push_str(if shown.is_empty() { "" } else { "/" });
                shown.push_str(&shown_name(sent.as_str(), place, |_| false));
                let is_same = |other: &Member| name(self.text, *other).as_str() == sent.as_str();
                let second = ids.filter_map(|id| self.member(id)).filter(is_same).nth(1);
                if let Some(second) = second {
                    let duplicate = Error::new(ErrorKind::Duplicate).with_field(shown);
                    return Err(duplicate.with_offset(second.name.start()));
                }
            }
            if member.value == target {
                return Ok(Way { root, id, depth, shown });
            }
            (root, depth) = (Some(id), depth.saturating_add(1));
            let (from, to) = self.tree.open(self.text, id)?.unwrap_or_default();
            ids = from..to;
        }
    }

    /// Returns the error of a second token: it may be the same member again.
    fn ambiguous(&mut self, second: Span) -> Error {
        let ambiguous = Error::new(ErrorKind::Ambiguous).with_field("access_token");
        self.way_to(second).err().unwrap_or_else(|| ambiguous.with_offset(second.start()))
    }
}

/// The way to a member.
struct Way {
    /// The object that holds it; `None` for the top.
    root: Parent,
    id: Id,
    /// The number of objects and lists on the way.
    depth: usize,
    /// The names on the way as they may be shown, with `/` between them.
    shown: String,
}

/// The candidates of one level and rank, by the spans of their values; a span may be absent.
#[derive(Clone, Copy)]
struct Found {
    /// The first member that may be the access token.
    access: Span,
    /// The refresh token of a pair.
    refresh: Span,
    /// Another one whose text differs from the first.
    second: Span,
    /// True if a step on the way to the first is `status`.
    is_in_status: bool,
}

impl Default for Found {
    fn default() -> Self {
        Self { access: Span::NONE, refresh: Span::NONE, second: Span::NONE, is_in_status: false }
    }
}

impl Found {
    /// Adds the candidates of another place.
    fn add(&mut self, text: &str, other: Self) {
        if !self.access.is_some() {
            *self = other;
        } else if other.access.is_some() && !self.second.is_some() {
            let [mine, its] = [self.access, other.access].map(|value| string(text, value));
            let is_same = mine.as_ref().map(Content::as_str) == its.as_ref().map(Content::as_str);
            self.second = if is_same { other.second } else { other.access };
            if !self.refresh.is_some() {
                self.refresh = other.refresh;
            }
        }
    }
}

/// The candidates of one level, by what says that they are access tokens.
#[derive(Clone, Copy, Default)]
struct Ranked {
    /// The name `accesstoken`, or a pair.
    named: Found,
    /// Another name that says it, or a witness.
    witnessed: Found,
    /// Only the place.
    placed: Found,
}

/// A rank of the candidates of a level.
type Rank = fn(&mut Ranked) -> &mut Found;

const NAMED: Rank = |ranked| &mut ranked.named;
const WITNESSED: Rank = |ranked| &mut ranked.witnessed;
const PLACED: Rank = |ranked| &mut ranked.placed;

/// The candidates of all levels.
type Levels = [Ranked; LEVELS];

/// A member that looks like a token and is not read.
#[derive(Clone, Copy)]
struct Hint {
    /// False if only its last word says so.
    is_token: bool,
    level: usize,
    value: Span,
}

/// The walk through a body.
struct Survey<'t> {
    text: &'t str,
    is_soap: bool,
    /// The objects and lists that the walk is in, the innermost last.
    frames: [Frame; DEPTH],
    /// The number of these.
    depth: usize,
    /// The number of open objects and lists within the last one, which are not searched.
    skipped: usize,
    second_factor: SecondFactor,
    /// True if the top has a list of objects.
    lists_objects: bool,
    hint: Option<Hint>,
    best: Levels,
}

/// What the names in a body, and some texts, say about a second factor.
#[derive(Default)]
struct SecondFactor {
    is_there: bool,
    /// True if it is still to come.
    is_to_come: bool,
}

/// An object or a list that the walk is in.
struct Frame {
    is_list: bool,
    level: usize,
    /// True if a step on the way to it says that its tokens serve for something else.
    bars: bool,
    /// True if a step on the way to it is none of a token.
    strays: bool,
    /// True if a step on the way to it is an element of a list.
    is_listed: bool,
    /// True if a step on the way to it is `status`, in which a resource of Kubernetes has what the server says.
    is_in_status: bool,
    /// True if it says how the request went.
    is_report: bool,
    /// True if the step to it says `access`, or `refresh`.
    says: [bool; 2],
    /// The number of its elements.
    elements: usize,
    best: Levels,
    /// The candidates among its own members: `accesstoken`, those of strong and those of weak names.
    own: [Found; 3],
    /// The candidates of the members that say `access` and `refresh`.
    pair: [Span; 2],
    facts: Facts,
}

impl Default for Frame {
    fn default() -> Self {
        Self {
            is_list: false,
            level: 0,
            bars: false,
            strays: false,
            is_listed: false,
            is_in_status: false,
            is_report: false,
            says: [false; 2],
            elements: 0,
            best: Levels::default(),
            own: Default::default(),
            pair: [Span::NONE; 2],
            facts: Facts::default(),
        }
    }
}

/// What an object says about the tokens in it.
#[derive(Default)]
struct Facts {
    has_witness: bool,
    has_other_use: bool,
    has_signing_key: bool,
    has_kind: bool,
    has_api_version: bool,
    succeeds: bool,
    fails: bool,
    has_failing_code: bool,
}

impl<'t> Survey<'t> {
    fn of(decoder: &Decoder<'t>) -> Self {
        let is_list = decoder.tree.is_list();
        let top = Frame { is_list, is_listed: decoder.is_element, ..Frame::default() };
        let mut survey = Self {
            text: decoder.text,
            is_soap: decoder.is_soap,
            frames: std::array::from_fn(|_| Frame::default()),
            depth: 0,
            skipped: 0,
            second_factor: SecondFactor::default(),
            lists_objects: false,
            hint: None,
            best: Default::default(),
        };
        survey.enter(top);
        for node in decoder.tree.members() {
            walk(decoder.text, node.member, |event| survey.event(event));
        }
        survey.close();
        survey.judge();
        survey
    }

    /// Returns the candidates of the level and rank that decide.
    ///
    /// Beside an ID token only a member of the top level that is named as an access token is one.
    fn token(&self, beside_id_token: bool) -> Option<Found> {
        let [top, ..] = self.best;
        if beside_id_token {
            return Some(top.named).filter(|found| found.access.is_some());
        }
        let of_level = |Ranked { named, witnessed, placed }: &Ranked| {
            let mut others = *witnessed;
            others.add(self.text, *placed);
            [*named, others].into_iter().find(|found| found.access.is_some())
        };
        self.best.iter().find_map(of_level)
    }

    /// Returns the innermost object or list.
    fn last(&mut self) -> Option<&mut Frame> {
        self.depth.checked_sub(1).and_then(|last| self.frames.get_mut(last))
    }

    /// Enters an object or a list, unless it is too deep.
    fn enter(&mut self, frame: Frame) {
        match self.frames.get_mut(self.depth) {
            Some(free) => {
                *free = frame;
                self.depth = self.depth.saturating_add(1);
            }
            None => self.skipped = self.skipped.saturating_add(1),
        }
    }

    fn event(&mut self, event: Event) {
        match event {
            Event::Leaf(member) => self.member(member, false),
            Event::Open(member) => {
                self.member(member, true);
                self.open(member);
            }
            Event::Close if self.skipped > 0 => self.skipped = self.skipped.saturating_sub(1),
            Event::Close => self.close(),
        }
    }

    /// Notes what a member says about the tokens around it.
    fn member(&mut self, member: Member, is_open: bool) {
        let text = self.text;
        let (name, value) = (name(text, member), content(text, member));
        let name = name.as_str();
        let is_absent = !is_open && is_empty(text, member);
        if !is_absent {
            self.second_factor.add(name, value.as_ref().map(Content::as_str));
        }
        let is_searched = self.skipped == 0;
        let Some(frame) = self.last().filter(|_| is_searched) else { return };
        frame.elements = frame.elements.saturating_add(1);
        if frame.is_list {
            return;
        }
        let is_assumable = |value: &Content<'_>| is_assumable(value.as_str());
        let is_token = can_be_token(text, member) && value.as_ref().is_some_and(is_assumable);
        let candidate = Found { access: member.value, is_in_status: frame.is_in_status, ..Found::default() };
        let [access, strong, weak] = &mut frame.own;
        for (names, own) in [(&[ACCESS_TOKEN][..], access), (&STRONG, strong), (&WEAK, weak)] {
            if is_token && is_spelling_of(name, names) {
                return own.add(text, candidate);
            }
        }
        if !is_absent {
            frame.facts.add_name(name);
        }
        if is_open {
            frame.facts.add_inner(name);
        } else {
            frame.facts.add(text, name, member, value.as_ref().map(Content::as_str));
        }
        if is_token && member.value.inside().len() >= SHORTEST && ends_with(name, &LOOKS_LIKE_TOKEN) {
            let hint = Hint {
                is_token: is_spelling_of(name, &REFRESH_TOKEN),
                level: frame.level,
                value: member.value,
            };
            self.hint(hint);
        }
    }

    /// Enters an object or a list, unless it is too deep or an element of an inner list.
    fn open(&mut self, member: Member) {
        let is_list = member.kind == JsonKind::Array;
        let (depth, is_soap, is_searched) = (self.depth, self.is_soap, self.skipped == 0);
        let Some(outer) = self.last().filter(|outer| is_searched && !(is_list && outer.is_list)) else {
            self.skipped = self.skipped.saturating_add(1);
            return;
        };
        let Frame { is_list: is_element, level, bars, strays, is_listed, is_in_status, .. } = *outer;
        self.lists_objects |= is_element && depth == 2;
        let step = name(self.text, member);
        let step = step.as_str();
        // A list is no level of its own, and the body of SOAP is the top.
        let is_top = depth == 1 && (is_element || is_soap && step == "Body");
        let level = level.saturating_add(usize::from(!is_list && !is_top));
        if level >= LEVELS {
            self.skipped = self.skipped.saturating_add(1);
            return;
        }
        let is_step = is_element
            || is_spelling_of(step, &STEPS)
            || is_spelling_of(step, &WEAK)
            || is_spelling_of(step, &STRONG)
            || is_spelling(step, ACCESS_TOKEN);
        self.enter(Frame {
            is_list,
            level,
            bars: bars || says(step, &["refresh"]) || says(step, &OTHER_USES),
            strays: strays || !is_step,
            is_listed: is_listed || is_element,
            is_in_status: is_in_status || is_spelling(step, "status"),
            is_report: is_spelling_of(step, &REPORTS),
            says: [says(step, &["access"]), says(step, &["refresh"])],
            ..Frame::default()
        });
    }

    /// Leaves an object or a list, and judges the candidates in it.
    fn close(&mut self) {
        let Some(last) = self.last() else { return };
        let mut frame = std::mem::take(last);
        self.depth = self.depth.saturating_sub(1);
        self.judge_own(&mut frame);
        let [access, refresh] = frame.pair;
        let below = frame.best.get_mut(frame.level.saturating_add(1));
        if let Some(below) = below.filter(|_| access.is_some() && refresh.is_some()) {
            let is_in_status = frame.is_in_status;
            below.named.add(self.text, Found { access, refresh, is_in_status, ..Found::default() });
        }
        let Facts { has_kind, has_api_version, .. } = frame.facts;
        let has_failed = frame.facts.has_failed();
        if frame.is_list && frame.elements != 1 || has_failed {
            self.dismiss(&mut frame.best, &[NAMED, WITNESSED, PLACED], |_| true);
        }
        if has_kind && has_api_version {
            self.dismiss(&mut frame.best, &[NAMED, WITNESSED], |found| !found.is_in_status);
            self.dismiss(&mut frame.best, &[PLACED], |_| true);
        }
        if let Some(outer) = self.last().filter(|_| frame.is_report) {
            outer.facts.fails |= has_failed;
        }
        let text = self.text;
        let first = frame.own.iter().find(|own| own.access.is_some());
        if let (Some(outer), Some(first)) = (self.last(), first.filter(|_| !frame.is_listed)) {
            for (_, value) in
                frame.says.iter().zip(&mut outer.pair).filter(|(says, value)| **says && !value.is_some())
            {
                *value = first.access;
            }
        }
        let mut best = self.last().map_or(Levels::default(), |outer| std::mem::take(&mut outer.best));
        for (outer, inner) in best.iter_mut().zip(&mut frame.best) {
            for rank in [NAMED, WITNESSED, PLACED] {
                rank(outer).add(text, *rank(inner));
            }
        }
        match self.last() {
            Some(outer) => outer.best = best,
            None => self.best = best,
        }
    }

    /// Dismisses candidates of some ranks for what was found in the whole body.
    fn judge(&mut self) {
        let mut best = std::mem::take(&mut self.best);
        if self.lists_objects {
            self.dismiss(&mut best, &[PLACED], |_| true);
        }
        if self.second_factor.is_there {
            self.dismiss(&mut best, &[WITNESSED, PLACED], |_| true);
        }
        if self.second_factor.is_to_come {
            self.dismiss(&mut best, &[NAMED], |found| !found.refresh.is_some());
        }
        self.best = best;
    }

    /// Takes the candidates of some ranks for no tokens, and one of them for a hint.
    fn dismiss(&mut self, levels: &mut Levels, ranks: &[Rank], is_dismissed: fn(Found) -> bool) {
        for (level, ranked) in levels.iter_mut().enumerate() {
            for rank in ranks {
                let found = *rank(ranked);
                if found.access.is_some() && is_dismissed(found) {
                    *rank(ranked) = Found::default();
                    self.hint(Hint { is_token: true, level, value: found.access });
                }
            }
        }
    }

    /// Ranks the candidates among the members of an object.
    fn judge_own(&mut self, frame: &mut Frame) {
        let Frame { level, bars, strays, is_listed, .. } = *frame;
        let Facts { has_witness, has_other_use, has_signing_key, .. } = frame.facts;
        let [access, strong, weak] = frame.own;
        let is_named = !bars && !has_signing_key;
        let is_other = is_named && !is_listed && !has_other_use;
        let of_weak = if has_witness { WITNESSED } else { PLACED };
        let Some(ranked) = frame.best.get_mut(level) else { return };
        for (found, rank, is_read) in [
            (access, NAMED, is_named),
            (strong, WITNESSED, is_other),
            (weak, of_weak, is_other && (has_witness || !strays)),
        ] {
            if is_read {
                rank(ranked).add(self.text, found);
            } else if found.access.is_some() {
                self.hint(Hint { is_token: true, level, value: found.access });
            }
        }
    }

    /// Keeps the hint that says most, and of several the first of the shallowest level.
    fn hint(&mut self, hint: Hint) {
        let rank = |hint: Hint| (!hint.is_token, hint.level, hint.value.start());
        if self.hint.is_none_or(|kept| rank(hint) < rank(kept)) {
            self.hint = Some(hint);
        }
    }
}

impl SecondFactor {
    /// Adds what the name of a member says that is not absent, and its text if that says what comes next.
    fn add(&mut self, name: &str, value: Option<&str>) {
        let is_state =
            || is_spelling_of(name, &STATES) || is_spelling_of(name, &USES) || says(name, &["step", "next"]);
        let words = value.filter(|_| is_state());
        for words in [name].into_iter().chain(words).filter(|words| says(words, &SECOND_FACTOR)) {
            self.is_there = true;
            self.is_to_come |= says(words, &TO_COME);
        }
    }
}

impl Facts {
    /// Returns true if a request failed: a code that may be none of an error says nothing beside a success.
    fn has_failed(&self) -> bool {
        self.fails || self.has_failing_code && !self.succeeds
    }

    /// Adds what the name of a member says that is not absent.
    fn add_name(&mut self, name: &str) {
        self.has_kind |= is_spelling(name, "kind");
        self.has_api_version |= is_spelling(name, "apiversion");
        self.has_signing_key |= is_spelling_of(name, &SIGNING_KEYS);
        self.has_other_use |= says(name, &OTHER_USES);
    }

    /// Adds what an object or an array says that is not empty.
    fn add_inner(&mut self, name: &str) {
        self.fails |= is_spelling_of(name, &ERRORS);
    }

    /// Adds what a text, a number, `true`, `false`, `null` or an empty object or array says.
    fn add(&mut self, text: &str, name: &str, member: Member, value: Option<&str>) {
        let word = value.unwrap_or_else(|| member.value.of(text)).trim_ascii();
        let is = |other: &str| word.eq_ignore_ascii_case(other);
        if is_spelling(name, "active") {
            self.fails |= is("false");
        } else if is_spelling_of(name, &SUCCESS) {
            self.fails |= is("false") || is("0");
            self.succeeds |= is("true");
        }
        if is_empty(text, member) {
            return;
        }
        if is_spelling_of(name, &["status", "result"]) {
            self.fails |= FAILURES.into_iter().any(is);
            let is_http_error = || word.parse().is_ok_and(|status: u64| status >= 400);
            self.has_failing_code |= is_spelling(name, "status") && is_http_error();
        } else if is_spelling_of(name, &CODES) {
            self.has_failing_code |= !word.starts_with(['0', '2']) && !is_success(word);
        } else if is_spelling_of(name, &ERRORS) {
            self.fails |= is_present(text, member) && !is_success(word);
        }
        let is_text = value.is_some();
        let is_type = is_text && is_spelling(name, TOKEN_TYPE);
        let is_refresh_token = is_spelling_of(name, &REFRESH_TOKEN) && can_be_token(text, member);
        self.has_witness |= is_type || is_refresh_token || EndName::of(name).is_some();
        let holds = |guard: &str| {
            word.as_bytes().windows(guard.len()).any(|part| part.eq_ignore_ascii_case(guard.as_bytes()))
        };
        let is_other_kind = || says(word, &OTHER_KINDS) || is("refresh") || is("id");
        self.has_other_use |= is_text
            && (holds("csrf")
                || holds("xsrf")
                || is_spelling_of(name, &USES) && says(word, &OTHER_USES)
                || is_spelling_of(name, &KINDS) && is_other_kind());
    }
}

/// Returns true if a text can be a token that is assumed by its name or its place: neither a sentence, a word for no
/// token, a mask nor an address.
fn is_assumable(text: &str) -> bool {
    const SCHEMES: [&str; 7] = ["bearer", "token", "dpop", "basic", "mac", "pop", "jwt"];
    const WORDS: [&str; 7] = ["true", "false", "null", "none", "nil", "undefined", "n/a"];
    let is_one_of = |text: &str, words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    let token = match text.split_once(' ') {
        Some((scheme, token)) if is_one_of(scheme, &SCHEMES) => token,
        _ => text,
    };
    let has_letters = token.bytes().any(|byte| byte.is_ascii_alphanumeric());
    let is_word = is_one_of(token, &SCHEMES) || is_one_of(token, &WORDS);
    has_letters && !is_word && !token.contains(' ') && !token.contains("://")
}

/// Returns true if a name is that of an access token in any spelling.
pub(crate) fn is_access_token_name(name: &str) -> bool {
    // Nearly all names differ in length or in the first letter.
    let may_be =
        name.len() >= ACCESS_TOKEN.len() && matches!(name.as_bytes(), [b'a' | b'A' | b'_' | b'-', ..]);
    may_be && is_spelling(name, ACCESS_TOKEN)
}

/// Returns true if a member is a text that can be a token.
pub(crate) fn can_be_token(text: &str, member: Member) -> bool {
    content(text, member).is_some_and(|text| is_token(text.as_str()) && !is_placeholder(text.as_str()))
}
