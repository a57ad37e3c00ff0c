//! Writing by a dialect.

use ::time::UtcDateTime;

use super::{Dialect, Never, Time, Wire};
use crate::dialect::left::Left;
use crate::dialect::out::Out;
use crate::received::cut;
use crate::slot::Text;
use crate::{
    Encoded, Error, ErrorKind, Expiry, Grants, Lifetime, Limits, Path, Paths, Received, Result, Slot, Token,
    paths,
};

/// Writes a token, and asks the decoder what it says.
///
/// Extras that change the end of the token, or make the response one that cannot be read, are left out. `Unusable` where even
/// so an end is later than the token's.
pub(super) fn write(dialect: &Dialect, token: &Token, at: UtcDateTime) -> Result<Encoded> {
    let encoded = write_unasked(dialect, token, at, true)?;
    if dialect.reading(token, &encoded, at) == Reading::Same {
        return Ok(encoded);
    }
    let bare = write_unasked(dialect, token, at, false)?;
    match dialect.reading(token, &bare, at) {
        Reading::Grown(slot) => Err(Error::new(ErrorKind::Unusable).with_field(slot.as_str())),
        Reading::Same | Reading::Other => Ok(bare),
    }
}

/// What the decoder makes of an encoded token's ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// They are the token's, but for what is named as dropped.
    Same,
    /// One is later than the token's, or never where that is not.
    Grown(Slot),
    /// One is another, or there is no token.
    Other,
}

/// Writes a token with or without its extras, and does not ask how it is read.
pub(super) fn write_unasked(
    dialect: &Dialect,
    token: &Token,
    at: UtcDateTime,
    with_extras: bool,
) -> Result<Encoded> {
    let own = token.format == dialect.id;
    let place = if own {
        dialect.places().nth(token.place.0.into()).filter(|place| place.holds(token.grants()))
    } else {
        None
    };
    // Where it was read from, or else the first place that has room for it.
    let object = if place.is_some() { usize::try_from(token.place.1).unwrap_or(0) } else { 0 };
    let place = place.or_else(|| dialect.places().find(|place| place.holds(token.grants())));
    let place = place.ok_or(Error::new(ErrorKind::Unusable))?;
    let at = cut(at);
    let is_list = place.is_list();
    let mut left = (own && with_extras).then(|| Left::of(token, object, is_list)).flatten();
    let root = if is_list { Out::Vacant } else { Out::object() };
    let mut writer = Writer { dialect, place, object, token, at, root, dropped: Vec::new() };
    writer.texts(own, left.as_mut());
    if let Some(left) = &mut left {
        left.check_outcome(dialect, place);
        left.check_twins(place, token);
        if let Some(numbered) = &dialect.numbered {
            left.check_numbered(place, numbered);
        }
    }
    writer.times(left.as_mut());
    if left.as_ref().map_or(!token.extras().is_empty(), |left| left.lost) {
        writer.dropped.push(Slot::Extras);
    }
    if let Some(left) = &mut left {
        left.open(&writer.root);
    }
    writer.finish(left.as_ref(), own)
}

struct Writer<'w> {
    dialect: &'w Dialect,
    place: &'w Dialect,
    /// The index of the object, where the place is a list.
    object: usize,
    token: &'w Token,
    at: UtcDateTime,
    root: Out<'w>,
    dropped: Vec<Slot>,
}

impl<'w> Writer<'w> {
    fn texts(&mut self, own: bool, mut left: Option<&mut Left>) {
        let place = self.place;
        let token_type = self.token.token_type().and_then(|sent| {
            let word = place.word_of_type(if own { sent.as_sent() } else { sent.as_str() }, sent.kind());
            if word.is_none() {
                self.dropped.push(Slot::TokenType);
            }
            word
        });
        for (slot, text, paths, value) in [
            (Slot::AccessToken, Text::AccessToken, place.access_token, self.text(Text::AccessToken)),
            (Slot::IdToken, Text::IdToken, place.id_token, self.text(Text::IdToken)),
            (Slot::RefreshToken, Text::RefreshToken, place.refresh_token, self.text(Text::RefreshToken)),
            (Slot::TokenType, Text::TokenType, place.token_type, token_type.map(Out::Text)),
            (Slot::Scopes, Text::Scopes, place.scope, self.scopes()),
            (Slot::Resource, Text::Resource, place.resource, self.text(Text::Resource)),
            (Slot::ClientId, Text::ClientId, place.client_id, self.text(Text::ClientId)),
            (Slot::Subject, Text::Subject, place.subject, self.text(Text::Subject)),
        ] {
            let readable = value.as_ref().is_some_and(|value| !value.is_blank_text()) && !paths.is_empty();
            let index = left.as_mut().map_or(0, |left| left.path_of_text(place, text, paths, readable));
            match (value, paths.get(index)) {
                (Some(_), Some(path)) if readable && slot == Slot::Scopes && path.each().is_some() => {
                    self.put_each(path);
                }
                (Some(value), Some(path)) if readable => {
                    self.put(path, value, left.as_deref_mut());
                }
                (Some(_), _) => self.dropped.push(slot),
                (None, _) => {}
            }
        }
    }

    fn text(&self, slot: Text) -> Option<Out<'w>> {
        self.token.text(slot).map(Out::Text)
    }

    /// The scopes in one string, or in an array where one of them holds a separator.
    fn scopes(&mut self) -> Option<Out<'w>> {
        let scopes = self.token.scopes()?;
        let one_each = self.place.scope.first().is_some_and(|path| path.each().is_some());
        if scopes.is_empty() && (one_each || self.place.empty_scope_says_nothing) {
            self.dropped.push(Slot::Scopes);
            return None;
        }
        let separators = self.place.scope_separators;
        let splits = scopes.iter().any(|scope| scope.contains(separators));
        match separators.first() {
            Some(separator) if !splits => Some(Out::Joined(scopes, *separator)),
            _ if self.dialect.wire == Wire::Json => Some(Out::List(scopes)),
            _ => {
                self.dropped.push(Slot::Scopes);
                None
            }
        }
    }

    fn times(&mut self, mut left: Option<&mut Left>) {
        let Lifetime {
            issued_at,
            not_before,
            refresh_at,
            expires,
            extended_expires_at,
            refresh_token_expires,
        } = self.token.lifetime;
        let place = self.place;
        let refresh_zero = place.zero_ends_refresh_token;
        let refresh_end = (place.refresh_token_expires, place.refresh_token_never);
        for (slot, end, (times, never), zero) in [
            (Slot::RefreshTokenExpires, refresh_token_expires.at(), refresh_end, refresh_zero),
            (Slot::ExtendedExpires, extended_expires_at, (place.extended_expires, NONE), false),
            (Slot::IssuedAt, issued_at, (place.issued, NONE), true),
            (Slot::NotBefore, not_before, (place.not_before, NONE), true),
            (Slot::RefreshAt, refresh_at, (place.refresh, NONE), true),
        ] {
            let zero = Zero { ends: zero, says: zero };
            self.time(slot, (times, never), end, zero, left.as_deref_mut());
        }
        let renewable = self.token.refresh_token().is_some();
        self.endless(
            Slot::RefreshTokenExpires,
            refresh_token_expires,
            refresh_end,
            renewable,
            left.as_deref_mut(),
        );
        // What is said of other ends is no word on this one.
        if let Some(left) = &mut left {
            left.unknown_end = false;
        }
        let zero = Zero { ends: !place.never.contains(&Never::Zero), says: true };
        let end = (place.expires, place.never);
        // An end that the vendor documents for silence is not written.
        let implied = place.default_lifetime.and_then(|seconds| {
            self.issued().unwrap_or(self.at).checked_add(::time::Duration::seconds(seconds.into()))
        });
        let stated = expires.at().filter(|at| Some(*at) != implied);
        self.time(Slot::Expires, end, stated, zero, left.as_deref_mut());
        // Beside an extra that hints at an end neither silence nor the vendor's default holds.
        let silence_says = match expires {
            Expiry::Unstated => false,
            Expiry::Never => !place.never.iter().any(|never| never.is_stated()),
            Expiry::At(_) => stated.is_none(),
        };
        let hinted = left.as_deref_mut().is_some_and(|left| left.check_hints(place, silence_says));
        let unknown = hinted || left.as_ref().is_some_and(|left| left.unknown_end);
        self.endless(Slot::Expires, expires, end, !unknown, left);
        if expires == Expiry::Unstated && place.default_lifetime.is_some() && !unknown {
            self.dropped.push(Slot::Expires);
        }
    }

    /// Writes that there is no end; where silence would say so of an end that nobody states, it is dropped.
    fn endless(
        &mut self,
        slot: Slot,
        end: Expiry,
        (times, never): (&'static [Time], &'static [Never]),
        silence_says: bool,
        mut left: Option<&mut Left>,
    ) {
        let written = match end {
            Expiry::At(_) => true,
            Expiry::Never => never
                .iter()
                .filter(|never| silence_says || never.is_stated())
                .any(|never| self.never(*never, times, left.as_deref_mut())),
            Expiry::Unstated => never.iter().all(|never| match never {
                Never::Silence => !silence_says,
                Never::Word(path, word) => {
                    if let Some(left) = &mut left {
                        left.check_word(self.place, path, word);
                    }
                    !self.says(*path, word)
                }
                Never::Null => {
                    if let Some(left) = &mut left {
                        left.check_null(self.place, times);
                    }
                    true
                }
                Never::Zero | Never::MinusOne => true,
            }),
        };
        if !written {
            self.dropped.push(slot);
        }
    }

    /// Writes that there is no end in one of the vendor's ways; whether that can be done.
    fn never(&mut self, never: Never, times: &'static [Time], left: Option<&mut Left>) -> bool {
        let json = match never {
            Never::Silence => return true,
            Never::Word(path, word) => {
                // Where the word stands in a slot, the slot's own text says it or not.
                if self.place.paths().all(|slot| slot != path) {
                    self.put(&path, Out::Text(word), left);
                }
                return self.says(path, word);
            }
            Never::Zero => "0",
            Never::MinusOne => "-1",
            Never::Null => "null",
        };
        let Some(path) = times.first().and_then(|time| time.paths().first()) else { return false };
        self.put(path, Out::Json(json.to_owned()), left);
        true
    }

    /// Whether this text was written at a path.
    fn says(&self, path: Path, word: &str) -> bool {
        self.root.is_text_at(&mut self.place.path(path), word)
    }

    /// Writes every member of an instant, or one that is only read where there is no other way.
    fn time(
        &mut self,
        slot: Slot,
        (times, never): (&'static [Time], &'static [Never]),
        end: Option<UtcDateTime>,
        zero: Zero,
        mut left: Option<&mut Left>,
    ) {
        let (also_read, own): (Vec<_>, Vec<_>) = times.iter().partition(|time| time.is_read_only());
        let mut written = false;
        for time in own.into_iter().chain(also_read) {
            let index = match &mut left {
                Some(left) => left.path_of_time(self.place, time, never, end.is_some(), zero.says),
                None => Some(0),
            };
            let path = index.and_then(|index| time.paths().get(index));
            let (Some(end), Some(path)) = (end, path) else { continue };
            if written && time.is_read_only() {
                continue;
            }
            if let Some(json) = self.written(time, end, zero) {
                self.put(path, Out::Json(json), None);
                written = true;
            }
        }
        let (Some(end), false) = (end, written) else { return };
        // No member is free of an extra: the first gives way.
        let first =
            times.first().and_then(|time| Some((time.paths().first()?, self.written(time, end, zero)?)));
        match first {
            Some((path, json)) => self.put(path, Out::Json(json), left),
            None => self.dropped.push(slot),
        }
    }

    /// The JSON that says an end, from when lifetimes count.
    fn written(&self, time: &Time, end: UtcDateTime, zero: Zero) -> Option<String> {
        let from = self.issued().filter(|_| time.counts_from_issue()).unwrap_or(self.at);
        time.write(end, from, zero.ends.then_some(from))
    }

    /// When the token was issued, where that is written.
    fn issued(&self) -> Option<UtcDateTime> {
        self.token.lifetime.issued_at.filter(|_| !self.place.issued.is_empty())
    }

    /// Puts each scope into an element of its own.
    fn put_each(&mut self, path: &Path) {
        for (index, scope) in self.token.scopes().into_iter().flat_map(|scopes| scopes.iter()).enumerate() {
            self.root.put(&mut self.place.path(*path), index, Out::Text(scope));
        }
    }

    /// Puts a value at a path; an extra that stands there gives way.
    fn put(&mut self, path: &Path, value: Out<'w>, left: Option<&mut Left>) {
        if let Some(left) = left {
            left.make_room(self.place, path);
        }
        self.root.put(&mut self.place.path(*path), self.object, value);
    }

    /// Adds what no slot was read from and what is always sent, and renders all of it.
    fn finish(mut self, left: Option<&'w Left>, own: bool) -> Result<Encoded> {
        if left.is_some_and(|left| !left.join(&mut self.root)) {
            self.dropped.push(Slot::Extras);
        }
        // A response of the format itself may do without its flag: it comes back as it was.
        let flag = self
            .dialect
            .success
            .filter(|_| !own)
            .and_then(|(path, good)| Some((path.as_str(), *good.first()?)));
        for (path, json) in self.dialect.fixed.iter().chain(self.place_fixed()).copied().chain(flag) {
            self.root.put(&mut path.split('/'), 0, Out::Json(json.to_owned()));
        }
        if !self.place.folded.is_empty() {
            self.root.fold(&mut self.place.folded.split('/'));
        }
        let headers = self.root.take_texts(self.dialect.headers);
        let text = self.root.sole_text().filter(|_| self.dialect.reads_text());
        let bare =
            text.map(|text| if self.dialect.wire == Wire::Json { text.to_json() } else { text.to_plain() });
        let bare = bare.filter(|body| self.dialect.reads_back(body.expose(), self.token));
        let (body, content_type) = match (self.dialect.wire, bare) {
            (Wire::Text, Some(bare)) => (bare, "text/plain"),
            (Wire::Json | Wire::Whole, Some(bare)) => (bare, "application/json"),
            (Wire::Json | Wire::Text | Wire::Whole, None) => (self.root.to_json(), "application/json"),
            (Wire::Form, _) => {
                let (body, whole) = self.root.to_form();
                if !whole {
                    self.dropped.push(Slot::Extras);
                }
                (body, "application/x-www-form-urlencoded")
            }
        };
        self.dropped.sort_unstable();
        self.dropped.dedup();
        Ok(Encoded { body, headers, content_type, dropped: self.dropped })
    }

    /// The fixed members of the place, where it is not the entry itself.
    fn place_fixed(&self) -> &'static [(&'static str, &'static str)] {
        if std::ptr::eq(self.place, self.dialect) { &[] } else { self.place.fixed }
    }
}

impl Never {
    /// Whether a member of the end says so, and nothing has to be absent for it.
    fn is_stated(&self) -> bool {
        matches!(self, Self::Zero | Self::MinusOne | Self::Null)
    }
}

impl Dialect {
    /// Whether the top level is an array.
    fn is_list(&self) -> bool {
        let first = self.paths().next().and_then(|path| self.path(path).next());
        first.is_some_and(|name| name == "*" || name.parse::<usize>().is_ok())
    }

    /// What the decoder makes of the ends of an encoded token.
    fn reading(&self, token: &Token, encoded: &Encoded, at: UtcDateTime) -> Reading {
        let limits = Limits { body: usize::MAX, scopes: usize::MAX, tokens: usize::MAX, ..Limits::default() };
        let mut received = Received::new(encoded.body.expose().as_bytes(), at).with_limits(limits);
        for (name, value) in &encoded.headers {
            received = received.with_header(*name, value.expose());
        }
        let Some(again) = self.decode(received).ok().and_then(|decoded| decoded.into_token().ok()) else {
            return Reading::Other;
        };
        let (before, after) = (token.lifetime(), again.lifetime());
        let ends = [
            (Slot::Expires, before.expires, after.expires),
            (Slot::RefreshTokenExpires, before.refresh_token_expires, after.refresh_token_expires),
        ];
        if let Some((slot, ..)) = ends.iter().find(|(_, before, after)| after.outlasts(*before)) {
            return Reading::Grown(*slot);
        }
        let is_kept = |(slot, before, after): &(Slot, Expiry, Expiry)| {
            before == after || encoded.dropped.contains(slot)
        };
        if ends.iter().all(is_kept) { Reading::Same } else { Reading::Other }
    }

    /// Whether a body that is a token alone is read as this one.
    fn reads_back(&self, body: &str, token: &Token) -> bool {
        let received = Received::new(body.as_bytes(), UtcDateTime::UNIX_EPOCH);
        let again = self.decode(received).ok().and_then(|decoded| decoded.into_token().ok());
        again.is_some_and(|again| again.credential().expose() == token.credential().expose())
    }

    /// Whether the place has room for what was granted.
    fn holds(&self, grants: Grants) -> bool {
        let paths: Paths = match grants {
            Grants::Access => self.access_token,
            Grants::Id => self.id_token,
            Grants::Refresh if self.grants_refresh_token => self.refresh_token,
            Grants::Refresh => paths![],
        };
        !paths.is_empty()
    }
}

/// No way to say that there is no end.
const NONE: &[Never] = &[];

/// What a lifetime of zero means for an end.
#[derive(Clone, Copy)]
struct Zero {
    /// The end is the receipt.
    ends: bool,
    /// It says something at all.
    says: bool,
}
