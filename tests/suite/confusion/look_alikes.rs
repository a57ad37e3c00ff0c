//! A token type that looks like a known one is another type.

use std::cell::Cell;

use anytoken::{ErrorKind, Token, TokenTypeKind};
use anytoken_tests::Recorded;
use anytoken_tests::corpus::granted;
use anytoken_tests::json::{Json, quoted};
use anytoken_tests::planted::with_string;
use anytoken_tests::strategies::config;
use proptest::prelude::*;
use proptest::sample::select;

use crate::every_case;

const WORDS: [(&str, TokenTypeKind); 5] = [
    ("Bearer", TokenTypeKind::Bearer),
    ("DPoP", TokenTypeKind::DPoP),
    ("MAC", TokenTypeKind::Mac),
    ("PoP", TokenTypeKind::Pop),
    ("N_A", TokenTypeKind::NotApplicable),
];

/// Characters that look like the letters of the words: Cyrillic, Greek, full width, mathematical, with diacritics.
const LETTERS: [(char, &str); 11] = [
    ('b', "вЬБΒβｂＢ𝐛ʙḃ8"),
    ('e', "еЕΕеｅＥ𝐞℮éẹ3"),
    ('a', "аАΑαａＡ𝐚äạ@"),
    ('r', "гРｒＲ𝐫ʀṛ"),
    ('d', "ԁDᎠｄＤ𝐝ďḍ"),
    ('p', "рРΡρｐＰ𝐩ṗ"),
    ('o', "оОΟοｏＯ𝐨0öọ"),
    ('m', "мМΜｍＭ𝐦ṃ"),
    ('c', "сСϹⅽｃＣ𝐜ç"),
    ('n', "пΝｎＮ𝐧ñ"),
    ('_', "‗＿-– ﹏"),
];

/// Characters that are hard or impossible to see around or within a word.
const UNSEEN: [&str; 16] = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{301}", "\u{0}", " ", "\t",
    "\n", "\r", "\u{A0}", "\u{202E}", "\u{7F}", ".",
];

/// Replaces some letters of a word by look-alikes.
fn replaced() -> impl Strategy<Value = String> {
    (select(WORDS.to_vec()), any::<[(bool, prop::sample::Index, bool); 6]>()).prop_filter_map(
        "the word itself",
        |((word, _), picks)| {
            let letter = |(c, (pick, index, upper)): (char, (bool, prop::sample::Index, bool))| {
                let alike = LETTERS.iter().find(|(letter, _)| *letter == c.to_ascii_lowercase());
                let others: Vec<char> = alike.map_or_else(Vec::new, |(_, alike)| alike.chars().collect());
                match others.is_empty() || !pick {
                    true if upper => c.to_ascii_uppercase(),
                    true => c,
                    false => *index.get(&others),
                }
            };
            let text: String = word.chars().zip(picks).map(letter).collect();
            (!text.eq_ignore_ascii_case(word)).then_some(text)
        },
    )
}

/// Inserts an invisible character into a word.
fn stuffed() -> impl Strategy<Value = String> {
    (select(WORDS.to_vec()), select(UNSEEN.to_vec()), any::<prop::sample::Index>()).prop_map(
        |((word, _), unseen, at)| {
            let (before, behind) = word.split_at(at.index(word.len() + 1));
            format!("{before}{unseen}{behind}")
        },
    )
}

fn token(token_type: &str) -> Token {
    let body = format!("{{\"access_token\":\"EXAMPLE\",\"token_type\":{}}}", quoted(token_type));
    Recorded::new(body).read(None).expect("a token").into_token().expect("a token")
}

fn check_other(token: &Token, sent: &str) {
    let found = token.token_type().expect("a type");
    assert_eq!(found.kind(), TokenTypeKind::Other, "{sent:?}");
    assert_eq!((found.raw(), found.as_str()), (sent, sent));
}

#[test]
fn token_type_is_recognized_in_any_case() {
    for (word, kind) in WORDS {
        for text in [word.to_owned(), word.to_ascii_lowercase(), word.to_ascii_uppercase()] {
            let found = token(&text);
            assert_eq!(found.token_type().map(|found| found.kind()), Some(kind), "{text}");
            assert_eq!(found.token_type().map(|found| found.as_str()), Some(word), "{text}");
        }
    }
}

proptest! {
    #![proptest_config(config(4_000))]

    #[test]
    fn look_alike_of_a_token_type_is_another_type(text in prop_oneof![replaced(), stuffed()]) {
        let token = token(&text);
        check_other(&token, &text);
        let authorization = token.authorization().map(|_| ()).map_err(|error| error.kind());
        prop_assert_eq!(authorization, Err(ErrorKind::Unusable), "{:?} makes a header", text);
    }
}

#[test]
fn no_format_accepts_a_look_alike_of_its_own_word() {
    let tried = Cell::new(0);
    every_case(
        granted(),
        |(case, _)| case,
        |(case, adapter)| {
            let read = |response: &Recorded| response.read(Some(*adapter)).ok()?.into_token().ok();
            let Some(sent) =
                read(&case.response).and_then(|token| Some(token.token_type()?.raw().to_owned()))
            else {
                return;
            };
            let Some(tree) = case.response.text().and_then(Json::of_body) else { return };
            let alike =
                sent.replace('e', "е").replace('o', "о").replace('a', "а").replace('A', "А") + "\u{200B}";
            for index in 0..64 {
                let replace = |text: &str| if text == sent { alike.clone() } else { text.to_owned() };
                let Some(body) = with_string(&tree, index, &replace) else { break };
                let Some(token) = read(&case.response.with_body(body.to_text())) else { continue };
                if token.token_type().is_some_and(|found| found.raw() == alike) {
                    check_other(&token, &alike);
                    tried.set(tried.get() + 1);
                }
            }
        },
    );
    assert!(tried.get() > 100, "few types are replaced: {}", tried.get());
}
