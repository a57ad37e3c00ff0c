//! Characters that a terminal does not show as they are.

use std::ops::RangeInclusive;

/// Passes a text on in pieces, with the characters escaped that control a terminal, reorder its text, or are invisible.
///
/// The escapes are valid in JSON too, which has no such characters outside strings. Newlines and tabs stay.
pub(crate) fn escape(text: &str, mut out: impl FnMut(&str)) {
    let mut rest = text;
    while let Some((before, c)) = rest.find(is_escaped).and_then(|at| {
        let (before, after) = rest.split_at_checked(at)?;
        let c = after.chars().next()?;
        rest = after.get(c.len_utf8()..)?;
        Some((before, c))
    }) {
        out(before);
        for unit in c.encode_utf16(&mut [0; 2]) {
            out(&format!("\\u{unit:04x}"));
        }
    }
    out(rest);
}

fn is_escaped(c: char) -> bool {
    match c {
        '\n' | '\t' | ' '..='~' => false,
        _ => {
            let next = INVISIBLE.partition_point(|range| *range.end() < c);
            INVISIBLE.get(next).is_some_and(|range| range.contains(&c))
        }
    }
}

/// Control and format characters (Cc, Cf), line and paragraph separators (Zl, Zp), and characters that are ignored where a
/// font lacks them (Default_Ignorable_Code_Point), of Unicode 17.
const INVISIBLE: [RangeInclusive<char>; 27] = [
    '\0'..='\u{1f}',
    '\u{7f}'..='\u{9f}',
    '\u{ad}'..='\u{ad}',
    '\u{34f}'..='\u{34f}',
    '\u{600}'..='\u{605}',
    '\u{61c}'..='\u{61c}',
    '\u{6dd}'..='\u{6dd}',
    '\u{70f}'..='\u{70f}',
    '\u{890}'..='\u{891}',
    '\u{8e2}'..='\u{8e2}',
    '\u{115f}'..='\u{1160}',
    '\u{17b4}'..='\u{17b5}',
    '\u{180b}'..='\u{180f}',
    '\u{200b}'..='\u{200f}',
    '\u{2028}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{3164}'..='\u{3164}',
    '\u{fe00}'..='\u{fe0f}',
    '\u{feff}'..='\u{feff}',
    '\u{ffa0}'..='\u{ffa0}',
    '\u{fff0}'..='\u{fffb}',
    '\u{110bd}'..='\u{110bd}',
    '\u{110cd}'..='\u{110cd}',
    '\u{13430}'..='\u{1343f}',
    '\u{1bca0}'..='\u{1bca3}',
    '\u{1d173}'..='\u{1d17a}',
    '\u{e0000}'..='\u{e0fff}',
];

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut escaped = String::new();
        escape(text, |piece| escaped.push_str(piece));
        escaped
    }

    #[test]
    fn what_acts_on_a_terminal_is_escaped() {
        assert_eq!(escaped("a\u{9b}2J\u{202e}é\n\tb"), "a\\u009b2J\\u202eé\n\tb");
        assert_eq!(escaped("\u{1b}]0;x\u{7}"), "\\u001b]0;x\\u0007");
    }

    #[test]
    fn what_is_invisible_is_escaped() {
        for c in ['\u{200b}', '\u{2060}', '\u{feff}', '\u{ad}', '\u{61c}', '\u{2028}', '\u{2029}', '\u{115f}']
        {
            assert_eq!(escaped(&format!("a{c}b")), format!("a\\u{:04x}b", u32::from(c)));
        }
        assert_eq!(escaped("\u{e0041}"), "\\udb40\\udc41");
    }

    #[test]
    fn letters_of_any_script_stay() {
        let text = "Grüße, 日本語, עברית, 한국어, 🦀";
        assert_eq!(escaped(text), text);
    }

    #[test]
    fn ranges_are_sorted() {
        assert!(INVISIBLE.is_sorted_by(|a, b| a.end() < b.start()));
    }
}
