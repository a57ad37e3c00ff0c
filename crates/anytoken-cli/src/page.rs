//! Text for people: wrapped to the width, coloured where that is seen.

use clap::builder::styling::{AnsiColor, Style};

use crate::buffer::Buffer;
use crate::masked::Masked;
use crate::output::{Output, Stop, harmless};
use crate::terminal::{self, Color};
use crate::wrap::wrap;

/// A page that is put together line by line, in memory that is wiped.
pub(crate) struct Page {
    buffer: Buffer,
    width: usize,
    colored: bool,
}

/// What a text means to its reader.
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

/// Characters before what is drawn.
pub(crate) const INDENT: usize = 2;

/// Characters before the text of a row.
const LABEL: usize = 10;

impl Page {
    /// A page of the terminal's width, or of what `COLUMNS` says.
    pub(crate) fn new(output: &Output<'_>, color: Color) -> Self {
        let width = terminal::width().max(NARROWEST);
        Self { buffer: Buffer::default(), width, colored: color.is_wanted(output.is_terminal()) }
    }

    /// Characters of a line.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// A label, and a text beside it.
    pub(crate) fn row(&mut self, label: &str, tone: Tone, text: &str) {
        let gap = LABEL.saturating_sub(label.chars().count()).max(1);
        self.put(Tone::Label, label);
        self.blanks(gap);
        self.wrap(LABEL, label.chars().count().saturating_add(gap), tone, text);
    }

    /// A line as it is, behind an indent.
    pub(crate) fn line(&mut self, indent: usize, tone: Tone, line: &str) {
        self.blanks(if line.is_empty() { 0 } else { indent });
        self.put(tone, line);
        self.buffer.push(b"\n");
    }

    /// What stands around a byte of a body, with carets below.
    pub(crate) fn point(&mut self, body: &Masked<'_>, at: usize, tone: Tone) {
        let excerpt = body.around(at, self.width.saturating_sub(INDENT.saturating_mul(2)));
        self.line(INDENT, Tone::Plain, excerpt.line.expose());
        self.line(INDENT, tone, &excerpt.carets());
    }

    /// Prints the page.
    pub(crate) fn print(self, output: &mut Output<'_>) -> Result<(), Stop> {
        output.paint(&self.buffer)
    }

    /// Words up to the width, from where `used` characters stand already; further lines are indented.
    fn wrap(&mut self, indent: usize, used: usize, tone: Tone, text: &str) {
        let room = |before: usize| self.width.saturating_sub(before);
        for (index, words) in wrap(text, room(used), room(indent)).into_iter().enumerate() {
            self.blanks(if index > 0 { indent } else { 0 });
            self.start(tone);
            for (index, word) in words.into_iter().enumerate() {
                self.blanks(usize::from(index > 0));
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
        harmless(text, |piece| self.buffer.push(piece.as_bytes()));
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

    fn blanks(&mut self, count: usize) {
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
