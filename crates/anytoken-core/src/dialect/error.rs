//! Error responses by a dialect.

use std::time::Duration;

use super::shared_error::SharedError;
use super::value::{content, is_failure, is_present, is_step, is_words, text_or_json};
use super::{Dialect, ErrorShape, remedies};
use crate::error::{Error, ErrorKind, JsonKind, Result};
use crate::format::Format;
use crate::input::{Body, TEXT};
use crate::json::{FieldPath, FieldPaths, Id, Member};
use crate::model::{ErrorResponse, Note, NoteKind, Piece, Pieces, Remedy, Store, Texts};
use crate::secret::{SecretBuf, is_placeholder};
use crate::span::Span;
use crate::value::Number;

impl Dialect {
    /// Returns true if the response is an error response by its flag, its members or its status.
    ///
    /// A body that could not be split is an error unless its status makes it an error response.
    pub(super) fn is_error_response(&self, body: &mut Body<'_>, notes: &mut Vec<Note>) -> Result<bool> {
        let by_status = body.status().is_some_and(|status| status >= 400);
        if body.broken.is_some() && !by_status && self.reads_text() {
            body.wrap_bare_text(!self.errors.error_when.iter().any(|path| path.as_str() == TEXT));
        }
        if let Some(error) = &body.broken {
            return if by_status { Ok(true) } else { Err(error.clone()) };
        }
        if !self.headers.is_empty() {
            body.insert_headers(self.headers)?;
        }
        let is_error = match self.is_error_by_members(body) {
            // The status takes precedence over broken members.
            Err(_) if by_status => true,
            by_members => by_members? || by_status,
        };
        if is_error && let Ok(Some((path, member))) = self.token_beside(body) {
            notes.push(Note {
                kind: NoteKind::TokenBesideError,
                field: path.as_str().into(),
                at: body.source_span(member.value),
            });
        }
        Ok(is_error)
    }

    /// Returns true if the members make the response an error response, with a token or without.
    fn is_error_by_members(&self, body: &mut Body<'_>) -> Result<bool> {
        if !self.json_string.is_empty() {
            body.expand_json_string(self.json_string)?;
        }
        for place in self.related.iter().filter(|place| !place.0.json_string.is_empty()) {
            body.expand_json_string(place.0.json_string)?;
        }
        // Nearly always none of these members is there.
        let has_indicator = !body.tree.lacks(None, self.errors.indicators());
        Ok(self.flagged(body)? || has_indicator && self.errors.is_indicated(body)?)
    }

    /// Returns true if a response in which no token was found is an error response.
    #[cold]
    pub(super) fn is_error_without_token(&self, error: &Error, body: &mut Body<'_>) -> bool {
        matches!(error.kind(), ErrorKind::Missing | ErrorKind::Shape)
            && SharedError::new(body, Vec::new()).is_error()
    }

    /// Returns true if the success flag is present and does not mean success.
    fn flagged(&self, body: &mut Body<'_>) -> Result<bool> {
        let Some((path, good)) = self.ok_when else { return Ok(false) };
        let Some(member) = member(body, &path)?.map(|(_, member)| member) else { return Ok(false) };
        Ok(is_failure(body.text.as_str(), member, good))
    }

    /// Returns true if a bare text can be a token or an error response of this format.
    #[cold]
    pub(super) fn reads_text(&self) -> bool {
        let tokens = [self.access_token, self.id_token].into_iter().flatten();
        tokens.chain(self.errors.error_when).any(|path| path.as_str() == TEXT)
    }

    /// Finds a token beside an error.
    fn token_beside(&self, body: &mut Body<'_>) -> Result<Option<(&'static FieldPath, Member)>> {
        for path in self.access_token {
            // Envelopes are not searched: the note is about members of the top level.
            let Some((_, member)) = member(body, path)? else { continue };
            if content(body.text.as_str(), member).is_some_and(|text| !is_placeholder(text.as_str())) {
                return Ok(Some((path, member)));
            }
        }
        Ok(None)
    }

    /// Decodes a body into an error response.
    pub(super) fn error_response(
        &self,
        body: &mut Body<'_>,
        notes: &mut Vec<Note>,
        format: Format,
    ) -> ErrorResponse {
        let status = body.status();
        if let Some(words) = body.broken.as_ref().filter(|_| !body.tree.is_list()).map(|_| body.bare_text()) {
            notes.push(Note { kind: NoteKind::NoCode, field: "".into(), at: Span::default() });
            let words = words.as_ref().map(SecretBuf::expose).filter(|words| !words.is_empty());
            let (store, texts) = Store::of_texts(Texts([None, words, None]), std::iter::empty());
            let remedy = self.remedy([None, words], status);
            let retry_after = cut(body.retry_after(), notes);
            return ErrorResponse { format, store, texts, status, remedy, retry_after };
        }
        // Duplicate members do not matter in an error response.
        body.tree.prefer_first();
        let advice = self.advice(body);
        let (pieces, retry_after) = self.described(body);
        if matches!(pieces, [Piece::None, ..]) {
            notes.push(Note { kind: NoteKind::NoCode, field: "".into(), at: Span::default() });
        }
        let retry_after = cut(retry_after.max(body.retry_after()), notes);
        let mut pieces = Pieces::from(pieces);
        let store = Store::over(body, &mut pieces, 0);
        let texts = pieces.spans;
        let Texts([code, description, _]) = texts;
        let said = [code, description].map(|span| store.text(span));
        let remedy = advice.unwrap_or_else(|| self.remedy(said, status));
        ErrorResponse { format, store, texts, status, remedy, retry_after }
    }

    /// Takes code, description and URI, and the wait: the members of this format come before the shared ones.
    fn described(&self, body: &mut Body<'_>) -> ([Piece; 3], Option<Duration>) {
        let tokens = self.token_nodes(body);
        let [code, description, uri] =
            [(self.errors.code, true), (self.errors.description, false), (self.errors.uri, false)]
                .map(|(paths, is_code)| first_word(body, paths, is_code));
        let wait = self.errors.retry_after.into_iter().find_map(|path| {
            let (_, member) = member(body, path).ok()??;
            integer(body, member)
        });
        let mut shared = SharedError::new(body, tokens);
        let code = match code {
            Some((path, id)) => Some(shared.own_code(path, id)),
            None => shared.code(),
        };
        let piece = shared.take(code.as_ref().map(|code| code.id));
        let (piece, rest) = self.split(piece, shared.text());
        let description = match (description, rest) {
            (Some((_, own)), _) => shared.take(Some(own)),
            (None, Piece::None) => {
                let found = shared.description(code.as_ref());
                shared.take(found)
            }
            (None, rest) => rest,
        };
        let uri = uri.map(|(_, id)| id).or_else(|| shared.uri());
        let uri = shared.take(uri);
        let interval = shared.interval().and_then(|member| integer(body, member));
        ([piece, description, uri], wait.max(interval).map(Duration::from_secs))
    }

    /// Returns the nodes at the paths of tokens, which no error response shows.
    fn token_nodes(&self, body: &mut Body<'_>) -> Vec<Id> {
        let mut nodes = Vec::new();
        for place in self.places() {
            let Ok((Some(root), _)) = place.roots(body.text.as_str(), &mut body.tree) else { continue };
            let lists = [place.access_token, place.refresh_token, place.id_token];
            if lists.iter().all(|paths| body.tree.lacks(root, paths.names())) {
                continue;
            }
            for path in lists.into_iter().flatten() {
                nodes.extend(body.find(root, path).ok().flatten());
            }
        }
        nodes
    }

    /// Returns the remedy of a member that is more precise than the code, or of a further step.
    fn advice(&self, body: &mut Body<'_>) -> Option<Remedy> {
        for path in self.errors.subcode {
            let Ok(Some((_, member))) = member(body, path) else { continue };
            let sent = text_or_json(body.text.as_str(), member);
            if let Some(remedy) = self.errors.remedy_of(sent.as_str()) {
                return Some(remedy);
            }
        }
        let is_challenge = any(body, self.errors.challenge_when, is_step).is_ok_and(|is_step| is_step);
        is_challenge.then_some(Remedy::Interact)
    }

    /// Splits a code from the namespace before it and the description after it.
    fn split(&self, code: Piece, text: &str) -> (Piece, Piece) {
        let (start, end) = (self.errors.code_begins_after, self.errors.code_ends_at);
        let Piece::Plain(span) = code else { return (code, Piece::None) };
        if start.is_empty() && end.is_empty() {
            return (code, Piece::None);
        }
        let sent = span.of(text);
        let head = sent.split_once(end).filter(|_| !end.is_empty()).map_or(sent, |(head, _)| head);
        let namespace = head.rfind(start).filter(|_| !start.is_empty());
        let begin = namespace.map_or(0, |at| at.saturating_add(start.len()));
        let part = |from: usize, to: usize| {
            Piece::Plain(Span::new(span.start().saturating_add(from), span.start().saturating_add(to)))
        };
        let rest = match head.len() == sent.len() {
            true => Piece::None,
            false => part(head.len().saturating_add(end.len()), sent.len()),
        };
        (part(begin, head.len()), rest)
    }

    /// Returns the remedy of a code by the dialect, else that of its meaning everywhere, else that of the status with the
    /// code and the description.
    fn remedy(&self, said: [Option<&str>; 2], status: Option<u16>) -> Remedy {
        let [code, _] = said;
        let by_code = code.and_then(|code| self.errors.remedy_of(code));
        let by_status = |status| match self.errors.retry_statuses.contains(&status) {
            true => Some(Remedy::Retry),
            false => remedies::of_status(status, said),
        };
        by_code.or_else(|| status.and_then(by_status)).unwrap_or(Remedy::Unknown)
    }
}

impl ErrorShape {
    /// Returns true if one of the members that make an error response is present.
    #[inline(never)]
    fn is_indicated(&self, body: &mut Body<'_>) -> Result<bool> {
        Ok(any(body, self.error_when, is_present)?
            || any(body, self.shared_signs, is_present)?
            || any(body, self.challenge_when, is_step)?)
    }

    /// Returns the remedy of a code: the vendor's, else that of its meaning everywhere.
    fn remedy_of(&self, code: &str) -> Option<Remedy> {
        let own = self.remedies.iter().find(|(known, _)| *known == code);
        own.map(|(_, remedy)| *remedy).or_else(|| remedies::of_code(code))
    }
}

/// The longest wait that an error response asks for, so that it can be added to any clock.
const LONGEST_WAIT: Duration = Duration::from_secs(31 * 24 * 60 * 60);

/// Cuts a wait that is too long.
fn cut(wait: Option<Duration>, notes: &mut Vec<Note>) -> Option<Duration> {
    if wait.is_some_and(|wait| wait > LONGEST_WAIT) {
        notes.push(Note { kind: NoteKind::LongWait, field: "".into(), at: Span::default() });
    }
    wait.map(|wait| wait.min(LONGEST_WAIT))
}

/// Returns true if a member at one of the paths is present.
fn any(body: &mut Body<'_>, paths: FieldPaths, is_present: fn(&str, Member) -> bool) -> Result<bool> {
    for path in paths {
        let Some((_, member)) = member(body, path)? else { continue };
        if is_present(body.text.as_str(), member) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn member(body: &mut Body<'_>, path: &FieldPath) -> Result<Option<(Id, Member)>> {
    let id = body.find(None, path)?;
    Ok(id.and_then(|id| body.tree.node(id).map(|node| (id, node.member))))
}

/// Returns a member's integer, stated as a number or as text; one that is too large is the largest.
fn integer(body: &Body<'_>, member: Member) -> Option<u64> {
    let text = text_or_json(body.text.as_str(), member);
    let digits = Some(text.as_str()).filter(|digits| digits.len() <= body.limits.number)?;
    match Number::parse(digits)?.floor(0) {
        Some(seconds) => u64::try_from(seconds).ok(),
        None => (!digits.contains('-')).then_some(u64::MAX),
    }
}

/// Finds the first text of some paths, or the first number of a code.
///
/// A member that cannot be decoded is ignored.
fn first_word(body: &mut Body<'_>, paths: FieldPaths, is_code: bool) -> Option<(&'static FieldPath, Id)> {
    paths.into_iter().find_map(|path| {
        let (id, member) = member(body, path).ok()??;
        let is_word = match member.kind {
            JsonKind::Number => is_code,
            _ => is_words(body.text.as_str(), member),
        };
        is_word.then_some((path, id))
    })
}
