//! A generated file that is out of date.

use std::{fmt, fs, io};

use crate::path;

/// The most lines of each side that a difference shows.
const MAX_LINES: usize = 6;

/// The most characters of each line.
const MAX_WIDTH: usize = 160;

/// A file whose content on disk differs from the generated content.
pub struct Change {
    /// The file's path from the root of the workspace.
    pub name: String,
    pub(crate) on_disk: Option<String>,
    pub(crate) generated: Option<String>,
}

impl Change {
    /// Writes the generated content, or removes the file if nothing generates it.
    ///
    /// # Errors
    ///
    /// Errors of the file system.
    pub fn write(&self) -> io::Result<()> {
        let path = path(&self.name);
        match &self.generated {
            Some(generated) => {
                path.parent().map_or(Ok(()), fs::create_dir_all)?;
                fs::write(path, generated)
            }
            None => fs::remove_file(path),
        }
    }
}

/// Shows the name and the first lines that differ.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.name)?;
        let lines = |text: &Option<String>| -> Vec<String> {
            text.iter().flat_map(|text| text.lines()).map(str::to_owned).collect()
        };
        let (on_disk, generated) = (lines(&self.on_disk), lines(&self.generated));
        let same =
            on_disk.iter().zip(&generated).take_while(|(on_disk, generated)| on_disk == generated).count();
        let (on_disk, generated) = (&on_disk[same..], &generated[same..]);
        let same = on_disk
            .iter()
            .rev()
            .zip(generated.iter().rev())
            .take_while(|(on_disk, generated)| on_disk == generated)
            .count();
        for (sign, lines) in
            [('-', &on_disk[..on_disk.len() - same]), ('+', &generated[..generated.len() - same])]
        {
            for line in lines.iter().take(MAX_LINES) {
                let shown: String = line.chars().take(MAX_WIDTH).collect();
                let rest = if shown.len() < line.len() { "…" } else { "" };
                writeln!(f, "  {sign} {shown}{rest}")?;
            }
            if lines.len() > MAX_LINES {
                writeln!(f, "  {sign} … {} more lines", lines.len() - MAX_LINES)?;
            }
        }
        Ok(())
    }
}
