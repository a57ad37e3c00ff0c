//! The token of a response that has none under a standard name at its top: under another name, or in an envelope.
//!
//! One walk over the body finds the members whose name is one of a token, judges each by the objects around it, and keeps
//! the best of each level. The cost is linear, and the memory does not depend on the body.

use super::Dialect;
use super::decode::{Decoder, Parent, TokenSite};
use super::names::{ID_TOKEN, REFRESH_TOKEN, TOKEN_TYPE, ends_with, is_spelling, is_spelling_of, says};
use super::value::{Content, content, is_empty, is_present, is_success, name};
use crate::error::{Error, ErrorKind, JsonKind, Result};
use crate::json::{Event, Id, Member, walk};
use crate::model::NoteKind;
use crate::secret::{is_end_name, is_placeholder, is_token, shown_name};

/// The name that says what the token is.
const ACCESS: &str = "accesstoken";

/// Other names that say it.
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

/// The members whose texts are words about what comes next.
const STATES: [&str; 4] = ["status", "state", "result", "type"];

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

/// The words of a `status` or `result` that failed.
const FAILURES: [&str; 4] = ["error", "fail", "failed", "failure"];

/// The last words of a name whose text looks like a token.
const LOOKS_LIKE_TOKEN: [&str; 10] =
    ["token", "jwt", "ticket", "sid", "sessionid", "session", "access", "key", "secret", "password"];

/// The length of the shortest text that looks like a token.
const SHORTEST: usize = 8;

/// The number of levels in which a token is searched: the top, and three below it.
const LEVELS: usize = 4;

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
        let Some(Candidate { member, refresh }) =
            survey.token(id.is_some()).map_err(|member| self.ambiguous(member))?
        else {
            return if id.is_some() { Ok(site) } else { Err(self.missing_with_hint(dialect, survey.hint)) };
        };
        let way = self.way_to(member)?;
        (site.root, site.access) = (way.root, Some(way.id));
        if let Some(refresh) = refresh {
            let way = self.way_to(refresh)?;
            (site.refresh_root, site.refresh) = (way.root, Some(way.id));
        } else {
            site.refresh = self.token(dialect, dialect.refresh_token, site.root, true)?;
        }
        if site.root.is_some() || id.is_none() {
            site.id = self.token(dialect, dialect.id_token, site.root, false)?;
        }
        let has_other_name = !is_spelling(name(self.text, member).as_str(), ACCESS);
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
        match hint.map(|hint| self.way_to(hint.member)) {
            Some(Ok(way)) => missing.with_hint(way.shown),
            _ => missing,
        }
    }

    /// Finds a member that the walk has met, and opens the objects on the way to it.
    fn way_to(&mut self, target: Member) -> Result<Way> {
        let (mut root, mut depth, mut shown, mut ids) = (None, 0_usize, String::new(), self.tree.top());
        loop {
            let holds = |id: &Id| {
                self.member(*id).is_some_and(|member| member.value.range().contains(&target.value.start()))
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
            if member.value == target.value {
                return Ok(Way { root, id, depth, shown });
            }
            (root, depth) = (Some(id), depth.saturating_add(1));
            let (from, to) = self.tree.open(self.text, id)?.unwrap_or_default();
            ids = from..to;
        }
    }

    /// Returns the error of a second token: it may be the same member again.
    fn ambiguous(&mut self, second: Member) -> Error {
        let ambiguous = Error::new(ErrorKind::Ambiguous).with_field("access_token");
        self.way_to(second).err().unwrap_or_else(|| ambiguous.with_offset(second.value.start()))
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

/// A member that may be the access token.
#[derive(Clone, Copy)]
struct Candidate {
    member: Member,
    /// The refresh token of a pair.
    refresh: Option<Member>,
}

/// The candidates of one level and rank.
#[derive(Clone, Copy, Default)]
enum Found {
    #[default]
    None,
    One(Candidate),
    /// Texts that differ: the first, and another.
    Several(Candidate, Member),
}

impl Found {
    fn one(member: Member, refresh: Option<Member>) -> Self {
        Self::One(Candidate { member, refresh })
    }

    fn first(self) -> Option<Candidate> {
        match self {
            Self::None => None,
            Self::One(first) | Self::Several(first, _) => Some(first),
        }
    }

    /// Adds the candidates of another place.
    fn add(&mut self, text: &str, other: Self) {
        let (Some(mine), Some(its)) = (self.first(), other.first()) else {
            if self.first().is_none() {
                *self = other;
            }
            return;
        };
        let is_same = || {
            let [mine, its] = [mine, its].map(|candidate| content(text, candidate.member));
            mine.as_ref().map(Content::as_str) == its.as_ref().map(Content::as_str)
        };
        *self = match (*self, other) {
            (Self::Several(..), _) => *self,
            (_, Self::Several(_, second)) => Self::Several(mine, second),
            _ if is_same() => Self::one(mine.member, mine.refresh.or(its.refresh)),
            _ => Self::Several(mine, its.member),
        };
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
    member: Member,
}

/// The walk through a body.
struct Survey<'t> {
    text: &'t str,
    is_soap: bool,
    /// The objects and lists that the walk is in, the innermost last.
    frames: Vec<Frame>,
    /// The number of open objects and lists within the last one, which are not searched.
    skipped: usize,
    has_second_factor: bool,
    awaits_second_factor: bool,
    /// True if the top has a list of objects.
    lists_objects: bool,
    hint: Option<Hint>,
    best: Levels,
}

/// An object or a list that the walk is in.
#[derive(Default)]
struct Frame {
    is_list: bool,
    level: usize,
    /// True if a step on the way to it says that its tokens serve for something else.
    bars: bool,
    /// True if a step on the way to it is none of a token.
    strays: bool,
    /// True if a step on the way to it is an element of a list.
    is_listed: bool,
    /// True if the step to it says `access`, or `refresh`.
    says: [bool; 2],
    /// The number of its elements.
    elements: usize,
    best: Levels,
    /// The candidates among its own members: `accesstoken`, those of strong and those of weak names.
    own: [Found; 3],
    /// The candidates of the members that say `access` and `refresh`.
    pair: [Option<Member>; 2],
    facts: Facts,
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
            frames: vec![top],
            skipped: 0,
            has_second_factor: false,
            awaits_second_factor: false,
            lists_objects: false,
            hint: None,
            best: Default::default(),
        };
        for node in decoder.tree.members() {
            walk(decoder.text, node.member, |event| survey.event(event));
        }
        survey.close();
        survey.judge();
        survey
    }

    /// Returns the token; an error is the second of several.
    ///
    /// Beside an ID token only a member of the top level that is named as an access token is one.
    fn token(&self, beside_id_token: bool) -> Result<Option<Candidate>, Member> {
        for (level, Ranked { named, witnessed, placed }) in self.best.iter().enumerate() {
            let mut others = *witnessed;
            others.add(self.text, *placed);
            let ranks = [*named, if beside_id_token { Found::None } else { others }];
            for found in ranks {
                match found {
                    Found::None => {}
                    Found::One(candidate) => return Ok(Some(candidate)),
                    Found::Several(_, second) => return Err(second),
                }
            }
            if beside_id_token && level == 0 {
                break;
            }
        }
        Ok(None)
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
            self.second_factor(name);
            let is_state = || is_spelling_of(name, &STATES) || says(name, &["step", "next"]);
            if let Some(value) = value.as_ref().filter(|_| is_state()) {
                self.second_factor(value.as_str());
            }
        }
        let Some(frame) = self.frames.last_mut().filter(|_| self.skipped == 0) else { return };
        frame.elements = frame.elements.saturating_add(1);
        if frame.is_list {
            return;
        }
        let can_be_token = can_be_token(text, member);
        let [access, strong, weak] = &mut frame.own;
        for (names, own) in [(&[ACCESS][..], access), (&STRONG, strong), (&WEAK, weak)] {
            if can_be_token && is_spelling_of(name, names) {
                return own.add(text, Found::one(member, None));
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
        let has_blank = || value.as_ref().is_some_and(|value| value.as_str().contains(' '));
        if can_be_token
            && member.value.inside().len() >= SHORTEST
            && ends_with(name, &LOOKS_LIKE_TOKEN)
            && !has_blank()
        {
            let hint = Hint { is_token: is_spelling_of(name, &REFRESH_TOKEN), level: frame.level, member };
            self.hint(hint);
        }
    }

    /// Notes whether a name or a text says that there is a second factor.
    fn second_factor(&mut self, words: &str) {
        if says(words, &SECOND_FACTOR) {
            self.has_second_factor = true;
            self.awaits_second_factor |= says(words, &TO_COME);
        }
    }

    /// Enters an object or a list, unless it is too deep or an element of an inner list.
    fn open(&mut self, member: Member) {
        let is_list = member.kind == JsonKind::Array;
        let is_in_list_of_top = self.frames.len() == 2;
        let Some(outer) = self.frames.last().filter(|outer| self.skipped == 0 && !(is_list && outer.is_list))
        else {
            self.skipped = self.skipped.saturating_add(1);
            return;
        };
        self.lists_objects |= outer.is_list && is_in_list_of_top;
        let (step, is_element, is_in_top) = (name(self.text, member), outer.is_list, self.frames.len() == 1);
        let step = step.as_str();
        // A list is no level of its own, and the only element of a list is the top, as the body of SOAP is.
        let is_top = is_in_top && (is_element || self.is_soap && step == "Body");
        let level = outer.level.saturating_add(usize::from(!is_list && !is_top));
        if level >= LEVELS {
            self.skipped = self.skipped.saturating_add(1);
            return;
        }
        let is_step = is_element
            || is_spelling_of(step, &STEPS)
            || is_spelling_of(step, &WEAK)
            || is_spelling_of(step, &STRONG)
            || is_spelling(step, ACCESS);
        let frame = Frame {
            is_list,
            level,
            bars: outer.bars || says(step, &["refresh"]) || says(step, &OTHER_USES),
            strays: outer.strays || !is_step,
            is_listed: outer.is_listed || is_element,
            says: [says(step, &["access"]), says(step, &["refresh"])],
            ..Frame::default()
        };
        self.frames.push(frame);
    }

    /// Leaves an object or a list, and judges the candidates in it.
    fn close(&mut self) {
        let Some(mut frame) = self.frames.pop() else { return };
        let first = frame.own.iter().find_map(|own| own.first());
        self.judge_own(&mut frame);
        if let [Some(access), Some(refresh)] = frame.pair
            && let Some(below) = frame.best.get_mut(frame.level.saturating_add(1))
        {
            below.named.add(self.text, Found::one(access, Some(refresh)));
        }
        let Facts { fails, has_failing_code, succeeds, has_kind, has_api_version, .. } = frame.facts;
        if frame.is_list && frame.elements != 1 || fails || has_failing_code && !succeeds {
            self.dismiss(&mut frame.best, &[NAMED, WITNESSED, PLACED], |_| true);
        }
        if has_kind && has_api_version {
            self.dismiss(&mut frame.best, &[PLACED], |_| true);
        }
        if let Some(outer) = self.frames.last_mut().filter(|_| !frame.is_listed) {
            for (says, member) in frame.says.iter().zip(&mut outer.pair) {
                *member = member.or(first.filter(|_| *says).map(|first| first.member));
            }
        }
        let outer = self.frames.last_mut().map_or(&mut self.best, |outer| &mut outer.best);
        for (outer, inner) in outer.iter_mut().zip(&mut frame.best) {
            for rank in [NAMED, WITNESSED, PLACED] {
                rank(outer).add(self.text, *rank(inner));
            }
        }
    }

    /// Dismisses candidates of some ranks for what was found in the whole body.
    fn judge(&mut self) {
        let mut best = std::mem::take(&mut self.best);
        if self.lists_objects {
            self.dismiss(&mut best, &[PLACED], |_| true);
        }
        if self.has_second_factor {
            self.dismiss(&mut best, &[WITNESSED, PLACED], |_| true);
        }
        if self.awaits_second_factor {
            self.dismiss(&mut best, &[NAMED], |candidate| candidate.refresh.is_none());
        }
        self.best = best;
    }

    /// Takes the candidates of some ranks for no tokens, and one of them for a hint.
    fn dismiss(&mut self, levels: &mut Levels, ranks: &[Rank], is_dismissed: fn(Candidate) -> bool) {
        for (level, ranked) in levels.iter_mut().enumerate() {
            for rank in ranks {
                if let Some(Candidate { member, .. }) =
                    rank(ranked).first().filter(|first| is_dismissed(*first))
                {
                    *rank(ranked) = Found::None;
                    self.hint(Hint { is_token: true, level, member });
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
        let Some(ranked) = frame.best.get_mut(level) else { return };
        for (found, rank, is_read) in [
            (access, NAMED, is_named),
            (strong, WITNESSED, is_other),
            (weak, WITNESSED, is_other && has_witness),
            (weak, PLACED, is_other && !has_witness && !strays),
        ] {
            match found.first() {
                Some(_) if is_read => rank(ranked).add(self.text, found),
                Some(Candidate { member, .. }) => self.hint(Hint { is_token: true, level, member }),
                None => {}
            }
        }
    }

    /// Keeps the hint that says most, and of several the first of the shallowest level.
    fn hint(&mut self, hint: Hint) {
        let rank = |hint: Hint| (!hint.is_token, hint.level, hint.member.value.start());
        if self.hint.is_none_or(|kept| rank(hint) < rank(kept)) {
            self.hint = Some(hint);
        }
    }
}

impl Facts {
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
        } else if is_spelling_of(name, &["success", "ok"]) {
            self.fails |= is("false");
            self.succeeds |= is("true");
        }
        if is_empty(text, member) {
            return;
        }
        if is_spelling_of(name, &["status", "result"]) {
            self.fails |= FAILURES.into_iter().any(is);
        } else if is_spelling_of(name, &CODES) {
            self.has_failing_code |= !word.starts_with(['0', '2']) && !is_success(word);
        } else if is_spelling_of(name, &ERRORS) {
            self.fails |= is_present(text, member) && !is_success(word);
        }
        let is_text = value.is_some();
        let is_type = is_text && is_spelling(name, TOKEN_TYPE);
        let is_refresh_token = is_spelling_of(name, &REFRESH_TOKEN) && can_be_token(text, member);
        self.has_witness |= is_type || is_refresh_token || is_end_name(name);
        let holds = |guard: &str| {
            word.as_bytes().windows(guard.len()).any(|part| part.eq_ignore_ascii_case(guard.as_bytes()))
        };
        self.has_other_use |= is_text && (holds("csrf") || holds("xsrf"));
    }
}

/// Returns true if a member is a text that can be a token.
fn can_be_token(text: &str, member: Member) -> bool {
    content(text, member).is_some_and(|text| is_token(text.as_str()) && !is_placeholder(text.as_str()))
}
