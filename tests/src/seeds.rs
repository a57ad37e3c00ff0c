//! Seeds of the fuzz targets: a file for each target, a line for each seed.
//!
//! A line has visible ASCII and blanks as they are, a backslash as `\\`, a line break as `\n`, and any other byte, or a
//! blank at the end, as `\x` and two digits.

use std::path::PathBuf;

/// The folder of the seeds.
pub fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "..", "fuzz", "seeds"].iter().collect()
}

/// Returns the seeds of a target, in the order of its lines; none if it has no file.
pub fn of(target: &str) -> Vec<Vec<u8>> {
    let text = std::fs::read_to_string(folder().join(format!("{target}.txt"))).unwrap_or_default();
    let seed =
        |(index, line)| unescaped(line).unwrap_or_else(|| panic!("{target}.txt:{}: invalid seed", index + 1));
    text.lines().enumerate().map(seed).collect()
}

/// Escapes a seed as a line.
pub fn escaped(seed: &[u8]) -> String {
    let mut line = String::with_capacity(seed.len());
    for (index, byte) in seed.iter().enumerate() {
        match byte {
            b'\\' => line += r"\\",
            b'\n' => line += r"\n",
            b' ' if index + 1 == seed.len() => line += r"\x20",
            b' '..=b'~' => line.push(char::from(*byte)),
            _ => line += &format!(r"\x{byte:02x}"),
        }
    }
    line
}

/// Parses the seed of a line; `None` if an escape is invalid.
pub fn unescaped(line: &str) -> Option<Vec<u8>> {
    let mut seed = Vec::with_capacity(line.len());
    let mut rest = line;
    while let Some((plain, escape)) = rest.split_once('\\') {
        seed.extend_from_slice(plain.as_bytes());
        let digits;
        (digits, rest) = match escape.as_bytes().first()? {
            b'\\' => ("5c", escape.get(1..)?),
            b'n' => ("0a", escape.get(1..)?),
            b'x' => (escape.get(1..3)?, escape.get(3..)?),
            _ => return None,
        };
        seed.push(u8::from_str_radix(digits, 16).ok()?);
    }
    seed.extend_from_slice(rest.as_bytes());
    Some(seed)
}
