//! Error responses by a dialect.

use std::time::Duration;

use super::value::{Content, content, is_failure, is_present, piece};
use super::{Dialect, ErrorShape};
use crate::error::{JsonKind, Result};
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
            body.wrap_bare_text(
                !self.errors.paths(|shape| shape.error_when).any(|path| path.as_str() == TEXT),
            );
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

    /// Returns true if the members make the response an error response.
    fn is_error_by_members(&self, body: &mut Body<'_>) -> Result<bool> {
        if !self.json_string.is_empty() {
            body.expand_json_string(self.json_string)?;
        }
        for place in self.related.iter().filter(|place| !place.0.json_string.is_empty()) {
            body.expand_json_string(place.0.json_string)?;
        }
        // Nearly always none of these members is there.
        let has_indicator = !body.tree.lacks(None, self.errors.indicators);
        Ok(self.flagged(body)?
            || has_indicator
                && (any_present(body, &self.errors, |shape| shape.error_when)?
                    || any_present(body, &self.errors, |shape| shape.challenge_when)?))
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
        tokens.chain(self.errors.paths(|shape| shape.error_when)).any(|path| path.as_str() == TEXT)
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
        let retry_after = body.retry_after();
        if let Some(words) = body.broken.as_ref().map(|_| body.bare_text()) {
            notes.push(Note { kind: NoteKind::NoCode, field: "".into(), at: Span::default() });
            let words = words.as_ref().map(SecretBuf::expose).filter(|words| !words.is_empty());
            let (store, texts) = Store::of_texts(Texts([None, words, None]), std::iter::empty());
            let remedy = self.remedy(None, status);
            return ErrorResponse { format, store, texts, status, remedy, retry_after };
        }
        // Duplicate members do not matter in an error response.
        body.tree.prefer_first();
        let advice = self.advice(body);
        let (code, rest) = self.split(word(body, &self.errors, |shape| shape.code, true), body.text.as_str());
        let description = match word(body, &self.errors, |shape| shape.description, false) {
            Piece::None => rest,
            description => description,
        };
        let uri = word(body, &self.errors, |shape| shape.uri, false);
        let retry_after = retry_after.or_else(|| self.wait(body));
        if matches!(code, Piece::None) {
            notes.push(Note { kind: NoteKind::NoCode, field: "".into(), at: Span::default() });
        }
        let mut pieces = Pieces::from([code, description, uri]);
        let store = Store::over(body, &mut pieces, 0);
        let texts = pieces.spans;
        let Texts([code, ..]) = texts;
        let code = store.text(code);
        let remedy = advice.unwrap_or_else(|| self.remedy(code, status));
        ErrorResponse { format, store, texts, status, remedy, retry_after }
    }

    /// Returns the remedy of a member that is more precise than the code, or of a further step.
    fn advice(&self, body: &mut Body<'_>) -> Option<Remedy> {
        for path in self.errors.paths(|shape| shape.subcode) {
            let Ok(Some((_, member))) = member(body, path) else { continue };
            let text = body.text.as_str();
            let sent = content(text, member);
            let word = sent.as_ref().map_or_else(|| member.value.of(text), Content::as_str);
            if let Some(remedy) = self.errors.remedy_of(word) {
                return Some(remedy);
            }
        }
        any_present(body, &self.errors, |shape| shape.challenge_when)
            .is_ok_and(|step| step)
            .then_some(Remedy::Interact)
    }

    /// Splits a code from the namespace before it and the description after it.
    fn split(&self, code: Piece, text: &str) -> (Piece, Piece) {
        let Piece::Plain(span) = code else { return (code, Piece::None) };
        let (start, end) = (self.errors.code_begins_after, self.errors.code_ends_at);
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

    fn wait(&self, body: &mut Body<'_>) -> Option<Duration> {
        integer(body, self.errors.paths(|shape| shape.retry_after)).map(Duration::from_secs)
    }

    /// Returns the remedy of the code by the dialect, else by the standards, else that of the status.
    fn remedy(&self, code: Option<&str>, status: Option<u16>) -> Remedy {
        let by_code = code.and_then(|code| self.errors.remedy_of(code));
        let by_status = |status| {
            let own = self.errors.chain().any(|shape| shape.retry_statuses.contains(&status));
            own.then_some(Remedy::Retry).or_else(|| Remedy::of_status(status))
        };
        by_code.or_else(|| status.and_then(by_status)).unwrap_or(Remedy::Unknown)
    }
}

impl ErrorShape {
    /// Returns the remedy of a code: the vendor's, else that of the standards.
    fn remedy_of(&self, code: &str) -> Option<Remedy> {
        let own = self.chain().flat_map(|shape| shape.remedies).find(|(known, _)| *known == code);
        own.map(|(_, remedy)| *remedy).or_else(|| Remedy::of_code(code))
    }
}

/// Returns true if one of the members is present: neither empty nor zero.
#[inline(always)]
fn any_present(
    body: &mut Body<'_>,
    errors: &ErrorShape,
    list: fn(&ErrorShape) -> FieldPaths,
) -> Result<bool> {
    for paths in errors.chain().map(list) {
        if !body.tree.lacks(None, paths.names()) && find_present(body, paths)? {
            return Ok(true);
        }
    }
    Ok(false)
}

#[inline(never)]
fn find_present(body: &mut Body<'_>, paths: FieldPaths) -> Result<bool> {
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

/// Returns the first integer of some members, stated as a number or as text.
fn integer(body: &mut Body<'_>, paths: impl IntoIterator<Item = &'static FieldPath>) -> Option<u64> {
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

/// Takes the first text of some paths, or the digits of a number.
///
/// A member that cannot be decoded is ignored.
fn word(
    body: &mut Body<'_>,
    errors: &ErrorShape,
    list: fn(&ErrorShape) -> FieldPaths,
    is_code: bool,
) -> Piece {
    let lists = errors.chain().map(list);
    lists.fold(Piece::None, |found, paths| match found {
        Piece::None if !body.tree.lacks(None, paths.names()) => first_word(body, paths, is_code),
        found => found,
    })
}

fn first_word(body: &mut Body<'_>, paths: FieldPaths, is_code: bool) -> Piece {
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
        body.tree.consume(id);
        return piece;
    }
    Piece::None
}
