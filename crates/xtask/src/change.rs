//! A generated file that is out of date.

use std::{fmt, fs, io};

use crate::path;

/// Lines of each side that a difference shows at most, and characters of each of them.
const SHOWN: (usize, usize) = (6, 160);

/// A file whose content on disk is not what is generated.
pub struct Change {
    /// The file's path from the root of the workspace.
    pub name: String,
    pub(crate) kept: Option<String>,
    pub(crate) made: Option<String>,
}

impl Change {
    /// Writes the generated content, or removes the file where nothing generates it.
    ///
    /// # Errors
    ///
    /// That of the file system.
    pub fn write(&self) -> io::Result<()> {
        let path = path(&self.name);
        match &self.made {
            Some(made) => {
                path.parent().map_or(Ok(()), fs::create_dir_all)?;
                fs::write(path, made)
            }
            None => fs::remove_file(path),
        }
    }
}

/// The name, and the first lines that differ.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.name)?;
        let lines = |text: &Option<String>| -> Vec<String> {
            text.iter().flat_map(|text| text.lines()).map(str::to_owned).collect()
        };
        let (kept, made) = (lines(&self.kept), lines(&self.made));
        let same = kept.iter().zip(&made).take_while(|(kept, made)| kept == made).count();
        let (kept, made) = (&kept[same..], &made[same..]);
        let same = kept.iter().rev().zip(made.iter().rev()).take_while(|(kept, made)| kept == made).count();
        for (sign, lines) in [('-', &kept[..kept.len() - same]), ('+', &made[..made.len() - same])] {
            let (most, width) = SHOWN;
            for line in lines.iter().take(most) {
                let shown: String = line.chars().take(width).collect();
                let rest = if shown.len() < line.len() { "…" } else { "" };
                writeln!(f, "  {sign} {shown}{rest}")?;
            }
            if lines.len() > most {
                writeln!(f, "  {sign} … {} more lines", lines.len() - most)?;
            }
        }
        Ok(())
    }
}
