//! Standard output and standard error.

use std::fmt::Display;
use std::io::{self, Read, Write};

use serde::Serialize;

use crate::buffer::Buffer;
use crate::terminal::{self, Color};
use crate::wrap::wrap;

/// Why a run ends before its end.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Nobody reads standard output any more.
    Closed,
    /// Something failed; the text says what, and holds nothing of the input.
    Failed(String),
}

/// The standard streams of a run.
pub struct Streams<'a> {
    /// Where a response comes from for which no file is named.
    pub stdin: Box<dyn Read + Send>,
    /// Where answers go.
    pub stdout: &'a mut dyn Write,
    /// Where it goes what is said to people about a run.
    pub stderr: &'a mut dyn Write,
    /// Which of them are terminals, in this order.
    pub terminals: [bool; 3],
}

/// The streams of a run, standard output behind a buffer that is wiped.
pub(crate) struct Output<'a> {
    pub(crate) buffer: Buffer,
    streams: Streams<'a>,
}

impl<'a> Output<'a> {
    pub(crate) fn new(streams: Streams<'a>) -> Self {
        Self { buffer: Buffer::default(), streams }
    }

    /// Whether standard output is a terminal.
    pub(crate) fn is_terminal(&self) -> bool {
        self.streams.terminals[1]
    }

    /// Whether standard error is a terminal.
    pub(crate) fn is_watched(&self) -> bool {
        self.streams.terminals[2]
    }

    /// Standard input, which can be taken once; then it is empty.
    pub(crate) fn take_input(&mut self) -> Box<dyn Read + Send> {
        if self.streams.terminals[0] {
            self.tell("reading standard input; end it with Ctrl-D");
        }
        std::mem::replace(&mut self.streams.stdin, Box::new(io::empty()))
    }

    /// Buffers a value as one line, or nothing of it where it cannot be written.
    pub(crate) fn line(&mut self, value: &impl Serialize) -> serde_json::Result<()> {
        line(&mut self.buffer, value)
    }

    /// Buffers a value as people read it.
    pub(crate) fn pretty(&mut self, value: &impl Serialize) -> serde_json::Result<()> {
        serde_json::to_writer_pretty(&mut self.buffer, value)?;
        self.buffer.push(b"\n");
        Ok(())
    }

    /// Writes out what is buffered, and nothing of it that paints on a terminal.
    pub(crate) fn flush(&mut self) -> Result<(), Stop> {
        let buffer = std::mem::take(&mut self.buffer);
        let text = if self.is_terminal() { std::str::from_utf8(buffer.as_slice()).ok() } else { None };
        let Some(text) = text else { return self.paint(&buffer) };
        let mut shown = Buffer::with_capacity(text.len());
        harmless(text, |piece| shown.push(piece.as_bytes()));
        self.paint(&shown)
    }

    /// Writes text out as it is, colours and all.
    pub(crate) fn paint(&mut self, text: &Buffer) -> Result<(), Stop> {
        let stdout = &mut self.streams.stdout;
        let written = stdout.write_all(text.as_slice()).and_then(|()| stdout.flush());
        written.map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => Stop::Closed,
            _ => Stop::Failed(format!("cannot write to standard output: {error}")),
        })
    }

    /// Prints a sentence on standard error, between its words where a terminal ends the line.
    pub(crate) fn tell(&mut self, what: impl Display) {
        let line = format!("anytoken: {what}");
        let room = if self.is_watched() { terminal::width() } else { usize::MAX };
        for words in wrap(&line, room, room) {
            // Where nobody can be told that standard error is closed, there is nothing left to do.
            let _ = writeln!(self.streams.stderr, "{}", words.join(" "));
        }
    }

    /// Prints help where it was asked for, and else what is wrong with a command line.
    pub(crate) fn usage(&mut self, error: &clap::Error) {
        let is_error = error.use_stderr();
        let terminal = if is_error { self.is_watched() } else { self.is_terminal() };
        let text = error.render();
        let text = if Color::Auto.is_wanted(terminal) { text.ansi().to_string() } else { text.to_string() };
        let stream = if is_error { &mut self.streams.stderr } else { &mut self.streams.stdout };
        // Where nobody reads it, nobody misses it.
        let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
    }
}

/// Appends a value as one line, or nothing of it where it cannot be written.
pub(crate) fn line(buffer: &mut Buffer, value: &impl Serialize) -> serde_json::Result<()> {
    let start = buffer.len();
    if let Err(error) = serde_json::to_writer(&mut *buffer, value) {
        buffer.truncate(start);
        return Err(error);
    }
    // Raw JSON, an id or an extra, is printed as it was sent; ends of lines stand only between its members.
    for byte in buffer.as_mut_slice().iter_mut().skip(start) {
        if matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
    buffer.push(b"\n");
    Ok(())
}

/// Hands out a text with every character escaped that lets a server paint on the terminal.
///
/// JSON has escaped the characters below the blank already, and may hold these in strings only.
pub(crate) fn harmless(text: &str, mut out: impl FnMut(&str)) {
    let paints = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut rest = text;
    while let Some((before, c)) = rest.find(paints).and_then(|at| {
        let (before, behind) = rest.split_at_checked(at)?;
        let c = behind.chars().next()?;
        rest = behind.get(c.len_utf8()..)?;
        Some((before, c))
    }) {
        out(before);
        out(&format!("\\u{:04x}", u32::from(c)));
    }
    out(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_paints_on_the_terminal() {
        let mut text = String::new();
        harmless("a\u{9b}2J\u{202e}é\nb", |piece| text.push_str(piece));
        assert_eq!(text, "a\\u009b2J\\u202eé\nb");
    }
}
