//! Standard output and standard error.

use std::fmt::Display;
use std::io::{self, Read, Write};

use clap::error::ErrorKind;
use serde::Serialize;

use crate::buffer::Buffer;
use crate::terminal::{self, Color};
use crate::wrap::wrap;

/// The reason to end a run early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Standard output was closed.
    Closed,
    /// Something failed; the message holds nothing of the input.
    Failed(String),
}

/// Prefix of every message on standard error.
const PREFIX: &str = "anytoken:";

/// The standard streams of a run.
pub struct Streams<'a> {
    /// Input of a command without a file.
    pub stdin: Box<dyn Read + Send>,
    /// Output of answers.
    pub stdout: &'a mut dyn Write,
    /// Output of errors, hints and progress.
    pub stderr: &'a mut dyn Write,
    /// True for each of the three that is a terminal.
    pub terminals: [bool; 3],
}

/// The streams of a run, with a wiped buffer before standard output.
pub(crate) struct Output<'a> {
    pub(crate) buffer: Buffer,
    streams: Streams<'a>,
}

impl<'a> Output<'a> {
    pub(crate) fn new(streams: Streams<'a>) -> Self {
        Self { buffer: Buffer::default(), streams }
    }

    /// Returns true if standard output is a terminal.
    pub(crate) fn is_terminal(&self) -> bool {
        self.streams.terminals[1]
    }

    /// Returns true if standard error is a terminal.
    pub(crate) fn is_watched(&self) -> bool {
        self.streams.terminals[2]
    }

    /// Takes standard input, which is empty from then on.
    pub(crate) fn take_input(&mut self) -> Box<dyn Read + Send> {
        if self.streams.terminals[0] {
            self.report("reading standard input; press Ctrl-D to end it");
        }
        std::mem::replace(&mut self.streams.stdin, Box::new(io::empty()))
    }

    /// Buffers a value as one line, or nothing if it cannot be serialized.
    pub(crate) fn line(&mut self, value: &impl Serialize) -> serde_json::Result<()> {
        line(&mut self.buffer, value)
    }

    /// Buffers a value as indented JSON.
    pub(crate) fn pretty(&mut self, value: &impl Serialize) -> serde_json::Result<()> {
        serde_json::to_writer_pretty(&mut self.buffer, value)?;
        self.buffer.push(b"\n");
        Ok(())
    }

    /// Writes the buffer out; on a terminal, control characters are escaped.
    pub(crate) fn flush(&mut self) -> Result<(), Stop> {
        let buffer = std::mem::take(&mut self.buffer);
        let text = if self.is_terminal() { std::str::from_utf8(buffer.as_slice()).ok() } else { None };
        let Some(text) = text else { return self.paint(&buffer) };
        let mut shown = Buffer::with_capacity(text.len());
        escape_controls(text, |piece| shown.push(piece.as_bytes()));
        self.paint(&shown)
    }

    /// Writes text out unchanged, with its colours.
    pub(crate) fn paint(&mut self, text: &Buffer) -> Result<(), Stop> {
        let stdout = &mut self.streams.stdout;
        let written = stdout.write_all(text.as_slice()).and_then(|()| stdout.flush());
        written.map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => Stop::Closed,
            _ => Stop::Failed(format!("cannot write to standard output: {error}")),
        })
    }

    /// Prints a message on standard error, wrapped to the width of a terminal.
    pub(crate) fn report(&mut self, message: impl Display) {
        let line = format!("{PREFIX} {message}");
        let room = if self.is_watched() { terminal::width() } else { usize::MAX };
        for words in wrap(&line, room, room) {
            // A closed standard error cannot be reported.
            let _ = writeln!(self.streams.stderr, "{}", words.join(" "));
        }
    }

    /// Prints help, or the error in a command line.
    pub(crate) fn usage(&mut self, error: &clap::Error) {
        let is_error = error.use_stderr();
        let is_help = !is_error || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
        let terminal = if is_error { self.is_watched() } else { self.is_terminal() };
        let text = error.render();
        let text = if Color::Auto.is_wanted(terminal) { text.ansi().to_string() } else { text.to_string() };
        let text = if is_help { text } else { text.replacen("error:", PREFIX, 1) };
        let stream = if is_error { &mut self.streams.stderr } else { &mut self.streams.stdout };
        // A closed stream needs no help.
        let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
    }
}

/// Appends a value as one line, or nothing if it cannot be serialized.
pub(crate) fn line(buffer: &mut Buffer, value: &impl Serialize) -> serde_json::Result<()> {
    let start = buffer.len();
    if let Err(error) = serde_json::to_writer(&mut *buffer, value) {
        buffer.truncate(start);
        return Err(error);
    }
    // Raw JSON (an id or an extra) is printed as sent; it has line ends only between its members.
    for byte in buffer.as_mut_slice().iter_mut().skip(start) {
        if matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
    buffer.push(b"\n");
    Ok(())
}

/// Passes a text on in pieces, with the characters escaped that control a terminal.
///
/// The escapes are valid in JSON too: it has no such characters outside strings.
pub(crate) fn escape_controls(text: &str, mut out: impl FnMut(&str)) {
    let is_control = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut rest = text;
    while let Some((before, c)) = rest.find(is_control).and_then(|at| {
        let (before, after) = rest.split_at_checked(at)?;
        let c = after.chars().next()?;
        rest = after.get(c.len_utf8()..)?;
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
    fn terminal_controls_are_escaped() {
        let mut text = String::new();
        escape_controls("a\u{9b}2J\u{202e}é\nb", |piece| text.push_str(piece));
        assert_eq!(text, "a\\u009b2J\\u202eé\nb");
    }
}
