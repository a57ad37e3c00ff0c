//! Whether a text shows a secret, in any of the ways that bytes are printed.

/// So many bytes of a secret in a row are too many.
pub const WINDOW: usize = 6;

/// A marker to plant: 24 characters that stand nowhere else.
pub fn marker(seed: u64) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let mut random = crate::random::Random::new(seed ^ 0x6D61_726B_6572);
    (0..24).map(|_| char::from(*random.pick(ALPHABET))).collect()
}

/// How a text shows a window of a secret; `None` where it does not.
pub fn shown(text: &str, secret: &str) -> Option<&'static str> {
    shown_beyond(text, secret, &|_| false)
}

/// The same, but for windows that may be shown for another reason.
pub fn shown_beyond(text: &str, secret: &str, allowed: &dyn Fn(&str) -> bool) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    // A short secret has no window; it is one whole.
    let bytes = secret.as_bytes();
    let windows = (0..(bytes.len() + 1).saturating_sub(WINDOW)).map(|at| &bytes[at..at + WINDOW]);
    for window in windows {
        let Ok(plain) = std::str::from_utf8(window) else { continue };
        if allowed(plain) {
            continue;
        }
        if text.contains(plain) {
            return Some("plain");
        }
        for (way, prefix, suffix, radix) in [
            ("decimal, with commas and blanks", "", ", ", 10),
            ("decimal, with commas", "", ",", 10),
            ("decimal, with blanks", "", " ", 10),
            ("hex", "", "", 16),
            ("hex, with blanks", "", " ", 16),
            ("hex, with 0x", "0x", ", ", 16),
            ("percent-escaped", "%", "", 16),
            ("escaped by x", "\\x", "", 16),
            ("JSON-escaped", "\\u00", "", 16),
            ("escaped as in Rust", "\\u{", "}", 16),
        ] {
            let written: Vec<_> = window
                .iter()
                .map(
                    |byte| {
                        if radix == 10 { format!("{prefix}{byte}") } else { format!("{prefix}{byte:02x}") }
                    },
                )
                .collect();
            let close = if suffix == "}" { "}" } else { "" };
            if lower.contains(&(written.join(suffix) + close)) {
                return Some(way);
            }
        }
        for shift in 0..3 {
            if text.contains(&base64_inside(window, shift)) {
                return Some("base64");
            }
        }
    }
    None
}

/// The characters of base64 that stand for these bytes alone, where so many bytes stand before them.
fn base64_inside(bytes: &[u8], shift: usize) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    // Whole groups of six bits, counted from the byte that begins a group of three.
    let skip = (6 - shift * 8 % 6) % 6;
    let groups = bits[skip..].chunks_exact(6);
    let of_bits = |group: &[u8]| group.iter().fold(0_usize, |value, bit| value << 1 | usize::from(*bit));
    groups.map(|group| char::from(ALPHABET[of_bits(group)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_is_seen() {
        let secret = "Zq7Xw2Vb9Nk4";
        for (text, way) in [
            ("a Zq7Xw2 b", "plain"),
            ("[90, 113, 55, 88, 119, 50]", "decimal, with commas and blanks"),
            ("[90,113,55,88,119,50]", "decimal, with commas"),
            ("5A7137587732", "hex"),
            ("%5a%71%37%58%77%32", "percent-escaped"),
            ("\\u005a\\u0071\\u0037\\u0058\\u0077\\u0032", "JSON-escaped"),
            ("WnE3WHcy", "base64"),
            ("IFpxN1h3Mg==", "base64"),
            ("ICBacTdYdzI=", "base64"),
        ] {
            assert_eq!(shown(text, secret), Some(way), "{text}");
        }
        assert_eq!(shown("Zq7Xw and 2Vb9N", secret), None);
        assert_eq!(shown_beyond("Zq7Xw2", secret, &|window| window == "Zq7Xw2"), None);
    }

    #[test]
    fn markers_differ() {
        assert_eq!(marker(1).len(), 24);
        assert_ne!(marker(1), marker(2));
    }
}
