//! Refusals by a dialect.

use std::time::Duration;

use super::Dialect;
use super::value::{Content, content, is_failure, is_sign, piece};
use crate::body::{Body, TEXT};
use crate::number::Number;
use crate::scan::Member;
use crate::secret::is_no_token;
use crate::store::{Piece, Pieces, Store};
use crate::tree::Id;
use crate::{Format, JsonKind, Note, NoteKind, Path, Paths, Refusal, Remedy, Result, Span};

impl Dialect {
    /// Whether the response is a refusal, by its flag, a sign, or its status; an unread body is an error otherwise.
    pub(super) fn refused(&self, body: &mut Body<'_>, notes: &mut Vec<Note>) -> Result<bool> {
        let by_status = body.status().is_some_and(|status| status >= 400);
        if body.broken.is_some() && !by_status && self.reads_text() {
            body.take_text(!self.refusal.signs.iter().any(|path| path.as_str() == TEXT));
        }
        if let Some(error) = &body.broken {
            return if by_status { Ok(true) } else { Err(error.clone()) };
        }
        if !self.headers.is_empty() {
            body.take_headers(self.headers)?;
        }
        let refused = match self.told(body) {
            // A status decides whatever the members are.
            Err(_) if by_status => true,
            told => told? || by_status,
        };
        if refused && let Ok(Some((path, member))) = self.token_beside(body) {
            notes.push(Note {
                kind: NoteKind::TokenBesideRefusal,
                field: path.as_str(),
                at: body.place(member.value),
            });
        }
        Ok(refused)
    }

    /// Whether the members themselves say no.
    fn told(&self, body: &mut Body<'_>) -> Result<bool> {
        if !self.folded.is_empty() {
            body.unfold(self.folded)?;
        }
        for place in self.also.iter().filter(|place| !place.folded.is_empty()) {
            body.unfold(place.folded)?;
        }
        if let Some(numbered) = &self.numbered {
            body.gather(numbered)?;
        }
        Ok(self.flagged(body)? || signs(body, self.refusal.signs)? || signs(body, self.refusal.steps)?)
    }

    /// Whether the flag of success is there and says no.
    fn flagged(&self, body: &mut Body<'_>) -> Result<bool> {
        let Some((path, good)) = self.success else { return Ok(false) };
        let Some(member) = member(body, &path)?.map(|(_, member)| member) else { return Ok(false) };
        Ok(is_failure(body.text.as_str(), member, good))
    }

    /// Whether a bare text is a token or a refusal of this format: it is read as the member of this name.
    #[cold]
    pub(super) fn reads_text(&self) -> bool {
        let lists = [self.access_token, self.id_token, self.refusal.signs];
        lists.into_iter().flatten().any(|path| path.as_str() == TEXT)
    }

    /// A token that stands beside a refusal.
    fn token_beside(&self, body: &mut Body<'_>) -> Result<Option<(&'static Path, Member)>> {
        for path in self.access_token {
            // A place within an envelope is not looked for: the note is about what is in plain sight.
            let Some((_, member)) = member(body, path)? else { continue };
            if content(body.text.as_str(), member).is_some_and(|text| !is_no_token(text.as_str())) {
                return Ok(Some((path, member)));
            }
        }
        Ok(None)
    }

    /// The refusal that a body is.
    pub(super) fn refusal(&self, body: &mut Body<'_>, notes: &mut Vec<Note>, format: Format) -> Refusal {
        let status = body.status();
        let retry_after = body.retry_after();
        if let Some(words) = body.broken.as_ref().map(|_| body.words()) {
            notes.push(Note { kind: NoteKind::NoCode, field: "", at: Span::default() });
            let words = words.as_ref().map(crate::Wiped::expose).filter(|words| !words.is_empty());
            let (store, texts) = Store::of_texts([None, words, None], std::iter::empty());
            let remedy = self.remedy(None, status);
            return Refusal { format, store, texts, status, remedy, retry_after };
        }
        // A refusal is one whatever it repeats.
        body.tree.take_first();
        let advice = self.advice(body);
        let (code, rest) = self.split(word(body, self.refusal.code, true), body.text.as_str());
        let description = match word(body, self.refusal.description, false) {
            Piece::None => rest,
            description => description,
        };
        let uri = word(body, self.refusal.uri, false);
        let retry_after = retry_after.or_else(|| self.wait(body));
        if matches!(code, Piece::None) {
            notes.push(Note { kind: NoteKind::NoCode, field: "", at: Span::default() });
        }
        let mut texts = Pieces::from([code, description, uri]);
        let store = Store::over(body, &mut texts, 0);
        let texts = texts.places;
        let code = texts.first().and_then(|code| store.text(*code));
        let remedy = advice.unwrap_or_else(|| self.remedy(code, status));
        Refusal { format, store, texts, status, remedy, retry_after }
    }

    /// What a member that tells more than the code says to do; or that another step is asked for.
    fn advice(&self, body: &mut Body<'_>) -> Option<Remedy> {
        for path in self.refusal.detail {
            let Ok(Some((_, member))) = member(body, path) else { continue };
            let text = body.text.as_str();
            let sent = content(text, member);
            let word = sent.as_ref().map_or_else(|| member.value.of(text), Content::as_str);
            let own = self.refusal.remedies.iter().find(|(known, _)| *known == word);
            if let Some(remedy) = own.map(|(_, remedy)| *remedy).or_else(|| Remedy::of_code(word)) {
                return Some(remedy);
            }
        }
        signs(body, self.refusal.steps).is_ok_and(|step| step).then_some(Remedy::Interact)
    }

    /// A code and what stands behind its end.
    fn split(&self, code: Piece, text: &str) -> (Piece, Piece) {
        let end = self.refusal.code_end;
        let Piece::Plain(place) = code else { return (code, Piece::None) };
        match place.of(text).find(end).filter(|_| !end.is_empty()) {
            Some(at) => {
                let at = place.start().saturating_add(at);
                let behind = Span::new(at.saturating_add(end.len()), place.end());
                (Piece::Plain(Span::new(place.start(), at)), Piece::Plain(behind))
            }
            None => (code, Piece::None),
        }
    }

    fn wait(&self, body: &mut Body<'_>) -> Option<Duration> {
        let seconds = whole(body, self.refusal.retry_after).map(Duration::from_secs);
        seconds.or_else(|| whole(body, self.refusal.retry_after_milliseconds).map(Duration::from_millis))
    }

    /// The format's own word on a code, then that of the standards, then the status.
    fn remedy(&self, code: Option<&str>, status: Option<u16>) -> Remedy {
        let own = |code: &str| {
            self.refusal.remedies.iter().find(|(word, _)| *word == code).map(|(_, remedy)| *remedy)
        };
        let by_code = code.and_then(|code| own(code).or_else(|| Remedy::of_code(code)));
        let by_status = |status| {
            let own = self.refusal.retry_statuses.contains(&status).then_some(Remedy::Retry);
            own.or_else(|| Remedy::of_status(status))
        };
        by_code.or_else(|| status.and_then(by_status)).unwrap_or(Remedy::Unknown)
    }
}

/// Whether one of some members is there: not empty, and no zero.
#[inline(always)]
fn signs(body: &mut Body<'_>, paths: Paths) -> Result<bool> {
    if body.tree.lacks(None, paths.names()) { Ok(false) } else { sign(body, paths) }
}

#[inline(never)]
fn sign(body: &mut Body<'_>, paths: Paths) -> Result<bool> {
    for path in paths {
        let Some((_, member)) = member(body, path)? else { continue };
        if is_sign(body.text.as_str(), member) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn member(body: &mut Body<'_>, path: &Path) -> Result<Option<(Id, Member)>> {
    let id = body.find(None, path)?;
    Ok(id.and_then(|id| body.tree.node(id).map(|node| (id, node.member))))
}

/// The first whole number of some members, as a number or as text.
fn whole(body: &mut Body<'_>, paths: Paths) -> Option<u64> {
    let longest = body.limits.number;
    paths.into_iter().find_map(|path| {
        let (_, member) = member(body, path).ok()??;
        let text = content(body.text.as_str(), member);
        let digits = match &text {
            Some(text) => text.as_str(),
            None => member.value.of(body.text.as_str()),
        };
        u64::try_from(Number::parse(digits).filter(|_| digits.len() <= longest)?.floor(0)?).ok()
    })
}

/// The first text of some paths, or the digits of a number; it is no extra any more.
///
/// A member that cannot be read is passed over: a refusal is one whatever it says of itself.
fn word(body: &mut Body<'_>, paths: Paths, is_code: bool) -> Piece {
    for path in paths {
        let Ok(Some((id, member))) = member(body, path) else { continue };
        let text = body.text.as_str();
        let piece = match member.kind {
            JsonKind::Number if is_code => Piece::Plain(member.value),
            JsonKind::String => {
                let Some(words) = content(text, member) else { continue };
                if words.as_str().trim_ascii().is_empty() {
                    continue;
                }
                piece(member)
            }
            _ => continue,
        };
        body.tree.take(id);
        return if is_code { without_namespace(piece, text_of(body)) } else { piece };
    }
    Piece::None
}

fn text_of<'a>(body: &'a Body<'_>) -> &'a str {
    body.text.as_str()
}

/// A code without its namespace, which ends at `#` (the AWS JSON protocol).
fn without_namespace(piece: Piece, text: &str) -> Piece {
    match piece {
        Piece::Plain(span) => {
            let start = span.of(text).rfind('#').map_or(0, |at| at.saturating_add(1));
            Piece::Plain(Span::new(span.start().saturating_add(start), span.end()))
        }
        other => other,
    }
}
