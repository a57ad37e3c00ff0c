//! Mutates bodies: some keep their meaning, some are broken.

use crate::Recorded;
use crate::json::{Json, Wire, inside_of, quoted};
use crate::random::Random;

/// Reserved names that no vendor uses: members of these names change no field.
pub const RESERVED: &str = "x_anytoken_";

/// Rewrites the body with the same meaning, wraps it, or breaks it.
pub fn mutated(response: &Recorded, random: &mut Random) -> Recorded {
    let text = response.text().unwrap_or_default();
    let tree = Json::of_body(text).filter(|body| !body.is_empty());
    let other = match (tree, Wire::of(text)) {
        (Some(_), Wire::Xml) => text.replacen("><", "> <!-- --> <", random.below(4)),
        (Some(tree), Wire::Json) => match random.below(6) {
            0 => shuffled(&tree, random),
            1 => spaced(&tree, random),
            2 => escaped(&tree, random),
            3 => extended(&tree, random),
            4 => {
                let bodies = retyped(&tree, &|_, _| false);
                if bodies.is_empty() { tree.to_text() } else { random.pick(&bodies).clone() }
            }
            _ => wrapped(&tree.to_text(), random),
        },
        (Some(_), Wire::Form) => form_reordered(text, random),
        _ => text.to_owned(),
    };
    response.with_body(if random.one_in(2) { other.into_bytes() } else { broken(other.as_bytes(), random) })
}

/// Puts a JSON body behind a byte order mark or a guard, or into a JSONP call.
fn wrapped(body: &str, random: &mut Random) -> String {
    let guards = ["\u{FEFF}", ")]}',\n", "while(1);", "for(;;);", "&&&START&&&", "/**/call( "];
    let guard = *random.pick(&guards);
    format!("{guard}{body}{}", if guard.ends_with("( ") { " );" } else { "" })
}

/// Shuffles the members of each object; members of one name keep their order.
pub fn shuffled(body: &Json, random: &mut Random) -> String {
    let shuffle = &mut |_: &str, value| match value {
        Json::Object(members) => {
            let mut order: Vec<_> = members.iter().map(|(name, _)| name.clone()).collect();
            random.shuffle(&mut order);
            let mut members: Vec<_> = members.into_iter().map(Some).collect();
            let mut first = |name: &str| {
                let found =
                    members.iter_mut().find(|member| member.as_ref().is_some_and(|(key, _)| key == name));
                found.and_then(Option::take).expect("each name is in the order as often as among the members")
            };
            Json::Object(order.iter().map(|name| first(name)).collect())
        }
        other => other,
    };
    body.clone().mapped(shuffle).to_text()
}

/// Adds white space between all tokens of the body.
pub fn spaced(body: &Json, random: &mut Random) -> String {
    let mut text = String::from("\n ");
    body.render(&mut text, &mut |_| *random.pick(&["", " ", "\n", "\r\n", "\t", "  \n\t "]), &mut quoted);
    text + " \r\n"
}

/// Escapes characters of names and values.
pub fn escaped(body: &Json, random: &mut Random) -> String {
    let mut text = String::new();
    let mut quote = |string: &str| {
        let mut out = String::from('"');
        for c in string.chars() {
            if random.one_in(2) {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let upper = random.one_in(2);
                    out += &if upper { format!("\\u{unit:04X}") } else { format!("\\u{unit:04x}") };
                }
            } else if c == '/' {
                out += "\\/";
            } else {
                let one = quoted(&c.to_string());
                out += &one[1..one.len() - 1];
            }
        }
        out.push('"');
        out
    };
    body.render(&mut text, &mut |_| "", &mut quote);
    text
}

/// Adds members of reserved names to each object.
pub fn extended(body: &Json, random: &mut Random) -> String {
    let values = [
        "null",
        "true",
        "0",
        "-1",
        "3600",
        "1767229200",
        "12345678901234567890.10",
        "\"\"",
        "\"EXAMPLE-EXTENSION\"",
        "\"2026-01-01T00:00:00Z\"",
        "[]",
        "[\"access_token\",1]",
        "{}",
        "{\"x_anytoken_inner\":\"EXAMPLE-EXTENSION\"}",
    ];
    let mut number = 0;
    let extend = &mut |_: &str, value| match value {
        // An empty object counts as absent, but not with a member in it.
        Json::Object(mut members) if !members.is_empty() => {
            for _ in 0..=random.below(2) {
                number += 1;
                let value = Json::parse(random.pick::<&str>(&values)).expect("the values are JSON");
                members.insert(random.below(members.len() + 1), (format!("{RESERVED}{number}"), value));
            }
            Json::Object(members)
        }
        other => other,
    };
    body.clone().mapped(extend).to_text()
}

/// Returns each body in which one number becomes a string or the reverse, unless `keeps` forbids it.
pub fn retyped(body: &Json, keeps: &dyn Fn(&str, &Json) -> bool) -> Vec<String> {
    let other_type = |value: &Json| match value {
        Json::Number(text) => Some(Json::String(text.clone())),
        Json::String(text) => {
            Json::parse(text).filter(|value| matches!(value, Json::Number(digits) if digits == text))
        }
        _ => None,
    };
    let mut bodies = Vec::new();
    for wanted in 0.. {
        let (mut seen, mut changed) = (0, false);
        let retype = &mut |name: &str, value: Json| {
            let other = other_type(&value).filter(|_| !keeps(name, &value));
            let Some(other) = other else { return value };
            seen += 1;
            if seen == wanted + 1 {
                changed = true;
                return other;
            }
            value
        };
        let text = body.clone().mapped(retype).to_text();
        if !changed {
            return bodies;
        }
        bodies.push(text);
    }
    bodies
}

/// Shuffles the pairs of a form and escapes all bytes.
pub fn form_reordered(form: &str, random: &mut Random) -> String {
    let (guard, form) = form.split_at(form.len() - inside_of(form).len());
    let mut pairs: Vec<_> = form.trim_ascii_end().split('&').collect();
    // Pairs of one name keep their order. So does a pair that cannot be first, as the body would not be a form, or
    // last, as it would lose the blanks at its end.
    let name = |pair: &str| {
        pair.split_once('=').map(|(name, _)| name.to_owned()).filter(|name| {
            !name.is_empty()
                && !pair.ends_with(|c: char| c.is_ascii_whitespace())
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.~%+".contains(&byte))
        })
    };
    let names: Vec<_> = pairs.iter().map(|pair| name(pair)).collect();
    let fixed =
        names.iter().any(|name| name.is_none() || names.iter().filter(|other| *other == name).count() > 1);
    if !fixed {
        random.shuffle(&mut pairs);
    }
    let mut out = guard.to_owned();
    for (index, pair) in pairs.into_iter().enumerate() {
        out += if index == 0 { "" } else { "&" };
        let mut in_escape = 0;
        for c in pair.chars() {
            match c {
                'a'..='z' | 'A'..='Z' if in_escape == 0 && random.one_in(2) => {
                    out += &format!("%{:02x}", u32::from(c))
                }
                other => out.push(other),
            }
            in_escape = if c == '%' { 2 } else { usize::saturating_sub(in_escape, 1) };
        }
    }
    out
}

/// Breaks bytes: flips bits, cuts, doubles pieces and inserts foreign ones.
pub fn broken(body: &[u8], random: &mut Random) -> Vec<u8> {
    let pieces: [&[u8]; 17] = [
        b"\"",
        b"\\",
        b"\\u0000",
        b"\\ud800",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"null",
        b"\"\":",
        b"1e400",
        b"\xFF",
        b"\xEF\xBB\xBF",
        b"&=%",
        b"<a>&lt;",
    ];
    let mut bytes = body.to_vec();
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len() + 1);
        match random.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            1 => bytes.truncate(at),
            2 if at < bytes.len() => drop(bytes.remove(at)),
            3 => {
                let piece = random.pick(&pieces);
                bytes.splice(at..at, piece.iter().copied());
            }
            4 => {
                let end = at + random.below(bytes.len() - at + 1);
                let piece = bytes[at..end].to_vec();
                let to = random.below(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
            _ => {
                let end = at + random.below(bytes.len() - at + 1).min(12);
                bytes.drain(at..end);
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = r#"{"a":"x\"y/é😀\\\n","n":{"b":1,"b":[2,"3"]},"c":"4"}"#;

    #[test]
    fn mutations_keep_the_meaning() {
        let body = Json::parse(BODY).expect("the body is JSON");
        for seed in 0..50 {
            let random = &mut Random::new(seed);
            for text in [shuffled(&body, random), spaced(&body, random), escaped(&body, random)] {
                assert!(Json::parse(&text).map(Json::settled) == Some(body.clone().settled()), "{text}");
            }
        }
    }

    #[test]
    fn retyping_changes_one_value_at_a_time() {
        let body = Json::parse(r#"{"a":1,"b":"2","c":["3",true],"d":"x"}"#).expect("the body is JSON");
        let texts = retyped(&body, &|name, _| name == "b");
        assert_eq!(
            texts,
            [r#"{"a":"1","b":"2","c":["3",true],"d":"x"}"#, r#"{"a":1,"b":"2","c":[3,true],"d":"x"}"#]
        );
    }
}
