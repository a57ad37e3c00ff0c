//! A differential test of the scanner against `serde_json`: both accept the same texts and split them alike; and the
//! corrupted texts of all such tests.

use super::scan::tests::{all, names};
use super::scan::{DEEPEST, Member, StringForm, split};
use super::string::{self, Piece, Pieces};
use crate::error::JsonKind;
use crate::span::Span;

/// Splits with `serde_json`: the raw names and values of an object, the raw values of an array.
fn oracle(text: &str) -> Option<Vec<(&str, &str)>> {
    use serde_json::value::RawValue;
    struct Pairs<'a>(Vec<(&'a RawValue, &'a RawValue)>);
    struct Object;
    impl<'de> serde::de::Visitor<'de> for Object {
        type Value = Pairs<'de>;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Pairs<'de>, A::Error> {
            let mut pairs = Vec::new();
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(Pairs(pairs))
        }
    }
    impl<'de: 'a, 'a> serde::Deserialize<'de> for Pairs<'a> {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(Object)
        }
    }
    if text.trim_ascii_start().starts_with('[') {
        let elements: Vec<&RawValue> = serde_json::from_str(text).ok()?;
        return Some(elements.into_iter().map(|value| ("", value.get())).collect());
    }
    let inside = |name: &str| Span::new(1, name.len().saturating_sub(1));
    let pairs = serde_json::from_str::<Pairs<'_>>(text).ok()?.0;
    Some(pairs.into_iter().map(|(name, value)| (inside(name.get()).of(name.get()), value.get())).collect())
}

/// A deterministic generator of pseudo-random numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0).checked_rem(end).unwrap_or(0)
    }
}

const SEEDS: [&str; 9] = [
    r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600,"scope":"a b","n":-0.5e+3,"t":true,"z":null}"#,
    r#" { "a" : [ 1 , { "b" : [ ] , "c" : { } } , "x\n\u00e9\ud83d\ude00" ] , "d" : false } "#,
    r#"[{"access_token":"a"},"b",[[],[{}]],1.5E-7,0,-0,true]"#,
    r#"{"":"","\"":"\\","\u0061":"\/","é":"日本語","long":"0123456789012345678901234567890123456789"}"#,
    r#"{"a":{"a":{"a":{"a":[[[[1,2,3]]]]}}}}"#,
    "[]",
    r#"{"t":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","b":1}"#,
    r#"{"k":"日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語","l":["éaé","aéa"]}"#,
    r#"{"k":"\u0041\u0042\u0043\u0044\u0045\u0046\u0047\u0048\u0049\u004a\u004b\u004c","m":{"\/\/":"a\"b"}}"#,
];

const PIECES: [&str; 48] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "\\",
    "\\u",
    "\\ud83d",
    "\\u0000",
    "\\n",
    "\\x",
    "true",
    "false",
    "null",
    "nul",
    "0",
    "1",
    "-",
    "+",
    ".",
    "e",
    "E",
    "00",
    "1.",
    ".5",
    "-1",
    "1e5",
    " ",
    "\n",
    "\t",
    "\r",
    "\u{b}",
    "\u{1f}",
    "\u{7f}",
    "\u{feff}",
    "é",
    "\"a\":",
    "\"a\":1,",
    "[1,",
    "{\"a\":",
    "x",
    "\"\"",
    "xxxxxxxx",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "éééééééééééé",
];

/// Passes texts on that are truncated, spliced and corrupted: so many times a thousand.
///
/// The environment variable `ANYTOKEN_CASES` multiplies the number of cases.
pub(crate) fn each_corrupted(seeds: &[&str], pieces: &[&str], thousands: usize, mut each: impl FnMut(&str)) {
    let times = std::env::var("ANYTOKEN_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(1_usize);
    let mut dice = Dice(times.try_into().unwrap_or(1));
    for _ in 0..times.saturating_mul(thousands).saturating_mul(1000) {
        let mut text = seeds.get(dice.below(seeds.len())).copied().unwrap_or("").to_owned();
        for _ in 0..dice.below(4) {
            let at = |dice: &mut Dice, text: &str| {
                let at = dice.below(text.len().saturating_add(1));
                (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
            };
            let (a, b) = (at(&mut dice, &text), at(&mut dice, &text));
            let piece = pieces.get(dice.below(pieces.len())).copied().unwrap_or("");
            match dice.below(5) {
                0 => text.insert_str(a, piece),
                1 => text.replace_range(a.min(b)..a.max(b), piece),
                2 => text.truncate(a),
                3 => {
                    let copied = text.get(a.min(b)..a.max(b)).unwrap_or("").to_owned();
                    text.insert_str(a, &copied);
                }
                _ => text.replace_range(a.min(b)..a.max(b), ""),
            }
        }
        each(&text);
    }
}

/// Compares the result, every span and every unescaped text with `serde_json` and with the plain way to unescape.
#[test]
fn same_as_serde_json() {
    let (mut accepted, mut all) = (0_usize, 0_usize);
    each_corrupted(&SEEDS, &PIECES, 50, |text| {
        let ours = names(text);
        all = all.saturating_add(1);
        accepted = accepted.saturating_add(usize::from(ours.is_ok()));
        assert_eq!(ours.ok(), oracle(text), "{text:?}");
        assert!(forms_are_correct(text), "{text:?}");
    });
    assert!(accepted > all / 10, "{accepted}");
}

/// Returns true if the scanner rejects a text, or yields the correct form of each string.
fn forms_are_correct(text: &str) -> bool {
    let mut correct = true;
    let mut check = |member: Member| {
        correct &= member.name_escaped == member.name.of(text).contains('\\');
        if member.kind != JsonKind::String {
            return correct &= member.form == StringForm::Plain;
        }
        let value = member.value.of(text);
        let is_visible = |c: char| matches!(c, ' '..='~');
        let spaces = |text: &str| text.matches(' ').count();
        let plain: Result<String, _> = string::unescape(member.value.inside().of(text)).collect();
        correct &= plain.as_deref().ok() == unescaped(text, member.value.inside()).as_deref();
        let no_space_is_escaped = plain.as_ref().is_ok_and(|plain| spaces(plain) == spaces(value));
        let form = match (value.contains('\\'), plain.is_ok_and(|plain| plain.chars().all(is_visible))) {
            (false, true) => StringForm::Visible,
            (false, false) => StringForm::Plain,
            (true, true) if no_space_is_escaped => StringForm::EscapedVisible,
            (true, _) => StringForm::Escaped,
        };
        correct &= member.form == form;
    };
    split(text, all(text), DEEPEST, &mut check).is_err() || correct
}

/// Unescapes by pieces.
fn unescaped(text: &str, inside: Span) -> Option<String> {
    let (mut plain, mut pieces) = (String::new(), Pieces::new(inside.start(), inside.end()));
    while let Some(piece) = pieces.next(text.as_bytes()) {
        match piece.ok()? {
            Piece::Run(start, end) => plain.push_str(text.get(start..end)?),
            Piece::Char(c) => plain.push(c),
        }
    }
    Some(plain)
}
