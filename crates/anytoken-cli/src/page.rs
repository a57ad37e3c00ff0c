//! Text for people, wrapped and coloured.

use clap::builder::styling::{AnsiColor, Style};

use crate::buffer::Buffer;
use crate::escape::escape;
use crate::masked::Masked;
use crate::output::{Output, Stop};
use crate::terminal::{self, Color};
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
const NARROWEST: usize = 60;

/// Indent of drawings and excerpts.
pub(crate) const INDENT: usize = 2;

/// Width of a label and the space after it.
const LABEL: usize = 13;

impl Page {
    /// Returns an empty page of the terminal's width, which `COLUMNS` overrides.
    pub(crate) fn new(output: &Output<'_>, color: Color) -> Self {
        let width = terminal::width().max(NARROWEST);
        Self { buffer: Buffer::default(), width, colored: color.is_wanted(output.is_terminal()) }
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

    /// Prints the page.
    pub(crate) fn print(self, output: &mut Output<'_>) -> Result<(), Stop> {
        output.paint(&self.buffer)
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
        if self.colored {
            self.buffer.push(tone.style().render().to_string().as_bytes());
        }
    }

    fn end(&mut self, tone: Tone) {
        if self.colored {
            self.buffer.push(tone.style().render_reset().to_string().as_bytes());
        }
    }

    fn spaces(&mut self, count: usize) {
        (0..count).for_each(|_| self.buffer.push(b" "));
    }
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
