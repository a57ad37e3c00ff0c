//! Writing by a dialect.

use ::time::UtcDateTime;

use super::{Dialect, Never, Paths, Time, Wire};
use crate::dialect::left::Left;
use crate::dialect::out::Out;
use crate::received::cut;
use crate::secret::is_no_token;
use crate::slot::Text;
use crate::token_type::TokenTypeKind;
use crate::{Encoded, Error, ErrorKind, Expiry, Grants, Lifetime, Result, Slot, Token, TokenType};

pub(super) fn write(dialect: &Dialect, token: &Token, at: UtcDateTime) -> Result<Encoded> {
    let own = token.format == dialect.id;
    let place = if own {
        dialect.places().nth(token.place.into()).filter(|place| place.holds(token.grants()))
    } else {
        None
    };
    let place = place.or_else(|| dialect.places().find(|place| place.holds(token.grants())));
    let place = place.ok_or(Error::new(ErrorKind::Unusable))?;
    let at = cut(at);
    let mut left = own.then(|| Left::of(token)).flatten();
    let checked = left.as_mut().map(|left| left.check(dialect, place, token, at)).unwrap_or_default();
    let mut writer = Writer { dialect, place, token, at, root: Out::object(), dropped: Vec::new() };
    writer.texts(own);
    writer.scopes();
    writer.times(checked.unknown_end);
    if checked.lost || (!own && !token.extras().is_empty()) {
        writer.dropped.push(Slot::Extras);
    }
    writer.finish(left.as_ref())
}

struct Writer<'w> {
    dialect: &'w Dialect,
    place: &'w Dialect,
    token: &'w Token,
    at: UtcDateTime,
    root: Out<'w>,
    dropped: Vec<Slot>,
}

impl<'w> Writer<'w> {
    fn texts(&mut self, own: bool) {
        let place = self.place;
        let token_type = self.token.token_type().map(|sent| if own { sent.as_sent() } else { sent.as_str() });
        let kind = self.token.token_type().map_or(TokenTypeKind::Other, TokenType::kind);
        let same_type = token_type.is_none_or(|sent| place.token_type_kind(sent) == kind);
        for (slot, text, paths, readable) in [
            (Slot::AccessToken, self.token.text(Text::AccessToken), place.access_token, true),
            (Slot::IdToken, self.token.text(Text::IdToken), place.id_token, true),
            (Slot::RefreshToken, self.token.text(Text::RefreshToken), place.refresh_token, true),
            (Slot::TokenType, token_type, place.token_type, same_type),
            (Slot::Resource, self.token.resource(), place.resource, true),
            (Slot::ClientId, self.token.client_id(), place.client_id, true),
            (Slot::Subject, self.token.subject(), place.subject, true),
        ] {
            let Some(text) = text else { continue };
            match paths.first() {
                Some(path) if readable && !text.trim_ascii().is_empty() => self.put(path, Out::Text(text)),
                _ => self.dropped.push(slot),
            }
        }
    }

    fn scopes(&mut self) {
        let Some(scopes) = self.token.scopes() else { return };
        let separators = self.place.scope_separators;
        let splits = scopes.iter().any(|scope| scope.contains(separators));
        match (self.place.scope.first(), separators.first()) {
            (Some(path), Some(separator)) if !splits => self.put(path, Out::Joined(scopes, *separator)),
            (Some(path), _) if self.dialect.wire == Wire::Json => self.put(path, Out::List(scopes)),
            _ => self.dropped.push(Slot::Scopes),
        }
    }

    fn times(&mut self, unknown_end: bool) {
        let Lifetime {
            issued_at,
            not_before,
            refresh_at,
            expires,
            extended_expires_at,
            refresh_token_expires,
        } = self.token.lifetime;
        let place = self.place;
        let refresh_zero = place.zero_ends_refresh_token.then_some(self.at);
        let zero = (!place.never.contains(&Never::Zero)).then_some(self.at);
        for (slot, at, times, zero) in [
            (Slot::Expires, expires.at(), place.expires, zero),
            (
                Slot::RefreshTokenExpires,
                refresh_token_expires.at(),
                place.refresh_token_expires,
                refresh_zero,
            ),
            (Slot::ExtendedExpires, extended_expires_at, place.extended_expires, None),
            (Slot::IssuedAt, issued_at, place.issued, Some(self.at)),
            (Slot::NotBefore, not_before, place.not_before, Some(self.at)),
            (Slot::RefreshAt, refresh_at, place.refresh, Some(self.at)),
        ] {
            let Some(end) = at else { continue };
            if !self.time(times, end, zero) {
                self.dropped.push(slot);
            }
        }
        // Where silence means that there is no end, an end that nobody states cannot be written.
        let silence_says = place.never.contains(&Never::Silence) && !unknown_end;
        if (expires == Expiry::Never && !self.never()) || (expires == Expiry::Unstated && silence_says) {
            self.dropped.push(Slot::Expires);
        }
        if refresh_token_expires == Expiry::Never {
            self.dropped.push(Slot::RefreshTokenExpires);
        }
    }

    /// Writes every member of an instant; whether there was one.
    fn time(&mut self, times: &'static [Time], end: UtcDateTime, zero: Option<UtcDateTime>) -> bool {
        let mut written = false;
        for time in times {
            if let (Some(path), Some(json)) = (time.paths().first(), time.write(end, self.at, zero)) {
                self.put(path, Out::Json(json));
                written = true;
            }
        }
        written
    }

    /// Writes that there is no end; whether the format can say so.
    fn never(&mut self) -> bool {
        let path = self.place.expires.first().and_then(|time| time.paths().first());
        match (self.place.never.first(), path) {
            (Some(Never::Silence), _) => true,
            (Some(Never::Zero), Some(path)) => {
                self.put(path, Out::Json("0".to_owned()));
                true
            }
            (Some(Never::MinusOne), Some(path)) => {
                self.put(path, Out::Json("-1".to_owned()));
                true
            }
            _ => false,
        }
    }

    fn put(&mut self, path: &'static str, value: Out<'w>) {
        self.root.put(&mut self.place.path(path), value);
    }

    /// Adds what no slot was read from and what is always sent, and renders all of it.
    fn finish(mut self, left: Option<&'w Left>) -> Result<Encoded> {
        if left.is_some_and(|left| !left.join(&mut self.root)) {
            self.dropped.push(Slot::Extras);
        }
        let flag = self.dialect.success.and_then(|(path, good)| Some((path, *good.first()?)));
        for (path, json) in self.dialect.fixed.iter().chain(self.place_fixed()).copied().chain(flag) {
            self.root.put(&mut path.split('/'), Out::Json(json.to_owned()));
        }
        if !self.dialect.folded.is_empty() {
            self.root.fold(&mut self.dialect.folded.split('/'));
        }
        let (body, content_type) = match self.dialect.wire {
            Wire::Json => (self.root.to_json(), "application/json"),
            Wire::Form => {
                let (body, whole) = self.root.to_form();
                if !whole {
                    self.dropped.push(Slot::Extras);
                }
                (body, "application/x-www-form-urlencoded")
            }
        };
        self.dropped.sort_unstable();
        self.dropped.dedup();
        Ok(Encoded { body, headers: Vec::new(), content_type, dropped: self.dropped })
    }

    /// The fixed members of the place, where it is not the entry itself.
    fn place_fixed(&self) -> &'static [(&'static str, &'static str)] {
        if std::ptr::eq(self.place, self.dialect) { &[] } else { self.place.fixed }
    }
}

impl Dialect {
    /// Whether the place has room for what was granted.
    fn holds(&self, grants: Grants) -> bool {
        let paths: Paths = match grants {
            Grants::Access => self.access_token,
            Grants::Id => self.id_token,
            Grants::Refresh if self.grants_refresh_token => self.refresh_token,
            Grants::Refresh => &[],
        };
        !paths.is_empty()
    }
}

/// Whether a text would be read as a token.
pub(super) fn is_readable_token(text: &str) -> bool {
    !is_no_token(text)
}
