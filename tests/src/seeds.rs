//! Seeds of the fuzz targets: one file a target, one seed a line.
//!
//! In a line the visible bytes of ASCII and blanks are themselves; a backslash is `\\`, a line break `\n`, and any other
//! byte, or a blank at the end, `\x` and two digits.

use std::path::PathBuf;

/// The folder of the seeds.
pub fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "..", "fuzz", "seeds"].iter().collect()
}

/// The seeds of a target, in the order of its lines; none where it has no file.
pub fn of(target: &str) -> Vec<Vec<u8>> {
    let text = std::fs::read_to_string(folder().join(format!("{target}.txt"))).unwrap_or_default();
    let seed =
        |(index, line)| unescaped(line).unwrap_or_else(|| panic!("{target}.txt:{}: no seed", index + 1));
    text.lines().enumerate().map(seed).collect()
}

/// A seed as a line without its end.
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

/// The seed of a line; `None` where it is none.
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
