//! The token of a response that has none under a standard name at its top: under another name, or in an envelope.
//!
//! One walk over the body finds the members whose name is one of a token, judges each by the objects around it, and keeps
//! the best of each level. The cost is linear, and the memory does not depend on the body.

use super::Dialect;
use super::decode::{Decoder, Parent, TokenSite};
use super::names::{ID_TOKEN, Meaning, is_access_token_name, is_spelling};
use super::value::{Content, can_be_token, content, is_empty, is_present, is_success, name, string};
use crate::error::{Detail, Error, ErrorKind, JsonKind, Result};
use crate::json::{Event, Id, Member, walk};
use crate::model::NoteKind;
use crate::secret::{is_placeholder, is_token, shown_name};
use crate::span::Span;

/// The words of a `status` or `result` that failed.
const FAILURES: [&str; 4] = ["error", "fail", "failed", "failure"];

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
        let id = if self.is_element { None } else { self.id_token_at_top() };
        let survey = Survey::of(self);
        let mut site = TokenSite { id, ..TokenSite::new(dialect) };
        let Some(Found { access, refresh, second }) = survey.token(id.is_some()) else {
            return if id.is_some() { Ok(site) } else { Err(self.missing_with_hint(dialect, survey.hint)) };
        };
        if let Some(second) = second {
            return Err(self.ambiguous(second));
        }
        let mut way = self.way_to(access)?;
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
        let is_other = |member| !is_access_token_name(name(self.text, member).as_str());
        let has_other_name = self.member(way.id).is_some_and(is_other);
        let is_soap_body = self.is_soap && way.depth == 1;
        let is_wrapped = self.is_element || way.root.is_some() && !is_soap_body;
        site.is_assumed = has_other_name || is_wrapped;
        if has_other_name {
            let shown = if is_wrapped { way.shown.clone() } else { std::mem::take(&mut way.shown) };
            self.note_field(NoteKind::AssumedToken, shown.into(), way.id);
        }
        if is_wrapped {
            self.note_field(NoteKind::Wrapped, way.shown.into(), way.id);
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
                    let (name, value) = (name(text, member), content(text, member));
                    let meaning = Meaning::of(name.as_str()) | Meaning::said_by(name.as_str());
                    second_factor.add(meaning, value.as_ref().map(Content::as_str));
                }
            });
        }
        second_factor.is_to_come
    }

    /// Returns the member of the top level that has the name of an ID token in any spelling, and whose text can be one.
    fn id_token_at_top(&self) -> Option<Id> {
        let is_it = |member: Member| {
            is_spelling(name(self.text, member).as_str(), ID_TOKEN) && can_be_token(self.text, member)
        };
        self.tree.top().find(|id| self.member(*id).is_some_and(is_it))
    }

    fn missing_with_hint(&mut self, dialect: &Dialect, hint: Option<Hint>) -> Error {
        let missing = self.missing(dialect);
        let hint = hint.filter(|_| missing.kind() == ErrorKind::Missing);
        match hint.map(|hint| self.way_to(hint.value)) {
            Some(Ok(way)) => missing.with_detail(Detail::Hint(way.shown, Vec::new())),
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

/// A member that may be the access token, or the two of a pair.
#[derive(Clone, Copy)]
struct Candidate {
    value: Span,
    /// The refresh token of a pair.
    refresh: Option<Span>,
    /// The number of objects and lists around it.
    depth: usize,
    level: usize,
    /// `None` for one that is dismissed.
    rank: Option<Rank>,
    /// True if a step on the way to it is `status`.
    is_in_status: bool,
}

/// What says that a candidate is an access token.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The name of the standard, or a pair.
    Named,
    /// Another name that says it, or a witness.
    Witnessed,
    /// Only the place.
    Placed,
}

/// The token that was found.
struct Found {
    access: Span,
    /// The refresh token of a pair.
    refresh: Option<Span>,
    /// Another candidate whose text differs.
    second: Option<Span>,
}

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
    candidates: Vec<Candidate>,
}

/// What the names in a body, and some texts, say about a second factor.
#[derive(Default)]
struct SecondFactor {
    is_there: bool,
    /// True if it is still to come.
    is_to_come: bool,
}

/// An object or a list that the walk is in.
#[derive(Clone, Copy, Default)]
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
    /// The number of candidates before it.
    first: usize,
    /// The candidates of the members that say `access` and `refresh`.
    pair: [Option<Span>; 2],
    facts: Facts,
}

/// What an object says about the tokens in it.
#[derive(Clone, Copy, Default)]
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
        let (text, is_list) = (decoder.text, decoder.tree.is_list());
        let top = Frame { is_list, is_listed: decoder.is_element, ..Frame::default() };
        let mut survey = Self {
            text,
            is_soap: decoder.is_soap,
            frames: [Frame::default(); DEPTH],
            depth: 0,
            skipped: 0,
            second_factor: SecondFactor::default(),
            lists_objects: false,
            hint: None,
            candidates: Vec::with_capacity(4),
        };
        survey.enter(top);
        for node in decoder.tree.members() {
            match node.member.kind {
                JsonKind::Object | JsonKind::Array => walk(text, node.member, |event| survey.event(event)),
                _ => survey.member(node.member, false),
            }
        }
        survey.close();
        survey.judge();
        survey
    }

    /// Returns the first candidate of the level and rank that decide.
    ///
    /// Beside an ID token only a member of the top level that is named as an access token is one.
    fn token(&self, beside_id_token: bool) -> Option<Found> {
        let ranked = self.candidates.iter().filter_map(|candidate| Some((candidate, candidate.rank?)));
        let key = |candidate: &Candidate, rank| (candidate.level, rank != Rank::Named);
        let best = ranked.clone().map(|(candidate, rank)| key(candidate, rank)).min()?;
        if beside_id_token && best != (0, false) {
            return None;
        }
        let ranked = ranked.filter(|(candidate, rank)| key(candidate, *rank) == best);
        let (first, _) = ranked.clone().min_by_key(|(_, rank)| *rank)?;
        let text = string(self.text, first.value);
        let differs = |value: &Span| {
            string(self.text, *value).as_ref().map(Content::as_str) != text.as_ref().map(Content::as_str)
        };
        Some(Found {
            access: first.value,
            refresh: ranked.clone().find_map(|(candidate, _)| candidate.refresh),
            second: ranked.map(|(candidate, _)| candidate.value).find(differs),
        })
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
            Event::Open(member) => self.member(member, true),
            Event::Close if self.skipped > 0 => self.skipped = self.skipped.saturating_sub(1),
            Event::Close => self.close(),
        }
    }

    /// Notes what a member says about the tokens around it, and enters an object or a list.
    fn member(&mut self, member: Member, is_open: bool) {
        let text = self.text;
        let (name, value) = (name(text, member), content(text, member));
        let (name, value) = (name.as_str(), value.as_ref().map(Content::as_str));
        let meaning = Meaning::of(name) | Meaning::said_by(name);
        let is_absent = !is_open && is_empty(text, member);
        if !is_absent {
            self.second_factor.add(meaning, value);
        }
        if self.skipped == 0
            && let Some(frame) = self.depth.checked_sub(1).and_then(|last| self.frames.get_mut(last))
        {
            frame.elements = frame.elements.saturating_add(1);
            if !frame.is_list
                && !frame.add_candidate(meaning, member, value, self.depth, &mut self.candidates)
            {
                frame.facts.add_name(meaning, is_absent);
                match is_open {
                    true => frame.facts.fails |= meaning.has(Meaning::ERROR),
                    false => frame.facts.add(text, meaning, member, value),
                }
                let level = frame.level;
                if meaning.has(Meaning::LOOKS_LIKE_TOKEN)
                    && value.is_some_and(|value| value.len() >= SHORTEST && is_assumable(value))
                {
                    let is_token = meaning.has(Meaning::REFRESH_TOKEN);
                    self.hint(Hint { is_token, level, value: member.value });
                }
            }
        }
        if is_open {
            self.open(member, meaning, name == "Body");
        }
    }

    /// Enters an object or a list, unless it is too deep or an element of an inner list.
    fn open(&mut self, member: Member, step: Meaning, is_body: bool) {
        let is_list = member.kind == JsonKind::Array;
        let (depth, is_soap, is_searched) = (self.depth, self.is_soap, self.skipped == 0);
        let Some(outer) = self.last().filter(|outer| is_searched && !(is_list && outer.is_list)) else {
            self.skipped = self.skipped.saturating_add(1);
            return;
        };
        let Frame { is_list: is_element, level, bars, strays, is_listed, is_in_status, .. } = *outer;
        self.lists_objects |= is_element && depth == 2;
        // A list is no level of its own, and the body of SOAP is the top.
        let is_top = depth == 1 && (is_element || is_soap && is_body);
        let level = level.saturating_add(usize::from(!is_list && !is_top));
        if level >= LEVELS {
            self.skipped = self.skipped.saturating_add(1);
            return;
        }
        let of_token = Meaning::STEP | Meaning::ACCESS_TOKEN | Meaning::STRONG | Meaning::WEAK;
        self.enter(Frame {
            is_list,
            level,
            bars: bars || step.has(Meaning::REFRESH | Meaning::OTHER_USE),
            strays: strays || !is_element && !step.has(of_token),
            is_listed: is_listed || is_element,
            is_in_status: is_in_status || step.has(Meaning::STATUS),
            is_report: step.has(Meaning::REPORT),
            says: [step.has(Meaning::ACCESS), step.has(Meaning::REFRESH)],
            first: self.candidates.len(),
            ..Frame::default()
        });
    }

    /// Leaves an object or a list, and judges the candidates in it.
    fn close(&mut self) {
        let Some(frame) = self.last().copied() else { return };
        let Frame { level, bars, strays, is_listed, is_in_status, first, facts, .. } = frame;
        let depth = self.depth;
        self.depth = depth.saturating_sub(1);
        let is_own = |candidate: &&mut Candidate| candidate.depth == depth && candidate.rank.is_some();
        let own = || self.candidates.iter().skip(first).filter(|candidate| candidate.depth == depth);
        let best = own().min_by_key(|candidate| candidate.rank).map(|candidate| candidate.value);
        let is_named = !bars && !facts.has_signing_key;
        let is_other = is_named && !is_listed && !facts.has_other_use;
        let is_witnessed = facts.has_witness;
        self.dismiss(first, |candidate| {
            candidate.depth == depth
                && !match candidate.rank {
                    Some(Rank::Named) => is_named,
                    Some(Rank::Witnessed) => is_other,
                    _ => is_other && (is_witnessed || !strays),
                }
        });
        for candidate in self.candidates.iter_mut().skip(first).filter(is_own).filter(|_| is_witnessed) {
            candidate.rank = candidate.rank.min(Some(Rank::Witnessed));
        }
        if let [Some(value), refresh @ Some(_)] = frame.pair
            && let level = level.saturating_add(1)
            && level < LEVELS
        {
            let (rank, depth) = (Some(Rank::Named), 0);
            self.candidates.push(Candidate { value, refresh, depth, level, rank, is_in_status });
        }
        let has_failed = facts.has_failed();
        if frame.is_list && frame.elements != 1 || has_failed {
            self.dismiss(first, |_| true);
        }
        if facts.has_kind && facts.has_api_version {
            self.dismiss(first, |candidate| candidate.rank == Some(Rank::Placed) || !candidate.is_in_status);
        }
        let Some(outer) = self.last() else { return };
        outer.facts.fails |= frame.is_report && has_failed;
        for (says, value) in frame.says.into_iter().zip(&mut outer.pair) {
            *value = value.or(best.filter(|_| says && !is_listed));
        }
    }

    /// Dismisses candidates for what was found in the whole body.
    fn judge(&mut self) {
        let Self { lists_objects, second_factor: SecondFactor { is_there, is_to_come }, .. } = *self;
        if lists_objects || is_there {
            self.dismiss(0, |candidate| match candidate.rank {
                Some(Rank::Named) => is_to_come && candidate.refresh.is_none(),
                Some(Rank::Witnessed) => is_there,
                _ => true,
            });
        }
    }

    /// Takes candidates from one on for no tokens, and one of them for a hint.
    fn dismiss(&mut self, first: usize, is_dismissed: impl Fn(&Candidate) -> bool) {
        for index in first..self.candidates.len() {
            if let Some(candidate) = self.candidates.get_mut(index)
                && candidate.rank.is_some()
                && is_dismissed(candidate)
            {
                candidate.rank = None;
                let Candidate { level, value, .. } = *candidate;
                self.hint(Hint { is_token: true, level, value });
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

impl Frame {
    /// Adds a member to the candidates if it is one, and returns true.
    fn add_candidate(
        &self,
        meaning: Meaning,
        Member { value, .. }: Member,
        text: Option<&str>,
        depth: usize,
        candidates: &mut Vec<Candidate>,
    ) -> bool {
        let ranks = [
            (Meaning::ACCESS_TOKEN, Rank::Named),
            (Meaning::STRONG, Rank::Witnessed),
            (Meaning::WEAK, Rank::Placed),
        ];
        let rank = ranks.into_iter().find(|(of_rank, _)| meaning.has(*of_rank)).map(|(_, rank)| rank);
        let is_one = rank.is_some() && text.is_some_and(is_assumable);
        if is_one {
            let Self { level, is_in_status, .. } = *self;
            candidates.push(Candidate { value, refresh: None, depth, level, rank, is_in_status });
        }
        is_one
    }
}

impl SecondFactor {
    /// Adds what the name of a member says that is not absent, and its text if that says what comes next.
    fn add(&mut self, name: Meaning, value: Option<&str>) {
        self.add_words(name);
        if let Some(value) = value.filter(|_| name.has(Meaning::STATE | Meaning::NEXT)) {
            self.add_words(Meaning::said_by(value));
        }
    }

    fn add_words(&mut self, words: Meaning) {
        self.is_there |= words.has(Meaning::SECOND_FACTOR);
        self.is_to_come |= words.has(Meaning::SECOND_FACTOR) && words.has(Meaning::TO_COME);
    }
}

impl Facts {
    /// Returns true if a request failed: a code that may be none of an error says nothing beside a success.
    fn has_failed(&self) -> bool {
        self.fails || self.has_failing_code && !self.succeeds
    }

    /// Adds what the name of a member says, unless the member is absent.
    fn add_name(&mut self, name: Meaning, is_absent: bool) {
        let says = |meaning| !is_absent && name.has(meaning);
        self.has_kind |= says(Meaning::KIND);
        self.has_api_version |= says(Meaning::API_VERSION);
        self.has_signing_key |= says(Meaning::SIGNING_KEY);
        self.has_other_use |= says(Meaning::OTHER_USE);
    }

    /// Adds what a text, a number, `true`, `false`, `null` or an empty object or array says.
    fn add(&mut self, text: &str, name: Meaning, member: Member, value: Option<&str>) {
        let word = value.unwrap_or_else(|| member.value.of(text)).trim_ascii();
        let is = |other: &str| word.eq_ignore_ascii_case(other);
        if name.has(Meaning::ACTIVE | Meaning::SUCCESS) {
            self.fails |= is("false") || name.has(Meaning::SUCCESS) && is("0");
            self.succeeds |= name.has(Meaning::SUCCESS) && is("true");
        }
        if is_empty(text, member) {
            return;
        }
        if name.has(Meaning::RESULT) {
            self.fails |= FAILURES.into_iter().any(is);
            let is_http_error = || word.parse().is_ok_and(|status: u64| status >= 400);
            self.has_failing_code |= name.has(Meaning::STATUS) && is_http_error();
        } else if name.has(Meaning::CODE) {
            self.has_failing_code |= !word.starts_with(['0', '2']) && !is_success(word);
        } else if name.has(Meaning::ERROR) {
            self.fails |= is_present(text, member) && !is_success(word);
        }
        self.has_witness |= name.has(Meaning::END);
        if value.is_some() {
            self.has_witness |= name.has(Meaning::TOKEN_TYPE)
                || name.has(Meaning::REFRESH_TOKEN) && can_be_token(text, member);
            let said = || Meaning::said_by(word);
            self.has_other_use |= holds_guard(word)
                || name.has(Meaning::USE) && said().has(Meaning::OTHER_USE)
                || name.has(Meaning::TOKEN_KIND)
                    && (said().has(Meaning::OTHER_KIND) || is("refresh") || is("id"));
        }
    }
}

/// Returns true if a text holds `csrf` or `xsrf`.
fn holds_guard(text: &str) -> bool {
    memchr::memchr2_iter(b'f', b'F', text.as_bytes()).any(|end| {
        let guard = end.checked_sub(3).and_then(|start| text.as_bytes().get(start..=end));
        guard.is_some_and(|guard| guard.eq_ignore_ascii_case(b"csrf") || guard.eq_ignore_ascii_case(b"xsrf"))
    })
}

/// Returns true if a text can be a token that is assumed by its name or its place: a token, and neither a sentence, a word for no
/// token, a mask nor an address.
fn is_assumable(text: &str) -> bool {
    const SCHEMES: [&str; 7] = ["bearer", "token", "dpop", "basic", "mac", "pop", "jwt"];
    const WORDS: [&str; 7] = ["true", "false", "null", "none", "nil", "undefined", "n/a"];
    if !is_token(text) || is_placeholder(text) {
        return false;
    }
    let is_one_of = |text: &str, words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    let blank = memchr::memchr(b' ', text.as_bytes()).and_then(|blank| text.split_at_checked(blank));
    let token = match blank {
        Some((scheme, token)) if is_one_of(scheme, &SCHEMES) => token.get(1..).unwrap_or(""),
        _ => text,
    };
    let mut colons = memchr::memchr_iter(b':', token.as_bytes());
    let has_letters = token.bytes().any(|byte| byte.is_ascii_alphanumeric());
    let is_word = is_one_of(token, &SCHEMES) || is_one_of(token, &WORDS);
    let mut is_address = || colons.any(|at| token.get(at..).is_some_and(|rest| rest.starts_with("://")));
    has_letters && !is_word && memchr::memchr(b' ', token.as_bytes()).is_none() && !is_address()
}
