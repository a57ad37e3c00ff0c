//! Encoding by a dialect.

use ::time::UtcDateTime;

use super::document::OutValue;
use super::leftovers::Leftovers;
use super::time_rule::TimeRule;
use super::{Dialect, Never, Wire};
use crate::adapter::Encoded;
use crate::error::{Error, ErrorKind, Result};
use crate::input::{Limits, Response};
use crate::json::{FieldPath, FieldPaths};
use crate::model::{CredentialKind, Expiry, Field, TextField, Token, Validity};
use crate::paths;
use crate::value::truncate_to_second;

/// Encodes a token and decodes the result.
///
/// Leaves out extras that change an expiry or make the response undecodable. `Unusable` if the response outlasts the token
/// even so.
pub(super) fn encode(dialect: &Dialect, token: &Token, at: UtcDateTime) -> Result<Encoded> {
    let encoded = encode_unchecked(dialect, token, at, true)?;
    if dialect.decoded(token, &encoded, at) == DecodedExpiry::Same {
        return Ok(encoded);
    }
    let without_extras = encode_unchecked(dialect, token, at, false)?;
    match dialect.decoded(token, &without_extras, at) {
        DecodedExpiry::Later(field) => Err(Error::new(ErrorKind::Unusable).with_field(field.as_str())),
        DecodedExpiry::Same | DecodedExpiry::Other => Ok(without_extras),
    }
}

/// The expiries of an encoded token, compared with those of the token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DecodedExpiry {
    /// All are equal, except for those named as dropped.
    Same,
    /// That of this field outlasts the token's.
    Later(Field),
    /// One differs, or the response does not decode to a token.
    Other,
}

/// Encodes a token, with or without its extras, and does not decode the result.
pub(super) fn encode_unchecked(
    dialect: &Dialect,
    token: &Token,
    at: UtcDateTime,
    with_extras: bool,
) -> Result<Encoded> {
    let own = token.format == dialect.id;
    let place = if own {
        dialect.places().nth(token.place.0.into()).filter(|place| place.holds(token.credential_kind()))
    } else {
        None
    };
    // The place that it was decoded from, or else the first that can hold it.
    let object = if place.is_some() { usize::try_from(token.place.1).unwrap_or(0) } else { 0 };
    let place = place.or_else(|| dialect.places().find(|place| place.holds(token.credential_kind())));
    let place = place.ok_or(Error::new(ErrorKind::Unusable))?;
    let at = truncate_to_second(at);
    let is_list = place.is_list();
    let mut leftovers = (own && with_extras).then(|| Leftovers::of(token, object, is_list)).flatten();
    let root = if is_list { OutValue::Hole } else { OutValue::object() };
    let mut writer = Encoder { dialect, place, object, token, at, root, dropped: Vec::new() };
    writer.texts(own, leftovers.as_mut());
    if let Some(leftovers) = &mut leftovers {
        leftovers.check_outcome(dialect, place);
        leftovers.drop_duplicates(place, token);
        if let Some(numbered) = &dialect.numbered {
            leftovers.check_numbered(place, numbered);
        }
    }
    writer.times(leftovers.as_mut());
    if leftovers.as_ref().map_or(!token.extras().is_empty(), |leftovers| leftovers.lost) {
        writer.dropped.push(Field::Extras);
    }
    if let Some(leftovers) = &mut leftovers {
        leftovers.open(&writer.root);
    }
    writer.finish(leftovers.as_ref(), own)
}

struct Encoder<'w> {
    dialect: &'w Dialect,
    place: &'w Dialect,
    /// The index of the object, if the place is a list.
    object: usize,
    token: &'w Token,
    at: UtcDateTime,
    root: OutValue<'w>,
    dropped: Vec<Field>,
}

impl<'w> Encoder<'w> {
    fn texts(&mut self, own: bool, mut leftovers: Option<&mut Leftovers>) {
        let place = self.place;
        let token_type = self.token.token_type().and_then(|sent| {
            let word = place.word_of_type(if own { sent.raw() } else { sent.as_str() }, sent.kind());
            if word.is_none() {
                self.dropped.push(Field::TokenType);
            }
            word
        });
        for (field, text, paths, value) in [
            (
                Field::AccessToken,
                TextField::AccessToken,
                place.access_token,
                self.text(TextField::AccessToken),
            ),
            (Field::IdToken, TextField::IdToken, place.id_token, self.text(TextField::IdToken)),
            (
                Field::RefreshToken,
                TextField::RefreshToken,
                place.refresh_token,
                self.text(TextField::RefreshToken),
            ),
            (Field::TokenType, TextField::TokenType, place.token_type, token_type.map(OutValue::Text)),
            (Field::Scopes, TextField::Scopes, place.scope, self.scopes()),
            (Field::Resource, TextField::Resource, place.resource, self.text(TextField::Resource)),
            (Field::ApiUrl, TextField::ApiUrl, place.api_url, self.text(TextField::ApiUrl)),
            (Field::ClientId, TextField::ClientId, place.client_id, self.text(TextField::ClientId)),
            (Field::Subject, TextField::Subject, place.subject, self.text(TextField::Subject)),
        ] {
            let readable = value.as_ref().is_some_and(|value| !value.is_blank_text()) && !paths.is_empty();
            let index = leftovers
                .as_mut()
                .map_or(0, |leftovers| leftovers.path_of_text(place, text, paths, readable));
            match (value, paths.get(index)) {
                (Some(_), Some(path)) if readable && field == Field::Scopes && path.each().is_some() => {
                    self.put_each(path);
                }
                (Some(value), Some(path)) if readable => {
                    self.put(path, value, leftovers.as_deref_mut());
                }
                (Some(_), _) => self.dropped.push(field),
                (None, _) => {}
            }
        }
    }

    fn text(&self, field: TextField) -> Option<OutValue<'w>> {
        self.token.text(field).map(OutValue::Text)
    }

    /// Encodes the scopes as one string, or as an array if a scope contains a separator.
    fn scopes(&mut self) -> Option<OutValue<'w>> {
        let scopes = self.token.scopes()?;
        let one_each = self.place.scope.first().is_some_and(|path| path.each().is_some());
        if scopes.is_empty() && (one_each || self.place.empty_scope_says_nothing) {
            self.dropped.push(Field::Scopes);
            return None;
        }
        let separators = self.place.scope_separators;
        let splits = scopes.iter().any(|scope| scope.contains(separators));
        match separators.first() {
            Some(separator) if !splits => Some(OutValue::Joined(scopes, *separator)),
            _ if self.dialect.wire == Wire::Json => Some(OutValue::List(scopes)),
            _ => {
                self.dropped.push(Field::Scopes);
                None
            }
        }
    }

    fn times(&mut self, mut leftovers: Option<&mut Leftovers>) {
        let Validity {
            issued_at,
            not_before,
            refresh_at,
            expires,
            extended_expires_at,
            refresh_token_expires,
        } = self.token.validity;
        let place = self.place;
        let refresh_zero = place.zero_ends_refresh_token;
        let refresh_end = (place.refresh_token_expires, place.refresh_token_never);
        for (field, end, (times, never), zero) in [
            (Field::RefreshTokenExpires, refresh_token_expires.at(), refresh_end, refresh_zero),
            (Field::ExtendedExpires, extended_expires_at, (place.extended_expires, NONE), false),
            (Field::IssuedAt, issued_at, (place.issued, NONE), true),
            (Field::NotBefore, not_before, (place.not_before, NONE), true),
            (Field::RefreshAt, refresh_at, (place.refresh, NONE), true),
        ] {
            let zero = Zero { ends: zero, says: zero };
            self.time(field, (times, never), end, zero, leftovers.as_deref_mut());
        }
        let has_refresh_token = self.token.refresh_token().is_some();
        self.encode_never(
            Field::RefreshTokenExpires,
            refresh_token_expires,
            refresh_end,
            has_refresh_token,
            leftovers.as_deref_mut(),
        );
        // An extra of another instant does not affect the expiry.
        if let Some(leftovers) = &mut leftovers {
            leftovers.unknown_end = false;
        }
        let zero = Zero { ends: !place.never.contains(&Never::Zero), says: true };
        let end = (place.expires, place.never);
        // An expiry that equals the documented default is not encoded.
        let implied = place.default_lifetime.and_then(|seconds| {
            self.issued().unwrap_or(self.at).checked_add(::time::Duration::seconds(seconds.into()))
        });
        let stated = expires.at().filter(|at| Some(*at) != implied);
        self.time(Field::Expires, end, stated, zero, leftovers.as_deref_mut());
        // An extra that hints at an expiry disables the documented default.
        let absence_counts = match expires {
            Expiry::Unknown => false,
            Expiry::Never => !place.never.iter().any(|never| never.is_stated()),
            Expiry::At(_) => stated.is_none(),
        };
        let hinted =
            leftovers.as_deref_mut().is_some_and(|leftovers| leftovers.check_hints(place, absence_counts));
        let unknown = hinted || leftovers.as_ref().is_some_and(|leftovers| leftovers.unknown_end);
        self.encode_never(Field::Expires, expires, end, !unknown, leftovers);
        if expires == Expiry::Unknown && place.default_lifetime.is_some() && !unknown {
            self.dropped.push(Field::Expires);
        }
    }

    /// Encodes that a token never expires, and drops an unknown expiry that would be decoded as never.
    fn encode_never(
        &mut self,
        field: Field,
        end: Expiry,
        (times, never): (&'static [TimeRule], &'static [Never]),
        absence_counts: bool,
        mut leftovers: Option<&mut Leftovers>,
    ) {
        let written = match end {
            Expiry::At(_) => true,
            Expiry::Never => never
                .iter()
                .filter(|never| absence_counts || never.is_stated())
                .any(|never| self.never(*never, times, leftovers.as_deref_mut())),
            Expiry::Unknown => never.iter().all(|never| match never {
                Never::Silence => !absence_counts,
                Never::Word(path, word) => {
                    if let Some(leftovers) = &mut leftovers {
                        leftovers.check_word(self.place, path, word);
                    }
                    !self.says(*path, word)
                }
                Never::Null => {
                    if let Some(leftovers) = &mut leftovers {
                        leftovers.check_null(self.place, times);
                    }
                    true
                }
                Never::Zero | Never::MinusOne => true,
            }),
        };
        if !written {
            self.dropped.push(field);
        }
    }

    /// Encodes that a token never expires in one of the vendor's ways, and returns true if that is possible.
    fn never(&mut self, never: Never, times: &'static [TimeRule], leftovers: Option<&mut Leftovers>) -> bool {
        let json = match never {
            Never::Silence => return true,
            Never::Word(path, word) => {
                // In the path of a field, the field's own text decides.
                if self.place.paths().all(|field| field != path) {
                    self.put(&path, OutValue::Text(word), leftovers);
                }
                return self.says(path, word);
            }
            Never::Zero => "0",
            Never::MinusOne => "-1",
            Never::Null => "null",
        };
        let Some(path) = times.first().and_then(|time| time.paths().first()) else { return false };
        self.put(path, OutValue::Json(json.to_owned()), leftovers);
        true
    }

    /// Returns true if this text is encoded at a path.
    fn says(&self, path: FieldPath, word: &str) -> bool {
        self.root.is_text_at(&mut self.place.path(path), word)
    }

    /// Encodes every member of an instant, or a read-only one if no other is possible.
    fn time(
        &mut self,
        field: Field,
        (times, never): (&'static [TimeRule], &'static [Never]),
        end: Option<UtcDateTime>,
        zero: Zero,
        mut leftovers: Option<&mut Leftovers>,
    ) {
        let (also_read, own): (Vec<_>, Vec<_>) = times.iter().partition(|time| time.is_read_only());
        let mut written = false;
        for time in own.into_iter().chain(also_read) {
            let index = match &mut leftovers {
                Some(leftovers) => leftovers.path_of_time(self.place, time, never, end.is_some(), zero.says),
                None => Some(0),
            };
            let path = index.and_then(|index| time.paths().get(index));
            let (Some(end), Some(path)) = (end, path) else { continue };
            if written && time.is_read_only() {
                continue;
            }
            if let Some(json) = self.written(time, end, zero) {
                self.put(path, OutValue::Json(json), None);
                written = true;
            }
        }
        let (Some(end), false) = (end, written) else { return };
        // Every path has an extra: the first one is replaced.
        let first =
            times.first().and_then(|time| Some((time.paths().first()?, self.written(time, end, zero)?)));
        match first {
            Some((path, json)) => self.put(path, OutValue::Json(json), leftovers),
            None => self.dropped.push(field),
        }
    }

    /// Encodes an instant as JSON.
    fn written(&self, time: &TimeRule, end: UtcDateTime, zero: Zero) -> Option<String> {
        let from = self.issued().filter(|_| time.counts_from_issue()).unwrap_or(self.at);
        time.write(end, from, zero.ends.then_some(from))
    }

    /// Returns the instant of issue, if it is encoded.
    fn issued(&self) -> Option<UtcDateTime> {
        self.token.validity.issued_at.filter(|_| !self.place.issued.is_empty())
    }

    /// Sets each scope in an element of its own.
    fn put_each(&mut self, path: &FieldPath) {
        for (index, scope) in self.token.scopes().into_iter().flat_map(|scopes| scopes.iter()).enumerate() {
            self.root.put(&mut self.place.path(*path), index, OutValue::Text(scope));
        }
    }

    /// Sets a value at a path, replacing an extra.
    fn put(&mut self, path: &FieldPath, value: OutValue<'w>, leftovers: Option<&mut Leftovers>) {
        if let Some(leftovers) = leftovers {
            leftovers.clear_path(self.place, path);
        }
        self.root.put(&mut self.place.path(*path), self.object, value);
    }

    /// Adds the extras and the fixed members, and renders the body.
    fn finish(mut self, leftovers: Option<&'w Leftovers>, own: bool) -> Result<Encoded> {
        if leftovers.is_some_and(|leftovers| !leftovers.join(&mut self.root)) {
            self.dropped.push(Field::Extras);
        }
        // A token of this format keeps its own flag, or its absence.
        let flag = self
            .dialect
            .success
            .filter(|_| !own)
            .and_then(|(path, good)| Some((path.as_str(), *good.first()?)));
        for (path, json) in self.dialect.fixed.iter().chain(self.place_fixed()).copied().chain(flag) {
            self.root.put(&mut path.split('/'), 0, OutValue::Json(json.to_owned()));
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
                    self.dropped.push(Field::Extras);
                }
                (body, "application/x-www-form-urlencoded")
            }
        };
        self.dropped.sort_unstable();
        self.dropped.dedup();
        Ok(Encoded { body, headers, content_type, dropped: self.dropped })
    }

    /// Returns the fixed members of the place, unless it is the dialect itself.
    fn place_fixed(&self) -> &'static [(&'static str, &'static str)] {
        if std::ptr::eq(self.place, self.dialect) { &[] } else { self.place.fixed }
    }
}

impl Never {
    /// Returns true if a member of the expiry states it, without the absence of another.
    fn is_stated(&self) -> bool {
        matches!(self, Self::Zero | Self::MinusOne | Self::Null)
    }
}

impl Dialect {
    /// Returns true if the top level is an array.
    fn is_list(&self) -> bool {
        let first = self.paths().next().and_then(|path| self.path(path).next());
        first.is_some_and(|name| name == "*" || name.parse::<usize>().is_ok())
    }

    /// Decodes an encoded token and compares its expiries.
    fn decoded(&self, token: &Token, encoded: &Encoded, at: UtcDateTime) -> DecodedExpiry {
        let limits = Limits::default().with_body(usize::MAX).with_scopes(usize::MAX).with_tokens(usize::MAX);
        let mut response = Response::new(encoded.body.expose().as_bytes(), at).with_limits(limits);
        for (name, value) in &encoded.headers {
            response = response.with_header(*name, value.expose());
        }
        let Some(again) = self.decode(response).ok().and_then(|decoded| decoded.into_token().ok()) else {
            return DecodedExpiry::Other;
        };
        let (before, after) = (token.validity(), again.validity());
        let expiries = [
            (Field::Expires, before.expires, after.expires),
            (Field::RefreshTokenExpires, before.refresh_token_expires, after.refresh_token_expires),
        ];
        if let Some((field, ..)) = expiries.iter().find(|(_, before, after)| after.outlasts(*before)) {
            return DecodedExpiry::Later(*field);
        }
        let is_same = |(field, before, after): &(Field, Expiry, Expiry)| {
            before == after || encoded.dropped.contains(field)
        };
        if expiries.iter().all(is_same) { DecodedExpiry::Same } else { DecodedExpiry::Other }
    }

    /// Returns true if a body that is the bare token decodes to it.
    fn reads_back(&self, body: &str, token: &Token) -> bool {
        let response = Response::new(body.as_bytes(), UtcDateTime::UNIX_EPOCH);
        let again = self.decode(response).ok().and_then(|decoded| decoded.into_token().ok());
        again.is_some_and(|again| again.credential().expose() == token.credential().expose())
    }

    /// Returns true if the place can hold a credential of a kind.
    fn holds(&self, kind: CredentialKind) -> bool {
        let paths: FieldPaths = match kind {
            CredentialKind::Access => self.access_token,
            CredentialKind::Id => self.id_token,
            CredentialKind::Refresh if self.refresh_token_is_grant => self.refresh_token,
            CredentialKind::Refresh => paths![],
        };
        !paths.is_empty()
    }
}

/// The value of a field that cannot state that it never expires.
const NONE: &[Never] = &[];

/// The meaning of a lifetime of zero.
#[derive(Clone, Copy)]
struct Zero {
    /// True if the token expires at receipt.
    ends: bool,
    /// True if it states anything.
    says: bool,
}
