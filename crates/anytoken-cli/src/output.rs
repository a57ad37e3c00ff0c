//! Standard output and standard error.

use std::fmt::Display;
use std::io::{self, Read, Write};
use std::time::SystemTime;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use serde::Serialize;
use time::UtcDateTime;

use crate::buffer::Buffer;
use crate::escape::escape;
use crate::input::Open;
use crate::masked::MASK;
use crate::page;
use crate::terminal::{self, Color};
use crate::wrap::wrap;

/// The reason to end a run early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Standard output was closed.
    Closed,
    /// An input cannot be read, but others may be; the message holds nothing of it.
    Unread(String),
    /// Something failed; the message holds nothing of the input.
    Failed(String),
}

/// Prefix of every message on standard error.
const PREFIX: &str = "anytoken:";

/// The standard streams of a run.
pub struct Streams<'a> {
    /// Input of a command without a file.
    pub stdin: Box<dyn Read + Send>,
    /// When the file that is standard input was modified; `None` if it is no file.
    pub modified: Option<SystemTime>,
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
    /// When to colour.
    pub(crate) color: Color,
    streams: Streams<'a>,
}

impl<'a> Output<'a> {
    pub(crate) fn new(streams: Streams<'a>) -> Self {
        Self { buffer: Buffer::default(), color: Color::Auto, streams }
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
    pub(crate) fn take_input(&mut self) -> Open {
        if self.streams.terminals[0] {
            self.report("reading standard input; press Ctrl-D to end it");
        }
        let reader = std::mem::replace(&mut self.streams.stdin, Box::new(io::empty()));
        Open { reader, modified: self.streams.modified.map(UtcDateTime::from) }
    }

    /// Buffers a value as one line.
    pub(crate) fn line(&mut self, value: &impl Serialize) -> serde_json::Result<()> {
        serde_json::to_writer(&mut self.buffer, value)?;
        self.buffer.push(b"\n");
        Ok(())
    }

    /// Buffers a value as indented JSON.
    pub(crate) fn pretty(&mut self, value: &impl Serialize) -> serde_json::Result<()> {
        serde_json::to_writer_pretty(&mut self.buffer, value)?;
        self.buffer.push(b"\n");
        Ok(())
    }

    /// Returns true if standard output is to be coloured.
    pub(crate) fn is_colored(&self) -> bool {
        self.color.is_wanted(self.is_terminal())
    }

    /// Writes out the JSON in the buffer, with its colours.
    pub(crate) fn flush_json(&mut self) -> Result<(), Stop> {
        if !self.is_colored() {
            return self.flush();
        }
        let json = std::mem::take(&mut self.buffer);
        let mut colored = Buffer::with_capacity(json.len().saturating_mul(2));
        page::color_json(&json, &mut colored);
        self.paint(colored.as_slice())
    }

    /// Writes the buffer out; on a terminal, characters that act on it or are invisible are escaped.
    pub(crate) fn flush(&mut self) -> Result<(), Stop> {
        let buffer = std::mem::take(&mut self.buffer);
        match std::str::from_utf8(buffer.as_slice()) {
            Ok(text) => self.print(text),
            Err(_) => self.paint(buffer.as_slice()),
        }
    }

    /// Writes text out; on a terminal, characters that act on it or are invisible are escaped.
    pub(crate) fn print(&mut self, text: &str) -> Result<(), Stop> {
        if !self.is_terminal() {
            return self.paint(text.as_bytes());
        }
        let mut shown = Buffer::with_capacity(text.len());
        escape(text, |piece| shown.push(piece.as_bytes()));
        self.paint(shown.as_slice())
    }

    /// Writes text out unchanged, with its colours.
    pub(crate) fn paint(&mut self, text: &[u8]) -> Result<(), Stop> {
        let stdout = &mut self.streams.stdout;
        let written = stdout.write_all(text).and_then(|()| stdout.flush());
        written.map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => Stop::Closed,
            _ => Stop::Failed(format!("cannot write to standard output: {error}")),
        })
    }

    /// Prints a message on standard error, wrapped to the width of a terminal.
    pub(crate) fn report(&mut self, message: impl Display) {
        let message = format!("{PREFIX} {message}");
        let mut line = String::with_capacity(message.len());
        escape(&message, |piece| line.push_str(piece));
        let room = if self.is_watched() { terminal::width() } else { usize::MAX };
        for words in wrap(&line, room, room) {
            // A closed standard error cannot be reported.
            let _ = writeln!(self.streams.stderr, "{}", words.join(" "));
        }
    }

    /// Prints help, or the error in a command line. No argument is repeated: it may be a response that was given by mistake.
    pub(crate) fn usage(&mut self, error: clap::Error) {
        let error = without_arguments(error);
        let is_error = error.use_stderr();
        let is_help = !is_error || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
        let text = error.render().to_string();
        let text = if is_help { text } else { text.replacen("error:", PREFIX, 1) };
        let stream = if is_error { &mut self.streams.stderr } else { &mut self.streams.stdout };
        // A closed stream needs no help.
        let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
    }
}

/// Removes what was given on the command line from an error: only names of our own arguments and commands stay.
fn without_arguments(mut error: clap::Error) -> clap::Error {
    error.remove(ContextKind::InvalidSubcommand);
    // A tip that repeats the argument.
    error.remove(ContextKind::Suggested);
    if error.kind() == ErrorKind::UnknownArgument {
        error.remove(ContextKind::InvalidArg);
    }
    if error.get(ContextKind::InvalidValue).is_some_and(|value| *value != ContextValue::String(String::new()))
    {
        error.insert(ContextKind::InvalidValue, ContextValue::String(MASK.to_owned()));
    }
    error
}
