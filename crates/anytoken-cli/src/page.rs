//! Text for people, wrapped and coloured.

use anytoken::json_members;
use clap::builder::styling::{AnsiColor, Style};

use crate::buffer::Buffer;
use crate::escape::escape;
use crate::masked::{self, Kind, Masked};
use crate::output::{Output, Stop};
use crate::terminal;
use crate::wrap::wrap;

/// A page that is built line by line in wiped memory.
pub(crate) struct Page {
    buffer: Buffer,
    width: usize,
    colored: bool,
}

/// The meaning of a text, which decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Label,
    Good,
    Odd,
    Bad,
}

/// The narrowest page.
const NARROWEST: usize = 30;

/// Indent of drawings and excerpts.
pub(crate) const INDENT: usize = 2;

/// The levels of an answer that are split.
const LEVELS: u32 = 129;

/// The name of the extras of an answer, as JSON.
const EXTRAS: &str = "\"extras\"";

/// Width of a label and the space after it.
const LABEL: usize = 13;

impl Page {
    /// Returns an empty page of the terminal's width, which `COLUMNS` overrides.
    pub(crate) fn new(output: &Output<'_>) -> Self {
        let width = terminal::width().max(NARROWEST);
        Self { buffer: Buffer::default(), width, colored: output.is_colored() }
    }

    /// Returns the width of a line in characters.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Appends a label and its text.
    pub(crate) fn row(&mut self, label: &str, tone: Tone, text: &str) {
        let gap = LABEL.saturating_sub(label.chars().count()).max(1);
        self.put(Tone::Label, label);
        self.spaces(gap);
        self.wrap(LABEL, label.chars().count().saturating_add(gap), tone, text);
    }

    /// Appends an indented line, without wrapping it.
    pub(crate) fn line(&mut self, indent: usize, tone: Tone, line: &str) {
        self.spaces(if line.is_empty() { 0 } else { indent });
        self.put(tone, line);
        self.buffer.push(b"\n");
    }

    /// Appends the excerpt around a byte of a body, with carets below.
    pub(crate) fn point(&mut self, body: &Masked<'_>, at: usize, tone: Tone) {
        let excerpt = body.around(at, self.width.saturating_sub(INDENT.saturating_mul(2)));
        self.line(INDENT, Tone::Plain, excerpt.line.expose());
        self.line(INDENT, tone, &excerpt.carets());
    }

    /// Prints the page, which is empty then.
    pub(crate) fn print(&mut self, output: &mut Output<'_>) -> Result<(), Stop> {
        output.paint(std::mem::take(&mut self.buffer).as_slice())
    }

    /// Appends a text after `used` characters of a line; further lines are indented.
    fn wrap(&mut self, indent: usize, used: usize, tone: Tone, text: &str) {
        let room = |before: usize| self.width.saturating_sub(before);
        for (index, words) in wrap(text, room(used), room(indent)).into_iter().enumerate() {
            self.spaces(if index > 0 { indent } else { 0 });
            self.start(tone);
            for (index, word) in words.into_iter().enumerate() {
                self.spaces(usize::from(index > 0));
                self.shown(word);
            }
            self.end(tone);
            self.buffer.push(b"\n");
        }
    }

    fn put(&mut self, tone: Tone, text: &str) {
        self.start(tone);
        self.shown(text);
        self.end(tone);
    }

    fn shown(&mut self, text: &str) {
        escape(text, |piece| self.buffer.push(piece.as_bytes()));
    }

    fn start(&mut self, tone: Tone) {
        if self.colored && tone != Tone::Plain {
            self.buffer.push(tone.style().render().to_string().as_bytes());
        }
    }

    fn end(&mut self, tone: Tone) {
        if self.colored && tone != Tone::Plain {
            self.buffer.push(tone.style().render_reset().to_string().as_bytes());
        }
    }

    fn spaces(&mut self, count: usize) {
        (0..count).for_each(|_| self.buffer.push(b" "));
    }
}

/// Appends an answer with each member on its own line; its own line begins with `line`, and it is the value of `name`.
///
/// An id and the values of extras stay on one line, and so does an answer with more levels than can be split.
pub(crate) fn indent_json(json: &str, name: &str, line: &str, into: &mut Buffer) {
    let (start, inner) = (into.len(), format!("{line}  "));
    let mut before = json.get(..1).unwrap_or_default();
    let read = json_members(json, LEVELS, |member, value| {
        let colon = if member.is_empty() { "" } else { ": " };
        [before, &inner, member, colon].into_iter().for_each(|piece| into.push(piece.as_bytes()));
        before = ",";
        if value.starts_with(['{', '[']) && value.len() > 2 && name != EXTRAS && member != "\"id\"" {
            indent_json(value, member, &inner, into);
        } else {
            into.push(value.as_bytes());
        }
    });
    if read.is_err() {
        into.truncate(start);
        return into.push(json.as_bytes());
    }
    into.push(line.as_bytes());
    into.push(json.get(json.len().saturating_sub(1)..).unwrap_or_default().as_bytes());
}

/// Appends JSON with its names, strings and other values coloured.
pub(crate) fn color_json(json: &Buffer, into: &mut Buffer) {
    let mut page = Page { buffer: std::mem::take(into), width: 0, colored: true };
    let mut end = 0_usize;
    let text = |from, to| {
        json.as_slice().get(from..to).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    };
    for piece in masked::pieces(json.as_slice()) {
        page.shown(text(end, piece.start));
        let sent = text(piece.start, piece.end);
        let tone = match piece.kind {
            Kind::Punctuation => Tone::Plain,
            Kind::Name => Tone::Label,
            Kind::Value if sent.starts_with('"') => Tone::Good,
            Kind::Value => Tone::Odd,
        };
        page.put(tone, sent);
        end = piece.end;
    }
    page.shown(text(end, json.len()));
    *into = page.buffer;
}

impl Tone {
    fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Label => Style::new().bold(),
            Self::Good => AnsiColor::Green.on_default(),
            Self::Odd => AnsiColor::Yellow.on_default(),
            Self::Bad => AnsiColor::Red.on_default(),
        }
    }
}
